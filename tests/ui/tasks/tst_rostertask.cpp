#include "clinic/schedule/hourstext.h"
#include "ui/settings/rosterdesk.h"
#include "ui/tasks/tally.h"

#include <QTextStream>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 9, 24);
const QDate thisWeek(2026, 9, 21);
const QDate nextWeek(2026, 9, 28); // the National Day is its Thursday
constexpr double target = 30;      // seconds, for five people

/// Five people; with hours this week where @p working, and one of them on leave in the next.
void hire(store::Transaction &tx, bool working)
{
    const QStringList names{u"沈致远"_s, u"陆清和"_s, u"温如玉"_s, u"顾青禾"_s, u"林巧"_s};
    WorkingWeek week;
    std::fill(week.begin(), week.begin() + 5, QList<freebusy::DayPart>{{510, 720}, {840, 1050}});
    for (int i = 0; i < names.size(); ++i) {
        ResourceDraft draft;
        draft.name = names.at(i);
        draft.position = i + 1;
        const auto made = schedule::addResource(tx, draft);
        QVERIFY(made.ok());
        if (working)
            QVERIFY(schedule::setWeek(tx, made->id, thisWeek, week, schedule::Reach::ThisWeek).ok());
        if (i != 2)
            continue;
        const freebusy::Exception when{freebusy::Exception::Kind::Away, nextWeek, nextWeek.addDays(1), {}};
        QVERIFY(schedule::addException(tx, {made->id, when, u"进修"_s}).ok());
    }
}

} // namespace

/// Task 9 of the owner: the roster of next week for five people, in the real window by keyboard alone.
class TestRosterTask : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral(XINGLIN_LANGUAGE), ui::ThemeName::Paper, 1.0); }
    void task_nextWeekAsThisOneWithThreeChanges();
    void task_nextWeekFromNothing();

private:
    static void enter(RosterDesk &place, Tally &tally);
    static void type(Tally &tally, const char *hours);
    static void check(const char *task, const Cost &cost);
};

void TestRosterTask::enter(RosterDesk &place, Tally &tally)
{
    tally.think();
    for (int i = 0; i < 12 && !place.drive().find("settingsHours"); ++i)
        tally.key(Qt::Key_Down);
    tally.key(Qt::Key_Return);
    QVERIFY(place.isReady("hoursTable"));
    const QString before = place.drive().get<QLabel>("hoursWeek").text();
    QElapsedTimer watch;
    watch.start();
    tally.key(Qt::Key_PageDown);
    QTRY_VERIFY(place.drive().get<QLabel>("hoursWeek").text() != before);
    tally.wait(watch);
}

/// The first letter opens the cell, the others go where the hand is then.
void TestRosterTask::type(Tally &tally, const char *hours)
{
    tally.type(QByteArray(hours, 1).constData());
    tally.type(hours + 1);
}

void TestRosterTask::check(const char *task, const Cost &cost)
{
    QTextStream(stdout) << "9 " << task << " (" << XINGLIN_LANGUAGE << "): keys " << cost.keys << ", letters "
                        << cost.letters << ", clicks " << cost.clicks << ", windows " << cost.windows << "/0, thoughts "
                        << cost.thoughts << ", waited " << QString::number(cost.waited, 'f', 2) << " s, seconds "
                        << QString::number(cost.seconds(), 'f', 1) << '/' << target << '\n';
    QCOMPARE(cost.windows, 0);
    QCOMPARE(cost.clicks, 0);
    QVERIFY(cost.seconds() <= target);
}

void TestRosterTask::task_nextWeekAsThisOneWithThreeChanges()
{
    RosterDesk place([](store::Transaction &tx) { hire(tx, true); }, today);
    place.enter("owner");
    place.drive().click("place-settings");
    place.drive().get("settingsSections").setFocus();
    place.drive().key(Qt::Key_Home);
    Tally tally(place.drive(), *place.desk.window);
    enter(place, tally);
    QElapsedTimer watch;
    watch.start();
    tally.key(Qt::Key_F7);
    QTRY_COMPARE(place.cell("hoursTable", 4, 5), u"08:30–12:00 14:00–17:30"_s);
    tally.wait(watch);
    tally.think(2); // the leave and the holiday are in already; who works otherwise?
    tally.key(Qt::Key_Down);
    type(tally, "13-18"); // the second person on Monday
    tally.key(Qt::Key_Tab);
    tally.think();
    type(tally, "13-18"); // and on Tuesday
    tally.key(Qt::Key_Return);
    tally.think();
    tally.key(Qt::Key_Down);
    tally.key(Qt::Key_Delete); // the fourth is free on Tuesday
    tally.think();             // it is right
    const Cost cost = tally.cost();
    const auto hours = [&](int row, int day) {
        return schedule::hoursText(place.week(nextWeek).at(row).days.at(size_t(day)).regular);
    };
    QTRY_COMPARE(hours(3, 1), QString());
    QCOMPARE(hours(1, 0), u"13:00–18:00"_s);
    QCOMPARE(hours(1, 1), u"13:00–18:00"_s);
    QCOMPARE(hours(0, 4), u"08:30–12:00 14:00–17:30"_s);
    const auto week = place.week(nextWeek);
    QVERIFY(week.at(2).days.at(0).worked.isEmpty()); // on leave
    QVERIFY(week.at(0).days.at(3).worked.isEmpty()); // National Day
    check("roster of next week, 5 people, copied and changed", cost);
}

void TestRosterTask::task_nextWeekFromNothing()
{
    RosterDesk place([](store::Transaction &tx) { hire(tx, false); }, today);
    place.enter("owner");
    place.drive().click("place-settings");
    place.drive().get("settingsSections").setFocus();
    place.drive().key(Qt::Key_Home);
    Tally tally(place.drive(), *place.desk.window);
    enter(place, tally);
    tally.think();
    type(tally, "8:30-12 14-17:30");
    tally.key(Qt::Key_Return);
    tally.key(Qt::Key_Up);
    tally.think();
    tally.key(Qt::Key_C, Qt::ControlModifier);
    for (int day = 0; day < 4; ++day)
        tally.key(Qt::Key_Right, Qt::ShiftModifier);
    for (int person = 0; person < 4; ++person)
        tally.key(Qt::Key_Down, Qt::ShiftModifier);
    tally.key(Qt::Key_V, Qt::ControlModifier);
    tally.think();
    const Cost cost = tally.cost();
    for (int row = 0; row < 5; ++row) {
        for (int day = 0; day < 5; ++day)
            QTRY_COMPARE(schedule::hoursText(place.week(nextWeek).at(row).days.at(size_t(day)).regular),
                         u"08:30–12:00 14:00–17:30"_s);
    }
    check("roster of next week, 5 people, from nothing", cost);
}

QTEST_MAIN(TestRosterTask)
#include "tst_rostertask.moc"
