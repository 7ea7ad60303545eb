#include "clinic/schedule/services.h"

#include "base/text/searchkeys.h"
#include "clinic/schedule/schedulerows.h"
#include "store/transaction.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace xinglin::schedule {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::schedule)
};

using access::Permission;
using std::chrono::minutes;

constexpr minutes shortest{5};
constexpr minutes longest{720};
constexpr minutes mostBuffer{240};
constexpr minutes mostLead{525600};

Error missingService(HealthcareServiceId id)
{
    return {Code::NotFound, Tr::tr("There is no such service."), {}, id.toString()};
}

constexpr char Columns[] = "SELECT s.id, s.code, s.name, s.minutes, s.before_minutes, s.after_minutes, s.lead_minutes,"
                           " s.most_a_day, s.extra_a_day, s.fen, s.hue, s.position, s.retired"
                           " FROM healthcare_service s";

HealthcareService serviceFrom(const store::Query &row)
{
    HealthcareServiceDraft content;
    content.code = row.get<QString>(1);
    content.name = row.get<QString>(2);
    content.duration = minutes(row.get<int>(3));
    content.before = minutes(row.get<int>(4));
    content.after = minutes(row.get<int>(5));
    content.lead = minutes(row.get<int>(6));
    content.mostADay = row.get<std::optional<int>>(7);
    content.extraADay = row.get<int>(8);
    content.price = row.get<std::optional<Money>>(9);
    content.hue = row.get<QString>(10);
    content.position = row.get<int>(11);
    return {row.get<HealthcareServiceId>(0), content, row.get<bool>(12)};
}

/// The rows of needs that hold, in their order: of one service, or of all.
void addNeeds(const store::Snapshot &view, QList<HealthcareService> &services)
{
    store::Query rows = view.sql("SELECT o.need, o.resource_id, o.units FROM service_resource o"
                                 " JOIN resource r ON r.id = o.resource_id"
                                 " WHERE o.service_id = ?1 AND o.ended = 0 AND r.retired = 0"
                                 " ORDER BY o.need, o.position, o.n");
    for (HealthcareService &service : services) {
        QMap<int, ServiceNeed> needs;
        rows.bind(service.id);
        while (rows.next()) {
            ServiceNeed &need = needs[rows.get<int>(0)];
            need.anyOf << rows.get<ResourceId>(1);
            need.units = rows.get<int>(2);
        }
        service.content.needs = needs.values();
    }
}

QList<HealthcareService> all(const store::Snapshot &view)
{
    static const QByteArray sql = QByteArray(Columns) + " ORDER BY s.n";
    store::Query rows = view.sql(sql.constData());
    QList<HealthcareService> found;
    while (rows.next())
        found << serviceFrom(rows);
    std::stable_sort(found.begin(), found.end(), [](const HealthcareService &a, const HealthcareService &b) {
        const auto key = [](const HealthcareService &one) {
            return std::tuple(one.retired, one.content.position, normaliseName(one.content.name));
        };
        return key(a) < key(b);
    });
    return found;
}

std::optional<HealthcareService> find(const store::Snapshot &view, HealthcareServiceId id)
{
    static const QByteArray sql = QByteArray(Columns) + " WHERE s.id = ?1";
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return std::nullopt;
    QList<HealthcareService> one{serviceFrom(row)};
    addNeeds(view, one);
    return one.constFirst();
}

std::optional<Error> namesake(const store::Snapshot &view, const QString &name, std::optional<HealthcareServiceId> but)
{
    for (const HealthcareService &other : all(view)) {
        if (!other.retired && other.id != but && normaliseName(other.content.name) == normaliseName(name))
            return wrong("name", Tr::tr("“%1” is there already.").arg(other.content.name), Code::Conflict);
    }
    return std::nullopt;
}

std::optional<Error> needsProblem(const store::Snapshot &view, const QList<ServiceNeed> &needs)
{
    if (needs.isEmpty())
        return wrong("needs", Tr::tr("Say with whom or where it can be booked."));
    if (needs.size() > mostNeeds)
        return wrong("needs", Tr::tr("At most %1 people, rooms or devices at once.").arg(mostNeeds));
    const auto known = resources(view);
    if (!known)
        return known.error();
    for (const ServiceNeed &need : needs) {
        if (need.anyOf.isEmpty())
            return wrong("needs", Tr::tr("Say with whom or where it can be booked."));
        QSet<ResourceId> once;
        for (const ResourceId id : need.anyOf) {
            const auto found =
                std::find_if(known->cbegin(), known->cend(), [&](const Resource &one) { return one.id == id; });
            if (found == known->cend())
                return wrong("needs", missing(id).message, Code::NotFound);
            if (need.units < 1 || need.units > found->content.capacity)
                return wrong("needs",
                             Tr::tr("“%1” has %2 at once.").arg(found->content.name).arg(found->content.capacity));
            if (once.contains(id))
                return wrong("needs", Tr::tr("“%1” is named twice.").arg(found->content.name));
            once.insert(id);
        }
    }
    return std::nullopt;
}

