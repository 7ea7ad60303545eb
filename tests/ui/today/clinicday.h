#pragma once

#include "clinic/schedule/appointments.h"
#include "clinic/schedule/attendance.h"
#include "clinic/schedule/rosters.h"
#include "support/testclinic.h"

#include <random>

namespace xinglin::test {

/// One of the two hundred, as the test knows them: what was done for them, never what the store says.
struct DayPerson
{
    enum class State { Nowhere, Listed, Booked, Waiting, In, Done, Left, NoShow, Cancelled, OtherDay };

    PatientId id{Uuid(Uuid::Bytes{})};
    QString name;
    QByteArray letters; ///< Of the name, as they are typed.
    QByteArray phone;
    State state = State::Nowhere;
    int with = -1;      ///< Which practitioner; -1: whoever is free.
    int day = 0;        ///< Days from the day itself.
    int at = -1;        ///< Minute of an appointment; -1: none.
    int length = 15;    ///< Minutes.
    bool holds = false; ///< The time is theirs.
    int arrived = -1;   ///< Minute.
    int number = 0;     ///< In the queue.
    bool active() const { return state == State::Waiting || state == State::In; }
};

/// A clinic on the morning of Friday, 13 March 2026: six practitioners in their rooms, three beds, two services, two
/// hundred people, the first of whom are booked.
class ClinicDay
{
    template <class F>
    auto must(const char *act, F f)
    {
        const auto done = m_clinic.write(m_clinic.owner(), act, f);
        if (!done)
            qFatal("%s: %s", act, qPrintable(done.error().message));
        return *done;
    }

public:
    static constexpr int people = 200;
    static constexpr int practitioners = 6;
    static constexpr int bookedBefore = 140;
    static constexpr int bedCapacity = 3;
    static constexpr QDate day() { return QDate::fromJulianDay(2461113); }
    /// What is worked.
    static constexpr std::pair<int, int> hours[] = {{480, 720}, {810, 1050}};

    ClinicDay(TestClinic &clinic, quint32 seed) : m_clinic(clinic)
    {
        std::mt19937 dice(seed);
        const char *names[] = {"沈明堂", "顾青禾", "方砚秋", "陆怀仁", "程又新", "何若水"};
        for (int i = 0; i < practitioners; ++i) {
            const ResourceId room = add(ResourceKind::Room, QStringLiteral("%1号诊室").arg(i + 1), i, 1, {});
            with << add(ResourceKind::Practitioner, QString::fromUtf8(names[i]), i, 1, room,
                        i == 0 ? clinic.practitioner().user : std::nullopt);
            rooms << room;
        }
        beds = add(ResourceKind::Bed, QStringLiteral("针灸床"), 0, bedCapacity, {});
        WorkingWeek week;
        week.fill({{hours[0].first, hours[0].second}, {hours[1].first, hours[1].second}});
        for (const ResourceId id : with + rooms + QList<ResourceId>{beds})
            must("roster.week", [&](store::Transaction &tx) {
                return schedule::setWeek(tx, id, QDate(2026, 3, 9), week, schedule::Reach::FromNowOn);
            });
        visit = serve(QStringLiteral("复诊"), 0, 15, {{with, 1}});
        needles = serve(QStringLiteral("针灸"), 1, 30, {{{with[4], with[5]}, 1}, {{beds}, 1}});
        callPeople();
        bookSome(dice);
        m_clinic.clock.set(at(475));
    }

    static Instant at(int minute, int days = 0)
    {
        return freebusy::instantOf(day().addDays(days), minute, QTimeZone("Asia/Shanghai"));
    }
    static int minuteOf(Instant when, int days = 0)
    {
        return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(when - at(0, days)).count());
    }

