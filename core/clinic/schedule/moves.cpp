#include "clinic/schedule/moves.h"

#include "access/rights.h"
#include "clinic/schedule/schedulerows.h"

#include <QCoreApplication>
#include <QLocale>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

} // namespace

Result<Appointment> moveSeen(store::Transaction &tx, const Appointment &seen, const AppointmentDraft &draft)
{
    if (auto refused = access::require(tx, access::Permission::Book))
        return *refused;
    const auto known = appointment(tx, seen.id);
    if (!known)
        return known.error();
    if (known->status == AppointmentStatus::Cancelled)
        return wrong("", Tr::tr("This appointment has been cancelled meanwhile."), Code::Stale);
    if (known->status != seen.status)
        return wrong("", Tr::tr("This appointment has gone on meanwhile and is not moved."), Code::Stale);
    if (known->period != seen.period || known->resources != seen.resources) {
        const QDateTime start = QDateTime::fromMSecsSinceEpoch(toMs(known->period.from), tx.zone());
        const QString day = QLocale().toString(start.date(), QLocale::ShortFormat);
        return wrong("start",
                     Tr::tr("Somebody has moved this appointment meanwhile: it stands on %1 at %2 now.")
                         .arg(day, start.toString(QStringLiteral("HH:mm"))),
                     Code::Stale);
    }
    return move(tx, seen.id, draft);
}

} // namespace xinglin::schedule
