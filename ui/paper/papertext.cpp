#include "ui/paper/papertext.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextBoundaryFinder>

namespace xinglin::ui {

namespace {
constexpr int unitsPerEm = 100; // fonts are laid out at 100 px an em and scaled, so that all devices agree
}

namespace {

/// Fonts for Han characters draw the apostrophe as wide as one of them.
QString withNarrowApostrophes(const QString &text)
{
    QString narrow = text;
    for (qsizetype at = narrow.indexOf(u'’', 1); at > 0; at = narrow.indexOf(u'’', at + 1)) {
        if (narrow.at(at - 1).script() == QChar::Script_Latin)
            narrow[at] = u'\'';
    }
    return narrow;
}

} // namespace

QFont PaperText::font(Face face)
{
    QFont font;
    font.setFamilies(face == Face::Song
                         ? QStringList{QStringLiteral("Noto Serif CJK SC"), QStringLiteral("Source Han Serif SC"),
                                       QStringLiteral("STSong"), QStringLiteral("SimSun"), QStringLiteral("serif")}
                         : QStringList{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                                       QStringLiteral("Microsoft YaHei"), QStringLiteral("PingFang SC"),
                                       QStringLiteral("sans-serif")});
    font.setPixelSize(unitsPerEm);
    font.setWeight(face == Face::Hei ? QFont::Normal : QFont::Bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferNoShaping); // other forms of digits cannot be found again in a PDF
    return font;
}

double PaperText::widthOf(const QString &text, Face face, double points)
{
    return QFontMetricsF(font(face)).horizontalAdvance(withNarrowApostrophes(text)) * points * millimetresPerPoint /
           unitsPerEm;
}

QStringList PaperText::wrapped(const QString &text, Face face, double points, double width)
{
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n')) {
        QString left = paragraph.trimmed();
        if (left.isEmpty())
            continue;
        while (!left.isEmpty()) {
            if (widthOf(left, face, points) <= width) {
                lines << left;
                break;
            }
            QTextBoundaryFinder finder(QTextBoundaryFinder::Line, left);
            qsizetype best = 0;
            for (qsizetype at = finder.toNextBoundary(); at > 0 && at <= left.size(); at = finder.toNextBoundary()) {
                if (widthOf(left.left(at).trimmed(), face, points) > width)
                    break;
                best = at;
            }
            if (best == 0) { // one word wider than the line
                best = 1;
                while (best < left.size() && widthOf(left.left(best + 1), face, points) <= width)
                    ++best;
            }
            lines << left.left(best).trimmed();
            left = left.mid(best).trimmed();
        }
    }
    return lines;
}

double PaperText::fitting(const QString &text, Face face, double points, double least, double width)
{
    const double wanted = widthOf(text, face, points);
    return wanted <= width ? points : qMax(least, points * width / wanted);
}

void PaperText::draw(QPainter &painter, double x, double y, const QString &text, Face face, double points,
                     Qt::Alignment alignment)
{
    if (text.isEmpty())
        return;
    double left = x;
    if (alignment & Qt::AlignRight)
        left -= widthOf(text, face, points);
    else if (alignment & Qt::AlignHCenter)
        left -= widthOf(text, face, points) / 2;
    painter.save();
    painter.translate(left, y);
    const double scale = points * millimetresPerPoint / unitsPerEm;
    painter.scale(scale, scale);
    painter.setFont(font(face));
    painter.drawText(QPointF(0, 0), withNarrowApostrophes(text));
    painter.restore();
}

double PaperText::drawRow(QPainter &painter, double x, double y, const QList<Piece> &pieces, double room)
{
    double wide = 0;
    double last = 0;
    for (const Piece &piece : pieces) {
        last = piece.gap;
        wide += widthOf(piece.text, piece.face, piece.points) + last;
    }
    const double factor = wide - last > room ? room / (wide - last) : 1;
    double end = x;
    for (const Piece &piece : pieces) {
        draw(painter, x, y, piece.text, piece.face, piece.points * factor);
        end = x + widthOf(piece.text, piece.face, piece.points) * factor;
        x = end + piece.gap * factor;
    }
    return end;
}

} // namespace xinglin::ui
