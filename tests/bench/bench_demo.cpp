// How fast the demo clinic is filled, beside the bare rows in the same transactions. Fails only on wrong results.
#include "bench/measurements.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::bench;

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Times the filling of the demo clinic."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("patients"), QStringLiteral("How many."), QStringLiteral("n"), QStringLiteral("300")},
         {QStringLiteral("years"), QStringLiteral("How long."), QStringLiteral("n"), QStringLiteral("2")},
         {QStringLiteral("rounds"), QStringLiteral("How often."), QStringLiteral("n"), QStringLiteral("3")},
         {QStringLiteral("folder"), QStringLiteral("Where the clinics lie meanwhile."), QStringLiteral("folder"),
          QStringLiteral(XINGLIN_BENCH_CACHE)}});
    parser.process(program);
    DemoWishes wishes;
    wishes.cache = parser.value(QStringLiteral("folder"));
    wishes.patients = parser.value(QStringLiteral("patients")).toInt();
    wishes.years = parser.value(QStringLiteral("years")).toInt();
    wishes.rounds = std::max(1, parser.value(QStringLiteral("rounds")).toInt());
    const auto report = measureDemo(wishes, [](const QString &line) { QTextStream(stderr) << line << Qt::endl; });
    if (!report) {
        QTextStream(stderr) << report.error().message << ' ' << report.error().detail << Qt::endl;
        return 1;
    }
    QTextStream(stdout) << report->toText();
    return 0;
}
