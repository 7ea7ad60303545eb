#include "ui/interchange/trialstep.h"

#include "interop/tablewriter.h"
#include "ui/interchange/importwords.h"
#include "ui/interchange/workbar.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/shell/aside.h"
#include "ui/shell/patientwords.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTableView>

namespace xinglin::ui {

namespace {

using Outcome = batch::Line::Outcome;
using Shown = LineModel::Shown;

const QString allId = QStringLiteral("all");
const QString addedId = QStringLiteral("added");
const QString knownId = QStringLiteral("known");
const QString rejectedId = QStringLiteral("rejected");

bool staysOut(const batch::Line &line)
{
    return line.outcome == Outcome::Duplicate || line.outcome == Outcome::Rejected;
}

QString examplesOf(const interop::ColumnTold &told)
{
    QStringList examples;
    for (const auto &[before, after] : told.examples) {
        const auto sex = told.target == interop::Target::Sex ? sexFrom(after) : std::nullopt;
        examples << QStringLiteral("%1 → %2").arg(before.simplified(), sex ? sexName(*sex) : after);
    }
    return examples.join(QStringLiteral("   "));
}

} // namespace

TrialStep::TrialStep(Clinic &clinic, ImportCourse &course, Files &files, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_course(course)
    , m_files(files)
    , m_strip(new MessageStrip)
    , m_work(new WorkBar(QStringLiteral("dryRun")))
    , m_sum(new Label(QString(), TypeStyle::Heading))
    , m_chips(new ChipBar(tr("Which lines are shown")))
    , m_likely(new QCheckBox(tr("Bring in those too who are only likely known")))
    , m_views(new Segment(tr("What is shown of the dry run")))
    , m_save(new Button(tr("Save the lines that stay out")))
    , m_lines(new LineModel(this))
    , m_table(new QTableView)
    , m_columns(new QStandardItemModel(this))
    , m_columnTable(new QTableView)
    , m_stack(nullptr)
{
    m_strip->setObjectName(QStringLiteral("dryRunStrip"));
    m_result = buildResult();
    auto *told = new QHBoxLayout;
    told->setContentsMargins(ringMargin, 0, ringMargin, 0); // the panes below have that room of their own
    told->addWidget(m_strip);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapControls);
    column->addLayout(told);
    column->addWidget(m_work);
    column->addWidget(m_result, 1);
    column->addStretch(0);
    connect(m_work, &WorkBar::cancelled, &m_course, &ImportCourse::stopTrying);
    connect(&m_course, &ImportCourse::triedOut, this, &TrialStep::show);
    connect(m_chips, &ChipBar::changed, this, [this](const QStringList &chosen) {
        const QString id = chosen.value(0);
        m_lines->show(id == addedId      ? Shown::Added
                      : id == knownId    ? Shown::Duplicates
                      : id == rejectedId ? Shown::Rejected
                                         : Shown::All);
        m_views->setCurrent(0);
        showTotals();
    });
    connect(m_likely, &QCheckBox::toggled, &m_course, &ImportCourse::setTakeLikely);
    connect(m_views, &Segment::chosen, this, &TrialStep::showTotals);
    connect(m_save, &Button::clicked, this, &TrialStep::chooseRest);
    connect(m_table, &QTableView::activated, this, &TrialStep::open);
    m_result->hide();
}

QWidget *TrialStep::buildResult()
{
    m_sum->setObjectName(QStringLiteral("dryRunSum"));
    m_chips->setObjectName(QStringLiteral("dryRunFilter"));
    m_chips->setMultiple(false);
    m_likely->setObjectName(QStringLiteral("takeLikely"));
    m_views->setObjectName(QStringLiteral("dryRunViews"));
    m_views->setCells({tr("Line by line"), tr("Column by column")});
    m_save->setObjectName(QStringLiteral("saveRest"));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_S));
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(ringMargin, ringMargin, ringMargin, ringMargin);
    column->setSpacing(gapControls);
    auto *head = new QHBoxLayout;
    head->setSpacing(gapControls);
    head->addWidget(m_sum, 1);
    head->addWidget(m_views);
    column->addLayout(head);
    column->addWidget(m_chips);
    column->addWidget(buildTables(), 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(gapControls);
    foot->addWidget(m_likely);
    foot->addStretch(1);
    foot->addWidget(m_save);
    column->addLayout(foot);
    return pane;
}

QWidget *TrialStep::buildTables()
{
    m_table->setObjectName(QStringLiteral("dryRunLines"));
    m_table->setAccessibleName(tr("Lines there is something to tell of"));
    dressLines(m_table, m_lines);
    m_columnTable->setObjectName(QStringLiteral("dryRunColumns"));
    m_columnTable->setAccessibleName(tr("Columns of the file"));
    m_columnTable->setModel(m_columns);
    m_columnTable->setSelectionMode(QAbstractItemView::SingleSelection);
    dressRows(m_columnTable, Size::RowDense)->setPadding(12, 10);
    m_columnTable->horizontalHeader()->setSectionsClickable(false);
    auto *pages = new QWidget;
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(new EmptyState(QStringLiteral("checkmark"), tr("Nothing to tell"),
                                      tr("Each of these lines comes in as it stands.")));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_columnTable);
    return pages;
}

void TrialStep::begin()
{
    m_strip->clear();
    m_course.tryOut();
    if (m_course.isTrying())
        return;
    if (m_course.tried())
        show({});
}

