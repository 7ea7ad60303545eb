#pragma once

#include "ui/kit/accessible.h"

#include <QWidget>

namespace xinglin::ui {

/// How much of something is done: a line of ink on sunken ground. Unlike QProgressBar it paints with everything else,
/// not at once, so that it may follow each key.
class Meter : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit Meter(const QString &accessibleName, QWidget *parent = nullptr);

    void setDone(int done, int all);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::ProgressBar; }
    QString spokenValue() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_done = 0;
    int m_all = 0;
};

} // namespace xinglin::ui
