#include "clinic/catalog/constitutions.h"
#include "clinic/patient/patients.h"
#include "clinic/record/constitution.h"
#include "support/naiveconstitution.h"
#include "tour/tourlint.h"
#include "ui/constitution/constitutionpage.h"
#include "ui/constitution/questionmodel.h"
#include "ui/constitution/questiontable.h"
#include "ui/constitution/resultspane.h"
#include "ui/drafts/place.h"
#include "ui/kit/banner.h"
#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/radar.h"
#include "ui/kit/segment.h"
#include "ui/paper/paperpreview.h"
#include "ui/paper/sheetsprinter.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QProcess>

using namespace xinglin;
using namespace xinglin::test;
using constitution::Form;

namespace {

constexpr int patienceMs = GuiDriver::patienceMs;

using People = QMap<QString, PatientId>;
const QString lin = QStringLiteral("林秀英");
const QString man = QStringLiteral("王建国");
const QString grandmother = QStringLiteral("周奶奶");
const QString somebody = QStringLiteral("李安"); ///< Whose sex is not known.

/// A clinic with some patients, whose window opens somebody's constitution as a person does.
class Room : public Place
{
public:
    Room()
    {
        add(lin, Sex::Female, QStringLiteral("1979-08-21"));
        add(man, Sex::Male, QStringLiteral("1985-02-03"));
        add(grandmother, Sex::Female, QStringLiteral("1950-01-01"));
        add(somebody, Sex::Unknown, QStringLiteral("1990-01-01"));
    }

    PatientId idOf(const QString &name) const { return people.value(name, PatientId(Uuid(Uuid::Bytes{}))); }
    /// An assessment through the domain, for what stands there already: everything answered alike.
    void assessed(const QString &name, int answer, QDate day, Form form = Form::Standard)
    {
        ConstitutionDraft draft;
        draft.patient = idOf(name);
        draft.form = form;
        draft.day = day;
        for (const constitution::Item &item : constitution::shipped().of(form).itemsFor(constitution::Sex::Female))
            draft.answers.insert(item.id, answer);
        const auto made = clinic.write(clinic.practitioner(), "constitution.record",
                                       [&](store::Transaction &tx) { return assessment::record(tx, draft); });
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
    }
    /// Opens somebody's chart through the box.
    void chart(const QString &name)
    {
        drive->key(Qt::Key_K, Qt::ControlModifier);
        drive->commit(name);
        auto &offers = drive->get<QAbstractItemView>("popupListView");
        QTRY_COMPARE(offers.model()->index(0, 0).data().toString(), name);
        drive->key(Qt::Key_Return);
        QTRY_COMPARE(text("pageContext"), name);
    }
    /// Signs in where nobody is, opens the chart, then Ctrl+B.
    void constitution(const QString &name, const char *login = "practitioner")
    {
        if (!window)
            open(login);
        chart(name);
        drive->get("openConstitution");
        QTRY_COMPARE(title(), QStringLiteral("Chart"));
        drive->key(Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(title(), QStringLiteral("Constitution"));
        QTRY_COMPARE(text("pageContext"), name);
    }
    QString title() { return text("pageTitle"); }
    QString text(const char *name) { return drive->get<QLabel>(name).text(); }
    ui::ConstitutionPage &page()
    {
        return *static_cast<ui::ConstitutionPage *>(window->workspace()->page(QStringLiteral("constitution")));
    }
    ui::QuestionTable &questions() { return drive->get<ui::QuestionTable>("questions"); }
    ui::QuestionModel &model() { return *static_cast<ui::QuestionModel *>(questions().model()); }
    ui::ResultsPane &results() { return *page().findChild<ui::ResultsPane *>(); }
    /// Digit after digit, as the hand does.
    void answer(const QStringList &asked, const naive::Given &answers)
    {
        for (const QString &item : asked)
            drive->key(Qt::Key(Qt::Key_0 + answers.value(item)));
    }
    void answerAll(int from, int to, const char *digit)
    {
        for (int i = from; i < to; ++i)
            drive->type(digit);
    }
    QString said()
    {
        const auto *strip = drive->find<ui::MessageStrip>("constitutionStrip");
        return strip ? strip->text() : QString();
    }
    QList<ConstitutionAssessment> stored(const QString &name)
    {
        return ask([&](const store::Snapshot &view) {
            const auto found = assessment::ofPatient(view, idOf(name), 5000);
            return found ? *found : QList<ConstitutionAssessment>();
        });
    }

    People people;

private:
    void add(const QString &name, Sex sex, const QString &birth)
    {
        const auto made = clinic.write(clinic.receptionist(), "patient.register", [&](store::Transaction &tx) {
            PatientDraft draft;
            draft.name = name;
            draft.phone = QStringLiteral("13800138000");
            draft.sex = sex;
            draft.birthDate = birth;
            return patient::register_(tx, draft);
        });
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        people.insert(name, made->id);
    }
};

/// What differs from the second implementation; empty where nothing does.
QString difference(const ConstitutionAssessment &made, const QString &form, const QString &sex,
                   const naive::Given &answers)
{
    const auto expected = naive::scores(form, sex, answers);
    if (made.scores.size() != expected.size())
        return QStringLiteral("another number of types");
    for (const constitution::Score &score : made.scores) {
        const naive::Line line = expected.value(score.type);
        if (score.raw != line.sum || constitution::toText(score.decision) != line.verdict ||
            (score.transformed && qAbs(*score.transformed - line.hundredths) > 1e-9))
            return score.type;
    }
    return {};
}

} // namespace

/// The questionnaire and its results in the real window, by keys, looked up in the store.
class TestConstitution : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }

    void answer_sixtyDigits_areScoredAndStored();
    void answer_thousandRandomSets_agreeWithASecondImplementation_data();
    void answer_thousandRandomSets_agreeWithASecondImplementation();
    void keys_walkAndCorrect();
    void keys_mouseAndArrows_answerToo();
    void save_incomplete_goesToWhatIsMissing();
    void form_ageOf65_isProposedAndCanBeChosen();
    void sex_notKnown_isAskedFor();
    void draft_digits_areOnDiskWithinTwoSeconds();
    void draft_afterTheProgramEnded_isThereAgain();
    void draft_ofTheListOfUnfinished_goesOn();
    void draft_discarded_comesBackOnDemand();
    void patientScreen_showsNothingButTheQuestionnaire();
    void patientScreen_answers_comeBackBehindALock();
    void patientScreen_escape_locks();
    void patientScreen_idle_isCovered();
    void results_compareWithAnyEarlierOne();
    void results_radar_isSaidInWords();
    void results_enteredInError_asksWhyAndTakesItOut();
    void results_printed_isAPdfWithTheAdvice();
    void results_preview_showsThePages();
    void banner_saysTheConstitution_andDropsItFirst();
    void chart_card_showsNewestAndBefore();
    void reception_seesNothingOfIt();
    void dispenser_looksAndCannotAssess();
    void page_everyStage_hasNoFlaws();
    void model_isAProperModel();
};

