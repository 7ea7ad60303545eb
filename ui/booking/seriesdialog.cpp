#include "ui/booking/seriesdialog.h"

#include "ui/booking/bookingwords.h"
#include "ui/booking/dialogwords.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/field.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/ondone.h"
#include "ui/kit/stepper.h"
#include "ui/shell/who.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int dialogWidth = 940;
constexpr int restMs = 120;
constexpr int usualCount = 10;
constexpr int usualTimes = 2;
constexpr int usualMinute = 540;

/// So many weekdays with @p day among them, as few of them as can be on a weekend.
QList<int> weekdaysWith(int times, int day)
{
    QList<int> best;
    qsizetype fewest = 8;
    for (int first = 1; first <= 7; ++first) {
        const QList<int> days = schedule::spreadOverWeek(times, first);
        const auto weekend = std::count_if(days.cbegin(), days.cend(), [](int one) { return one > 5; });
        if (days.contains(day) && weekend < fewest) {
            best = days;
            fewest = weekend;
        }
    }
    return best;
}

} // namespace

SeriesDialog::SeriesDialog(Clinic &clinic, const SeriesStart &start, QWidget *parent)
    : SeriesDialog(clinic, tr("Which course of treatment for %1?").arg(start.name),
                   tr("All are booked at once, or none."), start, std::nullopt, Instant(), parent)
{
}

SeriesDialog *SeriesDialog::shift(Clinic &clinic, const Appointment &appointment, Instant start, QWidget *parent)
{
    return new SeriesDialog(clinic, tr("Move this and all that follow of %1?").arg(appointment.who),
                            tr("All are moved at once, or none."), {}, appointment, start, parent);
}

SeriesDialog::SeriesDialog(Clinic &clinic, const QString &question, const QString &sentence, const SeriesStart &start,
                           const std::optional<Appointment> &moved, Instant to, QWidget *parent)
    : FormDialog(question, sentence, parent)
    , m_clinic(clinic)
    , m_start(start)
    , m_moved(moved)
    , m_to(to)
    , m_zone(clinic.store().options().zone)
    , m_today(today(clinic))
    , m_list(new ProposalList(moved ? ProposalList::MayStay : ProposalList::MayLeaveOut))
    , m_rest(new QTimer(this))
{
    setObjectName(QStringLiteral("seriesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(std::min(Theme::of(this).scaled(dialogWidth), parent->window()->width() - 40));
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &SeriesDialog::ask);
    if (!m_moved)
        body()->addWidget(buildForm());
    body()->addWidget(m_list);
    connect(m_list, &ProposalList::chosenChanged, this, &SeriesDialog::showVerb);
    setSubmit([this] { submit(); });
    showVerb();
    m_list->view()->setFocus();
    ask();
}

QWidget *SeriesDialog::buildForm()
{
    auto *part = new QWidget;
    m_service = new QComboBox;
    m_service->setObjectName(QStringLiteral("seriesService"));
    m_with = new QComboBox;
    m_with->setObjectName(QStringLiteral("seriesWith"));
    m_count = new Stepper(tr("How many"));
    m_count->setObjectName(QStringLiteral("seriesCount"));
    m_count->setRange(2, schedule::mostInSeries);
    m_count->setValue(usualCount);
    m_times = new Stepper(tr("Times a week"));
    m_times->setObjectName(QStringLiteral("seriesTimes"));
    m_times->setRange(1, 7);
    m_times->setValue(usualTimes);
    m_weekdays = new ChipBar(tr("Weekdays"));
    m_weekdays->setObjectName(QStringLiteral("seriesWeekdays"));
    QList<ChipItem> chips;
    for (int day = 1; day <= 7; ++day) {
        ChipItem chip;
        chip.id = QString::number(day);
        chip.text = QLocale().dayName(day, QLocale::ShortFormat);
        chip.initials = chip.id;
        chips << chip;
    }
    m_weekdays->setChips(chips);
    const QDateTime like = QDateTime::fromMSecsSinceEpoch(m_start.like ? toMs(*m_start.like) : 0, m_zone);
    const QDate first = m_start.like ? std::max(like.date(), m_today).addDays(1) : m_today.addDays(1);
    const int weekday = m_start.like ? like.date().dayOfWeek() : first.dayOfWeek();
    m_first = new QLineEdit(first.toString(QStringLiteral("yyyy-M-d")));
    m_first->setObjectName(QStringLiteral("seriesFirst"));
    const QTime usual = QTime(0, 0).addSecs(usualMinute * 60);
    m_time = new QLineEdit((m_start.like ? like.time() : usual).toString(QStringLiteral("HH:mm")));
    m_time->setObjectName(QStringLiteral("seriesTime"));
    QStringList on;
    for (const int day : weekdaysWith(usualTimes, weekday))
        on << QString::number(day);
    m_weekdays->setSelected(on);
    m_firstField = new Field(tr("From"), m_first);
    m_timeField = new Field(tr("Time"), m_time);
    auto *top = new QHBoxLayout;
    top->setSpacing(gapGroups);
    auto *below = new QHBoxLayout;
    below->setSpacing(gapGroups);
    const auto add = [](QHBoxLayout *row, Field *field, int stretch) {
        field->setReserve(false);
        row->addWidget(field, stretch, Qt::AlignTop);
    };
    add(top, new Field(tr("Service"), m_service), 2);
    add(top, new Field(tr("With"), m_with), 2);
    add(top, new Field(tr("How many"), m_count), 0);
    add(top, new Field(tr("Times a week"), m_times), 0);
    add(below, new Field(tr("Weekdays"), m_weekdays), 3);
    add(below, m_firstField, 1);
    add(below, m_timeField, 1);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addLayout(top);
    column->addLayout(below);
    column->addWidget(new KeySentence(tr("[Tab] goes to the fields, [Alt L] to the list.")));
    auto *toList = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_L), this);
    connect(toList, &QShortcut::activated, this, [this] { m_list->view()->setFocus(); });

    const auto changed = [this] {
        m_current = false;
        showVerb();
        m_rest->start();
    };
    connect(m_service, &QComboBox::activated, this, [this, changed] {
        m_start.with.reset();
        offerResources();
        changed();
    });
    connect(m_with, &QComboBox::activated, this, changed);
    connect(m_count, &Stepper::valueChanged, this, changed);
    connect(m_times, &Stepper::valueChanged, this, [this, changed] {
        spread();
        changed();
    });
    connect(m_weekdays, &ChipBar::changed, this, [this, changed](const QStringList &days) {
        m_times->setValue(static_cast<int>(days.size()));
        changed();
    });
    connect(m_first, &QLineEdit::textChanged, this, changed);
    connect(m_time, &QLineEdit::textChanged, this, changed);
    return part;
}

