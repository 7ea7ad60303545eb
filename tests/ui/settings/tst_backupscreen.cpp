#include "access/backups.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/chip.h"
#include "ui/kit/messagestrip.h"

#include <QFile>
#include <QFileDialog>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// Longer than for a click: a backup is made, opened again and checked.
constexpr int workMs = 60'000;

QString strip(Desk &desk, const char *name)
{
    return static_cast<ui::MessageStrip &>(desk.drive().get(name)).text();
}

QAbstractItemModel &list(Desk &desk, const char *name)
{
    return *static_cast<QAbstractItemView &>(desk.drive().get(name)).model();
}

void goToBackups(Desk &desk)
{
    desk.drive().click("place-settings");
    auto &sections = static_cast<QListWidget &>(desk.drive().get("settingsSections"));
    sections.setFocus();
    desk.drive().key(Qt::Key_Home);
    for (int i = 0; i < sections.count() && sections.currentItem()->text() != u"Backup"; ++i)
        desk.drive().key(Qt::Key_Down);
    QCOMPARE(sections.currentItem()->text(), QStringLiteral("Backup"));
    desk.drive().key(Qt::Key_Return);
}

void backUp(Desk &desk)
{
    goToBackups(desk);
    desk.drive().get("backUpNow");
    desk.drive().key(Qt::Key_F8);
    QTRY_COMPARE_WITH_TIMEOUT(list(desk, "backups").rowCount(), 1, workMs);
    QTRY_VERIFY(strip(desk, "backupStrip").contains(u"holds"));
}

int patients(Desk &desk)
{
    return desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) {
        const auto found = patient::search(view, QString());
        return found ? static_cast<int>(found->size()) : -1;
    });
}

} // namespace

/// Backups as the owner goes about them: made, checked, proven, and brought back after damage.
class TestBackupScreen : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }
    void section_backUpCheckAndDrill_byKeys();
    void secondPlace_chosen_getsACopy();
    void foot_receptionist_seesHowBackupsStand();
    void door_damagedPage_ownerRestores();
    void close_afterWork_makesTheLastBackupAndOnlyOnce();
    void door_wrongPassword_saysSoAndChangesNothing();
};

void TestBackupScreen::section_backUpCheckAndDrill_byKeys()
{
    Desk desk;
    desk.enter("owner");
    goToBackups(desk);
    QTRY_COMPARE(static_cast<QLabel &>(desk.drive().get("lastGoodBackup")).text(), QStringLiteral("none"));
    backUp(desk);
    QTRY_VERIFY(static_cast<QLabel &>(desk.drive().get("lastGoodBackup")).text() != u"none");
    QCOMPARE(list(desk, "backups").index(0, 3).data().toString(), QStringLiteral("holds"));
    QTRY_VERIFY(static_cast<ui::Chip &>(desk.drive().get("backupStanding")).text().contains(u"restore not proven"));
    desk.drive().key(Qt::Key_F9);
    QTRY_VERIFY_WITH_TIMEOUT(strip(desk, "backupStrip").contains(u"Everything in this backup holds"), workMs);
    QTRY_VERIFY(desk.drive().get("drillBackup").isEnabled());
    desk.drive().key(Qt::Key_F10);
    QTRY_VERIFY_WITH_TIMEOUT(strip(desk, "backupStrip").contains(u"scratch place"), workMs);
    QTRY_VERIFY(!list(desk, "backups").index(0, 4).data().toString().isEmpty());
    QTRY_VERIFY(static_cast<ui::Chip &>(desk.drive().get("backupStanding")).text().contains(u"restore proven"));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
}

void TestBackupScreen::secondPlace_chosen_getsACopy()
{
    QTemporaryDir stick;
    Desk desk;
    desk.enter("owner");
    goToBackups(desk);
    QTRY_VERIFY(static_cast<QLabel &>(desk.drive().get("secondBackupPlace")).text().contains(u"No second copy"));
    desk.drive().key(Qt::Key_F6);
    QTRY_VERIFY(desk.window->findChild<QFileDialog *>());
    QFileDialog *dialog = desk.window->findChild<QFileDialog *>();
    dialog->setDirectory(stick.path());
    dialog->selectFile(stick.path());
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QTRY_VERIFY(static_cast<QLabel &>(desk.drive().get("secondBackupPlace")).text().contains(stick.path()));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.drive().key(Qt::Key_F8);
    QTRY_VERIFY_WITH_TIMEOUT(list(desk, "backups").rowCount() >= 1, workMs);
    const QList<access::FoundBackup> found = access::findBackups(desk.clinic.files, stick.path());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().manifest.cause, store::BackupCause::Asked);
    desk.drive().click("noSecondFolder");
    QTRY_COMPARE(strip(desk, "backupStrip"), QStringLiteral("No second copy is made from now on."));
    QTRY_VERIFY(static_cast<QLabel &>(desk.drive().get("secondBackupPlace")).text().contains(u"No second copy"));
}

