#include "clinic/contact/communication.h"
#include "tour/tourlint.h"
#include "ui/booking/calltable.h"
#include "ui/calendar/calendardesk.h"

#include <QLabel>
#include <QLineEdit>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// The calls about tomorrow in the real window, looked at in the store.
class TestCallList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral("en"), ThemeName::Paper, 1.0); }
    void init();
    void cleanup() { m_calendar.reset(); }

    void calls_opened_areThoseOfTheNextWorkingDay();
    void comes_pressed_confirmsAndLogs();
    void notReached_pressed_logsAlone();
    void cancels_withReason_givesTheTimeFree();
    void cancels_composingOrEscaped_keepsTheAppointment();
    void wantsAnother_pressed_leadsToTheAppointment();
    void answer_refused_bringsTheLineBack();

private:
    GuiDriver &drive() { return m_calendar->drive(); }
    CalendarClinic &made() { return m_calendar->clinic(); }
    CallTable &table() { return drive().get<CallTable>("calls"); }
    void open();
    QList<Contact> said(PatientId whose);

    std::unique_ptr<CalendarDesk> m_calendar;
    QList<AppointmentId> m_booked;
};

void TestCallList::init()
{
    m_booked.clear();
    m_calendar = std::make_unique<CalendarDesk>([this](CalendarClinic &one) {
        const QDate next = CalendarClinic::thursday().addDays(1);
        m_booked << one.book(one.wish(one.chen, one.followUp, 540, one.shen, next)).id;
        m_booked << one.book(one.wish(one.wang, one.followUp, 600, one.gu, next)).id;
        m_booked << one.book(one.wish(one.li, one.moxibustion, 840, one.beds, next)).id;
    });
    m_calendar->open();
}

void TestCallList::open()
{
    drive().key(Qt::Key_C);
    QTRY_COMPARE(table().calls().size(), 3);
    QTRY_VERIFY(table().hasFocus());
}

QList<Contact> TestCallList::said(PatientId whose)
{
    const auto all = m_calendar->desk.ask(m_calendar->desk.clinic.owner(), [whose](const store::Snapshot &snapshot) {
        return contact::ofPatient(snapshot, whose);
    });
    return all ? *all : QList<Contact>();
}

void TestCallList::calls_opened_areThoseOfTheNextWorkingDay()
{
    open();
    QTRY_COMPARE(tour::flaws(&drive().get("callList")), QString());
    const QAbstractItemModel *model = table().model();
    QCOMPARE(model->index(0, CallModel::Time).data().toString(), QStringLiteral("09:00"));
    // The number is whole where one dials, and masked elsewhere.
    QCOMPARE(model->index(0, CallModel::Phone).data().toString(), table().calls()[0].phone);
    QVERIFY(model->index(1, CallModel::Phone).data().toString().contains(u'*'));
    drive().key(Qt::Key_Down);
    QVERIFY(model->index(0, CallModel::Phone).data().toString().contains(u'*'));
    QVERIFY(static_cast<QLabel &>(drive().get("callCounts")).text().contains(u'3'));
}

void TestCallList::comes_pressed_confirmsAndLogs()
{
    open();
    drive().key(Qt::Key_Y);
    QCOMPARE(table().currentIndex().row(), 1); // on to the next
    QTRY_VERIFY(m_calendar->stored(m_booked[0]).confirmed);
    QTRY_COMPARE(said(made().chen).size(), 1);
    QCOMPARE(said(made().chen).constFirst().content.reached, std::optional(true));
    drive().key(Qt::Key_Escape);
    QTRY_COMPARE(drive().focus(), &m_calendar->view());
    open(); // whoever has confirmed is not called again
    QCOMPARE(table().open(), 2);
    QCOMPARE(table().currentIndex().row(), 1);
}

void TestCallList::notReached_pressed_logsAlone()
{
    open();
    drive().key(Qt::Key_N);
    drive().key(Qt::Key_W);
    QTRY_COMPARE(said(made().chen).size(), 1);
    QTRY_COMPARE(said(made().wang).size(), 1);
    QCOMPARE(said(made().chen).constFirst().content.reached, std::optional(false));
    QVERIFY(said(made().chen).constFirst().content.text != said(made().wang).constFirst().content.text);
    QVERIFY(!m_calendar->stored(m_booked[0]).confirmed);
}

void TestCallList::cancels_withReason_givesTheTimeFree()
{
    open();
    drive().key(Qt::Key_C);
    QTRY_VERIFY(drive().get("callReason").hasFocus());
    drive().key(Qt::Key_Return); // without a reason nothing happens
    QVERIFY(drive().get("callReason").hasFocus());
    drive().commit(QStringLiteral("出差"));
    drive().key(Qt::Key_Return);
    QTRY_COMPARE(m_calendar->stored(m_booked[0]).status, AppointmentStatus::Cancelled);
    QCOMPARE(m_calendar->stored(m_booked[0]).reason, QStringLiteral("出差"));
    QVERIFY(m_calendar->stored(m_booked[0]).cancelledBy == CancelledBy::Patient);
    QTRY_COMPARE(said(made().chen).size(), 1);
    QVERIFY(table().hasFocus());
    QCOMPARE(table().currentIndex().row(), 1);
}

void TestCallList::cancels_composingOrEscaped_keepsTheAppointment()
{
    open();
    drive().key(Qt::Key_C);
    QTRY_VERIFY(drive().get("callReason").hasFocus());
    drive().commit(QStringLiteral("出"));
    drive().compose(QStringLiteral("chai"));
    drive().key(Qt::Key_Return);
    QTest::qWait(200);
    QCOMPARE(m_calendar->stored(m_booked[0]).status, AppointmentStatus::Booked);
    drive().compose(QString());
    drive().key(Qt::Key_Escape);
    QTRY_VERIFY(table().hasFocus()); // back in the list, not out of it
    drive().key(Qt::Key_Return);
    QVERIFY(drive().find("callList"));
    QCOMPARE(m_calendar->stored(m_booked[0]).status, AppointmentStatus::Booked);
}

void TestCallList::wantsAnother_pressed_leadsToTheAppointment()
{
    open();
    drive().key(Qt::Key_Down);
    drive().key(Qt::Key_M);
    QTRY_VERIFY(!drive().find("callList"));
    QTRY_COMPARE(said(made().wang).size(), 1);
    QTRY_VERIFY(m_calendar->view().selected() && m_calendar->view().selected()->appointment.id == m_booked[1]);
}

void TestCallList::answer_refused_bringsTheLineBack()
{
    open();
    QVERIFY(m_calendar->act("appointment.cancel", [this](store::Transaction &tx) {
        return schedule::cancel(tx, m_booked[0], CancelledBy::Patient, QStringLiteral("出差"));
    }));
    drive().key(Qt::Key_Y);
    drive().get("askProblem");
    QVERIFY(!table().calls()[0].outcome);
    QCOMPARE(table().currentIndex().row(), 0);
    QVERIFY(said(made().chen).isEmpty());
}

QTEST_MAIN(TestCallList)
#include "tst_calllist.moc"
