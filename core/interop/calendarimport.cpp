#include "interop/calendarimport.h"

#include "access/rights.h"
#include "interop/calendaritems.h"
#include "interop/calendarpatient.h"
#include "interop/importbatch.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Calendar)
};

using As = CalendarSpec::As;
using Outcome = batch::Line::Outcome;
using schedule::Brought;

/// Times that go into one transaction, and ways to choose what else a service needs.
constexpr qsizetype portion = 200;
constexpr qsizetype mostChoices = 24;
/// Of those who are booked when time is blocked.
constexpr qsizetype mostNamed = 5;

/// "2 appointments are booked then: 陈淑芬 03-16 09:00, …"
QString bookedWords(const QList<Appointment> &booked, const QTimeZone &zone)
{
    QStringList named;
    for (const Appointment &one : booked.mid(0, mostNamed)) {
        const QString when = QDateTime::fromMSecsSinceEpoch(toMs(one.period.from), zone).toString(u"MM-dd HH:mm");
        named << (one.who.isEmpty() ? when : one.who + u' ' + when);
    }
    if (booked.size() > mostNamed)
        named << QStringLiteral("…");
    return Tr::tr("%n appointments are booked then and stay until somebody moves them: %1.", nullptr,
                  static_cast<int>(booked.size()))
        .arg(named.join(Tr::tr(", ", "between names")));
}

Error cancelled()
{
    return {Code::Cancelled, Tr::tr("The import was stopped; nothing of it stays."), {}, {}};
}

IcalWindow windowFrom(const store::Store &store, Instant now)
{
    const QTimeZone &zone = store.options().zone;
    const QDate today = civilDay(now, zone);
    const auto begin = [&](QDate day) { return instantFromMs(day.startOfDay(zone).toMSecsSinceEpoch()); };
    return {zone, begin(today), begin(today.addYears(CalendarYears))};
}

/// What stands in a calendar, and what each of it is to become.
struct Plan
{
    CalendarSpec spec;
    Instant now; ///< When it was begun: what is over and how far ahead it goes is reckoned from here.
    QTimeZone zone;
    IcalFile file;
    QList<CalendarItem> items;
    QList<QList<ResourceId>> choices; ///< Of appointments: one for each need of the service, in the order to try.

    qint64 events() const { return file.events.size() + file.refused.size(); }
};

/// Every way to have what the service needs with the one who is wanted; one empty list: whoever is free.
Result<QList<QList<ResourceId>>> choicesOf(const store::Snapshot &view, const CalendarSpec &spec)
{
    if (!spec.service)
        return Error{
            Code::Invalid, Tr::tr("Say of which service the appointments are."), QStringLiteral("service"), {}};
    const auto service = schedule::service(view, *spec.service);
    if (!service)
        return service.error();
    QList<QList<ResourceId>> choices{{}};
    if (!spec.resource)
        return choices;
    const QList<ServiceNeed> &needs = service->content.needs;
    const auto wanted = std::find_if(needs.cbegin(), needs.cend(),
                                     [&](const ServiceNeed &need) { return need.anyOf.contains(*spec.resource); });
    if (wanted == needs.cend())
        return Error{Code::Invalid, Tr::tr("The service is not given by them."), QStringLiteral("resource"), {}};
    for (auto need = needs.cbegin(); need != needs.cend(); ++need) {
        QList<QList<ResourceId>> more;
        const QList<ResourceId> any = need == wanted ? QList<ResourceId>{*spec.resource} : need->anyOf;
        for (const QList<ResourceId> &begun : std::as_const(choices)) {
            for (const ResourceId one : any) {
                if (more.size() < mostChoices)
                    more << begun + QList<ResourceId>{one};
            }
        }
        choices = more;
    }
    return choices;
}

