#include "ui/kit/button.h"

#include "ui/kit/paint.h"

#include <QEvent>
#include <QShortcutEvent>
#include <QStyle>
#include <QStyleOption>
#include <QTimer>
#include <QVariant>

namespace xinglin::ui {

Button::Button(const QString &text, ButtonKind kind, QWidget *parent) : QPushButton(text, parent)
{
    setAutoDefault(false);
    setKind(kind);
}

void Button::setKind(ButtonKind kind)
{
    static const char *const names[] = {"plain", "primary", "ghost", "danger"};
    setProperty("kind", QString::fromLatin1(names[int(kind)]));
    updateGeometry();
    update();
}

void Button::setControlSize(ButtonSize size)
{
    static const char *const names[] = {"normal", "small", "large"};
    setProperty("controlSize", QString::fromLatin1(names[int(size)]));
    updateGeometry();
    update();
}

void Button::setKeys(const QKeySequence &keys)
{
    setShortcut(keys);
    setKeyCap(keysText(keys));
}

void Button::setKeyCap(const QString &text)
{
    setProperty("keys", text);
    updateGeometry();
    update();
}

void Button::setBusy(bool busy)
{
    if (busy == isBusy())
        return;
    setProperty("busy", busy);
    if (busy) {
        m_turn = new QTimer(this);
        connect(m_turn, &QTimer::timeout, this, [this] {
            setProperty("turn", (property("turn").toInt() + 12) % 360);
            update();
        });
        if (Theme::of(this).duration(Motion::Hover) > 0)
            m_turn->start(40);
    } else {
        m_turn->deleteLater();
        m_turn = nullptr;
    }
    update();
}

QSize Button::sizeHint() const
{
    // Not QPushButton's, which is cached and does not notice a new key cap.
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, QSize(), this);
}

bool Button::event(QEvent *event)
{
    // Qt lets a key press the button for 100 ms before anything happens; what is typed meanwhile would go astray.
    if (event->type() == QEvent::Shortcut && !isBusy() && isEnabled() &&
        !static_cast<QShortcutEvent *>(event)->isAmbiguous()) {
        click();
        return true;
    }
    if (isBusy()) {
        switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonRelease:
        case QEvent::MouseButtonDblClick:
        case QEvent::Shortcut:
            event->accept();
            return true;
        case QEvent::KeyPress:
        case QEvent::KeyRelease:
            event->ignore();
            return false;
        default:
            break;
        }
    }
    return QPushButton::event(event);
}

} // namespace xinglin::ui
