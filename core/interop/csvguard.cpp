#include "interop/csvguard.h"

#include "interop/tabledigits.h"

#include <algorithm>

namespace xinglin::interop {

namespace {

constexpr qsizetype longestPhone = 24;

bool startsFormula(QStringView text)
{
    constexpr QStringView starts = u"=+-@＝＋－＠\t\r\n";
    return !text.isEmpty() && starts.contains(text.front());
}

QStringView withoutApostrophes(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    return text;
}

bool isPhone(QStringView text)
{
    if (!text.startsWith(u'+') || text.size() < 2 || text.size() > longestPhone)
        return false;
    const auto rest = text.sliced(1);
    return rest.front() != u' ' &&
           std::all_of(rest.begin(), rest.end(), [](QChar c) { return c == u' ' || (c >= u'0' && c <= u'9'); });
}

} // namespace

QString guarded(const QString &text)
{
    if (!startsFormula(withoutApostrophes(text)))
        return text;
    if (text == u'-' || isPlainNumber(text) || isPhone(text))
        return text;
    return u'\'' + text;
}

QString unguarded(const QString &text)
{
    if (!text.startsWith(u'\'') || !startsFormula(withoutApostrophes(text)))
        return text;
    return text.sliced(1);
}

} // namespace xinglin::interop
