#pragma once

#include "access/people.h"
#include "base/partialdate.h"
#include "base/text/idnumber.h"
#include "engines/constitution/scoring.h"

namespace xinglin {

using PatientId = Id<struct PatientTag>;
using PatientPhoneId = Id<struct PatientPhoneTag>;
using AllergyId = Id<struct AllergyTag>;
using BatchId = Id<struct BatchTag>;
using access::UserId;

/// Administrative sex (FHIR administrative-gender).
enum class Sex { Male, Female, Other, Unknown };

QString toText(Sex sex); ///< "male" … as stored.
std::optional<Sex> sexFrom(const QString &text);

/// A further telephone of a patient.
struct PatientPhone
{
    QString phone; ///< Normalised.
    QString whose; ///< 本人, 女儿 …; may be empty.
    bool operator==(const PatientPhone &) const = default;
};

/// Who answers for a minor.
struct Guardian
{
    QString name;
    QString relation;
    QString phone;
    bool operator==(const Guardian &) const = default;
};

/// What a person fills in at the desk; name and one phone are enough. Empty text: not known.
struct PatientDraft
{
    QString name;
    Sex sex = Sex::Unknown;
    QString birthDate; ///< As typed: a year, a month or a day.
    bool birthLunar = false;
    QString phone;             ///< As typed.
    bool withoutPhone = false; ///< Said by a tick: there is no telephone.
    QList<PatientPhone> otherPhones;
    std::optional<DocumentKind> documentKind;
    QString documentNumber;
    QString address;
    QString insurance;
    QString occupation;
    QString maritalStatus;
    Guardian guardian;
    QString emergencyName;
    QString emergencyPhone;
    QString source;                      ///< How they came to the clinic: the channel.
    QString campaign;                    ///< What of that channel brought them: an advertisement, an event, an offer.
    std::optional<PatientId> referredBy; ///< The patient who sent them.
    QString deskAlert;                   ///< What reception must see.
    QString note;
    QString oldNumber; ///< Number in another system.
    bool operator==(const PatientDraft &) const = default;
};

/// Fields that are shown with a mask to those who may not read them in full.
enum class MaskedField {
    DocumentNumber = 1,
    Address = 2,
    Insurance = 4,
    GuardianName = 8,
    GuardianPhone = 16,
    EmergencyName = 32,
    EmergencyPhone = 64,
    Phone = 128,
    Name = 256
};
Q_DECLARE_FLAGS(MaskedFields, MaskedField)
Q_DECLARE_OPERATORS_FOR_FLAGS(MaskedFields)

/// Fields only some may read; missing where the reader may not, masked where Patient::masked says so.
struct Identifiers
{
    std::optional<DocumentKind> documentKind;
    QString documentNumber;
    QString address;
    QString insurance;
    QString occupation;
    QString maritalStatus;
    Guardian guardian;
    QString emergencyName;
    QString emergencyPhone;
    bool operator==(const Identifiers &) const = default;
};

/// A registered person.
struct Patient
{
    PatientId id{Uuid(Uuid::Bytes{})};
    QString number; ///< "A0012846"
    QString oldNumber;
    QString name;
    Sex sex = Sex::Unknown;
    std::optional<PartialDate> birthDate;
    bool birthLunar = false;
    QString phone;
    QList<PatientPhone> otherPhones;
    QString source;
    QString campaign;
    std::optional<PatientId> referredBy; ///< As recorded; merges are followed when it is shown.
    bool deceased = false;
    bool restricted = false; ///< Hidden from everybody but owners.
    Instant registered;
    MaskedFields masked; ///< Parts that are not empty and stand here masked.
    qint64 revision =
        0; ///< The newest change of their row or telephones that the reader has seen; see patient::edit().
    std::optional<Identifiers> identifiers;
    std::optional<QString> deskAlert;
    std::optional<QString> note;
    bool operator==(const Patient &) const = default;
};

/// FHIR AllergyIntolerance, thin.
struct AllergyDraft
{
    QString allergen;  ///< Id in the catalogue of allergens; empty for a free name.
    QString substance; ///< As shown and printed.
    QString reaction;
    bool operator==(const AllergyDraft &) const = default;
};
struct Allergy
{
    AllergyId id{Uuid(Uuid::Bytes{})};
    QString allergen;
    QString substance;
    QString reaction;
    Instant recorded;
    bool operator==(const Allergy &) const = default;
};

/// Pregnancy and lactation as last recorded.
struct PregnancyStatus
{
    std::optional<bool> pregnant;
    std::optional<bool> lactating;
    Instant recorded;
    bool operator==(const PregnancyStatus &) const = default;
};

/// What the newest assessment of the constitution came to.
struct ConstitutionResult
{
    QString form; ///< Questionnaire::id()
    QDate day;
    QList<constitution::Score> scores;
    bool operator==(const ConstitutionResult &) const = default;
};

/// What the strip above every page of a patient shows; parts the reader may not see are missing.
struct PatientStrip
{
    Patient patient;
    std::optional<QList<Allergy>> allergies;
    std::optional<QStringList> medicines;
    std::optional<PregnancyStatus> pregnancy;
    std::optional<ConstitutionResult> constitution;
    int visits = 0;
    std::optional<QDate> lastVisit;
    bool operator==(const PatientStrip &) const = default;
};

/// A line of a result list. Phones come masked.
struct PatientHit
{
    PatientId id{Uuid(Uuid::Bytes{})};
    QString number;
    QString name;
    QString pinyin; ///< Readings, each as "chen shu fen", joined by " | ".
    Sex sex = Sex::Unknown;
    std::optional<PartialDate> birthDate;
    QString phone; ///< 138****6207
    std::optional<QDate> lastVisit;
    int visits = 0;
    bool operator==(const PatientHit &) const = default;
};

QDebug operator<<(QDebug, const Patient &) = delete;
QDebug operator<<(QDebug, const PatientDraft &) = delete;
QDebug operator<<(QDebug, const PatientHit &) = delete;

} // namespace xinglin
