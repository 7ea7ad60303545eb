#include "app/desktop/calendar.h"
#include "clinic/schedule/rosters.h"
#include "support/claimbook.h"
#include "support/desk.h"
#include "ui/booking/bookingpanel.h"
#include "ui/booking/bookingtimes.h"
#include "ui/booking/stripview.h"
#include "ui/calendar/calendarpage.h"
#include "ui/kit/messagestrip.h"
#include "ui/patient/patientchoice.h"

#include <QElapsedTimer>
#include <QTextStream>
#include <QThread>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// Two receptionists at two windows want the same thousand times. Both screens show each time as free when they press
/// Enter; one of them gets it, and the other is told who has it and what is free instead. A store is open in one
/// process at a time, so both windows stand on one store and one Clinic; each acts as its own person.
class TestTwoWindows : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral("en"), ThemeName::Paper, 1.0); }
    void init();
    void cleanup();

    void book_theSameThousandTimes_oneWinsEach();
    void paste_onTheSameTime_oneWinsEach();

private:
    static constexpr int practitioners = 10;
    static constexpr int each = practitioners + 2; ///< Patients of each window.
    static constexpr int contests = 1000;
    static constexpr int keyboardMs = 60'000; ///< So long every key is pressed.

    /// One of the two, at their window.
    struct Hand
    {
        Workspace *desk = nullptr;
        store::Actor actor{};
        CalendarPage *page = nullptr;
        int keys = 0;
        int won = 0;

        DayView &view() const { return *page->view(); }
        QWidget *focus() const { return desk->window()->focusWidget(); }
        template <class T>
        T *find(const char *name) const
        {
            return page->findChild<T *>(QLatin1String(name));
        }
    };
    struct Place
    {
        int day;
        int column;
        int minute;
    };

    void prepare(TestClinic &clinic);
    static QDate dayOf(int day) { return QDate(2026, 3, 13).addDays(day); }
    static Instant at(const Place &place)
    {
        return freebusy::instantOf(dayOf(place.day), place.minute, QTimeZone("Asia/Shanghai"));
    }
    static QList<Place> places();
    void takeUp(Hand &hand);
    void key(Hand &hand, Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier);
    bool sees(const char *what, const std::function<bool()> &f);
    bool go(Hand &hand, const Place &place);
    bool begin(Hand &hand, int who, const Place &place, bool byKeys);
    bool isBooked(Hand &hand, int who, const Place &place);
    bool isTold(Hand &loser, int holder, const Place &place);
    QString holdings(const QList<std::pair<Place, std::pair<int, int>>> &won);

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Workspace> m_other;
    store::Actor m_second{};
    QList<ResourceId> m_with;
    std::optional<HealthcareServiceId> m_visit;
    QList<PatientId> m_people;
    QStringList m_names;
    QList<QByteArray> m_letters;
    Hand m_hands[2];
    QString m_problem;
};

void TestTwoWindows::prepare(TestClinic &clinic)
{
    const auto must = [&clinic](const char *act, auto f) {
        const auto done = clinic.write(clinic.owner(), act, f);
        if (!done)
            qFatal("%s: %s", act, qPrintable(done.error().message));
        return *done;
    };
    WorkingWeek week;
    week.fill({{480, 720}, {810, 1050}});
    for (int i = 0; i < practitioners; ++i) {
        ResourceDraft draft;
        draft.name = QStringLiteral("医师%1").arg(i + 1);
        draft.position = i;
        m_with << must("resource.add", [&](store::Transaction &tx) { return schedule::addResource(tx, draft); }).id;
        must("roster.week", [&](store::Transaction &tx) {
            return schedule::setWeek(tx, m_with.last(), QDate(2026, 3, 9), week, schedule::Reach::FromNowOn);
        });
    }
    HealthcareServiceDraft visit;
    visit.name = QStringLiteral("复诊");
    visit.needs = {{m_with, 1}};
    m_visit = must("service.add", [&](store::Transaction &tx) { return schedule::addService(tx, visit); }).id;
    const std::pair<const char *, char> families[] = {{"陈", 'c'}, {"王", 'w'}, {"李", 'l'}, {"赵", 'z'},
                                                      {"徐", 'x'}, {"孙", 's'}, {"马", 'm'}, {"胡", 'h'},
                                                      {"郭", 'g'}, {"丁", 'd'}, {"方", 'f'}, {"白", 'b'}};
    for (int i = 0; i < 2 * each; ++i) {
        const auto &[family, letter] = families[i % each];
        m_names << QString::fromUtf8(family) + (i < each ? QStringLiteral("淑芬") : QStringLiteral("建国"));
        m_letters << QByteArray(1, letter) + (i < each ? "sf" : "jg");
        m_people << clinic.patient(m_names.last(), QString::number(13800001000LL + i)).id;
    }
    m_second = clinic.another(access::Role::Receptionist);
}

