#include "access/session.h"
#include "clinic/catalog/constitutions.h"
#include "clinic/changes.h"
#include "clinic/draftcontent.h"
#include "clinic/journal.h"
#include "clinic/patient/glass.h"
#include "clinic/patient/patienthistory.h"
#include "clinic/patient/patients.h"
#include "clinic/record/constitution.h"
#include "clinic/unfinished.h"
#include "store/failure.h"
#include "support/naiveconstitution.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using constitution::Decision;
using constitution::Form;

namespace {

const QString standardId = QStringLiteral("constitution-standard/1");
const QString elderlyId = QStringLiteral("constitution-elderly/1");

/// Everything answered with one number, some otherwise.
constitution::Answers answersOf(Form form, std::optional<constitution::Sex> sex, int answer,
                                const constitution::Answers &but = {})
{
    constitution::Answers answers;
    for (const constitution::Item &item : constitution::shipped().of(form).itemsFor(sex))
        answers.insert(item.id, but.value(item.id, answer));
    return answers;
}

/// The best of health: balanced, and a tendency to blood stasis (39.29) where it is wanted.
constitution::Answers well(bool stasis)
{
    constitution::Answers answers =
        answersOf(Form::Standard, constitution::Sex::Female, 1, {{u"ccmq_energy"_qs, 5}, {u"ccmq_adapts"_qs, 5}});
    if (stasis) {
        for (const char *item :
             {"ccmq_unexplained_bruises", "ccmq_cheek_threads", "ccmq_body_pain", "ccmq_dull_complexion_spots"})
            answers[QLatin1String(item)] = 3;
        for (const char *item : {"ccmq_dark_circles", "ccmq_forgetful", "ccmq_dark_lips"})
            answers[QLatin1String(item)] = 2;
    }
    return answers;
}

} // namespace

class TestConstitution : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_clinic.reset(); }

    void record_wholeQuestionnaire_storesAnswersAndResults();
    void record_randomAnswers_areReadBackAsScored();
    void record_incomplete_leavesNothing();
    void record_day_mustBeMeant();
    void record_sexOfThePatient_decidesWhatIsAsked();
    void record_elderlyForm_needsNoSex();
    void ofPatient_several_newestFirst();
    void ofPatient_mergedRecords_areOne();
    void markInError_reason_takesItOutOfEverythingButTheHistory();
    void markInError_again_isNotFound();
    void strip_newestResult_isThereForWhoReadsCare();
    void stripAsOf_everyMoment_showsWhatStoodThen();
    void glass_ofReception_doesNotOpenIt();
    void changes_inWords_forWhoReadsCare();
    void history_columns_areListed();
    void journal_assessment_isToldAndNotTakenBack();
    void audit_looksAndPrints_areNoted();
    void paper_ofAnotherPatient_isNotCompared();
    void draft_content_comesBackWhole();
    void unfinished_draft_isListedWithWhatIsAnswered();
    void checks_badRows_areRefusedByTheStore();

private:
    ConstitutionDraft draft(const constitution::Answers &answers, std::optional<QDate> day = {}) const
    {
        ConstitutionDraft draft;
        draft.patient = *m_patient;
        draft.answers = answers;
        draft.day = day;
        return draft;
    }
    Result<ConstitutionAssessment> tryRecord(const ConstitutionDraft &draft)
    {
        auto made = m_clinic->write(m_clinic->practitioner(), "constitution.record",
                                    [&](store::Transaction &tx) { return assessment::record(tx, draft); });
        m_clinic->clock.advance(std::chrono::minutes(10));
        return made;
    }
    ConstitutionAssessment record(const ConstitutionDraft &draft)
    {
        auto made = tryRecord(draft);
        if (!made)
            qFatal("%s: %s", qPrintable(made.error().field), qPrintable(made.error().message));
        return *std::move(made);
    }
    Result<Done> retract(AssessmentId id, const QString &reason)
    {
        const auto done =
            m_clinic->write(m_clinic->practitioner(), "constitution.retract",
                            [&](store::Transaction &tx) { return assessment::markInError(tx, id, reason); });
        m_clinic->clock.advance(std::chrono::minutes(10));
        return done;
    }
    QList<ConstitutionAssessment> all()
    {
        const auto found = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return assessment::ofPatient(view, *m_patient);
        });
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    PatientStrip strip(const store::Actor &actor)
    {
        const auto found =
            m_clinic->read(actor, [&](const store::Snapshot &view) { return patient::open(view, *m_patient); });
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    qint64 number(const char *sql)
    {
        const auto view = m_clinic->store().snapshot(m_clinic->owner());
        store::Query row = view->connection().internal(sql);
        return row.next() ? row.get<qint64>(0) : -1;
    }
    PatientId person(Sex sex, const QString &name)
    {
        const auto made = m_clinic->write(m_clinic->receptionist(), "patient.register", [&](store::Transaction &tx) {
            PatientDraft draft;
            draft.name = name;
            draft.phone = u"13800138000"_qs;
            draft.sex = sex;
            draft.birthDate = u"1979-08-21"_qs;
            return patient::register_(tx, draft);
        });
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return made->id;
    }

    std::unique_ptr<TestClinic> m_clinic;
    std::optional<PatientId> m_patient;
};

