#pragma once

#include "ui/kit/rowdelegate.h"

class QTableView;

namespace xinglin::ui {

/// Cells of a roster: hours one below the other, hatched where nothing is worked for a reason, which stands below; what
/// could not be read in cinnabar with why. Enter goes down from a cell that was typed in, Tab to the next day.
class HoursDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit HoursDelegate(QTableView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QTableView *m_view;
};

} // namespace xinglin::ui
