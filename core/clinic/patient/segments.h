#pragma once

#include "clinic/patient/patient.h"
#include "engines/segments/definition.h"
#include "engines/segments/stage.h"
#include "store/transaction.h"

#include <QHash>

namespace xinglin {

using SegmentId = Id<struct SegmentTag>;

} // namespace xinglin

/// Saved questions about patients, and the stage each of them is in. A condition reads what the actor may read: who may
/// not read a field may not ask by it either, and a patient whose notes are not shared with the actor fulfils no
/// condition on notes or prescriptions, whichever way it is put.
namespace xinglin::segment {

/// A saved question.
struct Segment
{
    SegmentId id{Uuid(Uuid::Bytes{})};
    QString name;
    bool own = true; ///< The writer's alone; else everybody's.
    segments::Definition definition;
    QString unavailable; ///< Why the reader cannot ask it, a sentence; empty where they can. Not stored.
    bool operator==(const Segment &) const = default;
};

/// The longest name that is kept.
constexpr qsizetype mostName = 40;

/// The actor's segments and everybody's, by name.
Result<QList<Segment>> all(const store::Snapshot &view);
/// Adds (id of zeros) or changes one. Refuses an empty, too long or taken name (field "name"), a definition that cannot
/// be asked, and conditions the actor may not ask (field: the path), also those of the one it takes the place of, which
/// this program must know whole (Newer); another person's segment is NotFound. @p expected what was read before it was
/// changed: Stale where it is something else now.
Result<Segment> save(store::Transaction &tx, const Segment &segment, const std::optional<Segment> &expected = {});
/// Takes one out of use, or back into it; Conflict where another has got its name ("name"). NotFound where it is so
/// already.
Result<Done> retire(store::Transaction &tx, SegmentId id, bool retired = true);

/// What the actor must hold to ask by @p field.
access::Permission permissionFor(segments::Needs needs);

/// How many patients there are in it now. Reads them all; cancelling the call interrupts it.
Result<qint64> count(const store::Snapshot &view, const segments::Definition &definition);

/// Where a page ended.
struct Cursor
{
    qint64 lastVisit = 0; ///< Days since 1970; 0: never.
    qint64 patient = 0;   ///< Number in the store.
    bool operator==(const Cursor &) const = default;
};
struct Page
{
    QList<PatientHit> hits;
    std::optional<Cursor> next; ///< Where there may be more.
};
/// The patients in it, those seen last first, after @p after.
Result<Page> page(const store::Snapshot &view, const segments::Definition &definition,
                  const std::optional<Cursor> &after = {}, int limit = 50);
/// The audit row "segment.look" of a list that was shown, so many rows of it.
void noteLook(const store::Snapshot &view, const Segment &segment, qint64 people);
/// The audit row "segment.count" of a number that was shown, where a condition reads more than searching does.
void noteCount(const store::Snapshot &view, const segments::Definition &definition, qint64 people);

/// The clinic's thresholds.
Result<segments::Thresholds> thresholds(const store::Snapshot &view);
/// The stages of some patients, by the clinic's thresholds.
struct Stages
{
    segments::Thresholds thresholds;
    QHash<Uuid, segments::Stage> of;
};
/// Without those the actor may not see, and without the dead.
Result<Stages> stages(const store::Snapshot &view, const QList<PatientId> &patients);

/// A code with its name.
struct Choice
{
    QString code;
    QString name;
    bool operator==(const Choice &) const = default;
};
/// What the clinic itself tells people apart by, for choosing from.
struct Offered
{
    QList<Choice> tags; ///< In use; codes are ids.
    QList<Choice> practitioners;
    QList<Choice> former; ///< Tags and people that are offered no more; a segment may still name them.
    QStringList sources;
    QStringList campaigns;
};
Result<Offered> offered(const store::Snapshot &view);

} // namespace xinglin::segment
