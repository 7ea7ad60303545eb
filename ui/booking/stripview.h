#pragma once

#include "clinic/clinic.h"
#include "clinic/schedule/attendance.h"
#include "clinic/schedule/freetimes.h"
#include "ui/shell/who.h"

#include <QWidget>

class QTimer;

namespace xinglin::ui {

class Facts;
class Label;

/// Who it is that one books for or looks at, without a click: allergies, the desk's alert, visits, last visit,
/// no-shows, the next appointment, what is begun and not signed.
class StripView : public QWidget
{
    Q_OBJECT

public:
    /// Somebody who was chosen is opened, and that is noted; whom the hand passes by in a list is read once it rests,
    /// with the telephone masked.
    enum class Way { Chosen, Passing };

    StripView(Clinic &clinic, Way way, QWidget *parent = nullptr);

    /// Reads them; nobody empties and hides the strip, and so does another until they are read.
    void setPatient(const std::optional<PatientId> &id);

signals:
    /// What somebody who was chosen is used to has been read.
    void habitsKnown(const xinglin::BookingHabits &habits);
    void failed(const xinglin::Error &error);

private:
    struct Told
    {
        Patient patient;
        QList<Allergy> allergies;
        std::optional<int> visits; ///< Nothing: the reader may not know.
        std::optional<PatientAttendance> attendance;
        std::optional<BookingHabits> habits;
    };
    static Result<Told> open(const store::Snapshot &view, PatientId id);
    static Result<Told> glance(const store::Snapshot &view, PatientId id);
    void read();
    void show(const Told &told);

    Clinic &m_clinic;
    Way m_way;
    std::optional<PatientId> m_id;
    QTimer *m_rest;
    QTimeZone m_zone;
    Label *m_about;
    Label *m_allergies;
    Label *m_alert;
    Facts *m_facts;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
