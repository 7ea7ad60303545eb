#include "store/vault/keyring.h"

#include "store/vault/keyringproof.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin {

namespace {

using keptfile::Copies;
using keyring::Content;
using keyring::dbkCheckOf;
using keyring::indexOf;
using keyring::openDbk;
using keyring::strangerHash;
using keyring::Throttle;
using keyring::Untold;
using keyring::User;
using keyring::wrapContext;

constexpr quint32 freeFailures = 5;
constexpr qint64 firstWaitMs = 60'000;
constexpr qint64 longestWaitMs = 15 * 60'000;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Keyring)
};

Error wrongPassword()
{
    return Error{Code::WrongPassword, Tr::tr("The login or the password is wrong."), {}, {}};
}

Error throttled(qint64 waitMs)
{
    const qint64 seconds = (waitMs + 999) / 1000;
    return Error{Code::Throttled,
                 Tr::tr("Too many wrong passwords: wait %n seconds.", nullptr, static_cast<int>(seconds)),
                 {},
                 QString::number(seconds)};
}

Throttle failed(Throttle throttle, qint64 nowMs)
{
    if (throttle.failures < 1'000'000)
        ++throttle.failures;
    if (throttle.failures >= freeFailures) {
        const quint32 doublings = std::min<quint32>(throttle.failures - freeFailures, 10);
        throttle.untilMs = nowMs + std::min(firstWaitMs << doublings, longestWaitMs);
    }
    return throttle;
}

void count(Untold &untold, qint64 nowMs)
{
    if (untold.count == 0)
        untold.firstMs = nowMs;
    untold.lastMs = nowMs;
    if (untold.count < 1'000'000)
        ++untold.count;
}

Result<Content> readFile(Files &files, const QString &path)
{
    const auto bytes = files.read(path, keyring::mostBytes);
    if (!bytes && bytes.error().code == Code::Invalid) // larger than a keyring can be
        return Error{Code::Foreign, Tr::tr("%1 is not a keyring of Xinglin.").arg(path), {}, {}};
    if (!bytes)
        return bytes.error();
    return keyring::decode(*bytes, path);
}

/// The newest copy that can be read, and of the clinic where that is known; empty for none.
QString readableCopy(Files &files, const QString &path, const std::optional<Uuid> &clinic)
{
    for (const QString &copy : keptfile::copiesOf(path)) {
        if (!files.exists(copy))
            continue;
        const auto content = readFile(files, copy);
        if (content && (!clinic || content->clinic == *clinic))
            return copy;
    }
    return {};
}

} // namespace

Keyring::Keyring(const KeyringContext &context, const QString &path, Content content)
    : m_context(context), m_path(path), m_content(std::move(content))
{
}

Result<Keyring::New> Keyring::create(const KeyringContext &context, const QString &path, const Uuid &clinic,
                                     const Uuid &device)
{
    for (const QString &taken : QStringList{path} + keptfile::copiesOf(path)) {
        if (context.files.exists(taken))
            return Error{Code::Conflict, Tr::tr("There is a keyring already: %1.").arg(taken), {}, {}};
    }
    SecretBytes dbk = SecretBytes::random(crypto::keyBytes, context.random);
    RecoverySheet sheet = RecoverySheet::create(context.random);
    Content content;
    content.clinic = clinic;
    content.device = device;
    content.recoveryKey = sheet.keyPair().publicKey;
    content.dbkCheck = dbkCheckOf(content, dbk);
    content.recoveryBond = keyring::recoveryBondOf(content, dbk);
    content.recoverySealedDbk = crypto::boxSeal(content.recoveryKey, dbk.bytes());
    return New{Keyring(context, path, std::move(content)), std::move(dbk), std::move(sheet)};
}

