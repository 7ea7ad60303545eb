#include "access/rights.h"
#include "access/settings.h"
#include "clinic/journal.h"
#include "clinic/patient/segments.h"
#include "segmentoracle.h"
#include "store/failure.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::segments;
using access::Role;

namespace {

const QStringList names{u"陈淑芬"_qs, u"陈 Anna"_qs, u"单素芬"_qs, u"张伟"_qs, u"Maria"_qs, u"王芳"_qs};
const QStringList births{u"1979-08-21"_qs, u"1950"_qs,       u"1966-03"_qs,    u"2000-02-29"_qs, u"2020-03-13"_qs,
                         u"1966-03-12"_qs, u"1990-12-30"_qs, u"2026-03-11"_qs, u"1988-03-20"_qs, u"2027-01-01"_qs};
const QStringList words{u"美团"_qs, u"Friend"_qs, u"friends"_qs, u"路过"_qs};
const QStringList allergens{u"shellfish"_qs, u"pollen"_qs, u"resin"_qs};
const QStringList types{u"qixu"_qs, u"yangxu"_qs, u"pinghe"_qs};
const QStringList codes{u"BNW080"_qs, u"ZYVXYO"_qs, u"E11"_qs};
const QStringList herbs{u"huang-qi"_qs, u"gan-cao"_qs, u"chai-hu"_qs};
const QStringList formulas{u"si-jun-zi-tang"_qs, u"er-chen-tang"_qs, u"si-ni-tang"_qs};

const QString &oneOf(const QStringList &list, Random &random)
{
    return list.at(random.below(list.size()));
}

Definition of(Field field, Operator is, const Value &value = {})
{
    return {{Group::Join::All, {{field, is, value}}, {}}};
}

Definition stageIs(const char *stage)
{
    return of(Field::Stage, Operator::AnyOf, QStringList{QString::fromLatin1(stage)});
}

} // namespace

/// Saved questions about patients: who may ask them, and that the store finds whom they describe.
class TestSegments : public QObject
{
    Q_OBJECT

private slots:
    void count_randomDefinitions_agreeWithANaiveEvaluation_data();
    void count_randomDefinitions_agreeWithANaiveEvaluation();
    void stages_everyPatient_agreeWithTheSegments();
    void page_byPages_givesEverybodyOnceInOrder();
    void count_fieldNotRead_isRefusedAndNamed_data();
    void count_fieldNotRead_isRefusedAndNamed();
    void count_notesNotShared_counts_ownPatientsOnly();
    void count_phoneOfAnOpenImport_isNotKnown();
    void count_referrerNobodyFinds_isNotKnown();
    void count_cancelled_isInterrupted();
    void save_asked_isListedForItsOwnerOrEverybody();
    void save_wrong_isRefused_data();
    void save_wrong_isRefused();
    void save_ofAnotherPerson_isNotFound();
    void save_byOneWithoutTheRight_isRefused();
    void save_overOneThatCannotBeAsked_isRefused();
    void save_changedSinceItWasRead_isRefused();
    void all_conditionsOthersMayAsk_areUnavailableWithWhy();
    void all_writtenByANewerProgram_isUnavailable();
    void retire_segment_isOfferedNoMoreAndTold();
    void retire_takenBack_isOfferedAgainUnderAFreeName();
    void noteLook_list_leavesAnAuditRow();
    void noteCount_moreThanSearching_leavesAnAuditRow();
    void offered_tagsPeopleAndWords_areThoseInUse();
    void thresholds_settled_decideTheStage();

private:
    /// Fills the clinic with people of all kinds, past the gate.
    void fill(TestClinic &clinic, quint64 seed);
    void plant(store::Transaction &tx, const QList<Uuid> &practitioners, SeededRandom &random);
    Definition anyDefinition(const access::Rights &rights, Random &random) const;
    Condition anyCondition(const QList<Field> &fields, Random &random) const;

    static Result<segment::Segment> save(TestClinic &clinic, const store::Actor &actor, const segment::Segment &one)
    {
        return clinic.write(actor, "segment.save", [&](store::Transaction &tx) { return segment::save(tx, one); });
    }
    static segment::Segment named(const QString &name, const Definition &definition, bool own = true)
    {
        segment::Segment one;
        one.name = name;
        one.definition = definition;
        one.own = own;
        return one;
    }
    static QStringList listed(TestClinic &clinic, const store::Actor &actor)
    {
        QStringList found;
        const auto known = segment::all(*clinic.store().snapshot(actor));
        for (const segment::Segment &one : known ? *known : QList<segment::Segment>())
            found << one.name;
        return found;
    }
    QList<Uuid> m_people;
    QList<Uuid> m_tags;
    QList<Uuid> m_practitioners;
};

