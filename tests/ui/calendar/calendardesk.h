#pragma once

#include "clinic/schedule/appointments.h"
#include "clinic/schedule/rosters.h"
#include "engines/slots/roster.h"
#include "support/desk.h"
#include "ui/calendar/calendarpage.h"

namespace xinglin::test {

/// A clinic with two practitioners and two beds, some patients, and appointments on 12 March 2026; 10:00 is now.
class CalendarClinic
{
public:
    static constexpr QDate thursday() { return QDate::fromJulianDay(2461112); }

    explicit CalendarClinic(TestClinic &clinic) : m_clinic(clinic)
    {
        room = add(ResourceKind::Room, QStringLiteral("诊室一"));
        shen = add(ResourceKind::Practitioner, QStringLiteral("沈明堂"), 1, room);
        gu = add(ResourceKind::Practitioner, QStringLiteral("顾青禾"), 1, {}, Sex::Female);
        beds = add(ResourceKind::Bed, QStringLiteral("艾灸床"), 2);
        WorkingWeek week;
        week.fill({{510, 720}, {810, 1050}});
        for (const ResourceId id : {room, shen, gu, beds})
            must(m_clinic.write(m_clinic.owner(), "roster.week", [&](store::Transaction &tx) {
                return schedule::setWeek(tx, id, QDate(2026, 3, 2), week, schedule::Reach::FromNowOn);
            }));
        HealthcareServiceDraft visit;
        visit.name = QStringLiteral("复诊");
        visit.needs = {{{shen, gu}, 1}};
        followUp = serve(visit);
        HealthcareServiceDraft moxa;
        moxa.name = QStringLiteral("艾灸");
        moxa.duration = std::chrono::minutes(40);
        moxa.needs = {{{beds}, 1}};
        moxibustion = serve(moxa);
        chen = m_clinic.patient(QStringLiteral("陈淑芬")).id;
        wang = m_clinic.patient(QStringLiteral("王建国"), QStringLiteral("13900139000")).id;
        li = m_clinic.patient(QStringLiteral("李明"), QStringLiteral("13700137000")).id;
    }

    static Instant at(int minute, QDate day = thursday())
    {
        return freebusy::instantOf(day, minute, QTimeZone("Asia/Shanghai"));
    }
    AppointmentDraft wish(PatientId whose, HealthcareServiceId service, int minute, ResourceId with,
                          QDate day = thursday()) const
    {
        AppointmentDraft draft;
        draft.patient = whose;
        draft.service = service;
        draft.start = at(minute, day);
        draft.resources = {with};
        return draft;
    }
    Appointment book(const AppointmentDraft &draft)
    {
        return must(m_clinic.write(m_clinic.receptionist(), "appointment.book",
                                   [&](store::Transaction &tx) { return schedule::book(tx, draft); }));
    }
    /// One each for the three: 10:30 with Shen, 11:00 with Gu, 14:00 on a bed.
    void bookSome()
    {
        first = book(wish(chen, followUp, 630, shen)).id;
        second = book(wish(wang, followUp, 660, gu)).id;
        third = book(wish(li, moxibustion, 840, beds)).id;
    }
    void leave(ResourceId who, int from, int to, const QString &reason)
    {
        RosterExceptionDraft draft;
        draft.resource = who;
        draft.when = {freebusy::Exception::Kind::Away, thursday(), thursday(), freebusy::DayPart{from, to}};
        draft.reason = reason;
        must(m_clinic.write(m_clinic.owner(), "roster.exception",
                            [&](store::Transaction &tx) { return schedule::addException(tx, draft); }));
    }

