#include "clinic/patient/patienthistory.h"
#include "clinic/patient/patients.h"
#include "clinic/record/visits.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

PatientDraft draftOf(const QString &name, const QString &phone = QStringLiteral("13800138000"))
{
    PatientDraft draft;
    draft.name = name;
    draft.phone = phone;
    return draft;
}

qint64 numberOf(TestClinic &clinic, const char *sql)
{
    const auto view = clinic.store().snapshot(clinic.owner());
    store::Query row = view->connection().internal(sql);
    row.next();
    return row.get<qint64>(0);
}

/// What no domain function does yet: merging, restricting, imports.
void raw(TestClinic &clinic, const std::function<void(store::Connection &)> &deed)
{
    const auto tx = clinic.store().begin(clinic.owner(), "test.raw");
    deed(tx->connection());
    tx->commit();
}

void merge(TestClinic &clinic, const Patient &alias, std::optional<PatientId> into)
{
    raw(clinic, [&](store::Connection &connection) {
        connection.internal("UPDATE patient SET merged_into_id = ?2 WHERE id = ?1").bind(alias.id, into).run();
    });
}

QStringList foundBy(TestClinic &clinic, const QString &typed)
{
    const auto hits =
        clinic.read(clinic.receptionist(), [&](const store::Snapshot &view) { return patient::search(view, typed); });
    QStringList names;
    for (const PatientHit &hit : *hits)
        names << hit.name;
    return names;
}

QString referred(TestClinic &clinic, const QString &reference)
{
    const auto found = clinic.read(
        clinic.receptionist(), [&](const store::Snapshot &view) { return patient::findByReference(view, reference); });
    return found ? found->name : QString();
}

Result<Patient> edited(TestClinic &clinic, const store::Actor &actor, PatientId id, const PatientDraft &draft)
{
    return clinic.write(actor, "patient.edit", [&](store::Transaction &tx) { return patient::edit(tx, id, draft); });
}

Result<VisitRevision> visited(TestClinic &clinic, PatientId id, const QString &complaint)
{
    return clinic.write(clinic.practitioner(), "visit.save", [&](store::Transaction &tx) {
        VisitDraft draft;
        draft.patient = id;
        draft.note.complaint = complaint;
        return record::save(tx, draft);
    });
}

qsizetype visitsSeen(TestClinic &clinic, PatientId id)
{
    const auto visits =
        clinic.read(clinic.practitioner(), [&](const store::Snapshot &view) { return record::visitsOf(view, id); });
    return visits ? visits->size() : -1;
}

/// Rows as an import writes them into its batch.
struct Import
{
    Uuid batch;
    PatientId patient;
    VisitId visit;
};

Import import(TestClinic &clinic, const QString &number, const QString &name, const QString &phone)
{
    Import made{Uuid::create(clinic.clock, clinic.random), PatientId::create(clinic.clock, clinic.random),
                VisitId::create(clinic.clock, clinic.random)};
    raw(clinic, [&](store::Connection &connection) {
        connection.internal("INSERT INTO import_batch(id, source, state, opened_ms) VALUES(?1, 'test', 'open', 1)")
            .bind(made.batch)
            .run();
        connection
            .internal("INSERT INTO patient(id, batch_id, number, old_number, name, phone, registered_ms)"
                      " VALUES(?1, ?2, ?3, ?4, ?5, ?6, 1)")
            .bind(made.patient, made.batch, number, QStringLiteral("OLD-77"), name, phone)
            .run();
        connection
            .internal("INSERT INTO visit(id, batch_id, patient_id, day, started_ms, entered_ms)"
                      " VALUES(?1, ?2, ?3, 20000, 5, 5)")
            .bind(made.visit, made.batch, made.patient)
            .run();
    });
    return made;
}

void setBatch(TestClinic &clinic, const Uuid &batch, const char *state)
{
    raw(clinic, [&](store::Connection &connection) {
        connection.internal("UPDATE import_batch SET state = ?2 WHERE id = ?1").bind(batch, state).run();
    });
}

} // namespace

/// Registering, editing and finding persons; merges and imports.
class TestPatients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_clinic = std::make_unique<TestClinic>(); }
    void cleanupTestCase() { m_clinic.reset(); }
    void problems_eachField_isNamed_data();
    void problems_eachField_isNamed();
    void register_allFields_readsBackTheSame();
    void register_fromIdNumber_takesSexAndBirthDate();
    void register_afterRefusal_goesOnWithTheNextNumber();
    void edit_equalFields_leavesNoRecord();
    void edit_oneField_recordsThatColumnAlone();
    void edit_ofUnknownOrHidden_isNotFound();
    void phones_changed_areEndedAndAdded();
    void household_samePhone_findsTheOthers();
    void findByReference_everyForm_finds_data();
    void findByReference_everyForm_finds();
    void merge_aliasNumbers_findThePerson();
    void merge_rowsOfAliases_areCollected();
    void merge_takenBack_restoresBoth();
    void merge_inAChain_followsToTheEnd();
    void merge_inACircle_isDamaged();
    void import_open_isVisibleNowhere();
    void import_closed_isFindable();
    void import_rolledBack_staysHidden();
    void import_phoneForAKnownPatient_waitsForTheBatch();
    void restricted_inSearch_isHidden();
    void restricted_referrer_isLeftOutAndStays();

