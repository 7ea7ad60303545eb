#include "support/testclinic.h"

#include "clinic/followers.h"
#include "support/plans.h"

#include <QTest>

namespace xinglin::test {

namespace {

struct Person
{
    access::Role role;
    const char *login;
    const char *name;
};

constexpr Person people[] = {
    {access::Role::Receptionist, "reception", "林小满"}, {access::Role::Practitioner, "practitioner", "沈怀仁"},
    {access::Role::Dispenser, "dispenser", "何药生"},    {access::Role::Administrator, "admin", "顾维"},
    {access::Role::Auditor, "auditor", "纪明察"},
};

template <class T>
T expect(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", qUtf8Printable(result.error().message), qUtf8Printable(result.error().detail));
    return *std::move(result);
}

} // namespace

TestClinic::TestClinic(quint64 seed) : random(seed)
{
    watchPlans();
    access::SetUp wishes;
    wishes.clinic = QStringLiteral("杏林堂中医诊所");
    wishes.deviceName = QStringLiteral("test");
    wishes.owner.login = QStringLiteral("owner");
    wishes.owner.name = QStringLiteral("方砚秋");
    wishes.password = password();
    m_session = expect(access::setUp(around(), wishes)).session;
    addFollowers(store());
    m_people.insert(static_cast<int>(access::Role::Owner), m_session.user.uuid());
    for (const auto &[role, login, name] : people) {
        access::User user;
        user.login = QLatin1String(login);
        user.name = QString::fromUtf8(name);
        user.roles = role;
        user.title = role == access::Role::Practitioner ? QStringLiteral("主任医师") : QString();
        m_people.insert(static_cast<int>(role),
                        expect(access::addPerson(around(), m_session, user, password())).id.uuid());
    }
}

TestClinic::~TestClinic()
{
    const QStringList scans = takeForbiddenScans();
    for (const QString &scan : scans)
        QTest::qFail(qUtf8Printable(QStringLiteral("full scan: ") + scan), __FILE__, __LINE__);
}

access::Surroundings TestClinic::around()
{
    access::Surroundings around;
    around.folder = folder();
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    return around;
}

void TestClinic::reopen()
{
    m_session = {};
    m_session = expect(access::signIn(around(), QStringLiteral("owner"), password()));
    addFollowers(store());
}

store::Actor TestClinic::actor(access::Role role) const
{
    return {m_people.value(static_cast<int>(role), Uuid(Uuid::Bytes{})), m_session.actor.device};
}

store::Actor TestClinic::another(access::Role role)
{
    return expect(write(owner(), "people.add", [&](store::Transaction &tx) -> Result<store::Actor> {
        access::User user;
        user.id = tx.create<access::UserId>();
        user.login = QStringLiteral("another-") + user.id.toString().right(6);
        user.name = QStringLiteral("程又新");
        user.roles = role;
        const auto added = access::addUser(tx, user, QByteArray(32, 'k'));
        if (!added)
            return added.error();
        return store::Actor{added->id.uuid(), owner().device};
    }));
}

Patient TestClinic::patient(const QString &name, const QString &phone)
{
    return expect(write(receptionist(), "patient.register", [&](store::Transaction &tx) {
        PatientDraft draft;
        draft.name = name;
        draft.phone = phone;
        return patient::register_(tx, draft);
    }));
}

} // namespace xinglin::test
