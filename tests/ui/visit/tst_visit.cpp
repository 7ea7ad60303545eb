#include "clinic/patient/patients.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/text.h"
#include "ui/shell/notewords.h"
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
    void findings_byLetters_areRowsOfTheirExamination();
    void findings_ofLastTime_areTakenOverBySpace();
    void findings_ofTheOtherSexOrAge_areNotOffered();
    void vitals_inOneLine_areRowsWithUnits();
    void vitals_notUnderstood_holdTheSignature();
    void phrase_byItsLetters_standsInTheNote();
    void phrase_whileComposing_doesNothing();
    void phrase_fromSelectedWords_isKept();
    void day_ofAnEarlierVisit_isStoredApartFromTheEntry();
    void day_thatIsNone_holdsTheSave();
    void open_knownProblemsAndFamily_standBesideTheNote();
    void save_withF3_isPreliminaryAndReopens();
    void sign_withoutComplaint_marksTheComplaint();
    void sign_completeNote_isFinalAndReadOnly();
    void sign_whileComposing_doesNothing();
    void tab_afterASignedVisit_stillWalksThroughTheNote();
    void leave_withUnsavedNote_savesIt();
    void startVisit_overUnsavedNote_savesItFirst();
    void carryOver_ofLastVisit_bringsTongueAndPulse();
    void carryOver_wordsWrittenOver_areMarkedAsNew();
    void amend_signedNote_asksForReasonAndStoresBoth();

