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
    void resume(BatchId id, const QString &path);
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
    void showStep();

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    ImportCourse m_course;
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
};

} // namespace xinglin::ui
