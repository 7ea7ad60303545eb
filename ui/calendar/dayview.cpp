#include "ui/calendar/dayview.h"

#include "engines/slots/roster.h"
#include "ui/calendar/dragghost.h"
#include "ui/calendar/hovercard.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace xinglin::ui {

namespace {
constexpr int gutter = 52;
constexpr int head = 52;
constexpr int leastColumn = 124;
constexpr int hoverMs = 400;
constexpr int workFrom = 8 * 60;
} // namespace

QList<ResourceId> MoveWish::resources() const
{
    QList<ResourceId> all = seen.resources;
    std::replace(all.begin(), all.end(), from, to);
    return all;
}

bool MoveWish::changesNothing() const
{
    return from == to && start == seen.period.from && start + length == seen.period.to;
}

DayView::DayView(const QTimeZone &zone, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_zone(zone)
    , m_ghost(new DragGhost(viewport()))
    , m_card(new HoverCard(viewport()))
    , m_hover(new QTimer(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setMouseTracking(true);
    viewport()->setObjectName(QStringLiteral("dayViewport"));
    m_hover->setSingleShot(true);
    m_hover->setInterval(hoverMs);
    connect(m_hover, &QTimer::timeout, this, [this] {
        if (m_hovered)
            showCard(*m_hovered);
    });
    layOut();
}

DayView::~DayView() = default;

int DayView::headHeight() const
{
    return Theme::of(this).scaled(head);
}

int DayView::gutterWidth() const
{
    return Theme::of(this).scaled(gutter);
}

QRect DayView::body() const
{
    return viewport()->rect().adjusted(gutterWidth(), headHeight(), 0, 0);
}

QPointF DayView::toContent(QPoint at) const
{
    const QRect room = body();
    return {double(at.x() - room.left() + horizontalScrollBar()->value()),
            double(at.y() - room.top() + verticalScrollBar()->value())};
}

QRect DayView::toViewport(const QRectF &content) const
{
    const QRect room = body();
    return content.translated(room.left() - horizontalScrollBar()->value(), room.top() - verticalScrollBar()->value())
        .toRect();
}

Instant DayView::instantAt(int column, int minute) const
{
    return freebusy::instantOf(m_columns.at(column).day, minute, m_zone);
}

void DayView::setColumns(const QList<DayColumn> &columns, Instant now)
{
    m_loading = false;
    if (columns == m_columns && now == m_now)
        return spoil();
    const auto kept = m_selected ? std::optional(blockAt(*m_selected).appointment.id) : std::nullopt;
    const auto of = m_selected ? std::optional(m_columns.at(m_selected->column).resource) : std::nullopt;
    const Span was = m_selected ? blockAt(*m_selected).span : Span();
    if (m_drag.kind != Drag::Kind::None)
        endDrag(false); // what was under the hand may be gone
    hideCard();
    m_hovered.reset();
    m_columns = columns;
    m_now = now;
    m_selected.reset();
    m_cursor.column = std::clamp(m_cursor.column, 0, std::max(0, int(columns.size()) - 1));
    layOut();
    for (int column = 0; kept && column < m_columns.size(); ++column) {
        const QList<DayBlock> &blocks = m_columns[column].blocks;
        for (int index = 0; index < blocks.size(); ++index) {
            if (blocks[index].appointment.id == *kept && (!m_selected || m_columns[column].resource == *of))
                m_selected = Place{column, index};
        }
    }
    // Somebody has moved what is selected: the cursor goes with it, so that all keys mean the same.
    if (m_selected && (blockAt(*m_selected).span != was || m_columns[m_selected->column].resource != *of))
        m_cursor = {m_selected->column, blockAt(*m_selected).span, false};
    emit selectionChanged();
    if (m_carried)
        emit carryChanged();
}

void DayView::spoil()
{
    m_ground = QPixmap();
    viewport()->update();
}

void DayView::setNow(Instant now)
{
    m_now = now;
    layOutBlocks();
}

void DayView::setLoading(bool loading)
{
    m_loading = loading;
    spoil();
}

void DayView::layOut()
{
    const Theme &theme = Theme::of(this);
    const QRect room = body();
    m_geometry.hour = theme.scaled(Zoom::all().at(m_zoom).hour);
    m_geometry.columns = static_cast<int>(m_columns.size());
    m_geometry.columnWidth =
        std::max(double(theme.scaled(leastColumn)), double(room.width()) / std::max(1, m_geometry.columns));
    horizontalScrollBar()->setRange(0, std::max(0, qRound(m_geometry.width()) - room.width()));
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setSingleStep(qRound(m_geometry.columnWidth));
    verticalScrollBar()->setRange(0, std::max(0, qRound(m_geometry.height()) - room.height()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(qRound(m_geometry.hour / 2));
    layOutBlocks();
}

void DayView::layOutBlocks()
{
    m_fonts.emplace(Theme::of(this));
    spoil();
    m_blocks.clear();
    for (int column = 0; column < m_columns.size(); ++column) {
        const QList<DayBlock> &blocks = m_columns[column].blocks;
        QList<Span> spans;
        for (const DayBlock &one : blocks)
            spans << m_geometry.seen(one.span);
        const QList<Lane> lanes = lanesOf(spans);
        QList<BlockLayout> laid;
        for (qsizetype i = 0; i < blocks.size(); ++i)
            laid << BlockLayout(blocks[i], m_geometry.block(column, blocks[i].span, lanes[i]), m_now);
        m_blocks << laid;
    }
}

void DayView::showWork()
{
    int first = DayGeometry::minutes;
    for (const DayColumn &column : std::as_const(m_columns)) {
        if (!column.open.isEmpty())
            first = std::min(first, column.open.constFirst().from);
        for (const DayBlock &block : column.blocks)
            first = std::min(first, block.span.from);
    }
    if (first == DayGeometry::minutes)
        first = workFrom;
    verticalScrollBar()->setValue(qRound(m_geometry.y(std::max(0, first - 30))));
    // The cursor begins where somebody could be booked next.
    const DayColumn column = m_columns.value(m_cursor.column);
    const int minute = schedule::minuteOf(m_now, column.day, m_zone);
    const int from = (std::clamp(minute, first, DayGeometry::minutes - step()) + step() - 1) / step() * step();
    m_cursor = {m_cursor.column, {from, from + step()}, false};
    for (int at = from; at + step() <= DayGeometry::minutes; at += step()) {
        if (hindrance(column, {at, at + step()}, {}, minute).kind == Hindrance::Kind::None) {
            m_cursor.span = {at, at + step()};
            break;
        }
    }
}

const DayBlock *DayView::selected() const
{
    return m_selected ? &blockAt(*m_selected) : nullptr;
}

std::optional<DayView::Place> DayView::placeOf(AppointmentId id) const
{
    for (int column = 0; column < m_columns.size(); ++column) {
        const QList<DayBlock> &blocks = m_columns[column].blocks;
        for (int index = 0; index < blocks.size(); ++index) {
            if (blocks[index].appointment.id == id)
                return Place{column, index};
        }
    }
    return std::nullopt;
}

bool DayView::select(AppointmentId id)
{
    const auto place = placeOf(id);
    if (!place)
        return false;
    m_cursor = {place->column, blockAt(*place).span, false};
    setSelected(place);
    reveal(m_geometry.part(place->column, m_cursor.span));
    return true;
}

void DayView::setSelected(const std::optional<Place> &place)
{
    hideCard();
    viewport()->update();
    if (m_selected == place)
        return;
    m_selected = place;
    speakChange(this);
    emit selectionChanged();
}

void DayView::setCursorAt(int column, int minute)
{
    moveCursor(column, minute);
}

void DayView::follow()
{
    if (m_carried)
        return;
    std::optional<Place> under;
    const QList<DayBlock> blocks = m_columns.value(m_cursor.column).blocks;
    for (int index = 0; index < blocks.size() && !under; ++index) {
        if (blocks[index].span.from <= m_cursor.span.from && m_cursor.span.from < blocks[index].span.to)
            under = Place{m_cursor.column, index};
    }
    setSelected(m_cursor.ranged ? std::nullopt : under);
}

void DayView::moveCursor(int column, int minute, bool extend)
{
    if (m_columns.isEmpty())
        return;
    m_cursor.column = std::clamp(column, 0, int(m_columns.size()) - 1);
    if (extend) {
        const int to = std::clamp(minute, m_cursor.span.from + step(), DayGeometry::minutes);
        m_cursor.span.to = to;
        m_cursor.ranged = true;
    } else {
        const int length = m_carried ? m_cursor.span.length() : step();
        m_cursor.span = DayGeometry::moved({0, length}, minute);
        m_cursor.ranged = false;
    }
    reveal(m_geometry.part(m_cursor.column, m_cursor.span));
    follow();
    viewport()->update();
    speakChange(this);
    if (m_carried)
        emit carryChanged();
}

void DayView::reveal(const QRectF &content)
{
    const QRect room = body();
    const auto scroll = [](QScrollBar *bar, double from, double to, int extent) {
        if (from < bar->value())
            bar->setValue(qRound(from));
        else if (to > bar->value() + extent)
            bar->setValue(qRound(std::min(from, to - extent)));
    };
    scroll(horizontalScrollBar(), content.left(), content.right(), room.width());
    scroll(verticalScrollBar(), content.top() - 8, content.bottom() + 8, room.height());
}

void DayView::carry(const Appointment &appointment, ResourceId from)
{
    const auto length =
        std::chrono::duration_cast<std::chrono::minutes>(appointment.period.to - appointment.period.from);
    m_carried = appointment;
    m_carriedFrom = from;
    m_cursor.span = DayGeometry::moved({0, static_cast<int>(length.count())}, m_cursor.span.from);
    m_cursor.ranged = false;
    setSelected(std::nullopt);
    spoil();
    emit carryChanged();
}

void DayView::putDown()
{
    if (!m_carried)
        return;
    const AppointmentId id = m_carried->id;
    m_carried.reset();
    m_cursor.span.to = std::min(DayGeometry::minutes, m_cursor.span.from + step());
    emit carryChanged();
    if (!select(id))
        follow();
    spoil();
}

Hindrance DayView::carriedHindrance() const
{
    return m_carried && m_cursor.column < m_columns.size() ? hindranceIn(m_cursor.column, m_cursor.span, m_carried->id)
                                                           : Hindrance();
}

Hindrance DayView::hindranceIn(int column, const Span &span, const std::optional<AppointmentId> &but) const
{
    const DayColumn &one = m_columns.at(column);
    return hindrance(one, span, but, schedule::minuteOf(m_now, one.day, m_zone));
}

void DayView::setZoom(int index)
{
    const int wanted = std::clamp(index, 0, int(Zoom::all().size()) - 1);
    if (wanted == m_zoom)
        return;
    // What is in the middle stays there.
    const double middle = verticalScrollBar()->value() + body().height() / 2.0;
    const int minute = m_geometry.minuteAt(middle);
    m_zoom = wanted;
    if (!m_carried && !m_cursor.ranged) {
        const int from = m_cursor.span.from / step() * step();
        m_cursor.span = {from, std::min(DayGeometry::minutes, from + step())};
    }
    layOut();
    verticalScrollBar()->setValue(qRound(m_geometry.y(minute) - body().height() / 2.0));
}

QRect DayView::rectOf(AppointmentId id) const
{
    const auto place = placeOf(id);
    return place ? toViewport(m_blocks.at(place->column).at(place->index).rect()) : QRect();
}

QRect DayView::rectOf(int column, const Span &span) const
{
    return toViewport(m_geometry.part(column, span));
}

QString DayView::spokenValue() const
{
    const DayColumn column = m_columns.value(m_cursor.column);
    if (const DayBlock *one = selected())
        return tr("%1: %2", "whose column, what stands there")
            .arg(column.name, spokenText(one->appointment, one->span, m_now));
    if (m_cursor.column >= m_columns.size())
        return {};
    const Hindrance why =
        hindranceIn(m_cursor.column, m_cursor.span, m_carried ? std::optional(m_carried->id) : std::nullopt);
    const QString what = why.kind == Hindrance::Kind::None ? tr("free") : why.words;
    return tr("%1: %2, %3", "whose column, time, what stands there").arg(column.name, spanText(m_cursor.span), what);
}

void DayView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    hideCard();
    layOut();
}

void DayView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        layOut();
}

void DayView::scrollContentsBy(int, int)
{
    hideCard();
    if (m_drag.begun)
        showGhost();
    spoil();
}

bool DayView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_drag.kind == Drag::Kind::None) {
        m_hover->stop();
        m_hovered.reset();
        hideCard();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void DayView::showCard(Place place)
{
    if (place.column >= m_columns.size() || place.index >= m_columns[place.column].blocks.size())
        return;
    m_card->showBeside(toViewport(m_blocks.at(place.column).at(place.index).rect()), blockAt(place),
                       m_columns[place.column].name, m_now);
}

void DayView::hideCard()
{
    m_card->hide();
}

} // namespace xinglin::ui
