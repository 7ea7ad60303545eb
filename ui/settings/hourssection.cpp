#include "ui/settings/hourssection.h"

#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/keysentence.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/kit/toast.h"
#include "ui/settings/hoursdelegate.h"
#include "ui/shell/patientwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace xinglin::ui {

namespace {

using schedule::Reach;

constexpr int nameWidth = 128;
enum ReachCell { ThisWeekCell, FromNowOnCell };
const QKeySequence takeBackKeys(Qt::CTRL | Qt::Key_Z);

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

} // namespace

HoursSection::HoursSection(Clinic &clinic, const Who &who, QWidget *parent)
    : Page(QStringLiteral("settingsHours"), parent)
    , m_clinic(clinic)
    , m_mayAdd(who.may(access::Permission::EditResources))
    , m_model(new HoursModel(this))
    , m_table(new QTableView)
    , m_strip(new MessageStrip)
    , m_week(new Label(QString(), TypeStyle::Heading))
    , m_reach(new Segment(tr("How long the hours hold")))
    , m_copy(new Button(tr("Copy last week")))
    , m_monday(mondayOf(today(clinic)))
{
    build();
    buildKeys();
    m_toast = new Toast(this); // over what is laid out
    connect(m_model, &HoursModel::weeksEdited, this, &HoursSection::settle);
    connect(m_model, &HoursModel::dataChanged, this, &HoursSection::fitRows);
    connect(m_toast, &Toast::acted, this, &HoursSection::takeBack);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() && !isResting() &&
            (changes.touches("working_hours") || changes.touches("roster_exception") ||
             changes.touches("special_day") || changes.touches("resource")))
            load();
    });
}

void HoursSection::build()
{
    m_strip->setObjectName(QStringLiteral("hoursStrip"));
    m_table->setObjectName(QStringLiteral("hoursTable"));
    m_table->setAccessibleName(tr("Working hours of the week"));
    m_table->setModel(m_model);
    dressRows(m_table);
    m_table->setItemDelegate(new HoursDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::DoubleClicked);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(HoursModel::Name, QHeaderView::Fixed);
    header->resizeSection(HoursModel::Name, Theme::of(this).scaled(nameWidth));
    connect(header, &QHeaderView::sectionResized, this, &HoursSection::fitRows);

    auto *empty =
        new EmptyState(QStringLiteral("view-calendar-day"), tr("No practitioners yet"),
                       m_mayAdd ? tr("Who has no entry has no hours. Add practitioners and rooms first.")
                                : tr("Who has no entry has no hours. The owner adds practitioners and rooms."));
    if (m_mayAdd) {
        Button *add = empty->addAction(tr("To staff and rooms"), true);
        add->setObjectName(QStringLiteral("hoursToResources"));
        connect(add, &Button::clicked, this, &HoursSection::resourcesWanted);
    }
    auto *pages = new QWidget;
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    column->addLayout(buildHead());
    column->addWidget(m_strip);
    column->addWidget(pages, 1);
    column->addWidget(new KeySentence(tr("Type 8:30-12 14-17:30 into a day; [Del] makes it free, [Ctrl C] [Ctrl V] "
                                         "carry it to other days, [F2] changes what stands there."),
                                      TypeStyle::Small, Token::Text2));
}

QLayout *HoursSection::buildHead()
{
    const auto step = [this](const QString &text, const char *name, const QString &iconName, int weeks,
                             const QString &cap) {
        auto *button = new Button(text, ButtonKind::Ghost);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(iconName, Token::Text));
        button->setKeyCap(cap);
        connect(button, &Button::clicked, this, [this, weeks] { go(weeks); });
        return button;
    };
    m_week->setObjectName(QStringLiteral("hoursWeek"));
    m_reach->setObjectName(QStringLiteral("hoursReach"));
    m_reach->setCells({tr("This week only"), tr("From now on")});
    m_copy->setObjectName(QStringLiteral("copyLastWeek"));
    m_copy->setKeyCap(QStringLiteral("F7"));
    connect(m_copy, &Button::clicked, this, &HoursSection::copyLastWeek);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(gapControls);
    auto *first = new QHBoxLayout;
    first->setSpacing(gapControls);
    first->addWidget(new Label(tr("Who works when"), TypeStyle::Title), 1);
    first->addWidget(m_copy);
    auto *second = new QHBoxLayout;
    second->setSpacing(gapControls);
    second->addWidget(step(tr("Back"), "hoursBack", QStringLiteral("go-previous"), -1, tr("PgUp")));
    second->addWidget(step(tr("On"), "hoursOn", QStringLiteral("go-next"), 1, tr("PgDn")));
    second->addSpacing(gapControls);
    second->addWidget(m_week, 1);
    second->addWidget(m_reach);
    rows->addLayout(first);
    rows->addLayout(second);
    return rows;
}

