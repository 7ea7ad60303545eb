#include "clinic/schedule/attendance.h"
#include "clinic/schedule/queue.h"
#include "tour/tourlint.h"
#include "ui/calendar/calendardesk.h"
#include "ui/calendar/dragghost.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/toast.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

Instant at(int minute, QDate day = CalendarClinic::thursday())
{
    return CalendarClinic::at(minute, day);
}

} // namespace

/// Appointments moved in the real window, by keys and by mouse; the store says what came of it.
class TestCalendar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral("en"), ThemeName::Paper, 1.0); }

    void day_showsWhoIsBookedAndWhyItIsClosed();
    void keys_goFromOneAppointmentToTheNext();
    void keys_moveByMAndEnter();
    void keys_cutAndPutOnAnotherDay();
    void keys_fasterThanTheDay_waitForIt();
    void keys_putOnATakenTime_isRefusedAndCarriedOn();
    void keys_escape_putsItBack();
    void keys_enterWhileComposing_putsNothing();
    void drag_belowTheThreshold_doesNothing();
    void drag_movesAndTellsTheTimesMeanwhile();
    void drag_toAnotherPractitioner_isWithThem();
    void drag_ofTheLowerEdge_makesItLonger();
    void drag_overATakenTime_saysWho();
    void drag_escape_leavesItWhereItWas();
    void drag_onFreeTime_choosesIt();
    void drag_byWhoMayNotBook_doesNothing();
    void stale_movedMeanwhile_isToldAndNothingIsLost();
    void stale_twoForOneTime_oneWins();
    void cancel_withReason_freesTheTime();
    void changes_ofOthers_areShown();
    void changes_ofOthers_takeTheCursorWithWhatIsSelected();
    void state_fromLateToInConsultation_isColourIconAndLetter();
    void hue_ofServiceAndResource_isABarThatIsNotTheState();
};

void TestCalendar::day_showsWhoIsBookedAndWhyItIsClosed()
{
    CalendarDesk calendar([](CalendarClinic &clinic) {
        clinic.bookSome();
        clinic.leave(clinic.gu, 900, 960, QStringLiteral("义诊"));
    });
    calendar.open();
    const QList<DayColumn> columns = calendar.view().columns();
    QCOMPARE(columns.size(), 4);
    QCOMPARE(columns[0].name, QStringLiteral("沈明堂"));
    QCOMPARE(columns[0].detail, QStringLiteral("诊室一"));
    QCOMPARE(columns[0].right, QStringLiteral("0.3 / 7.5 h"));
    QCOMPARE(columns[0].blocks.size(), 1);
    QCOMPARE(columns[0].blocks[0].appointment.who, QStringLiteral("陈淑芬"));
    QCOMPARE(columns[0].blocks[0].span, (Span{630, 650}));
    const int gu = calendar.column(calendar.clinic().gu);
    QVERIFY(std::any_of(columns[gu].closed.cbegin(), columns[gu].closed.cend(),
                        [](const ClosedPart &part) { return part.reason == QStringLiteral("义诊"); }));
    QTRY_COMPARE(tour::flaws(calendar.desk.window.get()), QString());
}

void TestCalendar::keys_goFromOneAppointmentToTheNext()
{
    CalendarDesk calendar;
    calendar.open();
    DayView &view = calendar.view();
    QVERIFY(!view.selected());
    calendar.drive().key(Qt::Key_Tab);
    QVERIFY(view.selected());
    QCOMPARE(view.selected()->appointment.id, calendar.clinic().first);
    QVERIFY(view.hasFocus());
    QVERIFY(calendar.drive().find("hoverCard")); // the card, by keys as by mouse
    QCOMPARE(calendar.drive().get<QLabel>("appointmentWho").text(), QStringLiteral("陈淑芬"));
    calendar.drive().key(Qt::Key_Tab);
    QCOMPARE(view.selected()->appointment.id, calendar.clinic().second);
    calendar.drive().key(Qt::Key_Tab);
    QCOMPARE(view.selected()->appointment.id, calendar.clinic().third);
    calendar.drive().key(Qt::Key_Tab);
    QVERIFY(!view.hasFocus()); // no trap
    view.setFocus();
    calendar.drive().key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(view.selected()->appointment.id, calendar.clinic().second);
    QVERIFY(view.spokenValue().contains(QStringLiteral("王建国")));
    calendar.drive().key(Qt::Key_Escape);
    QVERIFY(!view.selected());
    calendar.drive().key(Qt::Key_Home);
    QCOMPARE(view.cursorSpan().from, 510);
    calendar.drive().key(Qt::Key_Down);
    QCOMPARE(view.cursorSpan().from, 520);
    calendar.drive().key(Qt::Key_End);
    QCOMPARE(view.cursorSpan().to, 1050);
    calendar.drive().key(Qt::Key_Left);
    QCOMPARE(view.cursorColumn(), calendar.column(calendar.clinic().shen));
}

