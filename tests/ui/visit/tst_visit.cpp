#include "ui/kit/growingtextedit.h"
#include "ui/kit/messagestrip.h"
#include "ui/visit/desk.h"

#include <QInputMethodEvent>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

class TestVisit : public QObject
{
    Q_OBJECT

private slots:
    void note_writtenByKeys_isStoredAsRows();
    void save_withF3_isPreliminaryAndReopens();
    void sign_withoutComplaint_marksTheComplaint();
    void sign_completeNote_isFinalAndReadOnly();
    void sign_whileComposing_doesNothing();
    void leave_withUnsavedNote_savesIt();
    void startVisit_overUnsavedNote_savesItFirst();
    void carryOver_ofLastVisit_bringsTongueAndPulse();
    void amend_signedNote_asksForReasonAndStoresBoth();

private:
    static consultation::Draft written(const Desk &desk)
    {
        consultation::Draft draft;
        draft.visit.patient = desk.woman.id;
        draft.visit.note.complaint = QStringLiteral("入睡困难四月");
        Answer tongue;
        tongue.item = QStringLiteral("tongue.body_colour");
        tongue.code = QStringLiteral("t_pale_red");
        Answer pulse;
        pulse.item = QStringLiteral("pulse.quality");
        pulse.site = QStringLiteral("pos_left_cun");
        pulse.code = QStringLiteral("p_thready");
        draft.visit.note.answers = {tongue, pulse};
        return draft;
    }
};

void TestVisit::note_writtenByKeys_isStoredAsRows()
{
    Desk desk;
    desk.begin();
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("complaint"));
    desk.words(QStringLiteral("入睡困难"));
    for (const char *next : {"history", "inspection", "tongueQuick"}) {
        desk.key(Qt::Key_Tab);
        QCOMPARE(desk.hand()->objectName(), QString::fromLatin1(next));
    }
    desk.keys("dh ch b ba");
    desk.key(Qt::Key_Return);
    QCOMPARE(qobject_cast<QLineEdit *>(desk.hand())->text(), QString());
    desk.find("pulsePad")->setFocus();
    desk.keys("xi");
    desk.key(Qt::Key_Return);
    desk.keys("ruo");
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pulse1"));
    desk.keys("o");
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("pulse5"));
    desk.keys("chen");
    desk.key(Qt::Key_Return);
    desk.find("disease")->setFocus();
    desk.keys("bmb");
    desk.key(Qt::Key_Return);
    desk.find("pattern")->setFocus();
    desk.keys("xplx");
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_F3);
    QTRY_COMPARE(desk.saved.size(), 1);

    const auto stored = desk.stored(desk.saved.last());
    QVERIFY(stored.ok());
    const VisitNote &note = stored->revision.note;
    QCOMPARE(stored->revision.status, RevisionStatus::Preliminary);
    QCOMPARE(note.complaint, QStringLiteral("入睡困难"));
    QStringList answers;
    for (const Answer &answer : note.answers)
        answers << answer.item + u'@' + answer.site + u'=' + answer.code;
    answers.sort();
    QCOMPARE(answers, (QStringList{QStringLiteral("pulse.quality@pos_left_cun=p_thready"),
                                   QStringLiteral("pulse.quality@pos_left_cun=p_weak"),
                                   QStringLiteral("pulse.quality@pos_right_chi=p_deep"),
                                   QStringLiteral("tongue.body_colour@=t_pale_red"),
                                   QStringLiteral("tongue.body_surface@=t_tooth_marks"),
                                   QStringLiteral("tongue.coat_colour@=t_white_coat"),
                                   QStringLiteral("tongue.coat_thickness@=t_thin_coat")}));
    QCOMPARE(note.diagnoses.size(), 2);
    QCOMPARE(note.diagnoses.first().display, QStringLiteral("不寐病"));
    QCOMPARE(note.diagnoses.first().code, QStringLiteral("A04.01.13"));
    QCOMPARE(note.diagnoses.last().kind, DiagnosisKind::Pattern);
}

void TestVisit::save_withF3_isPreliminaryAndReopens()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("头痛三日"));
    QVERIFY(desk.page->hasUnsaved());
    desk.key(Qt::Key_F3);
    QTRY_COMPARE(desk.saved.size(), 1);
    QVERIFY(!desk.page->hasUnsaved());
    const VisitId visit = desk.saved.last();
    desk.page->startVisit(desk.woman.id);
    QTRY_COMPARE(desk.find<GrowingTextEdit>("complaint")->text(), QString());
    desk.page->openVisit(visit);
    QTRY_COMPARE(desk.find<GrowingTextEdit>("complaint")->text(), QStringLiteral("头痛三日"));
    QVERIFY(!desk.page->hasUnsaved());
    QVERIFY(!desk.page->isSigned());
}

