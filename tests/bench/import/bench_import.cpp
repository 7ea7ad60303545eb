// How fast patients come in from a CSV file, in patients a second of the whole: reading, understanding, looking for
// duplicates, writing with gate, capture, followers and change log, closing the batch. Beside it the bare rows in the
// same transactions. Fails only on wrong results.
#include "bench/demo/barefill.h"
#include "bench/search/grownclinic.h"
#include "bench/search/report.h"
#include "clinic/followers.h"
#include "clinic/patient/patients.h"
#include "demo/names.h"
#include "demo/people.h"
#include "interop/importing.h"
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

constexpr double BarEmpty = 4000; // patients a second, into a clinic without any
constexpr double BarGrown = 1500; // into one of 200,000

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

demo::Names names()
{
    QFile file(QStringLiteral(":/demo/names.json"));
    if (!file.open(QIODevice::ReadOnly))
        throw store::Failure(Code::Broken, {}, QStringLiteral("no names.json"));
    return expect(demo::Names::fromJson(file.readAll()));
}

/// A file as another program exports it: households, nobody twice.
void writePeople(const QString &path, int rows)
{
    SeededRandom random(77);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw store::Failure(Code::Broken, file.errorString(), {});
    file.write("病历号,姓名,性别,出生日期,电话,身份证号,住址,职业,过敏史\r\n");
    int number = 0;
    for (const demo::Person &person : demo::makePeople(random, names(), rows, QDate(2026, 3, 12))) {
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

/// A clinic to import into: an empty one, or a copy of a grown one.
class Place
{
public:
    Place(const QString &cache, qint64 patients) : m_folder(cache + QStringLiteral("/import-XXXXXX"))
    {
        if (patients == 0) {
            access::SetUp wishes;
            wishes.clinic = QStringLiteral("杏林堂");
            wishes.owner.login = GrownClinic::login();
            wishes.owner.name = QStringLiteral("方砚秋");
            wishes.password = GrownClinic::password();
            expect(access::setUp(around(), wishes));
        } else {
            GrownClinic grown(cache, {patients, patients, 1});
            grown.open([](const QString &line) { QTextStream(stderr) << line << Qt::endl; });
            if (!QDir().mkpath(around().folder))
                throw store::Failure(Code::Broken, {}, QStringLiteral("no folder"));
            for (const QString &name : QDir(grown.folder() + QStringLiteral("/clinic")).entryList(QDir::Files)) {
                if (!QFile::copy(grown.folder() + QStringLiteral("/clinic/") + name, around().folder + u'/' + name))
                    throw store::Failure(Code::Broken, {}, name);
            }
        }
        if (!QFile::copy(around().folder + QStringLiteral("/clinic.db"), copy()))
            throw store::Failure(Code::Broken, {}, QStringLiteral("no copy"));
        m_session = expect(access::signIn(around(), GrownClinic::login(), GrownClinic::password()));
        addFollowers(*m_session.store);
    }

    access::Session &session() { return m_session; }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString copy() const { return m_folder.filePath(QStringLiteral("bare.db")); }
    QByteArray keyLiteral() const
    {
        QFile database(copy());
        if (!database.open(QIODevice::ReadOnly))
            throw store::Failure(Code::Broken, database.errorString(), {});
        const auto key = m_session.databaseKey->bytes();
        return "x'" + QByteArray(reinterpret_cast<const char *>(key.data()), qsizetype(key.size())).toHex() +
               database.read(16).toHex() + '\'';
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

    QTemporaryDir m_folder;
    FakeClock m_clock{GrownClinic::grownAt()};
    SystemRandom m_random;
    DiskFiles m_files;
    access::Session m_session;
};

void measure(const QString &cache, qint64 into, int rows, double bar)
{
    Place place(cache, into);
    const QString path = place.file(QStringLiteral("people.csv"));
    writePeople(path, rows);
    const auto catalog = expect(Catalog::load());
    store::Store &store = *place.session().store;
    const store::Actor &actor = place.session().actor;
    BareFill bare(place.copy(), place.keyLiteral());
    for (const QString &line : describeMachine(QString::fromLatin1(bare.value("PRAGMA cipher_version")),
                                               QString::fromLatin1(sqlite3_libversion())))
        tell(line);

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
    if (totals != dry.totals || totals.lines != rows || totals.rejected != 0)
        throw store::Failure(Code::Broken, {}, QStringLiteral("the dry run said something else"));

    qsizetype bareRows = 0;
    {
        const auto view = store.snapshot(actor);
        for (const store::ChangeSet &changes : commits)
            bareRows += bare.add(*view, changes);
    }
    watch.restart();
    bare.run();
    const double bareSeconds = double(watch.nsecsElapsed()) / 1e9;

    tell(QStringLiteral("into %1 patients: %2 lines, %3 new, %4 known")
             .arg(into)
             .arg(totals.lines)
             .arg(totals.added)
             .arg(totals.duplicates));
    tell(QStringLiteral("  import    %1 s  %2 patients/s%3")
             .arg(seconds, 0, 'f', 2)
             .arg(double(rows) / seconds, 0, 'f', 0)
             .arg(bar > 0 ? QStringLiteral("  (wanted: %1)").arg(bar) : QString()));
    tell(QStringLiteral("  dry run   %1 s  %2 patients/s")
             .arg(drySeconds, 0, 'f', 2)
             .arg(double(rows) / drySeconds, 0, 'f', 0));
    tell(QStringLiteral(
             "  bare rows %1 s  %2 patients/s, ratio %3 (%4 rows in %5 transactions, no duplicates looked for, no"
             " search keys)")
             .arg(bareSeconds, 0, 'f', 2)
             .arg(double(rows) / bareSeconds, 0, 'f', 0)
             .arg(seconds / bareSeconds, 0, 'f', 1)
             .arg(bareRows)
             .arg(commits.size()));
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
    const int rows = parser.value(QStringLiteral("rows")).toInt();
    const QString tier = parser.value(QStringLiteral("tier"));
    const QString cache = parser.value(QStringLiteral("cache"));
    try {
        QDir().mkpath(cache);
        measure(cache, 0, rows, tier == u"S" ? 0 : BarEmpty);
        if (tier == u"M" || tier == u"L")
            measure(cache, tier == u"L" ? 1'000'000 : 200'000, rows, BarGrown);
        return 0;
    } catch (const store::Failure &failure) {
        QTextStream(stderr) << failure.error().message << u' ' << failure.error().detail << Qt::endl;
        return 1;
    }
}
