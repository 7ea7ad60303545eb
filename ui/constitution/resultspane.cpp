#include "ui/constitution/resultspane.h"

#include "clinic/catalog/constitutions.h"
#include "ui/constitution/constitutionradar.h"
#include "ui/constitution/constitutionwords.h"
#include "ui/constitution/resultmodels.h"
#include "ui/kit/pane.h"
#include "ui/kit/radar.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/sectionmark.h"
#include "ui/kit/text.h"
#include "ui/shell/notewords.h"
#include "ui/shell/patientwords.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

namespace xinglin::ui {

namespace {

constexpr int listWidth = 264;
constexpr int radarWidth = 340;
constexpr int typeWidth = 160;
constexpr int scoreWidth = 104;
constexpr int decisionWidth = 132;
constexpr int comparisonWidth = 168;
constexpr int types = 9;

} // namespace

ResultsPane::ResultsPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new AssessmentModel(this))
    , m_scores(new ScoreModel(this))
    , m_list(new QListView)
    , m_scroll(new QScrollArea)
    , m_summary(new Label({}, TypeStyle::Title))
    , m_about(new Label({}, TypeStyle::Small, Token::Text2))
    , m_comparison(new QComboBox)
    , m_radar(new Radar(tr("Constitution")))
    , m_now(new RadarKey(false))
    , m_before(new RadarKey(true))
    , m_scale(new Label({}, TypeStyle::Caption, Token::Text2))
    , m_table(new QTableView)
    , m_advice(new QGridLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildList());
    row->addWidget(buildDetails(), 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showChosen(); });
    connect(m_comparison, &QComboBox::currentIndexChanged, this, [this] { showComparison(); });
}

