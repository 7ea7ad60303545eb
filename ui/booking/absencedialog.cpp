#include "ui/booking/absencedialog.h"

#include "clinic/schedule/rosters.h"
#include "ui/booking/bookingwords.h"
#include "ui/booking/callpaper.h"
#include "ui/booking/dialogwords.h"
#include "ui/kit/button.h"
#include "ui/kit/clipboard.h"
#include "ui/kit/field.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/paper/sheetsprinter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int dialogWidth = 960;
constexpr int restMs = 120;
constexpr int noon = 720;
constexpr int midnight = 1440;
constexpr int callsShown = 10;
constexpr int heightBesideCalls = 380;

enum Part { Whole, Morning, Afternoon };

} // namespace

AbsenceDialog::AbsenceDialog(Clinic &clinic, const Who &who, const std::optional<ResourceId> &resource, QDate day,
                             QWidget *parent)
    : FormDialog(tr("Who is absent?"),
                 tr("The absence and all that it moves are entered at once and can be taken"
                    " back at once."),
                 parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_wanted(resource)
    , m_zone(clinic.store().options().zone)
    , m_today(today(clinic))
    , m_day(std::max(day, m_today))
    , m_count(new Label({}, TypeStyle::Heading))
    , m_list(new ProposalList(ProposalList::MayLeaveOut | ProposalList::MayStay))
    , m_printer(new SheetsPrinter(clinic, QStringLiteral("Calendar"), this))
    , m_rest(new QTimer(this))
{
    setObjectName(QStringLiteral("absenceDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(std::min(Theme::of(this).scaled(dialogWidth), parent->window()->width() - 40));
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    m_count->setObjectName(QStringLiteral("absenceCount"));
    m_form = buildForm();
    m_after = buildCalls();
    body()->addWidget(m_form);
    body()->addWidget(m_count);
    body()->addWidget(m_list);
    body()->addWidget(m_after);
    m_after->hide();
    connect(m_rest, &QTimer::timeout, this, &AbsenceDialog::ask);
    connect(m_list, &ProposalList::chosenChanged, this, &AbsenceDialog::showVerb);
    connect(this, &QDialog::finished, this, [this] {
        if (m_entered)
            emit done(tr("%1 is absent.").arg(m_absent));
    });
    setSubmit([this] { submit(); });
    showVerb();
    m_list->view()->setFocus();
    ask();
}

QWidget *AbsenceDialog::buildForm()
{
    auto *part = new QWidget;
    m_resource = new QComboBox;
    m_resource->setObjectName(QStringLiteral("absenceWho"));
    m_first = new QLineEdit(m_day.toString(QStringLiteral("yyyy-M-d")));
    m_first->setObjectName(QStringLiteral("absenceFirst"));
    m_last = new QLineEdit(m_first->text());
    m_last->setObjectName(QStringLiteral("absenceLast"));
    m_part = new Segment(tr("Part of the day"));
    m_part->setObjectName(QStringLiteral("absencePart"));
    m_part->setCells({tr("Whole day"), tr("Morning"), tr("Afternoon")});
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("absenceReason"));
    m_reason->setMaxLength(int(schedule::mostReason));
    m_reason->setPlaceholderText(tr("ill, training"));
    m_firstField = new Field(tr("From"), m_first);
    m_lastField = new Field(tr("To, included"), m_last);
    auto *row = new QHBoxLayout;
    row->setSpacing(gapGroups);
    const auto add = [row](Field *field, int stretch) {
        field->setReserve(false);
        row->addWidget(field, stretch, Qt::AlignTop);
    };
    add(new Field(tr("Who"), m_resource), 2);
    add(m_firstField, 1);
    add(m_lastField, 1);
    add(new Field(tr("Part of the day"), m_part), 0);
    add(new Field(tr("Reason"), m_reason), 2);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addLayout(row);
    column->addWidget(new KeySentence(
        tr("[Alt 1] [2] [3] say which part of the day, [Tab] goes to the fields, [Alt L] to the list.")));
    const auto changed = [this] {
        m_current = false;
        showVerb();
        m_rest->start();
    };
    connect(m_resource, &QComboBox::activated, this, changed);
    connect(m_first, &QLineEdit::textEdited, this, [this, changed](const QString &typed) {
        m_last->setText(typed);
        changed();
    });
    connect(m_last, &QLineEdit::textEdited, this, changed);
    connect(m_part, &Segment::chosen, this, changed);
    for (int i = 0; i < 3; ++i) {
        auto *keys = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), this);
        connect(keys, &QShortcut::activated, this, [this, i, changed] {
            m_part->setCurrent(i);
            changed();
        });
    }
    auto *toList = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_L), this);
    connect(toList, &QShortcut::activated, this, [this] { m_list->view()->setFocus(); });
    return part;
}

