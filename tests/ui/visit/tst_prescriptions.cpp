#include "support/formulas.h"
#include "ui/kit/findingcard.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/paper/paperpreview.h"
#include "ui/prescription/reasonbox.h"
#include "ui/visit/desk.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

QString textOf(const QString &pdf)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace

/// Several prescriptions at one visit, by keys: a decoction, and a wash beside it.
class TestPrescriptions : public QObject
{
    Q_OBJECT

private slots:
    void one_alone_showsNoRow();
    void add_besideAnEmptyOne_goesThere();
    void wash_besideADecoction_isSignedStoredAndPrinted();
    void preview_ofTwo_showsBoth();
    void turn_keepsWhatWasTypedAndCanBeUndone();
    void turn_toALongOne_showsTheCellUnderTheHand();
    void turn_whileAHerbIsHalfWritten_stays();
    void remove_unwanted_comesBackByUndo();
    void sign_severeInTheOther_leadsThere();
    void sign_missingDoseInTheOther_leadsThere();
    void pair_overTwo_takesOneReasonForBoth();
    void half_writtenReason_isThereAgain();
    void last_ofTwo_takesBothAndGoesBack();
    void amend_oneOfTwo_keepsTheOther();
    void note_saysBoth();

private:
    static void write(const QList<const char *> &herbs)
    {
        for (const char *herb : herbs) {
            Desk::keys(herb);
            Desk::key(Qt::Key_Return);
        }
    }
    static void prescribe(Desk &desk, const QList<const char *> &herbs)
    {
        desk.words(QStringLiteral("湿疹"));
        desk.key(Qt::Key_F4);
        write(herbs);
    }
    static void addAnother(Desk &desk, const QList<const char *> &herbs)
    {
        desk.key(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(desk.hand()->objectName(), QStringLiteral("herbEdit"));
        write(herbs);
    }
    static void useOutside(Desk &desk)
    {
        desk.find("route")->setFocus();
        for (int i = 0; i < 4; ++i)
            desk.key(Qt::Key_Right);
    }
    /// The numbers of each are asked for once.
    static void sign(Desk &desk)
    {
        for (int i = 0; i < 3 && !desk.page->isSigned(); ++i) {
            desk.key(Qt::Key_Return, Qt::ControlModifier);
            QTest::qWait(100);
        }
    }
    /// Begins the first of the usual reasons.
    static void beginReason(Desk &desk)
    {
        QTRY_VERIFY(desk.checks()->findChild<FindingCard *>());
        const auto buttons = desk.checks()->findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
            return button->isVisible() && button->text() == QStringLiteral("Give a reason");
        });
        QVERIFY(found != buttons.end());
        (*found)->click();
        QTRY_VERIFY(desk.find("usualReasons"));
        QVERIFY(desk.find("usualReasons")->hasFocus());
        desk.keys("1");
    }
    static consultation::Draft before(const Desk &desk, const QList<PrescriptionDraft> &prescriptions)
    {
        consultation::Draft draft;
        draft.visit.patient = desk.woman.id;
        draft.visit.note.complaint = QStringLiteral("湿疹两月");
        draft.prescriptions = prescriptions;
        return draft;
    }
    static Result<consultation::Stored> signedBefore(Desk &desk, const QList<PrescriptionDraft> &prescriptions)
    {
        return desk.base.write(desk.base.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            return consultation::sign(tx, *desk.catalog, before(desk, prescriptions));
        });
    }
    static QString row(const Desk &desk) { return desk.find<Segment>("prescriptionPlaces")->spokenValue(); }
};

void TestPrescriptions::one_alone_showsNoRow()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30"});
    QVERIFY(!desk.find("prescriptionRow")->isVisible());
    QVERIFY(desk.find("addPrescriptionBelow")->isVisible());
    desk.key(Qt::Key_F6);
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("herbEdit"));
    QVERIFY(!desk.find("removePrescription")->isVisible());
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
    QVERIFY(!desk.find("addPrescriptionBelow")->isVisible());
    desk.key(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(desk.prescription()->count(), 1);
}

