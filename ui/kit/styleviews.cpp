#include "ui/kit/style.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>

namespace xinglin::ui {

void XinglinStyle::drawItemPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, item->backgroundBrush);
    if (option.state & State_Selected) {
        const bool active = !widget || widget->hasFocus() || (widget->window()->windowFlags() & Qt::Popup) == Qt::Popup;
        painter->fillRect(option.rect, color(active ? Token::ApricotSoft : Token::Sunken));
        if (!item || item->viewItemPosition <= QStyleOptionViewItem::Beginning ||
            item->viewItemPosition == QStyleOptionViewItem::OnlyOne)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              color(active ? Token::Apricot : Token::Control));
    } else if ((option.state & State_MouseOver) && (option.state & State_Enabled)) {
        painter->fillRect(option.rect, color(Token::Hover));
    }
}

void XinglinStyle::drawHeaderSection(const QStyleOptionHeader &option, QPainter *painter) const
{
    const QRect r = option.rect;
    if (option.state & State_MouseOver)
        painter->fillRect(r, color(Token::Hover));
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), color(Token::Hairline));
}

void XinglinStyle::drawHeaderLabel(const QStyleOptionHeader &option, QPainter *painter) const
{
    const QRect r = option.rect.adjusted(8, 0, -8, 0);
    painter->save();
    const bool names = option.orientation == Qt::Vertical; // the rows' names
    painter->setFont(names ? m_theme.font(TypeStyle::Small, QFont::Bold) : m_theme.font(TypeStyle::Caption));
    painter->setPen(color(names ? Token::Text : Token::Text3));
    // Qt calls ascending order "down".
    const QString arrow = option.sortIndicator == QStyleOptionHeader::None       ? QString()
                          : option.sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral(" ↑")
                                                                                 : QStringLiteral(" ↓");
    const int mark = painter->fontMetrics().horizontalAdvance(arrow);
    const QString text = painter->fontMetrics().elidedText(option.text, Qt::ElideRight, r.width() - mark);
    const int align = (int(option.textAlignment) & int(Qt::AlignHorizontal_Mask)) | int(Qt::AlignVCenter);
    painter->drawText(r, align, text + arrow);
    painter->restore();
}

void XinglinStyle::drawTab(const QStyleOptionTab &option, QPainter *painter) const
{
    const bool on = option.state & State_Selected;
    const QRect r = option.rect;
    if (!on && (option.state & State_MouseOver))
        painter->fillRect(r, color(Token::Hover));
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), color(Token::Hairline));
    if (on)
        painter->fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), color(Token::Apricot));
    painter->save();
    painter->setFont(m_theme.font(TypeStyle::Body, on ? QFont::Bold : QFont::Normal));
    painter->setPen(color(!(option.state & State_Enabled) ? Token::Disabled : on ? Token::Text : Token::Text2));
    painter->drawText(r, Qt::AlignCenter | Qt::TextHideMnemonic, option.text);
    painter->restore();
    if (option.state & State_HasFocus)
        paintRing(painter, r.adjusted(1, 1, -1, -2), 4, color(Token::Focus));
}

void XinglinStyle::drawMenuItem(const QStyleOptionMenuItem &option, QPainter *painter) const
{
    const QRect r = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(r.left(), r.center().y(), r.width(), 1), color(Token::Hairline));
        return;
    }
    const bool enabled = option.state & State_Enabled;
    if ((option.state & State_Selected) && enabled) {
        painter->fillRect(r, color(Token::ApricotSoft));
        painter->fillRect(QRect(r.topLeft(), QSize(3, r.height())), color(Token::Apricot));
    }
    const int side = m_theme.size(Size::Icon);
    const QColor ink = color(enabled ? Token::Text : Token::Disabled);
    const QRect mark(r.left() + 12, r.top(), side, r.height());
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked)
        paintIcon(painter, mark, u"checkmark", ink);
    else if (hasIcon(option.icon.name()))
        paintIcon(painter, mark, option.icon.name(), ink);
    const QStringList words = option.text.split(u'\t');
    painter->save();
    painter->setFont(option.font);
    painter->setPen(ink);
    const QRect place(mark.right() + 9, r.top(), r.right() - mark.right() - 21, r.height());
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, words.first());
    if (words.size() > 1) {
        painter->setPen(color(enabled ? Token::Text3 : Token::Disabled));
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight, words.last());
    }
    painter->restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, QRect(r.right() - side - 4, r.top(), side, r.height()), u"go-next", ink);
}