void TestSegments::plant(store::Transaction &tx, const QList<Uuid> &practitioners, SeededRandom &random)
{
    store::Connection &c = tx.connection();
    const auto chance = [&](int inHundred) { return int(random.below(100)) < inHundred; };
    const auto maybe = [&](const QStringList &list, int inHundred) {
        return chance(inHundred) ? oneOf(list, random) : QString();
    };
    const qint64 today = QDate(1970, 1, 1).daysTo(tx.today());
    const qint64 now = toMs(tx.now());
    const qint64 dayMs = 86'400'000;
    const Uuid open = tx.newUuid();
    c.internal("INSERT INTO import_batch(id, source, state, opened_ms) VALUES(?1, 'a', 'open', 1)").bind(open).run();
    const Uuid closed = tx.newUuid();
    c.internal("INSERT INTO import_batch(id, source, state, opened_ms) VALUES(?1, 'b', 'closed', 1)")
        .bind(closed)
        .run();
    for (int i = 0; i < 3; ++i) {
        m_tags << tx.newUuid();
        c.internal("INSERT INTO tag(id, name, retired) VALUES(?1, ?2, ?3)")
            .bind(m_tags.last(), u"标签%1"_qs.arg(i), i == 2)
            .run();
    }
    for (int i = 0; i < 90; ++i) {
        const Uuid id = tx.newUuid();
        const bool inOpen = i % 23 == 7;
        const auto batch = inOpen ? std::optional(open) : i % 9 == 3 ? std::optional(closed) : std::nullopt;
        const auto into =
            i > 30 && i % 8 == 5 && !inOpen ? std::optional(m_people[random.below(m_people.size())]) : std::nullopt;
        const auto referrer =
            chance(30) && i > 0 ? std::optional(m_people[random.below(m_people.size())]) : std::nullopt;
        const QString sexes[] = {u"male"_qs, u"female"_qs, u"other"_qs, u"unknown"_qs};
        c.internal(
             "INSERT INTO patient(id, batch_id, merged_into_id, number, name, sex, birth_date, birth_lunar, phone,"
             " source, campaign, referred_by_id, address, insurance, occupation, restricted, deceased,"
             " registered_ms) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,"
             " ?18)")
            .bind(id, batch, into, u"A%1"_qs.arg(i + 1, 7, 10, QLatin1Char('0')), oneOf(names, random),
                  sexes[random.below(4)], maybe(births, 85), chance(10), maybe({u"13800138000"_qs}, 70),
                  maybe(words, 60), maybe(words, 30), referrer, maybe({u"上海市静安区"_qs, u"杭州"_qs}, 50),
                  maybe({u"31011"_qs}, 30), maybe({u"教师"_qs}, 30), i % 11 == 4, i % 13 == 6,
                  now - qint64(random.below(700)) * dayMs - 7)
            .run();
        m_people << id;
        const auto rowBatch = chance(10) && !inOpen ? std::optional(open) : batch;
        if (chance(20))
            c.internal(
                 "INSERT INTO patient_phone(id, batch_id, patient_id, phone, ended) VALUES(?1, ?2, ?3, '139', ?4)")
                .bind(tx.newUuid(), rowBatch, id, chance(30))
                .run();
        for (const Uuid &tag : std::as_const(m_tags)) {
            if (chance(25))
                c.internal("INSERT INTO patient_tag(id, batch_id, patient_id, tag_id, ended, recorded_ms)"
                           " VALUES(?1, ?2, ?3, ?4, ?5, 1)")
                    .bind(tx.newUuid(), rowBatch, id, tag, chance(20))
                    .run();
        }
        for (int one = 0; one < 2; ++one) {
            if (chance(20))
                c.internal(
                     "INSERT INTO allergy(id, batch_id, patient_id, allergen, substance, verification, recorded_ms)"
                     " VALUES(?1, ?2, ?3, ?4, ?5, ?6, 1)")
                    .bind(tx.newUuid(), rowBatch, id, maybe(allergens, 70), oneOf({u"Prawns"_qs, u"花粉"_qs}, random),
                          chance(25) ? "entered-in-error" : "confirmed")
                    .run();
            if (chance(25))
                c.internal("INSERT INTO medication_statement(id, batch_id, patient_id, medicine, status, recorded_ms)"
                           " VALUES(?1, ?2, ?3, ?4, ?5, 1)")
                    .bind(tx.newUuid(), rowBatch, id, oneOf({u"Aspirin"_qs, u"二甲双胍"_qs}, random),
                          chance(25) ? "stopped" : "active")
                    .run();
            if (chance(30))
                c.internal("INSERT INTO pregnancy_status(id, batch_id, patient_id, pregnant, lactating, recorded_ms)"
                           " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
                    .bind(tx.newUuid(), rowBatch, id, chance(20) ? std::nullopt : std::optional(chance(60)), chance(40),
                          qint64(random.below(3)))
                    .run();
            if (chance(30)) {
                const Uuid assessment = tx.newUuid();
                c.internal("INSERT INTO constitution_assessment(id, batch_id, patient_id, form, answered_by, day,"
                           " recorded_ms, status) VALUES(?1, ?2, ?3, 'f', 'staff', ?4, 1, ?5)")
                    .bind(assessment, rowBatch, id, today - qint64(random.below(3)),
                          chance(20) ? "entered-in-error" : "completed")
                    .run();
                const QString decisions[] = {u"yes"_qs, u"basically_yes"_qs, u"tendency"_qs, u"no"_qs};
                for (const QString &type : types)
                    c.internal("INSERT INTO constitution_result(id, batch_id, assessment_id, type, raw, decision)"
                               " VALUES(?1, ?2, ?3, ?4, 1, ?5)")
                        .bind(tx.newUuid(), rowBatch, assessment, type, decisions[random.below(4)])
                        .run();
            }
        }
        for (quint64 one = 0, most = random.below(4); one < most; ++one) {
            const Uuid visit = tx.newUuid();
            const QString statuses[] = {u"finished"_qs, u"finished"_qs, u"finished"_qs, u"in-progress"_qs,
                                        u"entered-in-error"_qs};
            const qint64 ago = qint64(random.below(4)) * 90 + qint64(random.below(3)) - 1;
            c.internal(
                 "INSERT INTO visit(id, batch_id, patient_id, practitioner_id, day, started_ms, entered_ms, status)"
                 " VALUES(?1, ?2, ?3, ?4, ?5, 1, 1, ?6)")
                .bind(visit, rowBatch, id, practitioners[random.below(practitioners.size())], today - ago,
                      statuses[random.below(5)])
                .run();
            for (int number = 1, last = 1 + int(random.below(3)); number <= last; ++number) {
                const Uuid revision = tx.newUuid();
                const QString kinds[] = {u"final"_qs, u"amended"_qs, u"final"_qs, u"preliminary"_qs};
                c.internal(
                     "INSERT INTO visit_revision(id, batch_id, visit_id, number, status, form, sensitive, written_ms)"
                     " VALUES(?1, ?2, ?3, ?4, ?5, 'f', ?6, 1)")
                    .bind(revision, rowBatch, visit, number, kinds[random.below(4)], chance(15))
                    .run();
                const QString uses[] = {u"disease"_qs, u"pattern"_qs, u"method"_qs, u"western"_qs};
                const QString code = oneOf(codes, random);
                c.internal("INSERT INTO diagnosis(id, batch_id, revision_id, kind, rank, code_system, code, display)"
                           " VALUES(?1, ?2, ?3, ?4, 1, ?5, ?6, ?7)")
                    .bind(tx.newUuid(), rowBatch, revision, uses[random.below(4)],
                          code == u"E11" ? "ICD-10" : "GB/T 15657", code, u"名 %1"_qs.arg(code))
                    .run();
                if (!chance(60))
                    continue;
                const Uuid prescription = tx.newUuid();
                c.internal(
                     "INSERT INTO prescription(id, batch_id, revision_id, patient_id, rank, number, formula, route,"
                     " packets, packets_per_day, times_per_day) VALUES(?1, ?2, ?3, ?4, 1, 'x', ?5, 'decoction', 7,"
                     " 1, 2)")
                    .bind(prescription, rowBatch, revision, id,
                          chance(30) ? u"si-jun-zi-tang+er-chen-tang"_qs : maybe(formulas, 60))
                    .run();
                c.internal("INSERT INTO prescription_item(id, batch_id, prescription_id, rank, herb, name, dose_mg)"
                           " VALUES(?1, ?2, ?3, 1, ?4, 'x', 1000)")
                    .bind(tx.newUuid(), rowBatch, prescription, maybe(herbs, 80))
                    .run();
            }
        }
    }
}

void TestSegments::fill(TestClinic &clinic, quint64 seed)
{
    m_people.clear();
    m_tags.clear();
    m_practitioners = {*clinic.practitioner().user, *clinic.another(Role::Practitioner).user};
    SeededRandom random(seed);
    const auto tx = clinic.store().begin(clinic.owner(), "test.fill");
    plant(*tx, m_practitioners, random);
    tx->commit();
}

Condition TestSegments::anyCondition(const QList<Field> &allowed, Random &random) const
{
    const FieldRow &row = rowOf(allowed.at(random.below(allowed.size())));
    Condition one{row.field, row.operators.at(random.below(row.operators.size())), {}};
    const auto ids = [&](const QList<Uuid> &list) {
        QStringList found;
        for (quint64 i = 0, most = 1 + random.below(3); i < most; ++i)
            found << list.at(random.below(list.size())).toString();
        return found;
    };
    const auto some = [&](const QStringList &list) {
        QStringList found;
        for (quint64 i = 0, most = 1 + random.below(2); i < most; ++i)
            found << oneOf(list, random);
        return found;
    };
    switch (takes(one.field, one.is)) {
    case Takes::Nothing:
        break;
    case Takes::Number: {
        const qint64 numbers[] = {0, 1, 2, 3, 5, 26, 36, 38, 47, 59, 60, 76};
        one.value = numbers[random.below(std::size(numbers))];
        break;
    }
    case Takes::Days: {
        const qint64 numbers[] = {0, 1, 2, 8, 89, 90, 91, 180, 300, 365};
        one.value = numbers[random.below(std::size(numbers))];
        break;
    }
    case Takes::Date:
        one.value = QDate(2026, 3, 13).addDays(-qint64(random.below(4)) * 90);
        break;
    case Takes::Text: {
        const QStringList texts{u"陈"_qs,   u"chen"_qs,    u"sf"_qs,         u"a"_qs,     u"FRIEND"_qs,
                                u"美团"_qs, u"A000001"_qs, u"名 B"_qs,       u"prawn"_qs, u"aspirin"_qs,
                                u"静安"_qs, u"%"_qs,       u"' OR 1=1 --"_qs};
        one.value = oneOf(texts, random);
        break;
    }
    case Takes::Codes:
        one.value = one.field == Field::Tag            ? ids(m_tags)
                    : one.field == Field::Practitioner ? ids(m_practitioners)
                    : one.field == Field::Referrer     ? ids(m_people)
                    : one.field == Field::Allergy      ? some(allergens)
                    : one.field == Field::Constitution ? some(types)
                    : one.field == Field::Herb         ? some(herbs)
                    : one.field == Field::Formula      ? some(formulas)
                    : one.field == Field::Diagnosis
                        ? some({u"GB/T 15657|BNW080"_qs, u"GB/T 15657|ZYVXYO"_qs, u"ICD-10|E11"_qs, u"|BNW080"_qs})
                        : some(row.choices);
        break;
    }
    return one;
}

Definition TestSegments::anyDefinition(const access::Rights &rights, Random &random) const
{
    QList<Field> allowed;
    for (const FieldRow &row : fields()) {
        if (rights.has(segment::permissionFor(row.needs)))
            allowed << row.field;
    }
    const auto group = [&](const auto &self, int depth) -> Group {
        Group made;
        made.join = random.below(2) == 0 ? Group::Join::All : Group::Join::Any;
        for (quint64 i = 0, most = 1 + random.below(2); i < most; ++i)
            made.conditions << anyCondition(allowed, random);
        for (quint64 i = 0, most = depth < 3 ? random.below(3) : 0; i < most; ++i)
            made.groups << self(self, depth + 1);
        return made;
    };
    return {group(group, 1)};
}

void TestSegments::count_randomDefinitions_agreeWithANaiveEvaluation_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("shared"); // 520 definitions together
    QTest::newRow("owner") << int(Role::Owner) << true;
    QTest::newRow("practitioner") << int(Role::Practitioner) << true;
    QTest::newRow("practitioner, notes not shared") << int(Role::Practitioner) << false;
    QTest::newRow("reception") << int(Role::Receptionist) << true;
}