Result<Keyring> Keyring::load(const KeyringContext &context, const QString &path, const std::optional<Uuid> &clinic)
{
    const bool there = context.files.exists(path);
    auto content = there ? readFile(context.files, path)
                         : Error{Code::NotFound, Tr::tr("There is no keyring at %1.").arg(path), {}, {}};
    if (content && clinic && content->clinic != *clinic)
        return Error{Code::Foreign, Tr::tr("The keyring %1 belongs to another clinic.").arg(path), {}, {}};
    if (content)
        return Keyring(context, path, *std::move(content));
    Error error = content.error();
    if (error.code == Code::Damaged || error.code == Code::NotFound) {
        if (const QString copy = readableCopy(context.files, path, clinic); !copy.isEmpty()) {
            error.message =
                error.code == Code::Damaged
                    ? Tr::tr("The keyring %1 is damaged. Its copy %2 can be read and put in its place.").arg(path, copy)
                    : Tr::tr("The keyring %1 is missing. Its copy %2 can be read and put in its place.")
                          .arg(path, copy);
            error.code = Code::Damaged;
            error.detail = copy;
        }
    }
    return error;
}

Result<Done> Keyring::restoreCopy(const KeyringContext &context, const QString &path, const QString &copy)
{
    const auto content = readFile(context.files, copy);
    if (!content)
        return content.error();
    if (context.files.exists(path)) {
        if (readFile(context.files, path))
            return Error{Code::Conflict, Tr::tr("The keyring %1 is not damaged.").arg(path), {}, {}};
        const auto bytes = context.files.read(path, keyring::mostBytes);
        if (!bytes)
            return bytes.error();
        if (auto kept = replaceFile(context.files, path + QStringLiteral(".damaged"), *bytes); !kept)
            return kept;
    }
    return replaceFile(context.files, path, keyring::encode(*content));
}

QList<KeyringUser> Keyring::users() const
{
    QList<KeyringUser> all;
    for (const User &user : m_content.users)
        all.append({user.id, user.login, user.publicKey, !user.sealedDbk.isEmpty(), user.mustChange});
    return all;
}

std::optional<Instant> Keyring::recoveryConfirmedAt() const
{
    if (m_content.recoveryConfirmedMs == 0)
        return std::nullopt;
    return instantFromMs(m_content.recoveryConfirmedMs);
}

std::optional<Instant> Keyring::recoveryUsedAt() const
{
    if (m_content.recoveryUsedMs == 0)
        return std::nullopt;
    return instantFromMs(m_content.recoveryUsedMs);
}

Result<SecretBytes> Keyring::openSecret(const QString &login, const SecretBytes &password, Uuid *user)
{
    const qint64 now = toMs(m_context.clock.now());
    Throttle throttle = throttleOf(login);
    if (throttle.untilMs > now) {
        // A clock that was set back must not lock anybody out for longer than the rule says.
        if (throttle.untilMs > now + longestWaitMs) {
            throttle.untilMs = now + longestWaitMs;
            (void)save(withThrottle(login, throttle), Copies::Leave);
        }
        return throttled(throttle.untilMs - now);
    }

    const qsizetype at = indexOf(m_content, login);
    // An unknown login costs the same work, so that the answer's time does not tell it from a known one.
    User decoy;
    decoy.cost = m_content.users.isEmpty() ? m_context.cost : m_content.users.first().cost;
    decoy.salt = QByteArray(crypto::saltBytes, '\0');
    decoy.wrappedSecret = QByteArray(crypto::keyBytes + crypto::sealedOverhead, '\0');
    const User entry = at >= 0 ? m_content.users.at(at) : decoy;
    const auto key = crypto::argon2id(password, entry.salt, entry.cost);
    if (!key)
        return key.error();
    auto secret = crypto::open(*key, entry.wrappedSecret, wrapContext(m_content, entry));
    if (!secret || at < 0) {
        const Content counted = withThrottle(login, failed(throttle, now), now);
        auto saved = save(counted, Copies::Leave);
        Error error = wrongPassword();
        if (!saved) {
            m_content = counted; // holds at least until the program ends
            error.detail = QStringLiteral("failure counter not saved: ") + saved.error().detail;
        }
        return error;
    }
    if (throttle.failures > 0)
        (void)save(withThrottle(login, Throttle{}), Copies::Leave);
    *user = entry.id;
    return secret;
}

