#pragma once

#include "ui/kit/accessible.h"

#include <QDate>
#include <QList>
#include <QWidget>

namespace xinglin::ui {

/// A track of days with a dot for each day on which something was written; the handle stands on the day that is shown.
/// Dots stand evenly: what lies between two of them takes as much room as what lies between any others.
/// Left and right go from dot to dot, with Ctrl from day to day; Home and End to the ends.
class DateSlider : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit DateSlider(const QString &accessibleName, QWidget *parent = nullptr);

    /// Days from @p first to @p last with dots at @p marks (in order, each once); the handle goes to the last day.
    void setSpan(QDate first, QDate last, const QList<QDate> &marks);
    /// Bounded to the span; says nothing.
    void setDate(QDate date);
    QDate date() const { return m_date; }
    bool isAtLast() const { return m_date == m_last; }
    /// To the next dot or end earlier (-1) or later (1).
    void step(int by);

    QAccessible::Role spokenRole() const override { return QAccessible::Slider; }
    QString spokenValue() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void dateChanged(QDate date);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void change(QDate date);
    double placeOf(QDate date) const;
    QDate dateAt(double x) const;
    QString labelOf(QDate date) const;

    QDate m_first;
    QDate m_last;
    QDate m_date;
    QList<QDate> m_marks;
    QList<QDate> m_stops; ///< Marks and both ends.
};

} // namespace xinglin::ui
