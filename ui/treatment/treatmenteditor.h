#pragma once

#include "clinic/clinic.h"
#include "clinic/prescription/consultation.h"
#include "clinic/treatment/pointgroups.h"
#include "engines/points/pointcheck.h"

#include <QObject>

#include <memory>

class QWidget;

namespace xinglin::ui {

class PointFindings;
class PointLine;
class TherapyList;

/// What a visit orders besides herbs: the line of points, the therapies, and what is to be known of them, which stand
/// in different places of the page. Checks while one types; fetches and keeps the groups of points.
class TreatmentEditor : public QObject
{
    Q_OBJECT

public:
    TreatmentEditor(Clinic &clinic, std::shared_ptr<const Catalog> catalog, QWidget *page);

    PointLine *points() const { return m_points; }
    TherapyList *therapies() const { return m_therapies; }
    PointFindings *findings() const { return m_findings; }

    void setDrafts(const QList<TreatmentDraft> &drafts);
    void setStored(const QList<Treatment> &treatments);
    QList<TreatmentDraft> drafts() const;
    /// Of a visit that is opened: the acupuncture of last time, and whether treatments may be ordered at all; where
    /// not, nothing of it is shown. Reads the groups of points.
    void begin(const std::optional<Treatment> &last, bool mayTreat);
    void setFacts(const consultation::PatientFacts &facts);
    void setReadOnly(bool readOnly);
    /// Carries the points of last time over where the hand is in their line; false elsewhere.
    bool carryOver();
    /// Takes what still hangs in a line; false where it could not be.
    bool finishTyping();
    /// Goes where an error's field stands ("treatments[1].minutes"); false where it is none of a treatment.
    bool showProblem(const QString &field);

signals:
    void changed();
    /// Whether it matters for a point that pregnancy is not known.
    void pregnancyMatters(bool matters);
    /// A sentence for the page: a group was kept, or could not be.
    void told(const QString &sentence, bool problem);

private:
    void edited();
    void readGroups();
    void check();
    void openGroups();

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    QWidget *m_page;
    consultation::PatientFacts m_facts;
    QList<pointgroup::Group> m_groups;
    bool m_setting = false;
    PointLine *m_points;
    TherapyList *m_therapies;
    PointFindings *m_findings;
};

} // namespace xinglin::ui
