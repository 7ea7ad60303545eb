#include "clinic/catalog/catalog.h"
#include "clinic/followers.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/constitution.h"
#include "clinic/record/visits.h"
#include "store/failure.h"
#include "store/vault/crypto.h"
#include "support/naiveconstitution.h"
#include "support/replay.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

/// Random acts of every kind there is, by the people who may do them. The same seed gives the same history.
class Life
{
public:
    Life(TestClinic &clinic, const Catalog &catalog, quint64 seed)
        : m_clinic(clinic), m_catalog(catalog), m_random(seed)
    {
    }

    /// One act; refusals count as acts as well, for they must leave nothing.
    void act()
    {
        m_clinic.clock.advance(std::chrono::minutes(1 + m_random.below(90)));
        if (m_random.below(40) == 0)
            m_clinic.reopen();
        switch (m_patients.isEmpty() ? 0 : m_random.below(12)) {
        case 0:
        case 1:
            return registerPatient();
        case 2:
            return editPatient();
        case 3:
            return allergy();
        case 4:
            return retract();
        case 5:
            return care();
        case 6:
            return addPerson();
        case 7:
            return editClinic();
        case 8:
            return refused();
        case 9:
            return constitution();
        default:
            return visit();
        }
    }

private:
    QString word(int longest)
    {
        static const QString letters = QStringLiteral("陈淑芬王敏沈明堂顾青禾方砚秋温如故abcXYZ ·é𠮷");
        QString text;
        for (quint64 i = 0, size = 1 + m_random.below(static_cast<quint64>(longest)); i < size; ++i)
            text += letters.at(static_cast<qsizetype>(m_random.below(static_cast<quint64>(letters.size() - 2))));
        return text.trimmed().isEmpty() ? QStringLiteral("甲") : text;
    }
    QString phone() { return QStringLiteral("13%1").arg(m_random.below(1'000'000'000), 9, 10, QLatin1Char('0')); }
    PatientId any()
    {
        return m_patients[static_cast<qsizetype>(m_random.below(static_cast<quint64>(m_patients.size())))];
    }

    PatientDraft draft()
    {
        PatientDraft draft;
        draft.name = word(4);
        draft.phone = phone();
        draft.sex = static_cast<Sex>(m_random.below(4));
        if (m_random.below(2) == 0)
            draft.birthDate = QString::number(1940 + m_random.below(80));
        for (quint64 i = 0; i < m_random.below(3); ++i)
            draft.otherPhones << PatientPhone{phone(), word(2)};
        draft.address = m_random.below(2) == 0 ? word(8) : QString();
        draft.deskAlert = m_random.below(4) == 0 ? word(8) : QString();
        draft.note = m_random.below(4) == 0 ? word(20) : QString();
        return draft;
    }
    void registerPatient()
    {
        const auto made = m_clinic.write(m_clinic.receptionist(), "patient.register",
                                         [&](store::Transaction &tx) { return patient::register_(tx, draft()); });
        QVERIFY(made.ok());
        m_patients << made->id;
    }
    void editPatient()
    {
        const auto id = any();
        PatientDraft edited = draft();
        edited.note.clear(); // the desk neither sees nor changes it
        const auto made = m_clinic.write(m_clinic.receptionist(), "patient.edit",
                                         [&](store::Transaction &tx) { return patient::edit(tx, id, edited); });
        QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    }
    void allergy()
    {
        const auto made = m_clinic.write(m_clinic.practitioner(), "allergy.record", [&](store::Transaction &tx) {
            return patient::recordAllergy(tx, any(), {{}, word(4), word(6)});
        });
        QVERIFY(made.ok());
        m_allergies << made->id;
    }
    void retract()
    {
        if (m_allergies.isEmpty())
            return;
        const auto id = m_allergies.takeLast();
        QVERIFY(m_clinic
                    .write(m_clinic.practitioner(), "allergy.retract",
                           [&](store::Transaction &tx) { return patient::retractAllergy(tx, id, word(4)); })
                    .ok());
    }
    void care()
    {
        QVERIFY(m_clinic
                    .write(m_clinic.practitioner(), "care.record",
                           [&](store::Transaction &tx) -> Result<Done> {
                               if (m_random.below(2) == 0)
                                   return patient::recordMedicine(tx, any(), word(5), word(5));
                               return patient::recordPregnancy(tx, any(), m_random.below(2) == 0, std::nullopt);
                           })
                    .ok());
    }
    void constitution()
    {
        const bool wrong = !m_assessments.isEmpty() && m_random.below(3) == 0;
        ConstitutionDraft given;
        given.patient = any();
        given.form = constitution::Form::Elderly;
        given.answers = naive::randomAnswers(QStringLiteral("elderly"), {}, m_random);
        const auto id = wrong ? m_assessments.takeLast() : AssessmentId(given.patient.uuid());
        const auto made =
            m_clinic.write(m_clinic.practitioner(), wrong ? "constitution.retract" : "constitution.record",
                           [&](store::Transaction &tx) -> Result<AssessmentId> {
                               if (wrong) {
                                   const auto done = assessment::markInError(tx, id, word(4));
                                   return done ? Result<AssessmentId>(id) : done.error();
                               }
                               const auto stored = assessment::record(tx, given);
                               return stored ? Result<AssessmentId>(stored->id) : stored.error();
                           });
        QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
        if (!wrong)
            m_assessments << *made;
    }
    void addPerson()
    {
        if (++m_people > 6)
            return;
        access::User user;
        user.login = QStringLiteral("p%1").arg(m_people);
        user.name = word(3);
        user.roles = access::Role::Receptionist;
        QVERIFY(access::addPerson(m_clinic.around(), m_clinic.session(), user, TestClinic::password()).ok());
    }
    void editClinic()
    {
        QVERIFY(m_clinic
                    .write(m_clinic.owner(), "clinic.edit",
                           [&](store::Transaction &tx) -> Result<Done> {
                               auto profile = access::clinicProfile(tx);
                               if (!profile)
                                   return profile.error();
                               profile->phone = phone();
                               return access::editClinicProfile(tx, *profile);
                           })
                    .ok());
    }
    void refused()
    {
        // Written and then thrown away: nothing of it may be in the log.
        const auto tx = m_clinic.store().begin(m_clinic.receptionist(), "patient.register");
        QVERIFY(patient::register_(*tx, draft()).ok());
    }
    void visit()
    {
        consultation::Draft visit;
        visit.visit.patient = any();
        visit.visit.note.complaint = word(12);
        visit.visit.note.advice = word(12);
        visit.visit.note.answers = {
            {QStringLiteral("tongue.body_colour"), {}, 0, {}, QStringLiteral("t_red"), {}, {}},
            {QStringLiteral("pulse.quality"), QStringLiteral("pos_left_cun"), 1, 0.5, {}, word(3), {}}};
        visit.visit.note.diagnoses = {{DiagnosisKind::Pattern, {}, {}, word(4)}};
        PrescriptionDraft formula;
        formula.name = word(4);
        const auto &herbs = m_catalog.herbs().herbs();
        for (quint64 i = 0; i < 1 + m_random.below(8); ++i) {
            const auto &herb = herbs[static_cast<qsizetype>(m_random.below(static_cast<quint64>(herbs.size())))];
            formula.lines << PrescriptionLine{
                herb.id, herb.nameZh, Mass::grams(1 + static_cast<double>(m_random.below(20))), {}};
        }
        visit.prescriptions = {formula};
        if (!m_open.isEmpty() && m_random.below(2) == 0) {
            const auto last = m_open.takeLast();
            visit.visit.patient = last.patient;
            visit.visit.visit = last.visit;
            visit.visit.basedOn = last.id;
            visit.visit.reason = word(5);
        }
        const bool sign = m_random.below(2) == 0;
        const auto stored =
            m_clinic.write(m_clinic.practitioner(), sign ? "visit.sign" : "visit.save", [&](store::Transaction &tx) {
                return sign ? consultation::sign(tx, m_catalog, visit) : consultation::save(tx, m_catalog, visit);
            });
        // A random formula may hold a pair that must not be signed, and a signed visit cannot be saved; both roll back.
        if (stored)
            m_open << stored->revision;
        else
            QVERIFY2(stored.error().code == Code::Conflict, qPrintable(stored.error().message));
    }

    TestClinic &m_clinic;
    const Catalog &m_catalog;
    SeededRandom m_random;
    QList<PatientId> m_patients;
    QList<AllergyId> m_allergies;
    QList<AssessmentId> m_assessments;
    QList<VisitRevision> m_open;
    int m_people = 0;
};

/// An empty store of another device of the same clinic.
std::unique_ptr<store::Store> emptyStore(TestClinic &clinic, const QString &folder)
{
    store::StoreOptions options = clinic.store().options();
    options.folder = folder;
    SystemRandom random;
    auto made = store::Store::create(
        options, SecretBytes::random(32, random),
        {clinic.store().identity().clinic, Uuid::create(clinic.clock, random), QStringLiteral("B")});
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    addFollowers(**made);
    return *std::move(made);
}

/// A record with its body changed and sealed anew, so that only the contents tell.
void reseal(store::StoredRecord &record, const std::function<bool(store::RecordBody &)> &change)
{
    auto header = store::decodeHeader(record.header);
    auto body = store::decodeBody(record.body);
    if (!header || !body || !change(*body))
        return;
    record.body = store::encode(*body);
    header->bodyHash = crypto::blake2b256({record.body});
    record.header = store::encode(*header);
}

/// Chains records anew after some were changed.
void rechain(QList<store::StoredRecord> &records)
{
    QHash<quint64, QByteArray> heads;
    for (store::StoredRecord &record : records) {
        auto header = store::decodeHeader(record.header);
        if (heads.contains(header->version.stream))
            header->previous = heads.value(header->version.stream);
        record.header = store::encode(*header);
        heads[header->version.stream] = store::recordHash(record.header);
    }
}

} // namespace

/// Replaying the log rebuilds every synced table; a log that lost or swapped anything does not.
class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void replay_randomLife_rebuildsEveryTable_data();
    void replay_randomLife_rebuildsEveryTable();
    void replay_mutants_areNoticed_data();
    void replay_mutants_areNoticed();
    void replay_searchKeys_areTheSame();

private:
    std::shared_ptr<const Catalog> m_catalog;
};

void TestReplay::initTestCase()
{
    auto loaded = Catalog::load();
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().message));
    m_catalog = *loaded;
}

