#include "clinic/patient/merge.h"

#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/patient/patienttrail.h"
#include "store/recordchanges.h"

#include <QCoreApplication>

namespace xinglin::patient {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::patient)
};

using access::Permission;

struct PartColumns
{
    MergePart part;
    QByteArrayList columns;
    int telling = 1; ///< So many of them, from the first on, say whether anything stands there.
};

const QList<PartColumns> &partColumns()
{
    static const QList<PartColumns> all{
        {MergePart::Name, {"name"}},
        {MergePart::Sex, {"sex"}},
        {MergePart::BirthDate, {"birth_date", "birth_lunar"}},
        {MergePart::Phone, {"phone"}},
        {MergePart::Document, {"document_number", "document_kind"}},
        {MergePart::Address, {"address"}},
        {MergePart::Insurance, {"insurance"}},
        {MergePart::Occupation, {"occupation"}},
        {MergePart::MaritalStatus, {"marital_status"}},
        {MergePart::Guardian, {"guardian_name", "guardian_relation", "guardian_phone"}, 3},
        {MergePart::Emergency, {"emergency_name", "emergency_phone"}, 2},
        {MergePart::Source, {"source", "campaign", "referred_by_id"}, 3},
        {MergePart::DeskAlert, {"desk_alert"}},
    };
    return all;
}

Error standsInTheWay(const QString &sentence)
{
    return {Code::Conflict, sentence, {}, {}};
}

/// The values of a part in one record; the groups are open.
QList<store::Value> valuesOf(const store::Snapshot &view, PatientId id, const PartColumns &part)
{
    store::Query row = view.sql(("SELECT " + part.columns.join(", ") + " FROM patient WHERE id = ?1").constData());
    row.bind(id).next();
    QList<store::Value> values;
    for (int column = 0; column < part.columns.size(); ++column)
        values << row.value(column);
    return values;
}

bool isEmpty(const PartColumns &part, const QList<store::Value> &values)
{
    return std::all_of(values.cbegin(), values.cbegin() + part.telling, [](const store::Value &value) {
        const auto *text = std::get_if<QString>(&value);
        return text == nullptr ? std::holds_alternative<std::monostate>(value) : text->isEmpty() || *text == u"unknown";
    });
}

QList<MergeLine> compare(const store::Snapshot &view, PatientId kept, PatientId merged)
{
    QList<MergeLine> lines;
    for (const PartColumns &part : partColumns()) {
        const auto ours = valuesOf(view, kept, part);
        const auto theirs = valuesOf(view, merged, part);
        MergeLine line{part.part, ours != theirs, MergeSide::Kept};
        if (line.differs && isEmpty(part, ours))
            line.suggested = MergeSide::Merged;
        else if (line.differs && part.part == MergePart::DeskAlert && !isEmpty(part, theirs))
            line.suggested = MergeSide::Both;
        lines << line;
    }
    return lines;
}

struct Pair
{
    PatientId kept;
    PatientId merged;
};

/// The two records that stay, where they can become one.
Result<Pair> pairOf(const store::Snapshot &view, PatientId kept, PatientId merged)
{
    const auto stays = canonical(view, kept);
    if (!stays)
        return stays.error();
    const auto goes = canonical(view, merged);
    if (!goes)
        return goes.error();
    if (*stays == *goes)
        return standsInTheWay(kept == merged ? Tr::tr("This is one and the same record.")
                                             : Tr::tr("These records are merged already."));
    store::Query hidden = view.sql("SELECT count(*) FROM patient WHERE restricted = 1 AND (id = ?1 OR id = ?2)");
    hidden.bind(*stays, *goes).next();
    if (hidden.get<int>(0) == 1)
        return standsInTheWay(Tr::tr("One of the two is hidden from others and the other is not. Hide both, or lift "
                                     "it, before you merge them."));
    return Pair{*stays, *goes};
}

