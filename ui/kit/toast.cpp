#include "ui/kit/toast.h"

#include "ui/kit/paint.h"

#include <QAccessible>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

namespace xinglin::ui {

namespace {
constexpr int pad = 16;
constexpr int gap = 20;
} // namespace

Toast::Toast(QWidget *parent) : QWidget(parent), m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    setFocusPolicy(Qt::NoFocus);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    parent->installEventFilter(this);
    hide();
}

void Toast::say(const QString &sentence, const QString &action, const QKeySequence &keys)
{
    m_sentence = sentence;
    m_action = action;
    m_keys = keysText(keys);
    setAccessibleName(action.isEmpty() ? sentence : QStringLiteral("%1 %2 %3").arg(sentence, action, m_keys));
    setCursor(action.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    place();
    show();
    raise();
    update();
    m_timer->start(Theme::of(this).duration(Motion::Toast));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::place()
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics plain(theme.font(TypeStyle::Body));
    const QFontMetrics bold(theme.font(TypeStyle::Body, QFont::Bold));
    int width = 2 * pad + plain.horizontalAdvance(m_sentence);
    if (!m_action.isEmpty())
        width += gap + bold.horizontalAdvance(m_action);
    if (!m_keys.isEmpty())
        width += 8 + keyCapWidth(theme, m_keys);
    const int height = theme.scaled(40);
    const QWidget *under = parentWidget();
    const int wide = qMin(width, under->width() - 16);
    setGeometry(
        QRect((under->width() - wide) / 2, under->height() - theme.size(Size::StatusBar) - 24 - height, wide, height)
            .adjusted(-shadowExtent, -shadowExtent, shadowExtent, shadowExtent));
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return false;
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const QRect box = rect().adjusted(shadowExtent, shadowExtent, -shadowExtent, -shadowExtent);
    paintShadow(&painter, box, 8, theme);
    paintFrame(&painter, box, 8, theme.color(Token::Tooltip), {});
    const QColor ink = theme.color(Token::TooltipText);
    painter.setPen(ink);
    int right = box.right() + 1 - pad;
    if (!m_keys.isEmpty()) {
        QColor line = ink;
        line.setAlphaF(0.55F);
        right -= keyCapWidth(theme, m_keys);
        paintKeyCap(&painter, QRect(right, box.top(), 60, box.height()), m_keys, theme, ink, line);
        right -= 8;
    }
    if (!m_action.isEmpty()) {
        painter.setPen(ink);
        painter.setFont(theme.font(TypeStyle::Body, QFont::Bold));
        const int wide = painter.fontMetrics().horizontalAdvance(m_action);
        painter.drawText(QRect(right - wide, box.top(), wide + 1, box.height()), Qt::AlignVCenter, m_action);
        right -= wide + gap;
    }
    painter.setFont(theme.font(TypeStyle::Body));
    const QRect words(box.left() + pad, box.top(), right - box.left() - pad + 1, box.height());
    painter.drawText(words, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_sentence, Qt::ElideRight, words.width() + 1));
}

void Toast::mouseReleaseEvent(QMouseEvent *)
{
    if (m_action.isEmpty())
        return;
    hide();
    emit acted();
}

void Toast::enterEvent(QEnterEvent *)
{
    m_timer->stop();
}

void Toast::leaveEvent(QEvent *)
{
    m_timer->start(Theme::of(this).duration(Motion::Toast));
}

} // namespace xinglin::ui
