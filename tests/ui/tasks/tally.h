#pragma once

#include "support/guidriver.h"

#include <QElapsedTimer>
#include <QEvent>

namespace xinglin::test {

/// What a task costs a trained person.
struct Cost
{
    int keys = 0;    ///< Pressed for something else than free text.
    int letters = 0; ///< Characters of free text, by an input method.
    int clicks = 0;
    int windows = 0;   ///< Windows and dialogs that came up.
    int thoughts = 0;  ///< Mental steps.
    double waited = 0; ///< Seconds in which the program lets the person wait, measured here.

    /// By the keystroke-level model: a key 0.28 s, pointing 1.1 s, a click 0.2 s, a mental step 1.35 s. A Chinese
    /// character of free text counts as two keys.
    double seconds() const { return (keys + 2 * letters) * 0.28 + clicks * 1.3 + thoughts * 1.35 + waited; }
};

/// Works a window and counts what it takes. Text typed by keys is counted key by key.
class Tally : public QObject
{
public:
    Tally(GuiDriver &driver, QWidget &window) : m_driver(driver), m_window(window) { qApp->installEventFilter(this); }

    /// A mental step: one thing to be decided or recalled before the keys that say it.
    void think(int steps = 1) { m_cost.thoughts += steps; }
    void key(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        ++m_cost.keys; // a chord is pressed at once
        m_driver.key(key, held);
    }
    void type(const char *letters)
    {
        m_cost.keys += int(qstrlen(letters));
        m_driver.type(letters);
    }
    void say(const QString &text)
    {
        m_cost.letters += int(text.size());
        m_driver.commit(text);
    }
    /// One drag of the mouse: pointing at the thing, pressing, pointing at where it goes, letting go.
    void drag() { m_cost.clicks += 2; }
    /// What the person looks at while the program works.
    void wait(const QElapsedTimer &watch) { m_cost.waited += static_cast<double>(watch.elapsed()) / 1000; }
    Cost cost() const { return m_cost; }
    void reset() { m_cost = {}; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget && widget != &m_window && widget->isWindow() &&
            widget->windowType() != Qt::ToolTip)
            ++m_cost.windows;
        return false;
    }

private:
    GuiDriver &m_driver;
    QWidget &m_window;
    Cost m_cost;
};

} // namespace xinglin::test
