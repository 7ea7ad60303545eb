#include "ui/interchange/calendardialog.h"

#include "ui/interchange/importrun.h"
#include "ui/interchange/importwords.h"
#include "ui/interchange/workbar.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QStackedLayout>
#include <QTableView>

namespace xinglin::ui {

namespace {

constexpr int dialogWidth = 900;
constexpr int mostRows = 6;
constexpr int heightBesideRows = 540; ///< Of the dialog where it says most, with room around it.
enum Page { Nothing, Work, Lines };

QString droppedFile(const QMimeData &data)
{
    return data.urls().size() == 1 ? data.urls().constFirst().toLocalFile() : QString();
}

/// Nothing is chosen where there is more than one.
void preselect(QComboBox *box)
{
    box->setPlaceholderText(CalendarDialog::tr("please choose"));
    box->setCurrentIndex(box->count() == 1 ? 0 : -1);
}

Field *fieldFor(const QString &label, QWidget *editor)
{
    auto *field = new Field(label, editor);
    field->setReserve(false);
    return field;
}

} // namespace

CalendarDialog::CalendarDialog(Clinic &clinic, const CalendarChoices &choices, QWidget *parent)
    : FormDialog(tr("Which calendar is to be brought in?"),
                 tr("Its events become blocked time or appointments, series up to two years ahead. All of it can be "
                    "taken back as a whole."),
                 parent)
    , m_clinic(clinic)
    , m_choices(choices)
    , m_trial(clinic)
    , m_path(new QLineEdit)
    , m_way(new Segment(tr("What the events become")))
    , m_whose(new QComboBox)
    , m_service(new QComboBox)
    , m_with(new QComboBox)
    , m_outOfHours(new QCheckBox(tr("Although it is not worked then")))
    , m_closed(new Label(tr("Nobody and nothing can be booked then; who is booked already has to be moved."),
                         TypeStyle::Body, Token::Text2))
    , m_strip(new MessageStrip)
    , m_sum(new Label({}, TypeStyle::Heading))
    , m_work(new WorkBar(QStringLiteral("calendarTrial")))
    , m_empty(new EmptyState(QStringLiteral("view-calendar-day"), QString(), QString()))
    , m_lines(new LineModel(this))
    , m_table(new QTableView)
    , m_why(new Label({}, TypeStyle::Body, Token::Text2))
{
    setObjectName(QStringLiteral("calendarDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    setFixedWidth(std::min(Theme::of(this).scaled(dialogWidth), parent->window()->width() - 40));
    m_strip->setObjectName(QStringLiteral("calendarStrip"));
    body()->addWidget(buildFile());
    body()->addWidget(buildWishes());
    body()->addWidget(m_strip);
    body()->addWidget(buildResult());
    connect(&m_trial, &CalendarTrial::changed, this, &CalendarDialog::present);
    connect(m_work, &WorkBar::cancelled, &m_trial, &CalendarTrial::stop);
    connect(m_strip, &MessageStrip::acted, &m_trial, &CalendarTrial::again);
    setSubmit([this] { submit(); });
    showWay();
    present();
    m_path->setFocus();
}

QWidget *CalendarDialog::buildFile()
{
    m_path->setObjectName(QStringLiteral("calendarPath"));
    m_path->setPlaceholderText(tr("Calendar (.ics)"));
    m_path->setAcceptDrops(false); // the dialog takes what is dropped
    auto *choose = new Button(tr("Choose"));
    choose->setObjectName(QStringLiteral("chooseCalendar"));
    choose->setKeys(QKeySequence(Qt::CTRL | Qt::Key_O));
    choose->setAutoDefault(false);
    auto *pane = new QWidget;
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gapControls);
    row->addWidget(fieldFor(tr("File"), m_path), 1);
    row->addWidget(choose, 0, Qt::AlignBottom);
    connect(choose, &Button::clicked, this, &CalendarDialog::choose);
    // What is typed is another file, once it is typed.
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_trial.setSpec({}); });
    connect(m_path, &QLineEdit::editingFinished, this, &CalendarDialog::ask);
    return pane;
}

