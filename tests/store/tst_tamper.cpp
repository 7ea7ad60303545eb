#include "store/cells.h"
#include "store/failure.h"
#include "store/migrator.h"
#include "store/store.h"
#include "store/vault/crypto.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;
using namespace xinglin::store;

using Deed = std::function<void(Connection &)>;
using Spoil = std::function<void(QByteArray &)>;

namespace {

constexpr qsizetype PageBytes = 4096;

/// Every table of a clinic that is synced, a column of it to change, and its new value as SQL.
struct Target
{
    const char *table;
    const char *change;
};
bool isPart(const QByteArray &table)
{
    return table == "diagnosis" || table == "answer" || table == "prescription_item" || table == "prescription_finding";
}

constexpr Target targets[] = {
    {"clinic", "phone = '1'"},
    {"device", "name = 'other'"},
    {"user", "public_key = zeroblob(32)"},
    {"user_role", "role = 'O'"},
    {"setting", "value = '99'"},
    {"custom_role", "permissions = 'audit.read'"},
    {"custom_role_grant", "revoked = 1"},
    {"emergency_access", "reason = 'another'"},
    {"patient", "name = 'another'"},
    {"patient_phone", "phone = '110'"},
    {"allergy", "verification = 'entered-in-error'"},
    {"medication_statement", "status = 'stopped'"},
    {"pregnancy_status", "pregnant = 0"},
    {"visit", "day = day - 1"},
    {"visit_revision", "complaint = 'nothing'"},
    {"diagnosis", "display = 'another'"},
    {"answer", "number = 1.5"},
    {"prescription", "packets = 70"},
    {"prescription_item", "dose_mg = dose_mg * 10"},
    {"prescription_finding", "override_reason = 'asked for'"},
    {"stream", "opened_ms = 5"},
};

Version versionOf(Connection &connection, qint64 n)
{
    Query row = connection.internal("SELECT stream, seq FROM record WHERE n = ?1");
    row.bind(n).next();
    return {static_cast<quint64>(row.get<qint64>(0)), static_cast<quint64>(row.get<qint64>(1))};
}

qint64 last(Connection &connection, const char *table)
{
    Query row = connection.internal((QByteArray("SELECT max(n) FROM ") + table).constData());
    row.next();
    return row.get<qint64>(0);
}

RecordHeader headerOf(Connection &connection, qint64 n)
{
    Query row = connection.internal("SELECT header FROM record WHERE n = ?1");
    row.bind(n).next();
    return *decodeHeader(row.get<QByteArray>(0));
}

/// Puts @p header in the place of record @p n, with all that can be made to fit it.
void forge(Connection &connection, qint64 n, const RecordHeader &header)
{
    const QByteArray bytes = encode(header);
    connection.internal("UPDATE record SET header = ?2, hash = ?3, wall_ms = ?4, hlc = ?5 WHERE n = ?1")
        .bind(n, bytes, recordHash(bytes), header.wallMs, header.hlc.value)
        .run();
}

/// Writes a record of its own, as this program would, that gives patient 1 another name; only no audit row.
void forgeChange(Connection &connection)
{
    const qint64 before = last(connection, "record");
    Query patient = connection.internal("SELECT id, name FROM patient WHERE n = 1");
    patient.next();
    RecordBody body;
    body.salt = QByteArray(16, 's');
    body.reason = QStringLiteral("");
    body.changes << Change{
        21, patient.get<Uuid>(0), ChangeKind::Set, {{5, QStringLiteral("forged")}}, {{5, patient.get<QString>(1)}}, {}};
    const QByteArray bytes = encode(body);
    RecordHeader header = headerOf(connection, before);
    Query hash = connection.internal("SELECT hash FROM record WHERE n = ?1");
    hash.bind(before).next();
    header.previous = hash.get<QByteArray>(0);
    header.version.seq += 1;
    header.hlc.value += 1;
    header.bodyHash = crypto::blake2b256({bytes});
    const QByteArray headerBytes = encode(header);
    connection
        .internal("INSERT INTO record(stream, seq, hlc, wall_ms, header, body, hash) VALUES(?1,?2,?3,?4,?5,?6,?7)")
        .bind(header.version.stream, header.version.seq, header.hlc.value, header.wallMs, headerBytes, bytes,
              recordHash(headerBytes))
        .run();
    connection.internal("INSERT INTO touch VALUES(21, 1, ?1)").bind(before + 1).run();
    Query cell = connection.internal("SELECT versions FROM cell WHERE t = 21 AND r = 1");
    cell.next();
    auto versions = unpackVersions(cell.get<QByteArray>(0));
    versions.insert(5, header.version);
    connection.internal("UPDATE cell SET versions = ?1 WHERE t = 21 AND r = 1").bind(packVersions(versions)).run();
    connection.execute("UPDATE patient SET name = 'forged' WHERE n = 1");
}

Deed sql(const QByteArray &text)
{
    return [text](Connection &connection) { connection.execute(text); };
}

} // namespace

