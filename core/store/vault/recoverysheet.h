#pragma once

#include "base/random.h"
#include "base/result.h"
#include "store/vault/crypto.h"
#include "store/vault/secretbytes.h"

#include <QString>
#include <QStringList>

namespace xinglin {

/// The 32 bytes on paper that open every device and backup of the clinic. Written as four lines of four groups of four
/// characters in Crockford's base32 (no I, L, O, U): each line holds 8 bytes and 2 bytes of checksum over these and the
/// line's number, so that a mistyped or swapped line is named.
class RecoverySheet
{
public:
    static constexpr int lineCount = 4;

    static RecoverySheet create(Random &random);
    /// Reads the lines in order, whatever the case, spaces and hyphens; O for 0, I and L for 1. Code::Invalid, field
    /// "recovery", with a sentence naming the wrong line. The caller wipes @p typed.
    static Result<RecoverySheet> parse(const QString &typed);

    /// Whether @p typed can be line @p line (1 to 4) of any sheet: whole, and its checksum fits. As parse() says it.
    static Result<Done> checkTyped(int line, const QString &typed);

    /// "7Q4K M2XV 0A9C T5ZD", four of them. Plain strings: for the printer and one screen, to be wiped after.
    QStringList lines() const;
    /// Whether @p typed is line @p line (1 to 4) of this sheet.
    Result<Done> checkLine(int line, const QString &typed) const;
    /// The pair that seals are addressed to.
    crypto::KeyPair keyPair() const;
    const SecretBytes &seed() const { return m_seed; }

private:
    explicit RecoverySheet(SecretBytes seed);
    SecretBytes m_seed;
};

} // namespace xinglin
