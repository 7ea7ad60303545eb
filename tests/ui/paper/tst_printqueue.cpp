#include "access/auditlog.h"
#include "support/faultyfiles.h"
#include "support/testclinic.h"
#include "ui/kit/style.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"
#include "ui/paper/printband.h"
#include "ui/paper/printshop.h"
#include "ui/settings/printingsection.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <mutex>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

const QString patientName = QStringLiteral("陈淑芬");

Sheets paper(const QString &kind = paperkind::prescription)
{
    Sheets sheets;
    sheets.title = QStringLiteral("处方笺 ") + patientName;
    sheets.fileName = pdfName(QStringLiteral("20260312-A013"));
    sheets.pages = 2;
    sheets.paint = [](QPainter &painter, int page) {
        PaperText::draw(painter, 10, 20, patientName, PaperText::Face::Song, 13);
        PaperText::draw(painter, 10, 30, QStringLiteral("黄芪 %1 g").arg(page + 1), PaperText::Face::Hei, 10.5);
    };
    sheets.about.kind = kind;
    return sheets;
}

/// A printer of the test's own: what it took, or why it takes nothing.
class DeskPrinter final : public Press
{
public:
    QStringList printers() override { return {QStringLiteral("Front"), QStringLiteral("Label")}; }
    QString defaultPrinter() override { return m_first; }
    QStringList trays(const QString &printer) override
    {
        return printer == u"Front" ? QStringList{QStringLiteral("Upper"), QStringLiteral("Lower")} : QStringList();
    }
    Result<Done> print(const PressOrder &order, const QByteArray &pdf) override
    {
        const std::scoped_lock lock(m_lock);
        if (!refusal.isEmpty())
            return Error{Code::Broken, refusal, {}, {}};
        orders << order;
        papers << pdf;
        return Done{};
    }
    void withoutDefault() { m_first.clear(); }

    QString refusal;
    QList<PressOrder> orders;
    QList<QByteArray> papers;

private:
    std::mutex m_lock;
    QString m_first = QStringLiteral("Front");
};

/// A practitioner's open clinic with a printer.
struct Room
{
    Room() : clinic(base.takeStore(), base.practitioner())
    {
        shop = &PrintShop::of(clinic);
        shop->setPress(printer);
        me = *base.practitioner().user;
    }
    Result<PrintOutcome> send(const Sheets &sheets, PrintWish wish = {})
    {
        if (wish.folder.isEmpty())
            wish.folder = base.folder() + QStringLiteral("/pdf");
        auto sending = shop->send([sheets](const PaperDress &) { return sheets; }, wish);
        while (!sending.isFinished())
            QTest::qWait(2);
        return sending.result();
    }
    QList<PrintJob> left(const Uuid &whose)
    {
        std::optional<QList<PrintJob>> told;
        const auto listening =
            QObject::connect(shop, &PrintShop::leftChanged, shop, [&](const Uuid &person, const QList<PrintJob> &jobs) {
                if (person == whose)
                    told = jobs;
            });
        shop->look(whose);
        if (!QTest::qWaitFor([&] { return told.has_value(); }, 10000))
            qFatal("nobody tells what is left");
        QObject::disconnect(listening);
        return *told;
    }
    QList<PrintJob> left() { return left(me); }
    QStringList files() const { return QDir(base.folder() + QStringLiteral("/print")).entryList(QDir::Files); }
    int audited(const char *action)
    {
        auto asked = clinic.read([action](const store::Snapshot &view) {
            store::Query rows =
                view.connection().internal("SELECT count(*) FROM audit WHERE action = ?1 /* whole table */");
            rows.bind(QString::fromLatin1(action)).next();
            return rows.get<int>(0);
        });
        while (!asked.isFinished())
            QTest::qWait(2);
        return *asked.result();
    }
    void set(const PrintRoutes &routes)
    {
        auto setting = shop->setRoutes(routes);
        while (!setting.isFinished())
            QTest::qWait(2);
        QVERIFY(setting.result().ok());
    }

