#include "engines/linkage/pairs.h"

#include <algorithm>

namespace xinglin::linkage {

namespace {

struct Entry
{
    qint64 key;
    qsizetype place;
    auto operator<=>(const Entry &) const = default;
};

/// A run of entries with one key.
struct Block
{
    qsizetype begin;
    qsizetype end;
};

class Finder
{
public:
    Finder(const QList<Subject> &subjects, Level least) : m_subjects(subjects), m_least(least)
    {
        m_starts.reserve(subjects.size() + 1);
        for (qsizetype place = 0; place < subjects.size(); ++place) {
            m_starts.append(m_keys.size());
            const QList<qint64> keys = blockingKeys(subjects[place]);
            m_keys += keys;
            for (const qint64 key : keys)
                m_entries.append({key, place});
        }
        m_starts.append(m_keys.size());
        std::sort(m_entries.begin(), m_entries.end());
        m_twins.resize(subjects.size());
    }

    QList<Pair> find(const Progress &progress)
    {
        constexpr qsizetype between = 4096;
        qsizetype told = 0;
        for (qsizetype begin = 0; begin < m_entries.size();) {
            qsizetype end = begin + 1;
            while (end < m_entries.size() && m_entries[end].key == m_entries[begin].key)
                ++end;
            if (end - begin > 1 && end - begin <= widestBlock)
                look({begin, end});
            else if (end - begin > widestBlock)
                m_wide.append(m_entries[begin].key);
            begin = end;
            if (progress && (begin - told >= between || begin == m_entries.size())) {
                told = begin;
                if (!progress(begin, m_entries.size())) {
                    m_twins.fill(true); // whoever has not been seen may be one
                    break;
                }
            }
        }
        doubtTwins();
        std::sort(m_found.begin(), m_found.end(),
                  [](const Pair &a, const Pair &b) { return a.one != b.one ? a.one < b.one : a.other < b.other; });
        return m_found;
    }

private:
    void look(Block block)
    {
        const qint64 key = m_entries[block.begin].key;
        for (qsizetype i = block.begin; i < block.end; ++i) {
            for (qsizetype j = i + 1; j < block.end; ++j) {
                const qsizetype one = m_entries[i].place;
                const qsizetype other = m_entries[j].place;
                if (metBefore(one, other, key))
                    continue;
                Match match = compare(m_subjects[one], m_subjects[other]);
                if (maybeTwins(match)) {
                    m_twins[one] = true;
                    m_twins[other] = true;
                }
                if (match.level >= m_least)
                    m_found.append({one, other, std::move(match)});
            }
        }
    }

    /// What compareAmong() does, for all at once.
    void doubtTwins()
    {
        for (Pair &pair : m_found) {
            if (pair.match.level == Level::Certain && (m_twins[pair.one] || m_twins[pair.other]) &&
                !pair.match.has(Reason::Kind::SameDocument))
                pair.match.level = Level::Likely;
        }
        m_found.removeIf([this](const Pair &pair) { return pair.match.level < m_least; });
    }

    /// True where a smaller key that was looked at has both already.
    bool metBefore(qsizetype one, qsizetype other, qint64 key) const
    {
        qsizetype i = m_starts[one];
        qsizetype j = m_starts[other];
        while (m_keys[i] < key && m_keys[j] < key) {
            if (m_keys[i] == m_keys[j]) {
                if (!std::binary_search(m_wide.begin(), m_wide.end(), m_keys[i]))
                    return true;
                ++i;
                ++j;
            } else {
                m_keys[i] < m_keys[j] ? ++i : ++j;
            }
        }
        return false;
    }

    const QList<Subject> &m_subjects;
    Level m_least;
    QList<qint64> m_keys;      ///< Of one subject after the other, each's sorted.
    QList<qsizetype> m_starts; ///< Where a subject's keys begin.
    QList<Entry> m_entries;
    QList<qint64> m_wide; ///< Passed over; ascending, as the blocks come.
    QList<bool> m_twins;  ///< Of each subject: another one may be its twin.
    QList<Pair> m_found;
};

} // namespace

QList<Pair> pairs(const QList<Subject> &subjects, Level least, const Progress &progress)
{
    return Finder(subjects, least).find(progress);
}

} // namespace xinglin::linkage
