#include "access/people.h"
#include "access/roles.h"
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
    void editUser_ownFields_areStored();
    void editUser_rolesByAdministrator_areRefused();
    void editUser_ownerByAdministrator_isRefused();
    void editUser_roles_areGivenAndTaken();
    void setActive_oneself_isRefused();
    void setActive_ownerByAdministrator_isRefused();
    void owner_lastOne_stays_data();
    void owner_lastOne_stays();
    void grant_withEnd_holdsUntilThen();
    void grant_again_movesTheEnd();
    void grant_endInThePast_isRefused();
    void grant_revoked_isGone();
    void standing_roles_warns_data();
    void standing_roles_warns();
    void lastUses_actedOrNever_areTold();
    void customRole_copy_hasWhatACopyMayHave_data();
    void customRole_copy_hasWhatACopyMayHave();
    void customRole_saved_readsBackTheSame();
    void customRole_wrong_isRefused_data();
    void customRole_wrong_isRefused();
    void customRole_granted_isAdded();
    void customRole_alone_isEnoughToWork();
    void preview_anybodyAsAnybody_seesWhatBothSeeAndChangesNothing();
    void customRole_inactive_givesNothing();
    void customRole_unknownCode_isLeftOut();
    void rights_codes_goRound();
    void rights_ofRoles_areThoseOfTheTable();

private:
    template <class F>
    auto write(const store::Actor &actor, F f)
    {
        return m_clinic->write(actor, "test.act", f);
    }
    Result<access::User> edit(const store::Actor &actor, const access::User &user)
    {
        return write(actor, [&](store::Transaction &tx) { return access::editUser(tx, user); });
    }
    access::User known(Role role)
    {
        return *m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) {
            return access::user(view, access::UserId(*m_clinic->actor(role).user));
        });
    }
    Result<access::CustomRole> save(const access::CustomRole &role)
    {
        return write(m_clinic->owner(), [&](store::Transaction &tx) { return access::saveRole(tx, role); });
    }
    access::Rights rightsNow(access::UserId id)
    {
        return m_clinic->read({id.uuid(), m_clinic->session().actor.device},
                              [](const store::Snapshot &view) { return access::rightsOf(view); });
    }

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

void TestPeople::editUser_ownFields_areStored()
{
    access::User user = *add(person(QStringLiteral("gu")));
    user.name = QStringLiteral(" 顾青荷 ");
    user.title = QStringLiteral("护师");
    user.licence = QStringLiteral("110");
    const auto edited = edit(m_clinic->actor(Role::Administrator), user);
    QVERIFY(edited.ok());
    user.name = QStringLiteral("顾青荷");
    QCOMPARE(*edited, user);
    user.name = QStringLiteral("  ");
    QCOMPARE(edit(m_clinic->owner(), user).error().field, QStringLiteral("name"));
    user.id = access::UserId::create(m_clinic->clock, m_clinic->random);
    QCOMPARE(edit(m_clinic->owner(), user).error().code, Code::NotFound);
}

void TestPeople::editUser_rolesByAdministrator_areRefused()
{
    access::User user = *add(person(QStringLiteral("gu")));
    user.roles |= Role::Practitioner;
    const auto edited = edit(m_clinic->actor(Role::Administrator), user);
    QCOMPARE(edited.error().code, Code::NoPermission);
    QCOMPARE(edited.error().field, QStringLiteral("roles"));
    access::User self = known(Role::Administrator);
    self.roles |= Role::Owner;
    QCOMPARE(edit(m_clinic->actor(Role::Administrator), self).error().code, Code::NoPermission);
    QCOMPARE(rolesNow(user.id), access::Roles(Role::Receptionist));
}

void TestPeople::editUser_ownerByAdministrator_isRefused()
{
    access::User owner = known(Role::Owner);
    owner.title = QStringLiteral("x");
    QCOMPARE(edit(m_clinic->actor(Role::Administrator), owner).error().code, Code::NoPermission);
    QVERIFY(edit(m_clinic->owner(), owner).ok());
}

