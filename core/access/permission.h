#pragma once

#include "store/snapshot.h"

#include <QFlags>

namespace xinglin::access {

/// What a person may do. Which roles may, and which field groups it opens, stands in
/// `resources/access/permissions.json`.
enum class Permission {
    SearchPatients,  ///< Name, sex, birth date, phone, number.
    RegisterPatient, ///< A new patient with all fields.
    EditPatient,     ///< Demographics of a known patient.
    ReadIdentifiers, ///< ID number, address, insurance, guardian.
    ReadAlert,       ///< The desk alert.
    EditAlert,
    ReadAllergies,
    RecordAllergies,
    RetractAllergies, ///< Marking a wrong one as entered in error.
    ReadCare,         ///< Pregnancy, current medicines, constitution.
    RecordCare,
    ReadVisits,    ///< That a visit took place, when and with whom.
    ReadNarrative, ///< Complaint, four examinations, diagnosis, plan, notes.
    WriteVisit,    ///< Own visits: write, save, sign, amend.
    ReadPrescriptions,
    WritePrescriptions,
    PrintPrescription,
    ReadPeople, ///< Users and their roles.
    ManagePeople,
    ReadClinic,
    EditClinic,
    ReadHistory, ///< Changes of a record, as far as its field groups are open.
    ReadAudit,
    RunBatch, ///< Imports: rows of an open batch.
};

enum class Role { Receptionist = 1, Practitioner = 2, Dispenser = 4, Owner = 8, Administrator = 16, Auditor = 32 };
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

/// The letter of a role in the store: R P D O A U.
QChar letterOf(Role role);
std::optional<Role> roleFrom(QChar letter);
/// Every role, in the order they are offered.
const QList<Role> &allRoles();
/// The role's name in the language of the program.
QString nameOf(Role role);

/// The table of permissions; data, so that a clinic can read what a role may do.
class PermissionTable
{
public:
    struct Row
    {
        Permission permission;
        Roles roles;
        QByteArrayList read;
        QByteArrayList write;
    };
    /// Refuses with the place of the first error; every permission must be there once.
    static Result<PermissionTable> fromJson(const QByteArray &json);
    /// The one that ships.
    static const PermissionTable &shipped();

    const Row &row(Permission permission) const;
    const QList<Row> &rows() const { return m_rows; }

private:
    QList<Row> m_rows;
};

/// The actor's roles at this moment.
Roles rolesOf(const store::Snapshot &view);

/// First line of every domain function: opens the permission's field groups for the rest of this call, or says why not.
std::optional<Error> require(const store::Snapshot &view, Permission permission);
/// The same as a question, for parts that are left out where they are not allowed.
bool allows(const store::Snapshot &view, Permission permission);

} // namespace xinglin::access
