#include "clinic/prescription/importvisit.h"

#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/prescriptionrows.h"
#include "clinic/record/visitrows.h"

#include <QCoreApplication>

namespace xinglin::consultation {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::consultation)
};

} // namespace

Result<VisitId> importVisit(store::Transaction &tx, BatchId batch, const ImportedVisit &visit)
{
    if (auto refused = access::require(tx, access::Permission::RunBatch))
        return *refused;
    if (auto refused = batch::requireOpen(tx, batch))
        return *refused;
    if (!visit.day.isValid() || visit.day > tx.today())
        return Error{Code::Invalid, Tr::tr("A visit cannot lie in the future."), QStringLiteral("day"), {}};
    const auto kept = patient::canonical(tx, visit.patient);
    if (!kept)
        return kept.error();
    using patient::orNull;
    const auto id = tx.create<VisitId>();
    const auto revision = tx.create<RevisionId>();
    const Instant started = instantFromMs(QDateTime(visit.day, QTime(12, 0), tx.zone()).toMSecsSinceEpoch());
    tx.sql("INSERT INTO visit(id, batch_id, patient_id, practitioner_id, day, started_ms, entered_ms, status)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, 'finished')")
        .bind(id, batch, *kept, visit.practitioner, QDate(1970, 1, 1).daysTo(visit.day), started, tx.now())
        .run();
    const VisitNote &note = visit.note;
    tx.sql("INSERT INTO visit_revision(id, batch_id, visit_id, number, status, form, complaint, history, inspection,"
           " listening, advice, note, sensitive, author_id, written_ms)"
           " VALUES(?1, ?2, ?3, 1, 'final', ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?11, ?12)")
        .bind(revision, batch, id, note.form, orNull(note.complaint), orNull(note.history), orNull(note.inspection),
              orNull(note.listening), orNull(note.advice), orNull(note.note), visit.practitioner, tx.now())
        .run();
    record::writeParts(tx, revision, note);
    int rank = 0;
    for (const PrescriptionDraft &draft : visit.prescriptions)
        writePrescription(tx, revision, *kept, ++rank, {}, draft, 0, {}, {}, batch.uuid());
    return id;
}

} // namespace xinglin::consultation
