#include "clinic/journal.h"
#include "clinic/schedule/attendance.h"
#include "clinic/schedule/deskfixture.h"
#include "clinic/schedule/series.h"
#include "clinic/schedule/waitlist.h"

#include <QMap>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;

namespace {

/// What the store says of appointments, their claims and the clinic's word on them, past all functions of the schedule.
struct Ledger
{
    struct Holding
    {
        Uuid appointment{Uuid::Bytes{}};
        Uuid claim{Uuid::Bytes{}};
        Uuid resource{Uuid::Bytes{}};
        qint64 from = 0;
        qint64 to = 0;
        int units = 0;
        bool overbooked = false;
    };
    struct Line
    {
        QByteArray status;
        qint64 from = 0;
        qint64 to = 0;
        qint64 before = 0;
        qint64 after = 0;
        int needs = 0;
    };
    QMap<Uuid, Line> appointments;
    QList<Holding> held;
    QMap<Uuid, int> capacity;
    int claims = 0;
    int grants = 0;
    int singly = 0; ///< Claims with exactly one grant, and that "ok".
};

Ledger ledgerOf(const store::Snapshot &view)
{
    Ledger ledger;
    store::Query lines = view.connection().internal(
        "/* whole schedule */ SELECT a.id, a.status, a.start_ms, a.end_ms, s.before_minutes, s.after_minutes,"
        " (SELECT count(DISTINCT r.need) FROM service_resource r WHERE r.service_id = s.id AND r.ended = 0)"
        " FROM appointment a JOIN healthcare_service s ON s.id = a.service_id");
    while (lines.next())
        ledger.appointments.insert(lines.get<Uuid>(0),
                                   {lines.get<QString>(1).toLatin1(), lines.get<qint64>(2), lines.get<qint64>(3),
                                    lines.get<qint64>(4) * 60'000, lines.get<qint64>(5) * 60'000, lines.get<int>(6)});
    store::Query rows = view.connection().internal(
        "/* whole schedule */ SELECT k.appointment_id, k.id, c.resource_id, c.start_ms, c.end_ms, c.units, k.overbook"
        " FROM claim_resource c JOIN claim k ON k.id = c.claim_id WHERE c.released = 0");
    while (rows.next())
        ledger.held << Ledger::Holding{rows.get<Uuid>(0),   rows.get<Uuid>(1), rows.get<Uuid>(2), rows.get<qint64>(3),
                                       rows.get<qint64>(4), rows.get<int>(5),  rows.get<bool>(6)};
    store::Query resources = view.connection().internal("/* whole schedule */ SELECT id, capacity FROM resource");
    while (resources.next())
        ledger.capacity.insert(resources.get<Uuid>(0), resources.get<int>(1));
    store::Query grants = view.connection().internal(
        "/* whole schedule */ SELECT (SELECT count(*) FROM claim), (SELECT count(*) FROM claim_grant), (SELECT "
        "count(*) FROM claim k"
        " WHERE (SELECT count(*) FROM claim_grant g WHERE g.claim_id = k.id AND g.decision = 'ok') = 1)");
    if (grants.next()) {
        ledger.claims = grants.get<int>(0);
        ledger.grants = grants.get<int>(1);
        ledger.singly = grants.get<int>(2);
    }
    return ledger;
}

/// The first thing that is not as it must be; empty where all is.
QString wrongIn(const Ledger &ledger)
{
    if (ledger.claims != ledger.grants || ledger.claims != ledger.singly)
        return u"a claim without its one grant"_s;
    QMap<Uuid, QList<Ledger::Holding>> by;
    QMap<Uuid, QList<Ledger::Holding>> on;
    for (const Ledger::Holding &one : ledger.held) {
        by[one.appointment] << one;
        on[one.resource] << one;
    }
    for (auto line = ledger.appointments.cbegin(); line != ledger.appointments.cend(); ++line) {
        const QList<Ledger::Holding> held = by.value(line.key());
        const bool active = line->status == "booked" || line->status == "arrived" || line->status == "fulfilled";
        if (!active && !held.isEmpty())
            return u"holds something although it is "_s + QString::fromLatin1(line->status);
        if (active && held.size() != line->needs)
            return u"holds %1 for %2 needs"_s.arg(held.size()).arg(line->needs);
        for (const Ledger::Holding &one : held) {
            if (one.claim != held.constFirst().claim)
                return u"holds by two claims"_s;
            if (one.from != line->from - line->before || one.to != line->to + line->after)
                return u"holds another time than it is booked for"_s;
        }
    }
    for (auto resource = on.cbegin(); resource != on.cend(); ++resource) {
        for (const Ledger::Holding &moment : *resource) { // the most is held where something begins
            int plain = 0;
            bool over = false;
            int all = 0;
            for (const Ledger::Holding &one : *resource) {
                if (one.from <= moment.from && moment.from < one.to) {
                    plain += one.overbooked ? 0 : one.units;
                    over = over || one.overbooked;
                    all += one.units;
                }
            }
            const int capacity = ledger.capacity.value(resource.key());
            if (plain > capacity || (!over && all > capacity))
                return u"%1 held of %2"_s.arg(all).arg(capacity);
        }
    }
    return {};
}

} // namespace

