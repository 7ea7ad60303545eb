#include "app/desktop/desktop.h"
#include "clinic/treatment/treatments.h"
#include "paperlook.h"
#include "ui/paper/flowpaper.h"
#include "ui/paper/paperkinds.h"
#include "ui/prescription/prescriptionpaper.h"
#include "ui/treatment/treatmentpaper.h"
#include "ui/visit/visitpapers.h"

#include <QApplication>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

const QLocale chinese(QLocale::Chinese, QLocale::China);

std::shared_ptr<const Catalog> catalog()
{
    static const std::shared_ptr<const Catalog> loaded = [] {
        auto read = Catalog::load();
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return *read;
    }();
    return loaded;
}

access::ClinicProfile clinic()
{
    access::ClinicProfile profile;
    profile.name = QStringLiteral("杏林堂中医诊所");
    profile.address = QStringLiteral("杭州市上城区河坊街 18 号");
    profile.phone = QStringLiteral("0571-8700 0000");
    profile.licence = QStringLiteral("备案号 330102-0018");
    return profile;
}

Patient woman()
{
    Patient patient;
    patient.name = QStringLiteral("陈淑芬");
    patient.number = QStringLiteral("A0012846");
    patient.sex = Sex::Female;
    return patient;
}

Prescription prescription(int herbs)
{
    static const QStringList names = QStringLiteral("黄芪 党参 炒白术 当归 茯神 制远志 炒酸枣仁 龙眼肉 木香 炙甘草 "
                                                    "首乌藤 煅龙骨 五味子 大枣 白芍 川芎")
                                         .split(u' ');
    Prescription one;
    one.number = QStringLiteral("20260312-A013");
    one.content.name = QStringLiteral("归脾汤加减");
    one.content.instructions = QStringLiteral("水煎 400 毫升，早晚饭后温服。");
    for (int i = 0; i < herbs; ++i) {
        PrescriptionLine line;
        line.herb = QStringLiteral("x");
        line.name = names.at(i % names.size());
        line.dose = Mass::milligrams(3000 + i * 1500);
        one.content.lines << line;
    }
    one.content.lines[1].preparation = QStringLiteral("先煎");
    one.checked = herbs;
    one.checkRules = QStringLiteral("1");
    return one;
}

VisitRevision revision(int paragraphs = 1)
{
    VisitRevision visit;
    visit.day = QDate(2026, 3, 12);
    visit.practitioner = QStringLiteral("沈明堂");
    visit.practitionerTitle = QStringLiteral("主任医师");
    visit.status = RevisionStatus::Final;
    visit.note.complaint = QStringLiteral("入睡困难四月");
    visit.note.history = QStringLiteral("四月前因工作繁忙渐见入睡困难，多梦易醒，心悸健忘，神疲食少，面色萎黄，"
                                        "月经量少色淡。曾服安神类成药，效果不显。")
                             .repeated(paragraphs);
    visit.note.advice = QStringLiteral("睡前一小时离屏；忌浓茶、咖啡；一周后复诊。");
    visit.note.note = QStringLiteral("内部备注：家属来电");
    visit.note.diagnoses = {{DiagnosisKind::Disease, {}, {}, QStringLiteral("不寐病")},
                            {DiagnosisKind::Pattern, {}, {}, QStringLiteral("心脾两虚证")}};
    return visit;
}

consultation::SummaryPaper summary(int paragraphs, int herbs)
{
    consultation::SummaryPaper paper{clinic(), woman(), Age{46, 556, true}, {QStringLiteral("青霉素")}, {}};
    paper.visit.revision = revision(paragraphs);
    if (herbs > 0)
        paper.visit.prescriptions = {prescription(herbs)};
    Treatment moxa;
    moxa.content.kind = TherapyKind::Moxibustion;
    moxa.content.service = QStringLiteral("svc_moxa_stick");
    moxa.content.name = QStringLiteral("艾条灸");
    moxa.content.sessions = 10;
    moxa.content.minutes = 30;
    paper.visit.treatments = {moxa};
    return paper;
}

certificate::Paper sickNote()
{
    certificate::Paper paper{clinic(), woman(), Age{46, 556, true}, QDate(2026, 3, 12), {}};
    paper.certificate.content.diagnosis = QStringLiteral("不寐病·心脾两虚证");
    paper.certificate.content.from = QDate(2026, 3, 12);
    paper.certificate.content.to = QDate(2026, 3, 14);
    paper.certificate.content.recommendation = QStringLiteral("居家休息，避免熬夜，一周后复诊。");
    paper.certificate.issuer = QStringLiteral("沈明堂");
    return paper;
}

