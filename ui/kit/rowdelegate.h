#pragma once

#include "ui/kit/theme.h"

#include <QStyledItemDelegate>

namespace xinglin::ui {

/// Roles a model may give besides Display, Decoration and TextAlignment, so that rows are drawn as designed.
enum RowRole {
    RowToneRole = Qt::UserRole + 900, ///< int(Tone): the text is a status chip in this tone.
    RowIconRole,                      ///< QString: icon in the status chip, or before the text.
    RowColorRole,                     ///< int(Token): colour of the text.
    RowSongRole,                      ///< bool: a name, drawn in Song 16 bold.
    RowBoldRole,                      ///< bool
    RowStruckRole,                    ///< bool: struck out.
    RowDetailRole,                    ///< QString: words after the text, small, in text3.
    RowMarksRole,                     ///< QList<int>: indices of letters to mark (what was searched for).
    RowDisabledRole,                  ///< bool: the row is shown, but nothing can be done with it.
};

/// Rows of tables and lists: hairline below, apricot bar and soft ground when selected, `sunken` when the view has not
/// the focus, names in Song, status chips. Use one per view; it holds no data.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(QObject *parent = nullptr, Size height = Size::Row);

    /// Space at the left of the first column and between columns.
    void setPadding(int first, int between);
    /// Focus ring around the current cell, for grids in which one walks by cells.
    void setCellFocus(bool shown);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    /// Ground, bar and hairline only, for delegates that draw their own content.
    static void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme,
                            bool firstColumn);

private:
    QRect contentRect(const QStyleOptionViewItem &option, bool firstColumn) const;
    bool isFirstColumn(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    Size m_height;
    int m_first = 12;
    int m_between = 8;
    bool m_cellFocus = false;
};

/// Sets up a table or tree as designed: no frame, no grid, whole rows, row height, header left, our delegate.
RowDelegate *dressRows(class QAbstractItemView *view, Size height = Size::Row);

} // namespace xinglin::ui
