#pragma once

#include "clinic/contact/enquiry.h"
#include "ui/kit/pagedrows.h"

#include <QDate>
#include <QTimeZone>

namespace xinglin::ui {

/// Rows of enquiries; more are asked for as the list is scrolled.
class EnquiryModel : public PagedRows<Enquiry>
{
    Q_OBJECT

public:
    enum Column { Name, Phone, Wish, Asked, LastContact, ColumnCount };

    using PagedRows<Enquiry>::PagedRows;

    /// @param more whether there are further ones after these.
    void setEnquiries(const QList<Enquiry> &enquiries, bool more, QDate today, const QTimeZone &zone);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Enquiry &enquiry, int column) const;

    QDate m_today;
    QTimeZone m_zone;
};

} // namespace xinglin::ui
