#pragma once

#include "store/value.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace xinglin::bench {

/// A value as it was bound.
struct Bound
{
    enum class Kind : quint8 { Null, Integer, Real, Text, Blob };
    Kind kind = Kind::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes;
};
/// Binds it without a copy: it has to outlive the run.
void bind(sqlite3_stmt *statement, int index, const Bound &bound);
/// A value as the store reads it.
Bound boundFrom(const store::Value &value);

/// One run of a statement: what was bound, how many rows were fetched, and whether it was stepped to its end.
struct Run
{
    qint32 statement = 0;
    QList<Bound> bound;
    qint32 rows = 0;
    bool finished = false;
};

/// Every statement that the product ran for each of a list of keystrokes.
struct Tape
{
    QByteArrayList statements;
    QStringList typed;
    QList<QList<Run>> runs; ///< By keystroke.

    bool save(const QString &path) const;
    static Tape load(const QString &path);
};

/// Records what a connection runs while this lives; through SQLite's trace, so that nothing is added to the product.
class Recorder
{
public:
    Recorder(sqlite3 *handle, Tape &tape);
    ~Recorder();
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;

    /// Throws Failure where a statement of the one before could not be recorded.
    void beginKeystroke(const QString &typed);

private:
    static int traced(unsigned what, void *self, void *statement, void *detail);
    void started(sqlite3_stmt *statement);

    sqlite3 *m_handle;
    Tape &m_tape;
    QHash<QByteArray, qint32> m_statements;
    QHash<sqlite3_stmt *, qsizetype> m_running;
    bool m_failed = false;
};

/// The values that stand in @p expanded where @p statement has ?1, ?2, …; nullopt where the two do not fit.
std::optional<QList<Bound>> boundIn(QByteArrayView statement, QByteArrayView expanded);

} // namespace xinglin::bench