void TestPeople::editUser_roles_areGivenAndTaken()
{
    access::User user = *add(person(QStringLiteral("gu"), Role::Receptionist | Role::Dispenser));
    user.roles = Role::Dispenser | Role::Auditor;
    QCOMPARE(edit(m_clinic->owner(), user)->roles, user.roles);
    QCOMPARE(rolesNow(user.id), user.roles);
    // Given again after it was taken: a new grant.
    user.roles |= Role::Receptionist;
    QVERIFY(edit(m_clinic->owner(), user).ok());
    QCOMPARE(rolesNow(user.id), user.roles);
}

void TestPeople::setActive_oneself_isRefused()
{
    const auto disable = [&](const store::Actor &actor, Role role, bool active) {
        return write(actor, [&](store::Transaction &tx) {
            return access::setActive(tx, access::UserId(*m_clinic->actor(role).user), active);
        });
    };
    const store::Actor administrator = m_clinic->actor(Role::Administrator);
    QCOMPARE(disable(administrator, Role::Administrator, false).error().code, Code::Conflict);
    QVERIFY(disable(administrator, Role::Receptionist, false).ok());
    QVERIFY(!known(Role::Receptionist).active);
    QVERIFY(rolesNow(known(Role::Receptionist).id) == access::Roles());
    QVERIFY(disable(administrator, Role::Receptionist, true).ok());
    QCOMPARE(rolesNow(known(Role::Receptionist).id), access::Roles(Role::Receptionist));
}

void TestPeople::setActive_ownerByAdministrator_isRefused()
{
    const auto second = add(person(QStringLiteral("gu"), Role::Owner));
    const auto disable = [&](const store::Actor &actor) {
        return write(actor, [&](store::Transaction &tx) { return access::setActive(tx, second->id, false); });
    };
    QCOMPARE(disable(m_clinic->actor(Role::Administrator)).error().code, Code::NoPermission);
    QVERIFY(disable(m_clinic->owner()).ok());
}

void TestPeople::owner_lastOne_stays_data()
{
    using Try = std::function<Result<Done>(store::Transaction &, access::UserId)>;
    QTest::addColumn<Try>("attempt");
    QTest::newRow("revoked") << Try(
        [](store::Transaction &tx, access::UserId id) { return access::revoke(tx, id, Role::Owner); });
    QTest::newRow("given an end") << Try([](store::Transaction &tx, access::UserId id) {
        return access::grant(tx, id, Role::Owner, tx.now() + std::chrono::hours(1));
    });
    QTest::newRow("edited away") << Try([](store::Transaction &tx, access::UserId id) -> Result<Done> {
        auto user = access::user(tx, id);
        user->roles = Role::Receptionist;
        const auto edited = access::editUser(tx, *user);
        return edited ? Result<Done>(Done{}) : Result<Done>(edited.error());
    });
}

void TestPeople::owner_lastOne_stays()
{
    using Try = std::function<Result<Done>(store::Transaction &, access::UserId)>;
    QFETCH(Try, attempt);
    const access::UserId owner = known(Role::Owner).id;
    const auto act = [&] {
        return write(m_clinic->owner(), [&](store::Transaction &tx) { return attempt(tx, owner); });
    };
    QCOMPARE(act().error().code, Code::Conflict);
    QVERIFY(rolesNow(owner) & Role::Owner);
    // One whose time ends, or who is disabled, is no other owner.
    const auto second = add(person(QStringLiteral("gu"), Role::Owner));
    QVERIFY(write(m_clinic->owner(), [&](store::Transaction &tx) {
                return access::grant(tx, second->id, Role::Owner, tx.now() + std::chrono::hours(1));
            }).ok());
    QCOMPARE(act().error().code, Code::Conflict);
    QVERIFY(write(m_clinic->owner(), [&](store::Transaction &tx) {
                const auto lasting = access::grant(tx, second->id, Role::Owner);
                return lasting ? access::setActive(tx, second->id, false) : lasting;
            }).ok());
    QCOMPARE(act().error().code, Code::Conflict);
    QVERIFY(
        write(m_clinic->owner(), [&](store::Transaction &tx) { return access::setActive(tx, second->id, true); }).ok());
    QVERIFY(act().ok());
}

