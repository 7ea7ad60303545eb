#include "store/vault/keyring.h"
#include "store/vault/keyringproof.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin {

namespace {

using keptfile::Copies;
using keyring::Content;
using keyring::indexOf;
using keyring::User;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Keyring)
};

QByteArray freshSalt(Random &random)
{
    QByteArray salt(crypto::saltBytes, '\0');
    random.fill({reinterpret_cast<std::uint8_t *>(salt.data()), static_cast<std::size_t>(salt.size())});
    return salt;
}

Error notThere()
{
    return Error{Code::NotFound, Tr::tr("The keyring has no such user."), {}, {}};
}

Error otherKey()
{
    return Error{Code::Invalid, Tr::tr("This is not the database key of this keyring."), {}, {}};
}

/// Counts those who can open the database.
qsizetype enabledIn(const Content &content)
{
    return std::count_if(content.users.cbegin(), content.users.cend(),
                         [](const User &user) { return !user.sealedDbk.isEmpty(); });
}

} // namespace

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

Result<Done> Keyring::rewrap(const Uuid &user, const SecretBytes &password, const SecretBytes &secret)
{
    Content content = m_content;
    SecretBytes passwordKey;
    if (auto done = wrap(content, indexOf(content, user), password, secret, passwordKey); !done)
        return done;
    const Proof proof{user, passwordKey};
    return save(std::move(content), Copies::Replace, &proof);
}

Result<Keyring::Change> Keyring::withUser(const Uuid &id, const QString &login, const SecretBytes &password,
                                          const SecretBytes &dbk, bool mustChange) const
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
    if (keyring::dbkCheckOf(m_content, dbk) != m_content.dbkCheck)
        return otherKey();
    Change change{m_content, Copies::Rotate, id, {}, {}, {}};
    User user;
    user.id = id;
    user.login = clean;
    change.content.users.append(user);
    return withPair(std::move(change), password, dbk, mustChange);
}

Result<Keyring::Change> Keyring::withNewKeys(const Uuid &id, const SecretBytes &password, const SecretBytes &dbk,
                                             bool mustChange) const
{
    if (keyring::dbkCheckOf(m_content, dbk) != m_content.dbkCheck)
        return otherKey();
    if (indexOf(m_content, id) < 0)
        return notThere();
    return withPair(Change{m_content, Copies::Replace, id, {}, {}, {}}, password, dbk, mustChange);
}

Result<Keyring::Change> Keyring::withPair(Change change, const SecretBytes &password, const SecretBytes &dbk,
                                          bool mustChange) const
{
    crypto::KeyPair pair = crypto::keyPair(m_context.random);
    const qsizetype at = indexOf(change.content, *change.user);
    User &user = change.content.users[at];
    user.publicKey = pair.publicKey;
    user.sealedDbk = crypto::boxSeal(pair.publicKey, dbk.bytes());
    user.bond = keyring::bondOf(change.content, user, dbk);
    user.throttle = {};
    user.mustChange = mustChange;
    user.passwordMs = toMs(m_context.clock.now());
    user.passwordHashes.clear();
    keyring::keepPassword(user, pair.secretKey, password);
    if (auto done = wrap(change.content, at, password, pair.secretKey, change.passwordKey); !done)
        return done.error();
    change.publicKey = pair.publicKey;
    change.userSecret = std::move(pair.secretKey);
    return change;
}

Result<Keyring::Change> Keyring::withSeal(const Uuid &id, const SecretBytes &dbk) const
{
    if (keyring::dbkCheckOf(m_content, dbk) != m_content.dbkCheck)
        return otherKey();
    const qsizetype at = indexOf(m_content, id);
    if (at < 0)
        return notThere();
    Change change{m_content, Copies::Rotate, {}, {}, {}, {}};
    User &user = change.content.users[at];
    user.sealedDbk = crypto::boxSeal(user.publicKey, dbk.bytes());
    user.bond = keyring::bondOf(change.content, user, dbk);
    user.throttle = {};
    return change;
}

Result<Keyring::Change> Keyring::withoutSeal(const Uuid &id) const
{
    const qsizetype at = indexOf(m_content, id);
    if (at < 0)
        return notThere();
    Change change{m_content, Copies::Replace, {}, {}, {}, {}};
    change.content.users[at].sealedDbk.clear();
    if (enabledIn(change.content) == 0)
        return Error{
            Code::Conflict, Tr::tr("Nobody could open the records any more: this is the last account."), {}, {}};
    return change;
}

