#include "store/record.h"

#include "store/vault/crypto.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>

#include <cstring>

namespace xinglin::store {

namespace {

constexpr quint64 MaxItems = 1'000'000;

QByteArray streamBytes(quint64 stream)
{
    QByteArray bytes(8, Qt::Uninitialized);
    for (int i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(stream >> (56 - 8 * i));
    return bytes;
}

void write(QCborStreamWriter &w, const Value &value)
{
    struct Visitor
    {
        QCborStreamWriter &w;
        void operator()(std::monostate) const { w.appendNull(); }
        void operator()(qint64 v) const { w.append(v); }
        void operator()(double v) const { w.append(v); }
        void operator()(const QString &v) const { w.append(QStringView(v)); }
        void operator()(const QByteArray &v) const { w.append(v); }
    };
    std::visit(Visitor{w}, value);
}

void write(QCborStreamWriter &w, const QMap<int, Value> &values)
{
    w.startMap(static_cast<quint64>(values.size()));
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        w.append(it.key());
        write(w, it.value());
    }
    w.endMap();
}

/// Reads what the writer above writes and nothing else; after the first surprise every call returns nothing.
class Decoder
{
public:
    explicit Decoder(const QByteArray &bytes) : m_reader(bytes), m_size(bytes.size()) {}

    bool good() const { return m_good; }
    /// True where everything was understood and nothing follows.
    bool finished() { return m_good && m_reader.currentOffset() == m_size; }

    bool enterArray(quint64 exactly)
    {
        quint64 size = 0;
        return enterArray(&size) && expect(size == exactly);
    }
    bool enterArray(quint64 *size)
    {
        return expect(m_reader.isArray() && m_reader.isLengthKnown()) && measured(size) &&
               expect(m_reader.enterContainer());
    }
    bool enterMap(quint64 *size)
    {
        return expect(m_reader.isMap() && m_reader.isLengthKnown()) && measured(size) &&
               expect(m_reader.enterContainer());
    }
    bool leave() { return m_good && expect(m_reader.leaveContainer()); }
    bool skipNull()
    {
        if (!m_good || !m_reader.isNull())
            return false;
        expect(m_reader.next());
        return true;
    }

    qint64 integer()
    {
        if (!expect(m_reader.isInteger()))
            return 0;
        const qint64 value = m_reader.toInteger();
        expect(m_reader.next());
        return value;
    }
    quint64 unsignedInteger()
    {
        if (!expect(m_reader.isUnsignedInteger()))
            return 0;
        const quint64 value = m_reader.toUnsignedInteger();
        expect(m_reader.next());
        return value;
    }
    QByteArray bytes()
    {
        if (!expect(m_reader.isByteArray() && m_reader.isLengthKnown()))
            return {};
        QByteArray all("");
        for (;;) {
            const auto chunk = m_reader.readByteArray();
            if (chunk.status == QCborStreamReader::EndOfString)
                return all;
            if (!expect(chunk.status == QCborStreamReader::Ok))
                return {};
            all += chunk.data;
        }
    }
    QByteArray bytes(qsizetype exactly)
    {
        QByteArray all = bytes();
        expect(all.size() == exactly);
        return all;
    }
    QString text()
    {
        if (!expect(m_reader.isString() && m_reader.isLengthKnown()))
            return {};
        QString all = QStringLiteral("");
        for (;;) {
            const auto chunk = m_reader.readString();
            if (chunk.status == QCborStreamReader::EndOfString)
                return all;
            if (!expect(chunk.status == QCborStreamReader::Ok))
                return {};
            all += chunk.data;
        }
    }
    Value value()
    {
        if (skipNull())
            return std::monostate();
        if (m_reader.isInteger())
            return integer();
        if (m_reader.isByteArray())
            return bytes();
        if (m_reader.isString())
            return text();
        if (m_reader.isDouble() || m_reader.isFloat() || m_reader.isFloat16()) {
            const double real = m_reader.isDouble()  ? m_reader.toDouble()
                                : m_reader.isFloat() ? static_cast<double>(m_reader.toFloat())
                                                     : static_cast<double>(static_cast<float>(m_reader.toFloat16()));
            expect(m_reader.next());
            return real;
        }
        expect(false);
        return std::monostate();
    }
    QMap<int, Value> values()
    {
        QMap<int, Value> found;
        quint64 size = 0;
        if (!enterMap(&size))
            return found;
        for (quint64 i = 0; i < size && m_good; ++i) {
            const int key = static_cast<int>(integer());
            found.insert(key, value());
        }
        expect(found.size() == static_cast<qsizetype>(size));
        leave();
        return found;
    }
    Version version()
    {
        Version found;
        if (!enterArray(2))
            return found;
        const QByteArray stream = bytes(8);
        for (const char byte : stream)
            found.stream = found.stream << 8 | static_cast<quint8>(byte);
        found.seq = unsignedInteger();
        leave();
        return found;
    }
    bool expect(bool truth)
    {
        m_good = m_good && truth;
        return m_good;
    }

private:
    bool measured(quint64 *size)
    {
        *size = m_reader.length();
        return expect(*size <= MaxItems);
    }

