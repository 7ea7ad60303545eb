#include "clinic/schedule/queue.h"
#include "clinic/schedule/waitlist.h"
#include "support/claimbook.h"
#include "ui/booking/bookingtimes.h"
#include "ui/calendar/calendarpage.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/popuplist.h"
#include "ui/patient/patientchoice.h"
#include "ui/today/clinicday.h"
#include "ui/today/counterbar.h"
#include "ui/today/dayhands.h"
#include "ui/today/todaymodel.h"
#include "ui/today/todaypage.h"

#include <QComboBox>
#include <QListView>
#include <QRegularExpression>
#include <QTableView>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;
using State = DayPerson::State;

/// A day of a clinic with two hundred patients, at the front desk, in the real window, by keyboard alone: from 8:00 to
/// 18:00 by a clock that the test turns, with those who are booked and come, are late or never come, who telephone to
/// book, to cancel and to move, who walk in, who wait for a freed time; called in, not there, called again, finished,
/// gone; and a few slips of the hand, taken back. The test keeps its own account of everybody and compares it with the
/// store and with the board every hour.
class TestWholeDay : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral(XINGLIN_LANGUAGE), ThemeName::Paper, 1.0); }
    void day_ofTwoHundred_endsWithEverybodyAccountedFor();

private:
    /// Another day for who looks for one.
    const quint32 seed =
        qEnvironmentVariableIsSet("WHOLEDAY_SEED") ? quint32(qEnvironmentVariableIntValue("WHOLEDAY_SEED")) : 20260313;

    // What happens, and when.
    void planTheDay();
    void plan(int minute, std::function<void()> act) { m_plan[minute] << std::move(act); }
    void planArrival(int who, int minute);
    void planCalls();
    void serve();
    void closeTheList();
    int dice(int from, int to) { return std::uniform_int_distribution<int>(from, to)(m_dice); }
    int now() { return ClinicDay::minuteOf(m_desk->clinic.clock.now()); }

    // The hands, at the board …
    void goToday();
    void filter(int cell);
    bool pick(int who, int cell);
    void checkIn(int who);
    void checkInByMistake(int who);
    void noShow(int who, bool byMistake = false);
    void walkIn(int who);
    void walkInByPhone(int who);
    void practitionerCalls();
    void call(int who);
    void finish(int practitioner, bool byMistake = false);
    void skip(int who);
    void recall(int who);
    void leave(int who);
    void comeBack(int who);
    void raise(int who);
    void takeBack();
    // … and at the calendar.
    void goCalendar();
    void moveTo(int practitioner, int minute);
    bool selectBlock(int who);
    bool choose(const char *field, int who);
    void bookAt(int who, int practitioner, int minute);
    void bookTaken(int who);
    void bookSoonest(int who);
    void putOnList(int who);
    void cancel(int who);
    void moveToday(int who);
    void moveAway(int who);

    // What the test knows, and whether it is so.
    DayPerson &person(int who) { return m_clinic->all[who]; }
    int whoIs(const std::optional<PatientId> &id) const;
    int practitionerOf(const std::optional<ResourceId> &id) const;
    int present(int practitioner) const;
    bool isFree(int practitioner, int minute, int length, int day = 0, int but = -1) const;
    std::optional<std::pair<int, int>> freeTime();
    void came(int who);
    void over(int who) { person(who).state = State::Done; }
    void check();
    void checkBoard();
    void checkStore();
    QString tally() const;

    GuiDriver &drive() { return m_desk->drive(); }
    QTableView &table() { return drive().get<QTableView>("todayTable"); }
    TodayModel &model() { return static_cast<TodayModel &>(*table().model()); }
    const TodayRow *row(int who);
    bool isIn(int who, TodayGroup group)
    {
        const TodayRow *one = row(who);
        return one && one->group == group;
    }
    DayView &view() { return drive().get<DayView>("dayView"); }
    const DayBlock *block(int who, int minute);
    /// Their appointment is selected, and the calendar has the hand.
    bool isShown(int who, int minute = -1)
    {
        const DayBlock *one = view().selected();
        return drive().focus() == &view() && one && one->appointment.patient == person(who).id &&
               (minute < 0 || one->span.from == minute);
    }
    bool focused(const char *name) { return drive().focus()->objectName() == QLatin1String(name); }
    bool sees(const char *what, const std::function<bool()> &f) { return m_hands->sees(what, f); }
    void expect(bool holds, const QString &what)
    {
        if (!holds)
            m_hands->complain(what);
    }

    std::mt19937 m_dice{seed};
    std::optional<ClinicDay> m_clinic;
    std::unique_ptr<Desk> m_desk;
    std::optional<DayHands> m_hands;
    QMap<int, QList<std::function<void()>>> m_plan;
    int m_until[ClinicDay::practitioners] = {};
    QSet<int> m_numbers;
    QList<int> m_listed;      ///< Who waits for a freed time, the longest first.
    bool m_takesOver = false; ///< The first practitioner calls the next themselves.
    int m_checks = 0;
};

// The account -----------------------------------------------------------------------------------------------------

int TestWholeDay::whoIs(const std::optional<PatientId> &id) const
{
    for (int i = 0; i < ClinicDay::people; ++i) {
        if (id == m_clinic->all[i].id)
            return i;
    }
    return -1;
}

int TestWholeDay::practitionerOf(const std::optional<ResourceId> &id) const
{
    return id ? static_cast<int>(m_clinic->with.indexOf(*id)) : -1;
}

