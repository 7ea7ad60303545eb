#pragma once

#include "access/people.h"
#include "base/partialdate.h"
#include "clinic/schedule/appointments.h"

namespace xinglin {

/// What a day is printed from.
struct DaySheet
{
    struct Line
    {
        Appointment appointment;
        QStringList with;         ///< Names of its resources.
        Sex sex = Sex::Unknown;   ///< As its patient may be seen.
        std::optional<Age> age{}; ///< On that day.
        QString number;           ///< Of the patient's record; empty: no patient yet.
        QString phone;            ///< As far as the reader may see it.
    };

    access::ClinicProfile clinic;
    QDate day;
    QString whose; ///< Name of the one resource; empty: of all.
    QList<Line> lines;
};

} // namespace xinglin

namespace xinglin::schedule {

/// The appointments of @p day by their start, of all or of @p only one. Leaves the audit row "schedule.print".
Result<DaySheet> daySheet(const store::Snapshot &view, QDate day, std::optional<ResourceId> only = {});

} // namespace xinglin::schedule
