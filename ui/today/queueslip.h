#pragma once

#include "access/people.h"
#include "clinic/schedule/queue.h"
#include "ui/paper/paperdress.h"

#include <QLocale>
#include <QTimeZone>

namespace xinglin::ui {

/// What stands on the slip that somebody waits with.
struct QueueSlip
{
    InTurn turn;
    QString practitioner; ///< Whom they wait for; empty: whoever is free.
    int ahead = 0;        ///< How many are called before, by the same practitioner as far as that is settled.
    QString clinic;
    bool operator==(const QueueSlip &) const = default;
};

/// The slip: A6 or from a roll of 80 mm, the number large, the name masked, since it is left lying about.
Sheets queueSlip(const QueueSlip &slip, const QLocale &locale, const QTimeZone &zone, const PaperDress &dress = {});

/// What stands on the slip of a ticket that waits now.
Result<QueueSlip> queueSlipOf(const store::Snapshot &view, TicketId id);

} // namespace xinglin::ui
