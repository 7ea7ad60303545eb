#include "access/roles.h"
#include "access/session.h"
#include "access/settings.h"
#include "store/failure.h"
#include "store/vault/keyringformat.h"
#include "support/faultyfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;
using namespace std::chrono_literals;

namespace {

const QString owner = QStringLiteral("owner");
const QString good = QStringLiteral("Apricot-Grove-7");

access::SetUp wishesOf(const QString &clinic = QStringLiteral("杏林堂"))
{
    access::SetUp wishes;
    wishes.clinic = clinic;
    wishes.deviceName = QStringLiteral("test");
    wishes.owner.login = owner;
    wishes.owner.name = QStringLiteral("方砚秋");
    wishes.password = good;
    return wishes;
}

/// Everything in a folder by name.
QMap<QString, QByteArray> filesIn(const QString &folder)
{
    QMap<QString, QByteArray> all;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(folder + u'/' + name);
        if (file.open(QIODevice::ReadOnly))
            all.insert(name, file.readAll());
    }
    return all;
}

} // namespace

/// From a folder to an open store and back.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void setUp_wish_isRefused_data();
    void setUp_wish_isRefused();
    void setUp_overAnything_isRefused();
    void setUp_faultOnce_leavesNothing_data();
    void setUp_faultOnce_leavesNothing();
    void setUp_diskGone_canBeRepeated();
    void lookAt_eachState_isTold();
    void signIn_wrongAndUnknown_sayTheSame();
    void signIn_tooOften_waits();
    void signIn_otherFiles_areToldApart_data();
    void signIn_otherFiles_areToldApart();
    void signIn_whileOpen_isInUse();
    void signIn_disabledOrWithoutRole_isRefused();
    void identify_whileOpen_knowsThePerson();
    void addPerson_then_signsIn();
    void addPerson_withARoleOfTheClinicsOwnOnly_signsIn();
    void addPerson_refused_leavesTheKeyring();
    void addPerson_throughTheStore_mustChange();
    void addPerson_cutShort_isSetRight_data();
    void addPerson_cutShort_isSetRight();
    void addPerson_faultOnce_bothOrNeither_data();
    void addPerson_faultOnce_bothOrNeither();
    void resetPassword_byOwner_newKeysAndMustChange();
    void resetPassword_whoMayNot_isRefused();
    void resetPassword_cutShort_isSetRight();
    void resetPassword_keyOfSomebodyElse_isNotTaken();
    void disable_thenEnable_samePassword();
    void disable_cutShort_isSetRight();
    void failures_whileClosed_areToldAtTheNextOpening();
    void failures_whileOpen_areToldAtOnce();
    void passwordDays_tooOld_mustChange();
    void changePassword_throughTheStore_isAudited();
    void recover_bySheet_setsAnOwnersPassword();
    void recover_whatDoesNotFit_isRefused();
    void replaceRecovery_byOwner_onlyTheNewSheetOpens();
    void changePassword_oldNoLongerOpens();
    void confirmRecovery_lineOrSheet_isKept();

