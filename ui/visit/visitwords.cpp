#include "ui/visit/visitwords.h"

#include "base/text/pinyin.h"
#include "ui/prescription/prescriptionwords.h"

#include <QSet>

#include <algorithm>

namespace xinglin::ui {

QString shortName(const Term &term)
{
    if (chineseScreen()) {
        const bool suffixed = term.zh.size() > 1 && QStringLiteral("舌苔脉").contains(term.zh.back());
        return suffixed ? term.zh.chopped(1) : term.zh;
    }
    QString name = term.en.toLower();
    for (const QString &suffix : {QStringLiteral(" tongue"), QStringLiteral(" coating"), QStringLiteral(" pulse")}) {
        if (name.endsWith(suffix))
            name.chop(suffix.size());
    }
    return name;
}

QString fullName(const Term &term)
{
    return chineseScreen() ? term.zh : term.en;
}

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

QStringList codesOf(const QList<Answer> &answers, const QString &item, const QString &site)
{
    QList<Answer> found;
    std::copy_if(answers.begin(), answers.end(), std::back_inserter(found), [&](const Answer &answer) {
        return answer.item == item && answer.site == site && !answer.code.isEmpty();
    });
    std::stable_sort(found.begin(), found.end(), [](const Answer &a, const Answer &b) { return a.rank < b.rank; });
    QStringList codes;
    for (const Answer &answer : found)
        codes << answer.code;
    return codes;
}

QString joinedNames(const Vocabulary &vocabulary, const QStringList &codes)
{
    QStringList names;
    for (const QString &code : codes) {
        if (const Term *term = vocabulary.find(code))
            names << shortName(*term);
    }
    return names.join(chineseScreen() ? QString() : QStringLiteral(", "));
}

} // namespace xinglin::ui
