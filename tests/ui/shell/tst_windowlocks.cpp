#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/field.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/shell/secretedit.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>
#include <QTextEdit>

using namespace xinglin;
using namespace xinglin::test;
using access::Role;

namespace {

const QString fresh = QStringLiteral("Peach-Blossom-3");

/// Waits until a window hears the keys; a dialog counts as active as soon as its parent is.
void front(QWidget *window)
{
    window->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), window);
}

/// The dialog in which something stands, under the hand.
void dialogWith(Desk &desk, const char *name)
{
    front(desk.drive().get(name).window());
}

/// Runs one of the commands of the global box.
void command(Desk &desk, const char *words)
{
    front(desk.window.get());
    desk.drive().key(Qt::Key_K, Qt::ControlModifier);
    desk.drive().type(words);
    QTest::qWait(300);
    desk.drive().key(Qt::Key_Return);
}

QString under(Desk &desk, const char *editor)
{
    return static_cast<ui::Field *>(desk.drive().get(editor).parentWidget())->message();
}

int audited(Desk &desk, const char *action)
{
    return desk.ask(desk.clinic.owner(), [&](const store::Snapshot &view) {
        store::Query rows =
            view.connection().internal("SELECT /* whole table */ count(*) FROM audit WHERE action = ?1");
        rows.bind(QString::fromLatin1(action)).next();
        return rows.get<int>(0);
    });
}

/// A key that the window hears, wherever the focus is.
void lockByKey(Desk &desk)
{
    front(desk.window.get());
    desk.drive().key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    desk.drive().get("people");
}

} // namespace

