#include "access/people.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using access::Role;

namespace {

const QByteArray key(32, 'k');

} // namespace

/// The clinic, its people and what their roles are at a time.
class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_clinic = std::make_unique<TestClinic>(); }
    void cleanup() { m_clinic.reset(); }
    void found_again_isRefused();
    void found_incomplete_isRefused_data();
    void found_incomplete_isRefused();
    void addUser_field_isChecked_data();
    void addUser_field_isChecked();
    void addUser_takenLogin_isRefused();
    void users_listed_byNameInactiveLast();
    void roles_expiredRevokedOrDisabled_areGone();
    void clinicProfile_edited_readsBackTheSame();

private:
    access::User person(const QString &login, access::Roles roles = Role::Receptionist)
    {
        access::User user;
        user.id = access::UserId::create(m_clinic->clock, m_clinic->random);
        user.login = login;
        user.name = QStringLiteral("顾青禾");
        user.roles = roles;
        return user;
    }
    Result<access::User> add(const access::User &user)
    {
        return m_clinic->write(m_clinic->owner(), "people.add",
                               [&](store::Transaction &tx) { return access::addUser(tx, user, key); });
    }
    access::Roles rolesNow(access::UserId id)
    {
        return m_clinic->read({id.uuid(), m_clinic->session().actor.device},
                              [](const store::Snapshot &view) { return access::rolesOf(view); });
    }
    void raw(const char *sql, access::UserId id, const store::Value &value)
    {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.raw");
        tx->connection().internal(sql).bind(id, value).run();
        tx->commit();
    }

    std::unique_ptr<TestClinic> m_clinic;
};

void TestPeople::found_again_isRefused()
{
    access::Founding founding;
    founding.clinic.name = QStringLiteral("第二");
    founding.owner = person(QStringLiteral("thief"), Role::Owner);
    founding.ownerKey = key;
    founding.recoveryKey = key;
    const auto again = m_clinic->write({std::nullopt, m_clinic->session().actor.device}, "clinic.found",
                                       [&](store::Transaction &tx) { return access::found(tx, founding); });
    QCOMPARE(again.error().code, Code::Conflict);
    const auto profile =
        m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return access::clinicProfile(view); });
    QCOMPARE(profile->name, QStringLiteral("杏林堂中医诊所"));
}

void TestPeople::found_incomplete_isRefused_data()
{
    QTest::addColumn<QString>("clinic");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("field");
    const QString there = QStringLiteral("有");
    QTest::newRow("no clinic") << QString() << there << there << QStringLiteral("clinic");
    QTest::newRow("no login") << there << QStringLiteral(" ") << there << QStringLiteral("login");
    QTest::newRow("no name") << there << there << QString() << QStringLiteral("name");
    QTest::newRow("whole") << there << there << there << QString();
}

void TestPeople::found_incomplete_isRefused()
{
    QFETCH(QString, clinic);
    QFETCH(QString, login);
    QFETCH(QString, name);
    QFETCH(QString, field);
    QTemporaryDir folder;
    store::StoreOptions options = m_clinic->store().options();
    options.folder = folder.path();
    const auto empty =
        store::Store::create(options, SecretBytes::random(32, m_clinic->random), m_clinic->store().identity());
    QVERIFY(empty.ok());
    access::Founding founding;
    founding.clinic.name = clinic;
    founding.owner = person(login, Role::Owner);
    founding.owner.name = name;
    founding.ownerKey = key;
    founding.recoveryKey = key;
    const auto tx = (*empty)->begin({std::nullopt, m_clinic->session().actor.device}, "clinic.found");
    const auto done = access::found(*tx, founding);
    QCOMPARE(done.ok(), field.isEmpty());
    if (!done)
        QCOMPARE(done.error().field, field);
    else
        tx->commit();
}

void TestPeople::addUser_field_isChecked_data()
{
    using Change = std::function<void(access::User &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *tag, const Change &change, const char *field) {
        QTest::newRow(tag) << change << QString::fromLatin1(field);
    };
    row(
        "whole", [](access::User &) {}, "");
    row(
        "no login", [](access::User &user) { user.login.clear(); }, "login");
    row(
        "blanks", [](access::User &user) { user.login = QStringLiteral("  "); }, "login");
    row(
        "two words", [](access::User &user) { user.login = QStringLiteral("gu qing"); }, "login");
    row(
        "tab", [](access::User &user) { user.login = QStringLiteral("gu\tqing"); }, "login");
    row(
        "no name", [](access::User &user) { user.name = QStringLiteral(" "); }, "name");
    row(
        "no role", [](access::User &user) { user.roles = {}; }, "roles");
}

void TestPeople::addUser_field_isChecked()
{
    QFETCH(std::function<void(access::User &)>, change);
    QFETCH(QString, field);
    access::User user = person(QStringLiteral("gu"));
    change(user);
    const auto added = add(user);
    QCOMPARE(added.ok(), field.isEmpty());
    if (!added)
        QCOMPARE(added.error().field, field);
}

