#include "demo/diary.h"

#include "clinic/schedule/attendance.h"
#include "clinic/schedule/series.h"
#include "clinic/schedule/waitlist.h"
#include "demo/draw.h"

#include <algorithm>

namespace xinglin::demo {

namespace {

constexpr int DaysAhead = 14;
constexpr int FullDay = 16; ///< appointments
constexpr int CourseLength = 6;
constexpr int Afternoon = 840; ///< 14:00

/// How often what is booked, in twentieths.
const QStringList &wishes()
{
    static const QStringList all = [] {
        QStringList list;
        const std::pair<QString, int> often[] = {{QStringLiteral("复诊"), 11},
                                                 {QStringLiteral("针灸"), 4},
                                                 {QStringLiteral("艾灸"), 2},
                                                 {QStringLiteral("初诊"), 2},
                                                 {QStringLiteral("中频"), 1}};
        for (const auto &[name, times] : often)
            list += QStringList(times, name);
        return list;
    }();
    return all;
}

/// One who is free then, at one of the times that are left; nobody where there is none.
Result<std::optional<Appointment>> bookOne(store::Transaction &tx, const FrontDesk &desk, PatientId patient, QDate day,
                                           Random &random)
{
    FreeQuestion question;
    question.service = desk.service(pick(random, wishes())).id;
    question.first = question.last = day;
    question.patient = patient;
    const auto free = schedule::freeTimes(tx, question);
    if (!free)
        return free.error();
    if (free->isEmpty())
        return std::optional<Appointment>();
    const FreeTime &time = pick(random, *free);
    AppointmentDraft draft;
    draft.patient = patient;
    draft.service = question.service;
    draft.start = time.period.from;
    draft.resources = time.resources;
    const auto booked = schedule::book(tx, draft);
    return booked ? Result<std::optional<Appointment>>(*booked) : booked.error();
}

Result<QList<AppointmentId>> bookDay(store::Transaction &tx, const FrontDesk &desk, const QList<PatientId> &patients,
                                     QDate day, int many, Random &random)
{
    QList<PatientId> left = patients;
    QList<AppointmentId> booked;
    for (int i = 0; i < many && !left.isEmpty(); ++i) {
        const PatientId patient = left.takeAt(qsizetype(random.below(quint64(left.size()))));
        const auto one = bookOne(tx, desk, patient, day, random);
        if (!one)
            return one.error();
        if (*one)
            booked << (*one)->id;
    }
    return booked;
}

std::optional<Error> bookCourse(store::Transaction &tx, const FrontDesk &desk, PatientId patient, QDate first)
{
    SeriesDraft course;
    course.patient = patient;
    course.service = desk.service(QStringLiteral("针灸")).id;
    course.with = desk.resource(QStringLiteral("陆清和")).id;
    course.first = first;
    course.count = CourseLength;
    course.weekdays = {3, 6};
    course.minute = Afternoon;
    const auto days = schedule::proposeSeries(tx, course);
    if (!days)
        return days.error();
    QList<FreeTime> times;
    for (const SeriesDay &day : *days) {
        if (day.time)
            times << *day.time;
    }
    if (times.isEmpty())
        return std::nullopt;
    const auto booked = schedule::bookSeries(tx, course, times);
    return booked ? std::nullopt : std::optional(booked.error());
}

std::optional<Error> wait(store::Transaction &tx, const FrontDesk &desk, PatientId patient, QDate first, bool urgent)
{
    WaitlistDraft draft;
    draft.patient = patient;
    draft.service = desk.service(QStringLiteral("复诊")).id;
    draft.first = first;
    draft.last = first.addDays(DaysAhead);
    draft.urgent = urgent;
    if (!urgent)
        draft.fromMinute = Afternoon;
    const auto added = schedule::addToWaitlist(tx, draft);
    return added ? std::nullopt : std::optional(added.error());
}

} // namespace

std::optional<Error> fillDiary(const access::Session &session, const store::Actor &reception, const FrontDesk &desk,
                               const QList<PatientId> &patients, QDate last, quint64 seed)
{
    SeededRandom random(seed);
    const int full = std::min(FullDay, int(patients.size()) / 3);
    if (full == 0)
        return std::nullopt;
    QList<AppointmentId> firstDay;
    for (int ahead = 1; ahead <= DaysAhead; ++ahead) {
        const auto tx = session.store->begin(reception, "appointment.book");
        const auto booked = bookDay(*tx, desk, patients, last.addDays(ahead), std::max(1, full - ahead + 1), random);
        if (!booked)
            return booked.error();
        tx->commit();
        if (firstDay.isEmpty())
            firstDay = *booked;
    }
    const auto write = [&](const char *act, auto f) -> std::optional<Error> {
        const auto tx = session.store->begin(reception, act);
        if (auto error = f(*tx))
            return error;
        tx->commit();
        return std::nullopt;
    };
    if (auto error = write("appointment.confirm", [&](store::Transaction &tx) -> std::optional<Error> {
            for (qsizetype i = 0; i < firstDay.size(); i += 2) {
                if (const auto said = schedule::confirm(tx, firstDay[i], true); !said)
                    return said.error();
            }
            return std::nullopt;
        }))
        return error;
    const PatientId needled = pick(random, patients);
    if (auto error = write("appointment.series",
                           [&](store::Transaction &tx) { return bookCourse(tx, desk, needled, last.addDays(2)); }))
        return error;
    const qsizetype first = draw(random, 0, int(patients.size()) - 1);
    for (const bool urgent : {false, true}) {
        const PatientId waiting = patients[(first + urgent) % patients.size()];
        if (auto error = write("waitlist.add", [&](store::Transaction &tx) {
                return wait(tx, desk, waiting, last.addDays(1), urgent);
            }))
            return error;
    }
    return std::nullopt;
}

} // namespace xinglin::demo
