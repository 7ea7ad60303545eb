#include "interop/importvalues.h"

#include "base/text/phone.h"

#include <QRegularExpression>

namespace xinglin::interop {

namespace {

QString plain(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).trimmed();
}

template <class T>
Reading<T> unread(const char *why)
{
    return {std::nullopt, QLatin1String(why)};
}

/// A two-digit year: the latest that is not in the future.
int wholeYear(int year, QDate today)
{
    const int century = today.year() / 100 * 100;
    return century + year > today.year() ? century - 100 + year : century + year;
}

Reading<PartialDate> dateOf(int year, int month, int day, bool shortYear, QDate today)
{
    if (shortYear)
        year = wholeYear(year, today);
    auto date = PartialDate::of(year, month, day);
    if (date && shortYear && date->earliest() > today)
        date = PartialDate::of(year - 100, month, day);
    if (!date)
        return unread<PartialDate>("date.impossible");
    if (date->earliest() > today)
        return unread<PartialDate>("date.future");
    return {date, shortYear ? QStringLiteral("date.century") : QString()};
}

/// A day as Excel counts them: 1 is 1900-01-01, and 60 the day that never was.
Reading<PartialDate> dateOfExcel(int number, QDate today)
{
    const QDate date = QDate(1899, 12, 30).addDays(number);
    auto reading = dateOf(date.year(), date.month(), date.day(), false, today);
    if (reading.value)
        reading.why = QStringLiteral("date.excel");
    return reading;
}

/// The digits of a number that a spreadsheet made of a telephone, where they are all there.
std::optional<QString> wholeDigits(const QString &text)
{
    static const QRegularExpression decimal(QStringLiteral("^(\\d{7,15})\\.0*$"));
    if (const auto match = decimal.match(text); match.hasMatch())
        return match.captured(1);
    static const QRegularExpression exponent(QStringLiteral("^(\\d)(?:\\.(\\d+))?[eE]\\+?(\\d{1,2})$"));
    const auto match = exponent.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString digits = match.captured(1) + match.captured(2);
    // 1.38001E+10 has lost its last digits: only with all of them it is a number again.
    return digits.size() == match.captured(3).toInt() + 1 ? std::optional(digits) : std::nullopt;
}

bool hasExponent(const QString &text)
{
    static const QRegularExpression exponent(QStringLiteral("^\\d(?:\\.\\d+)?[eE]\\+?\\d{1,2}$"));
    return exponent.match(text).hasMatch();
}

std::optional<QString> phoneOf(const QString &typed, const QString &countryCode)
{
    if (const auto phone = parsePhone(typed))
        return phone->text;
    if (countryCode.isEmpty() || countryCode == u"86" || typed.startsWith(u'+'))
        return std::nullopt;
    QString digits = phoneDigits(typed);
    if (digits.startsWith(u'0'))
        digits.remove(0, 1);
    const auto foreign = parsePhone(u'+' + countryCode + digits);
    return foreign ? std::optional(foreign->text) : std::nullopt;
}

} // namespace

