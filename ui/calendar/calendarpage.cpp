#include "ui/calendar/calendarpage.h"

#include "engines/slots/freebusy.h"
#include "ui/calendar/calendarprinter.h"
#include "ui/calendar/monthview.h"
#include "ui/calendar/weekstrip.h"
#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/shell/aside.h"
#include "ui/shell/patientwords.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr int week = 7;
constexpr int drawerBelow = 1280;

/// What is shown; empty: everything.
QList<ResourceId> shownOf(const QList<Resource> &all, const HiddenResources &hidden)
{
    QList<ResourceId> shown;
    for (const Resource &one : all) {
        if (!hidden.contains(one.id))
            shown << one.id;
    }
    return shown.size() == all.size() ? QList<ResourceId>() : shown;
}

/// Everybody's day in one column.
DayColumn together(const QList<DayColumn> &all)
{
    DayColumn one = all.constFirst();
    one.resource = ResourceId(Uuid(Uuid::Bytes{}));
    one.capacity = schedule::mostCapacity;
    QSet<AppointmentId> known;
    one.blocks.clear();
    one.open.clear();
    QList<Period> open;
    for (const DayColumn &column : all) {
        for (const freebusy::DayPart &part : column.open)
            open << Period{instantFromMs(part.from), instantFromMs(part.to)};
        for (const DayBlock &block : column.blocks) {
            if (!known.contains(block.appointment.id))
                one.blocks << block;
            known.insert(block.appointment.id);
        }
    }
    std::stable_sort(one.blocks.begin(), one.blocks.end(),
                     [](const DayBlock &a, const DayBlock &b) { return a.span.from < b.span.from; });
    int at = 0;
    QList<ClosedPart> closed;
    for (const Period &part : freebusy::merged(open)) {
        const freebusy::DayPart minutes{static_cast<int>(toMs(part.from)), static_cast<int>(toMs(part.to))};
        one.open << minutes;
        if (minutes.from > at)
            closed << ClosedPart{{at, minutes.from}, at == 0 ? ClosedPart::Why::Off : ClosedPart::Why::Break, {}};
        at = minutes.to;
    }
    if (!one.open.isEmpty()) { // a day on which nobody works says why as each of them does
        if (at < DayGeometry::minutes)
            closed << ClosedPart{{at, DayGeometry::minutes}, ClosedPart::Why::Off, {}};
        one.closed = closed;
    }
    return one;
}

} // namespace

Instant CalendarPage::now() const
{
    return m_clinic.store().options().clock->now();
}

QString CalendarPage::title() const
{
    return tr("Calendar");
}

QString CalendarPage::context() const
{
    const QLocale locale;
    const QString month = locale.language() == QLocale::Chinese ? m_day.toString(QStringLiteral("yyyy 年 M 月"))
                                                                : locale.toString(m_day, QStringLiteral("MMMM yyyy"));
    const QString words = tr("%1, week %2", "month, number of the week").arg(month).arg(m_day.weekNumber());
    if (m_mode != Mode::Week)
        return words;
    const auto whose = std::find_if(m_resources.cbegin(), m_resources.cend(),
                                    [this](const Resource &one) { return m_whose == one.id; });
    return tr("%1: %2", "week, whose").arg(words, whose == m_resources.cend() ? tr("everybody") : whose->content.name);
}

QList<KeyHint> CalendarPage::keyHints() const
{
    QList<KeyHint> hints{{QStringLiteral("PgUp PgDn"), m_mode == Mode::Day    ? tr("day")
                                                       : m_mode == Mode::Week ? tr("week")
                                                                              : tr("month")},
                         {QStringLiteral("G"), tr("go to a date")}};
    if (m_mode == Mode::Week)
        hints << KeyHint{QStringLiteral("A"), m_whose ? tr("everybody") : tr("one alone")};
    if (m_mayBook && m_mode != Mode::Month)
        hints << KeyHint{QStringLiteral("N"), tr("book")} << KeyHint{QStringLiteral("Ctrl X / V"), tr("move")};
    return hints << KeyHint{QStringLiteral("F9"), tr("print the day")};
}