    TestClinic base;
    Clinic clinic;
    PrintShop *shop;
    std::shared_ptr<DeskPrinter> printer = std::make_shared<DeskPrinter>();
    Uuid me{Uuid::Bytes{}};
};

QString textOf(const QByteArray &pdf, const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("printed.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), file.fileName(), QStringLiteral("-")});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

/// A command of the printing system, in a folder that is looked through first.
void script(const QTemporaryDir &folder, const char *name, const QByteArray &lines)
{
    QFile file(folder.filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + lines);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

/// Looks through the scripts' folder first, as long as it lives.
struct PathFirst
{
    explicit PathFirst(const QString &folder) : before(qgetenv("PATH"))
    {
        qputenv("PATH", folder.toUtf8() + ':' + before);
    }
    ~PathFirst() { qputenv("PATH", before); }
    QByteArray before;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Papers on their way to a printer.
class TestPrintQueue : public QObject
{
    Q_OBJECT

private slots:
    void send_printerTakesIt_leavesNothing();
    void send_routedKind_goesToItsPrinterTrayAndCopies();
    void send_folderAsRoute_isWrittenThere();
    void send_withoutPrinter_isWrittenBelowTheWish();
    void send_unaskedWithoutPrinter_writesNothing();
    void send_printerRefuses_staysWithTheReason();
    void kept_onDisk_saysNothingOfThePatient();
    void kept_movedToAnotherPerson_doesNotOpen();
    void again_afterARefusal_printsTheSamePagesAudited();
    void discard_left_isGoneAndAudited();
    void send_killed_isOfferedAtTheNextStart();
    void send_diskFails_printsOrTells();
    void send_clinicUnreadable_printsNothing();
    void system_lp_getsOrderAndPages();
    void system_lpRefuses_saysWhy();
    void system_lists_arePrintersAndTrays();
    void band_left_printsByKey();
    void section_chosen_countsForTheNextPaper();
    void keyFor_purpose_isItsOwn();
};

void TestPrintQueue::send_printerTakesIt_leavesNothing()
{
    Room room;
    const auto outcome = room.send(paper());
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->printer, QStringLiteral("Front"));
    QCOMPARE(room.printer->orders, (QList<PressOrder>{{QStringLiteral("Front"), {}, 1, QStringLiteral("A5")}}));
    QVERIFY(room.files().isEmpty());
    QVERIFY(room.left().isEmpty());
    const QTemporaryDir folder;
    const QString text = textOf(room.printer->papers.first(), folder);
    QCOMPARE(text.count(patientName), 2);
    QVERIFY(text.contains(QStringLiteral("黄芪 2 g")));
}

void TestPrintQueue::send_routedKind_goesToItsPrinterTrayAndCopies()
{
    Room room;
    room.set({{paperkind::treatmentSheet, {QStringLiteral("Label"), QStringLiteral("Lower"), 2, {}}}});
    QVERIFY(room.send(paper(paperkind::treatmentSheet)).ok());
    QVERIFY(room.send(paper()).ok());
    const QList<PressOrder> wanted{{QStringLiteral("Label"), QStringLiteral("Lower"), 2, QStringLiteral("A5")},
                                   {QStringLiteral("Front"), {}, 1, QStringLiteral("A5")}};
    QCOMPARE(room.printer->orders, wanted);
}

void TestPrintQueue::send_folderAsRoute_isWrittenThere()
{
    const QTemporaryDir folder;
    Room room;
    room.set({{paperkind::prescription, {{}, {}, 1, folder.path()}}});
    const auto outcome = room.send(paper());
    QVERIFY(outcome.ok() && outcome->chosen);
    QCOMPARE(outcome->path, folder.filePath(QStringLiteral("20260312-A013.pdf")));
    QVERIFY(bytesOf(outcome->path).startsWith("%PDF"));
    QVERIFY(room.printer->orders.isEmpty() && room.files().isEmpty());
}

void TestPrintQueue::send_withoutPrinter_isWrittenBelowTheWish()
{
    Room room;
    room.printer->withoutDefault();
    const auto outcome = room.send(paper());
    QVERIFY(outcome.ok() && !outcome->chosen);
    QVERIFY(bytesOf(outcome->path).startsWith("%PDF"));
    QVERIFY(room.files().isEmpty());
}

void TestPrintQueue::send_unaskedWithoutPrinter_writesNothing()
{
    Room room;
    room.printer->withoutDefault();
    const auto outcome = room.send(paper(), {{}, false, true});
    QVERIFY(outcome.ok());
    QCOMPARE(*outcome, PrintOutcome{});
    QVERIFY(!QDir(room.base.folder() + QStringLiteral("/pdf")).exists());
    QVERIFY(room.files().isEmpty());
}

void TestPrintQueue::send_printerRefuses_staysWithTheReason()
{
    Room room;
    room.printer->refusal = QStringLiteral("no paper in the tray");
    const auto outcome = room.send(paper());
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().message, room.printer->refusal);
    const QList<PrintJob> left = room.left();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().error, room.printer->refusal);
    QCOMPARE(left.first().about.kind, paperkind::prescription);
    // Nobody else is offered it.
    QVERIFY(room.left(*room.base.receptionist().user).isEmpty());
}

void TestPrintQueue::kept_onDisk_saysNothingOfThePatient()
{
    Room room;
    room.printer->refusal = QStringLiteral("no");
    QVERIFY(!room.send(paper()).ok());
    QCOMPARE(room.files().size(), 1);
    const QByteArray bytes = bytesOf(room.base.folder() + QStringLiteral("/print/") + room.files().first());
    QVERIFY(bytes.size() > 1000);
    for (const QByteArray &plain : {patientName.toUtf8(), QByteArray("%PDF"), QByteArray("20260312"),
                                    QByteArray("prescription"), QByteArray("title")})
        QVERIFY2(!bytes.contains(plain), plain.constData());
    QVERIFY(!room.files().first().contains(u"20260312"));
}

void TestPrintQueue::kept_movedToAnotherPerson_doesNotOpen()
{
    Room room;
    room.printer->refusal = QStringLiteral("no");
    QVERIFY(!room.send(paper()).ok());
    const Uuid other = *room.base.receptionist().user;
    const QString folder = room.base.folder() + QStringLiteral("/print/");
    QString theirs = room.files().first();
    theirs.replace(room.me.toString(), other.toString());
    QVERIFY(QFile::copy(folder + room.files().first(), folder + theirs));
    QVERIFY(room.left(other).isEmpty());
    QCOMPARE(room.left().size(), 1);
}

void TestPrintQueue::again_afterARefusal_printsTheSamePagesAudited()
{
    Room room;
    room.printer->refusal = QStringLiteral("no");
    Sheets sheets = paper();
    sheets.about.entity = QStringLiteral("prescription");
    sheets.about.subject = room.me;
    QVERIFY(!room.send(sheets).ok());
    const QList<PrintJob> left = room.left();
    QCOMPARE(left.size(), 1);
    QCOMPARE(room.audited("paper.again"), 0);
    QSignalSpy failed(room.shop, &PrintShop::failed);
    room.shop->again(left.first());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(room.left().size(), 1);
    room.printer->refusal.clear();
    room.shop->again(left.first());
    QTRY_COMPARE(room.printer->papers.size(), 1);
    QTRY_VERIFY(room.files().isEmpty());
    QTRY_VERIFY(room.left().isEmpty());
    QCOMPARE(room.audited("paper.again"), 2);
    const QTemporaryDir folder;
    QCOMPARE(textOf(room.printer->papers.first(), folder).count(patientName), 2);
}

void TestPrintQueue::discard_left_isGoneAndAudited()
{
    Room room;
    room.printer->refusal = QStringLiteral("no");
    QVERIFY(!room.send(paper()).ok());
    room.shop->discard(room.left().first());
    QTRY_VERIFY(room.files().isEmpty());
    QTRY_VERIFY(room.left().isEmpty());
    QCOMPARE(room.audited("paper.discard"), 1);
    QVERIFY(room.printer->papers.isEmpty());
}

void TestPrintQueue::send_killed_isOfferedAtTheNextStart()
{
    TestClinic base;
    const Uuid me = *base.practitioner().user;
    base.takeStore().reset(); // the child opens it
    const QTemporaryDir scripts;
    const QString mark = scripts.filePath(QStringLiteral("busy"));
    script(scripts, "lpstat", "echo 'system default destination: Front'\n");
    script(scripts, "lp", "cat > /dev/null\ntouch " + mark.toUtf8() + "\nexec sleep 60\n");
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), scripts.path() + u':' + environment.value(QStringLiteral("PATH")));
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--send"), base.folder()});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(mark), 60000); // all pages are with the printing system
    child.kill();
    QVERIFY(child.waitForFinished());

    auto opened = access::signIn(base.around(), QStringLiteral("practitioner"), TestClinic::password());
    QVERIFY2(opened.ok(), qUtf8Printable(opened ? QString() : opened.error().message));
    Clinic clinic(std::move(opened->store), opened->actor);
    const auto printer = std::make_shared<DeskPrinter>();
    PrintShop &shop = PrintShop::of(clinic);
    shop.setPress(printer);
    QVERIFY(applyTheme(*qApp, ThemeName::Paper, 1.0).ok());
    QWidget window;
    PrintBand band(clinic, me, &window);
    window.show();
    QTRY_VERIFY(band.isVisible());
    QVERIFY(band.findChild<QLabel *>(QStringLiteral("printBandWords"))
                ->text()
                .contains(paperkind::name(paperkind::prescription)));
    QTest::mouseClick(band.findChild<QPushButton *>(QStringLiteral("printLeft")), Qt::LeftButton);
    QTRY_COMPARE(printer->papers.size(), 1);
    QTRY_VERIFY(!band.isVisible());
    const QTemporaryDir folder;
    const QString text = textOf(printer->papers.first(), folder);
    QVERIFY(text.contains(patientName) && text.contains(QStringLiteral("黄芪 2 g")));
}