void TestTwoWindows::init()
{
    m_problem.clear();
    m_with.clear();
    m_people.clear();
    m_names.clear();
    m_letters.clear();
    m_desk = std::make_unique<Desk>([this](TestClinic &clinic) { prepare(clinic); });
    m_desk->enter("reception");
    QTRY_VERIFY(m_desk->window->workspace() && m_desk->window->workspace()->current());
    const auto second = m_desk->ask(m_second, [](const store::Snapshot &view) { return whoIs(view); });
    QVERIFY(second.ok());
    auto &clinic = *m_desk->window->clinic();
    m_other = std::make_unique<Workspace>(clinic, *second, QKeySequence());
    furnishCalendar(*m_other, clinic);
    m_other->resize(1366, 768);
    m_other->show();
    m_hands[0] = {m_desk->window->workspace(), m_desk->clinic.receptionist()};
    m_hands[1] = {m_other.get(), m_second};
    for (Hand &hand : m_hands) {
        hand.page = hand.desk->findChild<CalendarPage *>();
        takeUp(hand);
        hand.desk->go(hand.page->placeId());
        QTRY_VERIFY(!hand.view().columns().isEmpty());
        hand.view().setFocus();
        QTRY_COMPARE(hand.focus(), static_cast<QWidget *>(&hand.view()));
    }
}

void TestTwoWindows::cleanup()
{
    m_other.reset();
    m_desk.reset();
}

QList<TestTwoWindows::Place> TestTwoWindows::places()
{
    QList<Place> all;
    for (int day = 0; all.size() < contests; ++day) {
        for (int minute = 480; minute < 1050; minute += minute == 700 ? 110 : 20) {
            for (int column = 0; column < practitioners && all.size() < contests; ++column)
                all << Place{day, column, minute};
        }
    }
    return all;
}

/// Goes to their window; from here on the clinic knows them.
void TestTwoWindows::takeUp(Hand &hand)
{
    m_desk->window->clinic()->setActor(hand.actor);
    QWidget *window = hand.desk->window();
    if (QApplication::activeWindow() == window)
        return;
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
}

void TestTwoWindows::key(Hand &hand, Qt::Key key, Qt::KeyboardModifiers held)
{
    ++hand.keys;
    QTest::keyClick(hand.focus(), key, held);
}

bool TestTwoWindows::sees(const char *what, const std::function<bool()> &f)
{
    QElapsedTimer patience;
    patience.start();
    while (m_problem.isEmpty() && !f()) {
        if (patience.elapsed() > 5000)
            m_problem = QStringLiteral("never seen: %1").arg(QLatin1String(what));
        QCoreApplication::processEvents();
        QThread::usleep(100);
    }
    return m_problem.isEmpty();
}

