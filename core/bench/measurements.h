#pragma once

#include "base/result.h"
#include "bench/grownclinic.h"
#include "bench/report.h"

/// What the program is timed on: clinics of made-up people, grown or founded for it, beside a baseline that does only
/// the least. Nothing of a real clinic is opened. Where the product gives a wrong result there is an error, not a time.
namespace xinglin::bench {

/// How long a keystroke in the patient search takes, and what encryption costs of it.
struct SearchWishes
{
    Growth growth;
    QString cache; ///< Where grown clinics are kept.
    qsizetype keystrokes = 4000;
    int rounds = 2;  ///< Replays of each copy.
    int slowest = 0; ///< How many of the slowest keystrokes are told with what they ran.
    bool fresh = false;
    /// With these and two more words, tape and database, this program does replayHere() with a key from standard input.
    QStringList replayWords;
};
Result<Report> measureSearch(const SearchWishes &wishes, const GrownClinic::Say &say);
/// In a process that holds nothing of the store: memory security, once on, stays on. Returns the exit code.
int replayHere(const QString &tape, const QString &database);

/// How fast patients come in from a CSV file, in patients a second of the whole: reading, understanding, looking for
/// duplicates, writing with gate, capture, followers and change log, closing the batch.
struct ImportWishes
{
    QString cache;
    qint64 into = 0; ///< Patients who are there before.
    int rows = 20'000;
};
Result<Report> measureImport(const ImportWishes &wishes, const GrownClinic::Say &say);

/// How fast the demo clinic is filled, in visits a second of the whole fill: hiring, registering, visits, sessions,
/// with gate, safety check, capture, followers, change log and audit.
struct DemoWishes
{
    QString cache;
    int patients = 300;
    int years = 2;
    int rounds = 3; ///< Of which the median is told.
};
Result<Report> measureDemo(const DemoWishes &wishes, const GrownClinic::Say &say);

} // namespace xinglin::bench