QRect XinglinStyle::scrollBarRect(const QStyleOptionSlider &option, SubControl sub) const
{
    const QRect r = option.rect;
    const bool across = option.orientation == Qt::Horizontal;
    const int length = across ? r.width() : r.height();
    const int range = option.maximum - option.minimum;
    int slider = length;
    if (range > 0) {
        slider = int(qint64(length) * option.pageStep / (range + option.pageStep));
        slider = qBound(qMin(32, length), slider, length);
    }
    const int start = sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, length - slider,
                                              option.upsideDown);
    const auto piece = [&](int from, int to) {
        return across ? QRect(r.left() + from, r.top(), to - from, r.height())
                      : QRect(r.left(), r.top() + from, r.width(), to - from);
    };
    switch (sub) {
    case SC_ScrollBarGroove:
        return r;
    case SC_ScrollBarSlider:
        return piece(start, start + slider);
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + slider, length);
    default:
        return {};
    }
}

void XinglinStyle::drawScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QWidget *) const
{
    if (option.maximum <= option.minimum)
        return;
    const QRect slider = scrollBarRect(option, SC_ScrollBarSlider);
    const bool held = option.state & (State_Sunken | State_MouseOver);
    const QRectF box = option.orientation == Qt::Horizontal ? QRectF(slider).adjusted(2, 1, -2, -1)
                                                            : QRectF(slider).adjusted(1, 2, -1, -2);
    paintFrame(painter, box, 3, color(held ? Token::Control : Token::Border), {});
}

void XinglinStyle::drawProgress(const QStyleOption &option, QPainter *painter, bool contents) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&option);
    if (!bar)
        return;
    QRectF box(bar->rect);
    box.setTop(box.center().y() - 3);
    box.setHeight(6);
    if (!contents)
        return paintFrame(painter, box, 3, color(Token::Sunken), {});
    const double range = qMax(1, bar->maximum - bar->minimum);
    box.setWidth(box.width() * (bar->progress - bar->minimum) / range);
    if (box.width() > 0)
        paintFrame(painter, box, qMin(3.0, box.width() / 2), color(Token::Ink), {});
}

void XinglinStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawInputFrame(*option, painter, widget);
        return;
    case PE_FrameLineEdit:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
    case PE_FrameGroupBox:
    case PE_FrameDefaultButton:
    case PE_PanelScrollAreaCorner:
    case PE_IndicatorHeaderArrow: // drawn with the label
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawIndicator(*option, painter, false);
    case PE_IndicatorRadioButton:
        return drawIndicator(*option, painter, true);
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        return drawItemPanel(*option, painter, widget);
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractItemView *>(widget))
            paintRing(painter, option->rect, 5, color(Token::Focus));
        return;
    case PE_PanelTipLabel:
        return paintFrame(painter, option->rect, 1, color(Token::Tooltip), {});
    case PE_PanelMenu:
    case PE_FrameMenu:
        return paintFrame(painter, option->rect, 1, element == PE_PanelMenu ? color(Token::Raised) : QColor(),
                          color(Token::Border));
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void XinglinStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        return drawButton(*static_cast<const QStyleOptionButton *>(option), painter, widget);
    case CE_CheckBox:
    case CE_RadioButton:
        return drawCheck(*static_cast<const QStyleOptionButton *>(option), painter, widget, element == CE_RadioButton);
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->frameShape == QFrame::StyledPanel)
            return drawShapedFrame(*option, painter, widget);
        if (const auto *line = qstyleoption_cast<const QStyleOptionFrame *>(option);
            line && (line->frameShape == QFrame::HLine || line->frameShape == QFrame::VLine)) {
            const QRect r = option->rect;
            painter->fillRect(line->frameShape == QFrame::HLine ? QRect(r.left(), r.center().y(), r.width(), 1)
                                                                : QRect(r.center().x(), r.top(), 1, r.height()),
                              color(Token::Hairline));
            return;
        }
        break;
    case CE_HeaderSection:
        return drawHeaderSection(*static_cast<const QStyleOptionHeader *>(option), painter);
    case CE_HeaderLabel:
        return drawHeaderLabel(*static_cast<const QStyleOptionHeader *>(option), painter);
    case CE_HeaderEmptyArea:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Token::Hairline));
        return;
    case CE_TabBarTab:
        return drawTab(*static_cast<const QStyleOptionTab *>(option), painter);
    case CE_MenuItem:
        return drawMenuItem(*static_cast<const QStyleOptionMenuItem *>(option), painter);
    case CE_MenuEmptyArea:
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, color(Token::Hairline));
        return;
    case CE_ProgressBarGroove:
        return drawProgress(*option, painter, false);
    case CE_ProgressBarContents:
        return drawProgress(*option, painter, true);
    case CE_ProgressBarLabel:
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void XinglinStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        return drawComboBox(*option, painter, widget);
    case CC_SpinBox:
        return drawSpinBox(*option, painter, widget);
    case CC_ToolButton:
        return drawToolButton(*static_cast<const QStyleOptionToolButton *>(option), painter, widget);
    case CC_ScrollBar:
        return drawScrollBar(*static_cast<const QStyleOptionSlider *>(option), painter, widget);
    default:
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace xinglin::ui