private:
    std::unique_ptr<TestClinic> m_clinic; ///< For the table of problems.
};

void TestPatients::problems_eachField_isNamed_data()
{
    QTest::addColumn<PatientDraft>("draft");
    QTest::addColumn<QStringList>("fields");
    const auto row = [](const char *tag, const std::function<void(PatientDraft &)> &change, const QStringList &fields) {
        PatientDraft draft = draftOf(QStringLiteral("陈淑芬"));
        change(draft);
        QTest::newRow(tag) << draft << fields;
    };
    const auto text = [](const char *name) { return QStringList{QLatin1String(name)}; };
    row("name and phone", [](PatientDraft &) {}, {});
    row(
        "no name", [](PatientDraft &d) { d.name = QStringLiteral("  "); }, text("name"));
    row("name of 100", [](PatientDraft &d) { d.name = QString(100, u'陈'); }, {});
    row(
        "name of 101", [](PatientDraft &d) { d.name = QString(101, u'陈'); }, text("name"));
    row(
        "no phone", [](PatientDraft &d) { d.phone.clear(); }, text("phone"));
    row("without a phone",
        [](PatientDraft &d) {
            d.phone.clear();
            d.withoutPhone = true;
        },
        {});
    row(
        "short phone", [](PatientDraft &d) { d.phone = QStringLiteral("1380013"); }, text("phone"));
    row(
        "ticked and wrong",
        [](PatientDraft &d) {
            d.phone = QStringLiteral("12");
            d.withoutPhone = true;
        },
        text("phone"));
    row(
        "other phone",
        [](PatientDraft &d) {
            d.otherPhones = {{QStringLiteral("99"), {}}};
        },
        text("otherPhones"));
    row(
        "guardian's phone", [](PatientDraft &d) { d.guardian.phone = QStringLiteral("x"); }, text("guardian.phone"));
    row(
        "emergency phone", [](PatientDraft &d) { d.emergencyPhone = QStringLiteral("1"); }, text("emergencyPhone"));
    row("birth year", [](PatientDraft &d) { d.birthDate = QStringLiteral("1979"); }, {});
    row(
        "birth nonsense", [](PatientDraft &d) { d.birthDate = QStringLiteral("79th"); }, text("birthDate"));
    row(
        "no such day", [](PatientDraft &d) { d.birthDate = QStringLiteral("1979-02-30"); }, text("birthDate"));
    row("born today", [](PatientDraft &d) { d.birthDate = QStringLiteral("2026-03-12"); }, {});
    row(
        "born tomorrow", [](PatientDraft &d) { d.birthDate = QStringLiteral("2026-03-13"); }, text("birthDate"));
    row("born this year", [](PatientDraft &d) { d.birthDate = QStringLiteral("2026"); }, {});
    row(
        "131 years old", [](PatientDraft &d) { d.birthDate = QStringLiteral("1895-03-11"); }, text("birthDate"));
    row("130 years old", [](PatientDraft &d) { d.birthDate = QStringLiteral("1896-03-12"); }, {});
    row("good ID number", [](PatientDraft &d) { d.documentNumber = QStringLiteral("11010519491231002X"); }, {});
    row(
        "check digit", [](PatientDraft &d) { d.documentNumber = QStringLiteral("110105194912310021"); },
        text("documentNumber"));
    row(
        "ID and sex differ",
        [](PatientDraft &d) {
            d.documentNumber = QStringLiteral("11010519491231002X");
            d.sex = Sex::Male;
        },
        text("sex"));
    row(
        "ID and birth differ",
        [](PatientDraft &d) {
            d.documentNumber = QStringLiteral("11010519491231002X");
            d.birthDate = QStringLiteral("1949-12-30");
        },
        text("birthDate"));
    row("ID and lunar birth",
        [](PatientDraft &d) {
            d.documentNumber = QStringLiteral("11010519491231002X");
            d.birthDate = QStringLiteral("1949-11-12");
            d.birthLunar = true;
        },
        {});
    row("ID within the birth year",
        [](PatientDraft &d) {
            d.documentNumber = QStringLiteral("11010519491231002X");
            d.birthDate = QStringLiteral("1949");
        },
        {});
    row("passport",
        [](PatientDraft &d) {
            d.documentKind = DocumentKind::Passport;
            d.documentNumber = QStringLiteral("E 12345678");
        },
        {});
    row("two at once",
        [](PatientDraft &d) {
            d.name.clear();
            d.phone = QStringLiteral("1");
        },
        {QStringLiteral("name"), QStringLiteral("phone")});
}

