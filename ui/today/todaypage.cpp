#include "ui/today/todaypage.h"

#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/paper/sheetsprinter.h"
#include "ui/patient/shiftedheader.h"
#include "ui/patient/takingback.h"
#include "ui/shell/patientwords.h"
#include "ui/today/counterbar.h"
#include "ui/today/queueslip.h"
#include "ui/today/todaydelegate.h"
#include "ui/today/todaymodel.h"
#include "ui/today/waitingroom.h"
#include "ui/today/walkinbar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>

namespace xinglin::ui {

namespace {

constexpr int tickMs = 15'000;
constexpr int flashMs = 1'200;
constexpr int leap = 10; ///< Lines of PgUp and PgDn.

/// A letter, Space or Enter that is held down is no further step of somebody, nor the first of the next; J and K walk.
bool isHeld(const QKeyEvent &event)
{
    return event.isAutoRepeat() && !event.text().isEmpty() && event.key() != Qt::Key_J && event.key() != Qt::Key_K;
}

/// What the counters count, in the order of their digits.
struct Counter
{
    std::optional<TodayGroup> group; ///< Nothing: those whose treatment runs.
};
constexpr Counter counters[] = {{TodayGroup::Booked}, {TodayGroup::Waiting}, {TodayGroup::InConsultation},
                                {std::nullopt},       {TodayGroup::Done},    {TodayGroup::NoShow}};

} // namespace

TodayPage::TodayPage(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("today"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_mayRun(who.may(access::Permission::RunQueue))
    , m_model(new TodayModel(clinic.store().options().zone, this))
    , m_counters(new CounterBar)
    , m_practitioners(new Segment(tr("Whose patients")))
    , m_table(new QTableView)
    , m_walkIn(new WalkInBar(clinic))
    , m_panel(new TodayPanel(clinic, who))
    , m_empty(new EmptyState(QStringLiteral("board"), QString(), QString()))
    , m_strip(new MessageStrip)
    , m_printer(new SheetsPrinter(clinic, tr("Queue slips"), this))
    , m_minute(new QTimer(this))
    , m_flash(new QTimer(this))
{
    m_strip->setObjectName(QStringLiteral("todayStrip"));
    m_counters->setNames({TodayModel::nameOf(TodayGroup::Booked), TodayModel::nameOf(TodayGroup::Waiting),
                          TodayModel::nameOf(TodayGroup::InConsultation), tr("Treatment"),
                          TodayModel::nameOf(TodayGroup::Done), TodayModel::nameOf(TodayGroup::NoShow)});
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Today"));
    auto *results = new QWidget;
    m_stack = new QStackedLayout(results);
    m_stack->addWidget(new QWidget); // until there is an answer
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildTable());
    m_empty->setWords(tr("Nobody yet today"),
                      m_mayRun ? tr("Who is booked stands here; [W] queues who comes without an appointment.")
                               : tr("Who is booked or comes stands here."));
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_counters);
    left->addWidget(buildBar());
    left->addWidget(m_walkIn);
    left->addWidget(m_strip);
    left->addWidget(results, 1);
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(left, 1);
    all->addWidget(m_panel);
    m_panel->setFixedWidth(Theme::of(this).size(Size::SidePanelNarrow));
    if (who.may(access::Permission::TakeBack))
        m_back = new TakingBack(clinic, this, true);
    m_minute->setInterval(tickMs);
    connect(m_minute, &QTimer::timeout, this, &TodayPage::countUp);
    m_flash->setSingleShot(true);
    m_flash->setInterval(flashMs);
    connect(m_flash, &QTimer::timeout, m_model, &TodayModel::endFlash);
    connect(m_counters, &CounterBar::pressed, this, &TodayPage::press);
    connect(m_panel, &TodayPanel::wanted, this, &TodayPage::act);
    connect(m_walkIn, &WalkInBar::queueWanted, this, &TodayPage::queueUp);
    connect(m_walkIn, &WalkInBar::failed, this, &TodayPage::refuse);
    connect(m_walkIn, &WalkInBar::registrationWanted, this, &TodayPage::registrationWanted);
    connect(m_walkIn, &WalkInBar::left, this, [this] {
        m_walkIn->settle(true);
        takeHand();
    });
    connect(m_printer, &SheetsPrinter::failed, this, &TodayPage::refuse);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        for (const char *table : {"queue_ticket", "appointment", "visit", "treatment_session", "patient", "resource"})
            m_stale = m_stale || changes.touches(table);
        if (m_stale && isVisible() && !isResting())
            load();
    });
}

TodayPage::~TodayPage() = default;

