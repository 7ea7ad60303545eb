// How fast the demo clinic is filled, in visits a second of the whole fill: hiring, registering, visits, sessions, with
// gate, safety check, capture, followers, change log and audit. Beside it the bare rows in the same transactions. Fails
// only on wrong results.
#include "bench/demo/barefill.h"
#include "bench/search/report.h"
#include "clinic/followers.h"
#include "demo/demo.h"
#include "store/failure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <sqlite3.h>

using namespace xinglin;
using namespace xinglin::bench;

namespace {

constexpr double Bar = 500; // visits a second
constexpr quint64 Seed = 1;
const QDate until(2026, 3, 12);
const QString login = QStringLiteral("owner");
const QString password = QStringLiteral("Apricot-Grove-7");

void tell(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

template <class T>
T expect(Result<T> result)
{
    if (!result)
        throw store::Failure(result.error().code, result.error().message, result.error().detail);
    return *std::move(result);
}

/// What one fill took, and the same rows bare.
struct Taken
{
    demo::Report report;
    double seconds = 0;
    double bareSeconds = 0;
    qsizetype commits = 0;
    qsizetype rows = 0;

    double perSecond() const { return report.visits / seconds; }
    double barePerSecond() const { return report.visits / bareSeconds; }
};

class Filling
{
public:
    explicit Filling(const QString &under) : m_folder(under + QStringLiteral("/demo-XXXXXX"))
    {
        access::SetUp wishes;
        wishes.clinic = QStringLiteral("示范诊所");
        wishes.training = true;
        wishes.owner.login = login;
        wishes.owner.name = QStringLiteral("方砚秋");
        wishes.password = password;
        expect(access::setUp(around(), wishes)); // closes the store again, so that it lies in its file alone
        expect(m_files.copy(database(), copy()));
        m_session = expect(access::signIn(around(), login, password));
        addFollowers(*m_session.store);
    }

    Taken run(const Catalog &catalog, int patients, int years, QStringList &machine)
    {
        BareFill bare(copy(), keyLiteral());
        machine = describeMachine(QString::fromLatin1(bare.value("PRAGMA cipher_version")),
                                  QString::fromLatin1(sqlite3_libversion()));
        QList<store::ChangeSet> commits;
        m_session.store->onCommitted = [&commits](const store::ChangeSet &changes) { commits << changes; };
        Taken taken;
        QElapsedTimer watch;
        watch.start();
        taken.report = expect(demo::fill(around(), m_session, m_clock, catalog, {patients, years, Seed, until}));
        taken.seconds = static_cast<double>(watch.nsecsElapsed()) / 1e9;
        const auto view = m_session.store->snapshot(m_session.actor);
        for (const store::ChangeSet &changes : commits)
            taken.rows += bare.add(*view, changes);
        taken.commits = commits.size();
        watch.restart();
        bare.run();
        taken.bareSeconds = static_cast<double>(watch.nsecsElapsed()) / 1e9;
        check(*view, bare, taken);
        return taken;
    }

private:
    access::Surroundings around()
    {
        access::Surroundings around;
        around.folder = m_folder.filePath(QStringLiteral("clinic"));
        around.clock = &m_clock;
        around.random = &m_random;
        around.files = &m_files;
        around.quickKeys = true;
        return around;
    }
    QString database() const { return m_folder.filePath(QStringLiteral("clinic/clinic.db")); }
    QString copy() const { return m_folder.filePath(QStringLiteral("bare.db")); }

    QByteArray keyLiteral() const
    {
        QFile file(copy());
        if (!file.open(QIODevice::ReadOnly))
            throw store::Failure(Code::Broken, file.errorString(), {});
        const auto key = m_session.databaseKey->bytes();
        return "x'" + QByteArray(reinterpret_cast<const char *>(key.data()), qsizetype(key.size())).toHex() +
               file.read(16).toHex() + '\'';
    }

    /// Both files hold the same visits and herbs, and every visit has its audit row.
    void check(const store::Snapshot &view, BareFill &bare, const Taken &taken) const
    {
        for (const char *sql : {"SELECT count(*) FROM visit", "SELECT count(*) FROM prescription_item",
                                "SELECT count(*) FROM treatment_session", "SELECT count(*) FROM patient"}) {
            store::Query counted = view.connection().internal(sql);
            counted.next();
            if (QByteArray::number(counted.get<qint64>(0)) != bare.value(sql))
                throw store::Failure(Code::Broken, {}, QStringLiteral("other rows: ") + QLatin1String(sql));
        }
        if (bare.value("SELECT count(*) FROM visit") != QByteArray::number(taken.report.visits))
            throw store::Failure(Code::Broken, {}, QStringLiteral("other visits than were reported"));
    }

    QTemporaryDir m_folder;
    FakeClock m_clock{instantFromMs(1773280800000)};
    SystemRandom m_random;
    DiskFiles m_files;
    access::Session m_session;
};

int measure(int patients, int years, int rounds, const QString &folder)
{
    const auto catalog = expect(Catalog::load());
    QDir().mkpath(folder);
    QStringList machine;
    QList<Taken> all;
    for (int round = 0; round < rounds; ++round)
        all << Filling(folder).run(*catalog, patients, years, machine);
    std::sort(all.begin(), all.end(), [](const Taken &one, const Taken &other) { return one.seconds < other.seconds; });
    const Taken &median = all[all.size() / 2];
    for (const QString &line : std::as_const(machine))
        tell(line);
    tell(
        QStringLiteral("\ndemo::fill() of %1 patients and %2 years: %3 visits, %4 prescriptions; %5 rows in %6 commits."
                       " Median of %7 fills.")
            .arg(median.report.patients)
            .arg(years)
            .arg(median.report.visits)
            .arg(median.report.prescriptions)
            .arg(median.rows)
            .arg(median.commits)
            .arg(rounds));
    tell(QStringLiteral("The baseline: the same rows under the same ids, read and prepared beforehand, inserted in as"
                        " many plain transactions into a copy of the\nclinic as it was founded (same tables, indexes,"
                        " foreign keys, encryption, cache, WAL, synchronous=FULL, memory security), past the store;\n"
                        "without gate, check, capture, change log, search keys and audit.\n"));
    const auto line = [](const char *what, double perSecond, double seconds) {
        tell(QStringLiteral("  %1 %2 visits/s %3 s")
                 .arg(QLatin1String(what), -10)
                 .arg(perSecond, 9, 'f', 0)
                 .arg(seconds, 9, 'f', 2));
    };
    line("demo", median.perSecond(), median.seconds);
    line("slowest", all.constLast().perSecond(), all.constLast().seconds);
    line("bare rows", median.barePerSecond(), median.bareSeconds);
    tell(QStringLiteral("\n  ratio: %1; %2 visits/s wanted: %3")
             .arg(median.seconds / median.bareSeconds, 0, 'f', 2)
             .arg(Bar)
             .arg(median.perSecond() >= Bar ? QStringLiteral("held") : QStringLiteral("missed")));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Times the filling of the demo clinic."));
    parser.addHelpOption();
    const QCommandLineOption patients(QStringLiteral("patients"), QStringLiteral("How many."), QStringLiteral("n"),
                                      QStringLiteral("300"));
    const QCommandLineOption years(QStringLiteral("years"), QStringLiteral("How long."), QStringLiteral("n"),
                                   QStringLiteral("2"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("How often."), QStringLiteral("n"),
                                    QStringLiteral("3"));
    const QCommandLineOption folder(QStringLiteral("folder"), QStringLiteral("Where the clinics lie meanwhile."),
                                    QStringLiteral("folder"), QStringLiteral(XINGLIN_BENCH_CACHE));
    parser.addOptions({patients, years, rounds, folder});
    parser.process(app);
    try {
        return measure(parser.value(patients).toInt(), parser.value(years).toInt(),
                       std::max(1, parser.value(rounds).toInt()), parser.value(folder));
    } catch (const store::Failure &failure) {
        QTextStream(stderr) << failure.error().message << ' ' << failure.error().detail << Qt::endl;
        return 1;
    }
}
