#pragma once

#include "clinic/chart/chart.h"
#include "clinic/prescription/checksign.h"
#include "ui/kit/pane.h"

#include <QTimeZone>

namespace xinglin {
class Clinic;
}

namespace xinglin::ui {

class Button;
class VisitDetails;

/// What the selected visit prescribes, for those who dispense and may not read its note: the lines, what the check
/// finds in them, the reasons they were signed with. Whoever may check-sign does so here.
class PrescribedPane : public Pane
{
    Q_OBJECT

public:
    PrescribedPane(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    void setVisit(VisitId id, const QTimeZone &zone);
    /// Something else of the record.
    void setOther(const chart::Event &event, const QTimeZone &zone);
    /// One sentence in place of a visit; may be empty.
    void setWords(const QString &sentence);

signals:
    /// It could not be signed.
    void refused(const QString &why);

private:
    void ask();

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    VisitDetails *m_details;
    QWidget *m_foot;
    Button *m_check;
    std::optional<RevisionId> m_shown;
    std::optional<PatientId> m_patient; ///< Whose it is.
    int m_severe = 0;                   // findings on what is shown
    quint64 m_question = 0;
};

} // namespace xinglin::ui
