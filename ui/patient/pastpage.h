#pragma once

#include "clinic/prescription/asof.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QListView;
class QTimer;

namespace xinglin::ui {

class Banner;
class DateSlider;
class Facts;
class Label;
class VisitDetails;
class EventModel;

/// A chart as it stood at the end of a day in the past, to be read only. The slider at its foot chooses the day; at
/// today the person is back in the chart.
class PastPage : public Page
{
    Q_OBJECT

public:
    PastPage(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    /// Opens the day before today's state: that of the newest visit.
    void openPatient(PatientId id);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override { return m_patient; }
    void activate() override;
    void rest(bool resting) override;

signals:
    /// The person wants the chart of today.
    void todayWanted(xinglin::PatientId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Past
    {
        PatientStrip strip;
        QList<VisitSummary> visits;
    };
    QWidget *buildStrip();
    QWidget *buildPanes();
    QWidget *buildFoot();
    void choose(QDate day);
    void load();
    void show(const Past &past);
    void showFacts(const PatientStrip &strip);
    void showVisit();
    void leave();

    Clinic &m_clinic;
    Who m_who;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PatientId> m_patient;
    QString m_name;
    Label *m_words;
    Banner *m_banner;
    QListView *m_visits;
    EventModel *m_model;
    Label *m_noVisits;
    VisitDetails *m_details = nullptr;
    Facts *m_facts;
    DateSlider *m_slider;
    QTimer *m_settle;
    quint64 m_question = 0;
    quint64 m_visitQuestion = 0;
};

} // namespace xinglin::ui
