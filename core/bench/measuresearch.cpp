#include "bench/database.h"
#include "bench/expect.h"
#include "bench/keystrokes.h"
#include "bench/measurements.h"
#include "bench/replay.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QSet>
#include <QStorageInfo>

#include <sqlite3.h>

#include <numeric>

namespace xinglin::bench {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::bench::Search)
};

constexpr qsizetype ColdKeystrokes = 100;
constexpr qint64 TimedFrom = 200'000; // patients; the time of a smaller clinic says nothing of the target
constexpr qint64 Large = 1'000'000;

struct Spent
{
    qint64 clock = 0;
    qint64 processor = 0;
};

/// One keystroke as a screen asks for it: a view, the search, the view given back.
void ask(store::Store &store, const store::Actor &actor, const QString &typed, Spent &spent)
{
    const qint64 before = processorTime();
    QElapsedTimer timer;
    timer.start();
    auto view = store.snapshot(actor);
    view->connection().setInterrupt([] { return false; });
    const auto hits = patient::search(*view, typed);
    view.reset();
    spent = {timer.nsecsElapsed(), processorTime() - before};
    expect(hits);
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
            const auto hits = expect(patient::search(*view, keystroke.typed));
            const bool isThere = std::any_of(hits.cbegin(), hits.cend(), [&](const PatientHit &hit) {
                return keystroke.number.isEmpty() || hit.number == keystroke.number;
            });
            if (!isThere && !keystroke.number.isEmpty())
                wrong(Tr::tr("“%1” does not find the patient %2.").arg(keystroke.typed, keystroke.number));
        }
    }
    for (const Keystroke &keystroke : keystrokes) {
        ask(store, session.actor, keystroke.typed, spent);
        product.warm << spent.clock;
        product.processor << spent.processor;
    }
    return product;
}

Timings replayIn(const SearchWishes &wishes, const QString &tape, const QString &database, const QByteArray &keyLiteral)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), wishes.replayWords + QStringList{tape, database});
    child.write(keyLiteral);
    child.closeWriteChannel();
    if (!child.waitForFinished(-1) || child.exitCode() != 0)
        wrong(Tr::tr("The replay on %1 failed.").arg(database));
    return Timings::fromBytes(child.readAllStandardOutput());
}

/// With and without the key, in turns.
struct Replays
{
    Timings encrypted;
    Timings plain;
};

void compare(const Timings &encrypted, const Timings &plain, const Tape &tape)
{
    for (qsizetype i = 0; i < tape.typed.size(); ++i) {
        if (encrypted.found.value(i) != plain.found.value(i))
            wrong(Tr::tr("“%1” finds other rows without encryption.").arg(tape.typed[i]));
    }
}

Replays replayBoth(const SearchWishes &wishes, const GrownClinic &clinic, const Tape &tape)
{
    const QString tapeFile = clinic.folder() + QStringLiteral("/tape");
    if (!tape.save(tapeFile))
        wrong(Tr::tr("The file %1 cannot be written.").arg(tapeFile));
    Replays replays;
    for (int round = 0; round < wishes.rounds; ++round) {
        const Timings first = replayIn(wishes, tapeFile, clinic.encryptedCopy(), clinic.keyLiteral());
        const Timings second = replayIn(wishes, tapeFile, clinic.plainCopy(), {});
        compare(first, second, tape);
        for (const auto &[all, some] : {std::pair(&replays.encrypted, &first), std::pair(&replays.plain, &second)}) {
            all->cold << some->cold;
            all->warm << some->warm;
            all->like << some->like;
        }
    }
    return replays;
}

void refuseWithoutRoom(const SearchWishes &wishes, const GrownClinic::Say &say)
{
    constexpr double gigabyte = 1e9;
    const double needed = double(GrownClinic::bytesOf(wishes.growth)) / gigabyte;
    const QStorageInfo disk(wishes.cache);
    // A file system that is not in the list of mounts tells nothing, as in a changed root.
    const bool known = disk.isValid() && disk.bytesAvailable() >= 0;
    const double room = double(disk.bytesAvailable()) / gigabyte;
    say(Tr::tr("%1 patients, %2 visits: up to %3 GB in %4 (%5 GB free)")
            .arg(wishes.growth.patients)
            .arg(wishes.growth.visits)
            .arg(needed, 0, 'f', 1)
            .arg(wishes.cache, known ? QString::number(room, 'f', 1) : QStringLiteral("?")));
    if (known && room < needed)
        throw store::Failure(Code::Conflict, Tr::tr("There is not enough room for the databases."), {});
}

/// The slowest keystrokes of the product with what they ran, to find out why.
void tellSlowest(const Product &product, qsizetype count, const GrownClinic::Say &say)
{
    QList<qsizetype> order(product.warm.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return product.warm[a] > product.warm[b]; });
    QSet<QString> once;
    for (const qsizetype i : std::as_const(order)) {
        if (once.size() >= count)
            return;
        if (once.contains(product.tape.typed[i]))
            continue;
        once.insert(product.tape.typed[i]);
        QMap<qint32, QPair<int, int>> ran;
        for (const Run &run : product.tape.runs[i]) {
            ++ran[run.statement].first;
            ran[run.statement].second += run.rows;
        }
        say(QStringLiteral("%1 ms “%2”").arg(double(product.warm[i]) / 1e6, 0, 'f', 2).arg(product.tape.typed[i]));
        for (auto it = ran.cbegin(); it != ran.cend(); ++it)
            say(QStringLiteral("      %1 ×, %2: %3")
                    .arg(it->first)
                    .arg(it->second)
                    .arg(QString::fromUtf8(product.tape.statements[it.key()])));
    }
}

