#pragma once

#include "clinic/patient/patient.h"

namespace xinglin {

using VisitId = Id<struct VisitTag>;
using RevisionId = Id<struct RevisionTag>;

/// FHIR Composition.status, as far as visits use it.
enum class RevisionStatus { Preliminary, Final, Amended, EnteredInError };
QString toText(RevisionStatus status);
std::optional<RevisionStatus> revisionStatusFrom(const QString &text);

/// One answer of a form: a row of its own, never a copy in JSON.
struct Answer
{
    QString item; ///< Code of the form's item: "tongue.body_colour", "pulse.quality".
    QString site; ///< Where on the body: "pos_left_cun", "r_tip"; may be empty.
    int rank = 0; ///< Order among answers of one item and site.
    std::optional<double> number;
    QString code; ///< Id of the chosen term.
    QString text;
    QString unit; ///< UCUM
    bool operator==(const Answer &) const = default;
};

enum class DiagnosisKind { Disease, Pattern, Method, Western };
QString toText(DiagnosisKind kind);

/// A diagnosis, pattern or method of treatment; free text has no code.
struct DiagnosisEntry
{
    DiagnosisKind kind = DiagnosisKind::Disease;
    QString codeSystem; ///< "GBT15657-2021"
    QString code;
    QString display;
    bool operator==(const DiagnosisEntry &) const = default;
};

/// What is written about one visit.
struct VisitNote
{
    QString form = QStringLiteral("visit/2");
    QString complaint;
    QString history;
    QString inspection; ///< 望, beside the tongue
    QString listening;  ///< 闻
    QString advice;
    QString note;
    bool sensitive = false; ///< Marked before its first save.
    QList<Answer> answers;
    QList<DiagnosisEntry> diagnoses;
    bool operator==(const VisitNote &) const = default;
};

/// A visit as it is being written.
struct VisitDraft
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    std::optional<VisitId> visit;      ///< Of a visit saved before.
    std::optional<RevisionId> basedOn; ///< The revision that was opened; a newer one in the store refuses the save.
    std::optional<QDate> day;          ///< Civil day of the visit; today where empty.
    VisitNote note;
    QString reason; ///< Why a signed note is amended.
    bool operator==(const VisitDraft &) const = default;
};

/// One stored state of a visit. Never changed, only followed by another.
struct VisitRevision
{
    RevisionId id{Uuid(Uuid::Bytes{})};
    VisitId visit{Uuid(Uuid::Bytes{})};
    PatientId patient{Uuid(Uuid::Bytes{})};
    int number = 1;
    RevisionStatus status = RevisionStatus::Preliminary;
    QDate day;
    QString practitioner; ///< Name as shown.
    QString practitionerTitle;
    QString practitionerLicence; ///< Number of their practising certificate; may be empty.
    Instant written;
    std::optional<Instant> signedAt;
    QString reason;
    VisitNote note;
    bool operator==(const VisitRevision &) const = default;
};

/// A line of the list of visits. Clinical parts are missing for those who may not read them.
struct VisitSummary
{
    VisitId id{Uuid(Uuid::Bytes{})};
    QDate day;
    Instant started;
    int ordinal = 0; ///< 1 for the patient's first visit.
    QString practitioner;
    RevisionStatus status = RevisionStatus::Preliminary;
    std::optional<QString> complaint;
    std::optional<QString> diagnosis; ///< 不寐病·心脾两虚证
    std::optional<QString>
        prescription;                 ///< Formula's name, number of herbs and packets; filled by the prescription noun.
    std::optional<QString> treatment; ///< Points and therapies in a line; filled by the prescription noun.
    bool operator==(const VisitSummary &) const = default;
};

QDebug operator<<(QDebug, const VisitNote &) = delete;
QDebug operator<<(QDebug, const VisitRevision &) = delete;
QDebug operator<<(QDebug, const VisitSummary &) = delete;

} // namespace xinglin
