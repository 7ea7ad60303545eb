#include "clinic/record/notetemplates.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/text.h"
#include "ui/visit/desk.h"
#include "ui/visit/referencepane.h"
#include "ui/visit/referencerow.h"

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

const DiagnosisEntry heartAndSpleen{DiagnosisKind::Pattern, QStringLiteral("GBT15657-2021"),
                                    QStringLiteral("B04.06.01.03.02"), QStringLiteral("心脾两虚证")};

} // namespace

/// What stands beside a note and a prescription for looking up.
class TestReference : public QObject
{
    Q_OBJECT

private slots:
    void pattern_typed_offersTheFormulasThatNameIt();
    void pattern_gone_leavesNothing();
    void method_chosen_saysThatItsFunctionsNameIt();
    void template_ofThePattern_isPutIn();
    void case_ofTheClinic_opensAndLeadsBack();
    void case_ofThePatient_isMarked();
    void keys_walkInsideAndLeadBack();
    void tab_inTheNote_neverLeadsIntoThePane();
    void narrowWindow_hasADrawer();
    void narrowWindow_findingsAreNeverHidden();
    void signedVisit_showsThePastAlone();
    void herb_underTheHand_isDescribed();
    void herb_onAnyScreen_isDescribedWhole();

private:
    static ReferencePane *pane(const Desk &desk) { return desk.page->findChild<ReferencePane *>(); }
    static QStringList names(const Desk &desk)
    {
        QStringList list;
        for (const ReferenceGroup &group : pane(desk)->reference().groups) {
            for (const ReferenceRow &row : group.rows)
                list << row.name;
        }
        return list;
    }
    static void writePattern(Desk &desk)
    {
        desk.find("pattern")->setFocus();
        desk.keys("xplx");
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.page->draft().visit.note.diagnoses, QList<DiagnosisEntry>{heartAndSpleen});
    }
    static consultation::Stored earlier(Desk &desk, PatientId patient, int ago)
    {
        const auto stored = desk.base.write(desk.base.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            consultation::Draft draft;
            draft.visit.patient = patient;
            draft.visit.day = tx.today().addDays(-ago);
            draft.visit.note.complaint = QStringLiteral("失眠");
            draft.visit.note.diagnoses = {heartAndSpleen};
            PrescriptionDraft formula;
            formula.formula = QStringLiteral("gui-pi-tang");
            formula.name = QStringLiteral("归脾汤加减");
            formula.lines << PrescriptionLine{{}, QStringLiteral("黄芪"), Mass::grams(15), {}};
            draft.prescriptions = {formula};
            return consultation::sign(tx, *desk.catalog, draft);
        });
        if (!stored)
            qFatal("%s", qUtf8Printable(stored.error().message));
        return *stored;
    }
};

void TestReference::pattern_typed_offersTheFormulasThatNameIt()
{
    Desk desk;
    desk.begin();
    QVERIFY(!pane(desk)->isVisible());
    writePattern(desk);
    QTRY_COMPARE(names(desk), (QStringList{QStringLiteral("归脾汤"), QStringLiteral("人参养荣汤")}));
    QVERIFY(pane(desk)->isVisible());
    const ReferenceRow &first = pane(desk)->reference().groups.first().rows.first();
    QVERIFY(first.html.first().contains(QStringLiteral("《济生方》")));
    QVERIFY(first.html.first().contains(QStringLiteral("<b>心脾</b>气血<b>两虚</b>证")));
    desk.key(Qt::Key_F12);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("reference1"));
    desk.keys("1");
    QCOMPARE(desk.page->title(), QStringLiteral("Prescription"));
    QCOMPARE(desk.prescription()->draft().formula, QStringLiteral("gui-pi-tang"));
    QVERIFY(desk.prescription()->isAncestorOf(desk.hand()));
    // The other one is joined, not put in its place.
    desk.key(Qt::Key_Escape);
    QTRY_VERIFY(pane(desk)->isVisible());
    desk.find("pattern")->setFocus();
    desk.key(Qt::Key_F12);
    desk.keys("2");
    QCOMPARE(desk.prescription()->draft().formula, QStringLiteral("gui-pi-tang+ren-shen-yang-rong-tang"));
}

