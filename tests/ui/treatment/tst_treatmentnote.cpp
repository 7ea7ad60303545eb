#include "access/roles.h"
#include "clinic/treatment/pointgroups.h"
#include "clinic/treatment/sessions.h"
#include "ui/kit/findingcard.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/numberunit.h"
#include "ui/kit/sectionmark.h"
#include "ui/treatment/groupdialog.h"
#include "ui/treatment/pointchips.h"
#include "ui/treatment/pointline.h"
#include "ui/treatment/therapylist.h"
#include "ui/visit/desk.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;
using points::Side;

namespace {

/// Keys as the keystroke-level model counts them: 0.28 s each, held keys too, and 1.35 s for making up one's mind once.
class Strokes
{
public:
    explicit Strokes(Desk &desk) : m_desk(desk) {}

    void type(const char *text)
    {
        for (const char *c = text; *c; ++c) {
            ++m_keys;
            QTest::keyClick(Desk::hand(), *c);
        }
    }
    void key(Qt::Key one, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        m_keys += 1 + (held != Qt::NoModifier);
        QTest::keyClick(Desk::hand(), one, held);
    }
    int keys() const { return m_keys; }
    double seconds() const { return 1.35 + 0.28 * m_keys; }

private:
    Desk &m_desk;
    int m_keys = 0;
};

QStringList namesOf(const QList<TreatmentPoint> &points)
{
    QStringList names;
    for (const TreatmentPoint &point : points)
        names << point.name;
    return names;
}

} // namespace

class TestTreatmentNote : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::Chinese)); }

    void points_eightByKeys_areStoredWithinTenSeconds();
    void points_aGroupByItsCode_isStoredWithinTenSeconds();
    void points_ofLastTime_comeByOneKey();
    void points_walkedByKeys_change();
    void points_needles_areCountedAndOverridden();
    void points_wrongWord_staysInTheLine();
    void points_typedInCharacters_andUnknownOnes();
    void points_whileComposing_areLeftAlone();
    void therapies_tenMoxa_areStoredAndCountedDown();
    void therapies_rowsByKeys_areWrittenAnewAndTakenOut();
    void findings_pregnancyUnknown_isAskedAndThenSaid();
    void sign_needleInAnInfantsFontanelle_goesToThePoints();
    void sign_halfWrittenWord_isRefused();
    void groups_changedAndRetired_byTheDialog();
    void visit_signed_showsAndChangesNothing();
    void visit_withoutTheRight_hasNoSuchSections();
    void focus_stepsFromPointsOverTherapiesToAdvice();

private:
    static PointLine *line(const Desk &desk) { return desk.page->findChild<PointLine *>(QStringLiteral("pointLine")); }
    static QList<TreatmentDraft> drafts(const Desk &desk) { return desk.page->draft().treatments; }
    static void signNeedles(Desk &desk, const QStringList &ids)
    {
        consultation::Draft draft;
        draft.visit.patient = desk.woman.id;
        draft.visit.note.complaint = QStringLiteral("失眠");
        TreatmentDraft needles;
        needles.service = QStringLiteral("svc_body_needle");
        needles.name = QStringLiteral("普通针刺");
        needles.technique = Technique::Even;
        needles.minutes = 20;
        for (const QString &id : ids)
            needles.points << treatment::pointOf(*desk.catalog, needles, *desk.catalog->points.find(id));
        draft.treatments = {needles};
        QVERIFY(desk.base
                    .write(desk.base.practitioner(), "consultation.sign",
                           [&](store::Transaction &tx) { return consultation::sign(tx, *desk.catalog, draft); })
                    .ok());
    }
};

void TestTreatmentNote::points_eightByKeys_areStoredWithinTenSeconds()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("失眠"));
    Strokes strokes(desk);
    strokes.key(Qt::Key_X, Qt::AltModifier);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pointEdit"));
    strokes.type("hg tc ng sm tx fc qcl wzx 25");
    qInfo("8 points, sides, technique, 25 min: %d keys, %.1f s (target 10 s)", strokes.keys(), strokes.seconds());
    QVERIFY(strokes.seconds() <= 10.0);
    desk.key(Qt::Key_F3);
    QTRY_COMPARE(desk.saved.size(), 1);

    const auto stored = desk.stored(desk.saved.last());
    QCOMPARE(stored->treatments.size(), 1);
    const TreatmentDraft &content = stored->treatments.first().content;
    QCOMPARE(
        namesOf(content.points),
        (QStringList{QStringLiteral("合谷"), QStringLiteral("太冲"), QStringLiteral("内关"), QStringLiteral("神门"),
                     QStringLiteral("太溪"), QStringLiteral("风池"), QStringLiteral("曲池"), QStringLiteral("委中")}));
    QCOMPARE(content.points.at(0).side, Side::Both);
    QCOMPARE(content.points.at(6).side, Side::Left);
    QCOMPARE(content.points.at(7).technique, Technique::Reducing);
    QCOMPARE(content.technique, Technique::Even);
    QCOMPARE(content.minutes, std::optional(25));
    QCOMPARE(content.needleCount(), 15);
    QCOMPARE(content.kind, TherapyKind::Acupuncture);
    QVERIFY(!desk.page->hasUnsaved());
}

