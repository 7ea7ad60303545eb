#pragma once

#include "clinic/schedule/dayplans.h"
#include "ui/kit/accessible.h"

#include <QWidget>

namespace xinglin::ui {

/// The seven days of a week with how full they are; one of them is shown. One tab stop, arrows choose.
class WeekStrip : public QWidget, public Spoken
{
    Q_OBJECT

public:
    explicit WeekStrip(QWidget *parent = nullptr);

    /// @p today is marked.
    void setDay(QDate day, QDate today);
    QDate day() const { return m_day; }
    QDate monday() const { return m_day.addDays(1 - m_day.dayOfWeek()); }
    void setLoads(const QList<DayLoad> &loads);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QAccessible::Role spokenRole() const override { return QAccessible::Grouping; }
    QString spokenValue() const override;

signals:
    void chosen(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect cell(int index) const;
    DayLoad loadOf(QDate day) const;

    QDate m_day;
    QDate m_today;
    QList<DayLoad> m_loads;
};

/// How much of a bar a load fills, 0 … 1; full where it is more than is open.
double fillOf(const DayLoad &load);
/// "Thursday 12 March 2026, 41 appointments, 15.5 / 29 h"
QString loadSentence(const DayLoad &load);

} // namespace xinglin::ui
