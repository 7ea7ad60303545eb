#include "access/matrix/world.h"
#include "clinic/schedule/appointments.h"
#include "clinic/schedule/attendance.h"
#include "clinic/schedule/calendarsource.h"
#include "clinic/schedule/dayplans.h"
#include "clinic/schedule/daysheets.h"
#include "clinic/schedule/holidays.h"
#include "clinic/schedule/moves.h"
#include "clinic/schedule/queue.h"
#include "clinic/schedule/series.h"
#include "clinic/schedule/ticketrows.h"
#include "clinic/schedule/today.h"
#include "clinic/schedule/waitlist.h"
#include "clinic/schedule/weekroster.h"

namespace xinglin::test {

namespace {

using Tx = store::Transaction;
using View = store::Snapshot;

const QDate monday(2026, 3, 9);

/// Another one each time.
WorkingWeek anyWeek(const Tx &tx)
{
    WorkingWeek week;
    const int from = static_cast<int>(tx.random().below(600));
    week.front() = {{from, from + 60 + static_cast<int>(tx.random().below(300))}};
    return week;
}

/// At another time each time, whoever works then.
AppointmentDraft appointmentDraft(const World &world, const Tx &tx)
{
    AppointmentDraft draft;
    draft.patient = world.person;
    draft.service = world.service();
    draft.start = tx.now() + std::chrono::minutes(20 * (1 + static_cast<int>(tx.random().below(100'000))));
    draft.outOfHours = true;
    return draft;
}

AppointmentId bookedOne(const World &world, Tx &tx)
{
    const auto made = schedule::book(tx, appointmentDraft(world, tx));
    return made ? made->id : tx.create<AppointmentId>();
}

/// At the clinic's present moment, whoever is there besides.
AppointmentId bookedNow(const World &world, Tx &tx)
{
    AppointmentDraft draft = appointmentDraft(world, tx);
    draft.start = tx.now();
    draft.besideOwn = true;
    draft.overbook = true;
    const auto made = schedule::book(tx, draft);
    return made ? made->id : tx.create<AppointmentId>();
}

WalkIn walkIn(const World &world)
{
    return {*world.person, world.service(), {}, TicketPriority::Routine, {}};
}

/// One who waits; whoever waited or was in consultation has left.
TicketId waitingOne(const World &world, Tx &tx)
{
    const auto known = queue::tickets(tx, tx.today());
    for (const QueueTicket &one : known ? *known : QList<QueueTicket>()) {
        if (one.stage == TicketStage::InConsultation)
            (void)queue::finish(tx, one.id).ok();
        else if (one.stage == TicketStage::Waiting)
            (void)queue::leave(tx, one.id).ok();
    }
    const auto made = schedule::walkIn(tx, walkIn(world));
    return made ? made->id : tx.create<TicketId>();
}

FreeQuestion question(const World &world)
{
    FreeQuestion asked;
    asked.service = world.service();
    asked.first = asked.last = monday;
    return asked;
}

SeriesDraft course(const World &world)
{
    SeriesDraft draft;
    draft.patient = *world.person;
    draft.service = world.service();
    draft.first = monday;
    draft.count = 2;
    draft.weekdays = {1};
    return draft;
}

WaitlistDraft waits(const World &world, const Tx &tx)
{
    WaitlistDraft draft;
    draft.patient = world.person;
    draft.service = world.service();
    draft.first = draft.last = tx.today();
    return draft;
}

/// Whoever waits only once is taken off first.
Result<WaitlistEntry> listed(const World &world, Tx &tx)
{
    if (const auto all = schedule::waitlist(tx)) {
        for (const WaitlistEntry &one : *all) {
            if (const auto off = schedule::withdrawFromWaitlist(tx, one.id); !off)
                return off.error();
        }
    }
    return schedule::addToWaitlist(tx, waits(world, tx));
}

WaitlistEntryId listedOne(const World &world, Tx &tx)
{
    const auto made = listed(world, tx);
    return made ? made->id : tx.create<WaitlistEntryId>();
}

/// Another time each time, while the resource works: after the weeks that other rows change.
FreeTime anyTime(World &world, const Tx &tx)
{
    const Instant start = appointmentDraft(world, tx).start + std::chrono::days(28);
    return {{start, start + std::chrono::minutes(20)}, {world.resource()}, false, {}};
}

WaitlistOfferId offeredOne(World &world, Tx &tx)
{
    const auto made = schedule::offer(tx, listedOne(world, tx), anyTime(world, tx));
    return made ? made->id : tx.create<WaitlistOfferId>();
}

RosterExceptionDraft away()
{
    return {{}, {freebusy::Exception::Kind::Away, monday, monday, {}}, {}};
}

} // namespace

const QList<Row> &scheduleRows()
{
    static const QList<Row> rows{
        {"schedule::resource",
         "RPDOU",
         {},
         [](World &world, const View &view) { return outcomeOf(schedule::resource(view, world.resource())); }},
        {"schedule::resources",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::resources(view)); }},
        {"schedule::ownResource",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::ownResource(view)); }},
        {"schedule::addResource",
         "O",
         [](World &world, Tx &tx) { return outcomeOf(schedule::addResource(tx, world.newResource())); },
         {}},
        {"schedule::editResource",
         "O",
         [](World &world, Tx &tx) {
             return outcomeOf(schedule::editResource(tx, world.resource(), world.newResource()));
         },
         {}},
        {"schedule::retireResource",
         "O",
         [](World &world, Tx &tx) {
             const auto made = schedule::addResource(tx, world.newResource());
             return outcomeOf(schedule::retireResource(tx, made ? made->id : world.resource()));
         },
         {}},
        {"schedule::service",
         "RPDOU",
         {},
         [](World &world, const View &view) { return outcomeOf(schedule::service(view, world.service())); }},
        {"schedule::services",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::services(view)); }},
        {"schedule::addService",
         "O",
         [](World &world, Tx &tx) { return outcomeOf(schedule::addService(tx, world.newService())); },
         {}},
        {"schedule::editService",
         "O",
         [](World &world, Tx &tx) { return outcomeOf(schedule::editService(tx, world.service(), world.newService())); },
         {}},
        {"schedule::retireService",
         "O",
         [](World &world, Tx &tx) {
             const auto made = schedule::addService(tx, world.newService());
             return outcomeOf(schedule::retireService(tx, made ? made->id : world.service()));
         },
         {}},
        {"schedule::week",
         "RPDOU",
         {},
         [](World &world, const View &view) { return outcomeOf(schedule::week(view, world.resource(), monday)); }},
        {"schedule::weekRoster",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::weekRoster(view, monday)); }},
        {"schedule::setWeek",
         "RO",
         [](World &world, Tx &tx) {
             return outcomeOf(schedule::setWeek(tx, world.resource(), monday, anyWeek(tx), schedule::Reach::ThisWeek));
         },
         {}},
        {"schedule::copyWeek",
         "RO",
         [](World &world, Tx &tx) -> Outcome {
             const auto set = schedule::setWeek(tx, world.resource(), monday, anyWeek(tx), schedule::Reach::ThisWeek);
             if (!set)
                 return Outcome(set.error().code);
             return outcomeOf(schedule::copyWeek(tx, {world.resource()}, monday, monday.addDays(7)));
         },
         {}},
        {"schedule::addException",
         "RO",
         [](World &, Tx &tx) { return outcomeOf(schedule::addException(tx, away())); },
         {}},
        {"schedule::endException",
         "RO",
         [](World &, Tx &tx) -> Outcome {
             const auto made = schedule::addException(tx, away());
             return outcomeOf(schedule::endException(tx, made ? made->id : tx.create<RosterExceptionId>()));
         },
         {}},
        {"schedule::exceptions",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::exceptions(view, monday, monday)); }},
        {"schedule::rosterOf",
         "RPDOU",
         {},
         [](World &world, const View &view) {
             return outcomeOf(schedule::rosterOf(view, world.resource(), monday, monday));
         }},
        {"schedule::openPeriods",
         "RPDOU",
         {},
         [](World &world, const View &view) {
             return outcomeOf(schedule::openPeriods(view, world.resource(), monday, monday));
         }},
        {"schedule::addHolidays",
         "O",
         [](World &, Tx &tx) {
             return outcomeOf(schedule::addHolidays(
                 tx, "{\"version\": 1, \"years\": [{\"year\": 2027, \"days\": [{\"first\": \"2027-01-01\", \"last\":"
                     " \"2027-01-01\", \"kind\": \"holiday\", \"zh\": \"元旦\", \"en\": \"New Year\"}]}]}"));
         },
         {}},
        {"schedule::setCalendarDay",
         "O",
         [](World &, Tx &tx) {
             return outcomeOf(schedule::setCalendarDay(tx, monday, freebusy::SpecialDay::Holiday, u"店庆"_qs));
         },
         {}},
        {"schedule::calendarDays",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::calendarDays(view, monday, monday)); }},
        {"schedule::specialDays",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::specialDays(view, monday, monday)); }},
        {"schedule::book",
         "RPO",
         [](World &world, Tx &tx) { return outcomeOf(schedule::book(tx, appointmentDraft(world, tx))); },
         {}},
        {"schedule::move",
         "RPO",
         [](World &world, Tx &tx) {
             const AppointmentId id = bookedOne(world, tx);
             return outcomeOf(schedule::move(tx, id, appointmentDraft(world, tx)));
         },
         {}},
        {"schedule::moveSeen",
         "RPO",
         [](World &world, Tx &tx) {
             Appointment seen;
             seen.id = bookedOne(world, tx);
             if (const auto known = schedule::appointment(tx, seen.id))
                 seen = *known;
             return outcomeOf(schedule::moveSeen(tx, seen, appointmentDraft(world, tx)));
         },
         {}},
        {"schedule::cancel",
         "RPO",
         [](World &world, Tx &tx) {
             const AppointmentId id = bookedOne(world, tx);
             return outcomeOf(schedule::cancel(tx, id, CancelledBy::Clinic, u"x"_qs));
         },
         {}},
        {"schedule::blockers",
         "RPDOU",
         {},
         [](World &world, const View &view) {
             AppointmentDraft draft;
             draft.patient = world.person;
             draft.service = world.service();
             draft.start = view.now();
             return outcomeOf(schedule::blockers(view, draft));
         }},
        {"schedule::appointment",
         "RPDOU",
         {},
         [](World &world, const View &view) { return outcomeOf(schedule::appointment(view, world.appointment())); }},
        {"schedule::between",
         "RPDOU",
         {},
         [](World &, const View &view) {
             return outcomeOf(schedule::between(view, {view.now(), view.now() + std::chrono::hours(24)}));
         }},
        {"schedule::checkIn",
         "RPO",
         [](World &world, Tx &tx) { return outcomeOf(schedule::checkIn(tx, bookedNow(world, tx))); },
         {}},
        {"schedule::walkIn",
         "RPO",
         [](World &world, Tx &tx) {
             waitingOne(world, tx);
             const auto known = queue::tickets(tx, tx.today());
             if (known && !known->isEmpty())
                 (void)queue::leave(tx, known->constLast().id).ok();
             return outcomeOf(schedule::walkIn(tx, walkIn(world)));
         },
         {}},
        {"schedule::noShow",
         "RPO",
         [](World &world, Tx &tx) { return outcomeOf(schedule::noShow(tx, bookedNow(world, tx))); },
         {}},
        {"schedule::confirm",
         "RPO",
         [](World &world, Tx &tx) { return outcomeOf(schedule::confirm(tx, bookedNow(world, tx), true)); },
         {}},
        {"schedule::fulfil",
         "RPO",
         [](World &world, Tx &tx) {
             const AppointmentId id = bookedNow(world, tx);
             (void)schedule::checkIn(tx, id).ok();
             return outcomeOf(schedule::fulfil(tx, id));
         },
         {}},
        {"queue::callNext",
         "RPO",
         [](World &world, Tx &tx) {
             waitingOne(world, tx);
             return outcomeOf(queue::callNext(tx, world.resource()));
         },
         {}},
        {"queue::call",
         "RPO",
         [](World &world, Tx &tx) { return outcomeOf(queue::call(tx, waitingOne(world, tx))); },
         {}},
        {"queue::skip",
         "RPO",
         [](World &world, Tx &tx) { return outcomeOf(queue::skip(tx, waitingOne(world, tx))); },
         {}},
        {"queue::recall",
         "RPO",
         [](World &world, Tx &tx) {
             const TicketId id = waitingOne(world, tx);
             (void)queue::call(tx, id).ok();
             return outcomeOf(queue::recall(tx, id));
         },
         {}},
        {"queue::finish",
         "RPO",
         [](World &world, Tx &tx) {
             const TicketId id = waitingOne(world, tx);
             (void)queue::call(tx, id).ok();
             return outcomeOf(queue::finish(tx, id));
         },
         {}},
        {"queue::leave",
         "RPO",
         [](World &world, Tx &tx) { return outcomeOf(queue::leave(tx, waitingOne(world, tx))); },
         {}},
        {"queue::setPriority",
         "RPO",
         [](World &world, Tx &tx) {
             return outcomeOf(queue::setPriority(tx, waitingOne(world, tx), TicketPriority::Urgent));
         },
         {}},
        {"queue::tickets",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(queue::tickets(view, view.today())); }},
        {"queue::ticket",
         "RPDOU",
         {},
         [](World &world, const View &view) -> Outcome { return outcomeOf(queue::ticket(view, world.ticket())); }},
        {"queue::line", "RPDOU", {}, [](World &, const View &view) -> Outcome { return outcomeOf(queue::line(view)); }},
        {"queue::waitingRoom",
         "RPDOU",
         {},
         [](World &, const View &view) -> Outcome { return outcomeOf(queue::waitingRoom(view)); }},
        {"queue::today",
         "RPDOU",
         {},
         [](World &, const View &view) -> Outcome { return outcomeOf(queue::today(view, view.today())); }},
        {"queue::findTicket",
         "",
         {},
         [](World &world, const View &view) -> Outcome {
             (void)queue::findTicket(view, world.ticket());
             return std::nullopt;
         }},
        {"queue::presentOf",
         "",
         {},
         [](World &world, const View &view) -> Outcome {
             (void)queue::presentOf(view, world.resource(), view.today());
             return std::nullopt;
         }},
        {"queue::callersOf",
         "",
         {},
         [](World &world, const View &view) -> Outcome {
             (void)queue::callersOf(view, world.service());
             return std::nullopt;
         }},
        {"queue::ticketsOf",
         "",
         {},
         [](World &world, const View &view) -> Outcome {
             static const QByteArray sql = queue::selectedTickets() + " AND t.id = ?1";
             store::Query all = view.sql(sql.constData());
             all.bind(world.ticket());
             (void)queue::ticketsOf(view, all);
             return std::nullopt;
         }},
        {"schedule::freeTimes",
         "RPDOU",
         {},
         [](World &world, const View &view) { return outcomeOf(schedule::freeTimes(view, question(world))); }},
        {"schedule::proposals",
         "RPDOU",
         {},
         [](World &world, const View &view) { return outcomeOf(schedule::proposals(view, question(world))); }},
        {"schedule::alternatives",
         "RPDOU",
         {},
         [](World &world, const View &view) {
             AppointmentDraft draft;
             draft.service = world.service();
             draft.start = view.now();
             return outcomeOf(schedule::alternatives(view, draft));
         }},
        {"schedule::proposeSeries",
         "RPO",
         {},
         [](World &world, const View &view) { return outcomeOf(schedule::proposeSeries(view, course(world))); }},
        {"schedule::bookSeries",
         "RPO",
         [](World &world, Tx &tx) {
             return outcomeOf(schedule::bookSeries(tx, course(world), {anyTime(world, tx), anyTime(world, tx)}));
         },
         {}},
        {"schedule::seriesOf",
         "RPDOU",
         {},
         [](World &, const View &view) {
             return outcomeOf(schedule::seriesOf(view, AppointmentSeriesId(Uuid(Uuid::Bytes{}))));
         }},
        {"schedule::proposeShift",
         "RPO",
         {},
         [](World &world, const View &view) {
             return outcomeOf(schedule::proposeShift(view, world.appointment(), view.now() + std::chrono::hours(24)));
         }},
        {"schedule::rearrange",
         "RPO",
         [](World &world, Tx &tx) {
             return outcomeOf(schedule::rearrange(tx, {{bookedOne(world, tx), {}}}, CancelledBy::Clinic, u"x"_qs));
         },
         {}},
        {"schedule::displacedBy",
         "RPO",
         {},
         [](World &world, const View &view) {
             return outcomeOf(schedule::displacedBy(view, {world.resource(), monday, monday, {}, {}}));
         }},
        {"schedule::enterAbsence",
         "RO",
         [](World &world, Tx &tx) {
             return outcomeOf(schedule::enterAbsence(tx, {world.resource(), monday, monday, {}, {}}, {}));
         },
         {}},
        {"schedule::addToWaitlist", "RPO", [](World &world, Tx &tx) { return outcomeOf(listed(world, tx)); }, {}},
        {"schedule::editWaitlist",
         "RPO",
         [](World &world, Tx &tx) {
             return outcomeOf(schedule::editWaitlist(tx, listedOne(world, tx), waits(world, tx)));
         },
         {}},
        {"schedule::withdrawFromWaitlist",
         "RPO",
         [](World &world, Tx &tx) { return outcomeOf(schedule::withdrawFromWaitlist(tx, listedOne(world, tx))); },
         {}},
        {"schedule::offer",
         "RPO",
         [](World &world, Tx &tx) { return outcomeOf(schedule::offer(tx, listedOne(world, tx), anyTime(world, tx))); },
         {}},
        {"schedule::answer",
         "RPO",
         [](World &world, Tx &tx) {
             return outcomeOf(schedule::answer(tx, offeredOne(world, tx), OfferOutcome::Declined));
         },
         {}},
        {"schedule::bookFromWaitlist",
         "RPO",
         [](World &world, Tx &tx) {
             return outcomeOf(schedule::bookFromWaitlist(tx, listedOne(world, tx), anyTime(world, tx)));
         },
         {}},
        {"schedule::waitlistEntry",
         "RPDOU",
         {},
         [](World &, const View &view) {
             const auto found = schedule::waitlistEntry(view, WaitlistEntryId(Uuid(Uuid::Bytes{})));
             return !found && found.error().code == Code::NotFound ? Outcome() : outcomeOf(found);
         }},
        {"schedule::waitlist",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::waitlist(view)); }},
        {"schedule::matches",
         "RPDOU",
         {},
         [](World &world, const View &view) {
             return outcomeOf(
                 schedule::matches(view, world.resource(), {view.now(), view.now() + std::chrono::hours(1)}));
         }},
        {"schedule::offers", "RPDOU", {}, [](World &, const View &view) { return outcomeOf(schedule::offers(view)); }},
        {"schedule::dayPlans",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::dayPlans(view, monday, monday)); }},
        {"schedule::dayLoads",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::dayLoads(view, monday, monday)); }},
        {"schedule::daySheet",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::daySheet(view, monday)); }},
        {"schedule::importAway",
         "O",
         [](World &world, Tx &tx) {
             return outcomeOf(schedule::importAway(tx, {world.batch(), tx.newUuid().toBytes()}, {away()}));
         },
         {}},
        {"schedule::compareAway",
         "O",
         {},
         [](World &world, const View &view) {
             return outcomeOf(schedule::compareAway(view, {world.batch(), QByteArray(16, 'k')}, {away()}));
         }},
        {"schedule::bookedDuring",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::bookedDuring(view, {away()})); }},
        {"schedule::importAppointment",
         "O",
         [](World &world, Tx &tx) {
             return outcomeOf(
                 schedule::importAppointment(tx, {world.batch(), tx.newUuid().toBytes()}, appointmentDraft(world, tx)));
         },
         {}},
        {"schedule::isOurs",
         "O",
         {},
         [](World &world, const View &view) { return outcomeOf(schedule::isOurs(view, world.appointment().uuid())); }},
        {"schedule::revisionOf",
         "RPDOU",
         {},
         [](World &world, const View &view) { return outcomeOf(schedule::revisionOf(view, world.appointment())); }},
        {"schedule::lastHolidayYear",
         "RPDOU",
         {},
         [](World &, const View &view) { return outcomeOf(schedule::lastHolidayYear(view)); }},
    };
    return rows;
}

} // namespace xinglin::test
