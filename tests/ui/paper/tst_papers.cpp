#include "app/desktop/desktop.h"
#include "clinic/catalog/constitutions.h"
#include "clinic/treatment/treatments.h"
#include "paperlook.h"
#include "ui/calendar/calendarpaper.h"
#include "ui/constitution/constitutionpaper.h"
#include "ui/paper/flowpaper.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/paperlogo.h"
#include "ui/prescription/prescriptionpaper.h"
#include "ui/prescription/timelinepaper.h"
#include "ui/settings/testpage.h"
#include "ui/today/queueslip.h"
#include "ui/treatment/treatmentpaper.h"
#include "ui/visit/medicinepaper.h"
#include "ui/visit/visitpapers.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

const QLocale chinese(QLocale::Chinese, QLocale::China);
const QLocale english(QLocale::English, QLocale::UnitedStates);

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
    visit.practitionerLicence = QStringLiteral("141330102001827");
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

/// What a visit orders besides its herbs.
consultation::SummaryPaper medicines()
{
    consultation::SummaryPaper paper = summary(1, 0);
    paper.seconds = {QStringLiteral("林若水"), QStringLiteral("程又新")};
    paper.visit.medicines = {QStringLiteral("20260312-A0014"),
                             {{MedicineForm::Patent, QStringLiteral("归脾丸"), QStringLiteral("8丸"), 3, 14,
                               QStringLiteral("2盒"), QStringLiteral("饭后温水送服")},
                              {MedicineForm::Granule, QStringLiteral("三七粉"), QStringLiteral("3 g"), 2, 7, {}, {}}}};
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
    paper.certificate.issuerLicence = QStringLiteral("141330102001827");
    return paper;
}

