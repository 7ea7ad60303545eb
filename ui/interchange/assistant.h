#pragma once

#include "ui/interchange/importcourse.h"
#include "ui/interchange/importstep.h"

#include <QWidget>

class QStackedWidget;

namespace xinglin {
class Files;
}

namespace xinglin::ui {

class Button;
class ColumnStep;
class FileStep;
class Label;
class TrialStep;

/// Brings one table in, in four steps: file, columns, dry run, import. Whoever goes back loses nothing.
class ImportAssistant : public QWidget
{
    Q_OBJECT

public:
    /// @p files outlives the assistant.
    ImportAssistant(Clinic &clinic, std::shared_ptr<const Catalog> catalog, Files &files, QWidget *parent = nullptr);

    /// Another file, where the one before is brought in; otherwise where it was left.
    void begin();
    /// Goes on with an import that was interrupted.
    void resume(const batch::Batch &batch, const QString &path);
    /// Shows how a calendar comes in whose import was begun elsewhere.
    void followCalendar();
    /// What is shown is an import of a calendar, which has no steps before it.
    bool isCalendar() const { return m_calendar; }
    void activate();
    bool isRunning() const { return m_import->isRunning(); }
    ImportStep *importStep() const { return m_import; }

signals:
    void left();
    void chartWanted(xinglin::PatientId id);
    void patientsWanted();
    void takeBackWanted(const xinglin::batch::Batch &batch);

private:
    enum Step { File, Columns, Trial, Import, StepCount };

    QWidget *buildSteps();
    QWidget *buildFoot();
    void go(Step step);
    void next();
    void previous();
    void bringIn();
    void showRun(bool begun, bool calendar);
    void showStep();

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    ImportCourse m_course;
    QWidget *m_markPane = nullptr;
    QList<Label *> m_marks;
    QStackedWidget *m_steps;
    FileStep *m_file;
    ColumnStep *m_columns;
    TrialStep *m_trial;
    ImportStep *m_import;
    QWidget *m_foot = nullptr;
    Button *m_back;
    Button *m_next;
    bool m_resumed = false;
    bool m_calendar = false;
};

} // namespace xinglin::ui
