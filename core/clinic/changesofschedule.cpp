#include "clinic/changesofschedule.h"

#include "access/rights.h"
#include "base/text/daywords.h"
#include "clinic/changewords.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/claims.h"
#include "clinic/schedule/rosters.h"
#include "clinic/schedule/waitlist.h"

#include <QCoreApplication>
#include <QLocale>

namespace xinglin::changes {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::changes)
};

using access::Permission;
using Columns = QMap<QByteArray, store::ColumnChange>;

QString textOf(const store::Value &value)
{
    return std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString();
}

Instant instantIn(const store::Value &value)
{
    return instantFromMs(std::holds_alternative<qint64>(value) ? std::get<qint64>(value) : 0);
}

QString namesOf(const store::Snapshot &view, const QList<ResourceId> &resources)
{
    QStringList names;
    for (const ResourceId id : resources) {
        if (const auto known = schedule::resource(view, id))
            names << known->content.name;
    }
    return names.join(Tr::tr(", "));
}

/// What a claim asked for, one for each need.
QList<ResourceId> claimed(const store::Snapshot &view, const Uuid &claim)
{
    store::Query rows = view.sql("SELECT resource_id FROM claim_resource WHERE claim_id = ?1 ORDER BY n");
    rows.bind(claim);
    QList<ResourceId> resources;
    while (rows.next())
        resources << rows.get<ResourceId>(0);
    return resources;
}

/// The claims of an appointment, the oldest first.
QList<Uuid> claimsOf(const store::Snapshot &view, AppointmentId appointment)
{
    store::Query rows = view.sql("SELECT id FROM claim WHERE appointment_id = ?1 ORDER BY n");
    rows.bind(appointment);
    QList<Uuid> claims;
    while (rows.next())
        claims << rows.get<Uuid>(0);
    return claims;
}

/// That somebody or something else is claimed than before.
QStringList claimLines(const store::Snapshot &view, const Uuid &row, bool named)
{
    store::Query found = view.sql("SELECT appointment_id FROM claim WHERE id = ?1");
    if (!found.bind(row).next())
        return {};
    const auto appointment = found.get<AppointmentId>(0);
    const auto one = schedule::find(view, appointment);
    const QList<Uuid> claims = claimsOf(view, appointment);
    const qsizetype place = claims.indexOf(row);
    if (place < 1 || !one || (!one->patient && !one->enquiry))
        return {};
    const QString before = namesOf(view, claimed(view, claims[place - 1]));
    const QString now = namesOf(view, claimed(view, row));
    if (before == now)
        return {};
    return {named ? Tr::tr("%1: with %2 instead of %3.").arg(one->who, now, before)
                  : Tr::tr("With %1 instead of %2.").arg(now, before)};
}

QString statusLine(const Appointment &one, const Columns &columns, const QString &what)
{
    const QString status = textOf(columns.value("status").to);
    if (status == u"cancelled") {
        const bool byClinic = textOf(columns.value("cancelled_by").to) == u"clinic";
        const QString reason = textOf(columns.value("reason").to);
        return byClinic ? Tr::tr("Appointment cancelled by the clinic (%1): %2.").arg(what, reason)
                        : Tr::tr("Appointment cancelled by the patient (%1): %2.").arg(what, reason);
    }
    if (status == u"arrived")
        return Tr::tr("Came to the appointment (%1).").arg(what);
    if (status == u"fulfilled")
        return Tr::tr("The appointment is done (%1).").arg(what);
    if (status == u"noshow")
        return Tr::tr("Did not come to the appointment (%1).").arg(what);
    if (status == u"entered-in-error")
        return Tr::tr("Booking taken back (%1).").arg(what);
    return one.status == AppointmentStatus::Booked ? Tr::tr("The appointment stands again (%1).").arg(what) : QString();
}