void TrialStep::show(const QString &problem)
{
    m_work->follow(m_course.watch());
    const auto &tried = m_course.tried();
    m_result->setVisible(tried && !m_course.isTrying());
    if (!problem.isEmpty())
        m_strip->say(MessageStrip::Kind::Stop, problem, tr("Try again"), QKeySequence(Qt::Key_F5));
    disconnect(m_strip, &MessageStrip::acted, this, nullptr);
    connect(m_strip, &MessageStrip::acted, this, &TrialStep::begin);
    emit changed();
    if (!tried || m_course.isTrying())
        return;
    m_lines->clear();
    m_lines->add(tried->report.lines, tried->labels);
    const bool patients = m_course.kind() == interop::ImportKind::Patients;
    const bool likely = std::any_of(tried->report.lines.cbegin(), tried->report.lines.cend(),
                                    [](const batch::Line &line) { return line.why == u"known.likely"; });
    const QSignalBlocker quiet(m_likely);
    m_likely->setChecked(m_course.looked()->spec.takeLikely);
    m_likely->setVisible(patients && (likely || m_course.looked()->spec.takeLikely));
    const batch::Totals &totals = tried->report.totals;
    m_save->setEnabled(totals.duplicates + totals.rejected > 0);
    const QString chosen = m_chips->selected().value(0, allId);
    m_chips->setChips(
        {{allId, tr("%n lines", nullptr, static_cast<int>(totals.lines)), QStringLiteral("a")},
         {addedId, tr("%n new", nullptr, static_cast<int>(totals.added)), QStringLiteral("n")},
         {knownId, tr("%n known already", nullptr, static_cast<int>(totals.duplicates)), QStringLiteral("k")},
         {rejectedId, tr("%n rejected", nullptr, static_cast<int>(totals.rejected)), QStringLiteral("r")}});
    m_chips->setSelected({chosen});
    if (tried->report.untold > 0)
        m_strip->say(MessageStrip::Kind::Note, tr("There is more to tell of %n lines than is shown here.", nullptr,
                                                  static_cast<int>(tried->report.untold)));
    showColumns();
    showTotals();
    m_chips->setFocus(Qt::OtherFocusReason);
}

void TrialStep::showTotals()
{
    const auto &tried = m_course.tried();
    if (!tried)
        return;
    m_sum->setText(totalsWords(tried->report.totals));
    m_stack->setCurrentIndex(m_views->current() == 1 ? 2 : m_lines->rowCount() > 0 ? 1 : 0);
    if (!m_table->currentIndex().isValid() && m_lines->rowCount() > 0)
        m_table->setCurrentIndex(m_lines->index(0, 0));
}

void TrialStep::showColumns()
{
    m_columns->clear();
    m_columns->setHorizontalHeaderLabels(
        {tr("Column of the file"), tr("is"), tr("Filled"), tr("Left out"), tr("Read as")});
    for (const interop::ColumnTold &told : m_course.tried()->report.columns) {
        QList<QStandardItem *> row;
        for (const QString &text : {told.column, targetWords(told.target), QString::number(told.filled),
                                    QString::number(told.aside), examplesOf(told)}) {
            auto *item = new QStandardItem(text);
            item->setEditable(false);
            item->setToolTip(text);
            row << item;
        }
        row[2]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row[3]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (told.aside > 0)
            row[3]->setData(static_cast<int>(Token::GambogeText), RowColorRole);
        m_columns->appendRow(row);
    }
    const int widths[] = {160, 180, 80, 88};
    for (int i = 0; i < static_cast<int>(std::size(widths)); ++i)
        m_columnTable->setColumnWidth(i, Theme::of(this).scaled(widths[i]));
}

void TrialStep::open()
{
    const batch::Line *line = m_lines->lineAt(m_table->currentIndex().row());
    if (line && line->known)
        emit chartWanted(*line->known);
}

void TrialStep::chooseRest()
{
    auto *dialog = new QFileDialog(this, tr("Save the lines that stay out"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(tr("%1, what stays out", "name of a file").arg(QFileInfo(m_course.path()).completeBaseName()) +
                       QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &TrialStep::saveRest);
    dialog->open();
}

void TrialStep::saveRest(const QString &path)
{
    interop::TableHead head{m_course.looked()->header, {}, {}};
    const qsizetype columns = head.names.size();
    head.names << tr("Line") << tr("Why");
    QList<QList<interop::Cell>> rows;
    for (const batch::Line &line : m_course.tried()->report.lines) {
        if (!staysOut(line))
            continue;
        QList<interop::Cell> row;
        for (const auto &cell : QJsonDocument::fromJson(line.value.toUtf8()).array())
            row << interop::textCell(cell.toString());
        row.resize(std::max(columns, row.size()));
        row << interop::textCell(QString::number(line.line)) << interop::textCell(whyWords(line.why));
        rows << row;
    }
    const auto saved = aside([files = &m_files, path, head, rows]() -> Result<Done> {
        const auto writer = interop::csvWriter(*files, path, head);
        if (!writer)
            return writer.error();
        for (const auto &row : rows) {
            if (const auto written = (*writer)->write(row); !written)
                return written;
        }
        return (*writer)->finish();
    });
    onDone(saved, this, [this, path, count = rows.size()](const Result<Done> &done) {
        if (done)
            m_strip->say(MessageStrip::Kind::Done,
                         tr("%n lines saved as %1.", nullptr, static_cast<int>(count)).arg(path));
        else
            m_strip->say(MessageStrip::Kind::Stop, done.error().message);
    });
}

} // namespace xinglin::ui
