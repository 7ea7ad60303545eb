#include "clinic/treatment/treatments.h"

#include "clinic/patient/patients.h"
#include "clinic/treatment/treatmentrows.h"
#include "clinic/treatment/treatmentwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::treatment {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::treatment)
};

using access::Permission;
using points::Entering;
using points::Side;

/// Services that treat points otherwise than their kind does. `stays`: needles are left in and have to come out.
struct Manner
{
    const char *service;
    Entering entering;
    bool stays;
};
constexpr Manner manners[] = {
    {"svc_fire_needle", Entering::Needled, false},  {"svc_plum_needle", Entering::Pricked, false},
    {"svc_catgut", Entering::Needled, false},       {"svc_point_injection", Entering::Needled, false},
    {"svc_needle_knife", Entering::Needled, false}, {"svc_prick_cup", Entering::Pricked, false},
    {"svc_bloodletting", Entering::Pricked, false}, {"svc_ear_needle", Entering::Needled, true},
    {"svc_ear_blood", Entering::Pricked, false},    {"svc_four_seams", Entering::Pricked, false},
};

Manner mannerOf(const TreatmentDraft &draft)
{
    for (const Manner &manner : manners) {
        if (draft.service == QLatin1String(manner.service))
            return manner;
    }
    const bool needles = draft.kind == TherapyKind::Acupuncture;
    return {"", needles ? Entering::Needled : Entering::Not, needles};
}

/// Courses of all that was ever ordered in a visit.
QList<CourseId> coursesOf(const store::Snapshot &view, VisitId visit)
{
    store::Query rows = view.sql("SELECT t.course_id FROM visit_revision r JOIN treatment t ON t.revision_id = r.id"
                                 " WHERE r.visit_id = ?1");
    rows.bind(visit);
    QList<CourseId> found;
    while (rows.next())
        found << rows.get<CourseId>(0);
    return found;
}

QString joined(const QStringList &names)
{
    return names.join(u'、');
}

} // namespace

Entering enteringOf(const TreatmentDraft &draft, const TreatmentPoint &point)
{
    const Entering entering = mannerOf(draft).entering;
    if (entering == Entering::Not)
        return entering;
    switch (point.technique == Technique::Unsaid ? draft.technique : point.technique) {
    case Technique::Moxa:
        return Entering::Not;
    case Technique::Prick:
        return Entering::Pricked;
    default:
        return entering;
    }
}

bool leavesNeedles(const TreatmentDraft &draft)
{
    return draft.needleCount() > 0 || (mannerOf(draft).stays && draft.points.isEmpty());
}

int usualNeedles(const Catalog &catalog, const TreatmentDraft &draft, const TreatmentPoint &point)
{
    if (!mannerOf(draft).stays || enteringOf(draft, point) != Entering::Needled)
        return 0;
    const points::AcuPoint *known = catalog.points.find(point.point);
    return (point.side == Side::Both ? 2 : 1) * (known ? known->needles : 1);
}

TreatmentPoint pointOf(const Catalog &catalog, const TreatmentDraft &draft, const points::AcuPoint &point)
{
    TreatmentPoint made{point.id, point.zh, point.onlySide.value_or(Side::Both), Technique::Unsaid, {}, 0};
    // Where nothing else is ever done there, the technique says so.
    if (draft.kind == TherapyKind::Acupuncture && point.angles == QStringList{QStringLiteral("prick")})
        made.technique = Technique::Prick;
    made.needles = usualNeedles(catalog, draft, made);
    return made;
}

std::optional<Error> problem(const TreatmentDraft &draft, qsizetype index, bool toSign)
{
    const auto refuse = [&](const char *what, const QString &message) {
        return Error{
            Code::Invalid, message, QStringLiteral("treatments[%1].%2").arg(index).arg(QLatin1String(what)), {}};
    };
    if (draft.minutes && (*draft.minutes < 1 || *draft.minutes > 600))
        return refuse("minutes", Tr::tr("Minutes are between 1 and 600."));
    if (draft.sessions < 1 || draft.sessions > 100)
        return refuse("sessions", Tr::tr("Sessions are between 1 and 100."));
    if (draft.perWeek && (*draft.perWeek < 1 || *draft.perWeek > 21))
        return refuse("perWeek", Tr::tr("Sessions a week are between 1 and 21."));
    if (draft.needleCount() < 0 || draft.needleCount() > 200)
        return refuse("needles", Tr::tr("Needles are between 0 and 200."));
    for (const TreatmentPoint &point : draft.points) {
        if (point.name.trimmed().isEmpty())
            return refuse("points", Tr::tr("A point has no name."));
        if (point.needles < 0 || point.needles > 100)
            return refuse("points", Tr::tr("%1: so many needles cannot be meant.").arg(point.name));
        if (point.depthCun && (*point.depthCun <= 0 || *point.depthCun > 5))
            return refuse("points", Tr::tr("%1: a depth is more than 0 and not above 5 cun.").arg(point.name));
    }
    for (const TreatmentParameter &one : draft.parameters) {
        const TherapyParameter *known = therapyParameter(one.code);
        if (!known || one.number <= 0 || one.number > known->most)
            return refuse("parameters", Tr::tr("%1: a number of it cannot be meant.").arg(draft.name));
    }
    if (draft.name.trimmed().isEmpty())
        return refuse("name", Tr::tr("A treatment has no name."));
    if (toSign && draft.kind == TherapyKind::Acupuncture && draft.service.isEmpty() && draft.points.isEmpty())
        return refuse("points", Tr::tr("The acupuncture has no points."));
    return std::nullopt;
}

