#include "ui/paper/papertext.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextBoundaryFinder>

namespace xinglin::ui {

namespace {
constexpr int unitsPerEm = 100; // fonts are laid out at 100 px an em and scaled, so that all devices agree
}

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
    return QFontMetricsF(font(face)).horizontalAdvance(text) * points * millimetresPerPoint / unitsPerEm;
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
    painter.drawText(QPointF(0, 0), text);
    painter.restore();
}

} // namespace xinglin::ui
