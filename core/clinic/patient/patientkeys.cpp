#include "clinic/patient/patientkeys.h"

#include "base/text/phone.h"
#include "base/text/pinyin.h"
#include "base/text/searchkeys.h"

#include <QSet>

namespace xinglin::patient {

namespace {

/// What a patient's keys are made of; nullopt where the patient is not to be found (merged, or of an open import).
struct Findable
{
    SearchSubject subject;
    QString phone;
};

std::optional<Findable> findable(store::Connection &connection, qint64 n)
{
    store::Query row = connection.internal(
        "SELECT p.id, p.name, p.phone, p.document_number, p.number, p.old_number FROM patient p"
        " LEFT JOIN import_batch b ON b.id = p.batch_id"
        " WHERE p.n = ?1 AND p.merged_into_id IS NULL AND p.restricted = 0 AND (b.id IS NULL OR b.state = 'closed')");
    if (!row.bind(n).next())
        return std::nullopt;
    Findable found;
    found.phone = row.get<QString>(2);
    found.subject = {row.get<QString>(1), {}, row.get<QString>(3), row.get<QString>(4), row.get<QString>(5)};
    if (!found.phone.isEmpty())
        found.subject.phones << found.phone;
    const Uuid id = row.get<Uuid>(0);
    store::Query phones = connection.internal("SELECT phone FROM patient_phone WHERE patient_id = ?1 AND ended = 0");
    phones.bind(id);
    while (phones.next())
        found.subject.phones << phones.get<QString>(0);
    // A merged record's number, and what it was called, still find the person.
    store::Query aliases = connection.internal("SELECT number FROM patient WHERE merged_into_id = ?1");
    aliases.bind(id);
    while (aliases.next())
        found.subject.oldNumber +=
            (found.subject.oldNumber.isEmpty() ? QString() : QStringLiteral(" ")) + aliases.get<QString>(0);
    return found;
}

void dropKeys(store::Connection &connection, const SearchSubject &subject, qint64 n)
{
    store::Query drop = connection.internal("DELETE FROM search_key WHERE k = ?1 AND pid = ?2");
    for (const QString &key : searchKeys(subject))
        drop.bind(key, n).run();
}

void writeRank(store::Connection &connection, const Findable &found, qint64 n)
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
    connection
        .internal("INSERT INTO patient_rank(pid, last_visit, number, name, phone, pinyin, name_key, initials_key,"
                  " pinyin_key, given_key, phone_key) VALUES(?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
                  " ON CONFLICT(pid) DO UPDATE SET number = excluded.number, name = excluded.name,"
                  " phone = excluded.phone, pinyin = excluded.pinyin, name_key = excluded.name_key,"
                  " initials_key = excluded.initials_key, pinyin_key = excluded.pinyin_key,"
                  " given_key = excluded.given_key, phone_key = excluded.phone_key")
        .bind(n, found.subject.number, found.subject.name, found.phone.isNull() ? QStringLiteral("") : found.phone,
              shown, normaliseName(found.subject.name), initials, pinyin, given, phones)
        .run();
}

void writeKeys(store::Connection &connection, const Findable &found, qint64 n)
{
    store::Query add = connection.internal("INSERT OR IGNORE INTO search_key(k, pid) VALUES(?1, ?2)");
    for (const QString &key : searchKeys(found.subject))
        add.bind(key, n).run();
    writeRank(connection, found, n);
}

/// What the patient's keys were made of before this commit: today's fields with the old values put back.
SearchSubject before(store::Connection &connection, qint64 n, const QHash<qint64, const store::RowChange *> &patients,
                     const QMultiHash<qint64, const store::RowChange *> &phones)
{
    store::Query row =
        connection.internal("SELECT id, name, phone, document_number, number, old_number FROM patient WHERE n = ?1");
    row.bind(n).next();
    SearchSubject subject{row.get<QString>(1), {}, row.get<QString>(3), row.get<QString>(4), row.get<QString>(5)};
    QString phone = row.get<QString>(2);
    const Uuid id = row.get<Uuid>(0);
    if (const store::RowChange *change = patients.value(n)) {
        const auto old = [&](const char *column, QString &field) {
            const store::ColumnInfo *info = change->table->column(column);
            const auto found = change->old.constFind(info->wire);
            if (found != change->old.constEnd())
                field = std::holds_alternative<QString>(*found) ? std::get<QString>(*found) : QString();
        };
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
    store::Query aliases = connection.internal("SELECT number FROM patient WHERE merged_into_id = ?1");
    aliases.bind(id);
    while (aliases.next())
        subject.oldNumber += (subject.oldNumber.isEmpty() ? QString() : QStringLiteral(" ")) + aliases.get<QString>(0);
    return subject;
}

bool touchesKeys(const store::RowChange &change)
{
    if (change.kind == store::RowChange::Kind::Insert)
        return true;
    for (const char *column : {"name", "phone", "document_number", "number", "old_number", "merged_into_id",
                               "restricted", "batch_id", "ended"}) {
        if (change.value(column) != nullptr)
            return true;
    }
    return false;
}

void refresh(store::Connection &connection, qint64 n, const SearchSubject &old)
{
    dropKeys(connection, old, n);
    if (const auto found = findable(connection, n)) {
        writeKeys(connection, *found, n);
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
            // The record it was merged into, or is no longer, gains or loses an old number.
            for (const auto *values : {&row.values, &row.old}) {
                const auto target = values->constFind(row.table->column("merged_into_id")->wire);
                if (target == values->constEnd() || !std::holds_alternative<QByteArray>(*target))
                    continue;
                store::Query other = connection.internal("SELECT n FROM patient WHERE id = ?1");
                if (other.bind(std::get<QByteArray>(*target)).next())
                    dirty.insert(other.get<qint64>(0));
            }
        } else if (row.table->name == "patient_phone" && touchesKeys(row)) {
            store::Query owner = connection.internal(
                "SELECT p.n FROM patient p JOIN patient_phone t ON t.patient_id = p.id WHERE t.n = ?1");
            if (owner.bind(row.n).next()) {
                phones.insert(owner.get<qint64>(0), &row);
                dirty.insert(owner.get<qint64>(0));
            }
        } else if (row.table->name == "import_batch" && row.value("state") != nullptr) {
            store::Query members = connection.internal("SELECT n FROM patient WHERE batch_id = ?1");
            members.bind(row.id);
            while (members.next())
                dirty.insert(members.get<qint64>(0));
        }
    }
    for (const qint64 n : std::as_const(dirty)) {
        if (fresh.contains(n)) {
            if (const auto found = findable(connection, n))
                writeKeys(connection, *found, n);
        } else {
            refresh(connection, n, before(connection, n, patients, phones));
        }
    }
}

void rebuildKeys(store::Transaction &tx)
{
    store::Connection &connection = tx.connection();
    connection.internal("DELETE FROM search_key").run();
    QList<QPair<QString, qint64>> keys;
    store::Query all = connection.internal("SELECT n FROM patient ORDER BY n");
    QList<qint64> numbers;
    while (all.next())
        numbers << all.get<qint64>(0);
    for (const qint64 n : std::as_const(numbers)) {
        const auto found = findable(connection, n);
        if (!found)
            continue;
        writeRank(connection, *found, n);
        for (const QString &key : searchKeys(found->subject))
            keys.append({key, n});
    }
    std::sort(keys.begin(), keys.end());
    store::Query add = connection.internal("INSERT OR IGNORE INTO search_key(k, pid) VALUES(?1, ?2)");
    for (const auto &[key, n] : std::as_const(keys))
        add.bind(key, n).run();
}

} // namespace xinglin::patient
