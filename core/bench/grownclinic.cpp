#include "bench/grownclinic.h"

#include "bench/charts.h"
#include "bench/database.h"
#include "bench/expect.h"
#include "clinic/patient/linkkeys.h"
#include "clinic/patient/patientkeys.h"
#include "clinic/patient/patientrows.h"
#include "clinic/record/visitrank.h"
#include "demo/people.h"
#include "store/migrator.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace xinglin::bench {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::bench::GrownClinic)
};

constexpr qint64 StartMs = 1773280800000; // 2026-03-12 10:00 in the clinic
constexpr qint64 ChunkPatients = 1000;    // well below the largest record
constexpr qint64 ChunkCharts = 100;       // patients; their visits have many rows
constexpr qint64 LongestAgo = 3650;       // days back to the first visits
constexpr qint64 DayMs = 86'400'000;
constexpr qint64 Circle = 1000; // patients among whom some come often and some never
constexpr auto Generator = "1"; // raise where the same seed gives other people

QByteArray fingerprint()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(Generator));
    const QStringList files = QDir(QStringLiteral(":/schema")).entryList(QDir::Files, QDir::Name);
    for (const QString &file : files)
        hash.addData(store::schemaFile(file));
    return hash.result().toHex().left(8);
}

QString orNull(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

} // namespace

void makeFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        wrong(Tr::tr("The folder %1 cannot be made.").arg(path));
}

GrownClinic::GrownClinic(const QString &cache, const Growth &growth)
    : m_growth(growth)
    , m_folder(QStringLiteral("%1/%2-%3-%4-seed%5-%6")
                   .arg(cache, growth.charts ? QStringLiteral("charts") : QStringLiteral("search"))
                   .arg(growth.patients)
                   .arg(growth.visits)
                   .arg(growth.seed)
                   .arg(QLatin1String(fingerprint())))
    , m_clock(instantFromMs(StartMs))
{
}

qint64 GrownClinic::bytesOf(const Growth &growth)
{
    // A patient takes about 1.3 kB in rows, log and keys, a visit about 0.4 kB, its chart about 8 kB. There are three
    // databases of it, and for a while the write-ahead log of the first; of charts a copy to work on.
    if (growth.charts)
        return 2 * (growth.patients * 1600 + growth.visits * 8000);
    return 4 * (growth.patients * 1600 + growth.visits * 500);
}

Instant GrownClinic::grownAt()
{
    return instantFromMs(StartMs);
}

QString GrownClinic::login()
{
    return QStringLiteral("owner");
}

QString GrownClinic::password()
{
    return QStringLiteral("Apricot-Grove-7");
}

access::Surroundings GrownClinic::around()
{
    access::Surroundings around;
    around.folder = m_folder + QStringLiteral("/clinic");
    around.clock = &m_clock;
    around.random = &m_random;
    around.files = &m_files;
    around.quickKeys = true;
    return around;
}

access::Session GrownClinic::open(const Say &say)
{
    makeFolder(m_folder);
    const QString mark = m_folder + QStringLiteral("/whole");
    if (!QFile::exists(mark)) {
        access::Session session;
        if (expect(access::lookAt(around())).exists) {
            session = expect(access::signIn(around(), login(), password()));
        } else {
            access::SetUp wishes;
            wishes.clinic = QStringLiteral("杏林堂中医诊所");
            wishes.deviceName = QStringLiteral("bench");
            wishes.training = true;
            wishes.owner.login = login();
            wishes.owner.name = QStringLiteral("方砚秋");
            if (m_growth.charts)
                wishes.owner.roles = access::Role::Practitioner | access::Role::Receptionist;
            wishes.password = password();
            session = expect(access::setUp(around(), wishes)).session;
        }
        fill(*session.store, session.actor, say);
    }
    access::Session session = expect(access::signIn(around(), login(), password()));
    QFile database(session.store->path());
    if (!database.open(QIODevice::ReadOnly))
        wrong(database.errorString());
    const auto key = session.databaseKey->bytes();
    m_keyLiteral = "x'" + QByteArray(reinterpret_cast<const char *>(key.data()), qsizetype(key.size())).toHex() +
                   database.read(16).toHex() + '\'';
    if (!QFile::exists(mark)) {
        if (!m_growth.charts) {
            say(Tr::tr("Copying with and without a key"));
            copy(session);
        }
        QFile done(mark);
        if (!done.open(QIODevice::WriteOnly))
            wrong(done.errorString());
    }
    return session;
}

void GrownClinic::copy(access::Session &session)
{
    const QString path = session.store->path();
    session = {};
    for (const auto &[target, targetKey] :
         {std::pair(plainCopy(), QByteArray()), std::pair(encryptedCopy(), m_keyLiteral)}) {
        QFile::remove(target);
        Database(path, m_keyLiteral).exportTo(target, targetKey);
    }
    session = expect(access::signIn(around(), login(), password()));
}

void GrownClinic::fill(store::Store &store, const store::Actor &actor, const Say &say)
{
    qint64 present = 0;
    {
        const auto view = store.snapshot(actor);
        store::Query count = view->connection().internal("SELECT count(*) FROM patient");
        count.next();
        present = count.get<qint64>(0);
    }
    if (m_growth.charts)
        fillCharts(store, actor, present, say);
    for (qint64 first = present; !m_growth.charts && first < m_growth.patients; first += ChunkPatients) {
        fillChunk(store, actor, first);
        if ((first / ChunkPatients) % 20 == 19)
            say(Tr::tr("%1 of %2 patients").arg(first + ChunkPatients).arg(m_growth.patients));
    }
    say(Tr::tr("Writing search keys"));
    writeKeys(store, actor);
}

