#include "ui/kit/style.h"

#include "ui/kit/accessible.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/text.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPixmapCache>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace xinglin::ui {

XinglinStyle::XinglinStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme)
{
    setObjectName(QStringLiteral("xinglin"));
}

void XinglinStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    renewDress(widget, m_theme);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QTabBar *>(widget) || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    if (qobject_cast<QHeaderView *>(widget))
        widget->setFont(m_theme.font(TypeStyle::Caption));
    if (auto *edit = qobject_cast<QTextEdit *>(widget))
        edit->viewport()->setAutoFillBackground(false);
    if (auto *edit = qobject_cast<QPlainTextEdit *>(widget))
        edit->viewport()->setAutoFillBackground(false);
}

QPalette XinglinStyle::standardPalette() const
{
    return m_theme.palette();
}

int XinglinStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuHMargin:
    case PM_TabBarTabOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_DefaultFrameWidth:
    case PM_MenuPanelWidth:
    case PM_SplitterWidth:
    case PM_ToolTipLabelFrameWidth:
        return metric == PM_ToolTipLabelFrameWidth ? 6 : 1;
    case PM_MenuVMargin:
        return 4;
    case PM_ScrollBarExtent:
        return 8;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return m_theme.size(Size::Icon);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return gapControls;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return panelPadding;
    case PM_HeaderMargin:
        return 6;
    case PM_HeaderMarkSize:
        return 10;
    case PM_FocusFrameHMargin:
        return 8;
    case PM_ProgressBarChunkWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int XinglinStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ScrollBar_Transient:
    case SH_MenuBar_AltKeyNavigation:
    case SH_TabBar_PreferNoArrows:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_ComboBox_ListMouseTracking:
    case SH_Menu_MouseTracking:
        return 1;
    case SH_Widget_Animation_Duration:
        return m_theme.duration(Motion::Popup);
    case SH_Table_GridLineColor:
        return int(color(Token::Hairline).rgba());
    case SH_Header_ArrowAlignment:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    case SH_TabBar_Alignment:
        return int(Qt::AlignLeft);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize XinglinStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    const int control = m_theme.size(Size::Control);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return buttonSize(*button, widget);
        break;
    case CT_ToolButton: {
        const bool words =
            !static_cast<const QStyleOptionToolButton *>(option)->text.isEmpty() &&
            static_cast<const QStyleOptionToolButton *>(option)->toolButtonStyle != Qt::ToolButtonIconOnly;
        return {qMax(control, size.width() + (words ? 16 : 0)) + 2 * ringRoom, control + 2 * ringRoom};
    }
    case CT_CheckBox:
    case CT_RadioButton: {
        const auto *button = static_cast<const QStyleOptionButton *>(option);
        const int text =
            button->text.isEmpty() ? 0 : 8 + button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
        const int side = m_theme.size(Size::Icon);
        return {side + 3 * ringRoom + text, qMax(side + 2 * ringRoom, m_theme.line(TypeStyle::Body) + 4)};
    }
    case CT_LineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return {size.width() + 20, control};
        return size;
    }
    case CT_ComboBox:
        return {size.width() + 20 + m_theme.size(Size::Icon) + 8, control};
    case CT_SpinBox:
        return {size.width() + 24, control};
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + 8, m_theme.size(Size::TableHead)};
    }
    case CT_TabBarTab:
        return {size.width() + 8, qMax(size.height(), m_theme.size(Size::Control) + 2)};
    case CT_MenuItem: {
        const auto *item = static_cast<const QStyleOptionMenuItem *>(option);
        if (item->menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), 9};
        const auto keys = item->text.split(u'\t');
        int width = 12 + m_theme.size(Size::Icon) + 8 + item->fontMetrics.horizontalAdvance(keys.first()) + 24;
        if (keys.size() > 1)
            width += 24 + item->fontMetrics.horizontalAdvance(keys.last());
        return {width, m_theme.scaled(28)};
    }
    case CT_ProgressBar:
        return {qMax(size.width(), 120), 6};
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect XinglinStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect r = option->rect;
    switch (element) {
    case SE_PushButtonLayoutItem:
    case SE_ToolButtonLayoutItem:
        return r.adjusted(ringRoom, ringRoom, -ringRoom, -ringRoom);
    case SE_CheckBoxLayoutItem:
    case SE_RadioButtonLayoutItem:
        return r.adjusted(ringRoom, 0, 0, 0);
    case SE_ComboBoxLayoutItem:
    case SE_ProgressBarLayoutItem:
    case SE_LabelLayoutItem:
    case SE_FrameLayoutItem:
    case SE_DateTimeEditLayoutItem:
    case SE_SliderLayoutItem:
    case SE_SpinBoxLayoutItem:
        return r;
    case SE_PushButtonContents:
        return r.adjusted(ringRoom + 1, ringRoom + 1, -ringRoom - 1, -ringRoom - 1);
    case SE_CheckBoxIndicator:
    case SE_RadioButtonIndicator: {
        const int side = m_theme.size(Size::Icon);
        return visualRect(option->direction, r, {r.left() + ringRoom, r.center().y() - (side - 1) / 2, side, side});
    }
    case SE_CheckBoxContents:
    case SE_RadioButtonContents:
        return visualRect(option->direction, r, r.adjusted(ringRoom + m_theme.size(Size::Icon) + 8, 0, 0, 0));
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect:
        return subElementRect(element == SE_CheckBoxFocusRect ? SE_CheckBoxIndicator : SE_RadioButtonIndicator, option,
                              widget)
            .adjusted(-ringRoom, -ringRoom, ringRoom, ringRoom);
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            return r.adjusted(8, 1, -8, -1);
        break;
    }
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return r;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

Result<Done> applyTheme(QApplication &app, ThemeName name, double scale)
{
    const bool reduced =
        QGuiApplication::platformName() == u"offscreen" || QGuiApplication::platformName() == u"minimal";
    Result<Theme> theme = Theme::load(name, scale, reduced);
    if (!theme)
        return theme.error();
    QPixmapCache::clear();
    installSpokenValues();
    app.setFont(theme->font(TypeStyle::Body));
    QApplication::setStyle(new XinglinStyle(*theme));
    QApplication::setPalette(theme->palette());
    return Done{};
}

} // namespace xinglin::ui
