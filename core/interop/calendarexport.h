#pragma once

#include "base/files.h"
#include "base/period.h"
#include "clinic/schedule/resources.h"
#include "interop/exporting.h"

/// The schedule as a calendar that other programs read (iCalendar).
namespace xinglin::interop {

struct CalendarExportSpec
{
    QString path;                       ///< Nothing may be there yet; empty: the calendar is handed back.
    Period period;                      ///< What begins within it.
    std::optional<ResourceId> resource; ///< Only theirs.
    bool names = false; ///< With the patients' names and numbers; otherwise nothing says whom an appointment is with.
    bool leave = false; ///< With leave and days on which the clinic is closed, as times that are taken.
};

struct CalendarExported
{
    QString path;
    QByteArray bytes; ///< Where no path was said.
    qint64 events = 0;
};

/// Writes what is booked: UTC instants, the service as title and category, rooms as place, practitioners as resources;
/// a stable UID by which an import knows its own again. Cancelled appointments are not in it. Asks ExportData and
/// ReadSchedule; two audit rows as runExport(): "data.export" is committed before anything is written. Conflict where
/// something is at the path. Stopped or refused on the way, nothing stays. From a training clinic the name is marked
/// as access::leavingPath() says. For a worker thread.
Result<CalendarExported> exportCalendar(store::Store &store, const store::Actor &actor,
                                        const CalendarExportSpec &wanted, Files &files, const ExportTold &told = {});

} // namespace xinglin::interop