/// Whatever is done in whatever order: nobody is booked twice, and what is held is what is booked.
class TestScheduleProperty : public QObject, protected DeskFixture
{
    Q_OBJECT

private slots:
    void cleanup() { tearDown(); }

    void randomActs_claimsAgreeWithTheCalendar_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
    }
    void randomActs_claimsAgreeWithTheCalendar()
    {
        QFETCH(quint64, seed);
        setUp();
        SeededRandom dice(seed * 7919);
        furnish(dice);
        int done = 0;
        int undone = 0;
        for (int n = 0; n < 250; ++n) {
            const QByteArray act = any(dice);
            const bool came = act.endsWith('+');
            QVERIFY(act != "proposed and refused+");
            done += came ? 1 : 0;
            undone += came && act.startsWith("undo") ? 1 : 0;
            const QString wrong = read([](const store::Snapshot &view) { return wrongIn(ledgerOf(view)); });
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(u"%1 after %2 acts: %3"_s.arg(QString::fromLatin1(act)).arg(n).arg(wrong)));
            if (n % 50 == 49)
                QVERIFY(freeIsBookable(dice));
        }
        QVERIFY2(done > 80 && undone > 8, qPrintable(u"%1 done, %2 undone"_s.arg(done).arg(undone)));
    }

    /// The check itself finds what it is for.
    void check_mutants_areFound()
    {
        setUp();
        QVERIFY(book(m_chen, m_visit, 600, {m_shen}).ok());
        QVERIFY(read([](const store::Snapshot &view) { return wrongIn(ledgerOf(view)); }).isEmpty());
        for (const char *harm : {"/* whole schedule */ UPDATE claim_resource SET released = 1",
                                 "/* whole schedule */ UPDATE appointment SET status = 'cancelled'",
                                 "/* whole schedule */ UPDATE appointment SET start_ms = start_ms - 60000",
                                 "/* whole schedule */ UPDATE claim_resource SET units = 2",
                                 "/* whole schedule */ DELETE FROM claim_grant"}) {
            const auto tx = m_clinic->store().begin(m_clinic->receptionist(), "appointment.book");
            tx->connection().internal(harm).run();
            QVERIFY2(!wrongIn(ledgerOf(*tx)).isEmpty(), harm); // never committed
        }
    }

