#include "ui/patient/patientbanner.h"

#include "ui/kit/banner.h"
#include "ui/kit/chip.h"
#include "ui/shell/patientwords.h"

#include <QCoreApplication>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::PatientBanner)
};

constexpr int mostTypes = 3; ///< Of constitution.

} // namespace

QString listed(const QStringList &words)
{
    return words.join(Tr::tr(", ", "between the words of a list"));
}

QString allergyText(const PatientStrip &strip)
{
    QStringList substances;
    for (const Allergy &allergy : strip.allergies.value_or(QList<Allergy>()))
        substances << allergy.substance;
    return listed(substances);
}

QString pregnancyText(const std::optional<PregnancyStatus> &status)
{
    if (status && status->pregnant.value_or(false))
        return Tr::tr("Pregnant");
    if (status && status->lactating.value_or(false))
        return Tr::tr("Breast-feeding");
    return {};
}

void fillBanner(Banner &banner, const PatientStrip &strip, QDate today)
{
    banner.setTitle(strip.patient.name);
    QStringList facts{sexAndAge(strip.patient.sex, strip.patient.birthDate, today), strip.patient.number};
    if (strip.lastVisit)
        facts << Tr::tr("last visit %1").arg(relativeDay(*strip.lastVisit, today));
    if (strip.constitution)
        facts << constitutionText(*strip.constitution, mostTypes); // the first to go where it is narrow
    facts.removeAll(QString());
    banner.setFacts(facts);
    QList<Chip *> chips;
    const auto add = [&chips](Tone tone, const QString &icon, const QString &text, const QString &name) {
        auto *chip = new Chip(tone, icon, text);
        chip->setObjectName(name);
        chip->setAccessibleName(text);
        chips << chip;
    };
    if (const QString allergies = allergyText(strip); !allergies.isEmpty())
        add(Tone::Cinnabar, QStringLiteral("dialog-warning"), Tr::tr("Allergy: %1").arg(allergies),
            QStringLiteral("bannerAllergies"));
    if (strip.medicines && !strip.medicines->isEmpty())
        add(Tone::Gamboge, QStringLiteral("medicine"), Tr::tr("Takes %1").arg(listed(*strip.medicines)),
            QStringLiteral("bannerMedicines"));
    if (const QString pregnancy = pregnancyText(strip.pregnancy); !pregnancy.isEmpty())
        add(Tone::Azurite, QStringLiteral("help-about"), pregnancy, QStringLiteral("bannerPregnancy"));
    banner.setChips(chips);
}

} // namespace xinglin::ui
