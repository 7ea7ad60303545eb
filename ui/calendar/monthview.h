#pragma once

#include "clinic/schedule/dayplans.h"
#include "ui/kit/accessible.h"

#include <QWidget>

namespace xinglin::ui {

/// A month as it hangs on the wall: for each day how much is booked of what is open. Arrows walk, Enter opens a day.
class MonthView : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit MonthView(QWidget *parent = nullptr);

    /// The first of six weeks that show the month of @p day.
    static QDate firstOf(QDate day);
    static constexpr int days = 42;

    void setDay(QDate day, QDate today);
    void setLoads(const QList<DayLoad> &loads);
    QDate day() const { return m_day; }
    DayLoad loadOf(QDate day) const;
    QRect cell(QDate day) const;

    QSize minimumSizeHint() const override;
    QAccessible::Role spokenRole() const override { return QAccessible::Table; }
    QString spokenValue() const override;

signals:
    /// The person walked to another day.
    void walked(QDate day);
    void opened(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    std::optional<QDate> dayAt(QPoint at) const;
    int headHeight() const;

    QDate m_day;
    QDate m_today;
    QList<DayLoad> m_loads;
};

} // namespace xinglin::ui
