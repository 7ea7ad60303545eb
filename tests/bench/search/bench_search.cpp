// How long a keystroke in the patient search takes, and what encryption costs of it. Fails only on wrong results.
#include "bench/search/grownclinic.h"
#include "bench/search/keystrokes.h"
#include "bench/search/replay.h"
#include "bench/search/report.h"
#include "clinic/patient/patients.h"
#include "store/failure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QStorageInfo>
#include <QTextStream>

#include <sqlite3.h>

#include <numeric>

using namespace xinglin;
using namespace xinglin::bench;

namespace {

constexpr qsizetype ColdKeystrokes = 100;

struct Options
{
    QString tier;
    Growth growth;
    QString cache;
    qsizetype keystrokes = 4000;
    int rounds = 2;
    int slowest = 0;
    bool fresh = false;
    bool json = false;
};

struct Tier
{
    const char *name;
    qint64 patients;
    qint64 visits;
};
constexpr Tier tiers[] = {{"S", 20'000, 20'000}, {"M", 200'000, 200'000}, {"L", 1'000'000, 1'000'000}};

void say(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

[[noreturn]] void wrong(const QString &what)
{
    throw store::Failure(Code::Broken, what, {});
}

struct Spent
{
    qint64 clock = 0;
    qint64 processor = 0;
};

/// One keystroke as a screen asks for it: a view, the search, the view given back.
QList<PatientHit> ask(store::Store &store, const store::Actor &actor, const QString &typed, Spent &spent)
{
    const qint64 before = processorTime();
    QElapsedTimer timer;
    timer.start();
    auto view = store.snapshot(actor);
    view->connection().setInterrupt([] { return false; });
    auto hits = patient::search(*view, typed);
    view.reset();
    spent = {timer.nsecsElapsed(), processorTime() - before};
    if (!hits)
        wrong(hits.error().message);
    return *std::move(hits);
}

/// What each keystroke took in the product.
struct Product
{
    QList<qint64> cold;
    QList<qint64> warm;
    QList<qint64> processor; ///< The same, without waiting.
    Tape tape;
};

Product measureProduct(const access::Session &session, const QList<Keystroke> &keystrokes)
{
    Product product;
    store::Store &store = *session.store;
    Spent spent;
    for (const Keystroke &keystroke : keystrokes.first(std::min(ColdKeystrokes, keystrokes.size()))) {
        ask(store, session.actor, keystroke.typed, spent);
        product.cold << spent.clock;
    }
    {
        const auto view = store.snapshot(session.actor);
        Recorder recorder(view->connection().handle(), product.tape);
        for (const Keystroke &keystroke : keystrokes) {
            recorder.beginKeystroke(keystroke.typed);
            const auto hits = patient::search(*view, keystroke.typed);
            if (!hits)
                wrong(hits.error().message);
            const bool isThere = std::any_of(hits->cbegin(), hits->cend(), [&](const PatientHit &hit) {
                return keystroke.number.isEmpty() || hit.number == keystroke.number;
            });
            if (!isThere && !keystroke.number.isEmpty())
                wrong(QStringLiteral("“%1” does not find the patient %2.").arg(keystroke.typed, keystroke.number));
        }
    }
    for (const Keystroke &keystroke : keystrokes) {
        ask(store, session.actor, keystroke.typed, spent);
        product.warm << spent.clock;
        product.processor << spent.processor;
    }
    return product;
}

/// Replays in a process of its own, which holds nothing of the store: memory security, once on, stays on.
Timings replayIn(const QString &database, const QByteArray &keyLiteral, const QString &tape, int rounds)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--replay"), tape, QStringLiteral("--database"), database, QStringLiteral("--rounds"),
                 QString::number(rounds)});
    child.write(keyLiteral);
    child.closeWriteChannel();
    if (!child.waitForFinished(-1) || child.exitCode() != 0)
        wrong(QStringLiteral("The replay on %1 failed.").arg(database));
    return Timings::fromBytes(child.readAllStandardOutput());
}

int replayHere(const QString &tape, const QString &path, int rounds)
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 2;
    Database database(path, in.readAll());
    out.write(replay(database, Tape::load(tape), rounds).toBytes());
    return 0;
}

void compare(const Timings &encrypted, const Timings &plain, const Tape &tape)
{
    for (qsizetype i = 0; i < tape.typed.size(); ++i) {
        if (encrypted.found.value(i) != plain.found.value(i))
            wrong(QStringLiteral("“%1” finds other rows without encryption.").arg(tape.typed[i]));
    }
}

