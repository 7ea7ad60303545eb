#include "tour/tourlint.h"
#include "ui/calendar/calendardesk.h"
#include "ui/calendar/calendarprinter.h"
#include "ui/calendar/monthview.h"
#include "ui/calendar/weekstrip.h"
#include "ui/kit/segment.h"

#include <QDir>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// Other views of the calendar than the day: week, month, what is left out, what is printed.
class TestCalendarViews : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral("en"), ThemeName::Paper, 1.0); }

    void days_byKeys();
    void week_ofOneAndOfAll();
    void month_showsLoadsAndOpensADay();
    void filter_isRemembered();
    void none_isSaid();
    void zoom_byKeys_keepsTheTime();
    void side_anotherPanel_takesThePlace();
    void chart_byEnter();
    void print_withoutADialog();
    void narrow_panelIsADrawer();
    void looks_ofEachView_haveNoFlaws_data();
    void looks_ofEachView_haveNoFlaws();
};

void TestCalendarViews::days_byKeys()
{
    CalendarDesk calendar;
    calendar.open();
    const QDate day = CalendarClinic::thursday();
    calendar.drive().key(Qt::Key_PageDown);
    QTRY_COMPARE(calendar.view().columns().constFirst().day, day.addDays(1));
    calendar.drive().key(Qt::Key_PageUp);
    calendar.drive().key(Qt::Key_PageUp);
    QTRY_COMPARE(calendar.view().columns().constFirst().day, day.addDays(-1));
    calendar.drive().key(Qt::Key_T);
    QTRY_COMPARE(calendar.view().columns().constFirst().day, day);
    calendar.drive().key(Qt::Key_G);
    QTRY_VERIFY(calendar.drive().get("dateLine").hasFocus());
    calendar.drive().type("4-1");
    calendar.drive().key(Qt::Key_Return);
    QTRY_COMPARE(calendar.view().columns().constFirst().day, QDate(2026, 4, 1));
    QCOMPARE(calendar.drive().get<WeekStrip>("weekStrip").day(), QDate(2026, 4, 1));
}

void TestCalendarViews::week_ofOneAndOfAll()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.page().setMode(CalendarPage::Mode::Week);
    QTRY_COMPARE(calendar.view().columns().size(), 7);
    const QDate monday(2026, 3, 9);
    QCOMPARE(calendar.view().columns()[0].day, monday);
    QCOMPARE(calendar.view().columns()[3].blocks.size(), 1); // Shen's Thursday
    QTRY_VERIFY(calendar.view().hasFocus());
    calendar.drive().key(Qt::Key_A);
    QTRY_COMPARE(calendar.view().columns()[3].blocks.size(), 3);
    calendar.drive().key(Qt::Key_A);
    QTRY_COMPARE(calendar.view().columns()[3].blocks.size(), 1);
    // To another day within the week.
    QVERIFY(calendar.view().select(calendar.clinic().first));
    calendar.drive().key(Qt::Key_M);
    calendar.drive().key(Qt::Key_Right);
    calendar.drive().key(Qt::Key_Return);
    QTRY_COMPARE(calendar.stored(calendar.clinic().first).period.from,
                 CalendarClinic::at(630, CalendarClinic::thursday().addDays(1)));
    QCOMPARE(calendar.stored(calendar.clinic().first).resources, QList<ResourceId>{calendar.clinic().shen});
    calendar.drive().key(Qt::Key_PageDown);
    QTRY_COMPARE(calendar.view().columns()[0].day, monday.addDays(7));
}

void TestCalendarViews::month_showsLoadsAndOpensADay()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.page().setMode(CalendarPage::Mode::Month);
    auto &month = calendar.drive().get<MonthView>("monthView");
    QTRY_VERIFY(month.hasFocus());
    QTRY_COMPARE(month.loadOf(CalendarClinic::thursday()).appointments, 3);
    QCOMPARE(month.loadOf(CalendarClinic::thursday()).takenMinutes, 80);
    QVERIFY(month.loadOf(CalendarClinic::thursday()).openMinutes > 0);
    calendar.drive().key(Qt::Key_Down);
    QTRY_COMPARE(month.day(), CalendarClinic::thursday().addDays(7));
    calendar.drive().key(Qt::Key_PageDown);
    QTRY_COMPARE(month.day(), QDate(2026, 4, 19));
    calendar.drive().key(Qt::Key_Return);
    QTRY_COMPARE(calendar.page().mode(), CalendarPage::Mode::Day);
    QTRY_COMPARE(calendar.view().columns().constFirst().day, QDate(2026, 4, 19));
    QTRY_VERIFY(calendar.view().hasFocus());
}