/// Of a clinic, as one would hand it in.
QByteArray logo()
{
    const QByteArray drawing = "<?xml version='1.0'?>"
                               "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='120' viewBox='0 0 120 120'>"
                               "<circle cx='60' cy='60' r='56' fill='none' stroke='#8a3324' stroke-width='6'/>"
                               "<path d='M60 100 C60 70 60 50 60 24' fill='none' stroke='#000' stroke-width='5'/>"
                               "<path d='M60 70 C40 70 30 56 28 40 C48 40 58 52 60 70 Z' fill='#2e6b3e'/>"
                               "<path d='M60 58 C80 58 90 44 92 28 C72 28 62 40 60 58 Z' fill='#2e6b3e'/>"
                               "</svg>";
    const auto read = logoFrom(drawing);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

/// Everything a clinic can put on its papers, and the writing large.
PaperDress dressOfAll()
{
    PaperDress dress;
    dress.line = QStringLiteral("周三休息　微信预约：杏林堂中医　出诊时间 8:30–17:00");
    dress.writing = PaperWriting::Large;
    dress.logo = logo();
    for (const QString &kind : letterheadKinds())
        dress.partsOfKind.insert(kind, possibleParts(kind));
    return dress;
}

Sheets prescriptionSheets(const QLocale &locale, int herbs = 14, const PaperDress &dress = {})
{
    consultation::Paper paper;
    paper.clinic = clinic();
    paper.patient = woman();
    paper.age = Age{46, 556, true};
    paper.allergies = {QStringLiteral("海鲜"), QStringLiteral("青霉素")};
    paper.revision = revision();
    paper.prescription = prescription(herbs);
    if (dress.writing == PaperWriting::Large) // where there is the least room
        paper.seconds = {QStringLiteral("林若水"), QStringLiteral("程又新")};
    return dressed(sheetsOf(paper, locale, dress), dress);
}

Sheets treatmentSheets(const QLocale &locale = chinese, const PaperDress &dress = {})
{
    treatment::Sheet sheet;
    sheet.clinic = clinic();
    sheet.patient = woman();
    sheet.allergies = {QStringLiteral("青霉素")};
    sheet.diagnosis = QStringLiteral("不寐病·心脾两虚证");
    sheet.day = QDate(2026, 3, 12);
    sheet.practitioner = QStringLiteral("沈明堂");
    sheet.practitionerLicence = QStringLiteral("141330102001827");
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
    return dressed(printedSheet(sheet, catalog(), locale, dress), dress);
}

Sheets constitutionSheets(const QLocale &locale, const PaperDress &dress = {})
{
    using namespace constitution;
    assessment::Paper paper;
    paper.clinic = clinic();
    paper.patient = woman();
    paper.age = Age{46, 556, true};
    const auto assessed = [](QDate day, int most) {
        ConstitutionAssessment one;
        one.form = shipped().of(Form::Standard).id();
        one.day = day;
        one.recorder = QStringLiteral("沈明堂");
        Answers answers;
        int at = 0;
        for (const Item &item : shipped().of(Form::Standard).itemsFor(constitution::Sex::Female))
            answers.insert(item.id, 1 + (at++ / 7 * 3) % most);
        one.scores = *score(shipped(), Form::Standard, constitution::Sex::Female, answers);
        return one;
    };
    paper.assessment = assessed(QDate(2026, 3, 12), 5);
    paper.before = assessed(QDate(2025, 9, 2), 4);
    return dressed(sheetsOf(paper, locale, dress), dress);
}

/// Twelve visits in which something is added, taken out and changed.
Sheets timelineSheets()
{
    static const QStringList tongues = QStringLiteral("舌淡红苔薄白 舌淡苔白腻 舌尖红苔薄黄").split(u' ');
    TimelinePaper::Content content;
    content.patient = QStringLiteral("陈淑芬  女 46 岁  A0012846");
    content.clinic = clinic().name;
    content.printedOn = QStringLiteral("2026-03-12");
    content.score = {QStringLiteral("scale.psqi"), QStringLiteral("匹兹堡睡眠质量指数"), 7, {}};
    QList<PrescriptionDraft> formulas;
    for (int visit = 0; visit < TimelinePaper::mostVisits; ++visit) {
        PrescriptionDraft formula = prescription(16).content;
        formula.name = visit % 3 == 0 ? QStringLiteral("归脾汤") : QStringLiteral("归脾汤合酸枣仁汤加减");
        formula.lines.removeAt(visit % 5 + 3);
        formula.lines[1].dose = Mass::grams(9 + visit % 4);
        formulas << formula;
        const QDate day = QDate(2025, 9, 4).addDays(14 * visit);
        const double psqi = 17.0 - visit * 1.1 + visit % 3;
        content.columns << FormulaColumn{day.toString(QStringLiteral("yyyy-MM-dd")),
                                         {},
                                         formula.name,
                                         QStringLiteral("15 味 × 7 剂"),
                                         tongues.at(visit % 3),
                                         psqi};
        content.score.values << (visit == 4 ? std::optional<double>() : std::round(psqi));
    }
    content.grid = consultation::compared(formulas);
    return TimelinePaper(content).sheets();
}

/// A full day; some names and notes are long.
DaySheet calendarDay(int appointments, const QString &whose = {})
{
    DaySheet day;
    day.clinic = clinic();
    day.day = QDate(2026, 3, 12);
    day.whose = whose;
    const QTimeZone zone("Asia/Shanghai");
    const QStringList names = QStringLiteral("陈淑芬 王建国 欧阳明月 李明").split(u' ');
    for (int i = 0; i < appointments; ++i) {
        DaySheet::Line line;
        Uuid::Bytes id{};
        id[0] = 1;
        line.appointment.patient = PatientId(Uuid(id));
        line.appointment.who = i == 3 ? QStringLiteral("阿卜杜热合曼·买买提依明江") : names.at(i % names.size());
        line.appointment.serviceName = i % 3 == 0 ? QStringLiteral("艾灸") : QStringLiteral("复诊");
        const Instant start =
            instantFromMs(QDateTime(day.day, QTime(8, 30).addSecs(i * 900), zone).toMSecsSinceEpoch());
        line.appointment.period = {start, start + std::chrono::minutes(20)};
        line.appointment.overbooked = i == 5;
        line.appointment.confirmed = i == 2;
        if (i == 1)
            line.appointment.note = QStringLiteral("腰痛加重，请安排靠门口的床位，家属陪同，轮椅");
        line.sex = i % 2 ? Sex::Male : Sex::Female;
        line.age = Age{46 + i, 556, true};
        line.number = QStringLiteral("A0012846");
        line.phone = QStringLiteral("13812345678");
        line.with = {QStringLiteral("沈明堂"), QStringLiteral("诊室一")};
        day.lines << line;
    }
    return day;
}

Sheets daySheetsOf(const QLocale &locale, int appointments, const QString &whose = {}, const PaperDress &dress = {})
{
    return dressed(daySheets(calendarDay(appointments, whose), QTimeZone("Asia/Shanghai"), locale, dress), dress);
}

Sheets callSheetsOf(const QLocale &locale)
{
    return callSheets(calendarDay(12), QTimeZone("Asia/Shanghai"), locale, {});
}

/// Of a desk where consultations are known to take so long.
Sheets slipOf(const QLocale &locale, bool roll)
{
    QueueSlip slip;
    slip.clinic = clinic().name;
    slip.practitioner = QStringLiteral("沈明堂");
    slip.ahead = 3;
    slip.turn.wait = std::chrono::minutes(23);
    slip.turn.ticket.number = 12;
    slip.turn.ticket.who = QStringLiteral("陈淑芬");
    slip.turn.ticket.serviceName = locale.language() == QLocale::Chinese
                                       ? QStringLiteral("针灸")
                                       : QStringLiteral("Acupuncture and moxibustion, follow-up visit");
    slip.turn.ticket.day = QDate(2026, 3, 12);
    const QTimeZone zone("Asia/Shanghai");
    slip.turn.ticket.arrived = instantFromMs(QDateTime(slip.turn.ticket.day, QTime(9, 40), zone).toMSecsSinceEpoch());
    PaperDress dress;
    dress.slipOnRoll = roll;
    dress.line = roll ? QStringLiteral("周三休息　微信预约：杏林堂中医") : QString();
    return dressed(queueSlip(slip, locale, zone, dress), dress);
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
                paperLine(painter, y, 0.25, 10, 138);
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
    void dressed_usualFormulaLargeWithEverything_staysOnOnePage();
    void dressed_partLeftOut_isNotOnThePaper_data();
    void dressed_partLeftOut_isNotOnThePaper();
    void long_formula_holdsEveryHerbOnceAndEachPageItsHead();
    void letterhead_longNames_coverNothing();
    void testPage_onA4_keepsItsMillimetres();
    void calendarDay_telephonesAreMaskedAndCallsAreNot();
    void sickNote_days_areCounted();
    void sickNote_withoutDiagnosis_namesNone();
};

static const struct
{
    const char *name;
    std::function<Sheets()> make;
} papers[] = {
    {"prescription", [] { return prescriptionSheets(chinese); }},
    {"prescription-en", [] { return prescriptionSheets(english); }},
    {"prescription-long", [] { return prescriptionSheets(chinese, 33); }},
    {"prescription-dressed", [] { return prescriptionSheets(chinese, 15, dressOfAll()); }},
    {"prescription-dressed-en", [] { return prescriptionSheets(english, 15, dressOfAll()); }},
    {"treatment-sheet", [] { return treatmentSheets(); }},
    {"treatment-sheet-dressed", [] { return treatmentSheets(chinese, dressOfAll()); }},
    {"treatment-sheet-dressed-en", [] { return treatmentSheets(english, dressOfAll()); }},
    {"visit-summary", [] { return summarySheets(summary(1, 14), *catalog(), chinese); }},
    {"visit-summary-long", [] { return summarySheets(summary(8, 16), *catalog(), chinese); }},
    {"visit-summary-dressed",
     [] { return dressed(summarySheets(summary(1, 14), *catalog(), chinese, dressOfAll()), dressOfAll()); }},
    {"medicines", [] { return medicineSheets(medicines(), chinese); }},
    {"medicines-dressed-en", [] { return dressed(medicineSheets(medicines(), english, dressOfAll()), dressOfAll()); }},
    {"sick-note", [] { return sickNoteSheets(sickNote(), chinese); }},
    {"sick-note-dressed", [] { return dressed(sickNoteSheets(sickNote(), chinese, dressOfAll()), dressOfAll()); }},
    {"constitution-report", [] { return constitutionSheets(chinese); }},
    {"constitution-report-dressed-en", [] { return constitutionSheets(english, dressOfAll()); }},
    {"formula-timeline", [] { return timelineSheets(); }},
    {"day-sheet", [] { return daySheetsOf(chinese, 38); }},
    {"day-sheet-one-en", [] { return daySheetsOf(english, 9, QStringLiteral("沈明堂")); }},
    {"day-sheet-dressed", [] { return daySheetsOf(chinese, 9, {}, dressOfAll()); }},
    {"call-list", [] { return callSheetsOf(chinese); }},
    {"call-list-en", [] { return callSheetsOf(english); }},
    {"queue-slip", [] { return slipOf(chinese, false); }},
    {"queue-slip-roll", [] { return slipOf(chinese, true); }},
    {"queue-slip-roll-en", [] { return slipOf(english, true); }},
    {"test-page", [] { return testPage(paperkind::prescription, clinic().name); }},
    {"test-page-across", [] { return testPage(paperkind::formulaTimeline, clinic().name); }},
};

void TestPapers::picture_ofEachPaper_isAsItWas_data()
{
    QTest::addColumn<int>("paper");
    for (int i = 0; i < int(std::size(papers)); ++i)
        QTest::addRow("%s", papers[i].name) << i;
}

void TestPapers::picture_ofEachPaper_isAsItWas()
{
    QFETCH(int, paper);
    const Sheets sheets = papers[paper].make();
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
    const Sheets sheets = papers[paper].make();
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

void TestPapers::dressed_usualFormulaLargeWithEverything_staysOnOnePage()
{
    const Sheets sheets = prescriptionSheets(chinese, 15, dressOfAll());
    QCOMPARE(sheets.pages, 1);
    const QString text = Printed(sheets).text(0);
    for (const QString &part : {clinic().name, clinic().address, clinic().phone, clinic().licence,
                                QStringLiteral("141330102001827"), QStringLiteral("周三休息")})
        QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
    // Larger than without: the name of the first herb takes more ink.
    const auto ink = [](const QImage &page) {
        qint64 sum = 0;
        for (int y = page.height() * 60 / 210; y < page.height() * 130 / 210; ++y) {
            for (int x = 0; x < page.width(); ++x)
                sum += 255 - qGray(page.pixel(x, y));
        }
        return sum;
    };
    QVERIFY(ink(Printed(sheets).picture(0)) > ink(Printed(prescriptionSheets(chinese, 15)).picture(0)) * 11 / 10);
}

void TestPapers::dressed_partLeftOut_isNotOnThePaper_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : letterheadKinds())
        QTest::addRow("%s", qPrintable(kind)) << kind;
}

