#pragma once

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

signals:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer *m_timer;
    bool m_on = false;
};

} // namespace xinglin::ui
