#pragma once

#include "base/hlc.h"
#include "base/id.h"
#include "store/problem.h"

#include <optional>

/// The audit chain without a database: what a row is, how it is hashed, how rows are checked one after the other.
namespace xinglin::store {

/// One line of the audit log before it is chained. `access` gives the words their meaning.
struct AuditEntry
{
    QByteArray action;           ///< Stable code: "patient.search", "patient.open", an act for changes.
    QByteArray objectKind;       ///< Table or thing it was done to; may be empty.
    std::optional<Uuid> object;  ///< Its id.
    std::optional<Uuid> patient; ///< Whose record it concerns, for "who opened this chart".
    QByteArray outcome = "ok";   ///< "ok", "refused", "failed".
    QString detail;              ///< Redactable: search terms, counts, a reason.
    bool operator==(const AuditEntry &) const = default;
};

/// The hashed part of an audit row; stays when its detail is redacted.
struct AuditHeader
{
    qint64 n = 0;
    Hlc hlc;
    qint64 wallMs = 0;
    qint64 clockOffsetMs = 0;
    std::optional<Uuid> user;
    Uuid device{Uuid::Bytes{}};
    AuditEntry entry;  ///< Without its detail.
    QByteArray record; ///< Version (stream, seq; 16 bytes) of the record an entry for a change belongs to; else empty.
    QByteArray detailHash;
    QByteArray previous; ///< Not encoded: it is hashed before the header.
};

QByteArray encode(const AuditHeader &header);
/// nullopt for anything that encode() would not have written; safe on hostile bytes.
std::optional<AuditHeader> decodeAuditHeader(const QByteArray &bytes);
/// Salted, so that it tells nothing of a detail that was redacted.
QByteArray auditDetailHash(const QByteArray &salt, const QString &detail);
/// The hash of a row: of the one before it and its own header.
QByteArray auditHash(const QByteArray &previous, const QByteArray &header);
/// What stands before the first row.
QByteArray auditRoot();

/// An audit row as it is stored and exported: the columns beside the header are for finding.
struct AuditRow
{
    qint64 n = 0;
    qint64 atMs = 0;
    std::optional<QByteArray> user;
    QString action;
    QString objectKind;
    std::optional<QByteArray> object;
    std::optional<QByteArray> patient;
    QString outcome;
    QByteArray record;
    QByteArray header;
    QByteArray salt;
    QString detail;
    QByteArray hash;
};

/// Takes rows in their order and says what is wrong with each.
class AuditChain
{
public:
    /// Begins after row @p after, whose hash is @p hash; without arguments before the first row.
    explicit AuditChain(qint64 after = 0, const QByteArray &hash = auditRoot());

    /// What is wrong with @p row, given the rows before it. Goes on from the row as it is.
    QList<Problem> take(const AuditRow &row);

    qint64 last() const { return m_last; }
    /// Hash of the last row taken.
    const QByteArray &head() const { return m_head; }

private:
    qint64 m_last;
    QByteArray m_head;
};

} // namespace xinglin::store
