#pragma once

#include "clinic/draftcontent.h"

#include <QWidget>

namespace xinglin::ui {

class Button;
class Label;
class Meter;
class QuestionModel;
class QuestionTable;
class Segment;

/// A questionnaire of the constitution as staff fill it in: the form, the questions, how far it is.
class QuestionnairePane : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionnairePane(QWidget *parent = nullptr);

    /// An empty one for a patient. @p elderly proposes the short form.
    void begin(const Patient &patient, bool elderly);
    /// Goes on with one that was begun; begin() comes first.
    void put(const ConstitutionContent &content);
    /// As it stands, with the answers to both forms.
    ConstitutionContent content() const;
    /// What would be handed in: the answers to what is asked.
    ConstitutionDraft draft() const;
    /// Whether anything was answered.
    bool isBegun() const;
    /// The patient answers from here on, on the screen.
    void setAnsweredBy(AnsweredBy by) { m_by = by; }
    bool isComplete() const;
    /// Whether somebody has to choose whose last question is asked.
    bool asksForSex() const;
    /// What the answers are about, as a sentence.
    QString recall() const;

    QuestionModel *model() const { return m_model; }
    void goTo(int row);
    void focusQuestions();
    void setBusy(bool busy);

signals:
    /// Something of content() is otherwise.
    void changed();
    void saveWanted();
    void handOverWanted();
    void leaveWanted();

private:
    QWidget *buildHead();
    QWidget *buildFoot();
    std::optional<constitution::Sex> sex() const;
    void showForm();
    void showProgress();

    QuestionModel *m_model;
    QuestionTable *m_table;
    Segment *m_forms;
    Segment *m_sexes;
    Label *m_recall;
    Label *m_count;
    Meter *m_bar;
    Label *m_open;
    Button *m_save;
    PatientId m_patient{Uuid(Uuid::Bytes{})};
    std::optional<constitution::Sex> m_own; ///< The patient's own, where it is known.
    AnsweredBy m_by = AnsweredBy::Staff;
};

} // namespace xinglin::ui
