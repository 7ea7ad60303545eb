#pragma once

#include <QList>
#include <QStringList>

#include <optional>

namespace xinglin::bench {

/// Median, 95th and 99th percentile, greatest and mean of a sample, in milliseconds.
struct Spread
{
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;
    double max = 0;
    double mean = 0;
};
Spread spreadOf(QList<qint64> nanoseconds);

/// A measured thing.
struct Row
{
    QString what;
    Spread spread;
    std::optional<double> ratio; ///< Of the p99, against `against`.
    QString against;
    QString target; ///< What is wanted, in words; empty: for information.
};

/// What was measured, on what, and against what.
struct Report
{
    QString bench; ///< What is measured: "search".
    QString tier;
    QStringList machine;  ///< "name: value"
    QStringList baseline; ///< Sentences that define it.
    QList<Row> rows;

    QString toText() const;
    QByteArray toJson() const;
};

/// This PC, this build, these libraries.
QStringList describeMachine(const QString &cipher, const QString &sqlite);

} // namespace xinglin::bench
