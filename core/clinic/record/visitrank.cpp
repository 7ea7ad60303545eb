#include "clinic/record/visitrank.h"

#include "clinic/patient/patients.h"

#include <QHash>

namespace xinglin::record {

namespace {

/// Number and last day of a patient's visits.
store::Query summed(store::Connection &connection, const Uuid &patient)
{
    static const patient::EveryRowOf visits("SELECT count(*), max(v.day) FROM visit v WHERE ", "v",
                                            " AND v.status <> 'entered-in-error'");
    return visits.ask(connection, patient);
}

/// What has become of one patient's visits: some more, or anything else.
struct Changed
{
    qint64 more = 0;
    qint64 lastDay = 0;
    bool otherwise = false;
};

/// Who stays, where this one was merged into another.
Uuid keptOf(store::Connection &connection, Uuid patient)
{
    for (int hops = 0; hops < 32; ++hops) {
        store::Query next = connection.internal("SELECT merged_into_id FROM patient WHERE id = ?1");
        if (!next.bind(patient).next() || next.isNull(0))
            break;
        patient = next.get<Uuid>(0);
    }
    return patient;
}

/// A visit that simply came to be and counts. Its rows need not be read again.
bool isOneMore(const store::RowChange &visit)
{
    if (visit.kind != store::RowChange::Kind::Insert)
        return false;
    const auto *status = std::get_if<QString>(visit.value("status"));
    return status && *status != u"entered-in-error" && std::holds_alternative<std::monostate>(*visit.value("batch_id"));
}

std::optional<Uuid> personIn(const store::Value *value)
{
    const auto *bytes = value == nullptr ? nullptr : std::get_if<QByteArray>(value);
    return bytes == nullptr ? std::nullopt : Uuid::fromBytes(*bytes);
}

/// By the patient who stays.
QHash<Uuid, Changed> changedVisits(store::Connection &connection, const QList<store::RowChange> &rows)
{
    QHash<Uuid, Changed> found;
    const auto otherwise = [&](const std::optional<Uuid> &patient) {
        if (patient)
            found[keptOf(connection, *patient)].otherwise = true;
    };
    for (const store::RowChange &row : rows) {
        if (row.table->name == "visit" && isOneMore(row)) {
            Changed &one = found[keptOf(connection, *personIn(row.value("patient_id")))];
            ++one.more;
            one.lastDay = std::max(one.lastDay, std::get<qint64>(*row.value("day")));
        } else if (row.table->name == "visit") {
            store::Query owner = connection.internal("SELECT patient_id FROM visit WHERE n = ?1");
            if (owner.bind(row.n).next())
                otherwise(owner.get<Uuid>(0));
        } else if (row.table->name == "patient" && row.value("merged_into_id") != nullptr) {
            // A merge moves visits from one rank row to the other and back.
            otherwise(personIn(row.value("merged_into_id")));
            const auto before = row.old.constFind(row.table->column("merged_into_id")->wire);
            otherwise(personIn(before == row.old.constEnd() ? nullptr : &*before));
            otherwise(row.id);
        } else if (row.table->name == "import_batch" && row.value("state") != nullptr) {
            store::Query members = connection.internal("SELECT DISTINCT patient_id FROM visit WHERE batch_id = ?1");
            members.bind(row.id);
            while (members.next())
                otherwise(members.get<Uuid>(0));
        }
    }
    return found;
}

} // namespace

void followRank(store::Transaction &tx, const QList<store::RowChange> &rows)
{
    store::Connection &connection = tx.connection();
    const QHash<Uuid, Changed> changed = changedVisits(connection, rows);
    for (auto [patient, visits] : changed.asKeyValueRange()) {
        if (visits.otherwise) {
            store::Query sum = summed(connection, patient);
            sum.next();
            connection
                .internal("UPDATE patient_rank SET visits = ?2, last_visit = ?3"
                          " WHERE pid = (SELECT n FROM patient WHERE id = ?1)")
                .bind(patient, sum.get<qint64>(0), sum.get<qint64>(1))
                .run();
        } else {
            connection
                .internal("UPDATE patient_rank SET visits = visits + ?2, last_visit = max(last_visit, ?3)"
                          " WHERE pid = (SELECT n FROM patient WHERE id = ?1)")
                .bind(patient, visits.more, visits.lastDay)
                .run();
        }
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