void TestReplay::replay_randomLife_rebuildsEveryTable_data()
{
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {1, 2, 3})
        QTest::addRow("seed %llu", seed) << seed;
}

void TestReplay::replay_randomLife_rebuildsEveryTable()
{
    QFETCH(quint64, seed);
    TestClinic clinic(seed);
    Life life(clinic, *m_catalog, seed);
    for (int i = 0; i < 500; ++i) {
        life.act();
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(clinic.store().verify().problems, QStringList());
    QTemporaryDir folder;
    const auto copy = emptyStore(clinic, folder.path());
    replay(clinic.store(), *copy);
    const Contents original = contentsOf(clinic.store());
    QCOMPARE(difference(original, contentsOf(*copy)), QString());
    for (const char *table : {"clinic", "user", "patient", "patient_phone", "allergy", "medication_statement",
                              "pregnancy_status", "visit", "visit_revision", "diagnosis", "answer", "prescription",
                              "prescription_item", "prescription_finding", "stream"})
        QVERIFY2(!original.value(table).isEmpty(), table);
    QCOMPARE(copy->verify().problems, QStringList());
}

void TestReplay::replay_mutants_areNoticed_data()
{
    using Mangle = std::function<void(QList<store::StoredRecord> &)>;
    QTest::addColumn<Mangle>("mangle");
    const auto inOne = [](std::function<bool(store::Change &)> change) -> Mangle {
        return [change](QList<store::StoredRecord> &records) {
            bool done = false;
            for (qsizetype i = records.size() - 1; i >= 0 && !done; --i)
                reseal(records[i], [&](store::RecordBody &body) {
                    for (store::Change &one : body.changes)
                        done = done || change(one);
                    return done;
                });
            rechain(records);
        };
    };
    QTest::newRow("a dropped column") << inOne([](store::Change &change) {
        for (auto it = change.values.begin(); it != change.values.end(); ++it) {
            if (change.table == 31 && std::holds_alternative<QString>(it.value()) && it.key() == 6) {
                change.values.erase(it);
                return true;
            }
        }
        return false;
    });
    QTest::newRow("another value") << inOne([](store::Change &change) {
        if (change.table != 42 || change.values.isEmpty())
            return false;
        change.values.last() = QStringLiteral("mutant");
        return true;
    });
    QTest::newRow("a dropped row") << Mangle([](QList<store::StoredRecord> &records) {
        bool done = false;
        for (qsizetype i = records.size() - 1; i >= 0 && !done; --i)
            reseal(records[i], [&](store::RecordBody &body) {
                done = body.changes.size() > 3 && body.changes.last().table == 42;
                if (done)
                    body.changes.removeLast();
                return done;
            });
        rechain(records);
    });
    QTest::newRow("a lost record at the end")
        << Mangle([](QList<store::StoredRecord> &records) { records.removeLast(); });
    QTest::newRow("a lost record in between")
        << Mangle([](QList<store::StoredRecord> &records) { records.removeAt(records.size() / 2); });
    QTest::newRow("a swapped order") << Mangle(
        [](QList<store::StoredRecord> &records) { records.swapItemsAt(records.size() - 1, records.size() - 2); });
    QTest::newRow("old for new") << inOne([](store::Change &change) {
        if (change.table != 21 || change.old.isEmpty())
            return false;
        change.values = change.old;
        return true;
    });
}

void TestReplay::replay_mutants_areNoticed()
{
    using Mangle = std::function<void(QList<store::StoredRecord> &)>;
    QFETCH(Mangle, mangle);
    TestClinic clinic(11);
    Life life(clinic, *m_catalog, 11);
    for (int i = 0; i < 120; ++i)
        life.act();
    // The last two records belong to one stream, so that swapping them matters.
    for (const char *name : {"甲", "乙"})
        clinic.patient(QString::fromUtf8(name));
    QTemporaryDir folder;
    const auto copy = emptyStore(clinic, folder.path());
    bool noticed = false;
    try {
        replay(clinic.store(), *copy, mangle);
        noticed = !difference(contentsOf(clinic.store()), contentsOf(*copy)).isEmpty();
    } catch (const store::Failure &) {
        noticed = true;
    }
    QVERIFY2(noticed, "the mutant went unnoticed");
}

void TestReplay::replay_searchKeys_areTheSame()
{
    TestClinic clinic(5);
    Life life(clinic, *m_catalog, 5);
    for (int i = 0; i < 150; ++i)
        life.act();
    QTemporaryDir folder;
    const auto copy = emptyStore(clinic, folder.path());
    replay(clinic.store(), *copy);
    const auto keys = [](store::Store &store) {
        QStringList found;
        const auto view = store.snapshot({{}, store.identity().device});
        store::Query rows = view->connection().internal(
            "SELECT s.k, hex(p.id), r.visits, r.last_visit FROM search_key s JOIN patient p ON p.n = s.pid"
            " JOIN patient_rank r ON r.pid = s.pid ORDER BY 1, 2 /* whole table */");
        while (rows.next())
            found << QStringList{rows.get<QString>(0), rows.get<QString>(1), rows.get<QString>(2), rows.get<QString>(3)}
                         .join(u'|');
        return found;
    };
    const QStringList here = keys(clinic.store());
    QVERIFY(here.size() > 100);
    QCOMPARE(keys(*copy), here);
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