Result<Plan> planFor(store::Store &store, const store::Actor &actor, const CalendarSpec &spec, Instant now,
                     const ImportTold &told)
{
    if (auto refused = refusedPractice(store, actor, spec.path))
        return *refused;
    Plan plan{spec, now, store.options().zone, {}, {}, {}};
    {
        const auto view = store.snapshot(actor);
        if (auto refused = access::require(*view, access::Permission::RunBatch))
            return *refused;
        if (spec.as == As::Appointments) {
            const auto choices = choicesOf(*view, spec);
            if (!choices)
                return choices.error();
            plan.choices = *choices;
        } else if (spec.resource) {
            if (const auto known = schedule::resource(*view, *spec.resource); !known)
                return known.error();
        }
    }
    const auto bytes = icalBytes(spec.path);
    if (!bytes)
        return bytes.error();
    const IcalWindow window = windowFrom(store, now);
    auto file = readIcal(*bytes, window, [&] { return told && !told({0, bytes->size(), {}}); });
    if (!file)
        return file.error();
    plan.file = *std::move(file);
    plan.items = calendarItems(plan.file, window);
    return plan;
}

/// Brings times in and counts what became of them.
class Bringer
{
public:
    Bringer(const Plan &plan, BatchId batch, const batch::Totals &totals)
        : m_plan(plan), m_batch(batch), m_totals(totals)
    {
    }

    std::optional<Error> bring(store::Transaction &tx, const CalendarItem &item)
    {
        return settle(item, [&](const IcalEvent &event) -> Result<Brought> {
            if (const auto ours = item.ourId ? schedule::isOurs(tx, *item.ourId) : Result<bool>(false); !ours || *ours)
                return ours ? Result<Brought>(Brought::Here) : ours.error();
            if (m_plan.spec.as == As::Appointments)
                return appoint(tx, item, event);
            const auto parts = partsOf(item, event);
            if (!parts)
                return parts.error();
            const auto brought = schedule::importAway(tx, {m_batch, item.key}, *parts);
            return brought && *brought == Brought::New ? tellBooked(tx, item, event, *parts) : brought;
        });
    }
    /// What bring() would do of blocked time.
    std::optional<Error> look(const store::Snapshot &view, const CalendarItem &item)
    {
        return settle(item, [&](const IcalEvent &event) -> Result<Brought> {
            if (const auto ours = item.ourId ? schedule::isOurs(view, *item.ourId) : Result<bool>(false);
                !ours || *ours)
                return ours ? Result<Brought>(Brought::Here) : ours.error();
            const auto parts = partsOf(item, event);
            if (!parts)
                return parts.error();
            if (const auto before = m_before.constFind(item.key); before != m_before.cend())
                return *before == *parts ? Brought::Here : Brought::Otherwise;
            const auto known = schedule::compareAway(view, {m_batch, item.key}, *parts);
            if (!known || *known != Brought::New)
                return known;
            m_before.insert(item.key, *parts);
            return tellBooked(view, item, event, *parts);
        });
    }
    const batch::Totals &totals() const { return m_totals; }
    QList<batch::Line> takeLines() { return std::exchange(m_lines, {}); }

private:
    template <class F>
    std::optional<Error> settle(const CalendarItem &item, F bringIt)
    {
        m_lines += item.told;
        ++m_totals.lines;
        if (!item.rejected.why.isEmpty()) {
            ++m_totals.rejected;
            m_lines << item.rejected;
            return std::nullopt;
        }
        const IcalEvent &event = m_plan.file.events[item.event];
        const Result<Brought> brought = bringIt(event);
        const QString when = shownTime(item.time, m_plan.zone);
        if (!brought) {
            const Code code = brought.error().code;
            if (code != Code::Invalid && code != Code::Conflict && code != Code::NotFound)
                return brought.error();
            ++m_totals.rejected;
            m_lines << lineOf(event, Outcome::Rejected, when, brought.error().message);
        } else if (*brought == Brought::New) {
            ++m_totals.added;
        } else if (*brought == Brought::Here) {
            ++m_totals.duplicates;
            m_lines << lineOf(event, Outcome::Duplicate, when, Tr::tr("It is here already."));
        } else {
            ++m_totals.rejected;
            m_lines << lineOf(event, Outcome::Rejected, when,
                              Tr::tr("It is here already at another time; change it there."));
        }
        return std::nullopt;
    }