MergeRecord recordOf(const store::Snapshot &view, const Patient &patient)
{
    MergeRecord record{patient, 0, {}, {}};
    if (patient.referredBy) {
        if (const auto by = findPlain(view, *patient.referredBy))
            record.referrer = by->name;
    }
    store::Query rank =
        view.sql("SELECT r.visits, r.last_visit FROM patient_rank r JOIN patient p ON p.n = r.pid WHERE p.id = ?1");
    if (rank.bind(patient.id).next()) {
        record.visits = rank.get<int>(0);
        if (const qint64 day = rank.get<qint64>(1); day > 0)
            record.lastVisit = QDate(1970, 1, 1).addDays(day);
    }
    return record;
}

/// What in a stored record contradicts itself: the ID number against birth date and sex.
QStringList contradictions(const store::Snapshot &view, PatientId id)
{
    store::Query row = view.sql("SELECT name, sex, birth_date, birth_lunar, document_kind, document_number"
                                " FROM patient WHERE id = ?1");
    row.bind(id).next();
    PatientDraft draft;
    draft.name = row.get<QString>(0);
    draft.withoutPhone = true;
    draft.sex = sexFrom(row.get<QString>(1)).value_or(Sex::Unknown);
    draft.birthDate = row.get<QString>(2);
    draft.birthLunar = row.get<bool>(3);
    draft.documentKind = documentKindFrom(row.get<QString>(4));
    draft.documentNumber = row.get<QString>(5);
    QStringList found;
    for (const Error &problem : problems(draft, view.today()))
        found << problem.field + u'\n' + problem.message;
    return found;
}

void takePart(store::Transaction &tx, const Pair &pair, const PartColumns &part)
{
    const QByteArray columns = part.columns.join(", ");
    tx.sql(("UPDATE patient SET (" + columns + ") = (SELECT " + columns + " FROM patient WHERE id = ?2) WHERE id = ?1")
               .constData())
        .bind(pair.kept, pair.merged)
        .run();
}

/// The first telephone of the record that goes becomes the first; the one that was is a further one from now on.
void takePhone(store::Transaction &tx, const Pair &pair, const PartColumns &part)
{
    store::Query row = tx.sql("SELECT phone FROM patient WHERE id = ?1");
    row.bind(pair.kept).next();
    const QString before = row.get<QString>(0);
    takePart(tx, pair, part);
    if (before.isEmpty())
        return;
    static const RowsOf same("SELECT 1 FROM patient_phone t WHERE ", "t", " AND t.ended = 0 AND t.phone = ?2");
    store::Query known = same.ask(tx, pair.kept);
    if (!known.bindAt(2, before).next())
        tx.sql("INSERT INTO patient_phone(id, patient_id, phone, whose) VALUES(?1, ?2, ?3, NULL)")
            .bind(tx.newUuid(), pair.kept, before)
            .run();
}

void joinAlerts(store::Transaction &tx, const Pair &pair)
{
    tx.sql("UPDATE patient SET desk_alert = CASE WHEN desk_alert IS NULL THEN '' ELSE desk_alert || char(10) END ||"
           " (SELECT m.desk_alert FROM patient m WHERE m.id = ?2) WHERE id = ?1 AND EXISTS (SELECT 1 FROM patient m"
           " WHERE m.id = ?2 AND m.desk_alert IS NOT NULL)")
        .bind(pair.kept, pair.merged)
        .run();
}

/// The record of the merge that still holds: the newest that made @p merged point at another.
std::optional<store::RecordChanges> mergeOf(const store::Snapshot &view, PatientId merged)
{
    constexpr int AtOnce = 50;
    std::optional<qint64> before;
    for (;;) {
        const auto records = store::recordsOf(view, {{"patient", merged.uuid()}}, before, AtOnce);
        for (const store::RecordChanges &record : records) {
            before = record.n;
            for (const store::ColumnChange &change : record.changes) {
                if (change.column == "merged_into_id" && !std::holds_alternative<std::monostate>(change.to))
                    return store::recordChanges(view, record.version);
            }
        }
        if (records.size() < AtOnce)
            return std::nullopt;
    }
}

