#include "ui/calendar/dayview.h"
#include "ui/kit/hues.h"
#include "ui/kit/paint.h"

#include <QPainter>
#include <QPixmapCache>
#include <QScrollBar>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int headPadding = 10;
constexpr int hueLine = 3;
constexpr int stripe = 12; ///< px from stripe to stripe

/// Stripes as a tile; made once for each look.
QBrush hatching(const Theme &theme, qreal ratio)
{
    const QColor ink = theme.color(Token::Sunken);
    const QColor ground = theme.color(Token::Surface);
    const QString key = QStringLiteral("calendar-%1-%2-%3").arg(ink.rgba()).arg(ground.rgba()).arg(ratio);
    QPixmap tile;
    if (!QPixmapCache::find(key, &tile)) {
        tile = QPixmap(QSize(stripe, stripe) * ratio);
        tile.setDevicePixelRatio(ratio);
        tile.fill(ground);
        QPainter painter(&tile);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ink, stripe * 0.35));
        for (int shift = -stripe; shift <= stripe; shift += stripe)
            painter.drawLine(QPointF(shift - 2, stripe + 2), QPointF(shift + stripe + 2, -2));
        painter.end();
        QPixmapCache::insert(key, tile);
    }
    return QBrush(tile);
}

} // namespace

void DayView::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::of(this);
    const QRect room = body();
    const QPointF origin(room.left() - horizontalScrollBar()->value(), room.top() - verticalScrollBar()->value());
    const qreal ratio = devicePixelRatioF();
    if (m_ground.isNull() || m_ground.size() != viewport()->size() * ratio) {
        m_ground = QPixmap(viewport()->size() * ratio);
        m_ground.setDevicePixelRatio(ratio);
        m_ground.fill(theme.color(Token::Surface));
        QPainter painter(&m_ground);
        painter.setClipRect(room);
        painter.translate(origin);
        if (m_loading)
            paintLoading(painter);
        else
            paintGround(painter, room.translated(-origin.toPoint()));
        painter.resetTransform();
        painter.setClipping(false);
        paintHours(painter);
        paintHeads(painter);
    }
    QPainter painter(viewport());
    painter.setClipRect(event->rect());
    painter.drawPixmap(0, 0, m_ground);
    if (m_loading)
        return;
    painter.setClipRect(room.intersected(event->rect()));
    painter.translate(origin);
    paintCursor(painter);
    painter.resetTransform();
    painter.setClipRect(QRect(0, headHeight(), gutterWidth(), room.height()));
    paintCursorTime(painter);
}

void DayView::paintGround(QPainter &painter, const QRect &seen)
{
    const Theme &theme = Theme::of(this);
    const int first = m_geometry.nearestColumn(seen.left());
    const int last = m_geometry.nearestColumn(seen.right());
    for (int column = first; column <= last && column < m_columns.size(); ++column)
        paintClosed(painter, column);
    const double right = std::min(double(seen.right() + 1), m_geometry.width());
    QPen half(theme.color(Token::Hairline), 1, Qt::DotLine);
    for (int minute = 0; minute < DayGeometry::minutes; minute += 30) {
        const double y = qRound(m_geometry.y(minute));
        if (y < seen.top() || y > seen.bottom())
            continue;
        if (minute % 60 == 0) {
            painter.fillRect(QRectF(seen.left(), y, right - seen.left(), 1), theme.color(Token::Hairline));
        } else {
            painter.setPen(half);
            painter.drawLine(QPointF(seen.left(), y + 0.5), QPointF(right, y + 0.5));
        }
    }
    for (int column = first; column <= last && column < m_columns.size(); ++column)
        painter.fillRect(QRectF(qRound((column + 1) * m_geometry.columnWidth) - 1, seen.top(), 1, seen.height()),
                         theme.color(Token::Hairline));
    paintNow(painter); // behind the blocks
    const QRectF shown(seen);
    for (int column = first; column <= last && column < m_columns.size(); ++column) {
        QList<BlockLayout> &blocks = m_blocks[column];
        for (int index = 0; index < blocks.size(); ++index) {
            const DayBlock &one = m_columns.at(column).blocks.at(index);
            const bool moving = (m_carried && m_carried->id == one.appointment.id) ||
                                (m_drag.begun && m_drag.block == Place{column, index});
            if (blocks[index].rect().intersects(shown))
                blocks[index].paint(painter, theme, *m_fonts, one, moving);
        }
    }
}

