#include "ui/settings/rolegrid.h"

#include <QCoreApplication>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::RightsWords)
};

using access::Permission;

struct AreaWords
{
    const char *key;
    const char *name;
    const char *detail;
};

constexpr AreaWords areas[] = {
    {"identity", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Patients"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "name, sex, birth date, phone, history")},
    {"identifiers", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Identity papers"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "ID number, address, insurance, guardian")},
    {"alert", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Alert for the desk"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "what reception must see")},
    {"allergy", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Allergies"), ""},
    {"care", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Care summary"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "pregnancy, medicines, constitution")},
    {"visit", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "List of visits"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "when and with whom")},
    {"narrative", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Notes of a visit"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "complaint, examinations, diagnosis")},
    {"prescription", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Prescriptions"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "herbs, doses, findings, reasons")},
    {"attestation", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Prescription check"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "the second person's signature")},
    {"treatment", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Treatments"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "points, therapies, sessions, needles")},
    {"people", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "People"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "who works here, their roles")},
    {"roles", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Roles"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "the clinic's own ones")},
    {"clinic", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Clinic"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "name, address, licence")},
    {"policy", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Rules of the clinic"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "locking, sharing, keeping")},
    {"audit", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Audit"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "who looked at what")},
    {"oversight", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Emergency access"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "who opened what, and why")},
    {"backup", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Backups"), ""},
    {"health", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Health"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "store, disk, clock")},
    {"batch", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Imports"), ""},
    {"data", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Export"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "everything, in open formats")},
    {"grouping", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Tags and segments"), ""},
    {"contact", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Enquiries and contacts"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "who asked, calls, messages")},
    {"schedule", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Calendar"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "appointments, services, who works when")},
    {"roster", QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "Roster and services"),
     QT_TRANSLATE_NOOP("xinglin::ui::RightsWords", "settling hours, leave, rooms, services, holidays")},
};

const AreaWords *areaWords(const QByteArray &key)
{
    for (const AreaWords &words : areas) {
        if (key == words.key)
            return &words;
    }
    return nullptr;
}

} // namespace

QString areaName(const QByteArray &key)
{
    const AreaWords *words = areaWords(key);
    return words ? QCoreApplication::translate("xinglin::ui::RightsWords", words->name) : QString::fromLatin1(key);
}

QString areaDetail(const QByteArray &key)
{
    const AreaWords *words = areaWords(key);
    return words && *words->detail ? QCoreApplication::translate("xinglin::ui::RightsWords", words->detail) : QString();
}

QString reachWords(Reach reach)
{
    switch (reach) {
    case Reach::Change:
        return Tr::tr("see and change");
    case Reach::See:
        return Tr::tr("see only");
    case Reach::None:
        break;
    }
    return Tr::tr("nothing");
}

QString reachMark(Reach reach)
{
    switch (reach) {
    case Reach::Change:
        return Tr::tr("C", "mark in the table of roles: see and change");
    case Reach::See:
        return Tr::tr("S", "mark in the table of roles: see only");
    case Reach::None:
        break;
    }
    return QStringLiteral("–");
}

QString wordsFor(Permission permission)
{
    switch (permission) {
    case Permission::SearchPatients:
        return Tr::tr("find patients");
    case Permission::RegisterPatient:
        return Tr::tr("register patients");
    case Permission::EditPatient:
        return Tr::tr("change what is known of a patient");
    case Permission::ReadIdentifiers:
        return Tr::tr("see identity papers and address");
    case Permission::ReadAlert:
        return Tr::tr("see the alert");
    case Permission::EditAlert:
        return Tr::tr("write the alert");
    case Permission::ReadAllergies:
        return Tr::tr("see allergies");
    case Permission::RecordAllergies:
        return Tr::tr("record allergies");
    case Permission::RetractAllergies:
        return Tr::tr("mark a wrong allergy");
    case Permission::ReadCare:
        return Tr::tr("see pregnancy and medicines");
    case Permission::RecordCare:
        return Tr::tr("record pregnancy and medicines");
    case Permission::ReadVisits:
        return Tr::tr("see that a visit took place");
    case Permission::ReadNarrative:
        return Tr::tr("read notes of visits");
    case Permission::WriteVisit:
        return Tr::tr("write and sign own visits");
    case Permission::ReadPrescriptions:
        return Tr::tr("read prescriptions");
    case Permission::WritePrescriptions:
        return Tr::tr("write prescriptions");
    case Permission::PrintPrescription:
        return Tr::tr("print prescriptions");
    case Permission::ReadPeople:
        return Tr::tr("see who works here");
    case Permission::ManagePeople:
        return Tr::tr("add, change and disable people");
    case Permission::ReadClinic:
        return Tr::tr("see name and address of the clinic");
    case Permission::EditClinic:
        return Tr::tr("change name and address of the clinic");
    case Permission::ReadHistory:
        return Tr::tr("see how a record changed");
    case Permission::ReadAudit:
        return Tr::tr("read the audit of everybody");
    case Permission::RevealIdentifiers:
        return Tr::tr("uncover a masked field for a minute");
    case Permission::ManageRoles:
        return Tr::tr("make and change the clinic's own roles");
    case Permission::ReadPolicy:
        return Tr::tr("see the rules of the clinic");
    case Permission::EditPolicy:
        return Tr::tr("change the rules of the clinic");
    case Permission::ReadOwnAudit:
        return Tr::tr("see what one did oneself");
    case Permission::ExportAudit:
        return Tr::tr("export the audit");
    case Permission::BreakGlass:
        return Tr::tr("open a record in an emergency");
    case Permission::ReadGlass:
        return Tr::tr("see who opened records in an emergency");
    case Permission::ReviewGlass:
        return Tr::tr("say whether that was justified");
    case Permission::ReadBackups:
        return Tr::tr("see the backups");
    case Permission::RunBackups:
        return Tr::tr("make backups and drills");
    case Permission::ReadHealth:
        return Tr::tr("see the health of the store");
    case Permission::ReadJournal:
        return Tr::tr("see the acts of the last day");
    case Permission::TakeBack:
        return Tr::tr("take an act back");
    case Permission::RunBatch:
        return Tr::tr("import records");
    case Permission::SearchMasked:
        return Tr::tr("see who there is, with masked names");
    case Permission::RestrictPatients:
        return Tr::tr("hide a patient from others");
    case Permission::ReadTreatments:
        return Tr::tr("read points and therapies");
    case Permission::WriteTreatments:
        return Tr::tr("order points and therapies");
    case Permission::PerformTreatments:
        return Tr::tr("give treatments and count needles");
    case Permission::CheckPrescription:
        return Tr::tr("check-sign prescriptions of others");
    case Permission::MergePatients:
        return Tr::tr("merge records of one person, and part them again");
    case Permission::EditGroupings:
        return Tr::tr("make tags and segments");
    case Permission::ReadContacts:
        return Tr::tr("see enquiries and contacts");
    case Permission::RecordContacts:
        return Tr::tr("record enquiries and contacts");
    case Permission::ReadSchedule:
        return Tr::tr("see services and who works when");
    case Permission::Book:
        return Tr::tr("book, move and cancel appointments");
    case Permission::Overbook:
        return Tr::tr("book above what fits");
    case Permission::RunQueue:
        return Tr::tr("check patients in and call them");
    case Permission::EditRoster:
        return Tr::tr("settle working hours and leave");
    case Permission::EditResources:
        return Tr::tr("settle services, rooms, devices and holidays");
    case Permission::ExportData:
        return Tr::tr("export everything the clinic keeps");
    }
    Q_UNREACHABLE();
}

} // namespace xinglin::ui