void HoursSection::buildKeys()
{
    const auto key = [this](QWidget *on, const QKeySequence &keys, Qt::ShortcutContext context, auto act) {
        auto *shortcut = new QShortcut(keys, on);
        shortcut->setContext(context);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    const auto anywhere = Qt::WidgetWithChildrenShortcut;
    key(this, Qt::Key_PageUp, anywhere, [this] { go(-1); });
    key(this, Qt::Key_PageDown, anywhere, [this] { go(1); });
    key(this, Qt::Key_F7, anywhere, [this] { copyLastWeek(); });
    key(this, QKeySequence(Qt::ALT | Qt::Key_O), anywhere,
        [this] { m_reach->setCurrent(m_reach->current() == ThisWeekCell ? FromNowOnCell : ThisWeekCell); });
    key(this, takeBackKeys, anywhere, [this] { takeBack(); });
    key(m_table, Qt::Key_Delete, Qt::WidgetShortcut, [this] { clearCells(); });
    key(m_table, QKeySequence::Copy, Qt::WidgetShortcut, [this] { copyCell(); });
    key(m_table, QKeySequence::Paste, Qt::WidgetShortcut, [this] { pasteCells(); });
}

QString HoursSection::title() const
{
    return tr("Working hours");
}

QString HoursSection::context() const
{
    return m_week->text();
}

QList<KeyHint> HoursSection::keyHints() const
{
    return {{QStringLiteral("F7"), tr("copy last week")},
            {tr("PgUp") + u' ' + tr("PgDn"), tr("week")},
            {QStringLiteral("Alt O"), tr("this week, from now on")},
            {QStringLiteral("Ctrl Z"), tr("take back")},
            {QStringLiteral("Del"), tr("free")}};
}

void HoursSection::activate()
{
    m_wantsHand = m_stack->currentIndex() != 1;
    if (!m_wantsHand)
        m_table->setFocus(Qt::OtherFocusReason);
    load();
}

void HoursSection::rest(bool resting)
{
    Page::rest(resting);
    if (!resting && isVisible())
        load();
}

bool HoursSection::hasUnsaved() const
{
    return m_model->hasProblems();
}

void HoursSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load();
}

void HoursSection::go(int weeks)
{
    if (m_model->hasProblems())
        return m_strip->say(MessageStrip::Kind::Caution, tr("Mend the hours in red first, or empty them with Del."));
    m_strip->clear();
    m_monday = m_monday.addDays(7 * weeks);
    load();
}

void HoursSection::load()
{
    const quint64 question = ++m_question;
    const auto asked =
        m_clinic.read([monday = m_monday](const store::Snapshot &view) { return schedule::weekRoster(view, monday); });
    onDone(asked, this, [this, question, monday = m_monday](const Result<QList<RosterRow>> &rows) {
        // What was asked while something is being stored is not what there is.
        if (question != m_question || isBusy())
            return;
        if (!rows)
            return m_strip->say(MessageStrip::Kind::Stop, rows.error().message);
        m_monday = monday;
        showRows(*rows);
    });
}

void HoursSection::showRows(const QList<RosterRow> &rows)
{
    const bool other = m_monday != m_model->monday();
    const QModelIndex before = m_table->currentIndex();
    m_model->setRows(m_monday, rows);
    m_stack->setCurrentIndex(rows.isEmpty() ? 0 : 1);
    m_copy->setEnabled(!rows.isEmpty());
    const qint64 ahead = mondayOf(today(m_clinic)).daysTo(m_monday) / 7;
    const QString days =
        tr("%1 – %2", "first and last day of a week").arg(dateText(m_monday), dateText(m_monday.addDays(6)));
    const QString which = ahead == 0    ? tr("This week")
                          : ahead == 1  ? tr("Next week")
                          : ahead == -1 ? tr("Last week")
                                        : QString();
    m_week->setText(which.isEmpty() ? days : tr("%1, %2", "which week, its days").arg(which, days));
    if (!m_begun && !rows.isEmpty()) {
        m_begun = true;
        m_reach->setCurrent(m_model->isBlank() ? FromNowOnCell : ThisWeekCell); // who begins settles what is usual
    }
    fitRows();
    if (!rows.isEmpty() && (other || !m_table->currentIndex().isValid()))
        m_table->setCurrentIndex(m_model->index(std::clamp(before.row(), 0, int(rows.size()) - 1),
                                                before.isValid() ? std::max(before.column(), int(HoursModel::FirstDay))
                                                                 : int(HoursModel::FirstDay)));
    if (!rows.isEmpty() && std::exchange(m_wantsHand, false))
        m_table->setFocus(Qt::OtherFocusReason);
    emit headingChanged();
}

