#include "ui/kit/style.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QAbstractScrollArea>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

namespace xinglin::ui {

namespace {

bool isReadOnly(const QWidget *widget)
{
    return widget && widget->property("readOnly").toBool();
}

} // namespace

void XinglinStyle::drawInputFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    const bool enabled = option.state & State_Enabled;
    const bool problem = widget && widget->property("problem").toBool();
    const bool quiet = widget && widget->property("quiet").toBool();
    const bool locked = !enabled || isReadOnly(widget);
    const QRectF box(option.rect);
    const Token line = problem ? Token::Cinnabar : !enabled ? Token::Border : quiet ? Token::Hairline : Token::Control;
    paintFrame(painter, box, 6, color(locked ? Token::Sunken : Token::Surface), color(line));
    if (problem) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QPainterPath foot;
        foot.addRoundedRect(box, 6, 6);
        painter->setClipPath(foot);
        painter->fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), color(Token::Cinnabar));
        painter->restore();
    }
    if (option.state & State_HasFocus)
        paintRing(painter, box, 6, color(Token::Focus));
}

void XinglinStyle::drawShapedFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget) const
{
    if (qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget))
        return drawInputFrame(option, painter, widget);
    if (qobject_cast<const QAbstractScrollArea *>(widget))
        return paintFrame(painter, option.rect, 1, {}, color(Token::Hairline));
    const bool floats = widget && widget->isWindow();
    paintFrame(painter, option.rect, floats ? 1 : 8, color(floats ? Token::Raised : Token::Surface),
               color(floats ? Token::Border : Token::Hairline));
}

void XinglinStyle::drawComboBox(const QStyleOptionComplex &option, QPainter *painter, const QWidget *widget) const
{
    QStyleOption frame(option);
    drawInputFrame(frame, painter, widget);
    const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
    paintIcon(painter, arrow, u"go-down", color(option.state & State_Enabled ? Token::Text2 : Token::Disabled));
}

void XinglinStyle::drawSpinBox(const QStyleOptionComplex &option, QPainter *painter, const QWidget *widget) const
{
    drawInputFrame(option, painter, widget);
    const QColor ink = color(option.state & State_Enabled ? Token::Text2 : Token::Disabled);
    for (const auto &[sub, name] : {std::pair{SC_SpinBoxUp, u"go-up"}, std::pair{SC_SpinBoxDown, u"go-down"}}) {
        const QRect at = subControlRect(CC_SpinBox, &option, sub, widget);
        if (option.subControls & sub)
            paintIcon(painter, QRect(at.center().x() - 5, at.center().y() - 5, 11, 11), name, ink);
    }
}

QRect XinglinStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                                   const QWidget *widget) const
{
    const QRect r = option->rect;
    const int side = m_theme.size(Size::Icon);
    if (control == CC_ComboBox) {
        if (sub == SC_ComboBoxArrow)
            return visualRect(option->direction, r, {r.right() - 9 - side, r.top(), side, r.height()});
        if (sub == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(9, 2, -side - 14, -2));
        if (sub == SC_ComboBoxFrame)
            return r;
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int half = r.height() / 2;
        switch (sub) {
        case SC_SpinBoxUp:
            return buttons ? QRect(r.right() - 22, r.top(), 20, half) : QRect();
        case SC_SpinBoxDown:
            return buttons ? QRect(r.right() - 22, r.top() + half, 20, half) : QRect();
        case SC_SpinBoxEditField:
            return r.adjusted(8, 2, buttons ? -24 : -8, -2);
        default:
            return r;
        }
    }
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarRect(*bar, sub);
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

} // namespace xinglin::ui
