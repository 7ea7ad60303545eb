#pragma once

#include "access/people.h"
#include "store/history.h"

#include <QJsonValue>

namespace xinglin::cli {

/// Logins by user id, as far as the reader may know people; others are shown by id.
class People
{
public:
    explicit People(const store::Snapshot &view);
    QString nameOf(const std::optional<Uuid> &user) const;

private:
    QHash<Uuid, QString> m_logins;
};

/// A stored value as JSON: bytes of an id as its text, other bytes in hexadecimal digits.
QJsonValue jsonOf(const store::Value &value);
/// The same for people; empty for nothing.
QString wordOf(const store::Value &value);
/// "stream-seq" in hexadecimal and decimal digits, as names of records are written.
QString textOf(const store::Version &version);

} // namespace xinglin::cli
