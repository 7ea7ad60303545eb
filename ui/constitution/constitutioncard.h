#pragma once

#include "clinic/clinic.h"
#include "clinic/record/constitution.h"
#include "ui/shell/who.h"

#include <QWidget>

namespace xinglin::ui {

class Button;
class Label;
class Radar;
class RadarKey;

/// The newest constitution of a patient beside the one before, for the side of their chart.
class ConstitutionCard : public QWidget
{
    Q_OBJECT

public:
    ConstitutionCard(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    /// Reads what is known of a patient whose chart was opened; nobody's empties the card.
    void setPatient(const std::optional<PatientId> &id);

signals:
    /// All assessments are wanted, or a first one.
    void wanted(xinglin::PatientId id);

private:
    void showAssessments(const QList<ConstitutionAssessment> &newest);

    Clinic &m_clinic;
    bool m_mayRecord;
    std::optional<PatientId> m_patient;
    Label *m_summary;
    RadarKey *m_now;
    RadarKey *m_before;
    Radar *m_radar;
    Button *m_open;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
