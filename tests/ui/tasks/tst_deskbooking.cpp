#include "clinic/schedule/waitlist.h"
#include "ui/booking/bookingtimes.h"
#include "ui/calendar/calendardesk.h"
#include "ui/patient/patientchoice.h"
#include "ui/tasks/tally.h"

#include <QListView>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// The receptionist's tasks of booking, in the real window: at a named time, the next free one with conditions, a freed
/// time given to who waits, a caller put on the waitlist. Keys, clicks, windows and seconds by the keystroke-level
/// model stand in a table beside their targets.
class TestDeskBooking : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral(XINGLIN_LANGUAGE), ThemeName::Paper, 1.0); }
    void init()
    {
        m_calendar = std::make_unique<CalendarDesk>();
        m_calendar->open();
        m_tally = std::make_unique<Tally>(m_calendar->drive(), *m_calendar->desk.window);
    }
    void cleanup()
    {
        m_tally.reset();
        m_calendar.reset();
    }
    void cleanupTestCase()
    {
        QTextStream out(stdout);
        out << QStringLiteral("task (" XINGLIN_LANGUAGE "), keys, clicks, windows, thoughts, seconds\n");
        for (const QString &row : std::as_const(s_rows))
            out << row << '\n';
    }

    void book_atANamedTime_byKeys()
    {
        m_tally->think();
        m_tally->key(Qt::Key_N);
        choose("wjg");
        m_tally->think(); // which time
        m_tally->type("1530");
        m_tally->key(Qt::Key_Return);
        watched([&] { QTRY_COMPARE(ofPatient(clinic().wang), 2); });
        check("4 book at a named time, by keys", 12, 0, 8, 0);
    }

    void book_atANamedTime_byMouse()
    {
        const QPoint at = m_calendar->pointAt(clinic().shen, 900);
        m_tally->think();
        m_tally->drag(); // two clicks: the double click on the time
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, at);
        choose("wjg");
        m_tally->key(Qt::Key_Return);
        watched([&] { QTRY_COMPARE(ofPatient(clinic().wang), 2); });
        check("4 book at a named time, by mouse", 5, 2, 8, 0);
    }

    void book_nextFree_withConditions()
    {
        // The caller has been found: the selected appointment is theirs.
        QVERIFY(view().select(clinic().second));
        m_tally->think();
        m_tally->key(Qt::Key_F);
        QTRY_VERIFY(focused("bookingTimes"));
        QTRY_COMPARE(times().times().size(), 3);
        m_tally->key(Qt::Key_W);
        m_tally->key(Qt::Key_E);
        watched([&] { QTRY_VERIFY(isEvening()); });
        m_tally->think(); // which of the three
        m_tally->key(Qt::Key_2);
        m_tally->key(Qt::Key_Return);
        watched([&] { QTRY_COMPARE(ofPatient(clinic().wang), 2); });
        check("5 next free time, a woman, from 17:00", 6, 0, 6, 0);
    }

    void cancel_andGiveTheTimeToWhoWaits()
    {
        QVERIFY(m_calendar->act("waitlist.add", [&](store::Transaction &tx) {
            WaitlistDraft draft;
            draft.patient = clinic().wang;
            draft.service = clinic().followUp;
            draft.first = CalendarClinic::thursday();
            draft.last = draft.first.addDays(7);
            return schedule::addToWaitlist(tx, draft);
        }));
        QVERIFY(view().select(clinic().first));
        m_tally->think();
        m_tally->key(Qt::Key_Delete);
        m_calendar->drive().get("cancelAppointmentDialog");
        QTRY_VERIFY(focused("cancelAppointmentReasonUsual"));
        m_tally->think(); // the reason
        m_tally->key(Qt::Key_1);
        m_tally->key(Qt::Key_Return);
        watched([&] { QTRY_VERIFY(focused("waitlist")); });
        watched([&] { QTRY_COMPARE(m_calendar->drive().get<QListView>("waitlist").model()->rowCount(), 1); });
        m_tally->think(); // do they want it
        m_tally->key(Qt::Key_Return);
        watched([&] { QTRY_COMPARE(ofPatient(clinic().wang), 2); });
        check("8 cancel and fill from the waitlist", 4, 0, 10, 1);
    }

    void waitlist_aCaller()
    {
        m_tally->think();
        m_tally->key(Qt::Key_B);
        choose("wjg");
        QTRY_VERIFY(focused("bookingWishes"));
        m_tally->think(); // when
        m_tally->key(Qt::Key_P);
        m_tally->key(Qt::Key_Return);
        watched([&] {
            QTRY_COMPARE(m_calendar->desk
                             .ask(m_calendar->desk.clinic.owner(),
                                  [](const store::Snapshot &view) { return schedule::waitlist(view); })
                             ->size(),
                         1);
        });
        check("9 put a caller on the waitlist", 7, 0, 8, 0);
    }