void TestCalendar::keys_moveByMAndEnter()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.drive().key(Qt::Key_Tab);
    calendar.drive().key(Qt::Key_M);
    QVERIFY(calendar.view().carried());
    QVERIFY(calendar.drive().find("movingCard"));
    for (int i = 0; i < 3; ++i)
        calendar.drive().key(Qt::Key_Down);
    calendar.drive().key(Qt::Key_Return);
    QTRY_COMPARE(calendar.stored(calendar.clinic().first).period, (Period{at(660), at(680)}));
    QTRY_VERIFY(!calendar.view().carried());
    QTRY_VERIFY(calendar.view().selected());
    QCOMPARE(calendar.view().selected()->appointment.id, calendar.clinic().first);
    QCOMPARE(calendar.stored(calendar.clinic().first).resources, QList<ResourceId>{calendar.clinic().shen});
    QTRY_VERIFY(calendar.drive().find<Toast>("toast"));
    QVERIFY(calendar.drive().get<Toast>("toast").text().contains(QStringLiteral("陈淑芬")));
}

void TestCalendar::keys_cutAndPutOnAnotherDay()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.drive().key(Qt::Key_Tab);
    calendar.drive().key(Qt::Key_X, Qt::ControlModifier);
    calendar.drive().key(Qt::Key_PageDown);
    QTRY_COMPARE(calendar.view().columns().constFirst().day, CalendarClinic::thursday().addDays(1));
    QVERIFY(calendar.view().carried());
    calendar.drive().key(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(calendar.stored(calendar.clinic().first).period.from, at(630, CalendarClinic::thursday().addDays(1)));
    QTRY_VERIFY(calendar.view().selected());
}

void TestCalendar::keys_fasterThanTheDay_waitForIt()
{
    CalendarDesk calendar;
    calendar.open();
    QVERIFY(calendar.view().select(calendar.clinic().first));
    // Nothing is waited for between the keys: none of them means a day that is still on the screen.
    calendar.drive().key(Qt::Key_X, Qt::ControlModifier);
    calendar.drive().key(Qt::Key_PageDown);
    calendar.drive().key(Qt::Key_Right);
    calendar.drive().key(Qt::Key_V, Qt::ControlModifier);
    calendar.drive().key(Qt::Key_PageDown);
    calendar.drive().key(Qt::Key_N);
    QTRY_COMPARE(calendar.stored(calendar.clinic().first).period.from, at(630, CalendarClinic::thursday().addDays(1)));
    QCOMPARE(calendar.stored(calendar.clinic().first).resources, QList<ResourceId>{calendar.clinic().gu});
}

void TestCalendar::keys_putOnATakenTime_isRefusedAndCarriedOn()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.drive().key(Qt::Key_Tab);
    calendar.drive().key(Qt::Key_X, Qt::ControlModifier);
    calendar.drive().key(Qt::Key_Right); // Gu has somebody at 11:00
    for (int i = 0; i < 3; ++i)
        calendar.drive().key(Qt::Key_Down);
    QCOMPARE(calendar.view().carriedHindrance().kind, Hindrance::Kind::Taken);
    QVERIFY(calendar.drive().get<QLabel>("movingWhy").text().contains(QStringLiteral("王建国")));
    calendar.drive().key(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(calendar.drive().find<MessageStrip>("calendarStrip"));
    const QString said = calendar.drive().get<MessageStrip>("calendarStrip").text();
    QVERIFY2(said.contains(QStringLiteral("王建国")) && said.contains(QStringLiteral("11:00")), qPrintable(said));
    QVERIFY(calendar.view().carried()); // it can still go somewhere else
    QCOMPARE(calendar.stored(calendar.clinic().first).period.from, at(630));
    for (int i = 0; i < 2; ++i)
        calendar.drive().key(Qt::Key_Down);
    calendar.drive().key(Qt::Key_Return);
    QTRY_COMPARE(calendar.stored(calendar.clinic().first).period.from, at(680));
    QCOMPARE(calendar.stored(calendar.clinic().first).resources, QList<ResourceId>{calendar.clinic().gu});
    QTRY_VERIFY(!calendar.drive().find("calendarStrip"));
}

