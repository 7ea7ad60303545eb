#pragma once

#include "clinic/contact/enquiry.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/constitution.h"

#include <QMap>

/// What drafts hold, form by form: the values being written, and where the hand was. Kept by drafts::save() as CBOR
/// with a version.
namespace xinglin {

/// Where the hand was in a form, and what stands half-written in lines that are not a value yet.
struct Hand
{
    QString field; ///< Name of the field under the hand; empty: none.
    int cursor = 0;
    int anchor = 0;               ///< Other end of the selection.
    QMap<QString, QString> lines; ///< By the field's name.
    bool operator==(const Hand &) const = default;
};

/// A visit being written: new, saved before, or signed and being amended.
struct VisitContent
{
    consultation::Draft draft;
    bool amending = false;
    bool numbersPassed = false; ///< Packets and times of the first prescription were looked at.
    QList<bool> furtherPassed;  ///< Those of each further one.
    int shown = 0;              ///< Place of the prescription in front of the others.
    bool prescription = false;  ///< The prescription was in front, not the note.
    int herb = 0;               ///< Cell of the sheet under the hand.
    FindingOverride reason;     ///< Being written for a finding; no rule: none is.
    Hand hand;
    bool operator==(const VisitContent &) const = default;
};

/// Allergies and medicines being added to a patient.
struct CareContent
{
    QList<AllergyDraft> added;
    QMap<QString, QString> retracted; ///< Why a known allergy is not true, by its id's text.
    Hand hand;
    bool operator==(const CareContent &) const = default;
};

/// A person being registered, or changed.
struct PatientContent
{
    std::optional<PatientId> editing; ///< None: a registration.
    std::optional<EnquiryId> enquiry; ///< What the registration comes of.
    PatientDraft before;              ///< As the record stood when the change was begun.
    PatientDraft draft;
    CareContent care;
    QMap<QString, QString> relations; ///< What those with the same telephone are to somebody new, by their id.
    Hand hand;
    bool operator==(const PatientContent &) const = default;
};

/// A questionnaire of the constitution that is being answered. Answers to both forms may stand beside each other.
struct ConstitutionContent
{
    ConstitutionDraft draft;
    QString item; ///< Under the hand.
    bool operator==(const ConstitutionContent &) const = default;
};

/// A form or a dialog: its fields as text, by their names.
struct FormContent
{
    /// Names in `fields` that say whose record and which visit the form is about, with their ids; none elsewhere.
    static inline const QString patient = QStringLiteral("about.patient");
    static inline const QString visit = QStringLiteral("about.visit");

    QMap<QString, QString> fields;
    Hand hand;
    bool operator==(const FormContent &) const = default;
};

/// Kinds of drafts::Place. The subject of a visit that was never saved is the patient, of a registration a new id.
namespace draftkind {
inline const QString newVisit = QStringLiteral("visit.new");
inline const QString visit = QStringLiteral("visit");
inline const QString amendment = QStringLiteral("visit.amend");
inline const QString registration = QStringLiteral("patient.new");
inline const QString patient = QStringLiteral("patient");
inline const QString care = QStringLiteral("care");
inline const QString constitution = QStringLiteral("constitution");     ///< Subject: the patient.
inline const QString clinic = QStringLiteral("settings.clinic");        ///< Subject: the clinic.
inline const QString person = QStringLiteral("settings.person");        ///< A person who may sign in.
inline const QString newPerson = QStringLiteral("settings.person.new"); ///< Subject: who adds the person.
inline const QString roles = QStringLiteral("settings.roles");          ///< Subject: the clinic.
inline const QString verdict = QStringLiteral("settings.verdict");      ///< Subject: the emergency access.
inline const QString prices = QStringLiteral("settings.prices");        ///< Subject: the clinic.
inline const QString papers = QStringLiteral("settings.papers");        ///< Subject: the clinic.
inline const QString problem = QStringLiteral("problem");               ///< Subject: the patient.
inline const QString family = QStringLiteral("family");                 ///< Subject: the patient.
inline const QString relative = QStringLiteral("relative");             ///< Subject: the patient.
inline const QString session = QStringLiteral("session");               ///< Subject: the course of the treatment.
inline const QString sickNote = QStringLiteral("sicknote");             ///< Subject: the visit.
inline const QString formula = QStringLiteral("formula");           ///< Subject: the formula, or the visit it is of.
inline const QString noteTemplate = QStringLiteral("notetemplate"); ///< Subject: the template, or the visit it is of.
inline const QString phrase = QStringLiteral("phrase");             ///< Subject: the phrase, or who begins one.
inline const QString tag = QStringLiteral("tag");                   ///< Subject: the tag, or who begins one.
inline const QString pointGroup = QStringLiteral("pointgroup");     ///< Subject: who writes it.
inline const QString enquiry = QStringLiteral("enquiry");           ///< Subject: the enquiry, or who writes one.
inline const QString contact = QStringLiteral("contact");           ///< Subject: the patient or the enquiry.
inline const QString reason = QStringLiteral("reason"); ///< Of a retraction or an amendment. Subject: what it is for.
} // namespace draftkind

QByteArray toBytes(const VisitContent &content);
QByteArray toBytes(const CareContent &content);
QByteArray toBytes(const PatientContent &content);
QByteArray toBytes(const ConstitutionContent &content);
QByteArray toBytes(const FormContent &content);
/// Damaged for anything else than the toBytes() of the same kind wrote (also where it is nested deeper than that
/// writes), Newer for a later version.
Result<VisitContent> visitContent(const QByteArray &bytes);
Result<CareContent> careContent(const QByteArray &bytes);
Result<PatientContent> patientContent(const QByteArray &bytes);
Result<ConstitutionContent> constitutionContent(const QByteArray &bytes);
Result<FormContent> formContent(const QByteArray &bytes);

QDebug operator<<(QDebug, const VisitContent &) = delete;
QDebug operator<<(QDebug, const CareContent &) = delete;
QDebug operator<<(QDebug, const PatientContent &) = delete;
QDebug operator<<(QDebug, const ConstitutionContent &) = delete;
QDebug operator<<(QDebug, const FormContent &) = delete;

} // namespace xinglin
