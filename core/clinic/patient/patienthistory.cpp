#include "clinic/patient/patienthistory.h"

#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>

namespace xinglin::patient {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::patient)
};

using access::Permission;

QList<Uuid> rowsOf(const store::Snapshot &view, const char *sql, PatientId id)
{
    store::Query rows = view.sql(sql);
    rows.bind(id);
    QList<Uuid> found;
    while (rows.next())
        found << rows.get<Uuid>(0);
    return found;
}

QString textOf(const QHash<QByteArray, store::Value> &state, const char *column)
{
    const store::Value value = state.value(column);
    return std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString();
}

qint64 integerOf(const QHash<QByteArray, store::Value> &state, const char *column)
{
    const store::Value value = state.value(column);
    return std::holds_alternative<qint64>(value) ? std::get<qint64>(value) : 0;
}

std::optional<PatientId> patientOf(const QHash<QByteArray, store::Value> &state, const char *column)
{
    const store::Value value = state.value(column);
    const auto *bytes = std::get_if<QByteArray>(&value);
    return bytes ? PatientId::fromBytes(*bytes) : std::nullopt;
}

/// The newest assessment that stood then; the care group is open.
std::optional<ConstitutionResult> constitutionAsOf(const store::Snapshot &view, PatientId id, Instant at)
{
    static const QByteArray sql = "SELECT c.id FROM constitution_assessment c WHERE " + where("c") +
                                  " AND c.recorded_ms <= ?2 ORDER BY c.day DESC, c.recorded_ms DESC, c.n DESC";
    store::Query rows = view.sql(sql.constData());
    rows.bind(id, at);
    while (rows.next()) {
        const auto then = store::asItStood(view, "constitution_assessment", rows.get<Uuid>(0), at);
        if (then && textOf(*then, "status") != u"entered-in-error")
            return ConstitutionResult{textOf(*then, "form"), QDate(1970, 1, 1).addDays(integerOf(*then, "day")),
                                      constitutionScores(view, rows.get<Uuid>(0))};
    }
    return std::nullopt;
}

} // namespace

Result<QList<store::ColumnChange>> history(const store::Snapshot &view, PatientId id)
{
    if (auto refused = access::require(view, Permission::ReadHistory))
        return *refused;
    access::allows(view, Permission::ReadIdentifiers);
    access::allows(view, Permission::ReadAlert);
    if (const auto known = canonical(view, id); !known)
        return known.error();
    QList<store::ColumnChange> changes = store::history(view, "patient", id.uuid());
    for (const Uuid &row : rowsOf(view, "SELECT id FROM patient_phone WHERE patient_id = ?1 ORDER BY n", id))
        changes << store::history(view, "patient_phone", row);
    if (access::allows(view, Permission::ReadAllergies)) {
        for (const Uuid &row : rowsOf(view, "SELECT id FROM allergy WHERE patient_id = ?1 ORDER BY n", id))
            changes << store::history(view, "allergy", row);
    }
    if (access::allows(view, Permission::ReadCare, id.uuid())) {
        for (const Uuid &row : rowsOf(view, "SELECT id FROM medication_statement WHERE patient_id = ?1 ORDER BY n", id))
            changes << store::history(view, "medication_statement", row);
        for (const Uuid &row :
             rowsOf(view, "SELECT id FROM pregnancy_status WHERE patient_id = ?1 ORDER BY recorded_ms, n", id))
            changes << store::history(view, "pregnancy_status", row);
    }
    if (access::allows(view, Permission::ReadCare)) {
        for (const Uuid &row :
             rowsOf(view, "SELECT id FROM constitution_assessment WHERE patient_id = ?1 ORDER BY recorded_ms, n", id))
            changes << store::history(view, "constitution_assessment", row);
    }
    // They may be open all the same, for something else in this view.
    store::GroupMask closed = 0;
    if (!access::allows(view, Permission::ReadIdentifiers))
        closed |= view.registry().group("identifiers");
    if (const auto kept = canonical(view, id); !kept || !sharesWith(view, Permission::ReadNarrative, *kept))
        closed |= view.registry().group("narrative");
    changes.removeIf([&](const store::ColumnChange &change) {
        return (view.registry().table(change.table)->column(change.column)->group & closed) != 0;
    });
    std::stable_sort(changes.begin(), changes.end(),
                     [](const store::ColumnChange &a, const store::ColumnChange &b) { return a.at < b.at; });
    view.audit({"patient.history", "patient", id.uuid(), id.uuid(), "ok", {}});
    return changes;
}

