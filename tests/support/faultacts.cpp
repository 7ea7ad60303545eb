#include "support/faultacts.h"

#include "access/restore.h"
#include "clinic/patient/patients.h"
#include "clinic/record/attachments.h"
#include "store/backup.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace xinglin::test::acts {

namespace {

void signedIn(FaultClinic &clinic)
{
    if (const auto done = clinic.signIn(); !done)
        qFatal("%s", qUtf8Printable(done.error().message));
}

} // namespace

Scenario openPatient()
{
    Scenario scenario;
    scenario.prepare = signedIn;
    scenario.act = [](FaultClinic &clinic) {
        return clinic.read([](const store::Snapshot &view) { return patient::open(view, FaultClinic::patient()); });
    };
    return scenario;
}

Scenario editPatient()
{
    Scenario scenario;
    scenario.prepare = signedIn;
    scenario.act = [](FaultClinic &clinic) {
        return clinic.write("patient.edit", [](store::Transaction &tx) {
            PatientDraft draft;
            draft.name = QStringLiteral("陈淑芳");
            draft.phone = QStringLiteral("13900139000");
            draft.otherPhones = {{QStringLiteral("13700137000"), QStringLiteral("女儿")}};
            return patient::edit(tx, FaultClinic::patient(), draft);
        });
    };
    scenario.found = [](FaultClinic &clinic) {
        const bool row = clinic.number("SELECT count(*) FROM patient WHERE name = ?1", QStringLiteral("陈淑芳")) == 1;
        const bool phone =
            clinic.number("SELECT count(*) FROM patient WHERE phone = ?1", QStringLiteral("13900139000")) == 1;
        const bool other = clinic.number("SELECT count(*) FROM patient_phone WHERE phone = ?1 AND ended = 0",
                                         QStringLiteral("13700137000")) == 1;
        const bool key = clinic.number("SELECT count(*) FROM search_key WHERE k = ?1", QStringLiteral("N陈淑芳")) == 1;
        return row && phone && other && key ? 1 : row || phone || other || key ? -1 : 0;
    };
    return scenario;
}

Scenario registerPatient()
{
    Scenario scenario;
    scenario.prepare = signedIn;
    scenario.act = [](FaultClinic &clinic) {
        return clinic.write("patient.register", [](store::Transaction &tx) {
            PatientDraft draft;
            draft.name = QStringLiteral("新来者");
            draft.phone = QStringLiteral("13600136000");
            return patient::register_(tx, draft);
        });
    };
    scenario.found = [](FaultClinic &clinic) {
        const qint64 rows = clinic.number("SELECT count(*) FROM patient WHERE name = ?1", QStringLiteral("新来者"));
        const qint64 keys = clinic.number("SELECT count(*) FROM search_key WHERE k = ?1", QStringLiteral("N新来者"));
        return rows == keys ? static_cast<int>(rows) : -1;
    };
    return scenario;
}

Scenario signVisit()
{
    Scenario scenario;
    scenario.prepare = signedIn;
    scenario.act = [](FaultClinic &clinic) {
        return clinic.write("visit.sign", [](store::Transaction &tx) {
            return consultation::sign(tx, FaultClinic::catalog(),
                                      FaultClinic::visit(FaultClinic::patient(), QStringLiteral("头痛")));
        });
    };
    scenario.found = [](FaultClinic &clinic) {
        const QString complaint = QStringLiteral("头痛");
        const qint64 visits = clinic.number("SELECT count(*) FROM visit_revision WHERE complaint = ?1", complaint);
        const qint64 whole = clinic.number(
            "SELECT count(*) FROM visit_revision r JOIN visit v ON v.id = r.visit_id WHERE r.complaint = ?1"
            " AND r.status = 'final' AND v.status = 'finished'"
            " AND (SELECT count(*) FROM diagnosis d WHERE d.revision_id = r.id) = 1"
            " AND (SELECT count(*) FROM prescription p JOIN prescription_item i ON i.prescription_id = p.id"
            " WHERE p.revision_id = r.id) = 2",
            complaint);
        return visits == whole ? static_cast<int>(visits) : -1;
    };
    return scenario;
}