void TestSegments::count_randomDefinitions_agreeWithANaiveEvaluation()
{
    QFETCH(int, role);
    QFETCH(bool, shared);
    const int rounds = role == int(Role::Practitioner) ? 70 : 60;
    int nobody = 0;
    int everybody = 0;
    QSet<int> asked;
    for (quint64 seed = 1; seed <= 2; ++seed) {
        TestClinic clinic(seed);
        fill(clinic, seed);
        if (!shared)
            QVERIFY(clinic
                        .write(clinic.owner(), "setting.change",
                               [](store::Transaction &tx) {
                                   return settings::setValue(tx, settings::RecordsSharing, u"own"_qs);
                               })
                        .ok());
        const store::Actor actor = clinic.actor(static_cast<Role>(role));
        const auto view = clinic.store().snapshot(actor);
        const SegmentOracle oracle(view->connection(), view->today(), view->zone(), {});
        const SegmentOracle::Reader reader{role == int(Role::Owner), shared ? std::nullopt : actor.user};
        SeededRandom random(1000 + seed);
        for (int i = 0; i < rounds; ++i) {
            const auto fresh = clinic.store().snapshot(actor);
            const Definition definition = anyDefinition(access::rightsOf(*fresh), random);
            const QList<Uuid> expected = oracle.matching(definition, reader);
            const auto counted = segment::count(*fresh, definition);
            QVERIFY2(counted.ok(), counted ? "" : qPrintable(counted.error().message + definition.toJson()));
            QVERIFY2(*counted == expected.size(), qPrintable(u"%1 for %2: %3"_qs.arg(*counted)
                                                                 .arg(expected.size())
                                                                 .arg(QString::fromUtf8(definition.toJson()))));
            const auto page = segment::page(*fresh, definition, {}, 200);
            QVERIFY(page.ok());
            QList<Uuid> shown;
            for (const PatientHit &hit : page->hits)
                shown << hit.id.uuid();
            QVERIFY2(shown == expected, definition.toJson().constData());
            nobody += expected.isEmpty() ? 1 : 0;
            everybody += expected.size() > 60 ? 1 : 0;
            for (const auto &[path, condition] : conditionsOf(definition))
                asked << int(condition.field) * 32 + int(condition.is);
        }
    }
    // The conditions tell people apart: else the two would agree on nothing.
    QVERIFY2(nobody < rounds && everybody < rounds, qPrintable(u"%1 %2"_qs.arg(nobody).arg(everybody)));
    QVERIFY2(asked.size() > 35, qPrintable(QString::number(asked.size())));
}

