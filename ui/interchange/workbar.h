#pragma once

#include <QTimer>
#include <QWidget>

class QProgressBar;

namespace xinglin::ui {

class Button;
class Label;
class WorkWatch;

/// Room around buttons at the edge of a pane, for the ring of the focus.
inline constexpr int ringMargin = 4;

/// What a worker tells of itself: a bar, how many lines, how long it goes on, and a way to stop it.
class WorkBar : public QWidget
{
    Q_OBJECT

public:
    /// @param name beginning of the objectNames, such as "dryRun".
    explicit WorkBar(const QString &name, QWidget *parent = nullptr);

    /// Follows @p watch, which lives until the next call; nullptr hides the bar.
    void follow(const WorkWatch *watch);

signals:
    void cancelled();

private:
    void tell();

    const WorkWatch *m_watch = nullptr;
    QTimer m_timer;
    Label *m_words;
    QProgressBar *m_bar;
    Button *m_cancel;
};

} // namespace xinglin::ui
