#pragma once

#include "clinic/chart/chart.h"
#include "clinic/prescription/checksign.h"

#include "ui/kit/findingcard.h"

#include <QScrollArea>

class QGridLayout;

namespace xinglin::ui {

/// What a visit prescribes, with what the check says of each prescription now (nothing: not for the reader).
struct PrescribedView
{
    checksign::Prescribed prescribed;
    QList<std::optional<safety::CheckResult>> results;
};

/// What was written about one visit and what was prescribed, to be read.
class VisitDetails : public QScrollArea
{
    Q_OBJECT

public:
    explicit VisitDetails(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    /// @param attestations who signed under it.
    void setVisit(const consultation::Stored &visit, const QList<Attestation> &attestations, const QTimeZone &zone);
    /// What it prescribes alone, as it is checked by those who dispense; severe findings of all prescriptions first,
    /// warnings above the herbs, notes below them.
    /// @return how many of those there are.
    int setPrescribed(const PrescribedView &view, const QTimeZone &zone);
    /// Something else of the record: a session, an assessment, what was recorded beside the visits.
    void setEvent(const chart::Event &event, const QTimeZone &zone);
    /// One sentence in place of a visit.
    void setWords(const QString &sentence);

private:
    void clear();
    static QString nameOf(const PrescriptionDraft &formula);
    static QString stateOf(RevisionStatus status, const QString &reason = {});
    void addSection(const QString &mark, const QString &text);
    void addHead(QDate day, const QStringList &who);
    void addSignature(const Attestation &attestation, const QTimeZone &zone);
    void addMedicines(const medicineorder::Orders &medicines, const QString &caveat = {});
    void addPrescription(const Prescription &prescription);
    void addChecked(const Prescription &prescription, const std::optional<safety::CheckResult> &now,
                    const QList<FindingText> &findings);
    void addFinding(const FindingText &finding);
    void addSession(const chart::GivenSession &given, const QTimeZone &zone);
    void addAssessment(const ConstitutionAssessment &assessment);
    void addTreatments(const QList<Treatment> &treatments);

    std::shared_ptr<const Catalog> m_catalog;
    QWidget *m_body;
    QGridLayout *m_grid;
    int m_row = 0;
};

} // namespace xinglin::ui