void TestPrescriptions::add_besideAnEmptyOne_goesThere()
{
    Desk desk;
    desk.begin();
    desk.key(Qt::Key_N, Qt::ControlModifier); // from the note, with nothing prescribed yet
    QCOMPARE(desk.hand()->objectName(), QStringLiteral("herbEdit"));
    QCOMPARE(desk.prescription()->count(), 1);
    write({"huangqi 30"});
    desk.key(Qt::Key_N, Qt::ControlModifier);
    desk.key(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(desk.prescription()->count(), 2);
    QCOMPARE(desk.prescription()->shown(), 1);
    QVERIFY(desk.find("prescriptionRow")->isVisible());
    desk.key(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(desk.prescription()->shown(), 0);
    desk.key(Qt::Key_F3); // one that holds nothing is not stored
    QTRY_COMPARE(desk.saved.size(), 1);
    QCOMPARE(desk.stored(desk.saved.last())->prescriptions.size(), 1);
    QVERIFY(!desk.page->hasUnsaved());
}

void TestPrescriptions::wash_besideADecoction_isSignedStoredAndPrinted()
{
    QTemporaryDir folder;
    Desk desk;
    desk.begin();
    desk.page->printer()->setFolder(folder.path());
    desk.page->printer()->setAlwaysPdf(true);
    QSignalSpy printed(desk.page->printer(), &PaperPrinter::printed);
    prescribe(desk, {"huangqi 30", "ds 15"});
    addAnother(desk, {"kushen 30", "huangbo 20"});
    useOutside(desk);
    QCOMPARE(row(desk), QStringLiteral("2 External"));
    QTRY_COMPARE(desk.checks()->result().scope.checked, 2);
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
    const auto stored = desk.stored(desk.saved.last());
    QCOMPARE(stored->prescriptions.size(), 2);
    QCOMPARE(stored->prescriptions[0].content.route, Route::Decoction);
    QCOMPARE(stored->prescriptions[1].content.route, Route::External);
    QCOMPARE(stored->prescriptions[1].content.lines.first().name, QStringLiteral("苦参"));
    QVERIFY(stored->prescriptions[0].number != stored->prescriptions[1].number);
    // Each on a paper of its own with its own number.
    QTRY_COMPARE(printed.size(), 2);
    for (int i = 0; i < 2; ++i) {
        const QString text = textOf(printed.at(i).at(1).toString());
        const Prescription &one = stored->prescriptions.at(i);
        QVERIFY2(text.contains(one.number), qPrintable(text));
        QVERIFY2(text.contains(one.content.lines.first().name), qPrintable(text));
        QVERIFY2(!text.contains(stored->prescriptions.at(1 - i).content.lines.first().name), qPrintable(text));
    }
    QVERIFY(desk.page->context().contains(stored->prescriptions[desk.prescription()->shown()].number));
    desk.key(Qt::Key_F9);
    QTRY_COMPARE(printed.size(), 4);
}

void TestPrescriptions::preview_ofTwo_showsBoth()
{
    QTemporaryDir folder;
    Desk desk;
    const auto stored = signedBefore(desk, {formulaOf(QStringLiteral("黄芪 15 党参 10")),
                                            formulaOf(QStringLiteral("苦参 30 黄柏 20"), Route::External)});
    QVERIFY(stored.ok());
    desk.open();
    desk.page->printer()->setFolder(folder.path());
    desk.page->printer()->setAlwaysPdf(true);
    QSignalSpy printed(desk.page->printer(), &PaperPrinter::printed);
    desk.page->openVisit(stored->revision.visit);
    QTRY_VERIFY(desk.page->isSigned());
    desk.page->setFocus();
    desk.key(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->findChild<PaperPreview *>());
    auto *preview = desk.page->findChild<PaperPreview *>();
    emit preview->saveWanted(folder.filePath(QStringLiteral("saved.pdf")));
    QTRY_COMPARE(printed.size(), 1);
    const QString text = textOf(folder.filePath(QStringLiteral("saved.pdf")));
    for (const Prescription &one : stored->prescriptions)
        QVERIFY2(text.contains(one.number) && text.contains(one.content.lines.first().name), qPrintable(text));
    emit preview->printWanted();
    preview->accept();
    QTRY_COMPARE(printed.size(), 3); // each by itself
    QVERIFY(printed.at(1).at(1).toString().contains(stored->prescriptions[0].number));
    QVERIFY(printed.at(2).at(1).toString().contains(stored->prescriptions[1].number));
}

void TestPrescriptions::turn_keepsWhatWasTypedAndCanBeUndone()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30", "ds 15"});
    addAnother(desk, {"kushen 30"});
    desk.find<QLineEdit>("instructions")->setFocus();
    desk.keys("warm");
    desk.key(Qt::Key_F6);
    QCOMPARE(desk.lines().size(), 2);
    QCOMPARE(desk.find<QLineEdit>("instructions")->text(), QString());
    desk.key(Qt::Key_Z, Qt::ControlModifier); // the newest step of this one, not of the other
    QCOMPARE(desk.lines().size(), 1);
    desk.key(Qt::Key_F6);
    QCOMPARE(desk.lines().size(), 1);
    QCOMPARE(desk.lines().first().name, QStringLiteral("苦参"));
    QCOMPARE(desk.find<QLineEdit>("instructions")->text(), QStringLiteral("warm"));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.prescription()->draft().instructions, QString());
    QCOMPARE(desk.lines().size(), 1);
    desk.key(Qt::Key_F6);
    desk.key(Qt::Key_Y, Qt::ControlModifier);
    if (desk.lines().size() == 1) // where redo is Ctrl+Shift+Z
        desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.lines().size(), 2);
}

