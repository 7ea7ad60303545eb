#include "access/settings.h"
#include "base/press.h"
#include "clinic/prescription/consultation.h"
#include "clinic/record/certificates.h"
#include "support/desk.h"
#include "ui/kit/messagestrip.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/printshop.h"
#include "ui/patient/chartpage.h"
#include "ui/prescription/paperprinter.h"
#include "ui/visit/visitpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QProcess>

#include <mutex>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

/// Takes every paper.
class DeskPrinter final : public Press
{
public:
    QStringList printers() override { return {QStringLiteral("Front")}; }
    QString defaultPrinter() override { return there ? QStringLiteral("Front") : QString(); }
    QStringList trays(const QString &) override { return {}; }
    Result<Done> print(const PressOrder &order, const QByteArray &pdf) override
    {
        const std::scoped_lock lock(m_lock);
        if (refuses)
            return Error{Code::Broken, QStringLiteral("out of paper"), {}, {}};
        taken << order.printer;
        papers << pdf;
        return Done{};
    }
    bool refuses = false;
    bool there = true;
    QStringList taken;
    QList<QByteArray> papers;

private:
    std::mutex m_lock;
};

QString textOf(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("printed.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), file.fileName(), QStringLiteral("-")});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

/// The practitioner's window; a patient with a signed visit.
struct Room
{
    explicit Room(bool secondPerson = false)
        : desk([this, secondPerson](TestClinic &clinic) {
            prepare(clinic);
            if (secondPerson)
                QVERIFY(clinic.write(clinic.owner(), "setting.change", [](store::Transaction &tx) {
                    return settings::setValue(tx, settings::SecondPerson, QStringLiteral("yes"));
                }));
        })
    {
        desk.enter("practitioner");
        PrintShop::of(*desk.window->clinic()).setPress(printer);
    }
    void prepare(TestClinic &clinic)
    {
        const auto loaded = Catalog::load();
        woman = clinic.patient(QStringLiteral("陈淑芬"));
        consultation::Draft draft;
        draft.visit.patient = woman.id;
        draft.visit.note.complaint = QStringLiteral("入睡困难四月");
        draft.visit.note.diagnoses = {{DiagnosisKind::Disease, {}, {}, QStringLiteral("不寐病")},
                                      {DiagnosisKind::Method, {}, {}, QStringLiteral("补益心脾")}};
        const auto stored = clinic.write(clinic.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            return consultation::sign(tx, **loaded, draft);
        });
        QVERIFY(stored.ok());
        visit = stored->revision.visit;
    }
    void openChart()
    {
        auto *chart = static_cast<ChartPage *>(desk.window->workspace()->page(QStringLiteral("chart")));
        chart->openPatient(woman.id);
        desk.window->workspace()->go(QStringLiteral("chart"));
        desk.drive().get("chartSummary");
    }
    /// A visit as it stands before its signature: herbs, needles, or both.
    void write(bool herbs, bool needles, bool medicines = false)
    {
        consultation::Draft draft;
        draft.visit.patient = woman.id;
        draft.visit.note.complaint = QStringLiteral("腰酸两周");
        if (herbs) {
            PrescriptionDraft formula;
            formula.lines << PrescriptionLine{QStringLiteral("huangqi"), QStringLiteral("黄芪"), Mass::grams(30), {}};
            draft.prescriptions << formula;
        }
        if (needles) {
            TreatmentDraft moxa;
            moxa.kind = TherapyKind::Moxibustion;
            moxa.service = QStringLiteral("svc_moxa_stick");
            moxa.name = QStringLiteral("艾条灸");
            moxa.sessions = 10;
            moxa.minutes = 30;
            draft.treatments << moxa;
        }
        if (medicines)
            draft.medicines = {{MedicineForm::Patent, QStringLiteral("归脾丸"), QStringLiteral("8丸"), 3, 14, {}, {}}};
        const auto stored = written(draft);
        QVERIFY2(stored.ok(), stored.ok() ? "" : qPrintable(stored.error().message));
        page().openVisit(stored->revision.visit);
        desk.window->workspace()->go(QStringLiteral("visit"));
        QTRY_VERIFY(page().patient() && desk.drive().find("complaint"));
    }
    Result<consultation::Stored> written(const consultation::Draft &draft)
    {
        auto saving = desk.window->clinic()->write("consultation.save", [draft](store::Transaction &tx) {
            return consultation::save(tx, **Catalog::load(), draft);
        });
        while (!saving.isFinished())
            QTest::qWait(2);
        return saving.result();
    }
    VisitPage &page() { return static_cast<VisitPage &>(*desk.window->workspace()->page(QStringLiteral("visit"))); }
    MessageStrip &strip() { return *page().findChild<MessageStrip *>(QStringLiteral("visitStrip")); }
    /// By the key that signs; until the page says so.
    void sign()
    {
        desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page().isSigned());
    }
    void openVisit()
    {
        page().openVisit(visit);
        desk.window->workspace()->go(QStringLiteral("visit"));
        desk.drive().get("printSummary");
    }
    std::optional<Certificate> issued()
    {
        const auto found = desk.ask(desk.clinic.practitioner(),
                                    [this](const store::Snapshot &view) { return certificate::ofVisit(view, visit); });
        return found ? *found : std::nullopt;
    }

    Patient woman;
    VisitId visit{Uuid(Uuid::Bytes{})};
    std::shared_ptr<DeskPrinter> printer = std::make_shared<DeskPrinter>();
    Desk desk;
};

} // namespace

