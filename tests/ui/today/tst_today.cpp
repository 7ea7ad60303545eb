#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/booking/stripview.h"
#include "ui/kit/messagestrip.h"
#include "ui/paper/sheetsprinter.h"
#include "ui/patient/patientchoice.h"
#include "ui/today/counterbar.h"
#include "ui/today/frontdesk.h"
#include "ui/today/queueslip.h"
#include "ui/today/todaymodel.h"
#include "ui/today/todaypage.h"
#include "ui/today/waitingroom.h"

#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;
using std::chrono::minutes;

namespace {

/// Nobody wants to hear a test.
class Silence final : public Speaker
{
public:
    void open(const QLocale &) override {}
    bool hasVoice() const override { return false; }
    void announce(bool, const QString &) override {}
    void stop() override {}
};

} // namespace

/// The board of the day in the real window: every step by its key, and what came of it in the store.
class TestToday : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral("en"), ThemeName::Paper, 1.0); }
    void init()
    {
        m_desk = std::make_unique<Desk>([this](TestClinic &clinic) {
            m_front.emplace(clinic);
            m_chen = m_front->person("陈淑芬", "13812346207");
            m_wang = m_front->person("王建国", "13900139000");
            m_li = m_front->person("李明", "13700137000");
            m_zhao = m_front->person("赵一鸣", "13600136000");
            m_front->person("周雨桐", "13500135000");
            m_lateOne = m_front->book(m_chen, 5);
            m_front->book(m_li, 40);
            m_front->checkIn(m_front->book(m_zhao, 10));
            clinic.clock.advance(minutes(25));
            m_front->queueUp(m_wang, m_front->gu);
        });
    }
    void cleanup() { m_desk.reset(); }

    void board_afterSigningIn_groupsAndCounts()
    {
        enter();
        QCOMPARE(m_desk->title(), QStringLiteral("Today"));
        // Waiting: 赵一鸣 was booked for 10:10; 王建国 walked in. Expected: 陈淑芬 is late, 李明 comes.
        QCOMPARE(names(), (QStringList{QStringLiteral("赵一鸣"), QStringLiteral("王建国"), QStringLiteral("陈淑芬"),
                                       QStringLiteral("李明")}));
        auto &counters = drive().get<CounterBar>("todayCounters");
        QCOMPARE(counters.count(0), 2);
        QCOMPARE(counters.count(1), 2);
        QCOMPARE(cell(QStringLiteral("赵一鸣"), TodayModel::Wait), QStringLiteral("25 min"));
        QCOMPARE(cell(QStringLiteral("陈淑芬"), TodayModel::Wait), QStringLiteral("20 min late"));
        QCOMPARE(cell(QStringLiteral("李明"), TodayModel::Wait), QStringLiteral("in 15 min"));
        m_desk->clinic.clock.advance(minutes(1));
        QTRY_COMPARE(tour::flaws(m_desk->window.get()), QString());
    }

    void space_eachState_isTheNextStep()
    {
        enter();
        select(QStringLiteral("陈淑芬"));
        drive().key(Qt::Key_Space); // checked in
        QTRY_COMPARE(group(QStringLiteral("陈淑芬")), TodayGroup::Waiting);
        QCOMPARE(selected(), QStringLiteral("陈淑芬")); // the hand stays with the person
        drive().key(Qt::Key_Space);                     // called in
        QTRY_COMPARE(group(QStringLiteral("陈淑芬")), TodayGroup::InConsultation);
        drive().key(Qt::Key_Space); // over
        QTRY_COMPARE(stored(m_chen)->stage, TicketStage::Done);
        QCOMPARE(status(m_lateOne), AppointmentStatus::Fulfilled);
    }

    void checkIn_slip_isPrintedWithoutADialogAndMasked()
    {
        enter();
        QTemporaryDir folder;
        auto &printer = drive().get<TodayPage>("today").printer();
        printer.setFolder(folder.path());
        printer.setAlwaysPdf(true);
        QSignalSpy printed(&printer, &SheetsPrinter::printed);
        select(QStringLiteral("陈淑芬"));
        QElapsedTimer watch;
        watch.start();
        drive().key(Qt::Key_Space);
        QTRY_COMPARE(printed.size(), 1);
        qInfo("slip: %lld ms", watch.elapsed());
        QVERIFY(!QApplication::activeModalWidget());
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QVERIFY2(!files.constFirst().contains(QStringLiteral("陈淑芬")), qPrintable(files.constFirst()));
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {folder.filePath(files.constFirst()), QStringLiteral("-")});
        QVERIFY(reader.waitForFinished());
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        QVERIFY2(text.contains(QStringLiteral("陈*芬")) && !text.contains(QStringLiteral("陈淑芬")), qPrintable(text));
        const TicketId id = stored(m_chen)->id;
        const auto slip = m_desk->ask(m_desk->clinic.receptionist(),
                                      [id](const store::Snapshot &view) { return queueSlipOf(view, id); });
        QVERIFY(slip.ok());
        QCOMPARE(slip->practitioner, QStringLiteral("沈明堂"));
        QCOMPARE(slip->ahead, 1); // 赵一鸣 alone: 王建国 waits for 顾青禾
    }

    void keys_skipPriorityLeaveAndBack_areSeenInTheStore()
    {
        enter();
        select(QStringLiteral("王建国"));
        drive().key(Qt::Key_P);
        QTRY_COMPARE(stored(m_wang)->priority, TicketPriority::Priority);
        drive().key(Qt::Key_P);
        QTRY_COMPARE(stored(m_wang)->priority, TicketPriority::Urgent);
        QTRY_COMPARE(names().indexOf(QStringLiteral("王建国")), 0);
        drive().key(Qt::Key_C);
        QTRY_COMPARE(stored(m_wang)->stage, TicketStage::InConsultation);
        QTRY_COMPARE(group(QStringLiteral("王建国")), TodayGroup::InConsultation);
        drive().key(Qt::Key_S);
        QTRY_COMPARE(stored(m_wang)->skips, 1);
        QTRY_COMPARE(group(QStringLiteral("王建国")), TodayGroup::Waiting);
        drive().key(Qt::Key_L);
        QTRY_COMPARE(stored(m_wang)->stage, TicketStage::Left);
        drive().key(Qt::Key_Z, Qt::ControlModifier);
        drive().get("takeBackDialog");
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(stored(m_wang)->stage, TicketStage::Waiting);
    }

    void homeAndEnd_goToTheFirstAndTheLast()
    {
        enter();
        drive().key(Qt::Key_End);
        QCOMPARE(selected(), QStringLiteral("李明"));
        drive().key(Qt::Key_Home);
        QCOMPARE(selected(), QStringLiteral("赵一鸣"));
        drive().key(Qt::Key_PageDown);
        QCOMPARE(selected(), QStringLiteral("李明"));
        drive().key(Qt::Key_PageUp);
        QCOMPARE(selected(), QStringLiteral("赵一鸣"));
    }

    void noShow_late_isNotedAndFoldedAway()
    {
        enter();
        select(QStringLiteral("陈淑芬"));
        drive().key(Qt::Key_E);
        QTRY_COMPARE(status(m_lateOne), AppointmentStatus::NoShow);
        QTRY_VERIFY(!names().contains(QStringLiteral("陈淑芬")));
        drive().key(Qt::Key_6);
        QTRY_COMPARE(names(), QStringList{QStringLiteral("陈淑芬")});
        drive().key(Qt::Key_6);
        QTRY_VERIFY(names().contains(QStringLiteral("李明")));
    }

    void noShow_tooEarly_saysWhy()
    {
        enter();
        select(QStringLiteral("李明"));
        drive().key(Qt::Key_E);
        QTRY_VERIFY(drive().get<MessageStrip>("todayStrip").text().contains(QStringLiteral("time has not come")));
    }

    void walkIn_fewLetters_queuesWithTheUsual()
    {
        enter();
        drive().key(Qt::Key_W);
        QTRY_COMPARE(drive().focus()->objectName(), QStringLiteral("walkInPatient"));
        auto &field = drive().get<PatientChoice>("walkInPatient");
        QSignalSpy answered(&field, &PatientChoice::answered);
        drive().type("zyt");
        QTRY_VERIFY(answered.size() > 0 && !field.isSearching());
        drive().key(Qt::Key_Return);
        QTRY_VERIFY(field.chosen().has_value());
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(selected(), QStringLiteral("周雨桐"));
        const auto ticket = stored(*field.chosen());
        QVERIFY(ticket && ticket->stage == TicketStage::Waiting);
        QCOMPARE(ticket->number, std::optional(3));
        QCOMPARE(ticket->service, m_front->visit);
        QTRY_COMPARE(drive().focus()->objectName(), QStringLiteral("todayTable"));
    }

    void walkIn_unknown_isQueuedOnceRegistered()
    {
        enter();
        drive().key(Qt::Key_W);
        drive().type("Sun Yue");
        auto &field = drive().get<PatientChoice>("walkInPatient");
        QTRY_VERIFY(!field.isSearching());
        drive().key(Qt::Key_Return);
        QTRY_VERIFY(drive().find("patientPhone"));
        QCOMPARE(drive().get<QLineEdit>("patientName").text(), QStringLiteral("Sun Yue"));
        drive().fill("patientPhone", QStringLiteral("13900139055"));
        drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->title(), QStringLiteral("Today"));
        QTRY_VERIFY(drive().get<PatientChoice>("walkInPatient").chosen());
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(selected(), QStringLiteral("Sun Yue"));
        QCOMPARE(group(QStringLiteral("Sun Yue")), TodayGroup::Waiting);
    }

    void walkIn_enterWhileComposing_doesNothing()
    {
        enter();
        drive().key(Qt::Key_W);
        QTRY_COMPARE(drive().focus()->objectName(), QStringLiteral("walkInPatient"));
        drive().compose(QStringLiteral("zhou'yu"));
        drive().key(Qt::Key_Return);
        QTest::qWait(200);
        QCOMPARE(tickets().size(), 2);
        QVERIFY(drive().find("walkInPatient"));
    }

    void callNext_practitioner_opensTheChart()
    {
        enter("practitioner");
        QElapsedTimer watch;
        watch.start();
        drive().key(Qt::Key_J, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(drive().get<QLabel>("bannerTitle").text(), QStringLiteral("赵一鸣"), 5000);
        qInfo("call next to chart: %lld ms", watch.elapsed());
        QCOMPARE(stored(m_zhao)->stage, TicketStage::InConsultation);
        QCOMPARE(stored(m_zhao)->with, std::optional(m_front->shen));
    }

    void segment_practitioner_showsTheirsAlone()
    {
        enter();
        drive().get("todayWith").setFocus();
        drive().key(Qt::Key_Right);
        QTRY_VERIFY(names().size() < 4);
        const QStringList first = names();
        drive().key(Qt::Key_Right);
        QTRY_VERIFY(names() != first);
        QStringList both = first + names();
        both.sort();
        QCOMPARE(both.size(), 4); // each with one of the two
    }

    void changedByAnother_shinesOnceAndTheSelectionStays()
    {
        enter();
        select(QStringLiteral("李明"));
        callByAnother(m_front->shen);
        QTRY_COMPARE(group(QStringLiteral("赵一鸣")), TodayGroup::InConsultation);
        QCOMPARE(selected(), QStringLiteral("李明"));
        QVERIFY(model().index(model().lineOf(m_zhao.uuid()), 0).data(TodayModel::FlashRole).toBool());
        QTRY_VERIFY(!model().index(model().lineOf(m_zhao.uuid()), 0).data(TodayModel::FlashRole).toBool());
    }

    void changedWhileAway_doesNotShine()
    {
        enter();
        drive().key(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(!drive().find("todayTable"));
        std::thread([&] {
            const auto tx = m_desk->window->clinic()->store().begin(m_desk->clinic.practitioner(), "queue.next");
            if (queue::callNext(*tx, m_front->shen))
                emit m_desk->window->clinic()->changed(tx->commit());
        }).join();
        drive().key(Qt::Key_1, Qt::AltModifier);
        QTRY_COMPARE(group(QStringLiteral("赵一鸣")), TodayGroup::InConsultation);
        for (int line = 0; line < model().rowCount(); ++line)
            QVERIFY(!model().index(line, 0).data(TodayModel::FlashRole).toBool());
    }

    void homeAndEnd_areTheFirstAndTheLastPatient()
    {
        enter();
        drive().key(Qt::Key_End);
        QCOMPARE(selected(), names().constLast());
        drive().key(Qt::Key_Home);
        QCOMPARE(selected(), names().constFirst());
    }

    void takenAwayByAnother_nobodyIsSelectedInstead()
    {
        enter();
        drive().key(Qt::Key_2); // those who wait alone
        QTRY_COMPARE(names(), (QStringList{QStringLiteral("赵一鸣"), QStringLiteral("王建国")}));
        drive().key(Qt::Key_K);
        QCOMPARE(selected(), QStringLiteral("赵一鸣"));
        callByAnother(m_front->shen);
        QTRY_COMPARE(names(), QStringList{QStringLiteral("王建国")});
        drive().key(Qt::Key_L); // was meant for 赵一鸣
        QTest::qWait(200);
        QCOMPARE(stored(m_wang)->stage, TicketStage::Waiting);
        callByAnother(m_front->shen); // what happens meanwhile selects nobody either
        QTest::qWait(200);
        QCOMPARE(selected(), QString());
        drive().key(Qt::Key_J);
        QCOMPARE(selected(), QStringLiteral("王建国"));
    }

    void heldKey_isOneStep()
    {
        enter();
        select(QStringLiteral("陈淑芬"));
        QWidget *hand = drive().focus();
        const auto repeat = [hand] {
            QKeyEvent again(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "), true);
            QApplication::sendEvent(hand, &again);
        };
        drive().key(Qt::Key_Space);
        repeat();
        QTRY_COMPARE(group(QStringLiteral("陈淑芬")), TodayGroup::Waiting);
        repeat();
        QTest::qWait(200);
        QCOMPARE(stored(m_chen)->stage, TicketStage::Waiting);
        QVERIFY(!drive().find("todayStrip"));
    }

    void walkIn_fasterThanTheAnswer_queues()
    {
        enter();
        drive().key(Qt::Key_W);
        drive().type("zyt"); // nothing is waited for
        drive().key(Qt::Key_Return);
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(selected(), QStringLiteral("周雨桐"));
        QCOMPARE(tickets().size(), 3);
    }

    void walkIn_listOfWhatWasTypedBefore_isNotTaken()
    {
        enter();
        drive().key(Qt::Key_W);
        auto &field = drive().get<PatientChoice>("walkInPatient");
        drive().type("z");
        QTRY_VERIFY(field.isUndecided());
        drive().type("yt");
        drive().key(Qt::Key_Return);
        QTRY_VERIFY(field.chosen().has_value());
        QCOMPARE(field.text(), QStringLiteral("周雨桐"));
    }

    void walkIn_fasterThanTheAnswerAndSeveral_choosesNobody()
    {
        enter(); // 赵一鸣 and 周雨桐
        drive().key(Qt::Key_W);
        auto &field = drive().get<PatientChoice>("walkInPatient");
        drive().type("zy");
        drive().key(Qt::Key_Return);
        drive().key(Qt::Key_Return);
        QTRY_VERIFY(field.isUndecided());
        QVERIFY(!field.chosen());
        QCOMPARE(tickets().size(), 2);
    }

    void drag_toAnotherGroup_afterEightPixels()
    {
        enter();
        auto &table = drive().get<QTableView>("todayTable");
        const int from = model().lineOf(m_chen.uuid());
        const int to = model().lineOf(m_wang.uuid());
        const QPoint start = table.visualRect(model().index(from, TodayModel::Name)).center();
        const QPoint end = table.visualRect(model().index(to, TodayModel::Name)).center();
        const auto drag = [&](const QPoint &where) {
            QTest::mousePress(table.viewport(), Qt::LeftButton, {}, start);
            QMouseEvent move(QEvent::MouseMove, QPointF(where), table.viewport()->mapToGlobal(QPointF(where)),
                             Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(table.viewport(), &move);
            QTest::mouseRelease(table.viewport(), Qt::LeftButton, {}, where);
        };
        drag(start + QPoint(4, 0)); // a click that shakes moves nobody
        QTest::qWait(100);
        QCOMPARE(status(m_lateOne), AppointmentStatus::Booked);
        drag(end);
        QTRY_COMPARE(status(m_lateOne), AppointmentStatus::Arrived);
    }

    void waitingRoom_showsNumbersAndMaskedNamesOnly()
    {
        enter();
        drive().get<TodayPage>("today").setSpeaker([] { return std::make_unique<Silence>(); });
        drive().key(Qt::Key_F11);
        QTRY_VERIFY(m_desk->window->findChild<WaitingRoomWindow *>());
        auto &room = *m_desk->window->findChild<WaitingRoomWindow *>();
        QTRY_COMPARE(room.shown().next.size(), 2);
        QSignalSpy called(&room, &WaitingRoomWindow::calledOut);
        m_desk->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
        drive().get("todayTable").setFocus();
        QTRY_COMPARE(drive().focus()->objectName(), QStringLiteral("todayTable"));
        select(QStringLiteral("王建国"));
        drive().key(Qt::Key_C);
        QTRY_COMPARE(room.shown().called.size(), 1);
        QTRY_COMPARE(called.size(), 1);
        QVERIFY(room.words().contains(QStringLiteral("王*国")));
        for (const char *name : {"王建国", "赵一鸣", "陈淑芬"})
            QVERIFY2(!room.words().contains(QString::fromUtf8(name)), name);
        m_desk->clinic.clock.advance(minutes(1));
        drive().key(Qt::Key_R); // once more
        QTRY_COMPARE(called.size(), 2);
        QVERIFY(called.constFirst().constFirst().toString().contains(QStringLiteral("Number 2")));
        QTest::keyClick(&room, Qt::Key_F11);
        QTRY_VERIFY(room.isFullScreen());
        QTest::keyClick(&room, Qt::Key_Escape);
        QTRY_VERIFY(!room.isFullScreen() && room.isVisible());
        QTest::keyClick(&room, Qt::Key_Escape);
        QTRY_VERIFY(!room.isVisible());
    }

    void auditor_seesMaskedNamesAndNoActs()
    {
        enter("auditor");
        QVERIFY(!drive().find("todayWalkIn"));
    }

    void strip_visitsNotToBeRead_saysNoNumber()
    {
        enter("auditor");
        StripView strip(*m_desk->window->clinic(), StripView::Way::Passing);
        strip.setPatient(m_chen);
        QTRY_VERIFY(!strip.isHidden());
        QStringList said;
        for (const QLabel *label : strip.findChildren<QLabel *>())
            said << label->text();
        QVERIFY(!strip.findChild<QLabel *>(QStringLiteral("stripAbout"))->text().isEmpty());
        QVERIFY2(!said.contains(QStringLiteral("Visits")), qPrintable(said.join(u' ')));
    }

    void nothingToBook_noBoard()
    {
        m_desk.reset();
        m_desk = std::make_unique<Desk>();
        m_desk->enter("reception");
        QVERIFY(!drive().find("place-today"));
    }

private:
    GuiDriver &drive() { return m_desk->drive(); }
    void callByAnother(ResourceId with)
    {
        std::thread([&] {
            auto &store = m_desk->window->clinic()->store();
            const auto tx = store.begin(m_desk->clinic.practitioner(), "queue.next");
            if (queue::callNext(*tx, with)) {
                const auto changes = tx->commit();
                emit m_desk->window->clinic()->changed(changes);
            }
        }).join();
    }
    void enter(const char *login = "reception")
    {
        m_desk->enter(login);
        if (qstrcmp(login, "auditor") == 0)
            return;
        drive().get("todayTable");
        QTRY_VERIFY(model().rowCount() > 4);
    }
    TodayModel &model() { return static_cast<TodayModel &>(*drive().get<QTableView>("todayTable").model()); }
    QStringList names()
    {
        QStringList found;
        for (int i = 0; i < model().rowCount(); ++i) {
            if (const TodayRow *row = model().rowAt(i))
                found << row->who;
        }
        return found;
    }
    int lineOf(const QString &name)
    {
        for (int i = 0; i < model().rowCount(); ++i) {
            if (const TodayRow *row = model().rowAt(i); row && row->who == name)
                return i;
        }
        return -1;
    }
    QString cell(const QString &name, int column) { return model().index(lineOf(name), column).data().toString(); }
    std::optional<TodayGroup> group(const QString &name) { return model().groupAt(lineOf(name)); }
    QString selected()
    {
        const TodayRow *row = model().rowAt(drive().get<QTableView>("todayTable").currentIndex().row());
        return row ? row->who : QString();
    }
    /// By J and K, as a person does.
    void select(const QString &name)
    {
        for (int i = 0; i < 20; ++i)
            drive().key(Qt::Key_K);
        for (int i = 0; i < 20 && selected() != name; ++i)
            drive().key(Qt::Key_J);
        QCOMPARE(selected(), name);
    }
    QList<QueueTicket> tickets()
    {
        return *m_desk->ask(m_desk->clinic.owner(),
                            [](const store::Snapshot &view) { return queue::tickets(view, view.today()); });
    }
    std::optional<QueueTicket> stored(PatientId id)
    {
        for (const QueueTicket &one : tickets()) {
            if (one.patient == id)
                return one;
        }
        return std::nullopt;
    }
    AppointmentStatus status(AppointmentId id)
    {
        return m_desk
            ->ask(m_desk->clinic.owner(), [id](const store::Snapshot &view) { return schedule::appointment(view, id); })
            ->status;
    }

    std::unique_ptr<Desk> m_desk;
    std::optional<FrontDesk> m_front;
    PatientId m_chen{Uuid(Uuid::Bytes{})};
    PatientId m_wang{Uuid(Uuid::Bytes{})};
    PatientId m_li{Uuid(Uuid::Bytes{})};
    PatientId m_zhao{Uuid(Uuid::Bytes{})};
    AppointmentId m_lateOne{Uuid(Uuid::Bytes{})};
};

QTEST_MAIN(TestToday)
#include "tst_today.moc"