void HoursSection::fitRows()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        int height = 0;
        for (int column = 0; column < HoursModel::ColumnCount; ++column)
            height = std::max(height, m_table->sizeHintForIndex(m_model->index(row, column)).height());
        m_table->setRowHeight(row, height);
    }
}

void HoursSection::write(const QByteArray &act, const std::function<Result<Done>(store::Transaction &)> &run,
                         const QString &sentence)
{
    ++m_writing;
    onDone(m_clinic.write(act, run), this, [this, sentence](const Result<Done> &done) {
        --m_writing;
        if (!done)
            m_strip->say(MessageStrip::Kind::Stop, done.error().message);
        else if (!sentence.isEmpty())
            m_toast->say(sentence, tr("Take back"), takeBackKeys);
        if (!isBusy())
            load();
    });
}

void HoursSection::settle(const QList<WeekEdit> &edits)
{
    m_strip->clear();
    const Reach reach = m_reach->current() == ThisWeekCell ? Reach::ThisWeek : Reach::FromNowOn;
    // What holds from now on has ended other weeks, which nobody keeps.
    m_last = reach == Reach::ThisWeek ? edits : QList<WeekEdit>();
    m_lastMonday = m_monday;
    write("roster.week",
          [edits, reach, monday = m_monday](store::Transaction &tx) -> Result<Done> {
              for (const WeekEdit &one : edits) {
                  if (const auto set = schedule::setWeek(tx, one.resource, monday, one.week, reach); !set)
                      return set;
              }
              return Done{};
          },
          {});
}

void HoursSection::copyLastWeek()
{
    if (m_model->rows().isEmpty() || isBusy())
        return;
    m_strip->clear();
    QList<ResourceId> all;
    m_last.clear();
    m_lastMonday = m_monday;
    for (const RosterRow &row : m_model->rows()) {
        all << row.resource.id;
        m_last << WeekEdit{row.resource.id, row.week(), {}};
    }
    write(
        "roster.copy",
        [all, monday = m_monday](store::Transaction &tx) {
            return schedule::copyWeek(tx, all, monday.addDays(-7), monday);
        },
        tr("Everybody works as in the week before; leave and holidays stay."));
}

void HoursSection::takeBack()
{
    if (m_last.isEmpty())
        return m_strip->say(MessageStrip::Kind::Note,
                            tr("There is nothing here to take back; what holds from now on is typed anew."));
    const QList<WeekEdit> last = std::exchange(m_last, {});
    m_monday = m_lastMonday;
    write("roster.week",
          [last, monday = m_lastMonday](store::Transaction &tx) -> Result<Done> {
              for (const WeekEdit &one : last) {
                  if (const auto set = schedule::setWeek(tx, one.resource, monday, one.before, Reach::ThisWeek); !set)
                      return set;
              }
              return Done{};
          },
          {});
    m_strip->say(MessageStrip::Kind::Done, tr("The hours are as they were before."));
}

QList<QModelIndex> HoursSection::chosenCells() const
{
    QList<QModelIndex> cells = m_table->selectionModel()->selectedIndexes();
    cells.removeIf([](const QModelIndex &one) { return one.column() < HoursModel::FirstDay; });
    return cells;
}

void HoursSection::clearCells()
{
    m_model->put(chosenCells(), QString());
}

void HoursSection::copyCell()
{
    const QModelIndex cell = m_table->currentIndex();
    if (cell.column() >= HoursModel::FirstDay)
        QGuiApplication::clipboard()->setText(cell.data(Qt::EditRole).toString());
}

void HoursSection::pasteCells()
{
    m_model->put(chosenCells(), QGuiApplication::clipboard()->text());
}

} // namespace xinglin::ui
