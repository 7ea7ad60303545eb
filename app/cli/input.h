#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace xinglin::cli {

/// The bytes of a file, or of standard input for "-". Invalid where it cannot be read or is longer than 16 MiB.
Result<QByteArray> readInput(const QString &path);

/// The text of @p bytes without a byte order mark; Invalid with the place of the first byte that is not UTF-8.
Result<QString> utf8Text(const QByteArray &bytes);

/// Reads the members of a JSON object strictly: the wrong type and a member nobody asked for are errors with a place.
class Members
{
public:
    /// Invalid with the place of the fault where @p json is no JSON object.
    static Result<Members> parse(const QByteArray &json);

    QString text(const QString &name);
    bool flag(const QString &name);
    QJsonValue value(const QString &name);
    /// An object of its own; empty where there is none.
    Members object(const QString &name);
    /// Notes a fault at a member; the first one counts.
    void fault(const QString &name, const QString &sentence);
    /// Takes over the faults of a part.
    void join(Members &part);
    /// The first fault, unknown members included.
    std::optional<Error> error() const;
    bool isEmpty() const { return m_object.isEmpty(); }

private:
    QJsonObject m_object;
    QString m_place;
    QStringList m_read;
    std::optional<Error> m_error;
};

} // namespace xinglin::cli