/// Whatever is done to a store past the program, with its key or without, verification names it.
class TestTamper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void verify_untouched_findsNothing();
    void verify_throughSql_namesIt_data();
    void verify_throughSql_namesIt();
    void verify_rawBytes_namesIt_data();
    void verify_rawBytes_namesIt();
    void verify_everyPage_oneFlippedByte_isSeen();
    void verify_everyPage_rolledBack_isSeen();
    void verify_everyPage_zeroed_isSeen();
    void checkAgainst_tailCut_isCaughtByTheWitness_data();
    void checkAgainst_tailCut_isCaughtByTheWitness();
    void checkAgainst_walBytes_areCaughtByTheWitness();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("tampered/clinic.db")); }
    void lay(const QByteArray &bytes);
    std::unique_ptr<Connection> connect(Connection::Mode mode) const;
    /// Problems of the tampered file; one of kind "open" where it cannot even be opened.
    QList<Problem> verified();
    bool names(const QList<Problem> &problems, const QByteArray &kind, const QString &place) const;

    QTemporaryDir m_folder;
    FakeClock m_clock{instantFromMs(1773280800000)};
    SeededRandom m_random{7};
    SecretBytes m_key;
    std::optional<Registry> m_registry;
    QByteArray m_older; ///< The whole store at an earlier time.
    QByteArray m_store; ///< And as it is.
    Heads m_heads;
    QByteArray m_walBase; ///< A store whose newest commits stand in its log only.
    QByteArray m_wal;
    Heads m_walHeads;
};

