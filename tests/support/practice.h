#pragma once

#include "access/backups.h"
#include "access/restore.h"
#include "clinic/followers.h"
#include "clinic/patient/patients.h"
#include "clinic/record/attachments.h"
#include "store/failure.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace xinglin::test {

/// A small clinic with its recovery sheet, some patients and attachments: what backups are made of.
class Practice
{
public:
    static QString password() { return QStringLiteral("Apricot-Grove-7"); }

    explicit Practice(quint64 seed = 1) : random(seed)
    {
        access::SetUp wishes;
        wishes.clinic = QStringLiteral("杏林堂");
        wishes.deviceName = QStringLiteral("desk");
        wishes.owner.login = QStringLiteral("owner");
        wishes.owner.name = QStringLiteral("方砚秋");
        wishes.password = password();
        auto founded = access::setUp(around(), wishes);
        if (!founded)
            qFatal("%s", qUtf8Printable(founded.error().message));
        session = std::move(founded->session);
        sheet = founded->sheet;
        addFollowers(*session.store);
        add(QStringLiteral("desk"), QStringLiteral("林小满"), access::Role::Receptionist);
        QDir().mkpath(folder() + QStringLiteral("/attachments/2026"));
        put(QStringLiteral("attachments/tongue.bin"), QByteArray(70'000, 'a'));
        put(QStringLiteral("attachments/2026/x-ray.bin"), QByteArray(300, 'b'));
        for (int i = 0; i < 12; ++i)
            registerPatient(QStringLiteral("病人%1").arg(i));
    }

    QString folder() const { return m_folder.filePath(QStringLiteral("clinic")); }
    QString place() const { return m_folder.filePath(QStringLiteral("backups")); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    access::Surroundings around(Files *disk = nullptr)
    {
        access::Surroundings around;
        around.folder = folder();
        around.clock = &clock;
        around.random = &random;
        around.files = disk ? disk : &files;
        around.quickKeys = true;
        return around;
    }
    store::BackupContext context(Files *disk = nullptr)
    {
        return {disk ? *disk : files, clock, random, QTimeZone("Asia/Shanghai"), {}, {}};
    }

    void add(const QString &login, const QString &name, access::Role role)
    {
        access::User user;
        user.login = login;
        user.name = name;
        user.roles = role;
        const auto added = access::addPerson(around(), session, user, password());
        if (!added)
            qFatal("%s", qUtf8Printable(added.error().message));
        people.insert(login, added->id);
    }
    void registerPatient(const QString &name)
    {
        const auto tx = session.store->begin(session.actor, "patient.register");
        PatientDraft draft;
        draft.name = name;
        draft.phone = QStringLiteral("13900139000");
        const auto made = patient::register_(*tx, draft);
        if (!made)
            qFatal("%s", qUtf8Printable(made.error().message));
        tx->commit();
    }
    /// Attaches a file to a new patient, as a practitioner who comes for it.
    AttachmentId attach(const QByteArray &bytes)
    {
        if (!people.contains(QStringLiteral("doctor")))
            add(QStringLiteral("doctor"), QStringLiteral("沈明堂"), access::Role::Practitioner);
        AttachmentDraft draft;
        {
            const auto tx = session.store->begin(session.actor, "patient.register");
            PatientDraft patient;
            patient.name = QStringLiteral("有图者");
            patient.withoutPhone = true;
            draft.patient = patient::register_(*tx, patient)->id;
            tx->commit();
        }
        draft.mediaType = QStringLiteral("application/octet-stream");
        const auto added = attachments::attach(*session.store, doctor(), draft, bytes);
        if (!added)
            qFatal("%s (%s)", qUtf8Printable(added.error().message), qUtf8Printable(added.error().detail));
        return added->id;
    }
    /// The one who attaches.
    store::Actor doctor() const { return {person(QStringLiteral("doctor")).uuid(), session.actor.device}; }
    /// Where the file of an attachment stands, from the clinic's folder on.
    QString placeOf(AttachmentId id)
    {
        const auto view = session.store->snapshot(session.actor);
        store::Query row = view->connection().internal("SELECT file FROM attachment WHERE id = ?1");
        row.bind(id).next();
        return store::AttachedFiles::placeOf(row.get<QByteArray>(0));
    }
    int patients()
    {
        const auto view = session.store->snapshot(session.actor);
        const auto found = patient::search(*view, QString());
        return found ? static_cast<int>(found->size()) : -1;
    }
    /// The state of the open store.
    store::StateHash state()
    {
        const auto view = session.store->snapshot(session.actor);
        return store::stateHash(view->connection(), session.store->registry());
    }
    void close() { session = {}; }
    void open(const QString &login = QStringLiteral("owner"), const QString &typed = password())
    {
        close();
        auto opened = access::signIn(around(), login, typed);
        if (!opened)
            qFatal("%s (%s)", qUtf8Printable(opened.error().message), qUtf8Printable(opened.error().detail));
        session = *std::move(opened);
        addFollowers(*session.store);
    }
    void put(const QString &name, const QByteArray &bytes)
    {
        if (!files.write(folder() + u'/' + name, bytes))
            qFatal("%s", qUtf8Printable(name));
    }
    /// By login.
    access::UserId person(const QString &login) const
    {
        return people.value(login, access::UserId(Uuid(Uuid::Bytes{})));
    }
    access::BackupPlaces places() const { return {place(), {}, std::chrono::hours(4)}; }
    /// A verified backup, noted in the ledger.
    access::MadeBackup backup(store::BackupCause cause = store::BackupCause::Asked)
    {
        auto made = access::makeBackup(around(), *session.databaseKey, places(), cause, {});
        if (!made)
            qFatal("%s (%s)", qUtf8Printable(made.error().message), qUtf8Printable(made.error().detail));
        if (auto noted = access::noteBackup(*session.store, session.actor, *made); !noted)
            qFatal("%s", qUtf8Printable(noted.error().message));
        return *std::move(made);
    }
    access::RestoreKey asOwner() const { return {QStringLiteral("owner"), password(), {}}; }
    access::RestoreKey bySheet() const { return {{}, {}, sheet->lines().join(u'\n')}; }

    FakeClock clock{instantFromMs(1773280800000)}; ///< 2026-03-12 10:00 in the clinic.
    SeededRandom random;
    DiskFiles files;
    access::Session session;
    std::shared_ptr<const RecoverySheet> sheet;
    QHash<QString, access::UserId> people;

private:
    QTemporaryDir m_folder;
};

/// Turns over some bits of a file on disk.
inline void damage(const QString &path, qint64 at, int bytes = 1)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at))
        qFatal("%s", qUtf8Printable(path));
    QByteArray there = file.read(bytes);
    for (char &byte : there)
        byte = static_cast<char>(byte ^ 0x5A);
    file.seek(at);
    if (file.write(there) != there.size())
        qFatal("%s", qUtf8Printable(path));
}

} // namespace xinglin::test
