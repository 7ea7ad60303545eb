#pragma once

#include <QFont>
#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

namespace xinglin::ui {

/// Text measured and painted in millimetres, so that layout does not depend on the device.
class PaperText
{
public:
    enum class Face { Hei, HeiBold, Song };

    /// Width in mm at @p points.
    static double widthOf(const QString &text, Face face, double points);
    /// Lines that @p text takes at most @p width mm wide; breaks at Han characters, spaces and line ends.
    static QStringList wrapped(const QString &text, Face face, double points, double width);
    /// Largest size down to @p least at which the text fits.
    static double fitting(const QString &text, Face face, double points, double least, double width);
    /// Paints one line with its baseline at @p y.
    static void draw(QPainter &painter, double x, double y, const QString &text, Face face, double points,
                     Qt::Alignment alignment = Qt::AlignLeft);

    /// A piece of a line, and the gap in mm behind it.
    struct Piece
    {
        QString text;
        Face face = Face::Hei;
        double points = 0;
        double gap = 0;
    };
    /// Paints pieces one after the other on a baseline, all of them smaller where they would be wider than @p room.
    /// Returns where the last one ends.
    static double drawRow(QPainter &painter, double x, double y, const QList<Piece> &pieces, double room);

    /// As it is painted, at a size that is scaled.
    static QFont font(Face face);

    static constexpr double millimetresPerPoint = 25.4 / 72.0;
};

} // namespace xinglin::ui