void TestReference::pattern_gone_leavesNothing()
{
    Desk desk;
    desk.begin();
    writePattern(desk);
    QTRY_VERIFY(!names(desk).isEmpty());
    desk.find<QLineEdit>("pattern")->selectAll();
    desk.key(Qt::Key_Delete);
    QVERIFY(!pane(desk)->isVisible());
    desk.key(Qt::Key_F12);
    QVERIFY(!desk.find<MessageStrip>("visitStrip")->text().isEmpty());
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pattern"));
    QTest::qWait(400); // nor does an answer come back to it
    QVERIFY(!pane(desk)->isVisible());
}

void TestReference::method_chosen_saysThatItsFunctionsNameIt()
{
    Desk desk;
    desk.begin();
    writePattern(desk);
    desk.find("method")->setFocus();
    desk.words(QStringLiteral("温补肾阳"));
    QTRY_VERIFY(names(desk).contains(QStringLiteral("右归丸")));
    const QList<ReferenceRow> rows = pane(desk)->reference().groups.first().rows;
    QCOMPARE(rows.first().name, QStringLiteral("归脾汤")); // what names the pattern stands before
    const auto other = std::find_if(rows.begin(), rows.end(),
                                    [](const ReferenceRow &row) { return row.name == QStringLiteral("右归丸"); });
    QCOMPARE(other->html.size(), 1);
    QVERIFY(other->html.first().contains(QStringLiteral("functions: <b>温补肾阳</b>")));
    QVERIFY(!other->html.first().contains(QStringLiteral("indications")));
    // More than the first few are called up.
    QCOMPARE(rows.last().action.kind, ReferenceAction::Kind::AllFormulas);
    const qsizetype before = rows.size();
    desk.key(Qt::Key_F12);
    desk.key(Qt::Key_Up); // from the first to the last
    desk.key(Qt::Key_Return);
    QVERIFY(names(desk).size() >= before);
    QVERIFY(pane(desk)->hasHand());
}

void TestReference::template_ofThePattern_isPutIn()
{
    Desk desk;
    notetemplate::Draft kept;
    kept.name = QStringLiteral("心脾两虚不寐");
    kept.code = QStringLiteral("xp");
    kept.note.complaint = QStringLiteral("入睡困难{}月。");
    kept.note.diagnoses = {heartAndSpleen};
    QVERIFY(desk.base.write(desk.base.practitioner(), "notetemplate.save",
                            [&](store::Transaction &tx) { return notetemplate::save(tx, kept); }));
    desk.begin();
    writePattern(desk);
    QTRY_COMPARE(names(desk).value(0), QStringLiteral("心脾两虚不寐"));
    desk.key(Qt::Key_F12);
    desk.keys("1");
    QCOMPARE(desk.find<GrowingTextEdit>("complaint")->text(), QStringLiteral("入睡困难{}月。"));
    QCOMPARE(desk.hand(), desk.find("complaint"));
}

