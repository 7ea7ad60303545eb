#include "store/auditfile.h"

#include "store/vault/crypto.h"

#include <QDateTime>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace xinglin::store {

namespace {

const QByteArray mark("\xEF\xBB\xBF");
const QByteArrayList names{"n",       "time",   "user",   "person", "action", "object_kind", "object", "patient",
                           "outcome", "detail", "record", "at_ms",  "header", "salt",        "hash"};
constexpr qsizetype PieceBytes = qsizetype(1) << 16;
constexpr qsizetype LongestLine = qsizetype(16) << 20;
const QString format = QStringLiteral("xinglin-audit/1");

/// Spreadsheets take a cell that begins so for a formula.
bool isRisky(const QString &text)
{
    return !text.isEmpty() && QStringLiteral("=+-@\t\r\n'").contains(text.at(0));
}

QByteArray guarded(const QString &text)
{
    QString cell = isRisky(text) ? u'\'' + text : text;
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\n') || cell.contains(u'\r'))
        cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return cell.toUtf8();
}

QString unguarded(const QByteArray &cell)
{
    const QString text = QString::fromUtf8(cell);
    return text.startsWith(u'\'') ? text.mid(1) : text;
}

QByteArray idCell(const std::optional<QByteArray> &bytes)
{
    const auto id = bytes ? Uuid::fromBytes(*bytes) : std::nullopt;
    return id ? id->toString().toLatin1() : bytes ? bytes->toHex() : QByteArray();
}

QByteArray timeCell(qint64 ms, const QTimeZone &zone)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, zone);
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODateWithMs).toLatin1();
}

/// Splits the table into lines of cells while its bytes come in.
class Cells
{
public:
    /// @p line gets the cells of a line and the number of its first physical line; returns false to stop.
    explicit Cells(std::function<bool(const QByteArrayList &, qint64)> line) : m_take(std::move(line)) {}

    bool feed(QByteArrayView bytes)
    {
        for (const char c : bytes) {
            if (!step(c))
                return false;
        }
        return true;
    }
    /// False where the table ends within a line.
    bool isFinished() const { return m_cells.isEmpty() && m_cell.isEmpty() && !m_quoted && !m_closing; }
    qint64 line() const { return m_line; }

private:
    bool step(char c)
    {
        if (m_quoted) {
            if (c == '"') {
                m_quoted = false;
                m_closing = true;
            } else {
                m_cell += c;
            }
        } else if (c == '"' && (m_closing || m_cell.isEmpty())) {
            if (m_closing)
                m_cell += '"';
            m_quoted = true;
            m_closing = false;
        } else if (c == ',') {
            endCell();
        } else if (c == '\n') {
            endCell();
            const bool more = m_take(m_cells, m_first);
            m_cells.clear();
            m_first = m_line + 1;
            m_size = 0;
            ++m_line;
            return more;
        } else if (c != '\r') {
            m_cell += c;
        }
        if (c == '\n')
            ++m_line;
        return ++m_size < LongestLine;
    }
    void endCell()
    {
        m_cells << m_cell;
        m_cell.clear();
        m_closing = false;
    }

    std::function<bool(const QByteArrayList &, qint64)> m_take;
    QByteArrayList m_cells;
    QByteArray m_cell;
    bool m_quoted = false;
    bool m_closing = false;
    qint64 m_line = 1;
    qint64 m_first = 1;
    qsizetype m_size = 0;
};

/// A line of the table as the row it was; nullopt where it is none, or says its time differently.
std::optional<AuditRow> rowFrom(const QByteArrayList &cells)
{
    if (cells.size() != names.size())
        return std::nullopt;
    bool good = true;
    const auto number = [&](const QByteArray &cell) {
        bool ok = false;
        const qint64 value = cell.toLongLong(&ok);
        good = good && ok;
        return value;
    };
    const auto id = [&](const QByteArray &cell) -> std::optional<QByteArray> {
        if (cell.isEmpty())
            return std::nullopt;
        const auto found = Uuid::fromString(QString::fromLatin1(cell));
        good = good && found.has_value();
        return found ? std::optional(found->toBytes()) : std::nullopt;
    };
    const auto hex = [&](const QByteArray &cell) {
        QByteArray bytes = QByteArray::fromHex(cell);
        good = good && bytes.toHex() == cell;
        return bytes;
    };
    AuditRow row;
    row.n = number(cells[0]);
    row.user = id(cells[2]);
    row.action = unguarded(cells[4]);
    row.objectKind = unguarded(cells[5]);
    row.object = id(cells[6]);
    row.patient = id(cells[7]);
    row.outcome = unguarded(cells[8]);
    row.detail = unguarded(cells[9]);
    row.record = hex(cells[10]);
    row.atMs = number(cells[11]);
    row.header = hex(cells[12]);
    row.salt = hex(cells[13]);
    row.hash = hex(cells[14]);
    const QDateTime shown = QDateTime::fromString(QString::fromLatin1(cells[1]), Qt::ISODateWithMs);
    good = good && shown.isValid() && shown.toMSecsSinceEpoch() == row.atMs;
    return good ? std::optional(row) : std::nullopt;
}

std::optional<Problem> against(const AuditTableCheck &check, const QByteArray &content, const AuditManifest &manifest)
{
    if (check.first != manifest.first || check.last != manifest.last || check.rows != manifest.rows())
        return Problem{"table.cut", QStringLiteral("rows %1 to %2").arg(check.first).arg(check.last),
                       QStringLiteral("the manifest says %1 to %2").arg(manifest.first).arg(manifest.last)};
    if (check.head != manifest.head)
        return Problem{"table.head", QStringLiteral("audit row %1").arg(check.last),
                       QStringLiteral("its hash is not the manifest's")};
    if (content != manifest.content)
        return Problem{
            "table.content", {}, QStringLiteral("the file is not, byte for byte, the one that was exported")};
    return std::nullopt;
}

} // namespace

