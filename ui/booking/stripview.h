#pragma once

#include "clinic/clinic.h"
#include "clinic/schedule/attendance.h"
#include "clinic/schedule/freetimes.h"
#include "ui/shell/who.h"

#include <QWidget>

namespace xinglin::ui {

class Facts;
class Label;

/// Who it is that one books for, without a click: allergies, the desk's alert, visits, last visit, no-shows, the next
/// appointment, what is begun and not signed.
class StripView : public QWidget
{
    Q_OBJECT

public:
    explicit StripView(Clinic &clinic, QWidget *parent = nullptr);

    /// Reads them; nobody empties and hides the strip.
    void setPatient(const std::optional<PatientId> &id);

signals:
    /// What they are used to has been read.
    void habitsKnown(const xinglin::BookingHabits &habits);
    void failed(const xinglin::Error &error);

private:
    struct Told
    {
        PatientStrip strip;
        PatientAttendance attendance;
        BookingHabits habits;
    };
    void show(const Told &told);

    Clinic &m_clinic;
    QTimeZone m_zone;
    Label *m_about;
    Label *m_allergies;
    Label *m_alert;
    Facts *m_facts;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
