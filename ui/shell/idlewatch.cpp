#include "ui/shell/idlewatch.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTimer>

namespace xinglin::ui {

namespace {
constexpr int defaultLimitMs = 10 * 60 * 1000;
} // namespace

IdleWatch::IdleWatch(QObject *parent) : QObject(parent), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(defaultLimitMs);
    connect(m_timer, &QTimer::timeout, this, &IdleWatch::idle);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setLimit(int ms)
{
    m_timer->setInterval(ms);
}

void IdleWatch::setOn(bool on)
{
    m_on = on;
    if (on)
        m_timer->start();
    else
        m_timer->stop();
}

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    if (m_on && event->type() == QEvent::KeyPress && QApplication::activeModalWidget() && !m_keys.isEmpty()) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        if (!key->isAutoRepeat() && QKeySequence(key->keyCombination()) == m_keys) {
            emit pressed();
            return true;
        }
    }
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::InputMethod:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        if (m_on)
            m_timer->start();
        break;
    default:
        break;
    }
    return false;
}

} // namespace xinglin::ui
