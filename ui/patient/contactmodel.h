#pragma once

#include "clinic/contact/communication.h"
#include "ui/kit/pagedrows.h"

#include <QDate>
#include <QTimeZone>

namespace xinglin::ui {

/// Rows of contacts; more are asked for as the list is scrolled.
class ContactModel : public PagedRows<Contact>
{
    Q_OBJECT

public:
    enum Column { When, How, About, By, ColumnCount };

    using PagedRows<Contact>::PagedRows;

    /// @param more whether there are further ones after these.
    void setContacts(const QList<Contact> &contacts, bool more, QDate today, const QTimeZone &zone);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Contact &contact, int column) const;

    QDate m_today;
    QTimeZone m_zone;
};

} // namespace xinglin::ui
