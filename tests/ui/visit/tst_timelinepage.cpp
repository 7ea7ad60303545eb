#include "ui/kit/chip.h"
#include "ui/prescription/timelinepaper.h"
#include "ui/visit/desk.h"
#include "ui/visit/timelinepage.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

PrescriptionDraft formulaOf(const QString &name, const QString &written)
{
    PrescriptionDraft draft;
    draft.name = name;
    const QStringList words = written.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < words.size(); i += 2)
        draft.lines << PrescriptionLine{{}, words.at(i), Mass::grams(words.at(i + 1).toDouble()), {}};
    return draft;
}

} // namespace

class TestTimelinePage : public QObject
{
    Q_OBJECT

private slots:
    void page_byKeys_walksAndTakesAFormula();
    void page_onlyWhatChanged_hidesTheRest();
    void prescribe_intoTheOpenVisit_canBeUndone();
    void paper_twelveVisits_isOnePageWithEverything();
    void paper_moreVisits_keepsTheLatest();

private:
    static void sign(Desk &desk, const PrescriptionDraft &formula, int daysAgo, double psqi)
    {
        consultation::Draft draft;
        draft.visit.patient = desk.woman.id;
        draft.visit.note.complaint = QStringLiteral("失眠");
        Answer score;
        score.item = QStringLiteral("scale.psqi");
        score.number = psqi;
        score.unit = QStringLiteral("{score}");
        draft.visit.note.answers << score;
        draft.visit.day =
            desk.base.read(desk.base.practitioner(), [](const store::Snapshot &view) { return view.today(); })
                .addDays(-daysAgo);
        draft.prescriptions << formula;
        QVERIFY(desk.base.write(desk.base.practitioner(), "consultation.sign",
                                [&](store::Transaction &tx) { return consultation::sign(tx, *desk.catalog, draft); }));
    }
    static TimelinePaper::Content content(int visits, int herbs)
    {
        TimelinePaper::Content content;
        content.patient = QStringLiteral("陈淑芬 女 46 岁 A0000001");
        content.clinic = QStringLiteral("杏林堂");
        content.printedOn = QStringLiteral("2026-03-12");
        content.score = {QStringLiteral("scale.psqi"), QStringLiteral("PSQI"), 7, {}};
        QList<PrescriptionDraft> formulas;
        for (int v = 0; v < visits; ++v) {
            PrescriptionDraft formula;
            formula.name = QStringLiteral("方%1").arg(v + 1);
            for (int h = 0; h < herbs; ++h)
                formula.lines << PrescriptionLine{{},
                                                  QStringLiteral("药%1").arg(h + (h == 0 ? 1000 + v : 0)),
                                                  Mass::grams(5 + h + (h == 1 ? v : 0)),
                                                  {}};
            formulas << formula;
            content.columns << FormulaColumn{QStringLiteral("日%1").arg(v + 1), {}, formula.name, {}, {}, 16.0 - v};
            content.score.values << 16.0 - v;
        }
        content.grid = consultation::compared(formulas);
        return content;
    }
};

void TestTimelinePage::page_byKeys_walksAndTakesAFormula()
{
    Desk desk;
    sign(desk, formulaOf(u"归脾汤加减"_qs, u"黄芪 15 党参 10 白术 10"_qs), 14, 12);
    sign(desk, formulaOf(u"归脾汤加减"_qs, u"黄芪 20 党参 10 木香 6"_qs), 7, 9);
    desk.open();
    const auto who = desk.read([](const store::Snapshot &view) { return whoIs(view); });
    TimelinePage page(*desk.clinic, *who, desk.catalog);
    page.resize(1294, 688);
    std::optional<PrescriptionDraft> taken;
    connect(&page, &TimelinePage::formulaWanted, &page,
            [&](PatientId, const PrescriptionDraft &formula) { taken = formula; });
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.openPatient(desk.woman.id);
    auto *grid = page.findChild<FormulaGrid *>();
    QTRY_COMPARE(grid->rowsShown(), 4);
    QTRY_COMPARE(QApplication::focusWidget(), grid);
    QCOMPARE(grid->column(), 1); // the latest
    QVERIFY2(grid->spokenValue().contains(QStringLiteral("20")), qPrintable(grid->spokenValue()));
    desk.key(Qt::Key_Left);
    QCOMPARE(grid->column(), 0);
    desk.key(Qt::Key_Left);
    QCOMPARE(grid->column(), 0);
    desk.key(Qt::Key_Return);
    QVERIFY(taken);
    QCOMPARE(taken->lines.size(), 3);
    QCOMPARE(taken->lines.first().dose, Mass::grams(15));
    bool left = false;
    connect(&page, &TimelinePage::chartWanted, &page, [&] { left = true; });
    desk.key(Qt::Key_Escape);
    QVERIFY(left);
}

