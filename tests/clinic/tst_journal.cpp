#include "clinic/journal.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/conditions.h"
#include "clinic/record/familyhistory.h"
#include "support/testclinic.h"

#include <QTest>

#include <algorithm>

using namespace xinglin;
using namespace xinglin::test;

namespace {

PatientDraft basic()
{
    PatientDraft draft;
    draft.name = QStringLiteral("陈淑芬");
    draft.phone = QStringLiteral("13800138000");
    draft.sex = Sex::Female;
    draft.birthDate = QStringLiteral("1979-08-21");
    draft.address = QStringLiteral("北京");
    draft.otherPhones = {{QStringLiteral("13700137000"), QStringLiteral("女儿")}};
    draft.deskAlert = QStringLiteral("听力差");
    return draft;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void takeBack_edit_restoresEveryVisibleField();
    void takeBack_allergies_areGoneAndRetractedOnesStandAgain();
    void takeBack_medicineAndPregnancy_areAsBefore();
    void takeBack_problems_areAsBefore();
    void takeBack_familyHistory_isAsBefore();
    void takeBack_firstPregnancy_isNotAskedAgain();
    void takeBack_ofTakingBack_bringsItBackAndBackAgain();
    void takeBack_record_namesWhatItUndoes();
    void takeBack_twice_isRefused();
    void takeBack_sameCellChangedSince_isRefusedByName();
    void takeBack_otherCellChangedSince_isDone();
    void takeBack_newerPregnancy_isRefused();
    void takeBack_prescriptionSignedSince_isRefused_data();
    void takeBack_prescriptionSignedSince_isRefused();
    void takeBack_prescriptionSignedBefore_isDone();
    void takeBack_signedOrRegistered_isRefusedWithAWayOut();
    void takeBack_afterADay_isRefused();
    void takeBack_permissions_areTheActsOwn();
    void takeBack_alertByOneWhoMayNotEditIt_isRefused();
    void takeBack_unknownRecord_isNotFound();
    void lastDay_acts_areNamedWithPatientAndSentences();
    void lastDay_reader_seesNoMoreThanTheyMay();
    void lastDay_pages_followOneAnother();
    void lastDay_olderThanADay_isLeftOut();
    void lastOwn_newestActOfTheReader_isOffered();

private:
    template <class T>
    T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
        m_clinic->clock.advance(std::chrono::minutes(1));
        return *std::move(result);
    }
    void edit(const PatientDraft &draft, const store::Actor &actor)
    {
        must(m_clinic->write(actor, "patient.edit",
                             [&](store::Transaction &tx) { return patient::edit(tx, *m_patient, draft); }));
    }
    Allergy allergy(const QString &substance)
    {
        return must(m_clinic->write(m_clinic->practitioner(), "allergy.record", [&](store::Transaction &tx) {
            return patient::recordAllergy(tx, *m_patient, {{}, substance, {}});
        }));
    }
    void pregnancy(bool pregnant)
    {
        must(m_clinic->write(m_clinic->practitioner(), "care.record", [&](store::Transaction &tx) {
            return patient::recordPregnancy(tx, *m_patient, pregnant, false);
        }));
    }
    void sign()
    {
        must(m_clinic->write(m_clinic->practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            consultation::Draft draft;
            draft.visit.patient = *m_patient;
            draft.visit.note.complaint = QStringLiteral("咳");
            PrescriptionDraft formula;
            formula.lines = {{{}, QStringLiteral("党参"), Mass::grams(10), {}}};
            draft.prescriptions = {formula};
            return consultation::sign(tx, *m_catalog, draft);
        }));
    }
    QList<journal::Entry> entries(const store::Actor &actor)
    {
        const auto found = m_clinic->read(actor, [](const store::Snapshot &view) { return journal::lastDay(view); });
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    journal::Entry newest(const store::Actor &actor) { return entries(actor).value(0); }
    Result<Done> takeBack(const journal::Entry &entry, const store::Actor &actor)
    {
        auto done = m_clinic->write(actor, journal::actOfTakingBack(entry.told.act),
                                    [&](store::Transaction &tx) { return journal::takeBack(tx, entry.told.version); });
        m_clinic->clock.advance(std::chrono::minutes(1));
        return done;
    }
    /// What a practitioner sees, without when parts were recorded.
    PatientStrip strip()
    {
        PatientStrip strip = *m_clinic->read(
            m_clinic->practitioner(), [&](const store::Snapshot &view) { return patient::open(view, *m_patient); });
        strip.patient.identifiers =
            m_clinic
                ->read(m_clinic->owner(), [&](const store::Snapshot &view) { return patient::find(view, *m_patient); })
                ->identifiers;
        if (strip.pregnancy)
            strip.pregnancy->recorded = {};
        strip.patient.revision = 0;
        return strip;
    }

    std::unique_ptr<TestClinic> m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PatientId> m_patient;
};

