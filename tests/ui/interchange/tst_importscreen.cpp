#include "interop/importing.h"
#include "ui/interchange/importdesk.h"
#include "ui/kit/chip.h"
#include "ui/kit/chipbar.h"

#include <QFileDialog>

using namespace xinglin;
using namespace xinglin::test;

namespace {

const char *const Patients = "病历号,姓名,性别,出生日期,电话,去处\n"
                             "K1,陈淑芬,女,5/6/1979,13800138000,甲\n"
                             "K2,王建国,男,3/2/1965,13900139000,乙\n"
                             "K3,,女,1/1/1980,13700137000,丙\n"
                             "K1,陈淑芬,女,5/6/1979,13800138000,丁\n"
                             "K4,赵一,男,0000-00-00,1.38001E+10,戊\n";

} // namespace

/// Settings › Import as the owner goes about it, and what stands in the store then.
class TestImportScreen : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }
    void assistant_byKeyboard_bringsTheFileIn();
    void assistant_back_losesNothing();
    void duplicates_known_leadToTheChart();
    void likely_wanted_comeInAfterAnotherDryRun();
    void rest_saved_isATableOfWhatStaysOut();
    void import_cancelled_leavesNothing();
    void import_signedOutMeanwhile_leavesNothing();
    void takeBack_atOnce_leavesNothing();
    void takeBack_afterAnEdit_namesWhoStays();
    void interrupted_atSignIn_isToldAndGoesOn();
    void interrupted_otherFile_isRefusedAndCanBeTakenBack();
    void columns_again_areRemembered();
    void receptionist_hasNoImport();

private:
    /// An import that a power cut left open after its first lines.
    static void interrupt(TestClinic &clinic, const QString &path);
};

void TestImportScreen::assistant_byKeyboard_bringsTheFileIn()
{
    ImportDesk desk;
    desk.goToImport();
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.openFile(desk.file(Patients));
    QTRY_COMPARE(desk.rows("importRows").rowCount(), 5);
    QCOMPARE(desk.cell("importRows", 0, 1), QStringLiteral("陈淑芬"));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.next();
    QCOMPARE(static_cast<QComboBox &>(desk.drive().get("column-1")).currentText(),
             QStringLiteral("Number of the patient"));
    QCOMPARE(static_cast<QComboBox &>(desk.drive().get("column-6")).currentText(), QStringLiteral("not brought in"));
    QTRY_VERIFY(desk.strip("columnStrip").contains(u"in more than one way"));
    QVERIFY(!desk.isReady());
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.choose("order-4", QStringLiteral("day, month, year"));
    desk.choose("column-6", QStringLiteral("Note"));
    QCOMPARE(desk.strip("columnStrip"), QString());
    desk.next();
    QTRY_COMPARE(desk.words("dryRunSum"), QStringLiteral("5 lines = 3 new + 1 known already + 1 rejected"));
    QTRY_COMPARE(desk.rows("dryRunLines").rowCount(), 4);
    QCOMPARE(desk.cell("dryRunLines", 0, 0), QStringLiteral("4"));
    QCOMPARE(desk.cell("dryRunLines", 0, 5), QStringLiteral("There is no name."));
    QCOMPARE(desk.cell("dryRunLines", 1, 5), QStringLiteral("The same person as in a line before."));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    auto &chips = static_cast<ui::ChipBar &>(desk.drive().get("dryRunFilter"));
    QTRY_COMPARE(desk.drive().focus()->objectName(), QStringLiteral("dryRunFilter"));
    desk.drive().type("r");
    QCOMPARE(chips.selected(), QStringList{QStringLiteral("rejected")});
    QCOMPARE(desk.rows("dryRunLines").rowCount(), 1);
    auto &views = desk.drive().get("dryRunViews");
    views.setFocus();
    desk.drive().key(Qt::Key_Right);
    QTRY_COMPARE(desk.rows("dryRunColumns").rowCount(), 6);
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    QStringList read;
    for (int row = 0; row < desk.rows("dryRunColumns").rowCount(); ++row)
        read << desk.cell("dryRunColumns", row, 4);
    QVERIFY2(read.join(u' ').contains(QStringLiteral("5/6/1979 → 1979-06-05")), qPrintable(read.join(u'\n')));
    desk.next();
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("3 came in"), importMs);
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    QCOMPARE(desk.patients(), 3);
    const auto woman = desk.find(QStringLiteral("K1"));
    QVERIFY(woman);
    QCOMPARE(woman->birthDate->toText(), QStringLiteral("1979-06-05"));
    const auto list = desk.batches();
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0].totals, (batch::Totals{5, 3, 1, 1}));
    QCOMPARE(list[0].state, batch::State::Closed);
    desk.drive().key(Qt::Key_L);
    QTRY_COMPARE(desk.rows("imports").rowCount(), 1);
    QTRY_COMPARE(desk.rows("importLines").rowCount(), 4);
    QCOMPARE(desk.cell("imports", 0, 1), QStringLiteral("patients.csv"));
    QTRY_COMPARE(desk.cell("imports", 0, 7), QStringLiteral("brought in"));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
}

