#pragma once

#include "clinic/chart/chart.h"
#include "clinic/record/attestations.h"

#include <QScrollArea>

class QGridLayout;

namespace xinglin::ui {

/// What was written about one visit and what was prescribed, to be read.
class VisitDetails : public QScrollArea
{
    Q_OBJECT

public:
    explicit VisitDetails(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    /// @param attestations who signed under it.
    void setVisit(const consultation::Stored &visit, const QList<Attestation> &attestations, const QTimeZone &zone);
    /// Something else of the record: a session, an assessment, what was recorded beside the visits.
    void setEvent(const chart::Event &event, const QTimeZone &zone);
    /// One sentence in place of a visit.
    void setWords(const QString &sentence);

private:
    void clear();
    void addSection(const QString &mark, const QString &text);
    void addPrescription(const Prescription &prescription);
    void addSession(const chart::GivenSession &given, const QTimeZone &zone);
    void addAssessment(const ConstitutionAssessment &assessment);
    void addTreatments(const QList<Treatment> &treatments);

    std::shared_ptr<const Catalog> m_catalog;
    QWidget *m_body;
    QGridLayout *m_grid;
    int m_row = 0;
};

} // namespace xinglin::ui