QStringList definition(const SearchWishes &wishes)
{
    return {
        Tr::tr("The clinic: %1 patients with %2 visits, names by frequency, seed %3; %4 keystrokes, at most 50 rows "
               "each.")
            .arg(wishes.growth.patients)
            .arg(wishes.growth.visits)
            .arg(wishes.growth.seed)
            .arg(wishes.keystrokes),
        Tr::tr("“Search” is the whole of a keystroke on a reader: view, permission, statements, rows, masking. Cold: "
               "the first %1 after opening, the file in the system's cache.")
            .arg(ColdKeystrokes),
        Tr::tr("“Statements” are those that the searches ran, recorded and run again with the same values, prepared "
               "once; their times are processor time."),
        Tr::tr("The baseline: the same library, schema, rows, page layout, cache and statements in a database without "
               "a key; both copies written from the store, each replayed in a process of its own in turns; memory "
               "security only with the key."),
    };
}

QString titleOf(const QByteArray &kind)
{
    if (kind == "name")
        return Tr::tr("  by name");
    if (kind == "pinyin")
        return Tr::tr("  by pinyin");
    if (kind == "initials")
        return Tr::tr("  by initials");
    if (kind == "given name")
        return Tr::tr("  by given name");
    if (kind == "phone")
        return Tr::tr("  by phone");
    if (kind == "ID number")
        return Tr::tr("  by ID number");
    return Tr::tr("  by number");
}

QList<Row> rowsOf(const SearchWishes &wishes, const QList<Keystroke> &keystrokes, const Product &product,
                  const Replays &replays)
{
    QList<Row> rows{timeRow(QStringLiteral("search"), Tr::tr("Search"), product.warm),
                    timeRow(QStringLiteral("search-processor"), Tr::tr("Search, processor time"), product.processor),
                    timeRow(QStringLiteral("search-cold"), Tr::tr("Search, cold"), product.cold)};
    if (wishes.growth.patients >= TimedFrom)
        rows.first().target = Tr::tr("p99 at most %1 ms").arg(wishes.growth.patients >= Large ? 16 : 8);
    QMap<QByteArray, QList<qint64>> byKind;
    for (qsizetype i = 0; i < keystrokes.size(); ++i)
        byKind[keystrokes[i].kind] << product.warm[i];
    for (auto it = byKind.cbegin(); it != byKind.cend(); ++it)
        rows << timeRow(QLatin1String("search-by-" + it.key().toLower().replace(' ', '-')), titleOf(it.key()),
                        it.value());
    const auto against = [&rows](const QString &what, const QString &title, const QList<qint64> &times,
                                 const QList<qint64> &base) -> Row & {
        rows << timeRow(what, title, times)
             << timeRow(what + QStringLiteral("-no-key"), Tr::tr("%1, no key").arg(title), base);
        Row &row = rows[rows.size() - 2];
        row.ratio = row.spread.p99 / rows.constLast().spread.p99;
        row.against = rows.constLast().what;
        return row;
    };
    against(QStringLiteral("statements"), Tr::tr("Statements"), replays.encrypted.warm, replays.plain.warm).target =
        Tr::tr("ratio at most 2");
    against(QStringLiteral("statements-cold"), Tr::tr("Statements, cold"), replays.encrypted.cold, replays.plain.cold);
    rows << timeRow(QStringLiteral("like"), Tr::tr("LIKE '%…%' over name, phone, number, ID number"),
                    replays.encrypted.like);
    return rows;
}

} // namespace

Result<Report> measureSearch(const SearchWishes &wishes, const GrownClinic::Say &say)
try {
    makeFolder(wishes.cache);
    GrownClinic clinic(wishes.cache, wishes.growth);
    if (wishes.fresh)
        QDir(clinic.folder()).removeRecursively();
    if (!QFile::exists(clinic.folder()))
        refuseWithoutRoom(wishes, say);
    const access::Session session = clinic.open(say);

    SeededRandom random(wishes.growth.seed);
    const QList<Keystroke> keystrokes = typeFor(*session.store->snapshot(session.actor), random, wishes.keystrokes);
    Report report;
    report.bench = QStringLiteral("search");
    report.tier = QString::number(wishes.growth.patients);
    {
        Database encrypted(clinic.encryptedCopy(), clinic.keyLiteral());
        report.machine = describeMachine(QString::fromLatin1(encrypted.value("PRAGMA cipher_version")),
                                         QString::fromLatin1(sqlite3_libversion()));
    }
    report.baseline = definition(wishes);
    const Product product = measureProduct(session, keystrokes);
    const Replays replays = replayBoth(wishes, clinic, product.tape);
    tellSlowest(product, wishes.slowest, say);
    report.rows = rowsOf(wishes, keystrokes, product, replays);
    return report;
} catch (const store::Failure &failure) {
    return failure.error();
}

int replayHere(const QString &tape, const QString &database)
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 2;
    const Tape recorded = Tape::load(tape);
    Database opened(database, in.readAll());
    out.write(replay(opened, recorded, 1).toBytes());
    return 0;
}

} // namespace xinglin::bench
