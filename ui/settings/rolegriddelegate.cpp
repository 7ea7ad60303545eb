#include "ui/settings/rolegriddelegate.h"

#include "ui/kit/paint.h"
#include "ui/settings/rolegrid.h"

#include <QAbstractItemView>
#include <QPainter>

namespace xinglin::ui {

namespace {
constexpr int markWidth = 26;
constexpr int markHeight = 20;
} // namespace

RoleGridDelegate::RoleGridDelegate(QObject *parent) : RowDelegate(parent, Size::RowDense)
{
    setCellFocus(true);
}

void RoleGridDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() < RoleGrid::FirstRole) {
        QStyleOptionViewItem plain(option);
        plain.state &= ~QStyle::State_Selected;
        return RowDelegate::paint(painter, plain, index);
    }
    const Theme &theme = Theme::of(option.widget);
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool current = view && view->currentIndex().column() == index.column();
    const QRect cell = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (current)
        painter->fillRect(cell, theme.color(view->hasFocus() ? Token::ApricotSoft : Token::Sunken));
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.color(Token::Hairline));
    const auto reach = Reach(index.data(RoleGrid::ReachRole).toInt());
    QRect mark(0, 0, theme.scaled(markWidth), theme.scaled(markHeight));
    mark.moveCenter(cell.center());
    if (reach != Reach::None)
        paintFrame(painter, mark, 4, theme.color(reach == Reach::Change ? Token::Ink : Token::Surface),
                   theme.color(reach == Reach::Change ? Token::Ink : Token::Control));
    painter->setFont(theme.font(TypeStyle::Caption, reach == Reach::Change ? QFont::Bold : QFont::Normal));
    painter->setPen(theme.color(reach == Reach::Change ? Token::OnInk
                                : reach == Reach::See  ? Token::Text
                                                       : Token::Text3));
    painter->drawText(mark, int(Qt::AlignCenter), index.data(Qt::DisplayRole).toString());
    if (view && view->hasFocus() && view->currentIndex() == index)
        paintRing(painter, cell.adjusted(0, 0, 0, -1), 4, theme.color(Token::Focus));
    painter->restore();
}

} // namespace xinglin::ui