private:
    static bool offers(const Desk &desk)
    {
        const QList<PopupList *> lists = desk.page->findChildren<PopupList *>();
        return std::any_of(lists.cbegin(), lists.cend(), [](const PopupList *list) { return list->isVisible(); });
    }
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
    for (const char *next : {"history", "vitals", "inspection", "inspectionTerms", "tongueQuick"}) {
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

void TestVisit::findings_byLetters_areRowsOfTheirExamination()
{
    Desk desk;
    desk.begin();
    desk.find("inquiryTerms")->setFocus();
    const auto term = [&](const char *letters) {
        desk.keys(letters);
        desk.key(Qt::Key_Return);
    };
    term("zh");   // 自汗
    term("bztb"); // 便质溏薄
    term("rskn"); // 入睡困难
    term("smh");  // 睡眠 睡眠好: the normal one stands alone in its group
    QCOMPARE(desk.find<QLineEdit>("inquiryTerms")->text(), QString());
    desk.keys("qqqq"); // no such finding: stays, and says so
    QVERIFY(desk.find("inquiryTerms")->property("problem").toBool());
    for (int i = 0; i < 4; ++i)
        desk.key(Qt::Key_Backspace);
    desk.find("inspection")->setFocus();
    desk.words(QStringLiteral("神清"));
    desk.key(Qt::Key_Tab);
    term("weihuang"); // 面色 萎黄, by the pinyin of the finding alone
    desk.key(Qt::Key_F3);
    QTRY_COMPARE(desk.saved.size(), 1);
    const auto stored = desk.stored(desk.saved.last());
    QVERIFY(stored.ok());
    QStringList found;
    for (const Answer &answer : stored->revision.note.answers)
        found << answer.item + u'=' + answer.code;
    found.sort();
    QCOMPARE(found, (QStringList{QStringLiteral("exam.inquiry=q_sl_type.normal"),
                                 QStringLiteral("exam.inquiry=q_st_form.loose"),
                                 QStringLiteral("exam.inquiry=q_sw_type.spontaneous"),
                                 QStringLiteral("exam.inspection=i_co_face.sallow")}));
    QCOMPARE(stored->revision.note.form, QStringLiteral("visit/2"));
    QCOMPARE(stored->revision.note.inspection, QStringLiteral("神清"));
}

void TestVisit::findings_ofLastTime_areTakenOverBySpace()
{
    Desk desk;
    consultation::Draft before = written(desk);
    for (const char *code : {"q_sw_type.spontaneous", "q_st_form.loose"}) {
        Answer answer;
        answer.item = QStringLiteral("exam.inquiry");
        answer.code = QString::fromLatin1(code);
        before.visit.note.answers << answer;
    }
    QVERIFY(desk.base.write(desk.base.practitioner(), "consultation.sign",
                            [&](store::Transaction &tx) { return consultation::sign(tx, *desk.catalog, before); }));
    desk.begin();
    desk.find("inquiryTerms")->setFocus();
    desk.keys("zh");
    desk.key(Qt::Key_Return);
    desk.key(Qt::Key_Space);
    desk.key(Qt::Key_Backspace); // the last of them was not meant
    desk.key(Qt::Key_F3);
    QTRY_COMPARE(desk.saved.size(), 1);
    const auto stored = desk.stored(desk.saved.last());
    QVERIFY(stored.ok());
    QCOMPARE(codesOf(stored->revision.note.answers, QStringLiteral("exam.inquiry")),
             QStringList{QStringLiteral("q_sw_type.spontaneous")});
}

void TestVisit::findings_ofTheOtherSexOrAge_areNotOffered()
{
    Desk desk;
    PatientDraft grown;
    grown.name = QStringLiteral("李秀英");
    grown.sex = Sex::Female;
    grown.birthDate = QStringLiteral("1980-03-01");
    grown.phone = QStringLiteral("13800138001");
    const auto person = desk.base.write(desk.base.receptionist(), "patient.register",
                                        [&](store::Transaction &tx) { return patient::register_(tx, grown); });
    QVERIFY(person);
    desk.open();
    desk.page->startVisit(person->id);
    QTRY_VERIFY(desk.page->patient());
    auto *line = desk.find<QLineEdit>("inquiryTerms");
    line->setFocus();
    desk.keys("yangwei"); // 阳痿: of men
    QVERIFY(line->property("problem").toBool());
    line->clear();
    desk.keys("tjjqt"); // 痛经 经前痛
    QVERIFY(!line->property("problem").toBool());
    line->clear();
    desk.keys("rsbrrs"); // 妊娠哺乳 妊娠: asked beside the check, which lives on it
    QVERIFY(line->property("problem").toBool());
    line->clear();
    desk.keys("yeti"); // 夜啼: of children; she is grown
    QVERIFY(line->property("problem").toBool());
}

void TestVisit::vitals_inOneLine_areRowsWithUnits()
{
    Desk desk;
    desk.begin();
    desk.find("vitals")->setFocus();
    desk.keys("t36.8bp150/80 w58");
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.find<QLineEdit>("vitals")->text(), QString());
    QVERIFY2(desk.find<Label>("vitalsWords")->text().contains(u"150/80\u00a0mmHg\u00a0↑"_qs),
             qPrintable(desk.find<Label>("vitalsWords")->text()));
    desk.keys("w- t36.9"); // taken back, and said again
    desk.key(Qt::Key_F3);
    QTRY_COMPARE(desk.saved.size(), 1);
    const auto stored = desk.stored(desk.saved.last());
    QVERIFY(stored.ok());
    QStringList measured;
    for (const Answer &answer : stored->revision.note.answers)
        measured << QStringLiteral("%1=%2 %3").arg(answer.item).arg(*answer.number).arg(answer.unit);
    QCOMPARE(measured,
             (QStringList{QStringLiteral("vital.temperature=36.9 Cel"), QStringLiteral("vital.systolic=150 mm[Hg]"),
                          QStringLiteral("vital.diastolic=80 mm[Hg]")}));
}

void TestVisit::vitals_notUnderstood_holdTheSignature()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("头痛三日"));
    desk.find("vitals")->setFocus();
    desk.keys("t368 w58");
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.find("vitalsProblem")->isVisible());
    QCOMPARE(desk.find<QLineEdit>("vitals")->text(), QStringLiteral("t368"));
    QVERIFY(!desk.page->isSigned());
    QVERIFY(desk.saved.isEmpty());
    desk.find<QLineEdit>("vitals")->clear();
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
}