void TestSegments::stages_everyPatient_agreeWithTheSegments()
{
    for (const Thresholds &days : {Thresholds{}, Thresholds{1, 180}, Thresholds{200, 100}}) {
        TestClinic clinic;
        fill(clinic, 4);
        for (const auto &[key, value] : {std::pair(settings::StageActiveDays, days.activeDays),
                                         std::pair(settings::StageDormantDays, days.dormantDays)})
            QVERIFY(
                clinic
                    .write(clinic.owner(), "setting.change",
                           [&](store::Transaction &tx) { return settings::setValue(tx, key, QString::number(value)); })
                    .ok());
        const auto view = clinic.store().snapshot(clinic.owner());
        QList<PatientId> ids;
        for (const Uuid &id : std::as_const(m_people))
            ids << PatientId(id);
        const auto known = segment::stages(*view, ids);
        QVERIFY(known.ok());
        QCOMPARE(known->thresholds, days);
        QHash<Uuid, Stage> bySegment;
        for (const QString &code : rowOf(Field::Stage).choices) {
            const auto page = segment::page(*view, of(Field::Stage, Operator::AnyOf, QStringList{code}), {}, 200);
            QVERIFY(page.ok());
            for (const PatientHit &hit : page->hits) {
                QVERIFY(!bySegment.contains(hit.id.uuid()));
                bySegment.insert(hit.id.uuid(), *stageFrom(code));
            }
        }
        QCOMPARE(known->of, bySegment);
        QVERIFY(bySegment.size() > 50);
    }
}