int TestWholeDay::present(int practitioner) const
{
    for (int i = 0; i < ClinicDay::people; ++i) {
        if (m_clinic->all[i].state == State::In && m_clinic->all[i].with == practitioner)
            return i;
    }
    return -1;
}

bool TestWholeDay::isFree(int practitioner, int minute, int length, int day, int but) const
{
    const bool open = std::any_of(std::begin(ClinicDay::hours), std::end(ClinicDay::hours), [&](const auto &part) {
        return part.first <= minute && minute + length <= part.second;
    });
    for (int i = 0; open && i < ClinicDay::people; ++i) {
        const DayPerson &one = m_clinic->all[i];
        if (i != but && one.holds && one.day == day && one.with == practitioner && one.at < minute + length &&
            minute < one.at + one.length)
            return false;
    }
    return open;
}

std::optional<std::pair<int, int>> TestWholeDay::freeTime()
{
    QList<std::pair<int, int>> found;
    for (int minute = (now() + 30) / 15 * 15; minute < 1050 && found.size() < 6; minute += 15) {
        for (int i = 0; i < ClinicDay::practitioners; ++i) {
            if (isFree(i, minute, 15))
                found << std::pair(i, minute);
        }
    }
    return found.isEmpty() ? std::nullopt : std::optional(found[dice(0, static_cast<int>(found.size()) - 1)]);
}

const TodayRow *TestWholeDay::row(int who)
{
    for (const TodayRow &one : model().board().rows) {
        if (one.patient == person(who).id)
            return &one;
    }
    return nullptr;
}

const DayBlock *TestWholeDay::block(int who, int minute)
{
    for (const DayColumn &column : view().columns()) {
        for (const DayBlock &one : column.blocks) {
            if (one.appointment.patient == person(who).id && one.span.from == minute)
                return &one;
        }
    }
    return nullptr;
}

// The board -------------------------------------------------------------------------------------------------------

void TestWholeDay::goToday()
{
    if (drive().find("todayTable"))
        return;
    // A board that is entered is read anew; a person looks at it then.
    QSignalSpy read(m_desk->window->workspace()->findChild<TodayPage *>(), &Page::headingChanged);
    m_hands->key(Qt::Key_1, Qt::AltModifier);
    sees("the board", [&] { return read.size() > 0 && drive().find("todayTable") && focused("todayTable"); });
}

void TestWholeDay::filter(int cell)
{
    auto &counters = drive().get<CounterBar>("todayCounters");
    if (counters.current() != cell)
        m_hands->key(Qt::Key(Qt::Key_1 + cell));
    expect(counters.current() == cell, QStringLiteral("the digit %1 was lost").arg(cell + 1));
}

bool TestWholeDay::pick(int who, int cell)
{
    goToday();
    filter(cell);
    if (!sees("the row", [&] { return model().lineOf(person(who).id.uuid()) >= 0; })) {
        m_hands->complain(QStringLiteral("%1 (state %2) is not in group %3")
                              .arg(person(who).name)
                              .arg(int(person(who).state))
                              .arg(cell + 1));
        return false;
    }
    const int line = model().lineOf(person(who).id.uuid());
    const int steps = line - table().currentIndex().row();
    constexpr int leap = 10;
    for (int i = 0; i < std::abs(steps) / leap; ++i)
        m_hands->key(steps > 0 ? Qt::Key_PageDown : Qt::Key_PageUp);
    for (int i = 0; i < 2 * leap && table().currentIndex().row() != line; ++i)
        m_hands->key(table().currentIndex().row() < line ? Qt::Key_J : Qt::Key_K);
    const TodayRow *at = model().rowAt(table().currentIndex().row());
    const bool there = at && at->patient == person(who).id;
    expect(there, QStringLiteral("the hand is not on %1 after %2 steps").arg(person(who).name).arg(steps));
    return there;
}

void TestWholeDay::came(int who)
{
    DayPerson &one = person(who);
    one.state = State::Waiting;
    one.arrived = now();
    one.number = row(who)->ticket->number.value_or(0);
    expect(!m_numbers.contains(one.number), QStringLiteral("number %1 was given before").arg(one.number));
    m_numbers << one.number;
}

void TestWholeDay::checkIn(int who)
{
    m_hands->act("check in", [&] {
        if (!pick(who, 0))
            return;
        m_hands->key(Qt::Key_Space);
        if (sees("waiting", [&] { return isIn(who, TodayGroup::Waiting); }))
            came(who);
    });
}

void TestWholeDay::takeBack()
{
    m_hands->key(Qt::Key_Z, Qt::ControlModifier);
    if (sees("the question", [this] { return m_desk->window->findChild<QWidget *>("takeBackDialog"); }))
        m_hands->key(Qt::Key_Return);
}

void TestWholeDay::checkInByMistake(int who)
{
    checkIn(who);
    m_hands->act("take a check-in back", [&] {
        takeBack();
        if (sees("expected again", [&] { return isIn(who, TodayGroup::Booked); }))
            person(who).state = State::Booked;
    });
}

