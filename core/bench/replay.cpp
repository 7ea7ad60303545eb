#include "bench/replay.h"

#include "store/failure.h"

#include <QDataStream>
#include <QIODevice>

#include <sqlite3.h>

#include <ctime>

namespace xinglin::bench {

namespace {

constexpr qsizetype ColdKeystrokes = 100;
constexpr qsizetype LikeEvery = 100;

void mix(quint64 &sum, const void *bytes, int size)
{
    // FNV-1a
    const auto *at = static_cast<const unsigned char *>(bytes);
    for (int i = 0; i < size; ++i)
        sum = (sum ^ at[i]) * 1099511628211U;
    sum = (sum ^ 0xFF) * 1099511628211U;
}

class Player
{
public:
    Player(Database &database, const Tape &tape) : m_tape(tape)
    {
        for (const QByteArray &sql : tape.statements)
            m_statements << database.prepare(sql);
        m_begin = database.prepare("BEGIN");
        m_view = database.prepare("SELECT count(*) FROM identity");
        m_commit = database.prepare("COMMIT");
    }

    /// Plays one keystroke; @p sum, where given, takes in every value.
    qint64 play(qsizetype keystroke, quint64 *sum = nullptr)
    {
        const qint64 before = processorTime();
        once(m_begin);
        once(m_view);
        for (const Run &run : m_tape.runs[keystroke])
            play(run, sum);
        once(m_commit);
        return processorTime() - before;
    }

private:
    static void once(sqlite3_stmt *statement)
    {
        while (sqlite3_step(statement) == SQLITE_ROW) {
        }
        sqlite3_reset(statement);
    }

    void play(const Run &run, quint64 *sum)
    {
        sqlite3_stmt *statement = m_statements[run.statement];
        for (qsizetype i = 0; i < run.bound.size(); ++i)
            bind(statement, int(i) + 1, run.bound[i]);
        int rows = 0;
        while (rows < run.rows && sqlite3_step(statement) == SQLITE_ROW) {
            ++rows;
            const int columns = sqlite3_column_count(statement);
            for (int column = 0; column < columns; ++column) {
                const void *bytes = sqlite3_column_blob(statement, column);
                if (sum != nullptr)
                    mix(*sum, bytes, sqlite3_column_bytes(statement, column));
            }
        }
        const bool more = run.finished && sqlite3_step(statement) == SQLITE_ROW;
        sqlite3_reset(statement);
        if (rows != run.rows || more)
            throw store::Failure(Code::Broken, {},
                                 QStringLiteral("other rows than the product had: %1")
                                     .arg(QString::fromUtf8(m_tape.statements[run.statement])));
    }

    const Tape &m_tape;
    QList<sqlite3_stmt *> m_statements;
    sqlite3_stmt *m_begin = nullptr;
    sqlite3_stmt *m_view = nullptr;
    sqlite3_stmt *m_commit = nullptr;
};

qint64 playLike(Database &database, const QString &typed)
{
    sqlite3_stmt *statement =
        database.prepare("SELECT n FROM patient WHERE name LIKE ?1 OR phone LIKE ?1 OR number LIKE ?1 OR"
                         " document_number LIKE ?1 LIMIT 50");
    const QByteArray pattern = '%' + typed.toUtf8() + '%';
    const qint64 before = processorTime();
    sqlite3_bind_text(statement, 1, pattern.constData(), int(pattern.size()), SQLITE_STATIC);
    while (sqlite3_step(statement) == SQLITE_ROW) {
    }
    sqlite3_reset(statement);
    return processorTime() - before;
}

} // namespace

qint64 processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

QByteArray Timings::toBytes() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << cold << warm << like << found;
    return bytes;
}

Timings Timings::fromBytes(const QByteArray &bytes)
{
    Timings timings;
    QDataStream in(bytes);
    in >> timings.cold >> timings.warm >> timings.like >> timings.found;
    if (in.status() != QDataStream::Ok)
        throw store::Failure(Code::Broken, {}, QStringLiteral("a replay that did not end"));
    return timings;
}

Timings replay(Database &database, const Tape &tape, int rounds)
{
    Timings timings;
    Player player(database, tape);
    const qsizetype count = tape.runs.size();
    for (qsizetype i = 0; i < std::min(count, ColdKeystrokes); ++i)
        timings.cold << player.play(i);
    for (qsizetype i = 0; i < count; ++i) {
        quint64 sum = 14695981039346656037U;
        player.play(i, &sum);
        timings.found << sum;
    }
    for (int round = 0; round < rounds; ++round) {
        for (qsizetype i = 0; i < count; ++i)
            timings.warm << player.play(i);
    }
    for (qsizetype i = 0; i < count; i += LikeEvery)
        timings.like << playLike(database, tape.typed[i]);
    return timings;
}

} // namespace xinglin::bench
