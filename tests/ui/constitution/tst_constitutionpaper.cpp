#include "clinic/catalog/constitutions.h"
#include "ui/constitution/constitutionpaper.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;
using namespace xinglin::ui;
using constitution::Form;

namespace {

ConstitutionAssessment assessed(const constitution::Answers &answers, QDate day, Form form = Form::Standard)
{
    ConstitutionAssessment assessment;
    const constitution::Definition &definition = constitution::shipped();
    assessment.form = definition.of(form).id();
    assessment.day = day;
    assessment.recorder = QStringLiteral("沈明堂");
    const auto scores = constitution::score(definition, form, constitution::Sex::Female, answers);
    if (!scores)
        qFatal("%s", qPrintable(scores.error().message));
    assessment.scores = *scores;
    return assessment;
}

constitution::Answers all(int answer, Form form = Form::Standard)
{
    constitution::Answers answers;
    for (const constitution::Item &item : constitution::shipped().of(form).itemsFor(constitution::Sex::Female))
        answers.insert(item.id, answer);
    return answers;
}

assessment::Paper paperOf(const ConstitutionAssessment &assessment)
{
    assessment::Paper paper;
    paper.clinic.name = QStringLiteral("杏林堂中医诊所");
    paper.patient.name = QStringLiteral("陈淑芬");
    paper.patient.number = QStringLiteral("A0012846");
    paper.patient.sex = xinglin::Sex::Female;
    paper.age = Age{46, 556, true};
    paper.assessment = assessment;
    return paper;
}

QString textOf(const assessment::Paper &paper, QLocale::Language language)
{
    QTemporaryDir folder;
    DiskFiles files;
    const QString path = folder.filePath(QStringLiteral("paper.pdf"));
    if (!writePdf(files, path, sheetsOf(paper, QLocale(language))))
        return {};
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
    return process.waitForFinished() ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

/// Without white space: lines are broken by the width of the paper.
QString pressed(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("\\s")));
}

} // namespace

class TestConstitutionPaper : public QObject
{
    Q_OBJECT

private slots:
    void pdf_chinese_holdsEverything();
    void pdf_english_holdsEverything();
    void pdf_before_standsBeside();
    void pdf_manyTypes_goOnToFurtherPages();
    void pdf_nothingFound_advisesInGeneral();
    void pdf_elderlyForm_saysItsOwnRule();
    void page_isBlackOnWhite();
    void page_isA4();
};

