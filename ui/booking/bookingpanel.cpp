#include "ui/booking/bookingpanel.h"

#include "ui/booking/bookingtimes.h"
#include "ui/booking/bookingwords.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/field.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/patient/patientchoice.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLayout>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>

namespace xinglin::ui {

namespace {

using std::chrono::minutes;

constexpr int Shown = 3;        ///< Times that are proposed.
constexpr int DaysAhead = 30;   ///< Where they lie.
constexpr int WaitingDays = 14; ///< So long somebody waits unless they say otherwise.
constexpr int Noon = 720;
constexpr int AfterWork = 1020;

constexpr char woman[] = "woman";
constexpr char man[] = "man";
constexpr char morning[] = "morning";
constexpr char afternoon[] = "afternoon";
constexpr char evening[] = "evening";
constexpr char urgent[] = "urgent";

const HealthcareService *serviceWith(const QList<HealthcareService> &all, const std::optional<HealthcareServiceId> &id)
{
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&](const HealthcareService &one) { return id == one.id; });
    return found == all.cend() ? nullptr : &*found;
}

bool needs(const HealthcareService &service, ResourceId resource)
{
    return std::any_of(service.content.needs.cbegin(), service.content.needs.cend(),
                       [&](const ServiceNeed &need) { return need.anyOf.contains(resource); });
}

} // namespace

BookingPanel::BookingPanel(Clinic &clinic, const Who &who, QWidget *parent)
    : Pane(Token::Surface, Qt::LeftEdge, parent)
    , m_clinic(clinic)
    , m_mayOverbook(who.may(access::Permission::Overbook))
    , m_zone(clinic.store().options().zone)
{
    build();
}

void BookingPanel::begin(const BookingStart &start)
{
    m_start = start;
    m_insisting = {};
    m_offered = {};
    m_busy = false;
    m_hurried = false;
    m_verb->setBusy(false);
    clearMessage();
    m_note->clear();
    m_times->setTimes({}, {}, {}, m_zone, false);
    m_when->setText(start.start ? timeToType(QDateTime::fromMSecsSinceEpoch(toMs(*start.start), m_zone), start.day)
                                : QString());
    setWaiting(start.waiting);
    m_wishes->setSelected({});
    m_patient->setPatient(start.patient);
    if (!start.patient)
        m_patient->clear();
    m_reading = start.patient.has_value();
    m_habits.reset();
    m_strip->setPatient(start.patient);
    show({});
    read();
    if (start.patient)
        m_times->setFocus();
    else
        m_patient->setFocus();
}

void BookingPanel::clearMessage()
{
    m_message->clear();
    m_insist->hide();
}

void BookingPanel::read()
{
    if (m_known) {
        startOver();
        return propose();
    }
    const auto read = m_clinic.read([](const store::Snapshot &view) -> Result<Known> {
        auto services = schedule::services(view);
        if (!services)
            return services.error();
        auto resources = schedule::resources(view);
        if (!resources)
            return resources.error();
        return Known{*services, *resources};
    });
    onDone(read, this, [this](const Result<Known> &known) {
        if (!known)
            return m_message->say(MessageStrip::Kind::Stop, known.error().message);
        fill(*known);
    });
}

void BookingPanel::fill(const Known &known)
{
    m_known = true;
    m_services = known.services;
    m_resources = known.resources;
    m_service->clear();
    for (const HealthcareService &one : std::as_const(m_services))
        m_service->addItem(one.content.name, one.id.toString());
    if (m_services.isEmpty())
        m_message->say(MessageStrip::Kind::Note,
                       tr("No service has been settled yet. The owner does that in Settings."));
    startOver();
    if (m_habits) // they came sooner
        return habitsKnown(*m_habits);
    show(m_proposed);
    propose();
    catchUp();
}

void BookingPanel::startOver()
{
    // Nothing of whoever was booked before: the first service, or the first that is given where the calendar said.
    const auto given = m_start.with
                           ? std::find_if(m_services.cbegin(), m_services.cend(),
                                          [this](const HealthcareService &one) { return needs(one, *m_start.with); })
                           : m_services.cbegin();
    m_service->setCurrentIndex(given == m_services.cend() ? 0 : static_cast<int>(given - m_services.cbegin()));
    m_with->clear();
    fillWith();
}

bool BookingPanel::isReady() const
{
    return m_known && !m_reading && (m_waiting || wished() || !m_proposing);
}

void BookingPanel::catchUp()
{
    if (m_hurried && isReady())
        act();
}

