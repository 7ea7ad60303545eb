#pragma once

#include "ui/kit/theme.h"

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionToolButton;

namespace xinglin::ui {

/// Fusion with our own drawing; owns the theme, so that Theme::of(widget) finds it through the widget's style.
/// Buttons keep 3 px around their frame for the focus ring; layouts place the frame, not the ring.
class XinglinStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit XinglinStyle(const Theme &theme);

    const Theme &theme() const { return m_theme; }

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    QPalette standardPalette() const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

    /// Free room around the frame of a button, where the focus ring lies.
    static constexpr int ringRoom = 3;

private:
    QColor color(Token token) const { return m_theme.color(token); }

    // stylebuttons.cpp
    void drawButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const;
    void drawToolButton(const QStyleOptionToolButton &option, QPainter *painter, const QWidget *widget) const;
    void drawCheck(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget, bool round) const;
    void drawIndicator(const QStyleOption &option, QPainter *painter, bool round) const;
    QSize buttonSize(const QStyleOptionButton &option, const QWidget *widget) const;

    // styleinputs.cpp
    void drawInputFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void drawShapedFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComplex &option, QPainter *painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionComplex &option, QPainter *painter, const QWidget *widget) const;

    // styleviews.cpp
    void drawItemPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void drawHeaderSection(const QStyleOptionHeader &option, QPainter *painter) const;
    void drawHeaderLabel(const QStyleOptionHeader &option, QPainter *painter) const;
    void drawTab(const QStyleOptionTab &option, QPainter *painter) const;
    void drawMenuItem(const QStyleOptionMenuItem &option, QPainter *painter) const;
    void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QWidget *widget) const;
    QRect scrollBarRect(const QStyleOptionSlider &option, SubControl sub) const;
    void drawProgress(const QStyleOption &option, QPainter *painter, bool contents) const;

    Theme m_theme;
};

} // namespace xinglin::ui