void TestPapers::dressed_partLeftOut_isNotOnThePaper()
{
    QFETCH(QString, kind);
    const auto paper = [&](const PaperDress &dress) {
        if (kind == paperkind::prescription)
            return prescriptionSheets(chinese, 12, dress);
        if (kind == paperkind::treatmentSheet)
            return treatmentSheets(chinese, dress);
        if (kind == paperkind::visitSummary)
            return dressed(summarySheets(summary(1, 4), *catalog(), chinese, dress), dress);
        if (kind == paperkind::medicines)
            return dressed(medicineSheets(medicines(), chinese, dress), dress);
        if (kind == paperkind::sickNote)
            return dressed(sickNoteSheets(sickNote(), chinese, dress), dress);
        return constitutionSheets(chinese, dress);
    };
    const QMap<PaperPart, QString> said{{PaperPart::Address, clinic().address},
                                        {PaperPart::Phone, clinic().phone},
                                        {PaperPart::Licence, clinic().licence},
                                        {PaperPart::Practitioner, QStringLiteral("141330102001827")},
                                        {PaperPart::Line, QStringLiteral("周三休息")}};
    PaperDress dress = dressOfAll();
    const PaperParts all = possibleParts(kind);
    const QImage whole = Printed(paper(dress)).picture(0);
    for (auto left = said.begin(); left != said.end(); ++left) {
        dress.partsOfKind[kind] = all & ~PaperParts(left.key());
        const Printed printed(paper(dress));
        const QString text = printed.text(0);
        for (auto one = said.begin(); one != said.end(); ++one)
            QVERIFY2(text.contains(one.value()) == (one != left && all.testFlag(one.key())),
                     qPrintable(one.value() + u'\n' + text));
    }
    dress.partsOfKind[kind] = all & ~PaperParts(PaperPart::Logo);
    QVERIFY(!differenceOf(whole, Printed(paper(dress)).picture(0)).isEmpty());
    PaperDress none = dressOfAll();
    none.logo.clear();
    QCOMPARE(differenceOf(Printed(paper(dress)).picture(0), Printed(paper(none)).picture(0)), QString());
}

