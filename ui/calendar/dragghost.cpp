#include "ui/calendar/dragghost.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {
constexpr int padding = 8;
constexpr int iconSide = 16;
} // namespace

DragGhost::DragGhost(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("dragGhost"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setProperty("floats", true);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void DragGhost::showAt(const QRectF &box, const QString &who, const QString &times, const Hindrance &hindrance)
{
    m_who = who;
    m_times = times;
    m_hindrance = hindrance;
    const Theme &theme = Theme::of(this);
    const QFontMetrics song(theme.font(TypeStyle::Name));
    const QFontMetrics bold(theme.font(TypeStyle::Caption, QFont::Bold));
    int width = 2 * padding + song.horizontalAdvance(who) + padding + bold.horizontalAdvance(times);
    int height = theme.line(TypeStyle::Name);
    if (hindrance.kind != Hindrance::Kind::None) {
        width = std::max(width, 3 * padding + iconSide + bold.horizontalAdvance(hindrance.words));
        height += theme.line(TypeStyle::Caption) + 4;
    }
    const QSize size(std::max(width, int(box.width())), std::max(height, int(box.height())));
    // It never leaves the view, however long its words are.
    const int left = std::clamp(int(box.left()), 0, std::max(0, parentWidget()->width() - size.width()));
    setGeometry(
        QRect(QPoint(left, int(box.top())), size).adjusted(-shadowExtent, -shadowExtent, shadowExtent, shadowExtent));
    show();
    raise();
    update();
}

void DragGhost::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    const QRect box = rect().adjusted(shadowExtent, shadowExtent, -shadowExtent, -shadowExtent);
    const bool hindered = m_hindrance.kind != Hindrance::Kind::None;
    paintShadow(&painter, box, 4, theme);
    paintFrame(&painter, box, 4, theme.color(hindered ? Token::CinnabarSoft : Token::ApricotSoft),
               theme.color(hindered ? Token::Cinnabar : Token::Apricot));
    const QRect text = box.adjusted(padding, 0, -padding, 0);
    const int first = std::min(box.height(), theme.line(TypeStyle::Name));
    painter.setFont(theme.font(TypeStyle::Name));
    painter.setPen(theme.color(Token::Text));
    const QRect line(text.left(), text.top(), text.width(), first);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, m_who);
    const int taken = painter.fontMetrics().horizontalAdvance(m_who) + padding;
    painter.setFont(theme.font(TypeStyle::Caption, QFont::Bold));
    const Token ink = hindered ? Token::CinnabarText : Token::ApricotText;
    painter.setPen(theme.color(ink));
    painter.drawText(line.adjusted(taken, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_times);
    if (!hindered)
        return;
    const int below = theme.line(TypeStyle::Caption);
    const QRect why(text.left(), line.bottom() + 1, text.width(), below);
    paintIcon(&painter, QRectF(why.left(), why.top(), iconSide, why.height()), u"dialog-warning", theme.color(ink));
    painter.drawText(why.adjusted(iconSide + 4, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_hindrance.words);
}

} // namespace xinglin::ui