void TestWholeDay::noShow(int who, bool byMistake)
{
    if (person(who).state != State::Booked || person(who).day != 0)
        return;
    m_hands->act("did not come", [&] {
        if (!pick(who, 0))
            return;
        m_hands->key(Qt::Key_E);
        if (sees("did not come", [&] { return isIn(who, TodayGroup::NoShow); })) {
            person(who).state = State::NoShow;
            person(who).holds = false;
        }
    });
    if (!byMistake)
        return;
    m_hands->act("take a no-show back", [&] {
        takeBack();
        if (sees("expected again", [&] { return isIn(who, TodayGroup::Booked); })) {
            person(who).state = State::Booked;
            person(who).holds = true;
        }
    });
}

bool TestWholeDay::choose(const char *field, int who)
{
    if (!sees(field, [&] { return focused(field); }))
        return false;
    auto &line = drive().get<PatientChoice>(field);
    m_hands->type(person(who).letters);
    PopupList *list = nullptr;
    const auto found = [&] {
        if (line.isSearching() || !line.isUndecided())
            return false;
        for (PopupList *one : m_desk->window->findChildren<PopupList *>()) {
            if (one->isVisible())
                list = one;
        }
        return list != nullptr;
    };
    if (!sees("those who are called so", found))
        return false;
    const QList<CompletionRow> &rows = list->model()->rows();
    const auto at = std::find_if(rows.cbegin(), rows.cend(),
                                 [&](const CompletionRow &one) { return one.primary == person(who).name; });
    expect(at != rows.cend(),
           QStringLiteral("%1 is not found by %2").arg(person(who).name, QString::fromLatin1(person(who).letters)));
    if (at == rows.cend())
        return false;
    for (auto i = rows.cbegin(); i != at; ++i)
        m_hands->key(Qt::Key_Down);
    m_hands->key(Qt::Key_Return);
    return sees("the patient", [&] { return line.chosen() == person(who).id; });
}

void TestWholeDay::walkIn(int who)
{
    m_hands->act("queue a walk-in", [&] {
        goToday();
        m_hands->key(Qt::Key_W);
        if (!choose("walkInPatient", who))
            return;
        m_hands->key(Qt::Key_Return);
        if (!sees("waiting", [&] { return isIn(who, TodayGroup::Waiting); }))
            return;
        came(who);
        sees("the hand in the list", [this] { return focused("todayTable"); });
    });
}

/// The number is read from a card: all of it and two Enter at once, and nothing is looked at between.
void TestWholeDay::walkInByPhone(int who)
{
    m_hands->act("queue a walk-in, all at once", [&] {
        goToday();
        m_hands->key(Qt::Key_W);
        m_hands->type(person(who).phone);
        m_hands->key(Qt::Key_Return);
        m_hands->key(Qt::Key_Return);
        if (!sees("waiting", [&] { return isIn(who, TodayGroup::Waiting); }))
            return;
        came(who);
        sees("the hand in the list", [this] { return focused("todayTable"); });
    });
}

/// The first practitioner takes over the PC, calls whose turn it is, and gives it back.
void TestWholeDay::practitionerCalls()
{
    goToday();
    const auto change = [this](const char *login) {
        m_hands->act("another takes over the PC", [&] {
            m_hands->key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
            if (!sees("the lock", [this] { return drive().find("password"); }))
                return;
            m_desk->enter(login);
            sees("the board", [this] { return drive().find("todayTable") || drive().find("chart"); });
        });
    };
    change("practitioner");
    if (m_hands->lost())
        return;
    goCalendar();
    goToday();
    int due = -1;
    for (const TodayRow &one : model().board().rows) {
        if (due < 0 && one.group == TodayGroup::Waiting && (!one.with() || practitionerOf(one.with()) == 0))
            due = whoIs(one.patient);
    }
    if (due >= 0)
        m_hands->act("practitioner calls the next", [&] {
            m_hands->key(Qt::Key_J, Qt::ControlModifier);
            const auto opened = [&] {
                const auto *title = drive().find<QLabel>("bannerTitle");
                return title && title->text() == person(due).name;
            };
            if (!sees("the chart of whose turn it is", opened))
                return;
            if (const int before = present(0); before >= 0)
                over(before);
            person(due).state = State::In;
            person(due).with = 0;
            m_until[0] = now() + 10;
        });
    change("reception");
}

void TestWholeDay::call(int who)
{
    bool ended = false;
    m_hands->act("call in", [&] {
        if (!pick(who, 1))
            return;
        m_hands->key(dice(0, 1) ? Qt::Key_Space : Qt::Key_C);
        if (!sees("in consultation", [&] { return isIn(who, TodayGroup::InConsultation); }))
            return;
        DayPerson &one = person(who);
        const int with = practitionerOf(row(who)->ticket->with);
        expect(with >= 0 && (one.with < 0 || one.with == with || one.at < 0),
               QStringLiteral("%1 was called by somebody else").arg(one.name));
        ended = present(with) >= 0;
        if (ended)
            over(present(with)); // who is called in ends the consultation before
        one.state = State::In;
        one.with = with;
        m_until[with] = now() + dice(12, 20);
    });
    if (ended || m_hands->lost() || dice(0, 19) > 0)
        return;
    m_hands->act("take a call back", [&] {
        takeBack();
        if (!sees("waiting again", [&] { return isIn(who, TodayGroup::Waiting); }))
            return;
        person(who).state = State::Waiting;
        if (person(who).at < 0)
            person(who).with = practitionerOf(row(who)->ticket->resource);
    });
}

