#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace xinglin::bench {

/// A database of the same library as the store's, opened past the store, with a key or without. Throws Failure.
class Database
{
public:
    /// Sets what a reader of the store sets: cache, temporary tables, memory security (where there is a key), WAL.
    Database(const QString &path, const QByteArray &keyLiteral);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    sqlite3 *handle() const { return m_handle; }
    void execute(const QByteArray &sql);
    /// Prepared once, kept.
    sqlite3_stmt *prepare(const QByteArray &sql);
    /// First column of the first row.
    QByteArray value(const QByteArray &sql);
    /// Writes schema and rows anew into @p path, under @p keyLiteral or, where that is empty, without encryption.
    void exportTo(const QString &path, const QByteArray &keyLiteral);

private:
    void check(int code);

    sqlite3 *m_handle = nullptr;
    QHash<QByteArray, sqlite3_stmt *> m_prepared;
};

} // namespace xinglin::bench