    QCborStreamReader m_reader;
    qint64 m_size;
    bool m_good = true;
};

Change readChange(Decoder &in)
{
    Change change;
    if (!in.enterArray(6))
        return change;
    change.table = static_cast<int>(in.integer());
    if (const auto row = Uuid::fromBytes(in.bytes(16)))
        change.row = *row;
    const qint64 kind = in.integer();
    in.expect(kind >= static_cast<int>(ChangeKind::Set) && kind <= static_cast<int>(ChangeKind::Epoch));
    change.kind = static_cast<ChangeKind>(kind);
    change.values = in.values();
    change.old = in.values();
    quint64 size = 0;
    if (in.enterMap(&size)) {
        for (quint64 i = 0; i < size && in.good(); ++i) {
            const int column = static_cast<int>(in.integer());
            quint64 heads = 0;
            if (!in.enterArray(&heads))
                break;
            QList<Version> versions;
            for (quint64 h = 0; h < heads && in.good(); ++h)
                versions << in.version();
            in.leave();
            change.base.insert(column, versions);
        }
        in.leave();
    }
    in.leave();
    return change;
}

} // namespace

QByteArray encode(const RecordHeader &header)
{
    QByteArray bytes;
    QCborStreamWriter w(&bytes);
    w.startArray(11);
    w.startArray(2);
    w.append(streamBytes(header.version.stream));
    w.append(header.version.seq);
    w.endArray();
    w.append(header.hlc.value);
    w.append(header.act);
    if (header.cause) {
        w.startArray(2);
        w.append(header.cause->kind);
        w.append(header.cause->of);
        w.endArray();
    } else {
        w.appendNull();
    }
    w.append(header.wallMs);
    w.append(header.clockOffsetMs);
    w.append(header.schema);
    w.append(header.minReader);
    if (header.user)
        w.append(header.user->toBytes());
    else
        w.appendNull();
    w.append(header.previous);
    w.append(header.bodyHash);
    w.endArray();
    return bytes;
}

QByteArray encode(const RecordBody &body)
{
    QByteArray bytes;
    QCborStreamWriter w(&bytes);
    w.startArray(3);
    w.append(body.salt);
    w.append(QStringView(body.reason));
    w.startArray(static_cast<quint64>(body.changes.size()));
    for (const Change &change : body.changes) {
        w.startArray(6);
        w.append(change.table);
        w.append(change.row.toBytes());
        w.append(static_cast<int>(change.kind));
        write(w, change.values);
        write(w, change.old);
        w.startMap(static_cast<quint64>(change.base.size()));
        for (auto it = change.base.cbegin(); it != change.base.cend(); ++it) {
            w.append(it.key());
            w.startArray(static_cast<quint64>(it.value().size()));
            for (const Version &version : it.value()) {
                w.startArray(2);
                w.append(streamBytes(version.stream));
                w.append(version.seq);
                w.endArray();
            }
            w.endArray();
        }
        w.endMap();
        w.endArray();
    }
    w.endArray();
    w.endArray();
    return bytes;
}

std::optional<RecordHeader> decodeHeader(const QByteArray &bytes)
{
    Decoder in(bytes);
    RecordHeader header;
    if (!in.enterArray(11))
        return std::nullopt;
    header.version = in.version();
    header.hlc = Hlc{in.unsignedInteger()};
    header.act = in.bytes();
    if (!in.skipNull() && in.enterArray(2)) {
        Cause cause;
        cause.kind = in.bytes();
        cause.of = in.bytes();
        header.cause = cause;
        in.leave();
    }
    header.wallMs = in.integer();
    header.clockOffsetMs = in.integer();
    header.schema = static_cast<int>(in.integer());
    header.minReader = static_cast<int>(in.integer());
    if (!in.skipNull())
        header.user = Uuid::fromBytes(in.bytes(16));
    header.previous = in.bytes(32);
    header.bodyHash = in.bytes(32);
    in.leave();
    if (!in.finished())
        return std::nullopt;
    return header;
}

std::optional<RecordBody> decodeBody(const QByteArray &bytes)
{
    Decoder in(bytes);
    RecordBody body;
    if (!in.enterArray(3))
        return std::nullopt;
    body.salt = in.bytes(16);
    body.reason = in.text();
    quint64 count = 0;
    if (in.enterArray(&count)) {
        for (quint64 i = 0; i < count && in.good(); ++i)
            body.changes << readChange(in);
        in.leave();
    }
    in.leave();
    if (!in.finished())
        return std::nullopt;
    return body;
}

QByteArray recordHash(const QByteArray &header)
{
    return crypto::blake2b256({header});
}

QByteArray streamRoot(const Uuid &clinic, const Uuid &device, quint64 stream)
{
    return crypto::blake2b256({clinic.toBytes(), device.toBytes(), streamBytes(stream)});
}

} // namespace xinglin::store