QStringList appointmentLines(const store::Snapshot &view, const Uuid &row, bool isNew, const Columns &columns,
                             bool named)
{
    const auto one = schedule::find(view, AppointmentId(row));
    if (!one || (!one->patient && !one->enquiry))
        return {};
    const auto when = [&](Instant at) { return momentInWords(at, view.zone()); };
    const Instant start = columns.contains("start_ms") ? instantIn(columns.value("start_ms").to) : one->period.from;
    const QString who = named ? Tr::tr("%1, %2").arg(one->who, one->serviceName) : one->serviceName;
    const QString what = Tr::tr("%1, %2").arg(who, when(start));
    QStringList lines;
    if (isNew) {
        const QList<Uuid> claims = claimsOf(view, one->id);
        const QString with = claims.isEmpty() ? QString() : namesOf(view, claimed(view, claims.constFirst()));
        return {with.isEmpty() ? Tr::tr("Appointment booked: %1.").arg(what)
                               : Tr::tr("Appointment booked: %1, %2.").arg(what, with)};
    }
    if (columns.contains("start_ms"))
        lines << Tr::tr("Appointment moved (%1): from %2 to %3.")
                     .arg(who, when(instantIn(columns.value("start_ms").from)), when(start));
    else if (columns.contains("end_ms"))
        lines << Tr::tr("Appointment of another length (%1): until %2.")
                     .arg(what, when(instantIn(columns.value("end_ms").to)));
    if (columns.contains("status"))
        lines << statusLine(*one, columns, what);
    if (columns.contains("confirmed"))
        lines << (columns.value("confirmed").to == store::Value(qint64(1))
                      ? Tr::tr("Said that they will come (%1).").arg(what)
                      : Tr::tr("Not confirmed any more (%1).").arg(what));
    if (columns.contains("note"))
        lines << fieldSentence(fieldName("appointment", "note"), textOf(columns.value("note").from),
                               textOf(columns.value("note").to));
    lines.removeAll(QString());
    return lines;
}

QStringList waitlistLines(const store::Snapshot &view, const Uuid &row, bool isNew, const Columns &columns, bool named)
{
    const auto entry = schedule::waitlistEntry(view, WaitlistEntryId(row));
    if (!entry)
        return {};
    const QString what = named ? Tr::tr("%1, %2").arg(entry->who, entry->serviceName) : entry->serviceName;
    if (isNew)
        return {Tr::tr("Put on the waitlist: %1.").arg(what)};
    if (!columns.contains("status"))
        return {Tr::tr("Entry of the waitlist changed: %1.").arg(what)};
    switch (entry->status) {
    case WaitlistStatus::Booked:
        return {Tr::tr("Got a time from the waitlist: %1.").arg(what)};
    case WaitlistStatus::Waiting:
        return {Tr::tr("Back on the waitlist: %1.").arg(what)};
    default:
        return {Tr::tr("Taken off the waitlist: %1.").arg(what)};
    }
}

QStringList preferenceLines(const Columns &columns)
{
    const QString sex = textOf(columns.value("practitioner_sex").to);
    if (sex.isEmpty())
        return {Tr::tr("Is content with any practitioner.")};
    return {sex == u"female" ? Tr::tr("Wishes for a woman as practitioner.")
                             : Tr::tr("Wishes for a man as practitioner.")};
}

QStringList exceptionLines(const store::Snapshot &view, const Uuid &row, bool isNew, const Columns &columns)
{
    store::Query found = view.sql("SELECT resource_id, kind, first_day, last_day, reason FROM roster_exception"
                                  " WHERE id = ?1");
    if (!found.bind(row).next() || (!isNew && !columns.contains("ended")))
        return {};
    const auto resource = found.get<std::optional<ResourceId>>(0);
    const QString who = resource ? namesOf(view, {*resource}) : Tr::tr("The clinic");
    const QLocale locale;
    const QString first = locale.toString(found.get<QDate>(2), QLocale::ShortFormat);
    const QString last = locale.toString(found.get<QDate>(3), QLocale::ShortFormat);
    const QString days = first == last ? first : Tr::tr("%1 to %2").arg(first, last);
    if (!isNew)
        return {Tr::tr("Works as usual again (%1): %2.").arg(who, days)};
    return {found.get<QString>(1) == u"away" ? Tr::tr("Does not work (%1): %2.").arg(who, days)
                                             : Tr::tr("Works besides (%1): %2.").arg(who, days)};
}

} // namespace

bool isOfSchedule(const QByteArray &table)
{
    return table == "appointment" || table == "waitlist_entry" || table == "booking_preference" ||
           table == "roster_exception" || table == "claim";
}

QStringList scheduleSentences(const store::Snapshot &view, const QByteArray &table, const Uuid &row, bool isNew,
                              const Columns &columns, bool named)
{
    if (table == "appointment")
        return appointmentLines(view, row, isNew, columns, named);
    if (table == "waitlist_entry")
        return waitlistLines(view, row, isNew, columns, named);
    if (table == "claim")
        return claimLines(view, row, named);
    return table == "booking_preference" ? preferenceLines(columns) : exceptionLines(view, row, isNew, columns);
}

QList<store::RowName> scheduleRowsOf(const store::Snapshot &view, PatientId id)
{
    QList<store::RowName> found;
    for (const char *table : {"appointment", "waitlist_entry", "booking_preference"}) {
        const QByteArray sql = QByteArray("SELECT t.id FROM ") + table + " t WHERE " + patient::where("t");
        store::Query rows = view.sql(sql.constData());
        rows.bind(id);
        while (rows.next())
            found << store::RowName{table, rows.get<Uuid>(0)};
    }
    return found;
}

} // namespace xinglin::changes