void TestConstitution::answer_sixtyDigits_areScoredAndStored()
{
    Room room;
    room.constitution(lin);
    QCOMPARE(room.title(), QStringLiteral("Constitution"));
    QCOMPARE(room.text("answeredCount"), QStringLiteral("0 of 60"));
    QCOMPARE(room.drive->focus()->objectName(), QStringLiteral("questions"));
    SeededRandom random(5);
    const QStringList asked = naive::asked(QStringLiteral("standard"), QStringLiteral("female"));
    const auto answers = naive::randomAnswers(QStringLiteral("standard"), QStringLiteral("female"), random);
    room.answer(asked.mid(0, 23), answers);
    QCOMPARE(room.text("answeredCount"), QStringLiteral("23 of 60"));
    QVERIFY(room.text("openQuestions").startsWith(QStringLiteral("Not answered: 24, 25, 26")));
    room.answer(asked.mid(23), answers);
    QCOMPARE(room.text("answeredCount"), QStringLiteral("60 of 60"));
    QCOMPARE(room.text("openQuestions"), QStringLiteral("All answered."));
    QVERIFY(room.stored(lin).isEmpty());
    room.drive->key(Qt::Key_Return, Qt::ControlModifier);
    room.drive->get("constitutionSummary");
    const auto stored = room.stored(lin);
    QCOMPARE(stored.size(), 1);
    QCOMPARE(difference(stored.first(), QStringLiteral("standard"), QStringLiteral("female"), answers), QString());
    QCOMPARE(stored.first().by, AnsweredBy::Staff);
    const auto kept =
        room.ask([&](const store::Snapshot &view) { return assessment::answersOf(view, stored.first().id); });
    QCOMPARE(*kept, answers);
    QTRY_COMPARE(room.drafts(), 0);
}

