#pragma once

#include "ui/calendar/daycolumn.h"

#include <QWidget>

namespace xinglin::ui {

/// What is being moved, where it would come to lie: who, from when to when, and what stands in its way.
class DragGhost : public QWidget
{
    Q_OBJECT

public:
    explicit DragGhost(QWidget *parent);

    /// @p box in the coordinates of the parent. @p times: "11:00 → 11:20".
    void showAt(const QRectF &box, const QString &who, const QString &times, const Hindrance &hindrance);
    QString times() const { return m_times; }
    const Hindrance &hindrance() const { return m_hindrance; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_who;
    QString m_times;
    Hindrance m_hindrance;
};

} // namespace xinglin::ui
