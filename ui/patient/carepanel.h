#pragma once

#include "clinic/patient/patients.h"
#include "ui/kit/pane.h"
#include "ui/patient/allergyeditor.h"
#include "ui/shell/who.h"

class QLineEdit;

namespace xinglin::ui {

class Button;
class Facts;
class Label;
class MessageStrip;
class Segment;

/// Beside the chart: what must be known of the person before anything is prescribed, and how to add to it at once.
class CarePanel : public Pane
{
    Q_OBJECT

public:
    CarePanel(Clinic &clinic, const Who &who, const QList<AllergenChoice> &allergens, QWidget *parent = nullptr);

    void setStrip(const PatientStrip &strip);
    /// Whether something was typed here and not saved.
    bool isDirty() const;
    void focusAllergies();

private:
    QWidget *buildAllergies(const QList<AllergenChoice> &allergens);
    QWidget *buildMedicines();
    QWidget *buildPregnancy();
    void saveAllergies();
    void saveMedicine();
    void savePregnancy(int choice);
    void told(const Result<Done> &done);

    Clinic &m_clinic;
    Who m_who;
    std::optional<PatientId> m_patient;
    MessageStrip *m_strip;
    Facts *m_facts;
    AllergyEditor *m_allergies = nullptr;
    Button *m_saveAllergies = nullptr;
    Label *m_medicines = nullptr;
    QLineEdit *m_medicine = nullptr;
    QLineEdit *m_dosage = nullptr;
    QWidget *m_pregnancyBox = nullptr;
    Segment *m_pregnancy = nullptr;
};

} // namespace xinglin::ui
