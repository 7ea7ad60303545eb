#pragma once

#include "ui/calendar/blocklayout.h"
#include "ui/calendar/daycolumn.h"
#include "ui/kit/accessible.h"

#include <QAbstractScrollArea>
#include <QPixmap>
#include <QTimeZone>

class QTimer;

namespace xinglin::ui {

class DragGhost;
class HoverCard;

/// Where an appointment is to go. It is moved only from where it was seen.
struct MoveWish
{
    Appointment seen;
    ResourceId from{Uuid(Uuid::Bytes{})}; ///< Of the column it was taken from,
    ResourceId to{Uuid(Uuid::Bytes{})};   ///< and of that it is put into.
    Instant start;
    std::chrono::minutes length{0};
    bool operator==(const MoveWish &) const = default;

    /// Its resources with the new one in the place of the old.
    QList<ResourceId> resources() const;
    bool changesNothing() const;
};

/// Days side by side, one column for each resource (or for each day of one): hours, breaks, leave, what is booked. A
/// cursor stands on a time; appointments are carried from one to another by mouse and by keys alike. It asks nothing of
/// the store: what a person wants is told by signals.
class DayView : public QAbstractScrollArea, public Spoken
{
    Q_OBJECT

public:
    explicit DayView(const QTimeZone &zone, QWidget *parent = nullptr);
    ~DayView() override;

    /// Keeps cursor, selection and what is carried as far as they are still there.
    void setColumns(const QList<DayColumn> &columns, Instant now);
    const QList<DayColumn> &columns() const { return m_columns; }
    /// Moves the line of now and marks what has become late.
    void setNow(Instant now);
    /// Grey bars instead of what has not come yet.
    void setLoading(bool loading);
    /// Without it appointments can be looked at only.
    void setMayBook(bool may) { m_mayBook = may; }
    /// Scrolls to where work begins.
    void showWork();

    /// What is selected; nullptr: nothing.
    const DayBlock *selected() const;
    /// False where it is not in the columns.
    bool select(AppointmentId id);
    /// A time; the cursor goes there.
    void setCursorAt(int column, int minute);
    int cursorColumn() const { return m_cursor.column; }
    Span cursorSpan() const { return m_cursor.span; }

    /// What is on its way to another time, from which column.
    void carry(const Appointment &appointment, ResourceId from);
    void putDown();
    const std::optional<Appointment> &carried() const { return m_carried; }
    /// What stands in the way of what is carried, where the cursor is.
    Hindrance carriedHindrance() const;

    /// Says that the time under the cursor is to be booked.
    void wantBooking();

    int zoom() const { return m_zoom; }
    void setZoom(int index);
    int step() const { return Zoom::all().at(m_zoom).step; }
    const DayGeometry &geometryOfDay() const { return m_geometry; }
    /// In the coordinates of the viewport.
    QRect rectOf(AppointmentId id) const;
    QRect rectOf(int column, const Span &span) const;

    QAccessible::Role spokenRole() const override { return QAccessible::Table; }
    QString spokenValue() const override;

    static constexpr int dragFrom = 8;  ///< px that a mouse moves before anything is dragged.
    static constexpr int lowerEdge = 5; ///< px at the foot of a block that stretch it.

signals:
    void selectionChanged();
    void opened(const xinglin::ui::DayBlock &block);
    /// @p length 0: as long as the service is.
    void bookWanted(xinglin::ResourceId resource, xinglin::Instant start, std::chrono::minutes length);
    void moveWanted(const xinglin::ui::MoveWish &wish);
    /// Something was taken up, put down or would come to lie somewhere else.
    void carryChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    Hindrance hindranceIn(int column, const Span &span, const std::optional<AppointmentId> &but) const;

    struct Cursor
    {
        int column = 0;
        Span span{540, 550};
        bool ranged = false; ///< Its length was chosen.
    };
    /// A block by column and place in it.
    struct Place
    {
        int column = -1;
        int index = -1;
        bool operator==(const Place &) const = default;
    };
    struct Drag
    {
        enum class Kind { None, Range, Move, Stretch };
        Kind kind = Kind::None;
        bool begun = false; ///< The mouse has gone far enough.
        QPoint from;        ///< In the viewport.
        Place block;
        int grip = 0; ///< Minutes between the block's beginning and the mouse.
        int column = 0;
        Span span; ///< Where it would come to lie.
    };

    const DayBlock &blockAt(Place place) const { return m_columns.at(place.column).blocks.at(place.index); }
    std::optional<Place> placeOf(AppointmentId id) const;
    std::optional<Place> hit(QPoint viewport) const;
    QPointF toContent(QPoint viewport) const;
    QRect toViewport(const QRectF &content) const;
    QRect body() const; ///< The viewport without heads and hours.
    int headHeight() const;
    int gutterWidth() const;
    void layOut();
    void layOutBlocks();
    /// What lies below cursor and ghost is painted anew.
    void spoil();
    void setSelected(const std::optional<Place> &place);
    /// Selects what the cursor stands on.
    void follow();
    void moveCursor(int column, int minute, bool extend = false);
    void reveal(const QRectF &content);
    void put();
    void takeUp();
    bool pressedWithControl(int key);
    bool pressedPlain(QKeyEvent *event);
    void dragTo(QPoint viewport);
    void endDrag(bool accept);
    void showGhost();
    MoveWish wishFor(const Appointment &seen, ResourceId from, int column, const Span &span) const;
    void showCard(Place place);
    void hideCard();
    Instant instantAt(int column, int minute) const;

    void paintGround(QPainter &painter, const QRect &clip);
    void paintClosed(QPainter &painter, int column);
    void paintNow(QPainter &painter);
    void paintCursor(QPainter &painter);
    void paintCursorTime(QPainter &painter);
    void paintHeads(QPainter &painter);
    void paintHours(QPainter &painter);
    void paintLoading(QPainter &painter);

    QTimeZone m_zone;
    Instant m_now;
    QList<DayColumn> m_columns;
    QList<QList<BlockLayout>> m_blocks; ///< Beside the blocks of m_columns.
    std::optional<BlockFonts> m_fonts;
    QPixmap m_ground; ///< Hours and blocks as they were painted; null: to be painted anew. Cursors move over it.
    DayGeometry m_geometry;
    int m_zoom = Zoom::usual();
    Cursor m_cursor;
    std::optional<Place> m_selected;
    std::optional<Appointment> m_carried;
    ResourceId m_carriedFrom{Uuid(Uuid::Bytes{})};
    Drag m_drag;
    bool m_mayBook = false;
    bool m_loading = false;
    DragGhost *m_ghost;
    HoverCard *m_card;
    QTimer *m_hover;
    std::optional<Place> m_hovered;
};

} // namespace xinglin::ui
