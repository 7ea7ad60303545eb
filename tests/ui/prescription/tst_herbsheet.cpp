#include "ui/kit/stepper.h"
#include "ui/prescription/herbsheet.h"
#include "ui/prescription/prescriptioneditor.h"

#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTest>

using namespace xinglin;
using namespace xinglin::ui;

Q_DECLARE_METATYPE(std::optional<qint64>)

class TestHerbSheet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto loaded = Catalog::load();
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().detail));
        m_catalog = *loaded;
    }
    void init()
    {
        m_editor = std::make_unique<PrescriptionEditor>(m_catalog);
        m_editor->resize(1000, 600);
        m_editor->show();
        m_editor->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
        m_editor->sheet()->setFocus();
        QTRY_VERIFY(edit()->hasFocus());
    }
    void cleanup() { m_editor.reset(); }

    void typedHerb_splits_data();
    void typedHerb_splits();
    void herb_byInitialsAndDose_isWrittenAndGoesOn();
    void herb_withoutDose_waitsForIt();
    void herb_unknownName_isKeptAndMarked();
    void herb_severalPiecesShareTheName_isNotGuessed();
    void herb_byInputMethod_enterWhileComposingDoesNothing();
    void cell_minus_takesTheHerbOut();
    void cell_herbThatStands_changesItsDose();
    void cell_digitsAlone_changeTheDose();
    void cell_star_setsPreparation();
    void cell_ctrlBackspace_removesAndUndoBringsBack();
    void formula_daily_bringsDoses();
    void formula_batch_leavesDosesToTheHand();
    void formula_onASheetWithHerbs_isJoined();
    void formula_joined_isTakenBackInOneStep();
    void formula_joined_mayBeTakenAlone();
    void take_undone_asksForTheNumbersAgain();
    void finishTyping_lettersWithoutHerb_areNotMadeALine();
    void numbers_days_follow();
    void last_takenOver_comparesChanges();

private:
    QLineEdit *edit() const { return m_editor->sheet()->editor(); }
    const QList<PrescriptionLine> &lines() const { return m_editor->draft().lines; }
    void type(const char *text) { QTest::keyClicks(edit(), QString::fromLatin1(text)); }
    void enter() { QTest::keyClick(edit(), Qt::Key_Return); }
    void commitWords(const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(edit(), &event);
    }
    void insert(const char *formula)
    {
        m_editor->pickFormula();
        auto *field = m_editor->findChild<QLineEdit *>(QStringLiteral("formulaEdit"));
        QTest::keyClicks(field, QString::fromLatin1(formula));
        QTest::keyClick(field, Qt::Key_Return);
    }

    std::shared_ptr<const Catalog> m_catalog;
    std::unique_ptr<PrescriptionEditor> m_editor;
};

void TestHerbSheet::typedHerb_splits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("milligrams");
    QTest::addColumn<QString>("preparation");
    QTest::newRow("initials and dose") << "hq 30"
                                       << "hq" << qint64(30000) << "";
    QTest::newRow("pinyin with spaces") << "huang qi 30"
                                        << "huang qi" << qint64(30000) << "";
    QTest::newRow("name and dose") << QStringLiteral("党参15g") << QStringLiteral("党参") << qint64(15000) << "";
    QTest::newRow("half a gram") << "yzs 0.5"
                                 << "yzs" << qint64(500) << "";
    QTest::newRow("with preparation") << QStringLiteral("木香 6 后下") << QStringLiteral("木香") << qint64(6000)
                                      << QStringLiteral("后下");
    QTest::newRow("dose only") << "12"
                               << "" << qint64(12000) << "";
    QTest::newRow("name only") << "hq"
                               << "hq" << qint64(-1) << "";
}

void TestHerbSheet::typedHerb_splits()
{
    QFETCH(QString, text);
    const TypedHerb typed = typedHerb(text);
    QTEST(typed.name, "name");
    QTEST(typed.dose ? qint64(typed.dose->milligrams()) : qint64(-1), "milligrams");
    QTEST(typed.preparation, "preparation");
    QVERIFY(!typed.askPreparation);
    QVERIFY(typedHerb(QStringLiteral("*xj")).askPreparation);
}

