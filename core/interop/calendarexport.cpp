#include "interop/calendarexport.h"

#include "access/rights.h"
#include "access/training.h"
#include "clinic/patient/patients.h"
#include "clinic/schedule/calendarsource.h"
#include "interop/icalwriter.h"
#include "store/failure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Calendar)
};

using access::Permission;

/// Read at once.
constexpr std::chrono::hours portion{7 * 24};
constexpr qsizetype pieceBytes = qsizetype(1) << 20;
/// A longer one is no calendar any more.
constexpr std::chrono::hours longestPeriod{24 * 366 * 20};

/// An import knows by it that it is ours.
QString uidOf(const Uuid &id, const QString &part = {})
{
    return id.toString() + part + QStringLiteral("@xinglin");
}

/// Collects the calendar, on disk or in memory.
class Sink
{
public:
    Sink(Files &files, const QString &path) : m_files(files), m_path(path) {}
    ~Sink()
    {
        if (!m_path.isEmpty() && m_begun && !m_placed)
            static_cast<void>(m_files.remove(growing()));
    }
    Sink(const Sink &) = delete;
    Sink &operator=(const Sink &) = delete;

    Result<Done> begin()
    {
        if (m_path.isEmpty())
            return Done{};
        m_begun = true;
        return m_files.write(growing(), {});
    }
    Result<Done> add(const QByteArray &piece)
    {
        m_bytes += piece;
        return m_path.isEmpty() || m_bytes.size() < pieceBytes ? Result<Done>(Done{}) : flush();
    }
    Result<Done> finish()
    {
        if (m_path.isEmpty())
            return Done{};
        if (auto flushed = flush(); !flushed)
            return flushed;
        if (auto synced = m_files.sync(growing()); !synced)
            return synced;
        if (auto placed = m_files.rename(growing(), m_path); !placed)
            return placed;
        m_placed = true;
        return Done{};
    }
    QByteArray takeBytes() { return std::exchange(m_bytes, {}); }

private:
    QString growing() const { return growingPath(m_path); }
    Result<Done> flush() { return m_files.append(growing(), std::exchange(m_bytes, {})); }

    Files &m_files;
    QString m_path;
    QByteArray m_bytes;
    bool m_begun = false;
    bool m_placed = false;
};

/// Writes one calendar.
class Writer
{
public:
    Writer(const store::Snapshot &view, const CalendarExportSpec &spec, Sink &sink, const ExportTold &told)
        : m_view(view), m_spec(spec), m_sink(sink), m_told(told)
    {
    }

    Result<qint64> write()
    {
        const auto all = schedule::resources(m_view, true);
        if (!all)
            return all.error();
        for (const Resource &one : *all)
            m_resources.insert(one.id, one);
        store::Query clinic = m_view.sql("SELECT name FROM clinic LIMIT 1");
        if (auto added = m_sink.add(icalHead(clinic.next() ? clinic.get<QString>(0) : QString())); !added)
            return added.error();
        for (Instant from = m_spec.period.from; from < m_spec.period.to; from += portion) {
            if (auto written = writeBooked({from, std::min(from + portion, m_spec.period.to)}); !written)
                return written.error();
        }
        if (auto written = m_spec.leave ? writeLeave() : Result<Done>(Done{}); !written)
            return written.error();
        if (auto added = m_sink.add(icalFoot()); !added)
            return added.error();
        return m_events;
    }

private:
    Result<Done> writeBooked(const Period &period)
    {
        const auto booked = schedule::between(m_view, period);
        if (!booked)
            return booked.error();
        for (const Appointment &one : *booked) {
            if (!period.contains(one.period.from) || (m_spec.resource && !one.resources.contains(*m_spec.resource)))
                continue;
            const auto event = eventOf(one);
            if (!event)
                return event.error();
            if (auto added = add(*event); !added)
                return added;
        }
        return Done{};
    }

    Result<IcalEvent> eventOf(const Appointment &one)
    {
        const auto revision = schedule::revisionOf(m_view, one.id);
        if (!revision)
            return revision.error();
        IcalEvent event;
        event.uid = uidOf(one.id.uuid());
        event.sequence = revision->number;
        event.changed = revision->changed;
        event.status = QStringLiteral("CONFIRMED");
        event.summary = one.patient || one.enquiry ? one.serviceName : Tr::tr("Taken");
        if (one.patient || one.enquiry)
            event.categories = QStringList{one.serviceName};
        QStringList rooms;
        for (const ResourceId id : one.resources) {
            const ResourceDraft content = m_resources.value(id).content;
            if (content.kind == ResourceKind::Practitioner)
                event.resources << content.name;
            else
                rooms << content.name;
            if (content.room && m_resources.contains(*content.room))
                rooms << m_resources.value(*content.room).content.name;
        }
        rooms.removeDuplicates();
        event.location = rooms.join(QStringLiteral(", "));
        if (m_spec.names && one.patient) {
            const auto known = patient::findPlain(m_view, *one.patient);
            event.summary += QStringLiteral(" · ") + one.who;
            if (known)
                event.summary += QStringLiteral(" (%1)").arg(known->number);
        } else if (m_spec.names && !one.who.isEmpty()) {
            event.summary += QStringLiteral(" · ") + one.who;
        }
        event.times = {{{}, false, {}, {}, one.period}};
        return event;
    }

