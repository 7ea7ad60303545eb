#pragma once

#include "clinic/schedule/attendance.h"
#include "clinic/schedule/today.h"
#include "ui/kit/pane.h"
#include "ui/shell/who.h"

class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Facts;
class Label;
class StripView;

/// What can be done with a row of the board.
enum class TodayAct { Next, Call, Skip, Recall, Priority, NoShow, Leave, Chart };

/// The acts that a row allows, the one that Space does first.
QList<TodayAct> actsOf(const TodayRow &row, bool mayRun);
/// "Check in", "Call in", as Space does it.
QString nextStepText(const TodayRow &row);

/// The strip of the selected row: who it is, allergies and the desk's alert, how they came so far, and what can be done
/// now, each with its key.
class TodayPanel : public Pane
{
    Q_OBJECT

public:
    TodayPanel(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    /// nullptr: nobody is selected.
    void setRow(const TodayRow *row);

signals:
    void wanted(xinglin::ui::TodayAct act);

private:
    void showActs(const TodayRow &row);

    Clinic &m_clinic;
    bool m_mayRun;
    bool m_mayChart;
    std::optional<TodayRow> m_row;
    QWidget *m_body;
    Label *m_name;
    StripView *m_strip;
    Facts *m_facts;
    QList<std::pair<TodayAct, Button *>> m_buttons;
};

} // namespace xinglin::ui
