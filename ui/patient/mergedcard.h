#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/merge.h"
#include "ui/shell/who.h"

#include <QWidget>

class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Label;

/// For the side of a chart: which records were merged into this one, parting them again, and the way to merge it with
/// another one.
class MergedCard : public QWidget
{
    Q_OBJECT

public:
    MergedCard(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    /// Reads what is known of a patient whose chart was opened; nobody's empties the card.
    void setPatient(const std::optional<PatientId> &id);
    /// See Page::rest().
    void rest(bool resting);

signals:
    void chartWanted(xinglin::PatientId id);
    /// Beside this one, which of the two may be one person.
    void comparisonWanted(xinglin::PatientId one, xinglin::PatientId other);

private:
    void load();
    void show(const QList<patient::Alias> &aliases);
    void askToPart(const patient::Alias &alias);
    void tell(const patient::Unmerged &parted);
    void choose();

    Clinic &m_clinic;
    bool m_mayMerge;
    std::optional<PatientId> m_patient;
    QVBoxLayout *m_lines;
    Label *m_said;
    Button *m_other;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