Sheets prescriptionSheets(const QLocale &locale)
{
    consultation::Paper paper;
    paper.clinic = clinic();
    paper.patient = woman();
    paper.age = Age{46, 556, true};
    paper.allergies = {QStringLiteral("海鲜"), QStringLiteral("青霉素")};
    paper.revision = revision();
    paper.prescription = prescription(14);
    return sheetsOf(paper, locale);
}

Sheets treatmentSheets()
{
    treatment::Sheet sheet;
    sheet.clinic = clinic();
    sheet.patient = woman();
    sheet.allergies = {QStringLiteral("青霉素")};
    sheet.diagnosis = QStringLiteral("不寐病·心脾两虚证");
    sheet.day = QDate(2026, 3, 12);
    sheet.practitioner = QStringLiteral("沈明堂");
    treatment::Order needles;
    needles.treatment.content.service = QStringLiteral("svc_body_needle");
    needles.treatment.content.name = QStringLiteral("普通针刺");
    needles.treatment.content.technique = Technique::Even;
    needles.treatment.content.minutes = 25;
    needles.treatment.content.sessions = 10;
    for (const char *id : {"ht7", "st36", "sp6", "pc6"})
        needles.treatment.content.points << treatment::pointOf(*catalog(), needles.treatment.content,
                                                               *catalog()->points.find(QLatin1String(id)));
    sheet.orders << needles;
    return printedSheet(sheet, catalog(), chinese);
}

/// Lines of text and rules, of which one can be moved or left out.
Sheets lines(int moved, double by, int lost)
{
    Sheets sheets;
    sheets.paint = [=](QPainter &painter, int) {
        for (int i = 0; i < 20; ++i) {
            if (i == lost)
                continue;
            const double y = 20 + i * 8 + (i == moved ? by : 0);
            if (i % 2)
                paperLine(painter, y, 0.25);
            else
                PaperText::draw(painter, 10, y, QStringLiteral("第 %1 行 当归 12 g").arg(i), PaperText::Face::Hei,
                                10.5);
        }
    };
    return sheets;
}

} // namespace

/// What papers look like, and that they say all that was written.
class TestPapers : public QObject
{
    Q_OBJECT

private slots:
    void picture_ofEachPaper_isAsItWas_data();
    void picture_ofEachPaper_isAsItWas();
    void picture_movedOrLostLine_isNoticed();
    void text_ofEachPaper_isWhatWasWritten_data() { picture_ofEachPaper_isAsItWas_data(); }
    void text_ofEachPaper_isWhatWasWritten();
    void summary_ofManyPages_holdsEverythingOnce();
    void summary_remarks_stayOffThePaper();
    void sickNote_days_areCounted();
    void sickNote_withoutDiagnosis_namesNone();
};

void TestPapers::picture_ofEachPaper_isAsItWas_data()
{
    QTest::addColumn<int>("paper");
    QTest::addRow("prescription") << 0;
    QTest::addRow("prescription-en") << 1;
    QTest::addRow("treatment-sheet") << 2;
    QTest::addRow("visit-summary") << 3;
    QTest::addRow("visit-summary-long") << 4;
    QTest::addRow("sick-note") << 5;
}

static Sheets paperOf(int number)
{
    switch (number) {
    case 0:
        return prescriptionSheets(chinese);
    case 1:
        return prescriptionSheets(QLocale(QLocale::English));
    case 2:
        return treatmentSheets();
    case 3:
        return summarySheets(summary(1, 14), *catalog(), chinese);
    case 4:
        return summarySheets(summary(8, 16), *catalog(), chinese);
    default:
        return sickNoteSheets(sickNote(), chinese);
    }
}

void TestPapers::picture_ofEachPaper_isAsItWas()
{
    QFETCH(int, paper);
    const Sheets sheets = paperOf(paper);
    const Printed printed(sheets);
    for (int page = 0; page < sheets.pages; ++page) {
        const QString kept = QStringLiteral(XINGLIN_TEST_DATA "/papers/%1-%2.png")
                                 .arg(QLatin1String(QTest::currentDataTag()))
                                 .arg(page + 1);
        const QImage shown = printed.picture(page);
        if (qEnvironmentVariableIsSet("XINGLIN_PICTURES")) // after looking at the new ones
            QVERIFY(shown.convertToFormat(QImage::Format_Grayscale8).save(kept));
        const QImage wanted(kept);
        QVERIFY2(!wanted.isNull(), qPrintable(kept));
        const QString difference = differenceOf(wanted, shown);
        QVERIFY2(difference.isEmpty(), qPrintable(kept + u' ' + difference));
    }
    // No page more than pictures.
    QVERIFY(!QFile::exists(QStringLiteral(XINGLIN_TEST_DATA "/papers/%1-%2.png")
                               .arg(QLatin1String(QTest::currentDataTag()))
                               .arg(sheets.pages + 1)));
}