void TestWholeDay::finish(int practitioner, bool byMistake)
{
    const int who = present(practitioner);
    m_hands->act("consultation over", [&] {
        if (!pick(who, 2))
            return;
        m_hands->key(Qt::Key_Space);
        if (sees("done", [&] { return isIn(who, TodayGroup::Done); }))
            over(who);
    });
    if (!byMistake)
        return;
    m_hands->act("take an end back", [&] {
        takeBack();
        if (sees("in consultation again", [&] { return isIn(who, TodayGroup::InConsultation); }))
            person(who).state = State::In;
    });
    m_until[practitioner] = now() + 3;
}

void TestWholeDay::skip(int who)
{
    m_hands->act("called, not there", [&] {
        if (!pick(who, 2))
            return;
        m_hands->key(Qt::Key_S);
        if (sees("waiting again", [&] { return isIn(who, TodayGroup::Waiting) && row(who)->ticket->skips > 0; })) {
            person(who).state = State::Waiting;
            if (person(who).at < 0)
                person(who).with = practitionerOf(row(who)->ticket->resource);
        }
    });
}

void TestWholeDay::recall(int who)
{
    m_hands->act("call once more", [&] {
        if (!pick(who, 2))
            return;
        m_hands->key(Qt::Key_R);
        sees("called just now", [&] { return row(who)->ticket->called == m_desk->clinic.clock.now(); });
    });
}

void TestWholeDay::leave(int who)
{
    if (person(who).state != State::Waiting)
        return;
    m_hands->act("left unseen", [&] {
        if (!pick(who, 1))
            return;
        m_hands->key(Qt::Key_L);
        if (sees("left", [&] { return row(who)->ticket->stage == TicketStage::Left; }))
            person(who).state = State::Left;
    });
}

void TestWholeDay::comeBack(int who)
{
    if (person(who).state != State::Left)
        return;
    m_hands->act("came back", [&] {
        if (!pick(who, 4))
            return;
        m_hands->key(Qt::Key_R);
        if (sees("waiting again", [&] { return isIn(who, TodayGroup::Waiting); }))
            person(who).state = State::Waiting;
    });
}

void TestWholeDay::raise(int who)
{
    m_hands->act("priority", [&] {
        if (!pick(who, 1))
            return;
        m_hands->key(Qt::Key_P);
        sees("priority", [&] { return row(who)->ticket->priority == TicketPriority::Priority; });
    });
}

// The calendar ----------------------------------------------------------------------------------------------------

void TestWholeDay::goCalendar()
{
    if (!drive().find("dayView"))
        m_hands->key(Qt::Key_3, Qt::AltModifier);
    const auto there = [this] {
        return drive().find("dayView") && !view().columns().isEmpty() && drive().focus() == &view();
    };
    if (!sees("the calendar", there))
        return;
    if (view().step() != 15)
        m_hands->key(Qt::Key_Minus, Qt::ControlModifier);
    if (view().columns().constFirst().day == ClinicDay::day())
        return;
    m_hands->key(Qt::Key_T);
    sees("today", [this] { return view().columns().constFirst().day == ClinicDay::day(); });
}

void TestWholeDay::moveTo(int practitioner, int minute)
{
    const auto column = [this] { return practitionerOf(view().columns().at(view().cursorColumn()).resource); };
    const auto at = [this] { return view().cursorSpan().from; };
    // What is typed while the calendar is being read waits for it.
    const auto press = [&](Qt::Key key) {
        const auto before = std::pair(column(), at());
        m_hands->key(key);
        sees("the hand moves", [&] { return std::pair(column(), at()) != before; });
    };
    for (int i = 0; i < 20 && column() != practitioner && !m_hands->lost(); ++i)
        press(column() < 0 || column() > practitioner ? Qt::Key_Left : Qt::Key_Right);
    if (std::abs(at() - minute) > minute - 480 + 15)
        press(Qt::Key_Home);
    for (int i = 0; i < 100 && at() != minute && !m_hands->lost(); ++i)
        press(at() > minute ? Qt::Key_Up : Qt::Key_Down);
    expect(column() == practitioner && at() == minute, QStringLiteral("the hand is not at its time"));
}

bool TestWholeDay::selectBlock(int who)
{
    goCalendar();
    if (!sees("the appointment", [&] { return block(who, person(who).at) != nullptr; }))
        return false;
    moveTo(person(who).with, person(who).at);
    const DayBlock *at = view().selected();
    const bool there = at && at->appointment.patient == person(who).id;
    expect(there, QStringLiteral("%1 is not selected").arg(person(who).name));
    return there;
}

void TestWholeDay::bookAt(int who, int practitioner, int minute)
{
    m_hands->act("book at a named time", [&] {
        goCalendar();
        moveTo(practitioner, minute);
        if (const DayBlock *there = view().selected())
            expect(false, QStringLiteral("a free time is taken on the screen by %1 from %2 (cursor %3)")
                              .arg(there->appointment.who)
                              .arg(there->span.from)
                              .arg(view().cursorSpan().from));
        m_hands->key(Qt::Key_N);
        if (!choose("bookingPatient", who) || !sees("when", [this] { return focused("bookingWhen"); }))
            return;
        m_hands->key(Qt::Key_Return);
        if (!sees("booked", [&] { return isShown(who, minute); }))
            return;
        DayPerson &one = person(who);
        one.state = State::Booked;
        one.with = practitioner;
        one.at = minute;
        one.holds = true;
        planArrival(who, std::max(now() + 2, minute - dice(0, 15)));
    });
}