QWidget *AbsenceDialog::buildCalls()
{
    auto *part = new QWidget;
    m_calls = new CallTable(false);
    m_calls->setObjectName(QStringLiteral("absenceCalls"));
    m_calls->setAccessibleName(tr("Calls"));
    m_say = new Label({}, TypeStyle::Body);
    m_say->setObjectName(QStringLiteral("absenceSay"));
    m_say->setWordWrap(true);
    m_say->setFixedHeight(2 * Theme::of(this).size(Size::StatusChip) + 8);
    m_say->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *copy = new Button(tr("Copy what to say"));
    copy->setObjectName(QStringLiteral("absenceCopy"));
    copy->setAutoDefault(false);
    copy->setKeyCap(QStringLiteral("C"));
    auto *paper = new Button(tr("Print the calls"));
    paper->setObjectName(QStringLiteral("absencePrint"));
    paper->setAutoDefault(false);
    paper->setKeys(QKeySequence(Qt::Key_F9));
    auto *row = new QHBoxLayout;
    row->setSpacing(gapControls);
    row->addWidget(new KeySentence(tr("[Y] agrees  [N] not reached  [W] message left  [M] wants another time")), 1);
    row->addWidget(copy);
    row->addWidget(paper);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addWidget(m_calls);
    column->addWidget(m_say);
    column->addLayout(row);
    auto *keys = new QShortcut(Qt::Key_C, m_calls);
    keys->setContext(Qt::WidgetShortcut);
    connect(keys, &QShortcut::activated, this, &AbsenceDialog::copyCurrent);
    connect(copy, &Button::clicked, this, &AbsenceDialog::copyCurrent);
    connect(paper, &Button::clicked, this, &AbsenceDialog::print);
    connect(m_calls, &CallTable::answered, this, &AbsenceDialog::answer);
    connect(m_calls, &CallTable::currentCallChanged, this, &AbsenceDialog::showCurrent);
    connect(m_printer, &SheetsPrinter::printed, this, [this](const QString &sentence) { m_count->setText(sentence); });
    connect(m_printer, &SheetsPrinter::failed, this, [this](const Error &error) { showProblem(error.message); });
    return part;
}

std::optional<AbsenceDraft> AbsenceDialog::draft()
{
    m_firstField->clearProblem();
    m_lastField->clearProblem();
    const auto first = typedDay(m_first->text(), m_today, m_today);
    const auto last = typedDay(m_last->text(), m_today, m_today);
    if (!first)
        m_firstField->showProblem(tr("A day, such as 3-12 or +7."));
    if (!last)
        m_lastField->showProblem(tr("A day, such as 3-12 or +7."));
    const auto who = ResourceId::fromString(m_resource->currentData().toString());
    if (!first || !last || !who)
        return std::nullopt;
    AbsenceDraft made;
    made.resource = *who;
    made.first = *first;
    made.last = *last;
    if (m_part->current() == Morning)
        made.part = freebusy::DayPart{0, noon};
    else if (m_part->current() == Afternoon)
        made.part = freebusy::DayPart{noon, midnight};
    made.reason = m_reason->text();
    return made;
}

void AbsenceDialog::ask()
{
    const quint64 question = ++m_question;
    const bool known = !m_resources.isEmpty();
    const auto wished = known ? draft() : std::nullopt;
    if (known && !wished)
        return;
    const auto read = m_clinic.read([wished](const store::Snapshot &view) -> Result<Read> {
        auto resources = schedule::resources(view);
        if (!resources)
            return resources.error();
        Read found{*std::move(resources), {}, {}};
        if (!wished)
            return found;
        const auto hit = schedule::displacedBy(view, *wished);
        if (!hit)
            found.refused = hit.error();
        else {
            for (const Displaced &one : *hit)
                found.proposals << proposalOf(one);
        }
        return found;
    });
    onDone(read, this, [this, question, known](const Result<Read> &found) {
        if (question != m_question || m_entered)
            return;
        if (!found)
            return showProblem(found.error().message);
        if (known)
            return present(*found);
        m_resources = found->resources;
        if (m_resources.isEmpty())
            return showProblem(tr("There is nobody who can be booked yet."));
        for (const Resource &one : std::as_const(m_resources)) {
            m_resource->addItem(one.content.name, one.id.toString());
            if (m_wanted == one.id)
                m_resource->setCurrentIndex(m_resource->count() - 1);
        }
        ask();
    });
}

void AbsenceDialog::present(const Read &read)
{
    if (!m_changed)
        showProblem({});
    if (read.refused)
        showProblem(read.refused->message);
    m_list->setProposals(read.proposals, m_resources, m_zone, m_changed);
    m_changed = false;
    m_current = !read.refused;
    showVerb();
}

