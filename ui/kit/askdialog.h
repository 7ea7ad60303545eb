#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace xinglin::ui {

class Button;

/// Asks one thing: the title is the question, one sentence says what happens, the buttons carry the verbs.
/// Esc is the safe answer. Show with open(); accepted() is the verb, rejected() the safe answer.
class AskDialog : public QDialog
{
    Q_OBJECT

public:
    AskDialog(const QString &question, const QString &sentence, QWidget *parent);

    /// The verb's button; a dangerous one is cinnabar and never the default.
    void setVerb(const QString &verb, bool dangerous = false);
    void setSafeAnswer(const QString &text);
    /// The verb can be pressed only once @p expected was typed, for what cannot be taken back.
    void requireTyping(const QString &label, const QString &expected);
    /// Place for more editors, between the sentence and the buttons.
    QVBoxLayout *body() const { return m_body; }
    Button *verbButton() const { return m_verb; }
    /// Shows why the verb was refused; the dialog stays.
    void showProblem(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_body;
    QLabel *m_problem;
    Button *m_safe;
    Button *m_verb;
};

} // namespace xinglin::ui
