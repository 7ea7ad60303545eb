#pragma once

#include "base/hlc.h"
#include "base/id.h"
#include "store/value.h"

#include <QList>
#include <QMap>

#include <optional>

namespace xinglin::store {

/// Names one version: the record of a stream that wrote it.
struct Version
{
    quint64 stream = 0;
    quint64 seq = 0;
    auto operator<=>(const Version &) const = default;
};

/// What a record follows from: another record, a rule, an import batch, an undone record.
struct Cause
{
    QByteArray kind; ///< "record", "rule", "batch", "undo"
    QByteArray of;   ///< Its id or version, as bytes.
    bool operator==(const Cause &) const = default;
};

/// Kinds of a change, numbered for ever.
enum class ChangeKind : int {
    Set = 1,
    Revise = 2,
    Ledger = 3,
    Claim = 4,
    Grant = 5,
    Cancel = 6,
    Delete = 7,
    Redact = 8,
    Epoch = 9
};

/// What happened to one row in one record.
struct Change
{
    int table = 0; ///< Wire number.
    Uuid row{Uuid::Bytes{}};
    ChangeKind kind = ChangeKind::Set;
    QMap<int, Value> values;        ///< New values by wire number of the column.
    QMap<int, Value> old;           ///< Values before, of an update.
    QMap<int, QList<Version>> base; ///< Heads of each changed column that the author saw (tables merged by columns).
    bool operator==(const Change &) const = default;
};

/// The hashed part of a record that stays after redaction.
struct RecordHeader
{
    Version version;
    Hlc hlc;
    QByteArray act; ///< Stable code such as "schedule.book".
    std::optional<Cause> cause;
    qint64 wallMs = 0;
    qint64 clockOffsetMs = 0;
    int schema = 0;
    int minReader = 0;
    std::optional<Uuid> user;
    QByteArray previous; ///< 32 bytes: hash of the stream's record before; for the first of clinic, device and stream.
    QByteArray bodyHash; ///< 32 bytes.
    bool operator==(const RecordHeader &) const = default;
};

struct RecordBody
{
    QByteArray salt; ///< 16 random bytes, so that the hash tells nothing after redaction.
    QString reason;  ///< A person's free text; may be empty.
    QList<Change> changes;
    bool operator==(const RecordBody &) const = default;
};

/// A record as stored and sent: these very bytes are hashed and never encoded again.
struct StoredRecord
{
    QByteArray header;
    QByteArray body; ///< Null after redaction.
    bool operator==(const StoredRecord &) const = default;
};

/// Largest size of a record's body.
inline constexpr qint64 MaxRecordBytes = 4 * 1024 * 1024;

QByteArray encode(const RecordHeader &header);
QByteArray encode(const RecordBody &body);
/// nullopt for anything that is not exactly such a header or body; safe on hostile bytes.
std::optional<RecordHeader> decodeHeader(const QByteArray &bytes);
std::optional<RecordBody> decodeBody(const QByteArray &bytes);
/// BLAKE2b-256 of the header's bytes.
QByteArray recordHash(const QByteArray &header);
/// What the first record of a stream has as `previous`.
QByteArray streamRoot(const Uuid &clinic, const Uuid &device, quint64 stream);

} // namespace xinglin::store
