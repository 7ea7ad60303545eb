#include "store/vault/keyringformat.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCoreApplication>
#include <QSet>
#include <QtEndian>

namespace xinglin::keyring {

namespace {

constexpr char magic[] = "XLKEYRNG";
constexpr qsizetype magicBytes = 8;
constexpr qsizetype headBytes = magicBytes + 2;
constexpr qsizetype checkBytes = 32;

constexpr auto kdfName = QLatin1String("argon2id13");
constexpr auto wrapName = QLatin1String("xchacha20poly1305-ietf");
constexpr auto sealName = QLatin1String("x25519-xsalsa20-poly1305-seal");

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::keyring)
};

void put(QCborStreamWriter &out, const Throttle &throttle)
{
    out.append(quint64(throttle.failures));
    out.append(throttle.untilMs);
}

void put(QCborStreamWriter &out, const Untold &untold)
{
    out.append(quint64(untold.count));
    out.append(untold.firstMs);
    out.append(untold.lastMs);
}

void put(QCborStreamWriter &out, const User &user, quint16 version)
{
    out.startArray(version == 1 ? 13 : 20);
    out.append(user.id.toBytes());
    out.append(user.login);
    out.append(kdfName);
    out.append(quint64(user.cost.passes));
    out.append(user.cost.memory);
    out.append(user.salt);
    out.append(user.publicKey);
    out.append(wrapName);
    out.append(user.wrappedSecret);
    out.append(sealName);
    out.append(user.sealedDbk);
    put(out, user.throttle);
    if (version > 1) {
        put(out, user.untold);
        out.append(user.bond);
        out.append(quint64(user.mustChange ? 1 : 0));
        out.append(user.passwordMs);
        out.startArray(static_cast<quint64>(user.passwordHashes.size()));
        for (const QByteArray &hash : user.passwordHashes)
            out.append(hash);
        out.endArray();
    }
    out.endArray();
}

/// Reads what encode() writes and nothing else. After the first thing that is otherwise, everything reads as empty and
/// ok() is false.
class Reader
{
public:
    explicit Reader(const QByteArray &cbor) : m_size(cbor.size()), m_in(cbor) {}

    bool ok() const { return m_ok; }
    void require(bool condition) { m_ok = m_ok && condition; }
    bool atEnd() { return m_ok && m_in.currentOffset() == m_size; }

    /// Enters an array of a known length; its length, 0 after an error.
    qsizetype enter(quint64 most)
    {
        require(m_in.isArray() && m_in.isLengthKnown() && m_in.length() <= most);
        if (!m_ok)
            return 0;
        const auto length = static_cast<qsizetype>(m_in.length());
        require(m_in.enterContainer());
        return m_ok ? length : 0;
    }
    void enterExactly(quint64 count) { require(enter(count) == static_cast<qsizetype>(count)); }
    void leave() { require(m_ok && m_in.leaveContainer()); }

    QByteArray bytes(qsizetype size)
    {
        require(m_in.isByteArray() && m_in.isLengthKnown() && m_in.currentStringChunkSize() == size);
        if (!m_ok)
            return {};
        const auto chunk = m_in.readByteArray();
        require(chunk.status == QCborStreamReader::Ok && chunk.data.size() == size);
        finishString(m_in.readByteArray().status);
        return chunk.data;
    }

    /// @p size bytes or none.
    QByteArray bytesOrNone(qsizetype size)
    {
        require(m_in.isByteArray() && m_in.isLengthKnown());
        return m_ok && m_in.currentStringChunkSize() == 0 ? none() : bytes(size);
    }

    QString text(qsizetype most)
    {
        require(m_in.isString() && m_in.isLengthKnown() && m_in.currentStringChunkSize() <= most * 4);
        if (!m_ok)
            return {};
        const auto chunk = m_in.readString();
        require(chunk.status == QCborStreamReader::Ok && chunk.data.size() <= most);
        finishString(m_in.readString().status);
        return chunk.data;
    }
    void name(QLatin1String expected) { require(text(expected.size()) == expected); }

    quint64 number(quint64 most)
    {
        require(m_in.isUnsignedInteger());
        if (!m_ok)
            return 0;
        const quint64 value = m_in.toUnsignedInteger();
        require(value <= most && m_in.next());
        return m_ok ? value : 0;
    }
    qint64 instant() { return static_cast<qint64>(number(quint64(1) << 50)); }

private:
    QByteArray none()
    {
        while (m_ok) {
            const auto chunk = m_in.readByteArray();
            require(chunk.status != QCborStreamReader::Error && chunk.data.isEmpty());
            if (chunk.status == QCborStreamReader::EndOfString)
                break;
        }
        return {};
    }
    void finishString(QCborStreamReader::StringResultCode status) { require(status == QCborStreamReader::EndOfString); }

    qsizetype m_size;
    QCborStreamReader m_in;
    bool m_ok = true;
};

Uuid readUuid(Reader &in)
{
    return Uuid::fromBytes(in.bytes(16)).value_or(Uuid(Uuid::Bytes{}));
}

Throttle readThrottle(Reader &in)
{
    Throttle throttle;
    throttle.failures = static_cast<quint32>(in.number(0xFFFFFFFF));
    throttle.untilMs = in.instant();
    return throttle;
}

Untold readUntold(Reader &in)
{
    Untold untold;
    untold.count = static_cast<quint32>(in.number(0xFFFFFFFF));
    untold.firstMs = in.instant();
    untold.lastMs = in.instant();
    return untold;
}

