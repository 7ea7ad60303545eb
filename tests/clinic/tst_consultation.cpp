#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/visits.h"
#include "store/failure.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

PrescriptionDraft formulaOf(const QList<std::pair<QString, double>> &herbs)
{
    PrescriptionDraft draft;
    draft.name = QStringLiteral("自拟方");
    for (const auto &[name, grams] : herbs)
        draft.lines << PrescriptionLine{{}, name, Mass::grams(grams), {}};
    return draft;
}

PrescriptionDraft harmless()
{
    return formulaOf({{QStringLiteral("黄芪"), 15}, {QStringLiteral("党参"), 10}, {QStringLiteral("白术"), 10}});
}

/// 十八反: aconite with pinellia.
PrescriptionDraft severe()
{
    return formulaOf({{QStringLiteral("黄芪"), 15}, {QStringLiteral("附子"), 6}, {QStringLiteral("法半夏"), 6}});
}

consultation::Draft draftFor(PatientId patient, const QList<PrescriptionDraft> &prescriptions = {harmless()})
{
    consultation::Draft draft;
    draft.visit.patient = patient;
    draft.visit.note.complaint = QStringLiteral("失眠一月");
    draft.visit.note.answers = {
        {QStringLiteral("tongue.body_colour"), {}, 0, {}, QStringLiteral("t_red"), {}, {}},
        {QStringLiteral("pulse.quality"), QStringLiteral("pos_left_cun"), 1, 0.5, {}, QStringLiteral("弦"), {}}};
    draft.visit.note.diagnoses = {
        {DiagnosisKind::Disease, QStringLiteral("GBT15657-2021"), QStringLiteral("A1"), QStringLiteral("不寐病")},
        {DiagnosisKind::Pattern, {}, {}, QStringLiteral("心脾两虚证")}};
    draft.prescriptions = prescriptions;
    return draft;
}

consultation::Draft following(const consultation::Stored &stored, const QString &reason = {})
{
    consultation::Draft draft;
    draft.visit.patient = stored.revision.patient;
    draft.visit.visit = stored.revision.visit;
    draft.visit.basedOn = stored.revision.id;
    draft.visit.note = stored.revision.note;
    draft.visit.reason = reason;
    for (const Prescription &one : stored.prescriptions)
        draft.prescriptions << one.content;
    return draft;
}

qint64 rowsIn(TestClinic &clinic, const char *table)
{
    const auto view = clinic.store().snapshot(clinic.owner());
    store::Query rows =
        view->connection().internal((QByteArray("SELECT count(*) FROM ") + table + " WHERE n > 0").constData());
    rows.next();
    return rows.get<qint64>(0);
}

/// "action:outcome" of the last @p count audit rows with their patient.
QStringList lastAudit(TestClinic &clinic, PatientId patient, int count)
{
    const auto view = clinic.store().snapshot(clinic.owner());
    store::Query rows = view->connection().internal(
        "SELECT action, outcome, patient_id FROM audit WHERE n > (SELECT max(n) FROM audit) - ?1 ORDER BY n");
    rows.bind(count);
    QStringList found;
    while (rows.next())
        found << rows.get<QString>(0) + u':' + rows.get<QString>(1) +
                     (rows.get<std::optional<PatientId>>(2) == patient ? QStringLiteral(":patient") : QString());
    return found;
}

} // namespace

/// Visits with prescriptions: written, checked, signed, amended and printed.
class TestConsultation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void save_everything_readsBackTheSame();
    void save_twice_makesTwoRevisions();
    void save_fromAnOlderPage_isStale();
    void save_ofAnothersVisit_isRefused();
    void save_overASigned_isRefused();
    void save_dayOfTheVisit_isChecked();
    void sign_incomplete_isRefused_data();
    void sign_incomplete_isRefused();
    void sign_severeFinding_needsAReason();
    void sign_overrideOfAnother_doesNotCount();
    void sign_forTheAllergic_isRefused();
    void sign_twicePackets_isCheckedDouble();
    void sign_numbers_countByDay();
    void visits_ofReception_sayWhatIsSigned();
    void parts_comeOnceAndLeaveNoTouch();
    void parts_changed_areRefused();
    void amend_needsAReason_andFollows();
    void paper_signed_holdsThePage();
    void paper_unsignedOrReplaced_isRefused();
    void visitsOf_ordinalsAndPages_areInOrder();
    void visitsOf_enteredInError_isLeftOut();
    void unfinished_ownVisits_alone();
    void lastPrescriptions_newestSigned_areGiven();
    void lastPrescriptions_withdrawn_areNotGiven();
    void facts_newestPregnancyAndAge_count();