void TestCalendar::keys_escape_putsItBack()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.drive().key(Qt::Key_Tab);
    calendar.drive().key(Qt::Key_M);
    calendar.drive().key(Qt::Key_Down);
    calendar.drive().key(Qt::Key_Escape);
    QVERIFY(!calendar.view().carried());
    QVERIFY(calendar.view().selected());
    QCOMPARE(calendar.view().selected()->appointment.id, calendar.clinic().first);
    QCOMPARE(calendar.stored(calendar.clinic().first).period.from, at(630));
}

void TestCalendar::keys_enterWhileComposing_putsNothing()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.drive().key(Qt::Key_G);
    auto &line = calendar.drive().get("dateLine");
    QTRY_VERIFY(line.hasFocus());
    calendar.drive().commit(QStringLiteral("+1"));
    calendar.drive().compose(QStringLiteral("ming"));
    calendar.drive().key(Qt::Key_Return);
    QTest::qWait(50);
    QVERIFY(calendar.drive().find("dateDialog"));
    QCOMPARE(calendar.page().day(), CalendarClinic::thursday());
    calendar.drive().compose({});
    calendar.drive().key(Qt::Key_Return);
    QTRY_COMPARE(calendar.page().day(), CalendarClinic::thursday().addDays(1));
    // The view itself takes no text: a letter is a key there, never the beginning of a word.
    QVERIFY(!calendar.view().testAttribute(Qt::WA_InputMethodEnabled));
}

void TestCalendar::drag_belowTheThreshold_doesNothing()
{
    CalendarDesk calendar;
    calendar.open();
    const QPoint from = calendar.blockPoint(calendar.clinic().first);
    QSignalSpy wanted(&calendar.view(), &DayView::moveWanted);
    calendar.press(from);
    calendar.moveTo(from + QPoint(0, DayView::dragFrom - 1));
    QVERIFY(!calendar.drive().find("dragGhost"));
    calendar.release(from + QPoint(0, DayView::dragFrom - 1));
    QVERIFY(wanted.isEmpty());
    QCOMPARE(calendar.stored(calendar.clinic().first).period.from, at(630));
    QVERIFY(calendar.view().selected());
}

void TestCalendar::drag_movesAndTellsTheTimesMeanwhile()
{
    CalendarDesk calendar;
    calendar.open();
    const QPoint from = calendar.blockPoint(calendar.clinic().first);
    const int hour = qRound(calendar.view().geometryOfDay().hour);
    calendar.press(from);
    calendar.moveTo(from + QPoint(0, hour / 2));
    calendar.moveTo(from + QPoint(0, hour));
    QCOMPARE(calendar.drive().get<DragGhost>("dragGhost").times(), QStringLiteral("10:30 → 11:30"));
    QCOMPARE(calendar.drive().get<DragGhost>("dragGhost").hindrance().kind, Hindrance::Kind::None);
    QCOMPARE(calendar.stored(calendar.clinic().first).period.from, at(630)); // not before it is let go
    calendar.release(from + QPoint(0, hour));
    QVERIFY(!calendar.drive().find("dragGhost"));
    QTRY_COMPARE(calendar.stored(calendar.clinic().first).period, (Period{at(690), at(710)}));
    QTRY_COMPARE(calendar.view().columns().constFirst().blocks.constFirst().span.from, 690);
}

void TestCalendar::drag_toAnotherPractitioner_isWithThem()
{
    CalendarDesk calendar;
    calendar.open();
    const QPoint from = calendar.blockPoint(calendar.clinic().first);
    const int wide = qRound(calendar.view().geometryOfDay().columnWidth);
    calendar.press(from);
    calendar.moveTo(from + QPoint(wide / 2, 0));
    calendar.moveTo(from + QPoint(wide, 0));
    calendar.release(from + QPoint(wide, 0));
    QTRY_COMPARE(calendar.stored(calendar.clinic().first).resources, QList<ResourceId>{calendar.clinic().gu});
    QCOMPARE(calendar.stored(calendar.clinic().first).period.from, at(630));
}