bool TestTwoWindows::go(Hand &hand, const Place &place)
{
    DayView &view = hand.view();
    while (view.columns().constFirst().day < dayOf(place.day)) {
        const QDate before = view.columns().constFirst().day;
        key(hand, Qt::Key_PageDown);
        if (!sees("the next day", [&] { return view.columns().constFirst().day != before; }))
            return false;
    }
    const auto press = [&](Qt::Key where) {
        const auto before = std::pair(view.cursorColumn(), view.cursorSpan().from);
        key(hand, where);
        return sees("the hand moves", [&] { return std::pair(view.cursorColumn(), view.cursorSpan().from) != before; });
    };
    while (view.cursorColumn() != place.column) {
        if (!press(view.cursorColumn() < place.column ? Qt::Key_Right : Qt::Key_Left))
            return false;
    }
    if (std::abs(view.cursorSpan().from - place.minute) > place.minute - 480 + 10 && !press(Qt::Key_Home))
        return false;
    while (view.cursorSpan().from != place.minute) {
        if (!press(view.cursorSpan().from < place.minute ? Qt::Key_Down : Qt::Key_Up))
            return false;
    }
    return true;
}

/// Everything up to Enter; the screen shows the time as free.
bool TestTwoWindows::begin(Hand &hand, int who, const Place &place, bool byKeys)
{
    takeUp(hand);
    DayView &view = hand.view();
    if (!byKeys) {
        hand.page->showDay(dayOf(place.day));
        if (!sees("the day", [&] { return view.columns().constFirst().day == dayOf(place.day); }))
            return false;
    } else if (!go(hand, place)) {
        return false;
    }
    const DayColumn &column = view.columns().at(place.column);
    if (hindrance(column, {place.minute, place.minute + 20}, {}, 0).kind != Hindrance::Kind::None) {
        m_problem = QStringLiteral("a time is not free on the screen any more");
        return false;
    }
    auto *panel = hand.find<BookingPanel>("bookingPanel");
    // Who they are has been read, and what is proposed: what Enter does is done in the name of who presses it.
    const auto ready = [&] {
        const auto *times = hand.find<BookingTimes>("bookingTimes");
        return panel->findChild<StripView *>()->isVisible() && times->current() && times->times().size() == 4;
    };
    if (!byKeys) { // as the keys would have led there
        hand.page->setSidePanel(panel);
        panel->begin({m_people[who], m_with[place.column], at(place), {}, dayOf(place.day), false});
        return sees("the time", ready);
    }
    key(hand, Qt::Key_N);
    auto *line = hand.find<PatientChoice>("bookingPatient");
    if (!sees("the panel", [&] { return hand.focus() == line; }))
        return false;
    hand.keys += static_cast<int>(m_letters[who].size());
    QTest::keyClicks(hand.focus(), QString::fromLatin1(m_letters[who]));
    if (!sees("who is called so", [&] { return line->isUndecided(); }))
        return false;
    key(hand, Qt::Key_Return);
    return sees("when", [&] {
        return line->chosen() == m_people[who] && hand.focus()->objectName() == QStringLiteral("bookingWhen") &&
               ready();
    });
}

bool TestTwoWindows::isBooked(Hand &hand, int who, const Place &place)
{
    const DayBlock *one = hand.view().selected();
    return one && one->appointment.patient == m_people[who] && one->span.from == place.minute &&
           hand.focus() == &hand.view();
}

/// Who has it, by name, and what is free nearest, on the screen.
bool TestTwoWindows::isTold(Hand &loser, int holder, const Place &place)
{
    const auto *message = loser.find<MessageStrip>("bookingMessage");
    const auto *times = loser.find<BookingTimes>("bookingTimes");
    if (!message->isVisible() || !message->text().contains(m_names[holder]) || loser.focus() != times)
        return false;
    const auto other = times->current();
    const bool same = other && other->period.from == at(place) && other->resources.contains(m_with[place.column]);
    if (!other || times->times().size() < 4 || same)
        return false;
    const auto clock = QDateTime::fromMSecsSinceEpoch(toMs(other->period.from), QTimeZone("Asia/Shanghai"))
                           .toString(QStringLiteral("HH:mm"));
    return times->currentIndex().data().toString().contains(clock) && times->isVisible();
}

