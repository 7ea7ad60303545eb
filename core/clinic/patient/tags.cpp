#include "clinic/patient/tags.h"

#include "base/text/searchkeys.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace xinglin::tags {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::tags)
};

using access::Permission;

Error wrong(const char *field, const QString &sentence, Code code = Code::Invalid)
{
    return {code, sentence, QLatin1String(field), {}};
}

Error missing(TagId id)
{
    return {Code::NotFound, Tr::tr("There is no such tag."), {}, id.toString()};
}

Tag tagFrom(const store::Query &row)
{
    return {row.get<TagId>(0), row.get<QString>(1), row.get<bool>(2)};
}

void sortByName(QList<Tag> &tags)
{
    std::stable_sort(tags.begin(), tags.end(), [](const Tag &a, const Tag &b) {
        return std::pair(a.retired, normaliseName(a.name)) < std::pair(b.retired, normaliseName(b.name));
    });
}

QList<Tag> all(const store::Snapshot &view)
{
    store::Query rows = view.sql("SELECT t.id, t.name, t.retired FROM tag t ORDER BY t.n");
    QList<Tag> found;
    while (rows.next())
        found << tagFrom(rows);
    sortByName(found);
    return found;
}

std::optional<Tag> find(const store::Snapshot &view, TagId id)
{
    store::Query row = view.sql("SELECT t.id, t.name, t.retired FROM tag t WHERE t.id = ?1");
    return row.bind(id).next() ? std::optional(tagFrom(row)) : std::nullopt;
}

std::optional<Error> problem(const store::Snapshot &view, const QString &name, std::optional<TagId> but)
{
    if (name.isEmpty())
        return wrong("name", Tr::tr("The tag needs a name."));
    if (name.size() > mostName)
        return wrong("name", Tr::tr("A tag has at most %1 characters.").arg(mostName));
    for (const Tag &known : all(view)) {
        if (known.id == but || normaliseName(known.name) != normaliseName(name))
            continue;
        const QString sentence = known.retired ? Tr::tr("There is a retired tag \"%1\"; it can be taken back into use.")
                                               : Tr::tr("There is a tag \"%1\" already.");
        return wrong("name", sentence.arg(known.name), Code::Conflict);
    }
    return std::nullopt;
}

/// The living rows of a patient with a tag.
QList<Uuid> rowsOf(const store::Snapshot &view, PatientId kept, TagId id)
{
    static const patient::RowsOf carried("SELECT g.id FROM patient_tag g WHERE ", "g",
                                         " AND g.ended = 0 AND g.tag_id = ?2");
    store::Query rows = carried.ask(view, kept);
    rows.bindAt(2, id);
    QList<Uuid> found;
    while (rows.next())
        found << rows.get<Uuid>(0);
    return found;
}

/// How many people carry it: of merged records those that stay.
qint64 peopleWith(const store::Snapshot &view, TagId id)
{
    static const QByteArray carried = " FROM patient_tag g CROSS JOIN patient p ON p.id = g.patient_id"
                                      " WHERE g.tag_id = ?1 AND g.ended = 0 AND " +
                                      patient::inClosedBatch("g") + " AND " + patient::isSeen("p") + " AND " +
                                      patient::inClosedBatch("p");
    static const QByteArray own = "SELECT count(DISTINCT g.patient_id)" + carried + " AND p.merged_into_id IS NULL";
    store::Query number = view.sql(own.constData());
    number.bind(id).next();
    qint64 people = number.get<qint64>(0);
    static const QByteArray merged = "SELECT DISTINCT g.patient_id" + carried + " AND p.merged_into_id IS NOT NULL";
    static const QByteArray also = "SELECT 1 FROM patient_tag g WHERE g.patient_id = ?1 AND g.tag_id = ?2 AND"
                                   " g.ended = 0 AND " +
                                   patient::inClosedBatch("g");
    QSet<Uuid> further;
    store::Query rows = view.sql(merged.constData());
    rows.bind(id);
    while (rows.next()) {
        const auto kept = patient::canonical(view, rows.get<PatientId>(0));
        if (!kept || further.contains(kept->uuid()))
            continue;
        store::Query counted = view.sql(also.constData());
        if (!counted.bind(*kept, id).next())
            further.insert(kept->uuid());
    }
    return people + further.size();
}

} // namespace

