#include "ui/kit/chipbar.h"
#include "ui/paper/paperpreview.h"
#include "ui/visit/desk.h"

#include <QDir>
#include <QFile>
#include <QLabel>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

class TestPrescription : public QObject
{
    Q_OBJECT

private slots:
    void prescription_byKeys_isSignedAndStored();
    void check_severePair_refusesUntilReasonIsGiven();
    void check_remedy_setsDoseToTheLimit();
    void check_pregnancyUnknown_isAskedAndStored();
    void check_exactAllergy_stops();
    void sign_missingDose_goesToTheLine();
    void scope_unknownName_isNeverCountedAsChecked();
    void keep_byKeys_isStoredAndTakenByItsLetters();
    void keep_again_replacesTheHerbs();
    void foot_pricesSettled_saysThePriceOfWhatIsPriced();
    void print_priceSettled_standsOnThePaper();
    void print_signed_writesThePdf();
    void sign_withoutPrinter_writesNoFileUnasked();
    void preview_signed_showsThePageAndSaves();
    void write_herbThatBeginsALine_showsTheNextCell();

private:
    static void prescribe(Desk &desk, const QList<const char *> &herbs)
    {
        desk.words(QStringLiteral("头痛"));
        desk.key(Qt::Key_F4);
        for (const char *herb : herbs) {
            desk.keys(herb);
            desk.key(Qt::Key_Return);
        }
    }
    /// Signs; the first time the numbers are asked for.
    static void sign(Desk &desk)
    {
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(50);
        if (!desk.page->isSigned())
            desk.key(Qt::Key_Return, Qt::ControlModifier);
    }
    static void answer(Desk &desk, const char *letter)
    {
        auto *chips = desk.find<ChipBar>("pregnancyAnswers");
        QTRY_VERIFY(chips->isVisible());
        desk.key(Qt::Key_F, Qt::AltModifier);
        QVERIFY(chips->hasFocus());
        desk.keys(letter);
        QTRY_VERIFY(!chips->isVisible());
    }
};

void TestPrescription::prescription_byKeys_isSignedAndStored()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30", "ds 15", "dg 10"});
    QTRY_COMPARE(desk.checks()->result().scope.checked, 3);
    desk.key(Qt::Key_Return); // done with herbs
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("packets"));
    desk.keys("14");
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned() || desk.find("prescriptionStrip")->isVisible());
    if (!desk.page->isSigned())
        desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
    const auto stored = desk.stored(desk.saved.last());
    QCOMPARE(stored->revision.status, RevisionStatus::Final);
    QCOMPARE(stored->prescriptions.size(), 1);
    const Prescription &one = stored->prescriptions.first();
    QCOMPARE(one.content.packets, 14);
    QCOMPARE(one.content.lines.size(), 3);
    QCOMPARE(one.content.lines.first().dose, Mass::grams(30));
    QCOMPARE(one.checked, 3);
    QVERIFY(!one.number.isEmpty());
}

void TestPrescription::write_herbThatBeginsALine_showsTheNextCell()
{
    Desk desk;
    desk.open({1000, 420}); // room for two lines of herbs
    desk.page->startVisit(desk.woman.id);
    QTRY_VERIFY(desk.page->patient());
    prescribe(desk, {"huangqi 10", "ds 9", "dg 9", "fl 9", "bz 9", "gancao 3", "mx 6", "yz 3", "dz 9", "sj 9", "rs 6",
                     "fs 9"});
    const HerbSheet *sheet = desk.prescription()->sheet();
    const QWidget *view = sheet->parentWidget()->parentWidget();
    QCOMPARE(sheet->current(), int(desk.lines().size()));
    const auto seen = [&] {
        const QRect cell = sheet->cellRect(sheet->current());
        return view->rect().contains(QRect(sheet->mapTo(view, cell.topLeft()), cell.size()));
    };
    QTRY_VERIFY(seen());
}