void TestTamper::initTestCase()
{
    m_key = SecretBytes::random(32, m_random);
    auto registry = Registry::fromJson(schemaFile(QStringLiteral("registry.json")));
    QVERIFY(registry.ok());
    m_registry = *registry;
    QDir(m_folder.path()).mkdir(QStringLiteral("made"));
    QDir(m_folder.path()).mkdir(QStringLiteral("tampered"));
    StoreOptions options;
    options.folder = m_folder.filePath(QStringLiteral("made"));
    options.clock = &m_clock;
    options.random = &m_random;
    const StoreIdentity identity{Uuid::create(m_clock, m_random), Uuid::create(m_clock, m_random), QStringLiteral("A")};
    const Actor actor{Uuid::create(m_clock, m_random), identity.device};
    auto made = Store::create(options, m_key, identity);
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().detail));
    std::unique_ptr<Store> store = *std::move(made);
    const auto act = [&](const QByteArray &name, const std::function<void(Transaction &)> &work) {
        const auto tx = store->begin(actor, name);
        tx->open({~GroupMask(0), ~GroupMask(0)});
        work(*tx);
        tx->commit();
        m_clock.advance(std::chrono::seconds(7));
    };
    const QByteArray key(32, 'k');
    const Uuid user = *actor.user;
    Uuid role = identity.device;
    act("clinic.found", [&](Transaction &tx) {
        tx.sql("INSERT INTO clinic(id, name, recovery_key) VALUES(?1, 'Grove', ?2)").bind(identity.clinic, key).run();
        tx.sql("INSERT INTO device(id, name, letter) VALUES(?1, 'desk', 'A')").bind(identity.device).run();
        tx.sql("INSERT INTO user(id, login, name, public_key) VALUES(?1, 'owner', 'Fang', ?2)").bind(user, key).run();
        tx.sql("INSERT INTO user_role(id, user_id, role) VALUES(?1, ?2, 'P')").bind(tx.newUuid(), user).run();
    });
    act("policy.edit", [&](Transaction &tx) {
        tx.sql("INSERT INTO setting(id, key, value) VALUES(?1, 'lock', '5')").bind(tx.newUuid()).run();
        role = tx.newUuid();
        tx.sql("INSERT INTO custom_role(id, name, base, permissions) VALUES(?1, 'Desk', 'R', 'patient.search')")
            .bind(role)
            .run();
        tx.sql("INSERT INTO custom_role_grant(id, user_id, custom_role_id) VALUES(?1, ?2, ?3)")
            .bind(tx.newUuid(), user, role)
            .run();
    });
    const auto fill = [&](int from, int to) {
        for (int i = from; i < to; ++i) {
            Uuid patient = identity.device;
            act("patient.register", [&](Transaction &tx) {
                patient = tx.newUuid();
                tx.sql("INSERT INTO patient(id, number, name, phone, registered_ms) VALUES(?1, ?2, ?3, '13800138000', "
                       "1)")
                    .bind(patient, QStringLiteral("A%1").arg(i, 7, 10, QLatin1Char('0')),
                          QStringLiteral("Patient %1").arg(i))
                    .run();
                tx.sql("INSERT INTO patient_phone(id, patient_id, phone) VALUES(?1, ?2, '13900139000')")
                    .bind(tx.newUuid(), patient)
                    .run();
                tx.sql("INSERT INTO allergy(id, patient_id, substance, recorded_ms) VALUES(?1, ?2, 'shrimp', 1)")
                    .bind(tx.newUuid(), patient)
                    .run();
                tx.sql("INSERT INTO medication_statement(id, patient_id, medicine, recorded_ms) VALUES(?1, ?2, 'x', 1)")
                    .bind(tx.newUuid(), patient)
                    .run();
                tx.sql("INSERT INTO pregnancy_status(id, patient_id, pregnant, recorded_ms) VALUES(?1, ?2, 1, 1)")
                    .bind(tx.newUuid(), patient)
                    .run();
                tx.audit({"patient.register", "patient", patient, patient, "ok", {}});
            });
            act("patient.edit", [&](Transaction &tx) {
                tx.sql("UPDATE patient SET phone = '13700137000', sex = 'female' WHERE id = ?1").bind(patient).run();
            });
            act("visit.sign", [&](Transaction &tx) {
                const Uuid visit = tx.newUuid();
                const Uuid revision = tx.newUuid();
                const Uuid formula = tx.newUuid();
                tx.sql("INSERT INTO visit(id, patient_id, day, started_ms, entered_ms) VALUES(?1, ?2, 20000, 1, 1)")
                    .bind(visit, patient)
                    .run();
                tx.sql("INSERT INTO visit_revision(id, visit_id, number, status, form, complaint, written_ms)"
                       " VALUES(?1, ?2, 1, 'final', 'tcm/1', 'cough', 1)")
                    .bind(revision, visit)
                    .run();
                tx.sql("INSERT INTO diagnosis(id, revision_id, kind, rank, display) VALUES(?1, ?2, 'pattern', 1, 'x')")
                    .bind(tx.newUuid(), revision)
                    .run();
                tx.sql("INSERT INTO answer(id, revision_id, item, number) VALUES(?1, ?2, 'temperature', 37)")
                    .bind(tx.newUuid(), revision)
                    .run();
                tx.sql("INSERT INTO prescription(id, revision_id, patient_id, rank, number, route, packets,"
                       " packets_per_day, times_per_day) VALUES(?1, ?2, ?3, 1, 'x', 'decoction', 7, 1, 2)")
                    .bind(formula, revision, patient)
                    .run();
                for (int rank = 1; rank <= 6; ++rank)
                    tx.sql("INSERT INTO prescription_item(id, prescription_id, rank, name, dose_mg)"
                           " VALUES(?1, ?2, ?3, 'herb', 9000)")
                        .bind(tx.newUuid(), formula, rank)
                        .run();
                tx.sql("INSERT INTO prescription_finding(id, prescription_id, rule, severity, herbs)"
                       " VALUES(?1, ?2, 'pair', 'severe', 'a b')")
                    .bind(tx.newUuid(), formula)
                    .run();
            });
            act("glass.break", [&](Transaction &tx) {
                tx.sql("INSERT INTO emergency_access(id, user_id, patient_id, reason_code, reason, opened_ms, until_ms)"
                       " VALUES(?1, ?2, ?3, 'emergency', 'fell', 1, 2)")
                    .bind(tx.newUuid(), user, patient)
                    .run();
            });
            store->commitAudit({{actor, {"patient.open", "patient", patient, patient, "ok", {}}},
                                {actor, {"patient.search", "patient", {}, {}, "ok", QStringLiteral("term")}}});
        }
    };
    const auto bytesOf = [&](const char *suffix) {
        QFile file(Store::databasePath(options.folder) + QLatin1String(suffix));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto reopen = [&] {
        store.reset(); // closing puts everything into the one file
        const QByteArray bytes = bytesOf("");
        auto opened = Store::open(options, m_key);
        if (!opened)
            qFatal("the store does not open again");
        store = *std::move(opened);
        return bytes;
    };
    fill(0, 20);
    m_older = reopen();
    fill(20, 40);
    const VerifyReport whole = store->verify();
    QCOMPARE(whole.problems, QStringList());
    QVERIFY(whole.rows > 700);
    m_heads = headsOf(store->snapshot(actor)->connection());
    m_store = reopen();
    fill(40, 43);
    m_walHeads = headsOf(store->snapshot(actor)->connection());
    m_walBase = bytesOf("");
    m_wal = bytesOf("-wal");
    QVERIFY(!m_wal.isEmpty());
    QVERIFY(m_store.size() > 40 * PageBytes);
}