void TestVisit::phrase_byItsLetters_standsInTheNote()
{
    Desk desk;
    for (const char *text : {"入睡困难{}月，多梦。", "纳可，二便调。"}) {
        phrases::Phrase phrase;
        phrase.text = QString::fromUtf8(text);
        QVERIFY(desk.base.write(desk.base.practitioner(), "phrase.save",
                                [&](store::Transaction &tx) { return phrases::save(tx, phrase); }));
    }
    desk.begin();
    auto *complaint = desk.find<GrowingTextEdit>("complaint");
    desk.keys(";rs");
    QTRY_VERIFY(offers(desk));
    desk.key(Qt::Key_Return);
    QCOMPARE(complaint->text(), QStringLiteral("入睡困难{}月，多梦。"));
    desk.keys("4"); // in the place that was left open
    QCOMPARE(complaint->text(), QStringLiteral("入睡困难4月，多梦。"));
    desk.key(Qt::Key_End);
    desk.words(QStringLiteral("；")); // as a Chinese keyboard leaves it
    desk.keys("nk");
    QTRY_VERIFY(offers(desk));
    desk.key(Qt::Key_Tab);
    QCOMPARE(complaint->text(), QStringLiteral("入睡困难4月，多梦。纳可，二便调。"));
    QCOMPARE(desk.hand(), complaint); // Tab took the phrase, not the field
    desk.keys("; x");                 // a semicolon is still one
    QCOMPARE(complaint->text(), QStringLiteral("入睡困难4月，多梦。纳可，二便调。; x"));
    desk.key(Qt::Key_Return);
    QVERIFY(complaint->text().endsWith(u'\n'));
}

void TestVisit::phrase_whileComposing_doesNothing()
{
    Desk desk;
    phrases::Phrase phrase;
    phrase.text = QStringLiteral("纳可，二便调。");
    QVERIFY(desk.base.write(desk.base.practitioner(), "phrase.save",
                            [&](store::Transaction &tx) { return phrases::save(tx, phrase); }));
    desk.begin();
    auto *complaint = desk.find<GrowingTextEdit>("complaint");
    desk.keys(";nk");
    QTRY_VERIFY(offers(desk));
    QInputMethodEvent composing(QStringLiteral("tou"), {});
    QApplication::sendEvent(desk.hand(), &composing);
    desk.key(Qt::Key_Return);
    QCOMPARE(complaint->text(), QStringLiteral(";nk"));
}

void TestVisit::phrase_fromSelectedWords_isKept()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("纳可，二便调。"));
    desk.key(Qt::Key_A, Qt::ControlModifier);
    desk.key(Qt::Key_Semicolon, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QWidget *dialog = QApplication::activeModalWidget();
    QCOMPARE(dialog->objectName(), QStringLiteral("phraseDialog"));
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("phraseLetters"))->text(), QStringLiteral("nkeb"));
    auto *letters = dialog->findChild<QLineEdit *>(QStringLiteral("phraseLetters"));
    QTRY_VERIFY(letters->hasFocus());
    QTest::keyClick(letters, Qt::Key_Return);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    const auto known = desk.read([](const store::Snapshot &view) { return phrases::all(view); });
    QVERIFY(known.ok());
    QCOMPARE(known->size(), 1);
    QCOMPARE(known->first().text, QStringLiteral("纳可，二便调。"));
    // It can be called at once.
    desk.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    desk.find("history")->setFocus();
    desk.keys(";nkeb");
    QTRY_VERIFY(offers(desk));
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.find<GrowingTextEdit>("history")->text(), QStringLiteral("纳可，二便调。"));
}

void TestVisit::day_ofAnEarlierVisit_isStoredApartFromTheEntry()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("头痛三日"));
    desk.key(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("visitDay"));
    desk.key(Qt::Key_A, Qt::ControlModifier);
    desk.keys("-3");
    desk.key(Qt::Key_F3);
    QTRY_COMPARE(desk.saved.size(), 1);
    const QDate today = desk.read([](const store::Snapshot &view) -> Result<QDate> { return view.today(); }).value();
    auto stored = desk.stored(desk.saved.last());
    QVERIFY(stored.ok());
    QCOMPARE(stored->revision.day, today.addDays(-3));
    QVERIFY(!desk.page->hasUnsaved());
    // Back to today: said in so many words.
    desk.key(Qt::Key_A, Qt::ControlModifier);
    desk.keys("0");
    desk.key(Qt::Key_F3);
    QTRY_COMPARE(desk.saved.size(), 2);
    QCOMPARE(desk.stored(desk.saved.last())->revision.day, today);
}

void TestVisit::day_thatIsNone_holdsTheSave()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("头痛三日"));
    desk.find("visitDay")->setFocus();
    desk.key(Qt::Key_A, Qt::ControlModifier);
    desk.keys("2099-01-01");
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.find("visitStrip")->isVisible());
    QVERIFY(!desk.page->isSigned());
    QCOMPARE(desk.find<QLineEdit>("visitDay")->text(), QStringLiteral("2099-01-01"));
}