void TestPapers::long_formula_holdsEveryHerbOnceAndEachPageItsHead()
{
    for (const PaperWriting writing : {PaperWriting::Small, PaperWriting::Normal, PaperWriting::Large}) {
        PaperDress dress;
        dress.writing = writing;
        const int herbs = 48;
        const Sheets sheets = prescriptionSheets(chinese, herbs, dress);
        QVERIFY(sheets.pages > 1);
        const Printed printed(sheets);
        int doses = 0;
        for (int page = 0; page < sheets.pages; ++page) {
            const QString text = printed.text(page);
            for (const QString &part : {clinic().name, clinic().address, woman().name, woman().number,
                                        QStringLiteral("第 %1 页").arg(page + 1), QStringLiteral("沈明堂")})
                QVERIFY2(text.contains(part), qPrintable(part));
            for (int i = 0; i < herbs; ++i)
                doses += text.contains(Mass::milligrams(3000 + i * 1500).gramText() + QStringLiteral(" g")) ||
                         text.contains(Mass::milligrams(3000 + i * 1500).gramText() + u'g');
            // No ink where printers cannot print.
            const QImage picture = printed.picture(page);
            for (int x = 0; x < picture.width(); ++x)
                QVERIFY(qGray(picture.pixel(x, picture.height() - 6)) > 240);
        }
        QVERIFY2(doses >= herbs, qPrintable(QString::number(doses)));
    }
}