void TestBackupScreen::foot_receptionist_seesHowBackupsStand()
{
    Desk desk;
    desk.enter("reception");
    QTRY_COMPARE(static_cast<ui::Chip &>(desk.drive().get("backupStanding")).text(),
                 QStringLiteral("No backup yet, restore not proven"));
    QVERIFY(!desk.window->findChild<QWidget *>(QStringLiteral("settingsBackup")));
}

void TestBackupScreen::door_damagedPage_ownerRestores()
{
    Desk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
    desk.enter("owner");
    backUp(desk);
    QSignalSpy out(desk.window.get(), &ui::MainWindow::signedOut);
    desk.window->signOut();
    QVERIFY(out.count() > 0 || out.wait(workMs));

    QFile database(desk.clinic.folder() + QStringLiteral("/clinic.db"));
    QVERIFY(database.open(QIODevice::ReadWrite));
    for (qint64 at = 9 * 4096 + 100; at < database.size(); at += 3 * 4096) {
        database.seek(at);
        const QByteArray there = database.peek(4);
        database.write(QByteArray::fromHex("deadbeef") == there ? "beef" : QByteArray::fromHex("deadbeef"));
    }
    database.close();

    desk.drive().get("restoreBackup");
    desk.drive().key(Qt::Key_F9);
    QTRY_COMPARE(list(desk, "restoreList").rowCount(), 1);
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.drive().fill("restoreLogin", QStringLiteral("owner"));
    desk.drive().fill("restorePassword", TestClinic::password());
    desk.drive().key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.drive().find("signInRestored"), workMs);
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.drive().key(Qt::Key_Space);
    QTRY_VERIFY(desk.drive().find("password"));
    desk.enter("owner");
    QCOMPARE(patients(desk), 1);
}

void TestBackupScreen::close_afterWork_makesTheLastBackupAndOnlyOnce()
{
    Desk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
    desk.enter("reception"); // who may make none by hand
    QVERIFY(!desk.window->close());
    QVERIFY(desk.drive().find("closing"));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), workMs);
    const auto made = [&desk] {
        const QList<access::FoundBackup> found =
            access::findBackups(desk.clinic.files, access::defaultBackupFolder(desk.clinic.around()));
        for (const access::FoundBackup &backup : found) {
            if (backup.manifest.cause != store::BackupCause::Closing)
                return -1;
        }
        return int(found.size());
    };
    QCOMPARE(made(), 1);
    // Nothing was written since: the next closing makes none.
    desk.window->show();
    desk.window->start();
    desk.enter("reception");
    QVERIFY(!desk.window->close());
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), workMs);
    QCOMPARE(made(), 1);
}

void TestBackupScreen::door_wrongPassword_saysSoAndChangesNothing()
{
    Desk desk;
    desk.enter("owner");
    backUp(desk);
    QSignalSpy out(desk.window.get(), &ui::MainWindow::signedOut);
    desk.window->signOut();
    QVERIFY(out.count() > 0 || out.wait(workMs));
    desk.drive().get("restoreBackup");
    desk.drive().key(Qt::Key_F9);
    QTRY_COMPARE(list(desk, "restoreList").rowCount(), 1);
    desk.drive().fill("restoreLogin", QStringLiteral("owner"));
    desk.drive().fill("restorePassword", QStringLiteral("Not-The-Password-1"));
    desk.drive().key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.drive().get<QPushButton>("restoreNow").property("busy").toBool(), workMs);
    QVERIFY(desk.drive().find("restoreList"));
    QVERIFY(!desk.drive().find("signInRestored"));
    desk.drive().key(Qt::Key_Escape);
    QTRY_VERIFY(desk.drive().find("password"));
    desk.enter("owner");
}

QTEST_MAIN(TestBackupScreen)
#include "tst_backupscreen.moc"
