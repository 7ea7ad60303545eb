#pragma once

#include "ui/interchange/assistant.h"
#include "ui/interchange/calendardialog.h"
#include "ui/interchange/linemodel.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QStackedLayout;
class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class EmptyState;
class Label;
class MessageStrip;

/// Settings › Import: what was brought in, what became of each line, taking it back; the assistant that brings a table
/// in, and the dialog that brings a calendar in.
class ImportSection : public Page
{
    Q_OBJECT

public:
    /// @p files outlives the section.
    ImportSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, Files &files, QWidget *parent = nullptr);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;

signals:
    void chartWanted(xinglin::PatientId id);
    void patientsWanted();
    /// The name of the file whose import was interrupted; empty where none was.
    void interruptedChanged(const QString &source);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildDetails();
    void load();
    void loadChoices();
    void openCalendar();
    void show(const QList<batch::Batch> &batches);
    void showChosen();
    void moreLines();
    const batch::Batch *chosen() const;
    bool isInterrupted(const batch::Batch &batch) const;
    void showAssistant(bool shown);
    void askTakeBack(const batch::Batch &batch);
    void confirmTakeBack(const batch::Batch &batch, const QList<batch::Stays> &stays);
    void takenBack(const batch::RolledBack &done);
    void askResume(const batch::Batch &batch);
    void openChart(const QModelIndex &index);

    Clinic &m_clinic;
    ImportRun *m_run;
    ImportAssistant *m_assistant;
    QStackedLayout *m_stack = nullptr;   ///< List, assistant.
    QStackedLayout *m_batches = nullptr; ///< Nothing, or what was brought in.
    MessageStrip *m_strip;
    QStandardItemModel *m_model;
    QTableView *m_table;
    Label *m_details;
    Label *m_why; ///< Of times, the whole of what may be too long for its row: who has to be moved.
    LineModel *m_lines;
    QTableView *m_lineTable;
    EmptyState *m_none = nullptr;
    Button *m_new;
    Button *m_calendar;
    CalendarChoices m_choices;
    Button *m_goOn;
    Button *m_takeBack;
    Button *m_more;
    QList<batch::Batch> m_known;
    std::optional<batch::Batch> m_shown; ///< Whose lines are shown, as it stood then.
    QString m_interrupted;
    quint64 m_question = 0;
    quint64 m_lineQuestion = 0;
};

} // namespace xinglin::ui
