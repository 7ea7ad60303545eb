#include "ui/paper/paperdress.h"

#include "access/settings.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"

#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr double lineBaseline = 6.8; // mm from the upper edge of A5; heads begin at 9.6
constexpr double lineSize = 8;       // pt
constexpr double leastSize = 4;
constexpr double margin = 10;

} // namespace

const QStringList &resizableKinds()
{
    static const QStringList kinds{paperkind::prescription, paperkind::treatmentSheet, paperkind::visitSummary,
                                   paperkind::sickNote};
    return kinds;
}

QString paperSizeKey(const QString &kind)
{
    return QStringLiteral("paper.size.") + kind;
}

Result<PaperDress> paperDress(const store::Snapshot &view)
{
    const auto line = settings::value(view, settings::PaperLine);
    if (!line)
        return line.error();
    PaperDress dress{*line, {}};
    for (const QString &kind : resizableKinds()) {
        const auto size = settings::value(view, paperSizeKey(kind));
        if (!size)
            return size.error();
        dress.largeOfKind.insert(kind, *size == u"A4");
    }
    return dress;
}

Sheets dressed(const Sheets &sheets, const PaperDress &dress)
{
    const bool larger = dress.largeOfKind.value(sheets.about.kind) && sheets.size == QPageSize::A5 && !sheets.across;
    if (!larger && dress.line.isEmpty())
        return sheets;
    Sheets dressed = sheets;
    const QSizeF before = sheets.millimetres();
    if (larger)
        dressed.size = QPageSize::A4;
    const QSizeF after = dressed.millimetres();
    const double scale = std::min(after.width() / before.width(), after.height() / before.height());
    dressed.paint = [paint = sheets.paint, line = dress.line, before, after, scale](QPainter &painter, int page) {
        painter.save();
        painter.translate((after.width() - before.width() * scale) / 2, 0);
        painter.scale(scale, scale);
        painter.setPen(Qt::black);
        PaperText::draw(
            painter, before.width() / 2, lineBaseline, line, PaperText::Face::Hei,
            PaperText::fitting(line, PaperText::Face::Hei, lineSize, leastSize, before.width() - 2 * margin),
            Qt::AlignHCenter);
        paint(painter, page);
        painter.restore();
    };
    return dressed;
}

} // namespace xinglin::ui
