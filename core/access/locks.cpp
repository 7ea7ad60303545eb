#include "access/locks.h"

#include "access/sessionparts.h"
#include "access/settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::access {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

constexpr std::size_t fewestDigits = 6;
constexpr std::size_t mostDigits = 9;

Error refusedPin(const QString &sentence)
{
    return Error{Code::Invalid, sentence, QStringLiteral("pin"), {}};
}

Error noPin()
{
    return Error{Code::NotFound, Tr::tr("There is no PIN any more; use the password."), QStringLiteral("pin"), {}};
}

/// 123456, 987654, 000000.
bool isRow(std::span<const std::uint8_t> digits)
{
    for (const int step : {-1, 0, 1}) {
        bool all = true;
        for (std::size_t i = 1; i < digits.size(); ++i)
            all = all && digits[i] == digits[i - 1] + step;
        if (all)
            return true;
    }
    return false;
}

/// 121212, 123123.
bool isRepetition(std::span<const std::uint8_t> digits)
{
    for (std::size_t period = 2; period <= 3; ++period) {
        if (std::equal(digits.begin() + static_cast<std::ptrdiff_t>(period), digits.end(), digits.begin()))
            return true;
    }
    return false;
}

} // namespace

Result<LockRules> lockRules(const store::Snapshot &view)
{
    const Roles roles = rolesOf(view);
    const bool desk = roles & Role::Receptionist && !(roles & Role::Practitioner) && !(roles & Role::Owner);
    const auto minutes = settings::number(view, desk ? settings::LockDeskMinutes : settings::LockMinutes);
    const auto hours = settings::number(view, settings::LockHours);
    const auto pin = settings::isOn(view, settings::LockPin);
    if (!minutes)
        return minutes.error();
    if (!hours)
        return hours.error();
    if (!pin)
        return pin.error();
    return LockRules{std::chrono::minutes(*minutes), std::chrono::hours(*hours), *pin};
}

bool isPin(const Password &typed)
{
    const auto digits = typed.secret().bytes();
    return digits.size() >= fewestDigits && digits.size() <= mostDigits &&
           std::all_of(digits.begin(), digits.end(), [](std::uint8_t byte) { return byte >= '0' && byte <= '9'; });
}

Result<Done> checkPin(const Password &pin)
{
    if (!isPin(pin))
        return refusedPin(Tr::tr("A PIN has 6 to 9 digits."));
    const auto digits = pin.secret().bytes();
    if (isRow(digits) || isRepetition(digits))
        return refusedPin(Tr::tr("This PIN would be guessed at once; choose another."));
    return Done{};
}

Pins::Pins(Random &random, const crypto::Argon2 &cost) : m_random(random), m_cost(cost)
{
}

Pins::Pins(const Surroundings &around)
    : Pins(*around.random, around.quickKeys ? crypto::Argon2{1, 8192} : crypto::Argon2{3, quint64(64) << 20})
{
}

Result<Done> Pins::set(UserId user, const SecretBytes &secret, const Password &pin)
{
    if (auto good = checkPin(pin); !good)
        return good;
    Wrap wrap{QByteArray(crypto::saltBytes, '\0'), {}, 0};
    m_random.fill({reinterpret_cast<std::uint8_t *>(wrap.salt.data()), static_cast<std::size_t>(wrap.salt.size())});
    const auto key = crypto::argon2id(pin.secret(), wrap.salt, m_cost);
    if (!key)
        return key.error();
    wrap.sealed = crypto::seal(*key, secret.bytes(), user.uuid().toBytes(), m_random);
    const std::scoped_lock lock(m_lock);
    m_wraps.insert(user.uuid(), wrap);
    return Done{};
}

bool Pins::has(UserId user) const
{
    const std::scoped_lock lock(m_lock);
    return m_wraps.contains(user.uuid());
}

Result<std::shared_ptr<const SecretBytes>> Pins::open(UserId user, const Password &pin)
{
    Wrap wrap;
    {
        // Counted before it is tried: two at once are two tries.
        const std::scoped_lock lock(m_lock);
        const auto found = m_wraps.find(user.uuid());
        if (found == m_wraps.end())
            return noPin();
        ++found->wrong;
        wrap = *found;
        if (wrap.wrong >= mostTries)
            m_wraps.erase(found);
    }
    const auto key = crypto::argon2id(pin.secret(), wrap.salt, m_cost);
    if (!key)
        return key.error();
    auto secret = crypto::open(*key, wrap.sealed, user.uuid().toBytes());
    if (!secret)
        return Error{Code::WrongPassword, Tr::tr("The PIN is wrong."), QStringLiteral("pin"), {}};
    wrap.wrong = 0;
    const std::scoped_lock lock(m_lock);
    m_wraps.insert(user.uuid(), wrap);
    return std::make_shared<const SecretBytes>(*std::move(secret));
}

void Pins::forget(UserId user)
{
    const std::scoped_lock lock(m_lock);
    m_wraps.remove(user.uuid());
}

void Pins::clear()
{
    const std::scoped_lock lock(m_lock);
    m_wraps.clear();
}

Result<Person> identifyByPin(const Surroundings &around, store::Store &store, Pins &pins, UserId user,
                             const Password &pin)
{
    auto secret = pins.open(user, pin);
    if (!secret) {
        if (secret.error().code == Code::WrongPassword) {
            try {
                store.commitAudit({{{user.uuid(), store.identity().device},
                                    {"session.failed", "user", user.uuid(), {}, "refused", QStringLiteral("pin")}}});
            } catch (const store::Failure &failure) {
                return failure.error();
            }
        }
        return secret.error();
    }
    const auto turn = parts::keyringTurn();
    const auto keyring = parts::loadKeyring(around, parts::costForUse(around));
    if (!keyring)
        return keyring.error();
    for (const KeyringUser &entry : keyring->users()) {
        if (entry.id == user.uuid() && entry.enabled && entry.publicKey == crypto::publicKeyOf(**secret))
            return Person{user, *std::move(secret), 0, entry.mustChange};
    }
    pins.forget(user);
    return noPin();
}

} // namespace xinglin::access
