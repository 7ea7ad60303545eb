#include "clinic/patient/relations.h"

#include "base/text/mask.h"
#include "base/text/phone.h"
#include "base/text/searchkeys.h"
#include "clinic/patient/hits.h"
#include "clinic/patient/kinship.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::relation {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::relation)
};

using access::Permission;
using patient::orNull;

constexpr qsizetype mostName = 100;

Error wrong(const char *field, const QString &sentence, Code code = Code::Invalid)
{
    return {code, sentence, QLatin1String(field), {}};
}

Error missing(RelationId id)
{
    return {Code::NotFound, Tr::tr("There is no such relative."), {}, id.toString()};
}

/// A living row, as it is seen from one of its ends.
struct Row
{
    RelationId id{Uuid(Uuid::Bytes{})};
    std::optional<PatientId> other; ///< The record that stays of who stands at the other end; nothing for a name.
    bool fromOther = false;         ///< It was written for the other one.
    QString code;                   ///< What the relative is to the patient it was written for.
    QString name;
    QString phone;
    bool guardian = false;
    Instant recorded;
};

constexpr char Columns[] = "SELECT r.id, r.patient_id, r.relative_id, r.relationship, r.name, r.phone, r.guardian,"
                           " r.recorded_ms FROM related_person r WHERE ";

/// All rows of a record that stays, the earliest first, without those whose other end is the same person by now or
/// nobody the actor may see.
QList<Row> rowsOf(const store::Snapshot &view, PatientId kept)
{
    static const patient::RowsOf own(Columns, "r", " AND r.status = 'active'");
    static const QByteArray others = Columns + ofRelative() + " AND r.status = 'active'";
    QList<Row> found;
    const auto take = [&](store::Query &rows, bool fromOther) {
        while (rows.next()) {
            Row row{rows.get<RelationId>(0),
                    {},
                    fromOther,
                    rows.get<QString>(3),
                    rows.get<QString>(4),
                    rows.get<QString>(5),
                    rows.get<bool>(6),
                    rows.get<Instant>(7)};
            if (const auto other = fromOther ? rows.get<PatientId>(1) : rows.get<std::optional<PatientId>>(2)) {
                const auto stays = patient::canonical(view, *other);
                if (!stays || *stays == kept)
                    continue;
                row.other = *stays;
            }
            found << row;
        }
    };
    store::Query mine = own.ask(view, kept);
    take(mine, false);
    store::Query theirs = view.sql(others.constData());
    theirs.bind(kept);
    take(theirs, true);
    // The same order at both ends, on every desk.
    std::sort(found.begin(), found.end(), [](const Row &a, const Row &b) {
        return std::pair(a.recorded, a.id.uuid()) < std::pair(b.recorded, b.id.uuid());
    });
    return found;
}

/// What is asked of somebody to relate them.
struct Person
{
    QString name;
    Sex sex = Sex::Unknown;
    bool minor = false;
    qint64 n = 0;
};

Person personOf(const store::Snapshot &view, PatientId kept)
{
    store::Query row = view.sql("SELECT p.name, p.sex, p.birth_date, p.n FROM patient p WHERE p.id = ?1");
    row.bind(kept).next();
    const auto birth = row.get<std::optional<PartialDate>>(2);
    return {row.get<QString>(0), sexFrom(row.get<QString>(1)).value_or(Sex::Unknown),
            birth && birth->latest().addYears(adultAge) > view.today(), row.get<qint64>(3)};
}

/// What the other one is to the one from whose end the row is seen.
QString codeFrom(const Row &row, Sex others)
{
    return row.fromOther ? kinship::inverse(row.code, others) : row.code;
}

FamilyMember memberOf(const store::Snapshot &view, const Row &row)
{
    FamilyMember member;
    member.id = row.id;
    member.relationship = row.code;
    member.guardian = row.guardian && !row.fromOther;
    member.ward = row.guardian && row.fromOther;
    if (!row.other) {
        const bool plain = access::allows(view, Permission::SearchPatients);
        member.name = plain ? row.name : maskName(row.name);
        member.phone = plain ? row.phone : maskPhone(row.phone);
        return member;
    }
    const Person other = personOf(view, *row.other);
    member.relationship = codeFrom(row, other.sex);
    const QList<PatientHit> hits = patient::hitsOf(view, {other.n});
    if (!hits.isEmpty())
        member.patient = hits.constFirst();
    return member;
}

