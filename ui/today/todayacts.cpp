#include "clinic/schedule/attendance.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/paper/sheetsprinter.h"
#include "ui/patient/takingback.h"
#include "ui/today/queueslip.h"
#include "ui/today/todaymodel.h"
#include "ui/today/todaypage.h"
#include "ui/today/walkinbar.h"

#include <QTableView>

/// What the keys of the board do.
namespace xinglin::ui {

void TodayPage::say(const QString &sentence)
{
    m_strip->clear();
    if (m_back)
        m_back->offer(sentence);
}

void TodayPage::refuse(const Error &error)
{
    m_own.clear();
    m_strip->say(MessageStrip::Kind::Stop, error.message);
}

void TodayPage::act(TodayAct act)
{
    const TodayRow *selected = current();
    if (!selected || !actsOf(*selected, m_mayRun).contains(act))
        return;
    const TodayRow row = *selected;
    switch (act) {
    case TodayAct::Next:
        return next(row);
    case TodayAct::Call:
        return step(
            "queue.call", row.ticket->id, [](store::Transaction &tx, TicketId id) { return queue::call(tx, id); },
            tr("%1 called in.").arg(row.who));
    case TodayAct::Skip:
        return step("queue.skip", row.ticket->id, queue::skip, tr("%1 is not there and waits again.").arg(row.who));
    case TodayAct::Recall:
        return step("queue.recall", row.ticket->id, queue::recall, tr("%1 called again.").arg(row.who));
    case TodayAct::Leave:
        return step("queue.leave", row.ticket->id, queue::leave, tr("%1 left unseen.").arg(row.who));
    case TodayAct::Priority: {
        // In turn, with priority, urgent, and round again.
        const auto raise = [](store::Transaction &tx, TicketId id) -> Result<QueueTicket> {
            const auto known = queue::ticket(tx, id);
            if (!known)
                return known.error();
            return queue::setPriority(tx, id, TicketPriority((int(known->priority) + 1) % 3));
        };
        return step("queue.priority", row.ticket->id, raise, tr("Priority of %1 changed.").arg(row.who));
    }
    case TodayAct::NoShow:
        return noShow(row.appointment()->id);
    case TodayAct::Chart:
        emit chartWanted(*row.patient);
    }
}

void TodayPage::next(const TodayRow &row)
{
    if (row.group == TodayGroup::Booked)
        return checkIn(row.appointment()->id);
    if (row.group == TodayGroup::Waiting)
        return act(TodayAct::Call);
    step("queue.finish", row.ticket->id, queue::finish, tr("Consultation of %1 is over.").arg(row.who));
}

void TodayPage::moveTo(const TodayRow &row, TodayGroup group)
{
    using Group = TodayGroup;
    if (row.group == Group::Booked && group == Group::Waiting)
        return checkIn(row.appointment()->id);
    if (row.group == Group::Booked && group == Group::NoShow)
        return noShow(row.appointment()->id);
    if (row.group == Group::Waiting && group == Group::InConsultation)
        return act(TodayAct::Call);
    if (row.group == Group::Waiting && group == Group::Done)
        return act(TodayAct::Leave);
    if (row.group == Group::InConsultation && group == Group::Waiting)
        return act(TodayAct::Skip);
    if (row.group == Group::InConsultation && (group == Group::Done || group == Group::ToFinish))
        return next(row);
    refuse({Code::Conflict,
            tr("From “%1” nobody goes to “%2”.").arg(TodayModel::nameOf(row.group), TodayModel::nameOf(group)),
            {},
            {}});
}

void TodayPage::checkIn(AppointmentId id)
{
    if (const TodayRow *row = current())
        m_own.insert(row->key());
    const auto made =
        m_clinic.write("queue.checkin", [id](store::Transaction &tx) { return schedule::checkIn(tx, id); });
    onDone(made, this, [this](const Result<QueueTicket> &ticket) {
        if (!ticket)
            return refuse(ticket.error());
        say(tr("%1 waits under number %2.").arg(ticket->who).arg(ticket->number.value_or(0)));
        printSlip(ticket->id);
    });
}

void TodayPage::beginWalkIn(const std::optional<PatientId> &who)
{
    if (!m_mayRun)
        return;
    QHash<ResourceId, QString> names;
    for (const Resource &one : std::as_const(m_resources))
        names.insert(one.id, one.content.name);
    m_walkIn->begin(names, who);
}

void TodayPage::queueUp(const WalkIn &who)
{
    m_own.insert(who.patient.uuid());
    const auto made =
        m_clinic.write("queue.walkin", [who](store::Transaction &tx) { return schedule::walkIn(tx, who); });
    onDone(made, this, [this](const Result<QueueTicket> &ticket) {
        m_walkIn->settle(ticket.ok());
        if (!ticket)
            return refuse(ticket.error());
        if (ticket->patient)
            m_wanted = ticket->patient->uuid();
        takeHand();
        load();
        say(tr("%1 waits under number %2.").arg(ticket->who).arg(ticket->number.value_or(0)));
        printSlip(ticket->id);
    });
}

void TodayPage::step(const QByteArray &act, TicketId id, Result<QueueTicket> (*f)(store::Transaction &, TicketId),
                     const QString &done)
{
    if (const TodayRow *row = current())
        m_own.insert(row->key());
    onDone(m_clinic.write(act, [id, f](store::Transaction &tx) { return f(tx, id); }), this,
           [this, done](const Result<QueueTicket> &ticket) {
               if (!ticket)
                   return refuse(ticket.error());
               say(done);
           });
}

void TodayPage::noShow(AppointmentId id)
{
    if (const TodayRow *row = current())
        m_own.insert(row->key());
    const auto noted =
        m_clinic.write("queue.noshow", [id](store::Transaction &tx) { return schedule::noShow(tx, id); });
    onDone(noted, this, [this](const Result<Appointment> &appointment) {
        if (!appointment)
            return refuse(appointment.error());
        say(tr("%1 did not come.").arg(appointment->who));
    });
}

void TodayPage::callNext()
{
    const auto called = m_clinic.write("queue.next", [](store::Transaction &tx) -> Result<QueueTicket> {
        const auto own = schedule::ownResource(tx);
        if (!own)
            return own.error();
        if (!*own)
            return Error{Code::NotFound,
                         tr("Nobody is booked with you. The owner says in the settings who signs in as which "
                            "practitioner."),
                         {},
                         {}};
        return queue::callNext(tx, (*own)->id);
    });
    onDone(called, this, [this](const Result<QueueTicket> &ticket) {
        if (!ticket) {
            refuse(ticket.error());
            emit told(ticket.error().message);
            return;
        }
        m_strip->clear();
        if (ticket->patient) {
            m_own.insert(ticket->patient->uuid());
            emit chartWanted(*ticket->patient);
        }
    });
}

void TodayPage::printSlip(TicketId id)
{
    const auto asked = m_clinic.read([id](const store::Snapshot &view) { return queueSlipOf(view, id); });
    onDone(asked, this, [this, zone = m_clinic.store().options().zone](const Result<QueueSlip> &slip) {
        if (!slip)
            return refuse(slip.error());
        m_printer->sendIfPossible(
            [slip = *slip, zone](const PaperDress &dress) { return queueSlip(slip, QLocale(), zone, dress); });
    });
}

} // namespace xinglin::ui