void TestConstitution::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_patient = person(Sex::Female, u"陈淑芬"_qs);
}

void TestConstitution::record_wholeQuestionnaire_storesAnswersAndResults()
{
    ConstitutionDraft given = draft(well(true), QDate(2026, 3, 10));
    given.by = AnsweredBy::Patient;
    const ConstitutionAssessment made = record(given);
    QCOMPARE(made.form, standardId);
    QCOMPARE(made.sex, constitution::Sex::Female);
    QCOMPARE(made.by, AnsweredBy::Patient);
    QCOMPARE(made.day, QDate(2026, 3, 10));
    QCOMPARE(toMs(made.recorded), TestClinic::StartMs);
    QVERIFY(!made.recorder.isEmpty());
    QCOMPARE(made.scores.size(), 9);
    QCOMPARE(made.scores[0].decision, Decision::BasicallyYes);
    QCOMPARE(made.scores[6].type, u"xueyu"_qs);
    QCOMPARE(made.scores[6].raw, 18);
    QVERIFY(qAbs(*made.scores[6].transformed - 39.285714) < 0.00001);
    QCOMPARE(made.scores[6].decision, Decision::Tendency);
    QCOMPARE(number("SELECT count(*) FROM constitution_answer /* whole table */"), 60);
    QCOMPARE(number("SELECT count(*) FROM constitution_result /* whole table */"), 9);
    QCOMPARE(all(), QList<ConstitutionAssessment>{made});
    const auto answers = m_clinic->read(
        m_clinic->practitioner(), [&](const store::Snapshot &view) { return assessment::answersOf(view, made.id); });
    QVERIFY(answers.ok());
    QCOMPARE(*answers, given.answers);
    m_clinic->reopen();
    QCOMPARE(all(), QList<ConstitutionAssessment>{made});
    QCOMPARE(m_clinic->store().verify().problems, QStringList());
}

void TestConstitution::record_randomAnswers_areReadBackAsScored()
{
    SeededRandom random(8);
    for (int i = 0; i < 60; ++i) {
        const QString form = i % 2 == 0 ? u"standard"_qs : u"elderly"_qs;
        ConstitutionDraft given = draft(naive::randomAnswers(form, u"female"_qs, random));
        given.form = *constitution::formFrom(form);
        const ConstitutionAssessment made = record(given);
        const auto expected = naive::scores(form, u"female"_qs, given.answers);
        QCOMPARE(all().first(), made);
        for (const constitution::Score &score : made.scores) {
            const naive::Line line = expected.value(score.type);
            QCOMPARE(score.raw, line.sum);
            QCOMPARE(constitution::toText(score.decision), line.verdict);
            QCOMPARE(score.transformed.has_value(), form == u"standard");
            if (score.transformed)
                QVERIFY(qAbs(*score.transformed - line.hundredths) < 1e-9);
        }
    }
}

void TestConstitution::record_incomplete_leavesNothing()
{
    ConstitutionDraft given = draft(well(false));
    given.answers.remove(u"ccmq_fatigue"_qs);
    const auto made = tryRecord(given);
    QVERIFY(!made);
    QCOMPARE(made.error().code, Code::Invalid);
    QCOMPARE(made.error().field, u"answers"_qs);
    QVERIFY(made.error().message.contains(u"ccmq_fatigue"_qs));
    given.answers.insert(u"ccmq_fatigue"_qs, 6);
    QCOMPARE(tryRecord(given).error().field, u"answers.ccmq_fatigue"_qs);
    given.patient = PatientId::create(m_clinic->clock, m_clinic->random);
    QCOMPARE(tryRecord(given).error().code, Code::NotFound);
    QVERIFY(all().isEmpty());
    QCOMPARE(number("SELECT count(*) FROM constitution_answer /* whole table */"), 0);
}

