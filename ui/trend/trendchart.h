#pragma once

#include "ui/kit/accessible.h"
#include "ui/trend/trends.h"

#include <QChartView>

class QLineSeries;

namespace xinglin::ui {

/// A trend as a chart over true time: the range of reference as a soft band, each number beside its point while there
/// is room, the latest in apricot.
class TrendChart : public QChartView, public Spoken
{
    Q_OBJECT

public:
    explicit TrendChart(QWidget *parent = nullptr);

    void setTrend(const Trend &trend);
    const Trend &trend() const { return m_trend; }
    /// Type and marks for eyes across the room.
    void setLarge(bool large);

    QAccessible::Role spokenRole() const override { return QAccessible::Chart; }
    /// "9 on 12 Mar 2026, 11 on …", the latest first.
    QString spokenValue() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addBand(double low, double high, qint64 from, qint64 to);

    Trend m_trend;
    QList<QLineSeries *> m_lines;
    bool m_large = false;
    bool m_building = false;
};

} // namespace xinglin::ui