void TestCalendar::drag_ofTheLowerEdge_makesItLonger()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.view().select(calendar.clinic().first);
    const QRect rect = calendar.view().rectOf(calendar.clinic().first);
    const QPoint from(rect.left() + 40, rect.bottom() - 2);
    const int hour = qRound(calendar.view().geometryOfDay().hour);
    calendar.press(from);
    calendar.moveTo(from + QPoint(0, hour / 4));
    calendar.moveTo(from + QPoint(0, hour / 3 + 2));
    calendar.release(from + QPoint(0, hour / 3 + 2));
    QTRY_COMPARE(calendar.stored(calendar.clinic().first).period, (Period{at(630), at(670)}));
}

void TestCalendar::drag_overATakenTime_saysWho()
{
    CalendarDesk calendar;
    calendar.open();
    const QPoint from = calendar.blockPoint(calendar.clinic().first);
    const QPoint to(from.x() + qRound(calendar.view().geometryOfDay().columnWidth),
                    from.y() + qRound(calendar.view().geometryOfDay().hour / 2));
    calendar.press(from);
    calendar.moveTo(from + QPoint(20, 20));
    calendar.moveTo(to);
    const Hindrance why = calendar.drive().get<DragGhost>("dragGhost").hindrance();
    QCOMPARE(why.kind, Hindrance::Kind::Taken);
    QVERIFY(why.words.contains(QStringLiteral("王建国")));
    calendar.release(to);
    QTRY_VERIFY(calendar.drive().find<MessageStrip>("calendarStrip"));
    QVERIFY(calendar.drive().get<MessageStrip>("calendarStrip").text().contains(QStringLiteral("王建国")));
    QCOMPARE(calendar.stored(calendar.clinic().first).period.from, at(630));
}

void TestCalendar::drag_escape_leavesItWhereItWas()
{
    CalendarDesk calendar;
    calendar.open();
    const QPoint from = calendar.blockPoint(calendar.clinic().first);
    QSignalSpy wanted(&calendar.view(), &DayView::moveWanted);
    calendar.press(from);
    calendar.moveTo(from + QPoint(0, 60));
    QVERIFY(calendar.drive().find("dragGhost"));
    calendar.drive().key(Qt::Key_Escape);
    QVERIFY(!calendar.drive().find("dragGhost"));
    calendar.release(from + QPoint(0, 60));
    QVERIFY(wanted.isEmpty());
}

void TestCalendar::drag_onFreeTime_choosesIt()
{
    CalendarDesk calendar;
    calendar.open();
    QSignalSpy wanted(&calendar.page(), &CalendarPage::bookWanted);
    const QPoint from = calendar.pointAt(calendar.clinic().shen, 540);
    calendar.press(from);
    calendar.moveTo(from + QPoint(0, 30));
    calendar.moveTo(from + QPoint(0, qRound(calendar.view().geometryOfDay().hour / 2)));
    calendar.release(from + QPoint(0, qRound(calendar.view().geometryOfDay().hour / 2)));
    QCOMPARE(calendar.view().cursorSpan(), (Span{540, 580}));
    calendar.drive().key(Qt::Key_N);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<std::optional<ResourceId>>(), std::optional(calendar.clinic().shen));
    QCOMPARE(wanted[0][1].value<Instant>(), at(540));
    QCOMPARE(wanted[0][2].value<std::chrono::minutes>(), std::chrono::minutes(40));
    calendar.drive().key(Qt::Key_Escape); // out of the booking beside it
    QTRY_VERIFY(calendar.view().hasFocus());
    calendar.drive().key(Qt::Key_Up); // a time alone is as long as the service
    calendar.drive().key(Qt::Key_Return);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[1][1].value<Instant>(), at(530));
    QCOMPARE(wanted[1][2].value<std::chrono::minutes>(), std::chrono::minutes(0));
}

void TestCalendar::drag_byWhoMayNotBook_doesNothing()
{
    CalendarDesk calendar;
    calendar.open("dispenser");
    QVERIFY(!calendar.drive().find("calendarBook"));
    const QPoint from = calendar.blockPoint(calendar.clinic().first);
    calendar.press(from);
    calendar.moveTo(from + QPoint(0, 40));
    QVERIFY(!calendar.drive().find("dragGhost"));
    calendar.release(from + QPoint(0, 40));
    calendar.drive().key(Qt::Key_M);
    QVERIFY(!calendar.view().carried());
    QVERIFY(!calendar.drive().find("moveAppointment"));
}

