#pragma once

#include <QHeaderView>

namespace xinglin::ui {

/// The head of a table whose first column begins at the page's margin: its first title stands above that text.
class ShiftedHeader : public QHeaderView
{
public:
    explicit ShiftedHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent) {}

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        QHeaderView::paintSection(painter, visualIndex(section) == 0 ? rect.adjusted(6, 0, 0, 0) : rect, section);
    }
};

} // namespace xinglin::ui
