#include "base/press.h"
#include "clinic/prescription/consultation.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/messagestrip.h"
#include "ui/paper/printshop.h"
#include "ui/settings/paperssection.h"
#include "ui/visit/visitpage.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QProcess>
#include <QTest>

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
    QString defaultPrinter() override { return QStringLiteral("Front"); }
    QStringList trays(const QString &) override { return {}; }
    Result<Done> print(const PressOrder &, const QByteArray &pdf) override
    {
        const std::scoped_lock lock(m_lock);
        papers << pdf;
        return Done{};
    }
    QList<QByteArray> papers;

private:
    std::mutex m_lock;
};

/// What a program for PDFs says of one.
QString saidOf(const QByteArray &pdf, const QString &program, const QStringList &before, const QStringList &after)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("printed.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess reader;
    reader.start(program, before + QStringList{file.fileName()} + after);
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

QString textOf(const QByteArray &pdf)
{
    return saidOf(pdf, QStringLiteral("pdftotext"), {QStringLiteral("-raw")}, {QStringLiteral("-")});
}

/// Pictures in it: a head of two lines, then one line for each picture and each mask.
bool holdsPicture(const QByteArray &pdf)
{
    return saidOf(pdf, QStringLiteral("pdfimages"), {QStringLiteral("-list")}, {}).count(u'\n') > 2;
}

void goToPapers(Desk &desk)
{
    desk.drive().click("place-settings");
    auto &sections = static_cast<QListWidget &>(desk.drive().get("settingsSections"));
    sections.setFocus();
    desk.drive().key(Qt::Key_Home);
    for (int i = 0; i < sections.count() && sections.currentItem()->text() != u"Papers"; ++i)
        desk.drive().key(Qt::Key_Down);
    QCOMPARE(sections.currentItem()->text(), QStringLiteral("Papers"));
    desk.drive().key(Qt::Key_Return);
    desk.drive().get("paperLine");
    QTRY_VERIFY(!desk.window->findChild<PapersSection *>()->chosen().partsOfKind.isEmpty());
}

void chooseLogo(Desk &desk, const QString &path)
{
    desk.drive().click("chooseLogo");
    QTRY_VERIFY(desk.window->findChild<QFileDialog *>(QStringLiteral("logoDialog")));
    auto *dialog = desk.window->findChild<QFileDialog *>(QStringLiteral("logoDialog"));
    dialog->setDirectory(QFileInfo(path).path());
    dialog->selectFile(path);
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QTRY_VERIFY(!desk.window->findChild<QFileDialog *>(QStringLiteral("logoDialog")));
}

} // namespace

/// Settings › Papers in the real window, and the papers that come out afterwards.
class TestPapersScreen : public QObject
{
    Q_OBJECT

private slots:
    void papers_settledByTheOwner_comeOutAtTheNextSignature();
    void logo_wrongFile_isSaidInTheWindow();
};

void TestPapersScreen::papers_settledByTheOwner_comeOutAtTheNextSignature()
{
    std::optional<VisitId> visit;
    const QTemporaryDir folder;
    const QString logo = folder.filePath(QStringLiteral("logo.png"));
    QImage picture(400, 400, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter(&picture).fillRect(QRect(40, 40, 320, 320), QColor(120, 40, 20));
    QVERIFY(picture.save(logo));
    Desk desk([&](TestClinic &clinic) {
        const auto catalog = Catalog::load();
        consultation::Draft draft;
        draft.visit.patient = clinic.patient(QStringLiteral("陈淑芬")).id;
        draft.visit.note.complaint = QStringLiteral("失眠");
        PrescriptionDraft formula;
        formula.lines << PrescriptionLine{QStringLiteral("huangqi"), QStringLiteral("黄芪"), Mass::grams(30), {}};
        draft.prescriptions << formula;
        const auto stored = clinic.write(clinic.practitioner(), "consultation.save", [&](store::Transaction &tx) {
            return consultation::save(tx, **catalog, draft);
        });
        QVERIFY(stored.ok());
        visit = stored->revision.visit;
        const auto named = clinic.write(clinic.owner(), "clinic.edit", [](store::Transaction &tx) {
            auto profile = *access::clinicProfile(tx);
            profile.address = QStringLiteral("18 Hefang Street");
            profile.phone = QStringLiteral("0571 8700");
            return access::editClinicProfile(tx, profile);
        });
        QVERIFY(named.ok());
    });
    desk.enter("owner");
    goToPapers(desk);
    chooseLogo(desk, logo);
    QTRY_VERIFY(!desk.window->findChild<PapersSection *>()->chosen().logo.isEmpty());
    desk.drive().fill("paperLine", QStringLiteral("Closed on Wednesdays"));
    desk.drive().get("part-address").setFocus();
    desk.drive().key(Qt::Key_Space);
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.drive().key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!desk.window->findChild<PapersSection *>()->hasUnsaved());
    // Somebody else, in a store that was opened anew.
    QSignalSpy out(desk.window.get(), &MainWindow::signedOut);
    desk.window->signOut();
    QVERIFY(out.count() > 0 || out.wait(60'000));
    desk.enter("practitioner");
    const auto printer = std::make_shared<DeskPrinter>();
    PrintShop::of(*desk.window->clinic()).setPress(printer);
    auto *page = static_cast<VisitPage *>(desk.window->workspace()->page(QStringLiteral("visit")));
    page->openVisit(*visit);
    desk.window->workspace()->go(QStringLiteral("visit"));
    QTRY_VERIFY(page->patient() && desk.drive().find("complaint"));
    desk.drive().key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printer->papers.size(), 1);
    const QString text = textOf(printer->papers.first());
    QVERIFY2(text.contains(QStringLiteral("Closed on Wednesdays")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("0571 8700")) && !text.contains(QStringLiteral("Hefang")), qPrintable(text));
    QVERIFY(holdsPicture(printer->papers.first()));
}

void TestPapersScreen::logo_wrongFile_isSaidInTheWindow()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("logo.png"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a letter") > 0);
    file.close();
    Desk desk;
    desk.enter("owner");
    goToPapers(desk);
    desk.drive().fill("paperLine", QStringLiteral("Closed on Wednesdays"));
    chooseLogo(desk, path);
    auto &strip = static_cast<MessageStrip &>(desk.drive().get("papersStrip"));
    QCOMPARE(strip.kind(), MessageStrip::Kind::Stop);
    QVERIFY2(strip.text().contains(QStringLiteral("PNG, JPEG or SVG")), qPrintable(strip.text()));
    QCOMPARE(static_cast<QLineEdit &>(desk.drive().get("paperLine")).text(), QStringLiteral("Closed on Wednesdays"));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
}

QTEST_MAIN(TestPapersScreen)
#include "tst_papersscreen.moc"