private:
    Result<consultation::Stored> save(const consultation::Draft &draft)
    {
        return m_clinic->write(m_clinic->practitioner(), "visit.save",
                               [&](store::Transaction &tx) { return consultation::save(tx, *m_catalog, draft); });
    }
    Result<consultation::Stored> sign(const consultation::Draft &draft)
    {
        return m_clinic->write(m_clinic->practitioner(), "visit.sign",
                               [&](store::Transaction &tx) { return consultation::sign(tx, *m_catalog, draft); });
    }
    template <class F>
    auto read(F question)
    {
        return m_clinic->read(m_clinic->practitioner(), question);
    }
    /// A look whose audit rows are committed, as Clinic does it.
    template <class F>
    auto look(F question)
    {
        QList<QPair<store::Actor, store::AuditEntry>> looks;
        auto result = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            auto answer = question(view);
            for (const store::AuditEntry &entry : view.audited())
                looks.append({view.actor(), entry});
            return answer;
        });
        m_clinic->store().commitAudit(looks);
        return result;
    }
    store::Actor secondPractitioner();

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<TestClinic> m_clinic;
    std::optional<PatientId> m_patient;
};

void TestConsultation::initTestCase()
{
    auto loaded = Catalog::load();
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().message));
    m_catalog = *loaded;
}

void TestConsultation::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_patient = m_clinic->patient(QStringLiteral("陈淑芬")).id;
}

void TestConsultation::cleanup()
{
    m_clinic.reset();
}

store::Actor TestConsultation::secondPractitioner()
{
    access::User user;
    user.login = QStringLiteral("second");
    user.name = QStringLiteral("温如故");
    user.roles = access::Role::Practitioner;
    const auto added = access::addPerson(m_clinic->around(), m_clinic->session(), user, TestClinic::password());
    return {added->id.uuid(), m_clinic->session().actor.device};
}

void TestConsultation::save_everything_readsBackTheSame()
{
    consultation::Draft draft = draftFor(*m_patient, {harmless(), severe()});
    VisitNote &note = draft.visit.note;
    note.history = QStringLiteral("既往体健");
    note.inspection = QStringLiteral("面色少华");
    note.listening = QStringLiteral("语声低");
    note.advice = QStringLiteral("忌浓茶");
    note.note = QStringLiteral("复诊");
    draft.visit.day = QDate(2026, 3, 10);
    PrescriptionDraft &first = draft.prescriptions.first();
    first.formula = QStringLiteral("gui-pi-tang");
    first.route = Route::Granule;
    first.packets = 14;
    first.packetsPerDay = 2;
    first.timesPerDay = 3;
    first.instructions = QStringLiteral("饭后服");
    first.lines[0].preparation = QStringLiteral("先煎");
    const auto stored = save(draft);
    QVERIFY2(stored.ok(), stored ? "" : qPrintable(stored.error().message));
    const auto again =
        read([&](const store::Snapshot &view) { return consultation::current(view, stored->revision.visit); });
    QVERIFY(again.ok());
    QCOMPARE(*again, *stored);
    QCOMPARE(again->revision.note, note);
    QCOMPARE(again->revision.day, QDate(2026, 3, 10));
    QCOMPARE(again->revision.number, 1);
    QCOMPARE(again->revision.status, RevisionStatus::Preliminary);
    QCOMPARE(again->revision.patient, *m_patient);
    QCOMPARE(again->revision.practitioner, QStringLiteral("沈怀仁"));
    QCOMPARE(again->revision.practitionerTitle, QStringLiteral("主任医师"));
    QCOMPARE(again->revision.written, m_clinic->clock.now());
    QVERIFY(!again->revision.signedAt);
    QCOMPARE(again->prescriptions.size(), 2);
    QCOMPARE(again->prescriptions[0].content, first);
    QCOMPARE(again->prescriptions[0].checked, 3);
    QCOMPARE(again->prescriptions[0].checkRules, m_catalog->rulesVersion);
    QCOMPARE(again->prescriptions[0].number, QString());
    QVERIFY(again->prescriptions[1].severe >= 1);
    QVERIFY(!again->prescriptions[1].content.lines[1].signedAgain);
}

