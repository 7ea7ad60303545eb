#include "clinic/treatment/treatments.h"
#include "ui/treatment/treatmentpaper.h"

#include <QLocale>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace xinglin;
using namespace xinglin::ui;

namespace {

const std::shared_ptr<const Catalog> &catalog()
{
    static const std::shared_ptr<const Catalog> loaded = [] {
        auto read = Catalog::load();
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return *read;
    }();
    return loaded;
}

treatment::Sheet sheetOf(int points, int sessions, int given = 0)
{
    treatment::Sheet sheet;
    sheet.clinic.name = QStringLiteral("杏林堂中医诊所");
    sheet.patient.name = QStringLiteral("陈淑芬");
    sheet.patient.number = QStringLiteral("A0012846");
    sheet.patient.sex = Sex::Female;
    sheet.allergies = {QStringLiteral("青霉素")};
    sheet.diagnosis = QStringLiteral("不寐病·心脾两虚证");
    sheet.day = QDate(2026, 3, 12);
    sheet.practitioner = QStringLiteral("沈明堂");
    treatment::Order needles;
    needles.treatment.content.service = QStringLiteral("svc_body_needle");
    needles.treatment.content.name = QStringLiteral("普通针刺");
    needles.treatment.content.technique = Technique::Even;
    needles.treatment.content.minutes = 25;
    for (int i = 0; i < points; ++i)
        needles.treatment.content.points << treatment::pointOf(*catalog(), needles.treatment.content,
                                                               catalog()->points.points().at(i * 3));
    if (points > 0) {
        needles.treatment.content.points[0].side = points::Side::Left;
        needles.treatment.content.points[0].technique = Technique::WarmNeedle;
        needles.treatment.content.points[0].needles = 1;
        sheet.orders << needles;
    }
    treatment::Order moxa;
    moxa.treatment.content.kind = TherapyKind::Moxibustion;
    moxa.treatment.content.service = QStringLiteral("svc_moxa_stick");
    moxa.treatment.content.name = QStringLiteral("艾条灸");
    moxa.treatment.content.sessions = sessions;
    moxa.treatment.content.perWeek = 3;
    moxa.treatment.content.minutes = 30;
    for (int i = 0; i < given; ++i) {
        TreatmentSession session;
        session.status = SessionStatus::Completed;
        session.day = QDate(2026, 3, 13 + i);
        moxa.sessions << session;
    }
    moxa.treatment.findings = {
        {QStringLiteral("pregnancy-explicit"), QStringLiteral("warning"), QStringLiteral("合谷")}};
    sheet.orders << moxa;
    return sheet;
}

} // namespace

/// The sheet of treatments on paper.
class TestTreatmentPaper : public QObject
{
    Q_OBJECT

private slots:
    void pdf_anyNumberOfPoints_holdsThemAll_data();
    void pdf_anyNumberOfPoints_holdsThemAll();
    void pdf_chinese_saysNeedlesSessionsAndFindings();
    void pdf_english_saysThemInEnglish();
    void pdf_withoutNeedles_hasNothingToCount();
    void page_isBlackOnWhite();

private:
    QString textOf(const treatment::Sheet &sheet, QLocale::Language language)
    {
        DiskFiles files;
        const QString path = m_folder.filePath(QStringLiteral("sheet.pdf"));
        if (!writePdf(files, path, printedSheet(sheet, catalog(), QLocale(language))).ok())
            return {};
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
    }
    QTemporaryDir m_folder;
};

void TestTreatmentPaper::pdf_anyNumberOfPoints_holdsThemAll_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("sessions");
    QTest::addColumn<int>("pages");
    for (const auto &[points, sessions, pages] :
         {std::tuple(1, 1, 1), {8, 1, 1}, {8, 10, 1}, {16, 20, 1}, {30, 10, 2}, {40, 100, 3}})
        QTest::addRow("%d points, %d sessions", points, sessions) << points << sessions << pages;
}

void TestTreatmentPaper::pdf_anyNumberOfPoints_holdsThemAll()
{
    QFETCH(int, points);
    QFETCH(int, sessions);
    QFETCH(int, pages);
    const treatment::Sheet sheet = sheetOf(points, sessions);
    QCOMPARE(TreatmentPaper(sheet, catalog(), QLocale(QLocale::Chinese)).pages(), pages);
    const QString text = textOf(sheet, QLocale::Chinese);
    for (const TreatmentPoint &point : sheet.orders.first().treatment.content.points)
        QVERIFY2(text.contains(point.name), qPrintable(point.name + u'\n' + text));
    QCOMPARE(text.count(QStringLiteral("陈淑芬")), pages);
    QCOMPARE(text.count(QStringLiteral("针数相符")), 1);
    if (sessions > 1) {
        const QRegularExpression last(QStringLiteral("(^|\\s)%1(\\s|$)").arg(sessions));
        QVERIFY(last.match(text).hasMatch());
    }
}

void TestTreatmentPaper::pdf_chinese_saysNeedlesSessionsAndFindings()
{
    const QString text = textOf(sheetOf(8, 10, 2), QLocale::Chinese);
    const int needles = sheetOf(8, 10).orders.first().treatment.content.needleCount();
    for (const QString &part :
         {QStringLiteral("治 疗 单"), QStringLiteral("留针 25 分"), QStringLiteral("平补平泻"),
          QStringLiteral("左 温针"), QString::number(needles), QStringLiteral("10 次,每周 3 次"),
          QStringLiteral("3-13"), QStringLiteral("3-14"), QStringLiteral("合谷"), QStringLiteral("慎"),
          QStringLiteral("起针"), QStringLiteral("沈明堂"), QStringLiteral("青霉素"), QStringLiteral("不寐病")})
        QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
}

void TestTreatmentPaper::pdf_english_saysThemInEnglish()
{
    const QString text = textOf(sheetOf(2, 10), QLocale::English);
    for (const char *part : {"Treatment sheet", "stay 25 min", "warm needle", "Zhongfu", "LU1", "10 sessions, 3 a week",
                             "All needles out", "Moxa-stick moxibustion", "Caution"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(QLatin1String(part) + u'\n' + text));
}

void TestTreatmentPaper::pdf_withoutNeedles_hasNothingToCount()
{
    const QString text = textOf(sheetOf(0, 10), QLocale::Chinese);
    QVERIFY(!text.contains(QStringLiteral("起针")));
    QVERIFY(text.contains(QStringLiteral("艾条灸")));
}

void TestTreatmentPaper::page_isBlackOnWhite()
{
    const QImage image = previewOf(printedSheet(sheetOf(12, 10, 3), catalog(), QLocale(QLocale::Chinese)), 0, 4);
    QCOMPARE(image.size(), QSize(592, 840));
    bool dark = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            QVERIFY(qRed(pixel) == qGreen(pixel) && qGreen(pixel) == qBlue(pixel));
            dark = dark || qRed(pixel) < 40;
        }
    }
    QVERIFY(dark);
    if (qEnvironmentVariableIsSet("XINGLIN_SHEET"))
        image.save(qEnvironmentVariable("XINGLIN_SHEET"));
}

QTEST_MAIN(TestTreatmentPaper)
#include "tst_treatmentpaper.moc"
