#include "support/replay.h"

#include "store/history.h"

namespace xinglin::test {

Contents contentsOf(store::Store &store)
{
    Contents contents;
    const auto view = store.snapshot({{}, store.identity().device});
    for (const store::TableInfo &table : store.registry().tables()) {
        if (!table.isSynced())
            continue;
        QByteArray sql = "SELECT id";
        for (const store::ColumnInfo &column : table.columns)
            sql += ", " + column.name;
        sql += " FROM " + table.name + " /* whole table */";
        store::Query rows = view->connection().internal(sql.constData());
        auto &found = contents[table.name];
        while (rows.next()) {
            auto &row = found[rows.get<QByteArray>(0)];
            for (int i = 0; i < table.columns.size(); ++i)
                row.insert(table.columns[i].name, rows.value(i + 1));
        }
    }
    return contents;
}

QString difference(const Contents &a, const Contents &b)
{
    for (auto table = a.cbegin(); table != a.cend(); ++table) {
        const auto &others = b.value(table.key());
        if (table.value().size() != others.size())
            return QStringLiteral("%1: %2 and %3 rows")
                .arg(QString::fromLatin1(table.key()))
                .arg(table.value().size())
                .arg(others.size());
        for (auto row = table.value().cbegin(); row != table.value().cend(); ++row) {
            const auto &other = others.value(row.key());
            for (auto column = row.value().cbegin(); column != row.value().cend(); ++column) {
                if (!other.contains(column.key()) || other.value(column.key()) != column.value())
                    return QStringLiteral("%1.%2 differs")
                        .arg(QString::fromLatin1(table.key()), QString::fromLatin1(column.key()));
            }
        }
    }
    return {};
}

void replay(store::Store &from, store::Store &to, const std::function<void(QList<store::StoredRecord> &)> &mangle)
{
    QList<store::StoredRecord> records;
    store::eachRecord(*from.snapshot({{}, from.identity().device}), [&](const store::StoredRecord &record) {
        records << record;
        return true;
    });
    if (mangle)
        mangle(records);
    for (const store::StoredRecord &record : std::as_const(records)) {
        const auto tx = to.begin({{}, to.identity().device}, "sync.apply");
        tx->apply(record);
        tx->commit();
    }
}

} // namespace xinglin::test
