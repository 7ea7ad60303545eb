#include "clinic/schedule/holidays.h"

#include "clinic/schedule/schedulerows.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using access::Permission;
using freebusy::SpecialDay;

constexpr qsizetype mostBytes = 1'000'000;
constexpr qint64 longestHoliday = 31;
constexpr int firstYear = 2000;
constexpr int lastYear = 2200;

Error at(const QString &path, const QString &sentence)
{
    return {Code::Invalid, sentence, path, {}};
}

std::optional<SpecialDay> kindFrom(const QString &text)
{
    if (text == u"holiday")
        return SpecialDay::Holiday;
    if (text == u"workday")
        return SpecialDay::Workday;
    return std::nullopt;
}

QString toText(std::optional<SpecialDay> kind)
{
    if (!kind)
        return QStringLiteral("ordinary");
    return *kind == SpecialDay::Holiday ? QStringLiteral("holiday") : QStringLiteral("workday");
}

/// Adds the days of one entry, or says what is wrong with it.
std::optional<Error> addEntry(const QJsonObject &entry, int year, const QString &path, QMap<QDate, CalendarDay> &days)
{
    const QDate first = QDate::fromString(entry[u"first"].toString(), Qt::ISODate);
    const QDate last = QDate::fromString(entry[u"last"].toString(), Qt::ISODate);
    if (!first.isValid() || first.year() != year)
        return at(path + QStringLiteral(".first"), Tr::tr("This is no day of that year."));
    if (!last.isValid() || last < first || first.daysTo(last) >= longestHoliday)
        return at(path + QStringLiteral(".last"), Tr::tr("It does not end within a month after it begins."));
    const auto kind = kindFrom(entry[u"kind"].toString());
    if (!kind)
        return at(path + QStringLiteral(".kind"), Tr::tr("This is neither “holiday” nor “workday”."));
    const QString zh = entry[u"zh"].toString().trimmed();
    const QString en = entry[u"en"].toString().trimmed();
    if (zh.isEmpty() || en.isEmpty())
        return at(path, Tr::tr("The name is needed in Chinese and English."));
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        if (days.contains(day))
            return at(path + QStringLiteral(".first"), Tr::tr("A day is named twice."));
        days.insert(day, {day, kind, zh, en});
    }
    return std::nullopt;
}

/// What the clinic itself says; later rows over earlier ones.
QMap<QDate, CalendarDay> ownDays(const store::Snapshot &view, QDate first, QDate last)
{
    QMap<QDate, CalendarDay> days;
    store::Query rows = view.sql("SELECT s.day, s.kind, s.name_zh, s.name_en FROM special_day s"
                                 " WHERE s.day BETWEEN ?1 AND ?2 ORDER BY s.n");
    rows.bind(first, last);
    while (rows.next()) {
        const auto day = rows.get<QDate>(0);
        days.insert(day, {day, kindFrom(rows.get<QString>(1)), rows.get<QString>(2), rows.get<QString>(3)});
    }
    return days;
}

QMap<QDate, CalendarDay> daysOf(const store::Snapshot &view, QDate first, QDate last)
{
    QMap<QDate, CalendarDay> days;
    for (const CalendarDay &one : shippedHolidays()) {
        if (first <= one.day && one.day <= last)
            days.insert(one.day, one);
    }
    const auto own = ownDays(view, first, last);
    for (const CalendarDay &one : own)
        days.insert(one.day, one);
    return days;
}

/// Says what a day is, where it is not so already.
bool put(store::Transaction &tx, const CalendarDay &wanted)
{
    const CalendarDay known = daysOf(tx, wanted.day, wanted.day).value(wanted.day, {wanted.day, {}, {}, {}});
    if (known == wanted)
        return false;
    store::Query row = tx.sql("SELECT s.id FROM special_day s WHERE s.day = ?1 ORDER BY s.n DESC");
    if (row.bind(wanted.day).next()) {
        tx.sql("UPDATE special_day SET kind = ?2, name_zh = ?3, name_en = ?4 WHERE id = ?1")
            .bind(row.get<Uuid>(0), toText(wanted.kind), wanted.zh, wanted.en)
            .run();
        return true;
    }
    tx.sql("INSERT INTO special_day(id, day, kind, name_zh, name_en) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(tx.newUuid(), wanted.day, toText(wanted.kind), wanted.zh, wanted.en)
        .run();
    return true;
}

} // namespace

