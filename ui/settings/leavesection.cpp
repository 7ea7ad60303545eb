#include "ui/settings/leavesection.h"

#include "clinic/schedule/hourstext.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/segment.h"
#include "ui/kit/style.h"
#include "ui/kit/text.h"
#include "ui/kit/toast.h"
#include "ui/settings/hoursmodel.h"
#include "ui/settings/leavedialog.h"
#include "ui/shell/patientwords.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QShortcut>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace xinglin::ui {

namespace {

using access::Permission;
using freebusy::SpecialDay;

enum Part { LeavePart, HolidayPart };
constexpr int daysBack = 31;
constexpr int daysAhead = 731;
constexpr int noticeMonth = 11; // the State Council tells the next year's holidays in November
constexpr int firstYear = 2000;
constexpr int lastYear = 2200;
constexpr qint64 mostBytes = 1'000'001; // one more than is taken, so that it is refused with the reason
const QKeySequence takeBackKeys(Qt::CTRL | Qt::Key_Z);

QString daysWords(QDate first, QDate last)
{
    return first == last ? dateText(first)
                         : LeaveSection::tr("%1 – %2", "first and last day").arg(dateText(first), dateText(last));
}

QTableView *tableFor(QStandardItemModel *model, const char *name, const QString &spoken,
                     const QList<std::pair<QString, int>> &columns)
{
    auto *table = new QTableView;
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(spoken);
    QStringList titles;
    for (const auto &column : columns)
        titles << column.first;
    model->setHorizontalHeaderLabels(titles);
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(table)->setPadding(12, 10);
    QHeaderView *header = table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).second > 0)
            header->resizeSection(i, Theme::of(table).scaled(columns.at(i).second));
        else
            header->setSectionResizeMode(i, QHeaderView::Stretch);
    }
    return table;
}

QList<QStandardItem *> cellsFrom(const QStringList &texts)
{
    QList<QStandardItem *> cells;
    for (const QString &text : texts) {
        auto *cell = new QStandardItem(text);
        cell->setEditable(false);
        cell->setToolTip(text);
        cells << cell;
    }
    cells.first()->setData(true, RowBoldRole);
    return cells;
}

} // namespace

QList<HolidaySpan> spansOf(const QList<CalendarDay> &days)
{
    QList<HolidaySpan> spans;
    for (const CalendarDay &one : days) {
        if (!one.kind)
            continue;
        const QString name = dayName(one);
        if (!spans.isEmpty() && spans.constLast().last.addDays(1) == one.day && spans.constLast().kind == *one.kind &&
            spans.constLast().name == name && spans.constLast().first.year() == one.day.year())
            spans.last().last = one.day;
        else
            spans << HolidaySpan{one.day, one.day, *one.kind, name};
    }
    return spans;
}

LeaveSection::LeaveSection(Clinic &clinic, const Who &who, Files &files, QWidget *parent)
    : Page(QStringLiteral("settingsLeave"), parent)
    , m_clinic(clinic)
    , m_who(who)
    , m_files(files)
    , m_year(today(clinic).year())
    , m_strip(new MessageStrip)
    , m_part(new Segment(tr("What is shown")))
    , m_end(new Button(tr("End")))
    , m_new(new Button(tr("Enter leave"), ButtonKind::Primary))
    , m_file(new Button(tr("Add a year from a file")))
    , m_leave(new QStandardItemModel(0, 5, this))
    , m_leaveTable(tableFor(m_leave, "leaveTable", tr("Leave and closing days"),
                            {{tr("Who or what"), 168},
                             {tr("Days"), 224},
                             {tr("Hours of the day"), 136},
                             {tr("What"), 120},
                             {tr("Why"), 0}}))
    , m_holidays(new QStandardItemModel(0, 3, this))
    , m_holidayTable(tableFor(m_holidays, "holidayTable", tr("Public holidays"),
                              {{tr("Days"), 248}, {tr("What"), 184}, {tr("Name"), 0}}))
    , m_yearWords(new Label(QString(), TypeStyle::Heading))
{
    auto *parts = new QWidget;
    m_parts = new QStackedLayout(parts);
    m_parts->addWidget(buildLeave());
    m_parts->addWidget(buildHolidays());
    m_strip->setObjectName(QStringLiteral("leaveStrip"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    column->addWidget(buildHead());
    column->addWidget(m_strip);
    column->addWidget(parts, 1);
    buildKeys();
    m_toast = new Toast(this); // over what is laid out
    showPart(LeavePart);
    connect(m_toast, &Toast::acted, this, &LeaveSection::takeBack);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() && !isResting() &&
            (changes.touches("roster_exception") || changes.touches("special_day") || changes.touches("resource")))
            load();
    });
}

