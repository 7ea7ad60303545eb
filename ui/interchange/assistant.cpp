#include "ui/interchange/assistant.h"

#include "ui/interchange/columnstep.h"
#include "ui/interchange/filestep.h"
#include "ui/interchange/importwords.h"
#include "ui/interchange/trialstep.h"
#include "ui/interchange/workbar.h"
#include "ui/kit/button.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace xinglin::ui {

ImportAssistant::ImportAssistant(Clinic &clinic, std::shared_ptr<const Catalog> catalog, Files &files, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_catalog(catalog)
    , m_course(clinic, std::move(catalog))
    , m_steps(new QStackedWidget)
    , m_file(new FileStep(m_course))
    , m_columns(new ColumnStep(m_course))
    , m_trial(new TrialStep(clinic, m_course, files))
    , m_import(new ImportStep(clinic))
    , m_back(new Button(tr("Back"), ButtonKind::Ghost))
    , m_next(new Button(tr("Next"), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("importAssistant"));
    for (QWidget *step : std::initializer_list<QWidget *>{m_file, m_columns, m_trial, m_import})
        m_steps->addWidget(step);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin - ringMargin, 12, pageMargin - ringMargin, 8);
    column->setSpacing(12);
    m_markPane = buildSteps();
    column->addWidget(m_markPane);
    column->addWidget(m_steps, 1);
    column->addWidget(buildFoot());
    connect(&m_course, &ImportCourse::lookedAt, this, &ImportAssistant::showStep);
    connect(&m_course, &ImportCourse::triedOut, this, &ImportAssistant::showStep);
    connect(m_columns, &ColumnStep::changed, this, &ImportAssistant::showStep);
    connect(m_trial, &TrialStep::chartWanted, this, &ImportAssistant::chartWanted);
    connect(m_import, &ImportStep::patientsWanted, this, &ImportAssistant::patientsWanted);
    connect(m_import, &ImportStep::listWanted, this, &ImportAssistant::left);
    connect(m_import, &ImportStep::takeBackWanted, this, [this] {
        if (m_import->batch())
            emit takeBackWanted(*m_import->batch());
    });
    connect(m_import, &ImportStep::ended, this, [this] {
        if (m_import->batch() && !m_resumed && !m_calendar)
            m_course.keepMapping();
        showStep();
    });
    go(File);
}

QWidget *ImportAssistant::buildSteps()
{
    auto *pane = new QWidget;
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(ringMargin, ringMargin, ringMargin, ringMargin);
    row->setSpacing(gapGroups);
    const QStringList names{tr("File"), tr("Columns"), tr("Dry run"), tr("Import")};
    for (int i = 0; i < names.size(); ++i) {
        auto *mark = new Label(tr("%1 %2", "number and name of a step").arg(i + 1).arg(names[i]), TypeStyle::Title,
                               Token::Text2);
        mark->setObjectName(QStringLiteral("importStep%1").arg(i + 1));
        m_marks << mark;
        row->addWidget(mark);
    }
    row->addStretch(1);
    return pane;
}

QWidget *ImportAssistant::buildFoot()
{
    m_back->setObjectName(QStringLiteral("importBack"));
    m_next->setObjectName(QStringLiteral("importNext"));
    m_foot = new QWidget;
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(ringMargin, ringMargin, ringMargin, ringMargin);
    row->setSpacing(gapControls);
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_next);
    connect(m_back, &Button::clicked, this, &ImportAssistant::previous);
    connect(m_next, &Button::clicked, this, &ImportAssistant::next);
    return m_foot;
}

void ImportAssistant::begin()
{
    const auto step = static_cast<Step>(m_steps->currentIndex());
    if (step == Import && !m_import->isRunning()) {
        if (!m_calendar && (m_import->batch() || m_resumed))
            m_course.clear();
        m_import->clear();
        m_resumed = false;
        m_calendar = false;
        return go(m_course.looked() ? Trial : File);
    }
    activate();
}

void ImportAssistant::resume(const batch::Batch &batch, const QString &path)
{
    if (m_import->isRunning())
        return;
    m_resumed = true;
    showRun(ImportRun::of(m_clinic)->resume(batch, path, m_catalog), countedIn(batch.kind) == Counted::Times);
}

void ImportAssistant::followCalendar()
{
    m_resumed = false;
    showRun(true, true);
}

void ImportAssistant::showRun(bool begun, bool calendar)
{
    m_calendar = calendar;
    go(Import);
    m_import->follow(begun, m_resumed);
    showStep();
}

void ImportAssistant::activate()
{
    switch (static_cast<Step>(m_steps->currentIndex())) {
    case File:
        return m_file->begin();
    case Columns:
        return m_columns->begin();
    case Trial:
        return m_trial->begin();
    case Import:
        return m_import->activate();
    case StepCount:
        break;
    }
}

void ImportAssistant::go(Step step)
{
    m_steps->setCurrentIndex(step);
    showStep();
    if (isVisible() && step != Import)
        activate();
}

void ImportAssistant::showStep()
{
    const auto step = static_cast<Step>(m_steps->currentIndex());
    for (int i = 0; i < m_marks.size(); ++i)
        dress(m_marks[i], i == step ? TypeStyle::Title : TypeStyle::Body, i == step ? Token::Text : Token::Text2);
    m_markPane->setVisible(step != Import || !m_calendar);
    m_foot->setVisible(step != Import);
    // While a dry run goes on, Esc stops it and nothing else.
    m_back->setEnabled(!(step == Trial && m_course.isTrying()));
    m_back->setText(step == File ? tr("To the list") : tr("Back"));
    m_next->setBusy(m_course.isLooking());
    bool ready = m_course.looked().has_value();
    QString words = tr("Next");
    if (step == File) {
        words = tr("Next: columns");
    } else if (step == Columns) {
        ready = ready && m_columns->missing().isEmpty();
        words = tr("Next: dry run");
    } else if (step == Trial) {
        const auto &tried = m_course.tried();
        ready = ready && tried && !m_course.isTrying() && tried->report.totals.added > 0;
        words = ready ? tr("Bring %n in", nullptr, static_cast<int>(tried->report.totals.added)) : tr("Bring in");
    }
    m_next->setEnabled(ready);
    m_next->setText(words);
    m_back->setKeys(QKeySequence(Qt::Key_Escape)); // a new text takes the keys away
    m_next->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
}

void ImportAssistant::next()
{
    const auto step = static_cast<Step>(m_steps->currentIndex());
    if (step == Trial)
        return bringIn();
    go(static_cast<Step>(step + 1));
}

void ImportAssistant::previous()
{
    const auto step = static_cast<Step>(m_steps->currentIndex());
    if (step == File)
        emit left();
    else
        go(static_cast<Step>(step - 1));
}

void ImportAssistant::bringIn()
{
    m_resumed = false;
    showRun(ImportRun::of(m_clinic)->start(m_course.looked()->spec, m_catalog), false);
}

} // namespace xinglin::ui