void TestTreatmentNote::points_aGroupByItsCode_isStoredWithinTenSeconds()
{
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.keys("hg tc ng sm tx fc qc zslw 25 ");
    desk.key(Qt::Key_G, Qt::ControlModifier);
    auto *dialog = desk.page->findChild<GroupDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(desk.hand() && desk.hand()->objectName() == u"groupName");
    desk.words(QStringLiteral("失眠方"));
    desk.key(Qt::Key_Return);
    QTRY_VERIFY(!desk.page->findChild<GroupDialog *>());
    desk.page->activateWindow();
    QTRY_VERIFY(desk.hand() && desk.hand()->objectName() == u"pointEdit");

    desk.page->startVisit(desk.woman.id);
    QTRY_VERIFY(drafts(desk).isEmpty());
    QTRY_COMPARE(desk.hand()->objectName(), QStringLiteral("complaint"));
    QTRY_COMPARE(desk.read([](const store::Snapshot &view) { return pointgroup::all(view); })->size(), 1);
    QTest::qWait(50); // the page has read them, too
    Strokes strokes(desk);
    strokes.key(Qt::Key_X, Qt::AltModifier);
    strokes.type("smf ");
    qInfo("a saved group of 8 points: %d keys, %.1f s (target 10 s)", strokes.keys(), strokes.seconds());
    QVERIFY(strokes.seconds() <= 10.0);
    QCOMPARE(drafts(desk).size(), 1);
    const TreatmentDraft draft = drafts(desk).first();
    QCOMPARE(draft.points.size(), 8);
    QCOMPARE(draft.points.at(7).technique, Technique::WarmNeedle);
    QCOMPARE(draft.minutes, std::optional(25));
    QCOMPARE(draft.needleCount(), 16);
    // Its own initials stay those of the point.
    desk.keys("sm ");
    QCOMPARE(drafts(desk).first().points.last().name, QStringLiteral("神门"));
}

