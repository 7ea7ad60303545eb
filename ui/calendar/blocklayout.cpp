#include "ui/calendar/blocklayout.h"

#include "ui/kit/hues.h"
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
constexpr double narrow = 108; ///< Below it a block has neither an icon beside its letter nor its service's colour.
constexpr double iconSide = 14;
constexpr double hueWidth = 3;
constexpr double hueInset = 3; ///< From the edges.
constexpr double hueHeight = 14;
constexpr double lineLeast = 44; ///< Below it there is no second line.

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

BlockFonts::BlockFonts(const Theme &theme)
    : m_fonts{theme.font(TypeStyle::Caption), theme.font(TypeStyle::Caption, QFont::Bold), theme.font(TypeStyle::Name)}
    , m_metrics{QFontMetricsF(m_fonts[0]), QFontMetricsF(m_fonts[1]), QFontMetricsF(m_fonts[2])}
{
}

double BlockLayout::add(const BlockFonts &fonts, BlockFonts::Kind kind, const QString &text, Token color, double x,
                        double room, double middle)
{
    const QFont &font = fonts.font(kind);
    const QFontMetricsF &metrics = fonts.metrics(kind);
    double width = metrics.horizontalAdvance(text);
    QString cut = text;
    if (width > room) {
        cut = metrics.elidedText(text, Qt::ElideRight, room);
        if (cut.size() < 3) // a surname says more than its first letter and dots
            for (cut = text; !cut.isEmpty() && metrics.horizontalAdvance(cut) > room;)
                cut.chop(1);
        width = metrics.horizontalAdvance(cut);
    }
    if (cut.isEmpty())
        return x;
    Text one{QStaticText(cut), {}, kind, color};
    one.text.setTextFormat(Qt::PlainText);
    one.text.setPerformanceHint(QStaticText::AggressiveCaching);
    one.text.prepare({}, font);
    // Letters stand in the middle by their own height, whatever the font leaves above and below.
    one.at = {x, middle + font.pixelSize() * 0.36 - metrics.ascent()};
    m_texts << one;
    return x + width + between;
}

void BlockLayout::layOut(const Theme &theme, const BlockFonts &fonts, const DayBlock &block)
{
    m_laid = true;
    const Appointment &one = block.appointment;
    m_middle = std::min(m_rect.height(), double(theme.scaled(24))) / 2;
    // Beside another there is no room for it: the name comes first.
    if (const Tone hue = toneOf(one.hue); hue != Tone::Neutral && m_rect.width() >= narrow)
        m_hue = hue;
    m_hueHeight = std::min(hueHeight, std::max(1.0, m_rect.height() - 2 * hueInset));
    double right = m_rect.width() - (m_hue ? hueInset + hueWidth + between : padding / 2);
    const auto atRight = [&](const QString &text, Token color) {
        right -= fonts.metrics(BlockFonts::Bold).horizontalAdvance(text);
        add(fonts, BlockFonts::Bold, text, color, right, m_rect.width(), m_middle);
        right -= between;
    };
    atRight(m_look.letter, onSoft(m_look.tone));
    if (m_rect.width() >= narrow) {
        right -= iconSide;
        m_iconLeft = right;
        right -= between;
    }
    const QString above = Tr::tr("+", "mark of an overbooked appointment");
    const double left = right - between - fonts.metrics(BlockFonts::Bold).horizontalAdvance(above) - padding;
    if (one.overbooked && left >= fonts.metrics(BlockFonts::Name).horizontalAdvance(whoText(one).left(1)))
        atRight(above, Token::CinnabarText);
    // Who it is comes first: the time gives way to the name, and stands below it where there is room.
    const QString time = minuteText(block.span.from);
    const double needed = fonts.metrics(BlockFonts::Small).horizontalAdvance(time) + between +
                          fonts.metrics(BlockFonts::Name).horizontalAdvance(whoText(one));
    const bool timeFirst = padding + needed <= right;
    double x = padding;
    if (timeFirst)
        x = add(fonts, BlockFonts::Small, time, Token::Text3, x, right - x, m_middle);
    x = add(fonts, BlockFonts::Name, whoText(one), m_look.over ? Token::Text2 : Token::Text, x, right - x, m_middle);
    const double line = theme.line(TypeStyle::Caption);
    double next = m_middle * 2 + line / 2 - 2;
    const double room = m_rect.width() - padding - (m_hue ? hueInset + hueWidth + between : padding / 2);
    const bool serviceFirst =
        timeFirst && x + fonts.metrics(BlockFonts::Small).horizontalAdvance(one.serviceName) <= right;
    if (serviceFirst)
        add(fonts, BlockFonts::Small, one.serviceName, Token::Text2, x, right - x, m_middle);
    const auto below = [&](const QString &text) {
        if (text.isEmpty() || next + line / 2 > m_rect.height() || room < lineLeast)
            return;
        add(fonts, BlockFonts::Small, text, Token::Text2, padding, room, next);
        next += line;
    };
    if (!serviceFirst)
        below(timeFirst ? one.serviceName : time + u' ' + one.serviceName);
    below(one.note.simplified());
}

void BlockLayout::paint(QPainter &painter, const Theme &theme, const BlockFonts &fonts, const DayBlock &block,
                        bool faded)
{
    if (!m_laid)
        layOut(theme, fonts, block);
    if (faded)
        painter.setOpacity(0.45);
    paintBlockBox(painter, m_rect, theme.color(soft(m_look.tone)), theme.color(mark(m_look.tone)));
    if (m_hue)
        painter.fillRect(QRectF(m_rect.right() - hueInset - hueWidth, m_rect.top() + m_middle - m_hueHeight / 2,
                                hueWidth, m_hueHeight),
                         theme.color(mark(*m_hue)));
    for (const Text &one : std::as_const(m_texts)) {
        painter.setFont(fonts.font(one.kind));
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
