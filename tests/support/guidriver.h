#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>

namespace xinglin::test {

/// Works a real window as a person does: by what is visible, by keys and clicks.
class GuiDriver
{
public:
    explicit GuiDriver(QWidget &window) : m_window(window)
    {
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
    }

    /// A visible widget by its objectName; nullptr where there is none.
    template <class T = QWidget>
    T *find(const char *name) const
    {
        const auto all = m_window.findChildren<T *>(QLatin1String(name));
        for (T *one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    /// The same, waited for. Ends the program where it never comes, so that a test need not go on without it.
    template <class T = QWidget>
    T &get(const char *name) const
    {
        if (!QTest::qWaitFor([&] { return find<T>(name) != nullptr; }, patienceMs))
            qFatal("nothing visible is called %s", name);
        return *find<T>(name);
    }

    QWidget *focus() const
    {
        // Where a dialog has gone, a window manager gives the hand back to the window behind it.
        if (!QApplication::activeWindow()) {
            m_window.activateWindow();
            if (!QTest::qWaitForWindowActive(&m_window))
                qFatal("the window does not become active again");
        }
        QWidget *at = QApplication::focusWidget();
        return at ? at : &m_window;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(focus(), key, modifiers);
    }
    /// Letters that stand on the keyboard.
    void type(const char *text) const { QTest::keyClicks(focus(), QLatin1String(text)); }
    /// Text from an input method, finished.
    void commit(const QString &text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(focus(), &event);
    }
    /// Text in an input method that is not finished yet.
    void compose(const QString &text) const
    {
        QInputMethodEvent event(text, {});
        QApplication::sendEvent(focus(), &event);
    }
    /// Goes into a field, puts what it holds away and types.
    void fill(const char *name, const QString &text) const
    {
        QWidget &field = get(name);
        field.window()->activateWindow(); // a dialog may be younger than its activation
        // A dialog counts as active with its parent; keys go where the application says.
        if (!QTest::qWaitFor([&] { return QApplication::activeWindow() == field.window(); }, patienceMs))
            qFatal("the window of %s does not become active", name);
        field.setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        commit(text);
    }
    void click(const char *name) const { QTest::mouseClick(&get(name), Qt::LeftButton); }

    static constexpr int patienceMs = 10000;

private:
    QWidget &m_window;
};

} // namespace xinglin::test
