#include "demo/filler.h"

#include "clinic/patient/patients.h"
#include "demo/draw.h"

namespace xinglin::demo {

namespace {

/// One consults in the morning, one in the afternoon, so that time never runs backwards.
struct Hours
{
    QTime from;
    QTime to;
    double needles; ///< How readily that practitioner orders acupuncture.
};
const QList<Hours> &hours()
{
    static const QList<Hours> both = {{QTime(8, 40), QTime(12, 0), 0.7}, {QTime(13, 30), QTime(17, 40), 1.3}};
    return both;
}

constexpr int LongestVisit = 25 * 60;
constexpr qsizetype MostTogether = 200; // visits in a transaction: its record in the log must not grow beyond measure
constexpr int NeedledFrom = 16;         // years
constexpr qsizetype Beds = 4;

} // namespace

Filler::Filler(const access::Session &session, FakeClock &clock, const Catalog &catalog, QList<Case> cases,
               quint64 seed)
    : m_session(session)
    , m_clock(clock)
    , m_catalog(catalog)
    , m_cases(std::move(cases))
    , m_random(seed)
    , m_beside(m_random.next())
{
}

void Filler::setStaff(const store::Actor &reception, const QList<store::Actor> &practitioners)
{
    m_reception = reception;
    m_practitioners = practitioners;
}

void Filler::setPeople(QList<Person> people, QList<Background> backgrounds)
{
    m_people = std::move(people);
    m_backgrounds = std::move(backgrounds);
    m_states = QList<State>(m_people.size());
}

QList<PatientId> Filler::patients() const
{
    QList<PatientId> all;
    for (const State &one : m_states) {
        if (one.id)
            all << *one.id;
    }
    return all;
}

std::optional<Error> Filler::day(const QList<PlannedVisit> &visits, bool last)
{
    const QDate today = visits.constFirst().day;
    if (auto error = receive(visits))
        return error;
    for (int who = 0; who < m_practitioners.size(); ++who) {
        QList<PlannedVisit> own;
        for (const PlannedVisit &visit : visits)
            if (visit.practitioner == who)
                own << visit;
        if (auto error = own.isEmpty() ? std::nullopt : consult(own, who, last))
            return error;
        if (auto error = giveSessions(today, who))
            return error;
    }
    reach(at(today, QTime(19, 0)));
    return std::nullopt;
}

std::optional<Error> Filler::sessionsBefore(QDate day)
{
    for (;;) {
        QDate next = day;
        for (const OpenOrder &order : std::as_const(m_orders))
            next = std::min(next, order.due);
        if (next == day)
            return std::nullopt;
        for (int who = 0; who < m_practitioners.size(); ++who)
            if (auto error = giveSessions(next, who))
                return error;
    }
}

Instant Filler::at(QDate day, QTime time) const
{
    return instantFromMs(QDateTime(day, time, m_session.store->options().zone).toMSecsSinceEpoch());
}

void Filler::reach(Instant instant)
{
    m_clock.set(std::max(m_clock.now(), instant));
}

/// New patients of the day are registered at the desk.
std::optional<Error> Filler::receive(const QList<PlannedVisit> &visits)
{
    const auto isNew = [this](const PlannedVisit &visit) { return !m_states[visit.person].id; };
    if (std::none_of(visits.cbegin(), visits.cend(), isNew))
        return std::nullopt;
    reach(at(visits.constFirst().day, QTime(8, 5)));
    const auto tx = m_session.store->begin(m_reception, "patient.register");
    int registered = 0;
    for (const PlannedVisit &visit : visits) {
        if (!isNew(visit))
            continue;
        m_clock.advance(std::chrono::seconds(draw(m_random, 40, 90)));
        const Person &person = m_people[visit.person];
        const auto patient = patient::register_(*tx, person.draft);
        if (!patient)
            return patient.error();
        m_states[visit.person].id = patient->id;
        ++registered;
        if (person.allergy) {
            if (const auto allergy = patient::recordAllergy(*tx, patient->id, *person.allergy); !allergy)
                return allergy.error();
        }
    }
    tx->commit();
    m_report.patients += registered;
    return std::nullopt;
}

std::optional<Error> Filler::consult(const QList<PlannedVisit> &visits, int who, bool last)
{
    auto tx = m_session.store->begin(m_practitioners[who], "visit.sign");
    const auto &[from, to, needles] = hours()[who];
    const int slot = std::min(LongestVisit, from.secsTo(to) / static_cast<int>(visits.size()));
    for (qsizetype index = 0; index < visits.size(); ++index) {
        const QTime time = from.addSecs(static_cast<int>(index) * slot + draw(m_random, slot / 4, slot - 1));
        reach(at(visits[index].day, time));
        const bool unfinished = last && index == visits.size() - 1;
        if (auto error = visit(*tx, visits[index], unfinished))
            return error;
        if ((index + 1) % MostTogether == 0) {
            tx->commit();
            tx.reset(); // gives the writer back
            tx = m_session.store->begin(m_practitioners[who], "visit.sign");
        }
    }
    tx->commit();
    return std::nullopt;
}

std::optional<Error> Filler::visit(store::Transaction &tx, const PlannedVisit &planned, bool unfinished)
{
    State &state = m_states[planned.person];
    const Case &illness = m_cases[planned.illness];
    const bool first = !state.seen;
    state.seen = true;
    if (planned.ordinal == 0)
        state.course = drawCourse(m_beside, illness, planned.visits);
    if (first)
        if (auto error = askForTheFirstTime(tx, planned))
            return error;
    if (auto error = ask(tx, planned))
        return error;
    consultation::Draft draft;
    draft.visit.patient = *state.id;
    draft.visit.note = noteOf(planned, first);
    const int age = ageOf(m_people[planned.person], planned.day);
    PrescriptionDraft prescription = prescriptionFor(illness, planned.ordinal, age, m_catalog, m_random);
    const auto facts = consultation::factsFor(tx, *state.id);
    if (!facts)
        return facts.error();
    leaveOutWhatHarms(prescription, *facts);
    if (prescription.lines.size() > 2)
        draft.prescriptions << prescription;
    orderNeedles(draft, planned, *facts);
    const auto stored =
        unfinished ? consultation::save(tx, m_catalog, draft) : consultation::sign(tx, m_catalog, draft);
    if (!stored)
        return stored.error();
    if (!unfinished)
        keepOrders(*stored, planned);
    ++m_report.visits;
    m_report.prescriptions += static_cast<int>(draft.prescriptions.size());
    return std::nullopt;
}

VisitNote Filler::noteOf(const PlannedVisit &planned, bool firstEver)
{
    const Person &person = m_people[planned.person];
    const State &state = m_states[planned.person];
    const Case &illness = m_cases[planned.illness];
    Occasion occasion;
    occasion.sex = person.draft.sex;
    occasion.years = static_cast<double>(person.birth.daysTo(planned.day)) / 365.25;
    occasion.treated = std::any_of(state.medicines.cbegin(), state.medicines.cend(), lowersPressure);
    occasion.firstEver = firstEver;
    occasion.ordinal = planned.ordinal;
    VisitNote note = noteFor(illness, planned.ordinal, m_catalog, m_random);
    note.answers =
        measuresAt(m_beside, illness, state.course, m_backgrounds[planned.person].body, occasion, m_catalog) +
        note.answers;
    retell(note, illness, state.course, planned.ordinal);
    quicken(note, ageOf(person, planned.day));
    return note;
}

/// What a practitioner asks a new patient.
std::optional<Error> Filler::askForTheFirstTime(store::Transaction &tx, const PlannedVisit &planned)
{
    const Person &person = m_people[planned.person];
    const Background &background = m_backgrounds[planned.person];
    const PatientId patient = *m_states[planned.person].id;
    const int age = ageOf(person, planned.day);
    if (!person.medicine.isEmpty())
        if (auto error = recordMedicine(tx, planned, person.medicine))
            return error;
    if (background.family) {
        FamilyHistoryDraft family = *background.family;
        family.patient = patient;
        if (const auto added = familyhistory::add(tx, family); !added)
            return added.error();
    }
    if (background.assessed) {
        const QString leaning = m_cases[planned.illness].leaning;
        const bool leads = background.illnessLeads && !leaning.isEmpty();
        ConstitutionDraft questionnaire =
            questionnaireOf(m_beside, leads ? leaning : background.constitution, person.draft.sex, age);
        questionnaire.patient = patient;
        if (const auto recorded = assessment::record(tx, questionnaire); !recorded)
            return recorded.error();
    }
    const bool maybe = person.draft.sex == Sex::Female && age >= 12 && age <= 55;
    if (maybe && !m_cases[planned.illness].pregnant && chance(m_random, 0.8))
        if (const auto recorded = patient::recordPregnancy(tx, patient, false, false); !recorded)
            return recorded.error();
    return std::nullopt;
}

/// What the illness makes a practitioner ask before prescribing.
std::optional<Error> Filler::ask(store::Transaction &tx, const PlannedVisit &planned)
{
    const Case &illness = m_cases[planned.illness];
    if (!illness.takes.isEmpty())
        if (auto error = recordMedicine(tx, planned, illness.takes))
            return error;
    if (illness.pregnant)
        if (const auto recorded = patient::recordPregnancy(tx, *m_states[planned.person].id, true, false); !recorded)
            return recorded.error();
    return std::nullopt;
}

/// The medicine and the problem it is for; nothing where the problem is known, for something is taken for it then.
std::optional<Error> Filler::recordMedicine(store::Transaction &tx, const PlannedVisit &planned,
                                            const QString &medicine)
{
    State &state = m_states[planned.person];
    auto problem = problemBehind(m_beside, medicine, planned.day, m_catalog);
    if (!problem || state.problems.contains(problem->display))
        return std::nullopt;
    if (const auto recorded = patient::recordMedicine(tx, *state.id, medicine, QStringLiteral("每日一次")); !recorded)
        return recorded.error();
    problem->patient = *state.id;
    if (const auto added = condition::add(tx, *problem); !added)
        return added.error();
    state.medicines << medicine;
    state.problems << problem->display;
    return std::nullopt;
}

/// No prescription of the demo clinic needs an override: a herb with a severe finding is not used.
void Filler::leaveOutWhatHarms(PrescriptionDraft &draft, const consultation::PatientFacts &facts) const
{
    const auto found = consultation::open(consultation::check(m_catalog, draft, facts), draft);
    QSet<QString> names;
    for (const safety::Finding &finding : found)
        names += QSet<QString>(finding.herbs.cbegin(), finding.herbs.cend());
    draft.lines.removeIf([&names](const PrescriptionLine &line) { return names.contains(line.name); });
}

void Filler::orderNeedles(consultation::Draft &draft, const PlannedVisit &planned,
                          const consultation::PatientFacts &facts)
{
    const Case &illness = m_cases[planned.illness];
    if (!illness.needling || planned.ordinal > 0 || facts.age.value_or(0) < NeedledFrom ||
        facts.pregnant.value_or(false))
        return;
    if (chance(m_beside, illness.needling->share * hours()[planned.practitioner].needles))
        draft.treatments << needlingFor(m_beside, illness, m_catalog);
}

void Filler::keepOrders(const consultation::Stored &stored, const PlannedVisit &planned)
{
    for (const Treatment &treatment : stored.treatments)
        m_orders.append({treatment.id, treatment.content.needleCount(), treatment.content.minutes.value_or(0),
                         treatment.content.sessions, planned.day, planned.practitioner});
}

/// After the visits the needles, some beds at a time.
std::optional<Error> Filler::giveSessions(QDate day, int who)
{
    QList<OpenOrder *> due;
    for (OpenOrder &order : m_orders)
        if (order.practitioner == who && order.due <= day)
            due << &order;
    if (due.isEmpty())
        return std::nullopt;
    reach(at(day, hours()[who].from));
    const auto tx = m_session.store->begin(m_practitioners[who], "treatment.end");
    const qsizetype beds = std::max(Beds, (due.size() + 1) / 2);
    for (qsizetype first = 0; first < due.size(); first += beds)
        if (auto error = giveTogether(*tx, day, due.mid(first, beds)))
            return error;
    tx->commit();
    m_orders.removeIf([](const OpenOrder &order) { return order.left == 0; });
    return std::nullopt;
}

std::optional<Error> Filler::giveTogether(store::Transaction &tx, QDate day, const QList<OpenOrder *> &orders)
{
    const Instant begun = m_clock.now() + std::chrono::minutes(5);
    const std::chrono::milliseconds apart = std::chrono::minutes(20) / static_cast<int>(orders.size());
    QList<TreatmentSession> running;
    for (const OpenOrder *order : orders) {
        reach(begun + apart * static_cast<int>(running.size()));
        const auto session = treatment::beginSession(tx, order->treatment, {order->needles, {}});
        if (!session)
            return session.error();
        running << *session;
    }
    for (qsizetype index = 0; index < orders.size(); ++index) {
        OpenOrder &order = *orders[index];
        reach(running[index].started + std::chrono::minutes(order.minutes));
        const auto ended = treatment::endSession(tx, running[index].id, {order.needles, {}, {}, false});
        if (!ended)
            return ended.error();
        --order.left;
        order.due = nextSession(m_beside, day);
    }
    return std::nullopt;
}

} // namespace xinglin::demo
