#include "ui/booking/calllist.h"

#include "clinic/schedule/attendance.h"
#include "clinic/schedule/dayplans.h"
#include "clinic/schedule/daysheets.h"
#include "ui/booking/dialogwords.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/contactwords.h"
#include "ui/shell/who.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int dialogWidth = 960;
constexpr int daysAhead = 14; ///< So far the next day that is worked is looked for.
constexpr int rowsShown = 12;
constexpr int heightBeside = 330;

} // namespace

CallList::CallList(Clinic &clinic, QWidget *parent)
    : AskDialog(tr("Calls about the next working day"),
                tr("Each answer is stored at once. Whoever has confirmed is not called."), parent)
    , m_clinic(clinic)
    , m_zone(clinic.store().options().zone)
    , m_counts(new Label({}, TypeStyle::Heading))
    , m_table(new CallTable(true))
{
    setObjectName(QStringLiteral("callList"));
    setAttribute(Qt::WA_DeleteOnClose);
    const Theme &theme = Theme::of(this);
    setFixedWidth(std::min(theme.scaled(dialogWidth), parent->window()->width() - 40));
    setSafeAnswer(tr("Close"));
    m_counts->setObjectName(QStringLiteral("callCounts"));
    m_table->setObjectName(QStringLiteral("calls"));
    m_table->setAccessibleName(tr("Calls"));
    const int room = parent->window()->height() - theme.scaled(heightBeside);
    const int row = theme.size(Size::RowDense);
    m_table->setFixedHeight(theme.size(Size::TableHead) + std::clamp(room / row, 4, rowsShown) * row + 2);
    body()->addWidget(m_counts);
    body()->addWidget(m_table);
    body()->addWidget(buildFoot());
    connect(m_table, &CallTable::answered, this, &CallList::answer);
    m_table->setFocus();
    load();
}

QWidget *CallList::buildFoot()
{
    m_foot = new QStackedWidget;
    auto *keys =
        new KeySentence(tr("[Y] comes  [N] not reached  [W] message left  [M] wants another time  [C] cancels"));
    auto *asking = new QWidget;
    m_question = new Label({}, TypeStyle::Body);
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("callReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why? Enter cancels the appointment, Esc goes back."));
    m_reason->installEventFilter(this);
    auto *line = new QHBoxLayout(asking);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gapControls);
    line->addWidget(m_question);
    line->addWidget(m_reason, 1);
    m_foot->addWidget(keys);
    m_foot->addWidget(asking);
    m_foot->setFixedHeight(Theme::of(this).size(Size::Control) + 4);
    return m_foot;
}

Result<CallList::Read> CallList::read(const store::Snapshot &view, QDate after)
{
    const auto loads = schedule::dayLoads(view, after.addDays(1), after.addDays(daysAhead));
    if (!loads)
        return loads.error();
    const auto next = std::find_if(loads->cbegin(), loads->cend(),
                                   [](const DayLoad &one) { return one.appointments > 0 || one.openMinutes > 0; });
    Read found{next == loads->cend() ? after.addDays(1) : next->day, {}};
    const auto sheet = schedule::daySheet(view, found.day);
    if (!sheet)
        return sheet.error();
    for (const DaySheet::Line &line : sheet->lines) {
        const Appointment &one = line.appointment;
        if (one.status != AppointmentStatus::Booked || (!one.patient && !one.enquiry))
            continue;
        QStringList about{one.serviceName};
        about << line.with;
        Call call{one, line.phone, about.join(tr(", ", "between what a call is about")), {}, {}};
        if (one.confirmed)
            call.outcome = CallOutcome::Comes;
        const auto said =
            one.patient ? contact::ofPatient(view, *one.patient, {}, 1) : contact::ofEnquiry(view, *one.enquiry, {}, 1);
        if (said && !said->isEmpty()) {
            const Contact &last = said->constFirst();
            call.last = tr("%1: %2", "when, what was said")
                            .arg(whenWords(*last.content.sent, view.zone(), after), last.content.text);
        }
        found.calls << call;
    }
    return found;
}