void TestConstitution::answer_thousandRandomSets_agreeWithASecondImplementation_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("sex");
    QTest::addColumn<QString>("name");
    QTest::newRow("standard, women") << "standard"
                                     << "female" << lin;
    QTest::newRow("standard, men") << "standard"
                                   << "male" << man;
    QTest::newRow("elderly") << "elderly"
                             << "female" << grandmother;
}

void TestConstitution::answer_thousandRandomSets_agreeWithASecondImplementation()
{
    QFETCH(QString, form);
    QFETCH(QString, sex);
    QFETCH(QString, name);
    const int sets = form == QStringLiteral("standard") ? 250 : 500;
    Room room;
    room.constitution(name);
    SeededRandom random(157'2009);
    const QStringList asked = naive::asked(form, sex);
    QList<naive::Given> given;
    QSignalSpy saved(&room.page(), &ui::ConstitutionPage::saved);
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < sets; ++i) {
        if (i > 0) {
            room.drive->key(Qt::Key_N, Qt::ControlModifier);
            room.questions();
        }
        given << naive::randomAnswers(form, sex, random);
        room.answer(asked, given.last());
        room.drive->key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(saved.count() > i || saved.wait(patienceMs));
        room.clinic.clock.advance(std::chrono::minutes(1));
    }
    qInfo("%d questionnaires of %lld questions, %.1f ms each", sets, qint64(asked.size()),
          double(clock.elapsed()) / sets);
    const auto stored = room.stored(name);
    QCOMPARE(stored.size(), sets);
    for (int i = 0; i < sets; ++i) // newest first
        QCOMPARE(difference(stored[sets - 1 - i], form, sex, given[i]), QString());
}

void TestConstitution::keys_walkAndCorrect()
{
    Room room;
    room.constitution(lin);
    ui::QuestionTable &table = room.questions();
    ui::QuestionModel &model = room.model();
    room.drive->type("345");
    QCOMPARE(table.row(), 3);
    room.drive->key(Qt::Key_Backspace);
    QCOMPARE(table.row(), 2);
    QCOMPARE(model.answerAt(2), 5); // it stays until it is answered otherwise
    room.drive->type("1");
    QCOMPARE(model.answerAt(2), 1);
    QCOMPARE(table.row(), 3);
    room.drive->key(Qt::Key_Up);
    room.drive->key(Qt::Key_Up);
    room.drive->key(Qt::Key_Delete);
    QCOMPARE(model.answerAt(1), 0);
    QCOMPARE(room.text("answeredCount"), QStringLiteral("2 of 60"));
    room.drive->key(Qt::Key_End);
    QCOMPARE(table.row(), 59);
    room.drive->key(Qt::Key_Space); // the next one without an answer, from the top
    QCOMPARE(table.row(), 1);
    room.drive->key(Qt::Key_Home);
    QCOMPARE(table.row(), 0);
    room.drive->type("6790ax");
    QCOMPARE(room.text("answeredCount"), QStringLiteral("2 of 60"));
    QCOMPARE(table.row(), 0);
}

void TestConstitution::keys_mouseAndArrows_answerToo()
{
    Room room;
    room.constitution(lin);
    ui::QuestionTable &table = room.questions();
    ui::QuestionModel &model = room.model();
    room.drive->key(Qt::Key_Right);
    QCOMPARE(model.answerAt(0), 1);
    for (int i = 0; i < 7; ++i)
        room.drive->key(Qt::Key_Right);
    QCOMPARE(model.answerAt(0), 5);
    room.drive->key(Qt::Key_Left);
    QCOMPARE(model.answerAt(0), 4);
    QCOMPARE(table.row(), 0);
    const QRect cell = table.visualRect(model.index(4, ui::QuestionModel::Answer));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, QPoint(cell.left() + cell.width() / 2, cell.center().y()));
    QCOMPARE(model.answerAt(4), 3);
    QCOMPARE(table.row(), 4);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, QPoint(cell.right() - 10, cell.center().y()));
    QCOMPARE(model.answerAt(4), 5);
}