void refuseWithoutRoom(const Options &options)
{
    constexpr double gigabyte = 1e9;
    const double needed = double(GrownClinic::bytesOf(options.growth)) / gigabyte;
    const QStorageInfo disk(options.cache);
    // A file system that is not in the list of mounts tells nothing, as in a changed root.
    const bool known = disk.isValid() && disk.bytesAvailable() >= 0;
    const double room = double(disk.bytesAvailable()) / gigabyte;
    say(QStringLiteral("%1 patients, %2 visits: up to %3 GB in %4 (%5 GB free)")
            .arg(options.growth.patients)
            .arg(options.growth.visits)
            .arg(needed, 0, 'f', 1)
            .arg(options.cache, known ? QString::number(room, 'f', 1) : QStringLiteral("?")));
    if (known && room < needed)
        wrong(QStringLiteral("There is not enough room for the databases."));
}

/// The slowest keystrokes of the product with what they ran, to find out why.
QStringList slowestOf(const Product &product, qsizetype count)
{
    QList<qsizetype> order(product.warm.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return product.warm[a] > product.warm[b]; });
    QStringList lines;
    QSet<QString> once;
    for (const qsizetype i : std::as_const(order)) {
        if (lines.size() >= count)
            break;
        if (once.contains(product.tape.typed[i]))
            continue;
        once.insert(product.tape.typed[i]);
        QMap<qint32, QPair<int, int>> ran;
        for (const Run &run : product.tape.runs[i]) {
            ++ran[run.statement].first;
            ran[run.statement].second += run.rows;
        }
        QString line =
            QStringLiteral("%1 ms “%2”").arg(double(product.warm[i]) / 1e6, 0, 'f', 2).arg(product.tape.typed[i]);
        for (auto it = ran.cbegin(); it != ran.cend(); ++it)
            line += QStringLiteral("\n      %1 times, %2 rows: %3")
                        .arg(it->first)
                        .arg(it->second)
                        .arg(QString::fromUtf8(product.tape.statements[it.key()]));
        lines << line;
    }
    return lines;
}

QStringList definition(const Options &options)
{
    return {
        QStringLiteral("The clinic: %1 patients with %2 visits, names by frequency, seed %3; %4 keystrokes, at most 50"
                       " rows each.")
            .arg(options.growth.patients)
            .arg(options.growth.visits)
            .arg(options.growth.seed)
            .arg(options.keystrokes),
        QStringLiteral(
            "\"search\" is the whole of a keystroke on a reader: view, permission, statements, rows, masking."
            " Cold: the first %1 after opening, the file in the system's cache.")
            .arg(ColdKeystrokes),
        QStringLiteral(
            "\"statements\" are those that the searches ran, recorded by SQLite's trace and run again with the"
            " same values, prepared once; their times are processor time."),
        QStringLiteral("The baseline: the same library, schema, rows, page layout, cache (64 MiB) and statements in a"
                       " database without a key,"),
        QStringLiteral("both copies written by sqlcipher_export from the store, each replayed in a process of its own"
                       " in turns; memory security only with the key."),
    };
}

Report measure(const Options &options)
{
    if (!QDir().mkpath(options.cache))
        wrong(QStringLiteral("The cache folder %1 cannot be made.").arg(options.cache));
    GrownClinic clinic(options.cache, options.growth);
    if (options.fresh)
        QDir(clinic.folder()).removeRecursively();
    if (options.fresh || !QFile::exists(clinic.folder()))
        refuseWithoutRoom(options);
    const access::Session session = clinic.open(say);

    SeededRandom random(options.growth.seed);
    QList<Keystroke> keystrokes;
    {
        const auto view = session.store->snapshot(session.actor);
        keystrokes = typeFor(*view, random, options.keystrokes);
    }
    Report report;
    report.bench = QStringLiteral("search");
    report.tier = options.tier;
    {
        Database plain(clinic.plainCopy(), {});
        Database encrypted(clinic.encryptedCopy(), clinic.keyLiteral());
        report.machine = describeMachine(QString::fromLatin1(encrypted.value("PRAGMA cipher_version")),
                                         QString::fromLatin1(sqlite3_libversion()));
    }
    report.baseline = definition(options);

    const Product product = measureProduct(session, keystrokes);
    const QString tapeFile = clinic.folder() + QStringLiteral("/tape");
    if (!product.tape.save(tapeFile))
        wrong(QStringLiteral("The tape cannot be written."));
    Timings encrypted;
    Timings plain;
    for (int round = 0; round < options.rounds; ++round) {
        const Timings first = replayIn(clinic.encryptedCopy(), clinic.keyLiteral(), tapeFile, 1);
        const Timings second = replayIn(clinic.plainCopy(), {}, tapeFile, 1);
        compare(first, second, product.tape);
        for (const auto &[all, some] : {std::pair(&encrypted, &first), std::pair(&plain, &second)}) {
            all->cold << some->cold;
            all->warm << some->warm;
            all->like << some->like;
        }
    }

    for (const QString &line : slowestOf(product, options.slowest))
        say(line);
    const bool timed = options.tier != u"S";
    const auto row = [&](const QString &what, const QList<qint64> &times, const QString &target = {}) {
        report.rows.append({what, spreadOf(times), {}, {}, target});
    };
    const auto against = [&](const QString &what, const QList<qint64> &times, const QList<qint64> &base,
                             const QString &target = {}) {
        row(what, times, target);
        report.rows.last().ratio = report.rows.constLast().spread.p99 / spreadOf(base).p99;
        report.rows.last().against = QStringLiteral("plain");
        row(what + QStringLiteral(", no key"), base);
    };
    row(QStringLiteral("search"), product.warm, timed ? QStringLiteral("p99 ≤ 8 ms") : QString());
    row(QStringLiteral("search, processor time"), product.processor);
    row(QStringLiteral("search, cold"), product.cold);
    QMap<QByteArray, QList<qint64>> byKind;
    for (qsizetype i = 0; i < keystrokes.size(); ++i)
        byKind[keystrokes[i].kind] << product.warm[i];
    for (auto it = byKind.cbegin(); it != byKind.cend(); ++it)
        row(QStringLiteral("  by %1 (%2)").arg(QLatin1String(it.key())).arg(it.value().size()), it.value());
    against(QStringLiteral("statements"), encrypted.warm, plain.warm, QStringLiteral("ratio ≤ 2"));
    against(QStringLiteral("statements, cold"), encrypted.cold, plain.cold);
    row(QStringLiteral("LIKE '%…%' over name, phone, number, ID number"), encrypted.like);
    return report;
}