void TestImportScreen::assistant_back_losesNothing()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.file(Patients));
    QTRY_COMPARE(desk.rows("importRows").rowCount(), 5);
    desk.next();
    desk.choose("order-4", QStringLiteral("month, day, year"));
    desk.choose("column-6", QStringLiteral("Occupation"));
    desk.next();
    QTRY_VERIFY(desk.drive().find("dryRunSum"));
    desk.drive().key(Qt::Key_Escape);
    QTRY_VERIFY(desk.drive().find("column-6"));
    QCOMPARE(static_cast<QComboBox &>(desk.drive().get("column-6")).currentText(), QStringLiteral("Occupation"));
    desk.drive().key(Qt::Key_Escape);
    QTRY_VERIFY(desk.drive().find("importRows"));
    desk.drive().key(Qt::Key_Escape);
    QTRY_VERIFY(desk.drive().find("newImport"));
    desk.drive().key(Qt::Key_N);
    QTRY_VERIFY(desk.drive().find("importRows"));
    desk.next();
    QCOMPARE(static_cast<QComboBox &>(desk.drive().get("column-6")).currentText(), QStringLiteral("Occupation"));
    QCOMPARE(static_cast<QComboBox &>(desk.drive().get("order-4")).currentText(), QStringLiteral("month, day, year"));
    desk.next();
    QTRY_VERIFY(desk.drive().find("dryRunSum"));
    QCOMPARE(desk.patients(), 0);
}

void TestImportScreen::duplicates_known_leadToTheChart()
{
    ImportDesk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
    desk.goToImport();
    desk.openFile(desk.file("姓名,电话\n陈淑芬,13800138000\n王芳,13900139000\n"));
    desk.next();
    desk.next();
    QTRY_COMPARE(desk.words("dryRunSum"), QStringLiteral("2 lines = 1 new + 1 known already + 0 rejected"));
    const QString why = desk.cell("dryRunLines", 0, 5);
    QVERIFY2(why.startsWith(QStringLiteral("陈淑芬 ")) && why.endsWith(QStringLiteral("known here already.")),
             qPrintable(why));
    desk.drive().get("dryRunLines").setFocus();
    desk.drive().key(Qt::Key_Return);
    QTRY_VERIFY(desk.drive().find("startVisit") || desk.drive().find("events"));
    QTRY_VERIFY(desk.window->workspace()->current()->patient());
}

void TestImportScreen::likely_wanted_comeInAfterAnotherDryRun()
{
    ImportDesk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
    desk.goToImport();
    desk.openFile(desk.file("姓名,电话,出生日期\n陈淑芬,13800138000,1979-08-21\n王芳,13900139000,1980-01-02\n"));
    desk.next();
    desk.next();
    QTRY_COMPARE(desk.words("dryRunSum"), QStringLiteral("2 lines = 1 new + 1 known already + 0 rejected"));
    desk.drive().get("takeLikely").setFocus();
    desk.drive().key(Qt::Key_Space);
    QTRY_COMPARE(desk.words("dryRunSum"), QStringLiteral("2 lines = 2 new + 0 known already + 0 rejected"));
    desk.next();
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("2 came in"), importMs);
    QCOMPARE(desk.patients(), 3);
}

void TestImportScreen::rest_saved_isATableOfWhatStaysOut()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.file(Patients));
    desk.next();
    desk.choose("order-4", QStringLiteral("day, month, year"));
    desk.next();
    QTRY_VERIFY(desk.drive().find("dryRunSum"));
    desk.drive().key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(desk.window->findChild<QFileDialog *>());
    auto *dialog = desk.window->findChild<QFileDialog *>();
    dialog->setDirectory(desk.path({}));
    dialog->selectFile(desk.path(QStringLiteral("rest.csv")));
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QTRY_VERIFY(desk.strip("dryRunStrip").contains(u"2 lines saved"));
    const auto looked = interop::lookAt(desk.path(QStringLiteral("rest.csv")), interop::ImportKind::Patients, {});
    QVERIFY(looked.ok());
    QCOMPARE(looked->rows.size(), 2);
    QCOMPARE(looked->header.last(), QStringLiteral("Why"));
    QCOMPARE(looked->rows[0].value(0), QStringLiteral("K3"));
    QCOMPARE(looked->rows[0].value(6), QStringLiteral("4"));
    QCOMPARE(looked->rows[0].value(7), QStringLiteral("There is no name."));
    QCOMPARE(looked->rows[1].value(1), QStringLiteral("陈淑芬"));
}