void TestWholeDay::bookTaken(int who)
{
    const auto place = freeTime();
    if (!place)
        return bookSoonest(who);
    // Another's time with the same practitioner, which the caller names.
    int holder = -1;
    for (int i = 0; i < ClinicDay::people && holder < 0; ++i) {
        const DayPerson &one = person(i);
        if (one.holds && one.day == 0 && one.with == place->first && one.at > now() + 15 && one.length == 15)
            holder = i;
    }
    if (holder < 0)
        return bookAt(who, place->first, place->second);
    m_hands->act("book what is taken, then other", [&] {
        goCalendar();
        moveTo(place->first, place->second);
        m_hands->key(Qt::Key_N);
        if (!choose("bookingPatient", who) || !sees("when", [this] { return focused("bookingWhen"); }))
            return;
        const int minute = person(holder).at;
        m_hands->type(QByteArray::number(minute / 60 * 100 + minute % 60).rightJustified(4, '0'));
        m_hands->key(Qt::Key_Return);
        auto &message = drive().get<MessageStrip>("bookingMessage");
        auto &times = drive().get<BookingTimes>("bookingTimes");
        if (!sees("who holds it",
                  [&] { return message.text().contains(person(holder).name) && drive().focus() == &times; }))
            return;
        const auto other = times.current();
        expect(other && other->period.from != ClinicDay::at(minute), QStringLiteral("no other time is proposed"));
        m_hands->key(Qt::Key_Return);
        if (!other || !sees("booked", [&] { return isShown(who); }))
            return;
        DayPerson &one = person(who);
        const QDate day = civilDay(other->period.from, QTimeZone("Asia/Shanghai"));
        one.day = static_cast<int>(ClinicDay::day().daysTo(day));
        one.at = ClinicDay::minuteOf(other->period.from, one.day);
        one.with = practitionerOf(other->resources.constFirst());
        one.holds = true;
        one.state = one.day == 0 ? State::Booked : State::OtherDay;
        if (one.day == 0)
            planArrival(who, std::max(now() + 2, one.at - dice(0, 15)));
    });
}

void TestWholeDay::bookSoonest(int who)
{
    m_hands->act("book one of the proposed", [&] {
        goCalendar();
        if (view().selected()) {
            m_hands->key(Qt::Key_Escape);
            sees("nobody selected", [this] { return !view().selected(); });
        }
        m_hands->key(Qt::Key_F);
        if (!choose("bookingPatient", who) || !sees("the times", [this] { return focused("bookingTimes"); }))
            return;
        auto &times = drive().get<BookingTimes>("bookingTimes");
        if (!sees("three times", [&] { return times.times().size() == 3; }))
            return;
        m_hands->key(Qt::Key(Qt::Key_1 + dice(0, 2)));
        const FreeTime taken = *times.current();
        m_hands->key(Qt::Key_Return);
        if (!sees("booked", [&] { return isShown(who); }))
            return;
        DayPerson &one = person(who);
        const QDate day = civilDay(taken.period.from, QTimeZone("Asia/Shanghai"));
        one.day = static_cast<int>(ClinicDay::day().daysTo(day));
        one.at = ClinicDay::minuteOf(taken.period.from, one.day);
        one.with = practitionerOf(taken.resources.constFirst());
        one.holds = true;
        one.state = one.day == 0 ? State::Booked : State::OtherDay;
        if (one.day == 0)
            planArrival(who, std::max(now() + 2, one.at - dice(0, 15)));
    });
}

void TestWholeDay::putOnList(int who)
{
    m_hands->act("put on the waitlist", [&] {
        goCalendar();
        if (view().selected()) {
            m_hands->key(Qt::Key_Escape);
            sees("nobody selected", [this] { return !view().selected(); });
        }
        m_hands->key(Qt::Key_B);
        if (!choose("bookingPatient", who) || !sees("the wishes", [this] { return focused("bookingWishes"); }))
            return;
        m_hands->key(Qt::Key_Return);
        if (!sees("listed", [&] { return drive().focus() == &view() && !drive().find("bookingPanel"); }))
            return;
        person(who).state = State::Listed;
        m_listed << who;
    });
}

void TestWholeDay::cancel(int who)
{
    DayPerson &one = person(who);
    if (one.state != State::Booked || one.day != 0 || one.at < now() + 5)
        return;
    bool offered = false;
    m_hands->act("cancel with a reason", [&] {
        if (!selectBlock(who))
            return;
        m_hands->key(Qt::Key_Delete, dice(0, 3) ? Qt::NoModifier : Qt::ShiftModifier); // we cancel, now and then
        if (!sees("the reasons", [this] { return focused("cancelAppointmentReasonUsual"); }))
            return;
        m_hands->key(Qt::Key(Qt::Key_1 + dice(0, 2)));
        m_hands->key(Qt::Key_Return);
        offered = !m_listed.isEmpty();
        if (!sees("cancelled",
                  [&] { return !block(who, one.at) && (offered ? focused("waitlist") : drive().focus() == &view()); }))
            return;
        one.state = State::Cancelled;
        one.holds = false;
    });
    if (!offered || m_hands->lost()) {
        if (dice(0, 2) > 0 || m_hands->lost())
            return;
        m_hands->act("take a cancellation back", [&] {
            takeBack();
            if (!sees("booked again", [&] { return block(who, one.at) != nullptr; }))
                return;
            one.state = State::Booked;
            one.holds = true;
        });
        return;
    }
    m_hands->act("give it to who waits", [&] {
        auto &list = drive().get<QListView>("waitlist");
        if (!sees("who waits", [&] { return list.model()->rowCount() > 0; }))
            return;
        const int first = m_listed.takeFirst();
        expect(list.currentIndex().data().toString() == person(first).name,
               QStringLiteral("%1 has waited longest").arg(person(first).name));
        m_hands->key(Qt::Key_Return);
        if (!sees("booked", [&] { return isShown(first, one.at); }))
            return;
        DayPerson &next = person(first);
        next.state = State::Booked;
        next.with = one.with;
        next.at = one.at;
        next.holds = true;
        planArrival(first, std::max(now() + 3, next.at - dice(0, 10)));
    });
}