void TestVisit::open_knownProblemsAndFamily_standBesideTheNote()
{
    Desk desk;
    const auto write = [&desk](const QByteArray &act, auto f) {
        return desk.base.write(desk.base.practitioner(), act, [&](store::Transaction &tx) { return f(tx); }).ok();
    };
    const PatientId woman = desk.woman.id;
    const PatientId other = desk.base.patient(QStringLiteral("林建国"), QStringLiteral("13900139000")).id;
    QVERIFY(write("condition.record", [&](store::Transaction &tx) {
        return condition::add(tx, {woman, {}, {}, QStringLiteral("腰痛"), PartialDate::of(2019), {}});
    }));
    QVERIFY(write("condition.record", [&](store::Transaction &tx) -> Result<Condition> {
        const auto over = condition::add(tx, {woman, {}, {}, QStringLiteral("感冒"), {}, {}});
        return over ? condition::resolve(tx, over->id) : over;
    }));
    QVERIFY(write("family.record", [&](store::Transaction &tx) {
        return familyhistory::add(tx, {woman, Kinship::Father, {}, {}, QStringLiteral("中风"), 58});
    }));
    desk.begin();
    QVERIFY(desk.find("knownProblems")->isVisible());
    QCOMPARE(desk.find<QLabel>("knownProblems")->text(), QStringLiteral("Problems: 腰痛, since 2019"));
    QCOMPARE(desk.find<QLabel>("knownFamily")->text(), QStringLiteral("Family: father: 中风, at 58"));
    desk.page->startVisit(other);
    QTRY_VERIFY(!desk.find("knownProblems")->isVisible());
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

void TestVisit::tab_afterASignedVisit_stillWalksThroughTheNote()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("头痛三日"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
    // Also through one that can only be read.
    desk.find("complaint")->setFocus();
    desk.key(Qt::Key_Tab);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("history"));
    desk.key(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("complaint"));
    desk.page->startVisit(desk.woman.id);
    QTRY_VERIFY(!desk.page->isSigned());
    QTRY_COMPARE(desk.hand()->objectName(), QStringLiteral("complaint"));
    desk.words(QStringLiteral("复诊"));
    for (const char *next : {"history", "vitals", "inspection", "inspectionTerms", "tongueQuick"}) {
        desk.key(Qt::Key_Tab);
        QCOMPARE(desk.hand()->objectName(), QString::fromLatin1(next));
    }
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

void TestVisit::carryOver_wordsWrittenOver_areMarkedAsNew()
{
    Desk desk;
    consultation::Draft before = written(desk);
    before.visit.note.inspection = QStringLiteral("面色萎黄，神清。");
    before.visit.note.advice = QStringLiteral("早睡");
    QVERIFY(desk.base.write(desk.base.practitioner(), "consultation.sign",
                            [&](store::Transaction &tx) { return consultation::sign(tx, *desk.catalog, before); }));
    desk.begin();
    desk.key(Qt::Key_F7);
    auto *complaint = desk.find<GrowingTextEdit>("complaint");
    QCOMPARE(complaint->text(), QStringLiteral("入睡困难四月"));
    QCOMPARE(desk.find<GrowingTextEdit>("inspection")->text(), QStringLiteral("面色萎黄，神清。"));
    QCOMPARE(desk.find<GrowingTextEdit>("advice")->text(), QString()); // advice is given anew
    QCOMPARE(complaint->comparedWith(), QStringLiteral("入睡困难四月"));
    desk.key(Qt::Key_End);
    desk.words(QStringLiteral("，渐安"));
    const QList<QTextEdit::ExtraSelection> marks = complaint->extraSelections();
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.first().cursor.selectedText(), QStringLiteral("入睡困难四月"));
    QVERIFY(!marks.first().format.hasProperty(QTextFormat::BackgroundBrush));
    QCOMPARE(marks.last().cursor.selectedText(), QStringLiteral("，渐安"));
    QVERIFY(marks.last().format.hasProperty(QTextFormat::BackgroundBrush));
    desk.page->startVisit(desk.woman.id);
    QTRY_COMPARE(complaint->text(), QString());
    QVERIFY(!complaint->comparedWith());
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
