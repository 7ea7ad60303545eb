#include "bench/tape.h"

#include "store/failure.h"

#include <QDataStream>
#include <QFile>

#include <sqlite3.h>

namespace xinglin::bench {

namespace {

QDataStream &operator<<(QDataStream &out, const Bound &bound)
{
    return out << quint8(bound.kind) << bound.integer << bound.real << bound.bytes;
}
QDataStream &operator>>(QDataStream &in, Bound &bound)
{
    quint8 kind = 0;
    in >> kind >> bound.integer >> bound.real >> bound.bytes;
    bound.kind = Bound::Kind(kind);
    return in;
}
QDataStream &operator<<(QDataStream &out, const Run &run)
{
    out << run.statement << run.rows << run.finished << qint32(run.bound.size());
    for (const Bound &bound : run.bound)
        out << bound;
    return out;
}
QDataStream &operator>>(QDataStream &in, Run &run)
{
    qint32 count = 0;
    in >> run.statement >> run.rows >> run.finished >> count;
    run.bound.resize(count);
    for (Bound &bound : run.bound)
        in >> bound;
    return in;
}

/// Reads one literal of SQL text and moves @p at behind it.
Bound literal(QByteArrayView text, qsizetype &at)
{
    const auto string = [&] {
        QByteArray content;
        for (++at; at < text.size(); ++at) {
            if (text[at] == '\'') {
                if (at + 1 >= text.size() || text[at + 1] != '\'')
                    break;
                ++at;
            }
            content += text[at];
        }
        ++at;
        return content;
    };
    if (text.sliced(at).startsWith("NULL")) {
        at += 4;
        return {};
    }
    if (text[at] == '\'')
        return {Bound::Kind::Text, 0, 0, string()};
    if (text[at] == 'x') {
        ++at;
        return {Bound::Kind::Blob, 0, 0, QByteArray::fromHex(string())};
    }
    const qsizetype start = at;
    while (at < text.size() && QByteArrayView("+-.0123456789e").contains(text[at]))
        ++at;
    const QByteArray number = text.sliced(start, at - start).toByteArray();
    bool whole = false;
    const qint64 integer = number.toLongLong(&whole);
    if (whole)
        return {Bound::Kind::Integer, integer, 0, {}};
    return {Bound::Kind::Real, 0, number.toDouble(), {}};
}

} // namespace

void bind(sqlite3_stmt *statement, int index, const Bound &bound)
{
    switch (bound.kind) {
    case Bound::Kind::Null:
        sqlite3_bind_null(statement, index);
        break;
    case Bound::Kind::Integer:
        sqlite3_bind_int64(statement, index, bound.integer);
        break;
    case Bound::Kind::Real:
        sqlite3_bind_double(statement, index, bound.real);
        break;
    case Bound::Kind::Text:
        sqlite3_bind_text(statement, index, bound.bytes.constData(), int(bound.bytes.size()), SQLITE_STATIC);
        break;
    case Bound::Kind::Blob:
        sqlite3_bind_blob(statement, index, bound.bytes.constData(), int(bound.bytes.size()), SQLITE_STATIC);
        break;
    }
}

std::optional<QList<Bound>> boundIn(QByteArrayView statement, QByteArrayView expanded)
{
    QList<Bound> bound;
    bool inString = false;
    for (qsizetype i = 0, at = 0; i < statement.size();) {
        if (statement[i] == '\'')
            inString = !inString;
        if (statement[i] != '?' || inString) {
            ++i;
            ++at;
            continue;
        }
        qsizetype number = 0;
        for (++i; i < statement.size() && statement[i] >= '0' && statement[i] <= '9'; ++i)
            number = number * 10 + (statement[i] - '0');
        if (number == 0 || at >= expanded.size())
            return std::nullopt;
        if (bound.size() < number)
            bound.resize(number);
        bound[number - 1] = literal(expanded, at);
    }
    return bound;
}

Bound boundFrom(const store::Value &value)
{
    Bound bound;
    if (const auto *integer = std::get_if<qint64>(&value)) {
        bound.kind = Bound::Kind::Integer;
        bound.integer = *integer;
    } else if (const auto *real = std::get_if<double>(&value)) {
        bound.kind = Bound::Kind::Real;
        bound.real = *real;
    } else if (const auto *text = std::get_if<QString>(&value)) {
        bound.kind = Bound::Kind::Text;
        bound.bytes = text->toUtf8();
    } else if (const auto *bytes = std::get_if<QByteArray>(&value)) {
        bound.kind = Bound::Kind::Blob;
        bound.bytes = *bytes;
    }
    return bound;
}

bool Tape::save(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QDataStream out(&file);
    out << statements << typed << qint32(runs.size());
    for (const QList<Run> &keystroke : runs) {
        out << qint32(keystroke.size());
        for (const Run &run : keystroke)
            out << run;
    }
    return out.status() == QDataStream::Ok && file.flush();
}

Tape Tape::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw store::Failure(Code::Broken, file.errorString(), {});
    QDataStream in(&file);
    Tape tape;
    qint32 keystrokes = 0;
    in >> tape.statements >> tape.typed >> keystrokes;
    tape.runs.resize(keystrokes);
    for (QList<Run> &keystroke : tape.runs) {
        qint32 runs = 0;
        in >> runs;
        keystroke.resize(runs);
        for (Run &run : keystroke)
            in >> run;
    }
    if (in.status() != QDataStream::Ok)
        throw store::Failure(Code::Broken, {}, QStringLiteral("a tape that cannot be read"));
    return tape;
}