    QList<DayPerson> all;
    QList<ResourceId> with; ///< The first signs in as "practitioner".
    QList<ResourceId> rooms;
    ResourceId beds{Uuid(Uuid::Bytes{})};
    HealthcareServiceId visit{Uuid(Uuid::Bytes{})};
    HealthcareServiceId needles{Uuid(Uuid::Bytes{})};

private:
    ResourceId add(ResourceKind kind, const QString &name, int position, int capacity, std::optional<ResourceId> room,
                   std::optional<Uuid> user = {})
    {
        ResourceDraft draft;
        draft.kind = kind;
        draft.name = name;
        draft.position = position;
        draft.capacity = capacity;
        draft.room = room;
        if (user)
            draft.user = access::UserId(*user);
        return must("resource.add", [&](store::Transaction &tx) { return schedule::addResource(tx, draft); }).id;
    }
    HealthcareServiceId serve(const QString &name, int position, int length, const QList<ServiceNeed> &needs)
    {
        HealthcareServiceDraft draft;
        draft.name = name;
        draft.position = position;
        draft.duration = std::chrono::minutes(length);
        draft.needs = needs;
        return must("service.add", [&](store::Transaction &tx) { return schedule::addService(tx, draft); }).id;
    }
    void callPeople()
    {
        const std::pair<const char *, char> families[] = {
            {"陈", 'c'}, {"王", 'w'}, {"李", 'l'}, {"张", 'z'}, {"刘", 'l'}, {"赵", 'z'}, {"周", 'z'},
            {"吴", 'w'}, {"徐", 'x'}, {"孙", 's'}, {"马", 'm'}, {"朱", 'z'}, {"胡", 'h'}, {"郭", 'g'},
            {"何", 'h'}, {"林", 'l'}, {"高", 'g'}, {"罗", 'l'}, {"郑", 'z'}, {"梁", 'l'}};
        const std::pair<const char *, const char *> given[] = {
            {"淑芬", "sf"}, {"建国", "jg"}, {"秀英", "xy"}, {"明远", "my"}, {"玉兰", "yl"},
            {"志强", "zq"}, {"海燕", "hy"}, {"德华", "dh"}, {"桂珍", "gz"}, {"文博", "wb"}};
        for (int i = 0; i < people; ++i) {
            const auto &[family, letter] = families[i % 20];
            const auto &[name, letters] = given[i / 20];
            DayPerson one;
            one.name = QString::fromUtf8(family) + QString::fromUtf8(name);
            one.letters = QByteArray(1, letter) + letters;
            one.phone = QByteArray::number(13800001000LL + i * 7);
            one.id = m_clinic.patient(one.name, QString::fromLatin1(one.phone)).id;
            all << one;
        }
    }
    void bookSome(std::mt19937 &dice)
    {
        QList<std::pair<int, int>> times; // practitioner, minute
        for (int i = 0; i < practitioners; ++i) {
            for (const auto &[from, to] : hours) {
                for (int minute = from; minute < to; minute += 15)
                    times << std::pair(i, minute);
            }
        }
        std::shuffle(times.begin(), times.end(), dice);
        int next = 0;
        for (const auto &[who, minute] : std::as_const(times)) {
            if (next == bookedBefore)
                break;
            DayPerson &one = all[next];
            const bool needled = who >= 4 && minute % 30 == 0 && next % 3 == 0 && freeOf(who, minute + 15) &&
                                 inHours(minute + 15) && bedsAt(minute) < bedCapacity &&
                                 bedsAt(minute + 15) < bedCapacity;
            if (!freeOf(who, minute))
                continue;
            one.with = who;
            one.at = minute;
            one.length = needled ? 30 : 15;
            one.holds = true;
            one.state = DayPerson::State::Booked;
            AppointmentDraft draft;
            draft.patient = one.id;
            draft.service = needled ? needles : visit;
            draft.start = at(minute);
            draft.with = with[who];
            must("appointment.book", [&](store::Transaction &tx) { return schedule::book(tx, draft); });
            ++next;
        }
    }
    bool inHours(int minute) const
    {
        return std::any_of(std::begin(hours), std::end(hours),
                           [minute](const auto &part) { return part.first <= minute && minute < part.second; });
    }
    bool freeOf(int who, int minute) const
    {
        return std::none_of(all.cbegin(), all.cend(), [&](const DayPerson &one) {
            return one.holds && one.with == who && one.at <= minute && minute < one.at + one.length;
        });
    }
    int bedsAt(int minute) const
    {
        return static_cast<int>(std::count_if(all.cbegin(), all.cend(), [&](const DayPerson &one) {
            return one.holds && one.length == 30 && one.at <= minute && minute < one.at + 30;
        }));
    }

    TestClinic &m_clinic;
};

} // namespace xinglin::test
