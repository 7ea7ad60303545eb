#pragma once

#include "clinic/chart/chart.h"
#include "clinic/patient/patients.h"
#include "ui/patient/comparison.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

#include <QTimeZone>

class QComboBox;
class QGridLayout;
class QScrollArea;

namespace xinglin::ui {

class Banner;
class Chip;
class Label;
class MessageStrip;

/// Two states of a patient's visits beside each other, part by part: two revisions of one visit, or two visits.
class ComparePage : public Page
{
    Q_OBJECT

public:
    ComparePage(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    /// Begins with @p visit: what was amended in it, or else what is new in it since the visit before.
    void openVisit(PatientId patient, const std::optional<VisitId> &visit);

    QString title() const override;
    QString context() const override { return m_name; }
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;

signals:
    void chartWanted(xinglin::PatientId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Opened
    {
        PatientStrip strip;
        QList<chart::State> states;
        QTimeZone zone;
    };
    QWidget *buildHead();
    void showOpened(const Opened &opened, const std::optional<VisitId> &visit);
    void readBoth();
    void lay();
    void setOnlyDifferent(bool only);
    QString wordsOf(const chart::State &state) const;

    Clinic &m_clinic;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PatientId> m_patient;
    QString m_name;
    QTimeZone m_zone;
    QList<chart::State> m_states;
    QList<ComparedPart> m_parts;
    Banner *m_banner;
    MessageStrip *m_strip;
    QComboBox *m_before;
    QComboBox *m_after;
    Chip *m_only;
    QScrollArea *m_area;
    bool m_onlyDifferent = true;
    bool m_filling = false;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
