#include "ui/kit/compositionguard.h"

#include <QInputMethodEvent>
#include <QKeyEvent>

namespace xinglin::ui {

CompositionGuard::CompositionGuard(QObject *application) : QObject(application)
{
    application->installEventFilter(this);
}

bool CompositionGuard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::InputMethod:
        if (auto *editor = qobject_cast<QWidget *>(watched)) {
            m_editor = editor;
            m_composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
        }
        break;
    case QEvent::FocusOut:
        if (watched == m_editor)
            m_composing = false;
        break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (isComposing() && qobject_cast<QWidget *>(watched) && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            event->accept();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return false;
}

} // namespace xinglin::ui
