#include "support/desk.h"
#include "ui/patient/patientchoice.h"
#include "ui/tasks/tally.h"
#include "ui/today/frontdesk.h"
#include "ui/today/todaymodel.h"

#include <QTableView>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;
using std::chrono::minutes;

/// Tasks of the front desk in the real window by keyboard alone: the morning's board, checking somebody in, queueing a
/// walk-in, and the practitioner's next patient. Keys, windows and seconds by the keystroke-level model stand in a
/// table beside their targets, and what came of it in the store.
class TestFrontDeskTasks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral(XINGLIN_LANGUAGE), ThemeName::Paper, 1.0); }
    void init()
    {
        m_desk = std::make_unique<Desk>([this](TestClinic &clinic) {
            m_front.emplace(clinic);
            m_chen = m_front->person("陈淑芬", "13812346207");
            m_zhao = m_front->person("赵一鸣", "13600136000");
            m_front->person("周雨桐", "13500135000");
            m_booked = m_front->book(m_chen, 5);
            m_front->checkIn(m_front->book(m_zhao, 10));
        });
        m_tally = std::make_unique<Tally>(drive(), *m_desk->window);
    }
    void cleanup()
    {
        m_tally.reset();
        m_desk.reset();
    }
    void cleanupTestCase()
    {
        QTextStream out(stdout);
        out << QStringLiteral("%1 %2 %3 %4 %5 %6\n")
                   .arg(QStringLiteral("task (" XINGLIN_LANGUAGE ")"), -36)
                   .arg(QStringLiteral("keys"), 7)
                   .arg(QStringLiteral("clicks"), 7)
                   .arg(QStringLiteral("windows"), 8)
                   .arg(QStringLiteral("seconds"), 9)
                   .arg(QStringLiteral("ms"), 9);
        for (const QString &row : std::as_const(m_rows))
            out << row << '\n';
    }

    /// 3a-1: from the password to the board.
    void board_afterUnlocking()
    {
        m_desk->choose("reception");
        drive().fill("password", TestClinic::password());
        QElapsedTimer watch;
        watch.start();
        m_tally->key(Qt::Key_Return);
        QTRY_VERIFY(drive().find("todayTable") && model().rowCount() == 4);
        check("3a-1 unlock to the board", 1, 2, watch.elapsed(), 2000);
    }

    /// 3a-10: who is booked has come.
    void checkIn_selectAndSpace()
    {
        enter("reception");
        m_tally->think();
        while (selected() != m_chen.uuid())
            m_tally->key(Qt::Key_J);
        QElapsedTimer watch;
        watch.start();
        m_tally->key(Qt::Key_Space);
        QTRY_COMPARE(status(), AppointmentStatus::Arrived);
        check("3a-10 check in", 3, 0, watch.elapsed(), 2000);
    }

    /// 3a-11: somebody known comes without an appointment.
    void walkIn_lettersAndEnter()
    {
        enter("reception");
        m_tally->think();
        QElapsedTimer watch;
        watch.start();
        m_tally->key(Qt::Key_W);
        auto &field = drive().get<PatientChoice>("walkInPatient");
        QSignalSpy answered(&field, &PatientChoice::answered);
        m_tally->think();
        m_tally->type("zyt");
        QTRY_VERIFY(answered.size() > 0 && !field.isSearching());
        m_tally->key(Qt::Key_Return);
        QTRY_VERIFY(field.chosen().has_value());
        m_tally->key(Qt::Key_Return);
        QTRY_COMPARE(tickets().size(), 2);
        QCOMPARE(tickets().constLast().who, QStringLiteral("周雨桐"));
        check("3a-11 walk-in", 0, 10, watch.elapsed(), 0);
    }

    /// 3b-1: the practitioner's next patient, from any page.
    void nextPatient_oneKey()
    {
        enter("practitioner");
        drive().key(Qt::Key_2, Qt::AltModifier); // on another page
        drive().get("patientSearch");
        QElapsedTimer watch;
        watch.start();
        m_tally->key(Qt::Key_J, Qt::ControlModifier);
        QTRY_VERIFY(drive().find<QLabel>("bannerTitle") &&
                    drive().find<QLabel>("bannerTitle")->text() == QStringLiteral("赵一鸣"));
        const qint64 ms = watch.elapsed();
        QCOMPARE(tickets().constFirst().stage, TicketStage::InConsultation);
        check("3b-1 next waiting patient", 1, 0, ms, 300);
    }

private:
    GuiDriver &drive() { return m_desk->drive(); }
    TodayModel &model() { return static_cast<TodayModel &>(*drive().get<QTableView>("todayTable").model()); }
    void enter(const char *login)
    {
        m_desk->enter(login);
        drive().get("todayTable");
        QTRY_COMPARE(model().rowCount(), 4);
        QTRY_COMPARE(drive().focus()->objectName(), QStringLiteral("todayTable"));
        m_tally->reset();
    }
    std::optional<Uuid> selected()
    {
        const TodayRow *row = model().rowAt(drive().get<QTableView>("todayTable").currentIndex().row());
        return row ? std::optional(row->key()) : std::nullopt;
    }
    QList<QueueTicket> tickets()
    {
        return *m_desk->ask(m_desk->clinic.owner(),
                            [](const store::Snapshot &view) { return queue::tickets(view, view.today()); });
    }
    AppointmentStatus status()
    {
        return m_desk
            ->ask(m_desk->clinic.owner(),
                  [id = m_booked](const store::Snapshot &view) { return schedule::appointment(view, id); })
            ->status;
    }
    /// 0: no target. Milliseconds are printed; how long an answer takes is not judged on a busy PC.
    void check(const char *task, int keys, double seconds, qint64 ms, qint64 mostMs)
    {
        const Cost cost = m_tally->cost();
        const auto of = [](const QString &now, double wanted) {
            return wanted == 0 ? now : now + u'/' + QString::number(wanted);
        };
        m_rows << QStringLiteral("%1 %2 %3 %4 %5 %6")
                      .arg(QString::fromUtf8(task), -36)
                      .arg(of(QString::number(cost.keys), keys), 7)
                      .arg(QStringLiteral("%1/0").arg(cost.clicks), 7)
                      .arg(QStringLiteral("%1/0").arg(cost.windows), 8)
                      .arg(of(QString::number(cost.seconds(), 'f', 1), seconds), 9)
                      .arg(of(QString::number(ms), double(mostMs)), 9);
        QVERIFY2(keys == 0 || cost.keys <= keys, qPrintable(m_rows.last()));
        QVERIFY2(seconds == 0 || cost.seconds() <= seconds, qPrintable(m_rows.last()));
        QCOMPARE(cost.windows, 0);
        QCOMPARE(cost.clicks, 0);
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Tally> m_tally;
    std::optional<FrontDesk> m_front;
    QStringList m_rows;
    PatientId m_chen{Uuid(Uuid::Bytes{})};
    PatientId m_zhao{Uuid(Uuid::Bytes{})};
    AppointmentId m_booked{Uuid(Uuid::Bytes{})};
};

QTEST_MAIN(TestFrontDeskTasks)
#include "tst_frontdesktasks.moc"