void BookingPanel::fillWith()
{
    const auto before = with() ? with() : m_start.with;
    m_with->clear();
    m_with->addItem(tr("Whoever is free"), QString());
    const HealthcareService *chosen = serviceWith(m_services, service());
    for (const Resource &one : std::as_const(m_resources)) {
        if (!chosen || !needs(*chosen, one.id))
            continue;
        m_with->addItem(one.content.name, one.id.toString());
        if (before == one.id)
            m_with->setCurrentIndex(m_with->count() - 1);
    }
    updateVerb();
}

void BookingPanel::patientChosen()
{
    const auto chosen = m_patient->chosen();
    m_reading = chosen.has_value();
    m_habits.reset();
    m_strip->setPatient(chosen);
    m_insisting = {};
    clearMessage();
    propose();
    if (!chosen)
        return;
    if (m_start.start && !m_waiting) {
        m_when->setFocus();
        m_when->selectAll();
    } else {
        (m_waiting ? static_cast<QWidget *>(m_wishes) : m_times)->setFocus();
    }
}

void BookingPanel::habitsKnown(const BookingHabits &habits)
{
    m_reading = false;
    m_habits = habits;
    if (!m_known)
        return;
    // What the calendar said counts for more than what they are used to.
    const HealthcareService *usual = serviceWith(m_services, habits.service);
    if (usual && (!m_start.with || needs(*usual, *m_start.with))) {
        m_service->setCurrentIndex(m_service->findData(usual->id.toString()));
        fillWith();
    }
    if (!m_start.with && m_waiting && habits.practitioner) {
        if (const int at = m_with->findData(habits.practitioner->toString()); at > 0)
            m_with->setCurrentIndex(at);
    }
    show(m_proposed);
    propose();
    catchUp();
}

std::optional<HealthcareServiceId> BookingPanel::service() const
{
    const auto id = HealthcareServiceId::fromString(m_service->currentData().toString());
    return id ? std::optional(*id) : std::nullopt;
}

std::optional<ResourceId> BookingPanel::with() const
{
    const auto id = ResourceId::fromString(m_with->currentData().toString());
    return id ? std::optional(*id) : std::nullopt;
}

std::optional<Instant> BookingPanel::wished() const
{
    const auto time = typedTime(m_when->text(), m_start.day, m_zone);
    return time ? std::optional(instantFromMs(time->toMSecsSinceEpoch())) : std::nullopt;
}

FreeQuestion BookingPanel::question() const
{
    FreeQuestion asked;
    asked.service = service().value_or(asked.service);
    asked.first = std::max(m_start.day, today(m_clinic));
    asked.last = asked.first.addDays(DaysAhead);
    asked.with = with();
    asked.duration = m_start.length;
    asked.patient = m_patient->chosen();
    const QStringList wishes = m_wishes->selected();
    if (wishes.contains(QLatin1String(woman)) != wishes.contains(QLatin1String(man)))
        asked.sex = wishes.contains(QLatin1String(woman)) ? Sex::Female : Sex::Male;
    if (wishes.contains(QLatin1String(evening)))
        asked.fromMinute = AfterWork;
    else if (wishes.contains(QLatin1String(afternoon)) && !wishes.contains(QLatin1String(morning)))
        asked.fromMinute = Noon;
    else if (wishes.contains(QLatin1String(morning)) && !wishes.contains(QLatin1String(afternoon)))
        asked.toMinute = Noon;
    return asked;
}

void BookingPanel::typed()
{
    m_insisting = {};
    const QString text = m_when->text().trimmed();
    if (!text.isEmpty() && !wished())
        m_whenField->showHint(tr("A time, or a day and a time."));
    else
        m_whenField->clearProblem();
    show(m_proposed);
}

void BookingPanel::wishesChanged()
{
    propose();
}

void BookingPanel::letter(const QString &letter)
{
    for (const ChipItem &chip : m_wishes->chips()) {
        if (chip.initials != letter)
            continue;
        QStringList on = m_wishes->selected();
        if (!on.removeOne(chip.id))
            on << chip.id;
        m_wishes->setSelected(on);
        return propose();
    }
}

void BookingPanel::propose()
{
    const quint64 asked = ++m_question;
    m_proposing = !m_waiting && service();
    if (!m_proposing) {
        show({});
        return;
    }
    const auto read = m_clinic.read(
        [question = question()](const store::Snapshot &view) { return schedule::proposals(view, question, Shown); });
    onDone(read, this, [this, asked](const Result<QList<FreeTime>> &found) {
        if (asked != m_question)
            return;
        m_proposing = false;
        if (!found)
            return m_message->say(MessageStrip::Kind::Stop, found.error().message);
        show(*found);
        catchUp();
    });
}

