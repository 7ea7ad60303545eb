#include "ui/interchange/importsection.h"

#include "ui/interchange/importwords.h"
#include "ui/interchange/workbar.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/shell/patientwords.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>

namespace xinglin::ui {

namespace {

enum Column { When, Source, Kind, Person, Added, Known, Rejected, State, ColumnCount };

constexpr int linesAtOnce = 200;

Tone toneOf(batch::State state, bool running)
{
    switch (state) {
    case batch::State::Open:
        return running ? Tone::Azurite : Tone::Cinnabar;
    case batch::State::Closed:
        return Tone::Malachite;
    case batch::State::RolledBack:
        return Tone::Slate;
    }
    Q_UNREACHABLE();
}

struct Told
{
    QList<batch::Line> lines;
    QHash<Uuid, patient::Label> labels;
};

} // namespace

ImportSection::ImportSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, Files &files, QWidget *parent)
    : Page(QStringLiteral("settingsImport"), parent)
    , m_clinic(clinic)
    , m_run(ImportRun::of(clinic))
    , m_assistant(new ImportAssistant(clinic, std::move(catalog), files))
    , m_strip(new MessageStrip)
    , m_model(new QStandardItemModel(0, ColumnCount, this))
    , m_table(new QTableView)
    , m_details(new Label(QString(), TypeStyle::Heading))
    , m_why(new Label(QString(), TypeStyle::Body, Token::Text2))
    , m_lines(new LineModel(this))
    , m_lineTable(new QTableView)
    , m_new(new Button(tr("Bring a table in"), ButtonKind::Primary))
    , m_calendar(new Button(tr("Bring a calendar in")))
    , m_goOn(new Button(tr("Go on")))
    , m_takeBack(new Button(tr("Take back")))
    , m_more(new Button(tr("Show further lines")))
{
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(buildList());
    m_stack->addWidget(m_assistant);
    connect(m_assistant, &ImportAssistant::left, this, [this] {
        showAssistant(false);
        activate();
    });
    connect(m_assistant, &ImportAssistant::chartWanted, this, &ImportSection::chartWanted);
    connect(m_assistant, &ImportAssistant::patientsWanted, this, &ImportSection::patientsWanted);
    connect(m_assistant, &ImportAssistant::takeBackWanted, this, &ImportSection::askTakeBack);
    connect(&m_clinic, &Clinic::changed, this, [this](const store::ChangeSet &changes) {
        if (!isResting() && changes.touches("import_batch"))
            load();
        if (!isResting() && (changes.touches("resource") || changes.touches("healthcare_service")))
            loadChoices();
    });
    connect(m_run, &ImportRun::runningChanged, this, [this] {
        if (!isResting())
            load();
    });
    loadChoices();
    load(); // whoever signs in hears of an import that was interrupted
}

QWidget *ImportSection::buildList()
{
    m_strip->setObjectName(QStringLiteral("importsStrip"));
    m_new->setObjectName(QStringLiteral("newImport"));
    m_new->setKeys(QKeySequence(Qt::Key_N));
    m_new->setVisible(!m_clinic.actor().previewed);
    m_calendar->setObjectName(QStringLiteral("newCalendar"));
    m_calendar->setKeys(QKeySequence(Qt::Key_C));
    m_calendar->hide();
    m_table->setObjectName(QStringLiteral("imports"));
    m_table->setAccessibleName(tr("Imports"));
    m_model->setHorizontalHeaderLabels(
        {tr("When"), tr("File"), tr("What"), tr("Who"), tr("New"), tr("Known"), tr("Rejected"), tr("State")});
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_table, Size::RowDense)->setPadding(12, 10);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(Source, QHeaderView::Stretch);
    const Theme &theme = Theme::of(this);
    const std::pair<int, int> widths[] = {{When, 138}, {Kind, 92},     {Person, 84}, {Added, 64},
                                          {Known, 68}, {Rejected, 84}, {State, 112}};
    for (const auto &[section, width] : widths)
        header->resizeSection(section, theme.scaled(width));
    for (const int column : {Added, Known, Rejected})
        m_model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(pageMargin, 12, pageMargin, 8);
    column->setSpacing(gapControls);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("What was brought in"), TypeStyle::Title), 1);
    head->setSpacing(gapControls);
    head->addWidget(m_calendar);
    head->addWidget(m_new);
    column->addLayout(head);
    column->addWidget(m_strip);
    auto *pages = new QWidget;
    m_batches = new QStackedLayout(pages);
    m_none =
        new EmptyState(QStringLiteral("document-open"), tr("Nothing was brought in yet"),
                       tr("Press [N] to bring in patients, allergies, visits or prescriptions of another program."));
    m_batches->addWidget(m_none);
    auto *both = new QWidget;
    auto *rows = new QVBoxLayout(both);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(gapControls);
    rows->addWidget(m_table, 2);
    rows->addWidget(buildDetails(), 3);
    m_batches->addWidget(both);
    column->addWidget(pages, 1);
    connect(m_new, &Button::clicked, this, [this] {
        showAssistant(true);
        m_assistant->begin();
    });
    connect(m_calendar, &Button::clicked, this, &ImportSection::openCalendar);
    connect(m_strip, &MessageStrip::acted, this, [this] {
        if (const batch::Batch *batch = chosen(); batch && isInterrupted(*batch))
            askResume(*batch);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImportSection::showChosen);
    return pane;
}

