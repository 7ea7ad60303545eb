// How fast a clinic leaves: rows of patients and visits a second into CSV, JSON lines and a workbook, beside the bare
// reading of the same rows of the same store, and how much memory it takes. Fails only on wrong results.
#include "bench/expect.h"
#include "bench/grownclinic.h"
#include "bench/report.h"
#include "clinic/followers.h"
#include "interop/exporting.h"
#include "store/failure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <iterator>

using namespace xinglin;
using namespace xinglin::bench;
using namespace Qt::StringLiterals;

namespace {

struct Tier
{
    const char *name;
    qint64 patients;
    qint64 visits;
};
constexpr Tier tiers[] = {{"S", 20'000, 20'000}, {"M", 200'000, 1'000'000}, {"L", 1'000'000, 5'000'000}};
/// More is not asked for, however large the clinic.
constexpr qint64 MostMemoryMiB = 64;

void tell(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

/// The most that the program ever had in memory, in KiB.
qint64 peakKiB()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

/// Every value of every row, and nothing done with it.
qint64 readBare(const store::Snapshot &view, const char *sql)
{
    store::Query rows = view.connection().internal(sql);
    qint64 count = 0;
    while (rows.next()) {
        for (int i = 0; i < rows.columnCount(); ++i)
            static_cast<void>(rows.value(i));
        ++count;
    }
    return count;
}

void measure(access::Session &session, const Tier &tier, const QString &cache)
{
    const auto catalog = expect(Catalog::load());
    QElapsedTimer timer;
    timer.start();
    qint64 bare = 0;
    {
        const auto view = session.store->snapshot(session.actor);
        bare = readBare(*view, "SELECT * FROM patient ORDER BY n") + readBare(*view, "SELECT * FROM visit ORDER BY n");
    }
    const double bareSeconds = double(timer.nsecsElapsed()) / 1e9;
    if (bare != tier.patients + tier.visits)
        throw store::Failure(Code::Broken, {}, u"the clinic has %1 rows"_s.arg(bare));
    tell(u"bare SELECT     %1 rows, %2 s, %3 rows/s"_s.arg(bare)
             .arg(bareSeconds, 0, 'f', 2)
             .arg(double(bare) / bareSeconds, 0, 'f', 0));
    DiskFiles files;
    using interop::ExportFormat;
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Json, ExportFormat::Xlsx}) {
        const QTemporaryDir folder(cache + u"/export-XXXXXX"_s);
        const qint64 before = peakKiB();
        timer.restart();
        const auto exported =
            expect(interop::runExport(*session.store, session.actor, *catalog,
                                      {folder.filePath(u"out"_s), format, {u"patients"_s, u"visits"_s}}, files));
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        const qint64 grown = (peakKiB() - before) / 1024;
        qint64 bytes = 0;
        for (const interop::ExportedFile &file : exported.files)
            bytes += file.bytes;
        tell(u"export %1 %2 rows, %3 s, %4 rows/s, %5 x the bare time, %6 MiB of files, %7 MiB more memory"_s
                 .arg(interop::toText(format), -8)
                 .arg(exported.rows)
                 .arg(seconds, 0, 'f', 2)
                 .arg(double(exported.rows) / seconds, 0, 'f', 0)
                 .arg(seconds / bareSeconds, 0, 'f', 1)
                 .arg(bytes >> 20)
                 .arg(grown));
        if (exported.rows != bare)
            throw store::Failure(Code::Broken, {}, u"%1 rows were exported"_s.arg(exported.rows));
        if (grown > MostMemoryMiB)
            throw store::Failure(Code::Broken, {}, u"%1 MiB of memory"_s.arg(grown));
        if (!expect(interop::verifyExport(files, exported.path)).problems.isEmpty())
            throw store::Failure(Code::Broken, {}, u"the export does not hold"_s);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{u"tier"_s, u"S, M or L."_s, u"tier"_s, u"S"_s},
         {u"cache"_s, u"Where the grown clinics are kept."_s, u"folder"_s, QStringLiteral(XINGLIN_BENCH_CACHE)}});
    parser.process(app);
    const QString wanted = parser.value(u"tier"_s);
    const auto *tier = std::find_if(std::begin(tiers), std::end(tiers),
                                    [&](const Tier &one) { return wanted == QLatin1String(one.name); });
    if (tier == std::end(tiers))
        return 2;
    try {
        const QString cache = parser.value(u"cache"_s);
        GrownClinic grown(cache, {tier->patients, tier->visits, 1});
        access::Session session = grown.open([](const QString &line) { QTextStream(stderr) << line << Qt::endl; });
        measure(session, *tier, cache);
    } catch (const store::Failure &failure) {
        QTextStream(stderr) << failure.error().message << ' ' << failure.error().detail << Qt::endl;
        return 1;
    }
    return 0;
}
