#include "clinic/schedule/waitlist.h"
#include "tour/tourlint.h"
#include "ui/booking/bookingpanel.h"
#include "ui/booking/bookingtimes.h"
#include "ui/booking/waitlistpanel.h"
#include "ui/calendar/calendardesk.h"
#include "ui/kit/messagestrip.h"
#include "ui/patient/patientchoice.h"

#include <QListView>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// Booking on the telephone, in the real window by keys; the store says what came of it.
class TestBookingPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral("en"), ThemeName::Paper, 1.0); }
    void init()
    {
        m_calendar = std::make_unique<CalendarDesk>();
        m_calendar->open();
    }
    void cleanup() { m_calendar.reset(); }

    void book_atANamedTime()
    {
        open(900);
        choose("wjg");
        QTRY_VERIFY(focused("bookingWhen"));
        drive().type("1530");
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(ofPatient(clinic().wang).size(), 2);
        const Appointment made = ofPatient(clinic().wang).constLast();
        QCOMPARE(made.period.from, CalendarClinic::at(930));
        QCOMPARE(made.resources, QList<ResourceId>{clinic().shen});
        QTRY_VERIFY(view().selected() && view().selected()->appointment.id == made.id);
        QVERIFY(view().hasFocus());
    }

    void book_fasterThanTheAnswers_isBookedAllTheSame()
    {
        open(900);
        drive().type("wjg"); // nothing is waited for
        drive().key(Qt::Key_Return);
        drive().type("1530");
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(ofPatient(clinic().wang).size(), 2);
        QCOMPARE(ofPatient(clinic().wang).constLast().period.from, CalendarClinic::at(930));
        QCOMPARE(ofPatient(clinic().wang).constLast().resources, QList<ResourceId>{clinic().shen});
    }

    void book_twice_theSecondIsWhereTheCalendarSaid()
    {
        open(900);
        choose("wjg");
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(ofPatient(clinic().wang).size(), 2);
        QTRY_VERIFY(isSelected(clinic().wang));                   // what was booked has come
        view().setCursorAt(m_calendar->column(clinic().gu), 960); // the hand goes to another's column
        drive().key(Qt::Key_N);
        choose("csf");
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(ofPatient(clinic().chen).size(), 2);
        QCOMPARE(ofPatient(clinic().chen).constLast().resources, QList<ResourceId>{clinic().gu});
        QTRY_VERIFY(isSelected(clinic().chen));
        view().setCursorAt(m_calendar->column(clinic().beds), 960); // where another service is given
        drive().key(Qt::Key_N);
        choose("lm");
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(ofPatient(clinic().li).size(), 2);
        QCOMPARE(ofPatient(clinic().li).constLast().service, clinic().moxibustion);
        QCOMPARE(ofPatient(clinic().li).constLast().resources, QList<ResourceId>{clinic().beds});
    }

    void book_takenTime_saysWhoAndProposesTheNearest()
    {
        open(630);
        choose("wjg");
        QTRY_VERIFY(focused("bookingWhen"));
        drive().key(Qt::Key_Return);
        auto &message = drive().get<MessageStrip>("bookingMessage");
        QTRY_VERIFY2(message.isVisible() && message.text().contains(QStringLiteral("陈淑芬")),
                     qPrintable(message.text()));
        QTRY_VERIFY(focused("bookingTimes"));
        QCOMPARE(times().current()->period.from, CalendarClinic::at(610));
        QTRY_COMPARE(tour::flaws(m_calendar->desk.window.get()), QString());
        drive().key(Qt::Key_2);
        const FreeTime second = *times().current();
        QVERIFY(second.period.from != CalendarClinic::at(610));
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(ofPatient(clinic().wang).size(), 2);
        QVERIFY(ofPatient(clinic().wang)[0].period == second.period ||
                ofPatient(clinic().wang)[1].period == second.period);
    }

    void book_takenTime_aboveTheCapacity_whenOneInsists()
    {
        open(630);
        choose("wjg");
        QTRY_VERIFY(focused("bookingWhen"));
        drive().key(Qt::Key_Return);
        QTRY_VERIFY(drive().get<MessageStrip>("bookingMessage").isVisible());
        QTRY_VERIFY(focused("bookingTimes"));
        drive().key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(ofPatient(clinic().wang).size(), 2);
        QCOMPARE(ofPatient(clinic().wang).constFirst().period.from, CalendarClinic::at(630));
        QVERIFY(ofPatient(clinic().wang).constFirst().overbooked);
    }

    void find_conditionsAreLetters_proposalsDigits()
    {
        drive().key(Qt::Key_F);
        choose("wjg");
        QTRY_VERIFY(focused("bookingTimes"));
        QTRY_COMPARE(times().times().size(), 3);
        drive().key(Qt::Key_E);
        QTRY_VERIFY(inTheEvening(times().times()));
        drive().key(Qt::Key_2);
        const FreeTime wanted = *times().current();
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(ofPatient(clinic().wang).size(), 2);
        const QList<Appointment> own = ofPatient(clinic().wang);
        QVERIFY(std::any_of(own.cbegin(), own.cend(), [&](const Appointment &one) {
            return one.period == wanted.period && one.resources == wanted.resources;
        }));
    }

    void book_over_saysSoAndOffersWhatIsToCome()
    {
        open(540); // it is ten
        choose("wjg");
        drive().key(Qt::Key_Return);
        QTRY_VERIFY(drive().get<MessageStrip>("bookingMessage").isVisible());
        QVERIFY(!drive().find("bookingInsist")); // nobody can insist on that
        QTRY_VERIFY(!times().times().isEmpty());
        const QList<FreeTime> all = times().times();
        QVERIFY(std::all_of(all.cbegin() + 1, all.cend(),
                            [](const FreeTime &one) { return one.period.from >= CalendarClinic::at(600); }));
        QCOMPARE(ofPatient(clinic().wang).size(), 1);
        drive().key(Qt::Key_1);
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(ofPatient(clinic().wang).size(), 2);
    }

    void find_aWoman_isRememberedOfThePatient()
    {
        const auto kept = [this] {
            return m_calendar->desk
                .ask(m_calendar->desk.clinic.owner(),
                     [id = clinic().wang](const auto &view) { return schedule::habitsOf(view, id); })
                ->sex;
        };
        drive().key(Qt::Key_F);
        choose("wjg");
        QTRY_VERIFY(focused("bookingTimes"));
        drive().key(Qt::Key_W);
        QTRY_VERIFY(!times().times().isEmpty() &&
                    times().times().constFirst().resources == QList<ResourceId>{clinic().gu});
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(ofPatient(clinic().wang).size(), 2);
        QTRY_COMPARE(kept(), std::optional(Sex::Female));
        drive().key(Qt::Key_F); // it is theirs that is selected; the next time either will do
        QTRY_VERIFY(focused("bookingTimes"));
        QTRY_VERIFY(!times().times().isEmpty());
        drive().key(Qt::Key_W);
        drive().key(Qt::Key_M);
        QTRY_VERIFY(!times().times().isEmpty());
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(ofPatient(clinic().wang).size(), 3);
        QTRY_COMPARE(kept(), std::nullopt);
    }

    void find_nothingLikeThat_isSaid()
    {
        drive().key(Qt::Key_F);
        choose("lm"); // comes for moxibustion, of 40 minutes; work ends at 17:30
        QTRY_COMPARE(times().times().size(), 3);
        drive().key(Qt::Key_E);
        QTRY_VERIFY(times().times().isEmpty());
        drive().key(Qt::Key_Return);
        QTRY_VERIFY(drive().get<MessageStrip>("bookingMessage").isVisible());
        QCOMPARE(ofPatient(clinic().li).size(), 1);
    }

    void strip_tellsWhoItIs()
    {
        open(900);
        choose("csf");
        auto &strip = drive().get<QWidget>("bookingStrip");
        QTRY_VERIFY(strip.isVisible());
        QTRY_COMPARE(tour::flaws(m_calendar->desk.window.get()), QString());
    }

    void composing_enterBooksNothing()
    {
        open(900);
        auto &patient = drive().get<PatientChoice>("bookingPatient");
        QTRY_VERIFY(patient.hasFocus());
        QInputMethodEvent begun(QStringLiteral("wang"), {});
        QApplication::sendEvent(&patient, &begun);
        drive().key(Qt::Key_Return);
        drive().key(Qt::Key_Return, Qt::ControlModifier);
        QInputMethodEvent ended;
        ended.setCommitString(QStringLiteral("王建国"));
        QApplication::sendEvent(&patient, &ended);
        QCOMPARE(ofPatient(clinic().wang).size(), 1);
        QVERIFY(!patient.chosen());
        QTRY_VERIFY(patient.isUndecided());
        drive().key(Qt::Key_Return); // takes the person
        QTRY_VERIFY(focused("bookingWhen"));
        auto &when = drive().get<QLineEdit>("bookingWhen");
        QInputMethodEvent again(QStringLiteral("1"), {});
        QApplication::sendEvent(&when, &again);
        drive().key(Qt::Key_Return);
        QTest::qWait(50);
        QCOMPARE(ofPatient(clinic().wang).size(), 1);
    }

    void escape_bringsTheCalendarBack()
    {
        open(900);
        QTRY_VERIFY(focused("bookingPatient"));
        drive().key(Qt::Key_Escape);
        QTRY_VERIFY(view().hasFocus());
        QVERIFY(!m_calendar->desk.window->findChild<BookingPanel *>()->isVisible());
    }

    void waitlist_addedByKeys_andFilledWhenATimeIsFreed()
    {
        drive().key(Qt::Key_B);
        choose("wjg");
        QTRY_VERIFY(focused("bookingWishes"));
        drive().key(Qt::Key_U);
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(waiting().size(), 1);
        QVERIFY(waiting().constFirst().content.urgent);
        QTRY_VERIFY(view().hasFocus());
        QCOMPARE(waiting().constFirst().content.with, std::optional(clinic().gu)); // whom they are used to
        // Li gives up 15:00 with Gu: Wang, who waits, is offered it.
        QVERIFY(m_calendar->act("appointment.book", [&](store::Transaction &tx) {
            return schedule::book(tx, clinic().wish(clinic().li, clinic().followUp, 900, clinic().gu));
        }));
        const AppointmentId given = ofPatient(clinic().li).constLast().id;
        QTRY_VERIFY(view().select(given));
        drive().key(Qt::Key_Delete);
        drive().get("cancelAppointmentDialog");
        QTRY_VERIFY(focused("cancelAppointmentReasonUsual"));
        drive().key(Qt::Key_1);
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(m_calendar->stored(given).status, AppointmentStatus::Cancelled);
        QVERIFY(!m_calendar->stored(given).reason.isEmpty());
        QTRY_VERIFY(focused("waitlist"));
        QTRY_COMPARE(drive().get<QListView>("waitlist").model()->rowCount(), 1);
        QTRY_COMPARE(tour::flaws(m_calendar->desk.window.get()), QString());
        drive().key(Qt::Key_D);
        QTRY_COMPARE(offers(), 1);
        QTRY_COMPARE(drive().get<QLabel>("waitlistPhone").text(), QStringLiteral("13900139000"));
        drive().key(Qt::Key_Return);
        QTRY_COMPARE(waiting().size(), 0);
        QCOMPARE(offers(), 0);
        QCOMPARE(ofPatient(clinic().wang).constLast().period.from, CalendarClinic::at(900));
    }

    void waitlist_listed_isTakenOffByDelete()
    {
        QVERIFY(m_calendar->act("waitlist.add", [&](store::Transaction &tx) {
            WaitlistDraft draft;
            draft.patient = clinic().li;
            draft.service = clinic().followUp;
            draft.first = CalendarClinic::thursday();
            draft.last = draft.first.addDays(7);
            return schedule::addToWaitlist(tx, draft);
        }));
        view().setFocus();
        drive().key(Qt::Key_L);
        QTRY_VERIFY(focused("waitlist"));
        QTRY_COMPARE(drive().get<QListView>("waitlist").model()->rowCount(), 1);
        drive().key(Qt::Key_Delete);
        QTRY_COMPARE(waiting().size(), 0);
        drive().key(Qt::Key_Escape);
        QTRY_VERIFY(view().hasFocus());
    }