points::PointResult check(const Catalog &catalog, const TreatmentDraft &draft, const points::PointPatient &patient)
{
    QList<points::PointLine> lines;
    for (const TreatmentPoint &point : draft.points)
        lines << points::PointLine{point.point, point.name, point.side, enteringOf(draft, point), point.depthCun};
    return points::check(catalog.points, lines, patient);
}

Result<QList<Treatment>> write(store::Transaction &tx, const Catalog &catalog, const VisitRevision &revision,
                               const QList<TreatmentDraft> &drafts, const points::PointPatient &patient, bool toSign)
{
    if (drafts.isEmpty())
        return QList<Treatment>();
    // A course of another visit would count sessions that were never given here.
    QList<CourseId> known = coursesOf(tx, revision.visit);
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        const TreatmentDraft &draft = drafts.at(i);
        if (auto wrong = problem(draft, i, toSign))
            return *wrong;
        const points::PointResult result = check(catalog, draft, patient);
        QList<TreatmentFinding> findings;
        for (const points::PointFinding &finding : result.findings) {
            if (toSign && finding.severity == points::Severity::Severe)
                return Error{Code::Conflict,
                             Tr::tr("%1: take it out, or treat it without a needle.").arg(joined(finding.names)),
                             QStringLiteral("treatments[%1].points").arg(i), finding.rule};
            findings << TreatmentFinding{finding.rule, points::severityText(finding.severity), joined(finding.names)};
        }
        const bool goesOn = draft.course && known.contains(*draft.course);
        const CourseId course = goesOn ? *draft.course : tx.create<CourseId>();
        known.removeAll(course); // two orders are never one course
        writeTreatment(tx, revision.id, revision.patient, course, static_cast<int>(i) + 1, draft, result.scope.checked,
                       catalog.pointsVersion, findings);
    }
    return readTreatments(tx, revision.id);
}

bool hasTreatments(const store::Snapshot &view, RevisionId revision)
{
    store::Query row = view.connection().internal("SELECT 1 FROM treatment WHERE revision_id = ?1 LIMIT 1");
    return row.bind(revision).next();
}

QList<Treatment> ofRevision(const store::Snapshot &view, RevisionId revision, PatientId patient)
{
    if (!access::allows(view, Permission::ReadTreatments))
        return {};
    const auto kept = patient::canonical(view, patient);
    if (!kept || !patient::sharesWith(view, Permission::ReadTreatments, *kept))
        return {};
    return readTreatments(view, revision);
}

std::optional<QString> summaryOf(const store::Snapshot &view, VisitId visit)
{
    store::Query rows = view.sql("SELECT t.name, t.sessions, (SELECT count(*) FROM treatment_point p"
                                 " WHERE p.treatment_id = t.id) FROM treatment t WHERE t.revision_id ="
                                 " (SELECT id FROM visit_revision WHERE visit_id = ?1 ORDER BY number DESC LIMIT 1)"
                                 " ORDER BY t.rank");
    rows.bind(visit);
    QStringList parts;
    while (rows.next())
        parts << shortly(rows.get<QString>(0), rows.get<int>(2), rows.get<int>(1));
    return parts.isEmpty() ? std::nullopt : std::optional(parts.join(Tr::tr("; ", "between treatments")));
}

Result<std::optional<Treatment>> lastPoints(const store::Snapshot &view, PatientId patient)
{
    if (auto refused = access::require(view, Permission::ReadTreatments))
        return *refused;
    const auto kept = patient::shared(view, Permission::ReadTreatments, patient);
    if (!kept)
        return kept.error();
    static const QByteArray sql = "SELECT r.id FROM visit v JOIN visit_revision r ON r.visit_id = v.id WHERE " +
                                  patient::where("v") +
                                  " AND r.signed_ms IS NOT NULL AND v.status = 'finished'"
                                  " AND r.number = (SELECT max(number) FROM visit_revision WHERE visit_id = v.id)"
                                  " AND EXISTS (SELECT 1 FROM treatment t JOIN treatment_point p"
                                  " ON p.treatment_id = t.id WHERE t.revision_id = r.id AND t.kind = 'acupuncture')"
                                  " ORDER BY v.day DESC, v.started_ms DESC LIMIT 1";
    store::Query row = view.sql(sql.constData());
    if (!row.bind(*kept).next())
        return std::optional<Treatment>();
    for (const Treatment &one : readTreatments(view, row.get<RevisionId>(0))) {
        if (one.content.kind == TherapyKind::Acupuncture && !one.content.points.isEmpty())
            return std::optional(one);
    }
    return std::optional<Treatment>();
}

} // namespace xinglin::treatment
