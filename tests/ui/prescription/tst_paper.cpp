#include "ui/paper/papertext.h"
#include "ui/prescription/prescriptionpaper.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;
using namespace xinglin::ui;

namespace {

const QStringList names =
    QStringLiteral("黄芪 党参 炒白术 当归 茯神 制远志 炒酸枣仁 龙眼肉 木香 炙甘草 首乌藤 煅龙骨 五味子 "
                   "大枣 白芍 川芎 熟地黄 丹参 柴胡 黄芩")
        .split(u' ');

consultation::Paper paperOf(int herbs)
{
    consultation::Paper paper;
    paper.clinic.name = QStringLiteral("杏林堂中医诊所");
    paper.patient.name = QStringLiteral("陈淑芬");
    paper.patient.number = QStringLiteral("A0012846");
    paper.patient.sex = Sex::Female;
    paper.age = Age{46, 556, true};
    paper.allergies = {QStringLiteral("海鲜"), QStringLiteral("青霉素")};
    paper.revision.day = QDate(2026, 3, 12);
    paper.revision.practitioner = QStringLiteral("沈明堂");
    paper.revision.note.advice = QStringLiteral("睡前一小时离屏。");
    paper.revision.note.diagnoses = {{DiagnosisKind::Disease, {}, {}, QStringLiteral("不寐病")},
                                     {DiagnosisKind::Pattern, {}, {}, QStringLiteral("心脾两虚证")},
                                     {DiagnosisKind::Method, {}, {}, QStringLiteral("补益心脾")}};
    paper.prescription.number = QStringLiteral("20260312-A013");
    paper.prescription.content.name = QStringLiteral("归脾汤加减");
    paper.prescription.content.instructions = QStringLiteral("水煎 400 毫升，早晚饭后温服。");
    for (int i = 0; i < herbs; ++i) {
        PrescriptionLine line;
        line.herb = QStringLiteral("x");
        line.name = names.at(i % names.size()) + (i < names.size() ? QString() : QStringLiteral("甲"));
        line.dose = Mass::milligrams(1000 + i * 500);
        paper.prescription.content.lines << line;
    }
    paper.prescription.checked = herbs;
    paper.prescription.checkRules = QStringLiteral("1");
    return paper;
}

QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput())
                                                                : QString();
}

} // namespace

class TestPaper : public QObject
{
    Q_OBJECT

private slots:
    void pdf_anyNumberOfHerbs_holdsThemAll_data();
    void pdf_anyNumberOfHerbs_holdsThemAll();
    void pdf_withPrice_saysIt();
    void pdf_chinese_holdsTheLegalParts();
    void pdf_english_saysThePartsInEnglish();
    void pdf_fonts_areEmbedded();
    void pdf_overriddenHerb_isSignedAgain();
    void pdf_checkedAndCountersigned_namesEachInTheirPlace();
    void wrapped_longText_losesNothing();
    void page_isBlackOnWhite();

private:
    QString write(const consultation::Paper &paper, QLocale::Language language)
    {
        DiskFiles files;
        const QString path = m_folder.filePath(QStringLiteral("paper.pdf"));
        return writePdf(files, path, sheetsOf(paper, QLocale(language))).ok() ? path : QString();
    }
    static QString textOf(const QString &pdf)
    {
        return run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
    }
    QTemporaryDir m_folder;
};

void TestPaper::pdf_anyNumberOfHerbs_holdsThemAll_data()
{
    QTest::addColumn<int>("herbs");
    QTest::addColumn<int>("pages");
    for (const auto &[herbs, pages] :
         {std::pair(1, 1), {2, 1}, {14, 1}, {15, 1}, {20, 1}, {24, 1}, {30, 2}, {33, 2}, {36, 2}, {40, 2}})
        QTest::addRow("%d", herbs) << herbs << pages;
}

void TestPaper::pdf_anyNumberOfHerbs_holdsThemAll()
{
    QFETCH(int, herbs);
    QFETCH(int, pages);
    const consultation::Paper paper = paperOf(herbs);
    QCOMPARE(PrescriptionPaper(paper, QLocale(QLocale::Chinese)).pages(), pages);
    const QString text = textOf(write(paper, QLocale::Chinese));
    qsizetype from = text.indexOf(QStringLiteral("Rp."));
    QVERIFY(from > 0);
    for (const PrescriptionLine &line : paper.prescription.content.lines) {
        QVERIFY2(text.contains(line.name), qPrintable(line.name));
        QVERIFY2(text.contains(line.dose.gramText()), qPrintable(line.dose.gramText()));
    }
    QCOMPARE(text.count(QStringLiteral("以下空白")), 1);
    QCOMPARE(text.count(QStringLiteral("沈明堂")), pages);
    QCOMPARE(text.count(QStringLiteral("陈淑芬")), pages);
    QVERIFY(text.contains(QStringLiteral("共 %1 页").arg(pages)));
    QVERIFY(text.contains(QStringLiteral("睡前一小时离屏")));
}

