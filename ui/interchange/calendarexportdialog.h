#pragma once

#include "clinic/schedule/resources.h"
#include "ui/interchange/exportrun.h"
#include "ui/kit/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace xinglin::ui {

class Button;
class Field;
class Label;
class WorkBar;

/// Takes what is booked out as a calendar: which days, whose, with whose names, and where the file stands then.
class CalendarExportDialog : public FormDialog
{
    Q_OBJECT

public:
    /// @p files outlives the clinic.
    CalendarExportDialog(Clinic &clinic, const QList<Resource> &resources, Files &files, QWidget *parent);

signals:
    /// It is written, and the dialog closes.
    void written(const QString &path, qint64 events);

private:
    QWidget *buildDays();
    QWidget *buildFile();
    std::optional<interop::CalendarExportSpec> spec();
    void choose();
    void showNames();
    void submit();
    void showRunning();
    void finishRun(const Result<interop::Exported> &exported);

    Clinic &m_clinic;
    Files &m_files;
    ExportRun *m_run;
    bool m_begun = false; ///< What runs was begun here.
    QLineEdit *m_first;
    QLineEdit *m_last;
    QComboBox *m_whose;
    QCheckBox *m_names;
    QCheckBox *m_leave;
    Label *m_why;
    QLineEdit *m_path;
    Field *m_firstField = nullptr;
    Field *m_lastField = nullptr;
    Field *m_pathField = nullptr;
    Button *m_choose;
    WorkBar *m_work;
};

} // namespace xinglin::ui
