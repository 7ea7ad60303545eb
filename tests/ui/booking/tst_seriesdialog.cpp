#include "clinic/schedule/series.h"
#include "tour/tourlint.h"
#include "ui/booking/seriesdialog.h"
#include "ui/calendar/calendardesk.h"
#include "ui/kit/button.h"

#include <QLineEdit>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// Courses of treatment in the real window, from the calendar, looked at in the store.
class TestSeriesDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral("en"), ThemeName::Paper, 1.0); }
    void init();
    void cleanup() { m_calendar.reset(); }

    void course_withClashes_proposesOthersAndBooksAll();
    void course_takenBack_leavesNothing();
    void course_oneLeftOut_booksTheRest();
    void course_somebodyWasQuicker_staysAndProposesAnew();
    void course_composing_enterBooksNothing();
    void course_otherWeekdays_proposesAnew();
    void follow_moved_allMoveTogether();

private:
    GuiDriver &drive() { return m_calendar->drive(); }
    CalendarClinic &made() { return m_calendar->clinic(); }
    ProposalList &list()
    {
        return *drive().get<QTableView>("proposals").parentWidget()->window()->findChild<ProposalList *>();
    }
    /// Opens the course of whose appointment is first; its proposals are there then.
    void open();
    QList<Appointment> booked();

    std::unique_ptr<CalendarDesk> m_calendar;
};

void TestSeriesDialog::init()
{
    m_calendar = std::make_unique<CalendarDesk>([](CalendarClinic &one) {
        one.bookSome();
        one.book(one.wish(one.wang, one.followUp, 630, one.shen, QDate(2026, 3, 16)));
        one.book(one.wish(one.li, one.followUp, 630, one.shen, QDate(2026, 3, 26)));
    });
    m_calendar->open();
    QVERIFY(m_calendar->view().select(made().first));
}

void TestSeriesDialog::open()
{
    drive().key(Qt::Key_R);
    drive().get("seriesDialog");
    QTRY_COMPARE(list().proposals().size(), 10);
    QTRY_VERIFY(list().view()->hasFocus());
}

QList<Appointment> TestSeriesDialog::booked()
{
    const auto all = m_calendar->desk.ask(m_calendar->desk.clinic.owner(), [](const store::Snapshot &view) {
        return schedule::between(view,
                                 {CalendarClinic::at(0, QDate(2026, 3, 13)), CalendarClinic::at(0, QDate(2026, 6, 1))});
    });
    QList<Appointment> own;
    for (const Appointment &one : *all) {
        if (one.patient == made().chen)
            own << one;
    }
    return own;
}

void TestSeriesDialog::course_withClashes_proposesOthersAndBooksAll()
{
    open();
    QTRY_COMPARE(tour::flaws(&drive().get("seriesDialog")), QString());
    const QList<Proposal> &all = list().proposals();
    QVERIFY(!all[0].why.isEmpty());
    QVERIFY(all[1].why.isEmpty());
    QVERIFY(!all[3].why.isEmpty());
    QCOMPARE(list().view()->currentIndex().row(), 0);
    const FreeTime second = all[0].options.at(2);
    drive().key(Qt::Key_2);
    QCOMPARE(list().view()->currentIndex().row(), 3); // on to the next that is not as it was wished
    const FreeTime first = all[3].options.at(0);
    drive().key(Qt::Key_Return);
    QTRY_COMPARE(booked().size(), 10);
    const QList<Appointment> own = booked();
    QVERIFY(std::all_of(own.cbegin(), own.cend(), [](const Appointment &one) { return one.series.has_value(); }));
    const auto holds = [&own](const FreeTime &time) {
        return std::any_of(own.cbegin(), own.cend(), [&](const Appointment &one) { return one.period == time.period; });
    };
    QVERIFY(holds(second));
    QVERIFY(holds(first));
}

