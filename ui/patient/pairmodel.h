#pragma once

#include "clinic/patient/duplicates.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QStyledItemDelegate>
#include <QTimeZone>

namespace xinglin::ui {

class Theme;

/// Pairs of records that may be of one person, a row for each with the one above the other.
class PairModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Number, SexAge, Phone, LastVisit, How, Why, ColumnCount };
    enum Role {
        LinesRole = Qt::UserRole + 1, ///< QStringList: of the one, of the other.
        AskedRole,                    ///< QString: who asks for the merge; empty where nobody does.
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setPairs(const QList<duplicates::Pair> &pairs, QDate today, const QTimeZone &zone);
    const QList<duplicates::Pair> &pairs() const { return m_pairs; }
    const duplicates::Pair *pairAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PatientHit &hit, int column) const;
    QString asked(const duplicates::Pair &pair) const;

    QList<duplicates::Pair> m_pairs;
    QDate m_today;
    QTimeZone m_zone;
};

/// Draws the rows of a PairModel.
class PairDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Height of a row of two people.
    static int rowHeight(const Theme &theme);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace xinglin::ui
