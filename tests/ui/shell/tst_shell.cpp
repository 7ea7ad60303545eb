#include "access/drafts.h"
#include "clinic/draftcontent.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/shell/recoveryform.h"
#include "ui/shell/refusals.h"

#include <QLineEdit>
#include <QTest>
#include <QTextEdit>
#include <QThreadPool>

#include <atomic>

using namespace xinglin;
using namespace xinglin::test;
using access::Role;

namespace {

/// A window over an empty folder.
struct FirstRun
{
    FirstRun() : random(7), preferences(folder.filePath(QStringLiteral("window.ini")))
    {
        around.folder = folder.filePath(QStringLiteral("clinic"));
        around.clock = &clock;
        around.random = &random;
        around.files = &files;
        around.quickKeys = true;
        store::Store::forbidThread(std::this_thread::get_id());
        window = makeDesktop(around, preferences);
        window->resize(1366, 768);
        drive.emplace(*window);
        window->start();
    }
    ~FirstRun()
    {
        drive.reset();
        window.reset();
        store::Store::forbidThread({});
    }
    void fillIn()
    {
        drive->fill("setUpClinic", QStringLiteral("杏林堂中医诊所"));
        drive->fill("setUpOwner", QStringLiteral("沈明堂"));
        drive->fill("setUpLogin", QStringLiteral("shen"));
        drive->fill("setUpPassword", TestClinic::password());
        drive->fill("setUpPasswordAgain", TestClinic::password());
    }
    QString under(const char *editor) { return static_cast<ui::Field *>(drive->get(editor).parentWidget())->message(); }
    void close()
    {
        drive.reset();
        window.reset();
        store::Store::forbidThread({});
    }

    QTemporaryDir folder;
    FakeClock clock{instantFromMs(TestClinic::StartMs)};
    SeededRandom random;
    DiskFiles files;
    access::Surroundings around;
    ui::Preferences preferences;
    std::unique_ptr<ui::MainWindow> window;
    std::optional<GuiDriver> drive;
};

QString strip(GuiDriver &drive)
{
    const auto *strip = drive.find<ui::MessageStrip>("messageStrip");
    return strip ? strip->text() : QString();
}

/// A page that holds something and keeps no draft of it.
class Unkept : public ui::Page
{
public:
    Unkept() : Page(QStringLiteral("unkept")) {}
    QString title() const override { return QStringLiteral("Unkept"); }
    bool hasUnsaved() const override { return true; }
};

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void firstRun_weakOrDifferentPasswords_areMarked()
    {
        FirstRun run;
        run.fillIn();
        run.drive->fill("setUpPassword", QStringLiteral("short"));
        run.drive->click("found");
        QVERIFY(!run.under("setUpPassword").isEmpty());
        QCOMPARE(run.drive->focus()->objectName(), QStringLiteral("setUpPassword"));
        run.drive->fill("setUpPassword", TestClinic::password());
        run.drive->fill("setUpPasswordAgain", QStringLiteral("Apricot-Grove-8"));
        run.drive->click("found");
        QVERIFY(!run.under("setUpPasswordAgain").isEmpty());
        QVERIFY(!QFile::exists(run.around.folder + QStringLiteral("/keyring")));
    }

    void firstRun_postponedSheet_entersAndWarns()
    {
        FirstRun run;
        run.fillIn();
        run.drive->click("setUpTreats");
        run.drive->fill("setUpTitle", QStringLiteral("主任医师"));
        run.drive->key(Qt::Key_Return, Qt::ControlModifier);
        run.drive->get("recoveryLine4");
        run.drive->click("laterRecovery");
        run.drive->get("patientSearch");
        QVERIFY(run.drive->find("warning"));
        QVERIFY(!run.drive->find("training"));
        QVERIFY(static_cast<QLabel &>(run.drive->get("person")).text().contains(QStringLiteral("沈明堂")));
        run.close();
        const auto session = access::signIn(run.around, QStringLiteral("shen"), TestClinic::password());
        QVERIFY(session.ok());
        const auto view = session->store->snapshot(session->actor);
        const access::User owner = *access::user(*view, session->user);
        QCOMPARE(owner.roles == (Role::Owner | Role::Practitioner), true);
        QCOMPARE(owner.title, QStringLiteral("主任医师"));
        QCOMPARE(access::clinicProfile(*view)->name, QStringLiteral("杏林堂中医诊所"));
        QVERIFY(!access::lookAt(run.around)->recoveryConfirmed);
    }

