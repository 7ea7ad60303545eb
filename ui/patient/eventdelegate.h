#pragma once

#include <QStyledItemDelegate>

namespace xinglin::ui {

/// A visit as an entry of the timeline: the day, a dot on a line, what it was about in two lines.
class EventDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace xinglin::ui
