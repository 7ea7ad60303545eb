#include "engines/safety/formulareference.h"

#include <algorithm>
#include <tuple>

namespace xinglin::safety {

namespace {

/// Between the two halves of a name that stands apart.
constexpr qsizetype mostBetween = 2;
/// Shorter ones would stand apart in anything.
constexpr qsizetype leastApart = 4;

bool isOneOf(QChar c, QStringView these)
{
    return these.contains(c);
}

bool isPathogen(QChar c)
{
    return isOneOf(c, u"风寒暑湿燥热火");
}

/// The name without the word for what it is.
QString stem(QString name)
{
    while (!name.isEmpty() && isOneOf(name.back(), u"证候法"))
        name.chop(1);
    return name;
}

/// A clause of @p text that begins at @p at.
QStringView clauseAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && !isOneOf(text.at(end), u"，。；、：（）之或及 "))
        ++end;
    return text.mid(at, end - at);
}

/// Whether what stands from @p from to @p to begins there as a word of its own and is not denied.
bool beginsAWord(QStringView clause, qsizetype from)
{
    if (from == 0)
        return true;
    const QChar before = clause.at(from - 1);
    const QChar first = clause.at(from);
    if (isOneOf(before, u"不无未非"))
        return false;
    if (clause.left(from).endsWith(u"易感")) // prone to it, not ill of it
        return false;
    if (isPathogen(first) && isPathogen(before)) // 风寒湿 is neither 寒湿
        return false;
    if (isOneOf(first, u"风寒热") && before == u'恶') // a symptom
        return false;
    if (first == u'风' && isOneOf(before, u"中伤虚")) // 中风, a disease; 血虚风燥, of the inside
        return false;
    if (before == u'痰' && isOneOf(first, u"湿热火浊饮瘀气"))
        return false;
    if (first == u'虚' && isOneOf(before, u"血阴阳精津")) // 血虚|寒厥
        return false;
    return !(first == u'气' && before == u'阳');
}

bool endsAWord(QStringView clause, qsizetype to)
{
    if (to == clause.size())
        return true;
    const QChar last = clause.at(to - 1);
    const QChar next = clause.at(to);
    if (isPathogen(last) && isPathogen(next)) // nor 风寒
        return false;
    // 脾胃|虚寒, but 血虚|寒凝
    return !(last == u'虚' && isOneOf(next, u"寒热火") && !isOneOf(clause.at(to - 2), u"气血阴阳精津"));
}

std::optional<NamedAt> literally(QStringView clause, QStringView words)
{
    for (qsizetype at = clause.indexOf(words); at >= 0; at = clause.indexOf(words, at + 1)) {
        if (beginsAWord(clause, at) && endsAWord(clause, at + words.size()))
            return NamedAt{NamedAt::How::Within, 0, {{at, words.size()}}};
    }
    return std::nullopt;
}

std::optional<NamedAt> apart(QStringView clause, QStringView words)
{
    if (words.size() < leastApart)
        return std::nullopt;
    for (qsizetype head = 1; head < words.size(); ++head) {
        const QStringView rest = words.mid(head);
        for (qsizetype at = clause.indexOf(words.left(head)); at >= 0; at = clause.indexOf(words.left(head), at + 1)) {
            for (qsizetype between = 1; between <= mostBetween; ++between) {
                const qsizetype second = at + head + between;
                if (clause.mid(second, rest.size()) != rest || !beginsAWord(clause, at) ||
                    !endsAWord(clause, second + rest.size()))
                    continue;
                const QStringView inserted = clause.mid(at + head, between);
                if (std::none_of(inserted.begin(), inserted.end(), [](QChar c) { return isOneOf(c, u"不无未非"); }))
                    return NamedAt{NamedAt::How::Apart, 0, {{at, head}, {second, rest.size()}}};
            }
        }
    }
    return std::nullopt;
}

/// @p other: not the name itself but another one. One of two characters leads too far unless its clause begins with it.
std::optional<NamedAt> inClause(QStringView clause, const QString &words, bool other)
{
    const QString whole = stem(clause.toString());
    std::optional<NamedAt> found;
    if (other && words.size() == 2)
        found = clause.startsWith(words) ? literally(clause.left(whole.size()), words) : std::nullopt;
    else
        found = literally(clause, words);
    if (!found)
        found = apart(clause, words);
    if (!found)
        return found;
    if (whole == words)
        found->how = NamedAt::How::Alone;
    found->clause = whole.size();
    return found;
}

using Rank = std::tuple<int, NamedAt::How, qsizetype>;

Rank rankOf(const NamedFormula &formula)
{
    const NamedAt &at = formula.indication ? *formula.indication : *formula.function;
    return {formula.indication ? 0 : 1, at.how, at.clause};
}

bool isNearer(const NamedAt &one, const std::optional<NamedAt> &other)
{
    return !other || std::tie(one.how, one.clause) < std::tie(other->how, other->clause);
}

std::optional<NamedAt> nearest(const QString &text, const QList<QStringList> &things)
{
    std::optional<NamedAt> best;
    for (const QStringList &names : things) {
        const std::optional<NamedAt> found = named(text, names);
        if (found && isNearer(*found, best))
            best = found;
    }
    return best;
}

} // namespace

std::optional<NamedAt> named(const QString &text, const QStringList &names)
{
    std::optional<NamedAt> best;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString words = stem(names.at(i).trimmed());
        if (words.size() < 2)
            continue;
        for (qsizetype at = 0; at < text.size();) {
            const QStringView clause = clauseAt(text, at);
            std::optional<NamedAt> found = inClause(clause, words, i > 0);
            if (found && isNearer(*found, best)) {
                for (TextSpan &span : found->spans)
                    span.at += at;
                best = found;
            }
            at += clause.size() + 1;
        }
    }
    return best;
}

QList<NamedFormula> formulasNaming(const FormulaCatalog &catalog, const QList<QStringList> &patterns,
                                   const QList<QStringList> &methods)
{
    QList<NamedFormula> found;
    for (const Formula &formula : catalog.formulas()) {
        const NamedFormula one{&formula, nearest(formula.indications, patterns), nearest(formula.functions, methods)};
        if (one.indication || one.function)
            found << one;
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const NamedFormula &one, const NamedFormula &other) { return rankOf(one) < rankOf(other); });
    return found;
}

} // namespace xinglin::safety
