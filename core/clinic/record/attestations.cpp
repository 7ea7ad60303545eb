#include "clinic/record/attestations.h"

#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/record/attestationrows.h"
#include "clinic/record/visits.h"

#include <QCoreApplication>

namespace xinglin::attestation {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::attestation)
};

using access::Permission;

QString toText(AttestationScope scope)
{
    return scope == AttestationScope::Note ? QStringLiteral("note") : QStringLiteral("prescription");
}

AttestationScope scopeFrom(const QString &text)
{
    return text == toText(AttestationScope::Note) ? AttestationScope::Note : AttestationScope::Prescription;
}

/// Why the actor cannot countersign the note; nothing where they can.
std::optional<Error> refusal(const store::Snapshot &view, RevisionId id)
{
    if (auto refused = obstacle(view, id, AttestationScope::Note))
        return refused;
    store::Query own =
        view.sql("SELECT 1 FROM attestation WHERE revision_id = ?1 AND attester_id = ?2 AND scope = 'note'");
    if (own.bind(id, view.actor().user).next())
        return Error{Code::Conflict, Tr::tr("You have countersigned this note already."), {}, {}};
    return std::nullopt;
}

} // namespace

QList<Attestation> standing(const store::Snapshot &view, RevisionId id, std::optional<AttestationScope> scope)
{
    store::Query rows = view.sql("SELECT a.id, a.scope, u.name, a.remark, a.attested_ms FROM attestation a"
                                 " LEFT JOIN user u ON u.id = a.attester_id"
                                 " WHERE a.revision_id = ?1 AND (?2 IS NULL OR a.scope = ?2) ORDER BY a.n");
    rows.bind(id, scope ? std::optional(toText(*scope)) : std::nullopt);
    QList<Attestation> found;
    while (rows.next())
        found << Attestation{
            rows.get<AttestationId>(0), id, scopeFrom(rows.get<QString>(1)), rows.get<QString>(2), rows.get<QString>(3),
            rows.get<Instant>(4)};
    return found;
}

std::optional<Error> obstacle(const store::Snapshot &view, RevisionId id, AttestationScope scope)
{
    const bool note = scope == AttestationScope::Note;
    const auto refuse = [](const QString &why) { return Error{Code::Conflict, why, {}, {}}; };
    store::Query row = view.sql("SELECT r.signed_ms, r.author_id, EXISTS (SELECT 1 FROM visit_revision later"
                                " WHERE later.visit_id = r.visit_id AND later.number > r.number), v.status"
                                " FROM visit_revision r JOIN visit v ON v.id = r.visit_id WHERE r.id = ?1");
    if (!row.bind(id).next() || row.isNull(0) || row.get<QString>(3) == u"entered-in-error")
        return refuse(note ? Tr::tr("Only a signed note can be countersigned.")
                           : Tr::tr("Only a signed prescription can be checked."));
    if (row.get<bool>(2))
        return refuse(note ? Tr::tr("This note was amended meanwhile. Read it again before you countersign it.")
                           : Tr::tr("This prescription was amended meanwhile. Read it again before you check it."));
    if (row.get<std::optional<Uuid>>(1) == view.actor().user)
        return refuse(note ? Tr::tr("Your own note is countersigned by somebody else.")
                           : Tr::tr("Your own prescription is checked by somebody else."));
    return std::nullopt;
}

Attestation write(store::Transaction &tx, RevisionId id, PatientId patient, AttestationScope scope,
                  const QString &remark)
{
    tx.sql("INSERT INTO attestation(id, patient_id, revision_id, attester_id, scope, remark, attested_ms)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(tx.create<AttestationId>(), patient, id, tx.actor().user, toText(scope), patient::orNull(remark),
              tx.now())
        .run();
    access::allows(tx, Permission::ReadPeople);
    return standing(tx, id).last();
}

Result<Attestation> countersign(store::Transaction &tx, RevisionId id, const QString &remark)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    const auto revision = record::revision(tx, id);
    if (!revision)
        return revision.error();
    if (auto refused = refusal(tx, id))
        return *refused;
    const Attestation done = write(tx, id, revision->patient, AttestationScope::Note, remark);
    tx.audit({"visit.countersign", "visit", revision->visit.uuid(), revision->patient.uuid(), "ok", {}});
    return done;
}

Result<bool> mayCountersign(const store::Snapshot &view, RevisionId id)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    const auto revision = record::revision(view, id);
    if (!revision)
        return revision.error();
    return access::allows(view, Permission::WriteVisit) && !refusal(view, id);
}

Result<QList<Attestation>> of(const store::Snapshot &view, RevisionId id)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    const auto revision = record::revision(view, id); // whether it may be read
    if (!revision)
        return revision.error();
    return standing(view, id);
}

} // namespace xinglin::attestation
