#pragma once

#include <QByteArray>
#include <QString>

#include <variant>

namespace xinglin::store {

/// A value of one column, as SQLite knows it.
using Value = std::variant<std::monostate, qint64, double, QString, QByteArray>;

} // namespace xinglin::store