void TestPeople::grant_withEnd_holdsUntilThen()
{
    const auto id = add(person(QStringLiteral("gu")))->id;
    const Instant end = m_clinic->clock.now() + std::chrono::hours(1);
    QVERIFY(write(m_clinic->owner(), [&](store::Transaction &tx) {
                return access::grant(tx, id, Role::Practitioner, end);
            }).ok());
    const auto grants =
        m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) { return access::grantsOf(view, id); });
    QCOMPARE(*grants, (QList<access::Grant>{{Role::Receptionist, {}}, {Role::Practitioner, end}}));
    // A view that is open when the time comes knows it too.
    const auto view = m_clinic->store().snapshot({id.uuid(), m_clinic->session().actor.device});
    QVERIFY(access::allows(*view, access::Permission::ReadNarrative));
    m_clinic->clock.advance(std::chrono::hours(1));
    QVERIFY(!access::allows(*view, access::Permission::ReadNarrative));
    QVERIFY(access::allows(*view, access::Permission::SearchPatients));
    QCOMPARE(rolesNow(id), access::Roles(Role::Receptionist));
}

void TestPeople::grant_again_movesTheEnd()
{
    const auto id = add(person(QStringLiteral("gu")))->id;
    const auto give = [&](std::optional<Instant> end) {
        return write(m_clinic->owner(),
                     [&](store::Transaction &tx) { return access::grant(tx, id, Role::Receptionist, end); });
    };
    QVERIFY(give(m_clinic->clock.now() + std::chrono::hours(1)).ok());
    QVERIFY(give(m_clinic->clock.now() + std::chrono::hours(2)).ok());
    m_clinic->clock.advance(std::chrono::minutes(90));
    QCOMPARE(rolesNow(id), access::Roles(Role::Receptionist));
    QVERIFY(give({}).ok());
    m_clinic->clock.advance(std::chrono::hours(48));
    QCOMPARE(rolesNow(id), access::Roles(Role::Receptionist));
}

void TestPeople::grant_endInThePast_isRefused()
{
    const auto id = add(person(QStringLiteral("gu")))->id;
    const auto given = write(
        m_clinic->owner(), [&](store::Transaction &tx) { return access::grant(tx, id, Role::Practitioner, tx.now()); });
    QCOMPARE(given.error().field, QStringLiteral("until"));
}

void TestPeople::grant_revoked_isGone()
{
    const auto id = add(person(QStringLiteral("gu"), Role::Receptionist | Role::Practitioner))->id;
    QVERIFY(write(m_clinic->owner(), [&](store::Transaction &tx) {
                return access::revoke(tx, id, Role::Practitioner);
            }).ok());
    QCOMPARE(rolesNow(id), access::Roles(Role::Receptionist));
}

void TestPeople::standing_roles_warns_data()
{
    using Kind = access::StandingWarning::Kind;
    QTest::addColumn<access::Roles>("roles");
    QTest::addColumn<QList<Kind>>("warnings");
    QTest::newRow("reception") << access::Roles(Role::Receptionist) << QList<Kind>{Kind::OnlyOneOwner};
    QTest::newRow("second owner") << access::Roles(Role::Owner) << QList<Kind>{};
    QTest::newRow("administrator and auditor")
        << (Role::Administrator | Role::Auditor) << QList<Kind>{Kind::AdministratorAudits, Kind::OnlyOneOwner};
    QTest::newRow("owner and auditor") << (Role::Owner | Role::Auditor) << QList<Kind>{Kind::OwnerAudits};
}