QString TestTwoWindows::holdings(const QList<std::pair<Place, std::pair<int, int>>> &won)
{
    return m_desk->ask(m_desk->clinic.owner(), [&](const store::Snapshot &view) -> QString {
        if (const QString flaw = flawOfClaims(view); !flaw.isEmpty())
            return flaw;
        const auto all = schedule::between(view, {at({0, 0, 0}), at({20, 0, 0})});
        if (!all || all->size() != won.size())
            return QStringLiteral("%1 appointments for %2 contests").arg(all ? all->size() : -1).arg(won.size());
        QHash<std::pair<qint64, Uuid>, const Appointment *> found;
        for (const Appointment &one : *all)
            found.insert({toMs(one.period.from), one.resources.constFirst().uuid()}, &one);
        for (const auto &[place, winner] : won) {
            const Appointment *one = found.value({toMs(at(place)), m_with[place.column].uuid()});
            if (!one || one->patient != m_people[winner.first])
                return QStringLiteral("a time is not whose screen said so");
            store::Query by = view.connection().internal("SELECT a.recorded_by_id FROM appointment a WHERE a.id = ?1");
            if (!by.bind(one->id).next() || by.get<Uuid>(0) != *m_hands[winner.second].actor.user)
                return QStringLiteral("a time was booked by the other one");
        }
        return {};
    });
}

void TestTwoWindows::book_theSameThousandTimes_oneWinsEach()
{
    QList<std::pair<Place, std::pair<int, int>>> won;
    QList<qint64> bookedUs;
    QList<qint64> toldUs;
    int byKeys = 0;
    QElapsedTimer all;
    all.start();
    qint64 keyboard = 0;
    for (const Place &place : places()) {
        const bool keys = all.elapsed() < keyboardMs;
        const int round = static_cast<int>(won.size());
        const int first = round / 2 % 2; // who is quicker
        const bool deaf = round % 2;     // whether the other's calendar hears nothing until it has lost
        Hand &quick = m_hands[first];
        Hand &slow = m_hands[1 - first];
        const int whoQuick = first * each + place.column;
        const int whoSlow = (1 - first) * each + place.column;
        if (!begin(quick, whoQuick, place, keys) || !begin(slow, whoSlow, place, keys))
            break;
        if (deaf)
            slow.page->rest(true);
        QElapsedTimer since;
        since.start();
        m_desk->window->clinic()->setActor(quick.actor);
        key(quick, Qt::Key_Return);
        const auto booked = [&] { return isBooked(quick, whoQuick, place); };
        if (deaf && !sees("booked", booked))
            break;
        if (deaf) {
            bookedUs << since.nsecsElapsed() / 1000;
            since.start();
            const DayColumn &column = slow.view().columns().at(place.column);
            QCOMPARE(hindrance(column, {place.minute, place.minute + 20}, {}, 0).kind, Hindrance::Kind::None);
        }
        m_desk->window->clinic()->setActor(slow.actor);
        key(slow, Qt::Key_Return); // nothing has been heard in between
        if (!sees("who has it and what is free", [&] { return isTold(slow, whoQuick, place); }))
            break;
        toldUs << since.nsecsElapsed() / 1000;
        if (!deaf) {
            if (!sees("booked", booked))
                break;
            bookedUs << since.nsecsElapsed() / 1000;
        }
        if (deaf)
            slow.page->rest(false);
        takeUp(slow);
        key(slow, Qt::Key_Escape);
        if (!sees("the calendar with what the other booked", [&] {
                const DayColumn &column = slow.view().columns().at(place.column);
                return slow.focus() == &slow.view() &&
                       hindrance(column, {place.minute, place.minute + 20}, {}, 0).words.contains(m_names[whoQuick]);
            }))
            break;
        ++quick.won;
        won << std::pair(place, std::pair(whoQuick, first));
        byKeys += keys ? 1 : 0;
        if (keys)
            keyboard = all.elapsed();
    }
    QVERIFY2(m_problem.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(won.size()).arg(m_problem)));
    QCOMPARE(won.size(), contests);
    const QString wrong = holdings(won);
    QTRY_COMPARE(m_hands[0].view().columns(), m_hands[1].view().columns());
    const auto line = [](const char *name, QList<qint64> us) {
        std::sort(us.begin(), us.end());
        const auto ms = [&us](double part) {
            return QString::number(double(us[qsizetype(part * double(us.size() - 1))]) / 1000, 'f', 1);
        };
        return QStringLiteral("%1 %2 p50 %3 ms, p99 %4 ms, max %5 ms\n")
            .arg(QLatin1String(name), -30)
            .arg(us.size(), 5)
            .arg(ms(0.5), ms(0.99), ms(1));
    };
    QTextStream(stdout) << QStringLiteral(
                               "%1 contests, %2 of them by every key in %3 s (%4 keys), the rest from the panel "
                               "on; all in %5 s; won %6 : %7\n")
                               .arg(won.size())
                               .arg(byKeys)
                               .arg(double(keyboard) / 1000, 0, 'f', 1)
                               .arg(m_hands[0].keys + m_hands[1].keys)
                               .arg(double(all.elapsed()) / 1000, 0, 'f', 1)
                               .arg(m_hands[0].won)
                               .arg(m_hands[1].won)
                        << line("Enter to booked", bookedUs) << line("Enter to told who has it", toldUs);
    QCOMPARE(wrong, QString());
}

