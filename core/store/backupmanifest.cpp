#include "store/backupmanifest.h"

#include "store/vault/crypto.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCoreApplication>
#include <QtEndian>

namespace xinglin::store {

namespace {

constexpr char magic[] = "XLBACKUP";
constexpr qsizetype magicBytes = 8;
constexpr qsizetype headBytes = magicBytes + 2;
constexpr qsizetype hashBytes = 32;
constexpr quint64 mostFiles = 1'000'000;
constexpr quint64 mostSeals = 600;
constexpr qsizetype longestName = 1024;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::store)
};

/// Head and CBOR: what the mark is over.
QByteArray unmarked(const BackupManifest &manifest)
{
    QByteArray cbor;
    QCborStreamWriter out(&cbor);
    out.startArray(16);
    out.append(manifest.id.toBytes());
    out.append(manifest.clinic.toBytes());
    out.append(manifest.device.toBytes());
    out.append(manifest.letter);
    out.append(manifest.program);
    out.append(quint64(manifest.schema));
    out.append(quint64(manifest.cause));
    out.append(quint64(manifest.madeMs));
    out.append(quint64(manifest.heads.records));
    out.append(manifest.heads.record);
    out.append(quint64(manifest.heads.auditRows));
    out.append(manifest.heads.audit);
    out.append(manifest.state.sum);
    out.append(quint64(manifest.state.rows));
    out.startArray(static_cast<quint64>(manifest.files.size()));
    for (const BackupFile &file : manifest.files) {
        out.startArray(3);
        out.append(file.name);
        out.append(quint64(file.size));
        out.append(file.hash);
        out.endArray();
    }
    out.endArray();
    out.startArray(static_cast<quint64>(manifest.seals.size()));
    for (const BackupSeal &seal : manifest.seals) {
        out.startArray(3);
        out.append(quint64(seal.to));
        out.append(seal.publicKey);
        out.append(seal.sealed);
        out.endArray();
    }
    out.endArray();
    out.endArray();
    QByteArray head(magic, magicBytes);
    head.resize(headBytes);
    qToBigEndian(BackupVersion, head.data() + magicBytes);
    return head + cbor;
}

QByteArray markOf(const QByteArray &bytes, const SecretBytes &key)
{
    return crypto::keyedHash(key, {QByteArrayView("xinglin backup manifest"), bytes});
}

/// Reads what encode() writes and nothing else; after the first thing that is otherwise everything reads as empty.
class Reader
{
public:
    explicit Reader(const QByteArray &cbor) : m_size(cbor.size()), m_in(cbor) {}

    void require(bool condition) { m_ok = m_ok && condition; }
    bool ok() const { return m_ok; }
    bool atEnd() { return m_ok && m_in.currentOffset() == m_size; }

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

    QByteArray bytes(qsizetype most)
    {
        require(m_in.isByteArray() && m_in.isLengthKnown() && m_in.currentStringChunkSize() <= most);
        if (!m_ok)
            return {};
        const auto chunk = m_in.readByteArray();
        // An empty string has no chunk but its end.
        if (chunk.status == QCborStreamReader::EndOfString)
            return {};
        require(chunk.status == QCborStreamReader::Ok);
        require(m_in.readByteArray().status == QCborStreamReader::EndOfString);
        return m_ok ? chunk.data : QByteArray();
    }
    QByteArray exactly(qsizetype size)
    {
        QByteArray read = bytes(size);
        require(read.size() == size);
        return read;
    }
    QString text(qsizetype most)
    {
        require(m_in.isString() && m_in.isLengthKnown() && m_in.currentStringChunkSize() <= most * 4);
        if (!m_ok)
            return {};
        const auto chunk = m_in.readString();
        if (chunk.status == QCborStreamReader::EndOfString)
            return {};
        require(chunk.status == QCborStreamReader::Ok && chunk.data.size() <= most);
        require(m_in.readString().status == QCborStreamReader::EndOfString);
        return m_ok ? chunk.data : QString();
    }
    quint64 number(quint64 most)
    {
        require(m_in.isUnsignedInteger());
        if (!m_ok)
            return 0;
        const quint64 value = m_in.toUnsignedInteger();
        require(value <= most && m_in.next());
        return m_ok ? value : 0;
    }
    qint64 count() { return static_cast<qint64>(number(quint64(1) << 50)); }
    Uuid uuid() { return Uuid::fromBytes(exactly(16)).value_or(Uuid(Uuid::Bytes{})); }

private:
    qsizetype m_size;
    QCborStreamReader m_in;
    bool m_ok = true;
};

