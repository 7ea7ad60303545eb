#pragma once

#include "clinic/contact/enquiry.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QTimeZone>

namespace xinglin::ui {

/// Rows of enquiries; more are asked for as the list is scrolled.
class EnquiryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Phone, Wish, Asked, LastContact, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param more whether there are further ones after these.
    void setEnquiries(const QList<Enquiry> &enquiries, bool more, QDate today, const QTimeZone &zone);
    void append(const QList<Enquiry> &enquiries, bool more);
    const QList<Enquiry> &enquiries() const { return m_enquiries; }
    const Enquiry *enquiryAt(int row) const;

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
    QString text(const Enquiry &enquiry, int column) const;

    QList<Enquiry> m_enquiries;
    bool m_more = false;
    QDate m_today;
    QTimeZone m_zone;
};

} // namespace xinglin::ui