QWidget *ImportSection::buildDetails()
{
    m_details->setObjectName(QStringLiteral("importDetails"));
    m_details->setMayElide(true);
    m_lineTable->setObjectName(QStringLiteral("importLines"));
    m_lineTable->setAccessibleName(tr("Lines there is something to tell of"));
    dressLines(m_lineTable, m_lines);
    m_more->setObjectName(QStringLiteral("moreLines"));
    m_more->setKeys(QKeySequence(Qt::Key_M));
    m_goOn->setObjectName(QStringLiteral("goOnImport"));
    m_goOn->setKeys(QKeySequence(Qt::Key_G));
    m_takeBack->setObjectName(QStringLiteral("takeBackImport"));
    m_takeBack->setKeys(QKeySequence(Qt::Key_T));
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, gapControls, ringMargin, ringMargin);
    column->setSpacing(gapControls);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapControls);
    head->addWidget(m_details, 1);
    head->addWidget(m_goOn);
    head->addWidget(m_takeBack);
    column->addLayout(head);
    column->addWidget(m_lineTable, 1);
    m_why->setObjectName(QStringLiteral("importWhy"));
    m_why->setWordWrap(true);
    m_why->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_why->setFixedHeight(2 * Theme::of(this).size(Size::StatusChip) + 8);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(gapControls);
    foot->addWidget(m_more);
    foot->addWidget(m_why, 1);
    column->addLayout(foot);
    connect(m_lineTable->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                const batch::Line *line = m_lines->lineAt(index.row());
                m_why->setText(line ? whyWords(line->why) : QString());
            });
    connect(m_more, &Button::clicked, this, &ImportSection::moreLines);
    connect(m_lineTable, &QTableView::activated, this, &ImportSection::openChart);
    connect(m_goOn, &Button::clicked, this, [this] {
        if (const batch::Batch *batch = chosen())
            askResume(*batch);
    });
    connect(m_takeBack, &Button::clicked, this, [this] {
        if (const batch::Batch *batch = chosen())
            askTakeBack(*batch);
    });
    return pane;
}

QString ImportSection::title() const
{
    return tr("Import");
}

QString ImportSection::context() const
{
    if (m_stack->currentIndex() != 1)
        return {};
    return m_assistant->isCalendar() ? tr("a calendar of another program") : tr("a table of another program");
}

QList<KeyHint> ImportSection::keyHints() const
{
    if (m_stack->currentIndex() == 1 && m_assistant->isCalendar())
        return {{QStringLiteral("L"), tr("to the list")}, {QStringLiteral("T"), tr("take back")}};
    if (m_stack->currentIndex() == 1)
        return {{QStringLiteral("Ctrl ⏎"), tr("next step")}, {QStringLiteral("Esc"), tr("back, nothing is lost")}};
    QList<KeyHint> hints{{QStringLiteral("N"), tr("bring a table in")}};
    if (m_choices.isAny())
        hints.append({QStringLiteral("C"), tr("bring a calendar in")});
    hints.append({QStringLiteral("⏎"), tr("open the chart")});
    hints.append({QStringLiteral("T"), tr("take back")});
    return hints;
}

bool ImportSection::hasUnsaved() const
{
    return m_assistant->isRunning();
}

void ImportSection::activate()
{
    if (m_stack->currentIndex() == 1)
        return m_assistant->activate();
    (m_known.isEmpty() ? static_cast<QWidget *>(m_new) : m_table)->setFocus(Qt::OtherFocusReason);
}

void ImportSection::rest(bool resting)
{
    Page::rest(resting);
    if (resting)
        return;
    load();
    loadChoices();
}

void ImportSection::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!isResting())
        load();
}

void ImportSection::showAssistant(bool shown)
{
    m_stack->setCurrentIndex(shown ? 1 : 0);
    emit headingChanged();
}

bool ImportSection::isInterrupted(const batch::Batch &batch) const
{
    return batch.state == batch::State::Open && !m_run->isRunning();
}

void ImportSection::load()
{
    const quint64 question = ++m_question;
    onDone(m_clinic.read([](const store::Snapshot &view) { return batch::list(view); }), this,
           [this, question](const Result<QList<batch::Batch>> &batches) {
               if (question != m_question)
                   return;
               if (!batches)
                   return m_strip->say(MessageStrip::Kind::Stop, batches.error().message);
               show(*batches);
           });
}