void TestTreatmentNote::points_ofLastTime_comeByOneKey()
{
    Desk desk;
    signNeedles(desk, {QStringLiteral("ht7"), QStringLiteral("sp6")});
    desk.begin();
    QTRY_VERIFY(desk.find("pointLast")->isVisibleTo(desk.page.get()));
    desk.key(Qt::Key_F7); // in the complaint it carries over the note, and orders nothing
    QVERIFY(drafts(desk).isEmpty());
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.key(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(namesOf(drafts(desk).first().points), (QStringList{QStringLiteral("神门"), QStringLiteral("三阴交")}));
    QCOMPARE(drafts(desk).first().minutes, std::optional(20));
    QVERIFY(!drafts(desk).first().course);                            // its sessions are its own
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pointEdit")); // and not the prescription
    desk.key(Qt::Key_Backspace);
    desk.key(Qt::Key_Delete);
    desk.key(Qt::Key_F7);
    QCOMPARE(drafts(desk).first().points.size(), 2);
}

void TestTreatmentNote::points_walkedByKeys_change()
{
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.keys("zsl syj bh ");
    auto *chips = desk.find<PointChips>("pointChips");
    desk.key(Qt::Key_Left);
    QCOMPARE(chips->current(), 2);
    desk.keys("l"); // the vertex has no side
    QCOMPARE(drafts(desk).first().points.at(2).side, Side::Midline);
    desk.key(Qt::Key_Left);
    desk.key(Qt::Key_Left);
    QCOMPARE(chips->current(), 0);
    QVERIFY(chips->spokenValue().contains(QStringLiteral("足三里")));
    desk.keys("rw");
    QCOMPARE(drafts(desk).first().points.at(0).side, Side::Right);
    QCOMPARE(drafts(desk).first().points.at(0).technique, Technique::WarmNeedle);
    QCOMPARE(drafts(desk).first().points.at(0).needles, 1);
    desk.keys("s");
    QCOMPARE(drafts(desk).first().points.at(0).needles, 2);
    desk.keys("4");
    QCOMPARE(drafts(desk).first().points.at(0).needles, 4);
    desk.key(Qt::Key_Right);
    desk.key(Qt::Key_Backspace);
    QCOMPARE(namesOf(drafts(desk).first().points), (QStringList{QStringLiteral("足三里"), QStringLiteral("百会")}));
    QCOMPARE(chips->current(), 1);
    desk.key(Qt::Key_Escape);
    QCOMPARE(chips->current(), -1);
    QCOMPARE(desk.finished, 0); // Esc did not leave the page
    desk.key(Qt::Key_Left);
    desk.key(Qt::Key_Return); // writes it anew
    QCOMPARE(qobject_cast<QLineEdit *>(desk.hand())->text(), QStringLiteral("百会"));
    desk.keys(".x0.5 ");
    const TreatmentPoint last = drafts(desk).first().points.last();
    QCOMPARE(last.name, QStringLiteral("百会"));
    QCOMPARE(last.technique, Technique::Reducing);
    QCOMPARE(last.depthCun, std::optional(0.5));
    desk.key(Qt::Key_Left);
    desk.keys("z"); // is written in the line
    QCOMPARE(chips->current(), -1);
    QCOMPARE(qobject_cast<QLineEdit *>(desk.hand())->text(), QStringLiteral("z"));
}

void TestTreatmentNote::points_needles_areCountedAndOverridden()
{
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.keys("zsl ssc bx "); // both sides, 4 on the vertex, 8 between the fingers
    auto *needles = desk.find<NumberUnit>("pointNeedles");
    QCOMPARE(needles->text(), QStringLiteral("14"));
    needles->setFocus();
    needles->selectAll();
    desk.keys("12");
    QCOMPARE(drafts(desk).first().needles, std::optional(12));
    QCOMPARE(drafts(desk).first().needleCount(), 12);
    desk.find("pointEdit")->setFocus();
    desk.keys("hg "); // the count was for other points
    QCOMPARE(drafts(desk).first().needles, std::nullopt);
    QCOMPARE(needles->text(), QStringLiteral("16"));
    desk.key(Qt::Key_Backspace);
    desk.key(Qt::Key_Delete);
    desk.key(Qt::Key_Escape);
    needles->setFocus();
    needles->selectAll();
    desk.keys("12");
    needles->selectAll();
    desk.key(Qt::Key_Delete);
    QCOMPARE(drafts(desk).first().needles, std::nullopt);
    desk.find("pointEdit")->setFocus();
    QCOMPARE(needles->text(), QStringLiteral("14"));
    desk.keys(".j "); // moxa: nothing goes in
    QCOMPARE(needles->text(), QStringLiteral("0"));
    desk.keys(".w x6 ");
    QCOMPARE(needles->text(), QStringLiteral("14"));
    QCOMPARE(drafts(desk).first().sessions, 6);
}

void TestTreatmentNote::points_wrongWord_staysInTheLine()
{
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.keys("zsl qqqq ");
    QCOMPARE(qobject_cast<QLineEdit *>(desk.hand())->text(), QStringLiteral("qqqq"));
    QVERIFY(desk.find<QLabel>("pointHint")->text().contains(QStringLiteral("qqqq")));
    QCOMPARE(drafts(desk).first().points.size(), 1);
    desk.key(Qt::Key_Tab); // stays where it names nothing
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pointEdit"));
}

void TestTreatmentNote::points_typedInCharacters_andUnknownOnes()
{
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_X, Qt::AltModifier);
    for (const char *word : {"足三里左", "痛点", "夹脊L4-5", "人中"}) {
        desk.words(QString::fromUtf8(word));
        desk.key(Qt::Key_Space);
    }
    const QList<TreatmentPoint> points = drafts(desk).first().points;
    QCOMPARE(namesOf(points), (QStringList{QStringLiteral("足三里"), QStringLiteral("痛点"), QStringLiteral("夹脊L4-5"),
                                           QStringLiteral("水沟")}));
    QCOMPARE(points.at(0).side, Side::Left);
    QVERIFY(points.at(1).point.isEmpty());
    QCOMPARE(points.at(2).point, QStringLiteral("ex_b2"));
    QTRY_VERIFY(desk.find<QLabel>("pointScope")->text().contains(QStringLiteral("痛点")));
    QVERIFY(desk.find<QLabel>("pointHeadline")->text().startsWith(u'3'));
}

