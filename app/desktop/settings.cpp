#include "app/desktop/settings.h"

#include "clinic/draftcontent.h"
#include "ui/interchange/exportsection.h"
#include "ui/interchange/importsection.h"
#include "ui/kit/chip.h"
#include "ui/paper/printband.h"
#include "ui/patient/chartpage.h"
#include "ui/patient/historypage.h"
#include "ui/settings/auditsection.h"
#include "ui/settings/backupsection.h"
#include "ui/settings/backupwords.h"
#include "ui/settings/chainwatch.h"
#include "ui/settings/clinicsection.h"
#include "ui/settings/closingbackup.h"
#include "ui/settings/formulasection.h"
#include "ui/settings/healthsection.h"
#include "ui/settings/hourssection.h"
#include "ui/settings/leavesection.h"
#include "ui/settings/overridesection.h"
#include "ui/settings/oversightsection.h"
#include "ui/settings/paperssection.h"
#include "ui/settings/peoplesection.h"
#include "ui/settings/phrasesection.h"
#include "ui/settings/pricesection.h"
#include "ui/settings/printingsection.h"
#include "ui/settings/resourcesection.h"
#include "ui/settings/rolesection.h"
#include "ui/settings/servicesection.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/tagsection.h"
#include "ui/settings/templatesection.h"
#include "ui/shell/workspace.h"

#include <QCoreApplication>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

/// What waits for a verdict stands at the foot of every page until it has one.
void addOversight(ui::Workspace &workspace, ui::SettingsPage &settings, Clinic &clinic, const ui::Office &office)
{
    auto *section = new ui::OversightSection(clinic, workspace.who(), office.keys);
    settings.addSection(section, QStringLiteral("shield"));
    if (!workspace.who().may(access::Permission::ReviewGlass))
        return;
    ui::Chip *warning = workspace.addWarning(QStringLiteral("oversightWarning"));
    QObject::connect(section, &ui::OversightSection::waitingChanged, warning, [warning](int waiting, int overdue) {
        warning->setText(overdue > 0 ? Tr::tr("%n emergency accesses overdue", nullptr, overdue)
                                     : Tr::tr("%n emergency accesses to review", nullptr, waiting));
        warning->setVisible(waiting > 0);
    });
    QObject::connect(warning, &ui::Chip::clicked, &workspace, [desk = &workspace, page = &settings, section] {
        desk->go(page->placeId());
        page->goTo(section->placeId());
    });
}

/// Severe warnings that were signed over; from each to the chart.
void addOverrides(ui::Workspace &workspace, ui::SettingsPage &settings, Clinic &clinic, const ui::Reference &reference)
{
    auto *section = new ui::OverrideSection(clinic, reference.catalog);
    settings.addSection(section, QStringLiteral("dialog-warning"));
    QObject::connect(section, &ui::OverrideSection::chartWanted, &workspace, [desk = &workspace](PatientId id) {
        if (auto *chart = desk->findChild<ui::ChartPage *>()) {
            chart->openPatient(id);
            desk->go(chart->placeId());
        }
    });
}

/// The log for those who may read it, or their own rows; what does not hold stands at the foot of every page.
ui::AuditSection *addAudit(ui::Workspace &workspace, ui::SettingsPage &settings, Clinic &clinic,
                           const ui::Office &office)
{
    auto *section = new ui::AuditSection(clinic, workspace.who(), *office.around.files);
    settings.addSection(section, QStringLiteral("clock"));
    ui::Chip *warning = workspace.addWarning(QStringLiteral("auditWarning"));
    auto *watch = new ui::ChainWatch(clinic, section);
    QObject::connect(watch, &ui::ChainWatch::warned, warning, [warning](const QString &sentence) {
        warning->setText(sentence);
        warning->show();
    });
    QObject::connect(warning, &ui::Chip::clicked, &workspace, [desk = &workspace, page = &settings, section] {
        desk->go(page->placeId());
        page->goTo(section->placeId());
    });
    watch->start();
    return section;
}

/// How the backups stand at the foot of every page, for everybody; the section for those who may see them.
void addBackup(ui::Workspace &workspace, ui::SettingsPage &settings, Clinic &clinic, const ui::Office &office)
{
    ui::BackupKeeper *keeper = ui::BackupKeeper::of(clinic, office.around, office.keys);
    auto *standing = new ui::Chip(ui::Tone::Neutral, QString(), QString());
    standing->setObjectName(QStringLiteral("backupStanding"));
    standing->setBold(false);
    standing->setVisible(false);
    workspace.addStatus(standing);
    const auto tell = [keeper, standing, zone = office.around.zone] {
        if (!keeper->standing())
            return;
        const QString alarm = ui::backupAlarm(*keeper->standing());
        standing->setTone(alarm.isEmpty() ? ui::Tone::Neutral : ui::Tone::Cinnabar);
        standing->setText(alarm.isEmpty() ? ui::backupSentence(*keeper->standing(), zone) : alarm);
        standing->setVisible(true);
    };
    QObject::connect(keeper, &ui::BackupKeeper::standingChanged, standing, tell);
    tell();
    if (!workspace.who().may(access::Permission::ReadBackups))
        return;
    auto *section = new ui::BackupSection(clinic, workspace.who(), office.around, *keeper);
    settings.addSection(section, QStringLiteral("document-save"));
    standing->setCursor(Qt::PointingHandCursor);
    QObject::connect(standing, &ui::Chip::clicked, &workspace, [desk = &workspace, page = &settings, section] {
        desk->go(page->placeId());
        page->goTo(section->placeId());
    });
}

