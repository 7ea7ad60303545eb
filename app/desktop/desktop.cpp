#include "app/desktop/desktop.h"

#include "access/health.h"
#include "app/desktop/calendar.h"
#include "app/desktop/constitution.h"
#include "app/desktop/contacts.h"
#include "app/desktop/duplicates.h"
#include "app/desktop/family.h"
#include "app/desktop/glass.h"
#include "app/desktop/photos.h"
#include "app/desktop/segments.h"
#include "app/desktop/settings.h"
#include "app/desktop/today.h"
#include "ui/calendar/calendarpage.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/compositionguard.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rail.h"
#include "ui/patient/allergenchoices.h"
#include "ui/patient/chartpage.h"
#include "ui/patient/comparepage.h"
#include "ui/patient/familycard.h"
#include "ui/patient/historypage.h"
#include "ui/patient/journalpage.h"
#include "ui/patient/pastpage.h"
#include "ui/patient/patienteditorpage.h"
#include "ui/patient/patientspage.h"
#include "ui/patient/problemscard.h"
#include "ui/patient/takingback.h"
#include "ui/patient/unfinishedpage.h"
#include "ui/shell/workspace.h"
#include "ui/today/todaypage.h"
#include "ui/treatment/treatmentpage.h"
#include "ui/visit/timelinepage.h"
#include "ui/visit/visitpage.h"
#include "ui/visit/visitprinter.h"

#include <QApplication>
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QShortcut>
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

void goOnTreatment(Workspace &workspace, PatientId patient)
{
    if (auto *page = workspace.findChild<TreatmentPage *>()) {
        page->openPatient(patient);
        workspace.go(page->placeId());
    }
}

/// What a person may have left unfinished leads back to where it was typed.
void furnishUnfinished(Workspace &workspace, Clinic &clinic, const Office &office, ChartPage *chartPage,
                       VisitPage *visitPage, PatientEditorPage *editorPage)
{
    auto *page = new UnfinishedPage(clinic, office.keys);
    QString home = visitPage ? visit : patients;
    if (!visitPage && workspace.who().may(Permission::CheckPrescription)) {
        home = page->placeId(); // what waits for them is their work
        workspace.addPlace(page, {Tr::tr("Unfinished"), QStringLiteral("view-task"), 1});
    } else {
        workspace.addPage(page, home);
    }
    Workspace *desk = &workspace;
    const auto show = [desk, page] { desk->go(page->placeId()); };
    auto *button = workspace.findChild<RailButton *>(QStringLiteral("place-") + home);
    QObject::connect(page, &UnfinishedPage::countChanged, button, &RailButton::setBadge);
    QObject::connect(page, &UnfinishedPage::left, desk, [desk] { desk->back(); });
    if (visitPage) {
        QObject::connect(page, &UnfinishedPage::countChanged, visitPage, &VisitPage::setUnfinished);
        QObject::connect(visitPage, &VisitPage::unfinishedWanted, desk, show);
    }
    QObject::connect(page, &UnfinishedPage::chosen, desk, [=](const unfinished::Item &item) {
        using What = unfinished::Item::What;
        if (item.what == What::Check) {
            chartPage->openVisit(*item.patient, *item.visit);
            desk->go(chart);
        } else if (visitPage && item.visit) {
            visitPage->openVisit(*item.visit);
            desk->go(visit);
            if (item.place.kind == draftkind::sickNote)
                visitPage->papers()->askSickNote(*item.visit);
        } else if (visitPage && item.what == What::NewVisit) {
            visitPage->startVisit(*item.patient);
            desk->go(visit);
        } else if (item.what == What::Care) {
            chartPage->openPatient(*item.patient);
            desk->go(chart);
        } else if (editorPage && item.what == What::Patient) {
            editorPage->startEdit(*item.patient);
            desk->go(editor);
        } else if (editorPage && item.what == What::Registration) {
            editorPage->resumeRegistration(item.place.subject);
            desk->go(editor);
        } else if (item.what == What::Constitution) {
            goOnConstitution(*desk, *item.patient);
        } else if (!item.patient && (item.place.kind == draftkind::enquiry || item.place.kind == draftkind::contact)) {
            desk->go(QStringLiteral("enquiries"));
        } else if (item.place.kind == draftkind::pointGroup) {
            desk->go(visit);
        } else if (item.what == What::Form && !item.patient) {
            goOnSetting(*desk, item.place);
        } else if (item.what == What::Form && item.place.kind == draftkind::session) {
            goOnTreatment(*desk, *item.patient);
        } else if (visitPage && item.what == What::Form &&
                   (item.place.kind == draftkind::formula || item.place.kind == draftkind::noteTemplate)) {
            visitPage->startVisit(*item.patient);
            desk->go(visit);
        } else if (item.what == What::Form) {
            chartPage->openPatient(*item.patient);
            desk->go(chart);
        }
    });
    const QKeySequence keys(Qt::ALT | Qt::Key_U);
    QObject::connect(new QShortcut(keys, desk), &QShortcut::activated, desk, show);
    workspace.box().addCommand({page->placeId(), Tr::tr("Unfinished"), QStringLiteral("Alt U"), show});
}

