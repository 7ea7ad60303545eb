#pragma once

#include <QByteArray>
#include <QDate>
#include <QStringList>

class QPagedPaintDevice;

namespace xinglin::ui {

/// What stands on the printed recovery sheet.
struct RecoveryPaper
{
    QString clinic;
    QDate day;
    QStringList lines;
    bool training = false; ///< Says across the sheet that it opens nothing real.
};

/// Paints the sheet, A4, black only.
void paintRecovery(QPagedPaintDevice &device, const RecoveryPaper &paper);
/// The same as a PDF file's bytes. Any thread.
QByteArray recoveryPdf(const RecoveryPaper &paper);

} // namespace xinglin::ui
