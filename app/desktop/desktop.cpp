#include "app/desktop/desktop.h"

#include "ui/kit/compositionguard.h"
#include "ui/patient/allergenchoices.h"
#include "ui/patient/chartpage.h"
#include "ui/patient/patienteditorpage.h"
#include "ui/patient/patientspage.h"
#include "ui/shell/workspace.h"
#include "ui/visit/visitpage.h"

#include <QApplication>
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

using access::Permission;
using namespace ui;

const QString patients = QStringLiteral("patients");
const QString chart = QStringLiteral("chart");
const QString visit = QStringLiteral("visit");
const QString editor = QStringLiteral("patientEditor");

void furnish(Workspace &workspace, Clinic &clinic, const Reference &reference)
{
    const Who &who = workspace.who();
    if (!who.may(Permission::SearchPatients))
        return;
    const QList<AllergenChoice> allergens = allergenChoices(*reference.catalog, reference.allergenWords);
    auto *patientsPage = new PatientsPage(clinic, who);
    auto *chartPage = new ChartPage(clinic, who, reference.catalog, allergens);
    workspace.addPlace(patientsPage, {Tr::tr("Patients"), QStringLiteral("system-users"), 0});
    workspace.addPlace(chartPage, {Tr::tr("Chart"), QStringLiteral("chart360"), 1});

    Workspace *desk = &workspace;
    const auto openChart = [desk, chartPage](PatientId id) {
        chartPage->openPatient(id);
        desk->go(chart);
    };
    workspace.box().setOpen(openChart);
    QObject::connect(patientsPage, &PatientsPage::chartWanted, desk, openChart);
    QObject::connect(chartPage, &ChartPage::patientsWanted, desk, [desk] { desk->go(patients); });

    if (who.may(Permission::WriteVisit)) {
        auto *visitPage = new VisitPage(clinic, reference.catalog);
        workspace.addPlace(visitPage, {Tr::tr("Visit"), QStringLiteral("visit"), 1});
        const auto startVisit = [desk, visitPage](PatientId id) {
            visitPage->startVisit(id);
            desk->go(visit);
        };
        QObject::connect(patientsPage, &PatientsPage::visitWanted, desk, startVisit);
        QObject::connect(chartPage, &ChartPage::visitWanted, desk, startVisit);
        QObject::connect(chartPage, &ChartPage::visitOpened, desk, [desk, visitPage](VisitId id) {
            visitPage->openVisit(id);
            desk->go(visit);
        });
        QObject::connect(visitPage, &VisitPage::finished, desk, openChart);
        workspace.box().addPatientCommand({QStringLiteral("visit"), Tr::tr("New visit for %1"), startVisit});
    }

    if (who.may(Permission::RegisterPatient)) {
        auto *editorPage = new PatientEditorPage(clinic, who, allergens);
        workspace.addPage(editorPage, patients);
        const auto registerPatient = [desk, editorPage](const QString &typed) {
            editorPage->startRegistration(typed);
            desk->go(editor);
        };
        const auto edit = [desk, editorPage](PatientId id) {
            editorPage->startEdit(id);
            desk->go(editor);
        };
        QObject::connect(patientsPage, &PatientsPage::registrationWanted, desk, registerPatient);
        QObject::connect(patientsPage, &PatientsPage::editWanted, desk, edit);
        QObject::connect(chartPage, &ChartPage::editWanted, desk, edit);
        QObject::connect(editorPage, &PatientEditorPage::chartWanted, desk, openChart);
        QObject::connect(editorPage, &PatientEditorPage::saved, desk, openChart);
        QObject::connect(editorPage, &PatientEditorPage::left, desk, [desk] { desk->back(); });
        workspace.box().addCommand(
            {QStringLiteral("register"), Tr::tr("Register a patient"), {}, [registerPatient] { registerPatient({}); }});
        workspace.box().addPatientCommand({QStringLiteral("edit"), Tr::tr("Edit %1"), edit});
    }
}

} // namespace

std::unique_ptr<MainWindow> makeDesktop(const access::Surroundings &around, Preferences &preferences)
{
    return std::make_unique<MainWindow>(around, preferences, furnish);
}

void dressProgram(QApplication &app, const QString &language, ThemeName theme, double scale)
{
    const QLocale locale(language.isEmpty() ? QLocale::system().name() : language);
    QLocale::setDefault(locale);
    const QString name = locale.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    auto *ours = new QTranslator(&app);
    if (ours->load(QStringLiteral(":/i18n/xinglin_%1.qm").arg(name)))
        QCoreApplication::installTranslator(ours);
    auto *qts = new QTranslator(&app);
    if (qts->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    if (const Result<Done> dressed = applyTheme(app, theme, scale); !dressed)
        qWarning("%s", qUtf8Printable(dressed.error().detail));
    new CompositionGuard(&app);
}

} // namespace xinglin
