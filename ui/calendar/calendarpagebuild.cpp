#include "ui/calendar/calendarpage.h"
#include "ui/calendar/calendarprinter.h"
#include "ui/calendar/monthview.h"
#include "ui/calendar/weekstrip.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/shell/aside.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTimer>

namespace xinglin::ui {

namespace {
constexpr int waitMs = 150;
constexpr int minuteMs = 20'000;
} // namespace

CalendarPage::CalendarPage(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("calendar"), parent)
    , m_clinic(clinic)
    , m_mayBook(who.may(access::Permission::Book))
    , m_mayRead(who.may(access::Permission::SearchPatients))
    , m_mayCall(m_mayBook && who.may(access::Permission::ReadContacts) && who.may(access::Permission::RecordContacts))
    , m_mayEnterAbsence(m_mayBook && who.may(access::Permission::EditRoster) &&
                        who.may(access::Permission::RecordContacts))
    , m_zone(clinic.store().options().zone)
    , m_day(today(clinic))
    , m_strip(new MessageStrip)
    , m_view(new DayView(m_zone))
    , m_month(new MonthView)
    , m_side(new QStackedWidget)
    , m_panel(new AppointmentPanel(clinic, m_mayBook, m_mayRead))
    , m_printer(new CalendarPrinter(clinic, this))
    , m_late(new QTimer(this))
    , m_minute(new QTimer(this))
{
    m_strip->setObjectName(QStringLiteral("calendarStrip"));
    m_view->setObjectName(QStringLiteral("dayView"));
    m_view->setAccessibleName(tr("Appointments"));
    m_view->setMayBook(m_mayBook);
    m_side->setObjectName(QStringLiteral("calendarSide"));
    auto *views = new QWidget;
    m_stack = new QStackedLayout(views);
    m_stack->addWidget(new EmptyState(QStringLiteral("view-calendar-day"), tr("Nobody can be booked yet"),
                                      tr("People, rooms and devices, their hours and services are set up in the"
                                         " settings.")));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_month);
    m_stack->setCurrentIndex(1);
    m_side->addWidget(m_panel);
    addFoot();

    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(buildTools());
    left->addWidget(m_strip);
    left->addWidget(views, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(left, 1);
    row->addWidget(m_side);

    m_late->setSingleShot(true);
    m_late->setInterval(waitMs);
    connect(m_late, &QTimer::timeout, this, [this] { m_view->setLoading(true); });
    connect(m_minute, &QTimer::timeout, this, [this] {
        if (isVisible() && !isResting())
            m_view->setNow(now());
    });
    m_minute->start(minuteMs);
    m_view->installEventFilter(this);
    connect(m_view, &DayView::selectionChanged, this, &CalendarPage::showSelected);
    connect(m_view, &DayView::carryChanged, this, [this] {
        if (!m_view->carried() && m_strip->kind() == MessageStrip::Kind::Stop)
            m_strip->clear(); // it was about what has been put back
        showCarried();
    });
    connect(m_view, &DayView::opened, this, &CalendarPage::openChart);
    connect(m_view, &DayView::moveWanted, this, &CalendarPage::reschedule);
    connect(m_view, &DayView::bookWanted, this,
            [this](ResourceId resource, Instant start, std::chrono::minutes length) {
                const bool whoever = resource == ResourceId(Uuid(Uuid::Bytes{}));
                emit bookWanted(whoever ? std::nullopt : std::optional(resource), start, length);
            });
    connect(m_month, &MonthView::walked, this, &CalendarPage::go);
    connect(m_month, &MonthView::opened, this, [this](QDate day) {
        m_day = day;
        setMode(Mode::Day);
    });
    connect(m_panel, &AppointmentPanel::chartWanted, this, &CalendarPage::openChart);
    connect(m_panel, &AppointmentPanel::cancelWanted, this, &CalendarPage::cancel);
    connect(m_panel, &AppointmentPanel::courseWanted, this, &CalendarPage::wantCourse);
    connect(m_panel, &AppointmentPanel::moveWanted, this, [this] {
        if (const DayBlock *block = m_view->selected())
            m_view->carry(block->appointment, m_view->columns().at(m_view->cursorColumn()).resource);
        m_view->setFocus();
    });
    connect(m_printer, &SheetsPrinter::printed, this,
            [this](const QString &sentence) { m_strip->say(MessageStrip::Kind::Done, sentence); });
    connect(m_printer, &SheetsPrinter::failed, this,
            [this](const Error &error) { m_strip->say(MessageStrip::Kind::Stop, error.message); });
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        for (const char *table : {"appointment", "claim_resource", "resource", "healthcare_service", "working_hours",
                                  "roster_exception", "special_day", "patient", "enquiry", "queue_ticket"})
            m_stale = m_stale || changes.touches(table);
        refresh();
    });
    static DiskFiles disk;
    const store::StoreOptions &options = m_clinic.store().options();
    Files &files = options.files ? *options.files : disk;
    const auto hidden = aside([&files, path = hiddenResourcesPath(options.folder)]() -> Result<HiddenResources> {
        return readHiddenResources(files, path);
    });
    onDone(hidden, this, [this](const Result<HiddenResources> &known) {
        if (!known || known->isEmpty())
            return;
        m_hidden = *known;
        m_stale = true;
        refresh();
    });
}

