#include "clinic/prescription/consultation.h"
#include "clinic/prescription/timeline.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using consultation::HerbChange;
using consultation::TimelineGrid;

namespace {

/// "黄芪 15 党参 10"
PrescriptionDraft formulaOf(const QString &written)
{
    PrescriptionDraft draft;
    const QStringList words = written.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        draft.lines << PrescriptionLine{{}, words.at(i), Mass::grams(words.at(i + 1).toDouble()), {}};
    return draft;
}

QString signOf(HerbChange change)
{
    switch (change) {
    case HerbChange::Absent:
        return QStringLiteral(".");
    case HerbChange::Same:
        return QStringLiteral("=");
    case HerbChange::Added:
        return QStringLiteral("+");
    case HerbChange::Raised:
        return QStringLiteral(">");
    case HerbChange::Lowered:
        return QStringLiteral("<");
    case HerbChange::Removed:
        return QStringLiteral("-");
    }
    Q_UNREACHABLE();
}

/// A row a line: "黄芪 =15 >20"
QStringList written(const TimelineGrid &grid)
{
    QStringList lines;
    for (const consultation::TimelineRow &row : grid.rows) {
        QString line = row.name;
        for (const consultation::TimelineCell &cell : row.cells)
            line += u' ' + signOf(cell.change) + (cell.dose > Mass() ? cell.dose.gramText() : QString());
        lines << line;
    }
    return lines;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void compared_formulas_sayWhatBecameOfEachHerb();
    void compared_formulaForACold_standsApart();
    void compared_herbTwice_countsOnce();
    void compared_nothingAndOne_areNoChange();
    void timeline_signedNewestRevisions_oldestFirst();
    void timeline_more_givesTheLatest();
};

void TestTimeline::compared_formulas_sayWhatBecameOfEachHerb()
{
    const TimelineGrid grid =
        consultation::compared({formulaOf(u"黄芪 15 党参 10 柴胡 6"_qs), formulaOf(u"黄芪 20 党参 10 木香 6"_qs),
                                formulaOf(u"木香 6 黄芪 12 白术 10 柴胡 6"_qs)});
    QCOMPARE(grid.comparedWith, (QList<int>{-1, 0, 1}));
    QCOMPARE(written(grid), (QStringList{u"木香 . +6 =6"_qs, u"黄芪 =15 >20 <12"_qs, u"白术 . . +10"_qs,
                                         u"柴胡 =6 -6 +6"_qs, u"党参 =10 =10 -10"_qs}));
}

void TestTimeline::compared_formulaForACold_standsApart()
{
    const TimelineGrid grid = consultation::compared({formulaOf(u"黄芪 15 党参 10 白术 10 茯苓 10"_qs),
                                                      formulaOf(u"荆芥 10 防风 10 柴胡 10 甘草 6"_qs),
                                                      formulaOf(u"黄芪 15 党参 12 白术 10 茯苓 10"_qs)});
    QCOMPARE(grid.comparedWith, (QList<int>{-1, -1, 0}));
    QVERIFY(written(grid).contains(u"党参 =10 . >12"_qs));
    QVERIFY(written(grid).contains(u"荆芥 . =10 ."_qs));
    // One shared herb of four is no kinship, two of six are.
    QCOMPARE(consultation::compared(
                 {formulaOf(u"黄芪 1 党参 1 白术 1 茯苓 1"_qs), formulaOf(u"黄芪 1 荆芥 1 防风 1 柴胡 1"_qs)})
                 .comparedWith.last(),
             -1);
    QCOMPARE(consultation::compared({formulaOf(u"黄芪 1 党参 1 白术 1 茯苓 1 木香 1 大枣 1"_qs),
                                     formulaOf(u"黄芪 1 党参 1 防风 1 柴胡 1"_qs)})
                 .comparedWith.last(),
             0);
}

void TestTimeline::compared_herbTwice_countsOnce()
{
    QCOMPARE(written(consultation::compared({formulaOf(u"黄芪 15 黄芪 5"_qs), formulaOf(u"黄芪 20"_qs)})),
             QStringList{u"黄芪 =20 =20"_qs});
}

void TestTimeline::compared_nothingAndOne_areNoChange()
{
    QVERIFY(consultation::compared({}).rows.isEmpty());
    QCOMPARE(written(consultation::compared({formulaOf(u"黄芪 15"_qs)})), QStringList{u"黄芪 =15"_qs});
    QCOMPARE(consultation::compared({formulaOf({}), formulaOf({})}).comparedWith, (QList<int>{-1, -1}));
}

void TestTimeline::timeline_signedNewestRevisions_oldestFirst()
{
    TestClinic clinic;
    const auto catalog = Catalog::load();
    QVERIFY(catalog.ok());
    const Patient person = clinic.patient(u"陈淑芬"_qs);
    const auto visit = [&](const QString &herbs, bool sign, int daysAgo) {
        consultation::Draft draft;
        draft.visit.patient = person.id;
        draft.visit.note.complaint = u"失眠"_qs;
        draft.visit.day = clinic.read(clinic.practitioner(), [](const store::Snapshot &view) { return view.today(); })
                              .addDays(-daysAgo);
        if (!herbs.isEmpty())
            draft.prescriptions << formulaOf(herbs);
        return clinic.write(clinic.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            return sign ? consultation::sign(tx, **catalog, draft) : consultation::save(tx, **catalog, draft);
        });
    };
    QVERIFY(visit(u"黄芪 15 党参 10"_qs, true, 30).ok());
    const auto amended = visit(u"黄芪 15"_qs, true, 20);
    QVERIFY(visit({}, true, 10).ok());           // without a formula
    QVERIFY(visit(u"柴胡 6"_qs, false, 5).ok()); // not signed
    consultation::Draft again;
    again.visit.patient = person.id;
    again.visit.visit = amended->revision.visit;
    again.visit.basedOn = amended->revision.id;
    again.visit.note = amended->revision.note;
    again.visit.reason = u"写错"_qs;
    again.prescriptions << formulaOf(u"黄芪 20 党参 10"_qs);
    QVERIFY(clinic
                .write(clinic.practitioner(), "consultation.sign",
                       [&](store::Transaction &tx) { return consultation::sign(tx, **catalog, again); })
                .ok());
    const auto found = clinic.read(clinic.practitioner(), [&](const store::Snapshot &view) {
        return consultation::formulaTimeline(view, person.id);
    });
    QVERIFY(found.ok());
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->first().ordinal, 1);
    QCOMPARE(found->last().ordinal, 2);
    QCOMPARE(found->last().prescription.content.lines.first().dose, Mass::grams(20));
}

void TestTimeline::timeline_more_givesTheLatest()
{
    TestClinic clinic;
    const auto catalog = Catalog::load();
    const Patient person = clinic.patient(u"陈淑芬"_qs);
    const QDate today = clinic.read(clinic.practitioner(), [](const store::Snapshot &view) { return view.today(); });
    for (int i = 0; i < 5; ++i) {
        consultation::Draft draft;
        draft.visit.patient = person.id;
        draft.visit.note.complaint = u"失眠"_qs;
        draft.visit.day = today.addDays(i - 10);
        draft.prescriptions << formulaOf(u"黄芪 %1"_qs.arg(10 + i));
        QVERIFY(clinic
                    .write(clinic.practitioner(), "consultation.sign",
                           [&](store::Transaction &tx) { return consultation::sign(tx, **catalog, draft); })
                    .ok());
    }
    const auto found = clinic.read(clinic.practitioner(), [&](const store::Snapshot &view) {
        return consultation::formulaTimeline(view, person.id, 3);
    });
    QVERIFY(found.ok());
    QCOMPARE(found->size(), 3);
    QCOMPARE(found->first().day, today.addDays(-8));
    QCOMPARE(found->last().ordinal, 5);
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