void TestReference::case_ofTheClinic_opensAndLeadsBack()
{
    Desk desk;
    const Patient other = desk.base.patient(QStringLiteral("王芳"));
    const auto before = earlier(desk, other.id, 30);
    desk.begin();
    desk.words(QStringLiteral("入睡困难"));
    writePattern(desk);
    QTRY_COMPARE(names(desk).size(), 3);
    QCOMPARE(names(desk).last(), QStringLiteral("归脾汤加减"));
    const ReferenceGroup &past = pane(desk)->reference().groups.last();
    QVERIFY(past.heading.contains(u'1'));
    QVERIFY(past.text.contains(QStringLiteral("归脾汤")));
    QVERIFY(!past.rows.first().html.first().contains(QStringLiteral("王芳"))); // nobody's name
    desk.key(Qt::Key_F12);
    desk.keys("3");
    QTRY_COMPARE(desk.page->patient(), std::optional(other.id));
    QVERIFY(desk.page->isSigned());
    QCOMPARE(desk.saved.size(), 1); // what was written is saved by leaving it
    QCOMPARE(desk.page->draft().visit.visit, std::optional(before.revision.visit));
    QTRY_VERIFY(desk.find<MessageStrip>("visitStrip")->isVisible());
    desk.key(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(desk.page->patient(), std::optional(desk.woman.id));
    QCOMPARE(desk.page->draft().visit.visit, std::optional(desk.saved.first()));
    QCOMPARE(desk.find<GrowingTextEdit>("complaint")->text(), QStringLiteral("入睡困难"));
    QVERIFY(!desk.page->isSigned());
    QVERIFY(!desk.find<MessageStrip>("visitStrip")->isVisible());
}

void TestReference::case_ofThePatient_isMarked()
{
    Desk desk;
    earlier(desk, desk.base.patient(QStringLiteral("王芳")).id, 10);
    earlier(desk, desk.woman.id, 20);
    desk.begin();
    writePattern(desk);
    QTRY_COMPARE(names(desk).size(), 4);
    const QList<ReferenceRow> rows = pane(desk)->reference().groups.last().rows;
    QVERIFY(rows.first().html.first().contains(QStringLiteral("<b>This patient</b>")));
    QVERIFY(!rows.last().html.first().contains(QStringLiteral("<b>")));
}

void TestReference::keys_walkInsideAndLeadBack()
{
    Desk desk;
    desk.begin();
    writePattern(desk);
    QTRY_COMPARE(names(desk).size(), 2);
    QWidget *from = desk.hand();
    desk.key(Qt::Key_F12);
    desk.key(Qt::Key_Down);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("reference2"));
    desk.key(Qt::Key_Tab);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("reference1"));
    desk.key(Qt::Key_F12);
    QCOMPARE(desk.hand(), from);
    QVERIFY(desk.checks()->isVisible());
    desk.key(Qt::Key_F12);
    desk.key(Qt::Key_Escape);
    QCOMPARE(desk.hand(), from);
    QCOMPARE(desk.finished, 0); // Esc only left the pane
    desk.key(Qt::Key_F12);
    desk.keys("9"); // nothing has this digit
    QVERIFY(pane(desk)->hasHand());
    QCOMPARE(desk.page->title(), QStringLiteral("Visit"));
}

void TestReference::tab_inTheNote_neverLeadsIntoThePane()
{
    Desk desk;
    desk.begin();
    writePattern(desk);
    QTRY_COMPARE(names(desk).size(), 2);
    const QWidget *begin = desk.find("complaint");
    const QWidget *at = begin;
    int steps = 0;
    do {
        if (at->focusPolicy() & Qt::TabFocus)
            QVERIFY2(!pane(desk)->isAncestorOf(at) && at != pane(desk), qPrintable(at->objectName()));
        at = at->nextInFocusChain();
    } while (at != begin && ++steps < 2000);
    QVERIFY(steps > 20);
    desk.find("pattern")->setFocus();
    desk.key(Qt::Key_Tab);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("method"));
}

void TestReference::narrowWindow_hasADrawer()
{
    Desk desk;
    desk.open(QSize(1200, 688));
    desk.page->startVisit(desk.woman.id);
    QTRY_VERIFY(desk.page->patient());
    QVERIFY(!desk.checks()->isVisible());
    writePattern(desk);
    QTRY_COMPARE(names(desk).size(), 2);
    QVERIFY(!desk.checks()->isVisible());
    desk.key(Qt::Key_F12);
    QVERIFY(desk.checks()->isVisible());
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("reference1"));
    desk.key(Qt::Key_F12);
    QVERIFY(!desk.checks()->isVisible());
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pattern"));
    desk.page->resize(1294, 688);
    QTRY_VERIFY(desk.checks()->isVisible());
}

void TestReference::narrowWindow_findingsAreNeverHidden()
{
    Desk desk;
    desk.open(QSize(1200, 688));
    desk.page->startVisit(desk.woman.id);
    QTRY_VERIFY(desk.page->patient());
    QVERIFY(!desk.checks()->isVisible());
    desk.key(Qt::Key_F4);
    desk.keys("fz 60"); // four times what the books allow
    desk.key(Qt::Key_Return);
    QTRY_VERIFY(desk.checks()->isVisible());
    QVERIFY(desk.checks()->openStops() > 0);
    desk.key(Qt::Key_Up);
    desk.key(Qt::Key_F12);
    desk.key(Qt::Key_F12);
    QVERIFY(desk.checks()->isVisible());
}