void TestHerbSheet::herb_byInitialsAndDose_isWrittenAndGoesOn()
{
    type("huangqi 30");
    enter();
    type("dangshen 15");
    enter();
    QCOMPARE(lines().size(), 2);
    QCOMPARE(lines().at(0).name, QStringLiteral("黄芪"));
    QCOMPARE(lines().at(0).dose, Mass::grams(30));
    QCOMPARE(lines().at(1).herb, QStringLiteral("dang-shen"));
    QCOMPARE(m_editor->sheet()->current(), 2);
    QCOMPARE(edit()->text(), QString());
}

void TestHerbSheet::herb_withoutDose_waitsForIt()
{
    type("huangqi");
    enter();
    QVERIFY(lines().isEmpty());
    QCOMPARE(edit()->text(), QStringLiteral("黄芪 "));
    type("20");
    enter();
    QCOMPARE(lines().size(), 1);
    QCOMPARE(lines().first().dose, Mass::grams(20));
    QVERIFY(!lines().first().herb.isEmpty());
}

void TestHerbSheet::herb_unknownName_isKeptAndMarked()
{
    commitWords(QStringLiteral("天外飞仙草"));
    type(" 9");
    enter();
    QCOMPARE(lines().size(), 1);
    QCOMPARE(lines().first().name, QStringLiteral("天外飞仙草"));
    QCOMPARE(lines().first().herb, QString());
    QVERIFY(m_editor->sheet()->cells().first().unknown);
}

void TestHerbSheet::herb_severalPiecesShareTheName_isNotGuessed()
{
    commitWords(QStringLiteral("贝母"));
    type(" 9");
    enter();
    QCOMPARE(lines().size(), 1);
    QCOMPARE(lines().first().name, QStringLiteral("贝母"));
    QCOMPARE(lines().first().herb, QString());
}

void TestHerbSheet::herb_byInputMethod_enterWhileComposingDoesNothing()
{
    QInputMethodEvent composing(QStringLiteral("huang"), {});
    QApplication::sendEvent(edit(), &composing);
    enter();
    QVERIFY(lines().isEmpty());
    QCOMPARE(m_editor->sheet()->current(), 0);
    commitWords(QStringLiteral("黄芪"));
    type("30");
    enter();
    QCOMPARE(lines().size(), 1);
    QCOMPARE(lines().first().herb, QStringLiteral("huang-qi"));
}

void TestHerbSheet::cell_minus_takesTheHerbOut()
{
    for (const char *herb : {"hq 30", "mx 6", "ds 10"}) {
        type(herb);
        enter();
    }
    QCOMPARE(lines().size(), 3);
    type("-mx");
    enter();
    QCOMPARE(lines().size(), 2);
    QCOMPARE(lines().last().name, QStringLiteral("丹参"));
    QCOMPARE(m_editor->sheet()->current(), 2); // ready for the next one
    type("-zzz");
    enter();
    QCOMPARE(lines().size(), 2);
    QCOMPARE(edit()->text(), QStringLiteral("-zzz"));
    QVERIFY(!m_editor->finishTyping()); // nothing is signed over it
    QTest::keyClick(edit(), Qt::Key_Escape);
    commitWords(QStringLiteral("-丹"));
    enter();
    QCOMPARE(lines().size(), 1);
    m_editor->undo();
    QCOMPARE(lines().size(), 2);
}

void TestHerbSheet::cell_herbThatStands_changesItsDose()
{
    for (const char *herb : {"hq 30", "ds 10", "hq 15"}) {
        type(herb);
        enter();
    }
    QCOMPARE(lines().size(), 2);
    QCOMPARE(lines().first().dose, Mass::grams(15));
    QCOMPARE(m_editor->sheet()->current(), 2);
    // Over another herb it is written there: two lines of one herb are said by the check.
    m_editor->sheet()->setCurrent(1);
    type("hq 9");
    enter();
    QCOMPARE(lines().size(), 2);
    QCOMPARE(lines().last().name, lines().first().name);
}

void TestHerbSheet::cell_digitsAlone_changeTheDose()
{
    type("huangqi 30");
    enter();
    QTest::keyClick(edit(), Qt::Key_Left);
    QCOMPARE(m_editor->sheet()->current(), 0);
    type("45");
    enter();
    QCOMPARE(lines().size(), 1);
    QCOMPARE(lines().first().dose, Mass::grams(45));
    QCOMPARE(m_editor->sheet()->current(), 1);
}