Result<Patient> asItStood(const store::Snapshot &view, PatientId id, Instant at)
{
    if (auto refused = access::require(view, Permission::ReadHistory))
        return *refused;
    const bool identifiers = access::allows(view, Permission::ReadIdentifiers) ||
                             access::allows(view, Permission::RevealIdentifiers); // these see them masked
    const bool alert = access::allows(view, Permission::ReadAlert);
    const auto kept = canonical(view, id);
    const bool note = kept && sharesWith(view, Permission::ReadNarrative, *kept);
    const auto state = kept ? store::asItStood(view, "patient", id.uuid(), at) : std::nullopt;
    if (!state)
        return Error{Code::NotFound, Tr::tr("There was no such patient then."), {}, id.toString()};
    Patient patient;
    patient.id = id;
    patient.number = textOf(*state, "number");
    patient.oldNumber = textOf(*state, "old_number");
    patient.name = textOf(*state, "name");
    patient.sex = sexFrom(textOf(*state, "sex")).value_or(Sex::Unknown);
    patient.birthDate = PartialDate::fromText(textOf(*state, "birth_date"));
    patient.birthLunar = integerOf(*state, "birth_lunar") != 0;
    patient.phone = textOf(*state, "phone");
    patient.source = textOf(*state, "source");
    patient.campaign = textOf(*state, "campaign");
    patient.referredBy = patientOf(*state, "referred_by_id");
    if (patient.referredBy && !canonical(view, *patient.referredBy))
        patient.referredBy.reset(); // as find() does
    patient.deceased = integerOf(*state, "deceased") != 0;
    patient.restricted = integerOf(*state, "restricted") != 0;
    patient.registered = instantFromMs(integerOf(*state, "registered_ms"));
    for (const Uuid &row : rowsOf(view, "SELECT id FROM patient_phone WHERE patient_id = ?1 ORDER BY n", id)) {
        const auto phone = store::asItStood(view, "patient_phone", row, at);
        if (phone && integerOf(*phone, "ended") == 0)
            patient.otherPhones << PatientPhone{textOf(*phone, "phone"), textOf(*phone, "whose")};
    }
    if (identifiers)
        patient.identifiers = Identifiers{
            documentKindFrom(textOf(*state, "document_kind")),
            textOf(*state, "document_number"),
            textOf(*state, "address"),
            textOf(*state, "insurance"),
            textOf(*state, "occupation"),
            textOf(*state, "marital_status"),
            {textOf(*state, "guardian_name"), textOf(*state, "guardian_relation"), textOf(*state, "guardian_phone")},
            textOf(*state, "emergency_name"),
            textOf(*state, "emergency_phone")};
    if (alert)
        patient.deskAlert = textOf(*state, "desk_alert");
    if (note)
        patient.note = textOf(*state, "note");
    applyMasks(view, patient);
    view.audit({"patient.open", "patient", id.uuid(), id.uuid(), "ok", QStringLiteral("as of %1").arg(toMs(at))});
    return patient;
}

Result<PatientStrip> stripAsOf(const store::Snapshot &view, PatientId id, Instant at)
{
    auto patient = asItStood(view, id, at);
    if (!patient)
        return patient.error();
    PatientStrip strip;
    strip.patient = *std::move(patient);
    if (access::allows(view, Permission::ReadAllergies)) {
        static const QByteArray sql = "SELECT a.id FROM allergy a WHERE " + where("a") + " ORDER BY a.n";
        strip.allergies.emplace();
        for (const Uuid &row : rowsOf(view, sql.constData(), id)) {
            const auto then = store::asItStood(view, "allergy", row, at);
            if (then && textOf(*then, "verification") != u"entered-in-error")
                *strip.allergies << Allergy{AllergyId(row), textOf(*then, "allergen"), textOf(*then, "substance"),
                                            textOf(*then, "reaction"), instantFromMs(integerOf(*then, "recorded_ms"))};
        }
    }
    if (access::allows(view, Permission::ReadCare, id.uuid())) {
        static const QByteArray medicines =
            "SELECT m.id FROM medication_statement m WHERE " + where("m") + " ORDER BY m.n";
        strip.medicines.emplace();
        for (const Uuid &row : rowsOf(view, medicines.constData(), id)) {
            const auto then = store::asItStood(view, "medication_statement", row, at);
            if (!then || textOf(*then, "status") != u"active")
                continue;
            const QString dosage = textOf(*then, "dosage");
            *strip.medicines << (textOf(*then, "medicine") + (dosage.isEmpty() ? QString() : u' ' + dosage));
        }
        // Only ever added: the newest one that had been recorded by then counts.
        static const QByteArray pregnancy =
            "SELECT s.pregnant, s.lactating, s.recorded_ms FROM pregnancy_status s WHERE " + where("s") +
            " AND s.recorded_ms <= ?2 ORDER BY s.recorded_ms DESC, s.n DESC LIMIT 1";
        store::Query row = view.sql(pregnancy.constData());
        if (row.bind(id, at).next())
            strip.pregnancy =
                PregnancyStatus{row.get<std::optional<bool>>(0), row.get<std::optional<bool>>(1), row.get<Instant>(2)};
    }
    if (access::allows(view, Permission::ReadCare))
        strip.constitution = constitutionAsOf(view, id, at);
    return strip;
}

} // namespace xinglin::patient