/// A backup's files stand in its own folder: nothing may lead out of it.
bool isOwnName(const QString &name)
{
    if (name.isEmpty() || name.startsWith(u'/') || name.contains(u'\\') || name.contains(QChar(0)))
        return false;
    for (const QString &part : name.split(u'/')) {
        if (part.isEmpty() || part == u"." || part == u"..")
            return false;
    }
    return true;
}

BackupFile readFile(Reader &in)
{
    in.enterExactly(3);
    BackupFile file;
    file.name = in.text(longestName);
    file.size = in.count();
    file.hash = in.exactly(hashBytes);
    in.require(isOwnName(file.name));
    in.leave();
    return file;
}

BackupSeal readSeal(Reader &in)
{
    in.enterExactly(3);
    BackupSeal seal;
    const quint64 to = in.number(3);
    in.require(to > 0);
    seal.to = static_cast<BackupSeal::To>(to);
    seal.publicKey = in.exactly(crypto::publicKeyBytes);
    seal.sealed = in.exactly(crypto::keyBytes + crypto::boxOverhead);
    in.leave();
    return seal;
}

std::optional<BackupManifest> readManifest(const QByteArray &cbor)
{
    Reader in(cbor);
    in.enterExactly(16);
    BackupManifest manifest;
    manifest.id = in.uuid();
    manifest.clinic = in.uuid();
    manifest.device = in.uuid();
    manifest.letter = in.text(1);
    manifest.program = in.text(64);
    manifest.schema = static_cast<int>(in.number(1'000'000));
    const quint64 cause = in.number(4);
    in.require(cause > 0);
    manifest.cause = static_cast<BackupCause>(cause);
    manifest.madeMs = in.count();
    manifest.heads.records = in.count();
    manifest.heads.record = in.bytes(hashBytes);
    manifest.heads.auditRows = in.count();
    manifest.heads.audit = in.bytes(hashBytes);
    manifest.state.sum = in.exactly(hashBytes);
    manifest.state.rows = in.count();
    for (qsizetype left = in.enter(mostFiles); left > 0 && in.ok(); --left)
        manifest.files << readFile(in);
    in.leave();
    for (qsizetype left = in.enter(mostSeals); left > 0 && in.ok(); --left)
        manifest.seals << readSeal(in);
    in.leave();
    in.leave();
    return in.atEnd() ? std::optional(manifest) : std::nullopt;
}

} // namespace

qint64 BackupManifest::bytes() const
{
    qint64 sum = 0;
    for (const BackupFile &each : files)
        sum += each.size;
    return sum;
}

const BackupFile *BackupManifest::file(const QString &name) const
{
    for (const BackupFile &each : files) {
        if (each.name == name)
            return &each;
    }
    return nullptr;
}

QByteArray encode(const BackupManifest &manifest, const SecretBytes &key)
{
    const QByteArray bytes = unmarked(manifest);
    const QByteArray mark = markOf(bytes, key);
    return bytes + mark + crypto::blake2b256({bytes, mark});
}

Result<BackupManifest> decodeManifest(const QByteArray &bytes, const QString &path)
{
    if (!bytes.startsWith(magic))
        return Error{Code::Foreign, Tr::tr("%1 is not a backup of Xinglin.").arg(path), {}, {}};
    const Error damaged{Code::Damaged, Tr::tr("The backup %1 is damaged.").arg(path), {}, QStringLiteral("manifest")};
    if (bytes.size() < headBytes + 2 * hashBytes)
        return damaged;
    if (crypto::blake2b256({QByteArrayView(bytes).chopped(hashBytes)}) != bytes.last(hashBytes))
        return damaged;
    const auto version = qFromBigEndian<quint16>(bytes.constData() + magicBytes);
    if (version > BackupVersion)
        return Error{Code::Newer,
                     Tr::tr("The backup %1 was made by a newer Xinglin. Update the program to use it.").arg(path),
                     {},
                     QString::number(version)};
    const QByteArray body = bytes.chopped(2 * hashBytes);
    auto manifest = readManifest(body.mid(headBytes));
    // CBOR can say the same in several ways; ours says it in one.
    if (version != BackupVersion || !manifest || unmarked(*manifest) != body)
        return damaged;
    manifest->mark = bytes.mid(body.size(), hashBytes);
    return *std::move(manifest);
}

bool isMarkedBy(const BackupManifest &manifest, const SecretBytes &key)
{
    return markOf(unmarked(manifest), key) == manifest.mark;
}

} // namespace xinglin::store