void TestSegments::page_byPages_givesEverybodyOnceInOrder()
{
    TestClinic clinic;
    fill(clinic, 5);
    const auto view = clinic.store().snapshot(clinic.owner());
    const Definition everybody = of(Field::Visits, Operator::AtLeast, qint64(0));
    const auto whole = segment::page(*view, everybody, {}, 200);
    QVERIFY(whole.ok());
    QVERIFY(!whole->next);
    QCOMPARE(*segment::count(*view, everybody), whole->hits.size());
    QList<PatientHit> found;
    std::optional<segment::Cursor> at;
    int pages = 0;
    do {
        const auto page = segment::page(*view, everybody, at, 7);
        QVERIFY(page.ok());
        QVERIFY(page->hits.size() <= 7);
        found << page->hits;
        at = page->next;
        QVERIFY(++pages < 20);
    } while (at);
    QCOMPARE(found, whole->hits);
}

void TestSegments::count_fieldNotRead_isRefusedAndNamed_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("field");
    const auto row = [](Role role, Field field) {
        QTest::addRow("%s, %s", qPrintable(access::nameOf(role)), rowOf(field).code) << int(role) << int(field);
    };
    for (const Field field : {Field::Constitution, Field::Pregnant, Field::Medicine, Field::Diagnosis, Field::Herb,
                              Field::Formula, Field::Address, Field::Insurance})
        row(Role::Receptionist, field);
    for (const Field field : {Field::Address, Field::Occupation})
        row(Role::Practitioner, field);
    row(Role::Owner, Field::Diagnosis);
    row(Role::Dispenser, Field::Diagnosis);
}

void TestSegments::count_fieldNotRead_isRefusedAndNamed()
{
    QFETCH(int, role);
    QFETCH(int, field);
    TestClinic clinic;
    const FieldRow &row = rowOf(static_cast<Field>(field));
    SeededRandom random(1);
    Condition asked = anyCondition({Field::Age}, random);
    asked = {row.field, row.operators.first(), {}};
    if (takes(row.field, asked.is) == Takes::Codes)
        asked.value = QStringList{u"x"_qs};
    else if (takes(row.field, asked.is) == Takes::Text)
        asked.value = u"x"_qs;
    const Definition hidden{
        {Group::Join::Any, {{Field::Visits, Operator::AtLeast, qint64(0)}}, {{Group::Join::All, {asked}, {}}}}};
    const auto view = clinic.store().snapshot(clinic.actor(static_cast<Role>(role)));
    const auto counted = segment::count(*view, hidden);
    QVERIFY(!counted);
    QCOMPARE(counted.error().code, Code::NoPermission);
    QCOMPARE(counted.error().field, u"groups[0].conditions[0]"_qs);
    QVERIFY(counted.error().message.contains(nameOf(row.field)));
    QCOMPARE(segment::page(*view, hidden).error().code, Code::NoPermission);
}

void TestSegments::count_notesNotShared_counts_ownPatientsOnly()
{
    TestClinic clinic;
    fill(clinic, 6);
    const Definition with = of(Field::Diagnosis, Operator::Contains, u"名"_qs);
    const Definition without = of(Field::Diagnosis, Operator::NoneOf, QStringList{u"ICD-10|E11"_qs});
    const auto count = [&](const Definition &definition) {
        return *segment::count(*clinic.store().snapshot(clinic.practitioner()), definition);
    };
    const qint64 withAll = count(with);
    const qint64 withoutAll = count(without);
    QVERIFY(
        clinic
            .write(clinic.owner(), "setting.change",
                   [](store::Transaction &tx) { return settings::setValue(tx, settings::RecordsSharing, u"own"_qs); })
            .ok());
    QVERIFY(count(with) < withAll);
    QVERIFY(count(without) < withoutAll);
    QVERIFY(count(with) > 0);
}

void TestSegments::count_phoneOfAnOpenImport_isNotKnown()
{
    TestClinic clinic;
    auto tx = clinic.store().begin(clinic.owner(), "test.fill");
    store::Connection &c = tx->connection();
    const Uuid batch = tx->newUuid();
    c.internal("INSERT INTO import_batch(id, source, state, opened_ms) VALUES(?1, 'a', 'open', 1)").bind(batch).run();
    const Uuid stays = tx->newUuid();
    c.internal("INSERT INTO patient(id, number, name, registered_ms) VALUES(?1, 'A0000001', '王芳', 1)")
        .bind(stays)
        .run();
    c.internal("INSERT INTO patient(id, batch_id, merged_into_id, number, name, phone, registered_ms)"
               " VALUES(?1, ?2, ?3, 'A0000002', '王芳', '13812346207', 1)")
        .bind(tx->newUuid(), batch, stays)
        .run();
    tx->commit();
    tx.reset();
    const auto known = [&] {
        return *segment::count(*clinic.store().snapshot(clinic.receptionist()), of(Field::Phone, Operator::Known));
    };
    QCOMPARE(known(), 0);
    const auto closing = clinic.store().begin(clinic.owner(), "test.close");
    closing->connection().internal("UPDATE import_batch SET state = 'closed' WHERE id = ?1").bind(batch).run();
    closing->commit();
    QCOMPARE(known(), 1);
}