void TestWholeDay::moveToday(int who)
{
    DayPerson &one = person(who);
    if (one.state != State::Booked || one.day != 0 || one.length != 15 || one.at < now() + 5)
        return;
    const auto place = freeTime();
    if (!place)
        return moveAway(who);
    auto [with, at] = *place; // and afterwards where it was
    m_hands->act("move within the day", [&] {
        if (!selectBlock(who))
            return;
        m_hands->key(Qt::Key_X, Qt::ControlModifier);
        moveTo(place->first, place->second);
        m_hands->key(Qt::Key_V, Qt::ControlModifier);
        if (!sees("moved", [&] { return isShown(who, place->second) && !view().carried(); }))
            return;
        std::swap(one.with, with);
        std::swap(one.at, at);
        planArrival(who, std::max(now() + 2, one.at - dice(0, 10)));
    });
    if (m_hands->lost() || dice(0, 2) > 0)
        return;
    m_hands->act("take a move back", [&] {
        takeBack();
        if (!sees("where it was", [&] { return block(who, at) != nullptr; }))
            return;
        std::swap(one.with, with);
        std::swap(one.at, at);
        planArrival(who, std::max(now() + 2, one.at - dice(0, 10)));
    });
}

void TestWholeDay::moveAway(int who)
{
    DayPerson &one = person(who);
    if (one.state != State::Booked || one.day != 0 || one.at < now() + 5)
        return;
    int days = 1;
    while (!isFree(one.with, one.at, one.length, days))
        ++days;
    m_hands->act("move to another day", [&] {
        if (!selectBlock(who))
            return;
        m_hands->key(Qt::Key_X, Qt::ControlModifier);
        for (int i = 0; i < days; ++i)
            m_hands->key(Qt::Key_PageDown);
        // They know that it is free and do not look first.
        m_hands->key(Qt::Key_V, Qt::ControlModifier);
        const auto moved = [&] {
            return view().columns().constFirst().day == ClinicDay::day().addDays(days) && isShown(who, one.at) &&
                   !view().carried();
        };
        if (!sees("moved", moved))
            return;
        one.day = days;
        one.state = State::OtherDay;
    });
}

// The day ---------------------------------------------------------------------------------------------------------

void TestWholeDay::planArrival(int who, int minute)
{
    plan(minute, [this, who] {
        // Who was moved meanwhile comes at another time.
        if (person(who).state == State::Booked && person(who).day == 0)
            checkIn(who);
    });
}

void TestWholeDay::planCalls()
{
    int who = ClinicDay::bookedBefore;
    for (int i = 0; i < 16; ++i, ++who) {
        plan(dice(485, 900), [this, who] {
            const auto place = freeTime();
            if (place)
                bookAt(who, place->first, place->second);
            else
                bookSoonest(who);
        });
    }
    for (int i = 0; i < 4; ++i, ++who)
        plan(dice(500, 840), [this, who] { bookTaken(who); });
    for (int i = 0; i < 4; ++i, ++who)
        plan(dice(500, 960), [this, who] { bookSoonest(who); });
    for (int i = 0; i < 26; ++i, ++who) {
        const int minute = dice(485, 1000);
        plan(minute, [this, who, i] { i % 3 == 2 ? walkInByPhone(who) : walkIn(who); });
        if (i % 7 == 0) {
            plan(minute + 1, [this, who] { leave(who); });
            if (i == 0)
                plan(minute + 6, [this, who] { comeBack(who); });
        }
    }
    for (; who < ClinicDay::people; ++who)
        plan(dice(510, 720), [this, who] { putOnList(who); });
}

void TestWholeDay::planTheDay()
{
    QList<int> booked;
    for (int i = 0; i < ClinicDay::bookedBefore; ++i)
        booked << i;
    std::shuffle(booked.begin(), booked.end(), m_dice);
    int next = 0;
    for (const int who : std::as_const(booked)) {
        const int at = person(who).at;
        const int kind = next++;
        if (kind < 9) { // never come; one of them only later than late
            plan(at + 20, [this, who, kind] {
                noShow(who, kind == 0);
                if (kind == 0)
                    checkIn(who);
            });
            continue;
        }
        if (kind < 23) // telephone that they do not come
            plan(dice(480, std::max(481, at - 10)), [this, who] { cancel(who); });
        else if (kind < 30)
            plan(dice(480, std::max(481, at - 30)), [this, who] { moveToday(who); });
        else if (kind < 37)
            plan(dice(480, std::max(481, at - 30)), [this, who] { moveAway(who); });
        const bool late = kind >= 40 && kind < 52;
        const int comes = late ? at + dice(12, 25) : std::max(476, at - dice(0, 20));
        if (kind >= 60 && kind < 63)
            plan(comes - 1, [this, who] {
                if (person(who).state == State::Booked)
                    checkInByMistake(who);
            });
        planArrival(who, comes);
        if (kind >= 70 && kind < 74)
            plan(comes + 1, [this, who] { leave(who); });
    }
    planCalls();
    for (const int minute : {510, 560, 600, 640, 700, 840, 870, 930, 990})
        plan(minute, [this] { m_takesOver = true; });
}

