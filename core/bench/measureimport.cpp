#include "bench/barefill.h"
#include "bench/expect.h"
#include "bench/measurements.h"
#include "bench/place.h"
#include "clinic/patient/patients.h"
#include "demo/names.h"
#include "demo/people.h"
#include "interop/importing.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <sqlite3.h>

namespace xinglin::bench {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::bench::Import)
};

constexpr double BarEmpty = 4000; // patients a second, into a clinic without any
constexpr double BarGrown = 1500; // into one of 200,000
constexpr int LeastRows = 20'000; // below, founding and closing are what is timed

/// A file as another program exports it: households, nobody twice.
void writePeople(const QString &path, int rows)
{
    SeededRandom random(77);
    const auto names = expect(demo::Names::shipped());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        wrong(file.errorString());
    file.write("病历号,姓名,性别,出生日期,电话,身份证号,住址,职业,过敏史\r\n");
    int number = 0;
    for (const demo::Person &person : demo::makePeople(random, names, rows, QDate(2026, 3, 12))) {
        const PatientDraft &draft = person.draft;
        const QStringList cells{QStringLiteral("K%1").arg(++number),
                                draft.name,
                                draft.sex == Sex::Male ? QStringLiteral("男") : QStringLiteral("女"),
                                QString(draft.birthDate).replace(u'-', u'/'),
                                draft.phone,
                                draft.documentNumber,
                                draft.address,
                                draft.occupation,
                                person.allergy ? person.allergy->substance : QString()};
        file.write(cells.join(u',').toUtf8() + "\r\n");
    }
}

Row timesRow(const char *what, const QString &title, int rows, double seconds)
{
    return rateRow(what, title, {rows / seconds}, "patients/s");
}

Report measure(Place &place, const ImportWishes &wishes)
{
    const QString path = place.file(QStringLiteral("people.csv"));
    writePeople(path, wishes.rows);
    const auto catalog = expect(Catalog::load());
    store::Store &store = *place.session().store;
    const store::Actor &actor = place.session().actor;
    BareFill bare(place.copy(), place.keyLiteral());

    QElapsedTimer watch;
    watch.start();
    const auto looked = expect(interop::lookAt(path, interop::ImportKind::Patients, {}));
    const auto dry = expect(interop::dryRun(store, actor, *catalog, looked.spec));
    const double drySeconds = double(watch.nsecsElapsed()) / 1e9;

    QList<store::ChangeSet> commits;
    store.onCommitted = [&commits](const store::ChangeSet &changes) { commits << changes; };
    watch.restart();
    const auto imported = expect(interop::runImport(store, actor, *catalog, looked.spec));
    const double seconds = double(watch.nsecsElapsed()) / 1e9;
    store.onCommitted = {};
    const batch::Totals &totals = imported.batch.totals;
    if (totals != dry.totals || totals.lines != wishes.rows || totals.rejected != 0)
        wrong(Tr::tr("The dry run said something else than the import did."));

    qsizetype bareRows = 0;
    {
        const auto view = store.snapshot(actor);
        for (const store::ChangeSet &changes : commits)
            bareRows += bare.add(*view, changes);
    }
    watch.restart();
    bare.run();
    const double bareSeconds = double(watch.nsecsElapsed()) / 1e9;

    Report report;
    report.bench = QStringLiteral("import");
    report.tier = QString::number(wishes.into);
    report.machine = describeMachine(QString::fromLatin1(bare.value("PRAGMA cipher_version")),
                                     QString::fromLatin1(sqlite3_libversion()));
    report.baseline = {Tr::tr("The file: %1 lines, into %2 patients; %3 were new, %4 known.")
                           .arg(totals.lines)
                           .arg(wishes.into)
                           .arg(totals.added)
                           .arg(totals.duplicates),
                       Tr::tr("The baseline: the same %1 rows in %2 plain transactions past the store; no file is "
                              "read, no duplicates are looked for, no search keys and no change log are written.")
                           .arg(bareRows)
                           .arg(commits.size())};
    Row import = timesRow("import", Tr::tr("Import"), wishes.rows, seconds);
    import.ratio = seconds / bareSeconds;
    import.against = QStringLiteral("bare-rows");
    if (wishes.rows >= LeastRows)
        import.target = Tr::tr("at least %1").arg(wishes.into == 0 ? BarEmpty : BarGrown);
    report.rows = {import, timesRow("dry-run", Tr::tr("Dry run"), wishes.rows, drySeconds),
                   timesRow("bare-rows", Tr::tr("Bare rows"), wishes.rows, bareSeconds)};
    return report;
}

} // namespace

Result<Report> measureImport(const ImportWishes &wishes, const GrownClinic::Say &say)
try {
    makeFolder(wishes.cache);
    if (wishes.into == 0) {
        Place founded(wishes.cache, false);
        return measure(founded, wishes);
    }
    GrownClinic grown(wishes.cache, {wishes.into, wishes.into, 1});
    Place copied(wishes.cache, grown, say);
    return measure(copied, wishes);
} catch (const store::Failure &failure) {
    return failure.error();
}

} // namespace xinglin::bench
