#include "clinic/contact/communication.h"
#include "clinic/schedule/series.h"
#include "tour/tourlint.h"
#include "ui/booking/calltable.h"
#include "ui/booking/proposals.h"
#include "ui/calendar/calendardesk.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QLineEdit>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// A practitioner who does not come, in the real window, looked at in the store.
class TestAbsenceDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral("en"), ThemeName::Paper, 1.0); }
    void init();
    void cleanup() { m_calendar.reset(); }

    void absence_entered_movesCancelsAndLeaves();
    void absence_takenBack_bringsAllBack();
    void absence_somebodyWasQuicker_staysAndProposesAnew();
    void absence_composing_enterEntersNothing();
    void absence_ofNobody_closesAtOnce();
    void calls_answered_areLogged();

private:
    GuiDriver &drive() { return m_calendar->drive(); }
    CalendarClinic &made() { return m_calendar->clinic(); }
    const QList<Proposal> &proposals()
    {
        return static_cast<const ProposalModel *>(drive().get<QTableView>("proposals").model())->proposals();
    }
    void open(ResourceId whose);

    std::unique_ptr<CalendarDesk> m_calendar;
    AppointmentId m_another{Uuid(Uuid::Bytes{})};
    AppointmentId m_third = m_another;
};

void TestAbsenceDialog::init()
{
    m_calendar = std::make_unique<CalendarDesk>([this](CalendarClinic &one) {
        one.bookSome();
        m_another = one.book(one.wish(one.wang, one.followUp, 820, one.shen)).id;
        m_third = one.book(one.wish(one.li, one.followUp, 900, one.shen)).id;
    });
    m_calendar->open();
}

void TestAbsenceDialog::open(ResourceId whose)
{
    m_calendar->view().setCursorAt(m_calendar->column(whose), 600);
    drive().key(Qt::Key_I);
    drive().get("absenceDialog");
    QTRY_VERIFY(drive().get<QAbstractButton>("askVerb").isEnabled());
    QTRY_VERIFY(drive().get("proposals").hasFocus());
}

void TestAbsenceDialog::absence_entered_movesCancelsAndLeaves()
{
    open(made().shen);
    QCOMPARE(proposals().size(), 3);
    QCOMPARE(proposals()[0].appointment->id, made().first);
    QVERIFY(!proposals()[0].phone.isEmpty());
    QTRY_COMPARE(tour::flaws(&drive().get("absenceDialog")), QString());
    const FreeTime wanted = proposals()[0].options.at(1);
    auto &view = drive().get<QTableView>("proposals");
    view.selectRow(0);
    drive().key(Qt::Key_1);
    view.selectRow(1);
    drive().key(Qt::Key_Delete);
    view.selectRow(2);
    drive().key(Qt::Key_Space);
    drive().key(Qt::Key_Return);
    drive().get("absenceCalls");
    QCOMPARE(m_calendar->stored(made().first).period, wanted.period);
    QCOMPARE(m_calendar->stored(m_another).status, AppointmentStatus::Cancelled);
    QVERIFY(m_calendar->stored(m_another).cancelledBy == CancelledBy::Clinic);
    QCOMPARE(m_calendar->stored(m_third).status, AppointmentStatus::Booked);
    QCOMPARE(m_calendar->stored(m_third).period.from, CalendarClinic::at(900));
    const auto away = m_calendar->desk.ask(m_calendar->desk.clinic.owner(), [&](const store::Snapshot &snapshot) {
        return schedule::exceptions(snapshot, CalendarClinic::thursday(), CalendarClinic::thursday(), made().shen);
    });
    QCOMPARE(away->size(), 1);
}

void TestAbsenceDialog::absence_takenBack_bringsAllBack()
{
    const Appointment before = m_calendar->stored(made().first);
    open(made().shen);
    drive().key(Qt::Key_Return);
    drive().get("absenceCalls");
    QVERIFY(m_calendar->stored(made().first) != before);
    drive().key(Qt::Key_Escape);
    QTRY_COMPARE(drive().focus(), &m_calendar->view());
    drive().key(Qt::Key_Z, Qt::ControlModifier);
    drive().get("askVerb");
    drive().key(Qt::Key_Return);
    QTRY_COMPARE(m_calendar->stored(made().first), before);
}

void TestAbsenceDialog::absence_somebodyWasQuicker_staysAndProposesAnew()
{
    const Appointment before = m_calendar->stored(made().first);
    open(made().shen);
    const FreeTime wanted = *proposals()[0].time();
    QVERIFY(m_calendar->act("appointment.book", [&](store::Transaction &tx) {
        AppointmentDraft draft;
        draft.patient = made().li;
        draft.service = made().followUp;
        draft.start = wanted.period.from;
        draft.resources = wanted.resources;
        return schedule::book(tx, draft);
    }));
    drive().key(Qt::Key_Return);
    drive().get("askProblem");
    QTRY_VERIFY(proposals().value(0).time() != wanted);
    QCOMPARE(m_calendar->stored(made().first), before);
}

void TestAbsenceDialog::absence_composing_enterEntersNothing()
{
    const Appointment before = m_calendar->stored(made().first);
    open(made().shen);
    drive().get("absenceReason").setFocus();
    drive().compose(QStringLiteral("sheng'bing"));
    drive().key(Qt::Key_Return);
    QTest::qWait(200);
    QVERIFY(drive().find("proposals"));
    QCOMPARE(m_calendar->stored(made().first), before);
}

void TestAbsenceDialog::absence_ofNobody_closesAtOnce()
{
    open(made().beds);
    drive().key(Qt::Key_2, Qt::AltModifier); // nobody is on a bed in the morning
    QTRY_VERIFY(proposals().isEmpty());
    QTRY_VERIFY(drive().get<QAbstractButton>("askVerb").isEnabled());
    drive().key(Qt::Key_Return);
    QTRY_VERIFY(!drive().find("absenceDialog"));
    QCOMPARE(m_calendar->stored(made().third).period.from, CalendarClinic::at(840));
}

void TestAbsenceDialog::calls_answered_areLogged()
{
    open(made().shen);
    drive().key(Qt::Key_Return);
    auto &calls = drive().get<CallTable>("absenceCalls");
    QTRY_VERIFY(calls.hasFocus());
    QTRY_COMPARE(tour::flaws(&drive().get("absenceDialog")), QString());
    drive().key(Qt::Key_C);
    QCOMPARE(QApplication::clipboard()->text(), calls.calls().constFirst().what);
    const QByteArray keys("ynw");
    for (const char letter : keys) {
        const char one[] = {letter, '\0'};
        drive().type(one);
    }
    QCOMPARE(calls.open(), 0);
    const auto logged = [&](PatientId whose) {
        const auto all =
            m_calendar->desk.ask(m_calendar->desk.clinic.owner(), [whose](const store::Snapshot &snapshot) {
                return contact::ofPatient(snapshot, whose);
            });
        return all ? all->size() : -1;
    };
    QTRY_COMPARE(logged(made().chen), 1);
    QTRY_COMPARE(logged(made().wang), 1);
    QTRY_COMPARE(logged(made().li), 1);
    const auto reached = m_calendar->desk.ask(m_calendar->desk.clinic.owner(), [&](const store::Snapshot &snapshot) {
        return contact::ofPatient(snapshot, made().wang);
    });
    QCOMPARE(reached->constFirst().content.reached, std::optional(false));
}

QTEST_MAIN(TestAbsenceDialog)
#include "tst_absencedialog.moc"
