#include "ui/kit/text.h"

#include <QEvent>
#include <QPainter>
#include <QVariant>

namespace xinglin::ui {

namespace {
constexpr const char *typeProperty = "xlType";
constexpr const char *weightProperty = "xlWeight";
constexpr const char *textProperty = "xlText";
constexpr const char *groundProperty = "xlGround";
} // namespace

void dress(QWidget *widget, TypeStyle style, Token text)
{
    widget->setProperty(typeProperty, int(style));
    widget->setProperty(textProperty, int(text));
    renewDress(widget, Theme::of(widget));
}

void dress(QWidget *widget, TypeStyle style, Token text, QFont::Weight weight)
{
    widget->setProperty(weightProperty, int(weight));
    dress(widget, style, text);
}

void setGround(QWidget *widget, Token ground)
{
    widget->setProperty(groundProperty, int(ground));
    widget->setAutoFillBackground(true);
    renewDress(widget, Theme::of(widget));
}

void renewDress(QWidget *widget, const Theme &theme)
{
    const QVariant type = widget->property(typeProperty);
    const QVariant ground = widget->property(groundProperty);
    if (type.isValid()) {
        const auto style = TypeStyle(type.toInt());
        const QVariant weight = widget->property(weightProperty);
        widget->setFont(weight.isValid() ? theme.font(style, QFont::Weight(weight.toInt())) : theme.font(style));
    }
    if (!type.isValid() && !ground.isValid())
        return;
    QPalette palette; // a fresh one: only what is set here is resolved, the rest is inherited
    palette.setResolveMask(0);
    if (type.isValid()) {
        const QColor color = theme.color(Token(widget->property(textProperty).toInt()));
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
            palette.setColor(QPalette::All, role, color);
            palette.setColor(QPalette::Disabled, role, theme.color(Token::Disabled));
        }
    }
    if (ground.isValid())
        palette.setColor(QPalette::All, QPalette::Window, theme.color(Token(ground.toInt())));
    widget->setPalette(palette);
}

Label::Label(const QString &text, TypeStyle style, Token color, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    dress(this, style, color);
}

void Label::setMayElide(bool may)
{
    m_mayElide = may;
    setProperty("mayElide", may);
    updateGeometry();
    update();
}

QSize Label::minimumSizeHint() const
{
    if (!m_mayElide)
        return QLabel::minimumSizeHint();
    return {fontMetrics().averageCharWidth() * 3, QLabel::minimumSizeHint().height()};
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_mayElide || wordWrap() || fontMetrics().horizontalAdvance(text()) <= contentsRect().width())
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), int(alignment()),
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
    setToolTip(text());
}

} // namespace xinglin::ui