void CallList::load()
{
    const auto reading =
        m_clinic.read([after = today(m_clinic)](const store::Snapshot &view) { return read(view, after); });
    onDone(reading, this, [this](const Result<Read> &found) {
        if (!found)
            return showProblem(found.error().message);
        m_day = found->day;
        m_table->setCalls(found->calls, m_zone, tr("About"));
        showCounts();
    });
}

void CallList::showCounts()
{
    QStringList words{tr("%n to call", nullptr, m_table->open())};
    const auto add = [&](CallOutcome outcome, const QString &word) {
        if (m_table->count(outcome) > 0)
            words << word.arg(m_table->count(outcome));
    };
    add(CallOutcome::Comes, tr("%1 come"));
    add(CallOutcome::NotReached, tr("%1 not reached"));
    add(CallOutcome::LeftMessage, tr("%1 with a message"));
    add(CallOutcome::WantsOther, tr("%1 want another time"));
    add(CallOutcome::Cancels, tr("%1 cancelled"));
    m_counts->setText(tr("%1: %2", "day, how many of which")
                          .arg(dayWords(m_day), m_table->calls().isEmpty()
                                                    ? tr("nobody is booked")
                                                    : words.join(tr(", ", "between how many of which"))));
}

void CallList::store(const QByteArray &act, const Call &call, CallOutcome outcome, const Write &write)
{
    showProblem({});
    // The next one is called meanwhile; where it was refused, the line comes back.
    m_table->setOutcome(call.appointment.id, outcome);
    showCounts();
    onDone(m_clinic.write(act, write), this, [this, call, outcome](const Result<Done> &stored) {
        if (!stored) {
            m_table->setOutcome(call.appointment.id, call.outcome);
            showCounts();
            return showProblem(tr("%1: %2", "who, what was refused").arg(call.appointment.who, stored.error().message));
        }
        if (outcome == CallOutcome::Cancels)
            emit cancelled(call.appointment);
        if (outcome == CallOutcome::WantsOther) {
            emit moveWanted(call.appointment);
            reject();
        }
    });
}

void CallList::answer(const Call &call, CallOutcome outcome)
{
    if (call.outcome == CallOutcome::Cancels)
        return; // there is nothing to call about any more
    if (outcome == CallOutcome::Cancels)
        return askReason(call);
    const bool comes = outcome == CallOutcome::Comes;
    store(comes ? QByteArray("appointment.confirm") : QByteArray("contact.log"), call, outcome,
          [draft = contactOf(call, outcome), id = call.appointment.id, comes](store::Transaction &tx) -> Result<Done> {
              if (comes) {
                  if (const auto confirmed = schedule::confirm(tx, id, true); !confirmed)
                      return confirmed.error();
              }
              const auto logged = contact::log(tx, draft);
              return logged ? Result<Done>(Done()) : Result<Done>(logged.error());
          });
}

void CallList::askReason(const Call &call)
{
    m_cancelling = call;
    m_question->setText(tr("%1 cancels:").arg(call.appointment.who));
    m_reason->clear();
    m_foot->setCurrentIndex(1);
    m_reason->setFocus();
}

void CallList::backToList()
{
    m_cancelling.reset();
    m_foot->setCurrentIndex(0);
    m_table->setFocus();
}

void CallList::cancelCurrent()
{
    const QString reason = m_reason->text().trimmed();
    if (!m_cancelling || reason.isEmpty())
        return;
    const Call call = *m_cancelling;
    backToList();
    store("appointment.cancel", call, CallOutcome::Cancels,
          [draft = contactOf(call, CallOutcome::Cancels, reason), id = call.appointment.id,
           reason](store::Transaction &tx) -> Result<Done> {
              if (const auto done = schedule::cancel(tx, id, CancelledBy::Patient, reason); !done)
                  return done.error();
              const auto logged = contact::log(tx, draft);
              return logged ? Result<Done>(Done()) : Result<Done>(logged.error());
          });
}

bool CallList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_reason && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            backToList();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            cancelCurrent();
            return true;
        }
    }
    return AskDialog::eventFilter(watched, event);
}

} // namespace xinglin::ui
