#include "ui/kit/popuplist.h"

#include "ui/kit/paint.h"
#include "ui/kit/text.h"

#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr int songRole = Qt::UserRole + 1;
constexpr int secondaryRole = Qt::UserRole + 2;
constexpr int trailingRole = Qt::UserRole + 3;
constexpr int trailingColorRole = Qt::UserRole + 4;

class ProposalDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        const QFontMetrics name(theme.font(isSong(option) ? TypeStyle::Name : TypeStyle::Body, QFont::Bold));
        const QFontMetrics small(theme.font(TypeStyle::Caption));
        const int width = 14 + name.horizontalAdvance(index.data().toString()) + 8 +
                          small.horizontalAdvance(index.data(secondaryRole).toString()) + 24 +
                          small.horizontalAdvance(index.data(trailingRole).toString()) + 14;
        return {width, theme.size(isSong(option) ? Size::Row : Size::GroupRow)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.widget);
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, theme.color(Token::ApricotSoft));
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              theme.color(Token::Apricot));
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(option.rect, theme.color(Token::Hover));
        }
        QRect place = option.rect.adjusted(12, 0, -10, 0);
        const QString trailing = index.data(trailingRole).toString();
        const auto trailingColor = Token(index.data(trailingColorRole).toInt());
        painter->setFont(theme.font(TypeStyle::Caption, trailingColor == Token::Text3 ? QFont::Normal : QFont::Bold));
        painter->setPen(theme.color(trailingColor));
        painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter, trailing);
        if (!trailing.isEmpty())
            place.setRight(place.right() - painter->fontMetrics().horizontalAdvance(trailing) - 12);
        const bool bold = isSong(option) || (option.state & QStyle::State_Selected);
        painter->setFont(
            theme.font(isSong(option) ? TypeStyle::Name : TypeStyle::Body, bold ? QFont::Bold : QFont::Normal));
        painter->setPen(theme.color(Token::Text));
        const QString name = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width());
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, name);
        place.setLeft(place.left() + painter->fontMetrics().horizontalAdvance(name) + 8);
        painter->setFont(theme.font(TypeStyle::Caption));
        painter->setPen(theme.color(Token::Text3));
        painter->drawText(
            place, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data(secondaryRole).toString(), Qt::ElideRight, place.width()));
        painter->restore();
    }

private:
    static bool isSong(const QStyleOptionViewItem &option) { return option.widget->property("song").toBool(); }
};

} // namespace

void CompletionModel::setRows(QList<CompletionRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CompletionRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.primary;
    case Qt::AccessibleTextRole:
        return QStringList{row.primary, row.secondary, row.trailing}.join(u", ");
    case secondaryRole:
        return row.secondary;
    case trailingRole:
        return row.trailing;
    case trailingColorRole:
        return int(row.trailingColor);
    default:
        return {};
    }
}

PopupList::PopupList(QWidget *window) : QWidget(window), m_view(new QListView(this)), m_model(new CompletionModel(this))
{
    setObjectName(QStringLiteral("popupList"));
    setFocusPolicy(Qt::NoFocus);
    m_view->setObjectName(QStringLiteral("popupListView"));
    m_view->setAccessibleName(tr("Proposals"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ProposalDelegate(m_view));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAutoFillBackground(false);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(shadowExtent + 5, shadowExtent + 5, shadowExtent + 5, shadowExtent + 5);
    box->addWidget(m_view);
    hide();
}

void PopupList::setSong(bool song)
{
    m_view->setProperty("song", song);
}

void PopupList::openAt(const QWidget *editor, int minimumWidth)
{
    const QWidget *top = parentWidget();
    int rowHeight = 0;
    int wanted = qMax(editor->width(), minimumWidth);
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QSize hint = m_view->sizeHintForIndex(m_model->index(i));
        rowHeight = hint.height();
        wanted = qMax(wanted, hint.width() + 12);
    }
    const int width = qMin(wanted, top->width() - 8);
    const int rows = qMin(m_model->rowCount(), 8);
    const QPoint below = editor->mapTo(top, QPoint(0, editor->height() + 4));
    const int roomBelow = top->height() - below.y() - 12;
    const int roomAbove = editor->mapTo(top, QPoint(0, 0)).y() - 16;
    const bool up = roomBelow < rows * rowHeight + 10 && roomAbove > roomBelow;
    const int fit = qMax(1, qMin(rows, ((up ? roomAbove : roomBelow) - 10) / qMax(1, rowHeight)));
    const int height = fit * rowHeight + 10;
    const int x = qBound(4, below.x(), qMax(4, top->width() - width - 4));
    const int y = up ? editor->mapTo(top, QPoint(0, 0)).y() - 4 - height : below.y();
    setGeometry(QRect(x, y, width, height).adjusted(-shadowExtent, -shadowExtent, shadowExtent, shadowExtent));
    show();
    raise();
}

void PopupList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const QRect box = rect().adjusted(shadowExtent, shadowExtent, -shadowExtent, -shadowExtent);
    paintShadow(&painter, box, 8, theme);
    paintFrame(&painter, box, 8, theme.color(Token::Raised), theme.color(Token::Border));
}

} // namespace xinglin::ui
