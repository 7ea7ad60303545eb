#include "clinic/patient/segments.h"

#include "access/settings.h"
#include "clinic/patient/hits.h"
#include "clinic/patient/patients.h"
#include "clinic/patient/segmentsql.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::segment {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::segment)
};

using access::Permission;
using segments::Definition;

/// Words that are offered of one field.
constexpr int mostWords = 200;

bool isNew(SegmentId id)
{
    return id == SegmentId(Uuid(Uuid::Bytes{}));
}

Error noSuchSegment(SegmentId id)
{
    return {Code::NotFound, Tr::tr("There is no such segment."), {}, id.toString()};
}

bool isNameTaken(const store::Snapshot &view, const QString &name, std::optional<Uuid> owner, SegmentId id)
{
    store::Query same =
        view.sql("SELECT 1 FROM segment WHERE retired = 0 AND name = ?1 AND owner_id IS ?2 AND id <> ?3");
    return same.bind(name, owner, id).next();
}

Error nameTaken()
{
    return {Code::Conflict, Tr::tr("Another segment has this name."), QStringLiteral("name"), {}};
}

/// Why the actor cannot ask it: the first condition on a field they do not read.
std::optional<Error> hiddenFrom(const store::Snapshot &view, const Definition &definition)
{
    for (const auto &[path, condition] : segments::conditionsOf(definition)) {
        if (!access::allows(view, permissionFor(segments::rowOf(condition.field).needs)))
            return Error{Code::NoPermission,
                         Tr::tr("You may not ask by \"%1\".").arg(segments::nameOf(condition.field)),
                         path,
                         {}};
    }
    return std::nullopt;
}

/// Why the actor may not put something else in the place of one that is kept: who cannot ask it has not read it whole.
std::optional<Error> keptBefore(const store::Snapshot &view, SegmentId id, const std::optional<Segment> &expected)
{
    store::Query row = view.sql("SELECT name, definition, owner_id FROM segment WHERE id = ?1 AND retired = 0"
                                " AND (owner_id IS NULL OR owner_id = ?2)");
    if (!row.bind(id, view.actor().user).next())
        return noSuchSegment(id);
    const auto before = Definition::fromJson(row.get<QString>(1).toUtf8());
    if (!before)
        return before.error();
    if (auto hidden = hiddenFrom(view, *before))
        return hidden;
    if (expected &&
        (expected->name != row.get<QString>(0) || expected->definition != *before || expected->own == row.isNull(2)))
        return Error{Code::Stale, Tr::tr("Somebody changed this segment since you opened it."), {}, {}};
    return std::nullopt;
}

/// Patients that are found at all.
const QByteArray found = patient::isSeen("p") + " AND " + patient::inClosedBatch("p");

void bindAll(store::Query &query, const QList<store::Value> &values)
{
    query.bind();
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindAt(static_cast<int>(i) + 1, values[i]);
}

Result<Compiled> compiled(const store::Snapshot &view, const Definition &definition)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    const auto days = thresholds(view);
    if (!days)
        return days.error();
    return compile(view, definition, *days);
}

/// The values of an indexed column of patients that are seen, a step of the index each.
QStringList wordsOf(const store::Snapshot &view, const char *column)
{
    QByteArray sql = "WITH RECURSIVE word(w) AS (SELECT min(@) FROM patient WHERE @ IS NOT NULL UNION ALL SELECT"
                     " (SELECT min(n.@) FROM patient n WHERE n.@ > word.w) FROM word WHERE word.w IS NOT NULL)"
                     " SELECT w FROM word WHERE w IS NOT NULL AND EXISTS (SELECT 1 FROM patient p WHERE p.@ = w AND " +
                     found + ") LIMIT ?1 /* words in use */";
    sql.replace('@', column);
    QStringList words;
    store::Query rows = view.sql(sql.constData());
    rows.bind(mostWords);
    while (rows.next())
        words << rows.get<QString>(0);
    return words;
}

} // namespace

Permission permissionFor(segments::Needs needs)
{
    switch (needs) {
    case segments::Needs::Search:
        return Permission::SearchPatients;
    case segments::Needs::Allergies:
        return Permission::ReadAllergies;
    case segments::Needs::Care:
        return Permission::ReadCare;
    case segments::Needs::Visits:
        return Permission::ReadVisits;
    case segments::Needs::Narrative:
        return Permission::ReadNarrative;
    case segments::Needs::Prescriptions:
        return Permission::ReadPrescriptions;
    case segments::Needs::Identifiers:
        return Permission::ReadIdentifiers;
    }
    Q_UNREACHABLE();
}