void TestHerbSheet::cell_star_setsPreparation()
{
    type("huangqi 30");
    enter();
    QTest::keyClick(edit(), Qt::Key_Left);
    type("*hx");
    enter();
    QCOMPARE(lines().first().preparation, QStringLiteral("后下"));
    QCOMPARE(edit()->text(), QString());
}

void TestHerbSheet::cell_ctrlBackspace_removesAndUndoBringsBack()
{
    for (const char *herb : {"huangqi 30", "ds 15", "dg 10"}) {
        type(herb);
        enter();
    }
    const QList<PrescriptionLine> three = lines();
    QCOMPARE(three.size(), 3);
    QTest::keyClick(edit(), Qt::Key_Home);
    QTest::keyClick(edit(), Qt::Key_Right);
    QTest::keyClick(edit(), Qt::Key_Backspace, Qt::ControlModifier);
    QCOMPARE(lines(), (QList<PrescriptionLine>{three.at(0), three.at(2)}));
    m_editor->undo();
    QCOMPARE(lines(), three);
    m_editor->redo();
    QCOMPARE(lines().size(), 2);
}

void TestHerbSheet::formula_daily_bringsDoses()
{
    insert("mahuangtang");
    QCOMPARE(lines().size(), 4);
    QCOMPARE(m_editor->draft().formula, QStringLiteral("ma-huang-tang"));
    QCOMPARE(m_editor->draft().name, QStringLiteral("麻黄汤"));
    QCOMPARE(lines().first().dose, Mass::grams(9));
    type("huangqi 30");
    enter();
    QCOMPARE(m_editor->draft().name, QStringLiteral("麻黄汤加减"));
    m_editor->undo();
    m_editor->undo();
    QVERIFY(lines().isEmpty());
}

void TestHerbSheet::formula_batch_leavesDosesToTheHand()
{
    const auto &formulas = m_catalog->formulas.formulas();
    const auto batch =
        std::find_if(formulas.begin(), formulas.end(), [](const safety::Formula &one) { return !one.daily; });
    QVERIFY(batch != formulas.end());
    QString pinyin = batch->pinyin;
    insert(pinyin.remove(u' ').toLatin1().constData());
    QCOMPARE(m_editor->draft().formula, batch->id);
    for (const PrescriptionLine &line : lines())
        QCOMPARE(line.dose, Mass());
    QVERIFY(m_editor->findChild<QWidget *>(QStringLiteral("prescriptionStrip"))->isVisible());
    QCOMPARE(m_editor->sheet()->current(), 0);
    type("9");
    enter();
    QCOMPARE(lines().first().dose, Mass::grams(9));
}

void TestHerbSheet::formula_onASheetWithHerbs_isJoined()
{
    insert("guipitang");
    const PrescriptionDraft first = m_editor->draft();
    QCOMPARE(first.name, QStringLiteral("归脾汤"));
    insert("xiaoyaosan");
    const PrescriptionDraft joined = m_editor->draft();
    QCOMPARE(joined.name, QStringLiteral("归脾汤合逍遥散"));
    QSet<QString> herbs;
    const auto *gui = m_catalog->formulas.find(u"gui-pi-tang");
    const auto *xiao = m_catalog->formulas.find(u"xiao-yao-san");
    QVERIFY(gui && xiao);
    for (const PrescriptionLine &line : joined.lines) {
        QVERIFY(!herbs.contains(line.herb));
        herbs.insert(line.herb);
        Mass larger;
        for (const auto *formula : {gui, xiao}) {
            for (const safety::FormulaLine &of : formula->lines) {
                if (of.herb == line.herb && of.dose && formula->daily)
                    larger = std::max(larger, *of.dose);
            }
        }
        QCOMPARE(line.dose, larger);
    }
    QVERIFY(joined.lines.size() > first.lines.size());
    QVERIFY(joined.lines.size() < first.lines.size() + xiao->lines.size());
    QVERIFY(m_editor->findChild<QWidget *>(QStringLiteral("prescriptionStrip"))->isVisible());
    m_editor->sheet()->setCurrent(0);
    type("-dg");
    enter();
    QCOMPARE(m_editor->draft().name, QStringLiteral("归脾汤合逍遥散加减"));
}