void TestSeriesDialog::course_takenBack_leavesNothing()
{
    open();
    drive().key(Qt::Key_Return);
    QTRY_COMPARE(booked().size(), 10);
    QTRY_COMPARE(drive().focus(), &m_calendar->view());
    drive().key(Qt::Key_Z, Qt::ControlModifier);
    drive().get("askVerb");
    drive().key(Qt::Key_Return);
    QTRY_COMPARE(booked().size(), 0);
}

void TestSeriesDialog::course_oneLeftOut_booksTheRest()
{
    open();
    const Instant wished = list().proposals()[0].wished;
    drive().key(Qt::Key_Delete);
    drive().key(Qt::Key_Return);
    QTRY_COMPARE(booked().size(), 9);
    QVERIFY(booked().constFirst().period.from > wished);
}

void TestSeriesDialog::course_somebodyWasQuicker_staysAndProposesAnew()
{
    open();
    const FreeTime wanted = *list().proposals()[2].time();
    QVERIFY(m_calendar->act("appointment.book", [&](store::Transaction &tx) {
        AppointmentDraft draft;
        draft.patient = made().li;
        draft.service = made().followUp;
        draft.start = wanted.period.from;
        draft.resources = wanted.resources;
        return schedule::book(tx, draft);
    }));
    drive().key(Qt::Key_Return);
    drive().get("askProblem");
    QTRY_COMPARE(list().view()->currentIndex().row(), 2);
    QVERIFY(list().proposals()[2].time() != wanted);
    QVERIFY(booked().isEmpty());
    QTRY_VERIFY(drive().get<QAbstractButton>("askVerb").isEnabled());
    drive().key(Qt::Key_Return);
    QTRY_COMPARE(booked().size(), 10);
}

void TestSeriesDialog::course_composing_enterBooksNothing()
{
    open();
    drive().get("seriesTime").setFocus();
    drive().compose(QStringLiteral("shi"));
    drive().key(Qt::Key_Return);
    QTest::qWait(200);
    QVERIFY(drive().find("seriesDialog"));
    QVERIFY(booked().isEmpty());
}

void TestSeriesDialog::course_otherWeekdays_proposesAnew()
{
    open();
    drive().fill("seriesFirst", QStringLiteral("3-17"));
    drive().get("seriesWeekdays").setFocus();
    drive().type("1"); // Monday off
    drive().type("4"); // Thursday off
    drive().type("2");
    drive().fill("seriesTime", QStringLiteral("1430"));
    QTRY_COMPARE(list().proposals().value(0).wished, CalendarClinic::at(870, QDate(2026, 3, 17)));
    QCOMPARE(list().proposals().value(9).wished, CalendarClinic::at(870, QDate(2026, 5, 19)));
    drive().fill("seriesTime", QStringLiteral("99"));
    QTRY_VERIFY(!drive().get<QAbstractButton>("askVerb").isEnabled());
}

void TestSeriesDialog::follow_moved_allMoveTogether()
{
    open();
    drive().key(Qt::Key_Return);
    QTRY_COMPARE(booked().size(), 10);
    const QList<Appointment> before = booked();
    QTRY_VERIFY(m_calendar->view().selected());
    QTRY_COMPARE(drive().focus(), &m_calendar->view());
    const Appointment first = m_calendar->view().selected()->appointment;
    drive().key(Qt::Key_X, Qt::ControlModifier);
    drive().key(Qt::Key_PageDown);
    QTRY_COMPARE(m_calendar->view().columns().constFirst().day,
                 civilDay(first.period.from, QTimeZone("Asia/Shanghai")).addDays(1));
    drive().key(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    drive().get("seriesDialog");
    QTRY_COMPARE(list().proposals().size(), 10);
    QTRY_COMPARE(tour::flaws(&drive().get("seriesDialog")), QString());
    drive().key(Qt::Key_Return);
    QTRY_VERIFY(booked() != before);
    QCOMPARE(booked().constFirst().period.from, first.period.from + std::chrono::hours(24));
    QCOMPARE(booked().size(), 10);
}

QTEST_MAIN(TestSeriesDialog)
#include "tst_seriesdialog.moc"
