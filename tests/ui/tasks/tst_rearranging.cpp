#include "clinic/schedule/series.h"
#include "ui/booking/calltable.h"
#include "ui/booking/proposals.h"
#include "ui/calendar/calendardesk.h"
#include "ui/tasks/tally.h"

#include <QLineEdit>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// The receptionist's tasks that touch many appointments at once, in the real window: a course of treatment, a morning
/// whose practitioner is ill, the calls about tomorrow. Keys, windows and seconds by the keystroke-level model stand in
/// a table beside their targets.
class TestRearranging : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral(XINGLIN_LANGUAGE), ThemeName::Paper, 1.0); }
    void cleanup();
    void cleanupTestCase();

    void course_ofTenWithClashes_isBooked();
    void absence_ofAMorning_isClearedAndTakenBack();
    void calls_aboutTomorrow_areAnswered();

private:
    void begin(const std::function<void(CalendarClinic &)> &prepare);
    void check(const char *task, double target);
    GuiDriver &drive() { return m_calendar->drive(); }
    CalendarClinic &made() { return m_calendar->clinic(); }
    const QList<Proposal> &proposals()
    {
        return static_cast<const ProposalModel *>(drive().get<QTableView>("proposals").model())->proposals();
    }
    QList<Appointment> on(QDate day);

    static QStringList s_rows;
    std::unique_ptr<CalendarDesk> m_calendar;
    std::unique_ptr<Tally> m_tally;
};

QStringList TestRearranging::s_rows;

namespace {

QDate friday()
{
    return CalendarClinic::thursday().addDays(1);
}

/// So many on one day with one practitioner, from 8:30 on.
void fill(CalendarClinic &clinic, QDate day, int many)
{
    const PatientId people[] = {clinic.chen, clinic.wang, clinic.li};
    for (int i = 0; i < many; ++i)
        clinic.book(clinic.wish(people[i % 3], clinic.followUp, 510 + 20 * i, clinic.shen, day));
}

} // namespace

void TestRearranging::begin(const std::function<void(CalendarClinic &)> &prepare)
{
    m_calendar = std::make_unique<CalendarDesk>(prepare);
    m_calendar->open();
    m_tally = std::make_unique<Tally>(drive(), *m_calendar->desk.window);
}

void TestRearranging::cleanup()
{
    m_tally.reset();
    m_calendar.reset();
}

void TestRearranging::cleanupTestCase()
{
    QTextStream out(stdout);
    out << QStringLiteral("task (" XINGLIN_LANGUAGE "), keys, clicks, windows, thoughts, seconds\n");
    for (const QString &row : std::as_const(s_rows))
        out << row << '\n';
}

void TestRearranging::check(const char *task, double target)
{
    const Cost cost = m_tally->cost();
    s_rows << QStringLiteral("%1: %2 keys, %3 clicks, %4/1 windows, %5 thoughts, %6/%7 s")
                  .arg(QString::fromUtf8(task))
                  .arg(cost.keys)
                  .arg(cost.clicks)
                  .arg(cost.windows)
                  .arg(cost.thoughts)
                  .arg(cost.seconds(), 0, 'f', 1)
                  .arg(target);
    QVERIFY2(cost.seconds() <= target, qPrintable(s_rows.last()));
    QVERIFY2(cost.windows <= 1, qPrintable(s_rows.last()));
    QCOMPARE(cost.clicks, 0);
}

QList<Appointment> TestRearranging::on(QDate day)
{
    const auto found = m_calendar->desk.ask(m_calendar->desk.clinic.owner(), [day](const store::Snapshot &view) {
        return schedule::between(view, {CalendarClinic::at(0, day), CalendarClinic::at(0, day.addDays(1))});
    });
    return found ? *found : QList<Appointment>();
}