/// Tables of other programs; one whose import was interrupted stands at the foot of every page until it is settled.
void addImport(ui::Workspace &workspace, ui::SettingsPage &settings, Clinic &clinic, const ui::Reference &reference,
               const ui::Office &office)
{
    auto *section = new ui::ImportSection(clinic, reference.catalog, *office.around.files);
    settings.addSection(section, QStringLiteral("document-open"));
    ui::Chip *warning = workspace.addWarning(QStringLiteral("importWarning"));
    QObject::connect(section, &ui::ImportSection::interruptedChanged, warning, [warning](const QString &source) {
        warning->setText(Tr::tr("An import was interrupted"));
        warning->setToolTip(source);
        warning->setVisible(!source.isEmpty());
    });
    QObject::connect(warning, &ui::Chip::clicked, &workspace, [desk = &workspace, page = &settings, section] {
        desk->go(page->placeId());
        page->goTo(section->placeId());
    });
    QObject::connect(section, &ui::ImportSection::patientsWanted, &workspace,
                     [desk = &workspace] { desk->go(QStringLiteral("patients")); });
    QObject::connect(section, &ui::ImportSection::chartWanted, &workspace, [desk = &workspace](PatientId id) {
        if (auto *chart = desk->findChild<ui::ChartPage *>()) {
            chart->openPatient(id);
            desk->go(chart->placeId());
        }
    });
}

/// Who and what can be booked, for what, and when.
void addFrontDesk(ui::Workspace &workspace, ui::SettingsPage &settings, Clinic &clinic, const ui::Reference &reference,
                  const ui::Office &office)
{
    ui::ResourceSection *resources = nullptr;
    if (workspace.who().may(access::Permission::EditResources)) {
        resources = new ui::ResourceSection(clinic);
        settings.addSection(resources, QStringLiteral("system-users"));
        settings.addSection(new ui::ServiceSection(clinic, reference.catalog), QStringLiteral("view-list-details"));
    }
    if (!workspace.who().may(access::Permission::EditRoster))
        return;
    auto *hours = new ui::HoursSection(clinic, workspace.who());
    settings.addSection(hours, QStringLiteral("view-calendar-day"));
    settings.addSection(new ui::LeaveSection(clinic, workspace.who(), *office.around.files),
                        QStringLiteral("appointment-new"));
    if (resources)
        QObject::connect(hours, &ui::HoursSection::resourcesWanted, resources,
                         [page = &settings, resources] { page->goTo(resources->placeId()); });
}

/// Where papers go on this PC; what was left over stands over every page.
void addPrinting(ui::Workspace &workspace, ui::SettingsPage &settings, Clinic &clinic)
{
    settings.addSection(new ui::PrintingSection(clinic, workspace.who()), QStringLiteral("document-print"));
    if (clinic.actor().previewed)
        return; // somebody else's papers are not sent from a preview
    auto *band = new ui::PrintBand(clinic, workspace.who().user.id.uuid());
    workspace.addBand(band);
    QObject::connect(&workspace, &ui::Workspace::restChanged, band, &ui::PrintBand::rest);
}

/// Who opened a chart, from the chart's changes and from the box.
void leadToTrail(ui::Workspace &workspace, ui::SettingsPage &settings, ui::AuditSection &audit)
{
    const auto show = [desk = &workspace, page = &settings, section = &audit](PatientId id) {
        section->showPatient(id);
        desk->go(page->placeId());
        page->goTo(section->placeId());
    };
    workspace.box().addPatientCommand({QStringLiteral("trail"), Tr::tr("Who opened the chart of %1"), show});
    if (auto *changes = workspace.findChild<ui::HistoryPage *>())
        QObject::connect(changes, &ui::HistoryPage::trailWanted, &workspace, show);
}

} // namespace

