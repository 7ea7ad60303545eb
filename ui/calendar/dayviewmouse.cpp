#include "ui/calendar/dayview.h"
#include "ui/calendar/dragghost.h"

#include <QMouseEvent>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>

namespace xinglin::ui {

namespace {

QString timesText(const Span &from, const Span &to)
{
    if (from.length() == to.length())
        return minuteText(from.from) + QStringLiteral(" → ") + minuteText(to.from);
    return spanText(from) + QStringLiteral(" → ") + spanText(to);
}

} // namespace

std::optional<DayView::Place> DayView::hit(QPoint at) const
{
    if (!body().contains(at))
        return std::nullopt;
    const QPointF point = toContent(at);
    const int column = m_geometry.columnAt(point.x());
    if (column < 0)
        return std::nullopt;
    const QList<BlockLayout> &blocks = m_blocks.at(column);
    for (int index = static_cast<int>(blocks.size()) - 1; index >= 0; --index) {
        if (blocks[index].rect().contains(point))
            return Place{column, index};
    }
    return std::nullopt;
}

void DayView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton || !body().contains(at) || m_columns.isEmpty())
        return;
    hideCard();
    m_hover->stop();
    const QPointF point = toContent(at);
    const int column = m_geometry.nearestColumn(point.x());
    m_drag = {};
    m_drag.from = at;
    m_drag.column = column;
    if (const auto place = hit(at); place && !m_carried) {
        const DayBlock &one = blockAt(*place);
        const QRectF rect = m_blocks.at(place->column).at(place->index).rect();
        const bool foot = rect.height() >= 3 * lowerEdge && point.y() >= rect.bottom() - lowerEdge;
        m_drag.kind = foot ? Drag::Kind::Stretch : Drag::Kind::Move;
        m_drag.block = *place;
        m_drag.grip = m_geometry.minuteAt(point.y()) - one.span.from;
        m_drag.span = one.span;
        m_cursor = {place->column, one.span, false};
        setSelected(place);
        return;
    }
    const int minute = m_geometry.stepAt(point.y(), step());
    m_drag.kind = Drag::Kind::Range;
    m_drag.span = {minute, minute + step()};
    moveCursor(column, minute);
}

void DayView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (m_drag.kind != Drag::Kind::None) {
        if (!m_drag.begun && (at - m_drag.from).manhattanLength() >= dragFrom)
            m_drag.begun = m_drag.kind == Drag::Kind::Range || m_mayBook;
        if (m_drag.begun && m_drag.kind != Drag::Kind::Range && !m_ghost->isVisible())
            spoil(); // what is taken up fades
        if (m_drag.begun)
            dragTo(at);
        return;
    }
    const auto under = hit(at);
    bool foot = false;
    if (under) {
        const QRect rect = toViewport(m_blocks.at(under->column).at(under->index).rect());
        foot = m_mayBook && rect.height() >= 3 * lowerEdge && at.y() >= rect.bottom() - lowerEdge;
    }
    viewport()->setCursor(foot ? Qt::SizeVerCursor : Qt::ArrowCursor);
    if (under == m_hovered)
        return;
    m_hovered = under;
    hideCard();
    if (under)
        m_hover->start();
    else
        m_hover->stop();
}

void DayView::dragTo(QPoint at)
{
    const QRect room = body();
    // Near an edge the day goes on.
    const int edge = 12;
    QScrollBar *bar = verticalScrollBar();
    if (at.y() < room.top() + edge)
        bar->setValue(bar->value() - edge);
    else if (at.y() > room.bottom() - edge)
        bar->setValue(bar->value() + edge);
    const QPointF point = toContent(at);
    const int minute = m_geometry.minuteAt(point.y());
    switch (m_drag.kind) {
    case Drag::Kind::Range:
        m_drag.span = DayGeometry::between(m_geometry.stepAt(toContent(m_drag.from).y(), step()), minute, step());
        m_cursor = {m_drag.column, m_drag.span, true};
        follow();
        viewport()->update();
        return;
    case Drag::Kind::Move:
        m_drag.column = m_geometry.nearestColumn(point.x());
        m_drag.span =
            DayGeometry::moved(blockAt(m_drag.block).span, DayGeometry::snapped(minute - m_drag.grip, step()));
        break;
    case Drag::Kind::Stretch: {
        const Span was = blockAt(m_drag.block).span;
        const int to = DayGeometry::snapped(minute, step());
        m_drag.span = {was.from, std::clamp(to, was.from + std::min(step(), was.length()), DayGeometry::minutes)};
        break;
    }
    case Drag::Kind::None:
        return;
    }
    showGhost();
    viewport()->update();
}

void DayView::showGhost()
{
    if (m_drag.kind != Drag::Kind::Move && m_drag.kind != Drag::Kind::Stretch)
        return;
    const DayBlock &one = blockAt(m_drag.block);
    const QRectF box = m_geometry.block(m_drag.column, m_drag.span, {});
    m_ghost->showAt(toViewport(box), whoText(one.appointment), timesText(one.span, m_drag.span),
                    hindranceIn(m_drag.column, m_drag.span, one.appointment.id));
}

void DayView::endDrag(bool accept)
{
    const Drag done = std::exchange(m_drag, {});
    m_ghost->hide();
    spoil();
    if (!accept || !done.begun || done.kind == Drag::Kind::Range)
        return;
    const ResourceId from = m_columns.at(done.block.column).resource;
    const DayBlock one = blockAt(done.block);
    MoveWish wish = wishFor(one.appointment, from, done.column, done.span);
    if (done.kind == Drag::Kind::Stretch) // its beginning may lie on the day before
        wish = {one.appointment, from, from, one.appointment.period.from,
                std::chrono::duration_cast<std::chrono::minutes>(instantAt(done.column, done.span.to) -
                                                                 one.appointment.period.from)};
    if (!wish.changesNothing())
        emit moveWanted(wish);
}

void DayView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_drag.kind != Drag::Kind::None)
        endDrag(true);
}

void DayView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton || !body().contains(at))
        return;
    if (m_carried)
        put();
    else if (const auto place = hit(at))
        emit opened(blockAt(*place));
    else
        wantBooking();
}

void DayView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        if (const int turned = event->angleDelta().y(); turned != 0)
            setZoom(m_zoom + (turned > 0 ? 1 : -1));
        return event->accept();
    }
    QAbstractScrollArea::wheelEvent(event);
}

} // namespace xinglin::ui