QWidget *CalendarPage::buildTools()
{
    auto *bar = new Pane(Token::Window, Qt::BottomEdge);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(pageMargin, 4, 12, 4);
    row->setSpacing(toolGap);
    m_modes = new Segment(tr("What is shown"));
    m_modes->setObjectName(QStringLiteral("calendarMode"));
    m_modes->setCells({tr("Day"), tr("Week"), tr("Month")});
    connect(m_modes, &Segment::chosen, this, [this](int index) { setMode(Mode(index)); });
    m_week = new WeekStrip;
    connect(m_week, &WeekStrip::chosen, this, [this](QDate day) { showDay(day); });
    const auto arrow = [&](const char *iconName, const QString &words, const char *name, int by) {
        auto *button = new Button({}, ButtonKind::Ghost);
        button->setIcon(icon(QString::fromLatin1(iconName)));
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(words);
        button->setToolTip(words);
        connect(button, &Button::clicked, this, [this, by] { step(by); });
        return button;
    };
    auto *now = new Button(tr("Today"));
    now->setObjectName(QStringLiteral("calendarToday"));
    now->setKeyCap(QStringLiteral("T"));
    connect(now, &Button::clicked, this, [this] { go(today(m_clinic)); });
    m_filter = makeFilter("calendarFilter");
    row->addWidget(m_modes);
    row->addSpacing(gapControls);
    row->addWidget(arrow("go-previous", tr("Earlier"), "calendarEarlier", -1));
    row->addWidget(m_week);
    row->addWidget(arrow("go-next", tr("Later"), "calendarLater", 1));
    row->addSpacing(gapControls);
    row->addWidget(now);
    row->addStretch(1);
    row->addWidget(m_filter);
    if (m_mayBook) {
        m_book = new Button(tr("Book"), ButtonKind::Primary);
        m_book->setIcon(icon(u"clock", Token::OnInk));
        m_book->setObjectName(QStringLiteral("calendarBook"));
        m_book->setKeyCap(QStringLiteral("N"));
        connect(m_book, &Button::clicked, this, [this] {
            m_view->setFocus();
            m_view->wantBooking();
        });
        row->addWidget(m_book);
    }
    m_tools = bar;
    return bar;
}

Button *CalendarPage::makeFilter(const char *name)
{
    auto *filter = new Button(tr("People and rooms"), ButtonKind::Ghost);
    filter->setIcon(icon(u"view-filter"));
    filter->setObjectName(QLatin1String(name));
    filter->setKeyCap(QStringLiteral("P"));
    connect(filter, &Button::clicked, this, &CalendarPage::askFilter);
    return filter;
}

void CalendarPage::addFoot()
{
    const auto add = [this](const QString &text, const QString &picture, const char *name, const QString &keys,
                            auto act) {
        auto *button = new Button(text, ButtonKind::Ghost);
        button->setControlSize(ButtonSize::Small);
        button->setIcon(icon(picture));
        button->setObjectName(QLatin1String(name));
        button->setKeyCap(keys);
        connect(button, &Button::clicked, this, act);
        m_panel->addFoot(button);
    };
    m_filterBelow = makeFilter("calendarFilterBelow");
    m_filterBelow->setControlSize(ButtonSize::Small);
    m_panel->addFoot(m_filterBelow);
    if (m_mayCall)
        add(tr("Tomorrow's calls"), QStringLiteral("call-start"), "callTomorrow", QStringLiteral("C"),
            [this] { emit callsWanted(); });
    if (m_mayEnterAbsence)
        add(tr("Somebody is absent"), QStringLiteral("dialog-warning"), "enterAbsence", QStringLiteral("I"),
            [this] { wantAbsence(); });
    const QString printer = QStringLiteral("document-print");
    add(tr("Print the day"), printer, "printDay", QStringLiteral("F9"), [this] { print(false); });
    add(tr("Print this column"), printer, "printColumn", QStringLiteral("Ctrl F9"), [this] { print(true); });
    add(tr("Print the calls"), printer, "printCalls", QStringLiteral("Shift F9"), [this] { printCalls(); });
}

} // namespace xinglin::ui