QWidget *LeaveSection::buildHead()
{
    m_part->setObjectName(QStringLiteral("leavePartShown"));
    m_part->setCells({tr("Leave and closing days"), tr("Public holidays")});
    connect(m_part, &Segment::chosen, this, &LeaveSection::showPart);
    m_end->setObjectName(QStringLiteral("endLeave"));
    m_end->setKeyCap(QStringLiteral("Del"));
    connect(m_end, &Button::clicked, this, &LeaveSection::end);
    m_file->setObjectName(QStringLiteral("addHolidays"));
    m_file->setKeyCap(QStringLiteral("Ctrl O"));
    connect(m_file, &Button::clicked, this, &LeaveSection::chooseFile);
    m_new->setObjectName(QStringLiteral("newLeave"));
    connect(m_new, &Button::clicked, this, &LeaveSection::begin);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gapControls);
    row->addWidget(m_part);
    row->addStretch(1);
    row->addWidget(m_end);
    row->addWidget(m_file);
    row->addWidget(m_new);
    return head;
}

QWidget *LeaveSection::buildLeave()
{
    auto *pages = new QWidget;
    m_leavePages = new QStackedLayout(pages);
    m_leavePages->addWidget(
        new EmptyState(QStringLiteral("view-calendar-day"), tr("Nobody is away"),
                       tr("Enter leave, training, repairs and days on which the clinic is closed with [N].")));
    m_leavePages->addWidget(m_leaveTable);
    return pages;
}

QWidget *LeaveSection::buildHolidays()
{
    const auto step = [this](const QString &text, const char *name, const QString &iconName, int by,
                             const QString &cap) {
        auto *button = new Button(text, ButtonKind::Ghost);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(iconName, Token::Text));
        button->setKeyCap(cap);
        connect(button, &Button::clicked, this, [this, by] { turnYear(by); });
        return button;
    };
    m_yearWords->setObjectName(QStringLiteral("holidayYear"));
    auto *row = new QHBoxLayout;
    row->setSpacing(gapControls);
    row->addWidget(step(tr("Back"), "yearBack", QStringLiteral("go-previous"), -1, tr("PgUp")));
    row->addWidget(step(tr("On"), "yearOn", QStringLiteral("go-next"), 1, tr("PgDn")));
    row->addSpacing(gapControls);
    row->addWidget(m_yearWords, 1);
    m_unknown = new EmptyState(QStringLiteral("view-calendar-day"), QString(), QString());
    auto *pages = new QWidget;
    m_holidayPages = new QStackedLayout(pages);
    m_holidayPages->addWidget(m_unknown);
    m_holidayPages->addWidget(m_holidayTable);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(XinglinStyle::ringRoom, XinglinStyle::ringRoom, 0, 0);
    column->setSpacing(gapControls);
    column->addLayout(row);
    column->addWidget(pages, 1);
    return part;
}

void LeaveSection::buildKeys()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(Qt::ALT | Qt::Key_O), [this] {
        m_part->setCurrent(m_part->current() == LeavePart ? HolidayPart : LeavePart);
        showPart(m_part->current());
    });
    key(Qt::Key_N, [this] { begin(); });
    key(Qt::Key_Delete, [this] { end(); });
    key(Qt::Key_PageUp, [this] { turnYear(-1); });
    key(Qt::Key_PageDown, [this] { turnYear(1); });
    key(takeBackKeys, [this] { takeBack(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_O), [this] { chooseFile(); });
}