void TestJournal::initTestCase()
{
    m_catalog = *Catalog::load();
}

void TestJournal::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_patient = must(m_clinic->write(m_clinic->receptionist(), "patient.register", [](store::Transaction &tx) {
                    return patient::register_(tx, basic());
                })).id;
}

void TestJournal::cleanup()
{
    m_clinic.reset();
}

void TestJournal::takeBack_edit_restoresEveryVisibleField()
{
    const PatientStrip before = strip();
    PatientDraft draft = basic();
    draft.name = QStringLiteral("陈淑芳");
    draft.sex = Sex::Unknown;
    draft.birthDate = QStringLiteral("1980");
    draft.phone = QStringLiteral("13900139000");
    draft.otherPhones = {{QStringLiteral("13600136000"), {}}};
    draft.address.clear();
    draft.occupation = QStringLiteral("教师");
    draft.deskAlert.clear();
    edit(draft, m_clinic->receptionist());
    QVERIFY(!(strip() == before));
    const journal::Entry entry = newest(m_clinic->receptionist());
    QVERIFY2(entry.possible, qPrintable(entry.why));
    QVERIFY(takeBack(entry, m_clinic->receptionist()).ok());
    QCOMPARE(strip(), before);
    // Found by the old name again, not by the new one.
    m_clinic->read(m_clinic->receptionist(), [&](const store::Snapshot &view) {
        QCOMPARE(patient::search(view, QStringLiteral("陈淑芬"))->size(), 1);
        QCOMPARE(patient::search(view, QStringLiteral("陈淑芳"))->size(), 0);
    });
}

void TestJournal::takeBack_allergies_areGoneAndRetractedOnesStandAgain()
{
    const Allergy peanut = allergy(QStringLiteral("花生"));
    const PatientStrip before = strip();
    must(m_clinic->write(m_clinic->practitioner(), "allergy.record", [&](store::Transaction &tx) -> Result<Done> {
        const auto added = patient::recordAllergy(tx, *m_patient, {{}, QStringLiteral("虾"), {}});
        return added ? patient::retractAllergy(tx, peanut.id, QStringLiteral("问错")) : Result<Done>(added.error());
    }));
    QCOMPARE(strip().allergies->value(0).substance, QStringLiteral("虾"));
    QVERIFY(takeBack(newest(m_clinic->practitioner()), m_clinic->practitioner()).ok());
    QCOMPARE(strip(), before);
}

void TestJournal::takeBack_medicineAndPregnancy_areAsBefore()
{
    pregnancy(true);
    const PatientStrip before = strip();
    pregnancy(false);
    QVERIFY(takeBack(newest(m_clinic->practitioner()), m_clinic->practitioner()).ok());
    QCOMPARE(strip(), before);
    must(m_clinic->write(m_clinic->practitioner(), "care.record", [&](store::Transaction &tx) {
        return patient::recordMedicine(tx, *m_patient, QStringLiteral("华法林"), {});
    }));
    QCOMPARE(strip().medicines->size(), 1);
    QVERIFY(takeBack(newest(m_clinic->practitioner()), m_clinic->practitioner()).ok());
    QCOMPARE(strip(), before);
}