void TestConstitution::record_day_mustBeMeant()
{
    QCOMPARE(tryRecord(draft(well(false), QDate(2026, 3, 13))).error().field, u"day"_qs);
    QCOMPARE(tryRecord(draft(well(false), QDate(1949, 12, 31))).error().field, u"day"_qs);
    QVERIFY(tryRecord(draft(well(false), QDate(2026, 3, 12))).ok());
    QCOMPARE(record(draft(well(false))).day, QDate(2026, 3, 12));
}

void TestConstitution::record_sexOfThePatient_decidesWhatIsAsked()
{
    ConstitutionDraft given = draft(well(false));
    given.sex = constitution::Sex::Male;
    QCOMPARE(tryRecord(given).error().field, u"sex"_qs);
    given.sex.reset();
    given.answers = answersOf(Form::Standard, constitution::Sex::Male, 2);
    QCOMPARE(tryRecord(given).error().field, u"answers.ccmq_damp_scrotum"_qs);

    given.patient = person(Sex::Male, u"王建国"_qs);
    QCOMPARE(record(given).sex, constitution::Sex::Male);
    // Where the record says neither, the person says whose last item is asked.
    for (const Sex sex : {Sex::Unknown, Sex::Other}) {
        given.patient = person(sex, u"李安"_qs);
        given.sex.reset();
        QCOMPARE(tryRecord(given).error().field, u"sex"_qs);
        given.sex = constitution::Sex::Male;
        QCOMPARE(record(given).sex, constitution::Sex::Male);
    }
}

void TestConstitution::record_elderlyForm_needsNoSex()
{
    ConstitutionDraft given = draft(answersOf(Form::Elderly, {}, 3));
    given.form = Form::Elderly;
    given.sex = constitution::Sex::Female; // says nothing here
    const ConstitutionAssessment made = record(given);
    QCOMPARE(made.form, elderlyId);
    QVERIFY(!made.sex);
    for (const constitution::Score &score : made.scores)
        QVERIFY(!score.transformed);
    QCOMPARE(made.scores[1].raw, 12);
    QCOMPARE(number("SELECT count(*) FROM constitution_answer /* whole table */"), 33);
}

void TestConstitution::ofPatient_several_newestFirst()
{
    const auto first = record(draft(well(false), QDate(2025, 11, 20)));
    const auto third = record(draft(well(true), QDate(2026, 3, 1)));
    const auto second = record(draft(well(true), QDate(2026, 2, 12))); // entered later
    const auto fourth = record(draft(well(false), QDate(2026, 3, 1)));
    QCOMPARE(all(), (QList<ConstitutionAssessment>{fourth, third, second, first}));
    const auto two = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
        return assessment::ofPatient(view, *m_patient, 2);
    });
    QCOMPARE(*two, (QList<ConstitutionAssessment>{fourth, third}));
    const auto latest = m_clinic->read(
        m_clinic->practitioner(), [&](const store::Snapshot &view) { return assessment::latest(view, *m_patient); });
    QCOMPARE(**latest, fourth);
    const PatientId other = person(Sex::Male, u"王建国"_qs);
    const auto none = m_clinic->read(m_clinic->practitioner(),
                                     [&](const store::Snapshot &view) { return assessment::latest(view, other); });
    QVERIFY(none.ok() && !none->has_value());
}

void TestConstitution::ofPatient_mergedRecords_areOne()
{
    const PatientId other = person(Sex::Female, u"陈淑芳"_qs);
    ConstitutionDraft given = draft(well(true), QDate(2026, 1, 5));
    given.patient = other;
    const auto old = record(given);
    const auto own = record(draft(well(false)));
    {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.merge");
        tx->connection().internal("UPDATE patient SET merged_into_id = ?2 WHERE id = ?1").bind(other, *m_patient).run();
        tx->commit();
    }
    QCOMPARE(all(), (QList<ConstitutionAssessment>{own, old}));
    QCOMPARE(strip(m_clinic->practitioner()).constitution->day, own.day);
    QVERIFY(retract(own.id, u"误录"_qs).ok());
    QCOMPARE(strip(m_clinic->practitioner()).constitution->day, old.day);
    given.patient = other; // goes to the record that stays
    QCOMPARE(record(given).patient, *m_patient);
}