private:
    /// More services, rosters that differ, capacities, buffers, quotas.
    void furnish(SeededRandom &dice)
    {
        m_services = {m_visit, m_moxa};
        m_resources = {m_shen, m_gu, m_beds};
        const ResourceId device = add(ResourceKind::Device, u"中频"_s, 1 + static_cast<int>(dice.below(3)));
        m_resources << device;
        WorkingWeek week;
        for (auto &day : week) {
            const int from = 480 + static_cast<int>(dice.below(24)) * 5;
            day = {{from, from + 180}, {840, 900 + static_cast<int>(dice.below(30)) * 5}};
        }
        QVERIFY(write("roster.week", [&](store::Transaction &tx) {
                    return schedule::setWeek(tx, device, QDate(2026, 3, 9), week, schedule::Reach::FromNowOn);
                }).ok());
        HealthcareServiceDraft both;
        both.name = u"针灸加艾灸"_s;
        both.duration = minutes(30);
        both.before = minutes(5);
        both.after = minutes(10);
        both.needs = {{{m_shen, m_gu}, 1}, {{m_beds}, 1 + static_cast<int>(dice.below(2))}};
        m_services << serve(both);
        HealthcareServiceDraft current;
        current.name = u"中频治疗"_s;
        current.duration = minutes(15 + 5 * static_cast<int>(dice.below(5)));
        current.mostADay = 4;
        current.needs = {{{device}, 1}};
        m_services << serve(current);
        m_patients = {m_chen, m_wang, m_li};
    }
    template <class T>
    const T &oneOf(const QList<T> &all, SeededRandom &dice) const
    {
        return all[static_cast<qsizetype>(dice.below(static_cast<quint64>(all.size())))];
    }
    Instant anyTime(SeededRandom &dice) const
    {
        return at(480 + 5 * static_cast<int>(dice.below(115)), static_cast<int>(dice.below(5)));
    }
    AppointmentDraft anyDraft(SeededRandom &dice)
    {
        AppointmentDraft draft;
        draft.patient = oneOf(m_patients, dice);
        draft.service = oneOf(m_services, dice);
        draft.start = anyTime(dice);
        draft.overbook = dice.below(10) == 0;
        draft.outOfHours = dice.below(8) == 0;
        draft.besideOwn = dice.below(3) == 0;
        return draft;
    }
    std::optional<Appointment> anyBooked(SeededRandom &dice)
    {
        const auto all = read([&](const store::Snapshot &view) {
            return schedule::between(view, {at(0, -7), at(0, 60)});
        });
        return all && !all->isEmpty() ? std::optional(oneOf(*all, dice)) : std::nullopt;
    }

    template <class F>
    QByteArray tried(const QByteArray &act, F f)
    {
        const auto result = write(act, f);
        return act + (result ? "+" : "-");
    }
    QByteArray any(SeededRandom &dice)
    {
        switch (dice.below(12)) {
        case 0:
        case 1:
        case 2:
            return tried("appointment.book",
                         [&](store::Transaction &tx) { return schedule::book(tx, anyDraft(dice)); });
        case 3:
        case 4:
            if (const auto one = anyBooked(dice))
                return tried("appointment.move", [&](store::Transaction &tx) {
                    AppointmentDraft draft = anyDraft(dice);
                    if (dice.below(2) == 0)
                        draft.duration = minutes(10 + 5 * static_cast<int>(dice.below(10)));
                    return schedule::move(tx, one->id, draft);
                });
            break;
        case 5:
            if (const auto one = anyBooked(dice))
                return tried("appointment.cancel", [&](store::Transaction &tx) {
                    return schedule::cancel(tx, one->id, CancelledBy::Patient, u"x"_s);
                });
            break;
        case 6:
            return series(dice);
        case 7:
            return shift(dice);
        case 8:
            return absence(dice);
        case 9:
            return waitlist(dice);
        default:
            return undo(dice);
        }
        return "nothing-";
    }
    QByteArray series(SeededRandom &dice)
    {
        SeriesDraft draft;
        draft.patient = oneOf(m_patients, dice);
        draft.service = oneOf(m_services, dice);
        draft.first = monday.addDays(static_cast<int>(dice.below(7)));
        draft.count = 2 + static_cast<int>(dice.below(4));
        draft.weekdays = schedule::spreadOverWeek(1 + static_cast<int>(dice.below(3)), 1);
        draft.minute = 480 + 5 * static_cast<int>(dice.below(100));
        const auto days = read([&](const store::Snapshot &view) { return schedule::proposeSeries(view, draft); });
        QList<FreeTime> times;
        for (const SeriesDay &day : *days) {
            if (day.time)
                times << *day.time;
        }
        const QByteArray done =
            tried("appointment.series", [&](store::Transaction &tx) { return schedule::bookSeries(tx, draft, times); });
        // What was proposed a moment ago and nobody has taken can be booked.
        return times.size() >= 2 && done.endsWith('-') ? QByteArray("proposed and refused+") : done;
    }
    QByteArray shift(SeededRandom &dice)
    {
        const auto one = anyBooked(dice);
        if (!one || one->status != AppointmentStatus::Booked)
            return "shift-";
        const auto moved =
            read([&](const store::Snapshot &view) { return schedule::proposeShift(view, one->id, anyTime(dice)); });
        if (!moved)
            return "shift-";
        QList<Rearrangement> changes;
        for (const Displaced &each : *moved) {
            AppointmentDraft draft;
            if (each.day.time) {
                draft.start = each.day.time->period.from;
                draft.resources = each.day.time->resources;
            }
            changes << Rearrangement{each.appointment.id, each.day.time ? std::optional(draft) : std::nullopt};
        }
        return tried("appointment.rearrange", [&](store::Transaction &tx) {
            return schedule::rearrange(tx, changes, CancelledBy::Clinic, u"x"_s);
        });
    }
    QByteArray absence(SeededRandom &dice)
    {
        const QDate day = monday.addDays(static_cast<int>(dice.below(5)));
        const AbsenceDraft draft{oneOf(m_resources, dice), day, day, freebusy::DayPart{540, 720}, u"病假"_s};
        const auto hit = read([&](const store::Snapshot &view) { return schedule::displacedBy(view, draft); });
        QList<Rearrangement> changes;
        for (const Displaced &each : *hit) {
            if (!each.day.time)
                continue;
            AppointmentDraft to;
            to.start = each.day.time->period.from;
            to.resources = each.day.time->resources;
            changes << Rearrangement{each.appointment.id, to};
        }
        return tried("schedule.absence",
                     [&](store::Transaction &tx) { return schedule::enterAbsence(tx, draft, changes); });
    }
    QByteArray waitlist(SeededRandom &dice)
    {
        WaitlistDraft draft;
        draft.patient = oneOf(m_patients, dice);
        draft.service = oneOf(m_services, dice);
        draft.first = monday;
        draft.last = monday.addDays(4);
        tried("waitlist.add", [&](store::Transaction &tx) { return schedule::addToWaitlist(tx, draft); });
        const Instant from = anyTime(dice);
        const auto found = read([&](const store::Snapshot &view) {
            return schedule::matches(view, oneOf(m_resources, dice), {from, from + std::chrono::hours(1)});
        });
        if (!found || found->isEmpty())
            return "waitlist-";
        const WaitlistMatch match = oneOf(*found, dice);
        return tried("waitlist.book", [&](store::Transaction &tx) {
            return schedule::bookFromWaitlist(tx, match.entry.id, match.time);
        });
    }
    QByteArray undo(SeededRandom &dice)
    {
        const auto all = read([](const store::Snapshot &view) { return journal::lastDay(view, {}, 12); });
        if (!all || all->isEmpty())
            return "undo-";
        const journal::Entry entry = oneOf(*all, dice);
        return "undo " + tried(journal::actOfTakingBack(entry.told.act),
                               [&](store::Transaction &tx) { return journal::takeBack(tx, entry.told.version); });
    }
    /// What is said to be free can be booked.
    bool freeIsBookable(SeededRandom &dice)
    {
        FreeQuestion question;
        question.service = oneOf(m_services, dice);
        question.first = monday;
        question.last = monday.addDays(4);
        question.patient = oneOf(m_patients, dice);
        const auto free = read([&](const store::Snapshot &view) { return schedule::freeTimes(view, question); });
        for (int n = 0; free && !free->isEmpty() && n < 5; ++n) {
            const FreeTime &time = oneOf(*free, dice);
            AppointmentDraft draft;
            draft.patient = question.patient;
            draft.service = question.service;
            draft.start = time.period.from;
            draft.resources = time.resources;
            const auto tx = m_clinic->store().begin(m_clinic->receptionist(), "appointment.book");
            if (const auto made = schedule::book(*tx, draft); !made) {
                qWarning("%s", qPrintable(made.error().message));
                return false;
            }
        }
        return true;
    }

    QList<HealthcareServiceId> m_services;
    QList<ResourceId> m_resources;
    QList<PatientId> m_patients;
};

QTEST_GUILESS_MAIN(TestScheduleProperty)
#include "tst_scheduleproperty.moc"