void TestTamper::lay(const QByteArray &bytes)
{
    for (const char *suffix : {"-wal", "-shm"})
        QFile::remove(path() + QLatin1String(suffix));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

std::unique_ptr<Connection> TestTamper::connect(Connection::Mode mode) const
{
    QFile file(path());
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no file");
    const auto secret = m_key.bytes();
    const QByteArray key(reinterpret_cast<const char *>(secret.data()), static_cast<qsizetype>(secret.size()));
    return std::make_unique<Connection>(path(), "x'" + key.toHex() + file.read(16).toHex() + '\'', mode);
}

QList<Problem> TestTamper::verified()
{
    try {
        return verify(*connect(Connection::Mode::Read), *m_registry).found;
    } catch (const Failure &failure) {
        return {{"open", {}, failure.error().detail}};
    }
}

bool TestTamper::names(const QList<Problem> &problems, const QByteArray &kind, const QString &place) const
{
    const bool found = std::any_of(problems.cbegin(), problems.cend(), [&](const Problem &problem) {
        return problem.kind == kind && problem.place.contains(place);
    });
    if (!found) {
        for (const Problem &problem : problems)
            qWarning("%s", qPrintable(problem.line()));
    }
    return found;
}

void TestTamper::verify_untouched_findsNothing()
{
    lay(m_store);
    QCOMPARE(verified(), QList<Problem>());
}

void TestTamper::verify_throughSql_namesIt_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const Deed &deed, const char *kind, const QString &place) {
        QTest::newRow(name) << deed << QByteArray(kind) << place;
    };

    // Rows that people entered.
    for (const auto &[table, change] : targets) {
        const QByteArray name(table);
        const QString place = QString::fromLatin1(name);
        row((name + " changed").constData(), sql("UPDATE " + name + " SET " + change + " WHERE n = 1"), "row.changed",
            place + QStringLiteral(" 1 "));
        row((name + " deleted").constData(), sql("DELETE FROM " + name + " WHERE n = 1"), "row.missing", place);
        row((name + " doubled").constData(),
            sql("CREATE TEMP TABLE two AS SELECT * FROM main." + name +
                " WHERE n = 1; UPDATE two SET n = 5000, id = randomblob(16)" +
                (name == "stream" ? ", stream = 77" : "") + "; INSERT INTO main." + name + " SELECT * FROM two"),
            "row.unrecorded", place + QStringLiteral(" 5000"));
        row((name + " renumbered").constData(), sql("UPDATE " + name + " SET n = 6000 WHERE n = 1"),
            isPart(name) ? "row.renumbered" : "touch.missing", place + QStringLiteral(" 6000"));
        row((name + " under another id").constData(), sql("UPDATE " + name + " SET id = randomblob(16) WHERE n = 1"),
            "row.unrecorded", place + QStringLiteral(" 1"));
    }
    row("two patients change places",
        sql("UPDATE patient SET n = 9999 WHERE n = 1; UPDATE patient SET n = 1 WHERE n = 2;"
            "UPDATE patient SET n = 2 WHERE n = 9999"),
        "touch.missing", QStringLiteral("patient"));
    row("two herbs change places",
        sql("UPDATE prescription_item SET n = 9999 WHERE n = 1; UPDATE prescription_item SET n = 1 WHERE n = 2;"
            "UPDATE prescription_item SET n = 2 WHERE n = 9999"),
        "row.renumbered", QStringLiteral("prescription_item 2"));
    row("two patients change names",
        sql("UPDATE patient SET name = CASE n WHEN 1 THEN 'Patient 1' ELSE 'Patient 0' END WHERE n IN (1, 2)"),
        "row.changed", QStringLiteral("patient 1 name"));
    row("an older value back", sql("UPDATE patient SET phone = '13800138000' WHERE n = 3"), "row.changed",
        QStringLiteral("patient 3 phone"));
    row("a number instead of text", sql("UPDATE visit_revision SET complaint = 7 WHERE n = 2"), "row.changed",
        QStringLiteral("visit_revision 2 complaint"));
    row("a value taken away", sql("UPDATE patient SET phone = NULL WHERE n = 3"), "row.changed",
        QStringLiteral("patient 3 phone"));
    row("a reference to nobody", sql("UPDATE visit SET patient_id = randomblob(16) WHERE n = 2"), "reference",
        QStringLiteral("visit 2"));

    // The change log.
    row("record deleted", sql("DELETE FROM record WHERE n = 5"), "record.gap", QStringLiteral("record 6"));
    row("first record deleted", sql("DELETE FROM record WHERE n = 1"), "record.gap", QStringLiteral("record 2"));
    row(
        "newest record deleted",
        [](Connection &c) { c.internal("DELETE FROM record WHERE n = ?1").bind(last(c, "record")).run(); },
        "audit.record", QStringLiteral("audit row"));
    row("body changed", sql("UPDATE record SET body = x'00' WHERE n = 5"), "record.body", QStringLiteral("record 5"));
    row("body taken away", sql("UPDATE record SET body = NULL WHERE n = 5"), "record.body-missing",
        QStringLiteral("record 5"));
    row("two bodies swapped",
        sql("CREATE TEMP TABLE b AS SELECT n, body FROM main.record WHERE n IN (7, 11);"
            "UPDATE record SET body = (SELECT body FROM b WHERE b.n = 18 - record.n) WHERE n IN (7, 11)"),
        "record.body", QStringLiteral("record 7"));
    row("header changed", sql("UPDATE record SET header = x'00' WHERE n = 5"), "record.header",
        QStringLiteral("record 5"));
    row("two headers swapped",
        sql("CREATE TEMP TABLE h AS SELECT n, header FROM main.record WHERE n IN (7, 11);"
            "UPDATE record SET header = (SELECT header FROM h WHERE h.n = 18 - record.n) WHERE n IN (7, 11)"),
        "record.hash", QStringLiteral("record 7"));
    row("record redated beside its header", sql("UPDATE record SET wall_ms = 5 WHERE n = 5"), "record.column",
        QStringLiteral("record 5"));
    row("record's logical time changed", sql("UPDATE record SET hlc = 5 WHERE n = 5"), "record.column",
        QStringLiteral("record 5"));
    row("record's place on its stream changed", sql("UPDATE record SET seq = 500 WHERE n = 5"), "record.column",
        QStringLiteral("record 5"));
    row("record's hash changed", sql("UPDATE record SET hash = zeroblob(32) WHERE n = 5"), "record.hash",
        QStringLiteral("record 5"));
    row(
        "record redated whole",
        [](Connection &c) {
            RecordHeader header = headerOf(c, 5);
            header.wallMs -= 86'400'000;
            forge(c, 5, header);
        },
        "record.chain", QStringLiteral("record 6"));
    row(
        "record in another's name",
        [](Connection &c) {
            RecordHeader header = headerOf(c, 5);
            header.user = Uuid::fromBytes(QByteArray(16, 'x'));
            forge(c, 5, header);
        },
        "audit.record", QStringLiteral("audit row"));
    row(
        "newest record in another's name",
        [](Connection &c) {
            RecordHeader header = headerOf(c, last(c, "record"));
            header.user = Uuid::fromBytes(QByteArray(16, 'x'));
            forge(c, last(c, "record"), header);
        },
        "audit.record", QStringLiteral("audit row"));
    row(
        "newest record under another act",
        [](Connection &c) {
            RecordHeader header = headerOf(c, last(c, "record"));
            header.act = "patient.edit";
            forge(c, last(c, "record"), header);
        },
        "audit.record", QStringLiteral("audit row"));
    row(
        "record put back before its time",
        [](Connection &c) {
            RecordHeader header = headerOf(c, last(c, "record"));
            header.hlc.value = 1;
            forge(c, last(c, "record"), header);
        },
        "record.time", QStringLiteral("record"));
    row("records in another order",
        sql("UPDATE record SET n = -1 WHERE n = 7; UPDATE record SET n = 7 WHERE n = 8;"
            "UPDATE record SET n = 8 WHERE n = -1"),
        "record.chain", QStringLiteral("record 7"));
    row(
        "record renumbered",
        [](Connection &c) { c.internal("UPDATE record SET n = n + 9 WHERE n = ?1").bind(last(c, "record")).run(); },
        "record.gap", QStringLiteral("record"));
    row("whole change forged, log and all", forgeChange, "record.unaudited", QStringLiteral("record"));
    row("record of an unknown stream", sql("UPDATE stream SET stream = 4242 WHERE n = 1"), "record.stream",
        QStringLiteral("record 1"));
    row("stream given to another device", sql("UPDATE stream SET device_id = randomblob(16) WHERE n = 1"),
        "record.chain", QStringLiteral("record 1"));

    // Its index and the versions of cells.
    row("touch deleted", sql("DELETE FROM touch WHERE t = 21 AND r = 3"), "touch.missing", QStringLiteral("patient 3"));
    row("touch added", sql("INSERT INTO touch VALUES(21, 3, 2)"), "touch.stray", QStringLiteral("patient 3"));
    row("touch of another record", sql("UPDATE touch SET record = record + 1 WHERE t = 23 AND r = 3"), "touch.missing",
        QStringLiteral("allergy 3"));
    row(
        "touch added behind a change",
        [](Connection &c) {
            c.internal("INSERT INTO touch VALUES(21, 3, ?1)").bind(last(c, "record")).run();
            c.execute("UPDATE patient SET name = 'another' WHERE n = 3");
        },
        "row.changed", QStringLiteral("patient 3 name"));
    row("touch of no table", sql("INSERT INTO touch VALUES(99, 3, 2)"), "touch.stray", QStringLiteral("table 99"));
    row(
        "cell changed",
        [](Connection &c) {
            c.internal("UPDATE cell SET versions = ?1 WHERE t = 21 AND r = 3")
                .bind(packVersions({{0, versionOf(c, 1)}}))
                .run();
        },
        "cell.changed", QStringLiteral("patient 3"));
    row("cell deleted", sql("DELETE FROM cell WHERE t = 23 AND r = 3"), "cell.changed", QStringLiteral("allergy 3"));
    row("cell added", sql("INSERT INTO cell VALUES(31, 3, x'00')"), "cell.stray", QStringLiteral("table 31"));

    // The audit chain.
    row("audit row deleted", sql("DELETE FROM audit WHERE n = 9"), "audit.gap", QStringLiteral("audit row 10"));
    row("first audit row deleted", sql("DELETE FROM audit WHERE n = 1"), "audit.gap", QStringLiteral("audit row 2"));
    row("first half of the audit log deleted", sql("DELETE FROM audit WHERE n < 40"), "audit.gap",
        QStringLiteral("audit row 40"));
    row(
        "audit tail deleted, changes left",
        [](Connection &c) { c.internal("DELETE FROM audit WHERE n > ?1").bind(last(c, "audit") - 9).run(); },
        "record.unaudited", QStringLiteral("record"));
    for (const char *column :
         {"at_ms = 5", "user_id = NULL", "user_id = zeroblob(16)", "action = 'x'", "object_kind = 'x'",
          "object_id = zeroblob(16)", "patient_id = zeroblob(16)", "outcome = 'refused'", "record = zeroblob(16)"}) {
        row((QByteArray("audit ") + column).constData(), sql(QByteArray("UPDATE audit SET ") + column + " WHERE n = 9"),
            "audit.column", QStringLiteral("audit row 9 ") + QString::fromLatin1(column).section(u' ', 0, 0));
    }
    row("audit detail changed", sql("UPDATE audit SET detail = 'x' WHERE action = 'patient.search' AND n < 20"),
        "audit.detail", QStringLiteral("audit row"));
    row("audit detail taken away", sql("UPDATE audit SET detail = NULL WHERE action = 'patient.search' AND n < 20"),
        "audit.detail", QStringLiteral("audit row"));
    row("audit salt changed", sql("UPDATE audit SET salt = NULL WHERE n = 9"), "audit.detail",
        QStringLiteral("audit row 9"));
    row("audit header changed", sql("UPDATE audit SET header = x'8d00' WHERE n = 9"), "audit.header",
        QStringLiteral("audit row 9"));
    row("audit hash changed", sql("UPDATE audit SET hash = zeroblob(32) WHERE n = 9"), "audit.chain",
        QStringLiteral("audit row 9"));
    row("audit rows in another order",
        sql("UPDATE audit SET n = -1 WHERE n = 9; UPDATE audit SET n = 9 WHERE n = 10;"
            "UPDATE audit SET n = 10 WHERE n = -1"),
        "audit.chain", QStringLiteral("audit row 9"));
    row(
        "audit row renumbered",
        [](Connection &c) { c.internal("UPDATE audit SET n = n + 5 WHERE n = ?1").bind(last(c, "audit")).run(); },
        "audit.gap", QStringLiteral("audit row"));
    row(
        "audit row forged",
        [](Connection &c) {
            AuditChain chain;
            eachAuditRow(c, 0, [&](const AuditRow &at) {
                if (at.n < 9) {
                    chain.take(at);
                    return true;
                }
                AuditHeader header = *decodeAuditHeader(at.header);
                header.wallMs += 60'000;
                const QByteArray bytes = encode(header);
                c.internal("UPDATE audit SET header = ?1, at_ms = ?2, hash = ?3 WHERE n = 9")
                    .bind(bytes, header.wallMs, auditHash(chain.head(), bytes))
                    .run();
                return false;
            });
        },
        "audit.chain", QStringLiteral("audit row 10"));
    row("audit log emptied", sql("DELETE FROM audit"), "record.unaudited", QStringLiteral("record"));

    // The frame around it.
    row("trigger dropped", sql("DROP TRIGGER audit_stays"), "schema.missing", QStringLiteral("trigger audit_stays"));
    row("trigger added", sql("CREATE TRIGGER t AFTER INSERT ON audit BEGIN SELECT 1; END"), "schema.stray",
        QStringLiteral("trigger t"));
    row("trigger blunted",
        sql("CREATE TRIGGER record_stays BEFORE DELETE ON record WHEN 0 BEGIN SELECT RAISE(ABORT, ''); END"),
        "schema.changed", QStringLiteral("trigger record_stays"));
    row("index dropped", sql("DROP INDEX audit_patient"), "schema.missing", QStringLiteral("index audit_patient"));
    row("index of other columns", sql("DROP INDEX audit_user; CREATE INDEX audit_user ON audit(n)"), "schema.changed",
        QStringLiteral("index audit_user"));
    row("column added", sql("ALTER TABLE patient ADD COLUMN secret TEXT"), "schema.changed",
        QStringLiteral("table patient"));
    row("column renamed", sql("ALTER TABLE patient RENAME COLUMN source TO origin"), "schema.changed",
        QStringLiteral("table patient"));
    row("table added", sql("CREATE TABLE copies(n INTEGER PRIMARY KEY) STRICT"), "schema.stray",
        QStringLiteral("table copies"));
    row("table dropped", sql("DROP TABLE draft"), "schema.missing", QStringLiteral("table draft"));
    row("view added", sql("CREATE VIEW everyone AS SELECT * FROM patient"), "schema.stray",
        QStringLiteral("view everyone"));
    row("constraint taken away",
        sql("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK(packets > 0)', '')"
            " WHERE name = 'prescription'; PRAGMA writable_schema=OFF"),
        "schema.changed", QStringLiteral("table prescription"));
    row("schema version put back", sql("PRAGMA user_version=1"), "schema.version", QString());
    row("application id changed", sql("PRAGMA application_id=7"), "schema.application", QString());
    row("another clinic's name on the store", sql("UPDATE identity SET clinic = randomblob(16)"), "identity.foreign",
        QString());
    row("identity taken away", sql("DELETE FROM identity"), "identity.foreign", QString());
    row("index without its row",
        sql("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = sql || ' WHERE n < 0' WHERE name = "
            "'setting_key';"
            "PRAGMA writable_schema=RESET; UPDATE setting SET key = 'other';"
            "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, ' WHERE n < 0', '')"
            " WHERE name = 'setting_key'; PRAGMA writable_schema=RESET"),
        "structure", QString());
}

