#include "bench/search/report.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <numeric>

namespace xinglin::bench {

namespace {

QString number(double value)
{
    return QString::number(value, 'f', value < 0.1 ? 3 : 2);
}

/// The first value of a "name : value" file of the kernel.
QString fromKernel(const QString &path, const QByteArray &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("unknown");
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
    }
    return QStringLiteral("unknown");
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

QString Report::toText() const
{
    QString text = QStringLiteral("bench_%1, tier %2\n\n").arg(bench, tier);
    for (const QString &line : machine)
        text += line + u'\n';
    text += u'\n';
    for (const QString &line : baseline)
        text += line + u'\n';
    text += QStringLiteral("\n%1 %2 %3 %4  %5\n")
                .arg(QStringLiteral("what"), -52)
                .arg(QStringLiteral("p50 ms"), 9)
                .arg(QStringLiteral("p99 ms"), 9)
                .arg(QStringLiteral("max ms"), 9)
                .arg(QStringLiteral("ratio of p99, target"));
    for (const Row &row : rows) {
        QString remark;
        if (row.ratio)
            remark = QStringLiteral("%1 × %2").arg(number(*row.ratio), row.against);
        if (!row.target.isEmpty())
            remark += (remark.isEmpty() ? QString() : QStringLiteral(", ")) + QStringLiteral("target ") + row.target;
        text += QStringLiteral("%1 %2 %3 %4  %5")
                    .arg(row.what, -52)
                    .arg(number(row.spread.p50), 9)
                    .arg(number(row.spread.p99), 9)
                    .arg(number(row.spread.max), 9)
                    .arg(remark);
        while (text.endsWith(u' '))
            text.chop(1);
        text += u'\n';
    }
    return text;
}

QByteArray Report::toJson() const
{
    QJsonArray list;
    for (const Row &row : rows) {
        QJsonObject object{{QStringLiteral("what"), row.what},
                           {QStringLiteral("p50"), row.spread.p50},
                           {QStringLiteral("p99"), row.spread.p99},
                           {QStringLiteral("max"), row.spread.max},
                           {QStringLiteral("unit"), QStringLiteral("ms")},
                           {QStringLiteral("ratio"), row.ratio ? QJsonValue(*row.ratio) : QJsonValue()},
                           {QStringLiteral("against"), row.against},
                           {QStringLiteral("target"), row.target}};
        list.append(object);
    }
    const QJsonObject root{{QStringLiteral("bench"), bench},
                           {QStringLiteral("tier"), tier},
                           {QStringLiteral("machine"), QJsonArray::fromStringList(machine)},
                           {QStringLiteral("baseline"), QJsonArray::fromStringList(baseline)},
                           {QStringLiteral("rows"), list}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QStringList describeMachine(const QString &cipher, const QString &sqlite)
{
#ifdef NDEBUG
    const QString build = QStringLiteral("optimised");
#else
    const QString build = QStringLiteral("not optimised: only the ratio means anything");
#endif
    return {
        QStringLiteral("machine: %1, %2 threads, memory %3, %4")
            .arg(fromKernel(QStringLiteral("/proc/cpuinfo"), "model name"))
            .arg(QThread::idealThreadCount())
            .arg(fromKernel(QStringLiteral("/proc/meminfo"), "MemTotal"), QSysInfo::prettyProductName()),
        QStringLiteral("build: %1, SQLCipher %2 on SQLite %3, Qt %4")
            .arg(build, cipher, sqlite, QString::fromLatin1(qVersion())),
        QStringLiteral("load before: %1").arg([] {
            QFile file(QStringLiteral("/proc/loadavg"));
            return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().split(' ').value(0))
                                                  : QStringLiteral("unknown");
        }()),
    };
}

} // namespace xinglin::bench
