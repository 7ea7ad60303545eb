#include "ui/shell/patientwords.h"

#include "base/text/daywords.h"
#include "clinic/catalog/constitutions.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::PatientWords)
};

} // namespace

QString sexLetter(Sex sex)
{
    switch (sex) {
    case Sex::Male:
        return Tr::tr("M", "male, short, before the age");
    case Sex::Female:
        return Tr::tr("F", "female, short, before the age");
    case Sex::Other:
        return Tr::tr("X", "other sex, short, before the age");
    case Sex::Unknown:
        return {};
    }
    Q_UNREACHABLE();
}

QString sexName(Sex sex)
{
    switch (sex) {
    case Sex::Male:
        return Tr::tr("Male");
    case Sex::Female:
        return Tr::tr("Female");
    case Sex::Other:
        return Tr::tr("Other", "sex");
    case Sex::Unknown:
        return Tr::tr("Not known");
    }
    Q_UNREACHABLE();
}

QString ageText(const std::optional<PartialDate> &birth, QDate today)
{
    const std::optional<Age> age = birth ? ageOn(*birth, today) : std::nullopt;
    if (!age)
        return {};
    if (age->years < 2 && birth->month() != 0)
        return Tr::tr("%n mo", "age in months, short", age->months);
    const QString years = Tr::tr("%1", "age in years, short").arg(age->years);
    return age->exact ? years : Tr::tr("about %1", "age that is not certain").arg(years);
}

QString sexAndAge(Sex sex, const std::optional<PartialDate> &birth, QDate today)
{
    const QString letter = sexLetter(sex);
    const QString age = ageText(birth, today);
    if (letter.isEmpty() || age.isEmpty())
        return letter + age;
    return Tr::tr("%1 %2", "sex and age").arg(letter, age);
}

QString relativeDay(QDate day, QDate today)
{
    const qint64 days = day.daysTo(today);
    if (days == 0)
        return Tr::tr("today");
    if (days == 1)
        return Tr::tr("yesterday");
    if (days > 1)
        return Tr::tr("%n day(s) ago", nullptr, static_cast<int>(days));
    return dateText(day);
}

QString timeText(Instant at, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at), zone).toString(QStringLiteral("HH:mm"));
}

QString kindName(AttachmentKind kind)
{
    switch (kind) {
    case AttachmentKind::Tongue:
        return Tr::tr("Tongue", "a picture of it");
    case AttachmentKind::Face:
        return Tr::tr("Face", "a picture of it");
    case AttachmentKind::Report:
        return Tr::tr("Report");
    case AttachmentKind::Letter:
        return Tr::tr("Letter");
    case AttachmentKind::Other:
        return Tr::tr("Other", "kind of a file");
    }
    Q_UNREACHABLE();
}

QString longDateText(QDate day)
{
    return QLocale().toString(day, Tr::tr("dddd d MMMM yyyy", "a day in full"));
}

QString dateText(QDate day)
{
    return dayInWords(day);
}

QString dateText(const PartialDate &date)
{
    if (date.isFull())
        return dateText(date.earliest());
    if (date.month() != 0)
        return QLocale().toString(date.earliest(), Tr::tr("MMM yyyy", "a month"));
    return QLocale().toString(date.earliest(), Tr::tr("yyyy", "a year"));
}

QString documentName(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::ResidentId:
        return Tr::tr("Resident ID card");
    case DocumentKind::Passport:
        return Tr::tr("Passport");
    case DocumentKind::HkMacaoPermit:
        return Tr::tr("Permit for Hong Kong and Macao residents");
    case DocumentKind::TaiwanPermit:
        return Tr::tr("Permit for Taiwan residents");
    case DocumentKind::ForeignerResidence:
        return Tr::tr("Foreigner's permanent residence card");
    case DocumentKind::Other:
        return Tr::tr("Other document");
    }
    Q_UNREACHABLE();
}

QString constitutionText(const ConstitutionResult &result, int most)
{
    const constitution::Definition &definition = constitution::shipped();
    const constitution::Questionnaire *known = definition.find(result.form);
    const constitution::Form form = known ? known->form : constitution::Form::Standard;
    const QStringList found = constitution::found(definition, form, result.scores);
    QList<constitution::Score> said;
    for (const constitution::Score &score : result.scores) {
        if (found.indexOf(score.type) < most)
            said << score;
    }
    const QString words = constitution::summary(definition, form, said).in(QLocale().language() == QLocale::Chinese);
    const auto more = static_cast<int>(found.size()) - most;
    return more <= 0 ? words : Tr::tr("%1, and %n more", "types of constitution", more).arg(words);
}

PatientDraft draftOf(const Patient &patient)
{
    PatientDraft draft;
    draft.name = patient.name;
    draft.sex = patient.sex;
    draft.birthDate = patient.birthDate ? patient.birthDate->toText() : QString();
    draft.birthLunar = patient.birthLunar;
    draft.phone = patient.phone;
    draft.otherPhones = patient.otherPhones;
    draft.source = patient.source;
    draft.campaign = patient.campaign;
    draft.referredBy = patient.referredBy;
    draft.oldNumber = patient.oldNumber;
    draft.deskAlert = patient.deskAlert.value_or(QString());
    draft.note = patient.note.value_or(QString());
    if (patient.identifiers) {
        const Identifiers &known = *patient.identifiers;
        draft.documentKind = known.documentKind;
        draft.documentNumber = known.documentNumber;
        draft.address = known.address;
        draft.insurance = known.insurance;
        draft.occupation = known.occupation;
        draft.maritalStatus = known.maritalStatus;
        draft.guardian = known.guardian;
        draft.emergencyName = known.emergencyName;
        draft.emergencyPhone = known.emergencyPhone;
    }
    return draft;
}

} // namespace xinglin::ui
