#include "support/migration.h"

#include "store/failure.h"
#include "store/migrator.h"
#include "store/rawkey.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>

namespace xinglin::test::migration {

namespace {

constexpr int GoldenSchema = 5;

/// The store under a key that needs no Argon2.
struct Golden
{
    Golden()
    {
        const QDir folder(QStringLiteral(XINGLIN_TEST_DATA "/golden/0005"));
        for (const char *name : {"keyring", "clinic.db"}) {
            QFile file(folder.filePath(QLatin1String(name)));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("no golden store");
            image.insert(QStringLiteral("clinic/") + QLatin1String(name), file.readAll());
        }
        image.insert(QStringLiteral("clinic"), QByteArray());
        FaultClinic clinic(FaultClinic::Start::Nothing);
        DiskModel::lay(clinic.top.path(), image);
        if (const auto done = clinic.signIn(); !done)
            qFatal("%s", qUtf8Printable(done.error().message));
        key = clinic.session().databaseKey;
        patients = clinic.number("SELECT count(*) FROM patient WHERE name <> ?1", QStringLiteral(""));
    }
    QMap<QString, QByteArray> image;
    std::shared_ptr<const SecretBytes> key;
    qint64 patients = 0;
};

const Golden &golden()
{
    static const Golden made;
    return made;
}

Result<std::unique_ptr<store::Store>> open(FaultClinic &clinic)
{
    store::StoreOptions options;
    options.folder = clinic.folder();
    options.clock = &clinic.clock;
    options.random = &clinic.random;
    options.files = &clinic.disk.files();
    return store::Store::open(options, *golden().key);
}

qint64 patientsIn(store::Connection &connection)
{
    store::Query count = connection.internal("SELECT count(*) FROM patient WHERE name <> ''");
    return count.next() ? count.get<qint64>(0) : -1;
}

/// What is wrong with the store as it was before.
QString wrongWithKept(const QString &path)
{
    const QString kept = store::keptPath(path, GoldenSchema);
    const auto salt = store::saltOf(kept);
    if (!salt)
        return salt.error().message;
    QByteArray literal = store::keyLiteral(*golden().key, *salt);
    const auto wiped = qScopeGuard([&] { wipe(literal); });
    try {
        store::Connection before(kept, literal, store::Connection::Mode::Finished);
        store::Query check = before.internal("PRAGMA integrity_check");
        if (!check.next() || check.get<QString>(0) != u"ok")
            return QStringLiteral("damaged");
        if (store::schemaOf(before) != GoldenSchema || patientsIn(before) != golden().patients)
            return QStringLiteral("changed");
    } catch (const store::Failure &failure) {
        return failure.error().message + failure.error().detail;
    }
    return {};
}

/// After all faults.
QString wrongWith(FaultClinic &clinic)
{
    const auto opened = open(clinic);
    if (!opened)
        return QStringLiteral("does not open: ") + opened.error().message + opened.error().detail;
    if ((*opened)->schema() != store::newestSchema())
        return QStringLiteral("not migrated");
    if (const QStringList problems = (*opened)->verify().problems; !problems.isEmpty())
        return problems.join(u';');
    const auto view = (*opened)->snapshot({{}, (*opened)->identity().device});
    if (patientsIn(view->connection()) != golden().patients)
        return QStringLiteral("patients are missing");
    if (const QString kept = wrongWithKept((*opened)->path()); !kept.isEmpty())
        return QStringLiteral("the store of before: ") + kept;
    return {};
}

void act(FaultClinic &clinic, Trial &trial)
{
    {
        const auto opened = open(clinic);
        trial.refused = !opened;
        if (trial.refused) {
            trial.words = QString(opened.error().message).replace(clinic.top.path(), QStringLiteral("…"));
            if (const QString why = unclear(opened.error()); !why.isEmpty())
                trial.wrong = QStringLiteral("unclear (%1): %2").arg(why, trial.words);
        }
    }
    trial.calls = clinic.disk.calls();
    trial.hit = clinic.disk.failed();
    trial.at = clinic.disk.failedAt();
    trial.changing = clinic.disk.failedChanging();
    trial.failure = clinic.disk.failure();
}

} // namespace

Trial tryFault(int call, FaultDisk::How how, bool forGood)
{
    Trial trial;
    static_cast<void>(golden()); // before the trial's own disk
    FaultClinic clinic(FaultClinic::Start::Nothing);
    DiskModel::lay(clinic.top.path(), golden().image);
    clinic.disk.failAt(call, how, forGood);
    act(clinic, trial);
    clinic.disk.heal();
    if (trial.wrong.isEmpty())
        trial.wrong = wrongWith(clinic);
    return trial;
}

Trial tryPowerLoss(int call, quint64 seed)
{
    Trial trial;
    static_cast<void>(golden());
    FaultClinic clinic(FaultClinic::Start::Nothing);
    DiskModel::lay(clinic.top.path(), golden().image);
    clinic.disk.losePowerAt(call);
    act(clinic, trial);
    SeededRandom luck(seed);
    clinic.disk.powerUp(luck);
    if (trial.wrong.isEmpty())
        trial.wrong = wrongWith(clinic);
    return trial;
}

} // namespace xinglin::test::migration