void AbsenceDialog::showVerb()
{
    int moved = 0;
    int cancelled = 0;
    int stay = 0;
    for (const Proposal &one : m_list->proposals()) {
        moved += one.time().has_value();
        cancelled += one.chosen == Proposal::LeftOut;
        stay += one.chosen == Proposal::AsItIs;
    }
    const int all = moved + cancelled + stay;
    m_count->setText(all == 0 ? tr("Nobody is booked then.")
                              : tr("%1: %2 moved, %3 cancelled, %4 as they are")
                                    .arg(tr("%n appointment(s)", nullptr, all))
                                    .arg(moved)
                                    .arg(cancelled)
                                    .arg(stay));
    setVerb(tr("Enter the absence"));
    verbButton()->setKeyCap(QStringLiteral("⏎"));
    verbButton()->setEnabled(m_current && !m_entered);
}

void AbsenceDialog::submit()
{
    const auto wished = m_current && !m_entered ? draft() : std::nullopt;
    if (!wished)
        return;
    const QList<Proposal> proposals = m_list->proposals();
    QList<Rearrangement> changes;
    for (const Proposal &one : proposals) {
        if (const auto time = one.time())
            changes << Rearrangement{one.appointment->id, draftAt(*time)};
        else if (one.chosen == Proposal::LeftOut)
            changes << Rearrangement{one.appointment->id, std::nullopt};
    }
    setBusy(true);
    const auto write = m_clinic.write("schedule.absence", [wished = *wished, changes](store::Transaction &tx) {
        return schedule::enterAbsence(tx, wished, changes);
    });
    onDone(write, this, [this, proposals, wished = *wished](const Result<QList<Appointment>> &done) {
        setBusy(false);
        if (done)
            return beginCalls(proposals, wished);
        showProblem(done.error().message);
        m_changed = true;
        m_current = false;
        showVerb();
        ask();
    });
}

QString AbsenceDialog::whatToSay(const Proposal &one, const QString &absent) const
{
    const QString old = whenWordsOf(one.wished, m_zone);
    const QString clinic = m_who.clinic.name;
    if (one.chosen == Proposal::LeftOut)
        return tr("This is %1. %2 is absent, and we have to cancel your appointment of %3. May we look for another day"
                  " together?")
            .arg(clinic, absent, old);
    const auto time = one.time();
    if (!time)
        return tr("This is %1. %2 is absent at the time of your appointment, %3. When else could you come?")
            .arg(clinic, absent, old);
    return tr("This is %1. %2 is absent. Instead of %3 we have kept %4 with %5 for you. Does that suit you?")
        .arg(clinic, absent, old, whenWordsOf(time->period.from, m_zone), namesOf(time->resources, m_resources));
}

void AbsenceDialog::beginCalls(const QList<Proposal> &proposals, const AbsenceDraft &absence)
{
    m_entered = true;
    m_absent = namesOf({absence.resource}, m_resources);
    if (proposals.isEmpty())
        return finish();
    QList<Call> calls;
    for (const Proposal &one : proposals)
        calls << Call{*one.appointment, one.phone, whatToSay(one, m_absent), {}, {}};
    m_form->hide();
    m_list->hide();
    verbButton()->hide();
    verbButton()->setEnabled(false);
    setSafeAnswer(tr("Close"));
    m_count->setText(tr("The absence of %1 is entered. These are to be told:").arg(m_absent));
    const Theme &theme = Theme::of(this);
    const int row = theme.size(Size::RowDense);
    const int room = (parentWidget()->window()->height() - theme.scaled(heightBesideCalls)) / row;
    const int rows = std::min(std::clamp(room, 4, callsShown), std::max(4, int(calls.size())));
    m_calls->setFixedHeight(theme.size(Size::TableHead) + rows * row + 2);
    m_calls->setCalls(calls, m_zone, tr("What to say"));
    m_after->show();
    m_calls->setFocus();
    showCurrent();
}

void AbsenceDialog::showCurrent()
{
    const Call *call = m_calls->current();
    m_say->setText(call ? call->what : QString());
}

void AbsenceDialog::answer(const Call &call, CallOutcome outcome)
{
    showProblem({});
    m_calls->setOutcome(call.appointment.id, outcome);
    const auto write = m_clinic.write(
        "contact.log", [draft = contactOf(call, outcome)](store::Transaction &tx) { return contact::log(tx, draft); });
    onDone(write, this, [this, call](const Result<Contact> &logged) {
        if (logged)
            return;
        m_calls->setOutcome(call.appointment.id, call.outcome);
        showProblem(tr("%1: %2", "who, what was refused").arg(call.appointment.who, logged.error().message));
    });
}

void AbsenceDialog::copyCurrent()
{
    if (const Call *call = m_calls->current()) {
        copyBriefly(call->what);
        m_count->setText(tr("Copied what to say to %1.").arg(call->appointment.who));
    }
    m_calls->setFocus();
}

void AbsenceDialog::print()
{
    m_printer->send([calls = m_calls->calls(), title = m_absent, clinic = m_who.clinic, day = m_today,
                     zone = m_zone](const PaperDress &dress) {
        return callDraftSheets(calls, title, clinic, day, zone, QLocale(), dress);
    });
}

} // namespace xinglin::ui
