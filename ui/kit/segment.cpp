#include "ui/kit/segment.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace xinglin::ui {

namespace {
constexpr int ring = 3;
constexpr int padding = 12;
constexpr int markGap = 6;
} // namespace

Segment::Segment(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void Segment::setCells(const QStringList &texts)
{
    m_texts = texts;
    m_current = qBound(0, m_current, qMax(0, int(texts.size()) - 1));
    updateGeometry();
    update();
}

void Segment::setMarks(const QList<SegmentMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    updateGeometry();
    update();
}

void Segment::setCurrent(int index)
{
    m_current = qBound(0, index, qMax(0, int(m_texts.size()) - 1));
    update();
}

QString Segment::spokenValue() const
{
    const QString word = m_marks.value(m_current).word;
    return word.isEmpty() ? m_texts.value(m_current) : m_texts.value(m_current) + QStringLiteral(", ") + word;
}

QList<QRect> Segment::places() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(TypeStyle::Body, QFont::Bold));
    QList<QRect> rects;
    int x = ring;
    for (int i = 0; i < m_texts.size(); ++i) {
        const int mark = m_marks.value(i).icon.isEmpty() ? 0 : theme.size(Size::Icon) + markGap;
        const int wide = metrics.horizontalAdvance(m_texts.at(i)) + 2 * padding + mark;
        rects << QRect(x, ring, wide, theme.size(Size::Control));
        x += wide;
    }
    return rects;
}

QSize Segment::sizeHint() const
{
    const QList<QRect> rects = places();
    return rects.isEmpty() ? QSize() : QSize(rects.last().right() + 1 + ring, rects.last().bottom() + 1 + ring);
}

void Segment::choose(int index)
{
    if (index < 0 || index >= m_texts.size() || index == m_current)
        return;
    setCurrent(index);
    speakChange(this);
    emit chosen(index);
}

void Segment::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const QList<QRect> rects = places();
    if (rects.isEmpty())
        return;
    const QRect box = rects.first().united(rects.last());
    paintFrame(&painter, box, 6, theme.color(Token::Surface), {});
    QPainterPath shape;
    shape.addRoundedRect(QRectF(box), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(shape);
    for (int i = 0; i < rects.size(); ++i) {
        const bool on = i == m_current;
        const QRect r = rects[i];
        if (on) {
            painter.fillRect(r, theme.color(Token::ApricotSoft));
            painter.fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), theme.color(Token::Apricot));
        }
        if (i > 0)
            painter.fillRect(QRect(r.left(), r.top(), 1, r.height()), theme.color(Token::Border));
        painter.setFont(theme.font(TypeStyle::Body, on ? QFont::Bold : QFont::Normal));
        painter.setPen(theme.color(!isEnabled() ? Token::Disabled : on ? Token::Text : Token::Text2));
        const SegmentMark mark = m_marks.value(i);
        if (mark.icon.isEmpty()) {
            painter.drawText(r, Qt::AlignCenter, m_texts[i]);
            continue;
        }
        painter.drawText(r.adjusted(padding, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_texts[i]);
        const int side = theme.size(Size::Icon);
        paintIcon(&painter, QRectF(r.right() - padding - side, r.center().y() - side / 2.0, side, side), mark.icon,
                  theme.color(onSoft(mark.tone)));
    }
    painter.setClipping(false);
    paintFrame(&painter, box, 6, {}, theme.color(Token::Control));
    if (hasFocus())
        paintRing(&painter, rect(), 8, theme.color(Token::Focus));
}

void Segment::mousePressEvent(QMouseEvent *event)
{
    const QList<QRect> rects = places();
    for (int i = 0; i < rects.size(); ++i) {
        if (rects[i].contains(event->position().toPoint()))
            choose(i);
    }
}

void Segment::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        return choose(m_current - 1);
    if (event->key() == Qt::Key_Right)
        return choose(m_current + 1);
    QWidget::keyPressEvent(event);
}

} // namespace xinglin::ui