void TestReference::signedVisit_showsThePastAlone()
{
    Desk desk;
    const auto last = earlier(desk, desk.woman.id, 20);
    earlier(desk, desk.base.patient(QStringLiteral("王芳")).id, 10);
    desk.open();
    desk.page->openVisit(last.revision.visit);
    QTRY_VERIFY(desk.page->patient());
    QTRY_COMPARE(names(desk), QStringList{QStringLiteral("归脾汤加减")});
}

void TestReference::herb_underTheHand_isDescribed()
{
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_F4);
    for (const char *herb : {"fz 9", "gc 6"}) {
        desk.keys(herb);
        desk.key(Qt::Key_Return);
        QTRY_VERIFY(!desk.lines().isEmpty());
    }
    QCOMPARE(desk.lines().size(), 2);
    QVERIFY(!pane(desk)->isVisible()); // the hand is where the next one is written
    desk.key(Qt::Key_Left);
    QCOMPARE(pane(desk)->reference().subject, QStringLiteral("甘草"));
    desk.key(Qt::Key_Left);
    QCOMPARE(pane(desk)->reference().subject, QStringLiteral("附子"));
    QVERIFY(pane(desk)->isVisible());
    desk.key(Qt::Key_F12);
    QCOMPARE(desk.hand(), pane(desk)); // nothing to press, but it is shown and read
    desk.key(Qt::Key_Escape);
    QVERIFY(desk.prescription()->isAncestorOf(desk.hand()));
    QCOMPARE(desk.page->title(), QStringLiteral("Prescription"));
    desk.key(Qt::Key_Escape);
    QVERIFY(!pane(desk)->isVisible());
}

void TestReference::herb_onAnyScreen_isDescribedWhole()
{
    const auto catalog = *Catalog::load();
    const auto said = [](const Reference &reference, const QString &label) {
        for (const HerbFact &fact : reference.facts) {
            if (fact.label.startsWith(label))
                return fact.text;
        }
        return QString();
    };
    const Reference aconite = ReferenceWords::herb(*catalog, QStringLiteral("fu-zi"));
    QCOMPARE(aconite.subject, QStringLiteral("附子"));
    QVERIFY(aconite.beside.contains(QStringLiteral("Aconiti Lateralis Radix Praeparata")));
    QCOMPARE(said(aconite, QStringLiteral("Nature")), QStringLiteral("very hot; acrid, sweet"));
    QCOMPARE(said(aconite, QStringLiteral("Channels")), QStringLiteral("heart, kidney, spleen"));
    QCOMPARE(said(aconite, QStringLiteral("Dose")), QStringLiteral("3–15 g a day (Chinese Pharmacopoeia 2020)"));
    QCOMPARE(said(aconite, QStringLiteral("Toxicity")), QStringLiteral("toxic"));
    QCOMPARE(said(aconite, QStringLiteral("Pregnancy")), QStringLiteral("with caution (Chinese Pharmacopoeia 2020)"));
    QCOMPARE(said(aconite, QStringLiteral("Preparation")), QStringLiteral("decocted first"));
    QVERIFY(said(aconite, QStringLiteral("Not with (eighteen")).contains(catalog->herbs().find(u"ban-xia")->english));
    QVERIFY(!said(aconite, QStringLiteral("Class")).isEmpty());
    // Every word of the catalogue has one of the screen.
    for (const safety::Herb &herb : catalog->herbs().herbs()) {
        const Reference one = ReferenceWords::herb(*catalog, herb.id);
        for (const HerbFact &fact : one.facts) {
            QVERIFY2(!fact.text.isEmpty() && !fact.text.startsWith(u',') && !fact.text.contains(QStringLiteral(", ,")),
                     qPrintable(herb.id + u' ' + fact.label));
            const bool han = std::any_of(fact.text.begin(), fact.text.end(),
                                         [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() < 0xA000; });
            QVERIFY2(!han, qPrintable(herb.id + u' ' + fact.label + u' ' + fact.text));
        }
    }
    QVERIFY(ReferenceWords::herb(*catalog, QStringLiteral("no-such-herb")).isEmpty());
}

QTEST_MAIN(TestReference)
#include "tst_reference.moc"
