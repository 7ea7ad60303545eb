#include "clinic/prescription/consultation.h"
#include "clinic/treatment/sessions.h"
#include "support/desk.h"
#include "ui/kit/messagestrip.h"
#include "ui/patient/chartpage.h"
#include "ui/prescription/paperprinter.h"
#include "ui/treatment/ordermodel.h"
#include "ui/treatment/treatmentpage.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

/// A woman with acupuncture of two points, to be given three times, and ten times moxa.
struct Room
{
    explicit Room(const char *login = "reception", bool withoutPoints = false)
        : scalp(withoutPoints), desk([this](TestClinic &clinic) { prepare(clinic); })
    {
        desk.enter(login);
        page = static_cast<TreatmentPage *>(desk.window->workspace()->page(QStringLiteral("treatments")));
    }
    void prepare(TestClinic &clinic)
    {
        const auto loaded = Catalog::load();
        woman = clinic.patient(QStringLiteral("陈淑芬"));
        consultation::Draft draft;
        draft.visit.patient = woman.id;
        draft.visit.note.complaint = QStringLiteral("失眠");
        TreatmentDraft needles;
        needles.service = QStringLiteral("svc_body_needle");
        needles.name = QStringLiteral("普通针刺");
        needles.minutes = 25;
        needles.sessions = 3;
        for (const char *id : {"ht7", "st36"})
            needles.points << treatment::pointOf(**loaded, needles, *(*loaded)->points.find(QLatin1String(id)));
        TreatmentDraft moxa;
        moxa.kind = TherapyKind::Moxibustion;
        moxa.service = QStringLiteral("svc_moxa_stick");
        moxa.name = QStringLiteral("艾条灸");
        moxa.sessions = 10;
        draft.treatments = {needles, moxa};
        if (scalp) {
            TreatmentDraft further;
            further.service = QStringLiteral("svc_scalp_needle");
            further.name = QStringLiteral("头皮针");
            draft.treatments = {further, moxa};
        }
        const auto stored = clinic.write(clinic.practitioner(), "consultation.sign", [&](store::Transaction &tx) {
            return consultation::sign(tx, **loaded, draft);
        });
        QVERIFY(stored.ok());
        visit = stored->revision.visit;
    }
    /// From the chart by its key.
    void open()
    {
        auto *chart = static_cast<ChartPage *>(desk.window->workspace()->page(QStringLiteral("chart")));
        chart->openPatient(woman.id);
        desk.window->workspace()->go(QStringLiteral("chart"));
        QTRY_VERIFY(desk.drive().find("chartTreatments"));
        desk.drive().key(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(desk.drive().find("orders"));
        QTRY_COMPARE(list().model()->rowCount(), 2);
    }
    QAbstractItemView &list() { return static_cast<QAbstractItemView &>(desk.drive().get("orders")); }
    QString strip() { return desk.drive().find<MessageStrip>("treatmentStrip")->text(); }
    QList<treatment::Order> orders()
    {
        const auto found = desk.ask(
            desk.clinic.owner(), [this](const store::Snapshot &view) { return treatment::ordersOf(view, woman.id); });
        return found ? *found : QList<treatment::Order>();
    }
    treatment::Order needles()
    {
        for (const treatment::Order &order : orders()) {
            if (order.treatment.content.kind == TherapyKind::Acupuncture)
                return order;
        }
        return {};
    }
    QString label(const char *name) { return static_cast<QLabel &>(desk.drive().get(name)).text(); }

    bool scalp; ///< Needling without points instead.
    Patient woman;
    std::optional<VisitId> visit;
    Desk desk;
    TreatmentPage *page = nullptr;
};

} // namespace

/// Treatments being given: needles in, needles out.
class TestTreatmentPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void session_byKeys_countsNeedlesInAndOut();
    void session_wrongNumberOfNeedles_isRefusedUntilWritten();
    void session_brokenOff_staysToBeGiven();
    void session_withoutNeedles_isGivenByOneKey();
    void session_needlesWithoutPoints_areCountedToo();
    void session_enteredInError_needsAReason();
    void page_whatIsCounted_staysWhenItIsReadAnew();
    void page_forTheOwner_showsAndGivesNothing();
    void page_forTheDispenser_isNotThere();
    void sheet_byF9_isWritten();
    void esc_leadsBackToTheChart();
    void model_holdsWhatTestersAsk();
};

