#include "clinic/prescription/asof.h"
#include "clinic/prescription/overrides.h"
#include "clinic/prescription/timeline.h"
#include "support/formulas.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;

namespace {

PrescriptionDraft decoction()
{
    return formulaOf(QStringLiteral("黄芪 15 党参 10"));
}

PrescriptionDraft wash()
{
    PrescriptionDraft draft = formulaOf(QStringLiteral("苦参 30 黄柏 20 蛇床子 30"), Route::External);
    draft.packets = 5;
    return draft;
}

} // namespace

/// A visit with several prescriptions, as with a decoction and a wash: each is whole, and the patient takes them
/// together.
class TestTogether : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void sign_several_eachIsWholeWithItsNumber();
    void sign_pairOverTwo_isRefusedWhereItStands();
    void sign_reasonOfOne_doesNotCoverTheOther();
    void sign_pairWithAWash_isNone();
    void sign_toxicSum_isRefused();
    void sign_severeInTheSecond_namesItsPlace();
    void amend_oneOfTwo_givesBothNewNumbers();
    void summaries_ofVisits_nameEach();
    void lastPrescriptions_ofTheNewestVisit_areAll();
    void timeline_severalFormulas_standBesideEachOther();
    void timeline_limit_keepsVisitsWhole();

private:
    consultation::Draft draftOf(const QList<PrescriptionDraft> &prescriptions) const
    {
        consultation::Draft draft;
        draft.visit.patient = *m_patient;
        draft.visit.note.complaint = QStringLiteral("湿疹两月");
        draft.prescriptions = prescriptions;
        return draft;
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
    /// Gives a reason for every open finding of one of them.
    void giveReasons(QList<PrescriptionDraft> &all, qsizetype which, const QString &reason)
    {
        const auto facts = read([&](const store::Snapshot &view) { return consultation::factsFor(view, *m_patient); });
        const auto result = consultation::check(*m_catalog, all, which, *facts);
        for (const safety::Finding &finding : consultation::open(result, all.at(which)))
            all[which].overrides << FindingOverride{finding.rule, consultation::herbsOf(finding), reason};
    }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<TestClinic> m_clinic;
    std::optional<PatientId> m_patient;
};

void TestTogether::initTestCase()
{
    auto loaded = Catalog::load();
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().message));
    m_catalog = *loaded;
}

void TestTogether::init()
{
    m_clinic = std::make_unique<TestClinic>();
    m_patient = m_clinic->patient(QStringLiteral("陈淑芬")).id;
}

void TestTogether::cleanup()
{
    m_clinic.reset();
}

void TestTogether::sign_several_eachIsWholeWithItsNumber()
{
    PrescriptionDraft pills = formulaOf(QStringLiteral("山楂 10"), Route::Pill);
    pills.instructions = QStringLiteral("饭后");
    const auto stored = sign(draftOf({decoction(), wash(), pills}));
    QVERIFY2(stored.ok(), stored ? "" : qPrintable(stored.error().message));
    QCOMPARE(stored->prescriptions.size(), 3);
    QStringList numbers;
    for (const Prescription &one : stored->prescriptions) {
        const auto paper = read([&](const store::Snapshot &view) { return consultation::paper(view, one.id); });
        QVERIFY(paper.ok());
        QCOMPARE(paper->prescription, one);
        QCOMPARE(one.checked, one.content.lines.size());
        numbers << one.number;
    }
    numbers.removeDuplicates();
    QCOMPARE(numbers.size(), 3);
    QCOMPARE(stored->prescriptions[0].content, decoction());
    QCOMPARE(stored->prescriptions[1].content, wash());
    QCOMPARE(stored->prescriptions[2].content, pills);
}

