#include "store/vault/keyring.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin {

namespace {

using keptfile::Copies;
using keyring::Content;
using keyring::Throttle;
using keyring::User;

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

Error damagedEntry(const QString &path)
{
    return Error{Code::Damaged, Tr::tr("The keyring %1 holds keys that do not belong together.").arg(path), {}, {}};
}

QByteArrayView view(const SecretBytes &secret)
{
    return {reinterpret_cast<const char *>(secret.bytes().data()), static_cast<qsizetype>(secret.size())};
}

QByteArray dbkCheckOf(const Content &content, const SecretBytes &dbk)
{
    return crypto::blake2b256({"xinglin database key", content.clinic.toBytes(), content.device.toBytes(), view(dbk)});
}

/// What a wrapped secret is bound to. Not the login, which may be renamed, nor the device: the wrap is the same on all.
QByteArray wrapContext(const Content &content, const User &user)
{
    return crypto::blake2b256({"xinglin user secret 1", content.clinic.toBytes(), user.id.toBytes(),
                               QByteArray::number(user.cost.passes), "/", QByteArray::number(user.cost.memory), "/",
                               user.salt, user.publicKey});
}

qsizetype indexOf(const Content &content, const QString &login)
{
    const QString folded = keyring::foldLogin(login);
    const auto found = std::find_if(content.users.cbegin(), content.users.cend(),
                                    [&](const User &user) { return keyring::foldLogin(user.login) == folded; });
    return found == content.users.cend() ? -1 : found - content.users.cbegin();
}

qsizetype indexOf(const Content &content, const Uuid &id)
{
    const auto found =
        std::find_if(content.users.cbegin(), content.users.cend(), [&](const User &user) { return user.id == id; });
    return found == content.users.cend() ? -1 : found - content.users.cbegin();
}

QByteArray strangerHash(const Content &content, const QString &login)
{
    return crypto::blake2b256({"xinglin stranger", content.dbkCheck, keyring::foldLogin(login).toUtf8()});
}

/// The database key as sealed to @p user, if it is this keyring's.
Result<SecretBytes> openDbk(const Content &content, const User &user, const SecretBytes &secret, const QString &path)
{
    if (crypto::publicKeyOf(secret) != user.publicKey)
        return damagedEntry(path);
    auto dbk = crypto::boxOpen(secret, user.sealedDbk);
    if (!dbk || dbkCheckOf(content, *dbk) != content.dbkCheck)
        return damagedEntry(path);
    return dbk;
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

QByteArray freshSalt(Random &random)
{
    QByteArray salt(crypto::saltBytes, '\0');
    random.fill({reinterpret_cast<std::uint8_t *>(salt.data()), static_cast<std::size_t>(salt.size())});
    return salt;
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
    Content content{clinic, device, {}, sheet.keyPair().publicKey, {}, 0, {}, {}};
    content.dbkCheck = dbkCheckOf(content, dbk);
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
        all.append({user.id, user.login, user.publicKey});
    return all;
}

std::optional<Instant> Keyring::recoveryConfirmedAt() const
{
    if (m_content.recoveryConfirmedMs == 0)
        return std::nullopt;
    return instantFromMs(m_content.recoveryConfirmedMs);
}

Result<Done> Keyring::addUser(const Uuid &id, const QString &login, const SecretBytes &password, const SecretBytes &dbk)
{
    const QString clean = login.normalized(QString::NormalizationForm_KC).simplified();
    if (clean.isEmpty() || clean.size() > keyring::longestLogin)
        return Error{Code::Invalid,
                     Tr::tr("A login name has 1 to %1 characters.").arg(keyring::longestLogin),
                     QStringLiteral("login"),
                     {}};
    if (indexOf(m_content, clean) >= 0)
        return Error{Code::Conflict, Tr::tr("The login %1 is taken.").arg(clean), QStringLiteral("login"), {}};
    if (indexOf(m_content, id) >= 0)
        return Error{Code::Conflict, Tr::tr("This user has a password on this PC already."), {}, {}};
    if (m_content.users.size() >= keyring::mostUsers)
        return Error{Code::Conflict, Tr::tr("A keyring holds at most %1 users.").arg(keyring::mostUsers), {}, {}};
    if (dbkCheckOf(m_content, dbk) != m_content.dbkCheck)
        return Error{Code::Invalid, Tr::tr("This is not the database key of this keyring."), {}, {}};

    const crypto::KeyPair pair = crypto::keyPair(m_context.random);
    Content content = m_content;
    content.users.append(User{id, clean, {}, {}, pair.publicKey, {}, crypto::boxSeal(pair.publicKey, dbk.bytes()), {}});
    SecretBytes passwordKey;
    if (auto done = wrap(content, content.users.size() - 1, password, pair.secretKey, passwordKey); !done)
        return done;
    const Proof proof{id, passwordKey};
    return save(std::move(content), Copies::Rotate, &proof);
}

Result<Done> Keyring::wrap(Content &content, qsizetype at, const SecretBytes &password, const SecretBytes &secret,
                           SecretBytes &passwordKey) const
{
    User &user = content.users[at];
    user.cost = m_context.cost;
    user.salt = freshSalt(m_context.random);
    auto key = crypto::argon2id(password, user.salt, user.cost);
    if (!key)
        return key.error();
    user.wrappedSecret = crypto::seal(*key, secret.bytes(), wrapContext(content, user), m_context.random);
    passwordKey = *std::move(key);
    return Done{};
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
    const User decoy{Uuid(Uuid::Bytes{}),
                     {},
                     m_content.users.isEmpty() ? m_context.cost : m_content.users.first().cost,
                     QByteArray(crypto::saltBytes, '\0'),
                     {},
                     QByteArray(crypto::keyBytes + crypto::sealedOverhead, '\0'),
                     {},
                     {}};
    const User entry = at >= 0 ? m_content.users.at(at) : decoy;
    const auto key = crypto::argon2id(password, entry.salt, entry.cost);
    if (!key)
        return key.error();
    auto secret = crypto::open(*key, entry.wrappedSecret, wrapContext(m_content, entry));
    if (!secret || at < 0) {
        const Content counted = withThrottle(login, failed(throttle, now));
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
    return Unlocked{user, *std::move(dbk), *std::move(secret)};
}

Result<Done> Keyring::rewrap(const Uuid &user, const SecretBytes &password, const SecretBytes &secret)
{
    Content content = m_content;
    SecretBytes passwordKey;
    if (auto done = wrap(content, indexOf(content, user), password, secret, passwordKey); !done)
        return done;
    const Proof proof{user, passwordKey};
    return save(std::move(content), Copies::Replace, &proof);
}

Result<Done> Keyring::changePassword(const QString &login, const SecretBytes &old, const SecretBytes &fresh)
{
    Uuid user{Uuid::Bytes{}};
    auto secret = openSecret(login, old, &user);
    if (!secret)
        return secret.error();
    return rewrap(user, fresh, *secret);
}

Result<Done> Keyring::removeUser(const Uuid &id)
{
    const qsizetype at = indexOf(m_content, id);
    if (at < 0)
        return Error{Code::NotFound, Tr::tr("The keyring has no such user."), {}, {}};
    if (m_content.users.size() == 1)
        return Error{Code::Conflict, Tr::tr("The last user of a keyring cannot be removed."), {}, {}};
    Content content = m_content;
    content.users.removeAt(at);
    return save(std::move(content), Copies::Replace);
}

Result<SecretBytes> Keyring::unlockWithRecovery(const RecoverySheet &sheet) const
{
    const crypto::KeyPair pair = sheet.keyPair();
    if (pair.publicKey != m_content.recoveryKey)
        return Error{Code::WrongPassword, Tr::tr("This is the recovery sheet of another store."), {}, {}};
    auto dbk = crypto::boxOpen(pair.secretKey, m_content.recoverySealedDbk);
    if (!dbk || dbkCheckOf(m_content, *dbk) != m_content.dbkCheck)
        return damagedEntry(m_path);
    return dbk;
}

Result<Unlocked> Keyring::resetPasswordWithRecovery(const RecoverySheet &sheet, const Uuid &id,
                                                    const SecretBytes &fresh)
{
    auto dbk = unlockWithRecovery(sheet);
    if (!dbk)
        return dbk.error();
    Content content = m_content;
    const qsizetype at = indexOf(content, id);
    if (at < 0)
        return Error{Code::NotFound, Tr::tr("The keyring has no such user."), {}, {}};
    crypto::KeyPair pair = crypto::keyPair(m_context.random);
    User &user = content.users[at];
    user.publicKey = pair.publicKey;
    user.sealedDbk = crypto::boxSeal(pair.publicKey, dbk->bytes());
    user.throttle = {};
    SecretBytes passwordKey;
    if (auto done = wrap(content, at, fresh, pair.secretKey, passwordKey); !done)
        return done.error();
    const Proof proof{id, passwordKey};
    if (auto saved = save(std::move(content), Copies::Replace, &proof); !saved)
        return saved.error();
    return Unlocked{id, *std::move(dbk), std::move(pair.secretKey)};
}

Result<Done> Keyring::confirmRecovery(const RecoverySheet &sheet, int line, const QString &typed)
{
    if (auto right = sheet.checkLine(line, typed); !right)
        return right;
    if (auto dbk = unlockWithRecovery(sheet); !dbk)
        return dbk.error();
    return keepConfirmation();
}

Result<Done> Keyring::confirmRecovery(const QString &typedSheet)
{
    const auto sheet = RecoverySheet::parse(typedSheet);
    if (!sheet)
        return sheet.error();
    if (auto dbk = unlockWithRecovery(*sheet); !dbk)
        return dbk.error();
    return keepConfirmation();
}

Result<Done> Keyring::keepConfirmation()
{
    Content content = m_content;
    content.recoveryConfirmedMs = std::max<qint64>(1, toMs(m_context.clock.now()));
    return save(std::move(content), Copies::Leave);
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

Content Keyring::withThrottle(const QString &login, const Throttle &throttle) const
{
    Content content = m_content;
    if (const qsizetype at = indexOf(content, login); at >= 0) {
        content.users[at].throttle = throttle;
        return content;
    }
    const QByteArray hash = strangerHash(content, login);
    content.strangers.removeIf([&](const keyring::Stranger &stranger) { return stranger.loginHash == hash; });
    content.strangers.append({hash, throttle});
    if (content.strangers.size() > keyring::mostStrangers)
        content.strangers.removeFirst();
    return content;
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