Recorder::Recorder(sqlite3 *handle, Tape &tape) : m_handle(handle), m_tape(tape)
{
    sqlite3_trace_v2(m_handle, SQLITE_TRACE_STMT | SQLITE_TRACE_ROW | SQLITE_TRACE_PROFILE, &Recorder::traced, this);
}

Recorder::~Recorder()
{
    sqlite3_trace_v2(m_handle, 0, nullptr, nullptr);
}

void Recorder::beginKeystroke(const QString &typed)
{
    if (m_failed)
        throw store::Failure(Code::Broken, {}, QStringLiteral("a statement that cannot be read back"));
    m_tape.typed << typed;
    m_tape.runs << QList<Run>();
    m_running.clear();
}

int Recorder::traced(unsigned what, void *self, void *subject, void *detail)
{
    auto *recorder = static_cast<Recorder *>(self);
    auto *statement = static_cast<sqlite3_stmt *>(subject);
    if (what == SQLITE_TRACE_STMT) {
        // Triggers announce themselves with a comment; reading runs none.
        if (!QByteArrayView(static_cast<const char *>(detail)).startsWith("--"))
            recorder->started(statement);
        return 0;
    }
    const auto at = recorder->m_running.constFind(statement);
    if (at == recorder->m_running.constEnd())
        return 0;
    Run &run = recorder->m_tape.runs.last()[*at];
    if (what == SQLITE_TRACE_ROW)
        ++run.rows;
    else if (!sqlite3_stmt_busy(statement))
        run.finished = true;
    return 0;
}

void Recorder::started(sqlite3_stmt *statement)
{
    if (m_tape.runs.isEmpty())
        return;
    const QByteArray sql(sqlite3_sql(statement));
    auto known = m_statements.constFind(sql);
    if (known == m_statements.constEnd()) {
        known = m_statements.insert(sql, qint32(m_tape.statements.size()));
        m_tape.statements << sql;
    }
    Run run;
    run.statement = *known;
    if (sqlite3_bind_parameter_count(statement) > 0) {
        char *expanded = sqlite3_expanded_sql(statement);
        const auto bound = expanded == nullptr ? std::nullopt : boundIn(sql, expanded);
        sqlite3_free(expanded);
        if (!bound)
            m_failed = true; // C called us: nothing may be thrown here
        else
            run.bound = *bound;
    }
    m_running.insert(statement, m_tape.runs.constLast().size());
    m_tape.runs.last() << run;
}

} // namespace xinglin::bench
