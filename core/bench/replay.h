#pragma once

#include "bench/database.h"
#include "bench/tape.h"

namespace xinglin::bench {

/// What this thread has had of the processor, in nanoseconds; unlike a clock it stands still while others work.
qint64 processorTime();

/// Nanoseconds of processor time by keystroke, and what was found, of one database.
struct Timings
{
    QList<qint64> cold;   ///< Of the first hundred after opening.
    QList<qint64> warm;   ///< All keystrokes, run after run, after one that was not timed.
    QList<qint64> like;   ///< `LIKE '%…%'` over the patients' columns, for some keystrokes.
    QList<quint64> found; ///< Checksum of all rows by keystroke.

    QByteArray toBytes() const;
    static Timings fromBytes(const QByteArray &bytes);
};

/// Runs the tape's statements, prepared once, each keystroke in a read transaction of its own. Throws Failure where a
/// statement gives another number of rows than it gave the product.
Timings replay(Database &database, const Tape &tape, int rounds);

} // namespace xinglin::bench