private:
    GuiDriver &drive() { return m_calendar->drive(); }
    bool isSelected(PatientId whose)
    {
        const DayBlock *block = view().selected();
        return block && block->appointment.patient == whose &&
               block->appointment.period.from >= CalendarClinic::at(900);
    }
    DayView &view() { return m_calendar->view(); }
    CalendarClinic &clinic() { return m_calendar->clinic(); }
    BookingTimes &times() { return drive().get<BookingTimes>("bookingTimes"); }
    bool focused(const char *name)
    {
        const QWidget *one = QApplication::focusWidget();
        return one && one->objectName() == QLatin1String(name);
    }
    /// Booking begins at a free time of Shen's.
    void open(int minute)
    {
        view().setCursorAt(m_calendar->column(clinic().shen), minute);
        drive().key(Qt::Key_N);
        QTRY_VERIFY(focused("bookingPatient"));
    }
    void choose(const char *initials)
    {
        QTRY_VERIFY(focused("bookingPatient"));
        drive().type(initials);
        QTRY_VERIFY(drive().get<PatientChoice>("bookingPatient").isUndecided());
        drive().key(Qt::Key_Return);
        QTRY_VERIFY(drive().get<PatientChoice>("bookingPatient").chosen().has_value());
    }
    QList<Appointment> ofPatient(PatientId id)
    {
        const auto all = m_calendar->desk.ask(m_calendar->desk.clinic.owner(), [](const store::Snapshot &view) {
            return schedule::between(view, {CalendarClinic::at(0), CalendarClinic::at(0) + std::chrono::days(40)});
        });
        QList<Appointment> own;
        for (const Appointment &one : *all) {
            if (one.patient == id)
                own << one;
        }
        return own;
    }
    static bool inTheEvening(const QList<FreeTime> &all)
    {
        return !all.isEmpty() && std::all_of(all.cbegin(), all.cend(), [](const FreeTime &one) {
            return QDateTime::fromMSecsSinceEpoch(toMs(one.period.from), QTimeZone("Asia/Shanghai")).time() >=
                   QTime(17, 0);
        });
    }
    QList<WaitlistEntry> waiting()
    {
        return *m_calendar->desk.ask(m_calendar->desk.clinic.owner(),
                                     [](const store::Snapshot &view) { return schedule::waitlist(view); });
    }
    int offers()
    {
        return static_cast<int>(m_calendar->desk
                                    .ask(m_calendar->desk.clinic.owner(),
                                         [](const store::Snapshot &view) { return schedule::offers(view); })
                                    ->size());
    }

    std::unique_ptr<CalendarDesk> m_calendar;
};

QTEST_MAIN(TestBookingPanel)
#include "tst_bookingpanel.moc"