void TestPrescription::check_severePair_refusesUntilReasonIsGiven()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"gancao 6", "gansui 1"});
    answer(desk, "n");
    QTRY_VERIFY(desk.checks()->openStops() >= 1);
    sign(desk);
    QTRY_VERIFY(desk.find("visitStrip")->isVisible());
    QVERIFY(!desk.page->isSigned());
    for (int round = 0; round < 4 && desk.checks()->openStops() > 0; ++round) {
        const int open = desk.checks()->openStops();
        const auto reason = [&]() -> QPushButton * {
            for (QPushButton *button : desk.checks()->findChildren<QPushButton *>()) {
                if (button->text() == PrescriptionWords::tr("Give a reason") && button->isVisible())
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY(reason()); // the cards are made anew with every answer of the check
        reason()->setFocus();
        desk.key(Qt::Key_Space);
        QTRY_VERIFY(desk.find("usualReasons"));
        QVERIFY(desk.find("usualReasons")->hasFocus());
        desk.keys("1");
        desk.key(Qt::Key_Return);
        QTRY_VERIFY(desk.checks()->openStops() < open);
    }
    QCOMPARE(desk.checks()->openStops(), 0);
    desk.prescription()->sheet()->setFocus();
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
    const auto stored = desk.stored(desk.saved.last());
    QVERIFY(stored->prescriptions.first().severe >= 1);
    QVERIFY(stored->prescriptions.first().content.lines.last().signedAgain);
}

void TestPrescription::check_remedy_setsDoseToTheLimit()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"dahuang 60"});
    answer(desk, "n");
    const safety::Herb *herb = desk.catalog->herbs().find(u"da-huang");
    QVERIFY(herb && herb->doseMax);
    QTRY_VERIFY(!desk.checks()->result().findings.isEmpty());
    desk.key(Qt::Key_F, Qt::AltModifier);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("remedy0"));
    desk.keys("1");
    QCOMPARE(desk.lines().first().dose, *herb->doseMax);
    QTRY_VERIFY(desk.checks()->result().findings.isEmpty());
    desk.prescription()->undo();
    QCOMPARE(desk.lines().first().dose, Mass::grams(60));
}

void TestPrescription::check_pregnancyUnknown_isAskedAndStored()
{
    Desk desk;
    PatientDraft draft;
    draft.name = QStringLiteral("赵一鸣");
    draft.phone = QStringLiteral("13900139001");
    draft.sex = Sex::Female;
    draft.birthDate = QStringLiteral("1996-02-03");
    const auto woman = desk.base.write(desk.base.receptionist(), "patient.register",
                                       [&](store::Transaction &tx) { return patient::register_(tx, draft); });
    QVERIFY(woman.ok());
    desk.woman = *woman;
    desk.begin();
    prescribe(desk, {"niuxi 10"});
    QTRY_VERIFY(desk.checks()->result().scope.pregnancyUnknown);
    answer(desk, "y");
    QTRY_VERIFY(!desk.checks()->result().findings.isEmpty());
    QCOMPARE(desk.checks()->result().findings.first().kind, QStringLiteral("pregnancy"));
    const auto facts =
        desk.read([id = desk.woman.id](const store::Snapshot &view) { return consultation::factsFor(view, id); });
    QCOMPARE(facts->pregnant, std::optional<bool>(true));
}

void TestPrescription::check_exactAllergy_stops()
{
    Desk desk;
    const auto allergy = desk.base.write(desk.base.receptionist(), "patient.allergy", [&](store::Transaction &tx) {
        return patient::recordAllergy(tx, desk.woman.id, {{}, QStringLiteral("黄芪"), {}});
    });
    QVERIFY(allergy.ok());
    desk.begin();
    prescribe(desk, {"huangqi 30"});
    QTRY_VERIFY(!desk.checks()->result().findings.isEmpty());
    QCOMPARE(desk.checks()->result().findings.first().kind, QStringLiteral("allergy"));
    QCOMPARE(desk.checks()->openStops(), 1);
}

void TestPrescription::sign_missingDose_goesToTheLine()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30", "ds"});
    desk.key(Qt::Key_Return); // the herb alone, without a dose
    desk.keys("dg 10");
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.lines().size(), 3);
    QCOMPARE(desk.lines().at(1).dose, Mass());
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.find("visitStrip")->isVisible());
    QCOMPARE(desk.prescription()->sheet()->current(), 1);
    QVERIFY(!desk.page->isSigned());
    desk.keys("15");
    desk.key(Qt::Key_Return);
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
}

