#include "interop/xlsxformats.h"

#include "interop/tabledigits.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace xinglin::interop::xlsx {

namespace {

constexpr int lastDay = 2'958'465; // 9999-12-31
constexpr int lastYear = 9999;
constexpr int mostPadding = 30;
constexpr qint64 daySeconds = 86'400;

/// The letters of a format's first section, without what is shown as it stands, in small letters; an elapsed time's
/// brackets become '['.
QString bareCode(QStringView code)
{
    QString bare;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        if (c == u';')
            break;
        if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'"') {
            while (i + 1 < code.size() && code[++i] != u'"') {
            }
        } else if (c == u'[') {
            const qsizetype end = code.indexOf(u']', i);
            if (end < 0)
                break;
            const QString inside = code.sliced(i + 1, end - i - 1).toString().toLower();
            const bool elapsed =
                !inside.isEmpty() && (inside.count(u'h') == inside.size() || inside.count(u'm') == inside.size() ||
                                      inside.count(u's') == inside.size());
            if (elapsed)
                bare += u'[' + inside;
            i = end;
        } else {
            bare += c.toLower();
        }
    }
    return bare;
}

Cell text(const QString &value)
{
    return textCell(value);
}

QString clockText(qint64 seconds)
{
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    return two(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60);
}

Cell plainCell(QStringView value, const Shown &shown)
{
    const auto number = plainNumber(value);
    if (!number)
        return text(value.toString());
    QString shownText = number->text;
    if (shown.as == Shown::As::Padded && !shownText.contains(u'.') && !shownText.startsWith(u'-'))
        shownText = shownText.rightJustified(shown.digits, u'0');
    // A number with zeros before it is a mark of something and not an amount.
    const bool padded = shownText.size() > number->text.size();
    return Cell{padded ? Cell::Kind::Text : Cell::Kind::Number, shownText, number->digitsLost};
}

/// The days that 1900 has in Excel and nowhere else.
std::optional<QString> excelOnlyDay(qint64 day, bool from1904)
{
    if (from1904 || (day != 0 && day != 60))
        return std::nullopt;
    return day == 0 ? QStringLiteral("1900-01-00") : QStringLiteral("1900-02-29");
}

QDate dateOf(qint64 day, bool from1904)
{
    if (from1904)
        return QDate(1904, 1, 1).addDays(day);
    return (day < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30)).addDays(day);
}

} // namespace

Shown shownAs(QStringView formatCode)
{
    // WPS writes built-in formats so.
    constexpr QStringView reserved = u"reserved-0x";
    if (formatCode.startsWith(reserved, Qt::CaseInsensitive))
        return shownAs(formatCode.sliced(reserved.size()).toInt(nullptr, 16));
    const QString bare = bareCode(formatCode);
    if (bare.isEmpty() || bare.contains(u"general") || bare.startsWith(u"g/"))
        return {};
    if (bare.contains(u'['))
        return {Shown::As::Elapsed, 0};
    if (bare.count(u'0') == bare.size() && bare.size() > 1 && bare.size() <= mostPadding)
        return {Shown::As::Padded, int(bare.size())};
    const bool scientific = bare.contains(u"e+") || bare.contains(u"e-");
    const bool year = bare.contains(u'y') || (bare.contains(u'e') && !scientific);
    const bool day = bare.contains(u'd') || bare.contains(u"aaa");
    const bool clock = bare.contains(u'h') || bare.contains(u's');
    const bool month = bare.contains(u'm');
    if (clock)
        return {year || day ? Shown::As::DateTime : Shown::As::Time, 0};
    if (day || (year && !month))
        return {Shown::As::Date, 0};
    if (year || month)
        return {Shown::As::Month, 0};
    return {};
}

Shown shownAs(int builtInFormat)
{
    switch (builtInFormat) {
    case 14:
    case 15:
    case 16:
    case 28:
    case 29:
    case 30:
    case 31:
    case 51:
    case 53:
    case 54:
    case 58:
        return {Shown::As::Date, 0};
    case 17:
    case 27:
    case 36:
    case 50:
    case 52:
    case 57:
        return {Shown::As::Month, 0};
    case 22:
        return {Shown::As::DateTime, 0};
    case 18:
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 34:
    case 35:
    case 45:
    case 47:
    case 55:
    case 56:
        return {Shown::As::Time, 0};
    case 46:
        return {Shown::As::Elapsed, 0};
    default:
        return {};
    }
}

Cell numberCell(QStringView value, const Shown &shown, bool from1904)
{
    if (shown.as == Shown::As::Number || shown.as == Shown::As::Padded)
        return plainCell(value, shown);
    bool isNumber = false;
    const double serial = value.trimmed().toDouble(&isNumber);
    if (!isNumber)
        return text(value.toString());
    // Excel shows such a date as a row of ####.
    if (!(serial >= 0 && serial < lastDay + 1.0))
        return plainCell(value, {});
    auto day = static_cast<qint64>(std::floor(serial));
    auto seconds = static_cast<qint64>(std::llround((serial - std::floor(serial)) * double(daySeconds)));
    if (shown.as == Shown::As::Elapsed) {
        const qint64 all = day * daySeconds + seconds;
        return Cell{all < daySeconds ? Cell::Kind::Time : Cell::Kind::Text, clockText(all), false};
    }
    const bool withClock = shown.as == Shown::As::DateTime || shown.as == Shown::As::Time;
    if (withClock && seconds == daySeconds) {
        ++day;
        seconds = 0;
    }
    if (shown.as == Shown::As::Time || (shown.as == Shown::As::DateTime && day == 0 && !from1904))
        return Cell{Cell::Kind::Time, clockText(seconds), false};
    const QString clock = withClock ? u'T' + clockText(seconds) : QString();
    if (const auto odd = excelOnlyDay(day, from1904))
        return text(*odd + clock);
    const QDate date = dateOf(day, from1904);
    if (date.year() > lastYear)
        return plainCell(value, {});
    if (withClock)
        return Cell{Cell::Kind::DateTime, date.toString(Qt::ISODate) + clock, false};
    return Cell{Cell::Kind::Date,
                shown.as == Shown::As::Month ? date.toString(QStringLiteral("yyyy-MM")) : date.toString(Qt::ISODate),
                false};
}

Cell isoDateCell(const QString &value)
{
    const QString whole = value.trimmed();
    if (const QDate date = QDate::fromString(whole, Qt::ISODate); date.isValid() && whole.size() == 10)
        return Cell{Cell::Kind::Date, whole, false};
    if (const QTime time = QTime::fromString(whole, Qt::ISODate); time.isValid() && !whole.contains(u'T'))
        return Cell{Cell::Kind::Time, time.toString(Qt::ISODate), false};
    const QString withoutZone = whole.endsWith(u'Z') ? whole.chopped(1) : whole;
    const QDateTime stamp = QDateTime::fromString(withoutZone, Qt::ISODate);
    if (!stamp.isValid())
        return text(value);
    if (stamp.time() == QTime(0, 0))
        return Cell{Cell::Kind::Date, stamp.date().toString(Qt::ISODate), false};
    return Cell{Cell::Kind::DateTime, stamp.date().toString(Qt::ISODate) + u'T' + stamp.time().toString(u"HH:mm:ss"),
                false};
}

} // namespace xinglin::interop::xlsx
