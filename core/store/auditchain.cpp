#include "store/auditchain.h"

#include "store/vault/crypto.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>

namespace xinglin::store {

namespace {

constexpr quint64 Fields = 13;

void append(QCborStreamWriter &w, const std::optional<Uuid> &id)
{
    if (id)
        w.append(id->toBytes());
    else
        w.appendNull();
}

/// Flat reader of one array; after the first surprise everything is empty.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes) : m_in(bytes)
    {
        m_good = m_in.isArray() && m_in.isLengthKnown() && m_in.length() == Fields &&
                 static_cast<bool>(m_in.enterContainer());
    }

    qint64 integer()
    {
        if (!expect(m_in.isInteger()))
            return 0;
        const qint64 value = m_in.toInteger();
        m_good = m_in.next();
        return value;
    }
    quint64 natural()
    {
        if (!expect(m_in.isUnsignedInteger()))
            return 0;
        const quint64 value = m_in.toUnsignedInteger();
        m_good = m_in.next();
        return value;
    }
    QByteArray bytes()
    {
        QByteArray all("");
        if (!expect(m_in.isByteArray() && m_in.isLengthKnown()))
            return all;
        for (;;) {
            const auto chunk = m_in.readByteArray();
            if (chunk.status == QCborStreamReader::EndOfString)
                return all;
            if (!expect(chunk.status == QCborStreamReader::Ok))
                return {};
            all += chunk.data;
        }
    }
    std::optional<Uuid> id()
    {
        if (m_good && m_in.isNull()) {
            m_good = m_in.next();
            return std::nullopt;
        }
        const auto found = Uuid::fromBytes(bytes());
        expect(found.has_value());
        return found;
    }
    bool good() const { return m_good; }

private:
    bool expect(bool truth)
    {
        m_good = m_good && truth;
        return m_good;
    }

    QCborStreamReader m_in;
    bool m_good = false;
};

bool isOf(const std::optional<QByteArray> &column, const std::optional<Uuid> &said)
{
    return column.has_value() == said.has_value() && (!column || *column == said->toBytes());
}

} // namespace

QByteArray encode(const AuditHeader &header)
{
    QByteArray bytes;
    QCborStreamWriter w(&bytes);
    w.startArray(Fields);
    w.append(header.n);
    w.append(header.hlc.value);
    w.append(header.wallMs);
    w.append(header.clockOffsetMs);
    append(w, header.user);
    w.append(header.device.toBytes());
    w.append(header.entry.action);
    w.append(header.entry.objectKind);
    append(w, header.entry.object);
    append(w, header.entry.patient);
    w.append(header.entry.outcome);
    w.append(header.record);
    w.append(header.detailHash);
    w.endArray();
    return bytes;
}

std::optional<AuditHeader> decodeAuditHeader(const QByteArray &bytes)
{
    Reader in(bytes);
    AuditHeader header;
    header.n = in.integer();
    header.hlc = Hlc{in.natural()};
    header.wallMs = in.integer();
    header.clockOffsetMs = in.integer();
    header.user = in.id();
    const auto device = in.id();
    header.entry.action = in.bytes();
    header.entry.objectKind = in.bytes();
    header.entry.object = in.id();
    header.entry.patient = in.id();
    header.entry.outcome = in.bytes();
    header.record = in.bytes();
    header.detailHash = in.bytes();
    if (!in.good() || !device)
        return std::nullopt;
    header.device = *device;
    // Bytes that say the same in another way are not what was written.
    if (encode(header) != bytes)
        return std::nullopt;
    return header;
}

QByteArray auditDetailHash(const QByteArray &salt, const QString &detail)
{
    return crypto::blake2b256({salt, detail.toUtf8()});
}

QByteArray auditHash(const QByteArray &previous, const QByteArray &header)
{
    return crypto::blake2b256({previous, header});
}

QByteArray auditRoot()
{
    return QByteArray(32, '\0');
}

AuditChain::AuditChain(qint64 after, const QByteArray &hash) : m_last(after), m_head(hash)
{
}

QList<Problem> AuditChain::take(const AuditRow &row)
{
    QList<Problem> problems;
    const QString place = QStringLiteral("audit row %1").arg(row.n);
    if (row.n != m_last + 1)
        problems << Problem{"audit.gap", place,
                            QStringLiteral("rows %1 to %2 before it are missing").arg(m_last + 1).arg(row.n - 1)};
    if (auditHash(m_head, row.header) != row.hash)
        problems << Problem{"audit.chain", place, QStringLiteral("its hash does not follow from the row before it")};
    if (const auto said = decodeAuditHeader(row.header)) {
        const auto column = [&](bool same, const char *name) {
            if (!same)
                problems << Problem{"audit.column", place + u' ' + QLatin1String(name),
                                    QStringLiteral("differs from the hashed header")};
        };
        column(said->n == row.n, "n");
        column(said->wallMs == row.atMs, "at_ms");
        column(isOf(row.user, said->user), "user_id");
        column(QString::fromLatin1(said->entry.action) == row.action, "action");
        column(QString::fromLatin1(said->entry.objectKind) == row.objectKind, "object_kind");
        column(isOf(row.object, said->entry.object), "object_id");
        column(isOf(row.patient, said->entry.patient), "patient_id");
        column(QString::fromLatin1(said->entry.outcome) == row.outcome, "outcome");
        column(said->record == row.record, "record");
        if (said->detailHash != auditDetailHash(row.salt, row.detail))
            problems << Problem{"audit.detail", place, QStringLiteral("its detail is not the one that was hashed")};
    } else {
        problems << Problem{"audit.header", place, QStringLiteral("its header cannot be read")};
    }
    m_last = row.n;
    m_head = row.hash;
    return problems;
}

} // namespace xinglin::store
