#include "ui/calendar/calendardesk.h"
#include "ui/tasks/tally.h"

#include <QTextStream>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// The receptionist's task of moving an appointment to another day, in the real window: by keys, and by dragging it in
/// the week. Keys, clicks, windows and seconds by the keystroke-level model stand in a table beside their targets.
class TestMoving : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral(XINGLIN_LANGUAGE), ThemeName::Paper, 1.0); }
    void init();
    void cleanup();
    void cleanupTestCase();

    void move_toTheNextDay_byKeys();
    void move_toAnotherDay_byDragging();

private:
    static constexpr double target = 5; ///< Seconds.
    void check(const char *task);
    Period stored() { return m_calendar->stored(m_calendar->clinic().first).period; }
    static Period on(QDate day) { return {CalendarClinic::at(630, day), CalendarClinic::at(650, day)}; }

    static QStringList s_rows;
    std::unique_ptr<CalendarDesk> m_calendar;
    std::unique_ptr<Tally> m_tally;
};

QStringList TestMoving::s_rows;

void TestMoving::init()
{
    m_calendar = std::make_unique<CalendarDesk>();
    m_calendar->open();
    // They look at who is to be moved: the task begins with the appointment under the hand.
    QVERIFY(m_calendar->view().select(m_calendar->clinic().first));
    m_tally = std::make_unique<Tally>(m_calendar->drive(), *m_calendar->desk.window);
}

void TestMoving::cleanup()
{
    m_tally.reset();
    m_calendar.reset();
}

void TestMoving::cleanupTestCase()
{
    QTextStream out(stdout);
    out << QStringLiteral("task (" XINGLIN_LANGUAGE "), keys, clicks, windows, thoughts, seconds\n");
    for (const QString &row : std::as_const(s_rows))
        out << row << '\n';
}

void TestMoving::check(const char *task)
{
    const Cost cost = m_tally->cost();
    s_rows << QStringLiteral("%1: %2 keys, %3 clicks, %4/0 windows, %5 thoughts, %6/%7 s")
                  .arg(QString::fromUtf8(task))
                  .arg(cost.keys)
                  .arg(cost.clicks)
                  .arg(cost.windows)
                  .arg(cost.thoughts)
                  .arg(cost.seconds(), 0, 'f', 1)
                  .arg(target);
    QVERIFY2(cost.seconds() <= target, qPrintable(s_rows.last()));
    QCOMPARE(cost.windows, 0);
}

void TestMoving::move_toTheNextDay_byKeys()
{
    const QDate next = CalendarClinic::thursday().addDays(1);
    m_tally->think();
    m_tally->key(Qt::Key_X, Qt::ControlModifier);
    m_tally->key(Qt::Key_PageDown);
    QElapsedTimer watch;
    watch.start();
    QTRY_COMPARE(m_calendar->view().columns().constFirst().day, next);
    m_tally->wait(watch);
    m_tally->think(); // is it free there?
    QCOMPARE(m_calendar->view().carriedHindrance().kind, Hindrance::Kind::None);
    m_tally->key(Qt::Key_V, Qt::ControlModifier);
    watch.restart();
    QTRY_COMPARE(stored(), on(next));
    QTRY_VERIFY(m_calendar->view().selected());
    m_tally->wait(watch);
    check("7 move to another day, Ctrl X, day, Ctrl V");
}

void TestMoving::move_toAnotherDay_byDragging()
{
    m_calendar->page().setMode(CalendarPage::Mode::Week);
    QTRY_COMPARE(m_calendar->view().columns().size(), 7);
    DayView &view = m_calendar->view();
    const QPoint from = m_calendar->blockPoint(m_calendar->clinic().first);
    const int wide = qRound(view.geometryOfDay().columnWidth);
    m_tally->think();
    m_tally->drag();
    m_calendar->press(from);
    m_calendar->moveTo(from + QPoint(wide / 2, 0));
    m_calendar->moveTo(from + QPoint(wide, 0));
    m_calendar->release(from + QPoint(wide, 0));
    QElapsedTimer watch;
    watch.start();
    QTRY_COMPARE(stored(), on(CalendarClinic::thursday().addDays(1)));
    m_tally->wait(watch);
    check("7 move to another day, dragged in the week");
}

QTEST_MAIN(TestMoving)
#include "tst_moving.moc"