void TestSegments::count_referrerNobodyFinds_isNotKnown()
{
    TestClinic clinic;
    const auto tx = clinic.store().begin(clinic.owner(), "test.fill");
    store::Connection &c = tx->connection();
    int number = 0;
    const auto add = [&](std::optional<Uuid> referrer, bool restricted = false) {
        const Uuid id = tx->newUuid();
        c.internal("INSERT INTO patient(id, number, name, referred_by_id, restricted, registered_ms)"
                   " VALUES(?1, ?2, '王芳', ?3, ?4, 1)")
            .bind(id, u"A%1"_qs.arg(++number, 7, 10, QLatin1Char('0')), referrer, restricted)
            .run();
        return id;
    };
    const Uuid hidden = add({}, true);
    const Uuid plain = add({});
    const Uuid merged = add({});
    add(hidden);
    add(plain);
    const Uuid self = add(merged);
    c.internal("UPDATE patient SET merged_into_id = ?2 WHERE id = ?1").bind(merged, self).run();
    tx->commit();
    const auto count = [&](const store::Actor &actor, Operator is) {
        return *segment::count(*clinic.store().snapshot(actor), of(Field::Referrer, is));
    };
    QCOMPARE(count(clinic.owner(), Operator::Known), 2);
    QCOMPARE(count(clinic.owner(), Operator::Unknown), 3);
    QCOMPARE(count(clinic.receptionist(), Operator::Known), 1);
    QCOMPARE(count(clinic.receptionist(), Operator::Unknown), 3);
}

void TestSegments::count_cancelled_isInterrupted()
{
    TestClinic clinic;
    fill(clinic, 7);
    const auto view = clinic.store().snapshot(clinic.owner());
    Group slow{Group::Join::Any, {}, {}};
    for (int i = 0; i < 30; ++i)
        slow.conditions << Condition{Field::Address, Operator::Contains, u"x%1"_qs.arg(i)};
    QVERIFY(segment::count(*view, {slow}).ok());
    view->connection().setInterrupt([] { return true; });
    Code code = Code::Invalid;
    try {
        (void)segment::count(*view, {slow});
    } catch (const store::Failure &failure) {
        code = failure.error().code;
    }
    QCOMPARE(code, Code::Cancelled);
    view->connection().setInterrupt({});
}

void TestSegments::save_asked_isListedForItsOwnerOrEverybody()
{
    TestClinic clinic;
    const auto mine = save(clinic, clinic.receptionist(), named(u" 沉睡  患者 "_qs, stageIs("dormant")));
    QVERIFY(mine.ok());
    QCOMPARE(mine->name, u"沉睡 患者"_qs);
    const auto ours = save(clinic, clinic.owner(), named(u"活跃"_qs, stageIs("active"), false));
    QVERIFY(ours.ok());
    QCOMPARE(listed(clinic, clinic.receptionist()).size(), 2);
    QCOMPARE(listed(clinic, clinic.practitioner()), QStringList{u"活跃"_qs});

    // Everybody's is changed by everybody who may, and may become one's own.
    segment::Segment changed = *ours;
    changed.name = u"常来"_qs;
    changed.definition = of(Field::Visits, Operator::AtLeast, qint64(5));
    QVERIFY(save(clinic, clinic.practitioner(), changed).ok());
    QCOMPARE(listed(clinic, clinic.owner()), QStringList{u"常来"_qs});
    const auto known = segment::all(*clinic.store().snapshot(clinic.owner()));
    QCOMPARE(known->first().definition, changed.definition);
    QCOMPARE(known->first().id, ours->id);
    QVERIFY(!known->first().own);
}

void TestSegments::save_wrong_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("code");
    QTest::newRow("no name") << u"  "_qs << int(Field::Visits) << u"name"_qs << int(Code::Invalid);
    QTest::newRow("a long name") << QString(segment::mostName + 1, u'名') << int(Field::Visits) << u"name"_qs
                                 << int(Code::Invalid);
    QTest::newRow("a name that is taken") << u"老客"_qs << int(Field::Visits) << u"name"_qs << int(Code::Conflict);
    QTest::newRow("a value that is none")
        << u"新"_qs << int(Field::Age) << u"conditions[0].value"_qs << int(Code::Invalid);
    QTest::newRow("a field one does not read")
        << u"新"_qs << int(Field::Lactating) << u"conditions[0]"_qs << int(Code::NoPermission);
    QTest::newRow("an id that is none") << u"新"_qs << int(Field::Tag) << u"conditions[0].value"_qs
                                        << int(Code::Invalid);
}

void TestSegments::save_wrong_isRefused()
{
    QFETCH(QString, name);
    QFETCH(int, field);
    QFETCH(QString, place);
    QFETCH(int, code);
    TestClinic clinic;
    const Definition fine = of(Field::Visits, Operator::AtLeast, qint64(3));
    QVERIFY(save(clinic, clinic.receptionist(), named(u"老客"_qs, fine)).ok());
    const Field asked = static_cast<Field>(field);
    const Definition definition = asked == Field::Age         ? of(asked, Operator::AtLeast, qint64(999))
                                  : asked == Field::Lactating ? of(asked, Operator::Yes)
                                  : asked == Field::Tag       ? of(asked, Operator::AnyOf, QStringList{u"x"_qs})
                                                              : fine;
    const auto kept = save(clinic, clinic.receptionist(), named(name, definition));
    QVERIFY(!kept);
    QCOMPARE(kept.error().field, place);
    QCOMPARE(int(kept.error().code), code);
    QCOMPARE(listed(clinic, clinic.receptionist()), QStringList{u"老客"_qs});
}

