#pragma once

#include <QKeySequence>
#include <QObject>

class QTimer;

namespace xinglin::ui {

/// Tells when nobody has touched keyboard or mouse for a while.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject *parent = nullptr);
    void setLimit(int ms);
    /// Starts counting, or stops while there is nothing to guard.
    void setOn(bool on);
    /// The keys that cover the screen at once. Shortcuts are not heard behind a dialog; these are.
    void setKeys(const QKeySequence &keys) { m_keys = keys; }

signals:
    void idle();
    /// setKeys() were pressed in front of a dialog.
    void pressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer *m_timer;
    QKeySequence m_keys;
    bool m_on = false;
};

} // namespace xinglin::ui
