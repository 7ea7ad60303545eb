#pragma once

#include "store/auditchain.h"
#include "store/query.h"

#include <functional>

namespace xinglin::store {

class Connection;

/// Appends to the hash chain of this PC, inside the open transaction of @p connection. Returns the new head.
/// @p salt is 16 random bytes.
QByteArray appendAudit(Connection &connection, AuditHeader header, const QString &detail, const QByteArray &salt);

/// A place in the chain that was checked once and is remembered.
struct AuditMark
{
    qint64 n = 0;    ///< 0: before the first row.
    QByteArray hash; ///< Of row n.
    bool operator==(const AuditMark &) const = default;
};

struct AuditCheck
{
    qint64 rows = 0; ///< Checked.
    qint64 last = 0; ///< Number of the last row; 0 where there is none.
    QByteArray head; ///< Hash of the last row; empty where there is none.
    QList<Problem> problems;
};

/// At most so many problems are collected; a broken store would fill the memory with them.
inline constexpr qsizetype MostProblems = 500;

/// Walks the rows after @p after in their order.
class AuditRows
{
public:
    explicit AuditRows(Connection &connection, qint64 after = 0);
    std::optional<AuditRow> next();

private:
    Query m_rows;
};
/// The same for a function; ends where it returns false.
void eachAuditRow(Connection &connection, qint64 after, const std::function<bool(const AuditRow &)> &take);

/// Recomputes the chain after @p from (by default all of it). Where the row at the mark is gone or has another hash
/// the problem is "audit.mark". @p seen is called with every row.
AuditCheck checkAudit(Connection &connection, const AuditMark &from = {},
                      const std::function<void(const AuditRow &)> &seen = {});

} // namespace xinglin::store