Result<QList<Segment>> all(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    QList<Segment> known;
    store::Query rows = view.sql("SELECT id, name, definition, owner_id FROM segment WHERE retired = 0"
                                 " AND (owner_id IS NULL OR owner_id = ?1)");
    rows.bind(view.actor().user);
    while (rows.next()) {
        Segment one{rows.get<SegmentId>(0), rows.get<QString>(1), !rows.isNull(3), {}, {}};
        auto definition = Definition::fromJson(rows.get<QString>(2).toUtf8());
        if (definition) {
            one.definition = *std::move(definition);
            if (const auto hidden = hiddenFrom(view, one.definition))
                one.unavailable = hidden->message;
        } else {
            one.unavailable = definition.error().message;
        }
        known << one;
    }
    std::sort(known.begin(), known.end(), [](const Segment &a, const Segment &b) {
        const int order = a.name.localeAwareCompare(b.name);
        return order != 0 ? order < 0 : a.id.uuid() < b.id.uuid();
    });
    return known;
}

Result<Segment> save(store::Transaction &tx, const Segment &segment, const std::optional<Segment> &expected)
{
    if (auto refused = access::require(tx, Permission::EditGroupings))
        return *refused;
    Segment kept = segment;
    kept.name = segment.name.simplified();
    kept.unavailable.clear();
    const auto wrongName = [](Code code, const QString &sentence) {
        return Error{code, sentence, QStringLiteral("name"), {}};
    };
    if (kept.name.isEmpty())
        return wrongName(Code::Invalid, Tr::tr("The segment needs a name."));
    if (kept.name.size() > mostName)
        return wrongName(Code::Invalid, Tr::tr("The name is too long."));
    const auto asked = compiled(tx, kept.definition);
    if (!asked)
        return asked.error();
    const QByteArray json = kept.definition.toJson();
    if (json.size() > segments::mostBytes)
        return Error{Code::Invalid, Tr::tr("The segment has too many conditions."), {}, {}};
    if (!isNew(kept.id)) {
        if (auto wrong = keptBefore(tx, kept.id, expected))
            return *wrong;
    }
    const auto owner = kept.own ? tx.actor().user : std::nullopt;
    if (isNameTaken(tx, kept.name, owner, kept.id))
        return nameTaken();
    if (isNew(kept.id)) {
        kept.id = tx.create<SegmentId>();
        tx.sql("INSERT INTO segment(id, name, definition, owner_id) VALUES(?1, ?2, ?3, ?4)")
            .bind(kept.id, kept.name, QString::fromUtf8(json), owner)
            .run();
    } else {
        tx.sql("UPDATE segment SET name = ?2, definition = ?3, owner_id = ?4 WHERE id = ?1")
            .bind(kept.id, kept.name, QString::fromUtf8(json), owner)
            .run();
    }
    tx.audit({tx.act(), "segment", kept.id.uuid(), {}, "ok", {}});
    return kept;
}

Result<Done> retire(store::Transaction &tx, SegmentId id, bool retired)
{
    if (auto refused = access::require(tx, Permission::EditGroupings))
        return *refused;
    store::Query row = tx.sql("SELECT name, owner_id FROM segment WHERE id = ?1 AND retired = ?3"
                              " AND (owner_id IS NULL OR owner_id = ?2)");
    if (!row.bind(id, tx.actor().user, !retired).next())
        return noSuchSegment(id);
    if (!retired && isNameTaken(tx, row.get<QString>(0), row.get<std::optional<Uuid>>(1), id))
        return nameTaken();
    tx.sql("UPDATE segment SET retired = ?2 WHERE id = ?1").bind(id, retired).run();
    tx.audit({tx.act(), "segment", id.uuid(), {}, "ok", {}});
    return Done{};
}

Result<qint64> count(const store::Snapshot &view, const Definition &definition)
{
    const auto asked = compiled(view, definition);
    if (!asked)
        return asked.error();
    // Both tables in the order of their rows.
    const QByteArray sql = with() + "SELECT count(*) FROM patient p CROSS JOIN patient_rank r ON r.pid = p.n WHERE " +
                           found + " AND " + asked->condition;
    store::Query row = view.sql(sql.constData());
    bindAll(row, asked->values);
    row.next();
    return row.get<qint64>(0);
}