QWidget *TodayPage::buildBar()
{
    auto *bar = new Pane(Token::Surface);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(pageMargin, 8, pageMargin, 8);
    row->setSpacing(gapControls);
    m_practitioners->setObjectName(QStringLiteral("todayWith"));
    row->addWidget(m_practitioners);
    row->addStretch(1);
    const auto add = [&](const char *name, const QString &text, const QString &iconName, const QString &key,
                         ButtonKind kind, auto slot) {
        auto *button = new Button(text, kind);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(iconName, kind == ButtonKind::Primary ? Token::OnInk : Token::Text));
        button->setKeyCap(key);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &Button::clicked, this, slot);
        row->addWidget(button);
    };
    if (m_who.may(access::Permission::Book))
        add("todayBook", tr("Book"), QStringLiteral("appointment-new"), QStringLiteral("N"), ButtonKind::Plain, [this] {
            const TodayRow *selected = current();
            emit bookWanted(selected ? selected->patient : std::nullopt);
        });
    if (m_mayRun)
        add("todayWalkIn", tr("Walk-in"), QStringLiteral("list-add"), QStringLiteral("W"), ButtonKind::Primary,
            [this] { beginWalkIn(); });
    connect(m_practitioners, &Segment::chosen, this, [this](int at) {
        TodayFilter filter = m_model->filter();
        filter.with = at > 0 ? std::optional(m_resources[at - 1].id) : std::nullopt;
        const TodayRow *selected = current();
        const auto key = selected ? std::optional(selected->key()) : std::nullopt;
        m_model->setFilter(filter);
        layOut(key, 0);
    });
    return bar;
}

QWidget *TodayPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("todayTable"));
    m_table->setAccessibleName(tr("Patients of today"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalHeader(new ShiftedHeader(m_table));
    dressRows(m_table);
    auto *delegate = new TodayDelegate(m_table);
    delegate->setPadding(pageMargin, 10);
    m_table->setItemDelegate(delegate);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setStretchLastSection(true);
    const Theme &theme = Theme::of(this);
    m_table->verticalHeader()->setMinimumSectionSize(theme.size(Size::GroupRow));
    const std::pair<int, int> widths[] = {{TodayModel::Number, 60},   {TodayModel::Time, 72},  {TodayModel::Name, 160},
                                          {TodayModel::With, 140},    {TodayModel::Wait, 108}, {TodayModel::Visit, 92},
                                          {TodayModel::Treatment, 92}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, theme.scaled(width));
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TodayPage::showCurrent);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &at) {
        const auto group = m_model->groupAt(at.row());
        if (group && !m_model->rowAt(at.row())) {
            m_model->fold(*group, !m_model->isFolded(*group));
            layOut({}, at.row());
        }
    });
    connect(m_table, &QTableView::doubleClicked, this, [this] { act(TodayAct::Chart); });
    return m_table;
}

void TodayPage::showWaitingRoom()
{
    if (!m_room)
        m_room = new WaitingRoomWindow(m_clinic, m_who.clinic.name, this, m_speaker);
    m_room->open();
}

void TodayPage::load()
{
    m_stale = false;
    const quint64 question = ++m_question;
    const auto asked = m_clinic.read([](const store::Snapshot &view) -> Result<Seen> {
        const auto board = queue::today(view, view.today());
        if (!board)
            return board.error();
        const auto resources = schedule::resources(view, true);
        if (!resources)
            return resources.error();
        return Seen{*board, *resources};
    });
    onDone(asked, this, [this, question](const Result<Seen> &seen) {
        if (question != m_question)
            return;
        if (!seen)
            return refuse(seen.error());
        show(*seen);
    });
}

