#include "ui/constitution/questionnairepane.h"

#include "clinic/catalog/constitutions.h"
#include "ui/constitution/constitutionwords.h"
#include "ui/constitution/questionmodel.h"
#include "ui/constitution/questiontable.h"
#include "ui/kit/button.h"
#include "ui/kit/meter.h"
#include "ui/kit/pane.h"
#include "ui/kit/segment.h"
#include "ui/kit/text.h"
#include "ui/shell/notewords.h"

#include <QHBoxLayout>

namespace xinglin::ui {

namespace {

using constitution::Form;

enum SexChoice { NotChosen, AsWoman, AsMan };
constexpr qsizetype mostNumbers = 12;
constexpr int barWidth = 160;

} // namespace

QuestionnairePane::QuestionnairePane(QWidget *parent)
    : QWidget(parent)
    , m_model(new QuestionModel(this))
    , m_table(new QuestionTable(m_model))
    , m_forms(new Segment(tr("Form")))
    , m_sexes(new Segment(tr("Whose last question is asked")))
    , m_recall(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_count(new Label(QString(), TypeStyle::Body))
    , m_bar(new Meter(tr("Answered")))
    , m_open(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_save(new Button(tr("Score and save"), ButtonKind::Primary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_table, 1);
    column->addWidget(buildFoot());
    connect(m_model, &QuestionModel::answerChanged, this, [this] {
        showProgress();
        emit changed();
    });
    connect(m_table, &QuestionTable::rowChanged, this, &QuestionnairePane::changed);
}

QWidget *QuestionnairePane::buildHead()
{
    m_forms->setObjectName(QStringLiteral("constitutionForm"));
    m_forms->setCells({formName(Form::Standard), formName(Form::Elderly)});
    connect(m_forms, &Segment::chosen, this, [this] {
        showForm();
        emit changed();
    });
    m_sexes->setObjectName(QStringLiteral("constitutionSex"));
    m_sexes->setCells({tr("Not chosen", "whose last question is asked"), tr("Ask as a woman"), tr("Ask as a man")});
    connect(m_sexes, &Segment::chosen, this, [this] {
        showForm();
        emit changed();
    });
    m_recall->setObjectName(QStringLiteral("recall"));
    m_recall->setMayElide(true);
    m_count->setObjectName(QStringLiteral("answeredCount"));
    m_bar->setObjectName(QStringLiteral("answeredBar"));
    m_bar->setFixedWidth(Theme::of(this).scaled(barWidth));
    auto *head = new Pane(Token::Window, Qt::BottomEdge);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(pageMargin, gapControls, pageMargin, gapControls);
    row->setSpacing(gapGroups);
    row->addWidget(m_forms);
    row->addWidget(m_sexes);
    row->addWidget(m_recall, 1);
    row->addWidget(m_count);
    row->addWidget(m_bar);
    return head;
}

QWidget *QuestionnairePane::buildFoot()
{
    m_open->setObjectName(QStringLiteral("openQuestions"));
    m_open->setMayElide(true);
    auto *back = new Button(tr("Back"));
    back->setObjectName(QStringLiteral("leaveQuestionnaire"));
    back->setKeyCap(QStringLiteral("Esc"));
    connect(back, &Button::clicked, this, &QuestionnairePane::leaveWanted);
    auto *show = new Button(tr("Show to the patient"));
    show->setObjectName(QStringLiteral("showToPatient"));
    show->setKeys(QKeySequence(Qt::Key_F11));
    connect(show, &Button::clicked, this, &QuestionnairePane::handOverWanted);
    m_save->setObjectName(QStringLiteral("saveConstitution"));
    m_save->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_save, &Button::clicked, this, &QuestionnairePane::saveWanted);
    auto *foot = new Pane(Token::Window, Qt::TopEdge);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(pageMargin, gapControls, pageMargin, gapControls);
    row->setSpacing(gapControls);
    row->addWidget(m_open, 1);
    for (Button *button : {back, show, m_save})
        row->addWidget(button);
    return foot;
}

void QuestionnairePane::begin(const Patient &patient, bool elderly)
{
    m_patient = patient.id;
    m_by = AnsweredBy::Staff;
    m_own = constitution::sexFrom(toText(patient.sex));
    m_sexes->setCurrent(NotChosen);
    m_model->setAnswers({});
    m_forms->setCurrent(int(elderly ? Form::Elderly : Form::Standard));
    showForm();
    m_table->goTo(0);
}

void QuestionnairePane::put(const ConstitutionContent &content)
{
    const ConstitutionDraft &draft = content.draft;
    m_by = draft.by;
    m_sexes->setCurrent(!draft.sex ? NotChosen : *draft.sex == constitution::Sex::Female ? AsWoman : AsMan);
    m_model->setAnswers(draft.answers);
    m_forms->setCurrent(int(draft.form));
    showForm();
    m_table->goTo(m_model->rowOf(content.item));
}

ConstitutionContent QuestionnairePane::content() const
{
    ConstitutionContent content{draft(), {}};
    content.draft.answers = m_model->answers();
    if (const constitution::Item *item = m_model->itemAt(m_table->row()))
        content.item = item->id;
    return content;
}

ConstitutionDraft QuestionnairePane::draft() const
{
    ConstitutionDraft draft;
    draft.patient = m_patient;
    draft.form = Form(m_forms->current());
    draft.sex = sex();
    draft.by = m_by;
    draft.answers = m_model->given();
    return draft;
}

bool QuestionnairePane::isBegun() const
{
    return !m_model->answers().isEmpty();
}

bool QuestionnairePane::isComplete() const
{
    return m_model->unanswered().isEmpty() && !asksForSex();
}

bool QuestionnairePane::asksForSex() const
{
    return !sex() && constitution::shipped().of(Form(m_forms->current())).asksBySex();
}

QString QuestionnairePane::recall() const
{
    return m_recall->text();
}

std::optional<constitution::Sex> QuestionnairePane::sex() const
{
    if (m_own)
        return m_own;
    switch (m_sexes->current()) {
    case AsWoman:
        return constitution::Sex::Female;
    case AsMan:
        return constitution::Sex::Male;
    default:
        return std::nullopt;
    }
}

void QuestionnairePane::showForm()
{
    const constitution::Questionnaire &form = constitution::shipped().of(Form(m_forms->current()));
    const constitution::Item *before = m_model->itemAt(m_table->row());
    const QString item = before ? before->id : QString();
    m_sexes->setVisible(!m_own && form.asksBySex());
    m_recall->setText(form.recall.in(chineseScreen()));
    m_model->setForm(form, sex());
    m_table->goTo(m_model->rowOf(item));
    showProgress();
}

void QuestionnairePane::showProgress()
{
    const QList<int> open = m_model->unanswered();
    const int all = m_model->rowCount();
    const int done = all - static_cast<int>(open.size());
    m_count->setText(tr("%1 of %2", "answered, asked").arg(done).arg(all));
    m_bar->setDone(done, all);
    if (!open.isEmpty()) {
        QStringList numbers;
        for (const int row : open.mid(0, mostNumbers))
            numbers << QString::number(row + 1);
        if (open.size() > mostNumbers)
            numbers << QStringLiteral("…");
        m_open->setText(tr("Not answered: %1").arg(numbers.join(tr(", ", "between numbers of questions"))));
    } else {
        m_open->setText(isComplete() ? tr("All answered.") : tr("Choose whose last question is asked."));
    }
}

void QuestionnairePane::goTo(int row)
{
    m_table->goTo(row);
    focusQuestions();
}

void QuestionnairePane::focusQuestions()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void QuestionnairePane::setBusy(bool busy)
{
    m_save->setBusy(busy);
    m_table->setEnabled(!busy);
    m_forms->setEnabled(!busy);
    m_sexes->setEnabled(!busy);
}

} // namespace xinglin::ui
