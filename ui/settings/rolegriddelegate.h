#pragma once

#include "ui/kit/rowdelegate.h"

namespace xinglin::ui {

/// Marks of the grid of roles: see and change filled with ink, see only framed, nothing a dash. The current role's
/// column has a soft ground.
class RoleGridDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit RoleGridDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace xinglin::ui
