#pragma once

#include "clinic/schedule/rosters.h"
#include "ui/calendar/calendardesk.h"
#include "ui/interchange/importdesk.h"
#include "ui/kit/segment.h"

#include <QPushButton>

namespace xinglin::test {

struct MadeCalendar
{
    std::optional<CalendarClinic> made;
};

/// The owner of a clinic with a calendar before Settings › Import: two practitioners, a room and beds, three
/// appointments today, 12 March 2026.
class CalendarPlace : public MadeCalendar, public ImportDesk
{
public:
    explicit CalendarPlace(const std::function<void(TestClinic &, CalendarClinic &)> &prepare = {})
        : ImportDesk([this, prepare](TestClinic &one) {
            made.emplace(one);
            made->bookSome();
            if (prepare)
                prepare(one, *made);
        })
    {
    }

    static QByteArray event(const QByteArray &uid, const QByteArray &inside)
    {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + inside + "END:VEVENT\r\n";
    }
    static QByteArray calendar(const QByteArray &inside)
    {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inside + "END:VCALENDAR\r\n";
    }
    /// So many hours that block something from the next day on.
    static QByteArray many(int events)
    {
        QByteArray inside;
        for (int i = 0; i < events; ++i) {
            const QByteArray day = QDate(2026, 3, 13).addDays(i / 10).toString(QStringLiteral("yyyyMMdd")).toLatin1();
            const QByteArray hour = QByteArray::number(10 + i % 10);
            inside += event("many-" + QByteArray::number(i),
                            "SUMMARY:Busy\r\nDTSTART:" + day + 'T' + hour + "0000\r\nDURATION:PT30M\r\n");
        }
        return calendar(inside);
    }
    QString ics(const QByteArray &bytes, const QString &name = QStringLiteral("other.ics")) const
    {
        return file(bytes, name);
    }

    /// Opens the dialog; @p way: how many cells from the first.
    void open(int way = 0)
    {
        drive().get("newCalendar");
        drive().key(Qt::Key_C);
        QWidget &dialog = drive().get("calendarDialog");
        dialog.activateWindow(); // it may be younger than its activation
        if (!QTest::qWaitFor([&] { return QApplication::activeWindow() == &dialog; }, GuiDriver::patienceMs))
            qFatal("the dialog does not become active");
        drive().get("calendarWay").setFocus();
        for (int i = 0; i < way; ++i)
            drive().key(Qt::Key_Right);
    }
    void say(const QString &path)
    {
        drive().fill("calendarPath", path);
        drive().key(Qt::Key_Return);
    }
    QPushButton &verb() { return drive().get<QPushButton>("askVerb"); }
    QList<RosterException> blocked()
    {
        const auto all = Desk::ask(clinic.owner(), [](const store::Snapshot &view) {
            return schedule::exceptions(view, QDate(2026, 3, 1), QDate(2029, 1, 1));
        });
        return all ? *all : QList<RosterException>();
    }
    QList<Appointment> booked()
    {
        const auto all = Desk::ask(clinic.owner(), [](const store::Snapshot &view) {
            return schedule::between(view, {CalendarClinic::at(0), CalendarClinic::at(0, QDate(2026, 6, 1))});
        });
        return all ? *all : QList<Appointment>();
    }
};

} // namespace xinglin::test