void TestTimelinePage::page_onlyWhatChanged_hidesTheRest()
{
    Desk desk;
    sign(desk, formulaOf({}, u"黄芪 15 党参 10 白术 10"_qs), 14, 12);
    sign(desk, formulaOf({}, u"黄芪 20 党参 10 白术 10"_qs), 7, 9);
    desk.open();
    const auto who = desk.read([](const store::Snapshot &view) { return whoIs(view); });
    TimelinePage page(*desk.clinic, *who, desk.catalog);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.openPatient(desk.woman.id);
    auto *grid = page.findChild<FormulaGrid *>();
    QTRY_COMPARE(grid->rowsShown(), 3);
    desk.key(Qt::Key_V);
    QCOMPARE(grid->rowsShown(), 1);
    desk.key(Qt::Key_V);
    QCOMPARE(grid->rowsShown(), 3);
}

void TestTimelinePage::prescribe_intoTheOpenVisit_canBeUndone()
{
    Desk desk;
    desk.begin();
    desk.words(QStringLiteral("失眠"));
    desk.page->prescribe(desk.woman.id, formulaOf(u"归脾汤"_qs, u"黄芪 15 党参 10"_qs));
    QTRY_COMPARE(desk.lines().size(), 2);
    QVERIFY(desk.saved.isEmpty()); // the same visit goes on
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.lines().size(), 0);
    // Signed: the formula begins the next visit.
    desk.key(Qt::Key_Escape);
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.page->isSigned());
    desk.page->prescribe(desk.woman.id, formulaOf(u"归脾汤"_qs, u"黄芪 15 党参 10"_qs));
    QTRY_COMPARE(desk.lines().size(), 2);
    QVERIFY(!desk.page->isSigned());
    QCOMPARE(desk.page->draft().visit.note.complaint, QString());
}

void TestTimelinePage::paper_twelveVisits_isOnePageWithEverything()
{
    QTemporaryDir folder;
    DiskFiles files;
    const QString path = folder.filePath(QStringLiteral("formulas.pdf"));
    const TimelinePaper paper(content(12, 24));
    QCOMPARE(paper.sheets().pages, 1);
    QVERIFY(writePdf(files, path, paper.sheets()).ok());
    QProcess text;
    text.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    QVERIFY(text.waitForFinished() && text.exitCode() == 0);
    const QString words = QString::fromUtf8(text.readAllStandardOutput());
    for (int v = 1; v <= 12; ++v)
        QVERIFY2(words.contains(QStringLiteral("方%1").arg(v)), qPrintable(words));
    for (int h = 1; h < 24; ++h)
        QVERIFY(words.contains(QStringLiteral("药%1").arg(h)));
    QVERIFY(words.contains(QStringLiteral("陈淑芬")));
    QProcess info;
    info.start(QStringLiteral("pdfinfo"), {path});
    QVERIFY(info.waitForFinished() && info.exitCode() == 0);
    const QString facts = QString::fromUtf8(info.readAllStandardOutput());
    QVERIFY2(facts.contains(QRegularExpression(QStringLiteral("Pages:\\s+1\\n"))), qPrintable(facts));
    QVERIFY2(facts.contains(QStringLiteral("A4")), qPrintable(facts));
    // Nothing is painted over the edge.
    const QImage image = previewOf(paper.sheets(), 0, 4);
    QCOMPARE(image.size(), QSize(1188, 840));
    for (int x = 0; x < image.width(); ++x) {
        QCOMPARE(image.pixel(x, 4), qRgb(255, 255, 255));
        QCOMPARE(image.pixel(x, image.height() - 5), qRgb(255, 255, 255));
    }
}

void TestTimelinePage::paper_moreVisits_keepsTheLatest()
{
    QTemporaryDir folder;
    DiskFiles files;
    const QString path = folder.filePath(QStringLiteral("formulas.pdf"));
    QVERIFY(writePdf(files, path, TimelinePaper(content(14, 3)).sheets()).ok());
    QProcess text;
    text.start(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
    QVERIFY(text.waitForFinished() && text.exitCode() == 0);
    const QString words = QString::fromUtf8(text.readAllStandardOutput());
    QVERIFY(words.contains(QStringLiteral("方14")));
    QVERIFY(!words.contains(QStringLiteral("方2\n")));
    QVERIFY(!words.contains(QStringLiteral("药1000"))); // stood in the first only
}

QTEST_MAIN(TestTimelinePage)
#include "tst_timelinepage.moc"
