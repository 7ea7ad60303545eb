#include "access/people.h"
#include "interop/exportpapers.h"
#include "ui/interchange/importdesk.h"
#include "ui/kit/field.h"
#include "ui/kit/segment.h"

#include <QDir>
#include <QLineEdit>

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// The owner before Settings › Export.
class ExportDesk : public ImportDesk
{
public:
    using ImportDesk::ImportDesk;

    void goToExport()
    {
        drive().click("place-settings");
        auto &sections = static_cast<QListWidget &>(drive().get("settingsSections"));
        sections.setFocus();
        drive().key(Qt::Key_Home);
        for (int i = 0; i < sections.count() && sections.currentItem()->text() != u"Export"; ++i)
            drive().key(Qt::Key_Down);
        if (sections.currentItem()->text() != u"Export")
            qFatal("there is no section for exports");
        drive().key(Qt::Key_Return);
        drive().get("startExport");
    }
    void exportTo(const QString &path)
    {
        drive().get("exportPath").setFocus();
        drive().fill("exportPath", path);
        drive().get("exportContents").setFocus();
        drive().key(Qt::Key_E);
    }
    /// "in it", "in part", "not in it" of what stands in the first column.
    QString stateOf(const QString &what)
    {
        for (int row = 0; row < rows("exportContents").rowCount(); ++row) {
            if (cell("exportContents", row, 0) == what)
                return cell("exportContents", row, 2);
        }
        return {};
    }
};

} // namespace

/// Settings › Export as the owner goes about it, and what stands on the disk then.
class TestExportScreen : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }
    void export_byKeyboard_writesAndTellsWhere();
    void export_ownerWhoTreats_seesNotesInIt();
    void export_zipOfWorkbooks_isChosen();
    void export_placeTaken_isToldAtTheField();
    void export_cancelled_leavesNothing();
    void receptionist_hasNoExport();
};

void TestExportScreen::export_byKeyboard_writesAndTellsWhere()
{
    ExportDesk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
    desk.goToExport();
    QTRY_VERIFY(desk.rows("exportContents").rowCount() > 50);
    QVERIFY(desk.strip("exportStrip").contains(u"not encrypted"));
    QCOMPARE(desk.stateOf(QStringLiteral("Patients")), QStringLiteral("in part"));
    QCOMPARE(desk.stateOf(QStringLiteral("Diagnoses")), QStringLiteral("not in it"));
    QCOMPARE(desk.stateOf(QStringLiteral("Visits")), QStringLiteral("in it"));
    QCOMPARE(desk.stateOf(QStringLiteral("Keys and secrets")), QStringLiteral("not in it"));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.exportTo(desk.path(QStringLiteral("out")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.strip("exportStrip").contains(desk.path(QStringLiteral("out"))), importMs);
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    QVERIFY(desk.strip("exportStrip").contains(u"rows in"));
    DiskFiles files;
    const auto check = interop::verifyExport(files, desk.path(QStringLiteral("out")));
    QVERIFY(check && check->problems.isEmpty());
    QVERIFY(QFile::exists(desk.path(QStringLiteral("out/patients.csv"))));
    QVERIFY(!QFile::exists(desk.path(QStringLiteral("out/diagnoses.csv"))));
}

void TestExportScreen::export_ownerWhoTreats_seesNotesInIt()
{
    ExportDesk desk([](TestClinic &clinic) {
        const auto granted = clinic.write(clinic.owner(), "roles.grant", [&](store::Transaction &tx) {
            return access::grant(tx, access::UserId(*clinic.owner().user), access::Role::Practitioner);
        });
        QVERIFY(granted);
    });
    desk.goToExport();
    QTRY_COMPARE(desk.stateOf(QStringLiteral("Diagnoses")), QStringLiteral("in it"));
    QCOMPARE(desk.stateOf(QStringLiteral("Patients")), QStringLiteral("in it"));
}

void TestExportScreen::export_zipOfWorkbooks_isChosen()
{
    ExportDesk desk;
    desk.goToExport();
    desk.drive().get("exportFormat").setFocus();
    desk.drive().key(Qt::Key_Right);
    QCOMPARE(static_cast<ui::Segment &>(desk.drive().get("exportFormat")).current(), 1);
    desk.drive().get("exportPath").setFocus();
    desk.drive().fill("exportPath", desk.path(QStringLiteral("out")));
    desk.drive().get("exportZip").setFocus();
    desk.drive().key(Qt::Key_Space);
    QCOMPARE(static_cast<QLineEdit &>(desk.drive().get("exportPath")).text(), desk.path(QStringLiteral("out.zip")));
    desk.drive().get("exportContents").setFocus();
    desk.drive().key(Qt::Key_E);
    QTRY_VERIFY_WITH_TIMEOUT(desk.strip("exportStrip").contains(desk.path(QStringLiteral("out.zip"))), importMs);
    QFile zip(desk.path(QStringLiteral("out.zip")));
    QVERIFY(zip.open(QIODevice::ReadOnly));
    QVERIFY(zip.readAll().contains("patients.xlsx"));
}

void TestExportScreen::export_placeTaken_isToldAtTheField()
{
    ExportDesk desk;
    desk.goToExport();
    auto *field = qobject_cast<ui::Field *>(desk.drive().get("exportPath").parentWidget());
    QVERIFY(field);
    desk.exportTo(QStringLiteral("somewhere"));
    QTRY_COMPARE(field->message(), QStringLiteral("Say where, as a whole path."));
    const QString taken = desk.file("mine", QStringLiteral("taken"));
    desk.exportTo(taken);
    QTRY_COMPARE(desk.drive().focus()->objectName(), QStringLiteral("exportPath"));
    QTRY_VERIFY2(field->message().contains(QStringLiteral("is there already")), qPrintable(field->message()));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    QFile mine(taken);
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QCOMPARE(mine.readAll(), QByteArray("mine"));
}

void TestExportScreen::export_cancelled_leavesNothing()
{
    ExportDesk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
    desk.goToExport();
    desk.exportTo(desk.path(QStringLiteral("out")));
    QVERIFY(desk.drive().find("exportCancel"));
    desk.drive().key(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(desk.strip("exportStrip").contains(u"nothing of it stays"), importMs);
    QVERIFY(!desk.drive().find("exportCancel"));
    QCOMPARE(QDir(desk.path(QString())).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void TestExportScreen::receptionist_hasNoExport()
{
    Desk desk;
    desk.enter("reception");
    QVERIFY(!desk.window->findChild<QWidget *>(QStringLiteral("settingsExport")));
}

QTEST_MAIN(TestExportScreen)
#include "tst_exportscreen.moc"
