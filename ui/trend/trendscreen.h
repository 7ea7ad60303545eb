#pragma once

#include "ui/trend/trends.h"

#include <QWidget>

namespace xinglin::ui {

class Label;
class TrendChart;

/// One trend at a time in large type, and nothing else of anybody's: to be looked at together with the patient. Left
/// and right choose another one, up and down more or fewer visits; Esc ends it.
class TrendScreen : public QWidget
{
    Q_OBJECT

public:
    /// Begins with the leading trend of @p trends, of which there is at least one, over the latest six visits.
    explicit TrendScreen(const QList<Trend> &trends, QWidget *parent = nullptr);

    const TrendChart *chart() const { return m_chart; }

signals:
    void ended();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void turn(qsizetype by);
    void widen(int by);
    void lay();

    QList<Trend> m_trends;
    qsizetype m_at = 0;
    int m_span = 0;
    Label *m_title;
    Label *m_caption;
    TrendChart *m_chart;
};

} // namespace xinglin::ui
