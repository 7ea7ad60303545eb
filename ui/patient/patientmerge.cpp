#include "ui/patient/patientmerge.h"

#include "ui/shell/patientwords.h"

#include <QCoreApplication>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::PatientEditor)
};

QString shown(const QString &text)
{
    return text;
}

QString shown(Sex sex)
{
    return sexName(sex);
}

QString shown(const std::optional<DocumentKind> &kind)
{
    return kind ? documentName(*kind) : QString();
}

QString shown(const std::optional<PatientId> &somebody)
{
    return somebody ? Tr::tr("another patient") : QString();
}

QString shown(const QList<PatientPhone> &phones)
{
    QStringList all;
    for (const PatientPhone &phone : phones)
        all << phone.phone;
    return all.join(QStringLiteral(" "));
}

} // namespace

MergedPatient merge(const PatientDraft &before, const PatientDraft &typed, const PatientDraft &now)
{
    MergedPatient merged{now, {}};
    const auto part = [&](const char *field, auto of) {
        const auto &mine = of(typed);
        if (mine == of(before) || mine == of(now))
            return;
        if (!(of(now) == of(before)))
            merged.both.insert(QLatin1String(field), shown(of(now)));
        of(merged.draft) = mine;
    };
    const auto text = [&](const char *field, QString PatientDraft::*member) {
        part(
            field, [member](auto &draft) -> auto & { return draft.*member; });
    };
    const auto guardian = [&](const char *field, QString Guardian::*member) {
        part(
            field, [member](auto &draft) -> auto & { return draft.guardian.*member; });
    };
    text("name", &PatientDraft::name);
    text("birthDate", &PatientDraft::birthDate);
    text("phone", &PatientDraft::phone);
    text("documentNumber", &PatientDraft::documentNumber);
    text("address", &PatientDraft::address);
    text("insurance", &PatientDraft::insurance);
    text("occupation", &PatientDraft::occupation);
    text("maritalStatus", &PatientDraft::maritalStatus);
    text("emergencyName", &PatientDraft::emergencyName);
    text("emergencyPhone", &PatientDraft::emergencyPhone);
    text("source", &PatientDraft::source);
    text("campaign", &PatientDraft::campaign);
    part(
        "referredBy", [](auto &draft) -> auto & { return draft.referredBy; });
    text("deskAlert", &PatientDraft::deskAlert);
    text("note", &PatientDraft::note);
    text("oldNumber", &PatientDraft::oldNumber);
    guardian("guardian.name", &Guardian::name);
    guardian("guardian.relation", &Guardian::relation);
    guardian("guardian.phone", &Guardian::phone);
    part(
        "sex", [](auto &draft) -> auto & { return draft.sex; });
    part(
        "documentKind", [](auto &draft) -> auto & { return draft.documentKind; });
    part(
        "otherPhones", [](auto &draft) -> auto & { return draft.otherPhones; });
    // A tick has but two states: where both changed it, they agree.
    for (const auto tick : {&PatientDraft::birthLunar, &PatientDraft::withoutPhone}) {
        if (typed.*tick != before.*tick)
            merged.draft.*tick = typed.*tick;
    }
    return merged;
}

} // namespace xinglin::ui
