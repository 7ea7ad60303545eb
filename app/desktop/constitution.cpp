#include "app/desktop/constitution.h"

#include "ui/constitution/constitutioncard.h"
#include "ui/constitution/constitutionpage.h"
#include "ui/patient/chartpage.h"
#include "ui/shell/workspace.h"

#include <QCoreApplication>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

using namespace ui;

} // namespace

void furnishConstitution(Workspace &workspace, Clinic &clinic, const Office &office, ChartPage *chart,
                         const std::function<void(PatientId)> &openChart)
{
    const Who &who = workspace.who();
    if (!who.may(access::Permission::ReadCare))
        return;
    Workspace *desk = &workspace;
    auto *page = new ConstitutionPage(clinic, who, office.keys);
    workspace.addPage(page, chart->placeId());
    QObject::connect(page, &ConstitutionPage::left, desk, openChart);
    QObject::connect(page, &ConstitutionPage::handOverWanted, desk, &Workspace::handOverWanted);
    QObject::connect(page, &ConstitutionPage::lockWanted, desk, &Workspace::lockWanted);
    const auto open = [desk](PatientId id) { goOnConstitution(*desk, id); };
    auto *card = new ConstitutionCard(clinic, who);
    chart->addCard(card);
    QObject::connect(chart, &ChartPage::chartShown, card, &ConstitutionCard::setPatient);
    QObject::connect(card, &ConstitutionCard::wanted, desk, open);
    workspace.box().addPatientCommand({QStringLiteral("constitution"), Tr::tr("Constitution of %1"), open});
}

void goOnConstitution(Workspace &workspace, PatientId patient)
{
    if (auto *page = workspace.findChild<ConstitutionPage *>()) {
        page->openPatient(patient);
        workspace.go(page->placeId());
    }
}

} // namespace xinglin
