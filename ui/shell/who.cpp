#include "ui/shell/who.h"

namespace xinglin::ui {

QString Who::label() const
{
    if (!user.title.isEmpty())
        return QStringLiteral("%1 %2").arg(user.name, user.title);
    for (const access::Role role : access::allRoles()) {
        if (user.roles & role)
            return QStringLiteral("%1·%2").arg(access::nameOf(role), user.name);
    }
    return user.name;
}

Result<Who> whoIs(const store::Snapshot &view)
{
    const Result<access::User> user = access::user(view, access::UserId(*view.actor().user));
    if (!user)
        return user.error();
    const Result<access::ClinicProfile> clinic = access::clinicProfile(view);
    if (!clinic)
        return clinic.error();
    Who who{*user, *clinic, access::rightsOf(view)};
    if (view.actor().previewed)
        who.user.roles = access::rolesOf(view);
    return who;
}

QDate today(Clinic &clinic)
{
    const store::StoreOptions &options = clinic.store().options();
    return civilDay(options.clock->now(), options.zone);
}

} // namespace xinglin::ui
