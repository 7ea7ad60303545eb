#pragma once

#include <QJsonObject>
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
    QString what; ///< Its name for programs, the same in every language.
    Spread spread;
    std::optional<double> ratio; ///< Of the p99, against `against`; of a rate, how many times as long it takes.
    QString against;             ///< `what` of another row, or words.
    QString target;              ///< What is wanted, in words; empty: for information.
    QString title;               ///< Its name for people; empty: `what`.
    QString unit = QStringLiteral("ms");
};
/// Of a thing that took so many nanoseconds each time.
Row timeRow(const QString &what, const QString &title, const QList<qint64> &nanoseconds);
/// Of a thing done so and so often a second, in rounds: p50 is the median round, p95 and p99 the slowest, max the best.
Row rateRow(const char *what, const QString &title, QList<double> perSecond, const char *unit);

/// What was measured, on what, and against what.
struct Report
{
    QString bench; ///< What is measured: "search".
    QString tier;
    QStringList machine;  ///< "name: value"
    QStringList baseline; ///< Sentences that define it.
    QList<Row> rows;

    /// Title, p50, p99, max with the unit, and ratio and target in words, of each row.
    QList<QStringList> cells() const;
    /// The words above those columns.
    static QStringList heading();
    QString toText() const;
    QJsonObject toJson() const;
};

/// This PC, this build, these libraries.
QStringList describeMachine(const QString &cipher, const QString &sqlite);

} // namespace xinglin::bench
