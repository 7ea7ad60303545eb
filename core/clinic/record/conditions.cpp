#include "clinic/record/conditions.h"

#include "clinic/patient/patientrows.h"
#include "clinic/patient/patients.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace xinglin::condition {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::condition)
};

using access::Permission;
using patient::orNull;

QDate dayOf(qint64 number)
{
    return QDate(1970, 1, 1).addDays(number);
}

qint64 dayNumber(QDate day)
{
    return QDate(1970, 1, 1).daysTo(day);
}

Error missing(ConditionId id)
{
    return {Code::NotFound, Tr::tr("There is no such problem."), {}, id.toString()};
}

Error wrong(const char *field, const QString &sentence)
{
    return {Code::Invalid, sentence, QLatin1String(field), {}};
}

constexpr char Columns[] = "c.id, c.patient_id, c.code_system, c.code, c.display, c.onset, c.note, c.clinical_status,"
                           " c.abatement_day, c.recorded_ms";

Condition conditionFrom(const store::Query &row)
{
    Condition found;
    found.id = row.get<ConditionId>(0);
    found.content = {row.get<PatientId>(1), row.get<QString>(2), row.get<QString>(3), row.get<QString>(4), {}, {}};
    if (const QString onset = row.get<QString>(5); !onset.isEmpty())
        found.content.onset = PartialDate::fromText(onset);
    found.content.note = row.get<QString>(6);
    found.status = row.get<QString>(7) == u"active" ? ConditionStatus::Active : ConditionStatus::Resolved;
    if (const auto day = row.get<std::optional<qint64>>(8))
        found.abated = dayOf(*day);
    found.recorded = row.get<Instant>(9);
    return found;
}

/// One that stands, where the actor may do @p permission with what is written about its patient.
Result<Condition> standing(const store::Snapshot &view, ConditionId id, Permission permission)
{
    if (auto refused = access::require(view, permission))
        return *refused;
    static const QByteArray sql = QByteArray("SELECT ") + Columns + " FROM condition c WHERE c.id = ?1 AND " +
                                  patient::ofSeen("c") + " AND c.clinical_status <> 'entered-in-error'";
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return missing(id);
    Condition found = conditionFrom(row);
    const auto kept = patient::shared(view, permission, found.content.patient, missing(id));
    if (!kept)
        return kept.error();
    found.content.patient = *kept;
    return found;
}

QList<Condition> allOf(const store::Snapshot &view, PatientId kept)
{
    static const patient::RowsOf all(QByteArray("SELECT ") + Columns + " FROM condition c WHERE ", "c",
                                     " AND c.clinical_status <> 'entered-in-error' ORDER BY c.n");
    store::Query rows = all.ask(view, kept);
    QList<Condition> found;
    while (rows.next())
        found << conditionFrom(rows);
    std::stable_sort(found.begin(), found.end(),
                     [](const Condition &one, const Condition &other) { return one.status < other.status; });
    return found;
}

/// By its code where both have one, else by its name.
bool isSame(const ConditionDraft &one, const QString &codeSystem, const QString &code, const QString &display)
{
    return one.code.isEmpty() || code.isEmpty() ? one.display.compare(display, Qt::CaseInsensitive) == 0
                                                : one.codeSystem == codeSystem && one.code == code;
}

Error standsAlready()
{
    return {Code::Conflict, Tr::tr("This problem stands in the list already."), QStringLiteral("display"), {}};
}

Result<Condition> setStatus(store::Transaction &tx, ConditionId id, ConditionStatus status)
{
    auto found = standing(tx, id, Permission::WriteVisit);
    if (!found)
        return found;
    if (found->status == status)
        return Error{Code::Conflict,
                     status == ConditionStatus::Active ? Tr::tr("This problem is active already.")
                                                       : Tr::tr("This problem is resolved already."),
                     {},
                     {}};
    found->status = status;
    found->abated = status == ConditionStatus::Resolved ? std::optional(tx.today()) : std::nullopt;
    const auto day = found->abated ? std::optional(dayNumber(*found->abated)) : std::nullopt;
    tx.sql("UPDATE condition SET clinical_status = ?2, abatement_day = ?3 WHERE id = ?1")
        .bind(id, status == ConditionStatus::Active ? QStringLiteral("active") : QStringLiteral("resolved"), day)
        .run();
    tx.audit({tx.act(), "condition", id.uuid(), found->content.patient.uuid(), "ok", {}});
    return found;
}

} // namespace

std::optional<PartialDate> onsetFrom(const QString &typed, QDate today)
{
    const QString text = typed.trimmed().toLower();
    static const QRegularExpression ago(
        QStringLiteral("^(\\d{1,3})\\s*(?:(y|yr|yrs|year|years|年)|(m|mo|month|months|个月|月))(?:\\s*(?:ago|前))?$"));
    if (const auto match = ago.match(text); match.hasMatch()) {
        const int number = match.captured(1).toInt();
        if (!match.captured(2).isEmpty())
            return PartialDate::of(today.year() - number);
        const QDate then = today.addMonths(-number);
        return PartialDate::of(then.year(), then.month());
    }
    return PartialDate::fromText(text);
}

