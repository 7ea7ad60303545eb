#include "ui/kit/popuplist.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

namespace xinglin::ui {

Completion::Completion(QLineEdit *editor) : QObject(editor), m_editor(editor)
{
    editor->installEventFilter(this);
    connect(editor, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (!m_composing)
            emit queryChanged(text);
    });
}

Completion::~Completion()
{
    // The popup is a child of the window, which may outlive the editor.
    if (m_popup)
        m_popup->deleteLater();
}

void Completion::setSong(bool song)
{
    m_song = song;
}

void Completion::setRows(const QList<CompletionRow> &rows)
{
    m_rows = rows;
    if (rows.isEmpty() || !m_editor->hasFocus())
        return close();
    if (m_popup && m_popup->parentWidget() != m_editor->window()) {
        m_popup->deleteLater();
        m_popup = nullptr;
    }
    if (!m_popup) {
        m_popup = new PopupList(m_editor->window());
        connect(m_popup, &QObject::destroyed, this, [this] { m_popup = nullptr; });
        connect(m_popup->view(), &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
    }
    m_popup->setSong(m_song);
    m_popup->model()->setRows(rows);
    m_popup->view()->setCurrentIndex(m_eager ? m_popup->model()->index(0) : QModelIndex());
    m_popup->openAt(m_editor, m_minimumWidth);
}

void Completion::close()
{
    if (m_popup)
        m_popup->hide();
}

bool Completion::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

int Completion::currentRow() const
{
    return isOpen() ? m_popup->view()->currentIndex().row() : -1;
}

void Completion::take(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    const CompletionRow chosen = m_rows[row];
    close();
    emit taken(chosen);
}

void Completion::walk(int step)
{
    const int count = m_popup->model()->rowCount();
    const int now = m_popup->view()->currentIndex().row();
    const int next = now < 0 ? (step > 0 ? 0 : count - 1) : qBound(0, now + step, count - 1);
    m_popup->view()->setCurrentIndex(m_popup->model()->index(next));
}

bool Completion::wants(int key, Qt::KeyboardModifiers modifiers) const
{
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (m_composing)
        return enter;
    if (!isOpen() || (modifiers & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Escape:
        return true;
    default:
        return enter && currentRow() >= 0;
    }
}

bool Completion::keyPressed(int key, Qt::KeyboardModifiers modifiers)
{
    if (m_tabTakes && key == Qt::Key_Tab && isOpen() && !m_composing && currentRow() >= 0) {
        take(currentRow());
        return false;
    }
    if (!wants(key, modifiers))
        return false;
    if (m_composing)
        return true; // an Enter that belongs to the input method
    switch (key) {
    case Qt::Key_Up:
        walk(-1);
        break;
    case Qt::Key_Down:
        walk(1);
        break;
    case Qt::Key_PageUp:
        walk(-8);
        break;
    case Qt::Key_PageDown:
        walk(8);
        break;
    case Qt::Key_Escape:
        close();
        emit dismissed();
        break;
    default:
        take(currentRow());
        break;
    }
    return true;
}

bool Completion::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return false;
    switch (event->type()) {
    case QEvent::InputMethod:
        m_composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
        break;
    case QEvent::ShortcutOverride: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (wants(key->key(), m_composing ? Qt::NoModifier : key->modifiers())) {
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        return keyPressed(key->key(), key->modifiers());
    }
    case QEvent::FocusOut:
        m_composing = false;
        close();
        break;
    case QEvent::Hide:
        close();
        break;
    default:
        break;
    }
    return false;
}

} // namespace xinglin::ui
