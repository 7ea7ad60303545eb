#pragma once

#include "clinic/chart/chart.h"
#include "ui/patient/allergyeditor.h"
#include "ui/shell/draftkeeper.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

#include <QTimeZone>

class QStackedLayout;

namespace xinglin::ui {

class Banner;
class Button;
class CarePanel;
class EventList;
class MessageStrip;
class PrescribedPane;
class Segment;
class TrendPane;
class VisitDetails;

/// Place "chart": whose chart is open, their record in the order of time, what was written about the selected thing.
class ChartPage : public Page
{
    Q_OBJECT

public:
    ChartPage(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog,
              const QList<AllergenChoice> &allergens, std::shared_ptr<access::Keys> keys = {},
              QWidget *parent = nullptr);

    /// Opens a person's chart; the look is noted.
    void openPatient(PatientId id);
    /// The same, with that visit selected.
    void openVisit(PatientId id, VisitId visit);
    /// Puts something more beside the chart; chartShown() says whose.
    void addCard(QWidget *card);
    /// The same right below the facts of the person.
    void addFirstCard(QWidget *card);
    /// What may be seen of the open one has changed.
    void reload();
    /// Puts the pictures and papers beside note and trends; chartShown() says whose they are to show.
    void addFiles(QWidget *files);
    /// Brings them to the front.
    void showFiles();

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }

signals:
    /// The chart of this person was read, again too; nobody's where none may be seen.
    void chartShown(const std::optional<xinglin::PatientId> &id);
    void visitWanted(xinglin::PatientId id);
    /// Shows or goes on with a visit.
    void visitOpened(xinglin::VisitId id);
    /// Shows a picture or paper.
    void attachmentWanted(xinglin::AttachmentId id);
    void editWanted(xinglin::PatientId id);
    /// The record as it stood before.
    void pastWanted(xinglin::PatientId id);
    /// What was changed in it.
    void changesWanted(xinglin::PatientId id);
    /// The formulas side by side.
    void formulasWanted(xinglin::PatientId id);
    /// The selected visit beside the one before; of nothing selected the latest.
    void comparisonWanted(xinglin::PatientId id, const std::optional<xinglin::VisitId> &visit);
    /// Treatments and their sessions.
    void treatmentsWanted(xinglin::PatientId id);
    /// The patient's pictures of the tongue.
    void tongueWanted(xinglin::PatientId id);
    /// A paper about a signed visit.
    void summaryWanted(xinglin::VisitId id);
    void sickNoteWanted(xinglin::VisitId id);
    void patientsWanted();
    /// Nothing but this may be seen until showingEnded(); whoever shows it owns it.
    void showingWanted(QWidget *screen);
    void showingEnded();
    /// What is hidden here is needed in an emergency.
    void emergencyWanted(xinglin::PatientId id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Chart
    {
        PatientStrip strip;
        QList<chart::Event> events;
        QList<VisitSummary> contents; ///< Of the visits that are seen first.
        std::optional<RestoredDraft> draft;
        QTimeZone zone;
    };
    QWidget *buildEmpty();
    QWidget *buildChart(const QList<AllergenChoice> &allergens);
    QWidget *buildPapers();
    void refresh();
    void load();
    void showChart(const Chart &chart);
    void showSelected();
    void hideChart();
    QWidget *buildNotes();
    QWidget *buildPrescribed();
    void showPrescribed();
    enum Middle { NotePane, TrendsPane, FilesPane };
    void showPane(int pane);
    /// Names the panes, with how many files there are.
    void namePanes();
    /// Reads what was measured, where that was not done yet, and goes on with it.
    void withTrends(const std::function<void()> &then);
    void showTrends();
    /// Signs under another's note, asked first.
    void countersign();
    void offerEmergency(const QString &why);

    Clinic &m_clinic;
    Who m_who;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PatientId> m_patient;
    QString m_name;
    QStackedLayout *m_stack;
    Banner *m_banner;
    MessageStrip *m_alert;
    MessageStrip *m_strip;
    EventList *m_record;
    VisitDetails *m_details = nullptr;
    PrescribedPane *m_prescribed = nullptr; ///< For those who may not read notes.
    Segment *m_panes = nullptr;
    QStackedLayout *m_middle = nullptr;
    TrendPane *m_trends = nullptr;
    Button *m_countersign = nullptr;
    std::optional<RevisionId> m_shownRevision;
    QWidget *m_papers = nullptr; ///< What can be printed about the visit that is shown.
    CarePanel *m_care;
    std::optional<VisitId> m_wanted; ///< To be selected once it is read.
    bool m_stale = false;
    bool m_measured = false; ///< What the trends show is this patient's as it stands.
    QTimeZone m_zone;
    quint64 m_question = 0;
    quint64 m_visitQuestion = 0;
};

} // namespace xinglin::ui