void TestTreatmentNote::points_whileComposing_areLeftAlone()
{
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.keys("zsl ");
    QInputMethodEvent composing(QStringLiteral("zu san"), {});
    QApplication::sendEvent(desk.hand(), &composing);
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Left);
    QCOMPARE(desk.find<PointChips>("pointChips")->current(), -1);
    QCOMPARE(drafts(desk).first().points.size(), 1);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pointEdit"));
}

void TestTreatmentNote::therapies_tenMoxa_areStoredAndCountedDown()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("腰痛"));
    Strokes strokes(desk);
    strokes.key(Qt::Key_T, Qt::AltModifier);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("therapyEdit"));
    strokes.type("atj 10 3");
    strokes.key(Qt::Key_Return);
    qInfo("10 × moxa, 3 a week: %d keys, %.1f s (target 10 s)", strokes.keys(), strokes.seconds());
    QVERIFY(strokes.seconds() <= 10.0);
    QCOMPARE(drafts(desk).size(), 1);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
    const auto stored = desk.stored(desk.saved.last());
    const TreatmentDraft &content = stored->treatments.first().content;
    QCOMPARE(content.kind, TherapyKind::Moxibustion);
    QCOMPARE(content.service, QStringLiteral("svc_moxa_stick"));
    QCOMPARE(content.sessions, 10);
    QCOMPARE(content.perWeek, std::optional(3));
    QCOMPARE(content.minutes, std::optional(30));

    auto giving = desk.clinic->write("treatment.begin", [&](store::Transaction &tx) -> Result<TreatmentSession> {
        const auto begun = treatment::beginSession(tx, stored->treatments.first().id, {});
        return begun ? treatment::endSession(tx, begun->id, {}) : begun;
    });
    QTRY_VERIFY(giving.isFinished());
    QVERIFY(giving.result().ok());
    const auto orders =
        desk.read([&](const store::Snapshot &view) { return treatment::ordersOf(view, desk.woman.id); });
    QCOMPARE(orders->first().remaining(), 9);
}

void TestTreatmentNote::therapies_rowsByKeys_areWrittenAnewAndTakenOut()
{
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_T, Qt::AltModifier);
    desk.keys("atj");
    desk.key(Qt::Key_Space); // takes the service
    QCOMPARE(qobject_cast<QLineEdit *>(desk.hand())->text(), QStringLiteral("艾条灸 "));
    desk.keys("zsl");
    desk.key(Qt::Key_Space); // takes the point
    desk.keys("5 5zh");
    QVERIFY(desk.find<QLabel>("therapyReading")->text().contains(QStringLiteral("足三里")));
    desk.key(Qt::Key_Return);
    desk.keys("hg 3");
    desk.key(Qt::Key_Return);
    QCOMPARE(drafts(desk).size(), 2);
    QCOMPARE(drafts(desk).first().points.size(), 1);
    QCOMPARE(drafts(desk).first().parameters.first().number, 5.0);
    QCOMPARE(drafts(desk).last().name, QStringLiteral("火罐"));
    desk.key(Qt::Key_Up);
    desk.key(Qt::Key_Up);
    desk.key(Qt::Key_Return);
    auto *edit = qobject_cast<QLineEdit *>(desk.hand());
    QCOMPARE(edit->text(), QStringLiteral("艾条灸 足三里 5 30m 5zh"));
    QCOMPARE(drafts(desk).size(), 2); // it stays until the new one is taken
    desk.key(Qt::Key_Escape);
    QCOMPARE(edit->text(), QString());
    QCOMPARE(desk.finished, 0);
    desk.key(Qt::Key_Up);
    desk.key(Qt::Key_F2);
    edit->setText(QStringLiteral("火罐 4"));
    desk.key(Qt::Key_Return);
    QCOMPARE(drafts(desk).last().sessions, 4);
    desk.key(Qt::Key_Backspace);
    desk.key(Qt::Key_Delete);
    QCOMPARE(drafts(desk).size(), 1);
    desk.key(Qt::Key_Escape);
    desk.keys("atj 5 qqq");
    desk.key(Qt::Key_Return);
    QCOMPARE(drafts(desk).size(), 1);
    QVERIFY(desk.find<QLabel>("therapyReading")->text().contains(QStringLiteral("qqq")));
}

