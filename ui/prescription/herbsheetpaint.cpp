#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/prescription/herbcelledit.h"
#include "ui/prescription/herbsheet.h"

#include <QPainter>

namespace xinglin::ui {

void HerbSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const int across = columns();
    const int rows = qMax(1, (height() - 4) / qMax(1, theme.size(Size::HerbCell)));
    const QRect all(0, 0, width(), rows * theme.size(Size::HerbCell) + 4);
    painter.fillRect(all, theme.color(Token::Surface));
    for (int i = 0; i < m_cells.size(); ++i)
        paintCell(painter, theme, cellRect(i), i);
    const QColor rule = theme.color(Token::Rule);
    for (int i = 1; i < across; ++i)
        painter.fillRect(cellRect(i).left(), 0, 1, all.height(), rule);
    for (int i = 1; i < rows; ++i)
        painter.fillRect(0, cellRect(i * across).top(), width(), 1, rule);
    painter.setPen(QPen(rule, 2));
    painter.drawRect(QRectF(all).adjusted(1, 1, -1, -1));
    if (m_edit->hasFocus() && (m_readOnly || m_current < m_cells.size())) {
        const QRectF cell = QRectF(cellRect(m_current)).adjusted(2, 2, -1, -1);
        paintRing(&painter, cell, 4, theme.color(Token::Focus));
    }
}

void HerbSheet::paintCell(QPainter &painter, const Theme &theme, const QRect &rect, int index) const
{
    const HerbCell &cell = m_cells.at(index);
    if (!cell.icon.isEmpty()) {
        painter.fillRect(rect, theme.color(soft(cell.tone)));
        painter.fillRect(QRect(rect.topLeft(), QSize(5, rect.height())), theme.color(mark(cell.tone)));
    }
    const QRect inner = rect.adjusted(11, 0, -12, 0);
    const QRect first(inner.left(), rect.top() + theme.scaled(12), inner.width(), theme.line(TypeStyle::Title));
    painter.setFont(theme.font(TypeStyle::Caption));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter, QString::number(index + 1));

    QFont gramFont = theme.font(TypeStyle::Figure);
    gramFont.setPixelSize(theme.scaled(20));
    painter.setFont(theme.font(TypeStyle::Caption));
    const int unit = painter.fontMetrics().horizontalAdvance(QStringLiteral("g"));
    QRect place = first.adjusted(theme.scaled(24), 0, 0, 0);
    if (cell.dose.isEmpty()) {
        const QString missing = tr("dose?");
        painter.setPen(theme.color(Token::GambogeText));
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, missing);
        place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(missing) - 6);
    } else {
        painter.setPen(theme.color(Token::Text3));
        painter.drawText(place.adjusted(0, 3, 0, 3), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("g"));
        painter.setFont(gramFont);
        painter.setPen(theme.color(Token::Text));
        painter.drawText(place.adjusted(0, 0, -unit - 6, 0), Qt::AlignRight | Qt::AlignVCenter, cell.dose);
        place.setRight(place.right() - unit - 12 - painter.fontMetrics().horizontalAdvance(cell.dose));
    }
    painter.setFont(theme.font(TypeStyle::Title));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(cell.name, Qt::ElideRight, place.width()));

    QRect second(inner.left() + theme.scaled(24), first.bottom() + theme.scaled(4), inner.width() - theme.scaled(24),
                 theme.size(Size::StatusChip));
    if (!cell.change.isEmpty()) {
        painter.setFont(theme.font(TypeStyle::Caption, QFont::Bold));
        const int wide = painter.fontMetrics().horizontalAdvance(cell.change) + 12;
        const QRect chip(second.right() + 1 - wide, second.top(), wide, second.height());
        paintFrame(&painter, chip, 4, theme.color(soft(cell.changeTone)), {});
        painter.setPen(theme.color(onSoft(cell.changeTone)));
        painter.drawText(chip, Qt::AlignCenter, cell.change);
        second.setRight(chip.left() - 6);
    }
    painter.setFont(theme.font(TypeStyle::Caption));
    if (cell.unknown) {
        const int wide = paintStatus(&painter, second, theme, Tone::Neutral, u"help-about", tr("not known"));
        second.setLeft(second.left() + wide + 6);
    }
    if (!cell.preparation.isEmpty()) {
        const int wide = painter.fontMetrics().horizontalAdvance(cell.preparation) + 8;
        const QRect box(second.left(), second.top() + 1, wide, second.height() - 2);
        paintFrame(&painter, box, 3, {}, theme.color(Token::Control));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(box, Qt::AlignCenter, cell.preparation);
        second.setLeft(box.right() + 7);
    }
    if (!cell.icon.isEmpty() && !cell.unknown) {
        const int side = theme.size(Size::Icon);
        paintIcon(&painter, QRectF(second.left(), second.top() + (second.height() - side) / 2.0, side, side), cell.icon,
                  theme.color(onSoft(cell.tone)));
        second.setLeft(second.left() + side + 6);
    }
    painter.setPen(theme.color(cell.icon.isEmpty() ? Token::Text3 : onSoft(cell.tone)));
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(cell.detail, Qt::ElideRight, second.width()));
}

} // namespace xinglin::ui