Reading<PartialDate> readDate(const Cell &cell, DateOrder order, QDate today)
{
    const QString text = plain(cell.text);
    if (text.isEmpty())
        return {};
    static const QRegularExpression none(
        QStringLiteral(
            "^(0{4}[-/.]0{1,2}[-/.]0{1,2}( .*)?|1900[-/.]0?1[-/.]0{1,2}( .*)?|0+|-+|/+|无|不详|未知|null|n/a|#n/a)$"),
        QRegularExpression::CaseInsensitiveOption);
    if (cell.kind == Cell::Kind::Error || none.match(text).hasMatch())
        return unread<PartialDate>("date.none");
    static const QRegularExpression eight(QStringLiteral("^((?:18|19|20|21)\\d{2})(\\d{2})(\\d{2})$"));
    if (const auto match = eight.match(text); match.hasMatch())
        return dateOf(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(), false, today);
    static const QRegularExpression parts(
        QStringLiteral("^(\\d{1,4})\\s*[./\\-年]\\s*(\\d{1,2})\\s*[./\\-月]\\s*(\\d{1,4})\\s*日?(?:[ T].*)?$"));
    if (const auto match = parts.match(text); match.hasMatch()) {
        const int first = match.captured(1).toInt();
        const int second = match.captured(2).toInt();
        const int third = match.captured(3).toInt();
        if (match.capturedLength(1) == 4)
            return dateOf(first, second, third, false, today);
        const bool shortYear = match.capturedLength(3) <= 2;
        if (order == DateOrder::YearFirst && shortYear)
            return dateOf(first, second, third, true, today);
        if (match.capturedLength(3) == 3)
            return unread<PartialDate>("date.unreadable");
        return order == DateOrder::DayFirst ? dateOf(third, second, first, shortYear, today)
                                            : dateOf(third, first, second, shortYear, today);
    }
    static const QRegularExpression yearOrMonth(
        QStringLiteral("^((?:18|19|20|21)\\d{2})\\s*(?:[./\\-年]\\s*(?:(\\d{1,2})\\s*月?)?)?$"));
    if (const auto match = yearOrMonth.match(text); match.hasMatch())
        return dateOf(match.captured(1).toInt(), match.captured(2).toInt(), 0, false, today);
    static const QRegularExpression number(QStringLiteral("^(\\d{4,5})(?:\\.\\d+)?$"));
    if (const auto match = number.match(text); match.hasMatch())
        return dateOfExcel(match.captured(1).toInt(), today);
    return unread<PartialDate>("date.unreadable");
}

Phones readPhones(const Cell &cell, const QString &countryCode)
{
    Phones read;
    const QString text = plain(cell.text);
    if (text.isEmpty() || saysNone(text))
        return read;
    const auto take = [&](const QString &typed) {
        const auto phone = phoneOf(typed, countryCode);
        if (phone && !read.phones.contains(*phone))
            read.phones << *phone;
        return phone.has_value();
    };
    if (take(text))
        return read;
    if (hasExponent(text) || text.contains(u'.')) {
        const auto digits = wholeDigits(text);
        if (digits && take(*digits)) {
            read.why = QStringLiteral("phone.number");
            return read;
        }
        if (hasExponent(text)) {
            read.unread << text;
            read.why = QStringLiteral("phone.digits-lost");
            return read;
        }
    }
    static const QRegularExpression between(QStringLiteral("[、,;/\\n]+|\\s{1,}(?=\\+?\\d{5,})"));
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        const QString typed = part.trimmed();
        if (!typed.isEmpty() && !take(typed))
            read.unread << typed;
    }
    if (!read.unread.isEmpty())
        read.why = QStringLiteral("phone.unreadable");
    return read;
}

Reading<Sex> readSex(const QString &text, const QHash<QString, QString> &words)
{
    const QString folded = foldedHeader(text);
    if (folded.isEmpty())
        return {};
    if (const auto word = words.constFind(folded); word != words.cend()) {
        if (const auto sex = sexFrom(*word))
            return {sex, {}};
    }
    static const QHash<QString, Sex> known{
        {QStringLiteral("男"), Sex::Male},         {QStringLiteral("男性"), Sex::Male},
        {QStringLiteral("先生"), Sex::Male},       {QStringLiteral("m"), Sex::Male},
        {QStringLiteral("male"), Sex::Male},       {QStringLiteral("1"), Sex::Male}, // GB/T 2261.1
        {QStringLiteral("女"), Sex::Female},       {QStringLiteral("女性"), Sex::Female},
        {QStringLiteral("女士"), Sex::Female},     {QStringLiteral("f"), Sex::Female},
        {QStringLiteral("female"), Sex::Female},   {QStringLiteral("2"), Sex::Female},
        {QStringLiteral("其他"), Sex::Other},      {QStringLiteral("other"), Sex::Other},
        {QStringLiteral("9"), Sex::Other},         {QStringLiteral("未知"), Sex::Unknown},
        {QStringLiteral("unknown"), Sex::Unknown}, {QStringLiteral("0"), Sex::Unknown},
        {QStringLiteral("不详"), Sex::Unknown},    {QStringLiteral("u"), Sex::Unknown}};
    const auto sex = known.constFind(folded);
    return sex == known.cend() ? unread<Sex>("sex.unknown") : Reading<Sex>{*sex, {}};
}

