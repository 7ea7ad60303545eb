#include "ui/photo/pictureview.h"

#include "ui/kit/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

namespace xinglin::ui {

namespace {

constexpr int gap = 6;
constexpr double step = 0.02; ///< Of the picture, for one press of an arrow.
constexpr int turnMs = 60;

} // namespace

PictureView::PictureView(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    installSpokenValues();
}

void PictureView::setPicture(const QImage &picture)
{
    m_picture = picture;
    update();
    speakChange(this);
}

void PictureView::setOverlay(const QImage &overlay)
{
    m_overlay = overlay;
    update();
}

void PictureView::setCaption(const QString &caption)
{
    if (m_caption == caption)
        return;
    m_caption = caption;
    update();
    speakChange(this);
}

void PictureView::setWords(const QString &words)
{
    m_words = words;
    update();
}

void PictureView::setBusy(bool busy)
{
    if (busy == (m_turn != nullptr))
        return;
    if (!busy) {
        delete m_turn;
        m_turn = nullptr;
    } else {
        m_turn = new QTimer(this);
        connect(m_turn, &QTimer::timeout, this, [this] {
            m_angle = (m_angle + 20) % 360;
            update();
        });
        m_turn->start(turnMs);
    }
    update();
}

void PictureView::setSpot(std::optional<QPointF> spot)
{
    m_spot = spot;
    update();
    speakChange(this);
}

QSize PictureView::sizeHint() const
{
    return {480, 420};
}

QSize PictureView::minimumSizeHint() const
{
    return {160, 140};
}

QString PictureView::spokenValue() const
{
    if (m_picture.isNull())
        return m_words;
    if (!m_spot)
        return m_caption;
    return tr("%1; pointed at %2 % from the left, %3 % from the top")
        .arg(m_caption)
        .arg(qRound(m_spot->x() * 100))
        .arg(qRound(m_spot->y() * 100));
}

QRect PictureView::pictureRect() const
{
    const int line = m_caption.isEmpty() ? 0 : Theme::of(this).line(TypeStyle::Caption) + gap;
    return rect().adjusted(2, 2, -2, -2 - line);
}

QRectF PictureView::placeOf(const QImage &image) const
{
    const QRectF room = pictureRect();
    const QSizeF size = QSizeF(image.size()).scaled(room.size(), Qt::KeepAspectRatio);
    return {room.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

void PictureView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(pictureRect(), theme.color(Token::Sunken));
    if (m_picture.isNull()) {
        painter.setFont(theme.font(TypeStyle::Small));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(pictureRect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_words);
    } else {
        painter.drawImage(placeOf(m_picture), m_picture);
        if (!m_overlay.isNull()) {
            painter.setOpacity(0.5);
            painter.drawImage(placeOf(m_overlay), m_overlay);
            painter.setOpacity(1);
        }
        if (m_spot) {
            const QRectF place = placeOf(m_picture);
            const QPointF at(place.left() + m_spot->x() * place.width(), place.top() + m_spot->y() * place.height());
            for (const auto &[width, color] : {std::pair(3.5, QColor(Qt::black)), std::pair(1.5, QColor(Qt::white))}) {
                painter.setPen(QPen(color, width));
                painter.drawEllipse(at, 7, 7);
            }
        }
    }
    if (m_turn)
        paintBusyArc(&painter, QRectF(QRectF(pictureRect()).center() - QPointF(10, 10), QSizeF(20, 20)),
                     theme.color(Token::Text2), m_angle);
    if (!m_caption.isEmpty()) {
        painter.setFont(theme.font(TypeStyle::Caption));
        painter.setPen(theme.color(Token::Text2));
        const QRect line(0, pictureRect().bottom() + gap, width(), theme.line(TypeStyle::Caption));
        painter.drawText(line, Qt::AlignHCenter | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, line.width()));
    }
    if (hasFocus())
        paintRing(&painter, QRectF(rect()).adjusted(0, 0, 0, pictureRect().bottom() + 2 - rect().bottom()), 4,
                  theme.color(Token::Focus));
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    const QRectF place = m_picture.isNull() ? QRectF() : placeOf(m_picture);
    if (event->button() != Qt::LeftButton || !place.contains(event->position()))
        return QWidget::mousePressEvent(event);
    point({(event->position().x() - place.left()) / place.width(),
           (event->position().y() - place.top()) / place.height()});
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    if (m_picture.isNull() || event->modifiers() != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Space && !m_spot)
        return point({0.5, 0.5});
    const QPointF by = event->key() == Qt::Key_Left    ? QPointF(-step, 0)
                       : event->key() == Qt::Key_Right ? QPointF(step, 0)
                       : event->key() == Qt::Key_Up    ? QPointF(0, -step)
                       : event->key() == Qt::Key_Down  ? QPointF(0, step)
                                                       : QPointF();
    if (!m_spot || by.isNull())
        return QWidget::keyPressEvent(event);
    point(*m_spot + by);
}

void PictureView::point(QPointF spot)
{
    setSpot(QPointF(std::clamp(spot.x(), 0.0, 1.0), std::clamp(spot.y(), 0.0, 1.0)));
    emit spotChosen(*m_spot);
}

} // namespace xinglin::ui
