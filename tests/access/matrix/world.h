#pragma once

#include "access/roles.h"
#include "clinic/contact/communication.h"
#include "clinic/patient/glass.h"
#include "clinic/patient/tags.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/attachments.h"
#include "clinic/record/conditions.h"
#include "clinic/record/constitution.h"
#include "clinic/record/familyhistory.h"
#include "clinic/schedule/appointments.h"
#include "clinic/schedule/queueticket.h"
#include "clinic/schedule/rosters.h"
#include "clinic/treatment/sessions.h"
#include "support/testclinic.h"

namespace xinglin::test {

/// The patient a function is asked about, as the practitioner of the clinic stands to them. Records are not shared.
enum class Subject { Own, Foreign, Restricted, Merged, OpenBatch };

/// A patient with one of everything.
struct Case
{
    PatientId id{Uuid(Uuid::Bytes{})};
    PatientId kept{Uuid(Uuid::Bytes{})}; ///< The record that stays: another one where they are merged.
    QString number;
    QString name;
    QString phone;
    std::optional<VisitId> visit;
    std::optional<RevisionId> revision;
    std::optional<PrescriptionId> prescription;
    std::optional<AllergyId> allergy;
    std::optional<AssessmentId> assessment;
    std::optional<TreatmentId> treatment;
    std::optional<TreatmentSessionId> session; ///< Of another treatment; it is running, two needles are in.
    std::optional<AttachmentId> attachment;
    std::optional<ConditionId> condition;
    std::optional<FamilyHistoryId> family;
    std::optional<EnquiryId> enquiry; ///< What they asked before they became one.
    std::optional<CommunicationId> contact;
};

/// A clinic with one of everything: a patient of each kind, one person for each role, and one with a role of the
/// clinic's own.
class World
{
public:
    /// The letter of that role: a copy of reception that may not change patients but reads care.
    static constexpr QChar Custom = u'C';
    static const QString &letters() { return s_letters; }

    World();

    store::Actor actor(QChar letter) const;
    const Case &of(Subject subject) const { return m_cases[static_cast<qsizetype>(subject)]; }

    PatientDraft patientDraft(int number = 0) const;
    consultation::Draft visitDraft(PatientId patient) const;
    AttachmentDraft attachmentDraft(PatientId patient) const;
    /// Of the practitioner's own patient.
    consultation::Draft visitDraft() const { return visitDraft(*person); }
    access::User newUser(access::Roles roles);
    /// Another one of a patient.
    AssessmentId assessmentOf(PatientId patient);
    static ConstitutionDraft constitutionDraft(PatientId patient);
    /// Another one of the own patient.
    AllergyId newAllergy() { return allergyOf(*person); }
    AllergyId allergyOf(PatientId patient);

    /// One that the other practitioner broke and nobody has reviewed: another one each time.
    GlassId glass() { return m_glass[m_nextGlass++ % m_glass.size()]; }

    /// An open one, of nobody.
    EnquiryId enquiry() const { return *m_enquiry; }

    ResourceId resource() const { return *m_resource; }
    HealthcareServiceId service() const { return *m_service; }
    /// Of the practitioner's own patient.
    AppointmentId appointment() const { return *m_appointment; }
    /// Of the practitioner's own patient, who came and left.
    TicketId ticket() const { return *m_ticket; }
    /// Another one in use.
    ResourceDraft newResource();
    HealthcareServiceDraft newService();

    /// The open import, in which the patient of Subject::OpenBatch stands.
    BatchId batch() const { return *m_batch; }

    TestClinic clinic;
    std::shared_ptr<const Catalog> catalog;
    store::Actor otherPractitioner;
    std::optional<access::CustomRoleId> customRole;
    std::optional<TagId> tag; ///< Nobody carries it.
    // The practitioner's own patient.
    std::optional<PatientId> person;
    std::optional<AllergyId> allergy;
    std::optional<VisitId> visit;
    std::optional<RevisionId> revision;
    std::optional<PrescriptionId> prescription;
    std::optional<TreatmentId> treatment;
    std::optional<TreatmentSessionId> session;

private:
    Case make(int number, const store::Actor &practitioner);
    void raw(const char *sql, const Uuid &one, const std::optional<Uuid> &other = {});

    static const QString s_letters;
    QList<Case> m_cases;
    store::Actor m_custom;
    std::optional<BatchId> m_batch;
    std::optional<EnquiryId> m_enquiry;
    std::optional<ResourceId> m_resource;
    std::optional<HealthcareServiceId> m_service;
    std::optional<AppointmentId> m_appointment;
    std::optional<TicketId> m_ticket;
    int m_named = 0;
    int m_users = 0;
    QList<GlassId> m_glass;
    qsizetype m_nextGlass = 0;
};

/// What a call came to: nothing where it went through.
using Outcome = std::optional<Code>;

template <class T>
Outcome outcomeOf(const Result<T> &result)
{
    return result ? Outcome() : Outcome(result.error().code);
}

using Act = std::function<Outcome(World &, store::Transaction &)>;
using Question = std::function<Outcome(World &, const store::Snapshot &)>;

/// One function and the roles that may call it, by their letters. Everybody else is refused. The clinic's own role may
/// what reception may, unless the row says C (it may) or c (it may not).
struct Row
{
    const char *function;
    const char *roles;
    Act act;           ///< For those that change something.
    Question question; ///< For those that only look.
    Code refusal = Code::NoPermission;
};

using PatientAct = std::function<Outcome(World &, store::Transaction &, const Case &)>;
using PatientQuestion = std::function<Outcome(World &, const store::Snapshot &, const Case &)>;

/// One function that is about a patient, and who may call it for which. Roles that may for their own patients and not
/// for this one are refused by the row rules: a restricted one is not there, a foreign one's notes are not shared.
struct PatientRow
{
    const char *function;
    const char *own;
    const char *foreign;
    const char *restricted;
    const char *merged;
    PatientAct act;
    PatientQuestion question;

    /// Nobody meets a patient of an import that is not closed.
    QByteArray roles(Subject subject) const;
};

/// Rows about people, roles, settings and broken glass.
const QList<Row> &accessRows();
/// What is about the calendar and about no patient.
const QList<Row> &scheduleRows();
/// Everything about a patient.
const QList<PatientRow> &patientRows();

/// Whether the letter may, by the list of a row.
bool isListed(const QByteArray &roles, QChar letter);

} // namespace xinglin::test
