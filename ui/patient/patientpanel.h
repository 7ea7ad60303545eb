#pragma once

#include "clinic/patient/patients.h"
#include "ui/kit/pane.h"
#include "ui/shell/who.h"

class QTimer;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Chip;
class Facts;
class HouseholdList;
class Label;
class MessageStrip;

/// The strip of the selected person beside a list. At once it shows what the list knows; when the selection rests, it
/// opens the record (which is noted) and adds allergies, the desk's alert and the household.
class PatientPanel : public Pane
{
    Q_OBJECT

public:
    PatientPanel(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    void setHit(const std::optional<PatientHit> &hit);
    std::optional<PatientId> patient() const;
    /// Reads the shown person anew.
    void reload();

    /// How long a selection must rest until the record is opened.
    static constexpr int restMs = 350;

signals:
    void chartWanted(xinglin::PatientId id);
    void visitWanted(xinglin::PatientId id);
    void editWanted(xinglin::PatientId id);

private:
    QLayout *buildActions();
    void open();
    void showStrip(const PatientStrip &strip);
    void showHousehold(const QList<PatientHit> &hits);

    Clinic &m_clinic;
    Who m_who;
    std::optional<PatientHit> m_hit;
    QTimer *m_rest;
    Label *m_name;
    Label *m_about;
    Label *m_line;
    Label *m_alert;
    Label *m_allergies;
    Facts *m_facts;
    Label *m_householdTitle;
    HouseholdList *m_household;
    MessageStrip *m_strip;
    QWidget *m_body;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