void TestTamper::verify_throughSql_namesIt()
{
    QFETCH(Deed, deed);
    QFETCH(QByteArray, kind);
    QFETCH(QString, place);
    lay(m_store);
    try {
        const auto connection = connect(Connection::Mode::Write);
        connection->execute("PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON;");
        // Who has the key first takes away what would hinder them, and puts it back afterwards.
        QByteArrayList back;
        {
            Query triggers = connection->internal("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
            while (triggers.next())
                back << triggers.get<QString>(1).toUtf8();
        }
        const QByteArray test(QTest::currentDataTag());
        for (const char *name : {"record_stays", "record_is_final", "audit_stays", "audit_is_final"})
            connection->execute(QByteArray("DROP TRIGGER ") + name);
        if (test == "trigger dropped")
            connection->execute(back.join(';'));
        deed(*connection);
        if (test != "trigger dropped") {
            for (const QByteArray &trigger : std::as_const(back)) {
                if (test != "trigger blunted" || !trigger.contains("record_stays"))
                    connection->execute(trigger);
            }
        }
    } catch (const Failure &failure) {
        QFAIL(qPrintable(failure.error().detail));
    }
    QVERIFY(names(verified(), kind, place));
}

void TestTamper::verify_rawBytes_namesIt_data()
{
    QTest::addColumn<Spoil>("spoil");
    const auto row = [](const char *name, const Spoil &spoil) { QTest::newRow(name) << spoil; };
    const auto flip = [](qsizetype page, qsizetype at) {
        return Spoil([page, at](QByteArray &bytes) {
            const qsizetype place = (page < 0 ? bytes.size() + page * PageBytes : page * PageBytes) + at;
            bytes[place] = static_cast<char>(bytes[place] ^ 1);
        });
    };
    row("salt of page 1", flip(0, 3));
    row("content of page 1", flip(0, 900));
    row("code of page 1", flip(0, PageBytes - 10));
    row("content of a page in the middle", flip(17, 900));
    row("code of a page in the middle", flip(17, PageBytes - 10));
    row("last byte of a page in the middle", flip(17, PageBytes - 1));
    row("first byte of the last page", flip(-1, 0));
    row("two pages swapped", [](QByteArray &bytes) {
        const QByteArray one = bytes.mid(9 * PageBytes, PageBytes);
        const QByteArray other = bytes.mid(12 * PageBytes, PageBytes);
        bytes.replace(9 * PageBytes, PageBytes, other);
        bytes.replace(12 * PageBytes, PageBytes, one);
    });
    row("a page over another", [](QByteArray &bytes) {
        const QByteArray one = bytes.mid(9 * PageBytes, PageBytes);
        bytes.replace(12 * PageBytes, PageBytes, one);
    });
    row("a page zeroed",
        [](QByteArray &bytes) { bytes.replace(20 * PageBytes, PageBytes, QByteArray(PageBytes, '\0')); });
    row("last page cut off", [](QByteArray &bytes) { bytes.chop(PageBytes); });
    row("half a page cut off", [](QByteArray &bytes) { bytes.chop(PageBytes / 2); });
    row("half of the file cut off",
        [](QByteArray &bytes) { bytes.truncate(bytes.size() / 2 / PageBytes * PageBytes); });
    row("garbage behind the end", [](QByteArray &bytes) { bytes += QByteArray(PageBytes, 'g'); });
    row("a few bytes behind the end", [](QByteArray &bytes) { bytes += "garbage"; });
    row("zeros behind the end", [](QByteArray &bytes) { bytes += QByteArray(PageBytes, '\0'); });
}

void TestTamper::verify_rawBytes_namesIt()
{
    QFETCH(Spoil, spoil);
    QByteArray bytes = m_store;
    spoil(bytes);
    QVERIFY(bytes != m_store);
    lay(bytes);
    const QList<Problem> problems = verified();
    QVERIFY2(!problems.isEmpty(), "nothing was noticed");
    const QByteArray kind = problems.constFirst().kind;
    QVERIFY2(kind == "open" || kind.startsWith("page.") || kind == "unreadable", kind.constData());
}

void TestTamper::verify_everyPage_oneFlippedByte_isSeen()
{
    for (qsizetype page = 0; page * PageBytes < m_store.size(); ++page) {
        QByteArray bytes = m_store;
        const qsizetype at = page * PageBytes + static_cast<qsizetype>(m_random.next() % PageBytes);
        bytes[at] = static_cast<char>(bytes[at] ^ 0x40);
        lay(bytes);
        const QList<Problem> problems = verified();
        QVERIFY2(!problems.isEmpty(), qPrintable(QStringLiteral("page %1").arg(page + 1)));
        if (problems.constFirst().kind != "open")
            QVERIFY2(names(problems, "page.damaged", QStringLiteral("page %1").arg(page + 1)) ||
                         names(problems, "page.damaged", QString()),
                     qPrintable(QStringLiteral("page %1").arg(page + 1)));
    }
}

void TestTamper::verify_everyPage_rolledBack_isSeen()
{
    // Each page by itself as it was earlier: its own code still fits.
    int tried = 0;
    for (qsizetype at = 0; at < m_older.size(); at += PageBytes) {
        const QByteArray older = m_older.mid(at, PageBytes);
        if (older == m_store.mid(at, PageBytes))
            continue;
        ++tried;
        QByteArray bytes = m_store;
        bytes.replace(at, PageBytes, older);
        lay(bytes);
        QVERIFY2(!verified().isEmpty(), qPrintable(QStringLiteral("page %1").arg(at / PageBytes + 1)));
    }
    QVERIFY(tried > 10);
}

void TestTamper::verify_everyPage_zeroed_isSeen()
{
    for (qsizetype at = 0; at < m_store.size(); at += PageBytes) {
        QByteArray bytes = m_store;
        bytes.replace(at, PageBytes, QByteArray(PageBytes, '\0'));
        lay(bytes);
        QVERIFY2(!verified().isEmpty(), qPrintable(QStringLiteral("page %1").arg(at / PageBytes + 1)));
    }
}

void TestTamper::checkAgainst_tailCut_isCaughtByTheWitness_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("nothing") << sql("SELECT 1") << QByteArray();
    QTest::newRow("last look cut off") << Deed([](Connection &c) {
        c.internal("DELETE FROM audit WHERE n = ?1").bind(last(c, "audit")).run();
    }) << QByteArray("witness.audit-cut");
    QTest::newRow("last look written anew") << Deed([](Connection &c) {
        const qint64 n = last(c, "audit");
        AuditChain chain;
        eachAuditRow(c, 0, [&](const AuditRow &at) {
            if (at.n < n) {
                chain.take(at);
                return true;
            }
            AuditHeader header = *decodeAuditHeader(at.header);
            header.wallMs += 1;
            const QByteArray bytes = encode(header);
            c.internal("UPDATE audit SET header = ?2, at_ms = ?3, hash = ?4 WHERE n = ?1")
                .bind(n, bytes, header.wallMs, auditHash(chain.head(), bytes))
                .run();
            return false;
        });
    }) << QByteArray("witness.audit-rewritten");
    QTest::newRow("last record cut off") << Deed([](Connection &c) {
        c.internal("DELETE FROM record WHERE n = ?1").bind(last(c, "record")).run();
    }) << QByteArray("witness.record-cut");
    QTest::newRow("last record written anew") << Deed([](Connection &c) {
        RecordHeader header = headerOf(c, last(c, "record"));
        header.wallMs += 1;
        forge(c, last(c, "record"), header);
    }) << QByteArray("witness.record-rewritten");
}