    void firstRun_lineTypedBack_confirmsTheSheet()
    {
        FirstRun run;
        run.fillIn();
        run.drive->click("found");
        run.drive->get("recoveryLine1");
        const auto *form = run.window->findChild<ui::RecoveryForm *>();
        const QByteArray name = "recoveryLine" + QByteArray::number(form->line());
        const QString line = static_cast<QLabel &>(run.drive->get(name.constData())).text().mid(4);
        run.drive->click("haveRecovery");
        QVERIFY(!run.drive->find(name.constData()));
        run.drive->fill("recoveryTyped", QStringLiteral("0000 0000 0000 0000"));
        run.drive->key(Qt::Key_Return);
        QTRY_VERIFY(!run.under("recoveryTyped").isEmpty());
        run.drive->fill("recoveryTyped", line.toLower());
        run.drive->key(Qt::Key_Return);
        run.drive->get("patientSearch");
        QVERIFY(!run.drive->find("warning"));
        run.close();
        QVERIFY(access::lookAt(run.around)->recoveryConfirmed);
    }

    void recoverySheet_confirmedLater_takesTheWarningAway()
    {
        FirstRun run;
        run.fillIn();
        run.drive->click("found");
        QStringList sheet;
        for (const char *name : {"recoveryLine1", "recoveryLine2", "recoveryLine3", "recoveryLine4"})
            sheet << static_cast<QLabel &>(run.drive->get(name)).text().mid(4);
        run.drive->click("laterRecovery");
        run.drive->get("patientSearch");
        run.drive->click("warning");
        run.drive->get<QTextEdit>("recoverySheetTyped").setPlainText(sheet.join(u'\n'));
        run.drive->click("askVerb");
        const auto problem = [&run] {
            const auto *label = run.window->findChild<QLabel *>(QStringLiteral("askProblem"));
            return label ? label->text().toUtf8() : QByteArray();
        };
        QTRY_VERIFY2(!run.drive->find("warning"), problem().constData());
    }