    Result<QList<RosterExceptionDraft>> partsOf(const CalendarItem &item, const IcalEvent &event) const
    {
        QList<RosterExceptionDraft> parts;
        for (const freebusy::Exception &when : blockedBy(item.time, m_plan.zone)) {
            parts.append({m_plan.spec.resource, when, event.summary.left(schedule::mostReason).simplified()});
            if (when.first.daysTo(when.last) >= schedule::longestException)
                return Error{Code::Invalid, Tr::tr("It is longer than two years."), {}, {}};
        }
        if (parts.isEmpty())
            return Error{Code::Invalid, Tr::tr("It has no length."), {}, {}};
        return parts;
    }

    /// Those who are booked while a new time is blocked stay so: it is told, for somebody has to move them.
    Result<Brought> tellBooked(const store::Snapshot &view, const CalendarItem &item, const IcalEvent &event,
                               const QList<RosterExceptionDraft> &parts)
    {
        const auto booked = schedule::bookedDuring(view, parts);
        if (!booked)
            return booked.error();
        if (!booked->isEmpty())
            m_lines << lineOf(event, Outcome::Aside, shownTime(item.time, m_plan.zone),
                              bookedWords(*booked, m_plan.zone));
        return Brought::New;
    }

    Result<Brought> appoint(store::Transaction &tx, const CalendarItem &item, const IcalEvent &event) const
    {
        const auto wrong = [](const QString &sentence) { return Error{Code::Invalid, sentence, {}, {}}; };
        const Period &when = item.time.period;
        if (item.time.wholeDays)
            return wrong(Tr::tr("It takes whole days; an appointment has a time."));
        if (!when.isValid())
            return wrong(Tr::tr("It has no length."));
        if (when.from < m_plan.now)
            return wrong(Tr::tr("It is over."));
        if (toMs(when.from) % 60'000 != 0 || toMs(when.to) % 60'000 != 0)
            return wrong(Tr::tr("It begins or ends within a minute."));
        const auto patient = patientOf(tx, event);
        if (!patient)
            return patient.error();
        AppointmentDraft draft;
        draft.patient = *patient;
        draft.service = *m_plan.spec.service;
        draft.start = when.from;
        draft.duration = std::chrono::duration_cast<std::chrono::minutes>(when.to - when.from);
        draft.outOfHours = m_plan.spec.outOfHours;
        draft.note = event.summary.left(schedule::mostNote).simplified();
        std::optional<Error> first;
        for (const QList<ResourceId> &choice : m_plan.choices) {
            draft.resources = choice;
            const auto made = schedule::importAppointment(tx, {m_batch, item.key}, draft);
            if (made || made.error().code != Code::Conflict || made.error().field != u"start")
                return made;
            if (!first)
                first = made.error();
        }
        return *first;
    }

    const Plan &m_plan;
    BatchId m_batch;
    batch::Totals m_totals;
    QList<batch::Line> m_lines;
    QHash<QByteArray, QList<RosterExceptionDraft>> m_before; ///< Of a dry run.
};

QByteArray specToJson(const Plan &plan)
{
    QJsonObject object{{QStringLiteral("kind"), CalendarKind},
                       {QStringLiteral("appointments"), plan.spec.as == As::Appointments},
                       {QStringLiteral("out_of_hours"), plan.spec.outOfHours},
                       {QStringLiteral("now_ms"), toMs(plan.now)}};
    if (plan.spec.resource)
        object.insert(QStringLiteral("resource"), plan.spec.resource->toString());
    if (plan.spec.service)
        object.insert(QStringLiteral("service"), plan.spec.service->toString());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Works through the times after the batch's last one.
Result<CalendarImported> carryOn(store::Store &store, const store::Actor &actor, const Plan &plan,
                                 const batch::Batch &begun, const ImportTold &told)
{
    Bringer bringer(plan, begun.id, begun.totals);
    for (qsizetype at = begun.lastLine; at < plan.items.size();) {
        const qsizetype end = std::min(at + portion, plan.items.size());
        const auto written = [&]() -> Result<Done> {
            const auto tx = store.begin(actor, "import.rows");
            tx->setCause({"batch", begun.id.uuid().toBytes()});
            for (; at < end; ++at) {
                if (const auto failed = bringer.bring(*tx, plan.items[at]))
                    return *failed;
            }
            auto noted = batch::advance(*tx, begun.id, end, bringer.totals(), bringer.takeLines());
            if (noted)
                tx->commit();
            return noted;
        }();
        if (!written)
            return undone(store, actor, begun.id, written.error());
        if (told && !told({at, plan.items.size(), bringer.totals()}))
            return undone(store, actor, begun.id, cancelled());
    }
    const auto closed =
        inTransaction(store, actor, "import.close", [&](store::Transaction &tx) { return batch::close(tx, begun.id); });
    if (!closed)
        return undone(store, actor, begun.id, closed.error());
    return CalendarImported{*closed, plan.events()};
}

} // namespace