void BookingPanel::show(const QList<FreeTime> &proposed)
{
    m_proposed = proposed;
    QList<FreeTime> times = proposed;
    const auto start = m_waiting ? std::nullopt : wished();
    if (start) {
        const HealthcareService *chosen = serviceWith(m_services, service());
        const minutes length = m_start.length.value_or(chosen ? chosen->content.duration : minutes(20));
        FreeTime one{{*start, *start + length}, {}, false, {}};
        if (const auto who = with())
            one.resources = {*who};
        times.prepend(one);
    }
    m_times->setTimes(times, m_resources, today(m_clinic), m_zone, start.has_value());
    updateVerb();
}

void BookingPanel::act()
{
    if (m_busy || m_patient->isComposing())
        return;
    m_hurried = !isReady();
    if (m_hurried)
        return;
    if (!m_patient->chosen())
        return m_patient->isUndecided() ? m_patient->propose() : m_patient->setFocus();
    if (m_waiting)
        return addToWaitlist();
    const auto time = m_times->current();
    if (!time) {
        m_message->say(MessageStrip::Kind::Note, tr("No time is free like that. Say a time, or ask for less."));
        return;
    }
    book(*time);
}

void BookingPanel::book(const FreeTime &time)
{
    const auto chosen = service();
    if (!chosen)
        return;
    AppointmentDraft draft;
    draft.patient = m_patient->chosen();
    draft.service = *chosen;
    draft.start = time.period.from;
    draft.duration = std::chrono::duration_cast<minutes>(time.period.to - time.period.from);
    const HealthcareService *served = serviceWith(m_services, chosen);
    if (served && time.resources.size() == served->content.needs.size())
        draft.resources = time.resources;
    else if (!time.resources.isEmpty())
        draft.with = time.resources.constFirst();
    draft.note = m_note->text();
    draft.overbook = time.overbooked || m_insisting.overbook;
    draft.besideOwn = m_insisting.besideOwn;
    draft.outOfHours = m_insisting.outOfHours;
    m_busy = true;
    m_verb->setBusy(true);
    keepWish();
    const auto booking =
        m_clinic.write("appointment.book", [draft](store::Transaction &tx) { return schedule::book(tx, draft); });
    onDone(booking, this, [this, draft](const Result<Appointment> &made) {
        m_busy = false;
        m_verb->setBusy(false);
        if (!made)
            return refused(made.error(), draft);
        clearMessage();
        emit booked(*made, tr("%1 is booked: %2.", "who, when")
                               .arg(made->who, timeInWords(made->period.from, today(m_clinic), m_zone)));
    });
}

void BookingPanel::keepWish()
{
    const auto patient = m_patient->chosen();
    const QStringList wishes = m_wishes->selected();
    const bool either = wishes.contains(QLatin1String(woman)) && wishes.contains(QLatin1String(man));
    const auto sex = question().sex;
    if (!patient || (!sex && !either) || sex == (m_habits ? m_habits->sex : std::nullopt))
        return;
    const auto keeping = m_clinic.write(
        "appointment.wish", [id = *patient, sex](store::Transaction &tx) { return schedule::wishForSex(tx, id, sex); });
    onDone(keeping, this, [this](const Result<Done> &kept) {
        if (!kept)
            m_message->say(MessageStrip::Kind::Stop, kept.error().message);
    });
}

void BookingPanel::addToWaitlist()
{
    const auto chosen = service();
    if (!chosen)
        return;
    const FreeQuestion asked = question();
    WaitlistDraft draft;
    draft.patient = m_patient->chosen();
    draft.service = *chosen;
    draft.with = with();
    draft.first = asked.first;
    draft.last = asked.first.addDays(WaitingDays);
    draft.fromMinute = asked.fromMinute.value_or(0);
    draft.toMinute = asked.toMinute.value_or(1440);
    draft.urgent = m_wishes->selected().contains(QLatin1String(urgent));
    draft.note = m_note->text();
    m_busy = true;
    m_verb->setBusy(true);
    const auto adding =
        m_clinic.write("waitlist.add", [draft](store::Transaction &tx) { return schedule::addToWaitlist(tx, draft); });
    onDone(adding, this, [this](const Result<WaitlistEntry> &made) {
        m_busy = false;
        m_verb->setBusy(false);
        if (!made)
            return m_message->say(MessageStrip::Kind::Stop, made.error().message);
        clearMessage();
        emit listed(tr("%1 is on the waitlist.").arg(made->who));
    });
}