Reading<AgeSaid> readAge(const QString &text)
{
    const QString typed = plain(text);
    if (typed.isEmpty())
        return {};
    static const QRegularExpression years(QStringLiteral("^(\\d{1,3})(?:\\.0+)?\\s*(?:岁|周岁|years?|y)?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression months(QStringLiteral("^(\\d{1,2})\\s*(?:个月|月|months?|m)$"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression both(QStringLiteral("^(\\d{1,2})\\s*岁\\s*(\\d{1,2})\\s*(?:个月|月)$"));
    static const QRegularExpression days(QStringLiteral("^\\d{1,3}\\s*(?:天|日|days?|d)$"),
                                         QRegularExpression::CaseInsensitiveOption);
    AgeSaid age;
    if (const auto match = years.match(typed); match.hasMatch())
        age.years = match.captured(1).toInt();
    else if (const auto small = months.match(typed); small.hasMatch())
        age = {small.captured(1).toInt() / 12, small.captured(1).toInt() % 12};
    else if (const auto full = both.match(typed); full.hasMatch())
        age = {full.captured(1).toInt(), full.captured(2).toInt()};
    else if (!days.match(typed).hasMatch())
        return unread<AgeSaid>("age.unreadable");
    if (age.years > 130)
        return unread<AgeSaid>("age.unreadable");
    return {age, QStringLiteral("age.year")};
}

PartialDate birthFrom(const AgeSaid &age, QDate day)
{
    const QDate birth = day.addYears(-age.years).addMonths(-age.months);
    const auto date = age.years < 2 ? PartialDate::of(birth.year(), birth.month()) : PartialDate::of(birth.year());
    return date.value_or(PartialDate::of(birth));
}

Reading<QString> readIdNumber(const Cell &cell)
{
    const QString text = plain(cell.text);
    if (text.isEmpty() || saysNone(text))
        return {};
    if (cell.digitsLost || hasExponent(text))
        return unread<QString>("id.digits-lost");
    return {normaliseDocumentNumber(text), {}};
}

bool saysNone(const QString &text)
{
    static const QStringList none{
        QStringLiteral("无"),         QStringLiteral("没有"),         QStringLiteral("否"),
        QStringLiteral("否认"),       QStringLiteral("不详"),         QStringLiteral("未知"),
        QStringLiteral("none"),       QStringLiteral("no"),           QStringLiteral("nil"),
        QStringLiteral("na"),         QStringLiteral("nka"),          QStringLiteral("nkda"),
        QStringLiteral("unknown"),    QStringLiteral("null"),         QStringLiteral("无过敏史"),
        QStringLiteral("否认过敏史"), QStringLiteral("无药物过敏史"), QStringLiteral("否认药物过敏史")};
    const QString folded = foldedHeader(text);
    return folded.isEmpty() || none.contains(folded);
}

QStringList readList(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[、,;/\\n，；|]+"));
    QStringList items;
    for (const QString &part : text.split(between, Qt::SkipEmptyParts)) {
        const QString item = part.trimmed();
        if (!saysNone(item) && !items.contains(item))
            items << item;
    }
    return items;
}

QStringList splitHerbs(const QString &text)
{
    QStringList herbs;
    QString herb;
    int depth = 0;
    const auto end = [&] {
        if (!herb.trimmed().isEmpty())
            herbs << herb.trimmed();
        herb.clear();
    };
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        static const QString between = QStringLiteral("、,;。|\n\r");
        static const QString amounts = QStringLiteral(")g克枚片个");
        if (c == u'(')
            ++depth;
        else if (c == u')' && depth > 0)
            --depth;
        const bool afterAmount = !herb.isEmpty() && (herb.back().isDigit() || amounts.contains(herb.back()));
        if (depth == 0 && (between.contains(c) || (c.isSpace() && afterAmount)))
            end();
        else
            herb += c;
    }
    end();
    return herbs;
}

} // namespace xinglin::interop