void TestTreatmentPage::session_byKeys_countsNeedlesInAndOut()
{
    Room room;
    room.open();
    const GuiDriver &drive = room.desk.drive();
    QVERIFY(room.label("orderWords").contains(QStringLiteral("HT7 Shenmen")));
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(drive.focus()->objectName(), QStringLiteral("needlesIn"));
    QCOMPARE(static_cast<QLineEdit *>(drive.focus())->text(), QStringLiteral("4"));
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(room.needles().running());
    QTRY_VERIFY(drive.find("needlesOut"));
    QVERIFY(room.label("needlesInside").contains(QStringLiteral("4 needle")));
    QVERIFY(room.label("needlesInside").contains(QStringLiteral("10:25")));
    QTRY_COMPARE(drive.focus()->objectName(), QStringLiteral("orders"));
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(drive.focus()->objectName(), QStringLiteral("needlesOut"));
    QCOMPARE(static_cast<QLineEdit *>(drive.focus())->text(), QString()); // counted, never proposed
    drive.key(Qt::Key_Return);
    QVERIFY(drive.find("needlesProblem"));
    QVERIFY(room.needles().running());
    drive.type("4");
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(!room.needles().running());
    QCOMPARE(room.needles().remaining(), 2);
    const TreatmentSession session = room.needles().sessions.first();
    QCOMPARE(session.status, SessionStatus::Completed);
    QCOMPARE(session.needlesOut, std::optional(4));
    QCOMPARE(session.performer, QStringLiteral("林小满"));
    QTRY_VERIFY(room.label("orderState").contains(QStringLiteral("1 of 3")));
}

void TestTreatmentPage::session_wrongNumberOfNeedles_isRefusedUntilWritten()
{
    Room room;
    room.open();
    const GuiDriver &drive = room.desk.drive();
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(drive.focus()->objectName(), QStringLiteral("needlesIn"));
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(drive.find("needlesOut"));
    drive.get("needlesOut").setFocus();
    drive.type("3");
    QVERIFY(drive.find("needlesReason")); // at once, beside the number
    QVERIFY(room.label("needlesProblem").contains(u'4'));
    drive.key(Qt::Key_Return);
    QTest::qWait(100);
    QVERIFY(room.needles().running());
    QCOMPARE(drive.focus()->objectName(), QStringLiteral("needlesOut"));
    drive.get("needlesReason").setFocus();
    drive.commit(QStringLiteral("一针落于床单，已找到"));
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(!room.needles().running());
    QCOMPARE(room.needles().sessions.first().needlesReason, QStringLiteral("一针落于床单，已找到"));
    QTRY_VERIFY(room.label("session0").contains(QStringLiteral("一针落于床单")));
}

void TestTreatmentPage::session_brokenOff_staysToBeGiven()
{
    Room room;
    room.open();
    const GuiDriver &drive = room.desk.drive();
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(drive.focus()->objectName(), QStringLiteral("needlesIn"));
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(drive.find("needlesOut"));
    drive.get("needlesOut").setFocus();
    drive.type("4");
    drive.click("sessionStop");
    QTRY_VERIFY(!room.needles().running());
    QCOMPARE(room.needles().remaining(), 3);
    QCOMPARE(room.needles().sessions.first().status, SessionStatus::Stopped);
}

void TestTreatmentPage::session_withoutNeedles_isGivenByOneKey()
{
    Room room;
    room.open();
    const GuiDriver &drive = room.desk.drive();
    drive.key(Qt::Key_Down);
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(drive.focus()->objectName(), QStringLiteral("sessionGiven"));
    QVERIFY(!drive.find("needlesIn"));
    drive.key(Qt::Key_Space);
    const auto remaining = [&] {
        for (const treatment::Order &order : room.orders()) {
            if (order.treatment.content.kind == TherapyKind::Moxibustion)
                return order.remaining();
        }
        return -1;
    };
    QTRY_COMPARE(remaining(), 9);
    QTRY_VERIFY(room.label("orderState").contains(QStringLiteral("1 of 10")));
}

void TestTreatmentPage::session_needlesWithoutPoints_areCountedToo()
{
    Room room("reception", true);
    room.open();
    const GuiDriver &drive = room.desk.drive();
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(drive.focus()->objectName(), QStringLiteral("needlesIn"));
    QCOMPARE(static_cast<QLineEdit *>(drive.focus())->text(), QString());
    drive.key(Qt::Key_Return); // nothing says how many: they are counted first
    QTest::qWait(100);
    QVERIFY(!room.needles().running());
    drive.type("8");
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(room.needles().running());
    QCOMPARE(room.needles().running()->needlesIn, 8);
}