void TestPapers::picture_movedOrLostLine_isNoticed()
{
    const QImage whole = Printed(lines(-1, 0, -1)).picture(0);
    QVERIFY(!whole.isNull());
    QCOMPARE(differenceOf(whole, Printed(lines(-1, 0, -1)).picture(0)), QString());
    for (int i = 0; i < 20; ++i) {
        QVERIFY2(!differenceOf(whole, Printed(lines(-1, 0, i)).picture(0)).isEmpty(), qPrintable(QString::number(i)));
        QVERIFY2(!differenceOf(whole, Printed(lines(i, 1.0, -1)).picture(0)).isEmpty(), qPrintable(QString::number(i)));
    }
    // Smoothed otherwise, it is the same page.
    const QImage plain = Printed(lines(-1, 0, -1)).picture(0, 5);
    QVERIFY(plain != whole);
    QCOMPARE(differenceOf(whole, plain), QString());
}

void TestPapers::text_ofEachPaper_isWhatWasWritten()
{
    QFETCH(int, paper);
    const Sheets sheets = paperOf(paper);
    const Printed printed(sheets);
    for (int page = 0; page < sheets.pages; ++page) {
        const QString painted = paintedText(sheets, page);
        QVERIFY(painted.size() > 40);
        QCOMPARE(characters(printed.text(page)), characters(painted));
    }
}

void TestPapers::summary_ofManyPages_holdsEverythingOnce()
{
    consultation::SummaryPaper paper = summary(12, 16);
    const Sheets sheets = summarySheets(paper, *catalog(), chinese);
    QVERIFY(sheets.pages > 1);
    QString all;
    for (int page = 0; page < sheets.pages; ++page) {
        const QString text = Printed(sheets).text(page);
        QVERIFY(text.contains(QStringLiteral("陈淑芬")));
        QVERIFY(text.contains(QStringLiteral("第 %1 页").arg(page + 1)));
        all += text;
    }
    all.removeIf([](QChar c) { return c.isSpace(); });
    for (const PrescriptionLine &line : paper.visit.prescriptions.first().content.lines)
        QVERIFY2(all.contains(line.name) && all.contains(line.dose.gramText() + u'g'), qPrintable(line.name));
    QCOMPARE(all.count(QStringLiteral("渐见入睡困难")), 12);
    for (const char *part : {"不寐病·心脾两虚证", "归脾汤加减", "睡前一小时离屏", "青霉素", "下次就诊", "艾条灸"})
        QVERIFY2(all.count(QString::fromUtf8(part)) == 1, part);
    QVERIFY(all.contains(QStringLiteral("共10次")));
}

void TestPapers::summary_remarks_stayOffThePaper()
{
    const QString text = Printed(summarySheets(summary(1, 4), *catalog(), chinese)).text(0);
    QVERIFY(text.contains(QStringLiteral("入睡困难四月")));
    QVERIFY(!text.contains(QStringLiteral("内部备注")));
}

void TestPapers::sickNote_days_areCounted()
{
    certificate::Paper paper = sickNote();
    QString text = Printed(sickNoteSheets(paper, chinese)).text(0);
    QVERIFY2(text.contains(QStringLiteral("自 2026 年 3 月 12 日至 2026 年 3 月 14 日")) ||
                 text.contains(QStringLiteral("自 2026 年 3 月 12 日 至 2026 年 3 月 14 日")),
             qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("共 3 天")));
    paper.certificate.content.to = paper.certificate.content.from;
    text = Printed(sickNoteSheets(paper, chinese)).text(0);
    QVERIFY(text.contains(QStringLiteral("共 1 天")));
    text = Printed(sickNoteSheets(sickNote(), QLocale(QLocale::English))).text(0);
    QVERIFY2(text.simplified().contains(QStringLiteral("3 days, both included")), qPrintable(text));
}

void TestPapers::sickNote_withoutDiagnosis_namesNone()
{
    certificate::Paper paper = sickNote();
    paper.certificate.content.diagnosis.clear();
    const QString text = Printed(sickNoteSheets(paper, chinese)).text(0);
    QVERIFY(!text.contains(QStringLiteral("诊断")));
    QVERIFY(!text.contains(QStringLiteral("不寐")));
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    dressProgram(app, QStringLiteral("zh_CN"), ThemeName::Paper, 1.0);
    TestPapers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_papers.moc"