/// Gives back what the merge took over from the record that leaves, part by part.
void giveBack(store::Transaction &tx, PatientId kept, const store::RecordChanges &merge, Unmerged &told)
{
    for (const PartColumns &part : partColumns()) {
        QList<store::ColumnChange> ours;
        for (const store::ColumnChange &change : merge.changes) {
            if (change.table == "patient" && change.row == kept.uuid() && part.columns.contains(change.column))
                ours << change;
        }
        if (ours.isEmpty())
            continue;
        const bool stands = std::all_of(ours.cbegin(), ours.cend(), [&](const store::ColumnChange &change) {
            return valuesOf(tx, kept, {part.part, {change.column}}).constFirst() == change.to;
        });
        if (!stands) {
            told.changed << part.part;
            continue;
        }
        for (const store::ColumnChange &change : std::as_const(ours))
            tx.sql(("UPDATE patient SET " + change.column + " = ?2 WHERE id = ?1").constData())
                .bind(kept, change.from)
                .run();
        told.restored << part.part;
    }
    // The telephone that became a further one is the first again.
    if (told.restored.contains(MergePart::Phone)) {
        for (const store::RowName &row : merge.rows) {
            if (row.table == "patient_phone")
                tx.sql("UPDATE patient_phone SET ended = 1 WHERE id = ?1").bind(row.row).run();
        }
    }
}

} // namespace

void joinNotes(store::Transaction &tx, PatientId kept, PatientId merged)
{
    tx.connection()
        .internal("UPDATE patient SET note = CASE WHEN note IS NULL THEN '' ELSE note || char(10) END ||"
                  " (SELECT m.note FROM patient m WHERE m.id = ?2) WHERE id = ?1 AND (note IS NULL OR typeof(note) ="
                  " 'text') AND EXISTS (SELECT 1 FROM patient m WHERE m.id = ?2 AND typeof(m.note) = 'text')")
        .bind(kept, merged)
        .run();
}

void partNotes(store::Transaction &tx, PatientId kept, PatientId merged)
{
    tx.connection()
        .internal("UPDATE patient SET note = (SELECT CASE WHEN patient.note = m.note THEN NULL ELSE"
                  " substr(patient.note, 1, length(patient.note) - length(m.note) - 1) END FROM patient m"
                  " WHERE m.id = ?2) WHERE id = ?1 AND typeof(note) = 'text' AND EXISTS (SELECT 1 FROM patient m"
                  " WHERE m.id = ?2 AND typeof(m.note) = 'text' AND (patient.note = m.note OR substr(patient.note,"
                  " -length(m.note) - 1) = char(10) || m.note))")
        .bind(kept, merged)
        .run();
}

const QList<MergePart> &allMergeParts()
{
    static const QList<MergePart> all = [] {
        QList<MergePart> parts;
        for (const PartColumns &part : partColumns())
            parts << part.part;
        return parts;
    }();
    return all;
}

Result<MergePreview> previewMerge(const store::Snapshot &view, PatientId kept, PatientId merged)
{
    if (auto refused = access::require(view, Permission::MergePatients))
        return *refused;
    const auto pair = pairOf(view, kept, merged);
    if (!pair)
        return pair.error();
    const auto stays = find(view, pair->kept);
    if (!stays)
        return stays.error();
    const auto goes = find(view, pair->merged);
    if (!goes)
        return goes.error();
    for (const PatientId &one : {pair->kept, pair->merged})
        view.audit({"duplicates.open", "patient", one.uuid(), one.uuid(), "ok", {}});
    return MergePreview{recordOf(view, *stays), recordOf(view, *goes), compare(view, pair->kept, pair->merged)};
}

