#include "clinic/patient/linkkeys.h"

#include "clinic/patient/patient.h"
#include "engines/linkage/pairs.h"
#include "store/query.h"
#include "store/transaction.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace xinglin::duplicates {

namespace {

using linkage::Level;

/// Up to which record catchUp() has come. Only in a store that had patients before there were such keys.
const QString upTo = QStringLiteral("linkage.upto");

/// Records that share a key, each once; keys that very many share say nothing.
QList<qint64> sharing(store::Connection &connection, const QList<qint64> &keys)
{
    QSet<qint64> found;
    // A bound limit would have SQLite prepare the statement anew each time.
    static const QByteArray sql =
        "SELECT pid FROM link_key WHERE k = ?1 LIMIT " + QByteArray::number(linkage::widestBlock + 1);
    store::Query rows = connection.internal(sql.constData());
    for (const qint64 key : keys) {
        QList<qint64> block;
        rows.bind(key);
        while (rows.next())
            block << rows.get<qint64>(0);
        if (block.size() <= linkage::widestBlock)
            found.unite(QSet<qint64>(block.cbegin(), block.cend()));
    }
    return {found.cbegin(), found.cend()};
}

/// Whom a view has read and made ready: an import compares many with the same people, and each twice.
class Known
{
public:
    /// Null for one who is merged or gone.
    std::shared_ptr<const linkage::Subject> subject(store::Connection &connection, qint64 n)
    {
        if (const auto there = m_subjects.constFind(n); there != m_subjects.constEnd())
            return *there;
        std::shared_ptr<const linkage::Subject> made;
        if (const auto person = stored(connection, n))
            made = std::make_shared<const linkage::Subject>(linkage::prepare(*person));
        if (m_subjects.size() >= Most)
            m_subjects.clear();
        m_subjects.insert(n, made);
        return made;
    }
    void forget(qint64 n) { m_subjects.remove(n); }

private:
    static constexpr qsizetype Most = 40'000; // about twenty megabytes
    QHash<qint64, std::shared_ptr<const linkage::Subject>> m_subjects;
};

QString reasonsText(const linkage::Match &match)
{
    QStringList codes;
    for (const linkage::Reason &reason : match.reasons)
        codes << linkage::toText(reason.kind);
    return codes.join(u' ');
}

void writeKeys(store::Connection &connection, qint64 n, const QList<qint64> &keys)
{
    store::Query add = connection.internal("INSERT OR IGNORE INTO link_key(k, pid) VALUES(?1, ?2)");
    for (const qint64 key : keys)
        add.bind(key, n).run();
}

void writePairs(store::Transaction &tx, qint64 n, const linkage::Subject &subject, const QList<qint64> &keys)
{
    store::Query add = tx.connection().internal(
        "INSERT OR REPLACE INTO duplicate_candidate(a, b, score, level, reasons) VALUES(?1, ?2, ?3, ?4, ?5)");
    for (const Alike &other : alikeTo(tx, subject, keys, [n](qint64 one) { return one != n; })) {
        if (other.match.level < Level::Likely)
            break;
        add.bind(std::min(n, other.n), std::max(n, other.n), other.match.score, linkage::toText(other.match.level),
                 reasonsText(other.match))
            .run();
    }
}

void link(store::Transaction &tx, qint64 n, bool pairs = true)
{
    store::Connection &connection = tx.connection();
    const auto person = stored(connection, n);
    if (!person)
        return;
    const linkage::Subject subject = linkage::prepare(*person);
    const QList<qint64> keys = linkage::blockingKeys(subject);
    if (pairs)
        writePairs(tx, n, subject, keys);
    writeKeys(connection, n, keys);
}

void forget(store::Connection &connection, qint64 n)
{
    connection.internal("DELETE FROM link_key WHERE pid = ?1").bind(n).run();
    connection.internal("DELETE FROM duplicate_candidate WHERE a = ?1").bind(n).run();
    connection.internal("DELETE FROM duplicate_candidate WHERE b = ?1").bind(n).run();
}

/// Whether a change of the row says something else of who the person is.
bool isTelling(const store::RowChange &row)
{
    if (row.kind == store::RowChange::Kind::Insert)
        return true;
    for (const char *column : {"name", "sex", "birth_date", "birth_lunar", "phone", "document_kind", "document_number",
                               "address", "merged_into_id", "ended"}) {
        if (row.value(column) != nullptr)
            return true;
    }
    return false;
}

} // namespace

std::optional<linkage::Person> stored(store::Connection &connection, qint64 n)
{
    // The telephones as the search keeps them, in one row: each comparison asks this of some dozen people.
    store::Query row =
        connection.internal("SELECT p.name, p.sex, p.birth_date, p.birth_lunar, p.document_number, p.address,"
                            " r.phone_key FROM patient p LEFT JOIN patient_rank r ON r.pid = p.n"
                            " WHERE p.n = ?1 AND p.merged_into_id IS NULL");
    if (!row.bind(n).next())
        return std::nullopt;
    linkage::Person person;
    person.name = row.get<QString>(0);
    const Sex sex = sexFrom(row.get<QString>(1)).value_or(Sex::Unknown);
    if (sex == Sex::Male || sex == Sex::Female)
        person.male = sex == Sex::Male;
    person.birth = row.get<std::optional<PartialDate>>(2);
    person.birthLunar = row.get<bool>(3);
    person.documentNumber = row.get<QString>(4);
    person.address = row.get<QString>(5);
    person.phones = row.get<QString>(6).split(u' ', Qt::SkipEmptyParts);
    return person;
}

