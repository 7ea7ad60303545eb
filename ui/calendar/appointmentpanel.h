#pragma once

#include "clinic/clinic.h"
#include "ui/calendar/dayview.h"
#include "ui/kit/pane.h"

class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Facts;
class KeySentence;
class Label;
class StripView;

/// Beside the calendar: the appointment that is selected and what can be done with it, or what is being moved.
class AppointmentPanel : public Pane
{
    Q_OBJECT

public:
    AppointmentPanel(Clinic &clinic, bool mayBook, bool mayReadPatients, QWidget *parent = nullptr);

    /// nullptr: nothing is selected. @p with: names of its resources.
    void showAppointment(const DayBlock *block, const QStringList &with, Instant now);
    /// Where it would come to lie; nothing: nothing is moved.
    void showMove(const std::optional<Appointment> &carried, const QString &from, const QString &to,
                  const Hindrance &hindrance);
    /// What concerns the whole day, below.
    void addFoot(QWidget *widget);

signals:
    void chartWanted();
    void moveWanted();
    void courseWanted();
    /// @p byClinic: not the patient gives it up.
    void cancelWanted(bool byClinic);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildDetails(bool mayBook, bool mayReadPatients);
    QWidget *buildMove();
    void placeFoot();

    Clinic &m_clinic;
    bool m_mayRead;
    Label *m_name = nullptr;
    StripView *m_strip = nullptr;
    Facts *m_facts = nullptr;
    QVBoxLayout *m_state = nullptr;
    Button *m_chart = nullptr;
    Button *m_move = nullptr;
    Button *m_course = nullptr;
    Button *m_byPatient = nullptr;
    Button *m_byClinic = nullptr;
    Label *m_movingWho = nullptr;
    Label *m_movingWhere = nullptr;
    Label *m_movingWhy = nullptr;
    KeySentence *m_movingKeys = nullptr;
    // Made of those above.
    QWidget *m_empty;
    QWidget *m_details;
    QWidget *m_moving;
    QWidget *m_footPart;
    QVBoxLayout *m_foot;
};

} // namespace xinglin::ui
