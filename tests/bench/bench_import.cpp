// How fast patients come in from a CSV file, beside the bare rows in the same transactions. Fails only on wrong
// results.
#include "bench/measurements.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::bench;

namespace {

void say(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

bool measured(const ImportWishes &wishes)
{
    const auto report = measureImport(wishes, say);
    if (report)
        QTextStream(stdout) << report->toText() << Qt::endl;
    else
        say(report.error().message + u' ' + report.error().detail);
    return report.ok();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Times the import of patients."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("tier"), QStringLiteral("M: into a clinic of 200,000 as well, L: 1,000,000."),
          QStringLiteral("tier"), QStringLiteral("S")},
         {QStringLiteral("rows"), QStringLiteral("Lines of the file."), QStringLiteral("n"), QStringLiteral("20000")},
         {QStringLiteral("cache"), QStringLiteral("Where grown clinics are kept."), QStringLiteral("folder"),
          QStringLiteral(XINGLIN_BENCH_CACHE)}});
    parser.process(program);
    ImportWishes wishes;
    wishes.rows = parser.value(QStringLiteral("rows")).toInt();
    wishes.cache = parser.value(QStringLiteral("cache"));
    if (!measured(wishes))
        return 1;
    const QString tier = parser.value(QStringLiteral("tier"));
    if (tier != u"M" && tier != u"L")
        return 0;
    wishes.into = tier == u"L" ? 1'000'000 : 200'000;
    return measured(wishes) ? 0 : 1;
}