Result<Condition> add(store::Transaction &tx, const ConditionDraft &draft)
{
    if (auto refused = access::require(tx, Permission::WriteVisit))
        return *refused;
    ConditionDraft content = draft;
    content.display = draft.display.trimmed();
    content.note = draft.note.trimmed();
    if (content.display.isEmpty())
        return wrong("display", Tr::tr("Say what the problem is."));
    if (content.display.size() > mostName)
        return wrong("display", Tr::tr("The name of the problem is too long."));
    if (content.onset && content.onset->earliest() > tx.today())
        return wrong("onset", Tr::tr("A problem cannot begin in the future."));
    const auto kept = patient::shared(tx, Permission::WriteVisit, draft.patient);
    if (!kept)
        return kept.error();
    content.patient = *kept;
    for (const Condition &known : allOf(tx, *kept)) {
        if (known.status == ConditionStatus::Active &&
            isSame(known.content, content.codeSystem, content.code, content.display))
            return standsAlready();
    }
    const Condition made{tx.create<ConditionId>(), content, ConditionStatus::Active, {}, tx.now()};
    tx.sql("INSERT INTO condition(id, patient_id, code_system, code, display, onset, note, recorded_ms,"
           " recorded_by_id) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .bind(made.id, *kept, orNull(content.codeSystem), orNull(content.code), content.display,
              content.onset ? content.onset->toText() : QString(), orNull(content.note), made.recorded, tx.actor().user)
        .run();
    tx.audit({tx.act(), "condition", made.id.uuid(), kept->uuid(), "ok", {}});
    return made;
}

Result<Condition> resolve(store::Transaction &tx, ConditionId id)
{
    return setStatus(tx, id, ConditionStatus::Resolved);
}

Result<Condition> reactivate(store::Transaction &tx, ConditionId id)
{
    return setStatus(tx, id, ConditionStatus::Active);
}

Result<Done> markInError(store::Transaction &tx, ConditionId id, const QString &reason)
{
    const auto found = standing(tx, id, Permission::WriteVisit);
    if (!found)
        return found.error();
    if (reason.trimmed().isEmpty())
        return wrong("reason", Tr::tr("Say why the entry was wrong."));
    tx.sql("UPDATE condition SET clinical_status = 'entered-in-error' WHERE id = ?1").bind(id).run();
    tx.setReason(reason.trimmed());
    tx.audit({tx.act(), "condition", id.uuid(), found->content.patient.uuid(), "ok", {}});
    return Done{};
}

Result<QList<Condition>> ofPatient(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadNarrative))
        return *refused;
    const auto kept = patient::shared(view, Permission::ReadNarrative, patient);
    if (!kept)
        return kept.error();
    return allOf(view, *kept);
}

Result<QList<ConditionCandidate>> fromVisits(const store::Snapshot &view, PatientId patient)
{
    const auto known = ofPatient(view, patient);
    if (!known)
        return known.error();
    static const patient::RowsOf diagnoses(
        "SELECT d.kind, d.code_system, d.code, d.display, v.day FROM visit v JOIN visit_revision r ON r.visit_id = v.id"
        " AND r.number = (SELECT max(number) FROM visit_revision WHERE visit_id = v.id)"
        " JOIN diagnosis d ON d.revision_id = r.id WHERE ",
        "v",
        " AND v.status <> 'entered-in-error' AND (r.status = 'final' OR r.status = 'amended')"
        " AND (d.kind = 'disease' OR d.kind = 'western')");
    store::Query rows = diagnoses.ask(view, *patient::canonical(view, patient));
    QList<ConditionCandidate> found;
    while (rows.next()) {
        const DiagnosisEntry entry{rows.get<QString>(0) == u"western" ? DiagnosisKind::Western : DiagnosisKind::Disease,
                                   rows.get<QString>(1), rows.get<QString>(2), rows.get<QString>(3)};
        const QDate day = dayOf(rows.get<qint64>(4));
        const auto listed = [&entry](const Condition &one) {
            return isSame(one.content, entry.codeSystem, entry.code, entry.display);
        };
        if (std::any_of(known->cbegin(), known->cend(), listed))
            continue;
        const auto same = std::find_if(found.begin(), found.end(), [&entry](const ConditionCandidate &one) {
            return one.diagnosis.code == entry.code && one.diagnosis.codeSystem == entry.codeSystem &&
                   (!entry.code.isEmpty() || one.diagnosis.display == entry.display);
        });
        if (same == found.end()) {
            found << ConditionCandidate{entry, 1, day};
        } else {
            ++same->visits;
            same->first = std::min(same->first, day);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const ConditionCandidate &one, const ConditionCandidate &other) {
        return std::tie(other.visits, one.first) < std::tie(one.visits, other.first);
    });
    return found;
}

} // namespace xinglin::condition