void TestPrescription::scope_unknownName_isNeverCountedAsChecked()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30"});
    desk.words(QStringLiteral("天外飞仙草"));
    desk.keys(" 9");
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.checks()->result().scope.unknown, QStringList{QStringLiteral("天外飞仙草")});
    QCOMPARE(desk.checks()->result().scope.checked, 1);
    QVERIFY(desk.find<QLabel>("checkScope")->text().contains(QStringLiteral("天外飞仙草")));
    QVERIFY(desk.find<QLabel>("checkScope")->isVisible());
}

void TestPrescription::keep_byKeys_isStoredAndTakenByItsLetters()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30", "mx 6"});
    const auto kept = desk.lines();
    desk.key(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(desk.hand());
    QTRY_COMPARE(desk.hand()->objectName(), QStringLiteral("formulaName"));
    desk.words(QStringLiteral("健脾方"));
    desk.key(Qt::Key_Return);
    const auto all = [&] { return desk.read([](const store::Snapshot &view) { return ownformula::all(view); }); };
    QTRY_COMPARE(all()->size(), 1);
    QCOMPARE(all()->first().content.code, QStringLiteral("jpf"));
    QCOMPARE(all()->first().content.lines, kept);
    QTRY_COMPARE(desk.prescription()->ownFormulas().size(), 1);
    QTRY_VERIFY(!desk.find("formulaDialog"));
    desk.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    desk.prescription()->sheet()->setFocus();
    QTRY_VERIFY(desk.hand());
    for (int i = 0; i < 2; ++i)
        desk.prescription()->undo();
    QVERIFY(desk.lines().isEmpty());
    desk.key(Qt::Key_F4);
    desk.keys("jpf");
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.lines(), kept);
    QCOMPARE(desk.prescription()->draft().name, QStringLiteral("健脾方"));
    desk.keys("ds 9");
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.prescription()->draft().name, QStringLiteral("健脾方加减"));
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
    QCOMPARE(desk.stored(desk.saved.last())->prescriptions.first().content.name, QStringLiteral("健脾方加减"));
}

void TestPrescription::keep_again_replacesTheHerbs()
{
    Desk desk;
    const auto made = desk.base.write(desk.base.practitioner(), "formula.save", [](store::Transaction &tx) {
        ownformula::Draft draft;
        draft.name = QStringLiteral("健脾方");
        draft.lines << PrescriptionLine{{}, QStringLiteral("党参"), Mass::grams(9), {}};
        return ownformula::save(tx, draft);
    });
    QVERIFY(made.ok());
    desk.begin();
    prescribe(desk, {"huangqi 30"});
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
    desk.key(Qt::Key_F4);
    desk.key(Qt::Key_G, Qt::ControlModifier); // of a signed sheet too
    QTRY_VERIFY(desk.hand());
    QTRY_COMPARE(desk.hand()->objectName(), QStringLiteral("formulaName"));
    desk.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("formulaChoice"));
    desk.key(Qt::Key_Down);
    desk.key(Qt::Key_Tab);
    desk.key(Qt::Key_Return);
    const auto all = [&] { return desk.read([](const store::Snapshot &view) { return ownformula::all(view); }); };
    QTRY_COMPARE(all()->first().content.lines.first().name, QStringLiteral("黄芪"));
    QCOMPARE(all()->size(), 1);
    QCOMPARE(all()->first().content.name, QStringLiteral("健脾方"));
}