private:
    DayView &view() { return m_calendar->view(); }
    CalendarClinic &clinic() { return m_calendar->clinic(); }
    BookingTimes &times() { return m_calendar->drive().get<BookingTimes>("bookingTimes"); }
    static bool focused(const char *name)
    {
        const QWidget *one = QApplication::focusWidget();
        return one && one->objectName() == QLatin1String(name);
    }
    bool isEvening()
    {
        const QList<FreeTime> all = times().times();
        return !all.isEmpty() && std::all_of(all.cbegin(), all.cend(), [&](const FreeTime &one) {
            return one.period.from >= CalendarClinic::at(1020, civilDay(one.period.from, QTimeZone("Asia/Shanghai"))) &&
                   one.resources == QList<ResourceId>{clinic().gu};
        });
    }
    template <class F>
    void watched(F f)
    {
        QElapsedTimer watch;
        watch.start();
        f();
        m_tally->wait(watch);
    }
    /// Three letters and Enter.
    void choose(const char *initials)
    {
        QTRY_VERIFY(focused("bookingPatient"));
        m_tally->type(initials);
        auto &patient = m_calendar->drive().get<PatientChoice>("bookingPatient");
        watched([&] { QTRY_VERIFY(patient.isUndecided()); });
        m_tally->key(Qt::Key_Return);
        QTRY_VERIFY(patient.chosen().has_value());
    }
    int ofPatient(PatientId id)
    {
        const auto all = m_calendar->desk.ask(m_calendar->desk.clinic.owner(), [](const store::Snapshot &view) {
            return schedule::between(view, {CalendarClinic::at(0), CalendarClinic::at(0) + std::chrono::days(40)});
        });
        return static_cast<int>(
            std::count_if(all->cbegin(), all->cend(), [&](const Appointment &one) { return one.patient == id; }));
    }
    void check(const char *task, int keys, int clicks, double seconds, int windows)
    {
        const Cost cost = m_tally->cost();
        s_rows << QStringLiteral("%1: %2/%3 keys, %4/%5 clicks, %6/%7 windows, %8 thoughts, %9/%10 s")
                      .arg(QString::fromUtf8(task))
                      .arg(cost.keys)
                      .arg(keys)
                      .arg(cost.clicks)
                      .arg(clicks)
                      .arg(cost.windows)
                      .arg(windows)
                      .arg(cost.thoughts)
                      .arg(cost.seconds(), 0, 'f', 1)
                      .arg(seconds);
        QVERIFY2(cost.keys <= keys && cost.clicks <= clicks && cost.seconds() <= seconds, qPrintable(s_rows.last()));
        QCOMPARE(cost.windows, windows);
    }

    static QStringList s_rows;
    std::unique_ptr<CalendarDesk> m_calendar;
    std::unique_ptr<Tally> m_tally;
};

QStringList TestDeskBooking::s_rows;

QTEST_MAIN(TestDeskBooking)
#include "tst_deskbooking.moc"