void BookingPanel::refused(const Error &error, const AppointmentDraft &draft)
{
    struct Why
    {
        QList<Blocker> blockers;
        QList<FreeTime> others;
    };
    const auto read = m_clinic.read([draft](const store::Snapshot &view) -> Result<Why> {
        const auto blockers = schedule::blockers(view, draft);
        if (!blockers)
            return blockers.error();
        const auto others = schedule::alternatives(view, draft, {}, Shown);
        return Why{*blockers, others ? *others : QList<FreeTime>()};
    });
    onDone(read, this, [this, error](const Result<Why> &why) {
        ++m_question; // proposals that are still on their way are of no use any more
        m_proposing = false;
        Insisting way;
        if (why && error.code == Code::Conflict) {
            way.besideOwn = error.field == u"patient";
            const bool held = std::any_of(why->blockers.cbegin(), why->blockers.cend(),
                                          [](const Blocker &one) { return one.appointment.has_value(); });
            way.overbook = error.field == u"start" && held && m_mayOverbook;
            way.outOfHours = error.field == u"start" && !held;
        }
        explain(error, way, why ? why->others : QList<FreeTime>());
    });
}

void BookingPanel::explain(const Error &error, const Insisting &way, const QList<FreeTime> &others)
{
    m_offered = way;
    m_message->say(MessageStrip::Kind::Stop, error.message);
    m_insist->setText(way.overbook ? tr("Book above the capacity") : tr("Book all the same"));
    m_insist->setVisible(way.besideOwn || way.overbook || way.outOfHours);
    show(others.isEmpty() ? m_proposed : others);
    m_times->choose(1);
    m_times->setFocus();
    layout()->activate(); // the message has taken some of the height
    m_scroll->ensureWidgetVisible(m_times, 0, 0);
}

void BookingPanel::insist()
{
    if (m_busy)
        return;
    m_insisting.besideOwn = m_insisting.besideOwn || m_offered.besideOwn;
    m_insisting.overbook = m_insisting.overbook || m_offered.overbook;
    m_insisting.outOfHours = m_insisting.outOfHours || m_offered.outOfHours;
    const QList<FreeTime> times = m_times->times();
    if (wished() && !times.isEmpty())
        book(times.constFirst()); // what was asked for, not what is free instead
}

void BookingPanel::setWaiting(bool waiting)
{
    m_waiting = waiting;
    m_insisting = {};
    clearMessage();
    findChild<Label *>(QStringLiteral("bookingTitle"))->setText(waiting ? tr("Waitlist") : tr("Book"));
    m_mode->setText(waiting ? tr("Book", "instead of the waitlist") : tr("Waitlist", "instead of booking"));
    m_mode->setKeys(QKeySequence(Qt::ALT | Qt::Key_B));
    m_whenField->setVisible(!waiting);
    m_times->setVisible(!waiting);
    QList<ChipItem> chips;
    const auto add = [&](const char *id, const QString &text, const char *initials) {
        ChipItem chip;
        chip.id = QLatin1String(id);
        chip.text = text;
        chip.initials = QLatin1String(initials);
        chips << chip;
    };
    if (waiting) {
        add(urgent, tr("Urgent"), "u");
    } else {
        add(woman, tr("Woman", "practitioner"), "w");
        add(man, tr("Man", "practitioner"), "m");
    }
    add(morning, tr("Morning"), "a");
    add(afternoon, tr("Afternoon"), "p");
    add(evening, tr("From 17:00"), "e");
    m_wishes->setChips(chips);
    m_keys->setText(waiting ? tr("[⏎] puts them on the list for two weeks, [Esc] back.")
                            : tr("[1] [2] [3] choose a time, [⏎] books, [Esc] back."));
    propose();
    if (m_patient->chosen())
        (waiting ? static_cast<QWidget *>(m_wishes) : m_times)->setFocus();
}

void BookingPanel::updateVerb()
{
    if (m_waiting) {
        m_verb->setText(tr("Put on the waitlist"));
        return;
    }
    const auto time = m_times->current();
    m_verb->setText(time ? tr("Book %1").arg(timeInWords(time->period.from, today(m_clinic), m_zone)) : tr("Book"));
}

void BookingPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit closed();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
        if (held == Qt::NoModifier)
            return act();
        if (held == Qt::ControlModifier && m_insist->isVisible())
            return insist();
    }
    Pane::keyPressEvent(event);
}

} // namespace xinglin::ui