Result<Patient> merge(store::Transaction &tx, const MergeDraft &draft)
{
    if (auto refused = access::require(tx, Permission::MergePatients))
        return *refused;
    const auto pair = pairOf(tx, draft.kept, draft.merged);
    if (!pair)
        return pair.error();
    const auto isOld = [&](const std::optional<qint64> &seen, PatientId id) {
        return seen && *seen != revisionOf(tx, id);
    };
    if (isOld(draft.keptRevision, pair->kept) || isOld(draft.mergedRevision, pair->merged))
        return Error{Code::Stale,
                     Tr::tr("Somebody changed one of the two since you compared them. Compare them again."),
                     {},
                     {}};
    const QStringList before = contradictions(tx, pair->kept) + contradictions(tx, pair->merged);
    for (const PartColumns &part : partColumns()) {
        const MergeSide side = draft.taken.value(part.part, MergeSide::Kept);
        if (side == MergeSide::Both && part.part == MergePart::DeskAlert)
            joinAlerts(tx, *pair);
        else if (side == MergeSide::Merged && part.part == MergePart::Phone)
            takePhone(tx, *pair, part);
        else if (side == MergeSide::Merged)
            takePart(tx, *pair, part);
    }
    for (const QString &problem : contradictions(tx, pair->kept)) {
        if (!before.contains(problem))
            return Error{Code::Invalid, problem.section(u'\n', 1), problem.section(u'\n', 0, 0), {}};
    }
    joinNotes(tx, pair->kept, pair->merged);
    tx.sql("UPDATE patient SET merged_into_id = ?2 WHERE id = ?1").bind(pair->merged, pair->kept).run();
    for (const PatientId &one : {pair->kept, pair->merged})
        tx.audit({tx.act(), "patient", one.uuid(), one.uuid(), "ok", {}});
    return find(tx, pair->kept);
}

Result<QList<Alias>> aliases(const store::Snapshot &view, PatientId id)
{
    if (auto refused = access::require(view, Permission::MergePatients))
        return *refused;
    const auto records = recordsOf(view, id);
    if (!records)
        return records.error();
    QHash<Uuid, QString> people;
    if (const auto users = access::users(view)) {
        for (const access::User &user : *users)
            people.insert(user.id.uuid(), user.name);
    }
    QList<Alias> found;
    static const QByteArray sql =
        "SELECT p.number, p.old_number, p.name FROM patient p WHERE p.id = ?1 AND " + isSeen("p");
    store::Query row = view.sql(sql.constData());
    for (const Uuid &record : records->mid(1)) {
        if (!row.bind(record).next())
            continue;
        Alias alias{PatientId(record),   row.get<QString>(0), row.get<QString>(1),
                    row.get<QString>(2), instantFromMs(0),    {}};
        if (const auto merge = mergeOf(view, alias.id)) {
            alias.at = merge->at;
            alias.who = merge->user ? people.value(*merge->user) : QString();
        }
        found << alias;
    }
    std::stable_sort(found.begin(), found.end(), [](const Alias &a, const Alias &b) { return a.at > b.at; });
    return found;
}

Result<Unmerged> unmerge(store::Transaction &tx, PatientId merged, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::MergePatients))
        return *refused;
    if (reason.trimmed().isEmpty())
        return Error{Code::Invalid, Tr::tr("Say why."), QStringLiteral("reason"), {}};
    const auto whole = canonical(tx, merged); // the person must be one the actor may see
    if (!whole)
        return whole.error();
    static const QByteArray sql = "SELECT p.merged_into_id FROM patient p WHERE p.id = ?1 AND " + inClosedBatch("p");
    store::Query row = tx.sql(sql.constData());
    row.bind(merged).next();
    const auto kept = row.get<std::optional<PatientId>>(0);
    if (!kept)
        return standsInTheWay(Tr::tr("This record is not merged into another."));
    const auto record = mergeOf(tx, merged);
    tx.sql("UPDATE patient SET merged_into_id = NULL WHERE id = ?1").bind(merged).run();
    Unmerged told;
    if (record) {
        giveBack(tx, *kept, *record, told);
        tx.setCause({"record", store::bytesOf(record->version)});
    }
    partNotes(tx, *kept, merged);
    tx.setReason(reason.trimmed());
    for (const PatientId &one : {*kept, merged})
        tx.audit({tx.act(), "patient", one.uuid(), one.uuid(), "ok", reason.trimmed()});
    const auto stays = find(tx, *kept);
    if (!stays)
        return stays.error();
    const auto apart = find(tx, merged);
    if (!apart)
        return apart.error();
    told.kept = *stays;
    told.apart = *apart;
    return told;
}

} // namespace xinglin::patient
