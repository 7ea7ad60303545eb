#pragma once

#include "clinic/patient/glass.h"
#include "ui/shell/who.h"

#include <QWidget>

class QTimer;

namespace xinglin::ui {

class MessageStrip;

/// Over every page of a patient for whom the glass is broken: how long it still holds, and how to give it back.
class GlassBand : public QWidget
{
    Q_OBJECT

public:
    explicit GlassBand(Clinic &clinic, QWidget *parent = nullptr);

    /// Whose page is shown; nobody's hides the band.
    void setPatient(const std::optional<PatientId> &patient);
    /// While somebody else works it asks nothing.
    void rest(bool resting);

    /// How often the minutes are told anew.
    static constexpr int tickMs = 10000;

signals:
    /// It has ended, by its time or given back: what it opened has to go from the screen.
    void ended(xinglin::PatientId id);

private:
    void load();
    void tell();
    void giveBack();

    Clinic &m_clinic;
    MessageStrip *m_strip;
    QTimer *m_tick;
    std::optional<PatientId> m_patient;
    QList<Glass> m_open;
    std::optional<Glass> m_shown;
    bool m_resting = false;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
