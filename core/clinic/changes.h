#pragma once

#include "clinic/patient/patient.h"
#include "store/recordchanges.h"

/// Changes of records in words.
namespace xinglin::changes {

/// What one record changed, in sentences.
struct Told
{
    qint64 n = 0; ///< For the next page.
    store::Version version;
    Instant at;
    QString who;    ///< Empty where it is not known.
    QByteArray act; ///< See actText().
    QString reason;
    QStringList sentences; ///< Each ends with a full stop.
    bool operator==(const Told &) const = default;
};

/// The changes of a patient's data, telephones, allergies, medicines, problems, pregnancy, constitution, visits and
/// attachments that the reader may see, newest first; those before @p before where one is named. Records that say
/// nothing to the reader are left out, so a page may be shorter than @p limit; it is the last one where it is empty.
/// Leaves the audit row "patient.history".
Result<QList<Told>> ofPatient(const store::Snapshot &view, PatientId id, std::optional<qint64> before = {},
                              int limit = 50);

/// The sentences of one record; the groups of what it changed are open as far as the reader may see it.
QStringList sentences(const store::Snapshot &view, const store::RecordChanges &record);

} // namespace xinglin::changes
