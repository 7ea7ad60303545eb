#pragma once

#include "access/auditlog.h"
#include "base/files.h"
#include "store/auditfile.h"

namespace xinglin::auditlog {

/// An export that has been noted: its own row is in the log it will contain.
class ExportOrder
{
public:
    const QString &path() const { return m_path; }

private:
    friend Result<ExportOrder> orderExport(store::Transaction &tx, const QString &path, std::optional<Instant> from,
                                           std::optional<Instant> until);
    friend Result<store::AuditManifest> writeExport(const store::Snapshot &view, const ExportOrder &order, Files &files,
                                                    const std::function<void(qint64, qint64)> &progress);
    ExportOrder() = default;

    QString m_path;
    std::optional<Instant> m_from;
    std::optional<Instant> m_until;
};

/// Notes that the log, or the rows from @p from to before @p until, leaves for @p path: the first of two steps, so that
/// the row is there before the data are gone. The order's path is where it goes: see access::leavingPath(); Conflict
/// where that is another one than @p path and something is there.
Result<ExportOrder> orderExport(store::Transaction &tx, const QString &path, std::optional<Instant> from = {},
                                std::optional<Instant> until = {});

/// Writes the table to the order's path and its manifest beside it, both whole or not at all. @p progress is told rows
/// done and rows in all; a cancelled future interrupts it. Refuses where there is no row of that time (NotFound).
Result<store::AuditManifest> writeExport(const store::Snapshot &view, const ExportOrder &order, Files &files,
                                         const std::function<void(qint64, qint64)> &progress = {});

/// Where the manifest of the table at @p path is.
QString manifestPath(const QString &path);

} // namespace xinglin::auditlog
