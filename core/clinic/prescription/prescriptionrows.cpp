#include "clinic/prescription/prescriptionrows.h"

#include "base/text/searchkeys.h"
#include "clinic/patient/patientrows.h"
#include "store/store.h"

namespace xinglin {

namespace {

struct NamedRoute
{
    Route route;
    const char *name;
};
constexpr NamedRoute routes[] = {{Route::Decoction, "decoction"},
                                 {Route::Granule, "granule"},
                                 {Route::Pill, "pill"},
                                 {Route::Powder, "powder"},
                                 {Route::External, "external"}};

} // namespace

QString toText(Route route)
{
    for (const NamedRoute &named : routes) {
        if (named.route == route)
            return QLatin1String(named.name);
    }
    Q_UNREACHABLE();
}

std::optional<Route> routeFrom(const QString &text)
{
    for (const NamedRoute &named : routes) {
        if (text == QLatin1String(named.name))
            return named.route;
    }
    return std::nullopt;
}

} // namespace xinglin

namespace xinglin::consultation {

using patient::orNull;

PrescriptionId writePrescription(store::Transaction &tx, RevisionId revision, PatientId patient, int rank,
                                 const QString &number, const PrescriptionDraft &draft, int checked,
                                 const QString &rules, const QList<StoredFinding> &findings, std::optional<Uuid> batch)
{
    const auto id = tx.create<PrescriptionId>();
    tx.sql("INSERT INTO prescription(id, revision_id, patient_id, rank, number, name, formula, route, packets,"
           " packets_per_day, times_per_day, instructions, checked, check_rules, batch_id)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
        .bind(id, revision, patient, rank, number.isEmpty() ? QStringLiteral("") : number, orNull(draft.name),
              orNull(draft.formula), toText(draft.route), draft.packets, draft.packetsPerDay, draft.timesPerDay,
              orNull(draft.instructions), checked, rules, batch)
        .run();
    int line = 0;
    for (const PrescriptionLine &item : draft.lines)
        tx.sql(
              "INSERT INTO prescription_item(id, prescription_id, rank, herb, name, dose_mg, preparation, signed_again)"
              " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .bind(tx.newUuid(), id, ++line, orNull(item.herb), item.name.trimmed(),
                  item.dose > Mass() ? std::optional(item.dose) : std::nullopt, orNull(item.preparation),
                  item.signedAgain)
            .run();
    for (const StoredFinding &finding : findings) {
        QString reason;
        for (const FindingOverride &override : draft.overrides) {
            if (override.rule == finding.rule && override.herbs == finding.herbs)
                reason = override.reason.trimmed();
        }
        tx.sql("INSERT INTO prescription_finding(id, prescription_id, rule, severity, herbs, override_reason)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(tx.newUuid(), id, finding.rule, finding.severity, finding.herbs, orNull(reason))
            .run();
    }
    return id;
}

namespace {

/// In the order of their ranks, in which they nearly always lie: where SQLite sorts, it copies every row.
QList<PrescriptionLine> readLines(const store::Snapshot &view, PrescriptionId prescription)
{
    store::Query rows = view.sql("SELECT herb, name, dose_mg, preparation, signed_again, rank FROM prescription_item"
                                 " WHERE prescription_id = ?1");
    rows.bind(prescription);
    QList<std::pair<int, PrescriptionLine>> ranked;
    while (rows.next())
        ranked.append({rows.get<int>(5),
                       {rows.get<QString>(0), rows.get<QString>(1), rows.get<std::optional<Mass>>(2).value_or(Mass()),
                        rows.get<QString>(3), rows.get<bool>(4)}});
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &one, const auto &other) { return one.first < other.first; });
    QList<PrescriptionLine> lines;
    for (const auto &[rank, line] : std::as_const(ranked))
        lines << line;
    return lines;
}

} // namespace

QList<Prescription> readPrescriptions(const store::Snapshot &view, RevisionId revision)
{
    QList<Prescription> found;
    store::Query rows = view.sql(
        "SELECT id, number, name, formula, route, packets, packets_per_day, times_per_day, instructions, checked,"
        " check_rules FROM prescription WHERE revision_id = ?1 ORDER BY rank");
    rows.bind(revision);
    while (rows.next()) {
        Prescription one;
        one.id = rows.get<PrescriptionId>(0);
        one.number = rows.get<QString>(1);
        one.content.name = rows.get<QString>(2);
        one.content.formula = rows.get<QString>(3);
        one.content.route = routeFrom(rows.get<QString>(4)).value_or(Route::Decoction);
        one.content.packets = rows.get<int>(5);
        one.content.packetsPerDay = rows.get<int>(6);
        one.content.timesPerDay = rows.get<int>(7);
        one.content.instructions = rows.get<QString>(8);
        one.checked = rows.get<int>(9);
        one.checkRules = rows.get<QString>(10);
        one.content.lines = readLines(view, one.id);
        store::Query findings = view.sql("SELECT rule, severity, herbs, override_reason FROM prescription_finding"
                                         " WHERE prescription_id = ?1 ORDER BY n");
        findings.bind(one.id);
        while (findings.next()) {
            const StoredFinding is{findings.get<QString>(0), findings.get<QString>(1), findings.get<QString>(2),
                                   findings.get<QString>(3)};
            ++(is.severity == u"severe" ? one.severe : is.severity == u"warning" ? one.warnings : one.notes);
            if (!findings.isNull(3))
                one.content.overrides << FindingOverride{is.rule, is.herbs, is.reason};
            one.findings << is;
        }
        found << one;
    }
    return found;
}

void addPrescribed(const store::Snapshot &view, Stored &stored)
{
    stored.prescriptions = readPrescriptions(view, stored.revision.id);
    stored.medicines = medicineorder::ofRevision(view, stored.revision.id);
}

QString nextNumber(store::Transaction &tx)
{
    const QString start = tx.today().toString(QStringLiteral("yyyyMMdd")) + u'-' + tx.store().identity().letter;
    int highest = 0;
    for (const char *sql :
         {"SELECT number FROM prescription WHERE number >= ?1 AND number < ?2 ORDER BY number DESC LIMIT 1",
          "SELECT number FROM medicine_order WHERE number >= ?1 AND number < ?2 ORDER BY number DESC LIMIT 1"}) {
        store::Query last = tx.sql(sql);
        if (last.bind(start, next(start)).next())
            highest = std::max(highest, last.get<QString>(0).mid(start.size()).toInt());
    }
    return start + QString::number(highest + 1).rightJustified(4, u'0');
}

} // namespace xinglin::consultation