void furnishSettings(ui::Workspace &workspace, Clinic &clinic, const ui::Reference &reference, const ui::Office &office)
{
    auto settings = std::make_unique<ui::SettingsPage>();
    // Sections stand here in the order of the list.
    if (workspace.who().may(access::Permission::EditClinic))
        settings->addSection(new ui::ClinicSection(clinic, workspace.who(), office.keys),
                             QStringLiteral("documentinfo"));
    ui::PeopleSection *people = nullptr;
    if (workspace.who().may(access::Permission::ManagePeople)) {
        people = new ui::PeopleSection(clinic, workspace.who(), office.around, office.keys);
        settings->addSection(people, QStringLiteral("system-users"));
        QObject::connect(people, &ui::PeopleSection::previewWanted, &workspace, &ui::Workspace::previewWanted);
    }
    if (workspace.who().may(access::Permission::ManagePeople))
        settings->addSection(new ui::RoleSection(clinic, workspace.who(), office.keys), QStringLiteral("view-task"));
    addFrontDesk(workspace, *settings, clinic, reference, office);
    if (workspace.who().may(access::Permission::WriteVisit))
        settings->addSection(new ui::PhraseSection(clinic), QStringLiteral("document-edit"));
    if (workspace.who().may(access::Permission::WriteVisit))
        settings->addSection(new ui::TemplateSection(clinic, reference.catalog), QStringLiteral("document-new"));
    if (workspace.who().may(access::Permission::EditGroupings))
        settings->addSection(new ui::TagSection(clinic), QStringLiteral("view-task"));
    if (workspace.who().may(access::Permission::WritePrescriptions))
        settings->addSection(new ui::FormulaSection(clinic), QStringLiteral("formula"));
    if (workspace.who().may(access::Permission::EditPolicy))
        settings->addSection(new ui::PapersSection(clinic, workspace.who(), reference.catalog),
                             QStringLiteral("documentinfo"));
    if (workspace.who().may(access::Permission::EditPolicy))
        settings->addSection(new ui::PriceSection(clinic, reference.catalog), QStringLiteral("wallet-open"));
    if (workspace.who().may(access::Permission::RunBatch))
        addImport(workspace, *settings, clinic, reference, office);
    if (workspace.who().may(access::Permission::ExportData))
        settings->addSection(new ui::ExportSection(clinic, reference.catalog, *office.around.files),
                             QStringLiteral("document-export"));
    if (workspace.who().may(access::Permission::SearchPatients))
        addPrinting(workspace, *settings, clinic);
    if (workspace.who().may(access::Permission::ReadGlass))
        addOversight(workspace, *settings, clinic, office);
    if (workspace.who().may(access::Permission::ReadAudit) &&
        workspace.who().may(access::Permission::ReadPrescriptions))
        addOverrides(workspace, *settings, clinic, reference);
    if (workspace.who().may(access::Permission::ReadOwnAudit)) {
        ui::AuditSection *audit = addAudit(workspace, *settings, clinic, office);
        if (people)
            QObject::connect(people, &ui::PeopleSection::auditWanted, audit,
                             [page = settings.get(), audit](access::UserId person) {
                                 audit->showPerson(person);
                                 page->goTo(audit->placeId());
                             });
        if (workspace.who().may(access::Permission::ReadAudit))
            leadToTrail(workspace, *settings, *audit);
    }
    addBackup(workspace, *settings, clinic, office);
    if (workspace.who().may(access::Permission::ReadHealth))
        settings->addSection(new ui::HealthSection(clinic, office.around), QStringLiteral("pulse"));
    if (settings->isEmpty())
        return;
    workspace.addPlace(settings.release(), {Tr::tr("Settings"), QStringLiteral("configure"), 9});
}

void goOnSetting(ui::Workspace &workspace, const drafts::Place &place)
{
    auto *settings = workspace.findChild<ui::SettingsPage *>();
    if (!settings)
        return;
    ui::Page *section = nullptr;
    if (place.kind == draftkind::clinic) {
        section = workspace.findChild<ui::ClinicSection *>();
    } else if (place.kind == draftkind::roles) {
        section = workspace.findChild<ui::RoleSection *>();
    } else if (place.kind == draftkind::phrase) {
        section = workspace.findChild<ui::PhraseSection *>();
    } else if (place.kind == draftkind::tag) {
        section = workspace.findChild<ui::TagSection *>();
    } else if (place.kind == draftkind::formula) {
        section = workspace.findChild<ui::FormulaSection *>();
    } else if (place.kind == draftkind::noteTemplate) {
        section = workspace.findChild<ui::TemplateSection *>();
    } else if (place.kind == draftkind::prices) {
        section = workspace.findChild<ui::PriceSection *>();
    } else if (place.kind == draftkind::papers) {
        section = workspace.findChild<ui::PapersSection *>();
    } else if (place.kind == draftkind::verdict) {
        auto *oversight = workspace.findChild<ui::OversightSection *>();
        if (oversight)
            oversight->choose(GlassId(place.subject));
        section = oversight;
    } else if (place.kind == draftkind::person || place.kind == draftkind::newPerson) {
        auto *people = workspace.findChild<ui::PeopleSection *>();
        if (people)
            people->resume(place);
        section = people;
    }
    if (!section)
        return;
    workspace.go(settings->placeId());
    settings->goTo(section->placeId());
}

QWidget *part(Clinic &clinic, const ui::Office &office, const std::function<void()> &ready)
{
    ui::ImportRun::of(clinic)->cancel(); // nothing of it stays; the backup is made without it
    auto *closing = new ui::ClosingBackup(*ui::BackupKeeper::of(clinic, office.around, office.keys));
    QObject::connect(closing, &ui::ClosingBackup::ready, closing, ready);
    return closing;
}

} // namespace xinglin