void ImportSection::show(const QList<batch::Batch> &batches)
{
    const QTimeZone zone = m_clinic.store().options().zone;
    const batch::Batch *before = chosen();
    const std::optional<BatchId> kept = before ? std::optional(before->id) : std::nullopt;
    m_known = batches;
    const QSignalBlocker quiet(m_table->selectionModel());
    m_model->removeRows(0, m_model->rowCount());
    int row = 0;
    QString interrupted;
    for (const batch::Batch &batch : batches) {
        const batch::Totals &totals = batch.totals;
        QList<QStandardItem *> cells;
        for (const QString &text :
             {dateText(civilDay(batch.opened, zone)) + u' ' + timeText(batch.opened, zone), batch.source,
              kindWords(batch.kind), batch.who, QString::number(totals.added), QString::number(totals.duplicates),
              QString::number(totals.rejected),
              batch.state == batch::State::Open && m_run->isRunning() ? tr("goes on") : stateWords(batch.state)}) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setToolTip(text);
            cells << item;
        }
        for (const int column : {Added, Known, Rejected})
            cells[column]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        cells[Source]->setData(true, RowBoldRole);
        cells[State]->setData(static_cast<int>(toneOf(batch.state, m_run->isRunning())), RowToneRole);
        if (kept == batch.id)
            row = m_model->rowCount();
        m_model->appendRow(cells);
        if (isInterrupted(batch))
            interrupted = batch.source;
    }
    m_batches->setCurrentIndex(batches.isEmpty() ? 0 : 1);
    if (!batches.isEmpty())
        m_table->setCurrentIndex(m_model->index(interrupted.isEmpty() || kept ? row : 0, 0));
    if (!interrupted.isEmpty())
        m_strip->say(MessageStrip::Kind::Caution,
                     tr("The import of \"%1\" was interrupted. Go on with it, or take it back: until then nothing of "
                        "it is to be seen.")
                         .arg(interrupted),
                     tr("Go on"));
    else if (!m_interrupted.isEmpty())
        m_strip->clear();
    if (std::exchange(m_interrupted, interrupted) != interrupted)
        emit interruptedChanged(interrupted);
    showChosen();
}

const batch::Batch *ImportSection::chosen() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_known.size() ? &m_known.at(row) : nullptr;
}

void ImportSection::showChosen()
{
    const batch::Batch *batch = chosen();
    const bool preview = m_clinic.actor().previewed.has_value();
    m_goOn->setVisible(batch && isInterrupted(*batch) && !preview);
    m_takeBack->setVisible(batch && !preview && (batch->state == batch::State::Closed || isInterrupted(*batch)));
    if (!batch)
        return;
    const Counted counted = countedIn(batch->kind);
    m_details->setText(QStringLiteral("%1: %2").arg(batch->source, totalsWords(batch->totals, counted)));
    if (m_shown == *batch)
        return;
    m_shown = *batch;
    m_lines->setCounted(counted);
    m_why->clear();
    m_why->setVisible(counted == Counted::Times);
    m_more->hide();
    moreLines();
}

void ImportSection::moreLines()
{
    if (!m_shown)
        return;
    const quint64 question = ++m_lineQuestion;
    const qint64 after = m_lines->lines().isEmpty() ? 0 : m_lines->lines().constLast().n;
    const auto told = m_clinic.read([id = m_shown->id, after](const store::Snapshot &view) -> Result<Told> {
        auto lines = batch::lines(view, id, after, linesAtOnce);
        if (!lines)
            return lines.error();
        QList<Uuid> known;
        for (const batch::Line &line : *lines) {
            if (line.known)
                known << line.known->uuid();
        }
        const auto labels = patient::labels(view, known);
        return Told{*std::move(lines), labels ? *labels : QHash<Uuid, patient::Label>()};
    });
    onDone(told, this, [this, question](const Result<Told> &found) {
        if (question != m_lineQuestion)
            return;
        if (!found)
            return m_strip->say(MessageStrip::Kind::Stop, found.error().message);
        const bool first = m_lines->rowCount() == 0;
        m_lines->add(found->lines, found->labels);
        m_lineTable->setColumnHidden(LineModel::Header, !m_lines->saysHeaders());
        if (first && m_lines->rowCount() > 0)
            m_lineTable->setCurrentIndex(m_lines->index(0, 0));
        m_more->setVisible(found->lines.size() == linesAtOnce);
    });
}

void ImportSection::openChart(const QModelIndex &index)
{
    const batch::Line *line = m_lines->lineAt(index.row());
    if (line && line->known)
        emit chartWanted(*line->known);
}

} // namespace xinglin::ui
