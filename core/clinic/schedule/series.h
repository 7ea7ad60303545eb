#pragma once

#include "clinic/schedule/freetimes.h"
#include "engines/slots/roster.h"

namespace xinglin {

/// A course of treatment: so many appointments on these weekdays at this time.
struct SeriesDraft
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    HealthcareServiceId service{Uuid(Uuid::Bytes{})};
    std::optional<ResourceId> with; ///< For the need that it can meet; the others stay those of the first that fits.
    QDate first;
    int count = 10;
    QList<int> weekdays; ///< 1 Monday … 7 Sunday.
    int minute = 540;    ///< Of the civil day.
    std::optional<std::chrono::minutes> duration;
    QString note;
    bool operator==(const SeriesDraft &) const = default;
};

/// One of a series as it could be.
struct SeriesDay
{
    Instant wished;
    std::optional<FreeTime> time; ///< Nothing within a week of it is free.
    QString why;                  ///< Why it is not at the wished time; empty where it is.
    QList<FreeTime> others;       ///< The nearest besides.
    bool operator==(const SeriesDay &) const = default;
};

/// Another time for one that is booked, or none.
struct Rearrangement
{
    AppointmentId appointment{Uuid(Uuid::Bytes{})};
    std::optional<AppointmentDraft> to; ///< As for move(); nothing: it is cancelled.
    bool operator==(const Rearrangement &) const = default;
};

/// One that has to go elsewhere, with where it could.
struct Displaced
{
    Appointment appointment;
    QString phone; ///< As far as the reader may see it.
    SeriesDay day; ///< Wished: where it was.
    bool operator==(const Displaced &) const = default;
};

/// Somebody does not come to work.
struct AbsenceDraft
{
    ResourceId resource{Uuid(Uuid::Bytes{})};
    QDate first; ///< Both included, at most schedule::longestAbsence days.
    QDate last;
    std::optional<freebusy::DayPart> part; ///< Of each day; nothing: the whole.
    QString reason;
    bool operator==(const AbsenceDraft &) const = default;
};

} // namespace xinglin

namespace xinglin::schedule {

constexpr int mostInSeries = 60;
constexpr qint64 longestAbsence = 31; ///< days

/// So many weekdays a week as evenly as can be, @p first (1 … 7) among them: twice from Monday is Monday and Thursday.
QList<int> spreadOverWeek(int timesAWeek, int first);

/// Where each of a course could lie: at the wished time, else the nearest of that day, else of the days around it that
/// the course does not have already. Invalid: a count out of 2 … 60 ("count"), no weekday ("weekdays"), a time that is
/// none ("minute"), what wantedOf() refuses.
Result<QList<SeriesDay>> proposeSeries(const store::Snapshot &view, const SeriesDraft &draft);
/// Books a course at these times, all or none; what holds a time is refused as by book(), with its day named.
Result<QList<Appointment>> bookSeries(store::Transaction &tx, const SeriesDraft &draft, const QList<FreeTime> &times);
/// Those of a series by their start.
Result<QList<Appointment>> seriesOf(const store::Snapshot &view, AppointmentSeriesId id);
/// Where those that follow in the series could lie if @p id moved to @p start: each by as many days and to the same
/// time of day. With itself, first.
Result<QList<Displaced>> proposeShift(const store::Snapshot &view, AppointmentId id, Instant start);

/// Moves and cancels many at once, all or none: each may take what another of them leaves.
Result<QList<Appointment>> rearrange(store::Transaction &tx, const QList<Rearrangement> &changes, CancelledBy by,
                                     const QString &reason);

/// Who is hit if somebody is absent, by start, each with where they could go: no two of them to the same place.
Result<QList<Displaced>> displacedBy(const store::Snapshot &view, const AbsenceDraft &absence);
/// Enters the absence and rearranges those it hits in one act; those who are not named stay where they are.
Result<QList<Appointment>> enterAbsence(store::Transaction &tx, const AbsenceDraft &absence,
                                        const QList<Rearrangement> &changes);

} // namespace xinglin::schedule