void TestPeople::standing_roles_warns()
{
    using Kind = access::StandingWarning::Kind;
    QFETCH(access::Roles, roles);
    QFETCH(QList<Kind>, warnings);
    const auto id = add(person(QStringLiteral("gu"), roles))->id;
    const auto standing = [&] {
        return *m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return access::standing(view); });
    };
    QList<Kind> found;
    for (const access::StandingWarning &warning : standing().warnings) {
        found << warning.kind;
        QVERIFY(warning.text.contains(warning.kind == Kind::OnlyOneOwner ? QStringLiteral("方砚秋")
                                                                         : QStringLiteral("顾青禾")));
    }
    QCOMPARE(found, warnings);
    // Who is disabled counts for nothing.
    QVERIFY(write(m_clinic->owner(), [&](store::Transaction &tx) { return access::setActive(tx, id, false); }).ok());
    QCOMPARE(standing().owners, 1);
    QCOMPARE(standing().warnings.size(), 1);
}

void TestPeople::lastUses_actedOrNever_areTold()
{
    const auto never = add(person(QStringLiteral("gu")))->id;
    m_clinic->clock.advance(std::chrono::hours(1));
    m_clinic->patient(QStringLiteral("甲"));
    const auto uses =
        *m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return access::lastUses(view); });
    QVERIFY(!uses.contains(never));
    QCOMPARE(uses.value(known(Role::Receptionist).id), m_clinic->clock.now());
    QVERIFY(uses.value(known(Role::Owner).id) < m_clinic->clock.now());
}

void TestPeople::customRole_copy_hasWhatACopyMayHave_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *base, const char *code, bool may) {
        QTest::addRow("%s %s", base, code) << QString::fromLatin1(base) << QString::fromLatin1(code) << may;
    };
    for (const char *base : {"R", "P", "D", "O", "A", "U"}) {
        for (const char *code :
             {"people.manage", "roles.manage", "policy.edit", "glass.review", "audit.export", "data.export"})
            row(base, code, false);
        row(base, "visit.read", qstrcmp(base, "P") == 0);
        row(base, "prescription.print", qstrcmp(base, "P") == 0);
    }
    row("R", "care.read", true);
    row("R", "prescription.read", true);
    row("D", "patient.edit", true);
    row("A", "care.read", false);
    row("A", "allergy.record", false);
    row("A", "backup.run", true);
    row("U", "patient.edit", false);
    row("U", "health.read", true);
    row("U", "backup.run", false);
}

void TestPeople::customRole_copy_hasWhatACopyMayHave()
{
    QFETCH(QString, base);
    QFETCH(QString, code);
    QFETCH(bool, may);
    const Role role = *access::roleFrom(base.at(0));
    const auto permission = access::permissionFrom(code);
    QVERIFY(permission.has_value());
    QCOMPARE(access::mayHave(role, *permission), may);
    const access::CustomRole copy = access::copyOf(role);
    QVERIFY(access::rightsOf(access::Roles(role)).hasAll(copy.permissions));
    QVERIFY(may || !copy.permissions.has(*permission));
    access::CustomRole wanted = copy;
    wanted.name = QStringLiteral("乙");
    wanted.permissions |= {*permission};
    const auto saved = save(wanted);
    QCOMPARE(saved.ok(), may);
    if (!may) {
        QCOMPARE(saved.error().field, QStringLiteral("permissions"));
        QCOMPARE(saved.error().detail, code);
    }
}

void TestPeople::customRole_saved_readsBackTheSame()
{
    access::CustomRole role = access::copyOf(Role::Dispenser);
    role.name = QStringLiteral(" 药房乙 ");
    const auto made = save(role);
    QVERIFY(made.ok());
    role.id = made->id;
    role.name = QStringLiteral("药房乙");
    QCOMPARE(*made, role);
    role.permissions -= {access::Permission::ReadCare};
    role.name = QStringLiteral("药房丙");
    QVERIFY(save(role).ok());
    const auto all =
        m_clinic->read(m_clinic->receptionist(), [](const store::Snapshot &view) { return access::customRoles(view); });
    QCOMPARE(*all, QList<access::CustomRole>{role});
}

