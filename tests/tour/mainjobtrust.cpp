#include "access/session.h"
#include "tour/mainjob.h"
#include "ui/kit/button.h"
#include "ui/kit/chip.h"
#include "ui/kit/messagestrip.h"
#include "ui/shell/workspace.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QLabel>
#include <QSignalSpy>

namespace xinglin::tour {

namespace {

constexpr int patienceMs = test::GuiDriver::patienceMs;
/// A backup is made, opened again and checked.
constexpr int workMs = 60'000;
const QString fresh = QStringLiteral("Peach-Blossom-3");

} // namespace

void MainJob::command(const char *context, const char *words_)
{
    m_drive->key(Qt::Key_K, Qt::ControlModifier);
    words(QCoreApplication::translate(context, words_));
    settle();
    settle();
    m_drive->key(Qt::Key_Return);
}

void MainJob::closeDialog()
{
    m_drive->key(Qt::Key_Escape);
    comeOutOfDialog();
}

void MainJob::walk(const char *section)
{
    auto &sections = m_drive->get<QAbstractItemView>("settingsSections");
    sections.setFocus();
    m_drive->key(Qt::Key_Home);
    for (int i = 0; i < sections.model()->rowCount() && !m_drive->find(section); ++i)
        m_drive->key(Qt::Key_Down);
    m_drive->get(section);
    settle();
    settle(); // what stands there is asked of the store first
}

void MainJob::lockAndEnter(const QString &login)
{
    m_drive->key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    m_drive->get("people");
    signIn(login);
}

void MainJob::lookBack()
{
    // As the practitioner, on the chart, a week later.
    m_clinic.clock.advance(std::chrono::hours(7 * 24));
    m_drive->key(Qt::Key_H, Qt::ControlModifier);
    m_drive->get("sentence");
    stop("changes");
    m_drive->key(Qt::Key_Escape);
    m_drive->get("events");
    m_drive->key(Qt::Key_Left, Qt::AltModifier);
    m_drive->get("daySlider");
    settle();
    stop("past");
    m_drive->key(Qt::Key_Escape);
    m_drive->get("events");
    beginVisit();
    words(QStringLiteral("复诊：夜寐渐安，仍多梦。"));
    QTest::qWait(1500); // a second later it is on disk
    m_drive->key(Qt::Key_U, Qt::AltModifier);
    m_drive->get("unfinishedTable");
    settle();
    stop("unfinished");
    m_drive->click("place-settings");
    walk("settingsFormulas");
    m_drive->get("formulaTable").setFocus();
    settle();
    stop("settings-formulas");
    m_drive->key(Qt::Key_Return);
    m_drive->get("formulaName");
    stop("settings-formula");
    closeDialog();
    walk("settingsPhrases");
    m_drive->get("phraseTable");
    settle();
    stop("settings-phrases");
    walk("settingsTemplates");
    m_drive->get("templateTable");
    settle();
    stop("settings-templates");
    command("xinglin::ui::MainWindow", "Change password");
    m_drive->get("oldPassword");
    stop("password");
    closeDialog();
    command("xinglin::ui::MainWindow", "Set a PIN for coming back");
    m_drive->get("pin");
    stop("pin");
    m_drive->fill("pin", QStringLiteral("271828"));
    m_drive->fill("pinAgain", QStringLiteral("271828"));
    m_drive->key(Qt::Key_Return);
    expect(QTest::qWaitFor([this] { return !m_drive->find("pin"); }, patienceMs), "the PIN was not taken");
}

void MainJob::dispense()
{
    lockAndEnter(QStringLiteral("dispenser"));
    m_drive->get("patientSearch");
    words(patientName());
    m_drive->get<QAbstractItemView>("patientTable");
    settle();
    settle();
    m_drive->key(Qt::Key_Return);
    auto &events = m_drive->get<QAbstractItemView>("events");
    expect(QTest::qWaitFor([&] { return events.model()->rowCount() > 0; }, patienceMs), "the record is gone");
    events.setFocus();
    // What is prescribed at a visit is asked of the store.
    const auto offered = [this] { return m_drive->find("checkPrescription") != nullptr; };
    for (int row = 1; row < events.model()->rowCount() && !QTest::qWaitFor(offered, 500); ++row)
        m_drive->key(Qt::Key_Down);
    m_drive->get("checkPrescription");
    stop("chart-dispenser");
    m_drive->key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    stop("check-prescription");
    closeDialog();
}

void MainJob::takeCare()
{
    lockAndEnter(QStringLiteral("reception"));
    words(patientName());
    m_drive->get<QAbstractItemView>("patientTable");
    settle();
    settle();
    m_drive->key(Qt::Key_Return);
    m_drive->get("chartEdit");
    m_drive->key(Qt::Key_E, Qt::ControlModifier);
    m_drive->get("patientName");
    settle();
    m_drive->fill("patientDocument", QStringLiteral("310106197908210023"));
    m_drive->fill("patientAddress", QStringLiteral("上海市静安区南京西路 1 号"));
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    m_drive->get("masked-document-number");
    stop("masked");
    m_drive->get("reveal-document-number").setFocus();
    m_drive->key(Qt::Key_Space);
    m_drive->get("copy-document-number");
    stop("revealed");
    m_drive->get("events").setFocus();
    m_drive->key(Qt::Key_Z, Qt::ControlModifier);
    m_drive->get("takeBackDialog");
    stop("take-back");
    closeDialog();
    m_drive->key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QWidget *asking = m_drive->get("glassWords").window();
    expect(QTest::qWaitFor([&] { return QApplication::activeWindow() == asking; }, patienceMs), "nobody asks why");
    expect(m_drive->focus()->objectName() == QStringLiteral("glassReason"), "the reason is not asked for first");
    m_drive->type("e");
    m_drive->fill("glassWords", QStringLiteral("急诊来电问用药，患者神志不清"));
    m_drive->fill("glassPassword", test::TestClinic::password());
    stop("emergency");
    m_drive->key(Qt::Key_Return);
    m_drive->get("glassStrip");
    settle();
    stop("emergency-open");
    m_window->workspace()->go(QStringLiteral("journal"));
    m_drive->get("journalRows");
    settle();
    stop("journal");
}

void MainJob::setPrices()
{
    auto &table = *m_drive->get<QAbstractItemView>("priceTable").model();
    m_drive->fill("priceFee", QStringLiteral("2.50"));
    const QList<std::pair<const char *, const char *>> prices = {{"hq", "1.20"}, {"dg", "2.85"}, {"szr", "14.60"},
                                                                 {"bz", "3.10"}, {"rs", "26"},   {"mx", "1.95"}};
    for (const auto &[herb, yuan] : prices) {
        const int before = table.rowCount();
        m_drive->get("priceHerb").setFocus();
        m_drive->type(herb);
        settle();
        m_drive->key(Qt::Key_Return);
        m_drive->key(Qt::Key_A, Qt::ControlModifier);
        m_drive->type(yuan);
        m_drive->key(Qt::Key_Return);
        expect(QTest::qWaitFor([&] { return table.rowCount() > before; }, patienceMs), "a price is not taken");
    }
    settle();
    stop("settings-prices");
    m_drive->get("priceHerb").setFocus();
    m_drive->type("fl");
    settle();
}

void MainJob::oversee()
{
    lockAndEnter(QStringLiteral("owner"));
    m_drive->get("patientSearch");
    words(patientName());
    settle();
    settle();
    m_drive->key(Qt::Key_Return);
    m_drive->get("chartChanges");
    m_drive->key(Qt::Key_H, Qt::ControlModifier);
    m_drive->get("sentence");
    m_drive->key(Qt::Key_W, Qt::AltModifier);
    m_drive->get("auditPatient");
    settle();
    settle();
    stop("settings-audit-of-one-patient");
    walk("settingsClinic");
    stop("settings-clinic");
    walk("settingsPeople");
    m_drive->get("peopleTable").setFocus();
    for (int i = 0; i < 2; ++i)
        m_drive->key(Qt::Key_Down);
    settle();
    stop("settings-people");
    m_drive->key(Qt::Key_V);
    m_drive->get("previewStrip");
    leaveToday();
    m_drive->get("householdTitle");
    settle();
    stop("preview");
    m_drive->key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    expect(QTest::qWaitFor([this] { return m_drive->find("peopleTable") != nullptr; }, patienceMs),
           "the preview does not end");
    m_drive->get("peopleTable").setFocus();
    m_drive->key(Qt::Key_T);
    m_drive->get("grantRole");
    stop("settings-role-for-a-time");
    closeDialog();
    m_drive->get("peopleTable").setFocus();
    m_drive->key(Qt::Key_N);
    m_drive->get("personName");
    stop("settings-new-person");
    m_drive->key(Qt::Key_Escape);
    walk("settingsRoles");
    m_drive->get("roleGrid").setFocus();
    m_drive->key(Qt::Key_C);
    m_drive->fill("roleName", QStringLiteral("晚班前台"));
    m_drive->key(Qt::Key_Return);
    expect(QTest::qWaitFor([this] { return m_drive->find("reach2") != nullptr; }, patienceMs), "no role was copied");
    settle();
    stop("settings-roles");
    for (const char *section :
         {"settingsTags", "settingsPapers", "settingsPrices", "settingsPrinting", "settingsOverrides"}) {
        walk(section);
        if (qstrcmp(section, "settingsPrices") == 0)
            setPrices();
        if (qstrcmp(section, "settingsOverrides") == 0)
            m_drive->get("overrideTable"); // one was signed over in the visit
        settle();
        stop(section);
    }
    showRoster();
    walk("settingsImport");
    bringTableIn();
    walk("settingsExport");
    takeEverythingOut();
    walk("settingsOversight");
    stop("settings-oversight");
    walk("settingsAudit");
    stop("settings-audit");
    walk("settingsBackup");
    stop("settings-backup-none");
    m_drive->key(Qt::Key_F8);
    auto &backups = *m_drive->get<QAbstractItemView>("backups").model();
    const auto &now = m_drive->get<ui::Button>("backUpNow"); // one may be due at this hour besides
    expect(QTest::qWaitFor([&] { return backups.rowCount() >= 1 && !now.isBusy(); }, workMs), "no backup was made");
    settle();
    m_drive->get("backups").setFocus();
    m_drive->key(Qt::Key_F10);
    auto &standing = m_drive->get<ui::Chip>("backupStanding");
    const QString before = standing.text();
    expect(QTest::qWaitFor([&] { return standing.text() != before; }, workMs), "no restore was proven");
    settle();
    stop("settings-backup");
    walk("healthLines");
    stop("settings-health");
}

void MainJob::fall()
{
    // Somebody's first password, the door with the recovery sheet, and the one with a backup.
    QSignalSpy out(m_window.get(), &ui::MainWindow::signedOut);
    m_window->signOut();
    expect(out.count() > 0 || out.wait(patienceMs), "the store does not close");
    close();
    m_clinic.reopen();
    const auto &session = m_clinic.session();
    const auto reset =
        access::resetPassword(m_clinic.around(), m_clinic.store(), m_clinic.owner(), *session.databaseKey,
                              access::UserId(*m_clinic.actor(access::Role::Dispenser).user), fresh);
    expect(reset.ok(), "no first password");
    m_clinic.takeStore().reset();
    open(m_clinic.around());
    auto &people = m_drive->get<QAbstractItemView>("people");
    m_drive->get("password");
    for (int i = 0; i < people.model()->rowCount(); ++i)
        m_drive->key(Qt::Key_Up);
    for (int i = 0; i < people.model()->rowCount() &&
                    people.currentIndex().data(Qt::UserRole + 1).toString() != QStringLiteral("dispenser");
         ++i)
        m_drive->key(Qt::Key_Down);
    m_drive->fill("password", fresh);
    m_drive->key(Qt::Key_Return);
    m_drive->get("mustChange");
    stop("first-password");
    m_drive->key(Qt::Key_Escape);
    m_drive->get("haveSheet");
    m_drive->key(Qt::Key_F8);
    m_drive->get("sheetLine1");
    stop("recover");
    m_drive->key(Qt::Key_Escape);
    m_drive->get("restoreBackup");
    m_drive->key(Qt::Key_F9);
    auto &list = *m_drive->get<QAbstractItemView>("restoreList").model();
    expect(QTest::qWaitFor([&] { return list.rowCount() >= 1; }, workMs), "no backup is offered");
    settle();
    stop("restore");
    m_drive->fill("restoreLogin", QStringLiteral("owner"));
    m_drive->fill("restorePassword", test::TestClinic::password());
    m_drive->key(Qt::Key_Return);
    expect(QTest::qWaitFor([this] { return m_drive->find("signInRestored") != nullptr; }, workMs),
           "nothing was restored");
    stop("restored");
    m_drive->key(Qt::Key_Space);
    m_drive->get("people");
    signIn(QStringLiteral("owner"));
    m_window->close();
    m_drive->get("skipBackup");
    stop("closing");
    expect(QTest::qWaitFor([this] { return !m_window->isVisible(); }, workMs), "the window does not close");
}

} // namespace xinglin::tour
