#include "ui/settings/testpage.h"

#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"

#include <QCoreApplication>
#include <QPainter>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::TestPage)
};

using Face = PaperText::Face;
constexpr double edge = 10; // mm
constexpr double rulerLength = 100;

void paintRuler(QPainter &painter, double x, double y)
{
    painter.setPen(QPen(Qt::black, 0.2));
    painter.drawLine(QPointF(x, y), QPointF(x + rulerLength, y));
    for (int mm = 0; mm <= int(rulerLength); ++mm) {
        const double length = mm % 10 == 0 ? 4 : mm % 5 == 0 ? 3 : 2;
        painter.drawLine(QPointF(x + mm, y), QPointF(x + mm, y - length));
        if (mm % 10 == 0)
            PaperText::draw(painter, x + mm, y + 4, QString::number(mm), Face::Hei, 7, Qt::AlignHCenter);
    }
}

} // namespace

Sheets testPage(const QString &kind, const QString &clinic, const PaperDress &dress)
{
    Sheets sheets;
    sheets.title = Tr::tr("Test page: %1").arg(paperkind::name(kind));
    sheets.fileName = pdfName(QStringLiteral("test-") + kind);
    sheets.about.kind = kind;
    // Never enlarged: its millimetres are those of the printer.
    const bool small = resizableKinds().contains(kind) && !dress.largeOfKind.value(kind);
    sheets.size = small ? QPageSize::A5 : QPageSize::A4;
    sheets.across = kind == paperkind::formulaTimeline;
    const QSizeF page = sheets.millimetres();
    sheets.paint = [page, clinic, title = sheets.title](QPainter &painter, int) {
        painter.setPen(QPen(Qt::black, 0.2));
        painter.drawRect(QRectF(edge, edge, page.width() - 2 * edge, page.height() - 2 * edge));
        const double x = edge + 8;
        PaperText::draw(painter, x, edge + 14, clinic, Face::Song, 18);
        PaperText::draw(painter, x, edge + 24, title, Face::HeiBold, 12);
        PaperText::draw(painter, x, edge + 32, Tr::tr("The frame stands 10 mm from each edge."), Face::Hei, 10.5);
        PaperText::draw(painter, x, edge + 39, Tr::tr("The ruler is 100 mm long."), Face::Hei, 10.5);
        paintRuler(painter, x, edge + 50);
        double y = edge + 66;
        for (const double points : {7.0, 8.5, 10.5, 13.0, 18.0}) {
            PaperText::draw(painter, x, y, QStringLiteral("%1  黄芪 30 g  Astragali radix").arg(points), Face::Song,
                            points);
            y += points * 0.7;
        }
    };
    return sheets;
}

} // namespace xinglin::ui