QWidget *CalendarDialog::buildWishes()
{
    const std::pair<QWidget *, const char *> names[] = {{m_way, "calendarWay"},
                                                        {m_whose, "calendarWhose"},
                                                        {m_service, "calendarService"},
                                                        {m_with, "calendarWith"},
                                                        {m_outOfHours, "calendarOutOfHours"}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    QStringList cells;
    const auto offer = [&](Way way, const QString &words) {
        m_ways << way;
        cells << words;
    };
    if (m_choices.mayBlock) {
        offer(Way::One, tr("Blocked time of one"));
        offer(Way::Closed, tr("Days the clinic is closed"));
    }
    if (m_choices.mayBook && !m_choices.services.isEmpty())
        offer(Way::Appointments, tr("Appointments"));
    m_way->setCells(cells);
    for (const Resource &one : std::as_const(m_choices.resources))
        m_whose->addItem(one.content.name, one.id.toString());
    for (const HealthcareService &one : std::as_const(m_choices.services))
        m_service->addItem(one.content.name, one.id.toString());
    preselect(m_whose);
    preselect(m_service);
    fillWith();
    m_whoseField = fieldFor(tr("Whose time"), m_whose);
    m_serviceField = fieldFor(tr("Service"), m_service);
    m_withField = fieldFor(tr("With"), m_with);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addWidget(m_way, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout;
    row->setSpacing(gapGroups);
    for (Field *field : {m_whoseField, m_serviceField, m_withField}) {
        field->editor()->setMinimumWidth(Theme::of(this).scaled(200));
        row->addWidget(field);
    }
    m_outOfHours->setMinimumHeight(m_with->sizeHint().height()); // on one line with what is typed beside it
    m_closed->setObjectName(QStringLiteral("calendarClosed"));
    row->addWidget(m_closed);
    row->addWidget(m_outOfHours, 0, Qt::AlignBottom);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    // Nothing moves where a way asks for nothing more.
    pane->setMinimumHeight(m_way->sizeHint().height() + gapControls + m_whoseField->sizeHint().height());
    connect(m_way, &Segment::chosen, this, [this] {
        showWay();
        ask();
    });
    connect(m_service, &QComboBox::currentIndexChanged, this, &CalendarDialog::fillWith);
    for (QComboBox *box : {m_whose, m_service, m_with})
        connect(box, &QComboBox::currentIndexChanged, this, &CalendarDialog::ask);
    connect(m_outOfHours, &QCheckBox::toggled, this, &CalendarDialog::ask);
    return pane;
}

QWidget *CalendarDialog::buildResult()
{
    m_sum->setObjectName(QStringLiteral("calendarSum"));
    m_sum->setMayElide(true);
    m_table->setObjectName(QStringLiteral("calendarLines"));
    m_table->setAccessibleName(tr("Times there is something to tell of"));
    m_lines->setCounted(Counted::Times);
    dressLines(m_table, m_lines);
    const Theme &theme = Theme::of(this);
    m_table->horizontalHeader()->resizeSection(LineModel::Outcome, theme.scaled(120));
    m_table->horizontalHeader()->resizeSection(LineModel::Whom, theme.scaled(150));
    m_table->horizontalHeader()->resizeSection(LineModel::Value, theme.scaled(140));
    m_why->setObjectName(QStringLiteral("calendarWhy"));
    m_why->setWordWrap(true);
    m_why->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_why->setFixedHeight(2 * theme.size(Size::StatusChip) + 8);
    auto *work = new QWidget;
    auto *middle = new QVBoxLayout(work);
    middle->addStretch(1);
    middle->addWidget(m_work);
    middle->addStretch(1);
    auto *pages = new QWidget;
    const int high = theme.size(Size::RowDense);
    const int rows =
        std::clamp((parentWidget()->window()->height() - theme.scaled(heightBesideRows)) / high, 2, mostRows);
    pages->setFixedHeight(std::max(theme.size(Size::TableHead) + rows * high + 2, m_empty->sizeHint().height()));
    m_pages = new QStackedLayout(pages);
    for (QWidget *page : {static_cast<QWidget *>(m_empty), work, static_cast<QWidget *>(m_table)})
        m_pages->addWidget(page);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addWidget(m_sum);
    column->addWidget(pages);
    column->addWidget(m_why);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CalendarDialog::showWhy);
    return pane;
}

/// Those whom the service can be with.
void CalendarDialog::fillWith()
{
    const QSignalBlocker quiet(m_with);
    m_with->clear();
    m_with->addItem(tr("whoever is free"), QString());
    QSet<ResourceId> listed;
    for (const HealthcareService &service : std::as_const(m_choices.services)) {
        if (service.id.toString() != m_service->currentData().toString())
            continue;
        for (const ServiceNeed &need : service.content.needs) {
            for (const Resource &one : std::as_const(m_choices.resources)) {
                if (!need.anyOf.contains(one.id) || listed.contains(one.id))
                    continue;
                listed.insert(one.id);
                m_with->addItem(one.content.name, one.id.toString());
            }
        }
    }
}

CalendarDialog::Way CalendarDialog::way() const
{
    return m_ways.value(m_way->current(), Way::One);
}

/// Nothing, as long as something is missing.
std::optional<interop::CalendarSpec> CalendarDialog::spec() const
{
    interop::CalendarSpec spec;
    spec.path = m_path->text().trimmed();
    if (spec.path.isEmpty())
        return std::nullopt;
    switch (way()) {
    case Way::One:
        spec.resource = ResourceId::fromString(m_whose->currentData().toString());
        return spec.resource ? std::optional(spec) : std::nullopt;
    case Way::Closed:
        return spec;
    case Way::Appointments:
        spec.as = interop::CalendarSpec::As::Appointments;
        spec.service = HealthcareServiceId::fromString(m_service->currentData().toString());
        spec.resource = ResourceId::fromString(m_with->currentData().toString());
        spec.outOfHours = m_outOfHours->isChecked();
        return spec.service ? std::optional(spec) : std::nullopt;
    }
    Q_UNREACHABLE();
}

void CalendarDialog::choose()
{
    auto *files = new QFileDialog(this, tr("Which calendar is to be brought in?"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilter(tr("Calendars (*.ics *.ical *.ifb *.vcs)"));
    connect(files, &QFileDialog::fileSelected, this, &CalendarDialog::setPath);
    files->open();
}

void CalendarDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CalendarDialog::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction); // the file stays where it is
    event->accept();
    setPath(droppedFile(*event->mimeData()));
}

void CalendarDialog::setPath(const QString &path)
{
    m_path->setText(path);
    ask();
}

void CalendarDialog::ask()
{
    m_trial.setSpec(spec());
    if (!m_trial.spec())
        present();
}

void CalendarDialog::showWay()
{
    m_whoseField->setVisible(way() == Way::One);
    m_serviceField->setVisible(way() == Way::Appointments);
    m_withField->setVisible(way() == Way::Appointments);
    m_outOfHours->setVisible(way() == Way::Appointments);
    m_closed->setVisible(way() == Way::Closed);
}

void CalendarDialog::present()
{
    m_work->follow(m_trial.watch());
    showProblem({});
    const auto &report = m_trial.report();
    const auto &problem = m_trial.problem();
    const qint64 coming = report ? report->totals.added : 0;
    setVerb(coming > 0 ? tr("Bring in %n times", nullptr, static_cast<int>(coming)) : tr("Bring in"));
    verbButton()->setKeyCap(QStringLiteral("⏎"));
    verbButton()->setEnabled(coming > 0);
    m_lines->clear();
    if (report)
        m_lines->add(report->lines, {});
    m_table->setColumnHidden(LineModel::Header, !m_lines->saysHeaders());
    m_sum->setText(report ? totalsWords(report->totals, Counted::Times) : QString());
    if (problem) {
        const QString name = QFileInfo(m_trial.spec()->path).fileName();
        m_strip->say(problem->code == Code::Cancelled ? MessageStrip::Kind::Note : MessageStrip::Kind::Stop,
                     problem->message.contains(name)
                         ? problem->message
                         : tr("%1: %2", "name of a file, what is wrong with it").arg(name, problem->message),
                     tr("Try again"), QKeySequence(Qt::Key_F5));
    } else {
        m_strip->clear();
    }
    m_pages->setCurrentIndex(m_trial.isTrying() ? Work : m_lines->rowCount() > 0 ? Lines : Nothing);
    if (m_lines->rowCount() > 0)
        m_table->setCurrentIndex(m_lines->index(0, 0));
    showMissing();
    showWhy();
}

/// What there is to do, or why no line is there.
void CalendarDialog::showMissing()
{
    const auto &report = m_trial.report();
    if (report && report->totals.lines > 0)
        m_empty->setWords(tr("Nothing to tell"), tr("Each of these times comes in as it stands."));
    else if (report)
        m_empty->setWords(tr("The calendar is empty"), tr("No event stands in this file."));
    else if (m_trial.problem())
        m_empty->setWords(tr("Nothing to show"), tr("Choose another file with [Ctrl O], or try again with [F5]."));
    else if (m_path->text().trimmed().isEmpty())
        m_empty->setWords(tr("No file yet"), tr("Choose a calendar with [Ctrl O], drop it here, or write where it is "
                                                "and press [⏎]."));
    else if (spec())
        m_empty->setWords(tr("Another file"), tr("Press [⏎] to see what would come of it."));
    else if (way() == Way::Appointments)
        m_empty->setWords(tr("Which service?"), tr("Choose of which service the appointments are."));
    else
        m_empty->setWords(tr("Whose time is it?"), tr("Choose whose time the events block."));
}

/// The whole of a line that may be too long for its row.
void CalendarDialog::showWhy()
{
    const batch::Line *line = m_lines->lineAt(m_table->currentIndex().row());
    m_why->setText(line ? line->why : QString());
}

void CalendarDialog::submit()
{
    const auto wanted = spec();
    if (!wanted || wanted != m_trial.spec() || !m_trial.report() || m_trial.report()->totals.added == 0)
        return;
    if (!ImportRun::of(m_clinic)->start(*wanted))
        return showProblem(tr("Another import is going on."));
    emit begun();
    finish();
}

} // namespace xinglin::ui