void TestTogether::sign_pairOverTwo_isRefusedWhereItStands()
{
    QList<PrescriptionDraft> both = {formulaOf(QStringLiteral("黄芪 15 附子 6")),
                                     formulaOf(QStringLiteral("茯苓 10 法半夏 6"), Route::Granule)};
    auto refused = sign(draftOf(both));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Code::Conflict);
    QCOMPARE(refused.error().field, QStringLiteral("prescriptions[0].findings"));
    QVERIFY2(refused.error().message.contains(u"附子") && refused.error().message.contains(u"法半夏"),
             qPrintable(refused.error().message));
    giveReasons(both, 0, QStringLiteral("分两次隔开服用"));
    refused = sign(draftOf(both));
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, QStringLiteral("prescriptions[1].findings"));
    giveReasons(both, 1, QStringLiteral("已告知"));
    const auto stored = sign(draftOf(both));
    QVERIFY2(stored.ok(), stored ? "" : qPrintable(stored.error().message));
    // Each keeps its own reason, and its own herb is signed again.
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(stored->prescriptions[i].content.overrides, both[i].overrides);
        QCOMPARE(stored->prescriptions[i].severe, 1);
        QVERIFY(!stored->prescriptions[i].content.lines[0].signedAgain);
        QVERIFY(stored->prescriptions[i].content.lines[1].signedAgain);
    }
    QCOMPARE(stored->prescriptions[0].content.overrides.first().herbs, QStringLiteral("附子、法半夏"));
    QCOMPARE(stored->prescriptions[1].content.overrides.first().herbs, QStringLiteral("法半夏、附子"));
    const auto listed =
        m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return consultation::overrides(view); });
    QVERIFY(listed.ok()); // who answers for the clinic sees both, each with its number
    QCOMPARE(listed->size(), 2);
    QVERIFY(listed->first().prescription != listed->last().prescription);
}

void TestTogether::sign_reasonOfOne_doesNotCoverTheOther()
{
    QList<PrescriptionDraft> both = {formulaOf(QStringLiteral("黄芪 15 附子 6 法半夏 6")),
                                     formulaOf(QStringLiteral("茯苓 10 附子 6 法半夏 6"))};
    giveReasons(both, 0, QStringLiteral("经验用药"));
    const auto refused = sign(draftOf(both));
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, QStringLiteral("prescriptions[1].findings"));
}

void TestTogether::sign_pairWithAWash_isNone()
{
    const auto stored = sign(draftOf(
        {formulaOf(QStringLiteral("黄芪 15 附子 6")), formulaOf(QStringLiteral("苦参 30 法半夏 9"), Route::External)}));
    QVERIFY2(stored.ok(), stored ? "" : qPrintable(stored.error().message));
}

void TestTogether::sign_toxicSum_isRefused()
{
    const QList<PrescriptionDraft> both = {formulaOf(QStringLiteral("黄芪 15 附子 9")),
                                           formulaOf(QStringLiteral("茯苓 10 附子 9"))};
    const auto refused = sign(draftOf(both));
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail, QStringLiteral("toxic-above-limit"));
    QVERIFY(sign(draftOf({both.first()})).ok());
}

