#include "access/settings.h"
#include "clinic/prescription/consultation.h"
#include "clinic/prescription/similar.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

const DiagnosisEntry heartAndSpleen{DiagnosisKind::Pattern, u"GBT15657-2021"_qs, u"B04.06.01.03.02"_qs,
                                    u"心脾两虚证"_qs};
const DiagnosisEntry liver{DiagnosisKind::Pattern, u"GBT15657-2021"_qs, u"B04.03.01.02.03.01"_qs, u"肝气郁结证"_qs};

} // namespace

/// What the clinic did before for the same pattern.
class TestSimilar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void similar_signedVisits_countsFormulasAndListsCases();
    void similar_draftsAndOtherPatterns_doNotCount();
    void similar_amended_countsAsItStandsNow();
    void similar_ownCases_standFirst();
    void similar_mergedRecord_isOnesOwn();
    void similar_restrictedErrorAndOpenBatch_areLeftOut();
    void similar_sensitiveNote_isLeftOut();
    void similar_recordsNotShared_showsOnesOwnPatients();
    void similar_withoutACode_hasNoPast();
    void similar_manyVisits_looksAtTheLatest200();

private:
    Patient person(const QString &name) { return m_clinic->patient(name); }
    /// A visit of the day @p ago days before today, with @p formula; signed unless said otherwise.
    consultation::Stored visit(const Patient &patient, int ago, const QString &formula,
                               const std::function<void(consultation::Draft &)> &change = {}, bool sign = true,
                               std::optional<store::Actor> by = {});
    consultation::Similar asked(const std::optional<store::Actor> &by = {}, std::optional<VisitId> but = {});
    void raw(const char *sql, const Uuid &one, const std::optional<Uuid> &other = {});

    std::unique_ptr<TestClinic> m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<Patient> m_woman;
};

void TestSimilar::init()
{
    m_clinic = std::make_unique<TestClinic>();
    if (!m_catalog)
        m_catalog = *Catalog::load();
    m_woman = person(u"陈淑芬"_qs);
}

consultation::Stored TestSimilar::visit(const Patient &patient, int ago, const QString &formula,
                                        const std::function<void(consultation::Draft &)> &change, bool sign,
                                        std::optional<store::Actor> by)
{
    const auto stored = m_clinic->write(by.value_or(m_clinic->practitioner()),
                                        sign ? "consultation.sign" : "consultation.save", [&](store::Transaction &tx) {
                                            consultation::Draft draft;
                                            draft.visit.patient = patient.id;
                                            draft.visit.day = tx.today().addDays(-ago);
                                            draft.visit.note.complaint = u"失眠"_qs;
                                            draft.visit.note.diagnoses = {heartAndSpleen};
                                            PrescriptionDraft one;
                                            one.formula = formula;
                                            one.name = formula + u"加减"_qs;
                                            one.lines << PrescriptionLine{{}, u"黄芪"_qs, Mass::grams(15), {}};
                                            draft.prescriptions = {one};
                                            if (change)
                                                change(draft);
                                            return sign ? consultation::sign(tx, *m_catalog, draft)
                                                        : consultation::save(tx, *m_catalog, draft);
                                        });
    if (!stored)
        qFatal("%s", qUtf8Printable(stored.error().message));
    return *stored;
}

consultation::Similar TestSimilar::asked(const std::optional<store::Actor> &by, std::optional<VisitId> but)
{
    const auto found = m_clinic->read(by.value_or(m_clinic->practitioner()), [&](const store::Snapshot &view) {
        return consultation::similar(view, heartAndSpleen, m_woman->id, but);
    });
    if (!found)
        qFatal("%s", qUtf8Printable(found.error().message));
    return *found;
}

void TestSimilar::raw(const char *sql, const Uuid &one, const std::optional<Uuid> &other)
{
    const auto tx = m_clinic->store().begin(m_clinic->owner(), "test.raw");
    store::Query query = tx->connection().internal(sql);
    if (other)
        query.bind(one, *other);
    else
        query.bind(one);
    query.run();
    tx->commit();
}