void TestConsultation::save_twice_makesTwoRevisions()
{
    const auto first = save(draftFor(*m_patient));
    consultation::Draft second = following(*first);
    second.visit.note.advice = QStringLiteral("早睡");
    const auto stored = save(second);
    QVERIFY(stored.ok());
    QCOMPARE(stored->revision.number, 2);
    QCOMPARE(stored->revision.visit, first->revision.visit);
    QCOMPARE(rowsIn(*m_clinic, "visit"), 1);
    QCOMPARE(rowsIn(*m_clinic, "visit_revision"), 2);
    QCOMPARE(rowsIn(*m_clinic, "prescription"), 2);
    QCOMPARE(lastAudit(*m_clinic, *m_patient, 1), QStringList{QStringLiteral("visit.save:ok:patient")});
}

void TestConsultation::save_fromAnOlderPage_isStale()
{
    const auto first = save(draftFor(*m_patient));
    const consultation::Draft window = following(*first);
    QVERIFY(save(following(*first)).ok());
    const qint64 revisions = rowsIn(*m_clinic, "visit_revision");
    for (const bool signing : {false, true}) {
        const auto late = signing ? sign(window) : save(window);
        QCOMPARE(late.error().code, Code::Stale);
    }
    consultation::Draft blind = window;
    blind.visit.basedOn.reset();
    QCOMPARE(save(blind).error().code, Code::Stale);
    QCOMPARE(rowsIn(*m_clinic, "visit_revision"), revisions);
}

void TestConsultation::save_ofAnothersVisit_isRefused()
{
    const auto first = save(draftFor(*m_patient));
    const auto other = secondPractitioner();
    for (const char *act : {"visit.save", "visit.sign"}) {
        const auto tried = m_clinic->write(other, act, [&](store::Transaction &tx) {
            return qstrcmp(act, "visit.save") == 0 ? consultation::save(tx, *m_catalog, following(*first))
                                                   : consultation::sign(tx, *m_catalog, following(*first));
        });
        QCOMPARE(tried.error().code, Code::NoPermission);
    }
    QCOMPARE(rowsIn(*m_clinic, "visit_revision"), 1);
}

void TestConsultation::save_overASigned_isRefused()
{
    const auto done = sign(draftFor(*m_patient));
    QVERIFY(done.ok());
    QCOMPARE(save(following(*done, QStringLiteral("补记"))).error().code, Code::Conflict);
    QCOMPARE(rowsIn(*m_clinic, "visit_revision"), 1);
}

void TestConsultation::save_dayOfTheVisit_isChecked()
{
    consultation::Draft draft = draftFor(*m_patient);
    draft.visit.day = QDate(2026, 3, 13);
    QCOMPARE(save(draft).error().field, QStringLiteral("day"));
    draft.visit.day = QDate(1949, 12, 31);
    QCOMPARE(save(draft).error().field, QStringLiteral("day"));
    draft.visit.day.reset();
    const auto stored = save(draft);
    QCOMPARE(stored->revision.day, QDate(2026, 3, 12));
    consultation::Draft moved = following(*stored);
    moved.visit.day = QDate(2026, 3, 1);
    QCOMPARE(save(moved)->revision.day, QDate(2026, 3, 1));
    QCOMPARE(read([&](const store::Snapshot &view) { return patient::open(view, *m_patient); })->lastVisit,
             QDate(2026, 3, 1));
}