    Result<Done> writeLeave()
    {
        const QTimeZone &zone = m_view.zone();
        const QDate first = civilDay(m_spec.period.from, zone);
        const QDate last = civilDay(m_spec.period.to - std::chrono::milliseconds(1), zone);
        const auto all = schedule::exceptions(m_view, first, last, m_spec.resource);
        if (!all)
            return all.error();
        for (const RosterException &one : *all) {
            const freebusy::Exception &when = one.content.when;
            if (when.kind != freebusy::Exception::Kind::Away)
                continue;
            IcalEvent event;
            event.uid = uidOf(one.id.uuid());
            event.status = QStringLiteral("CONFIRMED");
            event.summary = one.content.resource ? Tr::tr("Away") : Tr::tr("Closed");
            if (m_spec.names && !one.content.reason.isEmpty())
                event.summary += QStringLiteral(" · ") + one.content.reason;
            if (one.content.resource)
                event.resources = {m_resources.value(*one.content.resource).content.name};
            if (!when.part) {
                event.times = {{{}, true, when.first, when.last, {}}};
                if (auto added = add(event); !added)
                    return added;
                continue;
            }
            // A part of each day is an event each day.
            for (QDate day = std::max(when.first, first); day <= std::min(when.last, last); day = day.addDays(1)) {
                if (when.first != when.last)
                    event.uid = uidOf(one.id.uuid(), day.toString(QStringLiteral("-yyyyMMdd")));
                event.times = {
                    {{},
                     false,
                     {},
                     {},
                     {freebusy::instantOf(day, when.part->from, zone), freebusy::instantOf(day, when.part->to, zone)}}};
                if (auto added = add(event); !added)
                    return added;
            }
        }
        return Done{};
    }

    Result<Done> add(const IcalEvent &event)
    {
        ++m_events;
        if (m_told && m_events % 200 == 0 && !m_told({m_events, m_events, m_events}))
            return Error{Code::Cancelled, Tr::tr("The export was stopped; nothing of it stays."), {}, {}};
        return m_sink.add(icalLines(event, m_view.now()));
    }

    const store::Snapshot &m_view;
    const CalendarExportSpec &m_spec;
    Sink &m_sink;
    const ExportTold &m_told;
    QHash<ResourceId, Resource> m_resources;
    qint64 m_events = 0;
};

/// For the audit log: which days, whose, and whether with names.
QString scopeOf(const store::Snapshot &view, const CalendarExportSpec &spec)
{
    const auto day = [&](Instant at) { return civilDay(at, view.zone()).toString(Qt::ISODate); };
    return QStringLiteral("%1, ics, appointments %2/%3, names %4, leave %5")
        .arg(spec.path.isEmpty() ? QStringLiteral("-") : spec.path, day(spec.period.from),
             day(spec.period.to - std::chrono::milliseconds(1)),
             spec.names ? QStringLiteral("yes") : QStringLiteral("no"),
             spec.leave ? QStringLiteral("yes") : QStringLiteral("no"));
}

/// The row that stands before anything leaves.
Result<QString> order(store::Store &store, const store::Actor &actor, const CalendarExportSpec &spec, Files &files)
{
    const auto tx = store.begin(actor, "data.export");
    for (const Permission needed : {Permission::ExportData, Permission::ReadSchedule}) {
        if (auto refused = access::require(*tx, needed))
            return *refused;
    }
    if (tx->actor().previewed)
        return Error{Code::NoPermission, Tr::tr("In a preview nothing is exported."), {}, {}};
    if (!spec.period.isValid() || spec.period.to - spec.period.from > longestPeriod)
        return Error{Code::Invalid,
                     Tr::tr("It ends after it begins, at most twenty years later."),
                     QStringLiteral("period"),
                     {}};
    if (!spec.path.isEmpty() && (files.exists(spec.path) || QFileInfo(spec.path).isSymLink()))
        return Error{Code::Conflict,
                     Tr::tr("%1 is there already; choose another name.").arg(spec.path),
                     QStringLiteral("path"),
                     {}};
    const QString scope = scopeOf(*tx, spec);
    tx->audit({"data.export", "export", {}, {}, "ok", scope});
    tx->commit();
    return scope;
}

} // namespace

Result<CalendarExported> exportCalendar(store::Store &store, const store::Actor &actor,
                                        const CalendarExportSpec &wanted, Files &files, const ExportTold &told)
try {
    CalendarExportSpec spec = wanted;
    if (!spec.path.isEmpty())
        spec.path = access::leavingPath(*store.snapshot(actor), QDir::cleanPath(wanted.path));
    const auto scope = order(store, actor, spec, files);
    if (!scope)
        return scope.error();
    const auto note = [&](const QByteArray &outcome, const QString &detail) {
        store.commitAudit({{actor, {"data.exported", "export", {}, {}, outcome, detail}}});
    };
    const auto made = [&]() -> Result<CalendarExported> {
        try {
            Sink sink(files, spec.path);
            if (auto begun = sink.begin(); !begun)
                return begun.error();
            const auto view = store.snapshot(actor);
            const auto events = Writer(*view, spec, sink, told).write();
            if (!events)
                return events.error();
            note("ok", QStringLiteral("%1, %2 events").arg(*scope).arg(*events));
            if (auto placed = sink.finish(); !placed)
                return placed.error();
            return CalendarExported{spec.path, sink.takeBytes(), *events};
        } catch (const store::Failure &failure) {
            return failure.error();
        }
    }();
    if (!made)
        note("failed", *scope);
    return made;
} catch (const store::Failure &failure) {
    return failure.error();
}

} // namespace xinglin::interop
