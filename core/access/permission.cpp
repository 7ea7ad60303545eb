#include "access/permission.h"

#include "access/rights.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace xinglin::access {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::access)
};

struct Named
{
    Permission permission;
    const char *name;
};

constexpr Named names[] = {
    {Permission::SearchPatients, "patient.search"},
    {Permission::RegisterPatient, "patient.register"},
    {Permission::EditPatient, "patient.edit"},
    {Permission::ReadIdentifiers, "patient.identifiers"},
    {Permission::ReadAlert, "alert.read"},
    {Permission::EditAlert, "alert.edit"},
    {Permission::ReadAllergies, "allergy.read"},
    {Permission::RecordAllergies, "allergy.record"},
    {Permission::RetractAllergies, "allergy.retract"},
    {Permission::ReadCare, "care.read"},
    {Permission::RecordCare, "care.record"},
    {Permission::ReadVisits, "visit.list"},
    {Permission::ReadNarrative, "visit.read"},
    {Permission::WriteVisit, "visit.write"},
    {Permission::ReadPrescriptions, "prescription.read"},
    {Permission::WritePrescriptions, "prescription.write"},
    {Permission::PrintPrescription, "prescription.print"},
    {Permission::ReadPeople, "people.read"},
    {Permission::ManagePeople, "people.manage"},
    {Permission::ReadClinic, "clinic.read"},
    {Permission::EditClinic, "clinic.edit"},
    {Permission::ReadHistory, "history.read"},
    {Permission::ReadAudit, "audit.read"},
    {Permission::RevealIdentifiers, "patient.reveal"},
    {Permission::ManageRoles, "roles.manage"},
    {Permission::ReadPolicy, "policy.read"},
    {Permission::EditPolicy, "policy.edit"},
    {Permission::ReadOwnAudit, "audit.own"},
    {Permission::ExportAudit, "audit.export"},
    {Permission::BreakGlass, "glass.break"},
    {Permission::ReadGlass, "glass.read"},
    {Permission::ReviewGlass, "glass.review"},
    {Permission::ReadBackups, "backup.read"},
    {Permission::RunBackups, "backup.run"},
    {Permission::ReadHealth, "health.read"},
    {Permission::ReadJournal, "journal.read"},
    {Permission::TakeBack, "journal.undo"},
    {Permission::RunBatch, "batch.run"},
    {Permission::SearchMasked, "patient.masked"},
    {Permission::RestrictPatients, "patient.restrict"},
    {Permission::ReadTreatments, "treatment.read"},
    {Permission::WriteTreatments, "treatment.write"},
    {Permission::PerformTreatments, "treatment.perform"},
    {Permission::CheckPrescription, "prescription.check"},
    {Permission::MergePatients, "patient.merge"},
    {Permission::EditGroupings, "grouping.edit"},
    {Permission::ReadContacts, "contact.read"},
    {Permission::RecordContacts, "contact.record"},
    {Permission::ReadSchedule, "schedule.read"},
    {Permission::Book, "schedule.book"},
    {Permission::Overbook, "schedule.overbook"},
    {Permission::RunQueue, "schedule.queue"},
    {Permission::EditRoster, "schedule.roster"},
    {Permission::EditResources, "schedule.resources"},
    {Permission::ExportData, "data.export"},
};

Error wrong(qsizetype row, const QString &what)
{
    return Error{Code::Damaged, QStringLiteral("permissions.json, row %1: %2").arg(row).arg(what), {}, {}};
}

QByteArrayList groupNames(const QJsonValue &value)
{
    QByteArrayList found;
    for (const auto &name : value.toArray())
        found << name.toString().toLatin1();
    return found;
}

/// Any glass broken for a patient opens what concerns their safety.
bool glassOpens(Permission permission)
{
    return permission == Permission::ReadCare || permission == Permission::ReadAllergies;
}

Error refusal(Permission permission)
{
    return {Code::NoPermission, Tr::tr("Your role does not allow this."), {}, codeOf(permission)};
}

} // namespace

QString codeOf(Permission permission)
{
    return QLatin1String(names[static_cast<std::size_t>(permission)].name);
}

std::optional<Permission> permissionFrom(const QString &code)
{
    for (const Named &named : names) {
        if (code == QLatin1String(named.name))
            return named.permission;
    }
    return std::nullopt;
}

const QList<Permission> &allPermissions()
{
    static const QList<Permission> all = [] {
        QList<Permission> list;
        for (const Named &named : names)
            list << named.permission;
        return list;
    }();
    return all;
}

