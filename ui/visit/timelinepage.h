#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/patients.h"
#include "clinic/prescription/timeline.h"
#include "ui/paper/sheets.h"
#include "ui/prescription/formulagrid.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QStackedLayout;

namespace xinglin::ui {

class Banner;
class Button;
class Chip;
class MessageStrip;
class PaperPrinter;

/// A patient's formulas side by side, with the score and the tongue above them; from each a new one can be begun.
class TimelinePage : public Page
{
    Q_OBJECT

public:
    TimelinePage(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    void openPatient(PatientId id);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;
    PaperPrinter *printer() const { return m_printer; }

signals:
    void chartWanted(xinglin::PatientId id);
    /// A formula to begin from, in the visit of this patient.
    void formulaWanted(xinglin::PatientId id, const xinglin::PrescriptionDraft &formula);

private:
    struct Opened
    {
        PatientStrip strip;
        QList<consultation::TimelineVisit> visits;
        QString clinicName;
        QDate today;
    };
    void build();
    void load();
    void showOpened(const Opened &opened);
    void take(int column);
    void setOnlyChanged(bool only);
    Sheets paper() const;
    void print(bool preview);

    Clinic &m_clinic;
    Who m_who;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PatientId> m_patient;
    Opened m_opened;
    consultation::TimelineGrid m_lines;
    quint64 m_question = 0;
    Banner *m_banner;
    Button *m_print;
    Button *m_begin;
    Chip *m_changed;
    MessageStrip *m_strip;
    FormulaGrid *m_grid;
    QStackedLayout *m_stack;
    PaperPrinter *m_printer;
};

} // namespace xinglin::ui
