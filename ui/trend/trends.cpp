#include "ui/trend/trends.h"

#include "ui/shell/notewords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::Trends)
};

const QString scalePrefix = QStringLiteral("scale.");
const QString complaintScore = QStringLiteral("scale.complaint");

QString nameOf(const forms::Item &item)
{
    return chineseScreen() ? item.zh : item.en;
}

QList<TrendPoint> pointsOf(const QString &item, const QList<chart::Measurement> &measurements)
{
    QList<TrendPoint> points;
    for (const chart::Measurement &one : measurements) {
        if (one.item != item)
            continue;
        if (!points.isEmpty() && points.last().day == one.day)
            points.last().number = one.number;
        else
            points << TrendPoint{one.day, one.number};
    }
    return points;
}

} // namespace

QString trendNumber(double number)
{
    return QLocale().toString(number, 'g', QLocale::FloatingPointShortest);
}

QString TrendLine::reference() const
{
    if (low && high && *low < *high)
        return trendNumber(*low) + QStringLiteral("–") + trendNumber(*high);
    if (high)
        return QStringLiteral("≤\u00a0") + trendNumber(*high);
    return low ? QStringLiteral("≥\u00a0") + trendNumber(*low) : QString();
}

qsizetype Trend::days() const
{
    QSet<QDate> all;
    for (const TrendLine &line : lines) {
        for (const TrendPoint &point : line.points)
            all.insert(point.day);
    }
    return all.size();
}

QString Trend::caption() const
{
    QStringList ranges;
    for (const TrendLine &line : lines) {
        if (!line.reference().isEmpty())
            ranges << line.reference();
    }
    QStringList words{unit};
    if (!ranges.isEmpty())
        words << Tr::tr("reference %1").arg(ranges.join(QStringLiteral(" / ")));
    words.removeAll(QString());
    return words.join(Tr::tr("; ", "between unit and range"));
}

Trend Trend::latest(qsizetype days) const
{
    if (days <= 0 || this->days() <= days)
        return *this;
    QList<QDate> all;
    for (const TrendLine &line : lines) {
        for (const TrendPoint &point : line.points) {
            if (!all.contains(point.day))
                all << point.day;
        }
    }
    std::sort(all.begin(), all.end());
    const QDate first = all.at(all.size() - days);
    Trend cut = *this;
    for (TrendLine &line : cut.lines)
        line.points.removeIf([&](const TrendPoint &point) { return point.day < first; });
    return cut;
}

QList<Trend> trendsOf(const Catalog &catalog, const QList<chart::Measurement> &measurements)
{
    QList<Trend> scores;
    QList<Trend> others;
    QString before; ///< Key of the item that the last trend began with.
    for (const forms::Section &section : catalog.visitForm.sections) {
        for (const forms::Item &item : section.items) {
            if (item.kind != forms::ItemKind::Number)
                continue;
            const TrendLine line{item.code, nameOf(item), item.normalLow, item.normalHigh,
                                 pointsOf(item.code, measurements)};
            if (line.points.isEmpty())
                continue;
            QList<Trend> &kind = item.code.startsWith(scalePrefix) ? scores : others;
            if (!item.key.isEmpty() && item.key == before && !kind.isEmpty()) {
                kind.last().lines << line;
                kind.last().title += u'·' + line.name;
            } else {
                kind << Trend{line.name, unitText(item.unit), {line}};
            }
            before = item.key;
        }
    }
    return scores + others;
}

qsizetype leadingTrend(const QList<Trend> &trends)
{
    qsizetype best = -1;
    for (qsizetype i = 0; i < trends.size(); ++i) {
        if (trends.at(i).lines.first().item == complaintScore && trends.at(i).days() > 1)
            return i;
        const bool score = trends.at(i).lines.first().item.startsWith(scalePrefix);
        if (best < 0 || (score && trends.at(i).days() > trends.at(best).days()))
            best = i;
    }
    return best;
}

} // namespace xinglin::ui