QChar letterOf(Role role)
{
    switch (role) {
    case Role::Receptionist:
        return u'R';
    case Role::Practitioner:
        return u'P';
    case Role::Dispenser:
        return u'D';
    case Role::Owner:
        return u'O';
    case Role::Administrator:
        return u'A';
    case Role::Auditor:
        return u'U';
    }
    Q_UNREACHABLE();
}

std::optional<Role> roleFrom(QChar letter)
{
    for (const Role role : allRoles()) {
        if (letterOf(role) == letter)
            return role;
    }
    return std::nullopt;
}

const QList<Role> &allRoles()
{
    static const QList<Role> roles{Role::Receptionist, Role::Practitioner,  Role::Dispenser,
                                   Role::Owner,        Role::Administrator, Role::Auditor};
    return roles;
}

QString nameOf(Role role)
{
    switch (role) {
    case Role::Receptionist:
        return Tr::tr("Receptionist");
    case Role::Practitioner:
        return Tr::tr("Practitioner");
    case Role::Dispenser:
        return Tr::tr("Dispenser");
    case Role::Owner:
        return Tr::tr("Owner");
    case Role::Administrator:
        return Tr::tr("Administrator");
    case Role::Auditor:
        return Tr::tr("Auditor");
    }
    Q_UNREACHABLE();
}

Result<PermissionTable> PermissionTable::fromJson(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonArray rows = QJsonDocument::fromJson(json, &parse).array();
    if (parse.error != QJsonParseError::NoError)
        return wrong(0, parse.errorString());
    PermissionTable table;
    table.m_rows.resize(static_cast<qsizetype>(std::size(names)));
    QList<bool> seen(static_cast<qsizetype>(std::size(names)), false);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonObject object = rows[i].toObject();
        const auto permission = permissionFrom(object[u"permission"].toString());
        if (!permission)
            return wrong(i + 1, QStringLiteral("unknown permission"));
        Row row{*permission, {}, groupNames(object[u"read"]), groupNames(object[u"write"])};
        for (const QChar letter : object[u"roles"].toString()) {
            const auto role = roleFrom(letter);
            if (!role)
                return wrong(i + 1, QStringLiteral("unknown role"));
            row.roles |= *role;
        }
        const auto at = static_cast<qsizetype>(*permission);
        if (seen[at])
            return wrong(i + 1, QStringLiteral("listed twice"));
        seen[at] = true;
        table.m_rows[at] = row;
    }
    if (seen.contains(false))
        return wrong(0, QStringLiteral("%1 is missing").arg(QLatin1String(names[seen.indexOf(false)].name)));
    return table;
}

const PermissionTable &PermissionTable::shipped()
{
    static const PermissionTable table = [] {
        QFile file(QStringLiteral(":/access/permissions.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        auto parsed = fromJson(opened ? file.readAll() : QByteArray());
        if (!parsed)
            qFatal("%s", qUtf8Printable(parsed.error().message));
        return *std::move(parsed);
    }();
    return table;
}

const PermissionTable::Row &PermissionTable::row(Permission permission) const
{
    return m_rows[static_cast<qsizetype>(permission)];
}

Roles rolesOf(const store::Snapshot &view)
{
    Roles roles;
    if (!view.actor().user)
        return roles;
    if (view.actor().previewed)
        return footing(view).roles;
    store::Query query = view.connection().internal("SELECT r.role FROM user_role r JOIN user u ON u.id = r.user_id"
                                                    " WHERE r.user_id = ?1 AND r.revoked = 0 AND u.active = 1"
                                                    " AND (r.until_ms IS NULL OR r.until_ms > ?2)");
    query.bind(*view.actor().user, view.now());
    while (query.next()) {
        if (const auto role = roleFrom(query.get<QString>(0).at(0)))
            roles |= *role;
    }
    return roles;
}

std::optional<Error> require(const store::Snapshot &view, Permission permission)
{
    if (allows(view, permission))
        return std::nullopt;
    return refusal(permission);
}

bool allows(const store::Snapshot &view, Permission permission)
{
    const Footing &known = footing(view);
    if (!known.rights.has(permission))
        return false;
    view.open(known.groups[static_cast<qsizetype>(permission)]);
    return true;
}

std::optional<Error> require(const store::Snapshot &view, Permission permission, const Uuid &patient)
{
    if (allows(view, permission, patient))
        return std::nullopt;
    return refusal(permission);
}

bool allows(const store::Snapshot &view, Permission permission, const Uuid &patient)
{
    if (allows(view, permission))
        return true;
    const Footing &known = footing(view);
    if (!glassOpens(permission) || !known.isGlassOpen(patient, toMs(view.now())))
        return false;
    view.open(known.groups[static_cast<qsizetype>(permission)]);
    return true;
}

} // namespace xinglin::access