void TestWholeDay::serve()
{
    if (now() < 480)
        return;
    for (int i = 0; i < ClinicDay::practitioners && !m_hands->lost(); ++i) {
        const int there = present(i);
        if (there >= 0 && now() < m_until[i]) {
            if (dice(0, 99) == 0)
                recall(there); // some minutes after they were called
            continue;
        }
        if (there >= 0 && dice(0, 9) < 6)
            finish(i, dice(0, 19) == 0);
        if (present(i) >= 0 && now() < m_until[i])
            continue;
        goToday();
        int due = -1;
        for (const TodayRow &one : model().board().rows) {
            const bool theirs = !one.with() || practitionerOf(one.with()) == i;
            if (one.group == TodayGroup::Waiting && theirs) {
                due = whoIs(one.patient);
                break;
            }
        }
        if (due < 0) {
            if (present(i) >= 0)
                finish(i);
            continue;
        }
        if (dice(0, 30) == 0 && row(due)->ticket->priority == TicketPriority::Routine)
            raise(due);
        if (i == 0 && std::exchange(m_takesOver, false)) {
            practitionerCalls();
            continue;
        }
        call(due);
        if (dice(0, 19) == 0 && person(due).state == State::In)
            skip(due);
    }
}

/// Nobody waits for a time of this day any more: those who are left are booked for another.
void TestWholeDay::closeTheList()
{
    if (m_listed.isEmpty())
        return;
    m_hands->act("take off the waitlist", [this] {
        goCalendar();
        m_hands->key(Qt::Key_L);
        auto &list = drive().get<QListView>("waitlist");
        for (qsizetype left = m_listed.size(); left > 0; --left) {
            if (!sees("who waits", [&] { return list.model()->rowCount() == left && focused("waitlist"); }))
                return;
            m_hands->key(Qt::Key_Delete);
        }
        sees("an empty list", [&] { return list.model()->rowCount() == 0; });
        m_hands->key(Qt::Key_Escape);
        sees("the calendar", [this] { return drive().focus() == &view(); });
    });
    for (const int who : std::exchange(m_listed, {}))
        bookSoonest(who);
}

void TestWholeDay::day_ofTwoHundred_endsWithEverybodyAccountedFor()
{
    m_desk = std::make_unique<Desk>([this](TestClinic &clinic) { m_clinic.emplace(clinic, seed); });
    m_hands.emplace(*m_desk);
    m_desk->enter("reception");
    drive().get("todayTable");
    QTRY_COMPARE(model().board().rows.size(), ClinicDay::bookedBefore);
    QTRY_VERIFY(focused("todayTable"));
    planTheDay();
    QElapsedTimer watch;
    watch.start();
    const auto somebodyIsHere = [this] {
        return std::any_of(m_clinic->all.cbegin(), m_clinic->all.cend(),
                           [](const DayPerson &one) { return one.active(); });
    };
    for (int minute = 475; (minute <= 1080 || somebodyIsHere()) && !m_hands->lost(); ++minute) {
        m_desk->clinic.clock.set(ClinicDay::at(minute));
        const auto due = m_plan.take(minute);
        for (const auto &one : due) {
            if (!m_hands->lost())
                one();
        }
        serve();
        if (minute == 1045)
            closeTheList();
        if (minute % 60 == 0 && !m_hands->lost())
            check();
    }
    m_hands->printTable(XINGLIN_LANGUAGE);
    QTextStream(stdout) << tally() << ", " << m_hands->acts() << " acts in "
                        << QString::number(double(watch.elapsed()) / 1000, 'f', 1) << " s, checked " << m_checks
                        << " times\n";
    QVERIFY2(m_hands->problems().isEmpty(), qPrintable(m_hands->problems().join(u'\n')));
    for (int i = 0; i < ClinicDay::people; ++i) {
        const State state = person(i).state;
        QVERIFY2(state == State::Done || state == State::NoShow || state == State::Cancelled || state == State::Left ||
                     state == State::OtherDay,
                 qPrintable(QStringLiteral("%1: %2").arg(person(i).name).arg(int(state))));
    }
    m_desk.reset();
}

// Whether it is so ------------------------------------------------------------------------------------------------

QString TestWholeDay::tally() const
{
    const char *names[] = {"nowhere", "listed", "booked",  "waiting",   "in consultation",
                           "seen",    "left",   "no-show", "cancelled", "another day"};
    QStringList words;
    for (int state = 0; state < int(std::size(names)); ++state) {
        const auto many = std::count_if(m_clinic->all.cbegin(), m_clinic->all.cend(),
                                        [&](const DayPerson &one) { return int(one.state) == state; });
        if (many > 0)
            words << QStringLiteral("%1 %2").arg(many).arg(QLatin1String(names[state]));
    }
    return words.join(QStringLiteral(", "));
}

void TestWholeDay::check()
{
    ++m_checks;
    checkStore();
    checkBoard();
}

