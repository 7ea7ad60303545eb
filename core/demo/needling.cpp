#include "demo/needling.h"

#include "demo/draw.h"

namespace xinglin::demo {

TreatmentDraft needlingFor(Random &random, const Case &illness, const Catalog &catalog)
{
    const Service &service = *catalog.services.find(illness.needling->service);
    TreatmentDraft draft;
    draft.kind = service.therapy.value_or(TherapyKind::Acupuncture);
    draft.service = service.id;
    draft.name = service.zh;
    draft.technique = Technique::Even;
    draft.minutes = service.minutes;
    draft.sessions = demo::draw(random, illness.needling->fewest, illness.needling->most);
    draft.perWeek = 2;
    for (const QString &id : illness.needling->points)
        draft.points << treatment::pointOf(catalog, draft, *catalog.points.find(id));
    return draft;
}

QDate nextSession(Random &random, QDate day)
{
    const QDate next = day.addDays(demo::draw(random, 3, 4));
    return next.dayOfWeek() == Qt::Monday ? next.addDays(1) : next;
}

} // namespace xinglin::demo
