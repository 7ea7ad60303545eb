#pragma once

#include "clinic/clinic.h"
#include "clinic/draftcontent.h"
#include "clinic/prescription/consultation.h"
#include "clinic/prescription/ownformulas.h"
#include "clinic/prescription/prices.h"
#include "clinic/record/attachment.h"
#include "clinic/record/conditions.h"
#include "clinic/record/familyhistory.h"
#include "clinic/record/notetemplates.h"
#include "clinic/record/phrases.h"
#include "ui/prescription/prescriptionwords.h"
#include "ui/shell/draftkeeper.h"
#include "ui/shell/draftstrip.h"
#include "ui/shell/page.h"

#include <QPointer>

#include <functional>

class QSplitter;
class QStackedLayout;
class QStackedWidget;

namespace xinglin::ui {

class Banner;
class Button;
class CheckPanel;
class CheckRunner;
class HistoryPane;
class Label;
class NoteEditor;
class PaperPrinter;
class PrescriptionEditor;
class TongueRow;
class TreatmentEditor;
class TreatmentPrinter;
class VisitPrinter;
class VisitReference;

/// Place "visit": a consultation being written, with its prescription: three panes of history, note and safety. F4
/// turns between note and prescription, F3 saves, Ctrl+Enter signs. Leaving saves; what was typed and not saved is kept
/// as a draft and found again, also behind a lock, which leaves everything as it stands.
class VisitPage : public Page
{
    Q_OBJECT

public:
    /// @param keys may be null: then no draft is found again.
    VisitPage(Clinic &clinic, std::shared_ptr<const Catalog> catalog, std::shared_ptr<access::Keys> keys = {},
              QWidget *parent = nullptr);
    ~VisitPage() override;

    /// Begins a new visit of today. What stood here is saved first.
    void startVisit(PatientId patient);
    /// Goes on with a visit, or shows a signed one. What was typed in it and not saved is there again.
    void openVisit(VisitId visit);

    /// Begins from a formula: in the visit of this patient that is open here and not signed, else in a new one.
    void prescribe(PatientId patient, const PrescriptionDraft &formula);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }

    /// Everything as it stands on the screen.
    consultation::Draft draft() const;
    /// How much is begun and not finished, for the page without a visit.
    void setUnfinished(int count);
    bool isSigned() const { return m_signed && !m_amending; }
    PaperPrinter *printer() const { return m_printer; }
    VisitPrinter *papers() const { return m_papers; }

signals:
    /// The visit was signed, or left by Esc; the chart of this person is what comes next.
    void finished(xinglin::PatientId patient);
    /// The list of what is unfinished is wanted.
    void unfinishedWanted();
    /// The patient's formulas side by side.
    void formulasWanted(xinglin::PatientId patient);
    /// The patient's pictures of the tongue: one of them, or another one that is to be taken at this visit.
    void tongueWanted(xinglin::PatientId patient, const std::optional<xinglin::VisitId> &visit,
                      const std::optional<xinglin::AttachmentId> &shown);
    /// A save has been committed.
    void saved(xinglin::VisitId visit);

protected:
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// All that is asked for when a visit is opened.
    struct Opened
    {
        PatientStrip strip;
        consultation::PatientFacts facts;
        QList<VisitSummary> visits;
        std::optional<VisitNote> lastNote;
        QList<Condition> problems;
        QList<FamilyHistory> family;
        QList<Prescription> lastPrescriptions;
        QList<phrases::Phrase> known;
        QList<notetemplate::Template> templates;
        QList<ownformula::Formula> formulas;
        prices::List priceList;
        QList<MedicineOrder> medicines;     ///< Ordered lately in the clinic.
        QList<MedicineOrder> lastMedicines; ///< At the visit before.
        std::optional<Treatment> lastPoints;
        bool mayTreat = false;
        std::optional<consultation::Stored> stored;
        QDate today;
        std::optional<RestoredDraft> draft;
    };
    // Opening: visitpageopen.cpp
    static Result<Opened> gather(const store::Snapshot &view, PatientId patient, std::optional<VisitId> visit);

    void build();
    QWidget *buildBanner();
    void buildPanes();
    void buildTongue();
    void askTongue(const std::optional<AttachmentId> &shown);
    void buildKeys();
    void goTo(QWidget *section);

    void load(std::optional<PatientId> patient, std::optional<VisitId> visit);
    void showOpened(const Opened &opened);
    void showStored(const consultation::Stored &stored);
    void showState();
    void showPrescription(bool prescription);
    void edited();
    void check();
    void checkMedicines();
    // Several prescriptions of one visit: visitpageprescriptions.cpp
    void buildPrescriptions();
    /// A prescription with a herb at @p index among those, as errors count them; its place in the editor.
    int placeOf(const Error &error) const;
    /// What was found in the one in front, and that something was in the others.
    void showResults();
    /// Another one than before is in front.
    void turned();
    void turnPrescription(int by);
    void addPrescription();
    /// The same finding seen from the other prescriptions it is about gets the same reason; none takes it back.
    void settleBeside(const safety::Finding &finding, const QString &reason);
    bool settlePrescriptions();
    void leadTo(const Error &error);
    QString shownNumber() const;
    void refreshFacts();
    // What is kept to write with: visitpagekept.cpp
    void refreshPhrases();
    void refreshTemplates();
    void refreshFormulas();
    void refreshPrices();
    void showTemplates(const QList<notetemplate::Template> &known);
    void takeTemplate(const notetemplate::Template &chosen);
    void keepFormula();
    void keepTemplate();
    void answerPregnancy(std::optional<bool> pregnant);

