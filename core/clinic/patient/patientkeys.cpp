#include "clinic/patient/patientkeys.h"

#include "base/text/phone.h"
#include "base/text/pinyin.h"
#include "base/text/searchkeys.h"
#include "clinic/patient/patients.h"

#include <QSet>

namespace xinglin::patient {

namespace {

/// What a patient's keys are made of; nullopt where the patient is not to be found: merged. Those of an import have
/// theirs from the beginning, so that closing it costs nothing; the search leaves out whom an open one brought.
struct Findable
{
    SearchSubject subject;
    QString phone;
};

/// Numbers and old numbers of the records merged into this one: they still find the person.
QStringList numbersOfAliases(store::Connection &connection, const Uuid &id)
{
    // Nearly nobody has any; following them needs tables of SQLite's own, which cost more than all the rest.
    store::Query any = connection.internal("SELECT 1 FROM patient WHERE merged_into_id = ?1 LIMIT 1");
    if (!any.bind(id).next())
        return {};
    store::Query aliases = connection.internal(
        "WITH RECURSIVE same(id) AS (SELECT id FROM patient WHERE merged_into_id = ?1 UNION"
        " SELECT m.id FROM patient m JOIN same ON m.merged_into_id = same.id)"
        " SELECT p.number, p.old_number FROM same JOIN patient p ON p.id = same.id WHERE p.id <> ?1");
    aliases.bind(id);
    QStringList numbers;
    while (aliases.next()) {
        numbers << aliases.get<QString>(0);
        if (!aliases.isNull(1))
            numbers << aliases.get<QString>(1);
    }
    return numbers;
}

std::optional<Findable> findable(store::Connection &connection, qint64 n)
{
    store::Query row =
        connection.internal("SELECT p.id, p.name, p.phone, p.document_number, p.number, p.old_number, p.batch_id"
                            " FROM patient p WHERE p.n = ?1 AND p.merged_into_id IS NULL");
    if (!row.bind(n).next())
        return std::nullopt;
    Findable found;
    found.phone = row.get<QString>(2);
    found.subject = {row.get<QString>(1), {}, row.get<QString>(3), row.get<QString>(4), row.get<QString>(5)};
    if (!found.phone.isEmpty())
        found.subject.phones << found.phone;
    const Uuid id = row.get<Uuid>(0);
    static const QByteArray further =
        "SELECT t.phone FROM patient_phone t WHERE t.patient_id = ?1 AND t.ended = 0 AND (t.batch_id = ?2 OR " +
        inClosedBatch("t") + ")";
    store::Query phones = connection.internal(further.constData());
    phones.bind(id, row.value(6));
    while (phones.next())
        found.subject.phones << phones.get<QString>(0);
    found.subject.mergedNumbers = numbersOfAliases(connection, id);
    return found;
}

void dropKeys(store::Connection &connection, const SearchSubject &subject, qint64 n)
{
    store::Query drop = connection.internal("DELETE FROM search_key WHERE k = ?1 AND pid = ?2");
    for (const QString &key : searchKeys(subject))
        drop.bind(key, n).run();
}

/// Columns of the rank row that are made of the patient, in this order.
QStringList rankOf(const Findable &found, const QStringList &keys)
{
    QString shown = QStringLiteral("");
    QString initials = QStringLiteral("");
    QString pinyin = QStringLiteral("");
    QString given = QStringLiteral("");
    for (const NameReading &reading : nameReadings(found.subject.name)) {
        shown += (shown.isEmpty() ? QString() : QStringLiteral(" | ")) + reading.pinyin;
        initials += u' ' + reading.initials;
        pinyin += u' ' + QString(reading.pinyin).remove(u' ');
        given += u' ' + reading.givenPinyin;
    }
    QString phones = QStringLiteral("");
    for (const QString &phone : found.subject.phones)
        phones += u' ' + phoneDigits(phone);
    QString numbers = QStringLiteral("");
    for (const QString &key : keys) {
        if (key.startsWith(u'c'))
            numbers += u' ' + key.mid(1);
    }
    return {found.subject.number,
            found.subject.name,
            found.phone.isNull() ? QStringLiteral("") : found.phone,
            shown,
            normaliseName(found.subject.name),
            initials,
            pinyin,
            given,
            phones,
            numbers};
}

void writeRank(store::Connection &connection, const Findable &found, const QStringList &keys, qint64 n)
{
    store::Query write = connection.internal(
        "INSERT INTO patient_rank(pid, last_visit, number, name, phone, pinyin, name_key, initials_key,"
        " pinyin_key, given_key, phone_key, number_key)"
        " VALUES(?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
        " ON CONFLICT(pid) DO UPDATE SET number = excluded.number, name = excluded.name,"
        " phone = excluded.phone, pinyin = excluded.pinyin, name_key = excluded.name_key,"
        " initials_key = excluded.initials_key, pinyin_key = excluded.pinyin_key,"
        " given_key = excluded.given_key, phone_key = excluded.phone_key, number_key = excluded.number_key");
    write.bind(n);
    const QStringList values = rankOf(found, keys);
    for (int i = 0; i < values.size(); ++i)
        write.bindAt(i + 2, values[i]);
    write.run();
}

/// Keys that are yet to be written. In their order: those of many people one after the other would touch all pages of
/// the index again and again.
using WaitingKeys = QList<QPair<QString, qint64>>;

void writeKeys(store::Connection &connection, const Findable &found, qint64 n, WaitingKeys &waiting)
{
    const QStringList keys = searchKeys(found.subject);
    for (const QString &key : keys)
        waiting.append({key, n});
    writeRank(connection, found, keys, n);
}

void writeWaiting(store::Connection &connection, WaitingKeys &waiting)
{
    std::sort(waiting.begin(), waiting.end());
    store::Query add = connection.internal("INSERT OR IGNORE INTO search_key(k, pid) VALUES(?1, ?2)");
    for (const auto &[key, n] : std::as_const(waiting))
        add.bind(key, n).run();
}

/// The old value of a changed column that holds text.
std::optional<QString> oldText(const store::RowChange &change, const char *column)
{
    const auto found = change.old.constFind(change.table->column(column)->wire);
    if (found == change.old.constEnd())
        return std::nullopt;
    return std::holds_alternative<QString>(*found) ? std::get<QString>(*found) : QString();
}

/// Numbers that may have been keys of another record before this commit: of records that were merged, taken out of a
/// merge or numbered anew.
QStringList movedNumbers(store::Connection &connection, const QHash<qint64, const store::RowChange *> &patients)
{
    QStringList numbers;
    for (const store::RowChange *change : patients) {
        if (change->value("merged_into_id") == nullptr && change->value("number") == nullptr &&
            change->value("old_number") == nullptr)
            continue;
        if (change->kind == store::RowChange::Kind::Insert)
            continue;
        store::Query row = connection.internal("SELECT number, old_number FROM patient WHERE n = ?1");
        row.bind(change->n).next();
        numbers << row.get<QString>(0) << row.get<QString>(1) << oldText(*change, "number").value_or(QString())
                << oldText(*change, "old_number").value_or(QString()) << numbersOfAliases(connection, change->id);
    }
    return numbers;
}

/// What the patient's keys were made of before this commit, and perhaps more: today's fields with the old values put
/// back.
SearchSubject before(store::Connection &connection, qint64 n, const QHash<qint64, const store::RowChange *> &patients,
                     const QMultiHash<qint64, const store::RowChange *> &phones, const QStringList &moved)
{
    store::Query row =
        connection.internal("SELECT id, name, phone, document_number, number, old_number FROM patient WHERE n = ?1");
    row.bind(n).next();
    SearchSubject subject{row.get<QString>(1), {}, row.get<QString>(3), row.get<QString>(4), row.get<QString>(5)};
    QString phone = row.get<QString>(2);
    const Uuid id = row.get<Uuid>(0);
    if (const store::RowChange *change = patients.value(n)) {
        const auto old = [&](const char *column, QString &field) { field = oldText(*change, column).value_or(field); };
        old("name", subject.name);
        old("phone", phone);
        old("document_number", subject.idNumber);
        old("number", subject.number);
        old("old_number", subject.oldNumber);
    }
    if (!phone.isEmpty())
        subject.phones << phone;
    store::Query rows = connection.internal("SELECT n, phone FROM patient_phone WHERE patient_id = ?1");
    rows.bind(id);
    while (rows.next())
        subject.phones << rows.get<QString>(1);
    for (const store::RowChange *change : phones.values(n)) {
        const auto old = change->old.constFind(change->table->column("phone")->wire);
        if (old != change->old.constEnd() && std::holds_alternative<QString>(*old))
            subject.phones << std::get<QString>(*old);
    }
    subject.mergedNumbers = numbersOfAliases(connection, id) + moved;
    return subject;
}

bool touchesKeys(const store::RowChange &change)
{
    if (change.kind == store::RowChange::Kind::Insert)
        return true;
    for (const char *column :
         {"name", "phone", "document_number", "number", "old_number", "merged_into_id", "batch_id", "ended"}) {
        if (change.value(column) != nullptr)
            return true;
    }
    return false;
}

/// The record itself and those it was merged into, one above the other.
void addAbove(store::Connection &connection, QByteArray id, QSet<qint64> &numbers)
{
    for (int hops = 0; hops < 32 && !id.isEmpty(); ++hops) {
        store::Query row = connection.internal("SELECT n, merged_into_id FROM patient WHERE id = ?1");
        if (!row.bind(id).next())
            return;
        numbers.insert(row.get<qint64>(0));
        id = row.isNull(1) ? QByteArray() : row.get<QByteArray>(1);
    }
}

void refresh(store::Connection &connection, qint64 n, const SearchSubject &old, WaitingKeys &waiting)
{
    dropKeys(connection, old, n);
    if (const auto found = findable(connection, n)) {
        writeKeys(connection, *found, n, waiting);
    } else {
        connection.internal("DELETE FROM patient_rank WHERE pid = ?1").bind(n).run();
    }
}

} // namespace

void followKeys(store::Transaction &tx, const QList<store::RowChange> &rows)
{
    store::Connection &connection = tx.connection();
    QHash<qint64, const store::RowChange *> patients;
    QMultiHash<qint64, const store::RowChange *> phones;
    QSet<qint64> dirty;
    QSet<qint64> fresh;
    for (const store::RowChange &row : rows) {
        if (row.table->name == "patient" && touchesKeys(row)) {
            patients.insert(row.n, &row);
            dirty.insert(row.n);
            if (row.kind == store::RowChange::Kind::Insert)
                fresh.insert(row.n);
            // The records it was merged into, or is no longer, gain or lose its numbers.
            addAbove(connection, row.id.toBytes(), dirty);
            const auto left = row.old.constFind(row.table->column("merged_into_id")->wire);
            if (left != row.old.constEnd() && std::holds_alternative<QByteArray>(*left))
                addAbove(connection, std::get<QByteArray>(*left), dirty);
        } else if (row.table->name == "patient_phone" && touchesKeys(row)) {
            store::Query owner = connection.internal(
                "SELECT p.n FROM patient p JOIN patient_phone t ON t.patient_id = p.id WHERE t.n = ?1");
            if (owner.bind(row.n).next()) {
                phones.insert(owner.get<qint64>(0), &row);
                dirty.insert(owner.get<qint64>(0));
            }
        } else if (row.table->name == "import_batch" && row.value("state") != nullptr) {
            // Telephones it brought for those who were known before.
            store::Query owners =
                connection.internal("SELECT p.n FROM patient_phone t JOIN patient p ON p.id = t.patient_id"
                                    " WHERE t.batch_id = ?1 AND p.batch_id IS NOT t.batch_id");
            owners.bind(row.id);
            while (owners.next())
                dirty.insert(owners.get<qint64>(0));
        }
    }
    const QStringList moved = movedNumbers(connection, patients);
    QList<qint64> order(dirty.cbegin(), dirty.cend());
    std::sort(order.begin(), order.end());
    WaitingKeys waiting;
    for (const qint64 n : std::as_const(order)) {
        if (fresh.contains(n)) {
            if (const auto found = findable(connection, n))
                writeKeys(connection, *found, n, waiting);
        } else {
            refresh(connection, n, before(connection, n, patients, phones, moved), waiting);
        }
    }
    writeWaiting(connection, waiting);
}

void rebuildKeys(store::Transaction &tx)
{
    store::Connection &connection = tx.connection();
    connection.internal("DELETE FROM search_key").run();
    store::Query all = connection.internal("SELECT n FROM patient ORDER BY n");
    QList<qint64> numbers;
    while (all.next())
        numbers << all.get<qint64>(0);
    WaitingKeys waiting;
    for (const qint64 n : std::as_const(numbers)) {
        if (const auto found = findable(connection, n))
            writeKeys(connection, *found, n, waiting);
    }
    writeWaiting(connection, waiting);
}

void checkKeys(store::Connection &connection, store::VerifyReport &report)
{
    const auto bad = [&](const char *kind, qint64 n, const char *what) {
        report.add({kind, QStringLiteral("patient %1").arg(n), QLatin1String(what)});
    };
    store::Query all = connection.internal("SELECT n FROM patient ORDER BY n");
    qint64 keys = 0;
    qint64 ranks = 0;
    while (!report.isFull() && all.next()) {
        const qint64 n = all.get<qint64>(0);
        const auto found = findable(connection, n);
        if (!found)
            continue;
        QStringList own = searchKeys(found->subject);
        own.removeDuplicates();
        store::Query key = connection.internal("SELECT 1 FROM search_key WHERE k = ?1 AND pid = ?2");
        for (const QString &one : std::as_const(own)) {
            if (key.bind(one, n).next())
                ++keys;
            else
                bad("search.missing", n, "a key that finds the patient is gone");
        }
        store::Query row = connection.internal(
            "SELECT number, name, phone, pinyin, name_key, initials_key, pinyin_key, given_key, phone_key, number_key"
            " FROM patient_rank WHERE pid = ?1");
        if (!row.bind(n).next()) {
            bad("search.missing", n, "its row of the result list is gone");
            continue;
        }
        ++ranks;
        const QStringList values = rankOf(*found, own);
        for (int i = 0; i < values.size(); ++i) {
            if (row.get<QString>(i) != values[i])
                bad("search.changed", n, "the result list shows something else");
        }
    }
    const auto isMore = [&](const char *sql, qint64 expected) {
        store::Query count = connection.internal(sql);
        return count.next() && count.get<qint64>(0) > expected;
    };
    if (!report.isFull() && isMore("SELECT count(*) FROM search_key /* verify */", keys)) {
        store::Query rows = connection.internal("SELECT pid, k FROM search_key /* verify */");
        while (!report.isFull() && rows.next()) {
            const auto found = findable(connection, rows.get<qint64>(0));
            if (!found || !searchKeys(found->subject).contains(rows.get<QString>(1)))
                bad("search.stray", rows.get<qint64>(0), "a key finds the patient that is none of theirs");
        }
    }
    if (!report.isFull() && isMore("SELECT count(*) FROM patient_rank /* verify */", ranks)) {
        store::Query rows = connection.internal("SELECT pid FROM patient_rank /* verify */");
        while (!report.isFull() && rows.next()) {
            if (!findable(connection, rows.get<qint64>(0)))
                bad("search.stray", rows.get<qint64>(0), "the result list shows whom it should not");
        }
    }
}

} // namespace xinglin::patient
