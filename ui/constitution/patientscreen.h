#pragma once

#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace xinglin::ui {

class Button;
class Label;
class Meter;
class QuestionModel;

/// The questionnaire for the patient's own eyes: one question at a time in large type, and nothing else of anybody's.
/// Digits, arrows and the mouse answer; Backspace goes back. It ends where all is answered, or by Esc; whoever shows it
/// has to see to it that staff come first then.
class PatientScreen : public QWidget
{
    Q_OBJECT

public:
    /// Begins with the first question that has no answer. @p recall what the answers are about.
    PatientScreen(QuestionModel *model, const QString &recall, QWidget *parent = nullptr);

signals:
    /// The patient is done, or somebody ended it.
    void ended();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildQuestion(const QString &recall);
    QWidget *buildThanks();
    void ask(int row);
    void answer(int value);

    QPointer<QuestionModel> m_model;
    QStackedLayout *m_stack;
    Label *m_count;
    Meter *m_bar;
    Label *m_question;
    QList<Button *> m_choices;
    Button *m_back = nullptr;
    Button *m_done = nullptr;
    int m_row = 0;
};

} // namespace xinglin::ui
