#include "clinic/record/typedname.h"

#include "base/text/pinyin.h"

#include <algorithm>

namespace xinglin::typedname {

QString lettersOf(const QString &name)
{
    return termInitials(name).toLower().left(mostLetters);
}

QString plainCode(const QString &code, const QString &name)
{
    const QString written = code.trimmed().toLower();
    return written.isEmpty() ? lettersOf(name.trimmed()) : written;
}

bool isCode(const QString &code)
{
    const bool letters = std::all_of(code.begin(), code.end(),
                                     [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
    return code.size() >= 2 && code.size() <= mostLetters && letters && !code.front().isDigit();
}

} // namespace xinglin::typedname