void TestConstitutionPaper::pdf_chinese_holdsEverything()
{
    constitution::Answers answers = all(1);
    for (const auto &part : constitution::shipped().standard.subscale(QStringLiteral("qixu"))->parts)
        answers[part.item] = 4;
    const QString text = textOf(paperOf(assessed(answers, QDate(2026, 3, 12))), QLocale::Chinese);
    for (const char *part : {"杏林堂中医诊所",
                             "中医体质辨识报告",
                             "陈淑芬",
                             "女",
                             "46 岁",
                             "A0012846",
                             "2026 年 3 月 12 日",
                             "医护询问",
                             "气虚质",
                             "75.0",
                             "平和",
                             "阳虚",
                             "阴虚",
                             "痰湿",
                             "湿热",
                             "血瘀",
                             "气郁",
                             "特禀",
                             "饮食",
                             "运动",
                             "情志",
                             "时令",
                             "沈明堂",
                             "ZYYXH/T 157-2009",
                             "不作诊断",
                             "第 1 页，共 1 页"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    const constitution::Type *type = constitution::shipped().type(QStringLiteral("qixu"));
    for (const QString &words : {type->features.zh, type->advice.diet.zh, type->advice.exercise.zh,
                                 type->advice.emotion.zh, type->advice.season.zh})
        QVERIFY2(pressed(text).contains(pressed(words)), qPrintable(words));
}

void TestConstitutionPaper::pdf_english_holdsEverything()
{
    constitution::Answers answers = all(1);
    for (const auto &part : constitution::shipped().standard.subscale(QStringLiteral("tanshi"))->parts)
        answers[part.item] = 3;
    const QString text = textOf(paperOf(assessed(answers, QDate(2026, 3, 12))), QLocale::English);
    for (const char *part :
         {"Report on constitution", "female", "46 years", "12 March 2026", "asked by staff", "Phlegm-dampness",
          "Special", "50.0", "Diet", "Exercise", "Mood", "Season", "no diagnosis", "page 1 of 1"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    const constitution::Type *type = constitution::shipped().type(QStringLiteral("tanshi"));
    QVERIFY(pressed(text).contains(pressed(type->advice.diet.en)));
}

void TestConstitutionPaper::pdf_before_standsBeside()
{
    assessment::Paper paper = paperOf(assessed(all(3), QDate(2026, 3, 12)));
    QVERIFY(!textOf(paper, QLocale::Chinese).contains(QStringLiteral("上次")));
    paper.before = assessed(all(4), QDate(2025, 11, 20));
    const QString text = textOf(paper, QLocale::Chinese);
    for (const char *part : {"上次", "50.0", "75.0", "2025 年 11 月 20 日"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), part);
}

void TestConstitutionPaper::pdf_manyTypes_goOnToFurtherPages()
{
    const assessment::Paper paper = paperOf(assessed(all(5), QDate(2026, 3, 12)));
    for (const QLocale::Language language : {QLocale::Chinese, QLocale::English}) {
        const ConstitutionPaper pages(paper, QLocale(language));
        QVERIFY(pages.pages() >= 2);
        const QString text = pressed(textOf(paper, language));
        const bool chinese = language == QLocale::Chinese;
        for (const constitution::Type &type : constitution::shipped().types) {
            if (!type.biased)
                continue;
            for (const constitution::Words &words :
                 {type.features, type.advice.diet, type.advice.exercise, type.advice.emotion, type.advice.season}) {
                // A text may run over to the next page; its beginning and its end are there.
                const QString whole = pressed(words.in(chinese));
                QVERIFY2(text.contains(whole.left(8)) && text.contains(whole.right(8)), qPrintable(whole));
            }
        }
        QCOMPARE(text.count(QStringLiteral("陈淑芬")), pages.pages());
    }
}

void TestConstitutionPaper::pdf_nothingFound_advisesInGeneral()
{
    constitution::Answers answers = all(1);
    for (const char *item : {"ccmq_energy", "ccmq_adapts"})
        answers[QLatin1String(item)] = 1; // not balanced, and nothing else
    for (const char *item :
         {"ccmq_fatigue", "ccmq_weak_voice", "ccmq_low_mood", "ccmq_cold_intolerance", "ccmq_forgetful"})
        answers[QLatin1String(item)] = 2;
    answers[QStringLiteral("ccmq_insomnia")] = 5;
    const auto assessment = assessed(answers, QDate(2026, 3, 12));
    for (const constitution::Score &score : assessment.scores)
        QCOMPARE(score.decision, constitution::Decision::No);
    const QString text = textOf(paperOf(assessment), QLocale::Chinese);
    QVERIFY(text.contains(QStringLiteral("未见明显偏颇")));
    QVERIFY(text.contains(QStringLiteral("一般建议")));
    QVERIFY(pressed(text).contains(pressed(constitution::shipped().type(QStringLiteral("pinghe"))->advice.diet.zh)));
}

void TestConstitutionPaper::pdf_elderlyForm_saysItsOwnRule()
{
    const QString text =
        textOf(paperOf(assessed(all(3, Form::Elderly), QDate(2026, 3, 12), Form::Elderly)), QLocale::Chinese);
    QVERIFY(text.contains(QStringLiteral("11 分及以上为是")));
    QVERIFY(!text.contains(QStringLiteral("157-2009")));
    QVERIFY(text.contains(QStringLiteral("12")));
}

void TestConstitutionPaper::page_isBlackOnWhite()
{
    assessment::Paper paper = paperOf(assessed(all(3), QDate(2026, 3, 12)));
    paper.before = assessed(all(4), QDate(2025, 11, 20));
    const QImage image = previewOf(sheetsOf(paper, QLocale(QLocale::Chinese)), 0, 4);
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

void TestConstitutionPaper::page_isA4()
{
    const Sheets sheets = sheetsOf(paperOf(assessed(all(3), QDate(2026, 3, 12))), QLocale(QLocale::English));
    QCOMPARE(sheets.millimetres(), QSizeF(210, 297));
    QCOMPARE(sheets.fileName, QStringLiteral("A0012846-20260312.pdf"));
}

QTEST_MAIN(TestConstitutionPaper)
#include "tst_constitutionpaper.moc"