void TestSegments::save_ofAnotherPerson_isNotFound()
{
    TestClinic clinic;
    auto kept = save(clinic, clinic.receptionist(), named(u"我的"_qs, stageIs("lost")));
    QVERIFY(kept.ok());
    kept->name = u"你的"_qs;
    QCOMPARE(save(clinic, clinic.owner(), *kept).error().code, Code::NotFound);
    QCOMPARE(clinic
                 .write(clinic.owner(), "segment.retire",
                        [&](store::Transaction &tx) { return segment::retire(tx, kept->id); })
                 .error()
                 .code,
             Code::NotFound);
    // Another person may have one of the same name.
    QVERIFY(save(clinic, clinic.owner(), named(u"我的"_qs, stageIs("lost"))).ok());
}

void TestSegments::save_byOneWithoutTheRight_isRefused()
{
    TestClinic clinic;
    for (const Role role : {Role::Dispenser, Role::Administrator, Role::Auditor})
        QCOMPARE(save(clinic, clinic.actor(role), named(u"x"_qs, stageIs("lost"))).error().code, Code::NoPermission);
}

void TestSegments::save_overOneThatCannotBeAsked_isRefused()
{
    TestClinic clinic;
    const Definition pregnant = of(Field::Pregnant, Operator::Yes);
    auto kept = save(clinic, clinic.practitioner(), named(u"孕"_qs, pregnant, false));
    QVERIFY(kept.ok());
    kept->definition = stageIs("lost");
    const auto blind = save(clinic, clinic.receptionist(), *kept);
    QCOMPARE(blind.error().code, Code::NoPermission);
    QCOMPARE(blind.error().field, u"conditions[0]"_qs);
    QCOMPARE(segment::all(*clinic.store().snapshot(clinic.practitioner()))->first().definition, pregnant);

    {
        const auto tx = clinic.store().begin(clinic.owner(), "test.raw");
        tx->connection()
            .internal("UPDATE segment SET definition = '{\"version\": 2}' WHERE id = ?1")
            .bind(kept->id)
            .run();
        tx->commit();
    }
    QCOMPARE(save(clinic, clinic.practitioner(), *kept).error().code, Code::Newer);
}

void TestSegments::save_changedSinceItWasRead_isRefused()
{
    TestClinic clinic;
    const auto read =
        save(clinic, clinic.owner(), named(u"常客"_qs, of(Field::Visits, Operator::AtLeast, qint64(5)), false));
    QVERIFY(read.ok());
    const auto change = [&](const store::Actor &actor, const segment::Segment &one, const segment::Segment &expected) {
        return clinic.write(actor, "segment.save",
                            [&](store::Transaction &tx) { return segment::save(tx, one, expected); });
    };
    segment::Segment renamed = *read;
    renamed.name = u"熟客"_qs;
    const auto first = change(clinic.receptionist(), renamed, *read);
    QVERIFY(first.ok());
    segment::Segment other = *read;
    other.definition = stageIs("active");
    QCOMPARE(change(clinic.practitioner(), other, *read).error().code, Code::Stale);
    QCOMPARE(listed(clinic, clinic.owner()), QStringList{u"熟客"_qs});
    other.name = first->name;
    const auto second = change(clinic.practitioner(), other, *first);
    QVERIFY(second.ok());
    QCOMPARE(change(clinic.receptionist(), renamed, *first).error().code, Code::Stale);
    other.own = true;
    QVERIFY(change(clinic.practitioner(), other, *second).ok());
}

void TestSegments::all_conditionsOthersMayAsk_areUnavailableWithWhy()
{
    TestClinic clinic;
    const auto kept = save(clinic, clinic.practitioner(),
                           named(u"气虚"_qs, of(Field::Constitution, Operator::AnyOf, QStringList{u"qixu"_qs}), false));
    QVERIFY(kept.ok());
    const auto known = segment::all(*clinic.store().snapshot(clinic.receptionist()));
    QCOMPARE(known->size(), 1);
    QVERIFY(known->first().unavailable.contains(nameOf(Field::Constitution)));
    QVERIFY(segment::all(*clinic.store().snapshot(clinic.practitioner()))->first().unavailable.isEmpty());
}

void TestSegments::all_writtenByANewerProgram_isUnavailable()
{
    TestClinic clinic;
    const auto tx = clinic.store().begin(clinic.owner(), "test.raw");
    tx->connection()
        .internal("INSERT INTO segment(id, name, definition) VALUES(?1, 'new', '{\"version\": 2}')")
        .bind(tx->newUuid())
        .run();
    tx->commit();
    const auto known = segment::all(*clinic.store().snapshot(clinic.owner()));
    QCOMPARE(known->size(), 1);
    QVERIFY(!known->first().unavailable.isEmpty());
}