void TestTreatmentNote::findings_pregnancyUnknown_isAskedAndThenSaid()
{
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.keys("zsl ");
    QVERIFY(!desk.find("pregnancyQuestion")->isVisible()); // nothing hangs on it
    desk.keys("hg ");
    QTRY_VERIFY(desk.find("pregnancyQuestion")->isVisible());
    QVERIFY(desk.find<QLabel>("pointScope")->text().contains(QStringLiteral("合谷")));
    QVERIFY(!desk.page->findChild<FindingCard *>(QStringLiteral("pointFinding0")));
    desk.key(Qt::Key_F, Qt::AltModifier);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pregnancyAnswers"));
    desk.keys("y");
    QTRY_VERIFY(desk.page->findChild<FindingCard *>(QStringLiteral("pointFinding0")));
    QTRY_COMPARE(desk.hand()->objectName(), QStringLiteral("pointEdit"));
    auto *card = desk.page->findChild<FindingCard *>(QStringLiteral("pointFinding0"));
    QCOMPARE(card->finding().severity, Severity::Caution);
    QCOMPARE(card->finding().subject, QStringLiteral("合谷"));
    QVERIFY(!card->finding().source.isEmpty());
    QVERIFY(desk.find<PointChips>("pointChips")->items().at(1).mark == Severity::Caution);
    desk.key(Qt::Key_F, Qt::AltModifier);
    QTest::keyClick(desk.hand(), Qt::Key_Space); // take it out
    QTRY_COMPARE(namesOf(drafts(desk).first().points), QStringList{QStringLiteral("足三里")});
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pointEdit"));
}

void TestTreatmentNote::sign_needleInAnInfantsFontanelle_goesToThePoints()
{
    Desk desk;
    const auto child = desk.base.write(desk.base.receptionist(), "patient.register", [](store::Transaction &tx) {
        PatientDraft draft;
        draft.name = QStringLiteral("林小宝");
        draft.birthDate = QStringLiteral("2025-06-01");
        draft.phone = QStringLiteral("13900139001");
        draft.guardian = {QStringLiteral("林母"), QStringLiteral("母亲"), QStringLiteral("13900139001")};
        return patient::register_(tx, draft);
    });
    QVERIFY(child.ok());
    desk.open();
    desk.page->startVisit(child->id);
    QTRY_VERIFY(desk.page->patient());
    desk.words(QStringLiteral("夜啼"));
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.keys("xh.l "); // 血海, and then the fontanelle by its code
    desk.keys("gv22 ");
    auto *card = desk.page->findChild<FindingCard *>(QStringLiteral("pointFinding0"));
    QVERIFY(card);
    QCOMPARE(card->finding().severity, Severity::Stop);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.find("visitStrip")->isVisible());
    QVERIFY(!desk.page->isSigned());
    QTRY_COMPARE(desk.hand()->objectName(), QStringLiteral("pointEdit"));
    desk.key(Qt::Key_Backspace);
    desk.keys("j"); // warmed, not needled
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
}

void TestTreatmentNote::sign_halfWrittenWord_isRefused()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("失眠"));
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.keys("zsl qqqq");
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(100);
    QVERIFY(!desk.page->isSigned());
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pointEdit"));
    desk.hand()->setProperty("text", QStringLiteral("sm")); // 神门 or 申脉
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(100);
    QVERIFY(!desk.page->isSigned());
    desk.hand()->setProperty("text", QStringLiteral("syj"));
    desk.key(Qt::Key_Return, Qt::ControlModifier); // what is sure is taken
    QTRY_VERIFY(desk.page->isSigned());
    QCOMPARE(desk.stored(desk.saved.last())->treatments.first().content.points.size(), 2);
}