    void save(bool quietly);
    /// Does @p then once nothing is unsaved; not at all where saving is refused.
    void afterSaving(std::function<void()> then);
    void sign();
    void savedAs(const consultation::Draft &sent, const consultation::Stored &stored, bool wasSigned);
    void refused(const Error &error);
    void offerPrint(const QString &sentence);
    void amend();
    bool hasPapers() const;
    void print(bool preview);
    /// The prescriptions and the treatment sheet, one after the other, each along its own route.
    void printPapers(bool unasked);
    void printNext();
    void leave();
    bool finishTyping();

    // What is shown beside note and prescription: visitpagereference.cpp
    void buildReference();
    void showReference();
    void showHelp();
    void goToReference();
    /// False where the hand is not there.
    bool leaveReference();
    void offerWayBack();

    // Drafts: visitpagedrafts.cpp
    void buildKeeper(std::shared_ptr<access::Keys> keys);
    drafts::Place place() const;
    /// Names of the lines in which something can stand that is no value yet.
    static QStringList halfWritten();
    /// Where the hand is, with what stands half-written.
    Hand handNow() const;
    VisitContent content() const;
    std::optional<DraftKeeper::Draft> typed() const;
    void putContent(const VisitContent &content);
    void putHandBack();
    void restore(const RestoredDraft &draft);
    void offerDiscard();
    void bringBack();
    void lookAtOther();
    void comeBack();

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PatientId> m_patient;
    std::optional<VisitId> m_visit;
    QDate m_today;
    std::optional<RevisionId> m_basedOn;
    QList<Prescription> m_signedPrescriptions;    ///< In their order; to be printed.
    bool m_signedTreatments = false;              ///< There is a sheet of treatments to print.
    bool m_signedMedicines = false;               ///< There is a prescription of ready-made medicines to print.
    QList<std::function<void()>> m_papersWaiting; ///< Each goes once the one before went, whatever came of that.
    bool m_paperGoes = false;                     ///< One is on its way.
    bool m_paperRefused = false;                  ///< Of those that were sent last.
    std::optional<consultation::PatientFacts> m_facts;
    QList<PrescriptionDraft> m_checked; ///< What m_results belongs to.
    QList<safety::CheckResult> m_results;
    bool m_leadsToFinding = false; ///< As soon as what was found is known.
    consultation::Draft m_saved;   ///< What the store holds.
    QString m_reason;
    int m_ordinal = 0;
    QList<notetemplate::Template> m_templates;
    bool m_signed = false;
    bool m_amending = false;
    bool m_busy = false; ///< A write is on its way.
    bool m_saveAgain = false;
    quint64 m_question = 0;
    std::optional<PrescriptionDraft> m_toTake; ///< Formula that a visit being opened begins from.
    std::function<void()> m_then;              ///< Waits for the save on its way.

    QPointer<QWidget> m_before;       ///< Where the hand was before it went to the reference.
    bool m_drawerOpen = false;        ///< Of the help pane, in a narrow window.
    std::optional<VisitId> m_wayBack; ///< From an earlier case that is looked at.
    std::optional<VisitId> m_case;    ///< Such a case, while it is being opened.

    DraftKeeper *m_keeper = nullptr;
    std::optional<VisitContent> m_stored; ///< Beside a restored draft: what the store holds.
    std::optional<VisitContent> m_other;  ///< Of what was typed and what is stored, the one that is not shown.
    bool m_keepOther = false;             ///< The other one was typed, and neither saved nor thrown away.
    std::optional<Hand> m_hand;           ///< To be put back when the page is seen again.
    QString m_restored;                   ///< The sentence about the restored draft.

    Banner *m_banner = nullptr;
    Label *m_state = nullptr;
    Button *m_later = nullptr;
    Button *m_sign = nullptr;
    Button *m_amend = nullptr;
    Button *m_print = nullptr;
    Button *m_summary = nullptr;
    Button *m_sickNote = nullptr;
    DraftStrip *m_strip = nullptr;
    QSplitter *m_panes = nullptr;
    HistoryPane *m_history = nullptr;
    QStackedWidget *m_middle = nullptr;
    NoteEditor *m_note = nullptr;
    PrescriptionEditor *m_prescription = nullptr;
    TreatmentEditor *m_treatments = nullptr;
    CheckPanel *m_check = nullptr;
    CheckRunner *m_runner = nullptr;
    VisitReference *m_lookup = nullptr;
    PaperPrinter *m_printer = nullptr;
    TreatmentPrinter *m_sheets = nullptr;
    VisitPrinter *m_papers = nullptr;
    QWidget *m_empty = nullptr;
    Button *m_unfinished = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace xinglin::ui