void TestConstitution::save_incomplete_goesToWhatIsMissing()
{
    Room room;
    room.constitution(lin);
    room.answerAll(0, 60, "2");
    room.questions().goTo(16);
    room.drive->key(Qt::Key_Delete);
    room.questions().goTo(4);
    room.drive->key(Qt::Key_Delete);
    room.drive->key(Qt::Key_End);
    QCOMPARE(room.text("openQuestions"), QStringLiteral("Not answered: 5, 17"));
    room.drive->key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(room.said().startsWith(QStringLiteral("2 question")));
    QCOMPARE(room.questions().row(), 4);
    QVERIFY(room.stored(lin).isEmpty());
    room.drive->type("3");
    room.drive->key(Qt::Key_Space);
    QCOMPARE(room.questions().row(), 16);
    room.drive->type("3");
    room.drive->key(Qt::Key_Return, Qt::ControlModifier);
    room.drive->get("constitutionSummary");
    QCOMPARE(room.stored(lin).size(), 1);
}

void TestConstitution::form_ageOf65_isProposedAndCanBeChosen()
{
    Room room;
    room.constitution(grandmother);
    QCOMPARE(room.text("answeredCount"), QStringLiteral("0 of 33"));
    QCOMPARE(room.model().index(8, ui::QuestionModel::Answer).data(ui::QuestionModel::WordsRole).toStringList().first(),
             QStringLiteral("BMI < 24"));
    room.drive->type("12345");
    auto &forms = room.drive->get<ui::Segment>("constitutionForm");
    forms.setFocus();
    room.drive->key(Qt::Key_Left);
    QCOMPARE(room.text("answeredCount"), QStringLiteral("0 of 60"));
    room.drive->key(Qt::Key_Right); // and nothing is lost
    QCOMPARE(room.text("answeredCount"), QStringLiteral("5 of 33"));
    room.questions().setFocus();
    room.drive->key(Qt::Key_Space);
    room.answerAll(5, 33, "2");
    room.drive->key(Qt::Key_Return, Qt::ControlModifier);
    room.drive->get("constitutionSummary");
    const auto stored = room.stored(grandmother);
    QCOMPARE(stored.first().form, QStringLiteral("constitution-elderly/1"));
    QVERIFY(!stored.first().sex);
}

void TestConstitution::sex_notKnown_isAskedFor()
{
    Room room;
    room.constitution(somebody);
    QCOMPARE(room.text("answeredCount"), QStringLiteral("0 of 59"));
    room.answerAll(0, 59, "2");
    QCOMPARE(room.text("openQuestions"), QStringLiteral("Choose whose last question is asked."));
    room.drive->key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(room.said(), QStringLiteral("Choose whose last question is asked."));
    room.drive->key(Qt::Key_F11);
    QVERIFY(!room.drive->find("patientScreen"));
    room.drive->get<ui::Segment>("constitutionSex").setFocus();
    room.drive->key(Qt::Key_Right);
    room.drive->key(Qt::Key_Right);
    QCOMPARE(room.text("answeredCount"), QStringLiteral("59 of 60"));
    room.questions().setFocus();
    room.drive->key(Qt::Key_End);
    room.drive->type("4");
    room.drive->key(Qt::Key_Return, Qt::ControlModifier);
    room.drive->get("constitutionSummary");
    QCOMPARE(room.stored(somebody).first().sex, constitution::Sex::Male);
}

void TestConstitution::draft_digits_areOnDiskWithinTwoSeconds()
{
    Room room;
    room.constitution(lin);
    QCOMPARE(room.drafts(), 0);
    room.drive->type("1");
    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE_WITH_TIMEOUT(room.drafts(), 1, 2000);
    // Who answers on and on is kept too.
    const auto saved = [&] {
        return room.ask([](const store::Snapshot &view) { return xinglin::drafts::mine(view)->first().sealed; });
    };
    const QByteArray first = saved();
    clock.restart();
    while (clock.elapsed() < 1900 && saved() == first) {
        room.drive->type("2");
        QTest::qWait(30);
    }
    QVERIFY(saved() != first);
}

