// What saving a signed visit costs with everything on: gate, check, capture, followers, change log, audit; beside the
// bare transaction of the same rows, and beside what the disk takes by itself. Fails only on wrong results.
#include "bench/charts.h"
#include "bench/expect.h"
#include "bench/grownclinic.h"
#include "bench/replay.h"
#include "bench/report.h"
#include "bench/visit/barevisits.h"
#include "clinic/followers.h"
#include "clinic/patient/patients.h"
#include "store/failure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTextStream>
#include <QThread>

#include <sqlite3.h>

using namespace xinglin;
using namespace xinglin::bench;

namespace {

struct Tier
{
    const char *name;
    qint64 patients;
    qint64 visits;
    qsizetype saved;
};
constexpr Tier tiers[] = {
    {"S", 20'000, 20'000, 200}, {"M", 200'000, 1'000'000, 4000}, {"L", 1'000'000, 5'000'000, 4000}};
constexpr double RatioBar = 3;
constexpr double P99BarMs = 5;
constexpr int Rounds = 4;
constexpr qsizetype Warming = 20; // saves of each round before the clock counts: the other side has changed the file
constexpr qint64 SlotMs = 7 * 60'000;
constexpr int PageBytes = 4096;

void say(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

void tell(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

[[noreturn]] void wrong(const QString &what)
{
    throw store::Failure(Code::Broken, what, {});
}

qint64 number(store::Connection &connection, const char *sql)
{
    store::Query query = connection.internal(sql);
    query.next();
    return query.get<qint64>(0);
}

/// Nanoseconds of each save, and pages written by all of them.
struct Taken
{
    QList<qint64> whole;
    QList<qint64> before; ///< Until the commit; empty for the bare ones.
    QList<qint64> commit;
    QList<qint64> processor; ///< The whole, without waiting.
    qint64 pages = 0;
    qsizetype rows = 0;
};

/// How often running @p sql opens a sorter or a table that lives no longer than it: each costs a dozen pieces of
/// memory.
int shortLived(sqlite3 *handle, const char *sql)
{
    sqlite3_stmt *plan = nullptr;
    int found = 0;
    if (sqlite3_prepare_v2(handle, (QByteArray("EXPLAIN ") + sql).constData(), -1, &plan, nullptr) == SQLITE_OK) {
        while (sqlite3_step(plan) == SQLITE_ROW) {
            const QByteArray opcode(reinterpret_cast<const char *>(sqlite3_column_text(plan, 1)));
            found += opcode == "OpenEphemeral" || opcode == "SorterOpen" ? 1 : 0;
        }
    }
    sqlite3_finalize(plan);
    return found;
}

/// What each statement of the writer took, the most steps of SQLite's machine first, to find out why.
QStringList costliest(sqlite3 *handle, qsizetype count)
{
    QList<std::pair<qint64, QString>> all;
    for (sqlite3_stmt *at = sqlite3_next_stmt(handle, nullptr); at != nullptr; at = sqlite3_next_stmt(handle, at)) {
        const auto status = [at](int what) { return qint64(sqlite3_stmt_status(at, what, 0)); };
        const qint64 steps = status(SQLITE_STMTSTATUS_VM_STEP);
        QString said = QStringLiteral("%1 steps, %2 of them over a whole table, in %3 runs with %4 sorters or tables"
                                      " of its own: %5")
                           .arg(steps)
                           .arg(status(SQLITE_STMTSTATUS_FULLSCAN_STEP))
                           .arg(status(SQLITE_STMTSTATUS_RUN))
                           .arg(shortLived(handle, sqlite3_sql(at)))
                           .arg(QString::fromUtf8(sqlite3_sql(at)));
        all.append({steps, said});
    }
    std::sort(all.begin(), all.end(), [](const auto &one, const auto &other) { return one.first > other.first; });
    QStringList lines;
    for (const auto &[steps, text] : all.first(std::min(count, all.size())))
        lines << text;
    return lines;
}

/// A copy of the grown clinic that can be written into, and the drafts to be signed.
class Saving
{
public:
    Saving(const QString &folder, const Catalog &catalog, const Charts &charts)
        : m_catalog(catalog), m_charts(charts), m_clock(GrownClinic::grownAt() + std::chrono::hours(22)), m_random(1)
    {
        access::Surroundings around;
        around.folder = folder;
        around.clock = &m_clock;
        around.random = &m_system;
        around.files = &m_files;
        around.quickKeys = true;
        m_session = expect(access::signIn(around, GrownClinic::login(), GrownClinic::password()));
        addFollowers(*m_session.store);
        const auto view = m_session.store->snapshot(m_session.actor);
        store::Query rows = view->connection().internal("SELECT id FROM patient ORDER BY n");
        while (rows.next())
            m_patients << rows.get<PatientId>(0);
    }

    store::Store &store() { return *m_session.store; }
    QStringList costliest(qsizetype count)
    {
        const auto tx = store().begin(m_session.actor, "bench.look");
        return ::costliest(tx->connection().handle(), count);
    }

    /// Signs visits of people drawn at random; what each was is kept for the baseline.
    void sign(qsizetype count, qsizetype untimed, unsigned long pauseMs, Taken &taken, BareVisits &bare)
    {
        QList<consultation::Draft> drafts;
        for (qsizetype i = 0; i < count + untimed; ++i)
            drafts << draftFor(m_patients[qsizetype(m_random.below(quint64(m_patients.size())))]);
        QList<store::ChangeSet> written;
        QList<consultation::Stored> stored;
        qint64 pages = 0;
        for (qsizetype i = 0; i < drafts.size(); ++i) {
            store().tidy();
            QThread::msleep(pauseMs);
            m_clock.advance(std::chrono::milliseconds(SlotMs));
            const qint64 processor = processorTime();
            QElapsedTimer watch;
            watch.start();
            auto tx = store().begin(m_session.actor, "consultation.sign");
            sqlite3 *handle = tx->connection().handle();
            auto signing = consultation::sign(*tx, m_catalog, drafts[i]);
            const qint64 signedAt = watch.nsecsElapsed();
            if (!signing)
                wrong(signing.error().message);
            written << tx->commit();
            tx.reset();
            const qint64 whole = watch.nsecsElapsed();
            const qint64 worked = processorTime() - processor;
            stored << *std::move(signing);
            if (i < untimed) {
                pages = pagesWritten(handle);
                continue;
            }
            taken.whole << whole;
            taken.before << signedAt;
            taken.commit << whole - signedAt;
            taken.processor << worked;
            taken.pages += pagesWritten(handle) - pages;
            pages = pagesWritten(handle);
        }
        const auto view = store().snapshot(m_session.actor);
        for (qsizetype i = 0; i < drafts.size(); ++i) {
            check(*view, drafts[i], stored[i]);
            bare.add(*view, written[i], m_clock, m_random);
            if (i >= untimed)
                taken.rows += bare.rowsOf(bare.size() - 1);
        }
    }

private:
    /// The next chart that this patient can be given without an override.
    consultation::Draft draftFor(PatientId patient)
    {
        const auto view = store().snapshot(m_session.actor);
        const auto facts = expect(consultation::factsFor(*view, patient));
        const quint64 from = m_random.below(quint64(m_charts.size()));
        for (quint64 i = 0; i < quint64(m_charts.size()); ++i) {
            consultation::Draft draft = m_charts.one(from + i);
            const PrescriptionDraft &prescription = draft.prescriptions.constFirst();
            if (!consultation::open(consultation::check(m_catalog, prescription, facts), prescription).isEmpty())
                continue;
            draft.visit.patient = patient;
            return draft;
        }
        wrong(QStringLiteral("A patient can be given none of the prescriptions."));
    }

    void check(const store::Snapshot &view, const consultation::Draft &draft, const consultation::Stored &stored) const
    {
        if (stored.revision.status != RevisionStatus::Final || stored.revision.note != draft.visit.note ||
            stored.prescriptions.size() != 1 || stored.prescriptions.constFirst().content.lines.size() != Charts::Herbs)
            wrong(QStringLiteral("A visit was not stored as it was signed."));
        if (expect(consultation::current(view, stored.revision.visit)) != stored)
            wrong(QStringLiteral("A visit reads otherwise than it was stored."));
    }

    const Catalog &m_catalog;
    const Charts &m_charts;
    FakeClock m_clock;
    SeededRandom m_random;
    SystemRandom m_system;
    DiskFiles m_files;
    access::Session m_session;
    QList<PatientId> m_patients;
};

void saveBare(BareVisits &bare, qsizetype first, qsizetype untimed, unsigned long pauseMs, Taken &taken)
{
    qint64 pages = bare.pagesWritten();
    for (qsizetype i = first; i < bare.size(); ++i) {
        bare.tidy();
        QThread::msleep(pauseMs);
        const qint64 processor = processorTime();
        QElapsedTimer watch;
        watch.start();
        bare.save(i);
        const qint64 whole = watch.nsecsElapsed();
        const qint64 worked = processorTime() - processor;
        if (i < first + untimed) {
            pages = bare.pagesWritten();
            continue;
        }
        taken.whole << whole;
        taken.processor << worked;
        taken.rows += bare.rowsOf(i);
    }
    taken.pages += bare.pagesWritten() - pages;
}

/// What the disk takes by itself: @p bytes written over in a file of 4 MB, as the log is, and synced.
QList<qint64> diskFloor(const QString &folder, qint64 bytes, Files &files)
{
    const QString path = folder + QStringLiteral("/floor");
    expect(files.write(path, QByteArray(4'000'000, 'x')));
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        wrong(file.errorString());
    const QByteArray block(bytes, 'y');
    QList<qint64> times;
    for (int i = 0; i < 300; ++i) {
        QElapsedTimer watch;
        watch.start();
        if (file.pos() + bytes > file.size())
            file.seek(0);
        if (file.write(block) != bytes)
            wrong(file.errorString());
        expect(files.sync(path));
        times << watch.nsecsElapsed();
    }
    return times;
}

QString copyOf(const GrownClinic &grown, Files &files)
{
    const QDir from(grown.folder() + QStringLiteral("/clinic"));
    const QString to = grown.folder() + QStringLiteral("/work");
    QDir(to).removeRecursively();
    expect(files.makeFolder(to));
    for (const QString &name : from.entryList(QDir::Files)) {
        if (name != u"store.lock")
            expect(files.copy(from.filePath(name), to + u'/' + name));
    }
    return to;
}

QString line(const QString &what, const Spread &spread)
{
    const auto ms = [](double value) { return QString::number(value, 'f', 2).rightJustified(8); };
    return QStringLiteral("  %1 %2 %3 %4 %5 %6")
        .arg(what, -44)
        .arg(ms(spread.p50), ms(spread.p95), ms(spread.p99), ms(spread.max), ms(spread.mean));
}

void report(const Tier &tier, qint64 bytes, const Taken &product, const Taken &bare, const QString &folder,
            const QStringList &machine, unsigned long pauseMs)
{
    const qsizetype count = product.whole.size();
    const auto perSave = [](qint64 all, qsizetype saves) {
        return QString::number(double(all) / double(saves), 'f', 1);
    };
    tell(QStringLiteral("Saving signed visits, tier %1, a pause of %2 ms before each\n")
             .arg(QLatin1String(tier.name))
             .arg(pauseMs));
    for (const QString &said : machine)
        tell(said);
    tell(QStringLiteral("\nThe clinic: %1 patients, %2 visits with their charts, one in three with twelve herbs; %3 MB."
                        " %4 saves of each, in %5 turns.")
             .arg(tier.patients)
             .arg(tier.visits)
             .arg(bytes / 1'000'000)
             .arg(count)
             .arg(Rounds));
    tell(QStringLiteral(
             "A save: consultation::sign() of a note with answers, diagnoses and twelve herbs in a Transaction"
             " with gate, safety check, capture,\nfollowers, change log, cell versions and audit, until the"
             " commit has returned. %1 rows and %2 pages of the log each.")
             .arg(perSave(product.rows, count), perSave(product.pages, count)));
    tell(QStringLiteral(
             "The baseline: the same rows under other ids, made and prepared beforehand, inserted in one plain"
             " transaction into the same encrypted file\n(same tables, indexes, foreign keys, cache, WAL,"
             " synchronous=FULL, memory security), past the store. %1 rows and %2 pages each.")
             .arg(perSave(bare.rows, count), perSave(bare.pages, count)));
    tell(QStringLiteral("Both put the log into the file between the saves, where it has grown by 1000 pages: the store"
                        " by Store::tidy(), as the clinic's\nwriter does when nobody waits; the baseline likewise,"
                        " in the place of SQLite's own checkpoint inside a commit.\n"));
    tell(QStringLiteral("  %1 %2 %3 %4 %5 %6")
             .arg(QStringLiteral("milliseconds"), -44)
             .arg(QStringLiteral("p50"), 8)
             .arg(QStringLiteral("p95"), 8)
             .arg(QStringLiteral("p99"), 8)
             .arg(QStringLiteral("max"), 8)
             .arg(QStringLiteral("mean"), 8));
    const Spread saved = spreadOf(product.whole);
    const Spread base = spreadOf(bare.whole);
    DiskFiles files;
    tell(line(QStringLiteral("signed visit"), saved));
    tell(line(QStringLiteral("  of it until the commit"), spreadOf(product.before)));
    tell(line(QStringLiteral("  of it the commit"), spreadOf(product.commit)));
    tell(line(QStringLiteral("  of it processor time"), spreadOf(product.processor)));
    tell(line(QStringLiteral("bare transaction"), base));
    tell(line(QStringLiteral("  of it processor time"), spreadOf(bare.processor)));
    tell(line(QStringLiteral("the disk: one page written and synced"), spreadOf(diskFloor(folder, PageBytes, files))));
    tell(line(QStringLiteral("the disk: a save's pages written and synced"),
              spreadOf(diskFloor(folder, product.pages / count * PageBytes, files))));
    const auto ratio = [](double one, double other) { return QString::number(one / other, 'f', 2); };
    tell(QStringLiteral("\n  ratio: p50 %1, p95 %2, p99 %3, mean %4 (target %5): %6")
             .arg(ratio(saved.p50, base.p50), ratio(saved.p95, base.p95), ratio(saved.p99, base.p99),
                  ratio(saved.mean, base.mean))
             .arg(RatioBar)
             .arg(saved.p50 <= RatioBar * base.p50 && saved.p99 <= RatioBar * base.p99 ? QStringLiteral("held")
                                                                                       : QStringLiteral("missed")));
    tell(QStringLiteral("  p99 %1 ms (target %2 ms): %3")
             .arg(saved.p99, 0, 'f', 2)
             .arg(P99BarMs)
             .arg(saved.p99 <= P99BarMs ? QStringLiteral("held") : QStringLiteral("missed")));
}

int measure(const Tier &tier, const QString &cache, qsizetype visits, unsigned long pauseMs, qsizetype explained)
{
    GrownClinic grown(cache, {tier.patients, tier.visits, 1, true});
    say(QStringLiteral("up to %1 GB in %2")
            .arg(double(GrownClinic::bytesOf({tier.patients, tier.visits, 1, true})) / 1e9, 0, 'f', 1)
            .arg(cache));
    grown.open(say);
    say(QStringLiteral("copying"));
    DiskFiles files;
    const QString folder = copyOf(grown, files);
    const auto removed = qScopeGuard([&] { QDir(folder).removeRecursively(); });
    const auto catalog = expect(Catalog::load());
    const Charts charts(*catalog, 2);
    Saving saving(folder, *catalog, charts);
    BareVisits bare(saving.store().path(), grown.keyLiteral());
    const QStringList machine = describeMachine(QString::fromLatin1(bare.value("PRAGMA cipher_version")),
                                                QString::fromLatin1(sqlite3_libversion()));
    const auto count = [&](const char *sql) {
        const auto view = saving.store().snapshot({{}, saving.store().identity().device});
        return number(view->connection(), sql);
    };
    constexpr auto records = "SELECT count(*) FROM record";
    constexpr auto audits = "SELECT count(*) FROM audit WHERE action = 'consultation.sign'";
    constexpr auto items = "SELECT count(*) FROM prescription_item";
    const qint64 recordsBefore = count(records);
    const qint64 auditsBefore = count(audits);
    const qint64 itemsBefore = count(items);
    Taken product;
    Taken base;
    for (int round = 0; round < Rounds; ++round) {
        const qsizetype first = bare.size();
        const qsizetype timed = std::max<qsizetype>(visits / Rounds, 1);
        saving.sign(timed, Warming, pauseMs, product, bare);
        saveBare(bare, first, Warming, pauseMs, base);
    }
    const qint64 saved = bare.size();
    if (count(records) - recordsBefore != saved || count(audits) - auditsBefore < saved ||
        count(items) - itemsBefore != 2 * saved * Charts::Herbs || product.rows != base.rows)
        wrong(QStringLiteral("Other rows, records or audit rows than were saved."));
    for (const QString &said : saving.costliest(explained))
        say(said);
    report(tier, QFileInfo(saving.store().path()).size(), product, base, folder, machine, pauseMs);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Times the saving of signed visits in a grown clinic."));
    parser.addHelpOption();
    const QCommandLineOption tierOption(QStringLiteral("tier"), QStringLiteral("S, M or L."), QStringLiteral("tier"),
                                        QStringLiteral("M"));
    const QCommandLineOption visits(QStringLiteral("visits"), QStringLiteral("How many are saved."),
                                    QStringLiteral("n"));
    const QCommandLineOption cache(QStringLiteral("cache"), QStringLiteral("Folder of grown clinics."),
                                   QStringLiteral("folder"), QStringLiteral(XINGLIN_BENCH_CACHE));
    const QCommandLineOption statements(QStringLiteral("statements"),
                                        QStringLiteral("Say what the costliest statements took."), QStringLiteral("n"),
                                        QStringLiteral("0"));
    const QCommandLineOption pause(QStringLiteral("pause"),
                                   QStringLiteral("Milliseconds before each save; 0: one upon the other."),
                                   QStringLiteral("ms"), QStringLiteral("20"));
    parser.addOptions({tierOption, visits, cache, pause, statements});
    parser.process(app);
    for (const Tier &tier : tiers) {
        if (parser.value(tierOption) != QLatin1String(tier.name))
            continue;
        try {
            const int wanted = parser.value(visits).toInt();
            return measure(tier, parser.value(cache), wanted > 0 ? wanted : tier.saved, parser.value(pause).toULong(),
                           parser.value(statements).toInt());
        } catch (const store::Failure &failure) {
            say(failure.error().message + u' ' + failure.error().detail);
            return 1;
        }
    }
    parser.showHelp(2);
}