QByteArray AuditManifest::toJson() const
{
    const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), format},
                                     {QStringLiteral("clinic"), clinic.toString()},
                                     {QStringLiteral("device"), device.toString()},
                                     {QStringLiteral("made_ms"), madeMs},
                                     {QStringLiteral("first"), first},
                                     {QStringLiteral("last"), last},
                                     {QStringLiteral("rows"), rows()},
                                     {QStringLiteral("before"), hex(before)},
                                     {QStringLiteral("head"), hex(head)},
                                     {QStringLiteral("content"), hex(content)}})
        .toJson();
}

std::optional<AuditManifest> AuditManifest::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto bytes = [&](const char *name) {
        return QByteArray::fromHex(object.value(QLatin1String(name)).toString().toLatin1());
    };
    const auto clinic = Uuid::fromString(object.value(u"clinic").toString());
    const auto device = Uuid::fromString(object.value(u"device").toString());
    AuditManifest manifest;
    manifest.madeMs = object.value(u"made_ms").toInteger();
    manifest.first = object.value(u"first").toInteger();
    manifest.last = object.value(u"last").toInteger();
    manifest.before = bytes("before");
    manifest.head = bytes("head");
    manifest.content = bytes("content");
    if (object.value(u"format").toString() != format || !clinic || !device || manifest.before.size() != 32 ||
        manifest.head.size() != 32 || manifest.content.size() != 32 ||
        object.value(u"rows").toInteger() != manifest.rows())
        return std::nullopt;
    manifest.clinic = *clinic;
    manifest.device = *device;
    return manifest;
}

QByteArray auditTableHead()
{
    return mark + names.join(',') + "\r\n";
}

QByteArray auditTableLine(const AuditRow &row, const QString &person, const QTimeZone &zone)
{
    return QByteArrayList{QByteArray::number(row.n), timeCell(row.atMs, zone), idCell(row.user),
                          guarded(person),           guarded(row.action),      guarded(row.objectKind),
                          idCell(row.object),        idCell(row.patient),      guarded(row.outcome),
                          guarded(row.detail),       row.record.toHex(),       QByteArray::number(row.atMs),
                          row.header.toHex(),        row.salt.toHex(),         row.hash.toHex()}
               .join(',') +
           "\r\n";
}

AuditTableCheck checkAuditTable(QIODevice &table, const std::optional<AuditManifest> &manifest,
                                const std::function<bool(qint64)> &progress)
{
    AuditTableCheck check;
    const auto bad = [&](qint64 line, const Problem &problem) {
        if (!check.problem) {
            check.problem = problem;
            check.badLine = line;
        }
        return false;
    };
    std::optional<AuditChain> chain;
    const auto takeRow = [&](const QByteArrayList &cells, qint64 line) {
        const auto row = rowFrom(cells);
        if (!row)
            return bad(line, {"table.line", QStringLiteral("line %1").arg(line),
                              QStringLiteral("it is no row of an audit log")});
        if (!chain) {
            check.first = row->n;
            const bool linked = manifest && manifest->first == row->n;
            if (linked || row->n == 1)
                check.before = linked ? manifest->before : auditRoot();
            chain = AuditChain(row->n - 1, check.before);
        }
        QList<Problem> problems = chain->take(*row);
        if (check.rows == 0 && check.before.isEmpty())
            problems.removeIf([](const Problem &problem) { return problem.kind == "audit.chain"; });
        ++check.rows;
        check.last = chain->last();
        check.head = chain->head();
        return problems.isEmpty() || bad(line, problems.constFirst());
    };
    bool headed = false;
    Cells cells([&](const QByteArrayList &line, qint64 number) {
        if (headed)
            return takeRow(line, number);
        headed = true;
        return line == names || bad(number, {"table.line", QStringLiteral("line 1"),
                                             QStringLiteral("the columns are not those of an audit log")});
    });
    QByteArray piece = table.read(mark.size());
    bool goesOn = piece == mark || bad(1, {"table.line", QStringLiteral("line 1"),
                                           QStringLiteral("the file does not begin as an exported audit log")});
    qint64 done = piece.size();
    bool begun = false;
    const QByteArray content = crypto::blake2b256([&]() -> QByteArrayView {
        if (!begun) {
            begun = true;
            return piece;
        }
        if (!goesOn)
            return {};
        piece = table.read(PieceBytes);
        done += piece.size();
        if (!cells.feed(piece))
            goesOn = bad(cells.line(), {"table.line", QStringLiteral("line %1").arg(cells.line()),
                                        QStringLiteral("it is longer than a row can be")});
        if (progress && goesOn && !progress(done))
            goesOn = bad(cells.line(), {"cancelled", {}, {}});
        return piece;
    });
    if (check.problem)
        return check;
    if (!headed || !cells.isFinished())
        bad(cells.line(),
            {"table.line", QStringLiteral("line %1").arg(cells.line()), QStringLiteral("the file ends within a row")});
    else if (manifest)
        check.problem = against(check, content, *manifest);
    return check;
}

QString fingerprintOf(const QByteArray &hash)
{
    QString text;
    const QString hex = QString::fromLatin1(hash.left(16).toHex()).toUpper();
    for (qsizetype at = 0; at < hex.size(); at += 4)
        text += (at == 0 ? QString() : QStringLiteral(" ")) + hex.mid(at, 4);
    return text;
}

} // namespace xinglin::store