void TestPrescriptions::turn_toALongOne_showsTheCellUnderTheHand()
{
    Desk desk;
    desk.begin();
    prescribe(desk,
              {"huangqi 30", "ds 15", "dg 10", "bs 10", "fl 10", "gancao 6", "chenpi 6", "muxiang 6", "dazao 10",
               "shengjiang 6", "yuanzhi 6", "suanzaoren 15", "wuweizi 6", "maidong 10", "baihe 10", "shanyao 15"});
    addAnother(desk, {"kushen 30", "huangbo 20", "shengma 10"});
    desk.page->resize(1186, 560);
    QTest::qWait(50);
    for (int i = 0; i < 2; ++i) {
        desk.key(Qt::Key_F6);
        QTest::qWait(50);
        auto *edit = desk.find("herbEdit");
        QCOMPARE(desk.hand(), edit);
        QCOMPARE(desk.prescription()->sheet()->current(), int(desk.lines().size()));
        QTRY_VERIFY(edit->visibleRegion().boundingRect().height() >= edit->height());
    }
}

void TestPrescriptions::turn_whileAHerbIsHalfWritten_stays()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30"});
    addAnother(desk, {"kushen 30"});
    desk.keys("qqqq");
    desk.key(Qt::Key_F6);
    QCOMPARE(desk.prescription()->shown(), 1);
    QVERIFY(desk.find("prescriptionStrip")->isVisible());
    QCOMPARE(desk.find<QLineEdit>("herbEdit")->text(), QStringLiteral("qqqq"));
}

void TestPrescriptions::remove_unwanted_comesBackByUndo()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30", "ds 15"});
    addAnother(desk, {"kushen 30"});
    desk.key(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.prescription()->count(), 1);
    QVERIFY(!desk.find("prescriptionRow")->isVisible());
    QCOMPARE(desk.lines().size(), 2);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.prescription()->count(), 2);
    QCOMPARE(desk.prescription()->shown(), 1);
    QCOMPARE(desk.lines().first().name, QStringLiteral("苦参"));
    // Also later, as the strip offers; what was written since stays.
    desk.key(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    write({"dg 10"});
    desk.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.prescription()->count(), 2);
    QCOMPARE(desk.prescription()->drafts().first().lines.size(), 3);
    QCOMPARE(desk.lines().first().name, QStringLiteral("苦参"));
}

void TestPrescriptions::sign_severeInTheOther_leadsThere()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30"});
    addAnother(desk, {"fuzi 6", "fabanxia 6"});
    QTRY_COMPARE(desk.checks()->openStops(), 1);
    desk.key(Qt::Key_F6);
    QCOMPARE(desk.prescription()->shown(), 0);
    QTRY_COMPARE(desk.checks()->openStops(), 0);
    // It is said here too, in words and in the row.
    QTRY_VERIFY(desk.find("checkElsewhere")->isVisible());
    QVERIFY2(desk.find<Label>("checkElsewhere")->text().contains(QStringLiteral("Prescription 2")),
             qPrintable(desk.find<Label>("checkElsewhere")->text()));
    desk.key(Qt::Key_Escape); // from the note as well
    for (int i = 0; i < 3; ++i) {
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(100);
    }
    QVERIFY(!desk.page->isSigned());
    QTRY_COMPARE(desk.prescription()->shown(), 1);
    QVERIFY(desk.prescription()->isVisible());
    QVERIFY(desk.checks()->isAncestorOf(desk.hand()));
    QCOMPARE(desk.checks()->openStops(), 1);
}

void TestPrescriptions::sign_missingDoseInTheOther_leadsThere()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi"});
    addAnother(desk, {"kushen 30"});
    QCOMPARE(desk.lines().size(), 1);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(desk.prescription()->shown(), 0);
    QVERIFY(desk.find("visitStrip")->isVisible());
    QCOMPARE(desk.prescription()->sheet()->current(), 0);
}

