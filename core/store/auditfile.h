#pragma once

#include "base/result.h"
#include "store/auditchain.h"

#include <QTimeZone>

#include <functional>

class QIODevice;

/// The audit log as a file: a table that a spreadsheet opens, with all that is needed to recompute the chain, and a
/// manifest that says what the table must be. Needs no store.
namespace xinglin::store {

/// What an exported table must be.
struct AuditManifest
{
    Uuid clinic{Uuid::Bytes{}};
    Uuid device{Uuid::Bytes{}};
    qint64 madeMs = 0;
    qint64 first = 1; ///< Number of the first row.
    qint64 last = 0;
    QByteArray before;  ///< Hash of the row before the first; 32 zero bytes where there is none.
    QByteArray head;    ///< Hash of the last row.
    QByteArray content; ///< BLAKE2b-256 of the table's bytes.
    bool operator==(const AuditManifest &) const = default;

    qint64 rows() const { return last - first + 1; }
    QByteArray toJson() const;
    /// nullopt where it is not such a manifest.
    static std::optional<AuditManifest> fromJson(const QByteArray &json);
};

/// First bytes of the table: a byte order mark and the names of the columns.
QByteArray auditTableHead();
/// One line of the table. @p person is shown beside the id and is no part of the chain.
QByteArray auditTableLine(const AuditRow &row, const QString &person, const QTimeZone &zone);

struct AuditTableCheck
{
    qint64 rows = 0;
    qint64 first = 0;
    qint64 last = 0;
    QByteArray before; ///< Taken from the manifest, else the root where the table begins with row 1; else empty: the
                       ///< first row's link to what was before it could not be checked.
    QByteArray head;
    qint64 badLine = 0; ///< Line of the file, from 1, of the first problem; 0 where there is none.
    std::optional<Problem> problem;
    bool isWhole() const { return !problem.has_value(); }
};

/// Recomputes the chain from the table alone and compares it with the manifest where there is one. Reads piece by
/// piece; safe on hostile bytes. @p progress is told the bytes read and returns false to stop (problem "cancelled").
AuditTableCheck checkAuditTable(QIODevice &table, const std::optional<AuditManifest> &manifest,
                                const std::function<bool(qint64)> &progress = {});

/// The first 128 bits of a head as eight groups, to be compared by eye: "3F0A 91C2 …".
QString fingerprintOf(const QByteArray &hash);

} // namespace xinglin::store