QPair<QDate, QDate> CalendarPage::shownDays() const
{
    if (m_mode == Mode::Day)
        return {m_day, m_day};
    const QDate monday = m_day.addDays(1 - m_day.dayOfWeek());
    return {monday, monday.addDays(week - 1)};
}

QPair<QDate, QDate> CalendarPage::loadDays() const
{
    if (m_mode == Mode::Month) {
        const QDate first = MonthView::firstOf(m_day);
        return {first, first.addDays(MonthView::days - 1)};
    }
    const QDate monday = m_day.addDays(1 - m_day.dayOfWeek());
    return {monday, monday.addDays(week - 1)};
}

void CalendarPage::refresh()
{
    // What nobody looks at is not read.
    if (m_stale && isVisible() && !isResting())
        load();
}

void CalendarPage::turn()
{
    m_turning = true;
    m_stale = true;
    refresh();
}

void CalendarPage::caughtUp()
{
    m_turning = false;
    auto typed = std::exchange(m_typed, {});
    for (auto &one : typed) {
        if (m_turning) // one of them has led on
            m_typed.push_back(std::move(one));
        else
            QApplication::sendEvent(m_view, one.get());
    }
}

bool CalendarPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || event->type() != QEvent::KeyPress || !m_turning || m_mode == Mode::Month)
        return Page::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool turns = key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown || key->key() == Qt::Key_T;
    if (turns && m_typed.empty())
        return false;
    m_typed.emplace_back(key->clone());
    return true;
}

void CalendarPage::load()
{
    m_stale = false;
    const quint64 question = ++m_question;
    const auto days = shownDays();
    m_week->setDay(m_day, today(m_clinic));
    m_month->setDay(m_day, today(m_clinic));
    m_late->start();
    const auto whose = m_mode == Mode::Week ? m_whose : std::nullopt;
    const auto read = m_clinic.read(
        [days, whose, hidden = m_hidden, month = m_mode == Mode::Month](const store::Snapshot &view) -> Result<Read> {
            auto resources = schedule::resources(view);
            if (!resources || month)
                return resources ? Result<Read>(Read{*resources, {}}) : resources.error();
            const auto only = whose ? QList<ResourceId>{*whose} : shownOf(*resources, hidden);
            auto plans = schedule::dayPlans(view, days.first, days.second, only);
            if (!plans)
                return plans.error();
            return Read{*std::move(resources), *std::move(plans)};
        });
    onDone(read, this, [this, question](const Result<Read> &found) {
        if (question != m_question) // an answer to an older question
            return;
        m_late->stop();
        if (found)
            return present(*found);
        m_turning = false;
        m_typed.clear();
        m_view->setColumns({}, now()); // never another day than the one that is said above
        m_strip->say(MessageStrip::Kind::Stop, found.error().message);
    });
    // How full days are comes by itself: nobody waits for it.
    const auto full = m_clinic.read(
        [days = loadDays(), whose, hidden = m_hidden](const store::Snapshot &view) -> Result<QList<DayLoad>> {
            const auto resources = schedule::resources(view);
            if (!resources)
                return resources.error();
            return schedule::dayLoads(view, days.first, days.second,
                                      whose ? QList<ResourceId>{*whose} : shownOf(*resources, hidden));
        });
    onDone(full, this, [this, question](const Result<QList<DayLoad>> &found) {
        if (question != m_question)
            return;
        if (!found)
            return m_strip->say(MessageStrip::Kind::Stop, found.error().message);
        m_week->setLoads(*found);
        m_month->setLoads(*found);
    });
}

QList<DayColumn> CalendarPage::columnsOf(const QList<DayPlan> &plans) const
{
    QList<DayColumn> columns;
    for (qsizetype i = 0; i < plans.size();) {
        const QDate day = plans[i].day;
        QList<DayColumn> ofDay;
        int taken = 0;
        int open = 0;
        for (; i < plans.size() && plans[i].day == day; ++i) {
            ofDay << columnOf(plans[i], m_zone, m_mode == Mode::Week);
            taken += plans[i].takenMinutes;
            open += plans[i].openMinutes;
        }
        if (m_mode == Mode::Day) {
            columns << ofDay;
        } else {
            columns << (m_whose ? ofDay.constFirst() : together(ofDay));
            columns.last().right = loadText(taken, open);
        }
    }
    return columns;
}

