#include "ui/patient/visitdelegate.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/rowdelegate.h"
#include "ui/patient/visitmodel.h"

#include <QPainter>

namespace xinglin::ui {

namespace {
constexpr int left = 16;
constexpr int dayWidth = 76;
constexpr int dot = 24;
constexpr int between = 10;
} // namespace

void VisitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    RowDelegate::paintGround(painter, option, theme, true);
    const QRect r = option.rect;
    const int day = theme.scaled(dayWidth);
    const int side = theme.scaled(dot);
    const int first = theme.line(TypeStyle::Body);
    const int top = r.top() + (r.height() - first - theme.line(TypeStyle::Small)) / 2;

    painter->setFont(theme.font(TypeStyle::Small, QFont::Bold));
    painter->setPen(theme.color(Token::Text2));
    painter->drawText(QRect(r.left() + left, top, day, first), int(Qt::AlignLeft | Qt::AlignVCenter),
                      index.data(VisitModel::DayRole).toString());

    const int x = r.left() + left + day + between;
    painter->setPen(theme.color(Token::Border));
    painter->drawLine(x + side / 2, r.top(), x + side / 2, r.bottom());
    const bool open = index.data(VisitModel::OpenRole).toBool();
    const Tone tone = open ? Tone::Gamboge : Tone::Malachite;
    const QRect circle(x, top + (first - side) / 2 + 4, side, side);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(theme.color(soft(tone)));
    painter->setPen(theme.color(mark(tone)));
    painter->drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    paintIcon(painter, circle.adjusted(4, 4, -4, -4), open ? u"document-edit" : u"visit", theme.color(onSoft(tone)));

    const int words = x + side + between;
    const int wide = r.right() - 8 - words;
    painter->setFont(theme.font(TypeStyle::Body, QFont::Bold));
    painter->setPen(theme.color(Token::Text));
    painter->drawText(
        QRect(words, top, wide, first), int(Qt::AlignLeft | Qt::AlignVCenter),
        painter->fontMetrics().elidedText(index.data(VisitModel::TitleRole).toString(), Qt::ElideRight, wide));
    QString detail = index.data(VisitModel::DetailRole).toString();
    if (open)
        detail = tr("%1, not signed", "details of a visit that is being written").arg(detail);
    painter->setFont(theme.font(TypeStyle::Small));
    painter->setPen(theme.color(open ? Token::GambogeText : Token::Text2));
    painter->drawText(QRect(words, top + first, wide, theme.line(TypeStyle::Small)),
                      int(Qt::AlignLeft | Qt::AlignVCenter),
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, wide));
    painter->restore();
}

QSize VisitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, Theme::of(option.widget).size(Size::RowTwoLines)};
}

} // namespace xinglin::ui
