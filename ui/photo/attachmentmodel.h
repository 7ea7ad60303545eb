#pragma once

#include "clinic/record/attachment.h"

#include <QAbstractListModel>
#include <QImage>
#include <QTimeZone>

namespace xinglin::ui {

/// A line of a list of pictures and papers, with its thumbnail as a picture.
struct AttachmentItem
{
    Attachment attachment;
    QImage thumbnail; ///< Null for what is no picture.
};
/// Decodes the thumbnails; beside the GUI thread.
QList<AttachmentItem> itemsOf(const QList<Attachment> &attachments);

/// The title, or what it is where there is none.
QString nameOf(const Attachment &attachment);
/// "12 Mar 2026"
QString takenText(const Attachment &attachment, const QTimeZone &zone);

/// Pictures and papers, the latest first. Display: the name; tooltip and accessible text: all that is known.
class AttachmentModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ThumbnailRole = Qt::UserRole + 1, ///< QImage
        DayRole,                          ///< QString
        KindRole,                         ///< QString
    };

    explicit AttachmentModel(const QTimeZone &zone, QObject *parent = nullptr);

    void setItems(const QList<AttachmentItem> &items);
    /// Further ones after the last.
    void addItems(const QList<AttachmentItem> &items);
    const AttachmentItem *itemAt(int row) const;
    /// -1 where it is not among them.
    int rowOf(AttachmentId id) const;
    /// Whether a view that is scrolled to the end may ask for more.
    void setMore(bool more) { m_more = more; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_more; }
    void fetchMore(const QModelIndex &parent) override;

signals:
    void moreWanted();

private:
    QTimeZone m_zone;
    QList<AttachmentItem> m_items;
    bool m_more = false;
};

} // namespace xinglin::ui