std::optional<Options> optionsFrom(const QCommandLineParser &parser)
{
    Options options;
    options.tier = parser.value(QStringLiteral("tier"));
    const auto tier = std::find_if(std::begin(tiers), std::end(tiers),
                                   [&](const Tier &one) { return options.tier == QLatin1String(one.name); });
    if (tier == std::end(tiers))
        return std::nullopt;
    options.growth = {tier->patients, tier->visits, 1};
    bool good = true;
    const auto read = [&](const char *name, auto &value) {
        const QString text = parser.value(QLatin1String(name));
        if (text.isEmpty())
            return;
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        good = good && isNumber && number > 0;
        value = static_cast<std::remove_reference_t<decltype(value)>>(number);
    };
    read("patients", options.growth.patients);
    read("visits", options.growth.visits);
    read("seed", options.growth.seed);
    read("keystrokes", options.keystrokes);
    read("rounds", options.rounds);
    read("slowest", options.slowest);
    options.cache = parser.value(QStringLiteral("cache"));
    options.fresh = parser.isSet(QStringLiteral("fresh"));
    options.json = parser.isSet(QStringLiteral("json"));
    return good ? std::optional(options) : std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Times the patient search of a grown clinic."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("tier"), QStringLiteral("S, M or L: 20 000, 200 000 or 1 000 000 patients."),
         QStringLiteral("tier"), QStringLiteral("S")},
        {QStringLiteral("patients"), QStringLiteral("Another number of patients."), QStringLiteral("n")},
        {QStringLiteral("visits"), QStringLiteral("Another number of visits; one a patient."), QStringLiteral("n")},
        {QStringLiteral("seed"), QStringLiteral("Other people."), QStringLiteral("n")},
        {QStringLiteral("keystrokes"), QStringLiteral("How many; 4000."), QStringLiteral("n")},
        {QStringLiteral("rounds"), QStringLiteral("Replays of each copy; 2."), QStringLiteral("n")},
        {QStringLiteral("slowest"), QStringLiteral("Say what the slowest keystrokes ran."), QStringLiteral("n")},
        {QStringLiteral("cache"), QStringLiteral("Where grown clinics are kept."), QStringLiteral("folder"),
         QStringLiteral(XINGLIN_BENCH_CACHE)},
        {QStringLiteral("fresh"), QStringLiteral("Grow the clinic anew.")},
        {QStringLiteral("json"), QStringLiteral("Print JSON.")},
        {QStringLiteral("replay"), QStringLiteral("Only replay a tape; the key comes on standard input."),
         QStringLiteral("tape")},
        {QStringLiteral("database"), QStringLiteral("What to replay on."), QStringLiteral("file")},
    });
    parser.process(program);
    const auto options = optionsFrom(parser);
    if (!options) {
        say(QStringLiteral("A tier is S, M or L; numbers are whole and above zero."));
        return 2;
    }
    try {
        if (parser.isSet(QStringLiteral("replay")))
            return replayHere(parser.value(QStringLiteral("replay")), parser.value(QStringLiteral("database")),
                              options->rounds);
        const Report report = measure(*options);
        QTextStream(stdout) << (options->json ? QString::fromUtf8(report.toJson()) : report.toText());
        return 0;
    } catch (const store::Failure &failure) {
        say(QStringLiteral("%1 (%2)").arg(failure.error().message, failure.error().detail));
        return 1;
    }
}
