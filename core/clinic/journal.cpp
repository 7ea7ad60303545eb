#include "clinic/journal.h"

#include "clinic/patient/patients.h"
#include "clinic/takeback.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace xinglin::journal {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::journal)
};

using access::Permission;
using store::RecordChanges;

/// Whatever the reader may read of what acts change; sentences hold only what these open.
void openAll(const store::Snapshot &view)
{
    for (const Permission permission :
         {Permission::SearchPatients, Permission::ReadAlert, Permission::ReadAllergies, Permission::ReadCare,
          Permission::ReadVisits, Permission::ReadNarrative, Permission::ReadPrescriptions, Permission::ReadTreatments,
          Permission::CheckPrescription, Permission::ReadPeople, Permission::ReadClinic, Permission::ReadContacts,
          Permission::ReadSchedule})
        access::allows(view, permission);
    if (!access::allows(view, Permission::ReadIdentifiers))
        access::allows(view, Permission::RevealIdentifiers); // these see them masked
}

Error refusal(const QString &sentence)
{
    return {Code::Conflict, sentence, {}, {}};
}

/// Why the act is corrected instead of taken back.
Error never(const QByteArray &act)
{
    if (act.endsWith(".sign"))
        return refusal(Tr::tr("What is signed is not taken back. Amend the visit, and say why."));
    if (act == "visit.countersign" || act == "prescription.check")
        return refusal(Tr::tr("What is signed is not taken back."));
    if (act.startsWith("visit.") || act.startsWith("consultation."))
        return refusal(Tr::tr("The visit is not signed yet. Open it and go on writing."));
    if (act.startsWith("constitution."))
        return refusal(Tr::tr("An assessment is not taken back. Mark it as entered in error, and say why."));
    if (act.startsWith("attachment."))
        return refusal(Tr::tr("What was attached stays. Mark it as entered in error where it is shown."));
    if (act == "patient.register" || act == "enquiry.become")
        return refusal(Tr::tr("A registration stays. Edit the patient, or leave the record unused."));
    if (act.startsWith("treatment."))
        return refusal(Tr::tr("A session that was given stays. Mark it as entered in error where it stands."));
    return refusal(Tr::tr("This is not taken back here. Change it where it was done."));
}

/// Whether the actor can take the record back now; opens the groups it takes.
std::optional<Error> refuses(const store::Snapshot &view, const RecordChanges &record)
{
    const takeback::Undo *undo = takeback::undoOf(record.act);
    if (undo == nullptr)
        return never(record.act);
    if (record.at + Reach < view.now())
        return refusal(Tr::tr("More than a day has passed. Change it where it was done."));
    if (auto refused = access::require(view, Permission::TakeBack))
        return refused;
    if (auto refused = access::require(view, undo->permission))
        return refused;
    for (const Permission permission : takeback::permissionsFor(record)) {
        if (auto refused = access::require(view, permission))
            return refused;
    }
    if (!record.whole && !undo->blindly)
        return Error{
            Code::NoPermission, Tr::tr("It changed something that you may not see. Ask somebody who may."), {}, {}};
    if (const auto undone = takeback::undoing(view, record))
        return refusal(Tr::tr("It has been taken back already."));
    return undo->obstacle(view, record);
}

/// What the entries of one page share.
class Reader
{
public:
    explicit Reader(const store::Snapshot &view) : m_view(view)
    {
        if (const auto users = access::users(view)) {
            for (const access::User &user : *users)
                m_people.insert(user.id.uuid(), user.name);
        }
    }

    /// nullopt for what the reader may not see.
    std::optional<Entry> entry(const RecordChanges &record)
    {
        Entry entry;
        if (const auto patient = takeback::patientOf(m_view, record)) {
            const auto name = nameOf(*patient);
            if (!name)
                return std::nullopt;
            entry.patient = patient;
            entry.patientName = *name;
        }
        const QStringList lines = changes::sentences(m_view, record);
        if (lines.isEmpty())
            return std::nullopt;
        entry.told = {record.n,   record.version, record.at, record.user ? m_people.value(*record.user) : QString(),
                      record.act, record.reason,  lines};
        entry.own = record.user.has_value() && record.user == m_view.actor().user;
        entry.takenBack = takeback::undoing(m_view, record).has_value();
        const auto refused = refuses(m_view, record);
        entry.possible = !refused;
        entry.why = refused ? refused->message : QString();
        return entry;
    }

private:
    std::optional<QString> nameOf(PatientId id)
    {
        const auto known = m_patients.constFind(id);
        if (known != m_patients.cend())
            return *known;
        const auto patient = patient::find(m_view, id);
        return *m_patients.insert(id, patient ? std::optional(patient->name) : std::nullopt);
    }

    const store::Snapshot &m_view;
    QHash<Uuid, QString> m_people;
    QHash<PatientId, std::optional<QString>> m_patients;
};

/// Hands over the reader's entries, newest first, until @p take returns false.
template <class Take>
void eachEntry(const store::Snapshot &view, std::optional<qint64> before, Take take)
{
    constexpr int AtOnce = 100;
    openAll(view);
    Reader reader(view);
    for (;;) {
        const auto records = store::recentRecords(view, view.now() - Reach, before, AtOnce);
        for (const RecordChanges &record : records) {
            before = record.n;
            const auto entry = reader.entry(record);
            if (entry && !take(*entry))
                return;
        }
        if (records.size() < AtOnce)
            return;
    }
}

} // namespace

Result<QList<Entry>> lastDay(const store::Snapshot &view, std::optional<qint64> before, int limit)
{
    if (auto refused = access::require(view, Permission::ReadJournal))
        return *refused;
    QList<Entry> found;
    if (limit > 0)
        eachEntry(view, before, [&](const Entry &entry) {
            found << entry;
            return found.size() < limit;
        });
    view.audit({"journal.open", {}, {}, {}, "ok", {}});
    return found;
}

Result<std::optional<Entry>> lastOwn(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadJournal))
        return *refused;
    std::optional<Entry> found;
    eachEntry(view, {}, [&](const Entry &entry) {
        if (entry.own && !entry.takenBack && !entry.told.act.endsWith(".undo"))
            found = entry;
        return !found;
    });
    return found;
}

QByteArray actOfTakingBack(const QByteArray &act)
{
    if (act.endsWith(".undo"))
        return act.chopped(5) + ".redo";
    return (act.endsWith(".redo") ? act.chopped(5) : act) + ".undo";
}

Result<Done> takeBack(store::Transaction &tx, const store::Version &version)
{
    if (auto refused = access::require(tx, Permission::TakeBack))
        return *refused;
    openAll(tx);
    const auto record = store::recordChanges(tx, version);
    if (!record)
        return Error{Code::NotFound, Tr::tr("There is no such act."), {}, {}};
    const takeback::Undo *undo = takeback::undoOf(record->act);
    if (undo == nullptr)
        return never(record->act);
    // What the act's own permission opens may be more than reading does.
    if (auto refused = access::require(tx, undo->permission))
        return *refused;
    const auto whole = store::recordChanges(tx, version);
    const auto patient = takeback::patientOf(tx, *whole);
    if (patient) {
        if (const auto found = patient::find(tx, *patient); !found)
            return found.error();
    }
    if (auto refused = refuses(tx, *whole))
        return *refused;
    undo->restore(tx, *whole);
    tx.setCause({"undo", store::bytesOf(version)});
    const std::optional<Uuid> subject = patient ? std::optional(patient->uuid()) : std::nullopt;
    tx.audit({tx.act(), "patient", subject, subject, "ok", {}});
    return Done{};
}

} // namespace xinglin::journal
