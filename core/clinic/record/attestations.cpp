#include "clinic/record/attestations.h"

#include "clinic/patient/patients.h"
#include "clinic/record/visits.h"

#include <QCoreApplication>

namespace xinglin::attestation {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::attestation)
};

using access::Permission;

QList<Attestation> standing(const store::Snapshot &view, RevisionId id)
{
    store::Query rows = view.sql("SELECT a.id, u.name, a.remark, a.attested_ms FROM attestation a"
                                 " LEFT JOIN user u ON u.id = a.attester_id WHERE a.revision_id = ?1 ORDER BY a.n");
    rows.bind(id);
    QList<Attestation> found;
    while (rows.next())
        found << Attestation{rows.get<AttestationId>(0), id, rows.get<QString>(1), rows.get<QString>(2),
                             rows.get<Instant>(3)};
    return found;
}

/// Why the actor cannot sign under the note; nothing where they can.
std::optional<Error> refusal(const store::Snapshot &view, const VisitRevision &revision)
{
    const auto newest = record::current(view, revision.visit);
    if (!newest)
        return newest.error();
    const auto refuse = [](const QString &why) { return Error{Code::Conflict, why, {}, {}}; };
    if (!revision.signedAt)
        return refuse(Tr::tr("Only a signed note can be countersigned."));
    if (newest->id != revision.id)
        return refuse(Tr::tr("This note was amended meanwhile. Read it again before you countersign it."));
    store::Query author = view.sql("SELECT author_id FROM visit_revision WHERE id = ?1");
    if (author.bind(revision.id).next() && author.get<std::optional<Uuid>>(0) == view.actor().user)
        return refuse(Tr::tr("Your own note is countersigned by somebody else."));
    store::Query own = view.sql("SELECT 1 FROM attestation WHERE revision_id = ?1 AND attester_id = ?2");
    if (own.bind(revision.id, view.actor().user).next())
        return refuse(Tr::tr("You have countersigned this note already."));
    return std::nullopt;
}

} // namespace

Result<Attestation> countersign(store::Transaction &tx, RevisionId id, const QString &remark)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    const auto revision = record::revision(tx, id);
    if (!revision)
        return revision.error();
    if (auto refused = refusal(tx, *revision))
        return *refused;
    const auto row = tx.create<AttestationId>();
    const QString said = remark.trimmed();
    tx.sql("INSERT INTO attestation(id, patient_id, revision_id, attester_id, remark, attested_ms)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(row, revision->patient, id, tx.actor().user, said.isEmpty() ? QString() : said, tx.now())
        .run();
    tx.audit({"visit.countersign", "visit", revision->visit.uuid(), revision->patient.uuid(), "ok", {}});
    access::allows(tx, Permission::ReadPeople);
    return standing(tx, id).last();
}

Result<bool> mayCountersign(const store::Snapshot &view, RevisionId id)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    const auto revision = record::revision(view, id);
    if (!revision)
        return revision.error();
    return access::allows(view, Permission::WriteVisit) && !refusal(view, *revision);
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