QList<Uuid> GrownClinic::insertPeople(store::Transaction &tx, Random &random, qint64 first, qint64 count, QDate today)
{
    store::Query patient = tx.connection().internal(
        "INSERT INTO patient(id, number, name, sex, birth_date, phone, document_kind, document_number, address,"
        " occupation, marital_status, source, registered_ms, registered_by_id)"
        " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
    store::Query phone =
        tx.connection().internal("INSERT INTO patient_phone(id, patient_id, phone, whose) VALUES(?1, ?2, ?3, ?4)");
    static const demo::Names names = expect(demo::Names::shipped());
    QList<Uuid> ids;
    for (const demo::Person &person : demo::makePeople(random, names, int(count), today)) {
        const PatientDraft &draft = person.draft;
        ids << Uuid::create(m_clock, random);
        const QString number =
            tx.store().identity().letter + QString::number(first + ids.size()).rightJustified(7, u'0');
        patient
            .bind(ids.constLast(), number, draft.name, toText(draft.sex), draft.birthDate, draft.phone,
                  draft.documentKind ? patient::toText(*draft.documentKind) : QString(), orNull(draft.documentNumber),
                  orNull(draft.address), orNull(draft.occupation), orNull(draft.maritalStatus), orNull(draft.source),
                  m_clock.now(), tx.actor().user)
            .run();
        for (const PatientPhone &other : draft.otherPhones)
            phone.bind(Uuid::create(m_clock, random), ids.constLast(), other.phone, other.whose).run();
    }
    return ids;
}

void GrownClinic::fillChunk(store::Store &store, const store::Actor &actor, qint64 first)
{
    const qint64 count = std::min(ChunkPatients, m_growth.patients - first);
    SeededRandom random(m_growth.seed * 1'000'003 + static_cast<quint64>(first));
    const QDate today = civilDay(m_clock.now(), around().zone);
    const auto tx = store.begin(actor, "bench.fill");
    store::Connection &connection = tx->connection();
    const QList<Uuid> ids = insertPeople(*tx, random, first, count, today);
    store::Query visit = connection.internal("INSERT INTO visit(id, patient_id, practitioner_id, day, started_ms,"
                                             " entered_ms, status) VALUES(?1, ?2, ?3, ?4, ?5, ?5, 'finished')");
    const qint64 epochDay = QDate(1970, 1, 1).daysTo(today);
    const qint64 before = m_growth.visits * first / m_growth.patients;
    const qint64 after = m_growth.visits * (first + count) / m_growth.patients;
    for (qint64 i = before; i < after; ++i) {
        // Some come often, some never came; most visits are not long ago.
        const double often = random.unit();
        const double ago = random.unit();
        const Uuid id = Uuid::create(m_clock, random);
        const qint64 day = epochDay - qint64(ago * ago * double(LongestAgo));
        const qint64 started = day * DayMs + qint64(random.below(10 * 3'600'000));
        visit.bind(id, ids[qsizetype(often * often * double(count))], actor.user, day, started).run();
    }
    tx->commit();
}

void GrownClinic::fillCharts(store::Store &store, const store::Actor &actor, qint64 present, const Say &say)
{
    const auto catalog = expect(Catalog::load());
    const Charts charts(*catalog, m_growth.seed);
    QList<Uuid> patients;
    {
        const auto view = store.snapshot(actor);
        store::Query rows = view->connection().internal("SELECT id FROM patient ORDER BY n");
        while (rows.next())
            patients << rows.get<Uuid>(0);
    }
    for (qint64 first = present; first < m_growth.patients; first += ChunkCharts) {
        const qint64 count = std::min(ChunkCharts, m_growth.patients - first);
        SeededRandom random(m_growth.seed * 1'000'003 + static_cast<quint64>(first));
        const qint64 before = m_growth.visits * first / m_growth.patients;
        const qint64 after = m_growth.visits * (first + count) / m_growth.patients;
        const auto timeOf = [&](qint64 visit) {
            return instantFromMs(StartMs - LongestAgo * DayMs + LongestAgo * DayMs / m_growth.visits * visit);
        };
        m_clock.set(timeOf(before));
        const auto tx = store.begin(actor, "bench.fill");
        patients << insertPeople(*tx, random, first, count, civilDay(m_clock.now(), around().zone));
        for (qint64 i = before; i < after; ++i) {
            m_clock.set(timeOf(i));
            const qint64 circle = qint64(random.below(quint64(patients.size()))) / Circle * Circle;
            const double often = random.unit();
            const qint64 within = std::min<qint64>(Circle, patients.size() - circle);
            const PatientId patient(patients[circle + qint64(often * often * double(within))]);
            charts.write(*tx, patient, random.below(3) == 0, random);
        }
        tx->commit();
        if ((first / ChunkCharts) % 100 == 99)
            say(Tr::tr("%1 of %2 patients with their visits").arg(first + count).arg(m_growth.patients));
    }
    m_clock.set(instantFromMs(StartMs));
}

void GrownClinic::writeKeys(store::Store &store, const store::Actor &actor)
{
    const auto tx = store.begin(actor, "bench.keys");
    patient::rebuildKeys(*tx);
    duplicates::rebuild(*tx, false);
    // The rank rows follow the visits as after a commit; one visit of each patient says that there is one to follow.
    QList<store::RowChange> rows;
    const store::TableInfo *table = tx->registry().table("visit");
    store::Query visits = tx->connection().internal("SELECT max(n) FROM visit GROUP BY patient_id");
    while (visits.next()) {
        store::RowChange row;
        row.table = table;
        row.n = visits.get<qint64>(0);
        rows << row;
    }
    record::followRank(*tx, rows);
    tx->commit();
}

} // namespace xinglin::bench
