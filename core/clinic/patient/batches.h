#pragma once

#include "clinic/patient/patient.h"

/// What an import brings stands in a batch: written in many transactions, visible nowhere until it is closed, and taken
/// back as one.
namespace xinglin::batch {

enum class State { Open, Closed, RolledBack };

/// What has become of the lines of the source.
struct Totals
{
    qint64 lines = 0; ///< Worked through, without the header.
    qint64 added = 0;
    qint64 duplicates = 0; ///< Of somebody known; not brought in.
    qint64 rejected = 0;
    bool operator==(const Totals &) const = default;
};

struct Batch
{
    BatchId id{Uuid(Uuid::Bytes{})};
    QString kind;       ///< "patients", "allergies", "visits", "prescriptions", "calendar"
    QString source;     ///< The name of the file.
    QByteArray digest;  ///< SHA-256 of the file.
    QByteArray mapping; ///< JSON: how it is read.
    State state = State::Open;
    Instant opened;
    std::optional<Instant> closed;
    std::optional<Instant> undone;
    QString who;
    qint64 lastLine = 0; ///< Of the file, up to which it is worked through.
    Totals totals;
    bool operator==(const Batch &) const = default;
};

/// What is told of a line that did not become a record, or not whole.
struct Line
{
    enum class Outcome {
        Duplicate, ///< Of somebody known, or of a line before; nothing was written.
        Rejected,  ///< Nothing was written; `value` is the whole line.
        Aside,     ///< The record was written without this value.
        Repaired   ///< The value was read as something else than it says.
    };
    qint64 n = 0;    ///< For the next page.
    qint64 line = 0; ///< Of the file, the first being 1.
    Outcome outcome = Outcome::Rejected;
    QString name;                   ///< Whom it is about, as it stands there.
    QString column;                 ///< As in the header; empty where it is about the whole line.
    QString value;                  ///< As it stands in the file.
    QString why;                    ///< A code; see ui/interchange/importwords.h.
    std::optional<PatientId> known; ///< Whom it is a duplicate of.
    bool operator==(const Line &) const = default;
};
QString toText(Line::Outcome outcome); ///< "duplicate" … as stored.

struct Source
{
    QString kind;
    QString name;
    QByteArray digest;
    QByteArray mapping;
};
/// Begins a batch. Refuses (Conflict) where another one is open: its person goes on with it or takes it back first.
Result<Batch> open(store::Transaction &tx, const Source &source);
/// Code::Conflict where the batch is not open.
std::optional<Error> requireOpen(const store::Snapshot &view, BatchId id);
/// Notes how far the source is worked through, and what there is to tell of its lines.
Result<Done> advance(store::Transaction &tx, BatchId id, qint64 lastLine, const Totals &totals,
                     const QList<Line> &lines);
/// From here on its rows are records like any others.
Result<Batch> close(store::Transaction &tx, BatchId id);

/// Somebody who stays when the batch is taken back.
struct Stays
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    QString number;
    QString name;
    bool edited = false; ///< Their own data were changed since; else something was written for them.
    bool operator==(const Stays &) const = default;
};
/// Who would stay. Empty for an open batch: nobody could write anything.
Result<QList<Stays>> wouldStay(const store::Snapshot &view, BatchId id);
struct RolledBack
{
    Batch batch;
    QList<Stays> stays; ///< Records like any others from here on.
};
/// Takes the batch back: its rows are gone from everywhere and times that it held are free, but for people whose data
/// were changed or for whom something was written since: they and what came with them stay, and so do appointments that
/// were moved, met or cancelled since. Refuses (Conflict) a batch that is taken back
/// already, and one of visits where one was amended since; `detail` says how many.
Result<RolledBack> rollBack(store::Transaction &tx, BatchId id);

Result<Batch> find(const store::Snapshot &view, BatchId id);
/// The latest first, those before @p before where one is named.
Result<QList<Batch>> list(const store::Snapshot &view, std::optional<Instant> before = {}, int limit = 50);
/// What was told of its lines, in their order, after the one of that `n`.
Result<QList<Line>> lines(const store::Snapshot &view, BatchId id, qint64 after = 0, int limit = 200);

/// How the columns of a source with this header were understood the last time; empty where there was none.
Result<QByteArray> mappingFor(const store::Snapshot &view, const QString &kind, const QString &header);
Result<Done> keepMapping(store::Transaction &tx, const QString &kind, const QString &header, const QByteArray &mapping);

} // namespace xinglin::batch

namespace xinglin::patient {

/// One patient of an import, into an open batch. Refuses what problems() finds in the draft.
Result<PatientId> import(store::Transaction &tx, BatchId batch, const PatientDraft &draft);
/// Whether the allergy stands in the person's record already, or came with the open batch.
Result<bool> knowsAllergy(const store::Snapshot &view, PatientId id, const AllergyDraft &draft,
                          std::optional<BatchId> batch);
/// An allergy of an import, of somebody of the same batch or anybody else. One that is known already is not told twice:
/// false.
Result<bool> importAllergy(store::Transaction &tx, BatchId batch, PatientId id, const AllergyDraft &draft);

} // namespace xinglin::patient
