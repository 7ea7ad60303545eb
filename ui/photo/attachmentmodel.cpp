#include "ui/photo/attachmentmodel.h"

#include "ui/shell/patientwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::Attachments)
};

} // namespace

QList<AttachmentItem> itemsOf(const QList<Attachment> &attachments)
{
    QList<AttachmentItem> items;
    for (const Attachment &one : attachments)
        items << AttachmentItem{one, one.thumbnail.isEmpty() ? QImage() : QImage::fromData(one.thumbnail, "JPEG")};
    return items;
}

QString nameOf(const Attachment &attachment)
{
    return attachment.title.isEmpty() ? kindName(attachment.kind) : attachment.title;
}

QString takenText(const Attachment &attachment, const QTimeZone &zone)
{
    return dateText(civilDay(attachment.taken, zone));
}

AttachmentModel::AttachmentModel(const QTimeZone &zone, QObject *parent) : QAbstractListModel(parent), m_zone(zone)
{
}

void AttachmentModel::setItems(const QList<AttachmentItem> &items)
{
    beginResetModel();
    m_items = items;
    m_more = false;
    endResetModel();
}

void AttachmentModel::addItems(const QList<AttachmentItem> &items)
{
    if (items.isEmpty())
        return;
    beginInsertRows({}, static_cast<int>(m_items.size()), static_cast<int>(m_items.size() + items.size()) - 1);
    m_items << items;
    endInsertRows();
}

const AttachmentItem *AttachmentModel::itemAt(int row) const
{
    return row >= 0 && row < m_items.size() ? &m_items.at(row) : nullptr;
}

int AttachmentModel::rowOf(AttachmentId id) const
{
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).attachment.id == id)
            return row;
    }
    return -1;
}

int AttachmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant AttachmentModel::data(const QModelIndex &index, int role) const
{
    const AttachmentItem *item = itemAt(index.row());
    if (!item)
        return {};
    const Attachment &one = item->attachment;
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(one);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringList{kindName(one.kind), nameOf(one), takenText(one, m_zone),
                           QLocale().formattedDataSize(one.bytes, 1), one.recordedBy}
            .join(QStringLiteral(", "));
    case ThumbnailRole:
        return item->thumbnail;
    case DayRole:
        return takenText(one, m_zone);
    case KindRole:
        return kindName(one.kind);
    default:
        return {};
    }
}

void AttachmentModel::fetchMore(const QModelIndex &)
{
    m_more = false; // until the answer says whether there is more
    emit moreWanted();
}

} // namespace xinglin::ui
