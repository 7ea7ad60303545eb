#include "engines/safety/herbcatalog.h"
#include "engines/safety/processing.h"

#include <algorithm>
#include <tuple>

namespace xinglin::safety {

namespace {

/// "hu qi" agrees with "huang qi": each part begins a syllable, in order, from the first one on.
bool syllablesBegin(const QString &pinyin, const QStringList &parts)
{
    const QStringList syllables = pinyin.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() > syllables.size())
        return false;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (!syllables.at(i).startsWith(parts.at(i)))
            return false;
    }
    return true;
}

/// A name that says how the piece is processed is written as it is; another name gives way to the record's own.
bool saysProcess(const HerbName &name, const Herb &herb)
{
    if (name.kind == NameKind::Processed)
        return true;
    for (const QString &word : processWords()) {
        if (name.name.startsWith(word) && !isCut(word) && !herb.nameZh.startsWith(word) &&
            name.name.size() > word.size())
            return true;
    }
    return false;
}

} // namespace

QList<Completion> HerbCatalog::complete(const QString &typed, int limit) const
{
    const QString text = plain(typed).toLower().remove(u'\'');
    if (text.isEmpty() || limit <= 0)
        return {};
    const bool latin = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    QStringList parts = typed.toLower().split(u' ', Qt::SkipEmptyParts);
    if (parts.size() < 2)
        parts.clear();

    using Rank = std::tuple<int, int, int, qsizetype, qsizetype>;
    QList<std::pair<Rank, Completion>> found;
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const HerbName &name = m_names.at(i);
        const Reading &reading = m_readings.at(i);
        const Herb &herb = m_herbs.at(name.herb);
        int closeness = -1;
        Completion::How how = Completion::How::Initials;
        if (!latin) {
            const QString plainName = plain(name.name);
            how = Completion::How::Hanzi;
            closeness = plainName == text ? 0 : plainName.startsWith(text) ? 2 : plainName.contains(text) ? 4 : -1;
        } else if (reading.initials == text) {
            closeness = 0;
        } else if (reading.joined == text) {
            closeness = 1;
            how = Completion::How::Pinyin;
        } else if (reading.initials.startsWith(text)) {
            closeness = 2;
        } else if (reading.joined.startsWith(text) || (!parts.isEmpty() && syllablesBegin(reading.pinyin, parts))) {
            closeness = 3;
            how = Completion::How::Pinyin;
        } else if (reading.initials.contains(text) && text.size() > 1) {
            closeness = 5;
        }
        if (closeness < 0)
            continue;
        const int kind = name.kind == NameKind::Main ? 0 : name.kind == NameKind::Processed ? 1 : 2;
        const bool own = kind == 0 || saysProcess(name, herb);
        const int last = herb.banned || herb.externalOnly ? 1 : 0;
        const Completion completion{herb.id, own ? name.name : herb.nameZh, reading.pinyin, own ? QString() : name.name,
                                    how};
        found << std::pair(Rank{last, closeness * 3 + kind, -herb.uses, name.name.size(), i}, completion);
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });

    QList<Completion> list;
    QSet<QString> written;
    for (const auto &entry : found) {
        if (written.contains(entry.second.write))
            continue;
        written.insert(entry.second.write);
        list << entry.second;
        if (list.size() == limit)
            break;
    }
    return list;
}

} // namespace xinglin::safety
