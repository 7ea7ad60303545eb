#include "clinic/clinic.h"
#include "store/store.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;
using namespace xinglin::store;

/// The write-ahead log goes into the file when nobody waits for the writer.
class TestLogFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void log_thatIsShort_isLeftAlone();
    void log_thatGrewLong_isFoldedByTidy();
    void log_thatGrewVeryLong_isFoldedInACommit();
    void clinic_idle_tidies();
    void log_whileAViewStands_isFoldedUpToItAndTheRestLater();
    void store_closedAtOnce_keepsEverything();

private:
    StoreOptions options();
    /// About @p pages pages in one commit.
    void write(int pages);
    qint64 rows();
    qint64 fileBytes() const { return QFileInfo(Store::databasePath(m_folder->path())).size(); }

    static constexpr int PageBytes = 4096;
    static constexpr int Patience = 60'000;
    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock{instantFromMs(1'773'280'800'000)};
    SeededRandom m_random{7};
    SecretBytes m_key;
    Actor m_actor;
    std::unique_ptr<Store> m_store;
    int m_written = 0;
};

StoreOptions TestLogFolding::options()
{
    StoreOptions options;
    options.folder = m_folder->path();
    options.clock = &m_clock;
    options.random = &m_random;
    return options;
}

void TestLogFolding::init()
{
    m_store.reset();
    m_written = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_key = SecretBytes::random(32, m_random);
    const StoreIdentity identity{Uuid::create(m_clock, m_random), Uuid::create(m_clock, m_random), QStringLiteral("A")};
    m_actor = {Uuid::create(m_clock, m_random), identity.device};
    auto made = Store::create(options(), m_key, identity);
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().detail));
    m_store = *std::move(made);
}

void TestLogFolding::write(int pages)
{
    const auto tx = m_store->begin(m_actor, "test.act");
    for (int i = 0; i < pages; ++i)
        tx->connection()
            .internal("INSERT INTO local_state(key, value) VALUES(?1, ?2)")
            .bind(QStringLiteral("row %1").arg(++m_written), QString(PageBytes - 200, u'x'))
            .run();
    tx->commit();
}

qint64 TestLogFolding::rows()
{
    const auto view = m_store->snapshot(m_actor);
    Query query = view->connection().internal("SELECT count(*) FROM local_state WHERE key LIKE 'row %'");
    query.next();
    return query.get<qint64>(0);
}

void TestLogFolding::log_thatIsShort_isLeftAlone()
{
    const qint64 before = fileBytes();
    write(100);
    m_store->tidy();
    QCOMPARE(fileBytes(), before);
    QCOMPARE(rows(), 100);
}

void TestLogFolding::log_thatGrewVeryLong_isFoldedInACommit()
{
    for (int i = 0; i < 17; ++i)
        write(1000);
    QVERIFY(fileBytes() > 15'000 * PageBytes);
}

void TestLogFolding::clinic_idle_tidies()
{
    Clinic clinic(std::move(m_store), m_actor);
    auto written = clinic.write("test.act", [](Transaction &tx) {
        for (int i = 0; i < 1500; ++i)
            tx.connection()
                .internal("INSERT INTO local_state(key, value) VALUES(?1, ?2)")
                .bind(QStringLiteral("row %1").arg(i), QString(PageBytes - 200, u'x'))
                .run();
        return Done{};
    });
    written.waitForFinished();
    QVERIFY(written.result().ok());
    QTRY_VERIFY_WITH_TIMEOUT(fileBytes() > 1000 * PageBytes, Patience);
}

void TestLogFolding::log_thatGrewLong_isFoldedByTidy()
{
    const qint64 before = fileBytes();
    for (int i = 0; i < 3; ++i)
        write(500);
    QCOMPARE(fileBytes(), before); // no commit waited for it
    m_store->tidy();
    QVERIFY(fileBytes() > 1000 * PageBytes);
    QCOMPARE(rows(), 1500);
    const qint64 log = QFileInfo(Store::databasePath(m_folder->path()) + QStringLiteral("-wal")).size();
    QVERIFY(log > 0);
    QVERIFY(m_store->verify().found.isEmpty());
}

void TestLogFolding::log_whileAViewStands_isFoldedUpToItAndTheRestLater()
{
    write(100);
    auto view = m_store->snapshot(m_actor);
    const auto seen = [&] {
        Query query = view->connection().internal("SELECT count(*) FROM local_state WHERE key LIKE 'row %'");
        query.next();
        return query.get<qint64>(0);
    };
    QCOMPARE(seen(), 100);
    write(1500);
    m_store->tidy();
    QVERIFY(fileBytes() > 50 * PageBytes);
    QVERIFY(fileBytes() < 1000 * PageBytes);
    QCOMPARE(seen(), 100);
    view.reset();
    write(1500);
    m_store->tidy();
    QVERIFY(fileBytes() > 3000 * PageBytes);
    QCOMPARE(rows(), 3100);
}

void TestLogFolding::store_closedAtOnce_keepsEverything()
{
    write(1500);
    m_store.reset();
    auto opened = Store::open(options(), m_key);
    QVERIFY(opened.ok());
    m_store = *std::move(opened);
    QCOMPARE(rows(), 1500);
    QVERIFY(m_store->verify().found.isEmpty());
}

QTEST_GUILESS_MAIN(TestLogFolding)
#include "tst_logfolding.moc"
