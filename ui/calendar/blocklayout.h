#pragma once

#include "ui/calendar/appointmentwords.h"
#include "ui/calendar/daycolumn.h"

#include <QStaticText>

class QPainter;

namespace xinglin::ui {

/// A block as it is painted: its texts are cut and laid out once, not each time.
class BlockLayout
{
public:
    /// @p rect in the coordinates of the content.
    BlockLayout(const DayBlock &block, const QRectF &rect, Instant now);

    const QRectF &rect() const { return m_rect; }
    const StateLook &look() const { return m_look; }
    /// @p faded: it is being moved somewhere else.
    void paint(QPainter &painter, const Theme &theme, const DayBlock &block, bool faded);

private:
    struct Text
    {
        QStaticText text;
        QPointF at; ///< From the upper left corner of the block.
        TypeStyle style = TypeStyle::Caption;
        QFont::Weight weight = QFont::Normal;
        Token color = Token::Text;
    };
    void layOut(const Theme &theme, const DayBlock &block);
    double add(const Theme &theme, const QString &text, TypeStyle style, QFont::Weight weight, Token color, double x,
               double room, double middle);

    QRectF m_rect;
    StateLook m_look;
    QList<Text> m_texts;
    double m_iconLeft = -1; ///< Below 0: there is no room for the icon.
    double m_middle = 0;
    bool m_laid = false;
};

/// The box of a block: soft ground, bar at the left.
void paintBlockBox(QPainter &painter, const QRectF &rect, const QColor &ground, const QColor &bar);

} // namespace xinglin::ui