void TestTogether::sign_severeInTheSecond_namesItsPlace()
{
    const auto refused = sign(draftOf({decoction(), formulaOf(QStringLiteral("附子 6 法半夏 6"))}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, QStringLiteral("prescriptions[1].findings"));
    PrescriptionDraft empty;
    QCOMPARE(sign(draftOf({decoction(), empty})).error().field, QStringLiteral("prescriptions[1].lines"));
}

void TestTogether::amend_oneOfTwo_givesBothNewNumbers()
{
    const auto first = sign(draftOf({decoction(), wash()}));
    QVERIFY(first.ok());
    consultation::Draft again = draftOf({decoction(), wash()});
    again.visit.visit = first->revision.visit;
    again.visit.basedOn = first->revision.id;
    again.visit.reason = QStringLiteral("外洗改量");
    again.prescriptions[1].lines[0].dose = Mass::grams(20);
    const auto second = sign(again);
    QVERIFY2(second.ok(), second ? "" : qPrintable(second.error().message));
    QCOMPARE(second->prescriptions.size(), 2);
    QSet<QString> numbers;
    for (const auto &stored : {*first, *second}) {
        for (const Prescription &one : stored.prescriptions)
            numbers << one.number;
    }
    QCOMPARE(numbers.size(), 4);
    QCOMPARE(second->prescriptions[1].content.lines[0].dose, Mass::grams(20));
    for (const Prescription &old : first->prescriptions)
        QCOMPARE(read([&](const store::Snapshot &view) { return consultation::paper(view, old.id); }).error().code,
                 Code::Stale);
}

void TestTogether::summaries_ofVisits_nameEach()
{
    consultation::Draft draft = draftOf({decoction(), wash()});
    draft.medicines << MedicineOrder{
        MedicineForm::Patent, QStringLiteral("归脾丸"), QStringLiteral("8丸"), 3, 7, {}, {}};
    QVERIFY(sign(draft).ok());
    const auto said = [](const Result<QList<VisitSummary>> &visits) {
        return visits && !visits->isEmpty() ? visits->first().prescription.value_or(QString()) : QString();
    };
    const QString now =
        said(read([&](const store::Snapshot &view) { return consultation::visitsOf(view, *m_patient); }));
    QVERIFY2(now.count(QStringLiteral("自拟方")) == 2 && now.endsWith(QStringLiteral("归脾丸")), qPrintable(now));
    m_clinic->clock.advance(std::chrono::minutes(1));
    const auto then = read(
        [&](const store::Snapshot &view) { return consultation::visitsAsOf(view, *m_patient, m_clinic->clock.now()); });
    QVERIFY2(then.ok(), then ? "" : qPrintable(then.error().message));
    QCOMPARE(said(then), now);
}

void TestTogether::lastPrescriptions_ofTheNewestVisit_areAll()
{
    const auto stored = sign(draftOf({decoction(), wash()}));
    QVERIFY(stored.ok());
    const auto last =
        read([&](const store::Snapshot &view) { return consultation::lastPrescriptions(view, *m_patient); });
    QCOMPARE(*last, stored->prescriptions);
}

void TestTogether::timeline_severalFormulas_standBesideEachOther()
{
    const QDate today = read([](const store::Snapshot &view) { return view.today(); });
    consultation::Draft before = draftOf({decoction(), wash()});
    before.visit.day = today.addDays(-7);
    QVERIFY(sign(before).ok());
    PrescriptionDraft stronger = wash();
    stronger.lines[0].dose = Mass::grams(40);
    // A second decoction that is kin to the first of the same visit is not compared with it.
    QVERIFY(sign(draftOf({decoction(), stronger, formulaOf(QStringLiteral("黄芪 30 党参 10"))})).ok());
    const auto found =
        read([&](const store::Snapshot &view) { return consultation::formulaTimeline(view, *m_patient); });
    QVERIFY(found.ok());
    QCOMPARE(found->size(), 5);
    QList<std::pair<int, int>> places;
    for (const consultation::TimelineVisit &one : *found)
        places << std::pair(one.ordinal, one.place);
    QCOMPARE(places, (QList<std::pair<int, int>>{{1, 1}, {1, 2}, {2, 1}, {2, 2}, {2, 3}}));
    const consultation::TimelineGrid grid = consultation::comparedVisits(*found);
    QCOMPARE(grid.comparedWith, (QList<int>{-1, -1, 0, 1, 0}));
    for (const consultation::TimelineRow &row : grid.rows) {
        if (row.name == u"苦参")
            QCOMPARE(row.cells.at(3).change, consultation::HerbChange::Raised);
    }
    // The same herbs used outside are no later form of what was taken.
    QCOMPARE(consultation::compared({decoction(), formulaOf(QStringLiteral("黄芪 15 党参 10"), Route::External)})
                 .comparedWith.last(),
             -1);
}

void TestTogether::timeline_limit_keepsVisitsWhole()
{
    const QDate today = read([](const store::Snapshot &view) { return view.today(); });
    for (int i = 3; i > 0; --i) {
        consultation::Draft draft = draftOf({decoction(), wash()});
        draft.visit.day = today.addDays(-i);
        QVERIFY(sign(draft).ok());
    }
    const auto places = [&](int limit) {
        const auto found =
            read([&](const store::Snapshot &view) { return consultation::formulaTimeline(view, *m_patient, limit); });
        QStringList said;
        for (const consultation::TimelineVisit &one : *found)
            said << QStringLiteral("%1.%2").arg(one.ordinal).arg(one.place);
        return said.join(u' ');
    };
    QCOMPARE(places(5), QStringLiteral("2.1 2.2 3.1 3.2"));
    QCOMPARE(places(4), QStringLiteral("2.1 2.2 3.1 3.2"));
    QCOMPARE(places(1), QStringLiteral("3.1 3.2"));
}

QTEST_GUILESS_MAIN(TestTogether)
#include "tst_together.moc"
