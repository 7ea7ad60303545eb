#include "ui/kit/rowdelegate.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QListView>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>
#include <QTreeView>

namespace xinglin::ui {

namespace {

bool viewHasFocus(const QStyleOptionViewItem &option)
{
    return option.widget && option.widget->hasFocus();
}

void drawText(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment align, const QVariantList &marks,
              const QColor &markColor)
{
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    if (marks.isEmpty()) {
        painter->drawText(rect, int(align | Qt::AlignVCenter) | int(Qt::TextSingleLine), shown);
        return;
    }
    QTextLayout layout(shown, painter->font());
    QList<QTextLayout::FormatRange> formats;
    for (const QVariant &at : marks) {
        QTextLayout::FormatRange range;
        range.start = at.toInt();
        range.length = 1;
        range.format.setForeground(markColor);
        range.format.setFontWeight(QFont::Bold);
        range.format.setFontUnderline(true);
        formats << range;
    }
    layout.setFormats(formats);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

} // namespace

RowDelegate::RowDelegate(QObject *parent, Size height) : QStyledItemDelegate(parent), m_height(height)
{
}

void RowDelegate::setPadding(int first, int between)
{
    m_first = first;
    m_between = between;
}

void RowDelegate::setCellFocus(bool shown)
{
    m_cellFocus = shown;
}

bool RowDelegate::isFirstColumn(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QHeaderView *header = nullptr;
    if (const auto *table = qobject_cast<const QTableView *>(option.widget))
        header = table->horizontalHeader();
    else if (const auto *tree = qobject_cast<const QTreeView *>(option.widget))
        header = tree->header();
    if (!header)
        return true;
    for (int i = 0; i < header->count(); ++i) {
        const int column = header->logicalIndex(i);
        if (!header->isSectionHidden(column))
            return column == index.column();
    }
    return false;
}

QRect RowDelegate::contentRect(const QStyleOptionViewItem &option, bool firstColumn) const
{
    return option.rect.adjusted(firstColumn ? m_first : m_between, 0, -m_between, -1);
}

void RowDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme,
                              bool firstColumn)
{
    const QRect r = option.rect;
    const bool focus = viewHasFocus(option);
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(r, theme.color(focus ? Token::ApricotSoft : Token::Sunken));
        if (firstColumn)
            painter->fillRect(QRect(r.left(), r.top(), 3, r.height()),
                              theme.color(focus ? Token::Apricot : Token::Control));
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(r, theme.color(Token::Hover));
    } else if (option.features & QStyleOptionViewItem::Alternate) {
        painter->fillRect(r, theme.color(Token::Stripe));
    }
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.color(Token::Hairline));
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    initStyleOption(&option, index);
    const Theme &theme = Theme::of(option.widget);
    const bool first = isFirstColumn(option, index);
    painter->save();
    paintGround(painter, option, theme, first);
    QRect place = contentRect(option, first);
    const bool off = index.data(RowDisabledRole).toBool() || !(option.state & QStyle::State_Enabled);
    const QVariant tone = index.data(RowToneRole);
    const QString iconName = index.data(RowIconRole).toString();
    if (tone.isValid()) {
        const int width = statusWidth(theme, iconName, option.text);
        QRect chip = place;
        if (option.displayAlignment & Qt::AlignRight)
            chip.setLeft(place.right() - width + 1);
        painter->setClipRect(option.rect);
        place.setLeft(place.left() + 8 + paintStatus(painter, chip, theme, Tone(tone.toInt()), iconName, option.text));
        option.text.clear();
    } else if (!iconName.isEmpty()) {
        const int side = theme.size(Size::Icon);
        paintIcon(painter, QRect(place.left(), place.top(), side, place.height()), iconName,
                  theme.color(off ? Token::Disabled : Token::Text2));
        place.setLeft(place.left() + side + 6);
    }
    const bool song = index.data(RowSongRole).toBool();
    QFont font = theme.font(song ? TypeStyle::Name : m_height == Size::RowDense ? TypeStyle::Small : TypeStyle::Body);
    if (index.data(RowBoldRole).toBool())
        font.setBold(true);
    font.setStrikeOut(index.data(RowStruckRole).toBool());
    const QVariant color = index.data(RowColorRole);
    painter->setFont(font);
    painter->setPen(theme.color(off ? Token::Disabled : color.isValid() ? Token(color.toInt()) : Token::Text));
    const QString detail = index.data(RowDetailRole).toString();
    if (!option.text.isEmpty()) {
        drawText(painter, place, option.text, option.displayAlignment & Qt::AlignHorizontal_Mask,
                 index.data(RowMarksRole).toList(), theme.color(Token::ApricotText));
        place.setLeft(place.left() + painter->fontMetrics().horizontalAdvance(option.text) + 8);
    }
    if (!detail.isEmpty() && place.width() > 16) {
        painter->setFont(theme.font(TypeStyle::Caption));
        painter->setPen(theme.color(off ? Token::Disabled : Token::Text3));
        drawText(painter, place.adjusted(0, 1, 0, 1), detail, Qt::AlignLeft, {}, {});
    }
    if (m_cellFocus && viewHasFocus(option) && (option.state & QStyle::State_HasFocus))
        paintRing(painter, option.rect.adjusted(0, 0, 0, -1), 4, theme.color(Token::Focus));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QFont font = theme.font(index.data(RowSongRole).toBool() ? TypeStyle::Name : TypeStyle::Body);
    int width = QFontMetrics(font).horizontalAdvance(text) + m_first + m_between + 2;
    if (const QString detail = index.data(RowDetailRole).toString(); !detail.isEmpty())
        width += 8 + QFontMetrics(theme.font(TypeStyle::Caption)).horizontalAdvance(detail);
    if (index.data(RowToneRole).isValid())
        width = statusWidth(theme, index.data(RowIconRole).toString(), text) + m_first + m_between;
    return {width, theme.size(m_height)};
}

void RowDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 1, 0, -2));
}

RowDelegate *dressRows(QAbstractItemView *view, Size height)
{
    const Theme &theme = Theme::of(view);
    auto *delegate = new RowDelegate(view, height);
    view->setItemDelegate(delegate);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setMouseTracking(true);
    view->viewport()->setAttribute(Qt::WA_Hover);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = nullptr;
    if (auto *table = qobject_cast<QTableView *>(view)) {
        table->setShowGrid(false);
        table->setWordWrap(false);
        table->setTabKeyNavigation(false);
        table->verticalHeader()->hide();
        table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        table->verticalHeader()->setMinimumSectionSize(theme.size(height));
        table->verticalHeader()->setDefaultSectionSize(theme.size(height));
        header = table->horizontalHeader();
    } else if (auto *tree = qobject_cast<QTreeView *>(view)) {
        tree->setUniformRowHeights(true);
        tree->setRootIsDecorated(false);
        tree->setIndentation(0);
        header = tree->header();
    } else if (auto *list = qobject_cast<QListView *>(view)) {
        list->setUniformItemSizes(true);
    }
    if (header) {
        header->setHighlightSections(false);
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        header->setFixedHeight(theme.size(Size::TableHead));
        header->setStretchLastSection(true);
    }
    return delegate;
}

} // namespace xinglin::ui