void SeriesDialog::spread()
{
    const auto first = typedDay(m_first->text(), m_today, m_today);
    const QString kept = m_weekdays->selected().value(0);
    const int day = kept.isEmpty() ? first.value_or(m_today).dayOfWeek() : kept.toInt();
    QStringList on;
    for (const int one : weekdaysWith(m_times->value(), day))
        on << QString::number(one);
    m_weekdays->setSelected(on);
}

void SeriesDialog::offerServices()
{
    m_service->clear();
    for (const HealthcareService &one : std::as_const(m_services))
        m_service->addItem(one.content.name);
    const auto at = std::find_if(m_services.cbegin(), m_services.cend(),
                                 [this](const HealthcareService &one) { return m_start.service == one.id; });
    m_service->setCurrentIndex(at == m_services.cend() ? 0 : static_cast<int>(at - m_services.cbegin()));
    offerResources();
}

void SeriesDialog::offerResources()
{
    m_with->clear();
    m_with->addItem(tr("whoever is free"));
    const int service = m_service->currentIndex();
    if (service < 0 || service >= m_services.size() || m_services[service].content.needs.isEmpty())
        return;
    for (const ResourceId id : m_services[service].content.needs.constFirst().anyOf) {
        m_with->addItem(namesOf({id}, m_resources), id.toString());
        if (m_start.with == id)
            m_with->setCurrentIndex(m_with->count() - 1);
    }
}

std::optional<SeriesDraft> SeriesDialog::draft()
{
    m_firstField->clearProblem();
    m_timeField->clearProblem();
    const auto first = typedDay(m_first->text(), m_today, m_today);
    const auto minute = typedMinute(m_time->text());
    if (!first)
        m_firstField->showProblem(tr("A day, such as 3-12 or +7."));
    if (!minute)
        m_timeField->showProblem(tr("A time, such as 9:30."));
    const int service = m_service->currentIndex();
    if (!first || !minute || service < 0 || service >= m_services.size())
        return std::nullopt;
    SeriesDraft made;
    made.patient = m_start.patient;
    made.service = m_services[service].id;
    made.first = *first;
    made.count = m_count->value();
    made.minute = *minute;
    for (const QString &day : m_weekdays->selected())
        made.weekdays << day.toInt();
    made.with = ResourceId::fromString(m_with->currentData().toString());
    return made;
}

