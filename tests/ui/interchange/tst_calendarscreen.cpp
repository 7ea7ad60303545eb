#include "interop/calendarimport.h"
#include "ui/interchange/calendarplace.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QMimeData>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Blocked = CalendarPlace::calendar(
    CalendarPlace::event("a", "SUMMARY:Training\r\nDTSTART:20260312T101500\r\nDTEND:20260312T113000\r\n") +
    CalendarPlace::event("b", "SUMMARY:Leave\r\nDTSTART;VALUE=DATE:20260318\r\n") +
    CalendarPlace::event("c", "SUMMARY:Off\r\nDTSTART:20260319T090000\r\nDTEND:20260319T100000\r\n"
                              "STATUS:CANCELLED\r\n") +
    "BEGIN:VTODO\r\nUID:d\r\nSUMMARY:Buy moxa\r\nEND:VTODO\r\n");

} // namespace

/// Calendars that come in on screen, and what stands in the store then. It is Thursday, 12 March 2026, 10:00.
class TestCalendarScreen : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void blockedTime_byKeyboard_comesInAndIsTakenBack()
    {
        CalendarPlace place;
        place.goToImport();
        place.open();
        look(place, "empty");
        QVERIFY(!place.verb().isEnabled());
        place.say(place.ics(Blocked));
        QVERIFY(!place.drive().find("calendarSum")->property("text").toString().contains(u'='));
        place.choose("calendarWhose", u"沈明堂"_s);
        QTRY_COMPARE(place.words("calendarSum"), u"4 times = 2 new + 0 here already + 2 rejected"_s);
        QTRY_COMPARE(place.rows("calendarLines").rowCount(), 3);
        QCOMPARE(place.cell("calendarLines", 0, 1), u"to be noted"_s);
        QCOMPARE(place.cell("calendarLines", 0, 2), u"Training"_s);
        QCOMPARE(place.cell("calendarLines", 0, 4), u"2026-03-12 10:15"_s);
        QVERIFY(place.words("calendarWhy").contains(u"陈淑芬 03-12 10:30"_s));
        QCOMPARE(place.cell("calendarLines", 1, 5), u"It is cancelled."_s);
        QCOMPARE(place.cell("calendarLines", 2, 2), u"Buy moxa"_s);
        QVERIFY(place.verb().text().contains(u"Bring in 2 times"_s));
        look(place, "blocked");
        QVERIFY(place.blocked().isEmpty());
        place.drive().key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(place.words("importTitle"), u"2 came in"_s, importMs);
        QVERIFY(!place.drive().find("calendarDialog"));
        QVERIFY(!place.drive().find("importToPatients"));
        QVERIFY(!place.drive().find("importStep1")); // the steps of tables
        QVERIFY(place.words("pageContext").contains(u"a calendar of another program"_s));
        look(place, "brought");
        QCOMPARE(place.blocked().size(), 2);
        QCOMPARE(place.blocked()[0].content.resource, std::optional(place.made->shen));
        QCOMPARE(place.booked().size(), 3); // who is booked stays
        place.drive().key(Qt::Key_L);
        QTRY_COMPARE(place.rows("importLines").rowCount(), 3);
        QCOMPARE(place.cell("imports", 0, 2), u"Calendar"_s);
        QCOMPARE(place.cell("importLines", 0, 4), u"2026-03-12 10:15"_s);
        QVERIFY(place.words("importWhy").contains(u"陈淑芬 03-12 10:30"_s));
        look(place, "list");
        place.drive().key(Qt::Key_T);
        QTRY_VERIFY(place.drive().find("askVerb"));
        place.drive().click("askVerb");
        QTRY_COMPARE(place.cell("imports", 0, 7), u"taken back"_s);
        QVERIFY(place.blocked().isEmpty());
        QCOMPARE(place.batches().constFirst().state, batch::State::RolledBack);
    }

    void closedDays_droppedFile_isOfEverybody()
    {
        CalendarPlace place;
        place.goToImport();
        place.open(1);
        QVERIFY(!place.drive().find("calendarWhose"));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(place.ics(Blocked))});
        QDragEnterEvent enter({40, 40}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&place.drive().get("calendarDialog"), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(40, 40), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&place.drive().get("calendarDialog"), &drop);
        QTRY_COMPARE(place.words("calendarSum"), u"4 times = 2 new + 0 here already + 2 rejected"_s);
        QVERIFY(place.words("calendarWhy").startsWith(u"2 appointments are booked then"_s)); // Shen's and Gu's
        place.drive().key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(place.words("importTitle"), u"2 came in"_s, importMs);
        QVERIFY(!place.blocked()[0].content.resource);
    }

    void appointments_ofAService_areBooked()
    {
        CalendarPlace place;
        place.goToImport();
        place.open(2);
        place.say(place.ics(CalendarPlace::calendar(
            CalendarPlace::event("a", "SUMMARY:复诊 陈淑芬\r\nDTSTART:20260313T090000\r\nDURATION:PT20M\r\n") +
            CalendarPlace::event("b", "SUMMARY:何人\r\nDTSTART:20260313T093000\r\nDURATION:PT20M\r\n") +
            CalendarPlace::event("c", "SUMMARY:王建国\r\nDTSTART:20260313T190000\r\nDURATION:PT20M\r\n"))));
        place.choose("calendarService", u"复诊"_s);
        QTRY_COMPARE(place.words("calendarSum"), u"3 times = 1 new + 0 here already + 2 rejected"_s);
        place.choose("calendarWith", u"顾青禾"_s);
        QTRY_COMPARE(place.words("calendarSum"), u"3 times = 1 new + 0 here already + 2 rejected"_s);
        QTRY_COMPARE(place.rows("calendarLines").rowCount(), 2);
        QCOMPARE(place.cell("calendarLines", 0, 2), u"何人"_s);
        look(place, "appointments");
        place.drive().get("calendarOutOfHours").setFocus();
        place.drive().key(Qt::Key_Space);
        QTRY_COMPARE(place.words("calendarSum"), u"3 times = 2 new + 0 here already + 1 rejected"_s);
        QCOMPARE(place.booked().size(), 3);
        QTRY_VERIFY(place.verb().isEnabled());
        place.drive().key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(place.words("importTitle"), u"2 came in"_s, importMs);
        const auto booked = place.booked();
        QCOMPARE(booked.size(), 5);
        QCOMPARE(booked[3].patient, std::optional(place.made->chen));
        QCOMPARE(booked[3].resources, QList<ResourceId>{place.made->gu});
        place.drive().key(Qt::Key_T);
        QTRY_VERIFY(place.drive().find("askVerb"));
        place.drive().click("askVerb");
        QTRY_COMPARE(place.words("importTitle"), u"Taken back"_s);
        QCOMPARE(place.booked().size(), 3);
    }

    void badFile_isToldAndTheDialogStays()
    {
        CalendarPlace place;
        place.goToImport();
        place.open(1);
        const std::pair<QString, QString> files[] = {
            {place.file("姓名,电话\n王一,13800138000\n", u"table.csv"_s), u"table.csv: This is no calendar"_s},
            {place.ics({}, u"none.ics"_s), u"none.ics: This file is empty."_s},
            {place.ics("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\nEND:VCARD\r\n", u"people.vcf"_s), u"contacts (vCard)"_s},
            {place.path(u"nowhere.ics"_s), u"nowhere.ics cannot be read"_s},
        };
        for (const auto &[path, words] : files) {
            place.say(path);
            QTRY_VERIFY2(place.strip("calendarStrip").contains(words), qPrintable(place.strip("calendarStrip")));
            QVERIFY(!place.verb().isEnabled());
            place.drive().key(Qt::Key_Return);
            QVERIFY(place.drive().find("calendarDialog"));
            look(place, "bad");
        }
        place.say(place.ics(CalendarPlace::calendar({}), u"nothing.ics"_s));
        QTRY_COMPARE(place.words("calendarSum"), u"0 times = 0 new + 0 here already + 0 rejected"_s);
        QVERIFY(!place.verb().isEnabled());
        look(place, "nothing");
        place.say(place.ics(Blocked));
        QTRY_VERIFY(place.verb().isEnabled());
        QCOMPARE(place.strip("calendarStrip"), QString());
        // Another name that is being typed is not what was looked at.
        place.drive().fill("calendarPath", place.path(u"other"_s));
        QVERIFY(!place.verb().isEnabled());
        place.drive().key(Qt::Key_Escape);
        QTRY_VERIFY(!place.drive().find("calendarDialog"));
        QVERIFY(place.batches().isEmpty());
    }

    void dryRun_stopped_canBeTriedAgain()
    {
        CalendarPlace place;
        place.goToImport();
        place.open(1);
        place.say(place.ics(CalendarPlace::many(6000)));
        QVERIFY(place.drive().find("calendarTrialCancel"));
        place.drive().key(Qt::Key_Escape);
        QTRY_VERIFY(place.strip("calendarStrip").contains(u"stopped"_s));
        QVERIFY(place.drive().find("calendarDialog"));
        QVERIFY(!place.verb().isEnabled());
        place.drive().key(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(place.words("calendarSum"), u"6000 times = 6000 new + 0 here already + 0 rejected"_s,
                                  importMs);
        QVERIFY(place.verb().isEnabled());
    }

    void import_cancelled_leavesNothing()
    {
        CalendarPlace place;
        place.goToImport();
        place.open(1);
        place.say(place.ics(CalendarPlace::many(7000)));
        QTRY_VERIFY_WITH_TIMEOUT(place.verb().isEnabled(), importMs);
        place.drive().key(Qt::Key_Return);
        QTRY_VERIFY(place.drive().find("importCancel"));
        QTRY_VERIFY(!place.batches().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(place.batches().constFirst().totals.lines > 0, importMs);
        place.drive().key(Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(place.words("importTitle"), u"Nothing was brought in"_s, importMs);
        QVERIFY(place.blocked().isEmpty());
        QCOMPARE(place.batches().constFirst().state, batch::State::RolledBack);
    }

    void interrupted_calendar_goesOnAtSignIn()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"old.ics"_s);
        CalendarPlace place([&](TestClinic &clinic, CalendarClinic &made) {
            QFile out(path);
            const QByteArray bytes = CalendarPlace::many(500);
            if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
                qFatal("cannot write");
            out.close();
            struct PowerCut
            {
            };
            interop::CalendarSpec spec;
            spec.path = path;
            spec.resource = made.shen;
            try {
                const auto done = interop::importCalendar(clinic.store(), clinic.owner(), spec,
                                                          [](const interop::ImportProgress &now) -> bool {
                                                              if (now.totals.lines > 0)
                                                                  throw PowerCut();
                                                              return true;
                                                          });
                qFatal("it came through: %d", int(done.ok()));
            } catch (const PowerCut &) {
            }
        });
        QTRY_VERIFY(place.drive().find("importWarning"));
        place.drive().click("importWarning");
        QTRY_VERIFY(place.strip("importsStrip").contains(u"old.ics"_s));
        QTRY_COMPARE(place.cell("imports", 0, 2), u"Calendar"_s);
        place.drive().key(Qt::Key_G);
        QTRY_VERIFY(place.drive().find("resumePath"));
        QTRY_COMPARE(tour::flaws(QApplication::activeWindow()), QString());
        place.drive().fill("resumePath", path);
        place.drive().key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(place.words("importTitle"), u"500 came in"_s, importMs);
        QCOMPARE(place.blocked().size(), 500);
        QTRY_VERIFY(!place.drive().find("importWarning"));
    }

    void composing_enter_doesNothing()
    {
        CalendarPlace place;
        place.goToImport();
        place.open(1);
        place.say(place.ics(Blocked));
        QTRY_VERIFY(place.verb().isEnabled());
        place.drive().get("calendarPath").setFocus();
        place.drive().compose(u"ri'li"_s);
        place.drive().key(Qt::Key_Return);
        QTest::qWait(200);
        QVERIFY(place.drive().find("calendarDialog"));
        QVERIFY(place.batches().isEmpty());
        place.drive().compose(QString());
    }

    void nothingToBook_noCalendarIsOffered()
    {
        ImportDesk desk;
        desk.goToImport();
        QTest::qWait(200);
        QVERIFY(!desk.drive().find("newCalendar"));
        desk.drive().key(Qt::Key_C);
        QTest::qWait(100);
        QVERIFY(!desk.drive().find("calendarDialog"));
    }

private:
    /// Looks for flaws, in the dialog that is open or the window, and leaves a picture where one is wanted.
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

QTEST_MAIN(TestCalendarScreen)
#include "tst_calendarscreen.moc"
