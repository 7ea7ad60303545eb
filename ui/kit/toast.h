#pragma once

#include <QKeySequence>
#include <QWidget>

class QTimer;

namespace xinglin::ui {

/// A line that says what was done and how to take it back; at the bottom of the window for six seconds.
/// Its parent decides where it floats; it takes no focus and holds while the mouse is over it.
class Toast : public QWidget
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);

    /// Replaces what was shown. @p action may be empty.
    void say(const QString &sentence, const QString &action = {}, const QKeySequence &keys = {});
    QString text() const { return m_sentence; }

signals:
    void acted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();

    QString m_sentence;
    QString m_action;
    QString m_keys;
    QTimer *m_timer;
};

} // namespace xinglin::ui