QWidget *ResultsPane::buildList()
{
    m_list->setObjectName(QStringLiteral("assessments"));
    m_list->setAccessibleName(tr("Assessments"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AssessmentDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    setGround(m_list->viewport(), Token::Window);
    auto *pane = new Pane(Token::Window, Qt::RightEdge);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 1, 0);
    column->addWidget(m_list);
    pane->setFixedWidth(Theme::of(this).scaled(listWidth));
    return pane;
}

QWidget *ResultsPane::buildDetails()
{
    const Theme &theme = Theme::of(this);
    m_summary->setObjectName(QStringLiteral("constitutionSummary"));
    m_summary->setWordWrap(true);
    m_about->setObjectName(QStringLiteral("constitutionAbout"));
    m_about->setWordWrap(true);
    m_comparison->setObjectName(QStringLiteral("compareWith"));
    m_comparison->setAccessibleName(tr("Compare with"));
    m_comparison->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_comparison->setMinimumWidth(theme.scaled(comparisonWidth));
    m_radar->setObjectName(QStringLiteral("radar"));
    m_radar->setFixedWidth(theme.scaled(radarWidth));
    m_radar->setMinimumHeight(theme.scaled(280));
    m_scale->setWordWrap(true);

    m_table->setObjectName(QStringLiteral("scores"));
    m_table->setAccessibleName(tr("Scores"));
    m_table->setModel(m_scores);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    dressRows(m_table, Size::RowDense)->setPadding(12, 12);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ScoreModel::Type, QHeaderView::Stretch);
    header->resizeSection(ScoreModel::Score, theme.scaled(scoreWidth));
    header->resizeSection(ScoreModel::Before, theme.scaled(scoreWidth));
    header->resizeSection(ScoreModel::Decision, theme.scaled(decisionWidth));
    m_table->setFixedHeight(theme.size(Size::TableHead) + types * theme.size(Size::RowDense) + 2);
    setGround(m_table->viewport(), Token::Surface);

    auto *keys = new QHBoxLayout;
    keys->addWidget(m_now);
    keys->addSpacing(gapControls);
    keys->addWidget(m_before);
    keys->addStretch(1);
    auto *left = new QVBoxLayout;
    left->addLayout(keys);
    left->addWidget(m_radar, 1);
    auto *comparison = new QHBoxLayout;
    comparison->addWidget(new Label(tr("Compare with"), TypeStyle::Small, Token::Text2));
    comparison->addWidget(m_comparison);
    comparison->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addLayout(comparison);
    right->addWidget(m_table);
    right->addWidget(m_scale);
    right->addStretch(1);
    // Side by side the last column, the decision, would be cut off where the words are large.
    auto *middle = new QBoxLayout(theme.scale() > 1.1 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    middle->setSpacing(gapGroups);
    middle->addLayout(left);
    middle->addLayout(right, 1);

    m_advice->setHorizontalSpacing(12);
    m_advice->setVerticalSpacing(6);
    m_advice->setColumnStretch(1, 1);
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(pageMargin, gapGroups, pageMargin, gapGroups);
    column->setSpacing(gapControls);
    column->addWidget(m_summary);
    column->addWidget(m_about);
    column->addLayout(middle);
    column->addLayout(m_advice);
    column->addStretch(1);
    m_scroll->setObjectName(QStringLiteral("constitutionDetails"));
    m_scroll->setAccessibleName(tr("The chosen assessment"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setGround(m_scroll->viewport(), Token::Surface);
    m_scroll->setWidget(body);
    return m_scroll;
}

void ResultsPane::setAssessments(const QList<ConstitutionAssessment> &assessments, std::optional<AssessmentId> choose)
{
    if (const auto before = chosen(); before && !choose)
        choose = before->id;
    m_model->setAssessments(assessments);
    m_list->setCurrentIndex(m_model->index(qMax(0, choose ? m_model->rowOf(*choose) : 0)));
}

QList<ConstitutionAssessment> ResultsPane::assessments() const
{
    return m_model->assessments();
}

std::optional<ConstitutionAssessment> ResultsPane::chosen() const
{
    const ConstitutionAssessment *assessment = m_model->at(m_list->currentIndex().row());
    return assessment ? std::optional(*assessment) : std::nullopt;
}

std::optional<ConstitutionAssessment> ResultsPane::compared() const
{
    const int row = m_comparison->currentData().toInt();
    const ConstitutionAssessment *assessment = m_comparison->currentIndex() > 0 ? m_model->at(row) : nullptr;
    return assessment ? std::optional(*assessment) : std::nullopt;
}

void ResultsPane::showChosen()
{
    const auto assessment = chosen();
    if (!assessment)
        return;
    {
        const QSignalBlocker quiet(m_comparison);
        m_comparison->clear();
        m_comparison->addItem(tr("nothing to compare with"), -1);
        for (int row = m_list->currentIndex().row() + 1; row < m_model->rowCount(); ++row)
            m_comparison->addItem(dateText(m_model->at(row)->day), row);
        m_comparison->setCurrentIndex(m_comparison->count() > 1 ? 1 : 0);
        m_comparison->setEnabled(m_comparison->count() > 1);
    }
    m_summary->setText(summaryOf(*assessment));
    QStringList about{longDateText(assessment->day), formName(assessment->form),
                      assessment->by == AnsweredBy::Patient ? tr("answered by the patient on the screen")
                                                            : tr("asked by staff")};
    if (!assessment->recorder.isEmpty())
        about << tr("recorded by %1").arg(assessment->recorder);
    m_about->setText(about.join(QStringLiteral("·")));
    m_scale->setText(formOf(*assessment) == constitution::Form::Standard
                         ? tr("Scores from 0 to 100; 30 is a tendency, 40 is yes (ZYYXH/T 157-2009).")
                         : tr("Sums of four answers; 9 is a tendency, 11 is yes. The radar shows them from the least "
                              "to the most that can be."));
    showAdvice(*assessment);
    showComparison();
    m_scroll->verticalScrollBar()->setValue(0);
    emit chosenChanged();
}

void ResultsPane::showComparison()
{
    const auto now = chosen();
    if (!now)
        return;
    const auto before = compared();
    m_scores->setAssessments(*now, before);
    m_table->setColumnHidden(ScoreModel::Before, !before);
    m_table->setMaximumWidth(Theme::of(this).scaled(typeWidth + (before ? 2 : 1) * scoreWidth + decisionWidth));
    showOn(*m_radar, *m_now, *m_before, *now, before);
}

void ResultsPane::showAdvice(const ConstitutionAssessment &assessment)
{
    while (QLayoutItem *item = m_advice->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const constitution::Definition &definition = constitution::shipped();
    const bool chinese = chineseScreen();
    int row = 0;
    const auto add = [&](const QString &mark, const QString &words) {
        auto *text = new Label(words);
        text->setWordWrap(true);
        m_advice->addWidget(new SectionMark(mark), row, 0, Qt::AlignTop | Qt::AlignRight);
        m_advice->addWidget(text, row++, 1);
    };
    for (const QString &id : constitution::found(definition, formOf(assessment), assessment.scores)) {
        const constitution::Type *type = definition.type(id);
        if (!type)
            continue;
        auto *name = new Label(type->name.in(chinese), TypeStyle::Name);
        name->setObjectName(QStringLiteral("adviceFor"));
        name->setContentsMargins(0, gapGroups, 0, 0);
        m_advice->addWidget(name, row++, 0, 1, 2);
        add(tr("Signs"), type->features.in(chinese));
        add(tr("Diet"), type->advice.diet.in(chinese));
        add(tr("Exercise"), type->advice.exercise.in(chinese));
        add(tr("Mood"), type->advice.emotion.in(chinese));
        add(tr("Season"), type->advice.season.in(chinese));
    }
}

void ResultsPane::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ResultsPane::focusComparison()
{
    m_comparison->setFocus(Qt::ShortcutFocusReason);
}

} // namespace xinglin::ui
