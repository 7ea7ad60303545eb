#include "ui/calendar/dayview.h"

#include <QKeyEvent>

#include <algorithm>

namespace xinglin::ui {

void DayView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    if (m_drag.kind != Drag::Kind::None) {
        if (event->key() == Qt::Key_Escape)
            endDrag(false);
        return;
    }
    const bool taken = held == Qt::ControlModifier                           ? pressedWithControl(event->key())
                       : held == Qt::NoModifier || held == Qt::ShiftModifier ? pressedPlain(event)
                                                                             : false;
    event->setAccepted(taken);
}

bool DayView::pressedWithControl(int key)
{
    switch (key) {
    case Qt::Key_X:
        takeUp();
        return true;
    case Qt::Key_V:
        put();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        setZoom(m_zoom + 1);
        return true;
    case Qt::Key_Minus:
        setZoom(m_zoom - 1);
        return true;
    case Qt::Key_0:
        setZoom(Zoom::usual());
        return true;
    default:
        return false;
    }
}

bool DayView::pressedPlain(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const Span &span = m_cursor.span;
    switch (event->key()) {
    case Qt::Key_Left:
        moveCursor(m_cursor.column - 1, span.from);
        return true;
    case Qt::Key_Right:
        moveCursor(m_cursor.column + 1, span.from);
        return true;
    case Qt::Key_Up:
        if (extend)
            moveCursor(m_cursor.column, span.to - step(), true);
        else // to the grid first
            moveCursor(m_cursor.column, (span.from - 1) / step() * step());
        return true;
    case Qt::Key_Down:
        if (extend)
            moveCursor(m_cursor.column, span.to + step(), true);
        else
            moveCursor(m_cursor.column, (span.from / step() + 1) * step());
        return true;
    case Qt::Key_Home:
    case Qt::Key_End: {
        const QList<freebusy::DayPart> open = m_columns.value(m_cursor.column).open;
        const int first = open.isEmpty() ? 0 : open.constFirst().from;
        const int last = open.isEmpty() ? DayGeometry::minutes : open.constLast().to;
        moveCursor(m_cursor.column,
                   event->key() == Qt::Key_Home ? first : last - (m_carried ? m_cursor.span.length() : step()));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_carried)
            put();
        else if (const DayBlock *one = selected())
            emit opened(*one);
        else
            wantBooking();
        return true;
    case Qt::Key_N:
        wantBooking();
        return true;
    case Qt::Key_M:
        takeUp();
        return true;
    case Qt::Key_Escape:
        if (m_carried)
            putDown();
        else if (m_selected)
            setSelected(std::nullopt);
        else
            return false;
        return true;
    default:
        return false;
    }
}

void DayView::wantBooking()
{
    if (!m_mayBook || m_columns.isEmpty() || m_carried)
        return;
    const std::chrono::minutes length(m_cursor.ranged ? m_cursor.span.length() : 0);
    emit bookWanted(m_columns.at(m_cursor.column).resource, instantAt(m_cursor.column, m_cursor.span.from), length);
}

void DayView::takeUp()
{
    const DayBlock *one = selected();
    if (!m_mayBook || !one)
        return;
    m_cursor.span = one->span;
    carry(one->appointment, m_columns.at(m_selected->column).resource);
}

MoveWish DayView::wishFor(const Appointment &seen, ResourceId from, int column, const Span &span) const
{
    return {seen, from, m_columns.at(column).resource, instantAt(column, span.from),
            std::chrono::minutes(span.length())};
}

void DayView::put()
{
    if (!m_carried || m_columns.isEmpty())
        return;
    const MoveWish wish = wishFor(*m_carried, m_carriedFrom, m_cursor.column, m_cursor.span);
    if (wish.changesNothing())
        return putDown();
    emit moveWanted(wish);
}

bool DayView::focusNextPrevChild(bool next)
{
    // From one appointment to the next, column by column; after the last one out of the view.
    QList<Place> all;
    for (int column = 0; column < m_columns.size(); ++column) {
        for (int index = 0; index < m_columns[column].blocks.size(); ++index)
            all << Place{column, index};
    }
    std::stable_sort(all.begin(), all.end(), [this](const Place &a, const Place &b) {
        return std::pair(a.column, blockAt(a).span.from) < std::pair(b.column, blockAt(b).span.from);
    });
    qsizetype at = -1;
    if (m_selected) {
        at = all.indexOf(*m_selected) + (next ? 1 : -1);
    } else {
        const auto after = std::find_if(all.cbegin(), all.cend(), [this](const Place &one) {
            return std::pair(one.column, blockAt(one).span.from) >= std::pair(m_cursor.column, m_cursor.span.from);
        });
        at = after - all.cbegin() - (next ? 0 : 1);
    }
    if (m_carried || at < 0 || at >= all.size())
        return QAbstractScrollArea::focusNextPrevChild(next);
    const Place place = all[at];
    m_cursor = {place.column, blockAt(place).span, false};
    reveal(m_geometry.part(place.column, m_cursor.span));
    setSelected(place);
    showCard(place);
    return true;
}

void DayView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void DayView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    hideCard();
    viewport()->update();
}

} // namespace xinglin::ui