void TestPrintQueue::send_diskFails_printsOrTells()
{
    TestClinic base;
    const Uuid me = *base.practitioner().user;
    DiskFiles disk;
    FaultyFiles files(disk);
    const QTemporaryDir folder;
    for (int call = 1; call <= 8; ++call) {
        for (const auto how : {FaultyFiles::How::Before, FaultyFiles::How::Torn, FaultyFiles::How::After}) {
            SystemRandom random;
            const QString place = folder.filePath(QString::number(call) + u'-' + QString::number(int(how)));
            const auto key = [] { return SecretBytes::copyOf(std::vector<std::uint8_t>(32, 7)); };
            PrintQueue queue(files, place, key());
            PrintJob job;
            job.id = Uuid::create(base.clock, random);
            job.user = me;
            job.title = patientName;
            job.pdf = QByteArray(5000, 'p');
            files.failAt(call, how, true);
            const bool kept = queue.keep(job).ok();
            job.error = QStringLiteral("no");
            const bool keptAgain = kept && queue.keep(job).ok();
            files.heal();
            PrintQueue later(files, place, key());
            const auto left = later.jobs(me);
            QVERIFY(left.ok());
            // What was kept once is there, whole, as it was before or after.
            QVERIFY(left->size() == 1 || (!kept && left->isEmpty()));
            if (!left->isEmpty()) {
                QCOMPARE(left->first().pdf, job.pdf);
                QCOMPARE(left->first().title, job.title);
                QVERIFY(!keptAgain || left->first().error == job.error);
            }
        }
    }
}

