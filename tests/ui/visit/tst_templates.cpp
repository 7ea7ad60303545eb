#include "clinic/record/notetemplates.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/popuplist.h"
#include "ui/settings/templatesection.h"
#include "ui/visit/desk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QPointer>
#include <QTableView>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

const DiagnosisEntry heartAndSpleen{DiagnosisKind::Pattern, QStringLiteral("GBT15657-2021"),
                                    QStringLiteral("B04.06.01.03.02"), QStringLiteral("心脾两虚证")};

notetemplate::Draft sleepless()
{
    notetemplate::Draft draft;
    draft.name = QStringLiteral("心脾两虚");
    draft.code = QStringLiteral("xp");
    draft.note.complaint = QStringLiteral("入睡困难{}月。");
    draft.note.advice = QStringLiteral("申时后不饮浓茶。");
    Answer tongue;
    tongue.item = QStringLiteral("tongue.body_colour");
    tongue.code = QStringLiteral("t_pale_red");
    draft.note.answers = {tongue};
    draft.note.diagnoses = {heartAndSpleen};
    draft.formula = QStringLiteral("gui-pi-tang");
    return draft;
}

} // namespace

/// Notes begun from templates, and kept as such.
class TestTemplates : public QObject
{
    Q_OBJECT

private slots:
    void letters_inANote_fillWhatIsEmpty();
    void letters_whereSomethingStands_changeNothingOfIt();
    void takeOut_rightAfter_leavesTheNoteAsItWas();
    void place_notFilledIn_holdsTheSignature();
    void keep_aNote_leavesTheStoryOut();
    void keep_inPlaceOfAnother_isItsNextEdition();
    void settings_listChangeAndRetire();

private:
    static void store(Desk &desk, const notetemplate::Draft &draft)
    {
        QVERIFY(desk.base.write(desk.base.practitioner(), "notetemplate.save",
                                [&](store::Transaction &tx) { return notetemplate::save(tx, draft); }));
    }
    static QList<notetemplate::Template> all(Desk &desk)
    {
        const auto known = desk.read([](const store::Snapshot &view) { return notetemplate::all(view); });
        return known ? *known : QList<notetemplate::Template>();
    }
    static QString complaint(const Desk &desk) { return desk.find<GrowingTextEdit>("complaint")->text(); }
    static void callTemplate(Desk &desk)
    {
        desk.find("complaint")->setFocus();
        desk.keys(";xp");
        const auto offered = [&] {
            const QList<PopupList *> lists = desk.page->findChildren<PopupList *>();
            return std::any_of(lists.cbegin(), lists.cend(), [](const PopupList *list) { return list->isVisible(); });
        };
        QTRY_VERIFY(offered());
        desk.key(Qt::Key_Return);
    }
};

void TestTemplates::letters_inANote_fillWhatIsEmpty()
{
    Desk desk;
    store(desk, sleepless());
    desk.begin();
    callTemplate(desk);
    QCOMPARE(complaint(desk), QStringLiteral("入睡困难{}月。"));
    // The hand is on the place to fill in.
    QCOMPARE(desk.hand(), desk.find("complaint"));
    desk.keys("4");
    QCOMPARE(complaint(desk), QStringLiteral("入睡困难4月。"));
    QVERIFY(desk.find<MessageStrip>("visitStrip")->text().contains(QStringLiteral("心脾两虚")));
    QVERIFY(!desk.lines().isEmpty());
    desk.key(Qt::Key_F3);
    QTRY_COMPARE(desk.saved.size(), 1);
    const auto stored = desk.stored(desk.saved.first());
    QVERIFY(stored.ok());
    QCOMPARE(stored->revision.note.complaint, QStringLiteral("入睡困难4月。"));
    QCOMPARE(stored->revision.note.advice, QStringLiteral("申时后不饮浓茶。"));
    QCOMPARE(stored->revision.note.answers, sleepless().note.answers);
    QCOMPARE(stored->revision.note.diagnoses, QList<DiagnosisEntry>{heartAndSpleen});
    QCOMPARE(stored->prescriptions.first().content.formula, QStringLiteral("gui-pi-tang"));
}

void TestTemplates::letters_whereSomethingStands_changeNothingOfIt()
{
    Desk desk;
    store(desk, sleepless());
    desk.begin();
    desk.words(QStringLiteral("头痛3天"));
    desk.keys(" ");
    callTemplate(desk);
    QCOMPARE(complaint(desk).trimmed(), QStringLiteral("头痛3天"));
    QCOMPARE(desk.find<GrowingTextEdit>("advice")->text(), QStringLiteral("申时后不饮浓茶。"));
    // A second time there is nothing left to put in, and it is said.
    callTemplate(desk);
    QVERIFY(!desk.find<MessageStrip>("visitStrip")->text().contains(QStringLiteral("Look at each")));
    QVERIFY(desk.find<MessageStrip>("visitStrip")->text().contains(QStringLiteral("already")));
    QCOMPARE(complaint(desk).trimmed(), QStringLiteral("头痛3天"));
}

