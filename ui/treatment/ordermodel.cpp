#include "ui/treatment/ordermodel.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/rowdelegate.h"
#include "ui/shell/patientwords.h"
#include "ui/treatment/treatmenttext.h"

#include <QPainter>

namespace xinglin::ui {

namespace {
constexpr int left = 16;
constexpr int iconSize = 20;
constexpr int between = 10;
} // namespace

OrderModel::OrderModel(std::shared_ptr<const Catalog> catalog, QObject *parent)
    : QAbstractListModel(parent), m_catalog(std::move(catalog))
{
}

void OrderModel::setOrders(const QList<treatment::Order> &orders)
{
    beginResetModel();
    m_orders = orders;
    endResetModel();
}

const treatment::Order *OrderModel::orderAt(int row) const
{
    return row >= 0 && row < m_orders.size() ? &m_orders[row] : nullptr;
}

int OrderModel::rowOf(CourseId course) const
{
    for (int row = 0; row < m_orders.size(); ++row) {
        if (m_orders[row].treatment.course == course)
            return row;
    }
    return -1;
}

int OrderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_orders.size());
}

QVariant OrderModel::data(const QModelIndex &index, int role) const
{
    const treatment::Order *order = orderAt(index.row());
    if (!order || !checkIndex(index))
        return {};
    const TreatmentDraft &content = order->treatment.content;
    switch (role) {
    case TitleRole:
        return treatment::shortly(TreatmentText::nameOf(*m_catalog, content), static_cast<int>(content.points.size()),
                                  1);
    case DetailRole: {
        const QString state = order->running()       ? tr("running")
                              : !order->stands       ? tr("taken out of the visit")
                              : content.sessions > 1 ? tr("%1 of %2 given").arg(order->done()).arg(content.sessions)
                              : order->done() > 0    ? tr("given")
                                                     : tr("to be given");
        return QStringList{state, dateText(order->day), order->practitioner}.join(QStringLiteral("·"));
    }
    case CountRole:
        if (const TreatmentSession *running = order->running(); running && running->needlesIn > 0)
            return tr("%n needle(s) in", nullptr, running->needlesIn);
        return order->remaining() > 0 ? tr("%n left", nullptr, order->remaining()) : QString();
    case RunningRole:
        return order->running() != nullptr;
    case OpenRole:
        return order->isOpen();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QStringList{data(index, TitleRole).toString(), data(index, DetailRole).toString(),
                           data(index, CountRole).toString()}
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

void OrderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const Theme &theme = Theme::of(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    RowDelegate::paintGround(painter, option, theme, true);
    const QRect r = option.rect;
    const bool running = index.data(OrderModel::RunningRole).toBool();
    const bool open = index.data(OrderModel::OpenRole).toBool();
    const int first = theme.line(TypeStyle::Body);
    const int top = r.top() + (r.height() - first - theme.line(TypeStyle::Small)) / 2;
    const QString count = index.data(OrderModel::CountRole).toString();
    painter->setFont(theme.font(TypeStyle::Small, QFont::Bold));
    const int countWidth = count.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(count) + 16;
    if (!count.isEmpty()) {
        const int high = theme.size(Size::Chip);
        const QRect chip(r.right() - countWidth - 8, r.top() + (r.height() - high) / 2, countWidth, high);
        const Tone tone = running ? Tone::Gamboge : Tone::Neutral;
        paintFrame(painter, chip, 4, theme.color(soft(tone)), {});
        painter->setPen(theme.color(onSoft(tone)));
        painter->drawText(chip, Qt::AlignCenter, count);
    }
    const Token mark = running ? Token::GambogeText : open ? Token::Text2 : Token::MalachiteText;
    const QString name = running ? QStringLiteral("clock")
                         : open  ? QStringLiteral("needle")
                                 : QStringLiteral("checkmark");
    paintIcon(painter, QRect(r.left() + left, top + 2, iconSize, iconSize), name, theme.color(mark));
    const int x = r.left() + left + iconSize + between;
    const int wide = r.right() - 16 - countWidth - x;
    painter->setFont(theme.font(TypeStyle::Body, open ? QFont::Bold : QFont::Normal));
    painter->setPen(theme.color(open ? Token::Text : Token::Text2));
    painter->drawText(
        QRect(x, top, wide, first), int(Qt::AlignLeft | Qt::AlignVCenter),
        painter->fontMetrics().elidedText(index.data(OrderModel::TitleRole).toString(), Qt::ElideRight, wide));
    painter->setFont(theme.font(TypeStyle::Small));
    painter->setPen(theme.color(running ? Token::GambogeText : Token::Text2));
    painter->drawText(
        QRect(x, top + first, wide, theme.line(TypeStyle::Small)), int(Qt::AlignLeft | Qt::AlignVCenter),
        painter->fontMetrics().elidedText(index.data(OrderModel::DetailRole).toString(), Qt::ElideRight, wide));
    painter->restore();
}

QSize OrderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {240, Theme::of(option.widget).size(Size::RowTwoLines)};
}

} // namespace xinglin::ui