Result<CalendarReport> dryRunCalendar(store::Store &store, const store::Actor &actor, const CalendarSpec &spec,
                                      const ImportTold &told)
{
    const auto plan = planFor(store, actor, spec, store.options().clock->now(), told);
    if (!plan)
        return plan.error();
    CalendarReport report{plan->events(), {}, {}};
    const auto goThrough = [&](Bringer &bringer, auto bring) -> std::optional<Error> {
        for (qsizetype at = 0; at < plan->items.size(); ++at) {
            if (const auto failed = bring(plan->items[at]))
                return failed;
            for (const batch::Line &line : bringer.takeLines()) {
                if (report.lines.size() < mostLines)
                    report.lines << line;
            }
            if (told && at % portion == 0 && !told({at, plan->items.size(), bringer.totals()}))
                return Error{Code::Cancelled, Tr::tr("The dry run was stopped."), {}, {}};
        }
        report.totals = bringer.totals();
        return std::nullopt;
    };
    std::optional<Error> failed;
    if (spec.as == As::Away) {
        const auto view = store.snapshot(actor);
        Bringer bringer(*plan, BatchId(Uuid(Uuid::Bytes{})), {});
        failed = goThrough(bringer, [&](const CalendarItem &item) { return bringer.look(*view, item); });
    } else {
        const auto tx = store.begin(actor, "import.rows"); // never committed
        const auto begun = batch::open(*tx, {CalendarKind, QFileInfo(spec.path).fileName(), {}, {}});
        if (!begun)
            return begun.error();
        Bringer bringer(*plan, begun->id, {});
        failed = goThrough(bringer, [&](const CalendarItem &item) { return bringer.bring(*tx, item); });
    }
    if (failed)
        return *failed;
    return report;
}

Result<CalendarImported> importCalendar(store::Store &store, const store::Actor &actor, const CalendarSpec &spec,
                                        const ImportTold &told)
{
    const auto plan = planFor(store, actor, spec, store.options().clock->now(), told);
    if (!plan)
        return plan.error();
    const auto digest = digestOf(spec.path);
    if (!digest)
        return digest.error();
    const auto opened = inTransaction(store, actor, "import.open", [&](store::Transaction &tx) {
        return batch::open(tx, {CalendarKind, QFileInfo(spec.path).fileName(), *digest, specToJson(*plan)});
    });
    if (!opened)
        return opened.error();
    return carryOn(store, actor, *plan, *opened, told);
}

Result<CalendarImported> resumeCalendar(store::Store &store, const store::Actor &actor, const batch::Batch &batch,
                                        const QString &path, const ImportTold &told)
{
    const QJsonObject object = QJsonDocument::fromJson(batch.mapping).object();
    CalendarSpec spec;
    spec.path = path;
    spec.as = object.value(u"appointments").toBool() ? As::Appointments : As::Away;
    spec.outOfHours = object.value(u"out_of_hours").toBool();
    spec.resource = ResourceId::fromString(object.value(u"resource").toString());
    spec.service = HealthcareServiceId::fromString(object.value(u"service").toString());
    const auto plan = planFor(store, actor, spec, instantFromMs(object.value(u"now_ms").toInteger()), told);
    if (!plan)
        return plan.error();
    return carryOn(store, actor, *plan, batch, told);
}

} // namespace xinglin::interop
