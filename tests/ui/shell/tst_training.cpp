#include "access/training.h"
#include "demo/practice.h"
#include "support/desk.h"
#include "support/practice.h"
#include "tour/tourlint.h"
#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/rail.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/paperlook.h"
#include "ui/paper/papertext.h"
#include "ui/paper/printshop.h"
#include "ui/settings/auditpaper.h"
#include "ui/shell/recoverypaper.h"
#include "ui/shell/restoreform.h"
#include "ui/shell/trainingband.h"
#include "ui/shell/trainingmark.h"

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// The objectName of what stands above everything.
const char band[] = "training";

/// A folder and the window over it; each as a program of its own would have them.
class Room
{
public:
    explicit Room(const access::Surroundings &around, bool practising = false)
        : preferences(m_folder.filePath(QStringLiteral("window.ini")))
    {
        store::Store::forbidThread(std::this_thread::get_id());
        window = makeDesktop(around, preferences);
        window->setPractising(practising);
        window->resize(1366, 768);
        driver.emplace(*window);
        window->start();
    }
    ~Room()
    {
        driver.reset();
        window.reset();
        store::Store::forbidThread({});
    }

    GuiDriver &drive() { return *driver; }
    void enter(const QString &login)
    {
        QSignalSpy entered(window.get(), &ui::MainWindow::entered);
        drive().get("password").setFocus();
        auto &people = drive().get<QAbstractItemView>("people");
        for (int i = 0; i < people.model()->rowCount(); ++i)
            drive().key(Qt::Key_Up);
        while (people.currentIndex().data(Qt::UserRole + 1).toString() != login)
            drive().key(Qt::Key_Down);
        drive().fill("password", demo::practiceOwner().password);
        drive().key(Qt::Key_Return);
        QVERIFY2(entered.wait(GuiDriver::patienceMs), qPrintable(login));
    }
    /// Whether the band stands at the upper edge, as wide as the window, with nothing before it.
    QString bandProblem()
    {
        const auto *shown = drive().find<ui::TrainingBand>(band);
        if (!shown)
            return QStringLiteral("no band");
        if (shown->mapTo(window.get(), QPoint()) != QPoint() || shown->width() != window->width())
            return QStringLiteral("not along the upper edge");
        if (window->childAt(window->width() - 4, shown->height() / 2) != shown)
            return QStringLiteral("covered");
        return shown->height() >= 40 ? QString() : QStringLiteral("too low");
    }
    QString words(const char *name) { return drive().get<QLabel>(name).text(); }

private:
    QTemporaryDir m_folder;

public:
    ui::Preferences preferences;
    std::unique_ptr<ui::MainWindow> window;

private:
    std::optional<GuiDriver> driver;
};

} // namespace

/// Practice in the real window: made, entered, walked through, printed in, started afresh; and that a real clinic shows
/// nothing of it.
class TestTraining : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { QVERIFY(ui::applyTheme(*qApp, ui::ThemeName::Paper, 1.0)); }

    void practise_emptyFolder_makesTheClinicAndSaysThePassword();
    void practise_cancelled_leavesNothingAndBeginsAgain();
    void practise_realClinic_isNotOpened();
    void band_everyRoleEveryPage_standsAboveAll_data();
    void band_everyRoleEveryPage_standsAboveAll();
    void band_realClinic_isAbsent();
    void door_realClinicOrNone_offersPractice();
    void afresh_confirmed_isAnotherClinic();
    void afresh_provenByNothing_saysSo();
    void paper_ofTheTrainingClinic_saysSoOnEveryPage();
    void paper_ofARealClinic_saysNothing();
    void sheets_ofAuditAndRecovery_sayIt();
    void restore_trainingBackupAtARealDoor_isRefusedInWords();

private:
    access::Surroundings around(const QString &name);
    Uuid clinicOf(const QString &name);

    QTemporaryDir m_folder;
    FakeClock m_clock{instantFromMs(TestClinic::StartMs)};
    SeededRandom m_random{1};
    DiskFiles m_files;
};

access::Surroundings TestTraining::around(const QString &name)
{
    access::Surroundings around;
    around.folder = m_folder.filePath(name);
    around.clock = &m_clock;
    around.random = &m_random;
    around.files = &m_files;
    around.quickKeys = true;
    return around;
}

