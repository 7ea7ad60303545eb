#include "access/sessionparts.h"

#include "access/settings.h"

#include <QCoreApplication>
#include <QDateTime>

namespace xinglin::access::parts {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

constexpr int mostRows = 100; ///< Of one login; more are only counted.

/// Opens the people's tables by hand: what is set right here was allowed when it was begun.
void openPeople(const store::Transaction &tx)
{
    const store::GroupMask groups = tx.registry().group("staff") | tx.registry().group("public");
    tx.open({groups, groups});
}

QString timesOf(const UntoldFailures &failures)
{
    const auto text = [](Instant at) {
        return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::UTC).toString(Qt::ISODate);
    };
    QString times = text(failures.first);
    if (failures.last != failures.first)
        times += u'/' + text(failures.last);
    if (failures.count > mostRows)
        times += QStringLiteral(" of %1").arg(failures.count);
    return times;
}

} // namespace

QString keyringPath(const Surroundings &around)
{
    return around.folder + QStringLiteral("/keyring");
}

KeyringContext contextFor(const Surroundings &around, const crypto::Argon2 &cost)
{
    return {*around.files, *around.clock, *around.random, cost};
}

crypto::Argon2 costForNew(const Surroundings &around)
{
    return around.quickKeys ? crypto::Argon2{1, 8192} : crypto::calibrate();
}

crypto::Argon2 costForUse(const Surroundings &around)
{
    return around.quickKeys ? crypto::Argon2{1, 8192} : crypto::Argon2{1, quint64(8) << 10};
}

store::StoreOptions optionsFor(const Surroundings &around)
{
    store::StoreOptions options;
    options.folder = around.folder;
    options.clock = around.clock;
    options.random = around.random;
    options.files = around.files;
    options.zone = around.zone;
    return options;
}

Result<Keyring> loadKeyring(const Surroundings &around, const crypto::Argon2 &cost)
{
    return Keyring::load(contextFor(around, cost), keyringPath(around));
}

std::unique_lock<std::mutex> keyringTurn()
{
    static std::mutex turn;
    return std::unique_lock(turn);
}

Result<std::unique_ptr<store::StoreLock>> leaseOf(const Surroundings &around)
{
    if (!around.files->exists(store::Store::databasePath(around.folder)))
        return std::unique_ptr<store::StoreLock>();
    return store::StoreLock::take(around.folder);
}

Error halfDone(const Error &why)
{
    return {Code::Broken,
            Tr::tr("The disk failed in the middle. Look whether this was done before you do it again."),
            {},
            QStringLiteral("in doubt: ") + why.detail};
}

void tellFailures(Keyring &keyring, store::Store &store)
{
    const QList<UntoldFailures> untold = keyring.untold();
    if (untold.isEmpty())
        return;
    QList<QPair<store::Actor, store::AuditEntry>> rows;
    for (const UntoldFailures &failures : untold) {
        const store::Actor actor{failures.user, store.identity().device};
        const auto count = static_cast<int>(std::min<quint32>(failures.count, mostRows));
        for (int i = 0; i < count; ++i)
            rows.append({actor, {"session.failed", "user", failures.user, {}, "refused", timesOf(failures)}});
    }
    try {
        store.commitAudit(rows);
        // Not forgotten, they would be told once more; that is better than never.
        static_cast<void>(keyring.forgetUntold());
    } catch (const store::Failure &) {
        // They stay in the keyring for the next time.
    }
}

Result<Done> reconcile(Keyring &keyring, store::Store &store, const store::Actor &actor, const SecretBytes &dbk)
{
    try {
        const auto tx = store.begin(actor, "people.reconcile");
        openPeople(*tx);
        bool changed = false;
        for (const KeyringUser &entry : keyring.users()) {
            store::Query row = tx->sql("SELECT public_key, active FROM user WHERE id = ?1");
            if (!row.bind(entry.id).next()) {
                static_cast<void>(keyring.removeUser(entry.id));
                tx->audit({"people.reconcile", "user", entry.id, {}, "ok", QStringLiteral("keyring entry removed")});
                changed = true;
                continue;
            }
            QByteArray publicKey = row.get<QByteArray>(0);
            const bool active = row.get<bool>(1);
            if (publicKey != entry.publicKey && keyring.isBonded(entry.id, dbk)) {
                tx->sql("UPDATE user SET public_key = ?2 WHERE id = ?1").bind(entry.id, entry.publicKey).run();
                tx->audit({"people.reconcile", "user", entry.id, {}, "ok", QStringLiteral("public key")});
                publicKey = entry.publicKey;
                changed = true;
            }
            if (active == entry.enabled)
                continue;
            // Never sealed to a key that the encrypted store does not know.
            auto change = !active                        ? keyring.withoutSeal(entry.id)
                          : publicKey == entry.publicKey ? keyring.withSeal(entry.id, dbk)
                                                         : Result<Keyring::Change>(Error{Code::Damaged, {}, {}, {}});
            if (change && keyring.apply(*std::move(change))) {
                tx->audit({"people.reconcile", "user", entry.id, {}, "ok", QStringLiteral("seal")});
                changed = true;
            }
        }
        store::Query clinic = tx->sql("SELECT recovery_key FROM clinic LIMIT 1");
        if (clinic.next() && clinic.get<QByteArray>(0) != keyring.recoveryKey() && keyring.isRecoveryBonded(dbk)) {
            tx->sql("UPDATE clinic SET recovery_key = ?2 WHERE id = ?1")
                .bind(store.identity().clinic, keyring.recoveryKey())
                .run();
            tx->audit({"people.reconcile", "clinic", {}, {}, "ok", QStringLiteral("recovery key")});
            changed = true;
        }
        if (changed)
            tx->commit();
        return Done{};
    } catch (const store::Failure &failure) {
        return failure.error();
    }
}

bool isTooOld(store::Store &store, const store::Actor &actor, std::optional<Instant> set)
{
    if (!set)
        return false;
    const auto view = store.snapshot(actor);
    const auto days = settings::number(*view, settings::PasswordDays);
    return days && *days > 0 && view->now() - *set > std::chrono::hours(24) * *days;
}

} // namespace xinglin::access::parts