/// Papers about a visit, from the pages where people are.
class TestVisitPrinter : public QObject
{
    Q_OBJECT

private slots:
    void summary_fromTheChart_byKey();
    void summary_fromTheVisit_byButton();
    void sickNote_writtenByKeys_isIssuedAndPrinted();
    void sickNote_wrongDay_staysInTheDialog();
    void sickNote_again_isPrintedUnchanged();
    void refusedPaper_offeredOverThePage_isPrintedByKey();
    void sign_formulaAndMoxa_printsBothPapers();
    void sign_oneOfThem_printsThatPaper();
    void sign_herbsAndReadyMade_areTwoPrescriptions();
    void sign_secondPersonIsMissing_onlyTheSheetIsPrinted();
    void sign_eachPaperItsRoute_goesItsWay();
    void sign_noPrinter_writesNothingUnasked();
    void print_again_sendsBothOnceMore();
};

void TestVisitPrinter::summary_fromTheChart_byKey()
{
    Room room;
    room.openChart();
    room.desk.drive().key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(room.printer->papers.size(), 1);
    const QString text = textOf(room.printer->papers.first());
    QVERIFY(text.contains(QStringLiteral("陈淑芬")) && text.contains(QStringLiteral("入睡困难四月")));
}

void TestVisitPrinter::summary_fromTheVisit_byButton()
{
    Room room;
    room.openVisit();
    room.desk.drive().click("printSummary");
    QTRY_COMPARE(room.printer->papers.size(), 1);
    QVERIFY(textOf(room.printer->papers.first()).contains(QStringLiteral("不寐病")));
}