private:
    access::Surroundings around(const QString &name = QStringLiteral("clinic"))
    {
        access::Surroundings around;
        around.folder = m_folder->filePath(name);
        around.clock = &m_clock;
        around.random = &m_random;
        around.files = &m_disk;
        around.quickKeys = true;
        return around;
    }
    access::Founded founded(const QString &name = QStringLiteral("clinic"))
    {
        auto made = access::setUp(around(name), wishesOf());
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return *std::move(made);
    }

    access::User person(const QString &login, access::Roles roles = access::Role::Receptionist)
    {
        access::User user;
        user.login = login;
        user.name = QStringLiteral("顾青禾");
        user.roles = roles;
        return user;
    }
    /// Audit rows of an action: who, outcome, detail.
    static QStringList audited(store::Store &store, const QString &action)
    {
        const auto view = store.snapshot({{}, store.identity().device});
        store::Query rows = view->connection().internal(
            "SELECT user_id IS NULL, outcome, coalesce(detail, '') FROM audit WHERE action = ?1 ORDER BY n");
        rows.bind(action);
        QStringList all;
        while (rows.next())
            all << QStringLiteral("%1%2 %3").arg(rows.get<bool>(0) ? QStringLiteral("nobody ") : QString(),
                                                 rows.get<QString>(1), rows.get<QString>(2));
        return all;
    }
    QByteArray keyring() const
    {
        QFile file(m_folder->filePath(QStringLiteral("clinic/keyring")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void putKeyring(const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(QStringLiteral("clinic/keyring")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::optional<QTemporaryDir> m_folder;
    FakeClock m_clock{instantFromMs(1773280800000)};
    SeededRandom m_random{3};
    DiskFiles m_disk;
};

void TestSession::init()
{
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
}

void TestSession::setUp_wish_isRefused_data()
{
    using Change = std::function<void(access::SetUp &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *tag, const Change &change, const char *field) {
        QTest::newRow(tag) << change << QString::fromLatin1(field);
    };
    row(
        "no clinic", [](access::SetUp &wishes) { wishes.clinic = QStringLiteral(" "); }, "clinic");
    row(
        "short password", [](access::SetUp &wishes) { wishes.password = QStringLiteral("abc"); }, "password");
    row(
        "login in password", [](access::SetUp &wishes) { wishes.password = QStringLiteral("owner-owner-1"); },
        "password");
    row(
        "no login", [](access::SetUp &wishes) { wishes.owner.login = QStringLiteral(" "); }, "login");
    row(
        "login of two words", [](access::SetUp &wishes) { wishes.owner.login = QStringLiteral("fang yan"); }, "login");
    row(
        "no name", [](access::SetUp &wishes) { wishes.owner.name.clear(); }, "name");
}

void TestSession::setUp_wish_isRefused()
{
    QFETCH(std::function<void(access::SetUp &)>, change);
    QFETCH(QString, field);
    access::SetUp wishes = wishesOf();
    change(wishes);
    const auto refused = access::setUp(around(), wishes);
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, field);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY2(QDir(m_folder->path()).isEmpty(), qPrintable(QDir(m_folder->path()).entryList().join(u' ')));
}

void TestSession::setUp_overAnything_isRefused()
{
    founded().session.store.reset();
    const auto before = filesIn(around().folder);
    QCOMPARE(access::setUp(around(), wishesOf()).error().code, Code::Conflict);
    QCOMPARE(filesIn(around().folder), before);
    QDir(m_folder->path()).mkdir(QStringLiteral("other"));
    QFile file(m_folder->filePath(QStringLiteral("other/thesis.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    QCOMPARE(access::setUp(around(QStringLiteral("other")), wishesOf()).error().code, Code::Conflict);
    QCOMPARE(filesIn(around(QStringLiteral("other")).folder).keys(), QStringList{QStringLiteral("thesis.txt")});
    // An empty folder is as good as none.
    QDir(m_folder->path()).mkdir(QStringLiteral("empty"));
    QVERIFY(access::setUp(around(QStringLiteral("empty")), wishesOf()).ok());
}

void TestSession::setUp_faultOnce_leavesNothing_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("before") << static_cast<int>(FaultyFiles::How::Before);
    QTest::newRow("torn") << static_cast<int>(FaultyFiles::How::Torn);
    QTest::newRow("after") << static_cast<int>(FaultyFiles::How::After);
}

void TestSession::setUp_faultOnce_leavesNothing()
{
    QFETCH(int, how);
    bool reached = true;
    int refusals = 0;
    for (int call = 1; reached; ++call) {
        init();
        FaultyFiles faulty(m_disk);
        faulty.failAt(call, static_cast<FaultyFiles::How>(how), false);
        access::Surroundings here = around();
        here.files = &faulty;
        auto made = access::setUp(here, wishesOf());
        reached = faulty.failed();
        if (made) {
            // The fault did not matter: then everything is there.
            made->session.store.reset();
            const auto session = access::signIn(around(), owner, good);
            QVERIFY2(session.ok(), qPrintable(QStringLiteral("call %1").arg(call)));
            continue;
        }
        ++refusals;
        const QStringList left =
            QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
        QVERIFY2(left.isEmpty(), qPrintable(QStringLiteral("call %1 left %2").arg(call).arg(left.join(u' '))));
    }
    QVERIFY(refusals > 3);
}

void TestSession::setUp_diskGone_canBeRepeated()
{
    bool reached = true;
    for (int call = 1; reached; ++call) {
        init();
        FaultyFiles faulty(m_disk);
        faulty.failAt(call, FaultyFiles::How::Torn, true);
        access::Surroundings here = around();
        here.files = &faulty;
        const auto made = access::setUp(here, wishesOf());
        reached = faulty.failed();
        if (made)
            continue;
        // Nothing that looks like a clinic, and nothing in the way of the next try.
        const auto plate = access::lookAt(around());
        QVERIFY2(plate.ok() && !plate->exists, qPrintable(QStringLiteral("call %1").arg(call)));
        const auto again = access::setUp(around(), wishesOf());
        QVERIFY2(again.ok(),
                 again ? "" : qPrintable(QStringLiteral("call %1: %2").arg(call).arg(again.error().message)));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("clinic")});
    }
}

void TestSession::lookAt_eachState_isTold()
{
    QVERIFY(!access::lookAt(around())->exists);
    founded().session.store.reset();
    const auto plate = access::lookAt(around());
    QVERIFY(plate->exists);
    QCOMPARE(plate->logins, QStringList{owner});
    QVERIFY(!plate->recoveryConfirmed);
    const QString database = store::Store::databasePath(around().folder);
    QVERIFY(QFile::rename(database, database + u'x'));
    QCOMPARE(access::lookAt(around()).error().code, Code::Damaged);
    QVERIFY(QFile::rename(database + u'x', database));
    QVERIFY(QFile::remove(around().folder + QStringLiteral("/keyring")));
    QCOMPARE(access::lookAt(around()).error().code, Code::Damaged);
}

void TestSession::signIn_wrongAndUnknown_sayTheSame()
{
    founded().session.store.reset();
    const auto wrong = access::signIn(around(), owner, QStringLiteral("Apricot-Grove-8"));
    const auto unknown = access::signIn(around(), QStringLiteral("nobody"), good);
    QCOMPARE(wrong.error().code, Code::WrongPassword);
    QCOMPARE(wrong.error(), unknown.error());
    auto session = access::signIn(around(), u' ' + owner + u' ', good);
    QVERIFY(session.ok());
    QCOMPARE(session->actor.user, session->user.uuid());
    QCOMPARE(session->actor.device, session->store->identity().device);
    const auto view = session->store->snapshot(session->actor);
    store::Query rows = view->connection().internal(
        "SELECT count(*) FROM audit WHERE user_id = ?1 AND action = 'session.open' AND outcome = 'ok'");
    rows.bind(session->user).next();
    QCOMPARE(rows.get<int>(0), 1);
}

void TestSession::signIn_tooOften_waits()
{
    founded().session.store.reset();
    const auto tries = [&](const QString &login, const QString &password) {
        const auto session = access::signIn(around(), login, password);
        return session ? std::optional<Error>() : std::optional(session.error());
    };
    for (const QString &login : {owner, QStringLiteral("nobody")}) {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(tries(login, QStringLiteral("wrong"))->code, Code::WrongPassword);
        const auto refused = tries(login, good);
        QCOMPARE(refused->code, Code::Throttled);
        QVERIFY(refused->detail.toInt() > 0 && refused->detail.toInt() <= 60);
        QVERIFY(!refused->message.isEmpty());
    }
    m_clock.advance(61s);
    QVERIFY(!tries(owner, good));
}

void TestSession::signIn_otherFiles_areToldApart_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QList<int>>("codes");
    const auto row = [](const char *what, const QList<Code> &codes) {
        QList<int> numbers;
        for (const Code code : codes)
            numbers << static_cast<int>(code);
        QTest::newRow(what) << QString::fromLatin1(what) << numbers;
    };
    row("nothing there", {Code::NotFound});
    row("damaged keyring", {Code::Damaged});
    row("not a keyring", {Code::Foreign});
    row("keyring of another clinic", {Code::Foreign, Code::Damaged});
    row("store of another clinic", {Code::Foreign, Code::Damaged});
    row("newer store", {Code::Newer});
    row("damaged store", {Code::Damaged});
    row("plain database", {Code::Foreign});
    row("store cut short", {Code::Damaged});
    row("no store", {Code::NotFound});
}

void TestSession::signIn_otherFiles_areToldApart()
{
    QFETCH(QString, what);
    QFETCH(QList<int>, codes);
    const QString folder = around().folder;
    const QString keyring = folder + QStringLiteral("/keyring");
    const QString database = store::Store::databasePath(folder);
    const auto overwrite = [](const QString &path, qint64 at, const QByteArray &bytes) {
        QFile file(path);
        return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size();
    };
    if (what != u"nothing there") {
        auto made = founded();
        if (what == u"newer store") {
            const auto tx = made.session.store->begin(made.session.actor, "test.raw");
            tx->connection().execute("PRAGMA user_version = 9999");
            tx->commit();
        }
        made.session.store.reset();
        founded(QStringLiteral("other")).session.store.reset();
    }
    const QString other = around(QStringLiteral("other")).folder;
    const auto take = [&](const QString &from, const QString &to) {
        return QFile::remove(to) && QFile::copy(from, to);
    };
    if (what == u"damaged keyring")
        QVERIFY(overwrite(keyring, QFile(keyring).size() / 2, QByteArray(8, 'x')));
    else if (what == u"not a keyring")
        QVERIFY(QFile::resize(keyring, 0) && overwrite(keyring, 0, "a letter to my aunt, which is not a keyring"));
    else if (what == u"keyring of another clinic")
        QVERIFY(take(other + QStringLiteral("/keyring"), keyring));
    else if (what == u"store of another clinic")
        QVERIFY(take(store::Store::databasePath(other), database));
    else if (what == u"damaged store")
        QVERIFY(overwrite(database, 100, QByteArray(3000, 'x')));
    else if (what == u"plain database")
        QVERIFY(overwrite(database, 0, QByteArray("SQLite format 3", 16)));
    else if (what == u"store cut short")
        QVERIFY(QFile::resize(database, 7));
    else if (what == u"no store")
        QVERIFY(QFile::remove(database));
    auto before = filesIn(folder);
    const auto session = access::signIn(around(), owner, good);
    QVERIFY(!session.ok());
    QVERIFY2(codes.contains(static_cast<int>(session.error().code)), qPrintable(session.error().message));
    QVERIFY(!session.error().message.isEmpty());
    auto after = filesIn(folder);
    // A look at a store leaves its empty log.
    QVERIFY(after.value(QStringLiteral("clinic.db-wal")).isEmpty());
    for (auto *files : {&before, &after}) {
        for (const char *name : {"store.lock", "clinic.db-wal", "clinic.db-shm"})
            files->remove(QLatin1String(name));
    }
    QCOMPARE(after.keys(), before.keys());
    QCOMPARE(after, before);
}

void TestSession::signIn_whileOpen_isInUse()
{
    const auto made = founded();
    QCOMPARE(access::signIn(around(), owner, good).error().code, Code::InUse);
}

void TestSession::signIn_disabledOrWithoutRole_isRefused()
{
    auto made = founded();
    access::User user;
    user.login = QStringLiteral("desk");
    user.name = QStringLiteral("顾青禾");
    user.roles = access::Role::Receptionist;
    const auto added = access::addPerson(around(), made.session, user, good);
    QVERIFY(added.ok());
    const auto set = [&](const char *sql, qint64 value) {
        const auto tx = made.session.store->begin(made.session.actor, "test.raw");
        tx->connection().internal(sql).bind(added->id, value).run();
        tx->commit();
    };
    const auto tried = [&] {
        made.session.store.reset();
        std::optional<Code> code;
        {
            const auto session = access::signIn(around(), user.login, good);
            if (!session)
                code = session.error().code;
        }
        made.session = *access::signIn(around(), owner, good);
        return code;
    };
    QCOMPARE(tried(), std::nullopt);
    set("UPDATE user SET active = ?2 WHERE id = ?1", 0);
    QCOMPARE(tried(), Code::NoPermission);
    QCOMPARE(tried(), Code::NoPermission); // the seal is gone too by now
    QVERIFY(
        access::enablePerson(around(), *made.session.store, made.session.actor, *made.session.databaseKey, added->id)
            .ok());
    set("UPDATE user_role SET until_ms = ?2 WHERE user_id = ?1", toMs(m_clock.now()) + 60000);
    QCOMPARE(tried(), std::nullopt);
    m_clock.advance(60s);
    QCOMPARE(tried(), Code::NoPermission);
}

void TestSession::identify_whileOpen_knowsThePerson()
{
    const auto made = founded();
    const auto person = access::identify(around(), owner, good);
    QVERIFY(person.ok());
    QCOMPARE(person->user, made.session.user);
    QVERIFY(std::ranges::equal(person->secret->bytes(), made.session.userSecret->bytes()));
    QCOMPARE(access::identify(around(), owner, QStringLiteral("Apricot-Grove-8")).error().code, Code::WrongPassword);
}

void TestSession::addPerson_then_signsIn()
{
    auto made = founded();
    access::User user;
    user.login = QStringLiteral(" desk ");
    user.name = QStringLiteral("顾青禾");
    user.roles = access::Role::Receptionist | access::Role::Dispenser;
    const QString password = QStringLiteral("Peach-Blossom-3");
    const auto added = access::addPerson(around(), made.session, user, password);
    QVERIFY(added.ok());
    QCOMPARE(added->login, QStringLiteral("desk"));
    made.session.store.reset();
    const auto session = access::signIn(around(), QStringLiteral("desk"), password);
    QVERIFY(session.ok());
    QCOMPARE(session->user, added->id);
    QVERIFY(std::ranges::equal(session->databaseKey->bytes(), made.session.databaseKey->bytes()));
    const auto view = session->store->snapshot(session->actor);
    QCOMPARE(access::rolesOf(*view), user.roles);
    QCOMPARE(access::lookAt(around())->logins, (QStringList{owner, QStringLiteral("desk")}));
}

void TestSession::addPerson_withARoleOfTheClinicsOwnOnly_signsIn()
{
    auto made = founded();
    access::User user;
    user.login = QStringLiteral("desk");
    user.name = QStringLiteral("顾青禾");
    user.roles = access::Role::Receptionist;
    const QString password = QStringLiteral("Peach-Blossom-3");
    const auto added = access::addPerson(around(), made.session, user, password);
    QVERIFY(added.ok());
    auto tx = made.session.store->begin(made.session.actor, "roles.grant");
    access::CustomRole role = access::copyOf(access::Role::Receptionist);
    role.name = QStringLiteral("晚班前台");
    const auto saved = access::saveRole(*tx, role);
    QVERIFY(saved.ok());
    QVERIFY(access::grantRole(*tx, added->id, saved->id).ok());
    QVERIFY(access::revoke(*tx, added->id, access::Role::Receptionist).ok());
    tx->commit();
    tx.reset(); // goes before its store
    made.session.store.reset();
    const auto session = access::signIn(around(), QStringLiteral("desk"), password);
    QVERIFY2(session.ok(), session ? "" : qPrintable(session.error().message));
}

void TestSession::addPerson_refused_leavesTheKeyring()
{
    auto made = founded();
    access::User user;
    user.login = QStringLiteral("desk");
    user.name = QStringLiteral("顾青禾");
    user.roles = access::Role::Receptionist;
    const auto desk = access::addPerson(around(), made.session, user, good);
    QVERIFY(desk.ok());
    const auto added = [&](const access::Session &session, const std::function<void(access::User &)> &change,
                           const QString &password = good) {
        access::User another = user;
        another.login = QStringLiteral("another");
        change(another);
        return access::addPerson(around(), session, another, password);
    };
    const auto nothing = [](access::User &) {};
    QCOMPARE(added(made.session, nothing, QStringLiteral("weak")).error().field, QStringLiteral("password"));
    QCOMPARE(added(made.session, [](access::User &u) { u.login = QStringLiteral("DESK"); }).error().code,
             Code::Conflict);
    QCOMPARE(added(made.session, [](access::User &u) { u.name.clear(); }).error().field, QStringLiteral("name"));
    QCOMPARE(added(made.session, [](access::User &u) { u.roles = {}; }).error().field, QStringLiteral("roles"));
    // Somebody who may not.
    const store::Actor before =
        std::exchange(made.session.actor, store::Actor{desk->id.uuid(), made.session.actor.device});
    QCOMPARE(added(made.session, nothing).error().code, Code::NoPermission);
    made.session.actor = before;
    QCOMPARE(access::lookAt(around())->logins, (QStringList{owner, QStringLiteral("desk")}));
    // The name is still free.
    QVERIFY(added(made.session, nothing).ok());
}

void TestSession::addPerson_throughTheStore_mustChange()
{
    auto made = founded();
    const auto added = access::addPerson(around(), *made.session.store, made.session.actor, *made.session.databaseKey,
                                         person(QStringLiteral("desk")), good);
    QVERIFY(added.ok());
    const auto known = access::identify(around(), *made.session.store, QStringLiteral("desk"), good);
    QVERIFY(known.ok());
    QVERIFY(known->mustChange);
    const QString fresh = QStringLiteral("Peach-Blossom-3");
    const store::Actor desk{added->id.uuid(), made.session.actor.device};
    QVERIFY(access::changePassword(around(), *made.session.store, desk, good, fresh).ok());
    QVERIFY(!access::identify(around(), *made.session.store, QStringLiteral("desk"), fresh)->mustChange);
    QVERIFY(!access::identify(around(), *made.session.store, owner, good)->mustChange);
}

void TestSession::addPerson_cutShort_isSetRight_data()
{
    QTest::addColumn<bool>("entryStays");
    QTest::newRow("an entry without a row") << true;
    QTest::newRow("a row without an entry") << false;
}

void TestSession::addPerson_cutShort_isSetRight()
{
    QFETCH(bool, entryStays);
    auto made = founded();
    const QByteArray before = keyring();
    const auto user = person(QStringLiteral("desk"));
    const auto added = access::addPerson(around(), made.session, user, good);
    QVERIFY(added.ok());
    if (entryStays) {
        // As if the program had ended between the two: the row was never there.
        const QByteArray after = keyring();
        made.session.store.reset();
        QVERIFY(QDir(around().folder).removeRecursively());
        init();
        made = founded();
        auto foreign = *xinglin::keyring::decode(keyring(), {});
        auto entry = xinglin::keyring::decode(after, {})->users.at(1);
        foreign.users.append(entry);
        putKeyring(xinglin::keyring::encode(foreign));
        QCOMPARE(access::lookAt(around())->logins.size(), 2);
        made.session.store.reset();
        made.session = *access::signIn(around(), owner, good);
        QCOMPARE(access::lookAt(around())->logins, QStringList{owner});
        QCOMPARE(audited(*made.session.store, QStringLiteral("people.reconcile")).size(), 1);
        QVERIFY(access::addPerson(around(), made.session, user, good).ok());
    } else {
        putKeyring(before);
        made.session.store.reset();
        QCOMPARE(access::signIn(around(), user.login, good).error().code, Code::WrongPassword);
        made.session = *access::signIn(around(), owner, good);
        // They are given a password like anybody who lost theirs.
        QVERIFY(access::resetPassword(around(), *made.session.store, made.session.actor, *made.session.databaseKey,
                                      added->id, good)
                    .ok());
    }
    made.session.store.reset();
    QVERIFY(access::signIn(around(), user.login, good).ok());
}

void TestSession::addPerson_faultOnce_bothOrNeither_data()
{
    setUp_faultOnce_leavesNothing_data();
}

void TestSession::addPerson_faultOnce_bothOrNeither()
{
    QFETCH(int, how);
    auto made = founded();
    bool reached = true;
    int refusals = 0;
    for (int call = 1; reached; ++call) {
        FaultyFiles faulty(m_disk);
        faulty.failAt(call, static_cast<FaultyFiles::How>(how), false);
        access::Surroundings here = around();
        here.files = &faulty;
        const QString login = QStringLiteral("desk%1").arg(call);
        const auto added = access::addPerson(here, made.session, person(login), good);
        reached = faulty.failed();
        refusals += !added;
        const auto view = made.session.store->snapshot(made.session.actor);
        const auto people = *access::users(*view);
        const bool inStore = std::ranges::any_of(people, [&](const access::User &u) { return u.login == login; });
        QCOMPARE(inStore, added.ok());
        if (added)
            QVERIFY(access::identify(around(), login, good).ok());
    }
    QVERIFY(refusals > 2);
    made.session.store.reset();
    made.session = *access::signIn(around(), owner, good);
    const auto view = made.session.store->snapshot(made.session.actor);
    QCOMPARE(access::lookAt(around())->logins.size(), access::users(*view)->size());
}

void TestSession::resetPassword_byOwner_newKeysAndMustChange()
{
    auto made = founded();
    const auto desk = access::addPerson(around(), made.session, person(QStringLiteral("desk")), good);
    const QString fresh = QStringLiteral("Peach-Blossom-3");
    const auto keyOf = [&] {
        const auto view = made.session.store->snapshot(made.session.actor);
        store::Query row = view->connection().internal("SELECT public_key FROM user WHERE id = ?1");
        row.bind(desk->id).next();
        return row.get<QByteArray>(0);
    };
    const QByteArray before = keyOf();
    const auto reset = [&](const QString &password) {
        return access::resetPassword(around(), *made.session.store, made.session.actor, *made.session.databaseKey,
                                     desk->id, password);
    };
    QCOMPARE(reset(QStringLiteral("weak")).error().field, QStringLiteral("password"));
    QVERIFY(reset(fresh).ok());
    QVERIFY(keyOf() != before);
    QCOMPARE(access::identify(around(), QStringLiteral("desk"), good).error().code, Code::WrongPassword);
    const auto known = access::identify(around(), QStringLiteral("desk"), fresh);
    QVERIFY(known.ok());
    QVERIFY(known->mustChange);
    QCOMPARE(crypto::publicKeyOf(*known->secret), keyOf());
    QCOMPARE(audited(*made.session.store, QStringLiteral("people.reset")).size(), 1);
}

void TestSession::resetPassword_whoMayNot_isRefused()
{
    auto made = founded();
    const auto desk = access::addPerson(around(), made.session, person(QStringLiteral("desk")), good);
    const auto admin =
        access::addPerson(around(), made.session, person(QStringLiteral("admin"), access::Role::Administrator), good);
    const QByteArray before = keyring();
    const auto reset = [&](access::UserId who, access::UserId whose) {
        const store::Actor actor{who.uuid(), made.session.actor.device};
        const auto done = access::resetPassword(around(), *made.session.store, actor, *made.session.databaseKey, whose,
                                                QStringLiteral("Peach-Blossom-3"));
        return done ? Code::Cancelled : done.error().code;
    };
    QCOMPARE(reset(desk->id, admin->id), Code::NoPermission);
    QCOMPARE(reset(admin->id, made.session.user), Code::NoPermission); // an owner's
    QCOMPARE(reset(made.session.user, made.session.user), Code::Invalid);
    QCOMPARE(reset(made.session.user, access::UserId::create(m_clock, m_random)), Code::NotFound);
    QCOMPARE(keyring(), before);
    QCOMPARE(reset(admin->id, desk->id), Code::Cancelled); // that is: it was done
}

void TestSession::resetPassword_cutShort_isSetRight()
{
    auto made = founded();
    const auto desk = access::addPerson(around(), made.session, person(QStringLiteral("desk")), good);
    const auto setKey = [&](const QByteArray &key) {
        const auto tx = made.session.store->begin(made.session.actor, "test.raw");
        tx->connection().internal("UPDATE user SET public_key = ?2 WHERE id = ?1").bind(desk->id, key).run();
        tx->commit();
    };
    const auto keyOf = [&] {
        const auto view = made.session.store->snapshot(made.session.actor);
        store::Query row = view->connection().internal("SELECT public_key FROM user WHERE id = ?1");
        row.bind(desk->id).next();
        return row.get<QByteArray>(0);
    };
    const QByteArray before = keyOf();
    QVERIFY(access::resetPassword(around(), *made.session.store, made.session.actor, *made.session.databaseKey,
                                  desk->id, QStringLiteral("Peach-Blossom-3"))
                .ok());
    const QByteArray after = keyOf();
    setKey(before); // the commit never came
    made.session.store.reset();
    made.session = *access::signIn(around(), owner, good);
    QCOMPARE(keyOf(), after);
    QCOMPARE(audited(*made.session.store, QStringLiteral("people.reconcile")),
             QStringList{QStringLiteral("ok public key")});
}

void TestSession::resetPassword_keyOfSomebodyElse_isNotTaken()
{
    auto made = founded();
    const auto desk = access::addPerson(around(), made.session, person(QStringLiteral("desk")), good);
    QVERIFY(desk.ok());
    made.session.store.reset();
    // Who has the disk but no key writes an entry of their own, and once more without a seal.
    auto content = *xinglin::keyring::decode(keyring(), {});
    const QByteArray theirs = crypto::keyPair(m_random).publicKey;
    content.users[1].publicKey = theirs;
    for (const bool sealed : {true, false}) {
        if (!sealed)
            content.users[1].sealedDbk.clear();
        putKeyring(xinglin::keyring::encode(content));
        made.session = *access::signIn(around(), owner, good);
        {
            const auto view = made.session.store->snapshot(made.session.actor);
            store::Query row = view->connection().internal("SELECT public_key FROM user WHERE id = ?1");
            row.bind(desk->id).next();
            QVERIFY(row.get<QByteArray>(0) != theirs);
        }
        QCOMPARE(*xinglin::keyring::decode(keyring(), {}), content); // nothing was sealed to them
        const auto enabled = access::enablePerson(around(), *made.session.store, made.session.actor,
                                                  *made.session.databaseKey, desk->id);
        QCOMPARE(enabled.error().code, Code::Damaged);
        made.session.store.reset();
    }
}

void TestSession::disable_thenEnable_samePassword()
{
    auto made = founded();
    const auto desk = access::addPerson(around(), made.session, person(QStringLiteral("desk")), good);
    auto &session = made.session;
    QVERIFY(!access::disablePerson(around(), *session.store, session.actor, session.user)); // oneself
    const store::Actor actor{desk->id.uuid(), session.actor.device};
    QCOMPARE(access::disablePerson(around(), *session.store, actor, session.user).error().code, Code::NoPermission);
    QVERIFY(access::disablePerson(around(), *session.store, session.actor, desk->id).ok());
    QCOMPARE(access::lookAt(around())->logins, QStringList{owner});
    QCOMPARE(access::identify(around(), *session.store, QStringLiteral("desk"), good).error().code, Code::NoPermission);
    QCOMPARE(access::identify(around(), *session.store, QStringLiteral("desk"), QStringLiteral("x")).error().code,
             Code::WrongPassword);
    QCOMPARE(access::resetPassword(around(), *session.store, session.actor, *session.databaseKey, desk->id, good)
                 .error()
                 .code,
             Code::Conflict);
    QVERIFY(access::enablePerson(around(), *session.store, session.actor, *session.databaseKey, desk->id).ok());
    session.store.reset();
    QVERIFY(access::signIn(around(), QStringLiteral("desk"), good).ok());
}

void TestSession::disable_cutShort_isSetRight()
{
    auto made = founded();
    const auto desk = access::addPerson(around(), made.session, person(QStringLiteral("desk")), good);
    const auto enabled = [&] { return access::lookAt(around())->logins.contains(QStringLiteral("desk")); };
    const auto reopen = [&] {
        made.session.store.reset();
        made.session = *access::signIn(around(), owner, good);
    };
    const QByteArray before = keyring();
    QVERIFY(access::disablePerson(around(), *made.session.store, made.session.actor, desk->id).ok());
    const QByteArray after = keyring();
    putKeyring(before); // the row says disabled
    QVERIFY(enabled());
    reopen();
    QVERIFY(!enabled());
    QVERIFY(access::enablePerson(around(), *made.session.store, made.session.actor, *made.session.databaseKey, desk->id)
                .ok());
    putKeyring(after); // the row says enabled
    reopen();
    QVERIFY(enabled());
    QVERIFY(access::identify(around(), QStringLiteral("desk"), good).ok());
}

void TestSession::failures_whileClosed_areToldAtTheNextOpening()
{
    auto made = founded();
    made.session.store.reset();
    for (const auto &login : {owner, owner, QStringLiteral("nobody")})
        QVERIFY(!access::signIn(around(), login, QStringLiteral("no")));
    made.session = *access::signIn(around(), owner, good);
    QCOMPARE(made.session.failures, 2u);
    QStringList rows = audited(*made.session.store, QStringLiteral("session.failed"));
    QCOMPARE(rows.size(), 3);
    QVERIFY(rows[0].startsWith(QStringLiteral("refused 2026-")));
    QVERIFY(rows[2].startsWith(QStringLiteral("nobody refused 2026-")));
    made.session.store.reset();
    made.session = *access::signIn(around(), owner, good);
    QCOMPARE(made.session.failures, 0u);
    QCOMPARE(audited(*made.session.store, QStringLiteral("session.failed")).size(), 3);
}

void TestSession::failures_whileOpen_areToldAtOnce()
{
    auto made = founded();
    QVERIFY(!access::identify(around(), *made.session.store, owner, QStringLiteral("no")));
    QCOMPARE(audited(*made.session.store, QStringLiteral("session.failed")).size(), 1);
    QCOMPARE(access::identify(around(), *made.session.store, owner, good)->failures, 1u);
    QVERIFY(!access::changePassword(around(), *made.session.store, made.session.actor, QStringLiteral("no"),
                                    QStringLiteral("Peach-Blossom-3")));
    QCOMPARE(audited(*made.session.store, QStringLiteral("session.failed")).size(), 2);
}

void TestSession::passwordDays_tooOld_mustChange()
{
    auto made = founded();
    const auto mustChange = [&] { return access::identify(around(), *made.session.store, owner, good)->mustChange; };
    m_clock.advance(24h * 1000);
    QVERIFY(!mustChange()); // nobody asked for it
    {
        const auto tx = made.session.store->begin(made.session.actor, "setting.change");
        QVERIFY(settings::setValue(*tx, settings::PasswordDays, QStringLiteral("90")).ok());
        tx->commit();
    }
    QVERIFY(mustChange());
    made.session.store.reset();
    made.session = *access::signIn(around(), owner, good);
    QVERIFY(made.session.mustChange);
    const QString fresh = QStringLiteral("Peach-Blossom-3");
    QVERIFY(access::changePassword(around(), *made.session.store, made.session.actor, good, fresh).ok());
    QVERIFY(!access::identify(around(), *made.session.store, owner, fresh)->mustChange);
}

void TestSession::changePassword_throughTheStore_isAudited()
{
    auto made = founded();
    auto &session = made.session;
    const auto change = [&](const QString &old, const QString &fresh) {
        return access::changePassword(around(), *session.store, session.actor, old, fresh);
    };
    const QString fresh = QStringLiteral("Peach-Blossom-3");
    QCOMPARE(change(good, QStringLiteral("owner-owner-1")).error().field, QStringLiteral("password"));
    QCOMPARE(change(good, good).error().field, QStringLiteral("password"));
    QVERIFY(change(good, fresh).ok());
    QCOMPARE(change(fresh, good).error().field, QStringLiteral("password"));
    QCOMPARE(audited(*session.store, QStringLiteral("password.change")).size(), 1);
    QVERIFY(access::identify(around(), owner, fresh).ok());
}

void TestSession::recover_bySheet_setsAnOwnersPassword()
{
    auto made = founded();
    QVERIFY(access::addPerson(around(), made.session, person(QStringLiteral("desk")), good).ok());
    made.session.store.reset();
    for (int i = 0; i < 7; ++i)
        QVERIFY(!access::signIn(around(), owner, QStringLiteral("no"))); // throttled: the sheet opens all the same
    const QString fresh = QStringLiteral("Peach-Blossom-3");
    const QString sheet = made.sheet->lines().join(u'\n').toLower();
    auto session = access::recover(around(), sheet, QStringLiteral(" Owner"), fresh);
    QVERIFY(session.ok());
    QCOMPARE(session->user, made.session.user);
    QVERIFY(std::ranges::equal(session->databaseKey->bytes(), made.session.databaseKey->bytes()));
    QCOMPARE(audited(*session->store, QStringLiteral("recovery.used")).size(), 1);
    {
        const auto view = session->store->snapshot(session->actor);
        store::Query row = view->connection().internal("SELECT public_key FROM user WHERE id = ?1");
        row.bind(session->user).next();
        QCOMPARE(row.get<QByteArray>(0), crypto::publicKeyOf(*session->userSecret));
    }
    session->store.reset();
    QCOMPARE(access::lookAt(around())->recoveryUsedAt, m_clock.now());
    QCOMPARE(access::signIn(around(), owner, good).error().code, Code::WrongPassword);
    QVERIFY(access::signIn(around(), owner, fresh).ok());
    QVERIFY(access::signIn(around(), QStringLiteral("desk"), good).ok());
}

void TestSession::recover_whatDoesNotFit_isRefused()
{
    auto made = founded();
    QVERIFY(access::addPerson(around(), made.session, person(QStringLiteral("desk")), good).ok());
    made.session.store.reset();
    const auto other = founded(QStringLiteral("other"));
    const QString fresh = QStringLiteral("Peach-Blossom-3");
    const QString sheet = made.sheet->lines().join(u'\n');
    const QByteArray before = keyring();
    const auto tried = [&](const QString &typed, const QString &login, const QString &password) {
        return access::recover(around(), typed, login, password).error();
    };
    QString mistyped = sheet;
    mistyped[0] = mistyped[0] == u'7' ? u'8' : u'7';
    QCOMPARE(tried(mistyped, owner, fresh).field, QStringLiteral("recovery"));
    QCOMPARE(tried(other.sheet->lines().join(u'\n'), owner, fresh).code, Code::WrongPassword);
    QCOMPARE(tried(sheet, QStringLiteral("nobody"), fresh).field, QStringLiteral("login"));
    QCOMPARE(tried(sheet, QStringLiteral("desk"), fresh).field, QStringLiteral("login"));
    QCOMPARE(tried(sheet, owner, QStringLiteral("weak")).field, QStringLiteral("password"));
    QCOMPARE(keyring(), before);
    QVERIFY(access::signIn(around(), owner, good).ok());
}

void TestSession::replaceRecovery_byOwner_onlyTheNewSheetOpens()
{
    auto made = founded();
    const auto desk =
        access::addPerson(around(), made.session, person(QStringLiteral("admin"), access::Role::Administrator), good);
    auto &session = made.session;
    const auto fresh = access::newRecovery(around());
    const auto replace = [&](const store::Actor &actor, const QString &typed, const QString &password) {
        const auto done = access::replaceRecovery(around(), *session.store, actor, *fresh, 3, typed, password);
        return done ? Code::Cancelled : done.error().code;
    };
    const QString line = fresh->lines().at(2);
    QCOMPARE(replace(session.actor, fresh->lines().at(1), good), Code::Invalid);
    QCOMPARE(replace(session.actor, line, QStringLiteral("no")), Code::WrongPassword);
    QCOMPARE(replace({desk->id.uuid(), session.actor.device}, line, good), Code::NoPermission);
    QVERIFY(access::confirmRecovery(around(), made.sheet->lines().join(u' ')).ok()); // still the old one
    QCOMPARE(replace(session.actor, line, good), Code::Cancelled);
    {
        const auto view = session.store->snapshot(session.actor);
        store::Query row = view->connection().internal("SELECT recovery_key FROM clinic LIMIT 1");
        QVERIFY(row.next());
        QCOMPARE(row.get<QByteArray>(0), fresh->keyPair().publicKey);
    }
    QCOMPARE(audited(*session.store, QStringLiteral("recovery.replace")).size(), 1);
    QVERIFY(access::lookAt(around())->recoveryConfirmed); // a line of it was typed back
    session.store.reset();
    const QString password = QStringLiteral("Peach-Blossom-3");
    QCOMPARE(access::recover(around(), made.sheet->lines().join(u' '), owner, password).error().code,
             Code::WrongPassword);
    QVERIFY(access::recover(around(), fresh->lines().join(u' '), owner, password).ok());
}

void TestSession::changePassword_oldNoLongerOpens()
{
    founded().session.store.reset();
    const QString fresh = QStringLiteral("Peach-Blossom-3");
    QCOMPARE(access::changePassword(around(), owner, QStringLiteral("Apricot-Grove-8"), fresh).error().code,
             Code::WrongPassword);
    QCOMPARE(access::changePassword(around(), owner, good, QStringLiteral("12345678901")).error().field,
             QStringLiteral("password"));
    QVERIFY(access::changePassword(around(), owner, good, fresh).ok());
    QCOMPARE(access::signIn(around(), owner, good).error().code, Code::WrongPassword);
    QVERIFY(access::signIn(around(), owner, fresh).ok());
}

void TestSession::confirmRecovery_lineOrSheet_isKept()
{
    auto made = founded();
    const QStringList lines = made.sheet->lines();
    QVERIFY(!access::confirmRecovery(around(), *made.sheet, 2, lines.at(0)));
    QVERIFY(!access::lookAt(around())->recoveryConfirmed);
    QVERIFY(access::confirmRecovery(around(), *made.sheet, 2, lines.at(1).toLower()).ok());
    QVERIFY(access::lookAt(around())->recoveryConfirmed);
    // Another clinic's sheet proves nothing.
    const auto other = founded(QStringLiteral("other"));
    const auto here = around(QStringLiteral("other"));
    QVERIFY(!access::confirmRecovery(here, *made.sheet, 1, lines.at(0)));
    QVERIFY(!access::confirmRecovery(here, lines.join(u'\n')));
    QVERIFY(!access::lookAt(here)->recoveryConfirmed);
    QVERIFY(access::confirmRecovery(here, other.sheet->lines().join(u'\n')).ok());
    QVERIFY(access::lookAt(here)->recoveryConfirmed);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
