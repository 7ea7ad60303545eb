#include "bench/measurements.h"

#include "app/cli/command.h"
#include "store/failure.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Bench)
};

constexpr qint64 MostPatients = 5'000'000;
const QString replayVerb = QStringLiteral("bench-replay");

/// What a name on the command line measures, with how many patients where nothing else is said, and at most.
struct Measurement
{
    const char *name;
    qint64 patients;
    qint64 most;
    std::function<Result<bench::Report>(const QString &folder, qint64 patients, qint64 into)> measure;
};

void say(const QString &line)
{
    Output::progress(line);
}

const QList<Measurement> &measurements()
{
    static const QList<Measurement> all = {
        {"search", 20'000, MostPatients,
         [](const QString &folder, qint64 patients, qint64) {
             bench::SearchWishes wishes;
             wishes.growth = {patients, patients, 1};
             wishes.cache = folder;
             wishes.replayWords = QStringList{replayVerb};
             return bench::measureSearch(wishes, say);
         }},
        {"import", 20'000, MostPatients,
         [](const QString &folder, qint64 patients, qint64 into) {
             bench::ImportWishes wishes;
             wishes.cache = folder;
             wishes.rows = static_cast<int>(patients);
             wishes.into = into;
             return bench::measureImport(wishes, say);
         }},
        {"demo", 300, 100'000,
         [](const QString &folder, qint64 patients, qint64) {
             bench::DemoWishes wishes;
             wishes.cache = folder;
             wishes.patients = static_cast<int>(patients);
             return bench::measureDemo(wishes, say);
         }},
    };
    return all;
}

QString names()
{
    QStringList list;
    for (const Measurement &one : measurements())
        list << QLatin1String(one.name);
    return list.join(QStringLiteral(", "));
}

void show(Output &output, const bench::Report &report)
{
    if (output.isJson()) {
        output.json(report.toJson());
        return;
    }
    for (const QStringList &lines : {report.machine, report.baseline}) {
        for (const QString &line : lines)
            output.line(line);
    }
    output.line({});
    output.table(bench::Report::heading(), report.cells());
}

Exit run(const Call &call)
{
    const QString name = call.arguments.operands().constFirst();
    const auto known = std::find_if(measurements().cbegin(), measurements().cend(),
                                    [&](const Measurement &one) { return name == QLatin1String(one.name); });
    if (known == measurements().cend())
        return call.refuse(Exit::WrongUse, Tr::tr("Unknown measurement: %1 (%2)").arg(name, names()));
    const auto patients = call.arguments.number(QStringLiteral("patients"), known->patients, 1, known->most);
    const auto into = call.arguments.number(QStringLiteral("into"), 0, 0, MostPatients);
    for (const auto *number : {&patients, &into})
        if (!*number)
            return call.refuse(Exit::WrongUse, number->error().message);
    if (call.arguments.has(QStringLiteral("into")) && name != u"import")
        return call.refuse(Exit::WrongUse, Tr::tr("--into belongs to “import”."));
    const auto kept = call.arguments.value(QStringLiteral("folder"));
    QTemporaryDir once(QDir::tempPath() + QStringLiteral("/xinglin-bench-XXXXXX"));
    if (!kept && !once.isValid())
        return call.refuse(Exit::Store, once.errorString());
    const auto report = known->measure(kept ? *kept : once.path(), *patients, *into);
    Output::endProgress();
    if (!report)
        return call.refuse(report.error());
    show(call.output, *report);
    return Exit::Done;
}

Exit replay(const Call &call)
{
    const QStringList &words = call.arguments.operands();
    return static_cast<Exit>(bench::replayHere(words.constFirst(), words.constLast()));
}

} // namespace

Command benchCommand()
{
    return {
        {QStringLiteral("bench")},
        Tr::tr("Measure how fast this PC runs Xinglin, on clinics of made-up people that are thrown away."),
        {{QStringLiteral("NAME"), Tr::tr("What to measure: %1.").arg(names())}},
        {{QStringLiteral("patients"), QStringLiteral("N"),
          Tr::tr(
              "How many: in the clinic that is searched (default 20000), in the file that is imported (20000), in the "
              "clinic that is filled (300).")},
         {QStringLiteral("into"), QStringLiteral("N"),
          Tr::tr("How many patients are there before the import (default 0).")},
         {QStringLiteral("folder"), QStringLiteral("DIR"),
          Tr::tr("Where the made-up clinics lie; one that was grown for a search or an import is kept there.")}},
        Tr::tr(
            "Each time stands beside that of a baseline that does only the least; the ratio says what the rest costs. "
            "Other programs at work on the PC make every time longer. The clinic of this PC is not opened."),
        run};
}

Command benchReplayCommand()
{
    Command command{{replayVerb},
                    Tr::tr("Part of “bench search”, in a process of its own."),
                    {{QStringLiteral("TAPE"), Tr::tr("The statements.")},
                     {QStringLiteral("DATABASE"), Tr::tr("Where they are run; the key comes on standard input.")}},
                    {},
                    {},
                    replay};
    command.inner = true;
    return command;
}

} // namespace xinglin::cli