void CalendarPage::present(const Read &read)
{
    m_resources = read.resources;
    const bool none = read.resources.isEmpty() && read.plans.isEmpty();
    QWidget *before = m_stack->currentWidget();
    m_stack->setCurrentIndex(none ? 0 : m_mode == Mode::Month ? 2 : 1);
    if (m_mode != Mode::Month) {
        m_view->setColumns(columnsOf(read.plans), now());
        if (!m_placed && !none && m_view->viewport()->height() > 0) {
            m_placed = true;
            m_view->showWork();
        }
        if (m_wanted && m_view->select(*m_wanted))
            m_wanted.reset();
    }
    if (before != m_stack->currentWidget() && !QApplication::activeModalWidget())
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
    showSelected();
    emit headingChanged();
    caughtUp();
}

void CalendarPage::go(QDate day)
{
    if (!day.isValid() || day == m_day)
        return;
    m_day = day;
    m_strip->clear();
    turn();
    emit headingChanged();
}

void CalendarPage::step(int by)
{
    go(m_mode == Mode::Month  ? m_day.addMonths(by)
       : m_mode == Mode::Week ? m_day.addDays(qint64(week) * by)
                              : m_day.addDays(by));
}

void CalendarPage::showDay(QDate day)
{
    if (m_mode == Mode::Month)
        setMode(Mode::Day);
    go(day);
}

void CalendarPage::showAppointment(const Appointment &appointment)
{
    m_wanted = appointment.id;
    m_day = civilDay(appointment.period.from, m_zone);
    if (m_mode == Mode::Month)
        setMode(Mode::Day);
    turn();
}

void CalendarPage::setMode(Mode mode)
{
    if (mode == Mode::Week && m_mode == Mode::Day && !m_view->columns().isEmpty())
        m_last = m_whose = m_view->columns().at(m_view->cursorColumn()).resource;
    m_mode = mode;
    m_strip->clear();
    m_modes->setCurrent(int(mode));
    if (m_book) // a month has days, no times
        m_book->setVisible(mode != Mode::Month);
    turn();
    emit headingChanged();
}

void CalendarPage::toggleAll()
{
    if (m_whose)
        m_whose.reset();
    else if (!m_resources.isEmpty())
        m_whose = m_last && std::any_of(m_resources.cbegin(), m_resources.cend(),
                                        [this](const Resource &one) { return one.id == *m_last; })
                      ? *m_last
                      : m_resources.constFirst().id;
    turn();
    emit headingChanged();
}

void CalendarPage::setSidePanel(QWidget *panel)
{
    QWidget *wanted = panel ? panel : m_panel;
    if (m_side->indexOf(wanted) < 0)
        m_side->addWidget(wanted);
    m_side->setCurrentWidget(wanted);
    m_drawerOpen = m_drawerOpen || panel;
    placePanel();
}

void CalendarPage::placePanel()
{
    const bool narrow = window()->width() < drawerBelow;
    m_side->setVisible(!narrow || m_drawerOpen);
    const Theme &theme = Theme::of(this);
    m_side->setFixedWidth(window()->width() < 1400 ? 292 : theme.size(Size::SidePanel));
    // Where the tools have no room for all of them, the filter stands in the panel.
    const int room = width() - (m_side->isVisibleTo(this) ? m_side->width() : 0);
    const int filter = m_filter->isHidden() ? m_filter->sizeHint().width() + toolGap : 0;
    const bool fits = m_tools->sizeHint().width() + filter <= room;
    m_filter->setVisible(fits);
    m_filterBelow->setVisible(!fits);
}