void TestConsultation::sign_incomplete_isRefused_data()
{
    using Change = std::function<void(consultation::Draft &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *tag, const Change &change, const char *field) {
        QTest::newRow(tag) << change << QString::fromLatin1(field);
    };
    row(
        "complaint", [](consultation::Draft &d) { d.visit.note.complaint = QStringLiteral(" "); }, "complaint");
    row(
        "no herbs", [](consultation::Draft &d) { d.prescriptions[0].lines.clear(); }, "prescriptions[0].lines");
    row(
        "no dose", [](consultation::Draft &d) { d.prescriptions[0].lines[1].dose = {}; }, "prescriptions[0].lines");
    row(
        "no name", [](consultation::Draft &d) { d.prescriptions[0].lines[1].name.clear(); }, "prescriptions[0].lines");
    row(
        "no packets", [](consultation::Draft &d) { d.prescriptions[0].packets = 0; }, "prescriptions[0].packets");
    row(
        "packets a day", [](consultation::Draft &d) { d.prescriptions[0].packetsPerDay = 10; },
        "prescriptions[0].packetsPerDay");
    row(
        "times a day", [](consultation::Draft &d) { d.prescriptions[0].timesPerDay = 0; },
        "prescriptions[0].timesPerDay");
    row(
        "second one", [](consultation::Draft &d) { d.prescriptions << PrescriptionDraft(); }, "prescriptions[1].lines");
}

void TestConsultation::sign_incomplete_isRefused()
{
    QFETCH(std::function<void(consultation::Draft &)>, change);
    QFETCH(QString, field);
    consultation::Draft draft = draftFor(*m_patient);
    change(draft);
    const auto refused = sign(draft);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::Invalid);
    QCOMPARE(refused.error().field, field);
    for (const char *table : {"visit", "visit_revision", "answer", "diagnosis", "prescription"})
        QCOMPARE(rowsIn(*m_clinic, table), 0);
}

void TestConsultation::sign_severeFinding_needsAReason()
{
    consultation::Draft draft = draftFor(*m_patient, {severe()});
    const auto refused = sign(draft);
    QCOMPARE(refused.error().code, Code::Conflict);
    QCOMPARE(refused.error().field, QStringLiteral("prescriptions[0].findings"));
    QVERIFY(refused.error().message.contains(u"附子") && refused.error().message.contains(u"法半夏"));
    QCOMPARE(rowsIn(*m_clinic, "visit"), 0);

    const auto facts = read([&](const store::Snapshot &view) { return consultation::factsFor(view, *m_patient); });
    const auto result = consultation::check(*m_catalog, draft.prescriptions[0], *facts);
    for (const safety::Finding &finding : consultation::open(result, draft.prescriptions[0]))
        draft.prescriptions[0].overrides << FindingOverride{finding.rule, finding.herbs.join(u'、'),
                                                            QStringLiteral(" ")};
    QCOMPARE(sign(draft).error().code, Code::Conflict);
    for (FindingOverride &override : draft.prescriptions[0].overrides)
        override.reason = QStringLiteral("经验用药，已告知");
    const auto signedOne = sign(draft);
    QVERIFY2(signedOne.ok(), signedOne ? "" : qPrintable(signedOne.error().message));
    const Prescription &stored = signedOne->prescriptions.constFirst();
    QCOMPARE(stored.content.overrides, draft.prescriptions[0].overrides);
    QCOMPARE(stored.content.lines[0].signedAgain, false);
    QCOMPARE(stored.content.lines[1].signedAgain, true);
    QCOMPARE(stored.content.lines[2].signedAgain, true);
    QVERIFY(stored.severe >= 1);
    // Taken over as "last time", the tick is made anew by the check and never by hand.
    consultation::Draft forged = draftFor(*m_patient);
    forged.prescriptions[0].lines[0].signedAgain = true;
    QCOMPARE(sign(forged)->prescriptions[0].content.lines[0].signedAgain, false);
}

void TestConsultation::sign_overrideOfAnother_doesNotCount()
{
    consultation::Draft draft = draftFor(*m_patient, {severe()});
    const auto facts = read([&](const store::Snapshot &view) { return consultation::factsFor(view, *m_patient); });
    const auto result = consultation::check(*m_catalog, draft.prescriptions[0], *facts);
    for (const safety::Finding &finding : consultation::open(result, draft.prescriptions[0])) {
        draft.prescriptions[0].overrides << FindingOverride{finding.rule, QStringLiteral("附子、清半夏"),
                                                            QStringLiteral("x")};
        draft.prescriptions[0].overrides << FindingOverride{QStringLiteral("other"), finding.herbs.join(u'、'),
                                                            QStringLiteral("x")};
    }
    QCOMPARE(sign(draft).error().code, Code::Conflict);
}

