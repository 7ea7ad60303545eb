#include "ui/photo/attachmentdelegate.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/text.h"
#include "ui/photo/attachmentmodel.h"

#include <QListView>
#include <QPainter>
#include <QScrollBar>

namespace xinglin::ui {

namespace {

constexpr int pictureWidth = 104;
constexpr int pictureHeight = 78;
constexpr int pad = 6;

int linesBelow(bool withNames)
{
    return withNames ? 2 : 1;
}

QSize cellSize(const Theme &theme, bool withNames)
{
    return {pictureWidth + 2 * pad,
            pictureHeight + 2 * pad + 2 + linesBelow(withNames) * theme.line(TypeStyle::Caption)};
}

} // namespace

AttachmentDelegate::AttachmentDelegate(bool withNames, QObject *parent)
    : QStyledItemDelegate(parent), m_withNames(withNames)
{
}

QSize AttachmentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return cellSize(Theme::of(option.widget), m_withNames);
}

void AttachmentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = selected && (option.state & QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF cell = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    if (selected)
        paintFrame(painter, cell, 6, theme.color(Token::ApricotSoft), theme.color(Token::ApricotLine));
    else if (option.state & QStyle::State_MouseOver)
        paintFrame(painter, cell, 6, theme.color(Token::Hover), QColor());

    const QRect place(option.rect.left() + pad, option.rect.top() + pad, pictureWidth, pictureHeight);
    const auto thumbnail = index.data(AttachmentModel::ThumbnailRole).value<QImage>();
    painter->fillRect(place, theme.color(Token::Sunken));
    if (thumbnail.isNull()) {
        paintIcon(painter, QRectF(place.center() - QPoint(11, 20), QSizeF(22, 22)), u"documentinfo",
                  theme.color(Token::Text2));
        painter->setFont(theme.font(TypeStyle::Caption));
        painter->setPen(theme.color(Token::Text2));
        painter->drawText(place.adjusted(4, 30, -4, 0), Qt::AlignCenter,
                          index.data(AttachmentModel::KindRole).toString());
    } else {
        const QSizeF size = QSizeF(thumbnail.size()).scaled(place.size(), Qt::KeepAspectRatio);
        painter->drawImage(QRectF(QRectF(place).center() - QPointF(size.width() / 2, size.height() / 2), size),
                           thumbnail);
    }
    const int line = theme.line(TypeStyle::Caption);
    QRect words(place.left(), place.bottom() + 3, pictureWidth, line);
    const auto write = [&](const QString &text, Token color, QFont::Weight weight) {
        painter->setFont(theme.font(TypeStyle::Caption, weight));
        painter->setPen(theme.color(color));
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideMiddle, words.width()));
        words.translate(0, line);
    };
    if (m_withNames)
        write(index.data().toString(), Token::Text, QFont::Normal);
    write(index.data(AttachmentModel::DayRole).toString(), Token::Text2, selected ? QFont::Bold : QFont::Normal);
    if (focused)
        paintRing(painter, cell, 6, theme.color(Token::Focus));
    painter->restore();
}

void AttachmentDelegate::dressGrid(QListView *view)
{
    dressStrip(view, true);
    view->setWrapping(true);
    view->setResizeMode(QListView::Adjust);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setMinimumHeight(cellSize(Theme::of(view), true).height());
    view->setMaximumHeight(QWIDGETSIZE_MAX);
}

void AttachmentDelegate::dressStrip(QListView *view, bool withNames)
{
    view->setItemDelegate(new AttachmentDelegate(withNames, view));
    view->setFlow(QListView::LeftToRight);
    view->setWrapping(false);
    view->setUniformItemSizes(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setMouseTracking(true);
    view->setTabKeyNavigation(false);
    view->setFixedHeight(cellSize(Theme::of(view), withNames).height() +
                         view->horizontalScrollBar()->sizeHint().height() + 2);
}

} // namespace xinglin::ui
