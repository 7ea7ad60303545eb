#include "access/session.h"
#include "clinic/chart/chart.h"
#include "clinic/followers.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/familyhistory.h"
#include "store/failure.h"
#include "store/migrator.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;

/// A small store of every released state opens with this program, whole, and can be worked with. Each folder of
/// tests/data/golden is named after the newest schema file of its time.
class TestGolden : public QObject
{
    Q_OBJECT

private slots:
    void open_releasedStore_isWholeAndWorks_data();
    void open_releasedStore_isWholeAndWorks();
};

void TestGolden::open_releasedStore_isWholeAndWorks_data()
{
    QTest::addColumn<QString>("folder");
    const QDir golden(QStringLiteral(XINGLIN_TEST_DATA "/golden"));
    for (const QString &name : golden.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << golden.filePath(name);
}

void TestGolden::open_releasedStore_isWholeAndWorks()
{
    QFETCH(QString, folder);
    QTemporaryDir copy;
    QDirIterator kept(folder, QDir::Files, QDirIterator::Subdirectories);
    while (kept.hasNext()) {
        const QString file = kept.next();
        const QString there = copy.filePath(QDir(folder).relativeFilePath(file));
        QVERIFY(QDir().mkpath(QFileInfo(there).path()));
        QVERIFY(QFile::copy(file, there));
        QVERIFY(QFile::setPermissions(there, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    }
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = copy.path();
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    auto session = access::signIn(around, QStringLiteral("owner"), QStringLiteral("Apricot-Grove-7"));
    QVERIFY2(session.ok(), session ? "" : qPrintable(session.error().message + session.error().detail));
    store::Store &store = *session->store;
    QCOMPARE(store.schema(), store::newestSchema());
    addFollowers(store);
    QCOMPARE(store.verify().problems, QStringList());

    const auto view = store.snapshot(session->actor);
    const auto patients = patient::search(*view, QString());
    QVERIFY(patients.ok());
    QVERIFY(patients->size() >= 8);
    int visits = 0;
    for (const PatientHit &hit : *patients) {
        QVERIFY(patient::open(*view, hit.id).ok());
        visits += hit.visits;
    }
    QVERIFY(visits > 0);

    // A record as whoever treats the patient reads it.
    store::Actor practitioner = session->actor;
    store::Query user = view->connection().internal("SELECT id FROM user WHERE login = 'practitioner'");
    if (user.next()) // the first one kept was made with the owner alone
        practitioner.user = user.get<Uuid>(0);
    const auto desk = store.snapshot(practitioner);
    QSet<size_t> kinds;
    qsizetype relatives = 0;
    for (const PatientHit &hit : *patients) {
        const auto events = chart::events(*desk, hit.id);
        if (!events)
            continue; // restricted
        for (const chart::Event &event : *events)
            kinds << event.what.index();
        const auto family = familyhistory::ofPatient(*desk, hit.id);
        QCOMPARE(family.ok(), practitioner.user != session->actor.user);
        relatives += family ? family->size() : 0;
    }
    const bool hasAll = QFileInfo(folder).fileName() >= QStringLiteral("0020");
    if (practitioner.user != session->actor.user)
        QCOMPARE(kinds.size(), hasAll ? qsizetype(std::variant_size_v<chart::Event::What>) : 1);
    QCOMPARE(relatives, hasAll ? 1 : 0);

    // People, imports and duplicates came with 0024, a row of each at least.
    const bool hasPeople = QFileInfo(folder).fileName() >= QStringLiteral("0024");
    for (const char *table : {"import_batch", "import_line", "import_mapping", "duplicate_opinion", "related_person",
                              "tag", "patient_tag", "segment", "enquiry", "communication"}) {
        const QByteArray sql = QByteArray("SELECT count(*) FROM ") + table + " /* verify */";
        store::Query rows = view->connection().internal(sql.constData());
        QVERIFY(rows.next());
        QVERIFY2(!hasPeople || rows.get<qint64>(0) > 0, table);
    }

    // Who can be booked, appointments, the queue and the waitlist came with 0028.
    const bool hasDesk = QFileInfo(folder).fileName() >= QStringLiteral("0028");
    for (const char *table :
         {"resource", "healthcare_service", "service_resource", "working_hours", "roster_exception", "special_day",
          "appointment_series", "appointment", "claim", "claim_resource", "claim_grant", "booking_preference",
          "queue_ticket", "queue_number", "waitlist_entry", "waitlist_offer"}) {
        const QByteArray sql = QByteArray("SELECT count(*) FROM ") + table + " /* verify */";
        store::Query rows = view->connection().internal(sql.constData());
        QVERIFY(rows.next());
        QVERIFY2(!hasDesk || rows.get<qint64>(0) > 0, table);
    }

    // What a later schema says in other words refuses what the first one refused.
    for (const char *sql : {"UPDATE visit SET status = 'other'", "UPDATE visit_revision SET status = 'other'",
                            "UPDATE diagnosis SET kind = 'other'", "UPDATE patient SET sex = 'x'",
                            "UPDATE prescription SET route = 'other'",
                            "INSERT INTO prescription_finding(id, prescription_id, rule, severity, herbs)"
                            " SELECT randomblob(16), id, '', 'other', '' FROM prescription LIMIT 1"}) {
        const auto tx = store.begin(session->actor, "test.refused");
        try {
            tx->connection().internal(sql).run();
            QFAIL(sql);
        } catch (const store::Failure &failure) {
            QVERIFY2(failure.error().detail.contains(u"CHECK"), qPrintable(failure.error().detail));
        }
    }

    const auto tx = store.begin(session->actor, "patient.register");
    PatientDraft draft;
    draft.name = QStringLiteral("新来者");
    draft.phone = QStringLiteral("13900139000");
    const auto made = patient::register_(*tx, draft);
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    tx->commit();
    QCOMPARE(store.verify().problems, QStringList());
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