void TestTamper::checkAgainst_tailCut_isCaughtByTheWitness()
{
    QFETCH(Deed, deed);
    QFETCH(QByteArray, kind);
    lay(m_store);
    const auto connection = connect(Connection::Mode::Write);
    for (const char *name : {"record_stays", "record_is_final", "audit_stays", "audit_is_final"})
        connection->execute(QByteArray("DROP TRIGGER ") + name);
    deed(*connection);
    const QList<Problem> problems = checkAgainst(*connection, m_heads);
    if (kind.isEmpty())
        QCOMPARE(problems, QList<Problem>());
    else
        QVERIFY(names(problems, kind, QString()));
}

void TestTamper::checkAgainst_walBytes_areCaughtByTheWitness()
{
    const auto layBoth = [&](const QByteArray &wal) {
        lay(m_walBase);
        QFile file(path() + QStringLiteral("-wal"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(wal);
    };
    layBoth(m_wal);
    QCOMPARE(checkAgainst(*connect(Connection::Mode::Read), m_walHeads), QList<Problem>());
    // SQLite drops a log from its first frame that does not fit: what is lost is the tail.
    for (int i = 0; i < 40; ++i) {
        QByteArray wal = m_wal;
        const qsizetype at = static_cast<qsizetype>(m_random.next() % static_cast<quint64>(wal.size()));
        wal[at] = static_cast<char>(wal[at] ^ 8);
        layBoth(wal);
        QList<Problem> problems;
        try {
            problems = checkAgainst(*connect(Connection::Mode::Read), m_walHeads);
        } catch (const Failure &failure) {
            problems = {{"open", {}, failure.error().detail}};
        }
        QVERIFY2(!problems.isEmpty(), qPrintable(QStringLiteral("byte %1 of %2").arg(at).arg(wal.size())));
    }
}

QTEST_GUILESS_MAIN(TestTamper)
#include "tst_tamper.moc"