void TestImportScreen::import_cancelled_leavesNothing()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.file(ImportDesk::many(6000)));
    desk.next();
    desk.next();
    QTRY_VERIFY_WITH_TIMEOUT(desk.drive().find("dryRunSum"), importMs);
    desk.next();
    QTRY_VERIFY(desk.drive().find("importCancel"));
    QTRY_VERIFY(!desk.batches().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(desk.batches().constFirst().totals.lines > 0, importMs);
    QCOMPARE(tour::flaws(desk.window.get()), QString());
    desk.drive().key(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("Nothing was brought in"), importMs);
    QTRY_VERIFY(desk.strip("importStrip").contains(u"nothing of it stays"));
    QCOMPARE(desk.patients(), 0);
    QCOMPARE(desk.batches().constFirst().state, batch::State::RolledBack);
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
}

void TestImportScreen::import_signedOutMeanwhile_leavesNothing()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.file(ImportDesk::many(6000)));
    desk.next();
    desk.next();
    QTRY_VERIFY_WITH_TIMEOUT(desk.drive().find("dryRunSum"), importMs);
    desk.next();
    QTRY_VERIFY(!desk.batches().isEmpty());
    QSignalSpy out(desk.window.get(), &ui::MainWindow::signedOut);
    desk.window->signOut();
    QVERIFY(out.count() > 0 || out.wait(importMs));
    desk.enter("owner");
    QCOMPARE(desk.batches().size(), 1);
    QCOMPARE(desk.batches().constFirst().state, batch::State::RolledBack);
    QCOMPARE(desk.patients(), 0);
    QVERIFY(!desk.drive().find("importWarning"));
}

void TestImportScreen::takeBack_atOnce_leavesNothing()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.file(ImportDesk::many(50)));
    desk.next();
    desk.next();
    QTRY_VERIFY(desk.drive().find("dryRunSum"));
    desk.next();
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("50 came in"), importMs);
    desk.drive().key(Qt::Key_T);
    QTRY_VERIFY(desk.drive().find("askVerb"));
    QTRY_COMPARE(tour::flaws(QApplication::activeWindow()), QString());
    desk.drive().click("askVerb");
    QTRY_COMPARE(desk.words("importTitle"), QStringLiteral("Taken back"));
    QCOMPARE(desk.patients(), 0);
    QCOMPARE(desk.batches().constFirst().state, batch::State::RolledBack);
}

void TestImportScreen::takeBack_afterAnEdit_namesWhoStays()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.file(ImportDesk::many(5)));
    desk.next();
    desk.next();
    QTRY_VERIFY(desk.drive().find("dryRunSum"));
    desk.next();
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("5 came in"), importMs);
    const auto one = desk.find(QStringLiteral("N3"));
    QVERIFY(one);
    auto allergy = desk.window->clinic()->work([id = one->id, practitioner = desk.clinic.practitioner()](
                                                   store::Store &store) -> Result<Done> {
        const auto tx = store.begin(practitioner, "allergy.record");
        const auto told = patient::recordAllergy(*tx, id, {QStringLiteral("penicillin"), QStringLiteral("青霉素"), {}});
        if (!told)
            return told.error();
        tx->commit();
        return Done{};
    });
    QTRY_VERIFY(allergy.isFinished());
    QVERIFY2(allergy.result().ok(), allergy.result() ? "" : qPrintable(allergy.result().error().message));
    desk.drive().key(Qt::Key_L);
    QTRY_VERIFY(desk.drive().find("takeBackImport"));
    desk.drive().key(Qt::Key_T);
    QTRY_VERIFY(desk.drive().find("whoStays"));
    QCOMPARE(desk.rows("whoStays").rowCount(), 1);
    QVERIFY(desk.cell("whoStays", 0, 0).startsWith(one->name));
    QTRY_COMPARE(tour::flaws(QApplication::activeWindow()), QString());
    desk.drive().click("askVerb");
    QTRY_VERIFY(desk.strip("importsStrip").contains(QStringLiteral("These stay: %1").arg(one->name)));
    QCOMPARE(desk.patients(), 1);
    QTRY_COMPARE(desk.cell("imports", 0, 7), QStringLiteral("taken back"));
    QTRY_VERIFY(!desk.drive().find("takeBackImport"));
}