QList<Alike> alikeTo(const store::Snapshot &view, const linkage::Subject &subject, const QList<qint64> &keys,
                     const std::function<bool(qint64)> &accept)
{
    QList<qint64> numbers;
    QList<std::shared_ptr<const linkage::Subject>> subjects;
    auto &known = view.remembered<Known>();
    for (const qint64 n : sharing(view.connection(), keys)) {
        if (const auto person = known.subject(view.connection(), n)) {
            numbers << n;
            subjects << person;
        }
    }
    QList<Alike> found;
    const QList<linkage::Match> matches = linkage::compareAmong(subject, subjects);
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        if (matches[i].level > Level::None && (!accept || accept(numbers[i])))
            found.append({numbers[i], matches[i]});
    }
    std::sort(found.begin(), found.end(), [](const Alike &a, const Alike &b) {
        return std::tuple(-int(a.match.level), -a.match.score, a.n) <
               std::tuple(-int(b.match.level), -b.match.score, b.n);
    });
    return found;
}

void follow(store::Transaction &tx, const QList<store::RowChange> &rows)
{
    store::Connection &connection = tx.connection();
    QSet<qint64> changed;
    QSet<qint64> fresh;
    for (const store::RowChange &row : rows) {
        if (row.table->name == "patient" && isTelling(row)) {
            changed.insert(row.n);
            if (row.kind == store::RowChange::Kind::Insert)
                fresh.insert(row.n);
        } else if (row.table->name == "patient_phone" && isTelling(row)) {
            store::Query owner = connection.internal(
                "SELECT p.n FROM patient p JOIN patient_phone t ON t.patient_id = p.id WHERE t.n = ?1");
            if (owner.bind(row.n).next())
                changed.insert(owner.get<qint64>(0));
        }
    }
    // In the order of their numbers, so that the same rows give the same local tables.
    QList<qint64> order(changed.cbegin(), changed.cend());
    std::sort(order.begin(), order.end());
    auto &known = tx.remembered<Known>();
    for (const qint64 n : std::as_const(order))
        known.forget(n);
    for (const qint64 n : std::as_const(order)) {
        if (!fresh.contains(n))
            forget(connection, n);
        link(tx, n);
    }
}

void rebuild(store::Transaction &tx, bool pairs)
{
    store::Connection &connection = tx.connection();
    connection.internal("DELETE FROM link_key /* all keys anew */").run();
    connection.internal("DELETE FROM duplicate_candidate /* all pairs anew */").run();
    QList<qint64> numbers;
    store::Query all = connection.internal("SELECT n FROM patient ORDER BY n");
    while (all.next())
        numbers << all.get<qint64>(0);
    for (const qint64 n : std::as_const(numbers))
        link(tx, n, pairs);
}

bool catchUp(store::Store &store, const store::Actor &actor, int most)
{
    const auto tx = store.begin(actor, "linkage.keys");
    store::Connection &connection = tx->connection();
    store::Query mark = connection.internal("SELECT value FROM local_state WHERE key = ?1");
    if (!mark.bind(upTo).next())
        return true;
    store::Query rows = connection.internal("SELECT p.n, EXISTS (SELECT 1 FROM link_key k WHERE k.pid = p.n)"
                                            " FROM patient p WHERE p.n > ?1 ORDER BY p.n LIMIT ?2");
    rows.bind(mark.get<QString>(0).toLongLong(), most);
    QList<qint64> behind;
    qint64 last = 0;
    int seen = 0;
    while (rows.next()) {
        ++seen;
        last = rows.get<qint64>(0);
        if (!rows.get<bool>(1))
            behind << last;
    }
    for (const qint64 n : std::as_const(behind))
        link(*tx, n);
    const bool over = seen < most;
    if (over)
        connection.internal("DELETE FROM local_state WHERE key = ?1").bind(upTo).run();
    else
        connection.internal("UPDATE local_state SET value = ?2 WHERE key = ?1").bind(upTo, QString::number(last)).run();
    tx->commit();
    return over;
}

void check(store::Connection &connection, store::VerifyReport &report)
{
    const auto bad = [&](const char *kind, qint64 n, const char *what) {
        report.add({kind, QStringLiteral("patient %1").arg(n), QLatin1String(what)});
    };
    // Of a store that was made before there were such keys, until catchUp() is through.
    store::Query mark = connection.internal("SELECT 1 FROM local_state WHERE key = ?1");
    const bool isBehind = mark.bind(upTo).next();
    store::Query all = connection.internal("SELECT n FROM patient ORDER BY n");
    qint64 keys = 0;
    while (!report.isFull() && all.next()) {
        const qint64 n = all.get<qint64>(0);
        const auto person = stored(connection, n);
        if (!person)
            continue;
        store::Query any = connection.internal("SELECT 1 FROM link_key WHERE pid = ?1 LIMIT 1");
        if (isBehind && !any.bind(n).next())
            continue;
        store::Query key = connection.internal("SELECT 1 FROM link_key WHERE k = ?1 AND pid = ?2");
        for (const qint64 one : linkage::blockingKeys(linkage::prepare(*person))) {
            if (key.bind(one, n).next())
                ++keys;
            else
                bad("linkage.missing", n, "a key by which duplicates are found is gone");
        }
    }
    store::Query count = connection.internal("SELECT count(*) FROM link_key /* verify */");
    if (!report.isFull() && count.next() && count.get<qint64>(0) > keys)
        report.add({"linkage.stray", {}, QStringLiteral("there are keys for duplicates that are nobody's")});
}

} // namespace xinglin::duplicates