class TestWindowLocks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void secretEdit_keys_keepLettersApartFromTheLine()
    {
        ui::SecretEdit edit;
        ui::SecretEdit other;
        const auto letters = [&] {
            return QByteArray(reinterpret_cast<const char *>(edit.secret().secret().bytes().data()),
                              qsizetype(edit.secret().secret().size()));
        };
        edit.show();
        QTest::keyClicks(&edit, QStringLiteral("abcdef"));
        QCOMPARE(letters(), QByteArray("abcdef"));
        QVERIFY(!edit.text().contains(u'a'));
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QTest::keyClick(&edit, Qt::Key_Home);
        QTest::keyClick(&edit, Qt::Key_Delete);
        QTest::keyClicks(&edit, QStringLiteral("X"));
        QCOMPARE(letters(), QByteArray("Xbcde"));
        QTest::keyClick(&edit, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClicks(&edit, QStringLiteral("YZ"));
        QCOMPARE(letters(), QByteArray("XYZcde"));
        QTest::keyClick(&edit, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&edit, Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(letters(), QByteArray("XYZcde"));
        QInputMethodEvent composed;
        composed.setCommitString(QStringLiteral("茱萸𠮷"));
        QApplication::sendEvent(&edit, &composed);
        QCOMPARE(letters(), QStringLiteral("茱萸𠮷").toUtf8());
        QCOMPARE(edit.text().size(), 3);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QCOMPARE(letters(), QStringLiteral("茱萸").toUtf8());
        QVERIFY(!edit.isSameAs(other));
        other.setText(QStringLiteral("茱萸"));
        QVERIFY(edit.isSameAs(other));
        QGuiApplication::clipboard()->setText(QStringLiteral("pasted"));
        QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&edit, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(letters(), QByteArray("pasted"));
        QTest::keyClick(&edit, Qt::Key_Backspace, Qt::ControlModifier);
        QVERIFY(edit.isEmpty());
        QTest::keyClicks(&edit, QStringLiteral("abc"));
        QCOMPARE(edit.take().secret().size(), 3u);
        QVERIFY(edit.isEmpty() && edit.text().isEmpty());
        edit.setReadOnly(true);
        QTest::keyClicks(&edit, QStringLiteral("abc"));
        QVERIFY(edit.isEmpty());
    }

    void clipboard_copiedBriefly_goesAfterAWhile()
    {
        using namespace std::chrono_literals;
        const QClipboard *clipboard = QGuiApplication::clipboard();
        ui::copyBriefly(QStringLiteral("330199196703142365"), 200ms);
        QCOMPARE(clipboard->text(), QStringLiteral("330199196703142365"));
        QCOMPARE(clipboard->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
        QTRY_VERIFY(clipboard->text().isEmpty());
        // What was copied after it stays.
        ui::copyBriefly(QStringLiteral("330199196703142365"), 100ms);
        QGuiApplication::clipboard()->setText(QStringLiteral("a recipe"));
        QTest::qWait(250);
        QCOMPARE(clipboard->text(), QStringLiteral("a recipe"));
        ui::forgetCopied();
        QCOMPARE(clipboard->text(), QStringLiteral("a recipe"));
    }

    void lock_inAPrescription_theSameCursorAfterAnother()
    {
        Desk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
        desk.enter("practitioner");
        desk.drive().type("csf");
        QTest::qWait(400);
        desk.drive().key(Qt::Key_Return);
        desk.drive().get("startVisit");
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        desk.drive().get("complaint");
        desk.drive().key(Qt::Key_F4);
        desk.drive().get("herbSheet");
        desk.drive().get("herbEdit").setFocus();
        desk.drive().type("ds 10");
        QTest::qWait(200);
        desk.drive().key(Qt::Key_Return);
        auto *editor = desk.window->findChild<ui::PrescriptionEditor *>();
        QTRY_COMPARE(editor->draft().lines.size(), 1);
        desk.drive().type("hq");
        auto &herb = static_cast<QLineEdit &>(desk.drive().get("herbEdit"));
        desk.drive().key(Qt::Key_Left);
        const QPointer<QWidget> hand = desk.drive().focus();
        const int cursor = herb.cursorPosition();
        QCOMPARE(cursor, 1);
        ui::copyBriefly(QStringLiteral("330199196703142365"));
        lockByKey(desk);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QVERIFY(!desk.drive().find("herbEdit"));
        QVERIFY(!desk.window->windowTitle().contains(QStringLiteral("陈")));
        desk.enter("reception");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        desk.drive().fill("patientName", QStringLiteral("林某"));
        lockByKey(desk);
        desk.enter("practitioner");
        QTRY_VERIFY(desk.drive().find("herbEdit"));
        QTRY_COMPARE(desk.drive().focus(), hand.data());
        QCOMPARE(herb.text(), QStringLiteral("hq"));
        QCOMPARE(herb.cursorPosition(), cursor);
        QCOMPARE(editor->draft().lines.size(), 1);
        lockByKey(desk);
        desk.enter("reception");
        QCOMPARE(static_cast<QLineEdit &>(desk.drive().get("patientName")).text(), QStringLiteral("林某"));
    }

    void lock_letsTheSecretGo_andIsAudited()
    {
        Desk desk;
        desk.enter("reception");
        QCOMPARE(audited(desk, "session.lock"), 0);
        lockByKey(desk);
        QTRY_COMPARE(audited(desk, "session.lock"), 1);
    }

    void pin_endsALockButNotAClose()
    {
        Desk desk;
        desk.enter("reception");
        command(desk, "PIN");
        dialogWith(desk, "pin");
        desk.drive().fill("pin", QStringLiteral("123456"));
        desk.drive().fill("pinAgain", QStringLiteral("123456"));
        desk.drive().key(Qt::Key_Return);
        QVERIFY(!under(desk, "pin").isEmpty());
        desk.drive().fill("pin", QStringLiteral("271828"));
        desk.drive().fill("pinAgain", QStringLiteral("271828"));
        desk.drive().key(Qt::Key_Return);
        QTRY_VERIFY(!desk.drive().find("pin"));
        lockByKey(desk);
        desk.enter("reception", QStringLiteral("271828"));
        QVERIFY(desk.window->workspace());
        // Another person's password is none of this one's PIN.
        lockByKey(desk);
        desk.enter("practitioner");
        QSignalSpy out(desk.window.get(), &ui::MainWindow::signedOut);
        desk.window->signOut();
        QVERIFY(out.wait(GuiDriver::patienceMs));
        QVERIFY(!desk.window->clinic());
        desk.choose("reception");
        desk.drive().fill("password", QStringLiteral("271828"));
        desk.drive().key(Qt::Key_Return);
        QTRY_VERIFY(!under(desk, "password").isEmpty());
        desk.enter("reception");
    }

    void pin_threeWrongTries_closeTheStore()
    {
        Desk desk;
        desk.enter("reception");
        desk.drive().key(Qt::Key_N, Qt::ControlModifier);
        desk.drive().fill("patientName", QStringLiteral("林某"));
        command(desk, "PIN");
        dialogWith(desk, "pin");
        desk.drive().fill("pin", QStringLiteral("271828"));
        desk.drive().fill("pinAgain", QStringLiteral("271828"));
        desk.drive().key(Qt::Key_Return);
        QTRY_VERIFY(!desk.drive().find("pin"));
        lockByKey(desk);
        QSignalSpy out(desk.window.get(), &ui::MainWindow::signedOut);
        for (int i = 0; i < 3; ++i) {
            desk.drive().fill("password", QStringLiteral("271829"));
            desk.drive().key(Qt::Key_Return);
            if (i < 2)
                QTRY_VERIFY(!static_cast<QLineEdit &>(desk.drive().get("password")).isReadOnly());
        }
        QVERIFY(out.count() == 1 || out.wait(GuiDriver::patienceMs));
        QVERIFY(!desk.window->clinic());
        desk.enter("reception");
        QTRY_COMPARE(audited(desk, "session.failed"), 3);
        QCOMPARE(audited(desk, "session.close"), 1);
    }

    void signOut_byCommand_comesBackToTheDoor()
    {
        Desk desk;
        desk.enter("reception");
        QSignalSpy out(desk.window.get(), &ui::MainWindow::signedOut);
        command(desk, "Sign out");
        QVERIFY(out.count() == 1 || out.wait(GuiDriver::patienceMs));
        QVERIFY(!desk.window->clinic());
        desk.drive().get("haveSheet");
        desk.enter("practitioner");
        QVERIFY(desk.window->clinic()->actor() == desk.clinic.practitioner());
    }

    void changePassword_byCommand_asksForTheOldOne()
    {
        Desk desk;
        desk.enter("reception");
        command(desk, "Change password");
        dialogWith(desk, "oldPassword");
        desk.drive().fill("oldPassword", QStringLiteral("not-the-password"));
        desk.drive().fill("newPassword", QStringLiteral("short"));
        desk.drive().fill("newPasswordAgain", fresh);
        desk.drive().key(Qt::Key_Return);
        QVERIFY(static_cast<ui::Field *>(desk.drive().get("newPassword").parentWidget())->hasProblem());
        desk.drive().fill("newPassword", fresh);
        desk.drive().click("askVerb");
        QTRY_COMPARE(under(desk, "oldPassword"), QStringLiteral("This is not your present password."));
        desk.drive().fill("oldPassword", TestClinic::password());
        desk.drive().click("askVerb");
        QTRY_VERIFY(!desk.drive().find("oldPassword"));
        lockByKey(desk);
        desk.enter("reception", fresh);
    }

    void mustChange_atTheDoor_comesFirst()
    {
        Desk desk([](TestClinic &clinic) {
            const auto &session = clinic.session();
            if (!access::resetPassword(clinic.around(), clinic.store(), clinic.owner(), *session.databaseKey,
                                       access::UserId(*clinic.receptionist().user), fresh))
                qFatal("not reset");
        });
        desk.choose("reception");
        desk.drive().fill("password", fresh);
        desk.drive().key(Qt::Key_Return);
        desk.drive().get("mustChange");
        QVERIFY(!desk.window->workspace());
        desk.drive().fill("newPassword", fresh);
        desk.drive().fill("newPasswordAgain", fresh);
        desk.drive().key(Qt::Key_Return);
        QTRY_VERIFY(static_cast<ui::Field *>(desk.drive().get("newPassword").parentWidget())->hasProblem()); // its last
        desk.drive().fill("newPassword", QStringLiteral("Willow-Catkin-5"));
        desk.drive().fill("newPasswordAgain", QStringLiteral("Willow-Catkin-5"));
        desk.drive().key(Qt::Key_Return);
        desk.drive().get("patientSearch");
        lockByKey(desk);
        desk.enter("reception", QStringLiteral("Willow-Catkin-5"));
    }

    void mustChange_left_goesBackToTheDoor()
    {
        Desk desk([](TestClinic &clinic) {
            static_cast<void>(access::resetPassword(clinic.around(), clinic.store(), clinic.owner(),
                                                    *clinic.session().databaseKey,
                                                    access::UserId(*clinic.receptionist().user), fresh));
        });
        desk.enter("practitioner");
        lockByKey(desk);
        desk.choose("reception");
        desk.drive().fill("password", fresh);
        desk.drive().key(Qt::Key_Return);
        desk.drive().get("mustChange");
        desk.drive().key(Qt::Key_Escape);
        desk.enter("practitioner");
        QVERIFY(desk.window->clinic()->actor() == desk.clinic.practitioner());
    }

    void lock_byKeyOverADialog_coversItUntilOneIsBack()
    {
        Desk desk;
        desk.enter("owner");
        desk.drive().get("patientSearch");
        auto *dialog = new ui::AskDialog(QStringLiteral("Q"), QStringLiteral("S"), desk.window.get());
        dialog->setObjectName(QStringLiteral("someDialog"));
        dialog->setVerb(QStringLiteral("V"));
        dialog->open();
        dialogWith(desk, "askSafe");
        QTest::keyClick(dialog, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        desk.drive().get("people");
        QVERIFY(!dialog->isVisible());
        desk.enter("owner");
        QTRY_VERIFY(dialog->isVisible());
    }

    void recovery_bySheet_opensAndWarnsOwners()
    {
        QStringList lines;
        Desk desk([&lines](TestClinic &clinic) {
            const auto sheet = access::newRecovery(clinic.around());
            lines = sheet->lines();
            const auto done = access::replaceRecovery(clinic.around(), clinic.store(), clinic.owner(), *sheet, 1,
                                                      lines.at(0), TestClinic::password());
            if (!done)
                qFatal("no sheet");
        });
        desk.drive().get("haveSheet");
        desk.drive().key(Qt::Key_F8);
        desk.drive().get("sheetLine1");
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("sheetLine1"));
        QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
        desk.drive().fill("sheetLine1", QStringLiteral("0000 0000 0000 0001"));
        desk.drive().key(Qt::Key_Return);
        QVERIFY(!under(desk, "sheetLine1").isEmpty());
        for (int i = 0; i < 4; ++i) {
            const QByteArray name = "sheetLine" + QByteArray::number(i + 1);
            desk.drive().fill(name.constData(), lines.at(i).toLower());
            desk.drive().key(Qt::Key_Return);
            QVERIFY(under(desk, name.constData()).isEmpty());
        }
        QCOMPARE(desk.drive().focus()->objectName(), QStringLiteral("recoverOwner"));
        desk.drive().fill("newPassword", fresh);
        desk.drive().fill("newPasswordAgain", fresh);
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        desk.drive().get("patientSearch");
        QVERIFY(desk.window->clinic()->actor() == desk.clinic.owner());
        desk.drive().get("warning");
        QCOMPARE(audited(desk, "recovery.used"), 1);
        desk.drive().click("warning");
        QTRY_VERIFY(desk.window->findChild<QWidget *>(QStringLiteral("recoveryUsed")));
        desk.drive().click("askSafe");
        lockByKey(desk);
        desk.enter("reception");
        QVERIFY(!desk.drive().find("warning"));
        lockByKey(desk);
        desk.clinic.clock.advance(std::chrono::hours(24 * 31));
        desk.enter("owner", fresh);
        QVERIFY(!desk.drive().find("warning"));
        lockByKey(desk);
        desk.clinic.clock.advance(std::chrono::hours(24 * 340));
        desk.enter("owner", fresh);
        desk.drive().get("warning"); // not proven for a year
    }

    void newSheet_byCommand_replacesTheOldOne()
    {
        Desk desk;
        desk.enter("owner");
        command(desk, "Make a new recovery");
        desk.drive().get("recoveryLine1");
        QStringList lines;
        for (const char *name : {"recoveryLine1", "recoveryLine2", "recoveryLine3", "recoveryLine4"})
            lines << static_cast<QLabel &>(desk.drive().get(name)).text().mid(4);
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        desk.drive().get("recoveryTyped");
        for (const QString &line : std::as_const(lines)) {
            front(desk.window.get());
            desk.drive().fill("recoveryTyped", line);
            desk.drive().key(Qt::Key_Return);
            QTest::qWait(100);
            if (desk.drive().find("newSheetPassword"))
                break;
        }
        dialogWith(desk, "newSheetPassword");
        desk.drive().fill("newSheetPassword", QStringLiteral("not-the-password"));
        desk.drive().key(Qt::Key_Return);
        QTRY_VERIFY(!under(desk, "newSheetPassword").isEmpty());
        desk.drive().fill("newSheetPassword", TestClinic::password());
        desk.drive().key(Qt::Key_Return);
        QTRY_VERIFY(desk.window->workspace());
        QVERIFY(!desk.drive().find("warning"));
        QVERIFY(access::confirmRecovery(desk.clinic.around(), lines.join(u' ')).ok());
    }

    void dialogs_areCoveredByALock()
    {
        Desk desk;
        desk.enter("reception");
        command(desk, "Change password");
        dialogWith(desk, "oldPassword");
        desk.drive().fill("oldPassword", QStringLiteral("half"));
        desk.window->lock();
        QVERIFY(!desk.drive().find("oldPassword"));
        front(desk.window.get());
        desk.enter("reception");
        QTRY_VERIFY(desk.drive().find("oldPassword"));
    }

    void door_inEachTheme_hasNoFlaw_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("paper") << false;
        QTest::newRow("ink") << true;
    }
    void door_inEachTheme_hasNoFlaw()
    {
        QFETCH(bool, dark);
        auto *app = qobject_cast<QApplication *>(QApplication::instance());
        QVERIFY(ui::applyTheme(*app, dark ? ui::ThemeName::Ink : ui::ThemeName::Paper, 1.0));
        Desk desk([](TestClinic &clinic) {
            static_cast<void>(access::resetPassword(clinic.around(), clinic.store(), clinic.owner(),
                                                    *clinic.session().databaseKey,
                                                    access::UserId(*clinic.receptionist().user), fresh));
        });
        const QString folder = qEnvironmentVariable("XINGLIN_SHOTS");
        const auto look = [&](const char *name) {
            QTest::qWait(100);
            QVERIFY2(QTest::qWaitFor([&] { return tour::flaws(desk.window.get()).isEmpty(); }),
                     qUtf8Printable(QLatin1String(name) + u'\n' + tour::flaws(desk.window.get())));
            if (!folder.isEmpty())
                desk.window->grab().save(QStringLiteral("%1/%2-%3.png")
                                             .arg(folder, QLatin1String(name), QLatin1String(dark ? "ink" : "paper")));
        };
        desk.drive().get("haveSheet");
        look("door");
        desk.choose("reception");
        desk.drive().fill("password", fresh);
        desk.drive().key(Qt::Key_Return);
        desk.drive().get("mustChange");
        look("must-change");
        desk.drive().key(Qt::Key_Escape);
        desk.drive().get("haveSheet");
        desk.drive().key(Qt::Key_F8);
        desk.drive().get("sheetLine1");
        desk.drive().fill("sheetLine1", QStringLiteral("7Q4K M2XV 0A9C T5ZU"));
        desk.drive().key(Qt::Key_Return);
        look("recover");
        desk.drive().key(Qt::Key_Escape);
        desk.enter("owner");
        lockByKey(desk);
        look("locked");
        QVERIFY(ui::applyTheme(*app, ui::ThemeName::Paper, 1.0));
    }
};

QTEST_MAIN(TestWindowLocks)
#include "tst_windowlocks.moc"