void TestJournal::takeBack_problems_areAsBefore()
{
    const auto known = [this] {
        return *m_clinic->read(m_clinic->practitioner(),
                               [&](const store::Snapshot &view) { return condition::ofPatient(view, *m_patient); });
    };
    const auto made = m_clinic->write(m_clinic->practitioner(), "condition.record", [&](store::Transaction &tx) {
        return condition::add(tx, {*m_patient, {}, {}, QStringLiteral("腰痛"), {}, {}});
    });
    m_clinic->clock.advance(std::chrono::minutes(1));
    must(m_clinic->write(m_clinic->practitioner(), "condition.resolve",
                         [&](store::Transaction &tx) { return condition::resolve(tx, made->id); }));
    QVERIFY(known() != QList<Condition>{*made});
    QVERIFY(takeBack(newest(m_clinic->practitioner()), m_clinic->practitioner()).ok());
    QCOMPARE(known(), QList<Condition>{*made});
    must(m_clinic->write(m_clinic->practitioner(), "condition.record", [&](store::Transaction &tx) {
        return condition::add(tx, {*m_patient, {}, {}, QStringLiteral("头痛"), {}, {}});
    }));
    QCOMPARE(known().size(), 2);
    QVERIFY(takeBack(newest(m_clinic->practitioner()), m_clinic->practitioner()).ok());
    QCOMPARE(known(), QList<Condition>{*made});
}

void TestJournal::takeBack_familyHistory_isAsBefore()
{
    const auto known = [this] {
        return *m_clinic->read(m_clinic->practitioner(),
                               [&](const store::Snapshot &view) { return familyhistory::ofPatient(view, *m_patient); });
    };
    const auto made = m_clinic->write(m_clinic->practitioner(), "family.record", [&](store::Transaction &tx) {
        return familyhistory::add(tx, {*m_patient, Kinship::Mother, {}, {}, QStringLiteral("消渴"), 50});
    });
    m_clinic->clock.advance(std::chrono::minutes(1));
    must(m_clinic->write(m_clinic->practitioner(), "family.retract", [&](store::Transaction &tx) {
        return familyhistory::markInError(tx, made->id, QStringLiteral("误录"));
    }));
    QVERIFY(known().isEmpty());
    QVERIFY(takeBack(newest(m_clinic->practitioner()), m_clinic->practitioner()).ok());
    QCOMPARE(known(), QList<FamilyHistory>{*made});
    must(m_clinic->write(m_clinic->practitioner(), "family.record", [&](store::Transaction &tx) {
        return familyhistory::add(tx, {*m_patient, Kinship::Aunt, {}, {}, QStringLiteral("乳癖"), {}});
    }));
    QCOMPARE(known().size(), 2);
    QVERIFY(takeBack(newest(m_clinic->practitioner()), m_clinic->practitioner()).ok());
    QCOMPARE(known(), QList<FamilyHistory>{*made});
}

void TestJournal::takeBack_firstPregnancy_isNotAskedAgain()
{
    pregnancy(true);
    QVERIFY(takeBack(newest(m_clinic->practitioner()), m_clinic->practitioner()).ok());
    QVERIFY(strip().pregnancy.has_value());
    QVERIFY(!strip().pregnancy->pregnant.has_value());
    QVERIFY(!strip().pregnancy->lactating.has_value());
}

void TestJournal::takeBack_ofTakingBack_bringsItBackAndBackAgain()
{
    const auto cycle = [&](const store::Actor &actor) {
        const PatientStrip changed = strip();
        QByteArrayList acts;
        for (int i = 0; i < 3; ++i) {
            const journal::Entry entry = newest(actor);
            QVERIFY2(entry.possible, qPrintable(entry.why));
            acts << entry.told.act;
            QVERIFY(takeBack(entry, actor).ok());
            QCOMPARE(strip() == changed, i == 1);
        }
        QVERIFY(acts[1].endsWith(".undo"));
        QVERIFY(acts[2].endsWith(".redo"));
        QVERIFY(newest(actor).told.act.endsWith(".undo"));
    };
    PatientDraft draft = basic();
    draft.name = QStringLiteral("陈淑芳");
    draft.otherPhones.clear();
    edit(draft, m_clinic->receptionist());
    cycle(m_clinic->receptionist());
    allergy(QStringLiteral("花生"));
    cycle(m_clinic->practitioner());
    pregnancy(true);
    pregnancy(false);
    cycle(m_clinic->practitioner());
}

