#include "clinic/record/familyhistory.h"

#include "clinic/patient/kinship.h"
#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::familyhistory {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::familyhistory)
};

using access::Permission;
using patient::orNull;

struct Kin
{
    Kinship kinship;
    const char *code; ///< HL7 v3 RoleCode, codes of its PersonalRelationshipRoleType.
};

constexpr Kin kins[] = {
    {Kinship::Father, "FTH"},
    {Kinship::Mother, "MTH"},
    {Kinship::Brother, "BRO"},
    {Kinship::Sister, "SIS"},
    {Kinship::Son, "SON"},
    {Kinship::Daughter, "DAU"},
    {Kinship::PaternalGrandfather, "PGRFTH"},
    {Kinship::PaternalGrandmother, "PGRMTH"},
    {Kinship::MaternalGrandfather, "MGRFTH"},
    {Kinship::MaternalGrandmother, "MGRMTH"},
    {Kinship::Uncle, "UNCLE"},
    {Kinship::Aunt, "AUNT"},
    {Kinship::Relative, "FAMMEMB"},
};

const Kin &kinOf(Kinship kinship)
{
    return *std::find_if(std::begin(kins), std::end(kins),
                         [kinship](const Kin &kin) { return kin.kinship == kinship; });
}

Error missing(FamilyHistoryId id)
{
    return {Code::NotFound, Tr::tr("There is no such entry in the family's history."), {}, id.toString()};
}

Error wrong(const char *field, const QString &sentence)
{
    return {Code::Invalid, sentence, QLatin1String(field), {}};
}

QList<FamilyHistory> allOf(const store::Snapshot &view, PatientId kept)
{
    static const patient::RowsOf all(
        "SELECT f.id, f.relationship, f.code_system, f.code, f.display, f.onset_age, f.recorded_ms"
        " FROM family_history f WHERE ",
        "f", " AND f.status <> 'entered-in-error' ORDER BY f.n");
    store::Query rows = all.ask(view, kept);
    QList<FamilyHistory> found;
    while (rows.next()) {
        FamilyHistory one;
        one.id = rows.get<FamilyHistoryId>(0);
        one.content = {kept,
                       kinshipFrom(rows.get<QString>(1)).value_or(Kinship::Relative),
                       rows.get<QString>(2),
                       rows.get<QString>(3),
                       rows.get<QString>(4),
                       {}};
        if (const auto age = rows.get<std::optional<qint64>>(5))
            one.content.onsetAge = int(*age);
        one.recorded = rows.get<Instant>(6);
        found << one;
    }
    std::stable_sort(found.begin(), found.end(), [](const FamilyHistory &one, const FamilyHistory &other) {
        return one.content.relationship < other.content.relationship;
    });
    return found;
}

bool isSame(const FamilyHistoryDraft &one, const FamilyHistoryDraft &other)
{
    const bool coded = !one.code.isEmpty() && !other.code.isEmpty();
    return one.relationship == other.relationship &&
           (coded ? one.codeSystem == other.codeSystem && one.code == other.code
                  : one.display.compare(other.display, Qt::CaseInsensitive) == 0);
}

} // namespace

const QList<Kinship> &allKinships()
{
    static const QList<Kinship> all = [] {
        QList<Kinship> found;
        for (const Kin &kin : kins)
            found << kin.kinship;
        return found;
    }();
    return all;
}

QString codeOf(Kinship kinship)
{
    return QLatin1String(kinOf(kinship).code);
}

std::optional<Kinship> kinshipFrom(const QString &code)
{
    for (const Kin &kin : kins) {
        if (code == QLatin1String(kin.code))
            return kin.kinship;
    }
    return std::nullopt;
}

QString nameOf(Kinship kinship)
{
    return kinship::nameOf(codeOf(kinship));
}

Result<FamilyHistory> add(store::Transaction &tx, const FamilyHistoryDraft &draft)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    FamilyHistoryDraft content = draft;
    content.display = draft.display.trimmed();
    if (content.display.isEmpty())
        return wrong("display", Tr::tr("Say what the relative had."));
    if (content.display.size() > mostName)
        return wrong("display", Tr::tr("The name of the illness is too long."));
    if (content.onsetAge && (*content.onsetAge < 0 || *content.onsetAge > mostAge))
        return wrong("onsetAge", Tr::tr("An age is a number of years from 0 to %1.").arg(mostAge));
    const auto kept = patient::shared(tx, Permission::WriteVisit, draft.patient);
    if (!kept)
        return kept.error();
    content.patient = *kept;
    if (content.relationship == Kinship::Father || content.relationship == Kinship::Mother) {
        for (const FamilyHistory &known : allOf(tx, *kept)) {
            if (isSame(known.content, content))
                return Error{Code::Conflict,
                             Tr::tr("This stands in the family's history already."),
                             QStringLiteral("display"),
                             {}};
        }
    }
    const FamilyHistory made{tx.create<FamilyHistoryId>(), content, tx.now()};
    tx.sql("INSERT INTO family_history(id, patient_id, relationship, code_system, code, display, onset_age,"
           " recorded_ms, recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .bind(made.id, *kept, codeOf(content.relationship), orNull(content.codeSystem), orNull(content.code),
              content.display, content.onsetAge ? std::optional<qint64>(*content.onsetAge) : std::nullopt,
              made.recorded, tx.actor().user)
        .run();
    tx.audit({tx.act(), "family_history", made.id.uuid(), kept->uuid(), "ok", {}});
    return made;
}

Result<Done> markInError(store::Transaction &tx, FamilyHistoryId id, const QString &reason)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    static const QByteArray sql = "SELECT f.patient_id FROM family_history f WHERE f.id = ?1 AND " +
                                  patient::ofSeen("f") + " AND f.status <> 'entered-in-error'";
    store::Query row = tx.sql(sql.constData());
    if (!row.bind(id).next())
        return missing(id);
    const auto kept = patient::shared(tx, Permission::WriteVisit, row.get<PatientId>(0), missing(id));
    if (!kept)
        return kept.error();
    if (reason.trimmed().isEmpty())
        return wrong("reason", Tr::tr("Say why the entry was wrong."));
    tx.sql("UPDATE family_history SET status = 'entered-in-error' WHERE id = ?1").bind(id).run();
    tx.setReason(reason.trimmed());
    tx.audit({tx.act(), "family_history", id.uuid(), kept->uuid(), "ok", {}});
    return Done{};
}

Result<QList<FamilyHistory>> ofPatient(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    const auto kept = patient::shared(view, Permission::ReadNarrative, patient);
    if (!kept)
        return kept.error();
    return allOf(view, *kept);
}

} // namespace xinglin::familyhistory
