#pragma once

#include "clinic/record/visit.h"

#include <QAbstractListModel>

namespace xinglin::ui {

/// A person's visits, newest first; painted by VisitDelegate.
class VisitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// What the delegate needs besides the words of Display.
    enum Role { DayRole = Qt::UserRole + 1, TitleRole, DetailRole, OpenRole };

    using QAbstractListModel::QAbstractListModel;

    void setVisits(const QList<VisitSummary> &visits, QDate today);
    const VisitSummary *visitAt(int row) const;
    int rowOf(VisitId id) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<VisitSummary> m_visits;
    QDate m_today;
};

} // namespace xinglin::ui