    void recoverySheet_savedAsPdf_isAFile()
    {
        FirstRun run;
        run.fillIn();
        run.drive->click("found");
        run.drive->get("recoveryLine1");
        const QString path = run.folder.filePath(QStringLiteral("sheet.pdf"));
        run.window->findChild<ui::RecoveryForm *>()->savePdf(path);
        QTRY_VERIFY(strip(*run.drive).contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
    }

    void signIn_wrongPassword_saysSoAndWaitsAfterMany()
    {
        Desk desk;
        desk.choose("reception");
        for (int i = 0; i < 12 && strip(desk.drive()).isEmpty(); ++i) {
            desk.drive().fill("password", QStringLiteral("not-the-password"));
            desk.drive().key(Qt::Key_Return);
            QTRY_VERIFY(!static_cast<QLineEdit &>(desk.drive().get("password")).isReadOnly());
        }
        QVERIFY(!strip(desk.drive()).isEmpty());
        QVERIFY(!desk.drive().get("enter").isEnabled());
        QVERIFY(!desk.window->workspace());
    }

    void start_clinicInUse_saysSoAndOpensOnceItIsFree()
    {
        TestClinic clinic;
        QTemporaryDir folder;
        ui::Preferences preferences(folder.filePath(QStringLiteral("window.ini")));
        auto window = makeDesktop(clinic.around(), preferences);
        window->resize(1366, 768);
        GuiDriver drive(*window);
        window->start();
        drive.fill("password", TestClinic::password());
        drive.key(Qt::Key_Return);
        QTRY_VERIFY(!strip(drive).isEmpty());
        clinic.takeStore().reset();
        drive.fill("password", TestClinic::password());
        drive.key(Qt::Key_Return);
        drive.get("patientSearch");
        window.reset();
    }

    void start_keyringWithoutStore_isRefusedAndChangesNothing()
    {
        FirstRun run;
        run.fillIn();
        run.drive->click("found");
        run.drive->get("recoveryLine1");
        run.close();
        QVERIFY(
            QFile::rename(store::Store::databasePath(run.around.folder), run.folder.filePath(QStringLiteral("kept"))));
        run.window = makeDesktop(run.around, run.preferences);
        run.drive.emplace(*run.window);
        run.window->start();
        run.drive->get("refused");
        QVERIFY(
            QFile::rename(run.folder.filePath(QStringLiteral("kept")), store::Store::databasePath(run.around.folder)));
        run.drive->click("tryAgain");
        run.drive->get("password");
    }

    void refusals_eachSaysWhatToDo()
    {
        QSet<QString> said;
        for (const Code code : {Code::InUse, Code::Newer, Code::Foreign, Code::Damaged, Code::Broken})
            said << ui::sentenceFor({code, QStringLiteral("It is so."), {}, {}});
        QCOMPARE(said.size(), 5);
        QCOMPARE(ui::sentenceFor({Code::Conflict, QStringLiteral("It is so."), {}, {}}), QStringLiteral("It is so."));
    }

    void lock_samePerson_findsEverythingAsItWas()
    {
        Desk desk;
        desk.enter("reception");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        desk.drive().fill("patientName", QStringLiteral("陈淑芬"));
        desk.drive().key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        desk.drive().get("password");
        QVERIFY(!desk.window->workspace());
        QVERIFY(!desk.drive().find("patientName"));
        desk.drive().key(Qt::Key_N, Qt::ControlModifier); // nothing behind the cover hears keys
        QVERIFY(!desk.drive().find("patientName"));
        desk.enter("reception");
        QCOMPARE(static_cast<QLineEdit &>(desk.drive().get("patientName")).text(), QStringLiteral("陈淑芬"));
    }

    void lock_anotherPerson_hasTheirOwnPagesAndTheFirstOnesReturn()
    {
        Desk desk;
        desk.enter("reception");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        desk.drive().fill("patientName", QStringLiteral("陈淑芬"));
        ui::Workspace *first = desk.window->workspace();
        desk.window->lock();
        desk.enter("practitioner");
        QVERIFY(desk.window->workspace() != first);
        QVERIFY(first->isResting());
        QVERIFY(!desk.drive().find("patientName"));
        QVERIFY(desk.window->clinic()->actor() == desk.clinic.practitioner());
        desk.window->lock();
        desk.enter("reception");
        QCOMPARE(desk.window->workspace(), first);
        QVERIFY(!first->isResting());
        QVERIFY(desk.window->clinic()->actor() == desk.clinic.receptionist());
        QCOMPARE(static_cast<QLineEdit &>(desk.drive().get("patientName")).text(), QStringLiteral("陈淑芬"));
    }

    void lock_wrongPassword_staysLocked()
    {
        Desk desk;
        desk.enter("reception");
        desk.window->lock();
        desk.choose("practitioner");
        desk.drive().fill("password", QStringLiteral("not-the-password"));
        desk.drive().key(Qt::Key_Return);
        QTRY_VERIFY(!static_cast<ui::Field *>(desk.drive().get("password").parentWidget())->message().isEmpty());
        QVERIFY(!desk.window->workspace());
        QVERIFY(desk.window->clinic()->actor() == desk.clinic.receptionist());
    }

    void idle_locks()
    {
        Desk desk;
        desk.window->setIdleLimit(300);
        desk.enter("reception");
        for (int i = 0; i < 6; ++i) {
            QTest::qWait(100);
            desk.drive().type("a");
        }
        QVERIFY(desk.window->workspace());
        QTRY_VERIFY(!desk.window->workspace());
        desk.drive().get("password");
    }

    void close_withSomethingTyped_keepsItAndCloses()
    {
        Desk desk;
        desk.enter("reception");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        desk.drive().fill("patientName", QStringLiteral("陈淑芬"));
        QVERIFY(!desk.window->close()); // the store closes first
        QVERIFY(!desk.window->findChild<QWidget *>(QStringLiteral("closeDialog")));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), 60'000);
        QVERIFY(!desk.window->clinic());
        store::Store::forbidThread({});
        desk.clinic.reopen();
        const auto kept = desk.clinic.read(desk.clinic.receptionist(),
                                           [](const store::Snapshot &view) { return drafts::mine(view); });
        QVERIFY(kept);
        QCOMPARE(kept->size(), 1);
    }