void TestSimilar::similar_signedVisits_countsFormulasAndListsCases()
{
    PatientDraft draft;
    draft.name = u"李明"_qs;
    draft.sex = Sex::Male;
    draft.birthDate = u"1980-06-01"_qs;
    draft.withoutPhone = true;
    const auto man = m_clinic->write(m_clinic->receptionist(), "patient.register",
                                     [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    QVERIFY(man.ok());
    const auto first = visit(*man, 30, u"gui-pi-tang"_qs);
    visit(person(u"王芳"_qs), 20, u"gui-pi-tang"_qs);
    visit(person(u"赵一白"_qs), 10, u"ren-shen-yang-rong-tang"_qs);
    visit(person(u"钱多多"_qs), 5, u"gui-pi-tang+xiao-yao-san"_qs);
    const consultation::Similar found = asked();
    QCOMPARE(found.visits, 4);
    QCOMPARE(found.formulas, (QList<consultation::FormulaCount>{
                                 {u"gui-pi-tang"_qs, 3}, {u"xiao-yao-san"_qs, 1}, {u"ren-shen-yang-rong-tang"_qs, 1}}));
    QCOMPARE(found.cases.size(), 4);
    const consultation::SimilarCase &oldest = found.cases.last();
    QCOMPARE(oldest, (consultation::SimilarCase{first.revision.visit, QDate(2026, 2, 10), Sex::Male, 45,
                                                u"gui-pi-tang加减"_qs, false}));
    for (qsizetype i = 1; i < found.cases.size(); ++i)
        QVERIFY(found.cases[i - 1].day > found.cases[i].day);
}

void TestSimilar::similar_draftsAndOtherPatterns_doNotCount()
{
    visit(person(u"王芳"_qs), 3, u"gui-pi-tang"_qs, {}, false);
    visit(person(u"李明"_qs), 3, u"xiao-yao-san"_qs,
          [](consultation::Draft &draft) { draft.visit.note.diagnoses = {liver}; });
    QCOMPARE(asked(), consultation::Similar());
    const auto mine = visit(*m_woman, 0, u"gui-pi-tang"_qs);
    QCOMPARE(asked().visits, 1);
    QCOMPARE(asked({}, mine.revision.visit), consultation::Similar()); // the one that is open
    // Without a prescription it counts, and there is no case to learn from.
    visit(person(u"赵一白"_qs), 1, {}, [](consultation::Draft &draft) { draft.prescriptions.clear(); });
    QCOMPARE(asked().visits, 2);
    QCOMPARE(asked().cases.size(), 1);
}

void TestSimilar::similar_amended_countsAsItStandsNow()
{
    const Patient man = person(u"李明"_qs);
    const auto before = visit(man, 3, u"gui-pi-tang"_qs);
    const auto amend = [&](const consultation::Stored &from, const QList<DiagnosisEntry> &diagnoses) {
        return visit(man, 3, u"xiao-yao-san"_qs, [&](consultation::Draft &draft) {
            draft.visit.visit = from.revision.visit;
            draft.visit.basedOn = from.revision.id;
            draft.visit.reason = u"改方"_qs;
            draft.visit.note.diagnoses = diagnoses;
        });
    };
    const auto after = amend(before, {heartAndSpleen});
    QCOMPARE(asked().visits, 1);
    QCOMPARE(asked().formulas, (QList<consultation::FormulaCount>{{u"xiao-yao-san"_qs, 1}}));
    amend(after, {liver});
    QCOMPARE(asked(), consultation::Similar());
}

void TestSimilar::similar_ownCases_standFirst()
{
    const auto mine = visit(*m_woman, 300, u"gui-pi-tang"_qs);
    for (int i = 1; i <= 6; ++i)
        visit(person(QStringLiteral("病人%1").arg(i)), i, u"ren-shen-yang-rong-tang"_qs);
    const consultation::Similar found = asked();
    QCOMPARE(found.visits, 7);
    QCOMPARE(found.cases.size(), 5);
    QCOMPARE(found.cases.first().visit, mine.revision.visit);
    QVERIFY(found.cases.first().own);
    QVERIFY(!found.cases.at(1).own);
    QCOMPARE(found.cases.at(1).day, QDate(2026, 3, 11));
}

void TestSimilar::similar_mergedRecord_isOnesOwn()
{
    const Patient twin = person(u"陈淑芬"_qs);
    visit(twin, 9, u"gui-pi-tang"_qs);
    QVERIFY(!asked().cases.first().own);
    raw("UPDATE patient SET merged_into_id = ?2 WHERE id = ?1", twin.id.uuid(), m_woman->id.uuid());
    QCOMPARE(asked().cases.size(), 1);
    QVERIFY(asked().cases.first().own);
}

void TestSimilar::similar_restrictedErrorAndOpenBatch_areLeftOut()
{
    const Patient hidden = person(u"王芳"_qs);
    visit(hidden, 9, u"gui-pi-tang"_qs);
    const auto wrong = visit(person(u"李明"_qs), 8, u"gui-pi-tang"_qs);
    const auto imported = visit(person(u"赵一白"_qs), 7, u"gui-pi-tang"_qs);
    QCOMPARE(asked().visits, 3);
    QVERIFY(m_clinic->write(m_clinic->owner(), "patient.restrict", [&](store::Transaction &tx) {
        return patient::setRestricted(tx, hidden.id, true, u"封存"_qs);
    }));
    QCOMPARE(asked().visits, 2);
    raw("UPDATE visit SET status = 'entered-in-error' WHERE id = ?1", wrong.revision.visit.uuid());
    QCOMPARE(asked().visits, 1);
    const Uuid batch = Uuid::create(m_clinic->clock, m_clinic->random);
    raw("INSERT INTO import_batch(id, source, state, opened_ms) VALUES(?1, 'x', 'open', 0)", batch);
    raw("UPDATE visit SET batch_id = ?2 WHERE id = ?1", imported.revision.visit.uuid(), batch);
    QCOMPARE(asked(), consultation::Similar());
    raw("UPDATE import_batch SET state = 'closed' WHERE id = ?1", batch);
    QCOMPARE(asked().visits, 1);
}

void TestSimilar::similar_sensitiveNote_isLeftOut()
{
    visit(person(u"王芳"_qs), 9, u"gui-pi-tang"_qs,
          [](consultation::Draft &draft) { draft.visit.note.sensitive = true; });
    QCOMPARE(asked(), consultation::Similar());
}

void TestSimilar::similar_recordsNotShared_showsOnesOwnPatients()
{
    const store::Actor colleague = m_clinic->another(access::Role::Practitioner);
    visit(person(u"王芳"_qs), 9, u"gui-pi-tang"_qs, {}, true, colleague);
    visit(person(u"李明"_qs), 8, u"xiao-yao-san"_qs);
    QCOMPARE(asked().visits, 2);
    QVERIFY(m_clinic->write(m_clinic->owner(), "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::RecordsSharing, u"own"_qs);
    }));
    QCOMPARE(asked().formulas, (QList<consultation::FormulaCount>{{u"xiao-yao-san"_qs, 1}}));
    QCOMPARE(asked(colleague).formulas, (QList<consultation::FormulaCount>{{u"gui-pi-tang"_qs, 1}}));
}

void TestSimilar::similar_withoutACode_hasNoPast()
{
    DiagnosisEntry free = heartAndSpleen;
    free.code.clear();
    free.codeSystem.clear();
    visit(person(u"王芳"_qs), 9, u"gui-pi-tang"_qs,
          [&](consultation::Draft &draft) { draft.visit.note.diagnoses = {free}; });
    const auto found = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
        return consultation::similar(view, free, m_woman->id);
    });
    QVERIFY(found.ok());
    QCOMPARE(*found, consultation::Similar());
}

void TestSimilar::similar_manyVisits_looksAtTheLatest200()
{
    const Patient man = person(u"李明"_qs);
    for (int i = 0; i < 3; ++i)
        visit(man, 200 - i, u"xiao-yao-san"_qs);
    for (int i = 0; i < 200; ++i)
        visit(man, 190 - i / 2, u"gui-pi-tang"_qs);
    const consultation::Similar found = asked();
    QCOMPARE(found.visits, 200);
    QCOMPARE(found.formulas, (QList<consultation::FormulaCount>{{u"gui-pi-tang"_qs, 200}}));
    QCOMPARE(found.cases.size(), 5);
}

QTEST_GUILESS_MAIN(TestSimilar)
#include "tst_similar.moc"