namespace {

QByteArray pictureOfTongue()
{
    return QByteArray("a picture ").repeated(700);
}

/// What stands encrypted beside the store; the template's own file is not one of them.
int attachedFilesOf(const FaultClinic &clinic)
{
    int count = 0;
    QDirIterator files(clinic.folder() + QStringLiteral("/attachments"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString place = QDir(clinic.folder()).relativeFilePath(files.next());
        count += store::AttachedFiles::nameAt(place).isEmpty() ? 0 : 1;
        if (store::AttachedFiles::isPassing(place))
            return -1;
    }
    return count;
}

} // namespace

Scenario attachPicture()
{
    Scenario scenario;
    scenario.prepare = signedIn;
    scenario.act = [](FaultClinic &clinic) -> Result<Done> {
        AttachmentDraft draft;
        draft.patient = FaultClinic::patient();
        draft.kind = AttachmentKind::Tongue;
        draft.title = QStringLiteral("舌象");
        draft.mediaType = QStringLiteral("image/jpeg");
        draft.width = 40;
        draft.height = 30;
        auto future = clinic.clinic().work([draft, actor = clinic.session().actor](store::Store &store) {
            return attachments::attach(store, actor, draft, pictureOfTongue());
        });
        future.waitForFinished();
        if (const auto added = future.result(); !added)
            return added.error();
        return Done{};
    };
    scenario.found = [](FaultClinic &clinic) {
        const auto view = clinic.clinic().store().snapshot(clinic.session().actor);
        const auto all = attachments::list(*view, FaultClinic::patient(), AttachmentKind::Tongue);
        if (!all || all->size() != attachedFilesOf(clinic))
            return -1;
        for (const Attachment &one : *all) {
            const auto bytes = attachments::content(*view, one.id);
            if (!bytes || *bytes != pictureOfTongue())
                return -1;
        }
        return static_cast<int>(all->size());
    };
    return scenario;
}

Scenario signIn()
{
    Scenario scenario;
    scenario.opens = true;
    scenario.act = [](FaultClinic &clinic) { return clinic.signIn(); };
    scenario.found = [](FaultClinic &clinic) {
        return clinic.number("SELECT count(*) FROM patient WHERE name = ?1", QStringLiteral("陈淑芬")) == 1 ? 1 : -1;
    };
    return scenario;
}

Scenario setUp()
{
    Scenario scenario;
    scenario.opens = true;
    scenario.start = FaultClinic::Start::Nothing;
    scenario.act = [](FaultClinic &clinic) -> Result<Done> {
        // After the power went, a clinic that was finished all the same is there to be used.
        if (const auto there = access::lookAt(clinic.around()); there && there->exists)
            return clinic.signIn();
        const auto founded = access::setUp(clinic.around(), FaultClinic::wishes());
        if (!founded)
            return founded.error();
        return Done{};
    };
    scenario.found = [](FaultClinic &clinic) {
        return clinic.number("SELECT count(*) FROM clinic WHERE name = ?1", QStringLiteral("杏林堂中医诊所")) == 1 ? 1
                                                                                                                   : -1;
    };
    return scenario;
}

Scenario changePassword()
{
    Scenario scenario;
    scenario.prepare = signedIn;
    scenario.act = [](FaultClinic &clinic) {
        return access::changePassword(clinic.around(), clinic.clinic().store(), clinic.session().actor,
                                      FaultClinic::password(), FaultClinic::otherPassword());
    };
    scenario.reopen = [](FaultClinic &clinic) -> Result<Done> {
        if (clinic.signIn(FaultClinic::login(), FaultClinic::otherPassword()))
            return Done{};
        return clinic.signIn();
    };
    scenario.found = [](FaultClinic &clinic) {
        const bool fresh = access::identify(clinic.around(), FaultClinic::login(), FaultClinic::otherPassword()).ok();
        const bool old = access::identify(clinic.around(), FaultClinic::login(), FaultClinic::password()).ok();
        return fresh == old ? -1 : fresh ? 1 : 0;
    };
    return scenario;
}

Scenario addPerson()
{
    Scenario scenario;
    scenario.prepare = signedIn;
    scenario.act = [](FaultClinic &clinic) -> Result<Done> {
        access::User user;
        user.login = QStringLiteral("reception");
        user.name = QStringLiteral("林小满");
        user.roles = access::Role::Receptionist;
        const auto added = access::addPerson(clinic.around(), clinic.clinic().store(), clinic.session().actor,
                                             *clinic.session().databaseKey, user, FaultClinic::otherPassword());
        if (!added)
            return added.error();
        return Done{};
    };
    scenario.found = [](FaultClinic &clinic) {
        const QString login = QStringLiteral("reception");
        const bool row = clinic.number("SELECT count(*) FROM user WHERE login = ?1", login) == 1;
        const bool key = access::identify(clinic.around(), login, FaultClinic::otherPassword()).ok();
        return row != key ? -1 : row ? 1 : 0;
    };
    return scenario;
}

Scenario confirmRecovery()
{
    Scenario scenario;
    scenario.act = [](FaultClinic &clinic) { return access::confirmRecovery(clinic.around(), FaultClinic::sheet()); };
    scenario.found = [](FaultClinic &clinic) {
        const auto plate = access::lookAt(clinic.around());
        return !plate ? -1 : plate->recoveryConfirmed ? 1 : 0;
    };
    return scenario;
}

Scenario recover()
{
    Scenario scenario = changePassword();
    scenario.prepare = {};
    scenario.act = [](FaultClinic &clinic) -> Result<Done> {
        clinic.close(); // it opens the clinic itself
        const auto session =
            access::recover(clinic.around(), FaultClinic::sheet(), FaultClinic::login(), FaultClinic::otherPassword());
        if (!session)
            return session.error();
        return Done{};
    };
    return scenario;
}

namespace {

QString backupsOf(const FaultClinic &clinic)
{
    return clinic.top.filePath(QStringLiteral("backups"));
}

/// Backups that hold; negative where something there only looks like one.
int soundBackups(FaultClinic &clinic)
{
    int sound = 0;
    for (const QFileInfo &info : QDir(backupsOf(clinic)).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const auto manifest = store::readManifest(clinic.disk.files(), info.filePath());
        if (info.fileName().endsWith(u".part"))
            continue;
        if (!manifest)
            return -1;
        const auto pair = store::deviceBackupPair(*clinic.session().databaseKey);
        const auto key = store::openBackupKey(*manifest, pair.secretKey);
        if (!key)
            return -1;
        const auto check = store::checkBackup(clinic.backupContext(), info.filePath(), *key);
        if (!check || !check->problems.isEmpty())
            return -1;
        ++sound;
    }
    return sound;
}

} // namespace

Scenario makeBackup()
{
    Scenario scenario;
    scenario.prepare = signedIn;
    scenario.act = [](FaultClinic &clinic) -> Result<Done> {
        const auto made = store::makeBackup(clinic.backupContext(), clinic.folder(), *clinic.session().databaseKey,
                                            backupsOf(clinic), store::BackupCause::Asked);
        if (!made)
            return made.error();
        return Done{};
    };
    scenario.found = soundBackups;
    scenario.mayStay = true;
    return scenario;
}

namespace {

/// A backup, and the clinic that has registered somebody since.
struct Restorable
{
    Restorable()
    {
        FaultClinic clinic;
        signedIn(clinic);
        const auto made = store::makeBackup(clinic.backupContext(), clinic.folder(), *clinic.session().databaseKey,
                                            backupsOf(clinic), store::BackupCause::Asked);
        if (!made || !registerPatient().act(clinic))
            qFatal("no backup");
        backup = QDir(clinic.top.path()).relativeFilePath(made->path);
        clinic.close();
        image = DiskModel::imageOf(clinic.top.path());
        image.remove(QStringLiteral("clinic/store.lock"));
        for (auto it = image.cbegin(); it != image.cend(); ++it) {
            if (!it.key().startsWith(u"clinic"))
                alone.insert(it.key(), it.value());
        }
    }
    QMap<QString, QByteArray> image;
    QMap<QString, QByteArray> alone; ///< The backup without the clinic.
    QString backup;                  ///< Below the top.
};

const Restorable &restorable()
{
    static const Restorable made;
    return made;
}

Result<Done> restoreIn(FaultClinic &clinic)
{
    clinic.close();
    const auto restored = access::restore(clinic.around(), clinic.top.filePath(restorable().backup),
                                          {FaultClinic::login(), FaultClinic::password(), {}}, {});
    if (!restored)
        return restored.error();
    return Done{};
}

/// As at a start of the program.
Result<Done> start(FaultClinic &clinic)
{
    const auto plate = access::lookAt(clinic.around());
    if (!plate)
        return plate.error();
    return clinic.signIn();
}

/// 1: as in the backup, with its attachment, and the store says so; 0: as before.
int restoredIn(FaultClinic &clinic)
{
    const qint64 later = clinic.number("SELECT count(*) FROM patient WHERE name = ?1", QStringLiteral("新来者"));
    const qint64 told = clinic.number("SELECT count(*) FROM audit WHERE action = ?1", QStringLiteral("backup.restore"));
    QFile attachment(clinic.folder() + QStringLiteral("/attachments/tongue.bin"));
    if (!attachment.open(QIODevice::ReadOnly) || attachment.readAll() != QByteArray(3000, 'a'))
        return -1;
    return later == 0 && told == 1 ? 1 : later == 1 && told == 0 ? 0 : -1;
}

} // namespace

Scenario restore()
{
    const Restorable &from = restorable();
    Scenario scenario;
    scenario.start = FaultClinic::Start::Nothing;
    scenario.prepare = [&from](FaultClinic &clinic) { DiskModel::lay(clinic.top.path(), from.image); };
    scenario.act = restoreIn;
    scenario.reopen = start;
    scenario.found = [](FaultClinic &clinic) {
        const int found = restoredIn(clinic);
        if (found != 1)
            return found;
        // What was there is kept beside it, whole.
        for (const QFileInfo &info :
             QDir(clinic.top.path()).entryInfoList({QStringLiteral("clinic.before-restore-*")})) {
            const QDir kept(info.filePath());
            if (kept.exists(QStringLiteral("clinic.db")) && kept.exists(QStringLiteral("keyring")) &&
                kept.exists(QStringLiteral("attachments/tongue.bin")))
                return 1;
        }
        return -1;
    };
    scenario.mayStay = true;
    return scenario;
}

Scenario restoreAnew()
{
    const Restorable &from = restorable();
    Scenario scenario;
    scenario.opens = true;
    scenario.start = FaultClinic::Start::Nothing;
    scenario.prepare = [&from](FaultClinic &clinic) { DiskModel::lay(clinic.top.path(), from.alone); };
    scenario.act = [](FaultClinic &clinic) -> Result<Done> {
        // One that was finished all the same is there to be used.
        if (const auto plate = access::lookAt(clinic.around()); plate && plate->exists)
            return Done{};
        return restoreIn(clinic);
    };
    scenario.reopen = start;
    scenario.found = restoredIn;
    return scenario;
}

} // namespace xinglin::test::acts