void TestConsultation::sign_forTheAllergic_isRefused()
{
    QVERIFY(save(draftFor(*m_patient)).ok());
    // Recorded by somebody else while the page is open: the check looks again inside the transaction.
    const auto recorded = m_clinic->write(m_clinic->receptionist(), "allergy.record", [&](store::Transaction &tx) {
        return patient::recordAllergy(tx, *m_patient, {{}, QStringLiteral("黄芪"), {}});
    });
    QVERIFY(recorded.ok());
    QCOMPARE(sign(draftFor(*m_patient)).error().code, Code::Conflict);
    QVERIFY(m_clinic
                ->write(m_clinic->practitioner(), "allergy.retract",
                        [&](store::Transaction &tx) {
                            return patient::retractAllergy(tx, recorded->id, QStringLiteral("误录"));
                        })
                .ok());
    QVERIFY(sign(draftFor(*m_patient)).ok());
}

void TestConsultation::sign_twicePackets_isCheckedDouble()
{
    PrescriptionDraft one = formulaOf({{QStringLiteral("细辛"), 3}});
    const auto facts = read([&](const store::Snapshot &view) { return consultation::factsFor(view, *m_patient); });
    const auto single = consultation::check(*m_catalog, one, *facts).findings.size();
    one.packetsPerDay = 2;
    QVERIFY(consultation::check(*m_catalog, one, *facts).findings.size() > single);
}

void TestConsultation::sign_numbers_countByDay()
{
    QStringList numbers;
    for (int i = 0; i < 2; ++i) {
        const auto stored = sign(draftFor(*m_patient, {harmless(), harmless()}));
        QVERIFY(stored.ok());
        numbers << stored->prescriptions[0].number << stored->prescriptions[1].number;
    }
    QCOMPARE(numbers, (QStringList{QStringLiteral("20260312-A0001"), QStringLiteral("20260312-A0002"),
                                   QStringLiteral("20260312-A0003"), QStringLiteral("20260312-A0004")}));
    // A refused signature takes no number, and a new day of the clinic (16:00 UTC) begins anew.
    QVERIFY(!sign(draftFor(*m_patient, {harmless(), severe()})));
    QCOMPARE(sign(draftFor(*m_patient))->prescriptions[0].number, QStringLiteral("20260312-A0005"));
    m_clinic->clock.advance(std::chrono::hours(14));
    QCOMPARE(sign(draftFor(*m_patient))->prescriptions[0].number, QStringLiteral("20260313-A0001"));
}

void TestConsultation::visits_ofReception_sayWhatIsSigned()
{
    QVERIFY(sign(draftFor(*m_patient)).ok());
    m_clinic->clock.advance(std::chrono::hours(1));
    QVERIFY(
        m_clinic
            ->write(m_clinic->practitioner(), "consultation.save",
                    [&](store::Transaction &tx) { return consultation::save(tx, *m_catalog, draftFor(*m_patient)); })
            .ok());
    const auto seen = m_clinic->read(m_clinic->receptionist(), [&](const store::Snapshot &view) {
        return consultation::visitsOf(view, *m_patient);
    });
    QVERIFY(seen.ok() && seen->size() == 2);
    QVERIFY(seen->at(0).status == RevisionStatus::Preliminary);
    QVERIFY(seen->at(1).status == RevisionStatus::Final);
    QVERIFY(!seen->at(1).complaint);
}

