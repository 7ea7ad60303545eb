#pragma once

#include "clinic/record/constitution.h"
#include "ui/shell/draftkeeper.h"
#include "ui/shell/draftstrip.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

#include <QPointer>

class QStackedLayout;

namespace xinglin::ui {

class Banner;
class Button;
class QuestionnairePane;
class ResultsPane;
class SheetsPrinter;

/// The constitution of one patient: a questionnaire, by staff or for the patient's own eyes, and what assessments came
/// to. What is answered and not saved is kept as a draft and found again.
class ConstitutionPage : public Page
{
    Q_OBJECT

public:
    /// @param keys may be null: then no draft is found again.
    ConstitutionPage(Clinic &clinic, const Who &who, std::shared_ptr<access::Keys> keys = {},
                     QWidget *parent = nullptr);
    ~ConstitutionPage() override;

    /// Shows what is known; goes on with what was begun; begins where nothing is known.
    void openPatient(PatientId id);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }

    SheetsPrinter *printer() const { return m_printer; }

signals:
    /// The chart of this person is what comes next.
    void left(xinglin::PatientId id);
    void saved(xinglin::AssessmentId id);
    /// Nothing but this may be seen until lockWanted(); whoever shows it owns it.
    void handOverWanted(QWidget *screen);
    void lockWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Stage { Results, Questions, Nothing };
    struct Opened
    {
        PatientStrip strip;
        QList<ConstitutionAssessment> assessments;
        std::optional<RestoredDraft> draft;
    };

    void buildActions();
    void buildKeeper(std::shared_ptr<access::Keys> keys);
    void load();
    void showOpened(const Opened &opened);
    void setStage(Stage stage);
    void begin();
    void save();
    void stored(const Result<ConstitutionAssessment> &assessment);
    void handOver();
    void leave();
    void askWhyWrong();
    void print(bool preview);
    void refresh();

    drafts::Place place() const;
    std::optional<DraftKeeper::Draft> typed() const;
    void restore(const RestoredDraft &draft);
    DraftStrip::Act discard();
    void refuse(const Error &error);

    Clinic &m_clinic;
    Who m_who;
    Banner *m_banner;
    DraftStrip *m_strip;
    QStackedLayout *m_stack;
    ResultsPane *m_results;
    QuestionnairePane *m_questions;
    QList<Button *> m_actions; ///< Of the results.
    SheetsPrinter *m_printer;
    DraftKeeper *m_keeper = nullptr;
    std::optional<PatientId> m_patient;
    Patient m_person;
    bool m_opening = false; ///< The first answer for a patient decides what is shown.
    bool m_saving = false;
    bool m_stale = false;
    bool m_handed = false; ///< The patient has it.
    quint64 m_question = 0;
};

} // namespace xinglin::ui
