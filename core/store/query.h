#pragma once

#include "base/id.h"
#include "base/mass.h"
#include "base/money.h"
#include "base/partialdate.h"
#include "store/value.h"

#include <QDate>

#include <memory>
#include <optional>

namespace xinglin::store {

class Connection;
struct Statement;

/// A prepared statement on loan from its connection's cache; goes back, reset, when it is destroyed.
/// Broken SQL, a failed constraint or a damaged page is thrown as Failure.
class Query
{
public:
    Query(Connection &connection, std::shared_ptr<Statement> statement);
    ~Query();
    Query(Query &&) noexcept;
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;
    Query &operator=(Query &&) = delete;

    /// Binds ?1, ?2, … in this order and starts anew.
    template <class... T>
    Query &bind(const T &...values)
    {
        rewind();
        int index = 0;
        (put(++index, values), ...);
        return *this;
    }
    /// Binds one parameter, counted from 1; for statements whose number of parameters varies.
    template <class T>
    Query &bindAt(int index, const T &value)
    {
        put(index, value);
        return *this;
    }

    /// Steps to the next row; false at the end.
    bool next();
    /// Runs to the end; for statements that write.
    void run();

    /// Columns are counted from 0.
    bool isNull(int column) const;
    template <class T>
    T get(int column) const;
    Value value(int column) const;
    int columnCount() const;

private:
    void rewind();
    void put(int index, std::nullptr_t);
    void put(int index, qint64 value);
    void put(int index, int value) { put(index, static_cast<qint64>(value)); }
    void put(int index, quint64 value) { put(index, static_cast<qint64>(value)); }
    void put(int index, bool value) { put(index, static_cast<qint64>(value)); }
    void put(int index, double value);
    void put(int index, const QString &value);
    void put(int index, const char *value) { put(index, QString::fromUtf8(value)); }
    void put(int index, const QByteArray &value);
    void put(int index, const Value &value);
    void put(int index, const Uuid &value) { put(index, value.toBytes()); }
    void put(int index, Instant value) { put(index, toMs(value)); }
    void put(int index, Mass value) { put(index, static_cast<qint64>(value.milligrams())); }
    void put(int index, Money value) { put(index, static_cast<qint64>(value.fen())); }
    void put(int index, QDate value);
    void put(int index, const PartialDate &value) { put(index, value.toText()); }
    template <class Tag>
    void put(int index, const Id<Tag> &value)
    {
        put(index, value.uuid());
    }
    template <class T>
    void put(int index, const std::optional<T> &value)
    {
        if (value)
            put(index, *value);
        else
            put(index, nullptr);
    }

    qint64 integerAt(int column) const;
    double realAt(int column) const;
    QString textAt(int column) const;
    QByteArray blobAt(int column) const;
    Uuid uuidAt(int column) const;
    QDate dateAt(int column) const;
    PartialDate partialDateAt(int column) const;

    template <class T>
    struct Reader;
    template <class T>
    friend struct Reader;

    Connection *m_connection;
    std::shared_ptr<Statement> m_statement;
};

template <>
struct Query::Reader<qint64>
{
    static qint64 read(const Query &q, int c) { return q.integerAt(c); }
};
template <>
struct Query::Reader<int>
{
    static int read(const Query &q, int c) { return static_cast<int>(q.integerAt(c)); }
};
template <>
struct Query::Reader<bool>
{
    static bool read(const Query &q, int c) { return q.integerAt(c) != 0; }
};
template <>
struct Query::Reader<double>
{
    static double read(const Query &q, int c) { return q.realAt(c); }
};
template <>
struct Query::Reader<QString>
{
    static QString read(const Query &q, int c) { return q.textAt(c); }
};
template <>
struct Query::Reader<QByteArray>
{
    static QByteArray read(const Query &q, int c) { return q.blobAt(c); }
};
template <>
struct Query::Reader<Uuid>
{
    static Uuid read(const Query &q, int c) { return q.uuidAt(c); }
};
template <>
struct Query::Reader<Instant>
{
    static Instant read(const Query &q, int c) { return instantFromMs(q.integerAt(c)); }
};
template <>
struct Query::Reader<Mass>
{
    static Mass read(const Query &q, int c) { return Mass::milligrams(q.integerAt(c)); }
};
template <>
struct Query::Reader<Money>
{
    static Money read(const Query &q, int c) { return Money::fen(q.integerAt(c)); }
};
template <>
struct Query::Reader<QDate>
{
    static QDate read(const Query &q, int c) { return q.dateAt(c); }
};
template <>
struct Query::Reader<PartialDate>
{
    static PartialDate read(const Query &q, int c) { return q.partialDateAt(c); }
};
template <class Tag>
struct Query::Reader<Id<Tag>>
{
    static Id<Tag> read(const Query &q, int c) { return Id<Tag>(q.uuidAt(c)); }
};
template <class T>
struct Query::Reader<std::optional<T>>
{
    static std::optional<T> read(const Query &q, int c)
    {
        return q.isNull(c) ? std::nullopt : std::optional<T>(Query::Reader<T>::read(q, c));
    }
};

template <class T>
T Query::get(int column) const
{
    return Reader<T>::read(*this, column);
}

} // namespace xinglin::store
