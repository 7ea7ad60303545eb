#include "app/desktop/frontdesk.h"

#include "ui/booking/absencedialog.h"
#include "ui/booking/calllist.h"
#include "ui/booking/seriesdialog.h"
#include "ui/calendar/calendarpage.h"
#include "ui/shell/workspace.h"

#include <QCoreApplication>
#include <QShortcut>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

using access::Permission;
using namespace ui;

/// A key of the calendar while the appointments have the hand.
template <class F>
void onKey(CalendarPage *page, const QKeySequence &keys, F act)
{
    auto *shortcut = new QShortcut(keys, page->view());
    shortcut->setContext(Qt::WidgetShortcut);
    QObject::connect(shortcut, &QShortcut::activated, page, act);
}

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

/// A course for whose appointment is selected, like it.
void addCourses(Clinic &clinic, CalendarPage *page)
{
    onKey(page, Qt::Key_R, [page, &clinic] {
        const DayBlock *block = page->view()->selected();
        if (!block || !block->appointment.patient)
            return;
        const Appointment &one = block->appointment;
        SeriesStart start;
        start.patient = *one.patient;
        start.name = one.who;
        start.service = one.service;
        if (!one.resources.isEmpty())
            start.with = one.resources.constFirst();
        start.like = one.period.from;
        show(page, new SeriesDialog(clinic, start, page->window()));
    });
    // What is carried is put down with all that follow in its series.
    onKey(page, Qt::CTRL | Qt::SHIFT | Qt::Key_V, [page, &clinic] {
        const auto &carried = page->view()->carried();
        if (!carried)
            return;
        const DayColumn &column = page->view()->columns().at(page->view()->cursorColumn());
        const Instant start =
            freebusy::instantOf(column.day, page->view()->cursorSpan().from, clinic.store().options().zone);
        show(page, SeriesDialog::shift(clinic, *carried, start, page->window()));
    });
}

/// Whose column the hand is in, absent on the day that is shown.
void addAbsences(Workspace &workspace, Clinic &clinic, CalendarPage *page)
{
    Workspace *desk = &workspace;
    const auto open = [page, desk, &clinic](bool fromCalendar) {
        std::optional<ResourceId> whose;
        QDate day = today(clinic);
        if (fromCalendar && !page->view()->columns().isEmpty()) {
            const DayColumn &column = page->view()->columns().at(page->view()->cursorColumn());
            day = column.day;
            if (column.resource != ResourceId(Uuid(Uuid::Bytes{}))) // everybody's column
                whose = column.resource;
        }
        auto *dialog = new AbsenceDialog(clinic, desk->who(), whose, day, page->window());
        QObject::connect(dialog, &AbsenceDialog::done, page, &CalendarPage::told);
        dialog->open();
    };
    onKey(page, Qt::Key_I, [open] { open(true); });
    workspace.box().addCommand({QStringLiteral("absence"), Tr::tr("Practitioner is absent …"), {}, [desk, page, open] {
                                    desk->go(page->placeId());
                                    open(false);
                                }});
}

/// The calls about the next working day.
void addCalls(Workspace &workspace, Clinic &clinic, CalendarPage *page)
{
    Workspace *desk = &workspace;
    const auto open = [page, &clinic] {
        auto *dialog = new CallList(clinic, page->window());
        QObject::connect(dialog, &CallList::moveWanted, page, &CalendarPage::showAppointment);
        QObject::connect(dialog, &CallList::cancelled, page, &CalendarPage::freed);
        dialog->open();
    };
    onKey(page, Qt::Key_C, open);
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
