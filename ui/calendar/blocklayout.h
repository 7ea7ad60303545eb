#pragma once

#include "ui/calendar/appointmentwords.h"
#include "ui/calendar/daycolumn.h"

#include <QFontMetricsF>
#include <QStaticText>

#include <array>

class QPainter;

namespace xinglin::ui {

/// The fonts of blocks, made once: some thousand texts are painted with three of them.
class BlockFonts
{
public:
    enum Kind { Small, Bold, Name };
    explicit BlockFonts(const Theme &theme);
    const QFont &font(Kind kind) const { return m_fonts[size_t(kind)]; }
    const QFontMetricsF &metrics(Kind kind) const { return m_metrics[size_t(kind)]; }

private:
    std::array<QFont, 3> m_fonts;
    std::array<QFontMetricsF, 3> m_metrics;
};

/// A block as it is painted: its texts are cut and laid out once, not each time.
class BlockLayout
{
public:
    /// @p rect in the coordinates of the content.
    BlockLayout(const DayBlock &block, const QRectF &rect, Instant now);

    const QRectF &rect() const { return m_rect; }
    const StateLook &look() const { return m_look; }
    /// @p faded: it is being moved somewhere else.
    void paint(QPainter &painter, const Theme &theme, const BlockFonts &fonts, const DayBlock &block, bool faded);

private:
    struct Text
    {
        QStaticText text;
        QPointF at; ///< From the upper left corner of the block.
        BlockFonts::Kind kind = BlockFonts::Small;
        Token color = Token::Text;
    };
    void layOut(const Theme &theme, const BlockFonts &fonts, const DayBlock &block);
    /// Returns where the next one begins; what has no room for a letter is left out.
    double add(const BlockFonts &fonts, BlockFonts::Kind kind, const QString &text, Token color, double x, double room,
               double middle);

    QRectF m_rect;
    StateLook m_look;
    QList<Text> m_texts;
    double m_iconLeft = -1; ///< Below 0: there is no room for the icon.
    double m_middle = 0;
    std::optional<Tone> m_hue; ///< Of the service, beside the letter: the bar at the left says the state.
    double m_hueHeight = 0;
    bool m_laid = false;
};

/// The box of a block: soft ground, bar at the left.
void paintBlockBox(QPainter &painter, const QRectF &rect, const QColor &ground, const QColor &bar);

} // namespace xinglin::ui
