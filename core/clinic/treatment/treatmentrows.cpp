#include "clinic/treatment/treatmentrows.h"

#include "clinic/patient/patientrows.h"

#include <algorithm>

namespace xinglin {

namespace {

struct NamedTechnique
{
    Technique technique;
    const char *name;
};
constexpr NamedTechnique techniques[] = {
    {Technique::Even, "even"},         {Technique::Reinforcing, "reinforcing"},
    {Technique::Reducing, "reducing"}, {Technique::WarmNeedle, "warm-needle"},
    {Technique::Electro, "electro"},   {Technique::Prick, "prick"},
    {Technique::Moxa, "moxa"},
};

struct NamedSide
{
    points::Side side;
    const char *name;
};
constexpr NamedSide sides[] = {{points::Side::Both, "both"},
                               {points::Side::Left, "left"},
                               {points::Side::Right, "right"},
                               {points::Side::Midline, "midline"}};

struct NamedStatus
{
    SessionStatus status;
    const char *name;
};
constexpr NamedStatus statuses[] = {{SessionStatus::InProgress, "in-progress"},
                                    {SessionStatus::Completed, "completed"},
                                    {SessionStatus::Stopped, "stopped"},
                                    {SessionStatus::EnteredInError, "entered-in-error"}};

} // namespace

QString toText(Technique technique)
{
    for (const NamedTechnique &named : techniques) {
        if (named.technique == technique)
            return QLatin1String(named.name);
    }
    return {};
}

Technique techniqueFrom(const QString &text)
{
    for (const NamedTechnique &named : techniques) {
        if (text == QLatin1String(named.name))
            return named.technique;
    }
    return Technique::Unsaid;
}

QString toText(points::Side side)
{
    for (const NamedSide &named : sides) {
        if (named.side == side)
            return QLatin1String(named.name);
    }
    Q_UNREACHABLE();
}

points::Side sideFrom(const QString &text)
{
    for (const NamedSide &named : sides) {
        if (text == QLatin1String(named.name))
            return named.side;
    }
    return points::Side::Both;
}

QString toText(SessionStatus status)
{
    for (const NamedStatus &named : statuses) {
        if (named.status == status)
            return QLatin1String(named.name);
    }
    Q_UNREACHABLE();
}

std::optional<SessionStatus> sessionStatusFrom(const QString &text)
{
    for (const NamedStatus &named : statuses) {
        if (text == QLatin1String(named.name))
            return named.status;
    }
    return std::nullopt;
}

} // namespace xinglin

namespace xinglin::treatment {

using patient::orNull;

TreatmentId writeTreatment(store::Transaction &tx, RevisionId revision, PatientId patient, CourseId course, int rank,
                           const TreatmentDraft &draft, int checked, const QString &rules,
                           const QList<TreatmentFinding> &findings)
{
    const auto id = tx.create<TreatmentId>();
    tx.sql(
          "INSERT INTO treatment(id, revision_id, patient_id, course_id, rank, kind, service, name, technique, minutes,"
          " sessions, per_week, needles, instructions, checked, check_rules)"
          " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)")
        .bind(id, revision, patient, course, rank, toText(draft.kind), orNull(draft.service), draft.name.trimmed(),
              orNull(toText(draft.technique)), draft.minutes, draft.sessions, draft.perWeek, draft.needleCount(),
              orNull(draft.instructions), checked, rules)
        .run();
    int at = 0;
    for (const TreatmentPoint &point : draft.points)
        tx.sql("INSERT INTO treatment_point(id, treatment_id, rank, point, name, side, technique, depth_cun, needles)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            .bind(tx.newUuid(), id, ++at, orNull(point.point), point.name.trimmed(), toText(point.side),
                  orNull(toText(point.technique)), point.depthCun, point.needles)
            .run();
    at = 0;
    for (const TreatmentParameter &one : draft.parameters)
        tx.sql("INSERT INTO treatment_parameter(id, treatment_id, rank, code, number, unit)"
               " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
            .bind(tx.newUuid(), id, ++at, one.code, one.number, one.unit)
            .run();
    for (const TreatmentFinding &finding : findings)
        tx.sql("INSERT INTO treatment_finding(id, treatment_id, rule, severity, points) VALUES(?1, ?2, ?3, ?4, ?5)")
            .bind(tx.newUuid(), id, finding.rule, finding.severity, finding.points)
            .run();
    return id;
}

namespace {

constexpr char Columns[] = "t.id, t.course_id, t.kind, t.service, t.name, t.technique, t.minutes, t.sessions,"
                           " t.per_week, t.needles, t.instructions, t.checked, t.check_rules";

Treatment treatmentFrom(const store::Snapshot &view, const store::Query &row)
{
    Treatment one;
    one.id = row.get<TreatmentId>(0);
    one.course = row.get<CourseId>(1);
    TreatmentDraft &content = one.content;
    content.course = one.course;
    content.kind = therapyKindFrom(row.get<QString>(2)).value_or(TherapyKind::Other);
    content.service = row.get<QString>(3);
    content.name = row.get<QString>(4);
    content.technique = techniqueFrom(row.get<QString>(5));
    content.minutes = row.get<std::optional<int>>(6);
    content.sessions = row.get<int>(7);
    content.perWeek = row.get<std::optional<int>>(8);
    const int needles = row.get<int>(9);
    content.instructions = row.get<QString>(10);
    one.checked = row.get<int>(11);
    one.checkRules = row.get<QString>(12);
    store::Query points = view.sql("SELECT point, name, side, technique, depth_cun, needles FROM treatment_point"
                                   " WHERE treatment_id = ?1 ORDER BY rank");
    points.bind(one.id);
    while (points.next())
        content.points << TreatmentPoint{points.get<QString>(0),
                                         points.get<QString>(1),
                                         sideFrom(points.get<QString>(2)),
                                         techniqueFrom(points.get<QString>(3)),
                                         points.get<std::optional<double>>(4),
                                         points.get<int>(5)};
    if (needles != content.needleCount())
        content.needles = needles;
    store::Query parameters =
        view.sql("SELECT code, number, unit FROM treatment_parameter WHERE treatment_id = ?1 ORDER BY rank");
    parameters.bind(one.id);
    while (parameters.next())
        content.parameters << TreatmentParameter{parameters.get<QString>(0), parameters.get<double>(1),
                                                 parameters.get<QString>(2)};
    store::Query findings =
        view.sql("SELECT rule, severity, points FROM treatment_finding WHERE treatment_id = ?1 ORDER BY n");
    findings.bind(one.id);
    while (findings.next())
        one.findings << TreatmentFinding{findings.get<QString>(0), findings.get<QString>(1), findings.get<QString>(2)};
    return one;
}

} // namespace

QList<Treatment> readTreatments(const store::Snapshot &view, RevisionId revision)
{
    static const QByteArray sql =
        QByteArray("SELECT ") + Columns + " FROM treatment t WHERE t.revision_id = ?1 ORDER BY t.rank";
    store::Query rows = view.sql(sql.constData());
    rows.bind(revision);
    QList<Treatment> found;
    while (rows.next())
        found << treatmentFrom(view, rows);
    return found;
}

std::optional<Treatment> readTreatment(const store::Snapshot &view, TreatmentId id)
{
    static const QByteArray sql = QByteArray("SELECT ") + Columns + " FROM treatment t WHERE t.id = ?1";
    store::Query row = view.sql(sql.constData());
    if (!row.bind(id).next())
        return std::nullopt;
    return treatmentFrom(view, row);
}

} // namespace xinglin::treatment