Uuid TestTraining::clinicOf(const QString &name)
{
    const auto session = access::signIn(around(name), demo::practiceOwner().login, demo::practiceOwner().password);
    if (!session)
        qFatal("%s", qUtf8Printable(session.error().message));
    return session->store->identity().clinic;
}

void TestTraining::initTestCase()
{
    dressProgram(*qApp, QStringLiteral("en"), ui::ThemeName::Paper, 1.0);
}

void TestTraining::practise_emptyFolder_makesTheClinicAndSaysThePassword()
{
    QElapsedTimer watch;
    watch.start();
    Room room(around(QStringLiteral("clinic")), true);
    room.drive().get("trainingForm");
    QVERIFY2(room.bandProblem().isEmpty(), qPrintable(room.bandProblem()));
    QTRY_COMPARE(tour::flaws(room.window.get()), QString());
    QVERIFY(QTest::qWaitFor([&] { return room.drive().find("practicePasswords") != nullptr; }, 120'000));
    QTextStream(stdout) << "made in " << watch.elapsed() << " ms\n";
    QVERIFY(room.words("practicePasswords").contains(demo::practiceOwner().password));
    QCOMPARE(room.window->windowTitle(), QStringLiteral("Training: Xinglin"));
    QVERIFY(!room.drive().find("practise"));
    const auto *people = room.drive().get<QAbstractItemView>("people").model();
    QCOMPARE(people->rowCount(), demo::accounts().size() + 1);
    QVERIFY(people->index(0, 0).data().toString() == demo::practiceOwner().name);
    QTRY_COMPARE(tour::flaws(room.window.get()), QString());
    room.enter(demo::practiceOwner().login);
    QVERIFY(room.window->windowTitle().startsWith(QStringLiteral("Training·")));
    QVERIFY(access::isTrainingPlace(around(QStringLiteral("clinic"))));
}

void TestTraining::practise_cancelled_leavesNothingAndBeginsAgain()
{
    Room room(around(QStringLiteral("cancelled")), true);
    room.drive().get("trainingProgress");
    room.drive().key(Qt::Key_Escape);
    auto &strip = room.drive().get<ui::MessageStrip>("messageStrip");
    QVERIFY2(strip.text().startsWith(QStringLiteral("Cancelled")), qPrintable(strip.text()));
    QVERIFY(!QFileInfo::exists(around(QStringLiteral("cancelled")).folder));
    QVERIFY(!QFileInfo::exists(around(QStringLiteral("cancelled")).folder + QStringLiteral(".filling")));
    QTRY_COMPARE(tour::flaws(room.window.get()), QString());
    room.drive().key(Qt::Key_Return, Qt::ControlModifier);
    room.drive().get("trainingProgress");
    room.drive().key(Qt::Key_Escape);
    QTRY_VERIFY(!room.drive().find("trainingProgress"));
    room.drive().key(Qt::Key_Escape); // nobody wants it
    QTRY_VERIFY(!room.window->isVisible());
}

void TestTraining::practise_realClinic_isNotOpened()
{
    TestClinic clinic;
    clinic.takeStore().reset();
    Room room(clinic.around(), true);
    room.drive().get("refused");
    QVERIFY(!room.drive().find("password"));
}

void TestTraining::band_everyRoleEveryPage_standsAboveAll_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("ink");
    QTest::newRow("paper") << 1.0 << false;
    QTest::newRow("ink, large text") << 1.3 << true;
}

void TestTraining::band_everyRoleEveryPage_standsAboveAll()
{
    QFETCH(double, scale);
    QFETCH(bool, ink);
    QVERIFY(ui::applyTheme(*qApp, ink ? ui::ThemeName::Ink : ui::ThemeName::Paper, scale));
    Room room(around(QStringLiteral("clinic")));
    int pages = 0;
    for (const demo::Account &account : QList<demo::Account>{demo::practiceOwner()} + demo::accounts()) {
        if (account.login == u"yisheng2")
            continue; // sees what yisheng sees
        const auto whole = [&](const QString &where) {
            QTRY_VERIFY2(room.bandProblem().isEmpty(), qPrintable(account.login + u' ' + where + room.bandProblem()));
            QTRY_COMPARE(tour::flaws(room.window.get()), QString());
        };
        room.drive().get("people");
        whole(QStringLiteral("at the door"));
        room.enter(account.login);
        for (ui::RailButton *place : room.window->workspace()->findChildren<ui::RailButton *>()) {
            if (!place->isVisible() || !place->objectName().startsWith(u"place-"))
                continue;
            place->click();
            QTest::qWait(50); // what stands there is asked of the store first
            whole(place->objectName());
            ++pages;
        }
        room.window->lock();
    }
    QVERIFY(pages >= 12);
}

void TestTraining::band_realClinic_isAbsent()
{
    Desk desk;
    desk.drive().get("password");
    QVERIFY(!desk.drive().find(band));
    desk.enter("owner");
    for (ui::RailButton *place : desk.window->workspace()->findChildren<ui::RailButton *>()) {
        place->click();
        QVERIFY(!desk.drive().find(band));
    }
    QVERIFY(!desk.window->windowTitle().contains(QStringLiteral("Training")));
    desk.window->lock();
    desk.drive().get("people");
    QVERIFY(!desk.drive().find(band));
}

void TestTraining::door_realClinicOrNone_offersPractice()
{
    {
        Desk desk;
        QSignalSpy wanted(desk.window.get(), &ui::MainWindow::practiceWanted);
        desk.drive().get("practise");
        QVERIFY(!desk.drive().find("practicePasswords"));
        QVERIFY(!desk.drive().find("startAfresh"));
        desk.drive().key(Qt::Key_F6);
        QTRY_COMPARE(wanted.size(), 1);
        auto &practise = desk.drive().get<ui::Button>("practise");
        QVERIFY(!practise.isEnabled());
        QVERIFY(practise.text().contains(QStringLiteral("being opened")));
        desk.drive().key(Qt::Key_F6);
        QTest::qWait(50);
        QCOMPARE(wanted.size(), 1);
        desk.window->tellAtDoor({Code::Conflict, QStringLiteral("It could not be started."), {}, {}});
        QTRY_COMPARE(desk.drive().get<ui::MessageStrip>("messageStrip").text(),
                     QStringLiteral("It could not be started."));
        desk.enter("owner"); // the window is as it was
    }
    Room none(around(QStringLiteral("none")));
    QSignalSpy wanted(none.window.get(), &ui::MainWindow::practiceWanted);
    none.drive().get("found");
    none.drive().click("practise");
    QTRY_COMPARE(wanted.size(), 1);
}

void TestTraining::afresh_confirmed_isAnotherClinic()
{
    const Uuid before = clinicOf(QStringLiteral("clinic"));
    {
        Room room(around(QStringLiteral("clinic")), true);
        room.drive().get("startAfresh");
        room.drive().key(Qt::Key_F6);
        room.drive().click("askSafe");
        QTRY_VERIFY(!room.drive().find("askVerb"));
        QCOMPARE(QFileInfo::exists(around(QStringLiteral("clinic")).folder), true);
        room.drive().click("startAfresh");
        room.drive().click("askVerb");
        QTRY_VERIFY(room.drive().find("trainingProgress"));
        QVERIFY(QTest::qWaitFor([&] { return room.drive().find("practicePasswords") != nullptr; }, 120'000));
    }
    QVERIFY(clinicOf(QStringLiteral("clinic")) != before);
}

void TestTraining::afresh_provenByNothing_saysSo()
{
    access::SetUp wishes;
    wishes.clinic = QStringLiteral("示范诊所");
    wishes.training = true;
    wishes.owner.login = demo::practiceOwner().login;
    wishes.owner.name = demo::practiceOwner().name;
    wishes.password = TestClinic::password(); // not the one that is stated
    QVERIFY(access::setUp(around(QStringLiteral("own")), wishes).ok());
    {
        Room room(around(QStringLiteral("own")), true);
        room.drive().click("startAfresh");
        room.drive().click("askVerb");
        auto &strip = room.drive().get<ui::MessageStrip>("messageStrip");
        QVERIFY2(strip.text().contains(QStringLiteral("nothing was removed")), qPrintable(strip.text()));
    }
    QVERIFY(access::signIn(around(QStringLiteral("own")), wishes.owner.login, wishes.password).ok());
}

namespace {

/// Two pages, sent as every paper of the window is.
Result<ui::PrintOutcome> sendPaper(ui::MainWindow &window, const QString &folder)
{
    const auto make = [](const ui::PaperDress &) {
        ui::Sheets sheets;
        sheets.title = QStringLiteral("Prescription");
        sheets.fileName = QStringLiteral("A0001.pdf");
        sheets.pages = 2;
        sheets.paint = [](QPainter &painter, int page) {
            ui::PaperText::draw(painter, 20, 40, QStringLiteral("Huangqi %1").arg(page), ui::PaperText::Face::Hei, 12);
        };
        sheets.about.kind = ui::paperkind::prescription;
        return sheets;
    };
    const auto sent = ui::PrintShop::of(*window.clinic()).send(make, {folder, true, false});
    if (!QTest::qWaitFor([&] { return sent.isFinished(); }, GuiDriver::patienceMs))
        qFatal("nothing is printed");
    return sent.result();
}

QString textOf(const QString &pdf, int page)
{
    const QString number = QString::number(page);
    return QString::fromUtf8(
        run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), QStringLiteral("-f"), number, QStringLiteral("-l"),
                                          number, pdf, QStringLiteral("-")}));
}

} // namespace