void TestPeople::addUser_takenLogin_isRefused()
{
    QVERIFY(add(person(QStringLiteral("gu"))).ok());
    // As the keyring sees it: width and case do not tell two people apart.
    for (const QString &login :
         {QStringLiteral("gu"), QStringLiteral("GU"), QStringLiteral("ｇｕ"), QStringLiteral("owner")}) {
        const auto again = add(person(login));
        QVERIFY2(!again.ok(), qPrintable(login));
        QCOMPARE(again.error().code, Code::Conflict);
        QCOMPARE(again.error().field, QStringLiteral("login"));
    }
    QVERIFY(add(person(QStringLiteral("gu2"))).ok());
}

void TestPeople::users_listed_byNameInactiveLast()
{
    const auto gone = add(person(QStringLiteral("gone"), Role::Receptionist | Role::Dispenser));
    raw("UPDATE user SET active = 0, name = ?2 WHERE id = ?1", gone->id, QStringLiteral("AAA"));
    const auto users =
        m_clinic->read(m_clinic->receptionist(), [](const store::Snapshot &view) { return access::users(view); });
    QCOMPARE(users->size(), 7);
    QCOMPARE(users->last().login, QStringLiteral("gone"));
    QVERIFY(!users->last().active);
    QCOMPARE(users->last().roles, Role::Receptionist | Role::Dispenser);
    for (qsizetype i = 1; i < 6; ++i)
        QVERIFY(users->at(i - 1).name <= users->at(i).name);
    const auto one = m_clinic->read(m_clinic->receptionist(),
                                    [&](const store::Snapshot &view) { return access::user(view, gone->id); });
    QCOMPARE(*one, users->last());
    const auto nobody = m_clinic->read(m_clinic->receptionist(), [&](const store::Snapshot &view) {
        return access::user(view, access::UserId::create(m_clinic->clock, m_clinic->random));
    });
    QCOMPARE(nobody.error().code, Code::NotFound);
}

void TestPeople::roles_expiredRevokedOrDisabled_areGone()
{
    const auto id = add(person(QStringLiteral("gu"), Role::Receptionist | Role::Practitioner))->id;
    const access::Roles both = Role::Receptionist | Role::Practitioner;
    QCOMPARE(rolesNow(id), both);
    raw("UPDATE user_role SET until_ms = ?2 WHERE user_id = ?1 AND role = 'P'", id, toMs(m_clinic->clock.now()) + 1000);
    QCOMPARE(rolesNow(id), both);
    m_clinic->clock.advance(std::chrono::milliseconds(999));
    QCOMPARE(rolesNow(id), both);
    m_clinic->clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(rolesNow(id), access::Roles(Role::Receptionist));
    const auto shown =
        m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) { return access::user(view, id); });
    QCOMPARE(shown->roles, access::Roles(Role::Receptionist));
    // In the middle of an act that was begun in time, the time of each step counts.
    raw("UPDATE user_role SET revoked = ?2 WHERE user_id = ?1 AND role = 'R'", id, qint64(1));
    QCOMPARE(rolesNow(id), access::Roles());
    raw("UPDATE user_role SET revoked = ?2 WHERE user_id = ?1 AND role = 'R'", id, qint64(0));
    raw("UPDATE user SET active = ?2 WHERE id = ?1", id, qint64(0));
    QCOMPARE(rolesNow(id), access::Roles());
    const auto refused =
        m_clinic->write({id.uuid(), m_clinic->session().actor.device}, "patient.register", [](store::Transaction &tx) {
            PatientDraft draft;
            draft.name = QStringLiteral("甲");
            draft.withoutPhone = true;
            return patient::register_(tx, draft);
        });
    QCOMPARE(refused.error().code, Code::NoPermission);
}

void TestPeople::clinicProfile_edited_readsBackTheSame()
{
    const auto profile = [&] {
        return *m_clinic->read(m_clinic->receptionist(),
                               [](const store::Snapshot &view) { return access::clinicProfile(view); });
    };
    access::ClinicProfile changed = profile();
    changed.name = QStringLiteral(" 杏林堂 ");
    changed.address = QStringLiteral("朝阳区");
    changed.phone = QStringLiteral("01012345678");
    changed.licence = QStringLiteral("PDY1");
    const auto edit = [&](const access::ClinicProfile &to) {
        return m_clinic->write(m_clinic->owner(), "clinic.edit",
                               [&](store::Transaction &tx) { return access::editClinicProfile(tx, to); });
    };
    QVERIFY(edit(changed).ok());
    changed.name = QStringLiteral("杏林堂");
    QCOMPARE(profile(), changed);
    changed.name = QStringLiteral(" ");
    QCOMPARE(edit(changed).error().field, QStringLiteral("name"));
    // A profile of no clinic changes nothing, and says so.
    access::ClinicProfile stranger = profile();
    stranger.id = access::ClinicId::create(m_clinic->clock, m_clinic->random);
    stranger.name = QStringLiteral("别家");
    QCOMPARE(edit(stranger).error().code, Code::NotFound);
    QCOMPARE(profile().name, QStringLiteral("杏林堂"));
}

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