void TestJournal::takeBack_record_namesWhatItUndoes()
{
    allergy(QStringLiteral("花生"));
    const journal::Entry entry = newest(m_clinic->practitioner());
    QVERIFY(takeBack(entry, m_clinic->practitioner()).ok());
    const auto view = m_clinic->store().snapshot(m_clinic->owner());
    const auto record = store::recentRecords(*view, m_clinic->clock.now() - journal::Reach, {}, 1).value(0);
    QCOMPARE(record.act, QByteArray("allergy.record.undo"));
    QVERIFY(record.cause.has_value());
    QCOMPARE(record.cause->kind, QByteArray("undo"));
    QVERIFY(store::versionFrom(record.cause->of) == entry.told.version);
    store::Query audit = view->connection().internal("SELECT action, patient_id FROM audit ORDER BY n DESC LIMIT 1");
    QVERIFY(audit.next());
    QCOMPARE(audit.get<QString>(0), QStringLiteral("allergy.record.undo"));
    QVERIFY(audit.get<std::optional<PatientId>>(1) == m_patient);
}

void TestJournal::takeBack_twice_isRefused()
{
    for (const bool cared : {false, true}) {
        if (cared)
            pregnancy(true);
        else
            allergy(QStringLiteral("花生"));
        const journal::Entry entry = newest(m_clinic->practitioner());
        QVERIFY(takeBack(entry, m_clinic->practitioner()).ok());
        const auto again = takeBack(entry, m_clinic->practitioner());
        QCOMPARE(again.error().code, Code::Conflict);
        QVERIFY(again.error().message.contains(QStringLiteral("already")));
        const journal::Entry shown = entries(m_clinic->practitioner()).value(1);
        QVERIFY(shown.told.version == entry.told.version);
        QVERIFY(shown.takenBack);
        QVERIFY(!shown.possible);
    }
}

void TestJournal::takeBack_sameCellChangedSince_isRefusedByName()
{
    PatientDraft draft = basic();
    draft.address = QStringLiteral("上海");
    edit(draft, m_clinic->receptionist());
    const journal::Entry entry = newest(m_clinic->receptionist());
    draft.address = QStringLiteral("天津");
    edit(draft, m_clinic->practitioner());
    const auto refused = takeBack(entry, m_clinic->receptionist());
    QCOMPARE(refused.error().code, Code::Conflict);
    QVERIFY2(refused.error().message.contains(QStringLiteral("沈怀仁")), qPrintable(refused.error().message));
    QVERIFY(refused.error().message.contains(QStringLiteral("Address")));
    QCOMPARE(strip().patient.identifiers->address, QStringLiteral("天津"));
}

void TestJournal::takeBack_otherCellChangedSince_isDone()
{
    PatientDraft draft = basic();
    draft.address = QStringLiteral("上海");
    edit(draft, m_clinic->receptionist());
    const journal::Entry entry = newest(m_clinic->receptionist());
    draft.occupation = QStringLiteral("教师");
    edit(draft, m_clinic->practitioner());
    QVERIFY(takeBack(entry, m_clinic->receptionist()).ok());
    QCOMPARE(strip().patient.identifiers->address, QStringLiteral("北京"));
    QCOMPARE(strip().patient.identifiers->occupation, QStringLiteral("教师"));
}

void TestJournal::takeBack_newerPregnancy_isRefused()
{
    pregnancy(true);
    const journal::Entry entry = newest(m_clinic->practitioner());
    pregnancy(false);
    QCOMPARE(takeBack(entry, m_clinic->practitioner()).error().code, Code::Conflict);
}

