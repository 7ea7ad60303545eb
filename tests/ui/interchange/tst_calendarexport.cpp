#include "access/auditlog.h"
#include "interop/calendarimport.h"
#include "ui/interchange/calendarplace.h"
#include "ui/kit/field.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

namespace {

/// The owner before Settings › Export.
class ExportPlace : public CalendarPlace
{
public:
    using CalendarPlace::CalendarPlace;

    void goTo(const QString &section)
    {
        drive().click("place-settings");
        auto &sections = static_cast<QListWidget &>(drive().get("settingsSections"));
        sections.setFocus();
        drive().key(Qt::Key_Home);
        for (int i = 0; i < sections.count() && sections.currentItem()->text() != section; ++i)
            drive().key(Qt::Key_Down);
        drive().key(Qt::Key_Return);
    }
    void ask()
    {
        goTo(u"Export"_s);
        drive().get("exportCalendar");
        drive().key(Qt::Key_C);
        QWidget &dialog = drive().get("calendarExportDialog");
        dialog.activateWindow();
        if (!QTest::qWaitFor([&] { return QApplication::activeWindow() == &dialog; }, GuiDriver::patienceMs))
            qFatal("the dialog does not become active");
    }
    void tick(const char *box)
    {
        drive().get(box).setFocus();
        drive().key(Qt::Key_Space);
    }
    QString message(const char *editor)
    {
        const auto *field = qobject_cast<ui::Field *>(drive().get(editor).parentWidget());
        return field ? field->message() : QString();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace

/// What is booked as a calendar on the disk, and back again. It is Thursday, 12 March 2026, 10:00.
class TestCalendarExport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void export_byKeyboard_hasNoNamesAndComesBackAsItsOwn()
    {
        ExportPlace place([](TestClinic &, CalendarClinic &made) { made.leave(made.gu, 900, 960, u"私事"_s); });
        place.ask();
        QVERIFY(place.words("calendarNamesWhy").startsWith(u"Without them"_s));
        QVERIFY(static_cast<QLineEdit &>(place.drive().get("calendarExportPath"))
                    .text()
                    .endsWith(u"Calendar 2026-03-12.ics"_s));
        look(place, "export");
        place.tick("calendarLeave");
        place.drive().fill("calendarExportPath", place.path(u"out"_s));
        place.drive().key(Qt::Key_Return);
        const QString path = place.path(u"out.ics"_s);
        QTRY_VERIFY2(place.strip("exportStrip").startsWith(u"4 events are in "_s + path),
                     qPrintable(place.strip("exportStrip")));
        QTRY_VERIFY(!place.drive().find("calendarExportDialog"));
        look(place, "exported");
        const QByteArray bytes = ExportPlace::read(path);
        QVERIFY(bytes.startsWith("BEGIN:VCALENDAR"));
        QVERIFY(!bytes.contains("陈淑芬") && !bytes.contains("私事"));
        QVERIFY(bytes.contains("复诊"));
        // It is noted before and after.
        const auto page = place.Desk::ask(place.clinic.actor(access::Role::Auditor),
                                          [](const store::Snapshot &view) { return auditlog::read(view, {}, {}, 50); });
        QVERIFY(page.ok());
        qsizetype noted = 0;
        for (const auditlog::Line &line : page->lines)
            noted += line.action.startsWith("data.export") && line.detail.contains(u"names no"_s);
        QCOMPARE(noted, 2);
        // What was taken out is known again.
        place.goTo(u"Import"_s);
        place.open(1);
        place.say(path);
        QTRY_COMPARE(place.words("calendarSum"), u"4 times = 0 new + 4 here already + 0 rejected"_s);
        QVERIFY(!place.verb().isEnabled());
        QCOMPARE(place.cell("calendarLines", 0, 1), u"here already"_s);
        look(place, "again");
    }

    void export_namesOfOne_areInItWhereWanted()
    {
        ExportPlace place;
        place.ask();
        place.choose("calendarExportWhose", u"沈明堂"_s);
        place.tick("calendarNames");
        QVERIFY(place.words("calendarNamesWhy").startsWith(u"Whoever opens"_s));
        place.drive().fill("calendarLast", u"3-12"_s);
        place.drive().fill("calendarExportPath", place.path(u"shen.ics"_s));
        look(place, "names");
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(place.strip("exportStrip").contains(u"shen.ics"_s));
        const QByteArray bytes = ExportPlace::read(place.path(u"shen.ics"_s));
        QVERIFY(bytes.contains("陈淑芬"));
        QVERIFY(!bytes.contains("王建国"));
    }

    void export_whereSomethingIs_isRefusedAtTheField()
    {
        ExportPlace place;
        const QString taken = place.file("mine", u"taken.ics"_s);
        place.ask();
        place.drive().fill("calendarExportPath", u"somewhere"_s);
        place.drive().key(Qt::Key_Return);
        QTRY_COMPARE(place.message("calendarExportPath"), u"Say where, as a whole path."_s);
        place.drive().fill("calendarExportPath", taken);
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(place.message("calendarExportPath").contains(u"is there already"_s));
        QVERIFY(place.drive().find("calendarExportDialog"));
        look(place, "taken");
        QCOMPARE(ExportPlace::read(taken), QByteArray("mine"));
        place.drive().fill("calendarFirst", u"someday"_s);
        place.drive().key(Qt::Key_Return);
        QVERIFY(place.message("calendarFirst").startsWith(u"A day"_s));
        place.drive().fill("calendarFirst", u"2026-04-01"_s);
        place.drive().fill("calendarLast", u"2026-03-01"_s);
        place.drive().key(Qt::Key_Return);
        QCOMPARE(place.message("calendarLast"), u"It ends before it begins."_s);
        // A time in which nothing is booked.
        place.drive().fill("calendarLast", u"+30"_s);
        place.drive().fill("calendarExportPath", place.path(u"none.ics"_s));
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(place.strip("exportStrip").startsWith(u"Nothing is booked then"_s));
        QCOMPARE(QDir(place.path(QString())).entryList(QDir::Files), (QStringList{u"none.ics"_s, u"taken.ics"_s}));
    }

    void export_cancelled_leavesNothing()
    {
        ExportPlace place([](TestClinic &clinic, CalendarClinic &made) {
            // A part of every day is an event each day: long enough for a hand to be quicker.
            for (int i = 0; i < 40; ++i) {
                RosterExceptionDraft draft;
                draft.resource = made.gu;
                draft.when = {freebusy::Exception::Kind::Away, QDate(2026, 3, 13), QDate(2028, 3, 1),
                              freebusy::DayPart{900 + i, 960}};
                QVERIFY(clinic.write(clinic.owner(), "roster.exception",
                                     [&](store::Transaction &tx) { return schedule::addException(tx, draft); }));
            }
        });
        place.ask();
        place.tick("calendarLeave");
        place.drive().fill("calendarLast", u"2028-03-01"_s);
        place.drive().fill("calendarExportPath", place.path(u"out.ics"_s));
        place.drive().key(Qt::Key_Return);
        QVERIFY(place.drive().find("calendarExportCancel"));
        place.drive().key(Qt::Key_Escape);
        QTRY_VERIFY(place.words("askProblem").contains(u"nothing of it stays"_s));
        QVERIFY(place.drive().find("calendarExportDialog"));
        QVERIFY(!place.drive().find("calendarExportCancel"));
        QCOMPARE(QDir(place.path(QString())).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(place.strip("exportStrip").contains(u"events are in"_s));
    }

    void composing_enter_exportsNothing()
    {
        ExportPlace place;
        place.ask();
        place.drive().fill("calendarExportPath", place.path(u"out.ics"_s));
        place.drive().compose(u"ri'li"_s);
        place.drive().key(Qt::Key_Return);
        QTest::qWait(200);
        QVERIFY(place.drive().find("calendarExportDialog"));
        QVERIFY(!QFile::exists(place.path(u"out.ics"_s)));
    }

    void nothingToBook_noCalendarIsOffered()
    {
        ImportDesk desk;
        desk.drive().click("place-settings");
        QTest::qWait(200);
        const auto *button = desk.window->findChild<QWidget *>(u"exportCalendar"_s);
        QVERIFY(button && button->isHidden());
    }

private:
    static void look(CalendarPlace &place, const char *name)
    {
        QWidget *front = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : place.window.get();
        const QString folder = qEnvironmentVariable("XINGLIN_PICTURES");
        if (!folder.isEmpty()) {
            QTest::qWait(300);
            front->grab().save(u"%1/%2.png"_s.arg(folder, QLatin1String(name)));
        }
        QTRY_COMPARE(name + tour::flaws(front), QLatin1String(name));
    }
};

QTEST_MAIN(TestCalendarExport)
#include "tst_calendarexport.moc"