/// Whether two rows relate the patient to one and the same.
bool isSame(const Row &one, const Row &another)
{
    return one.other ? one.other == another.other
                     : !another.other && normaliseName(one.name) == normaliseName(another.name);
}

/// The rows of the patient a relation was written for that relate them to the same person as it does.
Result<QPair<PatientId, QList<Row>>> standing(const store::Transaction &tx, RelationId id)
{
    static const QByteArray sql =
        "SELECT r.patient_id FROM related_person r WHERE r.id = ?1 AND r.status = 'active' AND " +
        patient::inClosedBatch("r");
    store::Query row = tx.sql(sql.constData());
    if (!row.bind(id).next())
        return missing(id);
    const auto kept = patient::canonical(tx, row.get<PatientId>(0));
    if (!kept)
        return missing(id);
    const QList<Row> rows = rowsOf(tx, *kept);
    const auto named = std::find_if(rows.cbegin(), rows.cend(), [&](const Row &one) { return one.id == id; });
    if (named == rows.cend())
        return missing(id); // nobody the actor may see, or one and the same person by now
    QList<Row> same;
    for (const Row &one : rows) {
        if (isSame(*named, one))
            same << one;
    }
    return QPair(*kept, same);
}

Result<Done> close(store::Transaction &tx, RelationId id, const QString &status, const QString &reason)
{
    const auto found = standing(tx, id);
    if (!found)
        return found.error();
    for (const Row &row : found->second)
        tx.sql("UPDATE related_person SET status = ?2 WHERE id = ?1").bind(row.id, status).run();
    if (!reason.isEmpty())
        tx.setReason(reason);
    tx.audit({tx.act(), "related_person", id.uuid(), found->first.uuid(), "ok", {}});
    return Done{};
}

/// The draft as it is stored; the two ends are the records that stay.
struct Ends
{
    PatientId patient;
    std::optional<PatientId> relative;
    QString code;
    QString name;
    QString phone;
};

Result<Ends> checked(const store::Transaction &tx, const RelationDraft &draft)
{
    if (!kinship::isKnown(draft.relationship))
        return wrong("relationship", Tr::tr("Say what they are to the patient: mother, husband, son …"));
    const auto kept = patient::canonical(tx, draft.patient);
    if (!kept)
        return kept.error();
    Ends ends{*kept, {}, draft.relationship, {}, {}};
    if (!draft.relative) {
        ends.name = draft.name.trimmed();
        if (ends.name.isEmpty())
            return wrong("name", Tr::tr("Choose a patient, or write the relative's name."));
        if (ends.name.size() > mostName)
            return wrong("name", Tr::tr("A name has at most %1 characters.").arg(mostName));
        if (!draft.phone.trimmed().isEmpty()) {
            const auto phone = parsePhone(draft.phone);
            if (!phone)
                return wrong("phone", phone.error().message);
            ends.phone = phone->text;
        }
        return ends;
    }
    const auto relative = patient::canonical(tx, *draft.relative);
    if (!relative)
        return wrong("relative", relative.error().message, relative.error().code);
    if (*relative == *kept)
        return wrong("relative", Tr::tr("This is the same person."));
    const Person other = personOf(tx, *relative);
    const auto said = kinship::sexOf(ends.code);
    if (said && (other.sex == Sex::Male || other.sex == Sex::Female) && other.sex != *said)
        return wrong("relationship", other.sex == Sex::Female ? Tr::tr("%1 is recorded as female.").arg(other.name)
                                                              : Tr::tr("%1 is recorded as male.").arg(other.name));
    ends.relative = *relative;
    return ends;
}

} // namespace

QByteArray ofRelative()
{
    return "r.relative_id IN (WITH RECURSIVE same(id) AS (VALUES(?1) UNION SELECT mp.id FROM patient mp JOIN same"
           " ON mp.merged_into_id = same.id WHERE mp.restricted = 0 OR row_open(mp.id) OR row_open(?1))"
           " SELECT id FROM same) AND " +
           patient::inClosedBatch("r");
}