void TestCalendar::stale_movedMeanwhile_isToldAndNothingIsLost()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.drive().key(Qt::Key_Tab);
    calendar.drive().key(Qt::Key_X, Qt::ControlModifier);
    AppointmentDraft elsewhere;
    elsewhere.start = at(900);
    QVERIFY(calendar.act("appointment.move", [&, id = calendar.clinic().first](store::Transaction &tx) {
        return schedule::move(tx, id, elsewhere);
    }));
    calendar.drive().key(Qt::Key_Down);
    calendar.drive().key(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(calendar.drive().find<MessageStrip>("calendarStrip"));
    const QString said = calendar.drive().get<MessageStrip>("calendarStrip").text();
    QVERIFY2(said.contains(QStringLiteral("15:00")), qPrintable(said));
    QCOMPARE(calendar.stored(calendar.clinic().first).period.from, at(900));
    QTRY_VERIFY(calendar.view().selected());
    QTRY_COMPARE(calendar.view().selected()->span.from, 900); // shown where it is
}

void TestCalendar::stale_twoForOneTime_oneWins()
{
    CalendarDesk calendar;
    calendar.open();
    // Another screen of the same clinic, which does not hear what the first one does.
    auto &clinic = *calendar.desk.window->clinic();
    CalendarPage other(clinic, calendar.desk.window->workspace()->who());
    other.resize(1200, 700);
    other.show();
    QTRY_VERIFY(!other.view()->columns().isEmpty());
    other.rest(true);
    const auto carryTo = [&](DayView &view, AppointmentId id) {
        QVERIFY(view.select(id));
        view.carry(view.selected()->appointment, view.columns().at(view.cursorColumn()).resource);
        view.setCursorAt(calendar.column(calendar.clinic().shen), 600 + 60 * 5);
    };
    carryTo(calendar.view(), calendar.clinic().first);
    carryTo(*other.view(), calendar.clinic().second);
    QCOMPARE(other.view()->carriedHindrance().kind, Hindrance::Kind::None); // as far as it knows
    QTest::keyClick(&calendar.view(), Qt::Key_Return);
    QTest::keyClick(other.view(), Qt::Key_Return);
    auto *strip = other.findChild<MessageStrip *>(QStringLiteral("calendarStrip"));
    QTRY_VERIFY(strip->isVisibleTo(&other));
    QVERIFY2(strip->text().contains(QStringLiteral("陈淑芬")), qPrintable(strip->text()));
    QCOMPARE(calendar.stored(calendar.clinic().first).period.from, at(900));
    QCOMPARE(calendar.stored(calendar.clinic().second).period.from, at(660));
    QVERIFY(other.view()->carried());
    other.hide();
}

void TestCalendar::cancel_withReason_freesTheTime()
{
    CalendarDesk calendar;
    calendar.open();
    calendar.drive().key(Qt::Key_Tab);
    calendar.drive().key(Qt::Key_Delete);
    calendar.drive().get("cancelAppointmentDialog");
    calendar.drive().fill("cancelAppointmentReason", QStringLiteral("孩子发烧"));
    calendar.drive().key(Qt::Key_Return);
    QTRY_COMPARE(calendar.stored(calendar.clinic().first).status, AppointmentStatus::Cancelled);
    QCOMPARE(calendar.stored(calendar.clinic().first).cancelledBy, std::optional(CancelledBy::Patient));
    QTRY_VERIFY(calendar.view().columns().constFirst().blocks.isEmpty());
}

void TestCalendar::changes_ofOthers_takeTheCursorWithWhatIsSelected()
{
    CalendarDesk calendar;
    calendar.open();
    QVERIFY(calendar.view().select(calendar.clinic().first));
    QVERIFY(calendar.act("appointment.move", [&](store::Transaction &tx) {
        AppointmentDraft draft;
        draft.start = at(900);
        draft.resources = {calendar.clinic().gu};
        return schedule::move(tx, calendar.clinic().first, draft);
    }));
    QTRY_COMPARE(calendar.view().cursorSpan().from, 900);
    QCOMPARE(calendar.view().cursorColumn(), calendar.column(calendar.clinic().gu));
    QCOMPARE(calendar.view().selected()->appointment.id, calendar.clinic().first);
}