void TestPaper::pdf_withPrice_saysIt()
{
    consultation::Paper paper = paperOf(14);
    QVERIFY(!textOf(write(paper, QLocale::Chinese)).contains(QStringLiteral("¥")));
    paper.price = Money::fen(12605);
    QVERIFY(textOf(write(paper, QLocale::Chinese)).contains(QStringLiteral("¥126.05")));
}

void TestPaper::pdf_chinese_holdsTheLegalParts()
{
    const QString text = textOf(write(paperOf(14), QLocale::Chinese));
    for (const char *part : {"杏林堂中医诊所",
                             "处 方 笺",
                             "普通",
                             "20260312-A013",
                             "2026 年 3 月 12 日",
                             "陈淑芬",
                             "女",
                             "46 岁",
                             "A0012846",
                             "自费",
                             "科别",
                             "不寐病",
                             "心脾两虚证",
                             "海鲜",
                             "青霉素",
                             "Rp.",
                             "归脾汤加减",
                             "共 14 味",
                             "医师",
                             "审核",
                             "调配",
                             "核对",
                             "发药",
                             "14 味已核 14 味"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    QVERIFY(!text.contains(QStringLiteral("补益心脾")));
}

void TestPaper::pdf_english_saysThePartsInEnglish()
{
    const QString text = textOf(write(paperOf(3), QLocale::English));
    for (const char *part : {"Prescription", "Diagnosis", "Allergies", "female", "46 years", "12 March 2026", "3 herbs",
                             "Physician", "nothing below", "page 1 of 1", "3 of 3 herbs checked"})
        QVERIFY2(text.contains(QString::fromLatin1(part)), part);
    QVERIFY(text.contains(QStringLiteral("黄芪")));
}

void TestPaper::pdf_fonts_areEmbedded()
{
    const QStringList lines =
        run(QStringLiteral("pdffonts"), {write(paperOf(14), QLocale::Chinese)}).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() >= 4);
    for (const QString &line : lines.mid(2)) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        // emb, sub and uni stand before object and generation
        QCOMPARE(words.at(words.size() - 5), QStringLiteral("yes"));
        QCOMPARE(words.at(words.size() - 3), QStringLiteral("yes"));
    }
}

void TestPaper::pdf_overriddenHerb_isSignedAgain()
{
    consultation::Paper paper = paperOf(4);
    paper.prescription.content.lines[2].signedAgain = true;
    paper.prescription.content.lines[2].preparation = QStringLiteral("先煎");
    const QString text = textOf(write(paper, QLocale::Chinese));
    QCOMPARE(text.count(QStringLiteral("双签")), 1);
    QCOMPARE(text.count(QStringLiteral("沈明堂")), 2);
    QVERIFY(text.contains(QStringLiteral("先煎")));
}

void TestPaper::pdf_checkedAndCountersigned_namesEachInTheirPlace()
{
    consultation::Paper paper = paperOf(4);
    paper.seconds.checker = QStringLiteral("林若水");
    const QString checked = textOf(write(paper, QLocale::Chinese));
    QVERIFY2(checked.contains(QRegularExpression(QStringLiteral("审核\\s*林若水"))), qPrintable(checked));
    QVERIFY(!checked.contains(QStringLiteral("会签")));
    paper.seconds = {{}, QStringLiteral("程又新")};
    const QString both = textOf(write(paper, QLocale::Chinese));
    QVERIFY2(both.contains(QRegularExpression(QStringLiteral("会签\\s*程又新"))), qPrintable(both));
    QVERIFY(!both.contains(QRegularExpression(QStringLiteral("审核\\s*程又新"))));
}

void TestPaper::wrapped_longText_losesNothing()
{
    const QString text = QStringLiteral("服药期间忌浓茶、生冷 and cold drinks；一周后复诊。").repeated(20);
    const QStringList lines = PaperText::wrapped(text, PaperText::Face::Hei, 10.5, 60);
    QVERIFY(lines.size() > 5);
    QString joined = lines.join(QString());
    QString wanted = text;
    QCOMPARE(joined.remove(u' '), wanted.remove(u' '));
    for (const QString &line : lines)
        QVERIFY(PaperText::widthOf(line, PaperText::Face::Hei, 10.5) <= 60.5);
    consultation::Paper paper = paperOf(14);
    paper.revision.note.advice = text.repeated(3);
    QVERIFY(PrescriptionPaper(paper, QLocale(QLocale::Chinese)).pages() > 1);
}

void TestPaper::page_isBlackOnWhite()
{
    const QImage image = previewOf(sheetsOf(paperOf(14), QLocale(QLocale::Chinese)), 0, 4);
    int dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            QVERIFY(qAbs(qRed(pixel) - qGreen(pixel)) < 40 && qAbs(qGreen(pixel) - qBlue(pixel)) < 40);
            dark += qRed(pixel) < 80;
        }
    }
    QVERIFY(dark > 2000);
}

QTEST_MAIN(TestPaper)
#include "tst_paper.moc"