    ResourceId room{Uuid(Uuid::Bytes{})};
    ResourceId shen = room;
    ResourceId gu = room;
    ResourceId beds = room;
    HealthcareServiceId followUp{Uuid(Uuid::Bytes{})};
    HealthcareServiceId moxibustion = followUp;
    PatientId chen{Uuid(Uuid::Bytes{})};
    PatientId wang = chen;
    PatientId li = chen;
    AppointmentId first{Uuid(Uuid::Bytes{})};
    AppointmentId second = first;
    AppointmentId third = first;

private:
    template <class T>
    static T must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return *result;
    }
    ResourceId add(ResourceKind kind, const QString &name, int capacity = 1, std::optional<ResourceId> in = {},
                   std::optional<Sex> sex = {})
    {
        ResourceDraft draft;
        draft.kind = kind;
        draft.name = name;
        draft.capacity = capacity;
        draft.room = in;
        draft.sex = sex;
        return must(m_clinic.write(m_clinic.owner(), "resource.add",
                                   [&](store::Transaction &tx) { return schedule::addResource(tx, draft); }))
            .id;
    }
    HealthcareServiceId serve(const HealthcareServiceDraft &draft)
    {
        return must(m_clinic.write(m_clinic.owner(), "service.add",
                                   [&](store::Transaction &tx) { return schedule::addService(tx, draft); }))
            .id;
    }

    TestClinic &m_clinic;
};

/// The real window with its calendar open.
class CalendarDesk
{
public:
    explicit CalendarDesk(const std::function<void(CalendarClinic &)> &prepare =
                              [](CalendarClinic &one) { one.bookSome(); })
        : desk([&](TestClinic &clinic) {
            made.emplace(clinic);
            prepare(*made);
        })
    {
    }

    /// Signs in and goes to the calendar; its day is there then.
    void open(const char *login = "reception")
    {
        desk.enter(login);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->workspace(), GuiDriver::patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->workspace()->current(), GuiDriver::patienceMs);
        desk.drive().key(Qt::Key_3, Qt::AltModifier);
        desk.drive().get("dayView");
        QTRY_VERIFY_WITH_TIMEOUT(!view().columns().isEmpty(), GuiDriver::patienceMs);
        QTRY_VERIFY(view().hasFocus());
    }
    ui::CalendarPage &page() { return *desk.window->workspace()->findChild<ui::CalendarPage *>(); }
    ui::DayView &view() { return desk.drive().get<ui::DayView>("dayView"); }
    int column(ResourceId id)
    {
        for (int i = 0; i < view().columns().size(); ++i) {
            if (view().columns().at(i).resource == id)
                return i;
        }
        qFatal("there is no such column");
    }
    /// The middle of a time, in the viewport; scrolled to.
    QPoint pointAt(ResourceId id, int minute)
    {
        view().setCursorAt(column(id), minute);
        const QRect cell = view().rectOf(column(id), {minute, minute + view().step()});
        return {cell.right() - 4, cell.top() + 2};
    }
    QPoint blockPoint(AppointmentId id)
    {
        view().select(id);
        const QRect rect = view().rectOf(id);
        return {rect.left() + 30, rect.top() + 6};
    }
    void press(QPoint at) { QTest::mousePress(view().viewport(), Qt::LeftButton, {}, at); }
    void moveTo(QPoint at)
    {
        QMouseEvent event(QEvent::MouseMove, QPointF(at), view().viewport()->mapToGlobal(QPointF(at)), Qt::NoButton,
                          Qt::LeftButton, {});
        QApplication::sendEvent(view().viewport(), &event);
    }
    void release(QPoint at) { QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, at); }

    Appointment stored(AppointmentId id)
    {
        const auto found = desk.ask(
            desk.clinic.owner(), [id](const store::Snapshot &snapshot) { return schedule::appointment(snapshot, id); });
        if (!found)
            qFatal("%s", qPrintable(found.error().message));
        return *found;
    }
    /// Something is done while the window shows something else.
    template <class F>
    bool act(const QByteArray &code, F f)
    {
        const auto done = desk.window->clinic()->write(code, f);
        return QTest::qWaitFor([&] { return done.isFinished(); }, GuiDriver::patienceMs) && done.result().ok();
    }
    CalendarClinic &clinic() { return *made; }
    GuiDriver &drive() { return desk.drive(); }

    std::optional<CalendarClinic> made;
    Desk desk;
};

} // namespace xinglin::test
