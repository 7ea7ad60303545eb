#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/record/notetemplates.h"
#include "clinic/record/phrases.h"
#include "clinic/record/visit.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QLineEdit;
class QGridLayout;
class QScrollArea;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class DayLine;
class ExamField;
class DiagnosisFields;
class GrowingTextEdit;
class Label;
class PhraseCaller;
class PulsePad;
class TonguePicker;
class VitalsLine;

/// The note of a visit, from complaint to advice in the order of a consultation. Knows neither patient nor store.
class NoteEditor : public QWidget
{
    Q_OBJECT

public:
    /// @param further sections between the formula and the advice: their marks and what stands there.
    explicit NoteEditor(std::shared_ptr<const Catalog> catalog,
                        const QList<std::pair<QString, QWidget *>> &further = {}, QWidget *parent = nullptr);
    ~NoteEditor() override;

    void setNote(const VisitNote &note);
    /// The day of the visit; nothing: today.
    void setDay(std::optional<QDate> day, QDate today);
    QLineEdit *dayEdit() const;
    /// Whether something stands in the line of the day that is no day yet.
    bool isDayHalfWritten() const;
    std::optional<QDate> day() const;
    /// Parts of the note that no field shows are kept as they were set.
    VisitNote note() const;
    /// Its diagnoses alone.
    QList<DiagnosisEntry> diagnoses() const;
    /// What was written last time: ringed and grey, to be taken over.
    void setLast(const std::optional<VisitNote> &last);
    /// Whom the questions are for: some are of one sex or age only. Whole years; none: unknown.
    void setPerson(Sex sex, std::optional<int> age);
    /// What ";" and a few letters call.
    void setPhrases(const QList<phrases::Phrase> &known);
    void setTemplates(const QList<notetemplate::Template> &known);
    /// Takes complaint and examinations of last time into what is still empty.
    void carryOver();
    /// Puts in what @p kept says where nothing stands yet, recognisable until it is written over.
    notetemplate::Filled fill(const VisitNote &kept);
    /// The first "{}" of the note is selected; false where there is none.
    bool goToPlace();
    void setReadOnly(bool readOnly);
    void setPrescription(const QString &summary);
    /// Puts something below the description of the tongue, such as its pictures.
    void addBelowTongue(QWidget *below);
    /// Marks the section an error's field names; false where no section has it.
    bool showProblem(const QString &field, const QString &sentence);
    void clearProblem();
    void focusComplaint();
    void focusDay();
    /// What still hangs unfinished in a line is taken; false where it cannot be.
    bool finishTyping();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void changed();
    void dayChanged();
    void prescriptionWanted();
    /// Words that are to be kept as a phrase of this field.
    void phraseWanted(const QString &text, const QString &field);
    void templateTaken(const xinglin::notetemplate::Template &chosen);

private:
    QList<ExamField *> exams() const;
    /// Every field of free words.
    QList<GrowingTextEdit *> texts() const;
    ExamField *addExam(const QString &mark, const QString &name, const QStringList &methods);
    GrowingTextEdit *addText(const QString &mark, const QString &name, int lines);
    void addSection(const QString &mark, QWidget *editor);
    void buildPrescription();
    void buildPhrases();
    void fieldEdited();
    void showWhole(QWidget *field);

    std::shared_ptr<const Catalog> m_catalog;
    VisitNote m_kept;
    std::optional<VisitNote> m_last;
    QList<QWidget *> m_further; ///< Sections that others have put in; shown as a whole, and as they grow.
    bool m_filling = false;
    QScrollArea *m_scroll;
    QGridLayout *m_grid;
    int m_rows = 0;
    DayLine *m_day;
    GrowingTextEdit *m_complaint;
    Label *m_problem;
    GrowingTextEdit *m_history;
    VitalsLine *m_vitals;
    ExamField *m_inspection;
    TonguePicker *m_tongue;
    QVBoxLayout *m_tongueColumn;
    ExamField *m_listening;
    ExamField *m_inquiry;
    PulsePad *m_pulse;
    ExamField *m_palpation;
    DiagnosisFields *m_diagnosis;
    Label *m_prescription;
    Button *m_prescribe;
    GrowingTextEdit *m_advice;
    QList<PhraseCaller *> m_callers;
};

} // namespace xinglin::ui
