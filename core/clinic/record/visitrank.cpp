#include "clinic/record/visitrank.h"

#include "clinic/patient/patients.h"

#include <QSet>

namespace xinglin::record {

namespace {

/// Number and last day of a patient's visits.
store::Query summed(store::Connection &connection, const Uuid &patient)
{
    static const patient::EveryRowOf visits("SELECT count(*), max(v.day) FROM visit v WHERE ", "v",
                                            " AND v.status <> 'entered-in-error'");
    return visits.ask(connection, patient);
}

} // namespace

void followRank(store::Transaction &tx, const QList<store::RowChange> &rows)
{
    store::Connection &connection = tx.connection();
    QSet<Uuid> patients;
    const auto wants = [&](const QMap<int, store::Value> &values, const store::TableInfo &table, const char *column) {
        const auto found = values.constFind(table.column(column)->wire);
        if (found == values.constEnd() || !std::holds_alternative<QByteArray>(*found))
            return;
        if (const auto id = Uuid::fromBytes(std::get<QByteArray>(*found)))
            patients.insert(*id);
    };
    for (const store::RowChange &row : rows) {
        if (row.table->name == "visit") {
            store::Query owner = connection.internal("SELECT patient_id FROM visit WHERE n = ?1");
            if (owner.bind(row.n).next())
                patients.insert(owner.get<Uuid>(0));
        } else if (row.table->name == "patient") {
            // A merge moves visits from one rank row to the other and back.
            if (row.value("merged_into_id") != nullptr) {
                wants(row.values, *row.table, "merged_into_id");
                wants(row.old, *row.table, "merged_into_id");
                patients.insert(row.id);
            }
        } else if (row.table->name == "import_batch" && row.value("state") != nullptr) {
            store::Query members = connection.internal("SELECT DISTINCT patient_id FROM visit WHERE batch_id = ?1");
            members.bind(row.id);
            while (members.next())
                patients.insert(members.get<Uuid>(0));
        }
    }
    for (const Uuid &id : std::as_const(patients)) {
        Uuid at = id;
        for (int hops = 0; hops < 32; ++hops) {
            store::Query next = connection.internal("SELECT merged_into_id FROM patient WHERE id = ?1");
            if (!next.bind(at).next() || next.isNull(0))
                break;
            at = next.get<Uuid>(0);
        }
        store::Query sum = summed(connection, at);
        sum.next();
        connection
            .internal("UPDATE patient_rank SET visits = ?2, last_visit = ?3"
                      " WHERE pid = (SELECT n FROM patient WHERE id = ?1)")
            .bind(at, sum.get<qint64>(0), sum.get<qint64>(1))
            .run();
    }
}

void checkRank(store::Connection &connection, store::VerifyReport &report)
{
    store::Query rows = connection.internal(
        "SELECT r.pid, r.visits, r.last_visit, p.id FROM patient_rank r JOIN patient p ON p.n = r.pid /* verify */");
    while (!report.isFull() && rows.next()) {
        store::Query sum = summed(connection, rows.get<Uuid>(3));
        sum.next();
        if (sum.get<qint64>(0) != rows.get<qint64>(1) || sum.get<qint64>(1) != rows.get<qint64>(2))
            report.add({"search.changed", QStringLiteral("patient %1").arg(rows.get<qint64>(0)),
                        QStringLiteral("number and day of the visits are others")});
    }
}

} // namespace xinglin::record