/// What a record was before, and taking acts back.
void furnishHistory(Workspace &workspace, Clinic &clinic, const Reference &reference, ChartPage *chartPage,
                    Page *patientsPage, const std::function<void(PatientId)> &openChart)
{
    const Who &who = workspace.who();
    Workspace *desk = &workspace;
    if (who.may(Permission::ReadHistory)) {
        auto *past = new PastPage(clinic, who, reference.catalog);
        auto *changes = new HistoryPage(clinic, who);
        workspace.addPage(past, chart);
        workspace.addPage(changes, chart);
        QObject::connect(chartPage, &ChartPage::pastWanted, desk, [desk, past](PatientId id) {
            past->openPatient(id);
            desk->go(past->placeId());
        });
        QObject::connect(chartPage, &ChartPage::changesWanted, desk, [desk, changes](PatientId id) {
            changes->openPatient(id);
            desk->go(changes->placeId());
        });
        QObject::connect(past, &PastPage::todayWanted, desk, openChart);
        QObject::connect(changes, &HistoryPage::chartWanted, desk, openChart);
    }
    if (who.may(Permission::ReadJournal)) {
        auto *journal = new JournalPage(clinic, who);
        workspace.addPlace(journal, {Tr::tr("Journal"), QStringLiteral("view-history"), 1});
        QObject::connect(journal, &JournalPage::chartWanted, desk, openChart);
    }
    if (who.may(Permission::TakeBack)) {
        new TakingBack(clinic, patientsPage, true);
        new TakingBack(clinic, chartPage, true);
    }
}

/// What is given to a patient besides medicine.
void furnishTreatments(Workspace &workspace, Clinic &clinic, const Reference &reference, ChartPage *chartPage,
                       const std::function<void(PatientId)> &openChart)
{
    if (!workspace.who().may(Permission::ReadTreatments))
        return;
    Workspace *desk = &workspace;
    auto *page = new TreatmentPage(clinic, workspace.who(), reference.catalog);
    workspace.addPage(page, chart);
    const auto show = [desk](PatientId id) { goOnTreatment(*desk, id); };
    QObject::connect(chartPage, &ChartPage::treatmentsWanted, desk, show);
    QObject::connect(page, &TreatmentPage::left, desk, openChart);
    workspace.box().addPatientCommand({page->placeId(), Tr::tr("Treatments of %1"), show});
}

/// What can be printed about a visit, from the chart.
void furnishPapers(Workspace &workspace, Clinic &clinic, const Reference &reference, ChartPage *chartPage)
{
    auto *printer = new VisitPrinter(clinic, reference.catalog, chartPage);
    QObject::connect(chartPage, &ChartPage::summaryWanted, printer, &VisitPrinter::printSummary);
    QObject::connect(chartPage, &ChartPage::sickNoteWanted, printer, &VisitPrinter::askSickNote);
    QObject::connect(printer, &VisitPrinter::printed, &workspace,
                     [desk = &workspace](const QString &sentence) { desk->tell(sentence); });
    QObject::connect(printer, &VisitPrinter::failed, &workspace,
                     [desk = &workspace](const Error &error) { desk->tell(error.message); });
}

