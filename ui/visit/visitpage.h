#pragma once

#include "clinic/clinic.h"
#include "clinic/prescription/consultation.h"
#include "ui/prescription/prescriptionwords.h"
#include "ui/shell/page.h"

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
class MessageStrip;
class NoteEditor;
class PaperPrinter;
class PrescriptionEditor;

/// Place "visit": a consultation being written, with its prescription: three panes of history, note and safety. F4
/// turns between note and prescription, F3 saves, Ctrl+Enter signs. Leaving saves, so that nothing is lost.
class VisitPage : public Page
{
    Q_OBJECT

public:
    VisitPage(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~VisitPage() override;

    /// Begins a new visit of today. What stood here is saved first.
    void startVisit(PatientId patient);
    /// Goes on with a visit, or shows a signed one.
    void openVisit(VisitId visit);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;

    /// Everything as it stands on the screen.
    consultation::Draft draft() const;
    bool isSigned() const { return m_signed && !m_amending; }
    PaperPrinter *printer() const { return m_printer; }

signals:
    /// The visit was signed, or left by Esc; the chart of this person is what comes next.
    void finished(xinglin::PatientId patient);
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
        std::optional<Prescription> lastPrescription;
        std::optional<consultation::Stored> stored;
        QDate today;
    };
    static Result<Opened> gather(const store::Snapshot &view, PatientId patient, std::optional<VisitId> visit);

    void build();
    QWidget *buildBanner();
    void buildPanes();
    void buildKeys();

    void load(std::optional<PatientId> patient, std::optional<VisitId> visit);
    void showOpened(const Opened &opened);
    void showStored(const consultation::Stored &stored);
    void showState();
    void showPrescription(bool prescription);
    void edited();
    void check();
    void refreshFacts();
    void answerPregnancy(std::optional<bool> pregnant);

    void save(bool quietly);
    /// Does @p then once nothing is unsaved; not at all where saving is refused.
    void afterSaving(std::function<void()> then);
    void sign();
    void savedAs(const consultation::Draft &sent, const consultation::Stored &stored, bool wasSigned);
    void refused(const Error &error);
    void amend();
    void print(bool preview);
    void leave();
    bool finishTyping();

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PatientId> m_patient;
    std::optional<VisitId> m_visit;
    std::optional<RevisionId> m_basedOn;
    std::optional<PrescriptionId> m_signedPrescription;
    QList<PrescriptionDraft> m_furtherPrescriptions; ///< Of a stored visit with several; kept as they are.
    std::optional<consultation::PatientFacts> m_facts;
    consultation::Draft m_saved; ///< What the store holds.
    QString m_reason;
    QString m_number;
    int m_ordinal = 0;
    bool m_signed = false;
    bool m_amending = false;
    bool m_busy = false; ///< A write is on its way.
    bool m_saveAgain = false;
    quint64 m_question = 0;
    std::function<void()> m_then; ///< Waits for the save on its way.

    Banner *m_banner = nullptr;
    Label *m_state = nullptr;
    Button *m_later = nullptr;
    Button *m_sign = nullptr;
    Button *m_amend = nullptr;
    Button *m_print = nullptr;
    MessageStrip *m_strip = nullptr;
    QSplitter *m_panes = nullptr;
    HistoryPane *m_history = nullptr;
    QStackedWidget *m_middle = nullptr;
    NoteEditor *m_note = nullptr;
    PrescriptionEditor *m_prescription = nullptr;
    CheckPanel *m_check = nullptr;
    CheckRunner *m_runner = nullptr;
    PaperPrinter *m_printer = nullptr;
    QWidget *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace xinglin::ui