void TestConstitution::draft_afterTheProgramEnded_isThereAgain()
{
    Room room;
    room.constitution(lin);
    room.drive->type("1234512");
    room.drive->key(Qt::Key_Up);
    room.window->workspace()->go(QStringLiteral("patients")); // leaving keeps it
    QTRY_COMPARE(room.drafts(), 1);
    // The window is gone without a word; another one finds it.
    room.close();
    room.constitution(lin);
    QTRY_COMPARE(room.text("answeredCount"), QStringLiteral("7 of 60"));
    QVERIFY(room.said().contains(QStringLiteral("Restored what you had typed at 10:00")));
    QCOMPARE(room.questions().row(), 6);
    QCOMPARE(room.model().answerAt(4), 5);
    room.drive->key(Qt::Key_Space);
    room.answerAll(7, 60, "3");
    room.drive->key(Qt::Key_Return, Qt::ControlModifier);
    room.drive->get("constitutionSummary");
    QCOMPARE(room.stored(lin).size(), 1);
    QTRY_COMPARE(room.drafts(), 0);
}

void TestConstitution::draft_ofTheListOfUnfinished_goesOn()
{
    Room room;
    room.constitution(lin);
    room.drive->type("12345");
    room.drive->key(Qt::Key_Escape); // to the chart; it is kept
    QTRY_COMPARE(room.title(), QStringLiteral("Chart"));
    QTRY_COMPARE(room.drafts(), 1);
    room.drive->key(Qt::Key_U, Qt::AltModifier);
    auto &table = room.drive->get<QAbstractItemView>("unfinishedTable");
    QTRY_COMPARE(table.model()->rowCount(), 1);
    QCOMPARE(table.model()->index(0, 0).data().toString(), lin);
    QCOMPARE(table.model()->index(0, 1).data().toString(), QStringLiteral("Constitution questionnaire"));
    QCOMPARE(table.model()->index(0, 2).data().toString(), QStringLiteral("5 / 60"));
    QTRY_COMPARE(room.drive->focus()->objectName(), QStringLiteral("unfinishedTable"));
    room.drive->key(Qt::Key_Return);
    QTRY_COMPARE(room.text("answeredCount"), QStringLiteral("5 of 60"));
}

