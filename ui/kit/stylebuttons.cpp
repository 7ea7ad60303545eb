#include "ui/kit/style.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QPainter>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

namespace xinglin::ui {

namespace {

struct ButtonColors
{
    QColor fill;
    QColor line;
    QColor text;
    QColor cap;
};

QString word(const QWidget *widget, const char *property)
{
    return widget ? widget->property(property).toString() : QString();
}

ButtonColors colorsOf(const Theme &t, const QString &kind, QStyle::State state)
{
    const bool down = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = (state & QStyle::State_MouseOver) && !down;
    if (!(state & QStyle::State_Enabled)) {
        if (kind == u"ghost")
            return {{}, {}, t.color(Token::Disabled), t.color(Token::Border)};
        return {t.color(Token::Sunken), t.color(Token::Border), t.color(Token::Disabled), t.color(Token::Border)};
    }
    const auto pick = [&](Token normal, Token hovered, Token pressed) {
        return t.color(down ? pressed : hover ? hovered : normal);
    };
    if (kind == u"primary") {
        QColor cap = t.color(Token::OnInk);
        cap.setAlphaF(0.55F);
        return {pick(Token::Ink, Token::InkHover, Token::InkPress), {}, t.color(Token::OnInk), cap};
    }
    if (kind == u"danger") {
        QColor cap = t.color(Token::OnCinnabar);
        cap.setAlphaF(0.55F);
        return {pick(Token::Cinnabar, Token::CinnabarHover, Token::CinnabarPress), {}, t.color(Token::OnCinnabar), cap};
    }
    if (kind == u"ghost")
        return {down    ? t.color(Token::Sunken)
                : hover ? t.color(Token::Hover)
                        : QColor(),
                {},
                t.color(Token::Text),
                t.color(Token::Border)};
    return {pick(Token::Surface, Token::Hover, Token::Sunken), t.color(Token::Control), t.color(Token::Text),
            t.color(Token::Border)};
}

bool isBold(const QString &kind, const QWidget *widget)
{
    return kind == u"primary" || kind == u"danger" || (widget && widget->property("tone").isValid());
}

void drawIcon(QPainter *painter, const QRect &rect, const QIcon &icon, const QColor &color, bool enabled)
{
    if (hasIcon(icon.name()))
        paintIcon(painter, rect, icon.name(), color);
    else
        icon.paint(painter, rect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

} // namespace

QSize XinglinStyle::buttonSize(const QStyleOptionButton &option, const QWidget *widget) const
{
    const QString kind = word(widget, "kind");
    const QString step = word(widget, "controlSize");
    QFont font = widget ? widget->font() : m_theme.font(TypeStyle::Body);
    font.setBold(isBold(kind, widget));
    const int height = m_theme.size(step == u"small"   ? Size::ControlSmall
                                    : step == u"large" ? Size::ControlLarge
                                                       : Size::Control);
    const int side = m_theme.size(Size::Icon);
    int width = option.text.isEmpty() ? 0 : QFontMetrics(font).size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        width += side + (width > 0 ? 6 : 0);
    if (option.features & QStyleOptionButton::HasMenu)
        width += side + (width > 0 ? 4 : 0);
    if (const QString keys = word(widget, "keys"); !keys.isEmpty())
        width += 8 + keyCapWidth(m_theme, keys);
    const int pad = option.text.isEmpty() ? qMax(0, height - width) : 24;
    return {width + pad + 2 * ringRoom, height + 2 * ringRoom};
}

void XinglinStyle::drawButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const
{
    const QString kind = word(widget, "kind");
    ButtonColors c = colorsOf(m_theme, kind, option.state);
    if (const QVariant tone = widget ? widget->property("tone") : QVariant(); tone.isValid())
        c.text = color(onSoft(Tone(tone.toInt()))); // an action inside a message
    const QRect box = option.rect.adjusted(ringRoom, ringRoom, -ringRoom, -ringRoom);
    paintFrame(painter, box, 6, c.fill, c.line);
    if (option.state & State_HasFocus)
        paintRing(painter, option.rect, 8, color(Token::Focus));

    painter->save();
    QFont font = widget ? widget->font() : painter->font();
    font.setBold(isBold(kind, widget));
    painter->setFont(font);
    const int side = m_theme.size(Size::Icon);
    const QString keys = word(widget, "keys");
    const bool busy = widget && widget->property("busy").toBool();
    const bool menu = option.features & QStyleOptionButton::HasMenu;
    const int text = option.text.isEmpty() ? 0 : painter->fontMetrics().size(Qt::TextShowMnemonic, option.text).width();
    const int iconRoom = option.icon.isNull() ? 0 : side + (text > 0 ? 6 : 0);
    const int busyRoom = busy && !iconRoom ? 12 + 5 : 0;
    const int capRoom = keys.isEmpty() ? 0 : 8 + keyCapWidth(m_theme, keys);
    const int menuRoom = menu ? side + (text > 0 ? 4 : 0) : 0;
    const bool left = word(widget, "align") == u"left";
    int x = left ? box.left() + 12 : box.left() + (box.width() - busyRoom - iconRoom - text - menuRoom - capRoom) / 2;
    x = qMax(x, box.left() + 4);
    if (busy) {
        paintBusyArc(painter, QRectF(x + (iconRoom ? 2 : 0), box.center().y() - 5, 12, 12), c.text,
                     widget->property("turn").toInt());
    } else if (iconRoom) {
        drawIcon(painter, {x, box.top(), side, box.height()}, option.icon, c.text, option.state & State_Enabled);
    }
    x += iconRoom + busyRoom;
    if (text > 0) {
        painter->setPen(c.text);
        const int room = qMin(text, box.right() - 3 - x - menuRoom - capRoom);
        painter->drawText(QRect(x, box.top(), room + 1, box.height()),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic | Qt::TextSingleLine, option.text);
        x += room + (menu ? 4 : 0);
    }
    if (menu) {
        paintIcon(painter, QRectF(x, box.top(), side, box.height()), u"go-down", c.text);
        x += side;
    }
    if (!keys.isEmpty()) {
        const int cap = left ? box.right() - 11 - keyCapWidth(m_theme, keys) : x + 8;
        paintKeyCap(painter, {cap, box.top(), box.right() - cap, box.height()}, keys, m_theme,
                    kind == u"primary" || kind == u"danger"
                        ? c.text
                        : color(option.state & State_Enabled ? Token::Text2 : Token::Disabled),
                    c.cap);
    }
    painter->restore();
}

void XinglinStyle::drawToolButton(const QStyleOptionToolButton &option, QPainter *painter, const QWidget *widget) const
{
    QString kind = word(widget, "kind");
    if (kind.isEmpty() && (option.state & State_AutoRaise))
        kind = QStringLiteral("ghost");
    const ButtonColors c = colorsOf(m_theme, kind, option.state);
    const QRect box = option.rect.adjusted(ringRoom, ringRoom, -ringRoom, -ringRoom);
    paintFrame(painter, box, 6, c.fill, c.line);
    if (option.state & State_HasFocus)
        paintRing(painter, option.rect, 8, color(Token::Focus));
    const int side = m_theme.size(Size::Icon);
    const bool words =
        !option.text.isEmpty() && (option.toolButtonStyle != Qt::ToolButtonIconOnly || option.icon.isNull());
    const int text = words ? option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width() : 0;
    const int iconRoom = option.icon.isNull() ? 0 : side + (words ? 6 : 0);
    int x = box.left() + (box.width() - text - iconRoom) / 2;
    if (iconRoom)
        drawIcon(painter, {x, box.top(), side, box.height()}, option.icon, c.text, option.state & State_Enabled);
    if (words) {
        painter->save();
        painter->setFont(option.font);
        painter->setPen(c.text);
        painter->drawText(QRect(x + iconRoom, box.top(), text + 1, box.height()),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, option.text);
        painter->restore();
    }
}

void XinglinStyle::drawCheck(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget,
                             bool round) const
{
    QStyleOption box(option);
    box.rect = subElementRect(round ? SE_RadioButtonIndicator : SE_CheckBoxIndicator, &option, widget);
    drawIndicator(box, painter, round);
    const QRect words = subElementRect(round ? SE_RadioButtonContents : SE_CheckBoxContents, &option, widget);
    painter->save();
    painter->setPen(option.palette.color(QPalette::WindowText));
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, option.text);
    painter->restore();
    if (option.state & State_HasFocus)
        paintRing(painter, QRectF(box.rect).adjusted(-ringRoom, -ringRoom, ringRoom, ringRoom),
                  round ? box.rect.width() / 2.0 + ringRoom : 6, color(Token::Focus));
}

void XinglinStyle::drawIndicator(const QStyleOption &option, QPainter *painter, bool round) const
{
    const QRectF box(option.rect);
    const bool enabled = option.state & State_Enabled;
    const bool on = option.state & State_On;
    const bool partly = option.state & State_NoChange;
    const QColor ink = color(enabled ? Token::Ink : Token::Disabled);
    const double radius = round ? box.width() / 2 : 4;
    if (round) {
        paintFrame(painter, box, radius, color(enabled ? Token::Surface : Token::Sunken),
                   color(on        ? Token::Ink
                         : enabled ? Token::Control
                                   : Token::Border));
        if (on) {
            const double inset = box.width() * 0.22;
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(ink, inset));
            painter->setBrush(Qt::NoBrush);
            painter->drawEllipse(box.adjusted(inset / 2, inset / 2, -inset / 2, -inset / 2));
            painter->restore();
        }
        return;
    }
    if (!on && !partly) {
        const Token fill = !enabled ? Token::Sunken : option.state & State_MouseOver ? Token::Hover : Token::Surface;
        return paintFrame(painter, box, radius, color(fill), color(enabled ? Token::Control : Token::Border));
    }
    paintFrame(painter, box, radius, ink, {});
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(Token::OnInk), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) {
        return QPointF(box.left() + x * box.width() / 16, box.top() + y * box.height() / 16);
    };
    if (partly)
        painter->drawLine(at(4.5, 8), at(11.5, 8));
    else
        painter->drawPolyline(QPolygonF({at(4, 8.4), at(6.9, 11.2), at(12.2, 5)}));
    painter->restore();
}

} // namespace xinglin::ui
