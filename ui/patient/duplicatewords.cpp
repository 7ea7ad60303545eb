#include "ui/patient/duplicatewords.h"

#include "ui/patient/patientbanner.h"
#include "ui/shell/patientwords.h"

#include <QCoreApplication>
#include <QHash>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::DuplicateWords)
};

using Kind = linkage::Reason::Kind;
using patient::MergePart;

bool speaksAgainst(Kind kind)
{
    return kind == Kind::OtherDocument || kind == Kind::OtherPhone || kind == Kind::OtherName ||
           kind == Kind::OtherBirth || kind == Kind::OtherSex || kind == Kind::PerhapsTwins;
}

QString joined(const QStringList &parts)
{
    QStringList known;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            known << part;
    }
    return listed(known);
}

} // namespace

QString levelText(linkage::Level level)
{
    switch (level) {
    case linkage::Level::Certain:
        return Tr::tr("certain", "that two records are one person's");
    case linkage::Level::Likely:
        return Tr::tr("likely", "that two records are one person's");
    case linkage::Level::Possible:
        return Tr::tr("perhaps", "two records are one person's");
    case linkage::Level::None:
        return {};
    }
    Q_UNREACHABLE();
}

Tone toneOf(linkage::Level level)
{
    switch (level) {
    case linkage::Level::Certain:
        return Tone::Cinnabar;
    case linkage::Level::Likely:
        return Tone::Gamboge;
    case linkage::Level::Possible:
    case linkage::Level::None:
        return Tone::Slate;
    }
    Q_UNREACHABLE();
}

QString reasonText(Kind kind)
{
    switch (kind) {
    case Kind::SameDocument:
        return Tr::tr("same ID number");
    case Kind::SimilarDocument:
        return Tr::tr("ID number nearly the same");
    case Kind::OtherDocument:
        return Tr::tr("another ID number");
    case Kind::SamePhone:
        return Tr::tr("same phone");
    case Kind::SimilarPhone:
        return Tr::tr("phone nearly the same");
    case Kind::OtherPhone:
        return Tr::tr("another phone");
    case Kind::SameName:
        return Tr::tr("same name");
    case Kind::SoundAlikeName:
        return Tr::tr("name sounds the same");
    case Kind::SimilarName:
        return Tr::tr("name nearly the same");
    case Kind::OtherName:
        return Tr::tr("another name");
    case Kind::SameBirth:
        return Tr::tr("same birth date");
    case Kind::NearBirth:
        return Tr::tr("birth date nearly the same");
    case Kind::OtherBirth:
        return Tr::tr("another birth date");
    case Kind::SameSex:
        return Tr::tr("same sex");
    case Kind::OtherSex:
        return Tr::tr("another sex");
    case Kind::SameAddress:
        return Tr::tr("same address");
    case Kind::SimilarAddress:
        return Tr::tr("address nearly the same");
    case Kind::OtherAddress:
        return Tr::tr("another address");
    case Kind::PerhapsTwins:
        return Tr::tr("perhaps twins");
    }
    Q_UNREACHABLE();
}

QStringList reasonTexts(const QList<Kind> &kinds)
{
    QStringList forOne;
    QStringList against;
    for (const Kind kind : kinds) {
        if (kind != Kind::SameSex && kind != Kind::OtherAddress)
            (speaksAgainst(kind) ? against : forOne) << reasonText(kind);
    }
    return forOne + against;
}

QStringList reasonTexts(const linkage::Match &match)
{
    QList<Kind> kinds;
    for (const linkage::Reason &reason : match.reasons)
        kinds << reason.kind;
    return reasonTexts(kinds);
}

QString partName(MergePart part)
{
    switch (part) {
    case MergePart::Name:
        return Tr::tr("Name");
    case MergePart::Sex:
        return Tr::tr("Sex");
    case MergePart::BirthDate:
        return Tr::tr("Born");
    case MergePart::Phone:
        return Tr::tr("Phone");
    case MergePart::Document:
        return Tr::tr("ID document");
    case MergePart::Address:
        return Tr::tr("Address");
    case MergePart::Insurance:
        return Tr::tr("Insurance");
    case MergePart::Occupation:
        return Tr::tr("Occupation");
    case MergePart::MaritalStatus:
        return Tr::tr("Marital status");
    case MergePart::Guardian:
        return Tr::tr("Guardian");
    case MergePart::Emergency:
        return Tr::tr("In an emergency");
    case MergePart::Source:
        return Tr::tr("Came by", "how a patient came to the clinic");
    case MergePart::DeskAlert:
        return Tr::tr("Alert");
    }
    Q_UNREACHABLE();
}

QString partText(const patient::MergeRecord &record, MergePart part)
{
    const Patient &patient = record.patient;
    const Identifiers known = patient.identifiers.value_or(Identifiers());
    switch (part) {
    case MergePart::Name:
        return patient.name;
    case MergePart::Sex:
        return patient.sex == Sex::Unknown ? QString() : sexName(patient.sex);
    case MergePart::BirthDate:
        if (!patient.birthDate)
            return {};
        return patient.birthLunar ? Tr::tr("%1 (lunar)", "birth date").arg(dateText(*patient.birthDate))
                                  : dateText(*patient.birthDate);
    case MergePart::Phone:
        return patient.phone;
    case MergePart::Document:
        return joined({known.documentKind ? documentName(*known.documentKind) : QString(), known.documentNumber});
    case MergePart::Address:
        return known.address;
    case MergePart::Insurance:
        return known.insurance;
    case MergePart::Occupation:
        return known.occupation;
    case MergePart::MaritalStatus:
        return known.maritalStatus;
    case MergePart::Guardian:
        return joined({known.guardian.name, known.guardian.relation, known.guardian.phone});
    case MergePart::Emergency:
        return joined({known.emergencyName, known.emergencyPhone});
    case MergePart::Source:
        return joined({patient.source, patient.campaign,
                       record.referrer.isEmpty() ? QString() : Tr::tr("sent by %1", "a patient").arg(record.referrer)});
    case MergePart::DeskAlert:
        return patient.deskAlert.value_or(QString());
    }
    Q_UNREACHABLE();
}

std::optional<MergePart> partOf(const QString &field)
{
    static const QHash<QString, MergePart> parts{
        {QStringLiteral("name"), MergePart::Name},
        {QStringLiteral("sex"), MergePart::Sex},
        {QStringLiteral("birthDate"), MergePart::BirthDate},
        {QStringLiteral("phone"), MergePart::Phone},
        {QStringLiteral("documentKind"), MergePart::Document},
        {QStringLiteral("documentNumber"), MergePart::Document},
        {QStringLiteral("address"), MergePart::Address},
        {QStringLiteral("guardianName"), MergePart::Guardian},
        {QStringLiteral("guardianPhone"), MergePart::Guardian},
        {QStringLiteral("emergencyPhone"), MergePart::Emergency},
    };
    const auto found = parts.constFind(field);
    return found == parts.constEnd() ? std::nullopt : std::optional(*found);
}

QString partsListed(const QList<MergePart> &parts)
{
    QStringList names;
    for (const MergePart part : parts)
        names << partName(part);
    return listed(names);
}

} // namespace xinglin::ui
