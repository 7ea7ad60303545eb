#include "demo/demo.h"

#include "clinic/patient/patients.h"
#include "clinic/prescription/consultation.h"
#include "demo/draw.h"
#include "demo/plan.h"
#include "store/failure.h"

#include <QCoreApplication>
#include <QFile>

namespace xinglin::demo {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::demo)
};

QByteArray resource(const char *name)
{
    QFile file(QStringLiteral(":/demo/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<Error> problem(const access::Session &session, const Options &options)
{
    if (options.patients < 1 || options.patients > 100'000 || options.years < 1 || options.years > 30 ||
        !options.until.isValid())
        return Error{Code::Invalid, Tr::tr("A demo clinic has 1 to 100000 patients and 1 to 30 years."), {}, {}};
    const auto view = session.store->snapshot(session.actor);
    const auto clinic = access::clinicProfile(*view);
    if (!clinic)
        return clinic.error();
    if (!clinic->isTraining)
        return Error{Code::Conflict, Tr::tr("Demo patients go into a training clinic only."), {}, {}};
    const auto patients = patient::count(*view);
    if (!patients)
        return patients.error();
    if (*patients > 0)
        return Error{Code::Conflict, Tr::tr("The clinic has patients already."), {}, {}};
    return std::nullopt;
}

/// Writes one planned day after the other.
class Filler
{
public:
    Filler(const access::Session &session, FakeClock &clock, const Catalog &catalog, QList<Case> cases,
           QList<Person> people, quint64 seed)
        : m_session(session)
        , m_clock(clock)
        , m_catalog(catalog)
        , m_cases(std::move(cases))
        , m_people(std::move(people))
        , m_random(seed)
        , m_ids(m_people.size())
    {
    }

    void setStaff(const store::Actor &reception, const QList<store::Actor> &practitioners)
    {
        m_reception = reception;
        m_practitioners = practitioners;
    }

    std::optional<Error> day(const QList<PlannedVisit> &visits, bool last)
    {
        if (auto error = receive(visits))
            return error;
        // One consults in the morning, one in the afternoon, so that time never runs backwards.
        const QList<QPair<QTime, QTime>> hours = {{QTime(8, 40), QTime(12, 0)}, {QTime(13, 30), QTime(17, 40)}};
        for (int who = 0; who < m_practitioners.size(); ++who) {
            QList<PlannedVisit> own;
            for (const PlannedVisit &visit : visits)
                if (visit.practitioner == who)
                    own << visit;
            if (own.isEmpty())
                continue;
            if (auto error = consult(own, who, hours[who].first, hours[who].second, last))
                return error;
        }
        m_clock.set(at(visits.constFirst().day, QTime(18, 0)));
        return std::nullopt;
    }

    const Report &report() const { return m_report; }

private:
    Instant at(QDate day, QTime time) const
    {
        return instantFromMs(QDateTime(day, time, m_session.store->options().zone).toMSecsSinceEpoch());
    }

    /// New patients of the day are registered at the desk.
    std::optional<Error> receive(const QList<PlannedVisit> &visits)
    {
        m_clock.set(at(visits.constFirst().day, QTime(8, 5)));
        const auto tx = m_session.store->begin(m_reception, "patient.register");
        int registered = 0;
        for (const PlannedVisit &visit : visits) {
            if (m_ids[visit.person])
                continue;
            m_clock.advance(std::chrono::seconds(draw(m_random, 40, 90)));
            const Person &person = m_people[visit.person];
            const auto patient = patient::register_(*tx, person.draft);
            if (!patient)
                return patient.error();
            m_ids[visit.person] = patient->id;
            ++registered;
            if (person.allergy) {
                if (const auto allergy = patient::recordAllergy(*tx, patient->id, *person.allergy); !allergy)
                    return allergy.error();
            }
        }
        if (registered > 0)
            tx->commit();
        m_report.patients += registered;
        return std::nullopt;
    }

    std::optional<Error> consult(const QList<PlannedVisit> &visits, int who, QTime from, QTime to, bool last)
    {
        const auto tx = m_session.store->begin(m_practitioners[who], "visit.sign");
        const int slot = std::min(25 * 60, from.secsTo(to) / static_cast<int>(visits.size()));
        for (qsizetype index = 0; index < visits.size(); ++index) {
            const QTime time = from.addSecs(static_cast<int>(index) * slot + draw(m_random, slot / 4, slot - 1));
            m_clock.set(at(visits[index].day, time));
            const bool unfinished = last && index == visits.size() - 1;
            if (auto error = visit(*tx, visits[index], unfinished))
                return error;
        }
        tx->commit();
        return std::nullopt;
    }

    std::optional<Error> visit(store::Transaction &tx, const PlannedVisit &planned, bool unfinished)
    {
        const Person &person = m_people[planned.person];
        const PatientId patient = *m_ids[planned.person];
        const Case &illness = m_cases[planned.illness];
        const bool first = !m_seen.contains(planned.person);
        m_seen.insert(planned.person);
        if (auto error = ask(tx, patient, person, illness, first, planned.day))
            return error;
        consultation::Draft draft;
        draft.visit.patient = patient;
        draft.visit.note = noteFor(illness, planned.ordinal, m_catalog, m_random);
        PrescriptionDraft prescription =
            prescriptionFor(illness, planned.ordinal, ageOf(person, planned.day), m_catalog, m_random);
        const auto facts = consultation::factsFor(tx, patient);
        if (!facts)
            return facts.error();
        leaveOutWhatHarms(prescription, *facts);
        if (prescription.lines.size() > 2)
            draft.prescriptions << prescription;
        const auto stored =
            unfinished ? consultation::save(tx, m_catalog, draft) : consultation::sign(tx, m_catalog, draft);
        if (!stored)
            return stored.error();
        ++m_report.visits;
        m_report.prescriptions += static_cast<int>(draft.prescriptions.size());
        return std::nullopt;
    }

    /// What a practitioner asks before prescribing.
    std::optional<Error> ask(store::Transaction &tx, PatientId patient, const Person &person, const Case &illness,
                             bool first, QDate day)
    {
        if (first && !person.medicine.isEmpty()) {
            const auto recorded = patient::recordMedicine(tx, patient, person.medicine, QStringLiteral("每日一次"));
            if (!recorded)
                return recorded.error();
        }
        const int age = ageOf(person, day);
        const bool maybe = person.draft.sex == Sex::Female && age >= 12 && age <= 55;
        if (illness.pregnant || (first && maybe && chance(m_random, 0.8))) {
            const auto recorded = patient::recordPregnancy(tx, patient, illness.pregnant, false);
            if (!recorded)
                return recorded.error();
        }
        return std::nullopt;
    }

    /// No prescription of the demo clinic needs an override: a herb with a severe finding is not used.
    void leaveOutWhatHarms(PrescriptionDraft &draft, const consultation::PatientFacts &facts) const
    {
        const auto found = consultation::open(consultation::check(m_catalog, draft, facts), draft);
        QSet<QString> names;
        for (const safety::Finding &finding : found)
            names += QSet<QString>(finding.herbs.cbegin(), finding.herbs.cend());
        draft.lines.removeIf([&names](const PrescriptionLine &line) { return names.contains(line.name); });
    }

    const access::Session &m_session;
    FakeClock &m_clock;
    const Catalog &m_catalog;
    QList<Case> m_cases;
    QList<Person> m_people;
    SeededRandom m_random;
    QList<std::optional<PatientId>> m_ids;
    QSet<qsizetype> m_seen;
    store::Actor m_reception;
    QList<store::Actor> m_practitioners;
    Report m_report;
};

/// Adds the accounts; their actors by login. Their passwords stand in the open, so the smallest cost protects them as
/// well as any and the half minute of a slow PC is saved; whoever sets another password pays its full cost.
Result<QHash<QString, store::Actor>> hire(access::Surroundings around, const access::Session &session)
{
    around.quickKeys = true;
    QHash<QString, store::Actor> actors;
    for (const Account &account : accounts()) {
        access::User user;
        user.login = account.login;
        user.name = account.name;
        user.title = account.title;
        user.roles = account.roles;
        const auto added = access::addPerson(around, session, user, account.password);
        if (!added)
            return added.error();
        actors.insert(account.login, store::Actor{added->id.uuid(), session.actor.device});
    }
    return actors;
}

QList<QList<PlannedVisit>> byDay(const QList<PlannedVisit> &visits)
{
    QList<QList<PlannedVisit>> days;
    for (const PlannedVisit &visit : visits) {
        if (days.isEmpty() || days.constLast().constFirst().day != visit.day)
            days.append(QList<PlannedVisit>());
        days.last() << visit;
    }
    return days;
}

} // namespace

const QList<Account> &accounts()
{
    using access::Role;
    const QString password = QStringLiteral("xinglin-demo");
    static const QList<Account> all = {
        {QStringLiteral("qiantai"), QStringLiteral("周敏"), QString(), Role::Receptionist, password},
        {QStringLiteral("yisheng"), QStringLiteral("沈致远"), QStringLiteral("主任中医师"), Role::Practitioner,
         password},
        {QStringLiteral("yisheng2"), QStringLiteral("陆清和"), QStringLiteral("主治中医师"), Role::Practitioner,
         password},
        {QStringLiteral("yaofang"), QStringLiteral("何素芬"), QStringLiteral("中药师"), Role::Dispenser, password},
        {QStringLiteral("guanli"), QStringLiteral("秦立"), QString(), Role::Administrator, password},
        {QStringLiteral("shenji"), QStringLiteral("韩静"), QString(), Role::Auditor, password},
    };
    return all;
}

Result<Report> fill(const access::Surroundings &around, const access::Session &session, FakeClock &clock,
                    const Catalog &catalog, const Options &options, const Progress &progress)
try {
    if (auto error = problem(session, options))
        return *error;
    const auto names = Names::fromJson(resource("names.json"));
    if (!names)
        return names.error();
    auto cases = casesFromJson(resource("cases.json"), catalog);
    if (!cases)
        return cases.error();

    QDate from = options.until.addYears(-options.years);
    if (from.dayOfWeek() == Qt::Monday)
        from = from.addDays(1);
    SeededRandom random(options.seed);
    QList<Person> people = makePeople(random, *names, options.patients, options.until);
    const auto days = byDay(planVisits(random, people, *cases, from, options.until));

    clock.set(instantFromMs(QDateTime(from.addDays(-1), QTime(9, 0), around.zone).toMSecsSinceEpoch()));
    const auto staff = hire(around, session);
    if (!staff)
        return staff.error();

    Filler filler(session, clock, catalog, *std::move(cases), std::move(people), random.next());
    filler.setStaff((*staff)[QStringLiteral("qiantai")],
                    {(*staff)[QStringLiteral("yisheng")], (*staff)[QStringLiteral("yisheng2")]});
    for (qsizetype index = 0; index < days.size(); ++index) {
        if (auto error = filler.day(days[index], index == days.size() - 1))
            return *error;
        if (progress && !progress(static_cast<int>(index + 1), static_cast<int>(days.size())))
            return Error{Code::Cancelled, Tr::tr("Stopped; the days written so far stay."), {}, {}};
    }
    const auto view = session.store->snapshot(session.actor);
    const auto findable = patient::count(*view);
    if (!findable)
        return findable.error();
    if (*findable != filler.report().patients)
        return Error{Code::Broken, Tr::tr("The demo patients cannot be found."), {}, QStringLiteral("no followers")};
    return filler.report();
} catch (const store::Failure &failure) {
    return failure.error();
}

} // namespace xinglin::demo
