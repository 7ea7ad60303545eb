#include "ui/shell/trainingmark.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace xinglin::ui {

namespace {

constexpr int unitsPerEm = 100; // laid out at 100 px an em and scaled, so that all devices agree
constexpr double footSize = 3.2;
constexpr double footEdge = 2.2;
constexpr double ofDiagonal = 0.72;
constexpr int thin = 46; // of 255: herbs and doses stay legible behind it

QFont markFont()
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                      QStringLiteral("Microsoft YaHei"), QStringLiteral("PingFang SC"), QStringLiteral("sans-serif")});
    font.setPixelSize(unitsPerEm);
    font.setBold(true);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferNoShaping); // other forms cannot be found again in a PDF
    return font;
}

/// With the middle of the line at the origin.
void write(QPainter &painter, double size, const QColor &colour)
{
    const QString words = trainingMarkWords();
    painter.scale(size / unitsPerEm, size / unitsPerEm);
    painter.setFont(markFont());
    painter.setPen(colour);
    painter.drawText(QPointF(-QFontMetricsF(markFont()).horizontalAdvance(words) / 2, 0), words);
}

} // namespace

QString trainingMarkWords()
{
    return QStringLiteral("TRAINING — NOT A RECORD 练习");
}

void paintTrainingMark(QPainter &painter, const QSizeF &millimetres)
{
    const double width = millimetres.width();
    const double height = millimetres.height();
    const double ems = QFontMetricsF(markFont()).horizontalAdvance(trainingMarkWords()) / unitsPerEm;
    const double size = std::hypot(width, height) * ofDiagonal / ems;
    for (const double part : {0.36, 0.68}) {
        painter.save();
        painter.translate(width / 2, height * part);
        painter.rotate(-std::atan2(height, width) * 180 / M_PI * 0.6);
        write(painter, std::min(size, width / ems * 1.05), QColor(0, 0, 0, thin));
        painter.restore();
    }
    painter.save();
    painter.translate(width / 2, height - footEdge);
    write(painter, footSize, Qt::black);
    painter.restore();
}

} // namespace xinglin::ui