void TestJournal::takeBack_prescriptionSignedSince_isRefused_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("allergy") << 0;
    QTest::newRow("pregnancy") << 1;
    QTest::newRow("medicine") << 2;
    QTest::newRow("sex") << 3;
}

void TestJournal::takeBack_prescriptionSignedSince_isRefused()
{
    QFETCH(int, what);
    if (what == 0) {
        allergy(QStringLiteral("花生"));
    } else if (what == 1) {
        pregnancy(false);
    } else if (what == 2) {
        must(m_clinic->write(m_clinic->practitioner(), "care.record", [&](store::Transaction &tx) {
            return patient::recordMedicine(tx, *m_patient, QStringLiteral("华法林"), {});
        }));
    } else {
        PatientDraft draft = basic();
        draft.sex = Sex::Unknown;
        edit(draft, m_clinic->practitioner());
    }
    const journal::Entry entry = newest(m_clinic->practitioner());
    QVERIFY(entry.possible);
    sign();
    const PatientStrip before = strip();
    const auto refused = takeBack(entry, m_clinic->practitioner());
    QCOMPARE(refused.error().code, Code::Conflict);
    QVERIFY2(refused.error().message.contains(QStringLiteral("prescription")), qPrintable(refused.error().message));
    QCOMPARE(strip(), before);
    // Also for the one at the desk, who may read neither prescription nor note.
    if (what == 0) {
        QCOMPARE(takeBack(entry, m_clinic->receptionist()).error().message, refused.error().message);
    }
}

void TestJournal::takeBack_prescriptionSignedBefore_isDone()
{
    sign();
    // In the same millisecond too: the order of commits decides.
    m_clinic->clock.advance(-std::chrono::minutes(1));
    allergy(QStringLiteral("花生"));
    QVERIFY(takeBack(newest(m_clinic->practitioner()), m_clinic->practitioner()).ok());
}

void TestJournal::takeBack_signedOrRegistered_isRefusedWithAWayOut()
{
    sign();
    const QList<journal::Entry> all = entries(m_clinic->practitioner());
    QCOMPARE(all[0].told.act, QByteArray("consultation.sign"));
    QCOMPARE(all[1].told.act, QByteArray("patient.register"));
    for (const journal::Entry &entry : all.first(2)) {
        QVERIFY(!entry.possible);
        const auto refused = takeBack(entry, m_clinic->practitioner());
        QCOMPARE(refused.error().code, Code::Conflict);
        QCOMPARE(refused.error().message, entry.why);
    }
    QVERIFY(all[0].why.contains(QStringLiteral("Amend")));
}

void TestJournal::takeBack_afterADay_isRefused()
{
    allergy(QStringLiteral("花生"));
    const journal::Entry entry = newest(m_clinic->practitioner());
    m_clinic->clock.advance(journal::Reach);
    QCOMPARE(takeBack(entry, m_clinic->practitioner()).error().code, Code::Conflict);
}

void TestJournal::takeBack_permissions_areTheActsOwn()
{
    allergy(QStringLiteral("花生"));
    const journal::Entry recorded = newest(m_clinic->practitioner());
    pregnancy(true);
    const journal::Entry cared = newest(m_clinic->practitioner());
    using access::Role;
    for (const Role role : {Role::Dispenser, Role::Owner, Role::Administrator, Role::Auditor}) {
        QCOMPARE(takeBack(recorded, m_clinic->actor(role)).error().code, Code::NoPermission);
        QCOMPARE(takeBack(cared, m_clinic->actor(role)).error().code, Code::NoPermission);
    }
    QCOMPARE(takeBack(cared, m_clinic->receptionist()).error().code, Code::NoPermission);
    QVERIFY(takeBack(recorded, m_clinic->receptionist()).ok());
    QVERIFY(takeBack(cared, m_clinic->practitioner()).ok());
}

