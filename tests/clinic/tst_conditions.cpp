#include "clinic/changes.h"
#include "clinic/chart/chart.h"
#include "clinic/journal.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/conditions.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// The list of a patient's problems.
class TestConditions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_clinic.reset(); }

    void onset_asTyped_isUnderstood_data();
    void onset_asTyped_isUnderstood();
    void add_coded_isStoredWithSinceWhen();
    void add_whatStandsThere_isRefused();
    void add_whatCannotBeMeant_isRefused();
    void add_byReception_isRefused();
    void resolve_thenReactivate_turnsBack();
    void markInError_isNowhereButInTheHistory();
    void fromVisits_signedDiagnoses_areOfferedByFrequency();
    void events_ofTheChart_nameProblems();

private:
    Result<Condition> add(const ConditionDraft &draft)
    {
        return m_clinic->write(m_clinic->practitioner(), "condition.record",
                               [&](store::Transaction &tx) { return condition::add(tx, draft); });
    }
    ConditionDraft backPain() const
    {
        return {m_woman->id, u"ICD-10"_s, u"M54.5"_s, u"下背痛"_s, PartialDate::of(2019), {}};
    }
    QList<Condition> known()
    {
        const auto found = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return condition::ofPatient(view, m_woman->id);
        });
        return found ? *found : QList<Condition>();
    }
    QStringList history()
    {
        const auto told = m_clinic->read(m_clinic->practitioner(), [&](const store::Snapshot &view) {
            return changes::ofPatient(view, m_woman->id);
        });
        QStringList lines;
        for (const changes::Told &one : *told)
            lines << one.sentences;
        return lines;
    }
    void visit(const QList<DiagnosisEntry> &diagnoses, bool toSign)
    {
        consultation::Draft draft;
        draft.visit.patient = m_woman->id;
        draft.visit.note.complaint = u"腰痛"_s;
        draft.visit.note.diagnoses = diagnoses;
        QVERIFY(m_clinic->write(m_clinic->practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            return toSign ? consultation::sign(tx, *m_catalog, draft) : consultation::save(tx, *m_catalog, draft);
        }));
    }

    std::unique_ptr<TestClinic> m_clinic;
    std::optional<Patient> m_woman;
    std::shared_ptr<const Catalog> m_catalog = *Catalog::load();
};

void TestConditions::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_woman = m_clinic->patient(u"陈淑芬"_s);
}

void TestConditions::onset_asTyped_isUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("onset");
    QTest::addRow("year") << u"2019"_s << u"2019"_s;
    QTest::addRow("month") << u"2019-03"_s << u"2019-03"_s;
    QTest::addRow("years") << u"3 years"_s << u"2023"_s;
    QTest::addRow("short") << u"3y"_s << u"2023"_s;
    QTest::addRow("Chinese") << u"3年"_s << u"2023"_s;
    QTest::addRow("months") << u"6 months"_s << u"2025-09"_s;
    QTest::addRow("Chinese months") << u"6个月"_s << u"2025-09"_s;
    QTest::addRow("none") << QString() << QString();
    QTest::addRow("words") << u"long ago"_s << QString();
}

void TestConditions::onset_asTyped_isUnderstood()
{
    QFETCH(QString, typed);
    QFETCH(QString, onset);
    const auto found = condition::onsetFrom(typed, QDate(2026, 3, 12));
    QCOMPARE(found ? found->toText() : QString(), onset);
}

void TestConditions::add_coded_isStoredWithSinceWhen()
{
    const auto made = add(backPain());
    QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().message));
    m_clinic->reopen();
    QCOMPARE(known(), QList<Condition>{*made});
    QCOMPARE(known().constFirst().content.onset->toText(), u"2019"_s);
    QCOMPARE(history().constFirst(), u"Problem recorded: 下背痛 (2019)."_s);
}

void TestConditions::add_whatStandsThere_isRefused()
{
    QVERIFY(add(backPain()).ok());
    ConditionDraft other = backPain();
    other.display = u"腰背痛"_s; // the same code in other words
    QCOMPARE(add(other).error().code, Code::Conflict);
    QCOMPARE(known().size(), 1);
}