QString LeaveSection::title() const
{
    return tr("Leave and holidays");
}

QString LeaveSection::context() const
{
    return m_part->current() == HolidayPart ? QString::number(m_year) : QString();
}

QList<KeyHint> LeaveSection::keyHints() const
{
    const KeyHint other{QStringLiteral("Alt O"), tr("leave, holidays")};
    if (m_part->current() == LeavePart)
        return {{QStringLiteral("N"), tr("enter leave")},
                {QStringLiteral("Del"), tr("end")},
                {QStringLiteral("Ctrl Z"), tr("take back")},
                other};
    QList<KeyHint> hints{{tr("PgUp") + u' ' + tr("PgDn"), tr("year")}, other};
    if (m_who.may(Permission::EditResources))
        hints << KeyHint{QStringLiteral("N"), tr("set a day")} << KeyHint{QStringLiteral("Ctrl O"), tr("add a year")};
    return hints;
}

QTableView *LeaveSection::currentTable() const
{
    return m_part->current() == LeavePart ? m_leaveTable : m_holidayTable;
}

void LeaveSection::showPart(int part)
{
    const bool maySet = m_who.may(Permission::EditResources);
    m_parts->setCurrentIndex(part);
    m_new->setText(part == LeavePart ? tr("Enter leave") : tr("Set a day"));
    m_new->setIcon(icon(u"list-add", Token::OnInk));
    m_new->setKeyCap(QStringLiteral("N")); // a new text takes the key away
    m_new->setVisible(part == LeavePart || maySet);
    m_file->setVisible(part == HolidayPart && maySet);
    m_end->setVisible(part == LeavePart && m_leave->rowCount() > 0);
    if (isVisible()) {
        m_strip->clear(); // it was about the other part
        warn();
        if (currentTable()->isVisible())
            currentTable()->setFocus(Qt::OtherFocusReason);
    }
    emit headingChanged();
}

void LeaveSection::activate()
{
    if (currentTable()->isVisible())
        currentTable()->setFocus(Qt::OtherFocusReason);
    else
        m_part->setFocus(Qt::OtherFocusReason);
    load();
}

void LeaveSection::rest(bool resting)
{
    Page::rest(resting);
    if (!resting && isVisible())
        load();
}

void LeaveSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load();
}

void LeaveSection::load()
{
    const quint64 question = ++m_question;
    const auto read = [now = today(m_clinic)](const store::Snapshot &view) -> Result<Loaded> {
        auto exceptions = schedule::exceptions(view, now.addDays(-daysBack), now.addDays(daysAhead));
        if (!exceptions)
            return exceptions.error();
        auto resources = schedule::resources(view, true);
        if (!resources)
            return resources.error();
        auto days = schedule::calendarDays(view, QDate(firstYear, 1, 1), QDate(lastYear, 12, 31));
        if (!days)
            return days.error();
        const auto year = schedule::lastHolidayYear(view);
        if (!year)
            return year.error();
        return Loaded{*std::move(exceptions), *std::move(resources), *std::move(days), *year};
    };
    onDone(m_clinic.read(read), this, [this, question](const Result<Loaded> &loaded) {
        if (question != m_question)
            return;
        if (!loaded)
            return m_strip->say(MessageStrip::Kind::Stop, loaded.error().message);
        showAll(*loaded);
    });
}

void LeaveSection::showAll(const Loaded &loaded)
{
    m_loaded = loaded;
    showLeave();
    showHolidays();
    warn();
    m_end->setVisible(m_part->current() == LeavePart && m_leave->rowCount() > 0);
    emit headingChanged();
    m_isKnown = true;
    if (std::exchange(m_wantsNew, false))
        begin();
}

QString LeaveSection::whoseName(const RosterException &exception) const
{
    const auto found = std::find_if(m_loaded.resources.cbegin(), m_loaded.resources.cend(),
                                    [&](const Resource &one) { return exception.content.resource == one.id; });
    return found == m_loaded.resources.cend() ? tr("The whole clinic") : found->content.name;
}

