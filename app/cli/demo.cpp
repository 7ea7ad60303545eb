#include "demo/demo.h"

#include "app/cli/opening.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Demo)
};

/// Who can sign in afterwards; the owner keeps the login and password of init.
QList<demo::Account> everybody(const access::Session &session, const QString &ownersPassword)
{
    QList<demo::Account> all;
    const auto owner = read(session, [&](const store::Snapshot &view) { return access::user(view, session.user); });
    if (owner)
        all.append({owner->login, owner->name, owner->title, owner->roles, ownersPassword});
    return all + demo::accounts();
}

QString roleNames(access::Roles roles)
{
    QStringList names;
    for (const access::Role role : access::allRoles())
        if (roles & role)
            names << access::nameOf(role);
    return names.join(QStringLiteral(", "));
}

QString roleLetters(access::Roles roles)
{
    QString letters;
    for (const access::Role role : access::allRoles())
        if (roles & role)
            letters += access::letterOf(role);
    return letters;
}

void show(Output &output, const demo::Report &report, const QList<demo::Account> &accounts, double seconds)
{
    if (!output.isJson()) {
        QList<QStringList> rows;
        for (const demo::Account &account : accounts)
            rows.append({account.login, account.name, roleNames(account.roles), account.password});
        output.table({Tr::tr("Login"), Tr::tr("Name"), Tr::tr("Roles"), Tr::tr("Password")}, rows);
        Output::say(Tr::tr("%1 patients, %2 visits and %3 prescriptions in %4 s.")
                        .arg(report.patients)
                        .arg(report.visits)
                        .arg(report.prescriptions)
                        .arg(seconds, 0, 'f', 1));
        return;
    }
    QJsonArray users;
    for (const demo::Account &account : accounts)
        users << QJsonObject{{QStringLiteral("login"), account.login},
                             {QStringLiteral("name"), account.name},
                             {QStringLiteral("roles"), roleLetters(account.roles)},
                             {QStringLiteral("password"), account.password}};
    output.json({{QStringLiteral("patients"), report.patients},
                 {QStringLiteral("visits"), report.visits},
                 {QStringLiteral("prescriptions"), report.prescriptions},
                 {QStringLiteral("seconds"), seconds},
                 {QStringLiteral("users"), users}});
}

Exit run(const Call &call)
{
    const auto patients = call.arguments.number(QStringLiteral("patients"), 300, 1, 100'000);
    const auto years = call.arguments.number(QStringLiteral("years"), 2, 1, 30);
    const auto seed = call.arguments.number(QStringLiteral("seed"), 1, 0, std::numeric_limits<qint64>::max());
    for (const auto *number : {&patients, &years, &seed})
        if (!*number)
            return call.refuse(Exit::WrongUse, number->error().message);
    const auto catalog = Catalog::load();
    if (!catalog)
        return call.refuse(catalog.error());
    Machine machine;
    FakeClock clock(machine.clock.now());
    const access::Surroundings around = machine.around(call.arguments, &clock);
    QString password;
    const auto session = openClinic(call.arguments, around, &password);
    if (!session) {
        wipe(password);
        return refuseOpening(call, session.error());
    }
    demo::Options options;
    options.patients = static_cast<int>(*patients);
    options.years = static_cast<int>(*years);
    options.seed = static_cast<quint64>(*seed);
    options.until = civilDay(machine.clock.now(), around.zone).addDays(-1);
    QElapsedTimer timer; // not of whoever types the password
    timer.start();
    const auto report = demo::fill(around, *session, clock, **catalog, options, [](int done, int total) {
        Output::progress(Tr::tr("Day %1 of %2").arg(done).arg(total));
        return true;
    });
    Output::endProgress();
    if (!report) {
        wipe(password);
        return call.refuse(report.error());
    }
    show(call.output, *report, everybody(*session, password), static_cast<double>(timer.elapsed()) / 1000.0);
    wipe(password);
    return Exit::Done;
}

} // namespace

Command demoCommand()
{
    return {
        {QStringLiteral("demo")},
        Tr::tr("Fill a new training clinic with made-up patients, visits and users, and print the users."),
        {},
        {{QStringLiteral("patients"), QStringLiteral("N"), Tr::tr("How many patients (default 300).")},
         {QStringLiteral("years"), QStringLiteral("Y"), Tr::tr("How many years of visits (default 2).")},
         {QStringLiteral("seed"), QStringLiteral("S"), Tr::tr("The same number gives the same clinic (default 1).")}},
        Tr::tr("The users' passwords are public; never enter a real person in such a clinic."),
        run};
}

} // namespace xinglin::cli