void TestTraining::paper_ofTheTrainingClinic_saysSoOnEveryPage()
{
    QTemporaryDir papers;
    Room room(around(QStringLiteral("clinic")));
    room.enter(QStringLiteral("yisheng"));
    const auto outcome = sendPaper(*room.window, papers.path());
    QVERIFY2(outcome.ok(), outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(QFileInfo(outcome->path).fileName(), QStringLiteral("TRAINING-A0001.pdf"));
    for (int page : {1, 2}) {
        const QString text = textOf(outcome->path, page);
        QVERIFY2(text.count(QStringLiteral("NOT A RECORD")) >= 3, qPrintable(text)); // twice across, once at the foot
        QVERIFY2(text.contains(ui::trainingMarkWords()), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Huangqi %1").arg(page - 1)), qPrintable(text));
    }
}

void TestTraining::paper_ofARealClinic_saysNothing()
{
    QTemporaryDir papers;
    Desk desk;
    desk.enter("practitioner");
    const auto outcome = sendPaper(*desk.window, papers.path());
    QVERIFY2(outcome.ok(), outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(QFileInfo(outcome->path).fileName(), QStringLiteral("A0001.pdf"));
    QVERIFY(!textOf(outcome->path, 1).contains(QStringLiteral("TRAINING")));
}

void TestTraining::sheets_ofAuditAndRecovery_sayIt()
{
    QTemporaryDir papers;
    const auto said = [&](const QByteArray &pdf) {
        const QString path = papers.filePath(QStringLiteral("sheet.pdf"));
        return m_files.write(path, pdf).ok() && textOf(path, 1).contains(QStringLiteral("NOT A RECORD"));
    };
    const QByteArray head(32, 'h');
    QVERIFY(said(ui::auditPdf({QStringLiteral("杏林堂"), QDate(2026, 3, 12), 7, head, true})));
    QVERIFY(!said(ui::auditPdf({QStringLiteral("杏林堂"), QDate(2026, 3, 12), 7, head, false})));
    QVERIFY(said(ui::recoveryPdf({QStringLiteral("杏林堂"), QDate(2026, 3, 12), {QStringLiteral("AAAA")}, true})));
    QVERIFY(!said(ui::recoveryPdf({QStringLiteral("杏林堂"), QDate(2026, 3, 12), {QStringLiteral("AAAA")}, false})));
}

void TestTraining::restore_trainingBackupAtARealDoor_isRefusedInWords()
{
    const auto training = around(QStringLiteral("clinic"));
    {
        const auto session = access::signIn(training, demo::practiceOwner().login, demo::practiceOwner().password);
        const auto made =
            access::makeBackup(training, *session->databaseKey, {access::defaultBackupFolder(training), {}, {}},
                               store::BackupCause::Asked, {});
        QVERIFY(made.ok());
    }
    ui::RestoreForm form(around(QStringLiteral("lost")), access::defaultBackupFolder(training));
    GuiDriver drive(form);
    QTRY_COMPARE(drive.get<QAbstractItemView>("restoreList").model()->rowCount(), 1);
    drive.fill("restoreLogin", demo::practiceOwner().login);
    drive.fill("restorePassword", demo::practiceOwner().password);
    drive.key(Qt::Key_Return);
    auto &strip = drive.get<ui::MessageStrip>("messageStrip");
    QTRY_VERIFY2(strip.text().contains(QStringLiteral("backup of a training clinic")), qPrintable(strip.text()));
    QVERIFY(!QFileInfo::exists(around(QStringLiteral("lost")).folder));
}

QTEST_MAIN(TestTraining)
#include "tst_training.moc"
