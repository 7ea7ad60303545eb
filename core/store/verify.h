#pragma once

#include "store/audit.h"
#include "store/connection.h"

#include <QStringList>

namespace xinglin::store {

/// What verification goes through, in this order.
enum class VerifyPart {
    Pages,      ///< Every page against its authentication code, as it stands in the file.
    Structure,  ///< SQLite's own check of trees and indexes.
    References, ///< Foreign keys.
    Schema,     ///< Tables, indexes and triggers against the shipped files.
    Records,    ///< The change log: chains, bodies, and that every row of a synced table is what the log says.
    Audit,      ///< The audit chain, and that it and the log name each other.
    Followers,  ///< Local tables that are computed from others; see VerifyOptions::further.
    Files,      ///< Attached files: that each is there and what was written. For the live store alone.
};

struct VerifyReport;

/// Checks tables that are computed from others; adds its problems to the report.
using FurtherCheck = std::function<void(Connection &, VerifyReport &)>;

struct VerifyOptions
{
    bool structure = true; ///< The slowest part, by far: 60 s a GB.
    /// Asked now and then while SQLite works; true ends verification with Failure(Cancelled). Empty: whatever interrupt
    /// the connection has.
    std::function<bool()> cancelled;
    /// Told the part and how far it is; @p of is 0 where that is not known. Called often, on the verifying thread.
    std::function<void(VerifyPart part, qint64 done, qint64 of)> progress;
    QList<FurtherCheck> further;
};

/// Kinds of problems (Problem::kind):
///   page.damaged, unreadable (a part could not be read to its end), structure, reference;
///   schema.version, schema.application, schema.missing, schema.stray, schema.changed;
///   identity.foreign (store and clinic name different clinics);
///   record.gap, record.stream (nobody opened its stream), record.header, record.chain, record.time, record.column,
///   record.hash, record.body (not what was hashed), record.body-missing, record.change (cannot be applied),
///   record.unaudited;
///   row.missing (the log has it), row.unrecorded (the log does not have it), row.changed, row.renumbered (a part is
///   not where the log put it);
///   touch.missing, touch.stray, cell.changed, cell.stray;
///   audit.gap, audit.chain, audit.header, audit.column, audit.detail, audit.record (names a record that is not there
///   or not its own), audit.mark;
///   attachment.missing, attachment.changed, attachment.unreadable;
///   witness.audit-cut, witness.audit-rewritten, witness.record-cut, witness.record-rewritten (see checkAgainst);
///   whatever further checks name.
struct VerifyReport
{
    qint64 pages = 0; ///< Checked against their authentication code.
    qint64 records = 0;
    qint64 streams = 0;
    qint64 rows = 0;  ///< Of synced tables, compared with the log.
    qint64 files = 0; ///< Attached ones, read whole and compared with their names.
    AuditCheck audit;
    QByteArray head;      ///< Hash of the newest record.
    QList<Problem> found; ///< Empty where everything holds.
    QStringList problems; ///< The same in lines, untranslated.

    void add(const Problem &problem);
    bool isFull() const { return found.size() >= MostProblems; }
};

/// Checks a store over any connection to it: the live one's reader, a backup that was opened. Slow; memory does not
/// grow with the store. A connection that cannot be read on is a problem of the report, not an exception. What it
/// cannot see: a store put back whole to an earlier day, and a tail cut off where nobody has witnessed it.
VerifyReport verify(Connection &connection, const Registry &registry, const VerifyOptions &options = {});

/// How far log and chain reach: what a backup's manifest or a printed sheet witnesses.
struct Heads
{
    qint64 records = 0; ///< Number of the newest record.
    QByteArray record;  ///< Its hash; empty where there is none.
    qint64 auditRows = 0;
    QByteArray audit;
    bool operator==(const Heads &) const = default;
};
Heads headsOf(Connection &connection);
/// Whether the store still contains what was witnessed: the same rows at the same places.
QList<Problem> checkAgainst(Connection &connection, const Heads &witnessed);

/// A sentence for a person: what the kind means. Unknown kinds are shown as they are.
QString sentenceFor(const Problem &problem);

} // namespace xinglin::store
