#include "clinic/draftcontent.h"
#include "clinic/schedule/moves.h"
#include "ui/booking/bookingwords.h"
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/calendarprinter.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/reasondialog.h"

#include <QLineEdit>
#include <QVBoxLayout>

/// What is done with appointments from the calendar, and the questions it asks.
namespace xinglin::ui {

void CalendarPage::reschedule(const MoveWish &wish)
{
    if (m_moving || !m_mayBook)
        return;
    m_moving = true;
    AppointmentDraft draft;
    draft.start = wish.start;
    draft.duration = wish.length;
    draft.resources = wish.resources();
    draft.overbook = wish.seen.overbooked; // what stands above the capacity may go on doing so
    const auto moving = m_clinic.write("appointment.move", [seen = wish.seen, draft](store::Transaction &tx) {
        return schedule::moveSeen(tx, seen, draft);
    });
    onDone(moving, this, [this](const Result<Appointment> &result) { rescheduled(result); });
}

void CalendarPage::rescheduled(const Result<Appointment> &result)
{
    m_moving = false;
    if (!result) {
        if (result.error().code == Code::Stale)
            m_view->putDown(); // it stands somewhere else than it was taken from
        m_strip->say(MessageStrip::Kind::Stop, result.error().message);
        m_stale = true;
        return refresh();
    }
    m_strip->clear();
    m_wanted = result->id;
    if (m_view->carried() && m_view->carried()->id == result->id) // not what was taken up since
        m_view->putDown();
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(toMs(result->period.from), m_zone);
    turn();
    emit told(tr("%1 moved to %2 %3.", "who, day, time")
                  .arg(whoText(*result), dateText(start.date()), start.toString(QStringLiteral("HH:mm"))));
}

void CalendarPage::cancel(bool byClinic)
{
    const DayBlock *block = m_mode == Mode::Month ? nullptr : m_view->selected();
    if (!block || !m_mayBook || block->appointment.status != AppointmentStatus::Booked ||
        (!block->appointment.patient && !block->appointment.enquiry))
        return;
    const Appointment one = block->appointment;
    ReasonQuestion asked;
    asked.name = QStringLiteral("cancelAppointmentDialog");
    asked.lineName = QStringLiteral("cancelAppointmentReason");
    asked.question = byClinic ? tr("Do we cancel the appointment of %1?").arg(whoText(one))
                              : tr("Does %1 cancel the appointment?").arg(whoText(one));
    asked.sentence = tr("The time becomes free for others.");
    asked.verb = tr("Cancel it", "an appointment");
    asked.usual = byClinic ? QStringList{tr("Practitioner is absent"), tr("Clinic is closed"), tr("Booked by mistake")}
                           : QStringList{tr("Has no time"), tr("Is ill"), tr("Is better"), tr("Goes elsewhere")};
    asked.place = {draftkind::reason, one.id.uuid()};
    if (one.patient)
        asked.about = {{FormContent::patient, one.patient->toString()}};
    askReason(m_clinic, this, asked, [this, one, byClinic](const QString &why) {
        const auto done = m_clinic.write("appointment.cancel", [id = one.id, byClinic, why](store::Transaction &tx) {
            return schedule::cancel(tx, id, byClinic ? CancelledBy::Clinic : CancelledBy::Patient, why);
        });
        onDone(done, this, [this, one](const Result<Appointment> &result) {
            if (!result)
                return m_strip->say(MessageStrip::Kind::Stop, result.error().message);
            m_strip->clear();
            emit told(tr("The appointment of %1 is cancelled.").arg(whoText(*result)));
            emit freed(one);
        });
    });
}

void CalendarPage::openChart()
{
    const DayBlock *block = m_view->selected();
    if (block && m_mayRead && block->appointment.patient)
        emit chartWanted(*block->appointment.patient);
}

void CalendarPage::wantCourse()
{
    const DayBlock *block = m_mode == Mode::Month ? nullptr : m_view->selected();
    if (block && m_mayBook && block->appointment.patient)
        emit courseWanted(block->appointment);
}

void CalendarPage::wantShift()
{
    const auto &carried = m_view->carried();
    if (!carried || m_mode == Mode::Month)
        return;
    const DayColumn &column = m_view->columns().at(m_view->cursorColumn());
    emit shiftWanted(*carried, freebusy::instantOf(column.day, m_view->cursorSpan().from, m_zone));
}

void CalendarPage::wantAbsence()
{
    if (!m_mayEnterAbsence)
        return;
    if (m_mode == Mode::Month || m_view->columns().isEmpty())
        return emit absenceWanted({}, m_day);
    const DayColumn &column = m_view->columns().at(m_view->cursorColumn());
    const bool whoever = column.resource == ResourceId(Uuid(Uuid::Bytes{}));
    emit absenceWanted(whoever ? std::nullopt : std::optional(column.resource), column.day);
}

void CalendarPage::askDate()
{
    auto *dialog =
        new AskDialog(tr("Which day?"), tr("2026-3-12, 3-12, or +7 for a week from the day that is shown."), window());
    dialog->setObjectName(QStringLiteral("dateDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Go there"));
    auto *line = new QLineEdit;
    line->setObjectName(QStringLiteral("dateLine"));
    auto *field = new Field(tr("Date"), line);
    field->setReserve(false);
    dialog->body()->addWidget(field);
    QWidget *verb = dialog->findChild<QWidget *>(QStringLiteral("askVerb"));
    verb->setEnabled(false);
    connect(line, &QLineEdit::textChanged, dialog,
            [this, verb](const QString &typed) { verb->setEnabled(typedDay(typed, m_day).has_value()); });
    connect(dialog, &QDialog::accepted, this, [this, line] {
        if (const auto day = typedDay(line->text(), m_day))
            go(*day);
    });
    dialog->open();
    line->setFocus();
}

void CalendarPage::askFilter()
{
    if (!m_resources.isEmpty())
        askResources(window(), m_resources, m_hidden, [this](const HiddenResources &hidden) { leaveOut(hidden); });
}

void CalendarPage::print(bool one)
{
    std::optional<ResourceId> whose;
    if (one && m_mode != Mode::Month && !m_view->columns().isEmpty())
        whose = m_view->columns().at(m_view->cursorColumn()).resource;
    if (whose == ResourceId(Uuid(Uuid::Bytes{})))
        whose.reset();
    m_printer->printDay(
        m_mode == Mode::Month || m_view->columns().isEmpty() ? m_day : m_view->columns().at(m_view->cursorColumn()).day,
        whose);
}

void CalendarPage::printCalls()
{
    m_printer->printCalls(today(m_clinic).addDays(1));
}

} // namespace xinglin::ui