void TestConstitution::draft_discarded_comesBackOnDemand()
{
    Room room;
    room.constitution(lin);
    room.drive->type("12345");
    room.window->workspace()->go(QStringLiteral("patients"));
    QTRY_COMPARE(room.drafts(), 1);
    room.close();
    room.constitution(lin);
    QTRY_COMPARE(room.text("answeredCount"), QStringLiteral("5 of 60"));
    room.drive->key(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(room.drafts(), 0);
    QCOMPARE(room.text("answeredCount"), QStringLiteral("0 of 60"));
    room.drive->key(Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(room.drafts(), 1);
    QCOMPARE(room.text("answeredCount"), QStringLiteral("5 of 60"));
}

void TestConstitution::patientScreen_showsNothingButTheQuestionnaire()
{
    Room room;
    const auto made = room.clinic.write(room.clinic.practitioner(), "allergy.record", [&](store::Transaction &tx) {
        return patient::recordAllergy(tx, room.idOf(lin), {{}, QStringLiteral("青霉素"), {}});
    });
    QVERIFY(made.ok());
    room.constitution(lin);
    room.drive->type("123");
    room.drive->key(Qt::Key_F11);
    room.drive->get("patientScreen");
    for (const QWidget *widget : room.window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString words = (label    ? label->text()
                               : button ? button->text()
                                        : QString()) +
                              widget->accessibleName() + widget->toolTip();
        for (const char *secret : {"林秀英", "青霉素", "A000", "Patients", "Chart"})
            QVERIFY2(!words.contains(QString::fromUtf8(secret)), qPrintable(widget->objectName() + words));
        // Large type only.
        if ((label && !label->text().isEmpty()) || (button && !button->text().isEmpty()))
            QVERIFY2(widget->font().pixelSize() >= 24, qPrintable(widget->objectName()));
    }
    QVERIFY(!room.drive->find("globalBox") && !room.drive->find("banner") && !room.drive->find("topBar"));
    QCOMPARE(room.text("patientCount"), QStringLiteral("4 of 60"));
    // No key leads out to the record.
    for (const auto &[key, held] :
         QList<std::pair<Qt::Key, Qt::KeyboardModifier>>{{Qt::Key_K, Qt::ControlModifier},
                                                         {Qt::Key_1, Qt::AltModifier},
                                                         {Qt::Key_U, Qt::AltModifier},
                                                         {Qt::Key_B, Qt::ControlModifier},
                                                         {Qt::Key_F11, Qt::NoModifier},
                                                         {Qt::Key_F9, Qt::NoModifier},
                                                         {Qt::Key_Tab, Qt::ControlModifier}}) {
        room.drive->key(key, held);
        QVERIFY(room.drive->find("patientScreen"));
        QVERIFY(!room.drive->find("globalBox"));
    }
}

void TestConstitution::patientScreen_answers_comeBackBehindALock()
{
    Room room;
    room.constitution(lin);
    room.drive->type("12");
    room.drive->key(Qt::Key_F11);
    room.drive->get("patientScreen");
    room.answerAll(2, 30, "3");
    QTRY_COMPARE_WITH_TIMEOUT(room.drafts(), 1, 2000);
    room.drive->key(Qt::Key_Backspace);
    QCOMPARE(room.text("patientCount"), QStringLiteral("30 of 60"));
    QVERIFY(room.drive->get<ui::Button>("choice3").isChecked());
    room.drive->click("choice5");
    room.answerAll(30, 60, "2");
    room.drive->get("patientThanks");
    room.drive->key(Qt::Key_Return);
    room.drive->get("password"); // staff first
    QVERIFY(!room.drive->find("patientScreen"));
    room.enter("practitioner");
    room.questions();
    QCOMPARE(room.text("answeredCount"), QStringLiteral("60 of 60"));
    QVERIFY(room.said().contains(QStringLiteral("answered everything")));
    QCOMPARE(room.model().answerAt(29), 5);
    QVERIFY(room.stored(lin).isEmpty());
    room.drive->key(Qt::Key_Return, Qt::ControlModifier);
    room.drive->get("constitutionSummary");
    QCOMPARE(room.stored(lin).first().by, AnsweredBy::Patient);
    QVERIFY(room.text("constitutionAbout").contains(QStringLiteral("answered by the patient")));
}

void TestConstitution::patientScreen_escape_locks()
{
    Room room;
    room.constitution(lin);
    room.drive->key(Qt::Key_F11);
    room.drive->get("patientScreen");
    room.drive->type("45");
    room.drive->key(Qt::Key_Escape);
    room.drive->get("password");
    // Somebody else may work meanwhile, and does not see it.
    room.enter("reception");
    QVERIFY(!room.drive->find("questions"));
    room.drive->key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    room.enter("practitioner");
    room.questions();
    QCOMPARE(room.text("answeredCount"), QStringLiteral("2 of 60"));
    QVERIFY(room.said().contains(QStringLiteral("not answered everything")));
}

void TestConstitution::patientScreen_idle_isCovered()
{
    Room room;
    room.constitution(lin);
    room.drive->key(Qt::Key_F11);
    room.drive->get("patientScreen");
    room.drive->type("4");
    room.window->setIdleLimit(300);
    room.drive->get("password");
    room.window->setIdleLimit(600'000);
    room.enter("practitioner");
    QCOMPARE(room.text("answeredCount"), QStringLiteral("1 of 60"));
}

void TestConstitution::results_compareWithAnyEarlierOne()
{
    Room room;
    room.assessed(lin, 4, QDate(2025, 11, 20));
    room.assessed(lin, 3, QDate(2026, 1, 8));
    room.assessed(lin, 2, QDate(2026, 2, 12));
    room.constitution(lin);
    auto &list = room.drive->get<QAbstractItemView>("assessments");
    QCOMPARE(list.model()->rowCount(), 3);
    auto &scores = *room.drive->get<QAbstractItemView>("scores").model();
    auto &pane = room.results();
    QCOMPARE(pane.chosen()->day, QDate(2026, 2, 12));
    QCOMPARE(pane.compared()->day, QDate(2026, 1, 8));
    QCOMPARE(scores.index(1, 1).data().toString(), QStringLiteral("25.0"));
    QCOMPARE(scores.index(1, 2).data().toString(), QStringLiteral("50.0"));
    room.drive->key(Qt::Key_F8);
    QCOMPARE(room.drive->focus()->objectName(), QStringLiteral("compareWith"));
    room.drive->key(Qt::Key_Down);
    QCOMPARE(pane.compared()->day, QDate(2025, 11, 20));
    QCOMPARE(scores.index(1, 2).data().toString(), QStringLiteral("75.0"));
    room.drive->key(Qt::Key_Home);
    QVERIFY(!pane.compared());
    list.setFocus();
    room.drive->key(Qt::Key_Down);
    QCOMPARE(pane.chosen()->day, QDate(2026, 1, 8));
    QCOMPARE(pane.compared()->day, QDate(2025, 11, 20));
    room.drive->key(Qt::Key_Down);
    QVERIFY(!pane.compared());
    QVERIFY(!room.drive->get<QComboBox>("compareWith").isEnabled());
}

void TestConstitution::results_radar_isSaidInWords()
{
    Room room;
    room.assessed(grandmother, 3, QDate(2026, 1, 8));
    room.assessed(grandmother, 3, QDate(2026, 2, 12), Form::Elderly);
    room.constitution(grandmother);
    const QString said = room.drive->get<ui::Radar>("radar").spokenValue();
    QVERIFY2(said.startsWith(QStringLiteral("Balanced 15, before 50.0; Qi-deficiency 12, before 50.0; ")),
             qPrintable(said));
    QCOMPARE(said.count(u';'), 8);
}

void TestConstitution::results_enteredInError_asksWhyAndTakesItOut()
{
    Room room;
    room.assessed(lin, 4, QDate(2025, 11, 20));
    room.assessed(lin, 2, QDate(2026, 2, 12));
    room.constitution(lin);
    room.drive->get("assessments");
    room.drive->key(Qt::Key_Delete);
    room.drive->get("retractReason");
    room.drive->fill("retractReason", QStringLiteral(" "));
    room.drive->key(Qt::Key_Return);
    QTest::qWait(100);
    QCOMPARE(room.stored(lin).size(), 2);
    room.drive->fill("retractReason", QStringLiteral("答的是另一位"));
    room.drive->key(Qt::Key_Return);
    QTRY_COMPARE(room.stored(lin).size(), 1);
    QTRY_COMPARE(room.drive->get<QAbstractItemView>("assessments").model()->rowCount(), 1);
    QVERIFY(room.text("constitutionAbout").contains(QStringLiteral("2025")));
}

void TestConstitution::results_printed_isAPdfWithTheAdvice()
{
    Room room;
    room.assessed(lin, 4, QDate(2025, 11, 20));
    room.assessed(lin, 3, QDate(2026, 2, 12));
    QTemporaryDir folder;
    room.constitution(lin);
    room.drive->get("assessments");
    ui::SheetsPrinter *printer = room.page().printer();
    printer->setFolder(folder.path());
    printer->setAlwaysPdf(true);
    QSignalSpy printed(printer, &ui::SheetsPrinter::printed);
    room.drive->key(Qt::Key_F9);
    QVERIFY(printed.wait(patienceMs));
    const QString path = printed.first().at(1).toString();
    QVERIFY(path.endsWith(QStringLiteral("20260212.pdf")));
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
    QVERIFY(process.waitForFinished());
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    for (const QString &words : {lin, QStringLiteral("Report on constitution"),
                                 constitution::shipped().type(QStringLiteral("qixu"))->advice.exercise.en.left(20)})
        QVERIFY2(text.contains(words), qPrintable(words));
    const auto noted = room.ask([](const store::Snapshot &view) {
        store::Query row = view.connection().internal("SELECT count(*) FROM audit WHERE action = 'constitution.print'"
                                                      " /* whole table */");
        row.next();
        return row.get<int>(0);
    });
    QCOMPARE(noted, 1);
}

void TestConstitution::results_preview_showsThePages()
{
    Room room;
    room.assessed(lin, 3, QDate(2026, 2, 12));
    QTemporaryDir folder;
    room.constitution(lin);
    room.drive->get("assessments");
    room.drive->key(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(room.window->findChild<ui::PaperPreview *>());
    auto *preview = room.window->findChild<ui::PaperPreview *>();
    QVERIFY(preview->isVisible());
    QSignalSpy printed(room.page().printer(), &ui::SheetsPrinter::printed);
    emit preview->saveWanted(folder.filePath(QStringLiteral("saved.pdf")));
    preview->accept();
    QVERIFY(printed.count() > 0 || printed.wait(patienceMs));
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("saved.pdf"))));
}

void TestConstitution::banner_saysTheConstitution_andDropsItFirst()
{
    Room room;
    room.assessed(grandmother, 3, QDate(2026, 2, 12));
    room.open("practitioner");
    room.window->resize(1600, 900);
    room.constitution(grandmother);
    room.drive->get("assessments");
    const auto facts = [&] {
        QStringList shown;
        for (const QLabel *label : room.drive->get<ui::Banner>("banner").findChildren<QLabel *>()) {
            if (label->isVisible())
                shown << label->text();
        }
        return shown;
    };
    const QStringList all = facts();
    QCOMPARE(all.last(), QStringLiteral("Qi-deficiency, yang-deficiency, yin-deficiency, and 5 more"));
    QVERIFY(!all.filter(QStringLiteral("A000")).isEmpty());
    room.window->resize(1200, 900);
    QTRY_COMPARE(facts(), all.mid(0, all.size() - 1)); // the number stays longer
}

void TestConstitution::chart_card_showsNewestAndBefore()
{
    Room room;
    room.assessed(lin, 4, QDate(2025, 11, 20));
    room.assessed(lin, 2, QDate(2026, 2, 12));
    room.constitution(lin);
    room.drive->get("assessments");
    room.drive->key(Qt::Key_Escape);
    auto &radar = room.drive->get<ui::Radar>("cardRadar");
    QTRY_VERIFY(radar.spokenValue().contains(QStringLiteral("Qi-deficiency 25.0, before 75.0")));
    // Somebody without one.
    room.chart(man);
    QTRY_COMPARE(room.text("cardSummary"), QStringLiteral("Not assessed yet."));
    QVERIFY(!room.drive->find("cardRadar"));
}

void TestConstitution::reception_seesNothingOfIt()
{
    Room room;
    room.assessed(lin, 4, QDate(2026, 2, 12));
    room.open("reception");
    room.chart(lin);
    room.drive->get("chartEdit");
    QTest::qWait(150);
    QVERIFY(!room.drive->find("constitutionCard"));
    QVERIFY(!room.window->workspace()->page(QStringLiteral("constitution")));
    for (const QLabel *label : room.window->findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(QStringLiteral("deficiency")), qPrintable(label->text()));
}

void TestConstitution::dispenser_looksAndCannotAssess()
{
    Room room;
    room.assessed(lin, 4, QDate(2026, 2, 12));
    room.constitution(lin, "dispenser");
    room.drive->get("assessments");
    for (const char *name : {"newConstitution", "retractConstitution"})
        QVERIFY2(!room.drive->find(name), name);
    room.drive->key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!room.drive->find("questions"));
    room.page().openPatient(room.idOf(man));
    QTRY_COMPARE(room.page().context(), man);
    QVERIFY(!room.drive->find("questions") && !room.drive->find("assessments"));
}