Result<Page> page(const store::Snapshot &view, const Definition &definition, const std::optional<Cursor> &after,
                  int limit)
{
    const auto asked = compiled(view, definition);
    if (!asked)
        return asked.error();
    QList<store::Value> values = asked->values;
    const auto bind = [&values](qint64 number) {
        values << number;
        return '?' + QByteArray::number(values.size());
    };
    QByteArray sql = with() + "SELECT" + patient::HitColumns + " WHERE " + found + " AND " + asked->condition;
    sql.replace("patient_rank r JOIN patient p", "patient_rank r CROSS JOIN patient p"); // in the order of the list
    if (after) {
        const QByteArray day = bind(after->lastVisit);
        sql +=
            " AND r.last_visit <= " + day + " AND (r.last_visit < " + day + " OR r.pid > " + bind(after->patient) + ')';
    }
    sql += " ORDER BY r.last_visit DESC, r.pid LIMIT " + bind(limit);
    store::Query rows = view.sql(sql.constData());
    bindAll(rows, values);
    Page shown;
    Cursor last;
    while (rows.next()) {
        shown.hits << patient::hitFrom(rows, true);
        last = {rows.get<qint64>(7), rows.get<qint64>(9)};
    }
    if (shown.hits.size() == limit)
        shown.next = last;
    return shown;
}

void noteLook(const store::Snapshot &view, const Segment &segment, qint64 people)
{
    view.audit({"segment.look",
                "segment",
                isNew(segment.id) ? std::nullopt : std::optional(segment.id.uuid()),
                {},
                "ok",
                QStringLiteral("%1 → %2").arg(segment.name).arg(people)});
}

void noteCount(const store::Snapshot &view, const Definition &definition, qint64 people)
{
    const auto conditions = segments::conditionsOf(definition);
    const bool readsMore = std::any_of(conditions.cbegin(), conditions.cend(), [](const auto &one) {
        return segments::rowOf(one.second.field).needs != segments::Needs::Search;
    });
    if (readsMore)
        view.audit({"segment.count",
                    "segment",
                    {},
                    {},
                    "ok",
                    QStringLiteral("%1 → %2").arg(QString::fromUtf8(definition.toJson()), QString::number(people))});
}

Result<segments::Thresholds> thresholds(const store::Snapshot &view)
{
    const auto active = settings::number(view, settings::StageActiveDays);
    if (!active)
        return active.error();
    const auto dormant = settings::number(view, settings::StageDormantDays);
    if (!dormant)
        return dormant.error();
    return segments::Thresholds{static_cast<int>(*active), static_cast<int>(*dormant)};
}

Result<Stages> stages(const store::Snapshot &view, const QList<PatientId> &patients)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    const auto days = thresholds(view);
    if (!days)
        return days.error();
    Stages known{*days, {}};
    static const QByteArray sql = "SELECT r.visits, r.last_visit, p.deceased FROM patient p JOIN patient_rank r"
                                  " ON r.pid = p.n WHERE p.id = ?1 AND " +
                                  found;
    for (const PatientId &id : patients) {
        store::Query row = view.sql(sql.constData());
        if (!row.bind(id).next())
            continue;
        segments::Facts facts{false, row.get<bool>(2), row.get<int>(0), {}};
        if (const qint64 day = row.get<qint64>(1); day > 0)
            facts.lastVisit = QDate(1970, 1, 1).addDays(day);
        if (const auto stage = segments::stageOf(facts, view.today(), *days))
            known.of.insert(id.uuid(), *stage);
    }
    return known;
}

Result<Offered> offered(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    Offered found;
    store::Query tags = view.sql("SELECT t.id, t.name, t.retired FROM tag t ORDER BY t.n");
    while (tags.next())
        (tags.get<bool>(2) ? found.former : found.tags) << Choice{tags.get<Uuid>(0).toString(), tags.get<QString>(1)};
    std::sort(found.tags.begin(), found.tags.end(),
              [](const Choice &a, const Choice &b) { return a.name.localeAwareCompare(b.name) < 0; });
    if (access::allows(view, Permission::ReadVisits) && access::allows(view, Permission::ReadPeople)) {
        const auto people = access::users(view);
        for (const access::User &one : people ? *people : QList<access::User>()) {
            (one.roles & access::Role::Practitioner ? found.practitioners : found.former)
                << Choice{one.id.toString(), one.name};
        }
    }
    found.sources = wordsOf(view, "source");
    found.campaigns = wordsOf(view, "campaign");
    return found;
}

} // namespace xinglin::segment
