#pragma once

#include "clinic/prescription/consultation.h"
#include "demo/background.h"
#include "demo/course.h"
#include "demo/demo.h"
#include "demo/needling.h"
#include "demo/plan.h"

namespace xinglin::demo {

/// Writes one planned day after the other: one transaction for the desk, one for each practitioner's visits and one for
/// the sessions they give.
class Filler
{
public:
    Filler(const access::Session &session, FakeClock &clock, const Catalog &catalog, QList<Case> cases, quint64 seed);

    void setStaff(const store::Actor &reception, const QList<store::Actor> &practitioners);
    /// As many backgrounds as people.
    void setPeople(QList<Person> people, QList<Background> backgrounds);

    /// The visits of a day, by all; on the @p last one the last visit of each practitioner stays unsigned.
    std::optional<Error> day(const QList<PlannedVisit> &visits, bool last);
    /// Sessions on days before @p day on which nobody comes for a visit.
    std::optional<Error> sessionsBefore(QDate day);

    const Report &report() const { return m_report; }
    /// Those who have come.
    QList<PatientId> patients() const;

private:
    /// What is known of somebody so far.
    struct State
    {
        std::optional<PatientId> id;
        bool seen = false;
        QStringList medicines;
        QStringList problems; ///< As they stand in the list.
        Course course;
    };

    Instant at(QDate day, QTime time) const;
    /// Time goes on to @p instant, and never back.
    void reach(Instant instant);
    std::optional<Error> receive(const QList<PlannedVisit> &visits);
    std::optional<Error> consult(const QList<PlannedVisit> &visits, int who, bool last);
    std::optional<Error> visit(store::Transaction &tx, const PlannedVisit &planned, bool unfinished);
    std::optional<Error> ask(store::Transaction &tx, const PlannedVisit &planned);
    std::optional<Error> askForTheFirstTime(store::Transaction &tx, const PlannedVisit &planned);
    std::optional<Error> recordMedicine(store::Transaction &tx, const PlannedVisit &planned, const QString &medicine);
    VisitNote noteOf(const PlannedVisit &planned, bool firstEver);
    void leaveOutWhatHarms(PrescriptionDraft &draft, const consultation::PatientFacts &facts) const;
    void orderNeedles(consultation::Draft &draft, const PlannedVisit &planned, const consultation::PatientFacts &facts);
    void keepOrders(const consultation::Stored &stored, const PlannedVisit &planned);
    std::optional<Error> giveSessions(QDate day, int who);
    std::optional<Error> giveTogether(store::Transaction &tx, QDate day, const QList<OpenOrder *> &orders);

    const access::Session &m_session;
    FakeClock &m_clock;
    const Catalog &m_catalog;
    QList<Case> m_cases;
    QList<Person> m_people;
    QList<Background> m_backgrounds;
    SeededRandom m_random; ///< Of what a visit says and prescribes.
    SeededRandom m_beside; ///< Of everything else.
    QList<State> m_states;
    QList<OpenOrder> m_orders;
    store::Actor m_reception;
    QList<store::Actor> m_practitioners;
    Report m_report;
};

} // namespace xinglin::demo
