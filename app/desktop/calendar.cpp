#include "app/desktop/calendar.h"

#include "ui/calendar/calendarpage.h"
#include "ui/calendar/calendarprinter.h"
#include "ui/patient/takingback.h"
#include "ui/shell/workspace.h"

#include <QCoreApplication>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

using access::Permission;
using namespace ui;

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
    workspace.box().addCommand({QStringLiteral("printDay"), Tr::tr("Print today's appointments"), {}, [page, &clinic] {
                                    page->printer()->printDay(today(clinic), {});
                                }});
    workspace.box().addCommand({QStringLiteral("printCalls"), Tr::tr("Print tomorrow's calls"), {}, [page, &clinic] {
                                    page->printer()->printCalls(today(clinic).addDays(1));
                                }});
}

} // namespace xinglin
