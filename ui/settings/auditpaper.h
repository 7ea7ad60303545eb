#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>

class QPagedPaintDevice;

namespace xinglin::ui {

/// What witnesses the audit log on paper: whoever holds the sheet can show later that nothing was cut or rewritten.
struct AuditPaper
{
    QString clinic;
    QDate day;
    qint64 rows = 0;
    QByteArray head;       ///< 32 bytes.
    bool training = false; ///< Says across the sheet that it witnesses nothing.

    /// What the QR code says: format, day, number of rows, the whole head.
    QByteArray code() const;
};

/// Paints the sheet, A5 or larger, black only.
void paintAudit(QPagedPaintDevice &device, const AuditPaper &paper);
/// The same as a PDF file's bytes, A5. Any thread.
QByteArray auditPdf(const AuditPaper &paper);

} // namespace xinglin::ui
