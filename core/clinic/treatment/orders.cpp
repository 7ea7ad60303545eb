#include "clinic/patient/patients.h"
#include "clinic/record/visitrows.h"
#include "clinic/treatment/sessionrows.h"
#include "clinic/treatment/treatmentrows.h"
#include "clinic/treatment/treatments.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::treatment {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::treatment)
};

using access::Permission;

/// The newest revision of a visit, as far as orders need it.
struct Head
{
    RevisionId revision;
    bool isSigned;
};

std::optional<Head> headOf(const store::Snapshot &view, VisitId visit)
{
    store::Query row =
        view.sql("SELECT id, signed_ms FROM visit_revision WHERE visit_id = ?1 ORDER BY number DESC LIMIT 1");
    if (!row.bind(visit).next())
        return std::nullopt;
    return Head{row.get<RevisionId>(0), !row.isNull(1)};
}

/// Day and practitioner of the visit; false where it was entered in error.
bool addVisit(const store::Snapshot &view, Order &order)
{
    store::Query row = view.sql("SELECT v.day, u.name, v.status, u.licence FROM visit v LEFT JOIN user u"
                                " ON u.id = v.practitioner_id WHERE v.id = ?1");
    if (!row.bind(order.visit).next())
        return false;
    order.day = QDate(1970, 1, 1).addDays(row.get<qint64>(0));
    order.practitioner = row.get<QString>(1);
    order.practitionerLicence = row.get<QString>(3);
    return row.get<QString>(2) != u"entered-in-error";
}

/// What is ordered in the newest revision of a visit.
QList<Order> standingOf(const store::Snapshot &view, VisitId visit)
{
    const auto head = headOf(view, visit);
    QList<Order> found;
    if (!head || !head->isSigned)
        return found;
    for (const Treatment &one : readTreatments(view, head->revision)) {
        Order order;
        order.treatment = one;
        order.visit = visit;
        if (!addVisit(view, order))
            return {};
        found << order;
    }
    return found;
}

void giveSessions(QList<Order> &orders, QList<TreatmentSession> &sessions)
{
    for (Order &order : orders) {
        for (const TreatmentSession &session : std::as_const(sessions)) {
            if (session.course == order.treatment.course && session.status != SessionStatus::EnteredInError)
                order.sessions << session;
        }
        sessions.removeIf([&](const TreatmentSession &session) { return session.course == order.treatment.course; });
    }
}

/// An order that was amended away after sessions of it had been given.
std::optional<Order> goneOrder(const store::Snapshot &view, const TreatmentSession &session)
{
    const auto treatment = readTreatment(view, session.treatment);
    store::Query row = view.sql("SELECT r.visit_id FROM treatment t JOIN visit_revision r ON r.id = t.revision_id"
                                " WHERE t.id = ?1");
    if (!treatment || !row.bind(session.treatment).next())
        return std::nullopt;
    Order order;
    order.treatment = *treatment;
    order.visit = row.get<VisitId>(0);
    order.stands = false;
    addVisit(view, order); // what was given was given, whatever became of the visit
    return order;
}

} // namespace

int Order::done() const
{
    return static_cast<int>(std::count_if(sessions.begin(), sessions.end(),
                                          [](const TreatmentSession &session) { return session.counts(); }));
}

int Order::remaining() const
{
    return stands ? std::max(0, treatment.content.sessions - done()) : 0;
}

const TreatmentSession *Order::running() const
{
    const auto found = std::find_if(sessions.begin(), sessions.end(), [](const TreatmentSession &session) {
        return session.status == SessionStatus::InProgress;
    });
    return found == sessions.end() ? nullptr : &*found;
}

Result<QList<Order>> ordersOf(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadTreatments))
        return *refused;
    access::allows(view, Permission::ReadPeople);
    const auto kept = patient::shared(view, Permission::ReadTreatments, patient);
    if (!kept)
        return kept.error();
    static const patient::RowsOf ordered("SELECT r.visit_id FROM treatment t JOIN visit_revision r"
                                         " ON r.id = t.revision_id WHERE ",
                                         "t", "");
    QList<VisitId> visits;
    store::Query rows = ordered.ask(view, *kept);
    while (rows.next()) {
        if (const auto visit = rows.get<VisitId>(0); !visits.contains(visit))
            visits << visit;
    }
    QList<Order> orders;
    for (const VisitId visit : std::as_const(visits))
        orders << standingOf(view, visit);
    QList<TreatmentSession> sessions = sessionsOf(view, *kept);
    giveSessions(orders, sessions);
    while (!sessions.isEmpty()) {
        // The latest: as the order stood in the end.
        QList<Order> gone;
        if (const auto order = goneOrder(view, sessions.last()))
            gone << *order;
        giveSessions(gone, sessions);
        if (gone.isEmpty())
            sessions.removeLast();
        else if (!gone.first().sessions.isEmpty())
            orders << gone;
    }
    std::stable_sort(orders.begin(), orders.end(), [](const Order &a, const Order &b) {
        return std::tuple(!a.running(), !a.isOpen(), -a.day.toJulianDay()) <
               std::tuple(!b.running(), !b.isOpen(), -b.day.toJulianDay());
    });
    view.audit({"treatment.open", "patient", kept->uuid(), kept->uuid(), "ok", {}});
    return orders;
}

Result<Sheet> sheet(const store::Snapshot &view, VisitId visit)
{
    if (!access::allows(view, Permission::WriteTreatments)) {
        if (auto refused = access::require(view, Permission::PerformTreatments))
            return *refused;
    }
    access::allows(view, Permission::ReadPeople);
    const Error missing{Code::NotFound, Tr::tr("This visit orders no treatments."), {}, visit.toString()};
    static const QByteArray sql = "SELECT v.patient_id FROM visit v WHERE v.id = ?1 AND " + patient::ofSeen("v");
    store::Query row = view.sql(sql.constData());
    if (!row.bind(visit).next())
        return missing;
    auto patient = patient::findPlain(view, row.get<PatientId>(0));
    if (!patient)
        return patient.error();
    if (auto refused = patient::requireShared(view, Permission::ReadTreatments, patient->id))
        return *refused;
    if (const auto head = headOf(view, visit); head && !head->isSigned && hasTreatments(view, head->revision))
        return Error{Code::Conflict, Tr::tr("Sign first; only what is signed is printed."), {}, {}};
    QList<Order> orders = standingOf(view, visit);
    if (orders.isEmpty())
        return missing;
    QList<TreatmentSession> sessions = sessionsOf(view, patient->id);
    giveSessions(orders, sessions);
    auto clinic = access::clinicProfile(view);
    if (!clinic)
        return clinic.error();
    Sheet page{*std::move(clinic),
               *std::move(patient),
               {},
               {},
               {},
               visit,
               orders.first().day,
               orders.first().practitioner,
               {},
               orders.first().practitionerLicence};
    page.orders = std::move(orders);
    if (page.patient.birthDate)
        page.age = ageOn(*page.patient.birthDate, page.day);
    if (const auto allergies = patient::allergies(view, page.patient.id)) {
        for (const Allergy &allergy : *allergies)
            page.allergies << allergy.substance;
    }
    if (patient::sharesWith(view, Permission::ReadNarrative, page.patient.id)) {
        VisitSummary summary;
        summary.id = visit;
        record::addClinicalParts(view, summary);
        page.diagnosis = summary.diagnosis.value_or(QString());
    }
    view.audit({"treatment.print", "visit", visit.uuid(), page.patient.id.uuid(), "ok", {}});
    return page;
}

} // namespace xinglin::treatment