User readUser(Reader &in, quint16 version)
{
    in.enterExactly(version == 1 ? 13 : 20);
    User user;
    user.id = readUuid(in);
    user.login = in.text(longestLogin);
    in.require(!user.login.isEmpty());
    in.name(kdfName);
    user.cost.passes = static_cast<quint32>(in.number(0xFFFF));
    user.cost.memory = in.number(quint64(1) << 40);
    in.require(user.cost.isSane());
    user.salt = in.bytes(crypto::saltBytes);
    user.publicKey = in.bytes(crypto::publicKeyBytes);
    in.name(wrapName);
    user.wrappedSecret = in.bytes(crypto::keyBytes + crypto::sealedOverhead);
    in.name(sealName);
    constexpr qsizetype sealBytes = crypto::keyBytes + crypto::boxOverhead;
    user.sealedDbk = version == 1 ? in.bytes(sealBytes) : in.bytesOrNone(sealBytes);
    user.throttle = readThrottle(in);
    if (version > 1) {
        user.untold = readUntold(in);
        user.bond = in.bytesOrNone(32);
        user.mustChange = in.number(1) == 1;
        user.passwordMs = in.instant();
        for (qsizetype left = in.enter(keptPasswords); left > 0 && in.ok(); --left)
            user.passwordHashes.append(in.bytes(32));
        in.leave();
    }
    in.leave();
    return user;
}

Stranger readStranger(Reader &in, quint16 version)
{
    in.enterExactly(version == 1 ? 3 : 6);
    Stranger stranger;
    stranger.loginHash = in.bytes(32);
    stranger.throttle = readThrottle(in);
    if (version > 1)
        stranger.untold = readUntold(in);
    in.leave();
    return stranger;
}

std::optional<Content> readContent(const QByteArray &cbor, quint16 version)
{
    Reader in(cbor);
    in.enterExactly(version == 1 ? 9 : 11);
    Content content;
    content.clinic = readUuid(in);
    content.device = readUuid(in);
    content.dbkCheck = in.bytes(32);
    content.recoveryKey = in.bytes(crypto::publicKeyBytes);
    in.name(sealName);
    content.recoverySealedDbk = in.bytes(crypto::keyBytes + crypto::boxOverhead);
    content.recoveryConfirmedMs = in.instant();
    if (version > 1) {
        content.recoveryBond = in.bytesOrNone(32);
        content.recoveryUsedMs = in.instant();
    }
    QSet<QString> logins;
    for (qsizetype left = in.enter(mostUsers); left > 0 && in.ok(); --left) {
        content.users.append(readUser(in, version));
        const QString login = foldLogin(content.users.last().login);
        in.require(!logins.contains(login));
        logins.insert(login);
    }
    in.leave();
    for (qsizetype left = in.enter(mostStrangers); left > 0 && in.ok(); --left)
        content.strangers.append(readStranger(in, version));
    in.leave();
    in.leave();
    return in.atEnd() ? std::optional(content) : std::nullopt;
}

} // namespace

QByteArray encode(const Content &content, quint16 version)
{
    QByteArray cbor;
    QCborStreamWriter out(&cbor);
    out.startArray(version == 1 ? 9 : 11);
    out.append(content.clinic.toBytes());
    out.append(content.device.toBytes());
    out.append(content.dbkCheck);
    out.append(content.recoveryKey);
    out.append(sealName);
    out.append(content.recoverySealedDbk);
    out.append(content.recoveryConfirmedMs);
    if (version > 1) {
        out.append(content.recoveryBond);
        out.append(content.recoveryUsedMs);
    }
    out.startArray(static_cast<quint64>(content.users.size()));
    for (const User &user : content.users)
        put(out, user, version);
    out.endArray();
    out.startArray(static_cast<quint64>(content.strangers.size()));
    for (const Stranger &stranger : content.strangers) {
        out.startArray(version == 1 ? 3 : 6);
        out.append(stranger.loginHash);
        put(out, stranger.throttle);
        if (version > 1)
            put(out, stranger.untold);
        out.endArray();
    }
    out.endArray();
    out.endArray();

    QByteArray head(magic, magicBytes);
    head.resize(headBytes);
    qToBigEndian(version, head.data() + magicBytes);
    return head + cbor + crypto::blake2b256({head, cbor});
}

Result<Content> decode(const QByteArray &bytes, const QString &path)
{
    if (!bytes.startsWith(magic))
        return Error{Code::Foreign, Tr::tr("%1 is not a keyring of Xinglin.").arg(path), {}, {}};
    const Error damaged{Code::Damaged, Tr::tr("The keyring %1 is damaged.").arg(path), {}, {}};
    if (bytes.size() < headBytes + checkBytes)
        return damaged;
    const QByteArray body = bytes.chopped(checkBytes);
    if (crypto::blake2b256({body}) != bytes.last(checkBytes))
        return damaged;
    const auto version = qFromBigEndian<quint16>(body.constData() + magicBytes);
    if (version > currentVersion)
        return Error{Code::Newer,
                     Tr::tr("The keyring %1 was written by a newer version of Xinglin.").arg(path),
                     {},
                     QString::number(version)};
    if (version < 1)
        return damaged;
    auto content = readContent(body.mid(headBytes), version);
    // CBOR can say the same in several ways; ours says it in one.
    if (!content || encode(*content, version) != bytes)
        return damaged;
    return *std::move(content);
}

QString foldLogin(const QString &login)
{
    return login.normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
}

} // namespace xinglin::keyring