void furnishPatients(Workspace &workspace, Clinic &clinic, const Reference &reference, const Office &office)
{
    const Who &who = workspace.who();
    const QList<AllergenChoice> allergens = allergenChoices(*reference.catalog, reference.allergenWords);
    TodayPage *today = office.frontDesk ? furnishToday(workspace, clinic) : nullptr;
    auto *patientsPage = new PatientsPage(clinic, who);
    auto *chartPage = new ChartPage(clinic, who, reference.catalog, allergens, office.keys);
    workspace.addPlace(patientsPage, {Tr::tr("Patients"), QStringLiteral("system-users"), 0});
    furnishCalendar(workspace, clinic);
    workspace.addPlace(chartPage, {Tr::tr("Chart"), QStringLiteral("chart360"), 1});

    Workspace *desk = &workspace;
    const auto openChart = [desk, chartPage](PatientId id) {
        chartPage->openPatient(id);
        desk->go(chart);
    };
    workspace.box().setOpen(openChart);
    if (auto *calendar = workspace.findChild<CalendarPage *>()) {
        QObject::connect(calendar, &CalendarPage::chartWanted, desk, openChart);
        if (today)
            QObject::connect(today, &TodayPage::bookWanted, calendar,
                             [desk, calendar](const std::optional<PatientId> &patient) {
                                 desk->go(calendar->placeId());
                                 emit calendar->findWanted(patient, false);
                             });
    }
    QObject::connect(patientsPage, &PatientsPage::chartWanted, desk, openChart);
    QObject::connect(chartPage, &ChartPage::patientsWanted, desk, [desk] { desk->go(patients); });
    QObject::connect(chartPage, &ChartPage::showingWanted, desk, &Workspace::showingWanted);
    QObject::connect(chartPage, &ChartPage::showingEnded, desk, &Workspace::showingEnded);

    VisitPage *visitPage = nullptr;
    PatientEditorPage *editorPage = nullptr;
    if (who.may(Permission::WriteVisit)) {
        visitPage = new VisitPage(clinic, reference.catalog, office.keys);
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

    auto *family = new FamilyCard(clinic, reference.catalog, who);
    chartPage->addCard(family);
    QObject::connect(chartPage, &ChartPage::chartShown, family, &FamilyCard::setPatient);
    QObject::connect(&workspace, &Workspace::restChanged, family, &FamilyCard::rest);
    furnishFamily(workspace, clinic, chartPage, openChart);
    if (who.may(Permission::ReadNarrative)) {
        auto *problems = new ProblemsCard(clinic, reference.catalog, who);
        chartPage->addFirstCard(problems);
        QObject::connect(chartPage, &ChartPage::chartShown, problems, &ProblemsCard::setPatient);
        QObject::connect(&workspace, &Workspace::restChanged, problems, &ProblemsCard::rest);
        auto *compare = new ComparePage(clinic, who, reference.catalog);
        workspace.addPage(compare, chart);
        QObject::connect(compare, &ComparePage::chartWanted, desk, openChart);
        QObject::connect(chartPage, &ChartPage::comparisonWanted, desk,
                         [desk, compare](PatientId id, const std::optional<VisitId> &selected) {
                             compare->openVisit(id, selected);
                             desk->go(compare->placeId());
                         });
    }

    if (who.may(Permission::ReadPrescriptions) && who.may(Permission::ReadNarrative)) {
        auto *formulas = new TimelinePage(clinic, who, reference.catalog);
        workspace.addPage(formulas, chart);
        const auto showFormulas = [desk, formulas](PatientId id) {
            formulas->openPatient(id);
            desk->go(formulas->placeId());
        };
        QObject::connect(chartPage, &ChartPage::formulasWanted, desk, showFormulas);
        QObject::connect(formulas, &TimelinePage::chartWanted, desk, openChart);
        if (visitPage) {
            QObject::connect(visitPage, &VisitPage::formulasWanted, desk, showFormulas);
            QObject::connect(formulas, &TimelinePage::formulaWanted, desk,
                             [desk, visitPage](PatientId id, const PrescriptionDraft &formula) {
                                 visitPage->prescribe(id, formula);
                                 desk->go(visit);
                             });
        }
        workspace.box().addPatientCommand({QStringLiteral("formulas"), Tr::tr("Formulas of %1"), showFormulas});
    }

    // Somebody walked in whom nobody knew: once registered, or found after all, they go on to be queued.
    const auto toQueue = std::make_shared<bool>(false);
    if (who.may(Permission::RegisterPatient)) {
        editorPage = new PatientEditorPage(clinic, who, allergens, office.keys);
        workspace.addPage(editorPage, patients);
        const auto registerPatient = [desk, editorPage, toQueue](const QString &typed) {
            *toQueue = false;
            editorPage->startRegistration(typed);
            desk->go(editor);
        };
        const auto edit = [desk, editorPage, toQueue](PatientId id) {
            *toQueue = false;
            editorPage->startEdit(id);
            desk->go(editor);
        };
        const auto known = [desk, openChart, today, toQueue](PatientId id) {
            if (!std::exchange(*toQueue, false))
                return openChart(id);
            desk->go(today->placeId());
            today->beginWalkIn(id);
        };
        QObject::connect(patientsPage, &PatientsPage::registrationWanted, desk, registerPatient);
        QObject::connect(patientsPage, &PatientsPage::editWanted, desk, edit);
        QObject::connect(chartPage, &ChartPage::editWanted, desk, edit);
        QObject::connect(editorPage, &PatientEditorPage::chartWanted, desk, known);
        QObject::connect(editorPage, &PatientEditorPage::saved, desk, known);
        QObject::connect(editorPage, &PatientEditorPage::left, desk, [desk, toQueue] {
            *toQueue = false;
            desk->back();
        });
        workspace.box().addCommand(
            {QStringLiteral("register"), Tr::tr("Register a patient"), {}, [registerPatient] { registerPatient({}); }});
        workspace.box().addPatientCommand({QStringLiteral("edit"), Tr::tr("Edit %1"), edit});
    }
    std::function<void(const QString &)> registerTyped;
    if (editorPage && today)
        registerTyped = [desk, editorPage, toQueue](const QString &typed) {
            *toQueue = true;
            editorPage->startRegistration(typed);
            desk->go(editor);
        };
    leadFromToday(workspace, today, openChart, registerTyped);
    furnishPapers(workspace, clinic, reference, chartPage);
    furnishTreatments(workspace, clinic, reference, chartPage, openChart);
    furnishConstitution(workspace, clinic, office, chartPage, openChart);
    furnishGlass(workspace, clinic, office, openChart);
    furnishPhotos(workspace, clinic, office);
    furnishUnfinished(workspace, clinic, office, chartPage, visitPage, editorPage);
    furnishHistory(workspace, clinic, reference, chartPage, patientsPage, openChart);
    furnishDuplicates(workspace, clinic, patientsPage, chartPage, openChart);
    furnishContacts(workspace, clinic, patientsPage, chartPage, editorPage, openChart);
    furnishSegments(workspace, clinic, reference.catalog, allergens, patientsPage);
}

/// Before anything is written under a wrong date.
void askForDate(Workspace &workspace, Clinic &clinic)
{
    const auto warning = clinic.read([](const store::Snapshot &view) { return access::clockWarning(view); });
    onDone(warning, &workspace, [&workspace](const Result<QString> &sentence) {
        if (!sentence || sentence->isEmpty())
            return;
        auto *dialog = new AskDialog(Tr::tr("Is the date of this PC right?"), *sentence, workspace.window());
        dialog->setObjectName(QStringLiteral("clockDialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setVerb(Tr::tr("It is right"));
        dialog->setSafeAnswer(Tr::tr("I set it first"));
        QObject::connect(dialog, &QDialog::rejected, &workspace, &Workspace::lockWanted);
        dialog->open();
    });
}

void furnish(Workspace &workspace, Clinic &clinic, const Reference &reference, const Office &office)
{
    const Who &who = workspace.who();
    DraftKeys::give(clinic, office.keys);
    if (who.may(Permission::SearchPatients))
        furnishPatients(workspace, clinic, reference, office);
    else
        furnishCalendar(workspace, clinic);
    furnishSettings(workspace, clinic, reference, office);
    askForDate(workspace, clinic);
}

} // namespace

std::unique_ptr<MainWindow> makeDesktop(const access::Surroundings &around, Preferences &preferences)
{
    auto window = std::make_unique<MainWindow>(around, preferences, furnish);
    window->setParting(part);
    return window;
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