void TestPrintQueue::send_clinicUnreadable_printsNothing()
{
    Room room;
    auto breaking = room.clinic.write("test.act", [](store::Transaction &tx) -> Result<Done> {
        tx.connection().internal("ALTER TABLE clinic RENAME TO clinic_gone").run();
        return Done{};
    });
    while (!breaking.isFinished())
        QTest::qWait(2);
    QVERIFY(breaking.result().ok());
    const auto outcome = room.send(paper());
    QVERIFY(!outcome);
    QVERIFY(!outcome.error().message.isEmpty());
    QVERIFY(room.printer->papers.isEmpty());
    QVERIFY(room.files().isEmpty());
    QVERIFY(!QDir(room.base.folder() + QStringLiteral("/pdf")).exists());
}

void TestPrintQueue::system_lp_getsOrderAndPages()
{
    const QTemporaryDir scripts;
    const QString said = scripts.filePath(QStringLiteral("said"));
    const QString pages = scripts.filePath(QStringLiteral("pages"));
    script(scripts, "lp", "printf '%s\\n' \"$@\" > " + said.toUtf8() + "\ncat > " + pages.toUtf8() + "\n");
    const PathFirst path(scripts.path());
    const QByteArray pdf = *pdfOf(paper());
    SystemPress press;
    QVERIFY(press.print({QStringLiteral("Front"), QStringLiteral("Lower"), 2, QStringLiteral("A5")}, pdf).ok());
    QCOMPARE(bytesOf(pages), pdf);
    QCOMPARE(bytesOf(said), QByteArray("-d\nFront\n-n\n2\n-t\nXinglin\n-o\nmedia=A5\n-o\nprint-scaling=none\n-o\n"
                                       "InputSlot=Lower\n-\n"));
}