void SeriesDialog::ask()
{
    const quint64 question = ++m_question;
    const bool known = !m_services.isEmpty() || m_moved;
    const auto wished = known && !m_moved ? draft() : std::nullopt;
    if (known && !m_moved && !wished)
        return;
    const auto read = m_clinic.read([wished, moved = m_moved, to = m_to](const store::Snapshot &view) -> Result<Read> {
        auto services = schedule::services(view);
        if (!services)
            return services.error();
        auto resources = schedule::resources(view, true);
        if (!resources)
            return resources.error();
        Read found{*std::move(services), *std::move(resources), {}, {}};
        if (moved) {
            const auto proposed = schedule::proposeShift(view, moved->id, to);
            if (!proposed)
                return proposed.error();
            for (const Displaced &one : *proposed)
                found.proposals << proposalOf(one);
        } else if (wished) {
            const auto proposed = schedule::proposeSeries(view, *wished);
            if (!proposed)
                found.refused = proposed.error();
            else {
                for (const SeriesDay &one : *proposed)
                    found.proposals << proposalOf(one, Proposal::LeftOut);
            }
        }
        return found;
    });
    onDone(read, this, [this, question, known](const Result<Read> &found) {
        if (question != m_question)
            return;
        if (!found)
            return showProblem(found.error().message);
        m_services = found->services;
        m_resources = found->resources;
        if (known)
            return present(*found);
        if (m_services.isEmpty())
            return showProblem(tr("There is no service that can be booked yet."));
        offerServices();
        ask();
    });
}

void SeriesDialog::present(const Read &read)
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

void SeriesDialog::showVerb()
{
    int many = 0;
    for (const Proposal &one : m_list->proposals())
        many += one.time().has_value();
    setVerb(m_moved ? tr("Move %n appointment(s)", nullptr, many) : tr("Book %n appointment(s)", nullptr, many));
    verbButton()->setEnabled(m_current && many >= (m_moved ? 1 : 2));
    verbButton()->setKeyCap(QStringLiteral("⏎"));
}

void SeriesDialog::submit()
{
    if (!m_current) // what stands there is not what is listed yet
        return;
    if (m_moved)
        rearrange();
    else
        book();
}

void SeriesDialog::book()
{
    const auto wished = draft();
    if (!wished)
        return;
    QList<FreeTime> times;
    for (const Proposal &one : m_list->proposals()) {
        if (const auto time = one.time())
            times << *time;
    }
    setBusy(true);
    const auto write = m_clinic.write("appointment.series", [wished = *wished, times](store::Transaction &tx) {
        return schedule::bookSeries(tx, wished, times);
    });
    onDone(write, this, [this](const Result<QList<Appointment>> &booked) { settled(booked); });
}

void SeriesDialog::rearrange()
{
    QList<Rearrangement> changes;
    for (const Proposal &one : m_list->proposals()) {
        if (const auto time = one.time())
            changes << Rearrangement{one.appointment->id, draftAt(*time)};
    }
    setBusy(true);
    const auto write = m_clinic.write("appointment.rearrange", [changes](store::Transaction &tx) {
        return schedule::rearrange(tx, changes, CancelledBy::Clinic, {});
    });
    onDone(write, this, [this](const Result<QList<Appointment>> &moved) { settled(moved); });
}

void SeriesDialog::settled(const Result<QList<Appointment>> &result)
{
    setBusy(false);
    if (!result) {
        // Somebody was quicker: what is free now is proposed, and the sentence says which day it was.
        showProblem(result.error().message);
        m_changed = true;
        m_current = false;
        showVerb();
        return ask();
    }
    QList<Appointment> all = *result;
    std::sort(all.begin(), all.end(),
              [](const Appointment &a, const Appointment &b) { return a.period.from < b.period.from; });
    const int many = static_cast<int>(all.size());
    emit done(all, m_moved ? tr("%n appointment(s) of %1 moved.", nullptr, many).arg(all.constFirst().who)
                           : tr("%n appointment(s) booked for %1.", nullptr, many).arg(all.constFirst().who));
    finish();
}

} // namespace xinglin::ui
