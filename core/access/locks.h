#pragma once

#include "access/session.h"

#include <chrono>

/// Covering the work while nobody is there, and coming back. A cover keeps the store open and lets the person's secret
/// go; a PIN may end it. Closing the store is for the window, by destroying the clinic.
namespace xinglin::access {

/// When an unattended PC is covered, and when it is closed.
struct LockRules
{
    std::chrono::milliseconds cover = std::chrono::minutes(10);
    std::chrono::milliseconds close = std::chrono::hours(8);
    bool pin = true; ///< Whether a PIN may end a cover.
    bool operator==(const LockRules &) const = default;
};
/// For the actor: reception stands in the open and is covered sooner.
Result<LockRules> lockRules(const store::Snapshot &view);

/// Six to nine digits: fewer characters than any password has, so that one field can take both.
bool isPin(const Password &typed);
/// Whether it may be a PIN: digits as isPin() wants, neither a row (123456) nor a repetition (121212). Code::Invalid,
/// field "pin".
Result<Done> checkPin(const Password &pin);

/// People's secrets wrapped under their PINs, in memory only: gone with the program and with every close. Three wrong
/// tries forget a PIN. Any thread; set() and open() take the time of Argon2.
class Pins
{
public:
    static constexpr int mostTries = 3;

    /// @p random outlives it.
    Pins(Random &random, const crypto::Argon2 &cost);
    /// For the PCs of @p around.
    explicit Pins(const Surroundings &around);

    Result<Done> set(UserId user, const SecretBytes &secret, const Password &pin);
    bool has(UserId user) const;
    /// WrongPassword; NotFound where there is none, or no longer.
    Result<std::shared_ptr<const SecretBytes>> open(UserId user, const Password &pin);
    void forget(UserId user);
    void clear();

private:
    struct Wrap
    {
        QByteArray salt;
        QByteArray sealed;
        int wrong = 0;
    };
    Random &m_random;
    crypto::Argon2 m_cost;
    mutable std::mutex m_lock;
    QHash<Uuid, Wrap> m_wraps;
};

/// As identify(), by a PIN. NotFound also where the person's key has changed or their account was disabled meanwhile.
Result<Person> identifyByPin(const Surroundings &around, store::Store &store, Pins &pins, UserId user,
                             const Password &pin);

} // namespace xinglin::access
