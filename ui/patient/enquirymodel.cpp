#include "ui/patient/enquirymodel.h"

#include "ui/kit/rowdelegate.h"
#include "ui/patient/contactwords.h"

namespace xinglin::ui {

void EnquiryModel::setEnquiries(const QList<Enquiry> &enquiries, bool more, QDate today, const QTimeZone &zone)
{
    beginResetModel();
    replace(enquiries, more);
    m_today = today;
    m_zone = zone;
    endResetModel();
}

int EnquiryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EnquiryModel::text(const Enquiry &enquiry, int column) const
{
    switch (column) {
    case Name:
        return enquiry.content.name;
    case Phone:
        return enquiry.content.phone;
    case Wish:
        return enquiry.content.wish;
    case Asked:
        return whenWords(enquiry.recorded, m_zone, m_today);
    case LastContact:
        return enquiry.lastContact ? whenWords(*enquiry.lastContact, m_zone, m_today) : tr("none yet", "no contact");
    default:
        return {};
    }
}

QVariant EnquiryModel::data(const QModelIndex &index, int role) const
{
    const Enquiry *enquiry = rowAt(index.row());
    if (!enquiry || !checkIndex(index))
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(*enquiry, column);
    case Qt::ToolTipRole:
        return column == Wish || column == Name ? text(*enquiry, column) : QString();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*enquiry, column));
    case RowSongRole:
        return column == Name;
    case RowDetailRole:
        if (column == Wish)
            return enquiry->status == EnquiryStatus::Closed ? enquiry->reason : enquiry->content.source;
        return {};
    case RowColorRole:
        return column == LastContact && !enquiry->lastContact ? QVariant(int(Token::Text3)) : QVariant();
    default:
        return {};
    }
}

QVariant EnquiryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Name");
    case Phone:
        return tr("Phone");
    case Wish:
        return tr("Wish");
    case Asked:
        return tr("Asked");
    case LastContact:
        return tr("Last contact");
    default:
        return {};
    }
}

} // namespace xinglin::ui