void TestConsultation::parts_comeOnceAndLeaveNoTouch()
{
    QVERIFY(sign(draftFor(*m_patient)).ok());
    QCOMPARE(rowsIn(*m_clinic, "prescription_item"), 3);
    const auto view = m_clinic->store().snapshot(m_clinic->owner());
    for (const store::TableInfo &table : view->registry().tables()) {
        store::Query touches = view->connection().internal("SELECT count(*) FROM touch WHERE t = ?1");
        touches.bind(table.wire).next();
        QVERIFY2(!table.part || touches.get<int>(0) == 0, table.name.constData());
        if (table.name == "visit" || table.name == "visit_revision" || table.name == "prescription")
            QCOMPARE(touches.get<int>(0), 1);
    }
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestConsultation::parts_changed_areRefused()
{
    QVERIFY(sign(draftFor(*m_patient)).ok());
    for (const char *sql :
         {"UPDATE prescription_item SET dose_mg = 99000 WHERE n = 1",
          "UPDATE diagnosis SET display = 'another' WHERE n = 1", "UPDATE answer SET code = 't_pale' WHERE n = 1"}) {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.change");
        tx->connection().internal(sql).run();
        QVERIFY_THROWS_EXCEPTION(store::Failure, tx->commit());
    }
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestConsultation::amend_needsAReason_andFollows()
{
    const auto first = sign(draftFor(*m_patient));
    QCOMPARE(first->revision.status, RevisionStatus::Final);
    QCOMPARE(first->revision.signedAt, m_clinic->clock.now());
    QCOMPARE(sign(following(*first)).error().field, QStringLiteral("reason"));
    m_clinic->clock.advance(std::chrono::hours(1));
    consultation::Draft change = following(*first, QStringLiteral("剂量写错"));
    change.prescriptions[0].lines[0].dose = Mass::grams(20);
    const auto second = sign(change);
    QVERIFY(second.ok());
    QCOMPARE(second->revision.status, RevisionStatus::Amended);
    QCOMPARE(second->revision.number, 2);
    QCOMPARE(second->revision.reason, QStringLiteral("剂量写错"));
    QVERIFY(second->prescriptions[0].number != first->prescriptions[0].number);
    // What stood before is still there, as it was.
    QCOMPARE(rowsIn(*m_clinic, "prescription"), 2);
    QCOMPARE(rowsIn(*m_clinic, "visit_revision"), 2);
}

void TestConsultation::paper_signed_holdsThePage()
{
    PatientDraft known;
    known.name = QStringLiteral("陈淑芬");
    known.phone = QStringLiteral("13800138000");
    known.birthDate = QStringLiteral("1979-03-13");
    QVERIFY(m_clinic
                ->write(m_clinic->receptionist(), "patient.edit",
                        [&](store::Transaction &tx) { return patient::edit(tx, *m_patient, known); })
                .ok());
    QVERIFY(m_clinic
                ->write(m_clinic->receptionist(), "allergy.record",
                        [&](store::Transaction &tx) {
                            return patient::recordAllergy(tx, *m_patient, {{}, QStringLiteral("青霉素"), {}});
                        })
                .ok());
    const auto stored = sign(draftFor(*m_patient, {harmless(), formulaOf({{QStringLiteral("甘草"), 6}})}));
    QVERIFY(stored.ok());
    const auto page =
        look([&](const store::Snapshot &view) { return consultation::paper(view, stored->prescriptions[1].id); });
    QVERIFY2(page.ok(), page ? "" : qPrintable(page.error().message));
    QCOMPARE(page->clinic.name, QStringLiteral("杏林堂中医诊所"));
    QCOMPARE(page->patient.id, *m_patient);
    QCOMPARE(page->age->years, 46);
    QCOMPARE(page->allergies, QStringList{QStringLiteral("青霉素")});
    QCOMPARE(page->revision, stored->revision);
    QCOMPARE(page->prescription, stored->prescriptions[1]);
    QCOMPARE(lastAudit(*m_clinic, *m_patient, 1), QStringList{QStringLiteral("prescription.print:ok:patient")});
    QVERIFY(
        look([&](const store::Snapshot &view) { return consultation::current(view, stored->revision.visit); }).ok());
    QCOMPARE(lastAudit(*m_clinic, *m_patient, 1), QStringList{QStringLiteral("visit.open:ok:patient")});
    QVERIFY(m_clinic->store().verify().problems.isEmpty());
}

void TestConsultation::paper_unsignedOrReplaced_isRefused()
{
    const auto print = [&](PrescriptionId id) {
        return look([&](const store::Snapshot &view) { return consultation::paper(view, id); });
    };
    const auto draft = save(draftFor(*m_patient));
    const qint64 audited = rowsIn(*m_clinic, "audit");
    QCOMPARE(print(draft->prescriptions[0].id).error().code, Code::Conflict);
    QCOMPARE(rowsIn(*m_clinic, "audit"), audited);
    const auto first = sign(following(*draft));
    QVERIFY(print(first->prescriptions[0].id).ok());
    const auto second = sign(following(*first, QStringLiteral("改")));
    QCOMPARE(print(first->prescriptions[0].id).error().code, Code::Stale);
    QVERIFY(print(second->prescriptions[0].id).ok());
    QCOMPARE(print(PrescriptionId::create(m_clinic->clock, m_clinic->random)).error().code, Code::NotFound);
}

void TestConsultation::visitsOf_ordinalsAndPages_areInOrder()
{
    // Written down later and out of order, two of them on one day.
    for (const int daysAgo : {3, 9, 1, 9, 30}) {
        m_clinic->clock.advance(std::chrono::minutes(1));
        consultation::Draft draft = draftFor(*m_patient);
        draft.visit.day = QDate(2026, 3, 12).addDays(-daysAgo);
        QVERIFY(sign(draft).ok());
    }
    const auto all = read([&](const store::Snapshot &view) { return record::visitsOf(view, *m_patient); });
    QCOMPARE(all->size(), 5);
    for (qsizetype i = 0; i < all->size(); ++i) {
        QCOMPARE(all->at(i).ordinal, static_cast<int>(5 - i));
        QCOMPARE(all->at(i).complaint, QStringLiteral("失眠一月"));
        QCOMPARE(all->at(i).diagnosis, QStringLiteral("不寐病·心脾两虚证"));
        if (i > 0)
            QVERIFY(std::pair(all->at(i - 1).day, all->at(i - 1).started) >
                    std::pair(all->at(i).day, all->at(i).started));
    }
    QList<VisitSummary> paged;
    for (std::optional<VisitSummary> before; paged.size() < 5; before = paged.last()) {
        const auto page =
            read([&](const store::Snapshot &view) { return record::visitsOf(view, *m_patient, 2, before); });
        QVERIFY(!page->isEmpty());
        paged << *page;
    }
    QCOMPARE(paged, *all);
    const auto lines = read([&](const store::Snapshot &view) { return consultation::visitsOf(view, *m_patient); });
    QVERIFY(lines->first().prescription->contains(u"自拟方"));
    // A receptionist sees that they took place and nothing of what was written.
    const auto desk = m_clinic->read(m_clinic->receptionist(), [&](const store::Snapshot &view) {
        return consultation::visitsOf(view, *m_patient);
    });
    QCOMPARE(desk->size(), 5);
    for (const VisitSummary &visit : *desk)
        QVERIFY(!visit.complaint && !visit.diagnosis && !visit.prescription);
}

void TestConsultation::visitsOf_enteredInError_isLeftOut()
{
    const auto wrong = save(draftFor(*m_patient));
    m_clinic->clock.advance(std::chrono::minutes(1));
    QVERIFY(save(draftFor(*m_patient)).ok());
    const auto tx = m_clinic->store().begin(m_clinic->practitioner(), "test.raw");
    tx->connection()
        .internal("UPDATE visit SET status = 'entered-in-error' WHERE id = ?1")
        .bind(wrong->revision.visit)
        .run();
    tx->commit();
    const auto visits = read([&](const store::Snapshot &view) { return record::visitsOf(view, *m_patient); });
    QCOMPARE(visits->size(), 1);
    QCOMPARE(visits->first().ordinal, 1);
    QCOMPARE(read([&](const store::Snapshot &view) { return patient::open(view, *m_patient); })->visits, 1);
    QCOMPARE(read([&](const store::Snapshot &view) { return record::unfinished(view); })->size(), 1);
}

void TestConsultation::unfinished_ownVisits_alone()
{
    const auto mine = save(draftFor(*m_patient));
    QVERIFY(sign(draftFor(*m_patient)).ok());
    const auto other = secondPractitioner();
    QVERIFY(
        m_clinic
            ->write(other, "visit.save",
                    [&](store::Transaction &tx) { return consultation::save(tx, *m_catalog, draftFor(*m_patient)); })
            .ok());
    const auto open = read([&](const store::Snapshot &view) { return record::unfinished(view); });
    QCOMPARE(open->size(), 1);
    QCOMPARE(open->first().id, mine->revision.visit);
    QCOMPARE(open->first().complaint, QStringLiteral("失眠一月"));
    QVERIFY(sign(following(*mine)).ok());
    QVERIFY(read([&](const store::Snapshot &view) { return record::unfinished(view); })->isEmpty());
}

void TestConsultation::lastPrescriptions_newestSigned_areGiven()
{
    const auto last = [&] {
        return read([&](const store::Snapshot &view) { return consultation::lastPrescriptions(view, *m_patient); });
    };
    QVERIFY(last()->isEmpty());
    QVERIFY(save(draftFor(*m_patient)).ok());
    QVERIFY(last()->isEmpty());
    const auto first = sign(draftFor(*m_patient));
    QCOMPARE(*last(), first->prescriptions);
    // Written down later, but of an earlier day.
    consultation::Draft earlier = draftFor(*m_patient);
    earlier.visit.day = QDate(2026, 3, 1);
    m_clinic->clock.advance(std::chrono::minutes(1));
    QVERIFY(sign(earlier).ok());
    QCOMPARE(*last(), first->prescriptions);
    // A later visit without a prescription does not hide it; an amended one replaces it.
    m_clinic->clock.advance(std::chrono::minutes(1));
    QVERIFY(sign(draftFor(*m_patient, {})).ok());
    QCOMPARE(*last(), first->prescriptions);
    const auto amended = sign(following(*first, QStringLiteral("改")));
    QCOMPARE(*last(), amended->prescriptions);
}

void TestConsultation::lastPrescriptions_withdrawn_areNotGiven()
{
    const auto first = sign(draftFor(*m_patient));
    consultation::Draft without = following(*first, QStringLiteral("处方作废"));
    without.prescriptions.clear();
    QVERIFY(sign(without).ok());
    const auto last =
        read([&](const store::Snapshot &view) { return consultation::lastPrescriptions(view, *m_patient); });
    QVERIFY(last.ok());
    QVERIFY2(last->isEmpty(), "a withdrawn prescription was offered as the last one");
    // The one before it is: it was not withdrawn.
    consultation::Draft before = draftFor(*m_patient);
    before.visit.day = QDate(2026, 3, 1);
    const auto kept = sign(before);
    QCOMPARE(*read([&](const store::Snapshot &view) { return consultation::lastPrescriptions(view, *m_patient); }),
             kept->prescriptions);
}

void TestConsultation::facts_newestPregnancyAndAge_count()
{
    PatientDraft known;
    known.name = QStringLiteral("陈淑芬");
    known.phone = QStringLiteral("13800138000");
    known.sex = Sex::Female;
    known.birthDate = QStringLiteral("1996-03-13");
    QVERIFY(m_clinic
                ->write(m_clinic->receptionist(), "patient.edit",
                        [&](store::Transaction &tx) { return patient::edit(tx, *m_patient, known); })
                .ok());
    const auto facts = [&] {
        return *read([&](const store::Snapshot &view) { return consultation::factsFor(view, *m_patient); });
    };
    const auto say = [&](std::optional<bool> pregnant, std::optional<bool> lactating) {
        return m_clinic
            ->write(
                m_clinic->practitioner(), "care.record",
                [&](store::Transaction &tx) { return patient::recordPregnancy(tx, *m_patient, pregnant, lactating); })
            .ok();
    };
    QCOMPARE(facts().age, 29);
    QCOMPARE(facts().sex, Sex::Female);
    QVERIFY(!facts().pregnant && !facts().lactating);
    m_clinic->clock.advance(std::chrono::hours(13)); // 23:00 in the clinic
    QCOMPARE(facts().age, 29);
    m_clinic->clock.advance(std::chrono::hours(2));
    QCOMPARE(facts().age, 30);
    QVERIFY(say(true, false));
    QCOMPARE(facts().pregnant, true);
    QVERIFY(say(false, true)); // within the same millisecond
    QCOMPARE(facts().pregnant, false);
    QCOMPARE(facts().lactating, true);
    m_clinic->clock.advance(std::chrono::hours(1));
    QVERIFY(say(std::nullopt, std::nullopt));
    QVERIFY(!facts().pregnant && !facts().lactating);
    for (const char *medicine : {"华法林", "二甲双胍"})
        QVERIFY(m_clinic
                    ->write(m_clinic->practitioner(), "care.record",
                            [&](store::Transaction &tx) {
                                return patient::recordMedicine(tx, *m_patient, QString::fromUtf8(medicine), {});
                            })
                    .ok());
    QCOMPARE(facts().medicines, (QStringList{QStringLiteral("华法林"), QStringLiteral("二甲双胍")}));
}

QTEST_GUILESS_MAIN(TestConsultation)
#include "tst_consultation.moc"
