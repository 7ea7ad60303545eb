#include "store/audit.h"

#include "store/connection.h"

namespace xinglin::store {

namespace {

std::optional<QByteArray> blobOf(const Query &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.get<QByteArray>(column));
}

} // namespace

QByteArray appendAudit(Connection &connection, AuditHeader header, const QString &detail, const QByteArray &salt)
{
    Query last = connection.internal("SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1");
    header.previous = auditRoot();
    header.n = 1;
    if (last.next()) {
        header.n = last.get<qint64>(0) + 1;
        header.previous = last.get<QByteArray>(1);
    }
    header.detailHash = auditDetailHash(salt, detail);
    const QByteArray bytes = encode(header);
    const QByteArray hash = auditHash(header.previous, bytes);
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

AuditRows::AuditRows(Connection &connection, qint64 after)
    : m_rows(connection.internal("SELECT n, at_ms, user_id, action, object_kind, object_id, patient_id, outcome,"
                                 " record, header, salt, detail, hash FROM audit WHERE n > ?1 ORDER BY n"))
{
    m_rows.bind(after);
}

std::optional<AuditRow> AuditRows::next()
{
    if (!m_rows.next())
        return std::nullopt;
    return AuditRow{m_rows.get<qint64>(0),     m_rows.get<qint64>(1),      blobOf(m_rows, 2),
                    m_rows.get<QString>(3),    m_rows.get<QString>(4),     blobOf(m_rows, 5),
                    blobOf(m_rows, 6),         m_rows.get<QString>(7),     m_rows.get<QByteArray>(8),
                    m_rows.get<QByteArray>(9), m_rows.get<QByteArray>(10), m_rows.get<QString>(11),
                    m_rows.get<QByteArray>(12)};
}

void eachAuditRow(Connection &connection, qint64 after, const std::function<bool(const AuditRow &)> &take)
{
    AuditRows rows(connection, after);
    while (const auto row = rows.next()) {
        if (!take(*row))
            return;
    }
}

AuditCheck checkAudit(Connection &connection, const AuditMark &from, const std::function<void(const AuditRow &)> &seen)
{
    AuditCheck check;
    AuditChain chain;
    if (from.n > 0) {
        Query start = connection.internal("SELECT hash FROM audit WHERE n = ?1");
        const QString place = QStringLiteral("audit row %1").arg(from.n);
        if (!start.bind(from.n).next()) {
            check.problems << Problem{"audit.mark", place, QStringLiteral("it was checked before and is gone")};
            return check;
        }
        check.last = from.n;
        check.head = start.get<QByteArray>(0);
        if (check.head != from.hash)
            check.problems << Problem{"audit.mark", place, QStringLiteral("it is not the row that was checked before")};
        chain = AuditChain(from.n, check.head);
    }
    eachAuditRow(connection, from.n, [&](const AuditRow &row) {
        check.problems << chain.take(row);
        ++check.rows;
        check.last = chain.last();
        check.head = chain.head();
        if (seen)
            seen(row);
        return check.problems.size() < MostProblems;
    });
    return check;
}

} // namespace xinglin::store
