#pragma once

#include <QStyledItemDelegate>

class QListView;

namespace xinglin::ui {

/// A thumbnail with its name and day below; papers show an icon and their kind. For views in one row or in rows.
class AttachmentDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @param withNames two lines below the picture, the name and the day; else the day alone.
    explicit AttachmentDelegate(bool withNames, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Sets a list view up as a strip of thumbnails in one row, with this delegate.
    static void dressStrip(QListView *view, bool withNames);
    /// The same as a grid of as many rows as there are.
    static void dressGrid(QListView *view);

private:
    bool m_withNames;
};

} // namespace xinglin::ui
