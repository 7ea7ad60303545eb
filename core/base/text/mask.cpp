#include "base/text/mask.h"

namespace xinglin {

namespace {

QString ends(const QString &text, qsizetype first, qsizetype last, qsizetype stars)
{
    return text.first(first) + QString(stars, u'*') + text.last(last);
}

QString shortEnds(const QString &text)
{
    const qsizetype shown = text.size() > 3 ? 2 : 0;
    return ends(text, 0, shown, text.size() - shown);
}

} // namespace

QString maskPhone(const QString &phone)
{
    const qsizetype sign = phone.startsWith(u'+') ? 1 : 0;
    return phone.size() - sign < 8 ? shortEnds(phone) : ends(phone, sign + 3, 4, 4);
}

QString maskIdNumber(const QString &number)
{
    return number.size() < 8 ? shortEnds(number) : ends(number, 3, 4, number.size() - 7);
}

QString maskName(const QString &name)
{
    auto characters = name.trimmed().toStdU32String();
    const std::size_t count = characters.size();
    for (std::size_t i = 0; i < count; ++i) {
        const bool shown = count > 1 && (i == 0 || (count > 2 && i == count - 1));
        if (!shown)
            characters[i] = U'*';
    }
    return QString::fromStdU32String(characters);
}

} // namespace xinglin