void TestVisit::sign_withoutComplaint_marksTheComplaint()
{
    Desk desk;
    desk.begin();
    desk.find("history")->setFocus();
    desk.words(QStringLiteral("无"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.find("complaintProblem")->isVisible());
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("complaint"));
    QVERIFY(!desk.page->isSigned());
}

void TestVisit::sign_completeNote_isFinalAndReadOnly()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("头痛三日"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
    QVERIFY(desk.find<GrowingTextEdit>("complaint")->isReadOnly());
    QVERIFY(desk.find("amend")->isVisible());
    QVERIFY(!desk.find("sign")->isVisible());
    QCOMPARE(desk.stored(desk.saved.last())->revision.status, RevisionStatus::Final);
}

void TestVisit::sign_whileComposing_doesNothing()
{
    Desk desk;
    desk.begin();
    const CompositionGuard guard(qApp);
    desk.words(QStringLiteral("头痛"));
    QInputMethodEvent composing(QStringLiteral("san"), {});
    QApplication::sendEvent(desk.hand(), &composing);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(100);
    QVERIFY(!desk.page->isSigned());
    desk.words(QStringLiteral("三日"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
    QCOMPARE(desk.page->draft().visit.note.complaint, QStringLiteral("头痛三日"));
}

void TestVisit::leave_withUnsavedNote_savesIt()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("咳嗽"));
    desk.key(Qt::Key_Escape);
    QTRY_COMPARE(desk.finished, 1);
    QCOMPARE(desk.saved.size(), 1);
    QCOMPARE(desk.stored(desk.saved.last())->revision.note.complaint, QStringLiteral("咳嗽"));

    desk.words(QStringLiteral("两日"));
    desk.page->hide();
    QTRY_COMPARE(desk.saved.size(), 2);
    QCOMPARE(desk.stored(desk.saved.last())->revision.note.complaint, QStringLiteral("咳嗽两日"));
}

void TestVisit::startVisit_overUnsavedNote_savesItFirst()
{
    Desk desk;
    const Patient other = desk.base.patient(QStringLiteral("林建国"), QStringLiteral("13900139000"));
    desk.begin();
    desk.words(QStringLiteral("咳嗽"));
    desk.page->startVisit(other.id);
    QTRY_VERIFY(desk.page->patient() == other.id);
    QCOMPARE(desk.saved.size(), 1);
    QCOMPARE(desk.stored(desk.saved.last())->revision.note.complaint, QStringLiteral("咳嗽"));
    QVERIFY(!desk.page->hasUnsaved());
}

void TestVisit::carryOver_ofLastVisit_bringsTongueAndPulse()
{
    Desk desk;
    const auto before = desk.base.write(desk.base.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
        return consultation::sign(tx, *desk.catalog, written(desk));
    });
    QVERIFY(before.ok());
    desk.begin();
    QTRY_VERIFY(desk.find("carryOver")->isVisible());
    desk.words(QStringLiteral("好转"));
    desk.key(Qt::Key_F7);
    const VisitNote note = desk.page->draft().visit.note;
    QCOMPARE(note.complaint, QStringLiteral("好转"));
    QCOMPARE(note.answers, before->revision.note.answers);
}

void TestVisit::amend_signedNote_asksForReasonAndStoresBoth()
{
    Desk desk;
    const auto before = desk.base.write(desk.base.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
        return consultation::sign(tx, *desk.catalog, written(desk));
    });
    QVERIFY(before.ok());
    desk.open();
    desk.page->openVisit(before->revision.visit);
    QTRY_VERIFY(desk.page->isSigned());
    QTest::mouseClick(desk.find("amend"), Qt::LeftButton);
    auto *reason = desk.page->findChild<QLineEdit *>(QStringLiteral("amendReason"));
    QVERIFY(reason);
    QTRY_VERIFY(reason->hasFocus());
    desk.words(QStringLiteral("笔误"));
    desk.key(Qt::Key_Return);
    QTRY_VERIFY(!desk.page->isSigned());
    desk.page->activateWindow();
    QTRY_VERIFY(desk.hand() && desk.hand()->objectName() == u"complaint");
    desk.words(QStringLiteral("，近两周加重。"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
    const auto now = desk.stored(before->revision.visit);
    QCOMPARE(now->revision.status, RevisionStatus::Amended);
    QCOMPARE(now->revision.reason, QStringLiteral("笔误"));
    QVERIFY(now->revision.number > before->revision.number);
}

QTEST_MAIN(TestVisit)
#include "tst_visit.moc"
