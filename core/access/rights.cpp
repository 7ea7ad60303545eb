#include "access/rights.h"

#include "store/store.h"

#include <algorithm>
#include <utility>

namespace xinglin::access {

namespace {

Rights narrative()
{
    Rights rights;
    for (const Permission permission : allPermissions()) {
        if (isNarrative(permission))
            rights |= {permission};
    }
    return rights;
}

/// Their groups in this store, by permission.
QList<store::OpenGroups> groupsIn(const store::Registry &registry)
{
    QList<store::OpenGroups> groups;
    for (const Permission permission : allPermissions()) {
        const PermissionTable::Row &row = PermissionTable::shipped().row(permission);
        store::OpenGroups open;
        for (const QByteArray &name : row.read)
            open.read |= registry.group(name);
        for (const QByteArray &name : row.write)
            open.write |= registry.group(name);
        groups << open;
    }
    return groups;
}

class Finder
{
public:
    explicit Finder(const store::Snapshot &view) : m_view(view) {}

    Footing find()
    {
        m_found.groups = groupsIn(m_view.registry());
        if (!m_view.actor().user)
            return m_found;
        rolesOf(*m_view.actor().user);
        if (m_view.actor().previewed)
            narrowTo(*m_view.actor().previewed);
        if (m_found.rights.isEmpty())
            return m_found;
        thisDevice();
        openGlass();
        return m_found;
    }

private:
    store::Query ask(const char *sql) const { return m_view.connection().internal(sql); }

    void endsAt(const std::optional<qint64> &until)
    {
        if (until)
            m_found.changesMs = std::min(*until, m_found.changesMs.value_or(*until));
    }

    void add(Role base, const Rights &rights)
    {
        m_found.rights |= rights;
        if (base != Role::Practitioner)
            m_found.everywhere |= rights;
    }

    void rolesOf(const Uuid &user)
    {
        shippedRoles(user);
        customRoles(user);
    }

    /// A preview shows what both may see, and changes nothing.
    void narrowTo(const Uuid &user)
    {
        static const Rights changing = [] {
            Rights rights;
            for (const Permission permission : allPermissions()) {
                if (isWriting(permission))
                    rights |= {permission};
            }
            return rights;
        }();
        const Footing own = std::exchange(m_found, {});
        m_found.groups = own.groups;
        m_found.changesMs = own.changesMs;
        rolesOf(user);
        m_found.rights &= own.rights;
        m_found.rights -= changing;
        m_found.everywhere &= own.everywhere;
        m_found.everywhere -= changing;
    }

    void shippedRoles(const Uuid &user)
    {
        store::Query rows = ask("SELECT r.role, r.until_ms FROM user_role r JOIN user u ON u.id = r.user_id"
                                " WHERE r.user_id = ?1 AND r.revoked = 0 AND u.active = 1"
                                " AND (r.until_ms IS NULL OR r.until_ms > ?2)");
        rows.bind(user, m_view.now());
        while (rows.next()) {
            const auto role = roleFrom(rows.get<QString>(0).at(0));
            if (!role)
                continue;
            m_found.roles |= *role;
            add(*role, rightsOf(Roles(*role)));
            endsAt(rows.get<std::optional<qint64>>(1));
        }
    }

    void customRoles(const Uuid &user)
    {
        store::Query rows =
            ask("SELECT c.base, c.permissions, g.until_ms FROM custom_role_grant g JOIN user u ON u.id = g.user_id"
                " JOIN custom_role c ON c.id = g.custom_role_id WHERE g.user_id = ?1 AND g.revoked = 0"
                " AND u.active = 1 AND c.active = 1 AND (g.until_ms IS NULL OR g.until_ms > ?2)");
        rows.bind(user, m_view.now());
        while (rows.next()) {
            if (const auto base = roleFrom(rows.get<QString>(0).at(0)))
                add(*base, Rights::fromCodes(rows.get<QString>(1)));
            endsAt(rows.get<std::optional<qint64>>(2));
        }
    }

    QString setting(const QString &key) const
    {
        store::Query row = ask("SELECT value FROM setting WHERE key = ?1 ORDER BY n DESC LIMIT 1");
        return row.bind(key).next() ? row.get<QString>(0) : QString();
    }

    void thisDevice()
    {
        m_found.frontDesk = setting(QStringLiteral("device.front-desk/") + m_view.actor().device.toString()) == u"yes";
        if (m_found.frontDesk) {
            static const Rights hidden = narrative();
            m_found.rights -= hidden;
            m_found.everywhere -= hidden;
        }
        m_found.ownPatientsOnly = setting(QStringLiteral("records.sharing")) == u"own";
    }

    void openGlass()
    {
        if (!m_found.rights.has(Permission::BreakGlass) || m_view.actor().previewed)
            return;
        store::Query rows = ask("SELECT patient_id, until_ms FROM emergency_access WHERE user_id = ?1"
                                " AND until_ms > ?2 AND ended_ms IS NULL");
        rows.bind(*m_view.actor().user, m_view.now());
        while (rows.next())
            m_found.glass << Footing::Glass{rows.get<Uuid>(0), rows.get<qint64>(1)};
    }

    const store::Snapshot &m_view;
    Footing m_found;
};

} // namespace

Rights Rights::fromCodes(const QString &codes)
{
    Rights rights;
    for (const QString &code : codes.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto permission = permissionFrom(code))
            rights |= {*permission};
    }
    return rights;
}

QList<Permission> Rights::list() const
{
    QList<Permission> found;
    for (const Permission permission : allPermissions()) {
        if (has(permission))
            found << permission;
    }
    return found;
}

QString Rights::codes() const
{
    QStringList codes;
    for (const Permission permission : list())
        codes << codeOf(permission);
    return codes.join(u' ');
}

QString lettersOf(Roles roles)
{
    QString letters;
    for (const Role role : allRoles()) {
        if (roles & role)
            letters += letterOf(role);
    }
    return letters;
}

Roles rolesFrom(const QString &letters)
{
    Roles roles;
    for (const QChar letter : letters) {
        if (const auto role = roleFrom(letter))
            roles |= *role;
    }
    return roles;
}

Rights rightsOf(Roles roles)
{
    Rights rights;
    for (const PermissionTable::Row &row : PermissionTable::shipped().rows()) {
        if (row.roles & roles)
            rights |= {row.permission};
    }
    return rights;
}

Rights rightsOf(const store::Snapshot &view)
{
    return footing(view).rights;
}

bool isNarrative(Permission permission)
{
    return PermissionTable::shipped().row(permission).read.contains("narrative");
}

bool isWriting(Permission permission)
{
    return !PermissionTable::shipped().row(permission).write.isEmpty() || permission == Permission::RunBackups;
}

bool Footing::isGlassOpen(const Uuid &patient, qint64 nowMs) const
{
    return std::any_of(glass.cbegin(), glass.cend(),
                       [&](const Glass &one) { return one.patient == patient && one.untilMs > nowMs; });
}

const Footing &footing(const store::Snapshot &view)
{
    const auto *known = std::any_cast<Footing>(&view.noted());
    if (known && (!known->changesMs || *known->changesMs > toMs(view.now())))
        return *known;
    const Footing &found = view.noted().emplace<Footing>(Finder(view).find());
    view.setRowRule([&view](const Uuid &patient) {
        const auto *who = std::any_cast<Footing>(&view.noted());
        return who && (who->rights.has(Permission::RestrictPatients) || who->isGlassOpen(patient, toMs(view.now())));
    });
    return found;
}

void forgetFooting(const store::Snapshot &view)
{
    view.noted().reset();
    footing(view);
}

} // namespace xinglin::access