void TestVisitPrinter::sickNote_writtenByKeys_isIssuedAndPrinted()
{
    Room room;
    room.openVisit();
    const GuiDriver &drive = room.desk.drive();
    drive.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    drive.get("sickNoteDialog");
    const auto &diagnosis = drive.get<QLineEdit>("sickDiagnosis");
    QCOMPARE(diagnosis.text(), QStringLiteral("不寐病")); // how it is treated is nobody's business
    QCOMPARE(diagnosis.cursorPosition(), 0);              // a long one is read from its beginning
    drive.fill("sickTo", QStringLiteral("2026-03-14"));
    QVERIFY(static_cast<QLabel &>(drive.get("sickDays")).text().contains(QLatin1Char('3')));
    drive.fill("sickRecommendation", QStringLiteral("居家休息"));
    drive.get("sickTo").setFocus();
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(room.printer->papers.size(), 1);
    const QString text = textOf(room.printer->papers.first());
    QVERIFY(text.contains(QStringLiteral("居家休息")));
    QVERIFY(!text.contains(QStringLiteral("不寐病"))); // was not asked for
    const auto issued = room.issued();
    QVERIFY(issued);
    QCOMPARE(issued->content.to, QDate(2026, 3, 14));
    QVERIFY(issued->content.diagnosis.isEmpty());
}

void TestVisitPrinter::sickNote_wrongDay_staysInTheDialog()
{
    Room room;
    room.openVisit();
    const GuiDriver &drive = room.desk.drive();
    drive.click("sickNote");
    drive.get("sickNoteDialog");
    drive.fill("sickTo", QStringLiteral("2026-03-01"));
    drive.key(Qt::Key_Return);
    QTest::qWait(300);
    QVERIFY(drive.find("sickNoteDialog"));
    QVERIFY(room.printer->papers.isEmpty());
    QVERIFY(!room.issued());
    drive.key(Qt::Key_Escape);
}

void TestVisitPrinter::sickNote_again_isPrintedUnchanged()
{
    Room room;
    room.openChart();
    const GuiDriver &drive = room.desk.drive();
    for (int time = 1; time <= 2; ++time) {
        drive.click("chartSickNote");
        drive.get("sickNoteDialog");
        drive.get("sickTo").setFocus();
        drive.key(Qt::Key_Return);
        QTRY_COMPARE(room.printer->papers.size(), time);
        QTRY_VERIFY(!drive.find("sickNoteDialog"));
    }
    QVERIFY(room.issued());
    const int all = room.desk.ask(room.desk.clinic.practitioner(), [](const store::Snapshot &view) {
        store::Query rows = view.connection().internal("SELECT count(*) FROM certificate /* whole table */");
        rows.next();
        return rows.get<int>(0);
    });
    QCOMPARE(all, 1);
}

void TestVisitPrinter::refusedPaper_offeredOverThePage_isPrintedByKey()
{
    Room room;
    room.openChart();
    room.printer->refuses = true;
    room.desk.drive().click("chartSummary");
    room.desk.drive().get("printBand");
    QVERIFY(
        static_cast<QLabel &>(room.desk.drive().get("printBandWords")).text().contains(QStringLiteral("out of paper")));
    room.printer->refuses = false;
    room.desk.drive().key(Qt::Key_F9, Qt::ControlModifier);
    QTRY_COMPARE(room.printer->papers.size(), 1);
    QTRY_VERIFY(!room.desk.drive().find("printBand"));
}

void TestVisitPrinter::sign_formulaAndMoxa_printsBothPapers()
{
    Room room;
    room.write(true, true);
    room.sign();
    QTRY_COMPARE(room.printer->papers.size(), 2);
    const QString prescription = textOf(room.printer->papers.at(0));
    const QString sheet = textOf(room.printer->papers.at(1));
    QVERIFY(prescription.contains(QStringLiteral("黄芪")) && !prescription.contains(QStringLiteral("Treatment sheet")));
    QVERIFY(sheet.contains(QStringLiteral("Treatment sheet")) && !sheet.contains(QStringLiteral("黄芪")));
    QTest::qWait(300);
    QCOMPARE(room.printer->papers.size(), 2);
    QVERIFY(!room.desk.drive().find("printBand"));
}

void TestVisitPrinter::sign_oneOfThem_printsThatPaper()
{
    for (const bool herbs : {true, false}) {
        Room room;
        room.write(herbs, !herbs);
        room.sign();
        QTRY_COMPARE(room.printer->papers.size(), 1);
        QCOMPARE(textOf(room.printer->papers.first()).contains(QStringLiteral("黄芪")), herbs);
        QCOMPARE(textOf(room.printer->papers.first()).contains(QStringLiteral("Treatment sheet")), !herbs);
        QTest::qWait(200);
        QCOMPARE(room.printer->papers.size(), 1);
    }
}

