#pragma once

#include "clinic/contact/communication.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QTimeZone>

namespace xinglin::ui {

/// Rows of contacts; more are asked for as the list is scrolled.
class ContactModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, How, About, By, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param more whether there are further ones after these.
    void setContacts(const QList<Contact> &contacts, bool more, QDate today, const QTimeZone &zone);
    void append(const QList<Contact> &contacts, bool more);
    const QList<Contact> &contacts() const { return m_contacts; }
    const Contact *contactAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// The list was scrolled to its end.
    void moreWanted();

private:
    QString text(const Contact &contact, int column) const;

    QList<Contact> m_contacts;
    bool m_more = false;
    QDate m_today;
    QTimeZone m_zone;
};

} // namespace xinglin::ui