void TestPeople::customRole_wrong_isRefused_data()
{
    using Change = std::function<void(access::CustomRole &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("no name") << Change([](access::CustomRole &r) { r.name = QStringLiteral(" "); }) << Code::Invalid
                             << "name";
    QTest::newRow("nothing in it") << Change([](access::CustomRole &r) { r.permissions = {}; }) << Code::Invalid
                                   << "permissions";
    QTest::newRow("name taken") << Change([](access::CustomRole &r) {
        r.id = access::CustomRoleId(Uuid(Uuid::Bytes{}));
    }) << Code::Conflict << "name";
    QTest::newRow("another base") << Change([](access::CustomRole &r) { r.base = Role::Practitioner; })
                                  << Code::Conflict << "base";
    QTest::newRow("unknown") << Change([](access::CustomRole &r) {
        r.id = access::CustomRoleId(*Uuid::fromString(QStringLiteral("01890000-0000-7000-8000-000000000001")));
        r.name = QStringLiteral("丙");
    }) << Code::NotFound << "";
}

void TestPeople::customRole_wrong_isRefused()
{
    QFETCH(std::function<void(access::CustomRole &)>, change);
    QFETCH(Code, code);
    QFETCH(QString, field);
    access::CustomRole role = access::copyOf(Role::Dispenser);
    role.name = QStringLiteral("乙");
    role = *save(role);
    change(role);
    const auto saved = save(role);
    QCOMPARE(saved.error().code, code);
    QCOMPARE(saved.error().field, field);
}

void TestPeople::customRole_granted_isAdded()
{
    const auto id = add(person(QStringLiteral("gu")))->id;
    access::CustomRole role = access::copyOf(Role::Practitioner);
    role.name = QStringLiteral("实习");
    role.permissions -= {access::Permission::WritePrescriptions};
    role = *save(role);
    const Instant end = m_clinic->clock.now() + std::chrono::hours(1);
    QVERIFY(
        write(m_clinic->owner(), [&](store::Transaction &tx) { return access::grantRole(tx, id, role.id, end); }).ok());
    const auto grants =
        m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return access::customGrants(view); });
    QCOMPARE(*grants, (QList<access::CustomGrant>{{id, role.id, end}}));
    QCOMPARE(rightsNow(id), access::rightsOf(access::Roles(Role::Receptionist)) | role.permissions);
    m_clinic->clock.advance(std::chrono::hours(1));
    QCOMPARE(rightsNow(id), access::rightsOf(access::Roles(Role::Receptionist)));
    QVERIFY(write(m_clinic->owner(), [&](store::Transaction &tx) { return access::grantRole(tx, id, role.id); }).ok());
    QVERIFY(rightsNow(id).has(access::Permission::ReadNarrative));
    QVERIFY(write(m_clinic->owner(), [&](store::Transaction &tx) { return access::revokeRole(tx, id, role.id); }).ok());
    QVERIFY(!rightsNow(id).has(access::Permission::ReadNarrative));
}

void TestPeople::customRole_alone_isEnoughToWork()
{
    const auto id = add(person(QStringLiteral("gu")))->id;
    access::CustomRole role = access::copyOf(Role::Receptionist);
    role.name = QStringLiteral("前台乙");
    role.permissions -= {access::Permission::EditPatient};
    role = *save(role);
    QVERIFY(write(m_clinic->owner(), [&](store::Transaction &tx) {
                const auto given = access::grantRole(tx, id, role.id);
                return given ? access::revoke(tx, id, Role::Receptionist) : given;
            }).ok());
    QCOMPARE(rolesNow(id), access::Roles());
    QCOMPARE(rightsNow(id), role.permissions);
}