void TestCalendar::changes_ofOthers_areShown()
{
    CalendarDesk calendar;
    calendar.open();
    const AppointmentDraft draft =
        calendar.clinic().wish(calendar.clinic().li, calendar.clinic().followUp, 960, calendar.clinic().shen);
    QVERIFY(calendar.act("appointment.book", [draft](store::Transaction &tx) { return schedule::book(tx, draft); }));
    QTRY_COMPARE(calendar.view().columns().constFirst().blocks.size(), 2);
}

void TestCalendar::state_fromLateToInConsultation_isColourIconAndLetter()
{
    CalendarDesk calendar;
    calendar.open();
    const auto look = [&] {
        const DayBlock &block = calendar.view().columns().constFirst().blocks.constFirst();
        return lookOf(block.appointment, calendar.desk.clinic.clock.now());
    };
    QCOMPARE(look().letter, QStringLiteral("B"));
    calendar.desk.clinic.clock.advance(std::chrono::minutes(40)); // 10:40, booked for 10:30
    QCOMPARE(look().letter, QStringLiteral("B"));                 // within the grace of the board
    calendar.desk.clinic.clock.advance(std::chrono::minutes(1));
    QCOMPARE(look().letter, QStringLiteral("L"));
    QCOMPARE(look().tone, Tone::Cinnabar);
    const AppointmentId first = calendar.clinic().first;
    QVERIFY(calendar.act("queue.checkin", [=](store::Transaction &tx) { return schedule::checkIn(tx, first); }));
    QTRY_COMPARE(look().letter, QStringLiteral("A"));
    const ResourceId shen = calendar.clinic().shen;
    QVERIFY(calendar.act("queue.next", [=](store::Transaction &tx) { return queue::callNext(tx, shen); }));
    QTRY_COMPARE(look().letter, QStringLiteral("C")); // the screen follows the queue
    QCOMPARE(look().tone, Tone::Malachite);
    QCOMPARE(look().icon, QStringLiteral("visit"));
    calendar.drive().key(Qt::Key_Tab);
    QVERIFY(calendar.view().spokenValue().contains(QStringLiteral("in consultation")));
}

void TestCalendar::hue_ofServiceAndResource_isABarThatIsNotTheState()
{
    CalendarDesk calendar;
    calendar.open("owner");
    DayView &view = calendar.view();
    const AppointmentId first = calendar.clinic().first;
    const auto colours = [&] {
        QTest::qWait(50);
        const QImage image = view.viewport()->grab().toImage();
        const QRect block = view.rectOf(first);
        return QList<QColor>{image.pixelColor(block.left() + 1, block.center().y()),
                             image.pixelColor(block.right() - 4, block.center().y())};
    };
    const QList<QColor> before = colours();
    const HealthcareServiceId service = calendar.clinic().followUp;
    const ResourceId shen = calendar.clinic().shen;
    QVERIFY(calendar.act("service.edit", [=](store::Transaction &tx) {
        HealthcareServiceDraft draft = schedule::service(tx, service)->content;
        draft.hue = QStringLiteral("malachite");
        return schedule::editService(tx, service, draft);
    }));
    QVERIFY(calendar.act("resource.edit", [=](store::Transaction &tx) {
        ResourceDraft draft = schedule::resource(tx, shen)->content;
        draft.hue = QStringLiteral("slate");
        return schedule::editResource(tx, shen, draft);
    }));
    const auto &columns = view.columns();
    QTRY_COMPARE(columns.constFirst().blocks.constFirst().appointment.hue, QStringLiteral("malachite"));
    QTRY_COMPARE(columns.constFirst().hue, QStringLiteral("slate"));
    const QList<QColor> after = colours();
    const Theme &theme = Theme::of(&view);
    QCOMPARE(after[0], before[0]); // the state
    QCOMPARE(after[0], theme.color(mark(Tone::Azurite)));
    QVERIFY(before[1] != after[1]);
    QCOMPARE(after[1], theme.color(mark(Tone::Malachite)));
    const QImage image = view.viewport()->grab().toImage();
    int lines = 0; // below the head of the column, above its hours
    for (int y = 0; y < 100; ++y)
        lines += image.pixelColor(view.rectOf(first).center().x(), y) == theme.color(mark(Tone::Slate)) ? 1 : 0;
    QCOMPARE(lines, 3);
    QTRY_COMPARE(tour::flaws(calendar.desk.window.get()), QString());
}

QTEST_MAIN(TestCalendar)
#include "tst_calendar.moc"
