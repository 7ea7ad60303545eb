#include "bench/report.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <numeric>

namespace xinglin::bench {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::bench::Report)
};

QString number(double value)
{
    return QString::number(value, 'f', value < 0.1 ? 3 : value < 1000 ? 2 : 0);
}

/// The first value of a "name : value" file of the kernel.
QString fromKernel(const QString &path, const QByteArray &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Tr::tr("unknown");
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
    }
    return Tr::tr("unknown");
}

} // namespace

Spread spreadOf(QList<qint64> nanoseconds)
{
    if (nanoseconds.isEmpty())
        return {};
    std::sort(nanoseconds.begin(), nanoseconds.end());
    const auto at = [&](qsizetype percent) {
        // Nearest rank.
        const qsizetype rank = (nanoseconds.size() * percent + 99) / 100;
        return double(nanoseconds[std::max<qsizetype>(rank, 1) - 1]) / 1e6;
    };
    const double sum = std::accumulate(nanoseconds.cbegin(), nanoseconds.cend(), 0.0);
    return {at(50), at(95), at(99), at(100), sum / double(nanoseconds.size()) / 1e6};
}

Row timeRow(const QString &what, const QString &title, const QList<qint64> &nanoseconds)
{
    Row row;
    row.what = what;
    row.title = title;
    row.spread = spreadOf(nanoseconds);
    return row;
}

Row rateRow(const char *what, const QString &title, QList<double> perSecond, const char *unit)
{
    std::sort(perSecond.begin(), perSecond.end());
    Row row;
    row.what = QLatin1String(what);
    row.title = title;
    row.unit = QLatin1String(unit);
    if (!perSecond.isEmpty()) {
        const double sum = std::accumulate(perSecond.cbegin(), perSecond.cend(), 0.0);
        row.spread = {perSecond[perSecond.size() / 2], perSecond.constFirst(), perSecond.constFirst(),
                      perSecond.constLast(), sum / double(perSecond.size())};
    }
    return row;
}

QStringList Report::heading()
{
    return {Tr::tr("What"),         QStringLiteral("p50"), QStringLiteral("p99"), QStringLiteral("max"), {},
            Tr::tr("Ratio, target")};
}

QList<QStringList> Report::cells() const
{
    QList<QStringList> all;
    for (const Row &row : rows) {
        QString remark;
        QString against = row.against;
        for (const Row &other : rows) {
            if (other.what == row.against && !other.title.isEmpty())
                against = other.title;
        }
        if (row.ratio)
            remark = QStringLiteral("%1 × %2").arg(number(*row.ratio), against);
        if (!row.target.isEmpty())
            remark += (remark.isEmpty() ? QString() : QStringLiteral(", ")) + Tr::tr("wanted: %1").arg(row.target);
        all << QStringList{row.title.isEmpty() ? row.what : row.title,
                           number(row.spread.p50),
                           number(row.spread.p99),
                           number(row.spread.max),
                           row.unit,
                           remark};
    }
    return all;
}

QString Report::toText() const
{
    QString text = QStringLiteral("bench_%1, %2\n\n").arg(bench, tier);
    for (const QString &line : machine)
        text += line + u'\n';
    text += u'\n';
    for (const QString &line : baseline)
        text += line + u'\n';
    text += u'\n';
    for (const QStringList &cell : QList<QStringList>{heading()} + cells()) {
        text += QStringLiteral("%1 %2 %3 %4 %5 %6")
                    .arg(cell[0], -52)
                    .arg(cell[1], 9)
                    .arg(cell[2], 9)
                    .arg(cell[3], 9)
                    .arg(cell[4], -10)
                    .arg(cell[5]);
        while (text.endsWith(u' '))
            text.chop(1);
        text += u'\n';
    }
    return text;
}

QJsonObject Report::toJson() const
{
    QJsonArray list;
    for (const Row &row : rows) {
        list.append(QJsonObject{{QStringLiteral("what"), row.what},
                                {QStringLiteral("p50"), row.spread.p50},
                                {QStringLiteral("p99"), row.spread.p99},
                                {QStringLiteral("max"), row.spread.max},
                                {QStringLiteral("unit"), row.unit},
                                {QStringLiteral("ratio"), row.ratio ? QJsonValue(*row.ratio) : QJsonValue()},
                                {QStringLiteral("against"), row.against},
                                {QStringLiteral("target"), row.target}});
    }
    return {{QStringLiteral("bench"), bench},
            {QStringLiteral("tier"), tier},
            {QStringLiteral("machine"), QJsonArray::fromStringList(machine)},
            {QStringLiteral("baseline"), QJsonArray::fromStringList(baseline)},
            {QStringLiteral("rows"), list}};
}

QStringList describeMachine(const QString &cipher, const QString &sqlite)
{
#ifdef NDEBUG
    const QString build = Tr::tr("optimised");
#else
    const QString build = Tr::tr("not optimised: only the ratio means anything");
#endif
    QFile load(QStringLiteral("/proc/loadavg"));
    QStringList versions;
    if (!cipher.isEmpty())
        versions << QStringLiteral("SQLCipher ") + cipher;
    if (!sqlite.isEmpty())
        versions << QStringLiteral("SQLite ") + sqlite;
    versions << QStringLiteral("Qt ") + QLatin1String(qVersion());
    return {
        Tr::tr("Machine: %1, %2 threads, memory %3, %4")
            .arg(fromKernel(QStringLiteral("/proc/cpuinfo"), "model name"))
            .arg(QThread::idealThreadCount())
            .arg(fromKernel(QStringLiteral("/proc/meminfo"), "MemTotal"), QSysInfo::prettyProductName()),
        Tr::tr("Build: %1, %2").arg(build, versions.join(QStringLiteral(", "))),
        Tr::tr("Load before: %1")
            .arg(load.open(QIODevice::ReadOnly) ? QString::fromLatin1(load.readAll().split(' ').value(0))
                                                : Tr::tr("unknown")),
    };
}

} // namespace xinglin::bench
