#include "ui/photo/colourcardpaper.h"

#include "engines/colour/colourcard.h"
#include "ui/paper/papertext.h"

#include <QCoreApplication>
#include <QPainter>

namespace xinglin::ui {

using Face = PaperText::Face;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::ColourCardPaper)
};

constexpr double left = 60; // the card in the middle of the page
constexpr double top = 62;
constexpr double textLeft = 25;
constexpr double textWidth = 160;
constexpr double points = 11;

void paintCard(QPainter &painter, const QString &clinic, const QString &printedOn)
{
    using namespace colour;
    painter.setPen(Qt::black);
    PaperText::draw(painter, textLeft, 28, Words::tr("Colour card for pictures of the tongue"), Face::Song, 16);
    PaperText::draw(painter, textLeft, 36, QStringList{clinic, printedOn}.join(QStringLiteral("  ")), Face::Hei, 9);

    // Cut along the thin line: the white round the frame belongs to the card.
    painter.setPen(QPen(Qt::black, 0.15, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(
        QRectF(left - CardMargin, top - CardMargin, CardWidth + 2 * CardMargin, CardHeight + 2 * CardMargin));
    painter.fillRect(QRectF(left, top, CardWidth, CardHeight), Qt::black);
    for (std::size_t i = 0; i < CardPatches.size(); ++i) {
        const Patch &patch = CardPatches[i];
        // The first one is the paper itself.
        const QColor ink = i == 0 ? QColor(Qt::white) : QColor(patch.colour.r, patch.colour.g, patch.colour.b);
        painter.fillRect(QRectF(left + patch.x, top + patch.y, PatchSide, PatchSide), ink);
    }

    painter.setPen(Qt::black);
    double y = top + CardHeight + 2 * CardMargin + 8;
    const QString steps[] = {
        Words::tr("1. Print at 100 % on plain white paper with a colour printer, and cut along the dashed line."),
        Words::tr("2. Hold it beside the chin, flat and in the same light as the tongue, whole in the picture, without "
                  "fingers on it and without glare."),
        Words::tr("3. Use the same card always. What makes pictures comparable is that the card stays the same; a new "
                  "one from another printer begins a new row of pictures."),
        Words::tr("4. Keep it dry and in the dark, and print a new one when it has yellowed or is stained."),
    };
    for (const QString &step : steps) {
        for (const QString &line : PaperText::wrapped(step, Face::Hei, points, textWidth)) {
            PaperText::draw(painter, textLeft, y, line, Face::Hei, points);
            y += 6;
        }
        y += 2;
    }
}

} // namespace

Sheets colourCardSheet(const QString &clinic, const QString &printedOn)
{
    Sheets sheets;
    sheets.title = Words::tr("Colour card for pictures of the tongue");
    sheets.fileName = QStringLiteral("colour-card.pdf");
    sheets.size = QPageSize::A4;
    sheets.paint = [clinic, printedOn](QPainter &painter, int) { paintCard(painter, clinic, printedOn); };
    return sheets;
}

} // namespace xinglin::ui
