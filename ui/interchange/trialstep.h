#pragma once

#include "base/files.h"
#include "ui/interchange/importcourse.h"
#include "ui/interchange/linemodel.h"

#include <QWidget>

class QCheckBox;
class QStackedLayout;
class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class Button;
class ChipBar;
class Label;
class MessageStrip;
class Segment;
class WorkBar;

/// The third step: what would become of every line, before anything is written.
class TrialStep : public QWidget
{
    Q_OBJECT

public:
    /// @p files outlives the step.
    TrialStep(Clinic &clinic, ImportCourse &course, Files &files, QWidget *parent = nullptr);

    /// Goes through the file, where that was not done yet.
    void begin();
    /// Writes the lines that stay out into a table of their own.
    void saveRest(const QString &path);

signals:
    void chartWanted(xinglin::PatientId id);
    /// Whether there is something to bring in may be another.
    void changed();

private:
    QWidget *buildResult();
    QWidget *buildTables();
    void show(const QString &problem);
    void showTotals();
    void showColumns();
    void chooseRest();
    void open();

    Clinic &m_clinic;
    ImportCourse &m_course;
    Files &m_files;
    MessageStrip *m_strip;
    WorkBar *m_work;
    QWidget *m_result;
    Label *m_sum;
    ChipBar *m_chips;
    QCheckBox *m_likely;
    Segment *m_views;
    Button *m_save;
    LineModel *m_lines;
    QTableView *m_table;
    QStandardItemModel *m_columns;
    QTableView *m_columnTable;
    QStackedLayout *m_stack; ///< Nothing to tell, lines, columns.
};

} // namespace xinglin::ui