Result<FamilyMember> relate(store::Transaction &tx, const RelationDraft &draft)
{
    if (auto refused = access::require(tx, Permission::EditPatient))
        return *refused;
    const auto found = checked(tx, draft);
    if (!found)
        return found.error();
    Ends ends = *found;
    Row made;
    made.other = ends.relative;
    made.name = ends.name;
    for (const Row &known : rowsOf(tx, ends.patient)) {
        if (!isSame(made, known))
            continue;
        const Person other = known.other ? personOf(tx, *known.other) : Person{known.name, Sex::Unknown, false, 0};
        return wrong(
            ends.relative ? "relative" : "name",
            Tr::tr("%1 is in the family already: %2.").arg(other.name, kinship::nameOf(codeFrom(known, other.sex))),
            Code::Conflict);
    }
    const Person self = personOf(tx, ends.patient);
    const bool turned = draft.guardian && ends.relative && !self.minor &&
                        personOf(tx, *ends.relative).minor; // the relative is the ward
    const RelationId id = tx.create<RelationId>();
    const PatientId whose = turned ? *ends.relative : ends.patient;
    tx.sql("INSERT INTO related_person(id, patient_id, relative_id, relationship, name, phone, guardian, recorded_ms,"
           " recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .bind(id, whose, turned ? std::optional(ends.patient) : ends.relative,
              turned ? kinship::inverse(ends.code, self.sex) : ends.code, orNull(ends.name), orNull(ends.phone),
              draft.guardian, tx.now(), tx.actor().user)
        .run();
    tx.audit({tx.act(), "related_person", id.uuid(), ends.patient.uuid(), "ok", {}});
    for (const Row &row : rowsOf(tx, ends.patient)) {
        if (row.id == id)
            return memberOf(tx, row);
    }
    return missing(id);
}

Result<Done> end(store::Transaction &tx, RelationId id)
{
    if (auto refused = access::require(tx, Permission::EditPatient))
        return *refused;
    return close(tx, id, QStringLiteral("ended"), {});
}

Result<Done> retract(store::Transaction &tx, RelationId id, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::EditPatient))
        return *refused;
    if (reason.trimmed().isEmpty())
        return wrong("reason", Tr::tr("Say why the entry was wrong."));
    return close(tx, id, QStringLiteral("entered-in-error"), reason.trimmed());
}

Result<Family> family(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = patient::requireSearch(view))
        return *refused;
    const auto kept = patient::canonical(view, patient);
    if (!kept)
        return kept.error();
    Family known;
    known.minor = personOf(view, *kept).minor;
    QList<Row> shown;
    for (const Row &row : rowsOf(view, *kept)) {
        const auto twice = std::find_if(shown.begin(), shown.end(), [&](const Row &one) { return isSame(one, row); });
        if (twice == shown.end()) {
            shown << row;
            known.members << memberOf(view, row);
        } else {
            FamilyMember &member = known.members[twice - shown.begin()];
            member.guardian = member.guardian || (row.guardian && !row.fromOther);
            member.ward = member.ward || (row.guardian && row.fromOther);
        }
    }
    std::stable_sort(known.members.begin(), known.members.end(), [](const FamilyMember &a, const FamilyMember &b) {
        const auto place = [](const FamilyMember &one) {
            return std::pair(!one.guardian, kinship::codes().indexOf(one.relationship));
        };
        return place(a) < place(b);
    });
    const auto plain = patient::findPlain(view, *kept);
    if (!plain)
        return plain.error();
    if (plain->masked & MaskedField::Phone)
        return known;
    auto household = patient::household(view, plain->phone, plain->id);
    if (!household)
        return household.error();
    for (const PatientHit &hit : std::as_const(*household)) {
        const bool related = std::any_of(known.members.cbegin(), known.members.cend(), [&](const FamilyMember &member) {
            return member.patient && member.patient->id == hit.id;
        });
        if (!related)
            known.household << hit;
    }
    return known;
}

} // namespace xinglin::relation