void TestPrescriptions::pair_overTwo_takesOneReasonForBoth()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30", "fuzi 6"});
    addAnother(desk, {"fabanxia 6"});
    QTRY_COMPARE(desk.checks()->openStops(), 1);
    QCOMPARE(desk.checks()->result().findings.first().beside, QStringList{QStringLiteral("附子")});
    beginReason(desk);
    desk.key(Qt::Key_Return);
    QTRY_COMPARE(desk.checks()->openStops(), 0);
    QTRY_VERIFY(!desk.find("checkElsewhere")->isVisible());
    sign(desk);
    QTRY_VERIFY(desk.page->isSigned());
    const auto stored = desk.stored(desk.saved.last());
    for (const Prescription &one : stored->prescriptions) {
        QCOMPARE(one.content.overrides.size(), 1);
        QCOMPARE(one.content.overrides.first().reason, PrescriptionWords::commonReasons().first());
        QVERIFY(one.content.lines.last().signedAgain);
    }
}

void TestPrescriptions::half_writtenReason_isThereAgain()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30"});
    addAnother(desk, {"fuzi 6", "fabanxia 6"});
    QTRY_COMPARE(desk.checks()->openStops(), 1);
    beginReason(desk);
    desk.key(Qt::Key_F6);
    QCOMPARE(desk.prescription()->shown(), 0);
    QTRY_VERIFY(!desk.checks()->findChild<ReasonBox *>());
    desk.key(Qt::Key_F6);
    QTRY_VERIFY(desk.checks()->findChild<ReasonBox *>());
    QCOMPARE(desk.checks()->reasonBegun().reason, PrescriptionWords::commonReasons().first());
}

void TestPrescriptions::last_ofTwo_takesBothAndGoesBack()
{
    Desk desk;
    QVERIFY(signedBefore(desk, {formulaOf(QStringLiteral("黄芪 15 党参 10")),
                                formulaOf(QStringLiteral("苦参 30 黄柏 20"), Route::External)})
                .ok());
    desk.begin();
    desk.words(QStringLiteral("湿疹"));
    desk.key(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(desk.prescription()->count(), 2);
    QCOMPARE(desk.prescription()->shown(), 0);
    QCOMPARE(desk.lines().size(), 2);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.prescription()->count(), 1);
    QVERIFY(desk.lines().isEmpty());
    desk.key(Qt::Key_L, Qt::ControlModifier);
    desk.key(Qt::Key_F6);
    QCOMPARE(desk.prescription()->draft().route, Route::External);
    QCOMPARE(desk.find<Label>("comparison")->text(), QStringLiteral("As last time."));
    desk.key(Qt::Key_Return, Qt::ControlModifier); // the numbers came with them
    QTRY_VERIFY(desk.page->isSigned());
    const auto stored = desk.stored(desk.saved.last());
    QCOMPARE(stored->prescriptions.size(), 2);
    QCOMPARE(stored->prescriptions[1].content.route, Route::External);
    QCOMPARE(stored->prescriptions[1].content.lines.size(), 2);
}

void TestPrescriptions::amend_oneOfTwo_keepsTheOther()
{
    Desk desk;
    const auto first = signedBefore(desk, {formulaOf(QStringLiteral("黄芪 15 党参 10")),
                                           formulaOf(QStringLiteral("苦参 30 黄柏 20"), Route::External)});
    QVERIFY(first.ok());
    desk.open();
    desk.page->openVisit(first->revision.visit);
    QTRY_VERIFY(desk.page->isSigned());
    desk.page->setFocus();
    desk.key(Qt::Key_F2);
    QTRY_VERIFY(QApplication::activeModalWidget());
    auto *reason = QApplication::activeModalWidget()->findChild<QLineEdit *>(QStringLiteral("amendReason"));
    QTRY_VERIFY(reason->hasFocus());
    reason->setText(QStringLiteral("外洗改量"));
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_VERIFY(!desk.page->isSigned());
    desk.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.page.get()));
    desk.key(Qt::Key_F4);
    desk.key(Qt::Key_F6);
    QCOMPARE(desk.prescription()->shown(), 1);
    write({"dg 10"});
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
    const auto stored = desk.stored(first->revision.visit);
    QCOMPARE(stored->revision.status, RevisionStatus::Amended);
    QCOMPARE(stored->prescriptions.size(), 2);
    QCOMPARE(stored->prescriptions[0].content, first->prescriptions[0].content);
    QCOMPARE(stored->prescriptions[1].content.lines.size(), 3);
    QCOMPARE(stored->prescriptions[1].content.route, Route::External);
}

void TestPrescriptions::note_saysBoth()
{
    Desk desk;
    desk.begin();
    prescribe(desk, {"huangqi 30", "ds 15"});
    addAnother(desk, {"kushen 30"});
    desk.key(Qt::Key_Escape);
    const auto labels = desk.page->findChildren<Label *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const Label *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("1. 自拟方, 2 herb")) &&
               label->text().contains(QStringLiteral("2. 自拟方, 1 herb"));
    }));
}

QTEST_MAIN(TestPrescriptions)
#include "tst_prescriptions.moc"