void TestHerbSheet::formula_joined_isTakenBackInOneStep()
{
    insert("guipitang");
    auto *packets = m_editor->packetsStepper();
    packets->setFocus();
    QTest::keyClick(packets, Qt::Key_Up);
    const PrescriptionDraft before = m_editor->draft();
    QVERIFY(before.packets != PrescriptionDraft().packets);
    insert("xiaoyaosan");
    QVERIFY(m_editor->draft() != before);
    m_editor->undo();
    QCOMPARE(m_editor->draft(), before);
    m_editor->redo();
    QCOMPARE(m_editor->draft().name, QStringLiteral("归脾汤合逍遥散"));
}

void TestHerbSheet::formula_joined_mayBeTakenAlone()
{
    insert("guipitang");
    const PrescriptionDraft before = m_editor->draft();
    insert("mahuangtang");
    QTest::keyClick(edit(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_editor->draft().name, QStringLiteral("麻黄汤"));
    QCOMPARE(lines().size(), m_catalog->formulas.find(u"ma-huang-tang")->lines.size());
    m_editor->undo();
    QCOMPARE(m_editor->draft(), before);
}

void TestHerbSheet::take_undone_asksForTheNumbersAgain()
{
    type("huangqi 30");
    enter();
    const PrescriptionDraft before = m_editor->draft();
    PrescriptionDraft earlier;
    earlier.name = QStringLiteral("归脾汤");
    earlier.formula = QStringLiteral("gui-pi-tang");
    earlier.packets = 14;
    earlier.packetsPerDay = 2;
    earlier.timesPerDay = 3;
    earlier.lines << PrescriptionLine{QStringLiteral("dang-gui"), QStringLiteral("当归"), Mass::grams(10), {}};
    m_editor->take(earlier, QStringLiteral("take"));
    QVERIFY(m_editor->numbersPassed());
    QCOMPARE(m_editor->draft().packets, 14);
    m_editor->undo();
    QCOMPARE(m_editor->draft(), before);
    QVERIFY(!m_editor->numbersPassed()); // the numbers shown are not those of the formula
    m_editor->redo();
    QVERIFY(m_editor->numbersPassed());
    m_editor->undo();
    QVERIFY(!m_editor->settleNumbers());
    // And what was settled before stays settled.
    QVERIFY(m_editor->numbersPassed());
    m_editor->take(earlier, QStringLiteral("take"));
    m_editor->undo();
    QVERIFY(m_editor->numbersPassed());
}

void TestHerbSheet::finishTyping_lettersWithoutHerb_areNotMadeALine()
{
    type("hq 30");
    QVERIFY(!m_editor->finishTyping());
    QVERIFY(lines().isEmpty());
    m_editor->sheet()->setCurrent(0);
    commitWords(QStringLiteral("黄芪30"));
    QVERIFY(m_editor->finishTyping());
    QCOMPARE(lines().size(), 1);
}

void TestHerbSheet::numbers_days_follow()
{
    type("huangqi 30");
    enter();
    enter(); // on the empty cell: the list is done
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("packets"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("14"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("packetsPerDay"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("2"));
    QCOMPARE(m_editor->draft().packets, 14);
    QCOMPARE(m_editor->draft().packetsPerDay, 2);
    QCOMPARE(m_editor->draft().days(), 7);
    QVERIFY(m_editor->settleNumbers());
}

void TestHerbSheet::last_takenOver_comparesChanges()
{
    Prescription last;
    last.content.lines = {{QStringLiteral("huang-qi"), QStringLiteral("黄芪"), Mass::grams(20), {}, true},
                          {QStringLiteral("dang-shen"), QStringLiteral("党参"), Mass::grams(15), {}, false}};
    last.content.overrides = {{QStringLiteral("x"), QStringLiteral("黄芪"), QStringLiteral("why")}};
    m_editor->setLast({last});
    m_editor->takeLast();
    QCOMPARE(lines().size(), 2);
    QVERIFY(!lines().first().signedAgain);
    QVERIFY(m_editor->draft().overrides.isEmpty());
    QTest::keyClick(edit(), Qt::Key_Home);
    type("30");
    enter();
    QCOMPARE(m_editor->sheet()->cells().first().change, QStringLiteral("20 → 30"));
}

QTEST_MAIN(TestHerbSheet)
#include "tst_herbsheet.moc"
