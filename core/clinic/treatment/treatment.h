#pragma once

#include "clinic/catalog/services.h"
#include "clinic/record/visit.h"
#include "engines/points/pointcheck.h"

namespace xinglin {

using TreatmentId = Id<struct TreatmentTag>;
/// One order through all revisions of its visit: its sessions are counted by it.
using CourseId = Id<struct CourseTag>;
using TreatmentSessionId = Id<struct TreatmentSessionTag>;
using PointGroupId = Id<struct PointGroupTag>;

/// What is done at a point.
enum class Technique {
    Unsaid,      ///< At a point: that of the treatment.
    Even,        ///< 平补平泻
    Reinforcing, ///< 补
    Reducing,    ///< 泻
    WarmNeedle,  ///< 温针
    Electro,     ///< 电针
    Prick,       ///< 点刺: in and out, nothing stays.
    Moxa         ///< 灸: nothing enters.
};
QString toText(Technique technique); ///< As stored; empty for Unsaid.
Technique techniqueFrom(const QString &text);
QString toText(points::Side side);
points::Side sideFrom(const QString &text);

/// A point of a treatment.
struct TreatmentPoint
{
    QString point; ///< Id in the catalogue; empty: a name that is not known, which is never checked.
    QString name;  ///< As written and printed: 足三里
    points::Side side = points::Side::Both;
    Technique technique = Technique::Unsaid;
    std::optional<double> depthCun;
    int needles = 0; ///< That stay in, on both sides together.
    bool operator==(const TreatmentPoint &) const = default;
};

/// A number that says how a therapy is given.
struct TreatmentParameter
{
    QString code; ///< See therapyParameters().
    double number = 0;
    QString unit; ///< UCUM
    bool operator==(const TreatmentParameter &) const = default;
};

/// A treatment as it is being ordered.
struct TreatmentDraft
{
    std::optional<CourseId> course; ///< Of an order that stood in the visit before.
    TherapyKind kind = TherapyKind::Acupuncture;
    QString service;                         ///< Id in the catalogue; may be empty.
    QString name;                            ///< As written and printed: 艾条灸
    Technique technique = Technique::Unsaid; ///< Of all points that say none of their own.
    std::optional<int> minutes;              ///< Needles or heat stay that long.
    int sessions = 1;
    std::optional<int> perWeek;
    std::optional<int> needles; ///< Where it differs from what the points add up to.
    QString instructions;
    QList<TreatmentPoint> points;
    QList<TreatmentParameter> parameters;
    bool operator==(const TreatmentDraft &) const = default;

    /// Needles that stay in, in one session.
    int needleCount() const
    {
        int sum = 0;
        for (const TreatmentPoint &point : points)
            sum += point.needles;
        return needles.value_or(sum);
    }
};

/// What the check found when a treatment was written.
struct TreatmentFinding
{
    QString rule;     ///< See PointCatalog::rule().
    QString severity; ///< severe, warning, note
    QString points;   ///< Names as written, joined by 、
    bool operator==(const TreatmentFinding &) const = default;
};

/// A stored order with what was found when it was written.
struct Treatment
{
    TreatmentId id{Uuid(Uuid::Bytes{})};
    CourseId course{Uuid(Uuid::Bytes{})};
    TreatmentDraft content; ///< Its course is `course`.
    int checked = 0;        ///< Points the check knew.
    QString checkRules;     ///< Version of the point data.
    QList<TreatmentFinding> findings;
    bool operator==(const Treatment &) const = default;
};

enum class SessionStatus { InProgress, Completed, Stopped, EnteredInError };
QString toText(SessionStatus status);
std::optional<SessionStatus> sessionStatusFrom(const QString &text);

/// One time a treatment was given.
struct TreatmentSession
{
    TreatmentSessionId id{Uuid(Uuid::Bytes{})};
    TreatmentId treatment{Uuid(Uuid::Bytes{})}; ///< As it was ordered then.
    CourseId course{Uuid(Uuid::Bytes{})};
    QDate day;
    Instant started;
    std::optional<Instant> ended;
    QString performer; ///< Name as shown.
    QString endedBy;
    int needlesIn = 0;
    std::optional<int> needlesOut;
    QString needlesReason; ///< Why fewer or more came out than went in.
    QString note;
    SessionStatus status = SessionStatus::InProgress;
    bool operator==(const TreatmentSession &) const = default;

    /// Uses up one of the sessions ordered: it was given, or is being given.
    bool counts() const { return status == SessionStatus::Completed || status == SessionStatus::InProgress; }
};

QDebug operator<<(QDebug, const TreatmentDraft &) = delete;
QDebug operator<<(QDebug, const Treatment &) = delete;
QDebug operator<<(QDebug, const TreatmentSession &) = delete;

} // namespace xinglin