void TestImportScreen::interrupt(TestClinic &clinic, const QString &path)
{
    QFile out(path);
    const QByteArray bytes = ImportDesk::many(600);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write");
    out.close();
    const auto catalog = Catalog::load();
    const auto looked = interop::lookAt(path, interop::ImportKind::Patients, {});
    struct PowerCut
    {
    };
    try {
        const auto done = interop::runImport(clinic.store(), clinic.owner(), **catalog, looked->spec,
                                             [](const interop::ImportProgress &) -> bool { throw PowerCut(); });
        qFatal("it came through: %d", int(done.ok()));
    } catch (const PowerCut &) {
    }
}

void TestImportScreen::interrupted_atSignIn_isToldAndGoesOn()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("old.csv"));
    ImportDesk desk([&](TestClinic &clinic) { interrupt(clinic, path); });
    QCOMPARE(desk.patients(), 0);
    QTRY_VERIFY(desk.drive().find<ui::Chip>("importWarning"));
    desk.drive().click("importWarning");
    QTRY_VERIFY(desk.strip("importsStrip").contains(u"old.csv"));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.drive().key(Qt::Key_G);
    QTRY_VERIFY(desk.drive().find("resumePath"));
    QTRY_COMPARE(tour::flaws(QApplication::activeWindow()), QString());
    desk.drive().fill("resumePath", path);
    desk.drive().key(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("600 came in"), importMs);
    QCOMPARE(desk.patients(), 600);
    QTRY_VERIFY(!desk.drive().find("importWarning"));
}

void TestImportScreen::interrupted_otherFile_isRefusedAndCanBeTakenBack()
{
    QTemporaryDir folder;
    ImportDesk desk([&](TestClinic &clinic) { interrupt(clinic, folder.filePath(QStringLiteral("old.csv"))); });
    desk.goToImport();
    QTRY_VERIFY(desk.drive().find("goOnImport"));
    desk.drive().key(Qt::Key_G);
    QTRY_VERIFY(desk.drive().find("resumePath"));
    desk.drive().fill("resumePath", desk.file(ImportDesk::many(3)));
    desk.drive().key(Qt::Key_Return);
    QTRY_VERIFY(desk.strip("importStrip").contains(u"not the file"));
    QCOMPARE(desk.batches().constFirst().state, batch::State::Open);
    desk.drive().key(Qt::Key_L);
    QTRY_VERIFY(desk.drive().find("takeBackImport"));
    desk.drive().key(Qt::Key_T);
    QTRY_VERIFY(desk.drive().find("askVerb"));
    desk.drive().click("askVerb");
    QTRY_COMPARE(desk.cell("imports", 0, 7), QStringLiteral("taken back"));
    QCOMPARE(desk.batches().constFirst().state, batch::State::RolledBack);
    QTRY_VERIFY(!desk.drive().find("importWarning"));
    QCOMPARE(desk.patients(), 0);
}

void TestImportScreen::columns_again_areRemembered()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.file("病历号,姓名,去处\nA1,王一,x\nA2,李二,y\n"));
    desk.next();
    desk.choose("column-3", QStringLiteral("How they came"));
    desk.next();
    QTRY_VERIFY(desk.drive().find("dryRunSum"));
    desk.next();
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("2 came in"), importMs);
    desk.drive().key(Qt::Key_L);
    QTRY_VERIFY(desk.drive().find("newImport"));
    desk.openFile(desk.file("病历号,姓名,去处\nA3,张三,z\n", QStringLiteral("second.csv")));
    QTRY_COMPARE(desk.rows("importRows").rowCount(), 1);
    desk.next();
    QTRY_VERIFY(desk.words("columnsRemembered").contains(u"came before"));
    QCOMPARE(static_cast<QComboBox &>(desk.drive().get("column-3")).currentText(), QStringLiteral("How they came"));
}

void TestImportScreen::receptionist_hasNoImport()
{
    Desk desk;
    desk.enter("reception");
    QVERIFY(!desk.window->findChild<QWidget *>(QStringLiteral("settingsImport")));
    QVERIFY(!desk.window->findChild<QWidget *>(QStringLiteral("importWarning")));
}

QTEST_MAIN(TestImportScreen)
#include "tst_importscreen.moc"
