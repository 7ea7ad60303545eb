#include "store/audit.h"

#include "store/connection.h"
#include "store/vault/crypto.h"

#include <QCborArray>
#include <QCborStreamWriter>
#include <QCborValue>

namespace xinglin::store {

namespace {

QByteArray chained(const QByteArray &previous, const QByteArray &header)
{
    return crypto::blake2b256({previous, header});
}

QByteArray detailHash(const QByteArray &salt, const QString &detail)
{
    return crypto::blake2b256({salt, detail.toUtf8()});
}

void append(QCborStreamWriter &w, const std::optional<Uuid> &id)
{
    if (id)
        w.append(id->toBytes());
    else
        w.appendNull();
}

const QByteArray root(32, '\0');

} // namespace

QByteArray encode(const AuditHeader &header)
{
    QByteArray bytes;
    QCborStreamWriter w(&bytes);
    w.startArray(13);
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

QByteArray appendAudit(Connection &connection, AuditHeader header, const QString &detail, const QByteArray &salt)
{
    Query last = connection.internal("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1");
    header.previous = root;
    header.n = 1;
    if (last.next()) {
        header.n = last.get<qint64>(0) + 1;
        header.previous = last.get<QByteArray>(1);
    }
    header.detailHash = detailHash(salt, detail);
    const QByteArray bytes = encode(header);
    const QByteArray hash = chained(header.previous, bytes);
    connection
        .internal("INSERT INTO audit(n, at_ms, user_id, action, object_kind, object_id, patient_id, outcome, record,"
                  " header, salt, detail, hash) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
        .bind(header.n, header.wallMs, header.user, QString::fromLatin1(header.entry.action),
              header.entry.objectKind.isEmpty() ? QStringLiteral("") : QString::fromLatin1(header.entry.objectKind),
              header.entry.object, header.entry.patient, QString::fromLatin1(header.entry.outcome), header.record,
              bytes, salt, detail, hash)
        .run();
    return hash;
}

AuditCheck checkAudit(Connection &connection, qint64 after)
{
    AuditCheck check;
    QByteArray previous = root;
    qint64 expected = after + 1;
    if (after > 0) {
        Query start = connection.internal("SELECT hash FROM audit WHERE n = ?1");
        start.bind(after);
        if (!start.next()) {
            check.problem = QStringLiteral("audit row %1 is missing").arg(after);
            return check;
        }
        previous = start.get<QByteArray>(0);
    }
    Query rows = connection.internal("SELECT n, at_ms, user_id, action, object_kind, object_id, patient_id, outcome,"
                                     " record, header, salt, detail, hash FROM audit WHERE n > ?1 ORDER BY n");
    rows.bind(after);
    while (rows.next()) {
        const qint64 n = rows.get<qint64>(0);
        const QByteArray header = rows.get<QByteArray>(9);
        const QByteArray hash = rows.get<QByteArray>(12);
        const auto bad = [&](const char *what) {
            if (check.problem.isEmpty())
                check.problem = QStringLiteral("audit row %1: %2").arg(n).arg(QLatin1String(what));
        };
        if (n != expected)
            bad("a row before it is missing");
        if (chained(previous, header) != hash)
            bad("the chain is broken");
        // The columns beside the header must say what the header says.
        const QCborArray said = QCborValue::fromCbor(header).toArray();
        const auto blob = [&](int column) {
            return rows.isNull(column) ? QCborValue(nullptr) : QCborValue(rows.get<QByteArray>(column));
        };
        const auto text = [&](int column) { return QCborValue(rows.get<QString>(column).toLatin1()); };
        if (said.at(0) != QCborValue(n) || said.at(2) != QCborValue(rows.get<qint64>(1)) || said.at(4) != blob(2) ||
            said.at(6) != text(3) || said.at(7) != text(4) || said.at(8) != blob(5) || said.at(9) != blob(6) ||
            said.at(10) != text(7) || said.at(11).toByteArray() != rows.get<QByteArray>(8))
            bad("a column was changed");
        if (!rows.isNull(11) &&
            said.at(12).toByteArray() != detailHash(rows.get<QByteArray>(10), rows.get<QString>(11)))
            bad("its detail was changed");
        if (!check.problem.isEmpty())
            return check;
        previous = hash;
        expected = n + 1;
        ++check.rows;
        check.head = hash;
    }
    return check;
}

} // namespace xinglin::store
