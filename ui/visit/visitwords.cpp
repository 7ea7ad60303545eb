#include "ui/visit/visitwords.h"

#include "base/text/pinyin.h"

#include <QSet>

namespace xinglin::ui {

QHash<QString, QString> typingKeys(const QList<Term> &terms)
{
    QHash<QString, QString> keys;
    QSet<QString> used;
    for (const Term &term : terms) {
        QString name = term.zh;
        if (name.size() > 1 && QStringLiteral("舌苔脉").contains(name.back()))
            name.chop(1);
        const QStringList syllables = termPinyin(name).split(u' ', Qt::SkipEmptyParts);
        if (syllables.isEmpty())
            continue;
        QString head;
        for (qsizetype i = 0; i + 1 < syllables.size(); ++i)
            head += syllables.at(i).front();
        QString key;
        for (qsizetype letters = 1; letters <= syllables.last().size(); ++letters) {
            key = head + syllables.last().left(letters);
            if (!used.contains(key))
                break;
        }
        if (used.contains(key))
            key = syllables.join(QString());
        if (used.contains(key))
            continue;
        used << key;
        keys.insert(term.id, key);
    }
    return keys;
}

} // namespace xinglin::ui
