#include "ui/kit/stepper.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace xinglin::ui {

Stepper::Stepper(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void Stepper::setRange(int least, int most)
{
    m_least = least;
    m_most = most;
    setValue(m_value);
}

void Stepper::setValue(int value)
{
    m_value = qBound(m_least, value, m_most);
    update();
}

QString Stepper::spokenValue() const
{
    return QString::number(m_value);
}

QSize Stepper::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return {theme.scaled(116), theme.size(Size::ControlLarge)};
}

void Stepper::change(int value)
{
    const int bounded = qBound(m_least, value, m_most);
    if (bounded == m_value)
        return;
    setValue(bounded);
    speakChange(this);
    emit valueChanged(m_value);
}

void Stepper::step(int by)
{
    m_typing = false;
    change(m_value + by);
}

bool Stepper::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool digit = key->key() >= Qt::Key_0 && key->key() <= Qt::Key_9;
        if (digit && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Stepper::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return QWidget::keyPressEvent(event);
    if (key == Qt::Key_Up || key == Qt::Key_Plus || key == Qt::Key_Equal)
        return step(1);
    if (key == Qt::Key_Down || key == Qt::Key_Minus)
        return step(-1);
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        const int digit = key - Qt::Key_0;
        const int longer = m_typing ? m_value * 10 + digit : digit;
        m_typing = true;
        return change(longer > m_most ? digit : longer);
    }
    if (key == Qt::Key_Backspace) {
        m_typing = true;
        return change(m_value / 10);
    }
    QWidget::keyPressEvent(event);
}

void Stepper::mousePressEvent(QMouseEvent *event)
{
    const double third = width() * 0.28;
    if (event->position().x() < third)
        step(-1);
    else if (event->position().x() > width() - third)
        step(1);
}

void Stepper::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // scrolling a page must not change a dose
}

void Stepper::focusInEvent(QFocusEvent *)
{
    m_typing = false;
    update();
}

void Stepper::focusOutEvent(QFocusEvent *)
{
    m_typing = false;
    update();
    emit passed();
}

void Stepper::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const bool problem = property("problem").toBool();
    paintFrame(&painter, rect(), 6, theme.color(isEnabled() ? Token::Surface : Token::Sunken),
               theme.color(problem       ? Token::Cinnabar
                           : isEnabled() ? Token::Control
                                         : Token::Border));
    const int third = qRound(width() * 0.28);
    painter.fillRect(third, 1, 1, height() - 2, theme.color(Token::Hairline));
    painter.fillRect(width() - third - 1, 1, 1, height() - 2, theme.color(Token::Hairline));
    const auto ink = [&](bool may) { return theme.color(may && isEnabled() ? Token::Text2 : Token::Border); };
    painter.fillRect(QRectF(third / 2 - 3, height() / 2, 8, 1), ink(m_value > m_least));
    const int plus = width() - third / 2 - 1;
    painter.fillRect(QRectF(plus - 4, height() / 2, 9, 1), ink(m_value < m_most));
    painter.fillRect(QRectF(plus, height() / 2 - 4, 1, 9), ink(m_value < m_most));
    QFont font = theme.font(TypeStyle::Figure);
    font.setPixelSize(theme.scaled(20));
    painter.setFont(font);
    painter.setPen(theme.color(isEnabled() ? Token::Text : Token::Disabled));
    painter.drawText(QRect(third, 0, width() - 2 * third, height()), Qt::AlignCenter, QString::number(m_value));
    if (hasFocus())
        paintRing(&painter, rect(), 6, theme.color(Token::Focus));
}

} // namespace xinglin::ui
