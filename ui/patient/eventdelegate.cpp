#include "ui/patient/eventdelegate.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/rowdelegate.h"
#include "ui/patient/eventmodel.h"

#include <QPainter>

namespace xinglin::ui {

namespace {
constexpr int left = 16;
constexpr int dayWidth = 76;
constexpr int dot = 24;
constexpr int between = 10;

/// Visits are malachite, allergies cinnabar, all else azurite.
Tone toneOf(const QModelIndex &index)
{
    const QString icon = index.data(EventModel::IconRole).toString();
    return icon == u"visit" ? Tone::Malachite : icon == u"dialog-warning" ? Tone::Cinnabar : Tone::Azurite;
}
/// A ground under what was looked for; @p found: where it stands in the text, how long it is.
void paintFound(QPainter *painter, const QRect &line, const QString &text, QPoint found, const Theme &theme)
{
    if (found.y() == 0 || found.x() + found.y() > text.size())
        return;
    const QFontMetrics metrics = painter->fontMetrics();
    const int before = metrics.horizontalAdvance(text.left(found.x()));
    const int wide = metrics.horizontalAdvance(text.left(found.x() + found.y())) - before;
    painter->fillRect(QRect(line.left() + before, line.top(), wide, line.height()), theme.color(Token::GambogeSoft));
}

} // namespace

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
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
                      index.data(EventModel::DayRole).toString());

    const int x = r.left() + left + day + between;
    painter->setPen(theme.color(Token::Border));
    painter->drawLine(x + side / 2, r.top(), x + side / 2, r.bottom());
    const bool open = index.data(EventModel::OpenRole).toBool();
    const Tone tone = open ? Tone::Gamboge : toneOf(index);
    const QRect circle(x, top + (first - side) / 2 + 4, side, side);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(theme.color(soft(tone)));
    painter->setPen(theme.color(mark(tone)));
    painter->drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    paintIcon(painter, circle.adjusted(4, 4, -4, -4), index.data(EventModel::IconRole).toString(),
              theme.color(onSoft(tone)));

    const int words = x + side + between;
    const int wide = r.right() - 8 - words;
    painter->setFont(theme.font(TypeStyle::Body, QFont::Bold));
    painter->setPen(theme.color(Token::Text));
    painter->drawText(
        QRect(words, top, wide, first), int(Qt::AlignLeft | Qt::AlignVCenter),
        painter->fontMetrics().elidedText(index.data(EventModel::TitleRole).toString(), Qt::ElideRight, wide));
    QString detail = index.data(EventModel::DetailRole).toString();
    if (open)
        detail = tr("%1, not signed", "details of a visit that is being written").arg(detail);
    painter->setFont(theme.font(TypeStyle::Small));
    const QString shown = painter->fontMetrics().elidedText(detail, Qt::ElideRight, wide);
    const QRect line(words, top + first, wide, theme.line(TypeStyle::Small));
    paintFound(painter, line, shown, index.data(EventModel::FoundRole).toPoint(), theme);
    painter->setPen(theme.color(open ? Token::GambogeText : Token::Text2));
    painter->drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter), shown);
    painter->restore();
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, Theme::of(option.widget).size(Size::RowTwoLines)};
}

} // namespace xinglin::ui
