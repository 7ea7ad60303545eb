#pragma once

#include "access/session.h"
#include "clinic/clinic.h"
#include "clinic/patient/patients.h"

#include <QTemporaryDir>

namespace xinglin::test {

/// A real encrypted clinic in a temporary folder: fixed clock, seeded randomness, Asia/Shanghai, one person per role.
/// Every statement prepared meanwhile has its plan checked (see plans.h); verifyPlans() at the end of a test says so.
class TestClinic
{
public:
    /// 2026-03-12 10:00 in the clinic.
    static constexpr qint64 StartMs = 1773280800000;

    explicit TestClinic(quint64 seed = 1);
    ~TestClinic();

    FakeClock clock{instantFromMs(StartMs)};
    SeededRandom random;
    DiskFiles files;
    access::Surroundings around();
    QString folder() const { return m_folder.filePath(QStringLiteral("clinic")); }

    store::Store &store() { return *m_session.store; }
    const access::Session &session() const { return m_session; }
    /// Gives the open store away, for a Clinic; the people keep their ids.
    std::unique_ptr<store::Store> takeStore() { return std::move(m_session.store); }
    /// Closes and opens the store again, as the owner.
    void reopen();

    /// Logins owner, reception, practitioner, dispenser, admin, auditor; all with Password.
    static QString password() { return QStringLiteral("Apricot-Grove-7"); }
    store::Actor actor(access::Role role) const;
    store::Actor owner() const { return actor(access::Role::Owner); }
    store::Actor receptionist() const { return actor(access::Role::Receptionist); }
    store::Actor practitioner() const { return actor(access::Role::Practitioner); }

    /// One more person of this role.
    store::Actor another(access::Role role);

    /// Runs f in a transaction of @p actor and commits where it gave a value.
    template <class F>
    auto write(const store::Actor &actor, const QByteArray &act, F f)
    {
        const auto tx = store().begin(actor, act);
        auto result = f(*tx);
        if (result)
            tx->commit();
        return result;
    }
    template <class F>
    auto read(const store::Actor &actor, F f)
    {
        const auto view = store().snapshot(actor);
        return f(static_cast<const store::Snapshot &>(*view));
    }
    /// A patient as a receptionist registers one. Aborts the test on a refusal.
    Patient patient(const QString &name, const QString &phone = QStringLiteral("13800138000"));

private:
    QTemporaryDir m_folder;
    access::Session m_session;
    QHash<int, Uuid> m_people;
};

} // namespace xinglin::test