void TestSegments::retire_segment_isOfferedNoMoreAndTold()
{
    TestClinic clinic;
    const auto kept = save(clinic, clinic.owner(), named(u"活跃"_qs, stageIs("active"), false));
    QVERIFY(kept.ok());
    QVERIFY(clinic
                .write(clinic.receptionist(), "segment.retire",
                       [&](store::Transaction &tx) { return segment::retire(tx, kept->id); })
                .ok());
    QVERIFY(listed(clinic, clinic.owner()).isEmpty());
    QVERIFY(save(clinic, clinic.owner(), named(u"活跃"_qs, stageIs("active"), false)).ok());
    const auto journal = journal::lastDay(*clinic.store().snapshot(clinic.owner()));
    QVERIFY(journal.ok());
    QStringList lines;
    for (const journal::Entry &entry : *journal)
        lines << entry.told.sentences;
    QVERIFY2(lines.filter(u"活跃"_qs).size() == 2, qPrintable(lines.join(u'\n')));
    QVERIFY2(lines.filter(u"etired"_qs).size() == 1, qPrintable(lines.join(u'\n')));
}

void TestSegments::retire_takenBack_isOfferedAgainUnderAFreeName()
{
    TestClinic clinic;
    const auto kept = save(clinic, clinic.owner(), named(u"活跃"_qs, stageIs("active"), false));
    QVERIFY(kept.ok());
    const auto retire = [&](SegmentId id, bool retired) {
        return clinic.write(clinic.receptionist(), "segment.retire",
                            [&](store::Transaction &tx) { return segment::retire(tx, id, retired); });
    };
    QCOMPARE(retire(kept->id, false).error().code, Code::NotFound);
    QVERIFY(retire(kept->id, true).ok());
    const auto other = save(clinic, clinic.owner(), named(u"活跃"_qs, stageIs("lost"), false));
    QVERIFY(other.ok());
    const auto taken = retire(kept->id, false);
    QCOMPARE(taken.error().code, Code::Conflict);
    QCOMPARE(taken.error().field, u"name"_qs);
    QVERIFY(retire(other->id, true).ok());
    QVERIFY(retire(kept->id, false).ok());
    const auto known = segment::all(*clinic.store().snapshot(clinic.owner()));
    QCOMPARE(known->size(), 1);
    QCOMPARE(known->first(), *kept);
}

void TestSegments::noteLook_list_leavesAnAuditRow()
{
    TestClinic clinic;
    const auto kept = save(clinic, clinic.owner(), named(u"活跃"_qs, stageIs("active"), false));
    Clinic open(clinic.takeStore(), clinic.receptionist());
    auto done = open.read([&](const store::Snapshot &view) { segment::noteLook(view, *kept, 12); });
    done.waitForFinished();
    QVERIFY(done.result().ok());
    const auto view = open.store().snapshot(clinic.owner());
    store::Query row = view->connection().internal("SELECT detail, object_id FROM audit WHERE action = ?1"
                                                   " /* whole table */");
    QVERIFY(row.bind("segment.look").next());
    QCOMPARE(row.get<QString>(0), u"活跃 → 12"_qs);
    QCOMPARE(row.get<Uuid>(1), kept->id.uuid());
}

void TestSegments::noteCount_moreThanSearching_leavesAnAuditRow()
{
    TestClinic clinic;
    Definition asked = of(Field::Name, Operator::Is, u"陈淑芬"_qs);
    Clinic open(clinic.takeStore(), clinic.practitioner());
    const auto note = [&] {
        auto done = open.read([&](const store::Snapshot &view) { segment::noteCount(view, asked, 1); });
        done.waitForFinished();
        return done.result().ok();
    };
    QVERIFY(note()); // who searches by a name leaves no row for the number
    asked.group.groups << Group{Group::Join::All, {{Field::Pregnant, Operator::Yes, {}}}, {}};
    QVERIFY(note());
    const auto view = open.store().snapshot(clinic.owner());
    store::Query row = view->connection().internal("SELECT detail FROM audit WHERE action = ?1 /* whole table */");
    row.bind("segment.count");
    QVERIFY(row.next());
    QCOMPARE(row.get<QString>(0), QString::fromUtf8(asked.toJson()) + u" → 1"_qs);
    QVERIFY(!row.next());
}

void TestSegments::offered_tagsPeopleAndWords_areThoseInUse()
{
    TestClinic clinic;
    fill(clinic, 8);
    const auto offered = segment::offered(*clinic.store().snapshot(clinic.receptionist()));
    QVERIFY(offered.ok());
    QCOMPARE(offered->tags.size(), 2); // the third is retired
    QVERIFY(offered->former.contains({m_tags.last().toString(), u"标签2"_qs}));
    QVERIFY(!offered->former.contains(offered->tags.first()));
    QCOMPARE(offered->practitioners.size(), 2);
    QCOMPARE(offered->sources.size(), words.size());
    QCOMPARE(offered->campaigns.size(), words.size());
    for (const QString &word : words)
        QVERIFY(offered->sources.contains(word));
}

void TestSegments::thresholds_settled_decideTheStage()
{
    TestClinic clinic;
    const auto view = [&] { return clinic.store().snapshot(clinic.receptionist()); };
    QCOMPARE(*segment::thresholds(*view()), (Thresholds{90, 365}));
    QVERIFY(
        clinic
            .write(clinic.owner(), "setting.change",
                   [](store::Transaction &tx) { return settings::setValue(tx, settings::StageActiveDays, u"30"_qs); })
            .ok());
    QCOMPARE(*segment::thresholds(*view()), (Thresholds{30, 365}));
    QVERIFY(
        !clinic
             .write(clinic.owner(), "setting.change",
                    [](store::Transaction &tx) { return settings::setValue(tx, settings::StageActiveDays, u"0"_qs); })
             .ok());
}

QTEST_GUILESS_MAIN(TestSegments)
#include "tst_segments.moc"