void CalendarPage::leaveOut(const HiddenResources &hidden)
{
    m_hidden = hidden;
    m_stale = true;
    refresh();
    static DiskFiles disk;
    const store::StoreOptions &options = m_clinic.store().options();
    Files &files = options.files ? *options.files : disk;
    const auto kept = aside([&files, path = hiddenResourcesPath(options.folder), hidden] {
        return writeHiddenResources(files, path, hidden);
    });
    onDone(kept, this, [this](const Result<Done> &done) {
        if (!done)
            m_strip->say(MessageStrip::Kind::Caution, done.error().message);
    });
}

QStringList CalendarPage::namesOf(const Appointment &appointment) const
{
    QStringList names;
    for (const ResourceId id : appointment.resources) {
        const auto known =
            std::find_if(m_resources.cbegin(), m_resources.cend(), [id](const Resource &one) { return one.id == id; });
        if (known != m_resources.cend())
            names << known->content.name;
    }
    return names;
}

void CalendarPage::showSelected()
{
    const DayBlock *block = m_mode == Mode::Month ? nullptr : m_view->selected();
    m_panel->showAppointment(block, block ? namesOf(block->appointment) : QStringList(), now());
    showCarried();
}

void CalendarPage::showCarried()
{
    const auto &carried = m_view->carried();
    if (!carried || m_view->columns().isEmpty())
        return m_panel->showMove({}, {}, {}, {});
    const auto text = [](QDate day, int minute) { return dateText(day) + u' ' + minuteText(minute); };
    const QDate from = civilDay(carried->period.from, m_zone);
    const DayColumn &column = m_view->columns().at(m_view->cursorColumn());
    m_panel->showMove(carried, text(from, schedule::minuteOf(carried->period.from, from, m_zone)),
                      text(column.day, m_view->cursorSpan().from), m_view->carriedHindrance());
}

void CalendarPage::activate()
{
    m_stale = true;
    refresh();
    QWidget *at = m_stack->currentWidget();
    at->setFocus(Qt::OtherFocusReason);
}

void CalendarPage::rest(bool resting)
{
    Page::rest(resting);
    m_typed.clear();
    m_stale = true;
    refresh();
}

void CalendarPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    placePanel();
    refresh();
}

void CalendarPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placePanel();
}

void CalendarPage::keyPressEvent(QKeyEvent *event)
{
    if (!pressed(event))
        Page::keyPressEvent(event);
}

bool CalendarPage::pressed(QKeyEvent *event)
{
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    if (event->key() == Qt::Key_F9) {
        if (held == Qt::ShiftModifier)
            printCalls();
        else
            print(held == Qt::ControlModifier);
        return true;
    }
    if (event->key() == Qt::Key_Delete && (held == Qt::NoModifier || held == Qt::ShiftModifier)) {
        cancel(held == Qt::ShiftModifier);
        return true;
    }
    if (event->key() == Qt::Key_V && held == (Qt::ControlModifier | Qt::ShiftModifier)) {
        wantShift();
        return true;
    }
    if (held != Qt::NoModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_PageUp:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(1);
        return true;
    case Qt::Key_T:
        go(today(m_clinic));
        return true;
    case Qt::Key_G:
        askDate();
        return true;
    case Qt::Key_P:
        askFilter();
        return true;
    case Qt::Key_F:
    case Qt::Key_B: {
        if (!m_mayBook)
            return false;
        const DayBlock *block = m_mode == Mode::Month ? nullptr : m_view->selected();
        emit findWanted(block ? block->appointment.patient : std::nullopt, event->key() == Qt::Key_B);
        return true;
    }
    case Qt::Key_L:
        emit waitlistWanted();
        return true;
    case Qt::Key_R:
        wantCourse();
        return true;
    case Qt::Key_I:
        wantAbsence();
        return true;
    case Qt::Key_C:
        if (m_mayCall)
            emit callsWanted();
        return true;
    case Qt::Key_A:
        if (m_mode != Mode::Week)
            return false;
        toggleAll();
        return true;
    case Qt::Key_F12:
        m_drawerOpen = !m_drawerOpen;
        placePanel();
        return true;
    default:
        return false;
    }
}

} // namespace xinglin::ui