void DayView::paintClosed(QPainter &painter, int column)
{
    const Theme &theme = Theme::of(this);
    const QBrush brush = hatching(theme, devicePixelRatioF());
    painter.setFont(theme.font(TypeStyle::Caption));
    for (const ClosedPart &part : m_columns.at(column).closed) {
        const QRectF rect = m_geometry.part(column, {part.part.from, part.part.to}).adjusted(2, 1, -3, -1);
        painter.fillRect(rect, brush);
        if (part.why == ClosedPart::Why::Off || rect.height() < theme.line(TypeStyle::Caption))
            continue;
        const QString text =
            painter.fontMetrics().elidedText(closedText(part), Qt::ElideRight, qRound(rect.width()) - 12);
        const QRectF ground(rect.left() + 4, rect.top() + 2, painter.fontMetrics().horizontalAdvance(text) + 8,
                            theme.line(TypeStyle::Caption));
        painter.fillRect(ground, theme.color(Token::Surface));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(ground, Qt::AlignCenter, text);
    }
}

void DayView::paintNow(QPainter &painter)
{
    const Theme &theme = Theme::of(this);
    for (int column = 0; column < m_columns.size(); ++column) {
        const int minute = schedule::minuteOf(m_now, m_columns.at(column).day, m_zone);
        if (minute < 0 || minute >= DayGeometry::minutes)
            continue;
        const QRectF place = m_geometry.column(column);
        painter.fillRect(QRectF(place.left(), qRound(m_geometry.y(minute)) - 1, place.width(), 2),
                         theme.color(Token::Apricot));
    }
}

void DayView::paintCursor(QPainter &painter)
{
    if (m_columns.isEmpty())
        return;
    const Theme &theme = Theme::of(this);
    const QColor ring = theme.color(hasFocus() ? Token::Focus : Token::Apricot);
    if (m_selected) {
        paintRing(&painter, m_blocks.at(m_selected->column).at(m_selected->index).rect().adjusted(-1, -1, 1, 1), 5,
                  ring);
        return;
    }
    QRectF cell = m_geometry.part(m_cursor.column, m_cursor.span).adjusted(2, 0, -3, 0);
    if (m_carried) {
        const Hindrance why = carriedHindrance();
        const bool hindered = why.kind != Hindrance::Kind::None;
        const double line = theme.line(TypeStyle::Name);
        const double more = hindered ? theme.line(TypeStyle::Caption) + 4 : 0;
        cell.setHeight(std::max(cell.height(), line + more));
        paintFrame(&painter, cell, 4, theme.color(hindered ? Token::CinnabarSoft : Token::ApricotSoft),
                   theme.color(hindered ? Token::Cinnabar : Token::Apricot));
        const QRectF text = cell.adjusted(8, 0, -6, 0);
        painter.setFont(theme.font(TypeStyle::Name));
        painter.setPen(theme.color(Token::Text));
        const double room = text.width() * 0.55;
        const QString who = painter.fontMetrics().elidedText(whoText(*m_carried), Qt::ElideRight, qRound(room));
        painter.drawText(QRectF(text.left(), text.top(), text.width(), line), Qt::AlignVCenter | Qt::AlignLeft, who);
        const double after = painter.fontMetrics().horizontalAdvance(who) + 8;
        painter.setFont(theme.font(TypeStyle::Caption, QFont::Bold));
        painter.setPen(theme.color(hindered ? Token::CinnabarText : Token::ApricotText));
        painter.drawText(QRectF(text.left() + after, text.top(), text.width() - after, line),
                         Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("→ ") + minuteText(m_cursor.span.from));
        if (hindered)
            painter.drawText(QRectF(text.left(), text.top() + line, text.width(), more), Qt::AlignTop | Qt::AlignLeft,
                             painter.fontMetrics().elidedText(why.words, Qt::ElideRight, qRound(text.width())));
    } else if (m_cursor.ranged || hasFocus()) {
        if (m_cursor.ranged)
            painter.fillRect(cell, theme.color(Token::ApricotSoft));
        if (m_cursor.ranged && cell.height() >= theme.line(TypeStyle::Caption)) {
            painter.setFont(theme.font(TypeStyle::Caption));
            painter.setPen(theme.color(Token::Text2));
            painter.drawText(cell.adjusted(8, 0, -6, 0), Qt::AlignTop | Qt::AlignLeft, spanText(m_cursor.span));
        }
    }
    if (hasFocus() || m_cursor.ranged)
        paintRing(&painter, cell, 4, ring);
}

void DayView::paintCursorTime(QPainter &painter)
{
    if (!hasFocus() || m_columns.isEmpty())
        return;
    // Among the hours: a step is lower than a line of text.
    const Theme &theme = Theme::of(this);
    const int line = theme.line(TypeStyle::Caption) + 2;
    const int middle = toViewport(m_geometry.part(m_cursor.column, m_cursor.span)).top();
    const QRect chip(4, middle - line / 2, gutterWidth() - 8, line);
    paintFrame(&painter, chip, 4, theme.color(Token::Surface), theme.color(Token::Focus));
    painter.setFont(theme.font(TypeStyle::Caption));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(chip, Qt::AlignCenter, minuteText(m_cursor.span.from));
}