void TestRearranging::course_ofTenWithClashes_isBooked()
{
    begin([](CalendarClinic &one) {
        one.bookSome();
        one.book(one.wish(one.wang, one.followUp, 630, one.shen, QDate(2026, 3, 16)));
        one.book(one.wish(one.li, one.followUp, 630, one.shen, QDate(2026, 3, 26)));
    });
    QVERIFY(m_calendar->view().select(made().first));
    m_tally->think();
    m_tally->key(Qt::Key_R);
    QElapsedTimer watch;
    watch.start();
    drive().get("proposals");
    QTRY_COMPARE(proposals().size(), 10);
    m_tally->wait(watch);
    QCOMPARE(std::count_if(proposals().cbegin(), proposals().cend(),
                           [](const Proposal &one) { return !one.why.isEmpty() && one.options.size() > 1; }),
             3); // two are taken, one is a holiday
    for (const Qt::Key other : {Qt::Key_1, Qt::Key_2, Qt::Key_1}) {
        m_tally->think();
        m_tally->key(other);
    }
    m_tally->think();
    m_tally->key(Qt::Key_Return);
    watch.restart();
    QTRY_VERIFY(!drive().find("seriesDialog"));
    m_tally->wait(watch);
    check("6 a course of 10, twice a week, three clashes", 15);
    int booked = 0;
    for (QDate day = friday(); day < friday().addDays(60); day = day.addDays(1)) {
        for (const Appointment &one : on(day))
            booked += one.patient == made().chen && one.series;
    }
    QCOMPARE(booked, 10);
}

void TestRearranging::absence_ofAMorning_isClearedAndTakenBack()
{
    begin([](CalendarClinic &one) { fill(one, friday(), 8); });
    const QList<Appointment> before = on(friday());
    QCOMPARE(before.size(), 8);
    m_calendar->page().showDay(friday());
    QTRY_COMPARE(m_calendar->view().columns().constFirst().day, friday());
    m_calendar->view().setCursorAt(m_calendar->column(made().shen), 510); // they look at the day
    QTRY_COMPARE(drive().focus(), &m_calendar->view());
    m_tally->think();
    m_tally->key(Qt::Key_I);
    QElapsedTimer watch;
    watch.start();
    drive().get("proposals");
    QTRY_COMPARE(proposals().size(), 8);
    m_tally->wait(watch);
    m_tally->think();
    m_tally->key(Qt::Key_2, Qt::AltModifier); // the morning
    watch.restart();
    QTRY_VERIFY(drive().get<QAbstractButton>("askVerb").isEnabled());
    QTRY_COMPARE(proposals().size(), 8);
    m_tally->wait(watch);
    m_tally->think(8); // each is looked at
    m_tally->key(Qt::Key_1);
    m_tally->key(Qt::Key_Return);
    watch.restart();
    auto &calls = drive().get<CallTable>("absenceCalls");
    QTRY_VERIFY(calls.hasFocus());
    m_tally->wait(watch);
    QCOMPARE(calls.calls().size(), 8);
    QVERIFY(!calls.calls().constFirst().what.isEmpty());
    check("12 a morning of 8 patients cleared, with what to say", 60);
    for (const Appointment &one : on(friday()))
        QVERIFY(!one.resources.contains(made().shen));
    drive().key(Qt::Key_Escape);
    QTRY_COMPARE(drive().focus(), &m_calendar->view());
    drive().key(Qt::Key_Z, Qt::ControlModifier);
    drive().get("askVerb");
    drive().key(Qt::Key_Return);
    QTRY_COMPARE(on(friday()), before);
}

void TestRearranging::calls_aboutTomorrow_areAnswered()
{
    constexpr int many = 20;
    begin([](CalendarClinic &one) {
        fill(one, friday(), 10);
        for (int i = 0; i < 10; ++i)
            one.book(one.wish(i % 2 ? one.wang : one.li, one.followUp, 810 + 20 * i, one.gu, friday()));
    });
    m_tally->think();
    m_tally->key(Qt::Key_C);
    QElapsedTimer watch;
    watch.start();
    auto &calls = drive().get<CallTable>("calls");
    QTRY_COMPARE(calls.calls().size(), many);
    m_tally->wait(watch);
    for (int i = 0; i < many; ++i) {
        m_tally->think(); // what they said
        m_tally->key(i % 5 == 4 ? Qt::Key_N : Qt::Key_Y);
    }
    check("16 the calls about tomorrow's 20 patients, beside the calls", many * 3.0);
    QCOMPARE(calls.open(), 0);
    const auto confirmed = [this] {
        const QList<Appointment> all = on(friday());
        return std::count_if(all.cbegin(), all.cend(), [](const Appointment &one) { return one.confirmed; });
    };
    QTRY_COMPARE(confirmed(), 16);
}

QTEST_MAIN(TestRearranging)
#include "tst_rearranging.moc"