void TestTreatmentNote::groups_changedAndRetired_byTheDialog()
{
    Desk desk;
    const auto made = desk.base.write(desk.base.practitioner(), "pointgroup.save", [](store::Transaction &tx) {
        pointgroup::Draft draft;
        draft.name = QStringLiteral("失眠方");
        draft.points = {
            {QStringLiteral("ht7"), QStringLiteral("神门"), Side::Both, Technique::Unsaid, std::nullopt, 2}};
        return pointgroup::save(tx, draft);
    });
    QVERIFY(made.ok());
    desk.begin();
    QTest::qWait(50);
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.key(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(desk.hand() && desk.hand()->objectName() == u"groupChoice");
    auto *dialog = desk.page->findChild<GroupDialog *>();
    auto *points = dialog->findChild<PointLine *>(QStringLiteral("groupPoints"));
    points->edit()->setFocus();
    desk.keys("bh ");
    dialog->findChild<QCheckBox *>(QStringLiteral("groupShared"))->setChecked(true);
    dialog->findChild<QLineEdit *>(QStringLiteral("groupCode"))->setFocus();
    desk.hand()->setProperty("text", QStringLiteral("sm9"));
    desk.key(Qt::Key_Return);
    QTRY_VERIFY(!desk.page->findChild<GroupDialog *>());
    const auto groups = desk.read([](const store::Snapshot &view) { return pointgroup::all(view); });
    QCOMPARE(groups->first().content.code, QStringLiteral("sm9"));
    QCOMPARE(groups->first().content.points.size(), 2);
    QVERIFY(groups->first().content.shared);
    QVERIFY(drafts(desk).isEmpty()); // nothing was ordered by it

    desk.page->activateWindow();
    QTRY_VERIFY(desk.hand() && desk.hand()->objectName() == u"pointEdit");
    QTest::qWait(50);
    desk.key(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->findChild<GroupDialog *>());
    QTest::mouseClick(desk.page->findChild<QWidget *>(QStringLiteral("groupRetire")), Qt::LeftButton);
    QTRY_VERIFY(!desk.page->findChild<GroupDialog *>());
    QVERIFY(desk.read([](const store::Snapshot &view) { return pointgroup::all(view); })->isEmpty());
}

void TestTreatmentNote::visit_signed_showsAndChangesNothing()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("失眠"));
    desk.key(Qt::Key_X, Qt::AltModifier);
    desk.keys("zsl syj 25 ");
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
    QVERIFY(desk.find("print")->isVisible()); // the treatment sheet
    QVERIFY(!desk.find("pointEdit")->isVisible());
    QVERIFY(desk.find<NumberUnit>("pointMinutes")->isReadOnly());
    QCOMPARE(desk.find<PointChips>("pointChips")->items().size(), 2);
    QTest::mouseClick(desk.find("pointChips"), Qt::LeftButton, {}, QPoint(10, 10));
    QCOMPARE(desk.find<PointChips>("pointChips")->current(), -1);
    desk.key(Qt::Key_X, Qt::AltModifier);
    QVERIFY(desk.hand()->objectName() != u"pointEdit");

    desk.page->startVisit(desk.woman.id);
    QTRY_VERIFY(!desk.page->isSigned());
    QVERIFY(drafts(desk).isEmpty());
    desk.page->openVisit(desk.saved.last());
    QTRY_COMPARE(drafts(desk).size(), 1);
}

void TestTreatmentNote::visit_withoutTheRight_hasNoSuchSections()
{
    Desk desk;
    const auto narrowed =
        desk.base.write(desk.base.owner(), "roles.grant", [&](store::Transaction &tx) -> Result<Done> {
            access::CustomRole role = access::copyOf(access::Role::Practitioner);
            role.name = QStringLiteral("中药医师");
            role.permissions -= {access::Permission::WriteTreatments};
            const auto made = access::saveRole(tx, role);
            if (!made)
                return made.error();
            const access::UserId user(*desk.base.practitioner().user);
            if (auto granted = access::grantRole(tx, user, made->id); !granted)
                return granted;
            return access::revoke(tx, user, access::Role::Practitioner);
        });
    QVERIFY(narrowed.ok());
    desk.begin();
    QVERIFY(!desk.find("pointLine")->isVisible());
    QVERIFY(!desk.find("therapyList")->isVisible());
    for (const SectionMark *mark : desk.page->findChildren<SectionMark *>())
        QVERIFY2(mark->isVisible() == mark->buddy()->isVisible(), qPrintable(mark->text()));
    desk.words(QStringLiteral("失眠"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
}

void TestTreatmentNote::focus_stepsFromPointsOverTherapiesToAdvice()
{
    Desk desk;
    desk.begin();
    desk.find("prescribe")->setFocus();
    desk.key(Qt::Key_Tab);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pointEdit"));
    desk.keys("zsl");
    desk.key(Qt::Key_Tab); // takes it and goes on
    QCOMPARE(drafts(desk).first().points.size(), 1);
    QVERIFY(desk.hand()->objectName() != u"pointEdit");
    desk.find("pointEdit")->setFocus();
    desk.key(Qt::Key_Return); // an empty line: what comes next
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("therapyEdit"));
    desk.key(Qt::Key_Tab);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("advice"));
}

QTEST_MAIN(TestTreatmentNote)
#include "tst_treatmentnote.moc"