void TestPrintQueue::system_lpRefuses_saysWhy()
{
    const QTemporaryDir scripts;
    script(scripts, "lp", "echo 'lp: The printer or class does not exist.' >&2\nexit 1\n");
    const PathFirst path(scripts.path());
    SystemPress press;
    const auto done = press.print({QStringLiteral("Gone"), {}, 1, QStringLiteral("A5")}, QByteArray(300000, 'x'));
    QVERIFY(!done.ok());
    QVERIFY(done.error().message.contains(QStringLiteral("Gone")));
    QVERIFY(done.error().message.contains(QStringLiteral("does not exist")));
}

void TestPrintQueue::system_lists_arePrintersAndTrays()
{
    const QTemporaryDir scripts;
    script(scripts, "lpstat",
           "if [ \"$1\" = -e ]; then printf 'Front\\nLabel\\n'; else echo 'system default destination: Label'; fi\n");
    script(scripts, "lpoptions",
           "printf 'PageSize/Media Size: *A4 A5\\nInputSlot/Media Source: *Auto Upper Lower\\n'\n");
    {
        const PathFirst path(scripts.path());
        SystemPress press;
        QCOMPARE(press.printers(), (QStringList{QStringLiteral("Front"), QStringLiteral("Label")}));
        QCOMPARE(press.defaultPrinter(), QStringLiteral("Label"));
        QCOMPARE(press.trays(QStringLiteral("Front")),
                 (QStringList{QStringLiteral("Auto"), QStringLiteral("Upper"), QStringLiteral("Lower")}));
    }
    script(scripts, "lpstat", "echo 'no system default destination'\n");
    const PathFirst path(scripts.path());
    SystemPress press;
    QCOMPARE(press.defaultPrinter(), QString());
}

