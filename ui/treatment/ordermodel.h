#pragma once

#include "clinic/treatment/treatments.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <memory>

namespace xinglin::ui {

/// A patient's orders of treatments, as they were read.
class OrderModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TitleRole = Qt::UserRole + 1, DetailRole, CountRole, RunningRole, OpenRole };

    explicit OrderModel(std::shared_ptr<const Catalog> catalog, QObject *parent = nullptr);

    void setOrders(const QList<treatment::Order> &orders);
    const treatment::Order *orderAt(int row) const;
    int rowOf(CourseId course) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const Catalog> m_catalog;
    QList<treatment::Order> m_orders;
};

/// An order in two lines, with how many sessions are left at the right.
class OrderDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace xinglin::ui