void TodayPage::show(const Seen &seen)
{
    QHash<ResourceId, QString> names;
    QList<Resource> practitioners;
    for (const Resource &one : seen.resources) {
        names.insert(one.id, one.content.name);
        if (!one.retired && one.content.kind == ResourceKind::Practitioner)
            practitioners << one;
    }
    if (practitioners != m_resources) {
        m_resources = practitioners;
        QStringList cells{tr("Everybody")};
        for (const Resource &one : std::as_const(m_resources))
            cells << one.content.name;
        m_practitioners->setCells(cells);
        m_practitioners->setCurrent(0);
        m_practitioners->updateGeometry();
        TodayFilter filter = m_model->filter();
        filter.with.reset();
        m_model->setFilter(filter);
    }
    const bool own = current() && m_own.contains(current()->key());
    QSet<Uuid> flash;
    QHash<Uuid, const TodayRow *> before;
    for (const TodayRow &row : m_model->board().rows)
        before.insert(row.key(), &row);
    for (const TodayRow &row : seen.board.rows) {
        const TodayRow *old = before.value(row.key());
        // Who waits for how long changes with every call: that is nobody's change of the row.
        const bool changed = !old || old->group != row.group || old->ticket != row.ticket ||
                             old->appointments != row.appointments || old->visit.state != row.visit.state;
        // An act of this person's own stands until it is seen: a board that was asked for before it knows nothing of
        // it.
        if (changed && !m_own.remove(row.key()) && !m_justCame)
            flash.insert(row.key());
    }
    m_justCame = false;
    const TodayRow *selected = current();
    const int line = m_table->currentIndex().row();
    const auto kept = selected ? std::optional(selected->key()) : std::nullopt;
    const auto wanted = std::exchange(m_wanted, std::nullopt);
    countUp();
    m_model->setBoard(seen.board, names, flash);
    if (!flash.isEmpty())
        m_flash->start();
    const int shown = seen.board.rows.isEmpty() ? 1 : 2;
    const bool turned = m_stack->currentIndex() != shown;
    m_stack->setCurrentIndex(shown);
    if (turned && isVisible() && !m_walkIn->isVisible())
        takeHand();
    const auto key = wanted && m_model->lineOf(*wanted) >= 0 ? wanted : kept;
    const bool there = key && m_model->lineOf(*key) >= 0;
    // A key that was meant for somebody whose row others have just taken away is nobody's.
    const auto gone = there ? std::nullopt : m_gone ? m_gone : key && !own ? std::optional(line) : std::nullopt;
    layOut(key, line);
    if (gone) {
        m_gone = gone;
        m_table->setCurrentIndex({});
    }
    emit headingChanged();
}

void TodayPage::layOut(const std::optional<Uuid> &key, int line)
{
    m_table->clearSpans();
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const bool head = !m_model->rowAt(i);
        if (head)
            m_table->setSpan(i, 0, 1, TodayModel::ColumnCount);
        m_table->setRowHeight(i, Theme::of(this).size(head ? Size::GroupRow : Size::Row));
    }
    QList<int> counts;
    for (const Counter &one : counters)
        counts << (one.group ? m_model->count(*one.group) : m_model->inTreatment());
    m_counters->setCounts(counts);
    const int kept = key ? m_model->lineOf(*key) : -1;
    select(kept >= 0 ? kept : qBound(0, line, qMax(0, m_model->rowCount() - 1)));
    showCurrent();
}

void TodayPage::select(int line)
{
    // From the head of a group to its first patient, or the one before where there is none.
    int at = line;
    while (at < m_model->rowCount() && !m_model->rowAt(at))
        ++at;
    if (at >= m_model->rowCount()) {
        at = qMin(line, m_model->rowCount() - 1);
        while (at >= 0 && !m_model->rowAt(at))
            --at;
    }
    if (at >= 0)
        m_table->selectRow(at);
    else
        m_table->setCurrentIndex({});
}

void TodayPage::countUp()
{
    m_model->setNow(m_clinic.store().options().clock->now());
    if (m_model->board().day.isValid() && m_model->board().day != today(m_clinic))
        load();
}

const TodayRow *TodayPage::current() const
{
    return m_model->rowAt(m_table->currentIndex().row());
}

void TodayPage::showCurrent()
{
    const TodayRow *row = current();
    if (row)
        m_gone.reset();
    m_panel->setRow(row);
}

void TodayPage::walk(int lines)
{
    const int from = m_gone ? qMin(*m_gone, m_model->rowCount()) - (lines > 0 ? 1 : 0) : m_table->currentIndex().row();
    int at = from + lines;
    while (at >= 0 && at < m_model->rowCount() && !m_model->rowAt(at))
        at += lines;
    if (m_model->rowAt(at))
        m_table->selectRow(at);
}

void TodayPage::press(int cell)
{
    TodayFilter filter = m_model->filter();
    const bool off = m_counters->current() == cell;
    filter.group = off ? std::nullopt : counters[cell].group;
    filter.treatment = !off && !counters[cell].group;
    m_counters->setCurrent(off ? -1 : cell);
    const TodayRow *row = current();
    const auto key = row ? std::optional(row->key()) : std::nullopt;
    m_model->setFilter(filter);
    layOut(key, 0);
}

