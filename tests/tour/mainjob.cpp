#include "tour/mainjob.h"

#include "demo/frontdesk.h"
#include "ui/kit/safetyring.h"
#include "ui/prescription/checkpanel.h"
#include "ui/prescription/paperprinter.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/shell/workspace.h"
#include "ui/visit/visitpage.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

namespace xinglin::tour {

namespace {

constexpr int patienceMs = test::GuiDriver::patienceMs;

} // namespace

MainJob::MainJob(QSize size, Stop stop)
    : m_preferences(m_folder.filePath(QStringLiteral("window.ini"))), m_size(size), m_stop(std::move(stop))
{
    const auto desk = m_clinic.write(m_clinic.owner(), "resource.add", [this](store::Transaction &tx) {
        return demo::openFrontDesk(tx, civilDay(m_clinic.clock.now(), m_clinic.around().zone),
                                   {access::UserId(*m_clinic.practitioner().user)});
    });
    if (!desk)
        qFatal("%s", qUtf8Printable(desk.error().message));
    // The window opens the clinic itself.
    m_clinic.takeStore().reset();
}

MainJob::~MainJob()
{
    close();
}

void MainJob::open(const access::Surroundings &around)
{
    store::Store::forbidThread(std::this_thread::get_id());
    m_window = makeDesktop(around, m_preferences);
    m_window->resize(m_size);
    m_drive.emplace(*m_window);
    m_window->start();
}

void MainJob::close()
{
    m_drive.reset();
    m_window.reset();
    store::Store::forbidThread({});
}

void MainJob::settle()
{
    QTest::qWait(150);
}

void MainJob::stop(const char *name)
{
    settle();
    m_stop(QString::fromLatin1(name), *m_window);
}

void MainJob::expect(bool truth, const char *what)
{
    if (truth)
        return;
    stop("stuck");
    qFatal("the main job stops: %s", what);
}

void MainJob::tabTo(const char *name)
{
    for (int i = 0; i < 120; ++i) {
        if (m_drive->focus()->objectName() == QLatin1String(name))
            return;
        m_drive->key(Qt::Key_Tab);
    }
    stop("stuck");
    qFatal("Tab never reaches %s, it stands on %s", name, qPrintable(m_drive->focus()->objectName()));
}

void MainJob::signIn(const QString &login)
{
    auto &people = m_drive->get<QAbstractItemView>("people");
    m_drive->get("password");
    for (int i = 0; i < people.model()->rowCount(); ++i)
        m_drive->key(Qt::Key_Up);
    for (int i = 0; i < people.model()->rowCount() && people.currentIndex().data(Qt::UserRole + 1).toString() != login;
         ++i)
        m_drive->key(Qt::Key_Down);
    tabTo("password");
    m_drive->type(qUtf8Printable(test::TestClinic::password()));
    QSignalSpy entered(m_window.get(), &ui::MainWindow::entered);
    m_drive->key(Qt::Key_Return);
    expect(entered.wait(patienceMs), "nobody was let in");
    leaveToday();
}

void MainJob::leaveToday()
{
    const ui::Page *page = m_window->workspace() ? m_window->workspace()->current() : nullptr;
    if (page && page->placeId() == QStringLiteral("today"))
        place(2);
}

void MainJob::place(int number)
{
    m_drive->key(Qt::Key(Qt::Key_0 + number), Qt::AltModifier);
}

void MainJob::found()
{
    QTemporaryDir empty;
    access::Surroundings around = m_clinic.around();
    around.folder = empty.filePath(QStringLiteral("clinic"));
    open(around);
    m_drive->get("setUp");
    stop("first-run");
    tabTo("setUpClinic");
    words(QStringLiteral("杏林堂中医诊所"));
    tabTo("setUpOwner");
    words(QStringLiteral("方砚秋"));
    tabTo("setUpLogin");
    m_drive->type("fang");
    tabTo("setUpPassword");
    m_drive->type("short");
    tabTo("setUpPasswordAgain");
    m_drive->type("short");
    tabTo("found");
    m_drive->key(Qt::Key_Space);
    settle();
    stop("first-run-refused");
    tabTo("setUpPassword");
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    m_drive->type(qUtf8Printable(test::TestClinic::password()));
    tabTo("setUpPasswordAgain");
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    m_drive->type(qUtf8Printable(test::TestClinic::password()));
    tabTo("found");
    m_drive->key(Qt::Key_Space);
    m_drive->get("recoveryLine1");
    stop("recovery-sheet");
    QStringList lines;
    for (const char *name : {"recoveryLine1", "recoveryLine2", "recoveryLine3", "recoveryLine4"})
        lines << m_drive->get<QLabel>(name).text().mid(1).trimmed();
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    m_drive->get("recoveryTyped");
    stop("recovery-proof");
    // Each line is tried until the one that was asked for is taken.
    QSignalSpy entered(m_window.get(), &ui::MainWindow::entered);
    for (const QString &line : std::as_const(lines)) {
        if (!entered.isEmpty())
            break;
        m_drive->key(Qt::Key_A, Qt::ControlModifier);
        words(line);
        m_drive->key(Qt::Key_Return);
        entered.wait(1500);
    }
    expect(!entered.isEmpty(), "no line of the recovery sheet was taken");
    m_drive->get("patientSearch");
    stop("patients-empty");
    close();
}

void MainJob::registerPatient()
{
    open(m_clinic.around());
    m_drive->get("people");
    stop("sign-in");
    signIn(QStringLiteral("reception"));
    m_drive->get("patientSearch");
    m_drive->key(Qt::Key_N, Qt::ControlModifier);
    m_drive->get("patientName");
    tabTo("patientName");
    words(patientName());
    tabTo("patientPhone");
    m_drive->type("1381234");
    tabTo("patientBirth");
    m_drive->type("1979-08-21");
    m_drive->key(Qt::Key_Tab);
    stop("registration-problem");
    tabTo("patientPhone");
    m_drive->key(Qt::Key_End);
    m_drive->type("6207");
    tabTo("patientSex");
    for (int i = 0; i < 3; ++i)
        m_drive->key(Qt::Key_Left);
    tabTo("allergySubstance");
    m_drive->type("ml");
    settle();
    stop("registration-allergy");
    m_drive->key(Qt::Key_Return);
    settle();
    stop("registration");
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    expect(QTest::qWaitFor([&] { return m_drive->find("events") || m_drive->find("noEvents"); }, patienceMs),
           "the patient was not registered");
    stop("chart-reception");
    // A second person of the household, found by the same telephone.
    place(2);
    m_drive->get("patientSearch");
    m_drive->key(Qt::Key_N, Qt::ControlModifier);
    tabTo("patientName");
    words(QStringLiteral("崔诗菲"));
    tabTo("patientPhone");
    m_drive->type("13812346207");
    tabTo("patientBirth");
    m_drive->type("2016-11-03");
    settle();
    nameMother();
    stop("registration-household");
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    expect(QTest::qWaitFor([&] { return m_drive->find("noEvents") != nullptr; }, patienceMs),
           "the child was not registered");
    showFamily();
    place(2);
    m_drive->get("patientSearch");
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    m_drive->type("c");
    auto &table = m_drive->get<QAbstractItemView>("patientTable");
    expect(QTest::qWaitFor([&] { return table.model()->rowCount() == 2; }, patienceMs), "the two are not found");
    m_drive->get("householdTitle");
    settle();
    stop("patients");
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    m_drive->type("zzx");
    m_drive->get("registerInstead");
    stop("patients-none");
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    m_drive->key(Qt::Key_Delete);
    m_drive->key(Qt::Key_K, Qt::ControlModifier);
    m_drive->type("csf");
    settle();
    settle();
    stop("global-box");
    m_drive->key(Qt::Key_Escape);
    m_drive->key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    m_drive->get("people");
    stop("locked");
}

void MainJob::tryAWash()
{
    auto *editor = m_window->findChild<ui::PrescriptionEditor *>();
    m_drive->key(Qt::Key_N, Qt::ControlModifier);
    expect(editor->count() == 2 && editor->shown() == 1, "there is no other prescription");
    for (const char *typed : {"kushen 30", "huangbo 20", "sheng ma 10"}) {
        m_drive->type(typed);
        settle();
        m_drive->key(Qt::Key_Return);
        settle();
    }
    m_drive->get("route").setFocus();
    for (int i = 0; i < 4; ++i)
        m_drive->key(Qt::Key_Right);
    settle();
    stop("prescription-wash");
    m_drive->key(Qt::Key_F6);
    settle();
    stop("prescription-beside");
    m_drive->key(Qt::Key_F6);
    m_drive->key(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    stop("prescription-removed");
    expect(editor->count() == 1, "the wash is still there");
}

void MainJob::consult()
{
    signIn(QStringLiteral("practitioner"));
    m_drive->get("patientSearch");
    m_drive->type("6207");
    auto &table = m_drive->get<QAbstractItemView>("patientTable");
    expect(QTest::qWaitFor([&] { return table.model()->rowCount() == 2; }, patienceMs),
           "the tail of the phone finds nobody");
    m_drive->key(Qt::Key_A, Qt::ControlModifier);
    m_drive->type("csf");
    m_drive->key(Qt::Key_Down);
    settle();
    while (table.currentIndex().row() >= 0 &&
           table.currentIndex().siblingAtColumn(0).data().toString() != patientName() &&
           table.currentIndex().row() + 1 < table.model()->rowCount())
        m_drive->key(Qt::Key_Down);
    if (table.currentIndex().siblingAtColumn(0).data().toString() != patientName())
        m_drive->key(Qt::Key_Up);
    m_drive->key(Qt::Key_Return);
    m_drive->get("startVisit");
    stop("chart");
    tellFamily();
    beginVisit();
    words(complaint());
    m_drive->key(Qt::Key_Tab);
    words(QStringLiteral("夜醒一两次，梦多；晨起乏力，动则自汗，心悸偶作。纳可，二便调。"));
    m_drive->key(Qt::Key_Tab);
    m_drive->type("t36.6 bp118/76 w52 ps 11");
    m_drive->key(Qt::Key_Tab);
    words(QStringLiteral("面色少华，神清。"));
    tabTo("tongueQuick");
    m_drive->type("dh ch b ba");
    m_drive->key(Qt::Key_Return);
    tabTo("listening");
    words(QStringLiteral("语声低，气息平。"));
    tabTo("inquiryTerms");
    for (const char *finding : {"zh", "jdfl", "xj"}) { // 自汗, 倦怠乏力, 心悸
        m_drive->type(finding);
        settle();
        m_drive->key(Qt::Key_Return);
    }
    m_drive->type("rs");
    settle();
    stop("visit-findings");
    m_drive->key(Qt::Key_Return);
    tabTo("pulse0");
    for (const char *pulse : {"xi", "ruo"}) {
        m_drive->type(pulse);
        settle();
        m_drive->key(Qt::Key_Return);
    }
    m_drive->key(Qt::Key_Return);
    m_drive->type("xi");
    settle();
    stop("visit-pulse");
    m_drive->key(Qt::Key_Return);
    tabTo("disease");
    m_drive->type("bmb");
    settle();
    stop("visit-diagnosis");
    m_drive->key(Qt::Key_Return);
    tabTo("pattern");
    m_drive->type("xplx");
    settle();
    m_drive->key(Qt::Key_Return);
    tabTo("method");
    m_drive->type("byxp");
    settle();
    m_drive->key(Qt::Key_Return);
    orderTreatments();
    tabTo("advice");
    words(QStringLiteral("申时后不饮浓茶；睡前一小时离屏；温水泡脚 15 分。"));
    stop("visit");
    keepPhrase();
    keepTemplate();
    m_drive->key(Qt::Key_F12);
    m_drive->get("reference1");
    settle();
    stop("visit-reference");
    m_drive->key(Qt::Key_F12);

    m_drive->key(Qt::Key_F4);
    m_drive->get("herbSheet");
    m_drive->key(Qt::Key_F4);
    m_drive->get("formulaEdit");
    m_drive->type("gpt");
    settle();
    stop("prescription-formula");
    m_drive->key(Qt::Key_Return);
    settle();
    auto *editor = m_window->findChild<ui::PrescriptionEditor *>();
    auto *page = m_window->findChild<ui::VisitPage *>();
    expect(editor != nullptr && !editor->draft().lines.isEmpty(), "the formula was not inserted");
    tabTo("herbEdit");
    for (const char *typed : {"swt 15", "wwz 6"}) {
        m_drive->type(typed);
        settle();
        m_drive->key(Qt::Key_Return);
        settle();
    }
    m_drive->type("bz");
    settle();
    stop("prescription-herb");
    for (int i = 0; i < 2; ++i)
        m_drive->key(Qt::Key_Backspace);
    m_drive->type("dml 30");
    settle();
    m_drive->key(Qt::Key_Return);
    settle();
    settle();
    stop("prescription-finding");
    // Signing is refused while a severe finding stands open.
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    settle();
    settle();
    stop("prescription-refused");
    expect(!page->isSigned(), "it was signed over an open finding");
    m_drive->key(Qt::Key_F, Qt::AltModifier);
    settle();
    m_drive->key(Qt::Key_2);
    m_drive->get("reasonWords");
    tabTo("reasonWords");
    words(QStringLiteral("仅对贝肉过敏，煅制贝壳既往服用无恙"));
    stop("prescription-reason");
    m_drive->key(Qt::Key_Return);
    settle();
    settle();
    stop("prescription");
    tryAWash();
    keepFormula();
    orderMedicine();
    tabTo("herbEdit");
    m_drive->key(Qt::Key_Up);
    m_drive->key(Qt::Key_F12);
    settle();
    stop("prescription-reference");
    m_drive->key(Qt::Key_F12);
    page->printer()->setFolder(m_folder.path());
    page->printer()->setAlwaysPdf(true);
    QSignalSpy printed(page->printer(), &ui::PaperPrinter::printed);
    m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    if (!QTest::qWaitFor([&] { return page->isSigned(); }, 2000)) {
        // The numbers are asked for once, where they were never passed.
        m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    }
    expect(QTest::qWaitFor([&] { return page->isSigned(); }, patienceMs), "it cannot be signed");
    const auto isPrinted = [&](int papers) {
        return QTest::qWaitFor([&] { return printed.size() == papers; }, patienceMs);
    };
    expect(isPrinted(2), "signing did not print the prescription and the treatment sheet");
    stop("signed");
    m_drive->key(Qt::Key_F9);
    expect(isPrinted(4), "they were not printed again");
    m_pdf = printed.at(2).at(1).toString();
    stop("printed");
    m_drive->key(Qt::Key_Escape); // from the prescription to the note
    stop("signed-note");
    askAfterwards();
    m_drive->key(Qt::Key_Escape);
    m_drive->get("events");
    stop("chart-after");
    giveTreatments();
}

void MainJob::comeBack()
{
    close();
    open(m_clinic.around());
    m_drive->get("people");
    signIn(QStringLiteral("practitioner"));
    m_drive->get("patientSearch");
    auto &table = m_drive->get<QAbstractItemView>("patientTable");
    expect(QTest::qWaitFor([&] { return table.model()->rowCount() == 2; }, patienceMs), "the patients are gone");
    m_drive->type("csf");
    expect(QTest::qWaitFor([&] { return table.model()->rowCount() >= 1; }, patienceMs), "the patient is gone");
    m_drive->get("householdTitle"); // the panel has opened the record
    settle();
    stop("patients-again");
    m_drive->key(Qt::Key_Return);
    auto &visits = m_drive->get<QAbstractItemView>("events");
    expect(QTest::qWaitFor([&] { return visits.model()->rowCount() == 4; }, patienceMs), "the record is gone");
    stop("chart-again");
}

} // namespace xinglin::tour