    void close_formWithoutADraft_asks()
    {
        Desk desk;
        desk.enter("owner");
        desk.window->workspace()->addPage(new Unkept, QStringLiteral("patients"));
        desk.window->workspace()->go(QStringLiteral("unkept"));
        QVERIFY(!desk.window->close());
        desk.drive().click("askSafe");
        QVERIFY(desk.window->isVisible());
        QVERIFY(desk.window->workspace());
        QTRY_VERIFY(!desk.window->findChild<QWidget *>(QStringLiteral("closeDialog")));
        QVERIFY(!desk.window->close());
        desk.drive().click("askVerb");
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), 60'000);
    }

    void close_settingsBegun_keepsThemAndAsksNothing()
    {
        Desk desk;
        desk.enter("owner");
        desk.window->workspace()->go(QStringLiteral("settings"));
        QTRY_COMPARE(static_cast<QLineEdit &>(desk.drive().get("clinicName")).text().isEmpty(), false);
        QTest::qWait(100);
        desk.drive().fill("clinicPhone", QStringLiteral("021-5555"));
        desk.window->close();
        QVERIFY(!desk.window->findChild<QWidget *>(QStringLiteral("closeDialog")));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), 60'000);
        store::Store::forbidThread({});
        desk.clinic.reopen();
        const auto view = desk.clinic.store().snapshot(desk.clinic.owner());
        const auto kept = drafts::mine(*view);
        QVERIFY(kept.ok());
        QCOMPARE(kept->size(), 1);
        QCOMPARE(kept->constFirst().place.kind, draftkind::clinic);
    }

    /// It may use the clock and the files that go right after the window.
    void close_workStillRunsAside_isWaitedFor()
    {
        FirstRun run;
        std::atomic<bool> ended = false;
        QThreadPool::globalInstance()->start([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            ended = true;
        });
        run.close();
        QVERIFY(ended);
    }

    void places_altNumber_goesThere()
    {
        Desk desk;
        desk.enter("reception");
        QCOMPARE(desk.title(), QStringLiteral("Patients"));
        desk.drive().key(Qt::Key_3, Qt::AltModifier);
        QCOMPARE(desk.title(), QStringLiteral("Chart"));
        desk.drive().key(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(desk.title(), QStringLiteral("Patients"));
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("patientSearch"));
    }

    void places_auditor_seesNoPatients()
    {
        Desk desk;
        desk.enter("auditor");
        QVERIFY(!desk.drive().find("place-patients"));
        QVERIFY(desk.window->workspace());
        desk.drive().get("lock");
    }

    void globalBox_initials_enterOpensTheChart()
    {
        Desk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
        desk.enter("reception");
        desk.drive().key(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("globalBox"));
        desk.drive().type("csf");
        QTest::qWait(300);
        desk.drive().key(Qt::Key_Return);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        QTRY_COMPARE(static_cast<QLabel &>(desk.drive().get("bannerTitle")).text(), QStringLiteral("陈淑芬"));
        QVERIFY(static_cast<QLineEdit &>(desk.drive().get("globalBox")).text().isEmpty());
    }

    void globalBox_fasterThanTheAnswer_opensWhoWasTyped()
    {
        Desk desk([](TestClinic &clinic) {
            clinic.patient(QStringLiteral("陈淑芬"));
            clinic.patient(QStringLiteral("王建国"));
            clinic.patient(QStringLiteral("吴建功"));
        });
        desk.enter("reception");
        desk.drive().key(Qt::Key_K, Qt::ControlModifier); // the list of commands is open
        desk.drive().type("csf");
        desk.drive().key(Qt::Key_Return);
        QTRY_COMPARE(desk.title(), QStringLiteral("Chart"));
        QTRY_COMPARE(static_cast<QLabel &>(desk.drive().get("bannerTitle")).text(), QStringLiteral("陈淑芬"));
        desk.drive().key(Qt::Key_K, Qt::ControlModifier);
        desk.drive().type("wjg"); // two are called so: whom, they say themselves
        desk.drive().key(Qt::Key_Return);
        QTest::qWait(300);
        QCOMPARE(static_cast<QLineEdit &>(desk.drive().get("globalBox")).text(), QStringLiteral("wjg"));
        QCOMPARE(static_cast<QLabel &>(desk.drive().get("bannerTitle")).text(), QStringLiteral("陈淑芬"));
        desk.drive().key(Qt::Key_Return);
        QTRY_VERIFY(static_cast<QLabel &>(desk.drive().get("bannerTitle")).text() != QStringLiteral("陈淑芬"));
    }

    void globalBox_command_runsAndEscReturns()
    {
        Desk desk;
        desk.enter("reception");
        desk.drive().key(Qt::Key_K, Qt::ControlModifier);
        desk.drive().type("dark");
        QTest::qWait(300);
        desk.drive().key(Qt::Key_Return);
        QTRY_COMPARE(desk.preferences.theme() == ui::ThemeName::Ink, true);
        desk.drive().key(Qt::Key_K, Qt::ControlModifier);
        desk.drive().type("light");
        desk.drive().key(Qt::Key_Escape);
        desk.drive().key(Qt::Key_Escape);
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("patientSearch"));
        QCOMPARE(desk.preferences.theme() == ui::ThemeName::Ink, true);
        QVERIFY(ui::applyTheme(*qobject_cast<QApplication *>(QApplication::instance()), ui::ThemeName::Paper, 1.0));
    }

    void globalBox_composing_enterTakesNothing()
    {
        Desk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
        desk.enter("reception");
        desk.drive().key(Qt::Key_K, Qt::ControlModifier);
        desk.drive().compose(QStringLiteral("chen"));
        desk.drive().key(Qt::Key_Return);
        QTest::qWait(50);
        QCOMPARE(desk.title(), QStringLiteral("Patients"));
    }

    void training_clinic_saysSoOnEveryPage()
    {
        FirstRun run;
        run.close();
        access::SetUp wishes;
        wishes.clinic = QStringLiteral("演示诊所");
        wishes.training = true;
        wishes.owner.login = QStringLiteral("shen");
        wishes.owner.name = QStringLiteral("沈明堂");
        wishes.password = TestClinic::password();
        QVERIFY(access::setUp(run.around, wishes).ok());
        run.window = makeDesktop(run.around, run.preferences);
        run.drive.emplace(*run.window);
        run.window->start();
        run.drive->fill("password", TestClinic::password());
        run.drive->key(Qt::Key_Return);
        run.drive->get("training");
        run.window->lock();
        run.drive->get("password");
        QVERIFY(run.drive->find("training"));
    }

    void setUp_atSmallScreenAndLargeText_hasNoFlaw_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("100") << 1.0;
        QTest::newRow("130") << 1.3;
    }
    void setUp_atSmallScreenAndLargeText_hasNoFlaw()
    {
        QFETCH(double, scale);
        auto *app = qobject_cast<QApplication *>(QApplication::instance());
        QVERIFY(ui::applyTheme(*app, ui::ThemeName::Ink, scale));
        FirstRun run;
        const auto look = [&run](const char *where) {
            QTest::qWait(50);
            QVERIFY2(QTest::qWaitFor([&] { return tour::flaws(run.window.get()).isEmpty(); }),
                     qUtf8Printable(QLatin1String(where) + u'\n' + tour::flaws(run.window.get())));
        };
        run.fillIn();
        look("set-up");
        run.drive->click("found");
        run.drive->get("recoveryLine1");
        look("recovery");
        run.drive->click("laterRecovery");
        run.drive->get("patientSearch");
        look("empty");
        QVERIFY(ui::applyTheme(*app, ui::ThemeName::Paper, 1.0));
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
