#include "interop/tabledigits.h"

#include <algorithm>

namespace xinglin::interop {

namespace {

constexpr qsizetype shownDigits = 15;
constexpr qsizetype mostDigits = 400;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// A number as the digits that count and the place of the point: 0.d1d2d3… × 10^point.
struct Digits
{
    bool negative = false;
    QString digits; ///< Neither begins nor ends with a zero; empty for zero.
    qint64 point = 0;
};

/// Takes zeros from both ends.
void tidy(Digits &number)
{
    qsizetype leading = 0;
    while (leading < number.digits.size() && number.digits[leading] == u'0')
        ++leading;
    number.digits.remove(0, leading);
    number.point -= leading;
    while (number.digits.endsWith(u'0'))
        number.digits.chop(1);
    if (number.digits.isEmpty())
        number.point = 0;
}

std::optional<qint64> exponentOf(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.sliced(1);
    if (text.isEmpty() || text.size() > 6 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    const qint64 value = text.toLongLong();
    return negative ? -value : value;
}

std::optional<Digits> parsed(QStringView text)
{
    Digits number;
    number.negative = text.startsWith(u'-');
    if (number.negative || text.startsWith(u'+'))
        text = text.sliced(1);
    qsizetype at = 0;
    bool pointed = false;
    for (; at < text.size(); ++at) {
        if (isDigit(text[at])) {
            number.digits += text[at];
            number.point += pointed ? 0 : 1;
        } else if (text[at] == u'.' && !pointed) {
            pointed = true;
        } else {
            break;
        }
    }
    if (number.digits.isEmpty() || number.digits.size() > mostDigits)
        return std::nullopt;
    if (at < text.size()) {
        if (text[at] != u'E' && text[at] != u'e')
            return std::nullopt;
        const auto exponent = exponentOf(text.sliced(at + 1));
        if (!exponent)
            return std::nullopt;
        number.point += *exponent;
    }
    tidy(number);
    return number;
}

/// To the digits that spreadsheets show, halves away from zero.
void round(Digits &number)
{
    if (number.digits.size() <= shownDigits)
        return;
    const bool up = number.digits[shownDigits] >= u'5';
    number.digits.truncate(shownDigits);
    if (up) {
        qsizetype at = shownDigits;
        while (at > 0 && number.digits[at - 1] == u'9')
            number.digits[--at] = u'0';
        if (at > 0) {
            number.digits[at - 1] = QChar(number.digits[at - 1].unicode() + 1);
        } else {
            number.digits.prepend(u'1');
            ++number.point;
        }
    }
    tidy(number);
}

} // namespace

std::optional<PlainNumber> plainNumber(QStringView stored)
{
    auto number = parsed(stored.trimmed());
    if (!number)
        return std::nullopt;
    PlainNumber plain;
    // A whole number keeps what the file has; of the rest of a fraction nobody has seen more than 15 digits.
    if (number->point < number->digits.size() && number->point <= shownDigits)
        round(*number);
    const qint64 size = number->digits.size();
    if (qAbs(number->point) > mostDigits)
        return std::nullopt;
    plain.digitsLost = number->point > shownDigits;
    if (size == 0)
        plain.text = QStringLiteral("0");
    else if (number->point <= 0)
        plain.text = QStringLiteral("0.") + QString(-number->point, u'0') + number->digits;
    else if (number->point >= size)
        plain.text = number->digits + QString(number->point - size, u'0');
    else
        plain.text = number->digits.left(number->point) + u'.' + number->digits.mid(number->point);
    if (number->negative && size > 0)
        plain.text.prepend(u'-');
    return plain;
}

bool isPlainNumber(QStringView text)
{
    if (text.isEmpty() || text.startsWith(u'+') || text.endsWith(u'.'))
        return false;
    if (const auto point = text.indexOf(u'.'); point >= 0) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    const auto plain = plainNumber(text);
    return plain && plain->text == text && !plain->digitsLost;
}

bool isShortened(QStringView text)
{
    const qsizetype exponent = text.indexOf(u"E+");
    if (exponent < 1 || text.size() > 40 || text.size() - exponent < 4)
        return false;
    const QStringView digits = text.sliced(exponent + 2);
    return std::all_of(digits.begin(), digits.end(), isDigit) && isDigit(text[exponent - 1]) && plainNumber(text);
}

} // namespace xinglin::interop
