#include "clinic/catalog/vocabulary.h"

#include <algorithm>

namespace xinglin {

namespace {

constexpr int noMatch = 100;

/// The smaller, the better; noMatch for none.
int rankOf(const Term &term, const QString &typed)
{
    const QString low = typed.toLower();
    if (!term.code.isEmpty() && term.code.compare(typed, Qt::CaseInsensitive) == 0)
        return 0;
    if (term.zh == typed)
        return 1;
    if (term.initials == low)
        return 2;
    if (term.zh.startsWith(typed))
        return 3;
    if (term.initials.startsWith(low))
        return 4;
    if (term.pinyin.startsWith(low))
        return 5;
    if (!term.code.isEmpty() && term.code.startsWith(typed, Qt::CaseInsensitive))
        return 6;
    if (term.en.startsWith(typed, Qt::CaseInsensitive))
        return 7;
    for (const QString &alias : term.aliases) {
        if (alias.startsWith(typed, Qt::CaseInsensitive))
            return 8;
    }
    if (term.zh.contains(typed))
        return 9;
    if (low.size() >= 2 && term.en.contains(u' ' + typed, Qt::CaseInsensitive))
        return 10;
    for (const QString &alias : term.aliases) {
        if (alias.contains(typed))
            return 11;
    }
    return noMatch;
}

} // namespace

Vocabulary::Vocabulary(QList<TermGroup> groups, QList<Term> terms)
    : m_groups(std::move(groups)), m_terms(std::move(terms))
{
    m_byId.reserve(m_terms.size());
    for (qsizetype i = 0; i < m_terms.size(); ++i) {
        m_byId.insert(m_terms.at(i).id, i);
        if (!m_terms.at(i).code.isEmpty())
            m_byCode.insert({m_terms.at(i).codeSystem, m_terms.at(i).code}, i);
    }
}

QList<Term> Vocabulary::inGroup(const QString &group) const
{
    QList<Term> found;
    std::copy_if(m_terms.begin(), m_terms.end(), std::back_inserter(found),
                 [&](const Term &term) { return term.group == group; });
    return found;
}

const Term *Vocabulary::find(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? nullptr : &m_terms.at(*found);
}

const Term *Vocabulary::byCode(const QString &codeSystem, const QString &code) const
{
    const auto found = m_byCode.constFind({codeSystem, code});
    return found == m_byCode.constEnd() ? nullptr : &m_terms.at(*found);
}

const TermGroup *Vocabulary::group(const QString &id) const
{
    const auto found =
        std::find_if(m_groups.begin(), m_groups.end(), [&](const TermGroup &group) { return group.id == id; });
    return found == m_groups.end() ? nullptr : &*found;
}

QList<Term> Vocabulary::complete(const QString &typed, const QString &group, int limit) const
{
    const QString wanted = typed.trimmed();
    if (wanted.isEmpty() || limit <= 0)
        return {};
    const bool letters = std::all_of(wanted.begin(), wanted.end(), [](QChar c) { return c.unicode() < 128; });
    QString packed = wanted;
    if (letters)
        packed.remove(u' ');
    struct Hit
    {
        int rank;
        qsizetype length;
        qsizetype index;
    };
    QList<Hit> hits;
    for (qsizetype i = 0; i < m_terms.size(); ++i) {
        const Term &term = m_terms.at(i);
        if (!group.isEmpty() && term.group != group)
            continue;
        int rank = rankOf(term, wanted);
        if (packed != wanted)
            rank = std::min(rank, rankOf(term, packed));
        if (rank < noMatch)
            hits.append({rank, term.zh.size(), i});
    }
    std::sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) {
        return std::tie(a.rank, a.length, a.index) < std::tie(b.rank, b.length, b.index);
    });
    QList<Term> found;
    for (const Hit &hit : hits.first(std::min<qsizetype>(limit, hits.size())))
        found << m_terms.at(hit.index);
    return found;
}

bool Vocabulary::fit(const Term &one, const Term &other) const
{
    if (one.id == other.id)
        return true;
    if (one.excludes.contains(other.id) || other.excludes.contains(one.id))
        return false;
    const TermGroup *shared = one.group == other.group ? group(one.group) : nullptr;
    return !shared || !shared->exclusive;
}

} // namespace xinglin
