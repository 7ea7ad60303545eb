#include "ui/constitution/patientscreen.h"

#include "ui/constitution/questionmodel.h"
#include "ui/kit/button.h"
#include "ui/kit/meter.h"
#include "ui/kit/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedLayout>

namespace xinglin::ui {

namespace {

constexpr int widest = 880;
constexpr int choiceHeight = 56;
constexpr int questionLines = 2;

/// A button with a text as large as all others here.
Button *largeButton(const QString &text, const char *name, ButtonKind kind = ButtonKind::Plain)
{
    auto *button = new Button(text, kind);
    button->setObjectName(QLatin1String(name));
    dress(button, TypeStyle::Figure, kind == ButtonKind::Primary ? Token::OnInk : Token::Text, QFont::Normal);
    button->setMinimumHeight(Theme::of(button).scaled(choiceHeight));
    return button;
}

Label *largeLabel(const QString &text, const char *name, Token color = Token::Text2)
{
    auto *label = new Label(text);
    label->setObjectName(QLatin1String(name));
    dress(label, TypeStyle::Figure, color, QFont::Normal);
    return label;
}

} // namespace

PatientScreen::PatientScreen(QuestionModel *model, const QString &recall, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_stack(new QStackedLayout(this))
    , m_count(largeLabel({}, "patientCount"))
    , m_bar(new Meter(tr("Answered")))
    , m_question(new Label({}, TypeStyle::Display))
{
    setObjectName(QStringLiteral("patientScreen"));
    setAccessibleName(tr("Questionnaire"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    m_stack->addWidget(buildQuestion(recall));
    m_stack->addWidget(buildThanks());
    ask(qMax(0, model->nextUnanswered(-1)));
}

QWidget *PatientScreen::buildQuestion(const QString &recall)
{
    const Theme &theme = Theme::of(this);
    m_bar->setObjectName(QStringLiteral("patientBar"));
    m_question->setObjectName(QStringLiteral("patientQuestion"));
    m_question->setWordWrap(true);
    m_question->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_question->setMinimumHeight(questionLines * theme.line(TypeStyle::Display));
    auto *top = new QHBoxLayout;
    Label *words = largeLabel(recall, "patientRecall");
    top->addWidget(words, 1);
    top->addWidget(m_count);
    auto *column = new QVBoxLayout;
    column->addStretch(1);
    column->addLayout(top);
    column->addWidget(m_bar);
    column->addWidget(m_question);
    for (int value = 1; value <= constitution::mostAnswer; ++value) {
        static const char *const names[] = {"choice1", "choice2", "choice3", "choice4", "choice5"};
        Button *choice = largeButton({}, names[value - 1]);
        choice->setCheckable(true);
        connect(choice, &Button::clicked, this, [this, value] { answer(value); });
        m_choices << choice;
        column->addWidget(choice);
    }
    m_back = largeButton(tr("Previous question"), "patientBack", ButtonKind::Ghost);
    connect(m_back, &Button::clicked, this, [this] { ask(m_row - 1); });
    Label *staff = largeLabel(tr("Staff: Esc"), "patientStaff", Token::Text3);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_back);
    foot->addStretch(1);
    foot->addWidget(staff);
    column->addLayout(foot);
    column->addStretch(1);
    column->setSpacing(gapControls);
    auto *body = new QWidget;
    body->setLayout(column);
    body->setMaximumWidth(theme.scaled(widest));
    auto *page = new QWidget;
    auto *middle = new QHBoxLayout(page);
    middle->addWidget(body);
    return page;
}

QWidget *PatientScreen::buildThanks()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *title = new Label(tr("Thank you. Everything is answered."), TypeStyle::Display);
    title->setObjectName(QStringLiteral("patientThanks"));
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    Label *words = largeLabel(tr("Please give the screen back to the staff."), "patientGiveBack");
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    m_done = largeButton(tr("Done"), "patientDone", ButtonKind::Primary);
    connect(m_done, &Button::clicked, this, &PatientScreen::ended);
    auto *before = largeButton(tr("Previous question"), "patientLast", ButtonKind::Ghost);
    connect(before, &Button::clicked, this, [this] { ask(m_model ? m_model->rowCount() - 1 : 0); });
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(words);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(before);
    buttons->addWidget(m_done);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(2);
    column->setSpacing(gapGroups);
    return page;
}

void PatientScreen::ask(int row)
{
    const constitution::Item *item = m_model ? m_model->itemAt(row) : nullptr;
    if (!item)
        return;
    m_row = row;
    const QModelIndex question = m_model->index(row, QuestionModel::Question);
    const QStringList words = question.data(QuestionModel::WordsRole).toStringList();
    const int answered = m_model->answerAt(row);
    m_count->setText(tr("%1 of %2", "number of the question, asked").arg(row + 1).arg(m_model->rowCount()));
    m_bar->setDone(m_model->answered(), m_model->rowCount());
    m_question->setText(question.data().toString());
    for (int i = 0; i < m_choices.size(); ++i) {
        m_choices[i]->setText(tr("%1  %2", "digit, answer").arg(i + 1).arg(words.value(i)));
        m_choices[i]->setChecked(answered == i + 1);
    }
    m_back->setEnabled(row > 0);
    m_stack->setCurrentIndex(0);
    setFocus(Qt::OtherFocusReason);
}

void PatientScreen::answer(int value)
{
    if (!m_model)
        return;
    m_model->answer(m_row, value);
    const int next = m_row + 1 < m_model->rowCount() ? m_row + 1 : m_model->nextUnanswered(m_row);
    if (next >= 0)
        return ask(next);
    m_bar->setDone(m_model->answered(), m_model->rowCount());
    m_stack->setCurrentIndex(1);
    m_done->setFocus(Qt::OtherFocusReason);
}

void PatientScreen::keyPressEvent(QKeyEvent *event)
{
    const bool asks = m_stack->currentIndex() == 0;
    const int key = event->key();
    if (key == Qt::Key_Escape)
        emit ended();
    else if (asks && key >= Qt::Key_1 && key <= Qt::Key_5)
        answer(key - Qt::Key_0);
    else if (key == Qt::Key_Backspace || (asks && key == Qt::Key_Left))
        ask(asks ? m_row - 1 : m_row);
    else if (asks && key == Qt::Key_Right && m_model && m_model->answerAt(m_row) != 0)
        ask(m_row + 1);
    else if (key == Qt::Key_Up || key == Qt::Key_Down)
        focusNextPrevChild(key == Qt::Key_Down);
    else if (auto *button = qobject_cast<Button *>(focusWidget());
             button && (key == Qt::Key_Return || key == Qt::Key_Enter))
        button->click();
    // Everything else ends here: no key leads out.
}

void PatientScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setFocus(Qt::OtherFocusReason);
}

void PatientScreen::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::of(this).color(Token::Window));
}

} // namespace xinglin::ui