Result<Unlocked> Keyring::unlock(const QString &login, const SecretBytes &password)
{
    Uuid user{Uuid::Bytes{}};
    const quint32 failures = throttleOf(login).failures;
    auto secret = openSecret(login, password, &user);
    if (!secret)
        return secret.error();
    const User entry = m_content.users.at(indexOf(m_content, user));
    auto dbk = openDbk(m_content, entry, *secret, m_path);
    if (!dbk)
        return dbk.error();
    // The weaker wrap keeps working where the stronger one cannot be written.
    if (entry.cost.work() < m_context.cost.work())
        (void)rewrap(user, password, *secret);
    Unlocked unlocked{user, *std::move(dbk), *std::move(secret), failures, entry.mustChange, std::nullopt};
    if (entry.passwordMs > 0)
        unlocked.passwordSet = instantFromMs(entry.passwordMs);
    return unlocked;
}

Throttle Keyring::throttleOf(const QString &login) const
{
    if (const qsizetype at = indexOf(m_content, login); at >= 0)
        return m_content.users.at(at).throttle;
    const QByteArray hash = strangerHash(m_content, login);
    for (const keyring::Stranger &stranger : m_content.strangers) {
        if (stranger.loginHash == hash)
            return stranger.throttle;
    }
    return {};
}

Content Keyring::withThrottle(const QString &login, const Throttle &throttle, std::optional<qint64> failedMs) const
{
    Content content = m_content;
    if (const qsizetype at = indexOf(content, login); at >= 0) {
        content.users[at].throttle = throttle;
        if (failedMs)
            count(content.users[at].untold, *failedMs);
        return content;
    }
    keyring::Stranger stranger{strangerHash(content, login), throttle, {}};
    content.strangers.removeIf([&](const keyring::Stranger &known) {
        if (known.loginHash != stranger.loginHash)
            return false;
        stranger.untold = known.untold;
        return true;
    });
    if (failedMs)
        count(stranger.untold, *failedMs);
    content.strangers.append(stranger);
    if (content.strangers.size() > keyring::mostStrangers) {
        // Its failures are still to be told of; whose they were does not matter, for nobody has these logins.
        const Untold gone = content.strangers.takeFirst().untold;
        Untold &heir = content.strangers.first().untold;
        if (gone.count > 0) {
            heir.firstMs = heir.count > 0 ? std::min(heir.firstMs, gone.firstMs) : gone.firstMs;
            heir.lastMs = std::max(heir.lastMs, gone.lastMs);
            heir.count += gone.count;
        }
    }
    return content;
}

QList<UntoldFailures> Keyring::untold() const
{
    QList<UntoldFailures> all;
    for (const User &user : m_content.users) {
        if (const Untold &untold = user.untold; untold.count > 0)
            all.append({user.id, untold.count, instantFromMs(untold.firstMs), instantFromMs(untold.lastMs)});
    }
    Untold strangers;
    for (const keyring::Stranger &stranger : m_content.strangers) {
        if (stranger.untold.count == 0)
            continue;
        strangers.firstMs =
            strangers.count > 0 ? std::min(strangers.firstMs, stranger.untold.firstMs) : stranger.untold.firstMs;
        strangers.lastMs = std::max(strangers.lastMs, stranger.untold.lastMs);
        strangers.count += stranger.untold.count;
    }
    if (strangers.count > 0)
        all.append({std::nullopt, strangers.count, instantFromMs(strangers.firstMs), instantFromMs(strangers.lastMs)});
    return all;
}

Result<Done> Keyring::forgetUntold()
{
    Content content = m_content;
    for (User &user : content.users)
        user.untold = {};
    for (keyring::Stranger &stranger : content.strangers)
        stranger.untold = {};
    if (content == m_content)
        return Done{};
    return save(std::move(content), Copies::Leave);
}

Result<Done> Keyring::save(Content content, Copies copies, const Proof *proof)
{
    const auto opens = [&](const QByteArray &bytes) {
        const auto reread = keyring::decode(bytes, m_path);
        if (!reread || *reread != content)
            return false;
        if (proof == nullptr)
            return true;
        const User &user = reread->users.at(indexOf(*reread, proof->user));
        const auto secret = crypto::open(proof->passwordKey, user.wrappedSecret, wrapContext(*reread, user));
        return secret && openDbk(*reread, user, *secret, m_path);
    };
    auto saved = keptfile::save(m_context.files, m_path, keyring::encode(content), keyring::mostBytes, copies, opens);
    if (saved)
        m_content = std::move(content);
    return saved;
}

} // namespace xinglin