void TestConstitution::page_everyStage_hasNoFlaws()
{
    Room room;
    room.assessed(lin, 4, QDate(2025, 11, 20));
    room.assessed(lin, 3, QDate(2026, 2, 12));
    room.constitution(lin);
    room.drive->get("assessments");
    QTRY_COMPARE(tour::flaws(room.window.get()), QString());
    room.drive->key(Qt::Key_N, Qt::ControlModifier);
    room.drive->type("12345");
    QTRY_COMPARE(tour::flaws(room.window.get()), QString());
    room.drive->key(Qt::Key_F11);
    room.drive->get("patientScreen");
    QTRY_COMPARE(tour::flaws(room.window.get()), QString());
}

void TestConstitution::model_isAProperModel()
{
    ui::QuestionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setForm(constitution::shipped().standard, {});
    QCOMPARE(model.rowCount(), 59);
    model.setForm(constitution::shipped().standard, constitution::Sex::Male);
    QCOMPARE(model.rowCount(), 60);
    model.answer(3, 5);
    model.answer(3, 6); // no answer
    model.answer(60, 1);
    QCOMPARE(model.answerAt(3), 5);
    QCOMPARE(model.answered(), 1);
    model.setForm(constitution::shipped().elderly, {});
    QCOMPARE(model.answered(), 0);
    QCOMPARE(model.answers().size(), 1);
    for (int row = 0; row < 33; ++row)
        model.answer(row, 1 + row % 5);
    QCOMPARE(model.nextUnanswered(0), -1);
    QCOMPARE(model.given().size(), 33);
}

QTEST_MAIN(TestConstitution)
#include "tst_constitution.moc"