void DayView::paintHeads(QPainter &painter)
{
    const Theme &theme = Theme::of(this);
    const QRect band(0, 0, viewport()->width(), headHeight());
    painter.fillRect(band, theme.color(Token::Window));
    painter.fillRect(QRect(0, band.bottom(), band.width(), 1), theme.color(Token::Border));
    const int nameLine = theme.line(TypeStyle::Name);
    const int detailLine = theme.line(TypeStyle::Caption);
    const int top = (band.height() - nameLine - detailLine) / 2;
    painter.setClipRect(band.adjusted(gutterWidth(), 0, 0, 0));
    for (int column = 0; column < m_columns.size(); ++column) {
        const QRect place =
            toViewport(m_geometry.column(column)).intersected(QRect(-100'000, -100'000, 200'000, 200'000));
        if (place.right() < gutterWidth() || place.left() > band.right())
            continue;
        const DayColumn &one = m_columns.at(column);
        const QRect first(place.left() + headPadding, top, place.width() - 2 * headPadding, nameLine);
        const QRect second(first.left(), first.bottom() + 1, first.width(), detailLine);
        const QFontMetrics song(theme.font(TypeStyle::Name));
        const QFontMetrics small(theme.font(TypeStyle::Caption));
        const int load = small.horizontalAdvance(one.right) + 6;
        // How full it is gives way to the name.
        const bool beside = song.horizontalAdvance(one.name) + load <= first.width();
        painter.setFont(theme.font(TypeStyle::Caption));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(beside ? first : second, Qt::AlignRight | Qt::AlignVCenter, one.right);
        painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                         small.elidedText(one.detail, Qt::ElideRight, second.width() - (beside ? 0 : load)));
        painter.setFont(theme.font(TypeStyle::Name));
        painter.setPen(theme.color(Token::Text));
        painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                         song.elidedText(one.name, Qt::ElideRight, first.width() - (beside ? load : 0)));
        painter.fillRect(QRect(place.right(), 0, 1, band.height()), theme.color(Token::Hairline));
        if (const Tone hue = toneOf(one.hue); hue != Tone::Neutral)
            painter.fillRect(
                QRect(place.left() + headPadding, band.bottom() - hueLine, place.width() - 2 * headPadding, hueLine),
                theme.color(mark(hue)));
    }
    painter.setClipping(false);
}

void DayView::paintHours(QPainter &painter)
{
    const Theme &theme = Theme::of(this);
    const QRect band(0, headHeight(), gutterWidth(), viewport()->height() - headHeight());
    painter.fillRect(band, theme.color(Token::Window));
    painter.fillRect(QRect(band.right(), band.top(), 1, band.height()), theme.color(Token::Hairline));
    painter.setFont(theme.font(TypeStyle::Caption));
    const int line = theme.line(TypeStyle::Caption);
    const int top = headHeight() - verticalScrollBar()->value();
    int now = -1;
    for (const DayColumn &column : std::as_const(m_columns)) {
        const int minute = schedule::minuteOf(m_now, column.day, m_zone);
        if (minute >= 0 && minute < DayGeometry::minutes)
            now = minute;
    }
    const int chipHeight = theme.scaled(18);
    const int chipTop = top + qRound(m_geometry.y(now)) - chipHeight / 2;
    for (int hour = 0; hour < 24; ++hour) {
        const int y = top + qRound(m_geometry.y(hour * 60));
        if (now >= 0 && y < chipTop + chipHeight && y + 2 + line > chipTop)
            continue; // the chip of now stands there
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRect(band.left(), y + 2, band.width() - 8, line), Qt::AlignRight | Qt::AlignVCenter,
                         minuteText(hour * 60));
    }
    if (now < 0)
        return;
    const QRect chip(2, chipTop, band.width() - 4, chipHeight);
    painter.setClipRect(band);
    paintFrame(&painter, chip, 4, theme.color(Token::Apricot), {});
    painter.setFont(theme.font(TypeStyle::Caption, QFont::Bold));
    painter.setPen(theme.color(theme.name() == ThemeName::Paper ? Token::Text : Token::OnInk));
    painter.drawText(chip, Qt::AlignCenter, minuteText(now));
    painter.setClipping(false);
}

void DayView::paintLoading(QPainter &painter)
{
    const Theme &theme = Theme::of(this);
    const int wide = qRound(m_geometry.columnWidth);
    const int top = verticalScrollBar()->value();
    for (int x = 0; x < viewport()->width() + horizontalScrollBar()->value(); x += wide) {
        for (int i = 0; i < 6; ++i)
            paintFrame(&painter, QRectF(x + 8, top + 24 + i * 56, wide - 24, 24), 4, theme.color(Token::Sunken), {});
    }
}

} // namespace xinglin::ui