std::optional<Error> problem(const store::Snapshot &view, const HealthcareServiceDraft &draft,
                             std::optional<HealthcareServiceId> but)
{
    if (draft.name.isEmpty())
        return wrong("name", Tr::tr("The name is needed."));
    if (draft.name.size() > mostServiceName)
        return wrong("name", Tr::tr("A name has at most %1 characters.").arg(mostServiceName));
    if (draft.duration < shortest || draft.duration > longest)
        return wrong("duration", Tr::tr("It lasts %1 to %2 minutes.").arg(shortest.count()).arg(longest.count()));
    for (const auto &[field, span] : {std::pair("before", draft.before), std::pair("after", draft.after)}) {
        if (span < minutes(0) || span > mostBuffer)
            return wrong(field, Tr::tr("At most %1 minutes.").arg(mostBuffer.count()));
    }
    if (draft.lead < minutes(0) || draft.lead > mostLead)
        return wrong("lead", Tr::tr("At most a year ahead."));
    if (draft.mostADay && *draft.mostADay < 1)
        return wrong("mostADay", Tr::tr("At least one a day."));
    if (draft.extraADay < 0)
        return wrong("extraADay", Tr::tr("None or more."));
    if (draft.price && draft.price->fen() < 0)
        return wrong("price", Tr::tr("A price is not negative."));
    if (auto found = needsProblem(view, draft.needs))
        return found;
    return namesake(view, draft.name, but);
}

/// Ends the needs that are there and writes those that are wanted; equal ones stay.
void setNeeds(store::Transaction &tx, HealthcareServiceId id, const QList<ServiceNeed> &needs)
{
    struct Row
    {
        int need;
        ResourceId resource;
        int units;
        int position;
        bool operator==(const Row &) const = default;
    };
    QList<Row> wanted;
    for (qsizetype need = 0; need < needs.size(); ++need) {
        for (qsizetype i = 0; i < needs[need].anyOf.size(); ++i)
            wanted << Row{static_cast<int>(need), needs[need].anyOf[i], needs[need].units, static_cast<int>(i)};
    }
    QList<Uuid> over;
    store::Query rows = tx.sql("SELECT o.id, o.need, o.resource_id, o.units, o.position FROM service_resource o"
                               " WHERE o.service_id = ?1 AND o.ended = 0");
    rows.bind(id);
    while (rows.next()) {
        const Row known{rows.get<int>(1), rows.get<ResourceId>(2), rows.get<int>(3), rows.get<int>(4)};
        if (!wanted.removeOne(known))
            over << rows.get<Uuid>(0);
    }
    for (const Uuid &row : std::as_const(over))
        tx.sql("UPDATE service_resource SET ended = 1 WHERE id = ?1").bind(row).run();
    for (const Row &row : std::as_const(wanted))
        tx.sql("INSERT INTO service_resource(id, service_id, need, resource_id, units, position)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(tx.newUuid(), id, row.need, row.resource, row.units, row.position)
            .run();
}

int count(minutes span)
{
    return static_cast<int>(span.count());
}

/// Runs a statement that takes the id and then the columns in the order of the table.
void put(store::Transaction &tx, const char *sql, HealthcareServiceId id, const HealthcareServiceDraft &clean)
{
    tx.sql(sql)
        .bind(id, patient::orNull(clean.code), clean.name, count(clean.duration), count(clean.before),
              count(clean.after), count(clean.lead), clean.mostADay, clean.extraADay, clean.price,
              patient::orNull(clean.hue), clean.position)
        .run();
    setNeeds(tx, id, clean.needs);
}

void note(store::Transaction &tx, HealthcareServiceId id)
{
    tx.audit({tx.act(), "healthcare_service", id.uuid(), {}, "ok", {}});
}

} // namespace

Result<HealthcareService> addService(store::Transaction &tx, const HealthcareServiceDraft &draft)
{
    if (auto refused = access::require(tx, Permission::EditResources))
        return *refused;
    HealthcareServiceDraft clean = draft;
    clean.name = draft.name.trimmed();
    if (auto found = problem(tx, clean, {}))
        return *found;
    const auto id = tx.create<HealthcareServiceId>();
    put(tx,
        "INSERT INTO healthcare_service(id, code, name, minutes, before_minutes, after_minutes, lead_minutes,"
        " most_a_day, extra_a_day, fen, hue, position) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        id, clean);
    note(tx, id);
    return *find(tx, id);
}

Result<HealthcareService> editService(store::Transaction &tx, HealthcareServiceId id,
                                      const HealthcareServiceDraft &draft)
{
    if (auto refused = access::require(tx, Permission::EditResources))
        return *refused;
    if (!find(tx, id))
        return missingService(id);
    HealthcareServiceDraft clean = draft;
    clean.name = draft.name.trimmed();
    if (auto found = problem(tx, clean, id))
        return *found;
    put(tx,
        "UPDATE healthcare_service SET code = ?2, name = ?3, minutes = ?4, before_minutes = ?5, after_minutes = ?6,"
        " lead_minutes = ?7, most_a_day = ?8, extra_a_day = ?9, fen = ?10, hue = ?11, position = ?12 WHERE id = ?1",
        id, clean);
    note(tx, id);
    return *find(tx, id);
}

Result<Done> retireService(store::Transaction &tx, HealthcareServiceId id, bool retired)
{
    if (auto refused = access::require(tx, Permission::EditResources))
        return *refused;
    const auto known = find(tx, id);
    if (!known)
        return missingService(id);
    if (!retired) {
        if (auto found = namesake(tx, known->content.name, id))
            return *found;
    }
    tx.sql("UPDATE healthcare_service SET retired = ?2 WHERE id = ?1").bind(id, retired).run();
    note(tx, id);
    return Done{};
}

Result<HealthcareService> service(const store::Snapshot &view, HealthcareServiceId id)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    const auto found = find(view, id);
    return found ? Result<HealthcareService>(*found) : missingService(id);
}

Result<QList<HealthcareService>> services(const store::Snapshot &view, bool retired)
{
    if (auto refused = access::require(view, Permission::ReadSchedule))
        return *refused;
    QList<HealthcareService> found = all(view);
    if (!retired)
        found.removeIf([](const HealthcareService &one) { return one.retired; });
    addNeeds(view, found);
    return found;
}

} // namespace xinglin::schedule
