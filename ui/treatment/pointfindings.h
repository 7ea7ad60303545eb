#pragma once

#include "engines/points/pointcheck.h"

#include <QWidget>

class QVBoxLayout;

namespace xinglin::ui {

class FindingCard;
class Label;

/// What is to be known of the points of a visit: how many were looked at, what was not, and a card for each finding.
/// Hidden where there are no points.
class PointFindings : public QWidget
{
    Q_OBJECT

public:
    explicit PointFindings(QWidget *parent = nullptr);

    /// @param all points of the visit.
    void showResult(const points::PointResult &result, int all);
    void setReadOnly(bool readOnly);

signals:
    /// The point is to be taken out.
    void removeWanted(const QString &name);

private:
    void rebuild();

    points::PointResult m_result;
    int m_all = 0;
    bool m_readOnly = false;
    Label *m_headline;
    Label *m_counts;
    Label *m_scope;
    QVBoxLayout *m_box;
    QList<FindingCard *> m_cards;
};

} // namespace xinglin::ui