void TestJournal::takeBack_alertByOneWhoMayNotEditIt_isRefused()
{
    PatientDraft draft = basic();
    draft.deskAlert = QStringLiteral("视力差");
    edit(draft, m_clinic->receptionist());
    const journal::Entry entry = newest(m_clinic->receptionist());
    QCOMPARE(takeBack(entry, m_clinic->owner()).error().code, Code::NoPermission);
    QCOMPARE(strip().patient.deskAlert, QStringLiteral("视力差"));
    QVERIFY(takeBack(entry, m_clinic->receptionist()).ok());
}

void TestJournal::takeBack_unknownRecord_isNotFound()
{
    const auto refused = m_clinic->write(m_clinic->practitioner(), "x.undo", [](store::Transaction &tx) {
        return journal::takeBack(tx, {1, 1});
    });
    QCOMPARE(refused.error().code, Code::NotFound);
}

void TestJournal::lastDay_acts_areNamedWithPatientAndSentences()
{
    allergy(QStringLiteral("花生"));
    const journal::Entry entry = newest(m_clinic->receptionist());
    QCOMPARE(entry.patientName, QStringLiteral("陈淑芬"));
    QCOMPARE(entry.told.who, QStringLiteral("沈怀仁"));
    QCOMPARE(entry.told.sentences, QStringList{QStringLiteral("Allergy recorded: 花生.")});
    QVERIFY(!entry.own);
    QVERIFY(entry.possible);
    QVERIFY(newest(m_clinic->practitioner()).own);
}

void TestJournal::lastDay_reader_seesNoMoreThanTheyMay()
{
    pregnancy(true);
    sign();
    for (const journal::Entry &entry : entries(m_clinic->receptionist())) {
        const QString lines = entry.told.sentences.join(u'\n');
        QVERIFY2(!lines.contains(QStringLiteral("pregnant")) && !lines.contains(QStringLiteral("咳")),
                 qPrintable(lines));
    }
    const QList<journal::Entry> owners = entries(m_clinic->owner());
    QVERIFY(std::any_of(owners.begin(), owners.end(), [](const journal::Entry &entry) {
        return entry.told.sentences.contains(QStringLiteral("Recorded as pregnant."));
    }));
    const auto refused = m_clinic->read(m_clinic->actor(access::Role::Auditor),
                                        [](const store::Snapshot &view) { return journal::lastDay(view); });
    QCOMPARE(refused.error().code, Code::NoPermission);
}

void TestJournal::lastDay_pages_followOneAnother()
{
    for (int i = 0; i < 5; ++i)
        allergy(QStringLiteral("物%1").arg(i));
    const QList<journal::Entry> whole = entries(m_clinic->practitioner());
    QList<journal::Entry> paged;
    for (;;) {
        const auto page = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return journal::lastDay(view, paged.isEmpty() ? std::nullopt : std::optional(paged.last().told.n), 2);
        });
        QVERIFY(page.ok());
        if (page->isEmpty())
            break;
        paged << *page;
    }
    QCOMPARE(paged, whole);
    QVERIFY(whole.size() > 5);
}

void TestJournal::lastDay_olderThanADay_isLeftOut()
{
    allergy(QStringLiteral("花生"));
    m_clinic->clock.advance(journal::Reach + std::chrono::hours(1));
    QVERIFY(entries(m_clinic->practitioner()).isEmpty());
}

void TestJournal::lastOwn_newestActOfTheReader_isOffered()
{
    const auto last = [&](const store::Actor &actor) {
        return *m_clinic->read(actor, [](const store::Snapshot &view) { return journal::lastOwn(view); });
    };
    allergy(QStringLiteral("花生"));
    PatientDraft draft = basic();
    draft.address = QStringLiteral("上海");
    edit(draft, m_clinic->receptionist());
    const auto mine = last(m_clinic->practitioner());
    QVERIFY(mine.has_value());
    QCOMPARE(mine->told.act, QByteArray("allergy.record"));
    QVERIFY(takeBack(*mine, m_clinic->practitioner()).ok());
    // Neither the taking back nor what it took back is offered again.
    QVERIFY(!last(m_clinic->practitioner()).has_value());
    QCOMPARE(last(m_clinic->receptionist())->told.act, QByteArray("patient.edit"));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
