#include "demo/demo.h"

#include "clinic/patient/patients.h"
#include "demo/diary.h"
#include "demo/filler.h"
#include "demo/frontdesk.h"
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

/// Who and what can be booked, from the first week on.
Result<FrontDesk> openDesk(const access::Session &session, const QHash<QString, store::Actor> &staff, QDate from)
{
    const auto tx = session.store->begin(session.actor, "resource.add");
    const auto id = [&](const QString &login) { return access::UserId(*staff[login].user); };
    const auto desk = openFrontDesk(*tx, from, {id(QStringLiteral("yisheng")), id(QStringLiteral("yisheng2"))});
    if (desk)
        tx->commit();
    return desk;
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
    const auto names = Names::shipped();
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
    giveOldNumbers(options.seed, people, options.until);
    QList<Background> backgrounds;
    for (qsizetype index = 0; index < people.size(); ++index)
        backgrounds << backgroundOf(options.seed, index, people[index], options.until, catalog);
    const auto days = byDay(planVisits(random, people, *cases, from, options.until));

    clock.set(instantFromMs(QDateTime(from.addDays(-1), QTime(9, 0), around.zone).toMSecsSinceEpoch()));
    const auto staff = hire(around, session);
    if (!staff)
        return staff.error();
    const auto desk = openDesk(session, *staff, from);
    if (!desk)
        return desk.error();

    Filler filler(session, clock, catalog, *std::move(cases), random.next());
    filler.setStaff((*staff)[QStringLiteral("qiantai")],
                    {(*staff)[QStringLiteral("yisheng")], (*staff)[QStringLiteral("yisheng2")]});
    filler.setPeople(std::move(people), std::move(backgrounds));
    for (qsizetype index = 0; index < days.size(); ++index) {
        if (auto error = filler.sessionsBefore(days[index].constFirst().day))
            return *error;
        if (auto error = filler.day(days[index], index == days.size() - 1))
            return *error;
        if (progress && !progress(static_cast<int>(index + 1), static_cast<int>(days.size())))
            return Error{Code::Cancelled, Tr::tr("Stopped; the days written so far stay."), {}, {}};
    }
    if (auto error = fillDiary(session, (*staff)[QStringLiteral("qiantai")], *desk, filler.patients(), options.until,
                               options.seed))
        return *error;
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
