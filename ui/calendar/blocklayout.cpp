#include "ui/calendar/blocklayout.h"

#include "ui/kit/icons.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::AppointmentWords)
};

constexpr double radius = 4;
constexpr double bar = 3;
constexpr double padding = 8;
constexpr double between = 4;
constexpr double narrow = 132; ///< Below it a block says the name and the letter alone.
constexpr double iconSide = 14;

} // namespace

void paintBlockBox(QPainter &painter, const QRectF &rect, const QColor &ground, const QColor &barColor)
{
    // The corners are round, the rest is filled as plain rectangles: some thousand blocks are painted at once.
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(QRectF(rect.right() - 2 * radius, rect.top(), 2 * radius, rect.height()), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(rect.left() + bar, rect.top(), rect.width() - bar - radius, rect.height()), ground);
    painter.fillRect(QRectF(rect.left(), rect.top() + 1, bar, rect.height() - 2), barColor);
}

BlockLayout::BlockLayout(const DayBlock &block, const QRectF &rect, Instant now)
    : m_rect(rect), m_look(lookOf(block.appointment, now))
{
}

double BlockLayout::add(const Theme &theme, const QString &text, TypeStyle style, QFont::Weight weight, Token color,
                        double x, double room, double middle)
{
    const QFont font = theme.font(style, weight);
    const QFontMetricsF metrics(font);
    const QString cut = metrics.elidedText(text, Qt::ElideRight, room);
    if (cut.isEmpty() || room < metrics.averageCharWidth())
        return x;
    Text one{QStaticText(cut), {}, style, weight, color};
    one.text.setTextFormat(Qt::PlainText);
    one.text.setPerformanceHint(QStaticText::AggressiveCaching);
    one.text.prepare({}, font);
    // Letters stand in the middle by their own height, whatever the font leaves above and below.
    const double em = font.pixelSize();
    one.at = {x, middle + em * 0.36 - metrics.ascent()};
    m_texts << one;
    return x + metrics.horizontalAdvance(cut) + between;
}

void BlockLayout::layOut(const Theme &theme, const DayBlock &block)
{
    m_laid = true;
    const Appointment &one = block.appointment;
    m_middle = std::min(m_rect.height(), double(theme.scaled(24))) / 2;
    const QFontMetricsF small(theme.font(TypeStyle::Caption, QFont::Bold));
    double right = m_rect.width() - padding / 2;
    const auto atRight = [&](const QString &text, Token color) {
        const double width = small.horizontalAdvance(text);
        right -= width;
        add(theme, text, TypeStyle::Caption, QFont::Bold, color, right, width + 1, m_middle);
        right -= between;
    };
    atRight(m_look.letter, onSoft(m_look.tone));
    if (m_rect.width() >= narrow && m_rect.height() >= iconSide) {
        right -= iconSide;
        m_iconLeft = right;
        right -= between;
    }
    if (one.overbooked)
        atRight(Tr::tr("+", "mark of an overbooked appointment"), Token::CinnabarText);
    double x = padding;
    if (m_rect.width() >= narrow)
        x = add(theme, minuteText(block.span.from), TypeStyle::Caption, QFont::Normal, Token::Text3, x, right - x,
                m_middle);
    x = add(theme, whoText(one), TypeStyle::Name, QFont::Bold, m_look.over ? Token::Text2 : Token::Text, x, right - x,
            m_middle);
    const double line = theme.line(TypeStyle::Caption);
    double next = m_middle * 2 + line / 2 - 2;
    if (right - x > small.averageCharWidth() * 4)
        add(theme, one.serviceName, TypeStyle::Caption, QFont::Normal, Token::Text2, x, right - x, m_middle);
    else if (next + line / 2 <= m_rect.height()) {
        add(theme, one.serviceName, TypeStyle::Caption, QFont::Normal, Token::Text2, padding,
            m_rect.width() - 2 * padding, next);
        next += line;
    }
    if (!one.note.isEmpty() && next + line / 2 <= m_rect.height())
        add(theme, one.note.simplified(), TypeStyle::Caption, QFont::Normal, Token::Text2, padding,
            m_rect.width() - 2 * padding, next);
}

void BlockLayout::paint(QPainter &painter, const Theme &theme, const DayBlock &block, bool faded)
{
    if (!m_laid)
        layOut(theme, block);
    if (faded)
        painter.setOpacity(0.45);
    paintBlockBox(painter, m_rect, theme.color(soft(m_look.tone)), theme.color(mark(m_look.tone)));
    for (const Text &one : std::as_const(m_texts)) {
        painter.setFont(theme.font(one.style, one.weight));
        painter.setPen(theme.color(one.color));
        painter.drawStaticText(m_rect.topLeft() + one.at, one.text);
    }
    if (m_iconLeft >= 0)
        paintIcon(&painter,
                  QRectF(m_rect.left() + m_iconLeft, m_rect.top() + m_middle - iconSide / 2, iconSide, iconSide),
                  m_look.icon, theme.color(onSoft(m_look.tone)));
    if (faded) {
        painter.setOpacity(1);
        painter.setPen(QPen(theme.color(Token::ApricotLine), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_rect.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

} // namespace xinglin::ui