void TestPatients::problems_eachField_isNamed()
{
    QFETCH(PatientDraft, draft);
    QFETCH(QStringList, fields);
    QStringList found;
    for (const Error &problem : patient::problems(draft, QDate(2026, 3, 12))) {
        QCOMPARE(problem.code, Code::Invalid);
        QVERIFY(!problem.message.isEmpty());
        found << problem.field;
    }
    QCOMPARE(found, fields);
    // The same draft is refused or taken by registering.
    const char *count = "SELECT count(*) FROM patient_rank";
    const qint64 before = numberOf(*m_clinic, count);
    const auto made = m_clinic->write(m_clinic->receptionist(), "patient.register",
                                      [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    QCOMPARE(made.ok(), fields.isEmpty());
    if (!made)
        QCOMPARE(made.error().field, fields.constFirst());
    QCOMPARE(numberOf(*m_clinic, count), before + (made ? 1 : 0));
}

void TestPatients::register_allFields_readsBackTheSame()
{
    TestClinic clinic;
    PatientDraft draft = draftOf(QStringLiteral(" 陈淑芬 "), QStringLiteral("+86 138-0013-8000"));
    draft.sex = Sex::Female;
    draft.birthDate = QStringLiteral("1949年12月");
    draft.otherPhones = {{QStringLiteral("010-12345678"), QStringLiteral("女儿")}, {QStringLiteral("13900139000"), {}}};
    draft.documentKind = DocumentKind::ResidentId;
    draft.documentNumber = QStringLiteral("11010519491231002x");
    draft.address = QStringLiteral("北京市朝阳区");
    draft.insurance = QStringLiteral("医保 1");
    draft.occupation = QStringLiteral("教师");
    draft.maritalStatus = QStringLiteral("已婚");
    draft.guardian = {QStringLiteral("王明"), QStringLiteral("儿子"), QStringLiteral("13700137000")};
    draft.emergencyName = QStringLiteral("王芳");
    draft.emergencyPhone = QStringLiteral("13600136000");
    draft.source = QStringLiteral("朋友");
    draft.deskAlert = QStringLiteral("听力差");
    draft.oldNumber = QStringLiteral("H-001");
    const auto made = clinic.write(clinic.receptionist(), "patient.register",
                                   [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    QVERIFY(made.ok());
    const auto read =
        clinic.read(clinic.owner(), [&](const store::Snapshot &view) { return patient::find(view, made->id); });
    QVERIFY(read.ok());
    QCOMPARE(read->number, QStringLiteral("A0000001"));
    QCOMPARE(read->oldNumber, QStringLiteral("H-001"));
    QCOMPARE(read->name, QStringLiteral("陈淑芬"));
    QCOMPARE(read->sex, Sex::Female);
    QCOMPARE(read->birthDate, PartialDate::of(1949, 12));
    QCOMPARE(read->phone, QStringLiteral("13800138000"));
    QCOMPARE(read->otherPhones, (QList<PatientPhone>{{QStringLiteral("01012345678"), QStringLiteral("女儿")},
                                                     {QStringLiteral("13900139000"), {}}}));
    QCOMPARE(read->registered, clinic.clock.now());
    QVERIFY(read->identifiers.has_value());
    QCOMPARE(read->identifiers->documentKind, DocumentKind::ResidentId);
    QCOMPARE(read->identifiers->documentNumber, QStringLiteral("11010519491231002X"));
    QCOMPARE(read->identifiers->address, draft.address);
    QCOMPARE(read->identifiers->insurance, draft.insurance);
    QCOMPARE(read->identifiers->occupation, draft.occupation);
    QCOMPARE(read->identifiers->maritalStatus, draft.maritalStatus);
    QCOMPARE(read->identifiers->guardian, draft.guardian);
    QCOMPARE(read->identifiers->emergencyName, draft.emergencyName);
    QCOMPARE(read->identifiers->emergencyPhone, draft.emergencyPhone);
    QCOMPARE(read->source, draft.source);
    QCOMPARE(read->deskAlert, draft.deskAlert);
    for (const QString &typed : {QStringLiteral("csf"), QStringLiteral("淑芬"), QStringLiteral("12345678"),
                                 QStringLiteral("002X"), QStringLiteral("h001"), QStringLiteral("1")})
        QCOMPARE(foundBy(clinic, typed), QStringList{QStringLiteral("陈淑芬")});
}

void TestPatients::register_fromIdNumber_takesSexAndBirthDate()
{
    TestClinic clinic;
    PatientDraft draft = draftOf(QStringLiteral("陈淑芬"));
    draft.documentNumber = QStringLiteral("11010519491231002X");
    const auto made = clinic.write(clinic.receptionist(), "patient.register",
                                   [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    QVERIFY(made.ok());
    QCOMPARE(made->sex, Sex::Female);
    QCOMPARE(made->birthDate, PartialDate::of(1949, 12, 31));
}

void TestPatients::register_afterRefusal_goesOnWithTheNextNumber()
{
    TestClinic clinic;
    QCOMPARE(clinic.patient(QStringLiteral("甲")).number, QStringLiteral("A0000001"));
    const auto refused = clinic.write(clinic.receptionist(), "patient.register", [&](store::Transaction &tx) {
        return patient::register_(tx, draftOf(QStringLiteral("乙"), QStringLiteral("1")));
    });
    QVERIFY(!refused);
    {
        // Given a number and then thrown away whole: nobody has seen that number.
        const auto tx = clinic.store().begin(clinic.receptionist(), "patient.register");
        QCOMPARE(patient::register_(*tx, draftOf(QStringLiteral("丙")))->number, QStringLiteral("A0000002"));
    }
    clinic.reopen();
    const Patient next = clinic.patient(QStringLiteral("丁"));
    QCOMPARE(next.number, QStringLiteral("A0000002"));
    // Merging does not set a number free, nor do numbers of other devices count.
    merge(clinic, next, clinic.patient(QStringLiteral("戊")).id);
    import(clinic, QStringLiteral("B0000900"), QStringLiteral("己"), QStringLiteral("13800138009"));
    QCOMPARE(clinic.patient(QStringLiteral("庚")).number, QStringLiteral("A0000004"));
}

void TestPatients::edit_equalFields_leavesNoRecord()
{
    TestClinic clinic;
    PatientDraft draft = draftOf(QStringLiteral("陈淑芬"));
    draft.otherPhones = {{QStringLiteral("13900139000"), QStringLiteral("女儿")}, {QStringLiteral("13900139001"), {}}};
    draft.address = QStringLiteral("北京");
    draft.deskAlert = QStringLiteral("慢");
    const auto made = clinic.write(clinic.receptionist(), "patient.register",
                                   [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    QVERIFY(made.ok());
    const qint64 records = numberOf(clinic, "SELECT max(n) FROM record");
    for (const access::Role role : {access::Role::Receptionist, access::Role::Practitioner})
        QVERIFY(edited(clinic, clinic.actor(role), made->id, draft).ok());
    QCOMPARE(numberOf(clinic, "SELECT max(n) FROM record"), records);
    QCOMPARE(numberOf(clinic, "SELECT max(n) FROM patient_phone"), 2);
}

void TestPatients::edit_oneField_recordsThatColumnAlone()
{
    TestClinic clinic;
    PatientDraft draft = draftOf(QStringLiteral("陈淑芬"));
    const auto made = clinic.patient(draft.name);
    draft.address = QStringLiteral("上海");
    QVERIFY(edited(clinic, clinic.receptionist(), made.id, draft).ok());
    const auto view = clinic.store().snapshot(clinic.owner());
    QVERIFY(!access::require(*view, access::Permission::SearchPatients));
    QVERIFY(!access::require(*view, access::Permission::ReadIdentifiers));
    QByteArrayList columns;
    for (const store::ColumnChange &change : store::history(*view, "patient", made.id.uuid())) {
        if (!change.isNew)
            columns << change.column;
    }
    QCOMPARE(columns, QByteArrayList{"address"});
}

void TestPatients::edit_ofUnknownOrHidden_isNotFound()
{
    TestClinic clinic;
    const PatientDraft draft = draftOf(QStringLiteral("甲"));
    const auto nobody = edited(clinic, clinic.receptionist(), PatientId::create(clinic.clock, clinic.random), draft);
    QCOMPARE(nobody.error().code, Code::NotFound);
    const Import made = import(clinic, QStringLiteral("A0000009"), QStringLiteral("乙"), QStringLiteral("13800138009"));
    QCOMPARE(edited(clinic, clinic.receptionist(), made.patient, draft).error().code, Code::NotFound);
    QVERIFY(!visited(clinic, made.patient, QStringLiteral("咳")));
    const auto allergy = clinic.write(clinic.practitioner(), "allergy.record", [&](store::Transaction &tx) {
        return patient::recordAllergy(tx, made.patient, {{}, QStringLiteral("青霉素"), {}});
    });
    QCOMPARE(allergy.error().code, Code::NotFound);
}

void TestPatients::phones_changed_areEndedAndAdded()
{
    TestClinic clinic;
    PatientDraft draft = draftOf(QStringLiteral("陈淑芬"));
    draft.otherPhones = {{QStringLiteral("13900139000"), QStringLiteral("女儿")}, {QStringLiteral("13900139001"), {}}};
    const auto made = clinic.write(clinic.receptionist(), "patient.register",
                                   [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    QVERIFY(made.ok());
    draft.otherPhones = {{QStringLiteral("13900139001"), {}}, {QStringLiteral("13900139002"), QStringLiteral("儿子")}};
    draft.phone = QStringLiteral("13800138001");
    const auto after = edited(clinic, clinic.receptionist(), made->id, draft);
    QVERIFY(after.ok());
    QCOMPARE(after->otherPhones, draft.otherPhones);
    QCOMPARE(numberOf(clinic, "SELECT max(n) FROM patient_phone"), 3);
    for (const char *gone : {"13900139000", "13800138000", "38000"})
        QCOMPARE(foundBy(clinic, QLatin1String(gone)), QStringList());
    for (const char *there : {"13900139001", "13900139002", "9002", "13800138001"})
        QCOMPARE(foundBy(clinic, QLatin1String(there)), QStringList{QStringLiteral("陈淑芬")});
    // A number that was ended may come back.
    draft.otherPhones << PatientPhone{QStringLiteral("13900139000"), QStringLiteral("女儿")};
    QVERIFY(edited(clinic, clinic.receptionist(), made->id, draft).ok());
    QCOMPARE(foundBy(clinic, QStringLiteral("13900139000")), QStringList{QStringLiteral("陈淑芬")});
    // Two changes of one person's phones in one act leave no key behind.
    draft.otherPhones.clear();
    draft.phone = QStringLiteral("13800138002");
    QVERIFY(edited(clinic, clinic.receptionist(), made->id, draft).ok());
    QCOMPARE(numberOf(clinic, "SELECT count(*) FROM search_key WHERE k >= 'D139' AND k < 'D13:'"), 0);
    QCOMPARE(numberOf(clinic, "SELECT count(*) FROM search_key WHERE k >= 'T2009' AND k < 'T200:'"), 0);
}

void TestPatients::household_samePhone_findsTheOthers()
{
    TestClinic clinic;
    const Patient mother = clinic.patient(QStringLiteral("陈淑芬"), QStringLiteral("13800138000"));
    clinic.patient(QStringLiteral("王明"), QStringLiteral("13800138000"));
    PatientDraft draft = draftOf(QStringLiteral("王芳"), QStringLiteral("13900139000"));
    draft.otherPhones = {{QStringLiteral("13800138000"), QStringLiteral("母亲")}};
    const auto daughter = clinic.write(clinic.receptionist(), "patient.register",
                                       [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    QVERIFY(daughter.ok());
    clinic.patient(QStringLiteral("沈明堂"), QStringLiteral("13700137000"));
    import(clinic, QStringLiteral("A0000900"), QStringLiteral("未知"), QStringLiteral("13800138000"));
    const auto names = [&](std::optional<PatientId> but) {
        const auto hits = clinic.read(clinic.receptionist(), [&](const store::Snapshot &view) {
            return patient::household(view, QStringLiteral("13800138000"), but);
        });
        QStringList found;
        for (const PatientHit &hit : *hits)
            found << hit.name;
        std::sort(found.begin(), found.end());
        return found;
    };
    const QString fang = QStringLiteral("王芳");
    const QString ming = QStringLiteral("王明");
    QCOMPARE(names(mother.id), (QStringList{ming, fang}));
    QCOMPARE(names({}), (QStringList{ming, fang, QStringLiteral("陈淑芬")}));
    draft.otherPhones.clear();
    QVERIFY(edited(clinic, clinic.receptionist(), daughter->id, draft).ok());
    QCOMPARE(names(mother.id), QStringList{ming});
}

void TestPatients::findByReference_everyForm_finds_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("name");
    const QString twelfth = QStringLiteral("第十二");
    QTest::newRow("number") << QStringLiteral("A0000012") << twelfth;
    QTest::newRow("lower case") << QStringLiteral(" a0000012 ") << twelfth;
    QTest::newRow("digits") << QStringLiteral("12") << twelfth;
    QTest::newRow("digits with zeros") << QStringLiteral("0000012") << twelfth;
    QTest::newRow("old number") << QStringLiteral("H-2012/12") << twelfth;
    QTest::newRow("old number of digits") << QStringLiteral("900") << QStringLiteral("旧九百");
    QTest::newRow("number before old number") << QStringLiteral("3") << QStringLiteral("病人3");
    QTest::newRow("nobody") << QStringLiteral("A0000099") << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("eight digits") << QStringLiteral("00000012") << QString();
}

void TestPatients::findByReference_everyForm_finds()
{
    QFETCH(QString, reference);
    QFETCH(QString, name);
    TestClinic clinic;
    const auto registered = [&](const QString &who, const QString &old) {
        PatientDraft draft = draftOf(who);
        draft.oldNumber = old;
        return clinic.write(clinic.receptionist(), "patient.register",
                            [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    };
    QVERIFY(registered(QStringLiteral("旧九百"), QStringLiteral("900")).ok());
    QVERIFY(registered(QStringLiteral("旧三"), QStringLiteral("3")).ok());
    for (int i = 3; i < 12; ++i)
        clinic.patient(QStringLiteral("病人%1").arg(i));
    const auto last = registered(QStringLiteral("第十二"), QStringLiteral("H-2012/12"));
    QCOMPARE(last->number, QStringLiteral("A0000012"));
    // Of an open import: must neither be found nor stand in the way of the one who has the number.
    import(clinic, QStringLiteral("A0000099"), QStringLiteral("未知"), QStringLiteral("13800138009"));
    raw(clinic, [&](store::Connection &connection) {
        connection.internal("UPDATE patient SET old_number = '900' WHERE number = ?1").bind("A0000099").run();
    });
    QCOMPARE(referred(clinic, reference), name);
    QCOMPARE(referred(clinic, last->id.toString()), QStringLiteral("第十二"));
    QCOMPARE(referred(clinic, last->id.toString().toUpper()), QStringLiteral("第十二"));
}

void TestPatients::merge_aliasNumbers_findThePerson()
{
    TestClinic clinic;
    const auto registered = [&](const QString &who, const QString &old) {
        PatientDraft draft = draftOf(who);
        draft.oldNumber = old;
        return *clinic.write(clinic.receptionist(), "patient.register",
                             [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    };
    const Patient kept = registered(QStringLiteral("陈淑芬"), QStringLiteral("OLD1"));
    const Patient first = registered(QStringLiteral("陈淑分"), QStringLiteral("OLD2"));
    const Patient second = registered(QStringLiteral("陈书芬"), {});
    merge(clinic, first, kept.id);
    merge(clinic, second, kept.id);
    const QStringList one{kept.name};
    for (const QString &typed : {first.number, second.number, kept.number, QStringLiteral("OLD1"),
                                 QStringLiteral("OLD2"), QStringLiteral("2"), QStringLiteral("3")})
        QCOMPARE(foundBy(clinic, typed), one);
    for (const QString &reference : {first.number, second.number, QStringLiteral("OLD2"), first.id.toString()})
        QCOMPARE(referred(clinic, reference), kept.name);
    const auto found =
        clinic.read(clinic.practitioner(), [&](const store::Snapshot &view) { return patient::find(view, second.id); });
    QCOMPARE(found->id, kept.id);
    QCOMPARE(foundBy(clinic, {}), one);
}

void TestPatients::merge_rowsOfAliases_areCollected()
{
    TestClinic clinic;
    const Patient kept = clinic.patient(QStringLiteral("陈淑芬"));
    const Patient alias = clinic.patient(QStringLiteral("陈淑分"));
    QVERIFY(visited(clinic, kept.id, QStringLiteral("咳")).ok());
    QVERIFY(visited(clinic, alias.id, QStringLiteral("喘")).ok());
    const auto allergic = [&](PatientId id, const QString &substance) {
        return clinic.write(clinic.practitioner(), "allergy.record", [&](store::Transaction &tx) {
            return patient::recordAllergy(tx, id, {{}, substance, {}});
        });
    };
    QVERIFY(allergic(alias.id, QStringLiteral("青霉素")).ok());
    merge(clinic, alias, kept.id);
    // What is written for the alias from here on belongs to the record that stays.
    QVERIFY(allergic(alias.id, QStringLiteral("花生")).ok());
    QVERIFY(visited(clinic, alias.id, QStringLiteral("热")).ok());
    const auto strip =
        clinic.read(clinic.practitioner(), [&](const store::Snapshot &view) { return patient::open(view, kept.id); });
    QVERIFY(strip.ok());
    QCOMPARE(strip->allergies->size(), 2);
    QCOMPARE(strip->visits, 3);
    QCOMPARE(strip->lastVisit, QDate(2026, 3, 12));
    QCOMPARE(visitsSeen(clinic, kept.id), 3);
    QCOMPARE(visitsSeen(clinic, alias.id), 3);
    merge(clinic, alias, std::nullopt);
    QCOMPARE(visitsSeen(clinic, kept.id), 2);
    QCOMPARE(visitsSeen(clinic, alias.id), 1);
}

void TestPatients::merge_takenBack_restoresBoth()
{
    TestClinic clinic;
    const Patient kept = clinic.patient(QStringLiteral("陈淑芬"), QStringLiteral("13800138000"));
    const Patient alias = clinic.patient(QStringLiteral("王明堂"), QStringLiteral("13900139000"));
    QVERIFY(visited(clinic, alias.id, QStringLiteral("喘")).ok());
    const auto keys = [&] {
        QStringList found;
        const auto view = clinic.store().snapshot(clinic.owner());
        store::Query rows = view->connection().internal(
            "SELECT s.k, s.pid, r.visits, r.last_visit FROM search_key s JOIN patient_rank r ON r.pid = s.pid"
            " ORDER BY 1, 2 /* whole table */");
        while (rows.next())
            found << QStringList{rows.get<QString>(0), rows.get<QString>(1), rows.get<QString>(2), rows.get<QString>(3)}
                         .join(u'|');
        return found;
    };
    const QStringList before = keys();
    merge(clinic, alias, kept.id);
    QVERIFY(keys() != before);
    QCOMPARE(foundBy(clinic, alias.number), QStringList{kept.name});
    merge(clinic, alias, std::nullopt);
    QCOMPARE(keys(), before);
    QCOMPARE(foundBy(clinic, alias.number), QStringList{alias.name});
    QCOMPARE(referred(clinic, alias.number), alias.name);
}

void TestPatients::merge_inAChain_followsToTheEnd()
{
    TestClinic clinic;
    const Patient kept = clinic.patient(QStringLiteral("陈淑芬"));
    const Patient middle = clinic.patient(QStringLiteral("陈淑分"));
    const Patient first = clinic.patient(QStringLiteral("陈书芬"));
    QVERIFY(visited(clinic, first.id, QStringLiteral("喘")).ok());
    merge(clinic, first, middle.id);
    merge(clinic, middle, kept.id);
    QCOMPARE(referred(clinic, first.number), kept.name);
    QCOMPARE(foundBy(clinic, first.number), QStringList{kept.name});
    QCOMPARE(visitsSeen(clinic, kept.id), 1);
    const auto strip =
        clinic.read(clinic.practitioner(), [&](const store::Snapshot &view) { return patient::open(view, first.id); });
    QCOMPARE(strip->patient.id, kept.id);
    QCOMPARE(strip->visits, 1);
    // Taking the inner merge back while the outer one stands.
    merge(clinic, first, std::nullopt);
    QCOMPARE(foundBy(clinic, first.number), QStringList{first.name});
    QCOMPARE(visitsSeen(clinic, kept.id), 0);
    QCOMPARE(visitsSeen(clinic, first.id), 1);
}

void TestPatients::merge_inACircle_isDamaged()
{
    TestClinic clinic;
    const Patient one = clinic.patient(QStringLiteral("陈淑芬"));
    const Patient other = clinic.patient(QStringLiteral("陈淑分"));
    // As two PCs may make it that merge the same two persons while apart.
    merge(clinic, one, other.id);
    merge(clinic, other, one.id);
    const auto found =
        clinic.read(clinic.practitioner(), [&](const store::Snapshot &view) { return patient::find(view, one.id); });
    QCOMPARE(found.error().code, Code::Damaged);
    merge(clinic, other, std::nullopt);
    QCOMPARE(referred(clinic, one.number), other.name);
}

void TestPatients::import_open_isVisibleNowhere()
{
    TestClinic clinic;
    clinic.patient(QStringLiteral("王明"));
    const Import made =
        import(clinic, QStringLiteral("A0000500"), QStringLiteral("覃淑芬"), QStringLiteral("13811112222"));
    for (const char *typed :
         {"覃淑芬", "覃", "淑芬", "qsf", "tansf", "13811112222", "2222", "A0000500", "500", "OLD-77"})
        QCOMPARE(foundBy(clinic, QString::fromUtf8(typed)), QStringList());
    QCOMPARE(foundBy(clinic, {}), QStringList{QStringLiteral("王明")});
    for (const QString &reference : {QStringLiteral("A0000500"), QStringLiteral("OLD-77"), made.patient.toString()})
        QCOMPARE(referred(clinic, reference), QString());
    for (const access::Role role : access::allRoles()) {
        const auto refused = [&](auto question) {
            const auto answer = clinic.read(clinic.actor(role), question);
            return !answer.ok();
        };
        QVERIFY(refused([&](const store::Snapshot &view) { return patient::find(view, made.patient); }));
        QVERIFY(refused([&](const store::Snapshot &view) { return patient::open(view, made.patient); }));
        QVERIFY(refused([&](const store::Snapshot &view) { return record::current(view, made.visit); }));
    }
    QCOMPARE(visitsSeen(clinic, made.patient), -1);
    QCOMPARE(*clinic.read(clinic.receptionist(), [](const store::Snapshot &view) { return patient::count(view); }), 1);
    QCOMPARE(clinic.store().verify().problems, QStringList()); // its keys wait, and are its own
}

void TestPatients::import_closed_isFindable()
{
    TestClinic clinic;
    const Import made =
        import(clinic, QStringLiteral("A0000500"), QStringLiteral("覃淑芬"), QStringLiteral("13811112222"));
    setBatch(clinic, made.batch, "closed");
    for (const char *typed : {"覃淑芬", "qsf", "tsf", "淑芬", "2222", "A0000500", "500", "OLD-77"})
        QCOMPARE(foundBy(clinic, QString::fromUtf8(typed)), QStringList{QStringLiteral("覃淑芬")});
    QCOMPARE(referred(clinic, QStringLiteral("OLD-77")), QStringLiteral("覃淑芬"));
    QCOMPARE(visitsSeen(clinic, made.patient), 1);
    const auto strip = clinic.read(clinic.practitioner(),
                                   [&](const store::Snapshot &view) { return patient::open(view, made.patient); });
    QCOMPARE(strip->visits, 1);
    QCOMPARE(strip->lastVisit, QDate(1970, 1, 1).addDays(20000));
    setBatch(clinic, made.batch, "open");
    QCOMPARE(foundBy(clinic, QStringLiteral("qsf")), QStringList());
}

void TestPatients::import_rolledBack_staysHidden()
{
    TestClinic clinic;
    const Import made =
        import(clinic, QStringLiteral("A0000500"), QStringLiteral("覃淑芬"), QStringLiteral("13811112222"));
    setBatch(clinic, made.batch, "closed");
    setBatch(clinic, made.batch, "rolled-back");
    QCOMPARE(foundBy(clinic, QStringLiteral("覃")), QStringList());
    QCOMPARE(visitsSeen(clinic, made.patient), -1);
    QCOMPARE(referred(clinic, QStringLiteral("A0000500")), QString());
    QCOMPARE(*clinic.read(clinic.receptionist(), [](const store::Snapshot &view) { return patient::count(view); }), 0);
    QCOMPARE(clinic.store().verify().problems, QStringList());
    const auto history = clinic.read(clinic.practitioner(), [&](const store::Snapshot &view) {
        return patient::asItStood(view, made.patient, clinic.clock.now());
    });
    QCOMPARE(history.error().code, Code::NotFound);
}

void TestPatients::import_phoneForAKnownPatient_waitsForTheBatch()
{
    TestClinic clinic;
    const Patient known = clinic.patient(QStringLiteral("王明"));
    const Uuid batch = Uuid::create(clinic.clock, clinic.random);
    raw(clinic, [&](store::Connection &connection) {
        connection.internal("INSERT INTO import_batch(id, source, state, opened_ms) VALUES(?1, 'test', 'open', 1)")
            .bind(batch)
            .run();
        connection.internal("INSERT INTO patient_phone(id, batch_id, patient_id, phone) VALUES(?1, ?2, ?3, ?4)")
            .bind(Uuid::create(clinic.clock, clinic.random), batch, known.id, "13966667777")
            .run();
    });
    const auto phones = [&] {
        return clinic
            .read(clinic.receptionist(), [&](const store::Snapshot &view) { return patient::find(view, known.id); })
            ->otherPhones.size();
    };
    QCOMPARE(phones(), 0);
    QCOMPARE(foundBy(clinic, QStringLiteral("13966667777")), QStringList());
    setBatch(clinic, batch, "closed");
    QCOMPARE(phones(), 1);
    QCOMPARE(foundBy(clinic, QStringLiteral("13966667777")), QStringList{QStringLiteral("王明")});
    setBatch(clinic, batch, "rolled-back");
    QCOMPARE(phones(), 0);
    QCOMPARE(foundBy(clinic, QStringLiteral("13966667777")), QStringList());
}

void TestPatients::restricted_inSearch_isHidden()
{
    TestClinic clinic;
    const Patient known = clinic.patient(QStringLiteral("王明"));
    const auto restrict = [&](int on) {
        raw(clinic, [&](store::Connection &connection) {
            connection.internal("UPDATE patient SET restricted = ?2 WHERE id = ?1").bind(known.id, on).run();
        });
    };
    restrict(1);
    for (const char *typed : {"王明", "wm", "8000", "A0000001", ""})
        QCOMPARE(foundBy(clinic, QString::fromUtf8(typed)), QStringList());
    QCOMPARE(clinic
                 .read(clinic.receptionist(),
                       [&](const store::Snapshot &view) {
                           return patient::household(view, QStringLiteral("13800138000"), {});
                       })
                 ->size(),
             0);
    restrict(0);
    QCOMPARE(foundBy(clinic, QStringLiteral("wm")), QStringList{QStringLiteral("王明")});
}

void TestPatients::restricted_referrer_isLeftOutAndStays()
{
    TestClinic clinic;
    const Patient sender = clinic.patient(QStringLiteral("王明"));
    const Patient other = clinic.patient(QStringLiteral("刘强"));
    PatientDraft draft;
    draft.name = QStringLiteral("陈淑芬");
    draft.phone = QStringLiteral("13900139000");
    draft.referredBy = sender.id;
    const auto made = clinic.write(clinic.receptionist(), "patient.register",
                                   [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    QVERIFY(made.ok());
    QCOMPARE(made->referredBy, sender.id);
    const auto referrer = [&](const store::Actor &actor) {
        const auto plain =
            clinic.read(actor, [&](const store::Snapshot &view) { return patient::findPlain(view, made->id); });
        const auto whole =
            clinic.read(actor, [&](const store::Snapshot &view) { return patient::find(view, made->id); });
        return plain->referredBy == whole->referredBy ? whole->referredBy : std::optional(made->id);
    };
    QVERIFY(clinic
                .write(clinic.owner(), "patient.restrict",
                       [&](store::Transaction &tx) {
                           return patient::setRestricted(tx, sender.id, true, QStringLiteral("私密"));
                       })
                .ok());
    QCOMPARE(referrer(clinic.receptionist()), std::nullopt);
    QCOMPARE(referrer(clinic.owner()), sender.id);
    const auto edit = [&] {
        return clinic.write(clinic.receptionist(), "patient.edit",
                            [&](store::Transaction &tx) { return patient::edit(tx, made->id, draft); });
    };
    draft.referredBy.reset(); // as it was shown
    draft.campaign = QStringLiteral("三伏贴");
    const auto edited = edit();
    QVERIFY(edited.ok());
    QCOMPARE(edited->campaign, draft.campaign);
    QCOMPARE(edited->referredBy, std::nullopt);
    QCOMPARE(referrer(clinic.owner()), sender.id);
    draft.referredBy = other.id; // what is chosen counts
    QVERIFY(edit().ok());
    QCOMPARE(referrer(clinic.owner()), other.id);
    draft.referredBy.reset();
    QVERIFY(edit().ok());
    QCOMPARE(referrer(clinic.owner()), std::nullopt); // one who is seen is taken away
}

QTEST_GUILESS_MAIN(TestPatients)
#include "tst_patients.moc"
