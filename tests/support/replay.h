#pragma once

#include "store/store.h"

#include <QMap>

namespace xinglin::test {

/// Every synced table of a store by name: rows by id, columns by name without the local row number.
using Contents = QMap<QByteArray, QMap<QByteArray, QMap<QByteArray, store::Value>>>;
Contents contentsOf(store::Store &store);

/// The first difference between two stores' contents, in words; empty where there is none.
QString difference(const Contents &a, const Contents &b);

/// Applies every record of @p from, in its order, to @p to. @p mangle may change a record before; it is the mutant.
void replay(store::Store &from, store::Store &to, const std::function<void(QList<store::StoredRecord> &)> &mangle = {});

} // namespace xinglin::test
