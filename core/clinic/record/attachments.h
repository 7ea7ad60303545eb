#pragma once

#include "clinic/record/attachment.h"
#include "store/attachedfiles.h"

/// Pictures and papers of patients: the rows, and the encrypted files that they name.
namespace xinglin::attachments {

/// Problems of a draft by field; the size of the bytes is asked by attach(). Pure.
QList<Error> problems(const AttachmentDraft &draft);

/// Encrypts @p bytes into a file beside the store and adds the row that names it; both are there, or neither. For
/// Clinic::work(): slow, begins its own transaction as @p actor. The bytes are kept untouched.
Result<Attachment> attach(store::Store &store, const store::Actor &actor, const AttachmentDraft &draft,
                          const QByteArray &bytes);
/// The row alone, for a file that store::AttachedFiles::keep() has made; rolled back, the file goes too.
Result<Attachment> add(store::Transaction &tx, const AttachmentDraft &draft, const store::AttachedFile &file);
/// It was attached to the wrong person or by mistake: no list shows it from then on. Needs a reason.
Result<Done> markInError(store::Transaction &tx, AttachmentId id, const QString &reason);

/// The patient's pictures and papers, of one kind where @p kind says so, the latest taken first, from @p before on
/// (keyset), at most @p limit; without those that were entered in error.
Result<QList<Attachment>> list(const store::Snapshot &view, PatientId patient, std::optional<AttachmentKind> kind = {},
                               int limit = 50, const std::optional<Attachment> &before = {});
/// One of them, also one that was entered in error.
Result<Attachment> find(const store::Snapshot &view, AttachmentId id);
/// The bytes as they were attached; leaves the audit row "attachment.open". NotFound or Damaged where the file is gone
/// or changed.
Result<QByteArray> content(const store::Snapshot &view, AttachmentId id);
/// The same, to be written outside of the program to @p target; leaves the audit row "attachment.export".
Result<QByteArray> forExport(const store::Snapshot &view, AttachmentId id, const QString &target);

} // namespace xinglin::attachments