void TestPeople::preview_anybodyAsAnybody_seesWhatBothSeeAndChangesNothing()
{
    for (const Role own : access::allRoles()) {
        for (const Role theirs : access::allRoles()) {
            const store::Actor self = m_clinic->actor(own);
            const store::Actor other = m_clinic->actor(theirs);
            const auto seen = m_clinic->read({self.user, self.device, other.user},
                                             [](const store::Snapshot &view) { return access::rightsOf(view); });
            for (const access::Permission one : access::allPermissions()) {
                const bool both = rightsNow(access::UserId(*self.user)).has(one) &&
                                  rightsNow(access::UserId(*other.user)).has(one) && !access::isWriting(one);
                QVERIFY2(seen.has(one) == both, qPrintable(access::codeOf(one)));
            }
        }
    }
    const auto begin = [this](const store::Actor &actor, const store::Actor &other) {
        return m_clinic->read(actor, [&](const store::Snapshot &view) {
            return access::beginPreview(view, access::UserId(*other.user));
        });
    };
    QVERIFY(begin(m_clinic->owner(), m_clinic->receptionist()).ok());
    QCOMPARE(begin(m_clinic->owner(), m_clinic->owner()).error().code, Code::Conflict);
    QCOMPARE(begin(m_clinic->receptionist(), m_clinic->owner()).error().code, Code::NoPermission);
}

void TestPeople::customRole_inactive_givesNothing()
{
    const auto id = add(person(QStringLiteral("gu")))->id;
    access::CustomRole role = access::copyOf(Role::Dispenser);
    role.name = QStringLiteral("乙");
    role = *save(role);
    QVERIFY(write(m_clinic->owner(), [&](store::Transaction &tx) { return access::grantRole(tx, id, role.id); }).ok());
    QVERIFY(rightsNow(id).has(access::Permission::ReadPrescriptions));
    role.active = false;
    QVERIFY(save(role).ok());
    QVERIFY(!rightsNow(id).has(access::Permission::ReadPrescriptions));
    const auto again =
        write(m_clinic->owner(), [&](store::Transaction &tx) { return access::grantRole(tx, id, role.id); });
    QCOMPARE(again.error().code, Code::Conflict);
}

void TestPeople::customRole_unknownCode_isLeftOut()
{
    // Of a newer Xinglin.
    QCOMPARE(access::Rights::fromCodes(QStringLiteral("patient.search teleport.patient  care.read")),
             (access::Rights{access::Permission::SearchPatients, access::Permission::ReadCare}));
}

void TestPeople::rights_codes_goRound()
{
    access::Rights all;
    for (const access::Permission permission : access::allPermissions()) {
        QCOMPARE(access::permissionFrom(access::codeOf(permission)), std::optional(permission));
        QVERIFY(!all.has(permission));
        all |= {permission};
        QCOMPARE(access::Rights::fromCodes(all.codes()), all);
    }
    QCOMPARE(all.list(), access::allPermissions());
    QVERIFY((all - all).isEmpty());
    QCOMPARE(access::rolesFrom(QStringLiteral("UxR")), Role::Receptionist | Role::Auditor);
    QCOMPARE(access::lettersOf(Role::Auditor | Role::Receptionist), QStringLiteral("RU"));
}

void TestPeople::rights_ofRoles_areThoseOfTheTable()
{
    for (const Role role : access::allRoles()) {
        const access::UserId id = known(role).id;
        QCOMPARE(rightsNow(id), access::rightsOf(access::Roles(role)));
        for (const access::Permission permission : access::allPermissions())
            QCOMPARE(rightsNow(id).has(permission),
                     bool(access::PermissionTable::shipped().row(permission).roles & role));
    }
    QVERIFY(rightsNow(access::UserId::create(m_clinic->clock, m_clinic->random)).isEmpty());
}

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