void TestPapers::letterhead_longNames_coverNothing()
{
    for (const bool large : {false, true}) {
        consultation::Paper paper;
        paper.clinic = clinic();
        paper.clinic.name = QStringLiteral("The Apricot Grove Clinic of Traditional Chinese Medicine and Acupuncture");
        paper.clinic.address = QStringLiteral("Suite 1204, 18 Hefang Street, Shangcheng District, Hangzhou, Zhejiang");
        paper.clinic.licence = QStringLiteral("Registered with the Health Commission, no. 330102-0018-2026");
        paper.patient = woman();
        paper.patient.name = QStringLiteral("Maria Magdalena Chen-Wallenstein");
        paper.age = Age{46, 556, true};
        paper.revision = revision();
        paper.prescription = prescription(14);
        PaperDress dress = dressOfAll();
        dress.writing = large ? PaperWriting::Large : PaperWriting::Normal;
        const Printed printed(sheetsOf(paper, english, dress));
        const QString boxes = QString::fromUtf8(printed.boxes());
        // Words of a line do not lie upon each other.
        static const QRegularExpression word(
            QStringLiteral("xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">([^<]+)"));
        QList<std::pair<QRectF, QString>> words;
        for (auto found = word.globalMatch(boxes); found.hasNext();) {
            const auto one = found.next();
            const QPointF from(one.captured(1).toDouble(), one.captured(2).toDouble());
            const QPointF to(one.captured(3).toDouble(), one.captured(4).toDouble());
            const double inset = (to.y() - from.y()) * 0.3; // boxes hold the room above and below letters
            words.append({QRectF(from, to).adjusted(0.6, inset, -0.6, -inset), one.captured(5)});
        }
        QVERIFY(words.size() > 60);
        for (qsizetype i = 0; i < words.size(); ++i) {
            QVERIFY2(words[i].first.left() > 20 && words[i].first.right() < 420 - 20, qPrintable(words[i].second));
            for (qsizetype k = i + 1; k < words.size(); ++k)
                QVERIFY2(!words[i].first.intersects(words[k].first),
                         qPrintable(words[i].second + QStringLiteral(" | ") + words[k].second));
        }
    }
}

void TestPapers::testPage_onA4_keepsItsMillimetres()
{
    PaperDress dress;
    dress.largeOfKind.insert(paperkind::prescription, true);
    for (const QString &kind : {paperkind::prescription, paperkind::sickNote, paperkind::constitutionReport}) {
        const Sheets sheets = dressed(testPage(kind, clinic().name, dress), dress);
        QCOMPARE(sheets.size, kind == paperkind::sickNote ? QPageSize::A5 : QPageSize::A4);
        constexpr int dots = 10; // a millimetre
        const QImage page = previewOf(sheets, 0, dots);
        const auto dark = [&](int x, int y) { return qGray(page.pixel(x, y)) < 128; };
        int left = 0;
        while (!dark(left, page.height() / 2))
            ++left;
        int top = 0;
        while (!dark(page.width() / 2, top))
            ++top;
        QVERIFY2(std::abs(left - 10 * dots) <= 2 && std::abs(top - 10 * dots) <= 2, qPrintable(kind));
        // The ruler's line: the longest one inside the frame.
        int longest = 0;
        for (int y = 12 * dots; y < 80 * dots; ++y) {
            int run = 0;
            for (int x = 12 * dots; x < page.width() - 12 * dots; ++x) {
                run = dark(x, y) ? run + 1 : 0;
                longest = std::max(longest, run);
            }
        }
        QVERIFY2(std::abs(longest - 100 * dots) <= 3, qPrintable(QString::number(longest)));
    }
}

void TestPapers::calendarDay_telephonesAreMaskedAndCallsAreNot()
{
    const QString day = Printed(daySheetsOf(chinese, 12)).text(0);
    QVERIFY(day.contains(QStringLiteral("138****5678")));
    QVERIFY(!day.contains(QStringLiteral("13812345678")));
    QVERIFY(day.contains(QStringLiteral("加号")));
    const QString calls = Printed(callSheetsOf(chinese)).text(0);
    QCOMPARE(calls.count(QStringLiteral("13812345678")), 11); // one has confirmed
    QVERIFY(!calls.contains(QStringLiteral("09:00")));
    QCOMPARE(daySheetsOf(chinese, 0).pages, 1);
    QVERIFY(Printed(daySheetsOf(chinese, 0)).text(0).contains(QStringLiteral("没有预约")));
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
