#include "ui/settings/auditpaper.h"

#include "store/auditfile.h"
#include "ui/kit/qrcode.h"
#include "ui/kit/theme.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/trainingmark.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::AuditPaper)
};

constexpr double marginMm = 14;
constexpr double codeMm = 42;

} // namespace

QByteArray AuditPaper::code() const
{
    return QByteArrayList{"XINGLIN-AUDIT-1", day.toString(Qt::ISODate).toLatin1(), QByteArray::number(rows),
                          head.toHex()}
        .join(' ');
}

void paintAudit(QPagedPaintDevice &device, const AuditPaper &paper)
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
        QRectF used;
        painter.drawText(QRectF(page.left(), y, page.width(), page.bottom() - y),
                         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &used);
        y = used.bottom() + after * mm;
    };
    painter.setPen(Qt::black);
    write(paper.clinic, TypeStyle::Title, 13, 2);
    write(Tr::tr("State of the audit log"), TypeStyle::Title, 17, 3);
    write(dateText(paper.day), TypeStyle::Body, 11, 1);
    write(Tr::tr("Rows: %1").arg(QLocale().toString(paper.rows)), TypeStyle::Body, 11, 4);
    write(store::fingerprintOf(paper.head), TypeStyle::Figure, 13, 5);
    paintQrCode(painter, QRectF(page.left(), y, codeMm * mm, codeMm * mm), paper.code());
    y += (codeMm + 5) * mm;
    write(Tr::tr("Keep this sheet with the day's papers. As long as it exists, nobody can cut off or rewrite what the "
                 "log held on this day without its being noticed."),
          TypeStyle::Body, 9.5, 4);
    write(Tr::tr("Signature: ____________________"), TypeStyle::Body, 10.5, 0);
    if (paper.training) {
        painter.scale(mm, mm);
        paintTrainingMark(painter, QSizeF(device.width(), device.height()) / mm);
    }
}

QByteArray auditPdf(const AuditPaper &paper)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&bytes);
    pdf.setPageSize(QPageSize(QPageSize::A5));
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
    pdf.setTitle(Tr::tr("State of the audit log"));
    paintAudit(pdf, paper);
    return bytes.data();
}

} // namespace xinglin::ui
