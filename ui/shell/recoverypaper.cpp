#include "ui/shell/recoverypaper.h"

#include "ui/kit/theme.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/trainingmark.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::RecoveryPaper)
};

constexpr double marginMm = 22;

} // namespace

void paintRecovery(QPagedPaintDevice &device, const RecoveryPaper &paper)
{
    QPainter painter(&device);
    const double mm = device.logicalDpiX() / 25.4;
    const QRectF page(marginMm * mm, marginMm * mm, device.width() - 2 * marginMm * mm,
                      device.height() - 2 * marginMm * mm);
    double y = page.top();
    const auto write = [&](const QString &text, TypeStyle style, double points, double after) {
        QFont font = Theme::current().font(style);
        font.setPointSizeF(points);
        painter.setFont(font);
        const QRectF free(page.left(), y, page.width(), page.bottom() - y);
        QRectF used;
        painter.drawText(free, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &used);
        y = used.bottom() + after * mm;
    };
    painter.setPen(Qt::black);
    write(paper.clinic, TypeStyle::Title, 16, 2);
    write(Tr::tr("Recovery sheet"), TypeStyle::Title, 22, 6);
    write(
        Tr::tr(
            "Whoever has this sheet can open the records of the clinic. If all passwords are lost, it is the only way "
            "in. Keep it where you keep the licence, never beside the PC, and never as a photo."),
        TypeStyle::Body, 11, 10);
    for (qsizetype i = 0; i < paper.lines.size(); ++i)
        write(QStringLiteral("%1    %2").arg(i + 1).arg(paper.lines[i]), TypeStyle::Figure, 18, 5);
    y += 4 * mm;
    write(Tr::tr("Printed on %1").arg(dateText(paper.day)), TypeStyle::Body, 10.5, 2);
    write(Tr::tr("Kept by: ____________________"), TypeStyle::Body, 11, 0);
    if (paper.training) {
        painter.scale(mm, mm);
        paintTrainingMark(painter, QSizeF(device.width(), device.height()) / mm);
    }
}

QByteArray recoveryPdf(const RecoveryPaper &paper)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&bytes);
    pdf.setPageSize(QPageSize(QPageSize::A4));
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
    pdf.setTitle(Tr::tr("Recovery sheet"));
    paintRecovery(pdf, paper);
    return bytes.data();
}

} // namespace xinglin::ui
