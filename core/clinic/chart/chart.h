#pragma once

#include "clinic/prescription/consultation.h"
#include "clinic/record/attachment.h"
#include "clinic/record/conditions.h"
#include "clinic/record/constitution.h"

#include <variant>

/// The whole of a patient's record in the order of time: for the page that shows all there is.
namespace xinglin::chart {

/// A session of a treatment as it was given.
struct GivenSession
{
    TreatmentSession session;
    QString name;    ///< What was given, as it was ordered.
    int ordinal = 0; ///< Which of its course: 1 for the first; 0 where it does not count.
    int ordered = 0; ///< Sessions that the course has.
    bool operator==(const GivenSession &) const = default;
};

/// Something that was recorded beside the visits.
struct CareNote
{
    enum class What { Allergy, Medicine, Pregnancy };
    What what = What::Allergy;
    QString name;                 ///< Substance or medicine, as written.
    QString detail;               ///< Reaction or dosage; may be empty.
    std::optional<bool> pregnant; ///< Of Pregnancy; nothing: not known.
    std::optional<bool> lactating;
    bool operator==(const CareNote &) const = default;
};

/// A picture or paper that was attached; without its thumbnail.
struct AttachedNote
{
    AttachmentKind kind = AttachmentKind::Other;
    QString title; ///< May be empty.
    bool operator==(const AttachedNote &) const = default;
};

/// One thing of the record in its place in time.
struct Event
{
    using What = std::variant<VisitSummary, GivenSession, ConstitutionAssessment, CareNote, AttachedNote, Condition>;
    Uuid id{Uuid::Bytes{}};
    QDate day; ///< Civil day it belongs to.
    Instant at;
    What what;
    bool operator==(const Event &) const = default;
};

/// Everything of the patient that the actor may read, the newest first. Visits come without their contents: see
/// consultation::withContents().
Result<QList<Event>> events(const store::Snapshot &view, PatientId patient);

/// A number that was measured or scored at a visit.
struct Measurement
{
    VisitId visit{Uuid(Uuid::Bytes{})};
    QDate day;
    QString item; ///< Code of the form's item: "vital.weight".
    double number = 0;
    bool operator==(const Measurement &) const = default;
};
/// All numbers of the patient's visits as they stand now, the oldest first.
Result<QList<Measurement>> measurements(const store::Snapshot &view, PatientId patient);

/// Every visit of the patient as it stands now, newest first, for looking for something in it. Leaves the audit row
/// "chart.search".
Result<QList<consultation::Stored>> notes(const store::Snapshot &view, PatientId patient);

/// A stored state of a visit, as it is chosen from a list.
struct State
{
    RevisionId revision{Uuid(Uuid::Bytes{})};
    VisitId visit{Uuid(Uuid::Bytes{})};
    int ordinal = 0; ///< Of the visit: 1 for the patient's first.
    QDate day;       ///< Of the visit.
    int number = 1;  ///< Of the state: 1 for the visit's first.
    RevisionStatus status = RevisionStatus::Preliminary;
    QString author; ///< Name as shown.
    Instant written;
    bool operator==(const State &) const = default;
};
/// Every state of every visit of the patient, the newest visit first, of one visit the newest state first.
Result<QList<State>> states(const store::Snapshot &view, PatientId patient);
/// One of them with what was prescribed and ordered then. Leaves the audit row "visit.open".
Result<consultation::Stored> stored(const store::Snapshot &view, RevisionId id);

QDebug operator<<(QDebug, const Event &) = delete;

} // namespace xinglin::chart