void TestConditions::add_whatCannotBeMeant_isRefused()
{
    ConditionDraft draft = backPain();
    draft.display = u"  "_s;
    QCOMPARE(add(draft).error().field, u"display"_s);
    draft = backPain();
    draft.onset = PartialDate::of(2027);
    QCOMPARE(add(draft).error().field, u"onset"_s);
    QVERIFY(known().isEmpty());
}

void TestConditions::add_byReception_isRefused()
{
    const auto made = m_clinic->write(m_clinic->receptionist(), "condition.record",
                                      [&](store::Transaction &tx) { return condition::add(tx, backPain()); });
    QCOMPARE(made.error().code, Code::NoPermission);
    const auto read = m_clinic->read(
        m_clinic->receptionist(), [&](const store::Snapshot &view) { return condition::ofPatient(view, m_woman->id); });
    QCOMPARE(read.error().code, Code::NoPermission);
}

void TestConditions::resolve_thenReactivate_turnsBack()
{
    const auto made = add(backPain());
    const auto turn = [&](auto f) {
        return m_clinic->write(m_clinic->practitioner(), "condition.resolve",
                               [&](store::Transaction &tx) { return f(tx, made->id); });
    };
    QVERIFY(turn(condition::resolve).ok());
    QCOMPARE(known().constFirst().status, ConditionStatus::Resolved);
    QCOMPARE(known().constFirst().abated, QDate(2026, 3, 12));
    QCOMPARE(turn(condition::resolve).error().code, Code::Conflict);
    QVERIFY(turn(condition::reactivate).ok());
    QCOMPARE(known(), QList<Condition>{*made});
    QCOMPARE(history().constFirst(), u"Problem active again: 下背痛."_s);
}

void TestConditions::markInError_isNowhereButInTheHistory()
{
    const auto made = add(backPain());
    const auto retract = [&](const QString &why) {
        return m_clinic->write(m_clinic->practitioner(), "condition.retract",
                               [&](store::Transaction &tx) { return condition::markInError(tx, made->id, why); });
    };
    QCOMPARE(retract(u" "_s).error().field, u"reason"_s);
    QVERIFY(retract(u"误录"_s).ok());
    QVERIFY(known().isEmpty());
    QCOMPARE(history().constFirst(), u"Problem marked as entered in error: 下背痛."_s);
    QVERIFY(add(backPain()).ok());
}

void TestConditions::fromVisits_signedDiagnoses_areOfferedByFrequency()
{
    const DiagnosisEntry insomnia{DiagnosisKind::Disease, u"GBT15657-2021"_s, u"A04.01.10"_s, u"不寐病"_s};
    const DiagnosisEntry back{DiagnosisKind::Western, u"ICD-10"_s, u"M54.5"_s, u"下背痛"_s};
    const DiagnosisEntry pattern{DiagnosisKind::Pattern, {}, {}, u"心脾两虚"_s};
    const DiagnosisEntry unsigned_{DiagnosisKind::Disease, {}, {}, u"感冒"_s};
    visit({insomnia, pattern}, true);
    visit({insomnia, back}, true);
    visit({unsigned_}, false);
    const auto offered = [&] {
        return *m_clinic->read(m_clinic->practitioner(),
                               [&](const store::Snapshot &view) { return condition::fromVisits(view, m_woman->id); });
    };
    const QDate day(2026, 3, 12);
    QCOMPARE(offered(), (QList<ConditionCandidate>{{insomnia, 2, day}, {back, 1, day}}));
    QVERIFY(add(backPain()).ok());
    QCOMPARE(offered(), (QList<ConditionCandidate>{{insomnia, 2, day}}));
}

void TestConditions::events_ofTheChart_nameProblems()
{
    const auto made = add(backPain());
    const auto events = m_clinic->read(m_clinic->practitioner(),
                                       [&](const store::Snapshot &view) { return chart::events(view, m_woman->id); });
    QCOMPARE(events->size(), 1);
    QCOMPARE(std::get<Condition>(events->constFirst().what), *made);
}

QTEST_GUILESS_MAIN(TestConditions)
#include "tst_conditions.moc"
