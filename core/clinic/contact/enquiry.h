#pragma once

#include "clinic/patient/patients.h"

namespace xinglin {

using EnquiryId = Id<struct EnquiryTag>;

/// What somebody asked who is no patient yet, as it is entered; the name is enough. Empty text: not known.
struct EnquiryDraft
{
    QString name;
    QString phone;    ///< As typed; stored in its one form.
    QString wish;     ///< What they want: "acupuncture for back pain".
    QString source;   ///< The channel by which they came upon the clinic.
    QString campaign; ///< What of that channel brought them.
    std::optional<PatientId> referredBy;
    bool operator==(const EnquiryDraft &) const = default;
};

enum class EnquiryStatus { Open, Registered, Closed };

/// One that was asked.
struct Enquiry
{
    EnquiryId id{Uuid(Uuid::Bytes{})};
    EnquiryDraft content; ///< The referrer is left out where the reader may not see them.
    EnquiryStatus status = EnquiryStatus::Open;
    QString reason;                   ///< Why it was closed; may be empty.
    std::optional<PatientId> patient; ///< Who they became: the record that stays.
    Instant recorded;
    QString recordedBy; ///< Name of the person at the desk.
    std::optional<Instant> lastContact;
    qint64 revision = 0; ///< The newest change that enquiry::find() has seen; 0 elsewhere. See enquiry::edit().
    qint64 n = 0;        ///< For the next page.
    bool operator==(const Enquiry &) const = default;
};

QDebug operator<<(QDebug, const EnquiryDraft &) = delete;
QDebug operator<<(QDebug, const Enquiry &) = delete;

} // namespace xinglin

/// People who asked and are not patients yet, and how they become patients without anything being typed again. An
/// enquiry that became a patient is hidden with them.
namespace xinglin::enquiry {

constexpr qsizetype mostName = 100; ///< Longest name, as a patient's.
constexpr qsizetype mostWish = 500;

/// What is wrong with a draft, by field, the worst first. Pure.
QList<Error> problems(const EnquiryDraft &draft);
/// What a registration begins with that comes of an enquiry. Pure.
PatientDraft patientDraft(const EnquiryDraft &draft);

/// Records one. Invalid where problems() finds something; NotFound for a referrer who may not be seen ("referredBy").
Result<Enquiry> record(store::Transaction &tx, const EnquiryDraft &draft);
/// Changes one that is not a patient's yet; what is equal leaves no trace. A referrer that the actor may not see stays.
/// @p expected is the `revision` that was read: Stale where somebody changed it since. Conflict: it became a patient.
Result<Enquiry> edit(store::Transaction &tx, EnquiryId id, const EnquiryDraft &draft,
                     std::optional<qint64> expected = {});
/// Nothing came of it; needs a reason. Conflict: it is not open.
Result<Done> close(store::Transaction &tx, EnquiryId id, const QString &reason);
/// Conflict: it is open, or became a patient.
Result<Done> reopen(store::Transaction &tx, EnquiryId id);
/// Registers the person and says that the enquiry became them, both or neither. Refuses as patient::register_() does;
/// Conflict: the enquiry is not open.
Result<Patient> become(store::Transaction &tx, EnquiryId id, const PatientDraft &draft);
/// Says that a patient who is known already asked. Conflict: the enquiry is not open.
Result<Done> link(store::Transaction &tx, EnquiryId id, PatientId patient);

Result<Enquiry> find(const store::Snapshot &view, EnquiryId id);
/// The newest first, those after @p after where one is named, at most @p limit. Leaves the audit row "enquiry.list".
Result<QList<Enquiry>> list(const store::Snapshot &view, EnquiryStatus status, const std::optional<Enquiry> &after = {},
                            int limit = 50);
/// Those of a status whose name, its pinyin, initials or the telephone fit, as patients are searched; the newest first,
/// at most @p limit. Walks the enquiries of the status from the newest on and compares each in memory: there are some
/// hundreds open. Leaves the audit row "enquiry.search" with what was typed.
Result<QList<Enquiry>> search(const store::Snapshot &view, EnquiryStatus status, const QString &typed, int limit = 50);
/// The open ones with this telephone, the newest first; none for what is no telephone. By the index.
Result<QList<Enquiry>> withPhone(const store::Snapshot &view, const QString &typed);
/// What this patient had asked before they became one, merged records too; the newest first.
Result<QList<Enquiry>> ofPatient(const store::Snapshot &view, PatientId patient);
/// How many are open; counts no further than @p most.
Result<int> countOpen(const store::Snapshot &view, int most);

} // namespace xinglin::enquiry