void TestConstitution::markInError_reason_takesItOutOfEverythingButTheHistory()
{
    const auto first = record(draft(well(false), QDate(2026, 1, 5)));
    const auto wrong = record(draft(well(true)));
    QCOMPARE(retract(wrong.id, u"  "_qs).error().field, u"reason"_qs);
    QVERIFY(retract(wrong.id, u"答的是另一位"_qs).ok());
    QCOMPARE(all(), QList<ConstitutionAssessment>{first});
    const auto told = m_clinic->read(m_clinic->practitioner(),
                                     [&](const store::Snapshot &view) { return changes::ofPatient(view, *m_patient); });
    QVERIFY(told.ok());
    QCOMPARE(told->first().reason, u"答的是另一位"_qs);
    QCOMPARE(told->first().sentences,
             QStringList{u"Constitution assessed on 12 Mar 2026 marked as entered in error."_qs});
    const auto answers = m_clinic->read(
        m_clinic->practitioner(), [&](const store::Snapshot &view) { return assessment::answersOf(view, wrong.id); });
    QCOMPARE(answers.error().code, Code::NotFound);
    QCOMPARE(number("SELECT count(*) FROM constitution_assessment /* whole table */"), 2); // nothing is deleted
}

void TestConstitution::markInError_again_isNotFound()
{
    const auto made = record(draft(well(false)));
    QVERIFY(retract(made.id, u"误录"_qs).ok());
    QCOMPARE(retract(made.id, u"误录"_qs).error().code, Code::NotFound);
    QCOMPARE(retract(AssessmentId::create(m_clinic->clock, m_clinic->random), u"误录"_qs).error().code, Code::NotFound);
}

void TestConstitution::strip_newestResult_isThereForWhoReadsCare()
{
    QVERIFY(!strip(m_clinic->practitioner()).constitution);
    record(draft(well(false), QDate(2026, 1, 5)));
    const auto newest = record(draft(well(true)));
    for (const access::Role role : {access::Role::Practitioner, access::Role::Dispenser, access::Role::Owner}) {
        const PatientStrip seen = strip(m_clinic->actor(role));
        QVERIFY(seen.constitution);
        QCOMPARE(*seen.constitution, (ConstitutionResult{standardId, newest.day, newest.scores}));
    }
    QVERIFY(!strip(m_clinic->receptionist()).constitution);
}

void TestConstitution::stripAsOf_everyMoment_showsWhatStoodThen()
{
    struct Moment
    {
        Instant at;
        std::optional<ConstitutionResult> seen;
    };
    QList<Moment> moments;
    const auto look = [&] {
        moments << Moment{m_clinic->clock.now(), strip(m_clinic->practitioner()).constitution};
        m_clinic->clock.advance(std::chrono::minutes(10));
    };
    look();
    record(draft(well(false), QDate(2026, 1, 5)));
    look();
    const auto second = record(draft(well(true)));
    look();
    QVERIFY(retract(second.id, u"误录"_qs).ok());
    look();
    QVERIFY(!moments[0].seen && moments[1].seen && moments[2].seen != moments[1].seen &&
            moments[3].seen == moments[1].seen);
    for (const Moment &moment : moments) {
        const auto then = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return patient::stripAsOf(view, *m_patient, moment.at);
        });
        QVERIFY(then.ok());
        QCOMPARE(then->constitution, moment.seen);
    }
}

void TestConstitution::glass_ofReception_doesNotOpenIt()
{
    const auto made = record(draft(well(true)));
    const auto desk = m_clinic->receptionist();
    const auto broken = m_clinic->write(desk, "glass.break", [&](store::Transaction &tx) {
        return patient::breakGlass(tx, *m_patient, u"emergency"_qs, u"急诊"_qs);
    });
    QVERIFY(broken.ok());
    QVERIFY(strip(desk).medicines); // these are open now
    QVERIFY(!strip(desk).constitution);
    const auto answers =
        m_clinic->read(desk, [&](const store::Snapshot &view) { return assessment::answersOf(view, made.id); });
    QCOMPARE(answers.error().code, Code::NoPermission);
    const auto told =
        m_clinic->read(desk, [&](const store::Snapshot &view) { return changes::ofPatient(view, *m_patient); });
    for (const changes::Told &one : *told)
        QVERIFY(one.act != "constitution.record");
}