Result<Keyring::Change> Keyring::withRecovery(const RecoverySheet &fresh, const SecretBytes &dbk) const
{
    if (keyring::dbkCheckOf(m_content, dbk) != m_content.dbkCheck)
        return otherKey();
    Change change{m_content, Copies::Replace, {}, {}, {}, {}};
    Content &content = change.content;
    content.recoveryKey = fresh.keyPair().publicKey;
    content.recoverySealedDbk = crypto::boxSeal(content.recoveryKey, dbk.bytes());
    content.recoveryBond = keyring::recoveryBondOf(content, dbk);
    content.recoveryConfirmedMs = 0;
    return change;
}

Result<Done> Keyring::apply(Change change)
{
    Content before = m_content;
    const Proof proof{change.user.value_or(Uuid(Uuid::Bytes{})), change.passwordKey};
    auto saved = save(std::move(change.content), change.copies, change.user ? &proof : nullptr);
    if (saved)
        m_before = std::move(before);
    return saved;
}

Result<Done> Keyring::takeBack()
{
    if (!m_before)
        return Done{};
    auto saved = save(*m_before, Copies::Replace);
    if (saved)
        m_before.reset();
    return saved;
}

Result<Done> Keyring::addUser(const Uuid &id, const QString &login, const SecretBytes &password, const SecretBytes &dbk)
{
    auto change = withUser(id, login, password, dbk);
    if (!change)
        return change.error();
    return apply(*std::move(change));
}

bool Keyring::isBonded(const Uuid &id, const SecretBytes &dbk) const
{
    const qsizetype at = indexOf(m_content, id);
    return at >= 0 && m_content.users.at(at).bond == keyring::bondOf(m_content, m_content.users.at(at), dbk);
}

bool Keyring::isRecoveryBonded(const SecretBytes &dbk) const
{
    return m_content.recoveryBond == keyring::recoveryBondOf(m_content, dbk);
}

Result<Keyring::Change> Keyring::withPassword(const QString &login, const SecretBytes &old, const SecretBytes &fresh)
{
    Uuid id{Uuid::Bytes{}};
    auto secret = openSecret(login, old, &id);
    if (!secret)
        return secret.error();
    Change change{m_content, Copies::Replace, id, {}, {}, {}};
    const qsizetype at = indexOf(change.content, id);
    User &user = change.content.users[at];
    if (user.passwordHashes.isEmpty()) // an entry of version 1 does not know even the present one
        keyring::keepPassword(user, *secret, old);
    if (user.passwordHashes.contains(keyring::passwordHash(id, *secret, fresh)))
        return Error{Code::Invalid,
                     Tr::tr("This is one of your last %n passwords; choose another.", nullptr,
                            static_cast<int>(keyring::keptPasswords)),
                     QStringLiteral("password"),
                     {}};
    keyring::keepPassword(user, *secret, fresh);
    user.mustChange = false;
    user.passwordMs = toMs(m_context.clock.now());
    if (auto done = wrap(change.content, at, fresh, *secret, change.passwordKey); !done)
        return done.error();
    change.publicKey = user.publicKey;
    return change;
}

Result<Done> Keyring::changePassword(const QString &login, const SecretBytes &old, const SecretBytes &fresh)
{
    auto change = withPassword(login, old, fresh);
    if (!change)
        return change.error();
    return apply(*std::move(change));
}

Keyring::Change Keyring::withNothing() const
{
    return Change{m_content, Copies::Leave, {}, {}, {}, {}};
}

Result<Done> Keyring::removeUser(const Uuid &id)
{
    const qsizetype at = indexOf(m_content, id);
    if (at < 0)
        return notThere();
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
    if (!dbk || keyring::dbkCheckOf(m_content, *dbk) != m_content.dbkCheck)
        return keyring::damagedEntry(m_path);
    return dbk;
}

Result<Keyring::Change> Keyring::withRecoveredKeys(const RecoverySheet &sheet, const Uuid &id,
                                                   const SecretBytes &password) const
{
    auto dbk = unlockWithRecovery(sheet);
    if (!dbk)
        return dbk.error();
    auto change = withNewKeys(id, password, *dbk, false);
    if (change)
        change->content.recoveryUsedMs = std::max<qint64>(1, toMs(m_context.clock.now()));
    return change;
}

Result<Unlocked> Keyring::resetPasswordWithRecovery(const RecoverySheet &sheet, const Uuid &id,
                                                    const SecretBytes &fresh)
{
    auto change = withRecoveredKeys(sheet, id, fresh);
    if (!change)
        return change.error();
    SecretBytes secret = std::move(change->userSecret);
    if (auto saved = apply(*std::move(change)); !saved)
        return saved.error();
    auto dbk = unlockWithRecovery(sheet);
    if (!dbk)
        return dbk.error();
    return Unlocked{id, *std::move(dbk), std::move(secret), 0, false, m_context.clock.now()};
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

} // namespace xinglin
