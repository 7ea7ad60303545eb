#include "ui/settings/rolewords.h"

#include "ui/shell/patientwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::RoleWords)
};

using access::Role;

} // namespace

QString rolesText(access::Roles roles)
{
    QStringList names;
    for (const Role role : access::allRoles()) {
        if (roles & role)
            names << access::nameOf(role);
    }
    return names.join(u'·');
}

QString conflictOf(access::Roles roles)
{
    if (!(roles & Role::Auditor))
        return {};
    if (roles & Role::Owner)
        return Tr::tr("Owner and auditor in one person: nobody else watches what the owner does.");
    if (roles & Role::Administrator)
        return Tr::tr("Administrator and auditor in one person: nobody else watches what the administrator does.");
    return {};
}

QString grantWords(const QString &role, const std::optional<Instant> &until, const QTimeZone &zone)
{
    if (!until)
        return role;
    // It ends with the day before the instant's.
    const QDate last = civilDay(*until - std::chrono::milliseconds(1), zone);
    return Tr::tr("%1 until %2", "role and last day").arg(role, dateText(last));
}

QStringList ownGrantWords(const QList<access::CustomGrant> &grants, const QList<access::CustomRole> &roles,
                          access::UserId person, const QTimeZone &zone)
{
    QStringList words;
    for (const access::CustomGrant &grant : grants) {
        for (const access::CustomRole &role : roles) {
            if (grant.user == person && grant.role == role.id)
                words << grantWords(role.name, grant.until, zone);
        }
    }
    return words;
}

QString momentText(Instant at, QDate today, const QTimeZone &zone)
{
    const QDate day = civilDay(at, zone);
    if (day.daysTo(today) > 1 || day > today)
        return dateText(day);
    return Tr::tr("%1 %2", "day and time, such as: today 10:02").arg(relativeDay(day, today), timeText(at, zone));
}

} // namespace xinglin::ui
