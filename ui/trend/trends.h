#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/chart/chart.h"

/// What was measured and scored from visit to visit, laid out for charts.
namespace xinglin::ui {

struct TrendPoint
{
    QDate day;
    double number = 0;
    bool operator==(const TrendPoint &) const = default;
};

/// One item of the form through the visits, oldest first.
struct TrendLine
{
    QString item; ///< "vital.systolic"
    QString name;
    std::optional<double> low; ///< Reference range, where there is one.
    std::optional<double> high;
    QList<TrendPoint> points;
    bool operator==(const TrendLine &) const = default;

    /// "90–139", "≤ 7", "≥ 95"; empty without a range.
    QString reference() const;
};

/// A chart: one line, or two that are written as one (the pressures).
struct Trend
{
    QString title;
    QString unit; ///< As people write it; may be empty.
    QList<TrendLine> lines;
    bool operator==(const Trend &) const = default;

    /// Days on which something was measured.
    qsizetype days() const;
    /// "mmHg; reference 90–139 / 60–89"; empty where there is nothing to say.
    QString caption() const;
    /// Only the latest @p days of it; 0: all.
    Trend latest(qsizetype days) const;
};

/// Everything that was measured at least once: scores first, for they say how the complaint goes, then vitals in the
/// order of the form. Of several numbers of one day the last counts. Pure.
QList<Trend> trendsOf(const Catalog &catalog, const QList<chart::Measurement> &measurements);
/// The one to show first: the score of the chief complaint, else the one taken most often; -1 where there is none.
/// Pure.
qsizetype leadingTrend(const QList<Trend> &trends);
/// "9", "36.8": as it was written, in the digits of the screen.
QString trendNumber(double number);

} // namespace xinglin::ui
