#include "ui/settings/hoursdelegate.h"

#include "ui/kit/paint.h"
#include "ui/settings/hoursmodel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int sidePadding = 6;
constexpr int verticalPadding = 6;
constexpr const char *filled = "hoursFilled";

/// What stands below the hours: why they were not taken, what is worked instead, why.
struct Below
{
    QStringList lines;
    Token color = Token::Text2;
};

Below belowOf(const QModelIndex &index)
{
    if (const QString problem = index.data(HoursModel::ProblemRole).toString(); !problem.isEmpty())
        return {{problem}, Token::CinnabarText};
    QStringList lines{index.data(HoursModel::ReasonRole).toString(), index.data(HoursModel::WorkedRole).toString()};
    lines.removeAll(QString());
    return {lines, Token::Text2};
}

/// The largest style in which hours fit into @p width, for large text in a small window.
TypeStyle styleFor(const Theme &theme, const QStringList &hours, int width)
{
    for (const TypeStyle style : {TypeStyle::Body, TypeStyle::Small}) {
        const QFontMetrics metrics(theme.font(style));
        if (std::all_of(hours.cbegin(), hours.cend(),
                        [&](const QString &one) { return metrics.horizontalAdvance(one) <= width; }))
            return style;
    }
    return TypeStyle::Caption;
}

int lineHeight(const Theme &theme, TypeStyle style)
{
    return QFontMetrics(theme.font(style)).height();
}

} // namespace

HoursDelegate::HoursDelegate(QTableView *view) : RowDelegate(view), m_view(view)
{
    setCellFocus(true);
    setPadding(12, sidePadding);
}

void HoursDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() < HoursModel::FirstDay) {
        QStyleOptionViewItem plain(option);
        plain.state &= ~QStyle::State_Selected;
        return RowDelegate::paint(painter, plain, index);
    }
    paintCell(painter, option, index);
}

void HoursDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const bool off = index.data(HoursModel::OffRole).toBool();
    painter->save();
    painter->setClipRect(option.rect);
    paintGround(painter, option, theme, false);
    if (off)
        painter->fillRect(option.rect.adjusted(0, 0, 0, -1), QBrush(theme.color(Token::Hairline), Qt::BDiagPattern));
    painter->setPen(theme.color(Token::Hairline));
    painter->drawLine(option.rect.topLeft(), option.rect.bottomLeft());
    const QRect place = option.rect.adjusted(sidePadding, verticalPadding, -sidePadding, -verticalPadding);
    const auto write = [&](QRect &at, const QString &text, TypeStyle style, Token color, bool struck) {
        QFont font = theme.font(style);
        font.setStrikeOut(struck);
        painter->setFont(font);
        painter->setPen(theme.color(color));
        at.setHeight(lineHeight(theme, style));
        painter->drawText(at, int(Qt::AlignLeft | Qt::AlignVCenter) | int(Qt::TextSingleLine),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, at.width()));
        at.translate(0, at.height());
    };
    QRect at = place;
    const bool wrong = !index.data(HoursModel::ProblemRole).toString().isEmpty();
    const bool replaced = off || !index.data(HoursModel::WorkedRole).toString().isEmpty();
    QStringList lines = index.data(HoursModel::LinesRole).toStringList();
    const Below below = belowOf(index);
    if (lines.isEmpty() && below.lines.isEmpty())
        lines << QStringLiteral("–");
    const TypeStyle style = styleFor(theme, lines, place.width());
    for (const QString &line : std::as_const(lines))
        write(at, line, style, wrong ? Token::CinnabarText : replaced ? Token::Text3 : Token::Text, replaced && !wrong);
    if (wrong) {
        // The sentence may take what is left of the cell.
        painter->setFont(theme.font(TypeStyle::Caption));
        painter->setPen(theme.color(below.color));
        painter->drawText(QRect(place.left(), at.top(), place.width(), place.bottom() - at.top() + 1),
                          int(Qt::AlignLeft | Qt::AlignTop) | int(Qt::TextWordWrap), below.lines.constFirst());
    } else {
        for (const QString &line : below.lines)
            write(at, line, TypeStyle::Caption, below.color, false);
    }
    if (m_view->hasFocus() && m_view->currentIndex() == index)
        paintRing(painter, option.rect.adjusted(0, 0, 0, -1), 4, theme.color(Token::Focus));
    painter->restore();
}

QSize HoursDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(m_view);
    if (index.column() < HoursModel::FirstDay)
        return RowDelegate::sizeHint(option, index);
    const int hours = int(index.data(HoursModel::LinesRole).toStringList().size());
    const Below below = belowOf(index);
    int height = 2 * verticalPadding + std::max(1, hours) * lineHeight(theme, TypeStyle::Body);
    const QFontMetrics caption(theme.font(TypeStyle::Caption));
    if (!index.data(HoursModel::ProblemRole).toString().isEmpty()) {
        const int width = m_view->columnWidth(index.column()) - 2 * sidePadding;
        height +=
            caption.boundingRect(QRect(0, 0, width, 1000), int(Qt::TextWordWrap), below.lines.constFirst()).height();
    } else {
        height += int(below.lines.size()) * caption.height();
    }
    return {0, std::max(height, theme.size(Size::RowComfort))};
}

QWidget *HoursDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("hoursEdit"));
    editor->setAccessibleName(tr("Hours, such as 8:30-12 14-17:30"));
    editor->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
    return editor;
}

void HoursDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // Once: news from the store must not write over what is being typed.
    if (editor->property(filled).toBool())
        return;
    editor->setProperty(filled, true);
    auto *line = static_cast<QLineEdit *>(editor);
    line->setText(index.data(Qt::EditRole).toString());
    line->selectAll();
}

bool HoursDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QLineEdit *>(watched);
    if (!editor || event->type() != QEvent::KeyPress)
        return RowDelegate::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    int down = 0;
    int right = 0;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        down = 1;
        break;
    case Qt::Key_Tab:
        right = 1;
        break;
    case Qt::Key_Backtab:
        right = -1;
        break;
    default:
        return RowDelegate::eventFilter(watched, event);
    }
    const QModelIndex at = m_view->currentIndex();
    emit commitData(editor);
    emit closeEditor(editor, NoHint);
    if (!at.data(HoursModel::ProblemRole).toString().isEmpty())
        return true; // the hand stays where something is to be mended
    const int last = m_view->model()->columnCount() - 1;
    const QModelIndex next = at.siblingAtRow(std::min(at.row() + down, m_view->model()->rowCount() - 1))
                                 .siblingAtColumn(std::clamp(at.column() + right, int(HoursModel::FirstDay), last));
    m_view->setCurrentIndex(next);
    return true;
}

} // namespace xinglin::ui