Result<QList<CalendarDay>> holidaysFromJson(const QByteArray &json)
{
    if (json.size() > mostBytes)
        return at({}, Tr::tr("The file is too large."));
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError || !document.isObject())
        return Error{Code::Invalid, Tr::tr("This is no file of holidays."), {}, parsed.errorString()};
    const QJsonObject root = document.object();
    if (root[u"version"].toInt() != 1)
        return Error{root[u"version"].toInt() > 1 ? Code::Newer : Code::Invalid,
                     Tr::tr("This program does not know this version of the file."),
                     QStringLiteral("version"),
                     {}};
    QMap<QDate, CalendarDay> days;
    const QJsonArray years = root[u"years"].toArray();
    for (qsizetype y = 0; y < years.size(); ++y) {
        const QString path = QStringLiteral("years[%1]").arg(y);
        const QJsonObject one = years[y].toObject();
        const int year = one[u"year"].toInt();
        if (year < firstYear || year > lastYear)
            return at(path + QStringLiteral(".year"), Tr::tr("This is no year."));
        const QJsonArray entries = one[u"days"].toArray();
        for (qsizetype d = 0; d < entries.size(); ++d) {
            if (auto wrongEntry =
                    addEntry(entries[d].toObject(), year, QStringLiteral("%1.days[%2]").arg(path).arg(d), days))
                return *wrongEntry;
        }
    }
    if (days.isEmpty())
        return at(QStringLiteral("years"), Tr::tr("There is no day in it."));
    return days.values();
}

const QList<CalendarDay> &shippedHolidays()
{
    static const QList<CalendarDay> days = [] {
        QFile file(QStringLiteral(":/catalog/holidays.json"));
        const auto read =
            file.open(QIODevice::ReadOnly) ? holidaysFromJson(file.readAll()) : Result<QList<CalendarDay>>(Error{});
        return read ? *read : QList<CalendarDay>();
    }();
    return days;
}

Result<int> addHolidays(store::Transaction &tx, const QByteArray &json)
{
    if (auto refused = access::require(tx, Permission::EditResources))
        return *refused;
    const auto days = holidaysFromJson(json);
    if (!days)
        return days.error();
    int changed = 0;
    for (const CalendarDay &one : *days)
        changed += put(tx, one) ? 1 : 0;
    tx.audit({tx.act(), "special_day", {}, {}, "ok", QString::number(changed)});
    return changed;
}

Result<Done> setCalendarDay(store::Transaction &tx, QDate day, std::optional<SpecialDay> kind, const QString &name)
{
    if (auto refused = access::require(tx, Permission::EditResources))
        return *refused;
    if (!day.isValid() || day.year() < firstYear || day.year() > lastYear)
        return wrong("day", Tr::tr("This is no day."));
    if (kind && name.trimmed().isEmpty())
        return wrong("name", Tr::tr("The name is needed."));
    if (put(tx, {day, kind, name.trimmed(), name.trimmed()}))
        tx.audit({tx.act(), "special_day", {}, {}, "ok", day.toString(Qt::ISODate)});
    return Done{};
}

Result<QList<CalendarDay>> calendarDays(const store::Snapshot &view, QDate first, QDate last)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    QList<CalendarDay> days = daysOf(view, first, last).values();
    days.removeIf([](const CalendarDay &one) { return !one.kind; });
    return days;
}

Result<freebusy::SpecialDays> specialDays(const store::Snapshot &view, QDate first, QDate last)
{
    const auto days = calendarDays(view, first, last);
    if (!days)
        return days.error();
    freebusy::SpecialDays special;
    for (const CalendarDay &one : *days)
        special.insert(one.day, *one.kind);
    return special;
}

Result<int> lastHolidayYear(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    int year = 0;
    for (const CalendarDay &one : shippedHolidays())
        year = std::max(year, one.day.year());
    store::Query row = view.sql("SELECT s.day FROM special_day s WHERE s.day >= ?1 AND s.kind = 'holiday'"
                                " ORDER BY s.day DESC LIMIT 1");
    if (row.bind(QDate(year, 1, 1)).next())
        year = std::max(year, row.get<QDate>(0).year());
    return year;
}

} // namespace xinglin::schedule
