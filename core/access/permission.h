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
    RevealIdentifiers, ///< One masked field for a minute, with its audit row first.
    ManageRoles,       ///< The clinic's own roles.
    ReadPolicy,        ///< Lock times, retention and the like.
    EditPolicy,
    ReadOwnAudit, ///< What one has done oneself.
    ExportAudit,
    BreakGlass,  ///< One patient past the ordinary rules, for half an hour and a reason.
    ReadGlass,   ///< Who broke the glass and why.
    ReviewGlass, ///< To say whether it was justified.
    ReadBackups,
    RunBackups,
    ReadHealth,
    ReadJournal,      ///< The acts of the last day, in words.
    TakeBack,         ///< Undoing one; the act's own permission is asked besides.
    RunBatch,         ///< Imports: rows of an open batch.
    SearchMasked,     ///< Who there is, with names and telephones masked.
    RestrictPatients, ///< To hide a patient from everybody else, and to lift it.
    ReadTreatments,   ///< Points and therapies ordered, their sessions, saved point groups.
    WriteTreatments,
    PerformTreatments, ///< To begin and end sessions: needles in, needles out.
    CheckPrescription, ///< To sign another's prescription as checked (审方), without its note.
    MergePatients,     ///< Two records of one person become one, and two again.
    EditGroupings,     ///< The clinic's tags and saved segments.
    ReadContacts,      ///< Enquiries, and what was said with people outside of visits.
    RecordContacts,
    ReadSchedule,  ///< Who and what can be booked, and when they work.
    Book,          ///< Appointments: to book, move and cancel them.
    Overbook,      ///< Above the capacity (加号).
    RunQueue,      ///< Who has come, whose turn it is, who did not come.
    EditRoster,    ///< Working hours and leave.
    EditResources, ///< Practitioners, rooms, beds, devices, services, holidays.
    ExportData, ///< Everything the clinic keeps, in open formats; the narrative only where ReadNarrative is held too.
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

/// The permission's code in `permissions.json`: "patient.search".
QString codeOf(Permission permission);
std::optional<Permission> permissionFrom(const QString &code);
/// Every permission, in the order of the table.
const QList<Permission> &allPermissions();

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

/// The shipped roles the actor has at this moment. What they may do also comes from the clinic's own roles: see
/// rightsOf().
Roles rolesOf(const store::Snapshot &view);

/// First line of every domain function: opens the permission's field groups for the rest of this call, or says why not.
std::optional<Error> require(const store::Snapshot &view, Permission permission);
/// The same as a question, for parts that are left out where they are not allowed.
bool allows(const store::Snapshot &view, Permission permission);
/// The same where the glass was broken for @p patient (the record that stays after merges): what concerns their safety
/// is open then as well.
std::optional<Error> require(const store::Snapshot &view, Permission permission, const Uuid &patient);
bool allows(const store::Snapshot &view, Permission permission, const Uuid &patient);

} // namespace xinglin::access