void TestConstitution::changes_inWords_forWhoReadsCare()
{
    record(draft(well(true), QDate(2026, 3, 10)));
    const auto told = [&](const store::Actor &actor) {
        QStringList lines;
        const auto found =
            m_clinic->read(actor, [&](const store::Snapshot &view) { return changes::ofPatient(view, *m_patient); });
        for (const changes::Told &one : *found)
            lines << one.sentences;
        return lines.filter(u"Constitution"_qs);
    };
    QCOMPARE(told(m_clinic->practitioner()),
             QStringList{u"Constitution assessed on 10 Mar 2026: Basically balanced, tends to blood-stasis."_qs});
    QCOMPARE(told(m_clinic->actor(access::Role::Dispenser)).size(), 1);
    QCOMPARE(told(m_clinic->receptionist()), QStringList());
}

void TestConstitution::history_columns_areListed()
{
    const auto made = record(draft(well(true)));
    QVERIFY(retract(made.id, u"误录"_qs).ok());
    const auto statuses = [&](const store::Actor &actor) {
        const auto changes =
            m_clinic->read(actor, [&](const store::Snapshot &view) { return patient::history(view, *m_patient); });
        QStringList found;
        for (const store::ColumnChange &change : *changes) {
            if (change.table == "constitution_assessment" && change.column == "status")
                found << std::get<QString>(change.to);
        }
        return found;
    };
    QCOMPARE(statuses(m_clinic->practitioner()), (QStringList{u"completed"_qs, u"entered-in-error"_qs}));
    QVERIFY(statuses(m_clinic->receptionist()).isEmpty());
}

void TestConstitution::journal_assessment_isToldAndNotTakenBack()
{
    record(draft(well(true)));
    const auto entries =
        m_clinic->read(m_clinic->practitioner(), [](const store::Snapshot &view) { return journal::lastDay(view); });
    QVERIFY(entries.ok());
    const journal::Entry entry = entries->first();
    QCOMPARE(entry.told.act, QByteArray("constitution.record"));
    QCOMPARE(entry.patient, m_patient);
    QVERIFY(entry.told.sentences.first().contains(u"blood-stasis"_qs));
    QVERIFY(!entry.possible);
    QVERIFY(entry.why.contains(u"entered in error"_qs));
    const auto ofReception =
        m_clinic->read(m_clinic->receptionist(), [](const store::Snapshot &view) { return journal::lastDay(view); });
    for (const journal::Entry &one : *ofReception)
        QVERIFY(one.told.act != "constitution.record");
}

void TestConstitution::audit_looksAndPrints_areNoted()
{
    const auto made = record(draft(well(true)));
    QCOMPARE(number("SELECT count(*) FROM audit WHERE action = 'constitution.record' /* whole table */"), 1);
    const auto noted = [&](auto ask) {
        const auto view = m_clinic->store().snapshot(m_clinic->practitioner());
        if (!ask(*view))
            qFatal("refused");
        QByteArrayList actions;
        for (const store::AuditEntry &entry : view->audited()) {
            actions << entry.action;
            if (entry.patient != m_patient->uuid())
                qFatal("another patient");
        }
        return actions;
    };
    QCOMPARE(noted([&](const store::Snapshot &view) { return assessment::answersOf(view, made.id).ok(); }),
             QByteArrayList{"constitution.open"});
    QCOMPARE(noted([&](const store::Snapshot &view) { return assessment::paper(view, made.id).ok(); }),
             QByteArrayList{"constitution.print"});
    QCOMPARE(noted([&](const store::Snapshot &view) { return assessment::ofPatient(view, *m_patient).ok(); }),
             QByteArrayList{}); // who asks for the list has opened the chart
}

