#include "app/desktop/glass.h"

#include "ui/patient/chartpage.h"
#include "ui/patient/glassband.h"
#include "ui/patient/glassdialog.h"
#include "ui/patient/patientspage.h"
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

void furnishGlass(Workspace &workspace, Clinic &clinic, const Office &office,
                  const std::function<void(PatientId)> &openChart)
{
    const Who who = workspace.who();
    if (!who.may(access::Permission::BreakGlass))
        return;
    Workspace *desk = &workspace;
    auto *band = new GlassBand(clinic);
    workspace.addBand(band);
    QObject::connect(desk, &Workspace::patientShown, band, &GlassBand::setPatient);
    QObject::connect(desk, &Workspace::restChanged, band, &GlassBand::rest);
    const auto ask = [desk, &clinic, who, office, openChart](const std::optional<PatientId> &patient) {
        auto *dialog = new GlassDialog(clinic, who, office.around, patient, desk);
        QObject::connect(dialog, &GlassDialog::broken, desk, openChart);
        dialog->open();
    };
    if (auto *patients = desk->findChild<PatientsPage *>())
        QObject::connect(patients, &PatientsPage::emergencyWanted, desk, [ask] { ask({}); });
    if (auto *chart = desk->findChild<ChartPage *>()) {
        QObject::connect(chart, &ChartPage::emergencyWanted, desk, [ask](PatientId id) { ask(id); });
        QObject::connect(band, &GlassBand::ended, chart, &ChartPage::reload);
    }
    workspace.box().addCommand(
        {QStringLiteral("emergency"), Tr::tr("Open a record in an emergency"), {}, [ask] { ask({}); }});
}

} // namespace xinglin