/// Each carries an appointment of theirs to the same free time.
void TestTwoWindows::paste_onTheSameTime_oneWinsEach()
{
    constexpr int rounds = 60;
    Place home[2] = {{0, 0, 480}, {0, 1, 480}};
    for (int i = 0; i < 2; ++i) {
        if (!begin(m_hands[i], i * each, home[i], true))
            break;
        key(m_hands[i], Qt::Key_Return);
        sees("booked", [&] { return isBooked(m_hands[i], i * each, home[i]); });
    }
    for (int round = 0; round < rounds && m_problem.isEmpty(); ++round) {
        const int minute = 500 + round % 10 * 20;
        const Place wanted{0, 2 + round / 10, minute};
        const int first = round % 2;
        for (int i = 0; i < 2; ++i) {
            takeUp(m_hands[i]);
            if (!go(m_hands[i], home[i]))
                break;
            key(m_hands[i], Qt::Key_X, Qt::ControlModifier);
            if (!go(m_hands[i], wanted))
                break;
            if (m_hands[i].view().carriedHindrance().kind != Hindrance::Kind::None)
                m_problem = QStringLiteral("a time is not free on the screen any more");
        }
        Hand &quick = m_hands[first];
        Hand &slow = m_hands[1 - first];
        m_desk->window->clinic()->setActor(quick.actor);
        key(quick, Qt::Key_V, Qt::ControlModifier);
        m_desk->window->clinic()->setActor(slow.actor);
        key(slow, Qt::Key_V, Qt::ControlModifier);
        auto *strip = slow.find<MessageStrip>("calendarStrip");
        sees("moved", [&] { return isBooked(quick, first * each, wanted) && !quick.view().carried(); });
        sees("who has it", [&] {
            return strip->isVisible() && strip->text().contains(m_names[first * each]) && slow.view().carried() &&
                   slow.view().carriedHindrance().words.contains(m_names[first * each]);
        });
        takeUp(slow);
        key(slow, Qt::Key_Escape);
        sees("back where it was", [&] { return isBooked(slow, (1 - first) * each, home[1 - first]); });
        home[first] = wanted;
    }
    QVERIFY2(m_problem.isEmpty(), qPrintable(m_problem));
    const QString flaw =
        m_desk->ask(m_desk->clinic.owner(), [](const store::Snapshot &view) { return flawOfClaims(view); });
    QCOMPARE(flaw, QString());
    for (Hand &hand : m_hands) {
        const auto shows = [&](int i) {
            const QList<DayBlock> &blocks = hand.view().columns().at(home[i].column).blocks;
            return std::any_of(blocks.cbegin(), blocks.cend(), [&](const DayBlock &one) {
                return one.appointment.patient == m_people[i * each] && one.span.from == home[i].minute;
            });
        };
        QTRY_VERIFY(shows(0) && shows(1));
    }
}

QTEST_MAIN(TestTwoWindows)
#include "tst_twowindows.moc"