void TestTemplates::takeOut_rightAfter_leavesTheNoteAsItWas()
{
    Desk desk;
    store(desk, sleepless());
    desk.begin();
    desk.find("history")->setFocus();
    desk.words(QStringLiteral("反复2年"));
    const consultation::Draft before = desk.page->draft();
    callTemplate(desk);
    QVERIFY(desk.page->draft() != before);
    desk.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(desk.page->draft(), before);
    QVERIFY(desk.lines().isEmpty());
}

void TestTemplates::place_notFilledIn_holdsTheSignature()
{
    Desk desk;
    store(desk, sleepless());
    desk.begin();
    callTemplate(desk);
    desk.key(Qt::Key_Return, Qt::ControlModifier); // asks for the numbers of the formula first
    if (desk.page->title() != QStringLiteral("Visit"))
        desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.find<MessageStrip>("visitStrip")->kind(), MessageStrip::Kind::Stop);
    QTRY_COMPARE(desk.hand(), desk.find("complaint"));
    QVERIFY(!desk.page->isSigned());
    // What is typed now takes the place.
    desk.keys("4");
    QCOMPARE(complaint(desk), QStringLiteral("入睡困难4月。"));
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
}

void TestTemplates::keep_aNote_leavesTheStoryOut()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("入睡困难"));
    desk.find("history")->setFocus();
    desk.words(QStringLiteral("去年丧夫后起病"));
    desk.find("advice")->setFocus();
    desk.words(QStringLiteral("睡前泡脚"));
    desk.key(Qt::Key_G, Qt::ControlModifier);
    auto *dialog = desk.page->findChild<QDialog *>(QStringLiteral("templateDialog"));
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("templateName"))->hasFocus());
    QVERIFY(!dialog->findChild<QCheckBox *>(QStringLiteral("part-history"))->isChecked());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("templateName")), QStringLiteral("Sleepless"));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("templateCode")), QStringLiteral("a"));
    QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("templateCode")), Qt::Key_Return);
    QTRY_VERIFY(desk.hand() && desk.hand()->objectName() == u"templateCode"); // one letter is refused there
    QVERIFY(all(desk).isEmpty());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("templateCode")), QStringLiteral("s"));
    QPointer<QDialog> gone = dialog;
    QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("templateCode")), Qt::Key_Return);
    QTRY_VERIFY(!gone);
    const QList<notetemplate::Template> kept = all(desk);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().content.code, QStringLiteral("as"));
    QCOMPARE(kept.first().content.note.complaint, QStringLiteral("入睡困难"));
    QCOMPARE(kept.first().content.note.history, QString());
    QCOMPARE(kept.first().content.note.advice, QStringLiteral("睡前泡脚"));
}

void TestTemplates::keep_inPlaceOfAnother_isItsNextEdition()
{
    Desk desk;
    store(desk, sleepless());
    desk.begin();
    callTemplate(desk);
    desk.find("history")->setFocus();
    desk.words(QStringLiteral("思虑后加重"));
    desk.key(Qt::Key_G, Qt::ControlModifier);
    auto *dialog = desk.page->findChild<QDialog *>(QStringLiteral("templateDialog"));
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("templateName"))->hasFocus());
    auto *choice = dialog->findChild<QComboBox *>(QStringLiteral("templateChoice"));
    choice->setCurrentIndex(1);
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("templateCode"))->text(), QStringLiteral("xp"));
    dialog->findChild<QCheckBox *>(QStringLiteral("part-history"))->setChecked(true);
    QPointer<QDialog> gone = dialog;
    QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("templateCode")), Qt::Key_Return);
    QTRY_VERIFY(!gone);
    QCOMPARE(all(desk).size(), 1);
    QCOMPARE(all(desk).first().content.note.history, QStringLiteral("思虑后加重"));
    QCOMPARE(all(desk).first().content.formula, QStringLiteral("gui-pi-tang"));
}

void TestTemplates::settings_listChangeAndRetire()
{
    Desk desk;
    store(desk, sleepless());
    desk.open();
    TemplateSection section(*desk.clinic, desk.catalog);
    section.resize(1000, 600);
    section.show();
    section.activateWindow();
    auto *table = section.findChild<QTableView *>(QStringLiteral("templateTable"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(table->model()->index(0, 2).data().toString().contains(QStringLiteral("申时后不饮浓茶")));
    QCOMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("归脾汤"));
    QTest::keyClick(table, Qt::Key_Return);
    auto *dialog = section.findChild<QDialog *>(QStringLiteral("templateDialog"));
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("templateName"))->hasFocus());
    dialog->findChild<QCheckBox *>(QStringLiteral("part-tongue"))->setChecked(false);
    QPointer<QDialog> gone = dialog;
    QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("templateName")), Qt::Key_Return);
    QTRY_VERIFY(!gone);
    QTRY_VERIFY(all(desk).first().content.note.answers.isEmpty());
    section.activateWindow();
    QTRY_VERIFY(QApplication::focusWidget() == table);
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY(!table->isVisible());
    QVERIFY(all(desk).isEmpty());
}

QTEST_MAIN(TestTemplates)
#include "tst_templates.moc"
