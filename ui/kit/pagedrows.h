#pragma once

#include <QAbstractTableModel>
#include <QList>

namespace xinglin::ui {

/// A table of which further rows are asked for once it is scrolled to its end.
class PagedTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// The list was scrolled to its end.
    void moreWanted();

protected:
    bool m_more = false; ///< There are further ones, and nobody has asked for them yet.
};

/// The rows of one, as values.
template <class Row>
class PagedRows : public PagedTable
{
public:
    using PagedTable::PagedTable;

    /// @param more whether there are further ones after these.
    void append(const QList<Row> &rows, bool more)
    {
        m_more = more;
        if (rows.isEmpty())
            return;
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
        m_rows << rows;
        endInsertRows();
    }
    const QList<Row> &rows() const { return m_rows; }
    /// Nothing where there is no such row.
    const Row *rowAt(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows[row] : nullptr; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    /// Between beginResetModel() and endResetModel().
    void replace(const QList<Row> &rows, bool more)
    {
        m_rows = rows;
        m_more = more;
    }

private:
    QList<Row> m_rows;
};

} // namespace xinglin::ui
