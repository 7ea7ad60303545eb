#include "app/desktop/frontdesk.h"

#include "ui/booking/absencedialog.h"
#include "ui/booking/calllist.h"
#include "ui/booking/seriesdialog.h"
#include "ui/calendar/calendarpage.h"
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

void show(CalendarPage *page, SeriesDialog *dialog)
{
    QObject::connect(dialog, &SeriesDialog::done, page,
                     [page](const QList<Appointment> &appointments, const QString &sentence) {
                         page->view()->putDown();
                         page->showAppointment(appointments.constFirst());
                         emit page->told(sentence);
                     });
    dialog->open();
}

/// A course for whose appointment is selected, like it; what is carried is put down with all that follow.
void addCourses(Clinic &clinic, CalendarPage *page)
{
    QObject::connect(page, &CalendarPage::courseWanted, page, [page, &clinic](const Appointment &like) {
        SeriesStart start;
        start.patient = *like.patient;
        start.name = like.who;
        start.service = like.service;
        if (!like.resources.isEmpty())
            start.with = like.resources.constFirst();
        start.like = like.period.from;
        show(page, new SeriesDialog(clinic, start, page->window()));
    });
    QObject::connect(page, &CalendarPage::shiftWanted, page, [page, &clinic](const Appointment &carried, Instant to) {
        show(page, SeriesDialog::shift(clinic, carried, to, page->window()));
    });
}

void addAbsences(Workspace &workspace, Clinic &clinic, CalendarPage *page)
{
    Workspace *desk = &workspace;
    const auto open = [page, desk, &clinic](const std::optional<ResourceId> &whose, QDate day) {
        auto *dialog = new AbsenceDialog(clinic, desk->who(), whose, day, page->window());
        QObject::connect(dialog, &AbsenceDialog::done, page, &CalendarPage::told);
        dialog->open();
    };
    QObject::connect(page, &CalendarPage::absenceWanted, page, open);
    workspace.box().addCommand(
        {QStringLiteral("absence"), Tr::tr("Practitioner is absent …"), {}, [desk, page, open, &clinic] {
             desk->go(page->placeId());
             open({}, today(clinic));
         }});
}

/// The calls about the next working day.
void addCalls(Workspace &workspace, Clinic &clinic, CalendarPage *page)
{
    Workspace *desk = &workspace;
    const auto open = [page, &clinic] {
        auto *dialog = new CallList(clinic, page->window());
        QObject::connect(dialog, &CallList::moveWanted, page, &CalendarPage::showAppointment);
        // Who would like the times that were given up is asked about when all have been called.
        const auto given = std::make_shared<QList<Appointment>>();
        QObject::connect(dialog, &CallList::cancelled, page, [given](const Appointment &one) { *given << one; });
        QObject::connect(dialog, &QDialog::finished, page, [page, given] {
            for (const Appointment &one : std::as_const(*given))
                emit page->freed(one);
        });
        dialog->open();
    };
    QObject::connect(page, &CalendarPage::callsWanted, page, open);
    workspace.box().addCommand({QStringLiteral("calls"), Tr::tr("Call tomorrow's patients"), {}, [desk, page, open] {
                                    desk->go(page->placeId());
                                    open();
                                }});
}

} // namespace

void furnishFrontDesk(Workspace &workspace, Clinic &clinic, CalendarPage *page)
{
    const Who &who = workspace.who();
    if (!who.may(Permission::Book))
        return;
    addCourses(clinic, page);
    if (who.may(Permission::EditRoster) && who.may(Permission::RecordContacts))
        addAbsences(workspace, clinic, page);
    if (who.may(Permission::ReadContacts) && who.may(Permission::RecordContacts))
        addCalls(workspace, clinic, page);
}

} // namespace xinglin