void LeaveSection::showLeave()
{
    const int row = std::max(0, m_leaveTable->currentIndex().row());
    m_leave->removeRows(0, m_leave->rowCount());
    for (const RosterException &one : std::as_const(m_loaded.exceptions)) {
        const freebusy::Exception &when = one.content.when;
        const bool away = when.kind == freebusy::Exception::Kind::Away;
        const QString what = !one.content.resource ? (away ? tr("Closed") : tr("Open besides"))
                                                   : (away ? tr("Away") : tr("Works besides"));
        const auto cells =
            cellsFrom({whoseName(one), daysWords(when.first, when.last),
                       when.part ? schedule::hoursText(*when.part) : tr("whole day"), what, one.content.reason});
        if (when.last < today(m_clinic)) {
            for (QStandardItem *cell : cells)
                cell->setData(int(Token::Text3), RowColorRole);
        }
        m_leave->appendRow(cells);
    }
    m_leavePages->setCurrentIndex(m_leave->rowCount() == 0 ? 0 : 1);
    if (m_leave->rowCount() > 0)
        m_leaveTable->selectRow(std::min(row, m_leave->rowCount() - 1));
}

void LeaveSection::showHolidays()
{
    QList<CalendarDay> days = m_loaded.days;
    QStringList years;
    for (const CalendarDay &one : std::as_const(days)) {
        const QString year = QString::number(one.day.year());
        if (one.kind == SpecialDay::Holiday && !years.contains(year))
            years << year;
    }
    days.removeIf([this](const CalendarDay &one) { return one.day.year() != m_year; });
    m_spans = spansOf(days);
    int row = std::max(0, m_holidayTable->currentIndex().row());
    m_holidays->removeRows(0, m_holidays->rowCount());
    for (const HolidaySpan &span : std::as_const(m_spans)) {
        if (m_chosenDay && span.first <= *m_chosenDay && *m_chosenDay <= span.last)
            row = m_holidays->rowCount();
        const bool holiday = span.kind == SpecialDay::Holiday;
        const auto cells = cellsFrom({daysWords(span.first, span.last),
                                      holiday ? tr("Holiday, %n day(s)", nullptr, int(span.first.daysTo(span.last)) + 1)
                                              : tr("Made-up working day"),
                                      span.name});
        m_holidays->appendRow(cells);
    }
    m_chosenDay.reset();
    m_yearWords->setText(tr("%1; known: %2", "year shown, years of which holidays are known")
                             .arg(QString::number(m_year), years.join(tr(", ", "between years"))));
    m_unknown->setWords(tr("The holidays of %1 are not known").arg(m_year),
                        m_who.may(Permission::EditResources)
                            ? tr("Take in the file of that year with [Ctrl O], or set single days with [N].")
                            : tr("The owner takes in the file of that year."));
    m_holidayPages->setCurrentIndex(m_spans.isEmpty() ? 0 : 1);
    if (!m_spans.isEmpty())
        m_holidayTable->selectRow(std::min(row, int(m_spans.size()) - 1));
}

void LeaveSection::warn()
{
    const QDate now = today(m_clinic);
    const int next = now.year() + (now.month() >= noticeMonth ? 1 : 0);
    if (m_loaded.lastYear < next && m_strip->text().isEmpty())
        m_strip->say(MessageStrip::Kind::Caution,
                     tr("The public holidays of %1 are not known yet: appointments may fall on them.").arg(next));
}

void LeaveSection::turnYear(int by)
{
    if (m_part->current() != HolidayPart)
        return;
    m_year = std::clamp(m_year + by, firstYear, lastYear);
    showHolidays();
    emit headingChanged();
}