void TestTreatmentPage::session_enteredInError_needsAReason()
{
    Room room;
    room.open();
    const GuiDriver &drive = room.desk.drive();
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(drive.focus()->objectName(), QStringLiteral("needlesIn"));
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(drive.find("sessionWrong0"));
    drive.click("sessionWrong0");
    QTRY_VERIFY(room.page->findChild<QLineEdit *>(QStringLiteral("retractReason")));
    auto *reason = room.page->findChild<QLineEdit *>(QStringLiteral("retractReason"));
    QTRY_VERIFY(reason->hasFocus());
    QTest::keyClick(reason, Qt::Key_Return); // nothing is written yet
    QTest::qWait(50);
    QCOMPARE(room.needles().sessions.size(), 1);
    reason->setText(QStringLiteral("记错人"));
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_VERIFY(room.needles().sessions.isEmpty());
    QTRY_VERIFY(!drive.find("session0"));
}

void TestTreatmentPage::page_whatIsCounted_staysWhenItIsReadAnew()
{
    Room room;
    room.open();
    const GuiDriver &drive = room.desk.drive();
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(drive.focus()->objectName(), QStringLiteral("needlesIn"));
    drive.key(Qt::Key_Return);
    QTRY_VERIFY(drive.find("needlesOut"));
    drive.get("needlesOut").setFocus();
    drive.type("3");
    QVERIFY(room.page->hasUnsaved());
    room.page->openPatient(room.woman.id); // somebody else has changed something
    QTest::qWait(200);
    QCOMPARE(static_cast<QLineEdit &>(drive.get("needlesOut")).text(), QStringLiteral("3"));
}

void TestTreatmentPage::page_forTheOwner_showsAndGivesNothing()
{
    Room room("owner");
    room.open();
    QVERIFY(!room.desk.drive().find("sessionBegin"));
    QVERIFY(!room.desk.drive().find("treatmentSheet"));
    room.desk.drive().key(Qt::Key_Return);
    QCOMPARE(room.desk.drive().focus()->objectName(), QStringLiteral("orders"));
}

void TestTreatmentPage::page_forTheDispenser_isNotThere()
{
    Room room("dispenser");
    QVERIFY(!room.page);
    auto *chart = static_cast<ChartPage *>(room.desk.window->workspace()->page(QStringLiteral("chart")));
    chart->openPatient(room.woman.id);
    room.desk.window->workspace()->go(QStringLiteral("chart"));
    QTRY_VERIFY(room.desk.drive().find("events"));
    QVERIFY(!room.desk.drive().find("chartTreatments"));
}

void TestTreatmentPage::sheet_byF9_isWritten()
{
    Room room;
    room.open();
    QTemporaryDir folder;
    room.page->printer()->setFolder(folder.path());
    room.page->printer()->setAlwaysPdf(true);
    QSignalSpy printed(room.page->printer(), &PaperPrinter::printed);
    room.desk.drive().key(Qt::Key_F9);
    QVERIFY(printed.wait(GuiDriver::patienceMs));
    const QString path = printed.first().at(1).toString();
    QVERIFY(QFileInfo(path).size() > 1000);
    QVERIFY(path.contains(room.woman.number));
    const auto noted = room.desk.ask(room.desk.clinic.owner(), [&](const store::Snapshot &view) {
        store::Query row =
            view.connection().internal("SELECT 1 FROM audit /* whole table */ WHERE action = 'treatment.print'");
        return row.next();
    });
    QVERIFY(noted);
}

void TestTreatmentPage::esc_leadsBackToTheChart()
{
    Room room;
    room.open();
    const GuiDriver &drive = room.desk.drive();
    drive.key(Qt::Key_Return);
    QTRY_COMPARE(drive.focus()->objectName(), QStringLiteral("needlesIn"));
    drive.key(Qt::Key_Escape); // first out of the form
    QCOMPARE(drive.focus()->objectName(), QStringLiteral("orders"));
    drive.key(Qt::Key_Escape);
    QTRY_COMPARE(room.desk.window->workspace()->current()->placeId(), QStringLiteral("chart"));
}

void TestTreatmentPage::model_holdsWhatTestersAsk()
{
    const auto loaded = Catalog::load();
    OrderModel model(*loaded);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    treatment::Order order;
    order.treatment.content.name = QStringLiteral("火罐");
    order.treatment.content.sessions = 4;
    model.setOrders({order, order});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.data(model.index(0), Qt::DisplayRole).toString().contains(QStringLiteral("火罐")));
    QVERIFY(model.data(model.index(0), OrderModel::CountRole).toString().startsWith(u'4'));
    model.setOrders({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.orderAt(0));
}

QTEST_MAIN(TestTreatmentPage)
#include "tst_treatmentpage.moc"
