#include "clinic/schedule/freesearch.h"

#include "engines/slots/roster.h"

#include <algorithm>

namespace xinglin::schedule {

Result<FreeSearch> FreeSearch::over(const store::Snapshot &view, const Wanted &wanted,
                                    const std::optional<PatientId> &patient, const QList<AppointmentId> &but)
{
    auto asked = ask(view, wanted, but);
    if (!asked)
        return asked.error();
    FreeSearch search;
    search.m_asked = *asked;
    search.m_zone = view.zone();
    search.m_asked.question.notBefore = std::max(wanted.span.from, view.now() + wanted.service.content.lead);
    if (patient)
        search.m_own = freebusy::merged(ownWithin(view, *patient, wanted.span, but));
    if (!wanted.overbook)
        return search;
    for (qsizetype i = 0; i < asked->resources.size(); ++i) {
        store::Query rows = view.sql("SELECT c.start_ms FROM claim_resource c JOIN claim k ON k.id = c.claim_id"
                                     " WHERE c.resource_id = ?1 AND c.released = 0 AND c.start_ms >= ?2"
                                     " AND c.start_ms < ?3 AND k.overbook = 1");
        rows.bind(asked->resources[i], wanted.span.from, wanted.span.to);
        while (rows.next())
            ++search.m_overbooked[{static_cast<int>(i), civilDay(rows.get<Instant>(0), view.zone())}];
    }
    return search;
}

void FreeSearch::occupy(const FreeTime &time)
{
    for (qsizetype need = 0; need < time.resources.size(); ++need) {
        if (const auto number = numberOf(time.resources[need]))
            m_asked.question.resources[*number].taken
                << freebusy::Use{m_asked.wanted.block(time.period), m_asked.wanted.needs.value(need).units};
    }
}

void FreeSearch::close(ResourceId resource, const Period &period)
{
    if (const auto number = numberOf(resource)) {
        freebusy::Resource &one = m_asked.question.resources[*number];
        one.open = freebusy::without(freebusy::merged(one.open), {period});
    }
}

QList<freebusy::Slot> FreeSearch::free(const QList<Period> &within, std::chrono::minutes step) const
{
    freebusy::Question question = m_asked.question;
    question.within = within;
    question.step = step;
    QList<freebusy::Slot> found = freebusy::freeSlots(question);
    found.removeIf([&](const freebusy::Slot &slot) {
        if (std::any_of(m_own.cbegin(), m_own.cend(), [&](const Period &busy) { return busy.overlaps(slot.period); }))
            return true;
        return slot.overbooked && m_overbooked.value({slot.chosen.constFirst(), civilDay(slot.period.from, m_zone)}) >=
                                      m_asked.wanted.service.content.extraADay;
    });
    return found;
}

FreeTime FreeSearch::time(const freebusy::Slot &slot, freebusy::Reasons reasons) const
{
    FreeTime one{slot.period, {}, slot.overbooked, reasons};
    for (const int number : slot.chosen)
        one.resources << m_asked.resources[number];
    return one;
}

std::optional<int> FreeSearch::numberOf(ResourceId resource) const
{
    const qsizetype number = m_asked.resources.indexOf(resource);
    return number < 0 ? std::nullopt : std::optional(static_cast<int>(number));
}

} // namespace xinglin::schedule