Result<Tag> make(store::Transaction &tx, const QString &name)
{
    if (auto refused = access::require(tx, Permission::EditGroupings))
        return *refused;
    if (auto refused = problem(tx, name.simplified(), {}))
        return *refused;
    const Tag made{tx.create<TagId>(), name.simplified(), false};
    tx.sql("INSERT INTO tag(id, name, hue, retired) VALUES(?1, ?2, NULL, 0)").bind(made.id, made.name).run();
    tx.audit({tx.act(), "tag", made.id.uuid(), {}, "ok", {}});
    return made;
}

Result<Tag> rename(store::Transaction &tx, TagId id, const QString &name)
{
    if (auto refused = access::require(tx, Permission::EditGroupings))
        return *refused;
    auto known = find(tx, id);
    if (!known)
        return missing(id);
    if (auto refused = problem(tx, name.simplified(), id))
        return *refused;
    known->name = name.simplified();
    tx.sql("UPDATE tag SET name = ?2 WHERE id = ?1").bind(id, known->name).run();
    tx.audit({tx.act(), "tag", id.uuid(), {}, "ok", {}});
    return *known;
}

Result<Done> retire(store::Transaction &tx, TagId id, bool retired)
{
    if (auto refused = access::require(tx, Permission::EditGroupings))
        return *refused;
    if (!find(tx, id))
        return missing(id);
    tx.sql("UPDATE tag SET retired = ?2 WHERE id = ?1").bind(id, retired).run();
    tx.audit({tx.act(), "tag", id.uuid(), {}, "ok", {}});
    return Done{};
}

Result<Tag> put(store::Transaction &tx, PatientId patient, TagId id)
{
    if (auto refused = access::require(tx, Permission::EditPatient))
        return *refused;
    const auto kept = patient::canonical(tx, patient);
    if (!kept)
        return kept.error();
    const auto known = find(tx, id);
    if (!known)
        return missing(id);
    if (known->retired)
        return wrong("tag", Tr::tr("The tag \"%1\" is retired.").arg(known->name), Code::Conflict);
    if (!rowsOf(tx, *kept, id).isEmpty())
        return wrong("tag", Tr::tr("They carry the tag \"%1\" already.").arg(known->name), Code::Conflict);
    const Uuid row = tx.newUuid();
    tx.sql("INSERT INTO patient_tag(id, patient_id, tag_id, recorded_ms, recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(row, *kept, id, tx.now(), tx.actor().user)
        .run();
    tx.audit({tx.act(), "patient_tag", row, kept->uuid(), "ok", {}});
    return *known;
}

Result<Done> take(store::Transaction &tx, PatientId patient, TagId id)
{
    if (auto refused = access::require(tx, Permission::EditPatient))
        return *refused;
    const auto kept = patient::canonical(tx, patient);
    if (!kept)
        return kept.error();
    const QList<Uuid> rows = rowsOf(tx, *kept, id);
    if (rows.isEmpty())
        return missing(id);
    for (const Uuid &row : rows) {
        tx.sql("UPDATE patient_tag SET ended = 1 WHERE id = ?1").bind(row).run();
        tx.audit({tx.act(), "patient_tag", row, kept->uuid(), "ok", {}});
    }
    return Done{};
}

Result<QList<Tag>> ofPatient(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    static const patient::RowsOf carried(
        "SELECT DISTINCT t.id, t.name, t.retired FROM patient_tag g JOIN tag t ON t.id = g.tag_id WHERE ", "g",
        " AND g.ended = 0");
    store::Query rows = carried.ask(view, *kept);
    QList<Tag> found;
    while (rows.next())
        found << tagFrom(rows);
    sortByName(found);
    return found;
}

Result<QList<Tag>> inUse(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    QList<Tag> found = all(view);
    found.removeIf([](const Tag &tag) { return tag.retired; });
    return found;
}

Result<QList<TagCount>> counted(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::SearchPatients))
        return *refused;
    QList<TagCount> found;
    for (const Tag &tag : all(view))
        found << TagCount{tag, peopleWith(view, tag.id)};
    return found;
}

} // namespace xinglin::tags