void TestWholeDay::checkBoard()
{
    // The board is left and entered, so that it is of now.
    goCalendar();
    goToday();
    filter(1);
    const auto many = [this](const QList<State> &states) {
        return static_cast<int>(std::count_if(m_clinic->all.cbegin(), m_clinic->all.cend(),
                                              [&](const DayPerson &one) { return states.contains(one.state); }));
    };
    auto &counters = drive().get<CounterBar>("todayCounters");
    const std::pair<int, int> counts[] = {{0, many({State::Booked})},
                                          {1, many({State::Waiting})},
                                          {2, many({State::In})},
                                          {4, many({State::Done, State::Left})},
                                          {5, many({State::NoShow})}};
    for (const auto &[cell, count] : counts)
        expect(counters.count(cell) == count,
               QStringLiteral("counter %1 says %2 for %3").arg(cell + 1).arg(counters.count(cell)).arg(count));
    static const QRegularExpression minutes(QStringLiteral("\\d+"));
    int waiting = 0;
    for (int line = 0; line < model().rowCount(); ++line) {
        const TodayRow *one = model().rowAt(line);
        if (!one)
            continue;
        ++waiting;
        const DayPerson &who = person(whoIs(one->patient));
        const auto shown = [&] {
            return minutes.match(model().index(line, TodayModel::Wait).data().toString()).captured().toInt();
        };
        if (!sees("the minutes they wait", [&] { return shown() == now() - who.arrived; }))
            expect(false, QStringLiteral("%1 waits %2 min").arg(who.name).arg(now() - who.arrived));
        expect(model().index(line, TodayModel::Number).data().toString().toInt() == who.number,
               QStringLiteral("%1 has another number").arg(who.name));
    }
    expect(waiting == many({State::Waiting}), QStringLiteral("others wait than those who came"));
}

void TestWholeDay::checkStore()
{
    struct Seen
    {
        QString flaw;
        QList<QueueTicket> tickets;
        QList<Appointment> appointments;
        QList<WaitlistEntry> listed;
    };
    const Seen seen = m_desk->ask(m_desk->clinic.owner(), [](const store::Snapshot &view) {
        return Seen{flawOfClaims(view), *queue::tickets(view, ClinicDay::day()),
                    *schedule::between(view, {ClinicDay::at(0), ClinicDay::at(0, 45)}), *schedule::waitlist(view)};
    });
    expect(seen.flaw.isEmpty(), seen.flaw);
    QSet<int> numbers;
    QHash<Uuid, int> with;
    QHash<int, QList<QueueTicket>> tickets;
    for (const QueueTicket &one : seen.tickets) {
        expect(one.number && !numbers.contains(*one.number), QStringLiteral("a number twice"));
        numbers << one.number.value_or(0);
        if (one.stage == TicketStage::InConsultation)
            expect(++with[one.with->uuid()] == 1, QStringLiteral("two with one practitioner"));
        tickets[whoIs(one.patient)] << one;
    }
    QHash<int, QList<Appointment>> appointments;
    for (const Appointment &one : seen.appointments) {
        appointments[whoIs(one.patient)] << one;
        expect(!one.overbooked, QStringLiteral("overbooked"));
    }
    expect(seen.listed.size() == m_listed.size(), QStringLiteral("others are on the waitlist"));
    for (int i = 0; i < ClinicDay::people; ++i) {
        const DayPerson &one = person(i);
        const auto fail = [&](const char *what) {
            expect(false,
                   QStringLiteral("%1 (state %2): %3").arg(one.name).arg(int(one.state)).arg(QLatin1String(what)));
        };
        const bool came = one.active() || one.state == State::Done || one.state == State::Left;
        const QList<QueueTicket> &own = tickets[i];
        if (own.size() != (came ? 1 : 0)) {
            fail("not one ticket for who came");
            continue;
        }
        if (came) {
            const TicketStage stage = one.state == State::Waiting ? TicketStage::Waiting
                                      : one.state == State::In    ? TicketStage::InConsultation
                                      : one.state == State::Done  ? TicketStage::Done
                                                                  : TicketStage::Left;
            if (own.constFirst().stage != stage || own.constFirst().number != one.number ||
                ClinicDay::minuteOf(own.constFirst().arrived) != one.arrived)
                fail("stage, number or arrival");
            if (one.state == State::In && practitionerOf(own.constFirst().with) != one.with)
                fail("with somebody else");
        }
        const bool has = one.at >= 0 && one.state != State::Cancelled;
        const QList<Appointment> &booked = appointments[i];
        if (booked.size() != (has ? 1 : 0)) {
            fail("not one appointment for who is booked");
            continue;
        }
        if (!has)
            continue;
        const AppointmentStatus status = one.state == State::NoShow ? AppointmentStatus::NoShow
                                         : one.state == State::Done ? AppointmentStatus::Fulfilled
                                         : came                     ? AppointmentStatus::Arrived
                                                                    : AppointmentStatus::Booked;
        const Appointment &it = booked.constFirst();
        if (it.status != status)
            fail("status of the appointment");
        if (it.period != Period{ClinicDay::at(one.at, one.day), ClinicDay::at(one.at + one.length, one.day)})
            fail("time of the appointment");
        if (one.holds && !it.resources.contains(m_clinic->with[one.with]))
            fail("somebody else's appointment");
    }
}

QTEST_MAIN(TestWholeDay)
#include "tst_wholeday.moc"
