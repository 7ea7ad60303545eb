#pragma once

#include "ui/kit/rowdelegate.h"

namespace xinglin::ui {

/// Rows of the board: heads of groups with chip, name, count and summary; a row that somebody else has changed shines
/// once.
class TodayDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace xinglin::ui
