#include "access/health.h"
#include "app/cli/opening.h"

#include <QCoreApplication>

namespace xinglin::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::Doctor)
};

QString codeOf(access::HealthState state)
{
    switch (state) {
    case access::HealthState::Good:
        return QStringLiteral("good");
    case access::HealthState::Watch:
        return QStringLiteral("watch");
    case access::HealthState::Bad:
        return QStringLiteral("bad");
    case access::HealthState::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

QString wordOf(access::HealthState state)
{
    switch (state) {
    case access::HealthState::Good:
        return Tr::tr("good");
    case access::HealthState::Watch:
        return Tr::tr("soon");
    case access::HealthState::Bad:
        return Tr::tr("now");
    case access::HealthState::Unknown:
        return Tr::tr("unknown");
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const access::HealthLine &line)
{
    return {{QStringLiteral("code"), QString::fromLatin1(line.code)},
            {QStringLiteral("state"), codeOf(line.state)},
            {QStringLiteral("name"), line.name},
            {QStringLiteral("fact"), line.fact},
            {QStringLiteral("advice"), line.advice.isEmpty() ? QJsonValue() : QJsonValue(line.advice)}};
}

Exit run(const Call &call)
{
    Machine machine;
    const access::Surroundings around = machine.around(call.arguments);
    const auto session = openClinic(call.arguments, around);
    if (!session)
        return refuseOpening(call, session.error());
    const auto health = read(*session, [&](const store::Snapshot &view) { return access::health(view, around); });
    if (!health)
        return call.refuse(health.error());
    if (call.output.isJson()) {
        QJsonArray lines;
        for (const access::HealthLine &line : health->lines)
            lines << toJson(line);
        call.output.json({{QStringLiteral("state"), codeOf(health->state())},
                          {QStringLiteral("lines"), lines},
                          {QStringLiteral("limits"), QJsonArray::fromStringList(health->limits)}});
    } else {
        QList<QStringList> rows;
        for (const access::HealthLine &line : health->lines)
            rows.append({wordOf(line.state), line.name, line.fact, line.advice});
        call.output.table({Tr::tr("State"), Tr::tr("What"), Tr::tr("Fact"), Tr::tr("What to do")}, rows);
        for (const QString &limit : health->limits)
            Output::say(limit);
    }
    return health->state() == access::HealthState::Bad ? Exit::Refused : Exit::Done;
}

} // namespace

Command doctorCommand()
{
    return {{QStringLiteral("doctor")},
            Tr::tr("Say how the store and this PC are doing, and what to do about it."),
            {},
            {},
            Tr::tr("Ends with 1 where something is to be done now."),
            run};
}

} // namespace xinglin::cli
