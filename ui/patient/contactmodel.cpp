#include "ui/patient/contactmodel.h"

#include "ui/kit/rowdelegate.h"
#include "ui/patient/contactwords.h"

namespace xinglin::ui {

void ContactModel::setContacts(const QList<Contact> &contacts, bool more, QDate today, const QTimeZone &zone)
{
    beginResetModel();
    replace(contacts, more);
    m_today = today;
    m_zone = zone;
    endResetModel();
}

int ContactModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ContactModel::text(const Contact &contact, int column) const
{
    switch (column) {
    case When:
        return whenWords(*contact.content.sent, m_zone, m_today);
    case How:
        return wayWords(contact.content);
    case About:
        return contact.content.text;
    case By:
        return contact.recordedBy;
    default:
        return {};
    }
}

QVariant ContactModel::data(const QModelIndex &index, int role) const
{
    const Contact *contact = rowAt(index.row());
    if (!contact || !checkIndex(index))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*contact, index.column());
    case Qt::ToolTipRole:
        return index.column() == About ? contact->content.text : QString();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*contact, index.column()));
    case RowDetailRole:
        // What was said before they became a patient stands among the rest.
        return index.column() == About && contact->content.enquiry ? tr("as an enquiry") : QString();
    default:
        return {};
    }
}

QVariant ContactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case When:
        return tr("When");
    case How:
        return tr("How");
    case About:
        return tr("About");
    case By:
        return tr("Logged by");
    default:
        return {};
    }
}

} // namespace xinglin::ui
