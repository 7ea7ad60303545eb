#include "bench/barefill.h"
#include "bench/expect.h"
#include "bench/measurements.h"
#include "bench/place.h"
#include "demo/demo.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <sqlite3.h>

namespace xinglin::bench {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::bench::Demo)
};

constexpr double Bar = 500; // visits a second
constexpr quint64 Seed = 1;
const QDate until(2026, 3, 12);

/// What one fill took, and the same rows bare.
struct Taken
{
    demo::Report report;
    double seconds = 0;
    double bareSeconds = 0;
    qsizetype commits = 0;
    qsizetype rows = 0;
};

/// Both files hold the same visits and herbs.
void check(const store::Snapshot &view, BareFill &bare, const Taken &taken)
{
    for (const char *sql : {"SELECT count(*) FROM visit", "SELECT count(*) FROM prescription_item",
                            "SELECT count(*) FROM treatment_session", "SELECT count(*) FROM patient"}) {
        store::Query counted = view.connection().internal(sql);
        counted.next();
        if (QByteArray::number(counted.get<qint64>(0)) != bare.value(sql))
            wrong(Tr::tr("The baseline holds other rows: %1").arg(QLatin1String(sql)));
    }
    if (bare.value("SELECT count(*) FROM visit") != QByteArray::number(taken.report.visits))
        wrong(Tr::tr("There are other visits than were reported."));
}

Taken fillOnce(const DemoWishes &wishes, const Catalog &catalog, QStringList &machine)
{
    Place place(wishes.cache, true);
    store::Store &store = *place.session().store;
    BareFill bare(place.copy(), place.keyLiteral());
    machine = describeMachine(QString::fromLatin1(bare.value("PRAGMA cipher_version")),
                              QString::fromLatin1(sqlite3_libversion()));
    QList<store::ChangeSet> commits;
    store.onCommitted = [&commits](const store::ChangeSet &changes) { commits << changes; };
    Taken taken;
    QElapsedTimer watch;
    watch.start();
    taken.report = expect(demo::fill(place.around(), place.session(), place.clock(), catalog,
                                     {wishes.patients, wishes.years, Seed, until}));
    taken.seconds = static_cast<double>(watch.nsecsElapsed()) / 1e9;
    const auto view = store.snapshot(place.session().actor);
    for (const store::ChangeSet &changes : commits)
        taken.rows += bare.add(*view, changes);
    taken.commits = commits.size();
    watch.restart();
    bare.run();
    taken.bareSeconds = static_cast<double>(watch.nsecsElapsed()) / 1e9;
    check(*view, bare, taken);
    return taken;
}

Report reportOf(QList<Taken> all, const DemoWishes &wishes)
{
    std::sort(all.begin(), all.end(), [](const Taken &one, const Taken &other) { return one.seconds < other.seconds; });
    const Taken &median = all[all.size() / 2];
    const auto rates = [&](double Taken::*seconds) {
        QList<double> perSecond;
        for (const Taken &one : all)
            perSecond << one.report.visits / (one.*seconds);
        return perSecond;
    };
    Report report;
    report.bench = QStringLiteral("demo");
    report.tier = QString::number(wishes.patients);
    report.baseline = {
        Tr::tr("The clinic: %1 patients, %2 years, %3 visits, %4 prescriptions; %5 rows in %6 commits; %7 fills.")
            .arg(median.report.patients)
            .arg(wishes.years)
            .arg(median.report.visits)
            .arg(median.report.prescriptions)
            .arg(median.rows)
            .arg(median.commits)
            .arg(wishes.rounds),
        Tr::tr(
            "The baseline: the same rows under the same ids, read and prepared beforehand, inserted in as many plain "
            "transactions into a copy of the clinic as it was founded (same tables, indexes, foreign keys, "
            "encryption, cache and durability), past the store; without gate, check, capture, change log, search "
            "keys and audit."),
    };
    Row filled = rateRow("demo", Tr::tr("Filling the demo clinic"), rates(&Taken::seconds), "visits/s");
    filled.ratio = median.seconds / median.bareSeconds;
    filled.against = QStringLiteral("bare-rows");
    filled.target = Tr::tr("at least %1").arg(Bar);
    report.rows = {filled, rateRow("bare-rows", Tr::tr("Bare rows"), rates(&Taken::bareSeconds), "visits/s")};
    return report;
}

} // namespace

Result<Report> measureDemo(const DemoWishes &wishes, const GrownClinic::Say &say)
try {
    const auto catalog = expect(Catalog::load());
    makeFolder(wishes.cache);
    QStringList machine;
    QList<Taken> all;
    for (int round = 0; round < wishes.rounds; ++round) {
        say(Tr::tr("Fill %1 of %2").arg(round + 1).arg(wishes.rounds));
        all << fillOnce(wishes, *catalog, machine);
    }
    Report report = reportOf(all, wishes);
    report.machine = machine;
    return report;
} catch (const store::Failure &failure) {
    return failure.error();
}

} // namespace xinglin::bench
