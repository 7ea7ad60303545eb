#pragma once

#include "clinic/schedule/resources.h"
#include "ui/interchange/exportrun.h"
#include "ui/shell/page.h"

class QCheckBox;
class QLineEdit;
class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class Button;
class Field;
class Label;
class MessageStrip;
class Segment;
class WorkBar;

/// Settings › Export: everything the clinic keeps as files that others can read; what will be in them, what not and
/// why, before they are written. And what is booked, as a calendar.
class ExportSection : public Page
{
    Q_OBJECT

public:
    /// @p files outlives the section.
    ExportSection(Clinic &clinic, std::shared_ptr<const Catalog> catalog, Files &files, QWidget *parent = nullptr);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildHead();
    void load();
    void loadResources();
    void exportCalendar();
    void tell(const interop::ExportOutlook &outlook);
    void addRow(const QString &what, const QString &file, int tone, const QString &state, const QString &why);
    void choose();
    void start();
    void finish(const Result<interop::Exported> &exported);
    void tellRunning();
    void warn();

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    Files &m_files;
    ExportRun *m_run;
    bool m_begunHere = false;
    MessageStrip *m_strip;
    QLineEdit *m_path;
    Field *m_pathField;
    Button *m_choose;
    Segment *m_format;
    QCheckBox *m_zip;
    Label *m_sum;
    QStandardItemModel *m_model;
    QTableView *m_table;
    WorkBar *m_work;
    Button *m_start;
    Button *m_calendar;
    QList<Resource> m_resources; ///< What can be booked; empty: there is no calendar, or it may not be seen.
    quint64 m_question = 0;
};

} // namespace xinglin::ui
