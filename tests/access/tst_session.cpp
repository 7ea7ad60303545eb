#include "access/session.h"
#include "store/failure.h"
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
    void addPerson_refused_leavesTheKeyring();
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
    for (auto *files : {&before, &after})
        files->remove(QStringLiteral("store.lock"));
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
    set("UPDATE user SET active = ?2 WHERE id = ?1", 1);
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