void TestPrescription::foot_pricesSettled_saysThePriceOfWhatIsPriced()
{
    Desk desk;
    const auto settled = desk.base.write(desk.base.owner(), "price.settle", [](store::Transaction &tx) {
        return prices::settle(tx, {{QStringLiteral("黄芪"), 120}, {QStringLiteral("党参"), 200}});
    });
    QVERIFY(settled.ok());
    desk.begin();
    prescribe(desk, {"huangqi 30", "dangshen 15"});
    const auto foot = [&] { return desk.find<QLabel>("totals")->text(); };
    QVERIFY2(foot().contains(QStringLiteral("¥6.60")), qPrintable(foot())); // 3.60 + 3.00
    QVERIFY2(foot().contains(QStringLiteral("¥46.20")), qPrintable(foot()));
    desk.words(QStringLiteral("天外飞仙草"));
    desk.keys(" 9");
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.lines().size(), 3);
    QVERIFY2(foot().contains(PrescriptionEditor::tr("; %1 of %2 priced: these ¥%3 a packet, ¥%4 in all")
                                 .arg(2)
                                 .arg(3)
                                 .arg(QStringLiteral("6.60"), QStringLiteral("46.20"))),
             qPrintable(foot()));
}

void TestPrescription::print_priceSettled_standsOnThePaper()
{
    Desk desk;
    const auto settled = desk.base.write(desk.base.owner(), "price.settle", [](store::Transaction &tx) {
        return prices::settle(tx, {{QStringLiteral("黄芪"), 120}});
    });
    QVERIFY(settled.ok());
    desk.begin();
    prescribe(desk, {"huangqi 30"});
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
    const auto id = desk.stored(desk.saved.last())->prescriptions.first().id;
    const auto paper = desk.read([id](const store::Snapshot &view) { return consultation::paper(view, id); });
    const auto list = desk.read([](const store::Snapshot &view) { return prices::all(view); });
    QVERIFY(paper.ok() && list.ok());
    const safety::HerbCatalog &herbs = desk.catalog->herbs();
    QVERIFY(!consultation::priced(*paper, *list, herbs).price); // the clinic has not settled to print it
    prices::List printed = *list;
    printed.onPaper = true;
    QCOMPARE(consultation::priced(*paper, printed, herbs).price, std::optional(Money::fen(360 * 7)));
    consultation::Paper more = *paper;
    more.prescription.content.lines << PrescriptionLine{{}, QStringLiteral("党参"), Mass::grams(9), {}};
    QVERIFY(!consultation::priced(more, printed, herbs).price); // of a part no sum is printed
}

void TestPrescription::print_signed_writesThePdf()
{
    QTemporaryDir folder;
    Desk desk;
    desk.begin();
    desk.page->printer()->setFolder(folder.path());
    desk.page->printer()->setAlwaysPdf(true);
    QSignalSpy printed(desk.page->printer(), &PaperPrinter::printed);
    prescribe(desk, {"huangqi 30", "ds 15"});
    desk.key(Qt::Key_F9);
    QTRY_VERIFY(desk.find("visitStrip")->isVisible());
    QVERIFY(printed.isEmpty());
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
    QTRY_COMPARE(printed.size(), 1); // one key signs and prints
    desk.key(Qt::Key_F9);
    QTRY_COMPARE(printed.size(), 2);
    QFile pdf(printed.first().at(1).toString());
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF"));
}

void TestPrescription::sign_withoutPrinter_writesNoFileUnasked()
{
    QTemporaryDir folder;
    Desk desk;
    desk.begin();
    desk.page->printer()->setFolder(folder.path());
    QSignalSpy printed(desk.page->printer(), &PaperPrinter::printed);
    prescribe(desk, {"huangqi 30", "ds 15"});
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
    QTest::qWait(300);
    QVERIFY(printed.isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestPrescription::preview_signed_showsThePageAndSaves()
{
    QTemporaryDir folder;
    Desk desk;
    desk.begin();
    QSignalSpy printed(desk.page->printer(), &PaperPrinter::printed);
    prescribe(desk, {"huangqi 30", "ds 15"});
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
    desk.key(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->findChild<PaperPreview *>());
    auto *preview = desk.page->findChild<PaperPreview *>();
    QVERIFY(preview->isVisible());
    emit preview->saveWanted(folder.filePath(QStringLiteral("saved.pdf")));
    preview->accept();
    QTRY_COMPARE(printed.size(), 1);
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("saved.pdf"))));
}

QTEST_MAIN(TestPrescription)
#include "tst_prescription.moc"