void TestVisitPrinter::sign_herbsAndReadyMade_areTwoPrescriptions()
{
    Room room;
    room.write(true, true, true);
    room.sign();
    QTRY_COMPARE(room.printer->papers.size(), 3);
    const QString herbs = textOf(room.printer->papers.at(0));
    const QString medicines = textOf(room.printer->papers.at(1));
    QVERIFY(herbs.contains(QStringLiteral("黄芪")) && !herbs.contains(QStringLiteral("归脾丸")));
    QVERIFY(medicines.contains(QStringLiteral("归脾丸")) && !medicines.contains(QStringLiteral("黄芪")));
    QVERIFY(textOf(room.printer->papers.at(2)).contains(QStringLiteral("Treatment sheet")));
    // The second preview key shows the second prescription.
    room.desk.drive().key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    room.desk.drive().get("paperPreview");
    room.desk.drive().key(Qt::Key_Escape);
}

void TestVisitPrinter::sign_secondPersonIsMissing_onlyTheSheetIsPrinted()
{
    Room room(true);
    room.write(true, true);
    room.sign();
    QTRY_COMPARE(room.printer->papers.size(), 1);
    QVERIFY(textOf(room.printer->papers.first()).contains(QStringLiteral("Treatment sheet")));
    QTest::qWait(300);
    QCOMPARE(room.printer->papers.size(), 1);
    // That the prescription waits is still said.
    QCOMPARE(room.strip().kind(), MessageStrip::Kind::Stop);
    QVERIFY2(room.strip().text().contains(QStringLiteral("countersigned")), qPrintable(room.strip().text()));
}

void TestVisitPrinter::sign_eachPaperItsRoute_goesItsWay()
{
    Room room;
    const QTemporaryDir folder;
    const PrintRoutes routes{{paperkind::prescription, {QStringLiteral("Dispensary"), {}, 1, {}}},
                             {paperkind::treatmentSheet, {{}, {}, 1, folder.path()}}};
    auto setting = PrintShop::of(*room.desk.window->clinic()).setRoutes(routes);
    while (!setting.isFinished())
        QTest::qWait(2);
    QVERIFY(setting.result().ok());
    room.write(true, true);
    room.sign();
    QTRY_COMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QCOMPARE(room.printer->taken, QStringList{QStringLiteral("Dispensary")});
    QFile sheet(folder.filePath(QDir(folder.path()).entryList(QDir::Files).first()));
    QVERIFY(sheet.open(QIODevice::ReadOnly));
    QVERIFY(textOf(sheet.readAll()).contains(QStringLiteral("Treatment sheet")));
}

void TestVisitPrinter::sign_noPrinter_writesNothingUnasked()
{
    Room room;
    room.printer->there = false;
    const QTemporaryDir folder;
    room.page().printer()->setFolder(folder.path());
    room.write(true, true);
    room.sign();
    QTest::qWait(400);
    QVERIFY(room.printer->papers.isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
    // Asked for, both are written.
    room.desk.drive().key(Qt::Key_F9);
    QTRY_COMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
}

void TestVisitPrinter::print_again_sendsBothOnceMore()
{
    Room room;
    room.write(true, true);
    room.sign();
    QTRY_COMPARE(room.printer->papers.size(), 2);
    room.desk.drive().key(Qt::Key_F9);
    QTRY_COMPARE(room.printer->papers.size(), 4);
    QVERIFY(textOf(room.printer->papers.at(3)).contains(QStringLiteral("Treatment sheet")));
}

QTEST_MAIN(TestVisitPrinter)
#include "tst_visitprinter.moc"
