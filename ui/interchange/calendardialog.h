#pragma once

#include "clinic/schedule/services.h"
#include "ui/interchange/calendartrial.h"
#include "ui/interchange/linemodel.h"
#include "ui/kit/formdialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QStackedLayout;

namespace xinglin::ui {

class EmptyState;
class Field;
class Label;
class MessageStrip;
class Segment;
class WorkBar;

/// What the events of a calendar can become here, for who works here.
struct CalendarChoices
{
    QList<Resource> resources;
    QList<HealthcareService> services;
    bool mayBlock = false;
    bool mayBook = false;

    bool isAny() const { return !resources.isEmpty() && (mayBlock || (mayBook && !services.isEmpty())); }
};

/// Asks which calendar comes in and as what, and shows what would become of it before it does.
class CalendarDialog : public FormDialog
{
    Q_OBJECT

public:
    CalendarDialog(Clinic &clinic, const CalendarChoices &choices, QWidget *parent);

signals:
    /// The import goes on; the dialog closes.
    void begun();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum class Way { One, Closed, Appointments };

    QWidget *buildFile();
    QWidget *buildWishes();
    QWidget *buildResult();
    void fillWith();
    Way way() const;
    std::optional<interop::CalendarSpec> spec() const;
    void choose();
    void setPath(const QString &path);
    void ask();
    void showWay();
    void present();
    void showWhy();
    void showMissing();
    void submit();

    Clinic &m_clinic;
    CalendarChoices m_choices;
    CalendarTrial m_trial;
    QList<Way> m_ways;
    QLineEdit *m_path;
    Segment *m_way;
    QComboBox *m_whose;
    QComboBox *m_service;
    QComboBox *m_with;
    QCheckBox *m_outOfHours;
    Field *m_whoseField = nullptr;
    Field *m_serviceField = nullptr;
    Field *m_withField = nullptr;
    Label *m_closed;
    MessageStrip *m_strip;
    Label *m_sum;
    WorkBar *m_work;
    EmptyState *m_empty;
    LineModel *m_lines;
    QTableView *m_table;
    Label *m_why;
    QStackedLayout *m_pages = nullptr; ///< Nothing to show, at work, lines.
};

} // namespace xinglin::ui
