#include "app/desktop/calendar.h"

#include "app/desktop/frontdesk.h"
#include "clinic/schedule/waitlist.h"
#include "ui/booking/bookingpanel.h"
#include "ui/booking/waitlistpanel.h"
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/calendarprinter.h"
#include "ui/kit/ondone.h"
#include "ui/patient/takingback.h"
#include "ui/shell/workspace.h"

#include <QCoreApplication>

#include <memory>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

using access::Permission;
using namespace ui;

/// Booking and the waitlist at the right of the calendar.
void addBooking(Workspace &workspace, Clinic &clinic, CalendarPage *page)
{
    auto *booking = new BookingPanel(clinic, workspace.who(), page);
    auto *waiting = new WaitlistPanel(clinic, page);
    booking->hide();
    waiting->hide();
    // One time after another that was given up and that somebody waits for.
    const auto free = std::make_shared<QList<FreedTime>>();
    const auto offerNext = [page, waiting, free] {
        if (free->isEmpty())
            return false;
        page->window()->activateWindow(); // the question why it was cancelled has just been answered
        page->setSidePanel(waiting);
        waiting->begin(free->takeFirst());
        return true;
    };
    const auto back = [page, offerNext] {
        if (offerNext())
            return;
        page->setSidePanel(nullptr);
        page->view()->setFocus();
    };
    const auto begin = [page, booking](const BookingStart &start) {
        page->setSidePanel(booking);
        booking->begin(start);
    };
    const auto booked = [page, back](const Appointment &made, const QString &sentence) {
        back();
        page->showAppointment(made);
        emit page->told(sentence);
    };
    QObject::connect(page, &CalendarPage::bookWanted, booking,
                     [page, begin](const std::optional<ResourceId> &with, Instant start, std::chrono::minutes length) {
                         BookingStart wish{{}, with, start, {}, page->day(), false};
                         if (length.count() > 0)
                             wish.length = length;
                         begin(wish);
                     });
    QObject::connect(page, &CalendarPage::findWanted, booking,
                     [page, begin](const std::optional<PatientId> &patient, bool toWait) {
                         begin({patient, {}, {}, {}, page->day(), toWait});
                     });
    QObject::connect(page, &CalendarPage::waitlistWanted, waiting, [page, waiting] {
        page->setSidePanel(waiting);
        waiting->begin({});
    });
    // Who would have liked that time is asked about at once; nobody: the calendar stays as it is.
    QObject::connect(page, &CalendarPage::freed, waiting,
                     [waiting, free, offerNext, &clinic](const Appointment &before) {
                         if (before.resources.isEmpty())
                             return;
                         struct Suited
                         {
                             FreedTime time;
                             bool anybody = false;
                         };
                         const auto read = clinic.read([before](const store::Snapshot &view) -> Result<Suited> {
                             const ResourceId with = before.resources.constFirst();
                             const auto resource = schedule::resource(view, with);
                             const auto found = schedule::matches(view, with, before.period);
                             if (!resource || !found)
                                 return resource ? found.error() : resource.error();
                             return Suited{{with, before.period, resource->content.name}, !found->isEmpty()};
                         });
                         onDone(read, waiting, [waiting, free, offerNext](const Result<Suited> &suited) {
                             if (!suited || !suited->anybody)
                                 return;
                             *free << suited->time;
                             if (!waiting->isVisible())
                                 offerNext();
                         });
                     });
    QObject::connect(booking, &BookingPanel::booked, page, booked);
    QObject::connect(waiting, &WaitlistPanel::booked, page, booked);
    QObject::connect(booking, &BookingPanel::listed, page, [page, back](const QString &sentence) {
        back();
        emit page->told(sentence);
    });
    QObject::connect(waiting, &WaitlistPanel::told, page, &CalendarPage::told);
    QObject::connect(waiting, &WaitlistPanel::chartWanted, page, &CalendarPage::chartWanted);
    QObject::connect(booking, &BookingPanel::closed, page, back);
    QObject::connect(waiting, &WaitlistPanel::closed, page, back);
    QObject::connect(&clinic, &Clinic::changed, booking, [booking](const store::ChangeSet &changes) {
        if (changes.touches("resource") || changes.touches("healthcare_service") || changes.touches("service_resource"))
            booking->forget();
    });
}

} // namespace

void furnishCalendar(Workspace &workspace, Clinic &clinic)
{
    const Who &who = workspace.who();
    if (!who.may(Permission::ReadSchedule))
        return;
    Workspace *desk = &workspace;
    auto *page = new CalendarPage(clinic, who);
    workspace.addPlace(page, {Tr::tr("Calendar"), QStringLiteral("view-calendar-day"), 0});
    if (who.may(Permission::TakeBack)) {
        auto *back = new TakingBack(clinic, page, true);
        QObject::connect(page, &CalendarPage::told, back, &TakingBack::offer);
    } else {
        QObject::connect(page, &CalendarPage::told, desk, &Workspace::tell);
    }
    if (who.may(Permission::Book))
        addBooking(workspace, clinic, page);
    furnishFrontDesk(workspace, clinic, page);
    workspace.box().addCommand({QStringLiteral("printDay"), Tr::tr("Print today's appointments"), {}, [page, &clinic] {
                                    page->printer()->printDay(today(clinic), {});
                                }});
    workspace.box().addCommand({QStringLiteral("printCalls"), Tr::tr("Print tomorrow's calls"), {}, [page, &clinic] {
                                    page->printer()->printCalls(today(clinic).addDays(1));
                                }});
}

} // namespace xinglin