bool TodayPage::keyPressed(int key)
{
    if (key >= Qt::Key_1 && key < Qt::Key_1 + int(std::size(counters))) {
        press(key - Qt::Key_1);
        return true;
    }
    switch (key) {
    case Qt::Key_J:
    case Qt::Key_Down:
        walk(1);
        return true;
    case Qt::Key_K:
    case Qt::Key_Up:
        walk(-1);
        return true;
    case Qt::Key_Home:
        select(0);
        return true;
    case Qt::Key_End:
        select(m_model->rowCount() - 1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const int at = m_table->currentIndex().row() + (key == Qt::Key_PageUp ? -leap : leap);
        select(qBound(0, at, qMax(0, m_model->rowCount() - 1)));
        return true;
    }
    case Qt::Key_Space:
        act(TodayAct::Next);
        return true;
    case Qt::Key_E:
        act(TodayAct::NoShow);
        return true;
    case Qt::Key_P:
        act(TodayAct::Priority);
        return true;
    case Qt::Key_S:
        act(TodayAct::Skip);
        return true;
    case Qt::Key_C:
        act(TodayAct::Call);
        return true;
    case Qt::Key_R:
        act(TodayAct::Recall);
        return true;
    case Qt::Key_L:
        act(TodayAct::Leave);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        act(TodayAct::Chart);
        return true;
    case Qt::Key_U:
        if (m_back)
            m_back->askLast();
        return true;
    case Qt::Key_W:
        beginWalkIn();
        return true;
    case Qt::Key_F11:
        showWaitingRoom();
        return true;
    case Qt::Key_N:
        if (m_who.may(access::Permission::Book)) {
            const TodayRow *row = current();
            emit bookWanted(row ? row->patient : std::nullopt);
        }
        return true;
    case Qt::Key_Escape:
        if (m_counters->current() >= 0)
            press(m_counters->current());
        return true;
    default:
        return false;
    }
}

void TodayPage::takeHand()
{
    QWidget *hand = m_stack->currentIndex() == 2 ? static_cast<QWidget *>(m_table) : this;
    hand->setFocus(Qt::OtherFocusReason);
}

void TodayPage::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && isHeld(*event))
        return;
    if (!plain || m_walkIn->isAncestorOf(focusWidget()) || !keyPressed(event->key()))
        Page::keyPressEvent(event);
}

bool TodayPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        if (isHeld(*pressed))
            return true;
        if ((pressed->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && keyPressed(pressed->key()))
            return true;
    }
    if (watched != m_table->viewport() || !m_mayRun)
        return Page::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        m_pressed = m_model->rowAt(m_table->indexAt(at).row()) ? std::optional(at) : std::nullopt;
    } else if (event->type() == QEvent::MouseMove && m_pressed) {
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        m_dragging = m_dragging || (at - *m_pressed).manhattanLength() >= 8;
        if (m_dragging)
            dragTo(at);
        return m_dragging; // the selection does not follow the mouse
    } else if (event->type() == QEvent::MouseButtonRelease) {
        m_pressed.reset();
        if (std::exchange(m_dragging, false)) {
            drop(static_cast<QMouseEvent *>(event)->position().toPoint());
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void TodayPage::dragTo(const QPoint &at)
{
    const TodayRow *row = current();
    if (!row)
        return;
    if (!m_ghost) {
        m_ghost = new Label(QString(), TypeStyle::Name);
        m_ghost->setParent(this);
        m_ghost->setObjectName(QStringLiteral("todayGhost"));
        m_ghost->setMargin(6);
        m_ghost->setAttribute(Qt::WA_TransparentForMouseEvents);
        setGround(m_ghost, Token::ApricotSoft);
    }
    m_ghost->setText(row->who);
    m_ghost->adjustSize();
    const QPoint here = m_table->viewport()->mapTo(this, at);
    m_ghost->move(here + QPoint(12, 4));
    m_ghost->show();
    m_ghost->raise();
    m_counters->setTarget(m_counters->cellAt(m_counters->mapFrom(this, here)));
}

void TodayPage::drop(const QPoint &at)
{
    m_ghost->hide();
    m_counters->setTarget(-1);
    const TodayRow *row = current();
    const int cell = m_counters->cellAt(m_counters->mapFrom(this, m_table->viewport()->mapTo(this, at)));
    const auto group = cell >= 0 ? counters[cell].group : m_model->groupAt(m_table->indexAt(at).row());
    if (row && group && *group != row->group)
        moveTo(TodayRow(*row), *group);
}

QString TodayPage::title() const
{
    return tr("Today");
}

QString TodayPage::context() const
{
    return longDateText(today(m_clinic));
}

QList<KeyHint> TodayPage::keyHints() const
{
    if (!m_mayRun)
        return {{QStringLiteral("J K"), tr("choose")}, {QStringLiteral("1 – 6"), tr("filter")}};
    return {{tr("Space"), tr("next step")},
            {QStringLiteral("W"), tr("walk-in")},
            {QStringLiteral("Ctrl J"), tr("call the next")},
            {QStringLiteral("F11"), tr("waiting room")},
            {QStringLiteral("Ctrl Z"), tr("take back")}};
}

void TodayPage::activate()
{
    m_justCame = true;
    load();
    m_minute->start();
    if (!m_walkIn->isVisible())
        takeHand();
}

void TodayPage::rest(bool resting)
{
    Page::rest(resting);
    m_stale = true;
    if (resting) {
        ++m_question;
        m_minute->stop();
    } else if (isVisible()) {
        activate();
    }
}

} // namespace xinglin::ui