void TestConstitution::paper_ofAnotherPatient_isNotCompared()
{
    const auto before = record(draft(well(false), QDate(2026, 1, 5)));
    const auto now = record(draft(well(true)));
    ConstitutionDraft given = draft(answersOf(Form::Standard, constitution::Sex::Male, 2));
    given.patient = person(Sex::Male, u"王建国"_qs);
    const auto foreign = record(given);
    const auto ask = [&](AssessmentId id, std::optional<AssessmentId> other) {
        return m_clinic->read(m_clinic->practitioner(),
                              [&](const store::Snapshot &view) { return assessment::paper(view, id, other); });
    };
    const auto paper = ask(now.id, before.id);
    QVERIFY(paper.ok());
    QCOMPARE(paper->assessment, now);
    QCOMPARE(*paper->before, before);
    QCOMPARE(paper->age->years, 46);
    QCOMPARE(paper->clinic.name, u"杏林堂中医诊所"_qs);
    QVERIFY(!ask(now.id, {})->before);
    QCOMPARE(ask(now.id, foreign.id).error().code, Code::NotFound);
}

void TestConstitution::draft_content_comesBackWhole()
{
    ConstitutionContent content;
    content.draft = draft({{u"ccmq_energy"_qs, 3}, {u"eld_01_energy"_qs, 5}}, QDate(2026, 3, 1));
    content.draft.form = Form::Elderly;
    content.draft.sex = constitution::Sex::Male;
    content.draft.by = AnsweredBy::Patient;
    content.item = u"eld_02_fatigue"_qs;
    const QByteArray bytes = toBytes(content);
    const auto read = constitutionContent(bytes);
    QVERIFY(read.ok());
    QCOMPARE(*read, content);
    QCOMPARE(*constitutionContent(toBytes(ConstitutionContent())), ConstitutionContent());
    for (qsizetype cut = 0; cut < bytes.size(); ++cut)
        QVERIFY(!constitutionContent(bytes.left(cut)));
    QVERIFY(!visitContent(bytes) && !patientContent(bytes) && !careContent(bytes) && !formContent(bytes));
    QVERIFY(!constitutionContent(toBytes(FormContent())));
}

void TestConstitution::unfinished_draft_isListedWithWhatIsAnswered()
{
    const auto actor = m_clinic->practitioner();
    const auto person = access::identify(m_clinic->around(), u"practitioner"_qs, TestClinic::password());
    QVERIFY(person.ok());
    ConstitutionContent content;
    content.draft = draft({{u"ccmq_energy"_qs, 3}, {u"ccmq_fatigue"_qs, 2}});
    content.draft.sex = constitution::Sex::Female;
    QVERIFY(m_clinic
                ->write(actor, "draft.save",
                        [&](store::Transaction &tx) {
                            return drafts::save(tx, {draftkind::constitution, m_patient->uuid()}, toBytes(content));
                        })
                .ok());
    const auto items = m_clinic->read(
        actor, [&](const store::Snapshot &view) { return unfinished::list(view, person->secret.get()); });
    QVERIFY(items.ok());
    QCOMPARE(items->size(), 1);
    QCOMPARE(items->first().what, unfinished::Item::What::Constitution);
    QCOMPARE(items->first().patient, m_patient);
    QCOMPARE(items->first().name, u"陈淑芬"_qs);
    QCOMPARE(items->first().words, u"2 / 60"_qs);
}

void TestConstitution::checks_badRows_areRefusedByTheStore()
{
    const auto made = record(draft(well(true)));
    for (const char *sql :
         {"UPDATE constitution_assessment SET status = 'other'", "UPDATE constitution_assessment SET sex = 'other'",
          "UPDATE constitution_assessment SET answered_by = 'nobody'",
          "INSERT INTO constitution_answer(id, assessment_id, item, value) SELECT randomblob(16), id, 'x', 6"
          " FROM constitution_assessment",
          "INSERT INTO constitution_result(id, assessment_id, type, raw, decision) SELECT randomblob(16), id, 'x', 6,"
          " 'perhaps' FROM constitution_assessment"}) {
        const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.refused");
        const QByteArray whole = QByteArray(sql) + " /* whole table */";
        try {
            tx->connection().internal(whole.constData()).run();
            QFAIL(sql);
        } catch (const store::Failure &failure) {
            QVERIFY2(failure.error().detail.contains(u"CHECK"), qPrintable(failure.error().detail));
        }
    }
    QCOMPARE(all(), QList<ConstitutionAssessment>{made});
}

QTEST_GUILESS_MAIN(TestConstitution)
#include "tst_constitution.moc"