void TestPrintQueue::band_left_printsByKey()
{
    Room room;
    QVERIFY(applyTheme(*qApp, ThemeName::Paper, 1.0).ok());
    QWidget window;
    PrintBand band(room.clinic, room.me, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::qWait(50);
    QVERIFY(!band.isVisible());
    room.printer->refusal = QStringLiteral("the printer is out of paper");
    QVERIFY(!room.send(paper()).ok());
    QVERIFY(!room.send(paper(paperkind::treatmentSheet)).ok());
    auto *words = band.findChild<QLabel *>(QStringLiteral("printBandWords"));
    QTRY_VERIFY(band.isVisible() && words->text().contains(QLatin1Char('2')));
    QVERIFY(words->text().contains(room.printer->refusal));
    room.printer->refusal.clear();
    band.rest(true);
    band.rest(false);
    QTest::keyClick(&window, Qt::Key_F9, Qt::ControlModifier);
    QTRY_COMPARE(room.printer->papers.size(), 2);
    QTRY_VERIFY(!band.isVisible());
    QVERIFY(room.files().isEmpty());
}

void TestPrintQueue::section_chosen_countsForTheNextPaper()
{
    Room room;
    QVERIFY(applyTheme(*qApp, ThemeName::Paper, 1.0).ok());
    Who who;
    who.clinic.name = QStringLiteral("杏林堂");
    PrintingSection section(room.clinic, who);
    section.resize(1100, 600);
    section.show();
    QTRY_COMPARE(section.printers().names.size(), 2);
    auto *printer = section.findChild<QComboBox *>(QStringLiteral("printer-prescription"));
    auto *tray = section.findChild<QComboBox *>(QStringLiteral("tray-prescription"));
    auto *copies = section.findChild<QWidget *>(QStringLiteral("copies-prescription"));
    QTRY_VERIFY(printer->isEnabled());
    QCOMPARE(printer->count(), 4); // default, two printers, a folder
    printer->setFocus();
    QTest::keyClick(printer, Qt::Key_Down); // Front
    QTRY_VERIFY(tray->isEnabled());
    QCOMPARE(tray->count(), 3);
    tray->setFocus();
    QTest::keyClick(tray, Qt::Key_Down);
    QTest::keyClick(tray, Qt::Key_Down);
    copies->setFocus();
    QTest::keyClick(copies, Qt::Key_Up);
    const QString path = printRoutesPath(room.base.folder());
    DiskFiles disk;
    const PrintRoute wanted{QStringLiteral("Front"), QStringLiteral("Lower"), 2, {}};
    QTRY_COMPARE(readPrintRoutes(disk, path).value(paperkind::prescription), wanted);
    QTest::mouseClick(section.findChild<QPushButton *>(QStringLiteral("test-prescription")), Qt::LeftButton);
    QTRY_COMPARE(room.printer->orders.size(), 1);
    QCOMPARE(room.printer->orders.first(),
             (PressOrder{QStringLiteral("Front"), QStringLiteral("Lower"), 2, QStringLiteral("A5")}));
    const QTemporaryDir folder;
    QVERIFY(textOf(room.printer->papers.first(), folder).contains(QStringLiteral("杏林堂")));
    // Another printer has other trays.
    printer->setFocus();
    QTest::keyClick(printer, Qt::Key_Down);
    const PrintRoute other{QStringLiteral("Label"), {}, 2, {}};
    QTRY_COMPARE(readPrintRoutes(disk, path).value(paperkind::prescription), other);
}

void TestPrintQueue::keyFor_purpose_isItsOwn()
{
    TestClinic base;
    const SecretBytes first = base.store().keyFor("print queue");
    QCOMPARE(first.size(), std::size_t(32));
    QVERIFY(!first.equals(base.store().keyFor("something else")));
    QVERIFY(!first.equals(*base.session().databaseKey));
    base.reopen();
    QVERIFY(first.equals(base.store().keyFor("print queue")));
}

/// Sends a paper to a printer that never ends, until it is killed.
int sendForever(const QString &folder)
{
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = folder;
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    auto opened = access::signIn(around, QStringLiteral("practitioner"), TestClinic::password());
    if (!opened)
        return 3;
    Clinic clinic(std::move(opened->store), opened->actor);
    PrintShop::of(clinic).send([](const PaperDress &) { return paper(); }, {folder + QStringLiteral("/pdf")});
    return QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments();
        arguments.size() == 3 && arguments.at(1) == u"--send")
        return sendForever(arguments.at(2));
    TestPrintQueue test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_printqueue.moc"