void LeaveSection::begin()
{
    m_wantsNew = !m_isKnown;
    if (m_wantsNew)
        return;
    if (m_part->current() == LeavePart) {
        QList<Resource> inUse = m_loaded.resources;
        inUse.removeIf([](const Resource &one) { return one.retired; });
        auto *dialog = new LeaveDialog(m_clinic, inUse, this);
        connect(dialog, &LeaveDialog::stored, this, [this](const RosterException &made) {
            m_strip->say(MessageStrip::Kind::Done,
                         tr("%1: %2.", "who, days")
                             .arg(whoseName(made), daysWords(made.content.when.first, made.content.when.last)));
        });
        return dialog->open();
    }
    if (!m_who.may(Permission::EditResources))
        return;
    std::optional<QDate> day;
    if (const int row = m_holidayTable->currentIndex().row(); row >= 0 && row < m_spans.size())
        day = m_spans.at(row).first;
    auto *dialog = new SpecialDayDialog(m_clinic, day, this);
    connect(dialog, &SpecialDayDialog::stored, this, [this](QDate set) {
        m_year = set.year();
        m_chosenDay = set;
        m_strip->say(MessageStrip::Kind::Done, tr("%1 is settled.", "a day").arg(dateText(set)));
        load();
    });
    dialog->open();
}

void LeaveSection::end()
{
    const int row = m_leaveTable->currentIndex().row();
    if (m_part->current() != LeavePart || row < 0 || row >= m_loaded.exceptions.size())
        return;
    m_strip->clear();
    const RosterException one = m_loaded.exceptions.at(row);
    const auto done = m_clinic.write("roster.exception.end",
                                     [id = one.id](store::Transaction &tx) { return schedule::endException(tx, id); });
    onDone(done, this, [this, one](const Result<Done> &ended) {
        if (!ended)
            return m_strip->say(MessageStrip::Kind::Stop, ended.error().message);
        m_ended = one.content;
        m_toast->say(tr("%1: the entry of %2 does not hold any more.", "who, days")
                         .arg(whoseName(one), daysWords(one.content.when.first, one.content.when.last)),
                     tr("Take back"), takeBackKeys);
    });
}

void LeaveSection::takeBack()
{
    if (!m_ended)
        return;
    const auto done = m_clinic.write("roster.exception", [again = *std::exchange(m_ended, {})](store::Transaction &tx) {
        return schedule::addException(tx, again);
    });
    onDone(done, this, [this](const Result<RosterException> &made) {
        m_strip->say(made ? MessageStrip::Kind::Done : MessageStrip::Kind::Stop,
                     made ? tr("The entry holds again.") : made.error().message);
    });
}

void LeaveSection::chooseFile()
{
    if (m_part->current() != HolidayPart || !m_who.may(Permission::EditResources))
        return;
    auto *dialog = new QFileDialog(this, tr("Which file of holidays?"));
    dialog->setObjectName(QStringLiteral("holidayFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Holidays (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, &LeaveSection::addFile);
    dialog->open();
}

void LeaveSection::addFile(const QString &path)
{
    const auto reading =
        m_clinic.work([files = &m_files, path](store::Store &) { return files->read(path, mostBytes); });
    const QString name = QFileInfo(path).fileName();
    const auto refuse = [this, name](const Error &error) {
        m_strip->say(MessageStrip::Kind::Stop,
                     error.field.isEmpty() ? tr("Nothing of %1 was taken: %2", "file, reason").arg(name, error.message)
                                           : tr("Nothing of %1 was taken. At %2: %3", "file, place, reason")
                                                 .arg(name, error.field, error.message));
    };
    onDone(reading, this, [this, refuse, name](const Result<QByteArray> &bytes) {
        if (!bytes)
            return refuse(bytes.error());
        const auto done = m_clinic.write(
            "holiday.add", [json = *bytes](store::Transaction &tx) { return schedule::addHolidays(tx, json); });
        onDone(done, this, [this, refuse, name, json = *bytes](const Result<int> &added) {
            if (!added)
                return refuse(added.error());
            if (const auto days = schedule::holidaysFromJson(json); days && !days->isEmpty())
                m_year = days->constLast().day.year();
            m_strip->say(MessageStrip::Kind::Done, tr("%n day(s) of %1 are new.", nullptr, *added).arg(name));
            load();
        });
    });
}

} // namespace xinglin::ui
