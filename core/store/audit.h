#pragma once

#include "base/hlc.h"
#include "base/id.h"

#include <QByteArray>
#include <QString>

#include <optional>

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
    QByteArray previous;
};

QByteArray encode(const AuditHeader &header);

class Connection;
struct Actor;

/// Appends to the hash chain of this PC, inside the open transaction of @p connection. Returns the new head.
/// @p salt is 16 random bytes.
QByteArray appendAudit(Connection &connection, AuditHeader header, const QString &detail, const QByteArray &salt);

struct AuditCheck
{
    qint64 rows = 0;
    QByteArray head; ///< Hash of the last row; empty where there is none.
    QString problem; ///< Empty where the chain holds; else which row and why, untranslated.
};

/// Recomputes the chain from @p after (0: all) on.
AuditCheck checkAudit(Connection &connection, qint64 after = 0);

} // namespace xinglin::store