void TestCalendarViews::filter_isRemembered()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.drive().key(Qt::Key_P);
    QTRY_VERIFY(calendar.drive().get("resourceChips").hasFocus());
    calendar.drive().key(Qt::Key_Space); // the first one: Shen
    calendar.drive().key(Qt::Key_Return);
    QTRY_COMPARE(calendar.view().columns().size(), 3);
    QCOMPARE(calendar.view().columns().constFirst().resource, calendar.clinic().gu);
    const QString path = hiddenResourcesPath(calendar.desk.clinic.folder());
    DiskFiles files;
    QTRY_COMPARE(readHiddenResources(files, path), HiddenResources{calendar.clinic().shen});
    CalendarPage later(*calendar.desk.window->clinic(), calendar.desk.window->workspace()->who());
    later.resize(1000, 600);
    later.show();
    QTRY_COMPARE(later.view()->columns().size(), 3);
    later.hide();
}

void TestCalendarViews::none_isSaid()
{
    Desk desk;
    desk.enter("reception");
    desk.drive().get("patientSearch");
    desk.drive().key(Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(desk.title(), QStringLiteral("Calendar"));
    QTRY_VERIFY(!desk.drive().find("dayView"));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
}

void TestCalendarViews::zoom_byKeys_keepsTheTime()
{
    CalendarDesk calendar;
    calendar.open();
    QCOMPARE(calendar.view().step(), 10);
    const double before = calendar.view().geometryOfDay().hour;
    calendar.drive().key(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(calendar.view().step(), 5);
    QVERIFY(calendar.view().geometryOfDay().hour > before);
    for (int i = 0; i < 5; ++i)
        calendar.drive().key(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(calendar.view().step(), 30);
    calendar.drive().key(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(calendar.view().geometryOfDay().hour, before);
}

void TestCalendarViews::side_anotherPanel_takesThePlace()
{
    CalendarDesk calendar;
    calendar.open();
    auto *panel = new QLabel(QStringLiteral("booking"));
    panel->setObjectName(QStringLiteral("bookingPanel"));
    QVERIFY(calendar.drive().find("appointmentPanel"));
    calendar.page().setSidePanel(panel);
    QVERIFY(calendar.drive().find("bookingPanel"));
    QVERIFY(!calendar.drive().find("appointmentPanel"));
    calendar.page().setSidePanel(nullptr);
    QVERIFY(calendar.drive().find("appointmentPanel"));
    delete panel;
}

void TestCalendarViews::chart_byEnter()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.drive().key(Qt::Key_Tab);
    calendar.drive().key(Qt::Key_Return);
    QTRY_COMPARE(calendar.drive().get<QLabel>("bannerTitle").text(), QStringLiteral("陈淑芬"));
}

void TestCalendarViews::print_withoutADialog()
{
    CalendarDesk calendar;
    calendar.open();
    QTemporaryDir folder;
    calendar.page().printer()->setFolder(folder.path());
    calendar.page().printer()->setAlwaysPdf(true);
    const auto papers = [&] { return QDir(folder.path()).entryList({QStringLiteral("*.pdf")}); };
    calendar.drive().key(Qt::Key_F9);
    QTRY_COMPARE(papers().size(), 1);
    QVERIFY(papers().constFirst().startsWith(QStringLiteral("2026-03-12")));
    QTRY_VERIFY(calendar.drive().find("calendarStrip"));
    calendar.drive().key(Qt::Key_F9, Qt::ControlModifier);
    QTRY_COMPARE(papers().size(), 2);
    calendar.drive().key(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_COMPARE(papers().size(), 3);
    QVERIFY(!papers().filter(QStringLiteral("2026-03-13")).isEmpty());
}

void TestCalendarViews::narrow_panelIsADrawer()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.desk.window->resize(1200, 720);
    QTRY_VERIFY(!calendar.drive().find("calendarSide"));
    calendar.drive().key(Qt::Key_F12);
    QTRY_VERIFY(calendar.drive().find("calendarSide"));
    calendar.drive().key(Qt::Key_F12);
    QTRY_VERIFY(!calendar.drive().find("calendarSide"));
}

void TestCalendarViews::looks_ofEachView_haveNoFlaws_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("day") << int(CalendarPage::Mode::Day);
    QTest::newRow("week") << int(CalendarPage::Mode::Week);
    QTest::newRow("month") << int(CalendarPage::Mode::Month);
}

void TestCalendarViews::looks_ofEachView_haveNoFlaws()
{
    QFETCH(int, mode);
    CalendarDesk calendar;
    calendar.open();
    calendar.drive().key(Qt::Key_Tab);
    calendar.page().setMode(CalendarPage::Mode(mode));
    QTRY_COMPARE(tour::flaws(calendar.desk.window.get()), QString());
}

QTEST_MAIN(TestCalendarViews)
#include "tst_calendarviews.moc"
