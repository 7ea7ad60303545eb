#pragma once

#include "clinic/schedule/services.h"

/// What can be booked in the demo clinic, and when; for tests, pictures and the clinic to practise in. Closed on
/// Mondays.
///
/// | what                      | hours                                                     | services              |
/// |---------------------------|-----------------------------------------------------------|-----------------------|
/// | 沈致远 (m), 诊室一        | Tue–Sat 08:30–12:00 14:00–17:30                           | 初诊 复诊 针灸        |
/// | 陆清和 (f), 诊室二        | Wed–Sun 08:30–12:00 14:00–17:30, Thu also 18:30–20:00     | those, 小儿推拿       |
/// | 温如玉 (f)                | Tue–Sun 09:00–12:00 13:30–18:00                           | 艾灸 小儿推拿         |
/// | 诊室一, 诊室二            | Tue–Sun 08:00–20:00                                       |                       |
/// | 艾灸床, two               | Tue–Sun 08:00–20:00                                       | 艾灸, with 温如玉     |
/// | 中频治疗仪                | Tue–Sun 08:30–18:00                                       | 中频, by itself       |
namespace xinglin::demo {

/// What openFrontDesk() made.
struct FrontDesk
{
    QList<Resource> practitioners; ///< 沈致远, 陆清和, 温如玉.
    QList<Resource> rooms;
    Resource beds;
    Resource device;
    QList<HealthcareService> services; ///< 初诊 30, 复诊 20, 针灸 40, 艾灸 40, 小儿推拿 30, 中频 30 minutes.

    /// By name; it must be one of these.
    const Resource &resource(const QString &name) const;
    const HealthcareService &service(const QString &name) const;
};

/// Adds it all, with hours from the week of @p from on. @p users sign in as the practitioners, in their order; fewer
/// than three are enough. Refuses what the functions of schedule refuse: for an owner, in a clinic without such names.
Result<FrontDesk> openFrontDesk(store::Transaction &tx, QDate from, const QList<access::UserId> &users = {});

} // namespace xinglin::demo
