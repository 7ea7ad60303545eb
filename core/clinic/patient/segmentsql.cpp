#include "clinic/patient/segmentsql.h"

#include "access/rights.h"
#include "clinic/patient/patients.h"
#include "clinic/patient/segments.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMap>

#include <algorithm>

namespace xinglin::segment {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::segment)
};

using access::Permission;
using namespace segments;

const QDate Epoch(1970, 1, 1);

/// As SQLite's lower(): A to Z alone.
QString lowered(const QString &text)
{
    QString low = text;
    for (QChar &c : low) {
        if (c >= u'A' && c <= u'Z')
            c = QChar(c.unicode() + 32);
    }
    return low;
}

/// A visit that is signed as it stands in r; v is the visit.
constexpr char Signed[] = "v.status = 'finished' AND (r.status = 'final' OR r.status = 'amended') AND NOT EXISTS"
                          " (SELECT 1 FROM visit_revision l WHERE l.visit_id = r.visit_id AND l.number > r.number)";

class Compiler
{
public:
    Compiler(const store::Snapshot &view, const Thresholds &thresholds)
        : m_view(view), m_today(view.today()), m_thresholds(thresholds)
    {
    }

    QByteArray group(const Group &group, const QString &path)
    {
        QByteArrayList parts;
        for (qsizetype i = 0; i < group.conditions.size(); ++i)
            parts << guarded(group.conditions[i], within(path, "conditions", i));
        for (qsizetype i = 0; i < group.groups.size(); ++i)
            parts << this->group(group.groups[i], within(path, "groups", i));
        return '(' + parts.join(group.join == Group::Join::All ? " AND " : " OR ") + ')';
    }

    std::optional<Error> refused;
    QList<store::Value> values;

private:
    static QString within(const QString &path, const char *list, qsizetype index)
    {
        const QString part = QStringLiteral("%1[%2]").arg(QLatin1String(list)).arg(index);
        return path.isEmpty() ? part : path + u'.' + part;
    }

    QByteArray bind(const store::Value &value)
    {
        values << value;
        return '?' + QByteArray::number(values.size());
    }
    QByteArray bind(const QString &text) { return bind(store::Value(text)); }
    QByteArray bind(qint64 number) { return bind(store::Value(number)); }
    QByteArray days(QDate day) { return bind(Epoch.daysTo(day)); }
    /// "?3, ?4": the codes as a list.
    QByteArray list(const QStringList &codes)
    {
        QByteArrayList parts;
        for (const QString &code : codes)
            parts << bind(code);
        return parts.join(", ");
    }
    /// The same of ids; those of patients are followed to the record that stays. NULL where there is none.
    QByteArray idList(const QStringList &codes, const QString &path, bool ofPatients)
    {
        QByteArrayList parts;
        for (const QString &code : codes) {
            const auto id = Uuid::fromString(code);
            if (!id) {
                refused = Error{Code::Invalid, Tr::tr("\"%1\" is not one of the choices.").arg(code), path, {}};
                return "NULL";
            }
            Uuid found = *id;
            if (ofPatients) {
                const auto kept = patient::canonical(m_view, PatientId(*id));
                if (!kept)
                    continue; // nobody whom the actor may see
                found = kept->uuid();
            }
            parts << bind(store::Value(found.toBytes()));
        }
        return parts.isEmpty() ? "NULL" : parts.join(", ");
    }

    /// Rows of @p from, whose patient stands in @p owner, of p or of a record merged into them; looked for patient by
    /// patient.
    static QByteArray owned(const QByteArray &from, const QByteArray &owner, const QByteArray &condition)
    {
        return "(EXISTS (SELECT 1 FROM " + from + " WHERE " + owner + " = p.id AND " + condition +
               ") OR p.id IN (SELECT a.kept FROM alias a CROSS JOIN " + from + " WHERE " + owner + " = a.id AND " +
               condition + "))";
    }
    /// The same for what an index finds at once: the patients are gathered first.
    static QByteArray gathered(const QByteArray &from, const QByteArray &owner, const QByteArray &condition)
    {
        return "SELECT coalesce(a.kept, " + owner + ") FROM " + from + " LEFT JOIN alias a ON a.id = " + owner +
               " WHERE " + condition;
    }
    /// @p column of the newest row of a table, over a patient and those merged into them.
    static QByteArray newest(const char *column, const char *table, const QByteArray &condition, const char *order)
    {
        const auto select = [&](const QByteArray &whose) {
            return QByteArray("(SELECT ") + column + " FROM " + table + " t WHERE t.patient_id " + whose + " AND " +
                   patient::inClosedBatch("t") + condition + " ORDER BY " + order + " LIMIT 1)";
        };
        return "(CASE WHEN p.id IN (SELECT a.kept FROM alias a) THEN " +
               select("IN (SELECT p.id UNION ALL SELECT a.id FROM alias a WHERE a.kept = p.id)") + " ELSE " +
               select("= p.id") + " END)";
    }

    QByteArray text(const QByteArray &column, const Condition &one)
    {
        const auto *typed = std::get_if<QString>(&one.value);
        const QString value = typed == nullptr ? QString() : lowered(typed->trimmed());
        // Words without letters need no lower case, which takes memory for every row.
        const bool letters = std::any_of(value.cbegin(), value.cend(), [](QChar c) { return c >= u'a' && c <= u'z'; });
        const QByteArray low = (letters ? "lower(coalesce(" : "(coalesce(") + column + ", ''))";
        switch (one.is) {
        case Operator::Is:
            return low + " = " + bind(value);
        case Operator::IsNot:
            return low + " <> " + bind(value);
        case Operator::Contains:
            return "instr(" + low + ", " + bind(value) + ") > 0";
        case Operator::StartsWith: {
            const QByteArray parameter = bind(value);
            return "substr(" + low + ", 1, length(" + parameter + ")) = " + parameter;
        }
        case Operator::Known:
            return low + " <> ''";
        case Operator::Unknown:
            return low + " = ''";
        default:
            Q_UNREACHABLE();
        }
    }

    static QByteArray either(bool yes, const QByteArray &condition)
    {
        return yes ? '(' + condition + ')' : "NOT (" + condition + ')';
    }
    static bool isPositive(Operator is)
    {
        return is != Operator::NoneOf && is != Operator::Unknown && is != Operator::No && is != Operator::IsNot;
    }

    /// First day of a birth date that makes somebody at least so old today.
    QByteArray bornBy(qint64 years)
    {
        QDate day = m_today.addYears(-static_cast<int>(years)).addDays(2);
        for (int i = 0; i < 5; ++i, day = day.addDays(-1)) {
            const auto age = ageOn(PartialDate::of(day), m_today);
            if (age && age->years >= years)
                break;
        }
        return bind(day.toString(Qt::ISODate));
    }

    QByteArray age(const Condition &one)
    {
        const QByteArray born = "substr(p.birth_date || '-01-01', 1, 10)"; // the earliest day it may mean
        const auto isKnown = [&] { return "coalesce(" + born + " <= " + bind(m_today.toString(Qt::ISODate)) + ", 0)"; };
        if (one.is == Operator::Known || one.is == Operator::Unknown)
            return either(one.is == Operator::Known, isKnown());
        const qint64 years = std::get<qint64>(one.value);
        if (one.is == Operator::AtLeast)
            return "coalesce(" + born + " <= " + bornBy(years) + ", 0)";
        return '(' + isKnown() + " AND " + born + " > " + bornBy(years + 1) + ')';
    }

    QByteArray birthday(qint64 ahead)
    {
        if (ahead >= 365)
            return "(p.birth_lunar = 0 AND length(coalesce(p.birth_date, '')) = 10)";
        const QDate last = m_today.addDays(ahead);
        QString to = last.toString(QStringLiteral("MM-dd"));
        if (to == u"02-28" && !QDate::isLeapYear(last.year()))
            to = QStringLiteral("02-29"); // who was born then is congratulated the day before
        const QByteArray day = "substr(p.birth_date, 6)";
        const QByteArray from = bind(m_today.toString(QStringLiteral("MM-dd")));
        const QByteArray until = bind(to);
        const char *join = m_today.year() == last.year() ? " AND " : " OR ";
        return "(p.birth_lunar = 0 AND length(coalesce(p.birth_date, '')) = 10 AND (" + day + " >= " + from + join +
               day + " <= " + until + "))";
    }

    QByteArray lastVisit(const Condition &one)
    {
        const QByteArray seen = "(r.last_visit > 0 AND r.last_visit ";
        switch (one.is) {
        case Operator::Since:
            return seen + ">= " + days(std::get<QDate>(one.value)) + ')';
        case Operator::Until:
            return seen + "<= " + days(std::get<QDate>(one.value)) + ')';
        case Operator::WithinDays:
            return seen + ">= " + days(m_today.addDays(-std::get<qint64>(one.value))) + ')';
        case Operator::LongerAgo:
            return seen + "< " + days(m_today.addDays(-std::get<qint64>(one.value))) + ')';
        case Operator::Known:
            return "r.last_visit > 0";
        case Operator::Unknown:
            return "r.last_visit <= 0";
        default:
            Q_UNREACHABLE();
        }
    }

    QByteArray registered(const Condition &one)
    {
        const auto begin = [&](QDate day) { return bind(qint64(day.startOfDay(m_view.zone()).toMSecsSinceEpoch())); };
        switch (one.is) {
        case Operator::Since:
            return "p.registered_ms >= " + begin(std::get<QDate>(one.value));
        case Operator::Until:
            return "p.registered_ms < " + begin(std::get<QDate>(one.value).addDays(1));
        case Operator::WithinDays:
            return "p.registered_ms >= " + begin(m_today.addDays(-std::get<qint64>(one.value)));
        case Operator::LongerAgo:
            return "p.registered_ms < " + begin(m_today.addDays(-std::get<qint64>(one.value)));
        default:
            Q_UNREACHABLE();
        }
    }

    QByteArray stage(const Condition &one)
    {
        const QByteArray seen = "r.visits > 0 AND r.last_visit > 0";
        // A parameter that no stage uses must not be bound.
        const auto since = [&] { return '(' + days(m_today) + " - r.last_visit)"; };
        const auto active = [&] { return bind(qint64(m_thresholds.activeDays)); };
        const auto dormant = [&] { return bind(qint64(m_thresholds.dormantDays)); };
        QByteArrayList parts;
        for (const QString &code : std::get<QStringList>(one.value)) {
            switch (*stageFrom(code)) {
            case Stage::Enquiry:
                parts << "NOT (" + seen + ')';
                break;
            case Stage::Booked:
                parts << "0"; // there are no bookings yet
                break;
            case Stage::FirstVisit:
                parts << seen + " AND r.visits = 1 AND " + since() + " <= " + active();
                break;
            case Stage::Active:
                parts << seen + " AND r.visits > 1 AND " + since() + " <= " + active();
                break;
            case Stage::Dormant:
                parts << seen + " AND " + since() + " > " + active() + " AND " + since() + " <= " + dormant();
                break;
            case Stage::Lost:
                parts << seen + " AND " + since() + " > " + active() + " AND " + since() + " > " + dormant();
                break;
            }
        }
        return either(isPositive(one.is), "p.deceased = 0 AND ((" + parts.join(") OR (") + "))");
    }

    QByteArray referrer(const Condition &one, const QString &path)
    {
        // Somebody else whom the actor may find; who was merged into the patient has not sent them.
        if (one.is != Operator::AnyOf)
            return either(one.is == Operator::Known,
                          "p.referred_by_id IS NOT NULL AND EXISTS (SELECT 1 FROM patient k WHERE k.id = coalesce("
                          "(SELECT a.kept FROM alias a WHERE a.id = p.referred_by_id), p.referred_by_id)"
                          " AND k.id <> p.id AND k.merged_into_id IS NULL AND " +
                              patient::isSeen("k") + " AND " + patient::inClosedBatch("k") + ')');
        const QByteArray ids = idList(std::get<QStringList>(one.value), path, true);
        return "coalesce(p.referred_by_id IN (" + ids +
               ") OR p.referred_by_id IN (SELECT a.id FROM alias a WHERE"
               " a.kept IN (" +
               ids + ")), 0)";
    }

    QByteArray tag(const Condition &one, const QString &path)
    {
        const QByteArray closed = "t.ended = 0 AND " + patient::inClosedBatch("t");
        if (one.is == Operator::Known || one.is == Operator::Unknown)
            return either(one.is == Operator::Known,
                          owned("patient_tag t", "t.patient_id",
                                closed + " AND EXISTS (SELECT 1 FROM tag g WHERE g.id = t.tag_id AND g.retired = 0)"));
        const QByteArray ids = idList(std::get<QStringList>(one.value), path, false);
        return either(isPositive(one.is),
                      "p.id IN (" +
                          gathered("patient_tag t", "t.patient_id", "t.tag_id IN (" + ids + ") AND " + closed) + ')');
    }

    QByteArray phone(bool known)
    {
        const QByteArray ofMerged = "coalesce(o.phone, '') <> '' AND " + patient::inClosedBatch("o");
        return either(known,
                      "coalesce(p.phone, '') <> '' OR p.id IN (SELECT a.kept FROM alias a CROSS JOIN patient o"
                      " ON o.id = a.id WHERE " +
                          ofMerged + ") OR " +
                          owned("patient_phone t", "t.patient_id", "t.ended = 0 AND " + patient::inClosedBatch("t")));
    }

    QByteArray allergy(const Condition &one)
    {
        QByteArray which = "t.verification <> 'entered-in-error' AND " + patient::inClosedBatch("t");
        if (one.is == Operator::Contains)
            which += " AND " + text("t.substance", one);
        else if (const auto *codes = std::get_if<QStringList>(&one.value))
            which += " AND t.allergen IN (" + list(*codes) + ')';
        return either(isPositive(one.is), owned("allergy t", "t.patient_id", which));
    }

    QByteArray medicine(const Condition &one)
    {
        QByteArray which = "t.status = 'active' AND " + patient::inClosedBatch("t");
        if (one.is == Operator::Contains)
            which += " AND " + text("t.medicine", one);
        return either(isPositive(one.is), owned("medication_statement t", "t.patient_id", which));
    }

    static QByteArray pregnancy(const char *column, bool yes)
    {
        const QByteArray last = newest(column, "pregnancy_status", {}, "t.recorded_ms DESC, t.n DESC");
        return either(yes, "coalesce(" + last + ", 0) = 1");
    }

    QByteArray constitution(const Condition &one)
    {
        const QByteArray last = newest("t.id", "constitution_assessment", " AND t.status = 'completed'",
                                       "t.day DESC, t.recorded_ms DESC, t.n DESC");
        if (one.is == Operator::Known || one.is == Operator::Unknown)
            return last + (one.is == Operator::Known ? " IS NOT NULL" : " IS NULL");
        return either(isPositive(one.is), "EXISTS (SELECT 1 FROM constitution_result c WHERE c.assessment_id = " +
                                              last + " AND c.type IN (" + list(std::get<QStringList>(one.value)) +
                                              ") AND (c.decision = 'yes' OR c.decision = 'basically_yes'))");
    }

    QByteArray practitioner(const Condition &one, const QString &path)
    {
        const QByteArray ids = idList(std::get<QStringList>(one.value), path, false);
        return either(isPositive(one.is),
                      owned("visit v", "v.patient_id",
                            "v.practitioner_id IN (" + ids + ") AND v.status <> 'entered-in-error' AND " +
                                patient::inClosedBatch("v")));
    }

    QByteArray diagnosis(const Condition &one)
    {
        const QByteArray from = "diagnosis d CROSS JOIN visit_revision r ON r.id = d.revision_id"
                                " CROSS JOIN visit v ON v.id = r.visit_id";
        const QByteArray counted =
            QByteArray(" AND r.sensitive = 0 AND ") + Signed + " AND " + patient::inClosedBatch("v");
        const QByteArray ofUs = " AND (d.kind = 'pattern' OR d.kind = 'disease')";
        QByteArrayList parts;
        if (one.is == Operator::Contains) {
            parts << gathered(from, "v.patient_id", text("d.display", one) + " AND d.kind <> 'method'" + counted);
        } else {
            QMap<QString, QStringList> bySystem;
            for (const QString &code : std::get<QStringList>(one.value))
                bySystem[code.section(u'|', 0, 0)] << code.section(u'|', 1);
            for (const auto &[system, codes] : bySystem.asKeyValueRange()) {
                const QByteArray which = "d.code_system = " + bind(system) + " AND d.code IN (" + list(codes) + ')';
                // Codes of ICD-10 stand in western diagnoses alone, and those have no others; the index holds ours.
                const bool isWestern = system == u"ICD-10";
                parts << gathered(from, "v.patient_id",
                                  which + (isWestern ? QByteArray(" AND d.kind = 'western'") : ofUs) + counted);
            }
        }
        return either(isPositive(one.is), "p.id IN (" + parts.join(" UNION ALL ") + ')');
    }

    /// Prescribed at a signed visit; @p from has the aliases x (prescription), r and v.
    QByteArray prescribed(const Condition &one, const QByteArray &from, const QByteArray &which)
    {
        return either(
            isPositive(one.is),
            "p.id IN (" +
                gathered(from, "v.patient_id", which + " AND " + Signed + " AND " + patient::inClosedBatch("v")) + ')');
    }
    QByteArray herb(const Condition &one)
    {
        return prescribed(one,
                          "prescription_item i CROSS JOIN prescription x ON x.id = i.prescription_id CROSS JOIN"
                          " visit_revision r ON r.id = x.revision_id CROSS JOIN visit v ON v.id = r.visit_id",
                          "i.herb IN (" + list(std::get<QStringList>(one.value)) + ')');
    }
    QByteArray formula(const Condition &one)
    {
        QByteArrayList parts;
        for (const QString &code : std::get<QStringList>(one.value))
            parts << "instr('+' || x.formula || '+', '+' || " + bind(code) + " || '+') > 0";
        return prescribed(one,
                          "prescription x CROSS JOIN visit_revision r ON r.id = x.revision_id CROSS JOIN visit v"
                          " ON v.id = r.visit_id",
                          "x.formula IS NOT NULL AND (" + parts.join(" OR ") + ')');
    }

    /// Only what the actor may read counts; see patient::sharesWith().
    QByteArray shared(Permission permission)
    {
        const access::Footing &known = access::footing(m_view);
        if (!known.ownPatientsOnly || known.everywhere.has(permission))
            return {};
        const QByteArray counted = "v.status <> 'entered-in-error' AND " + patient::inClosedBatch("v");
        const QByteArray user =
            m_view.actor().user ? bind(store::Value(m_view.actor().user->toBytes())) : QByteArray("NULL");
        QByteArray condition = owned("visit v", "v.patient_id", "v.practitioner_id = " + user + " AND " + counted) +
                               " OR NOT " + owned("visit v", "v.patient_id", counted);
        for (const access::Footing::Glass &glass : known.glass) {
            if (known.isGlassOpen(glass.patient, toMs(m_view.now())))
                condition += " OR p.id = " + bind(store::Value(glass.patient.toBytes()));
        }
        return '(' + condition + ") AND ";
    }

    QByteArray guarded(const Condition &one, const QString &path)
    {
        const Permission permission = permissionFor(rowOf(one.field).needs);
        if (!refused && access::require(m_view, permission))
            refused = Error{Code::NoPermission, Tr::tr("You may not ask by \"%1\".").arg(nameOf(one.field)), path, {}};
        if (refused)
            return "0";
        const bool ofNotes = permission == Permission::ReadNarrative || permission == Permission::ReadPrescriptions;
        const QByteArray before = ofNotes ? shared(permission) : QByteArray();
        return '(' + before + condition(one, path + QStringLiteral(".value")) + ')';
    }

    QByteArray condition(const Condition &one, const QString &path)
    {
        switch (one.field) {
        case Field::Name:
            return text("p.name", one);
        case Field::Pinyin: {
            const QByteArray letters = "' ' || " + bind(lowered(std::get<QString>(one.value)).remove(u' '));
            return "(instr(r.pinyin_key, " + letters + ") > 0 OR instr(r.initials_key, " + letters + ") > 0)";
        }
        case Field::Number:
            return text("p.number", one);
        case Field::Sex:
            return either(isPositive(one.is), "p.sex IN (" + list(std::get<QStringList>(one.value)) + ')');
        case Field::Age:
            return age(one);
        case Field::BirthMonth: {
            QByteArrayList months;
            for (const QString &month : std::get<QStringList>(one.value))
                months << bind(month.rightJustified(2, u'0'));
            return either(isPositive(one.is), "p.birth_lunar = 0 AND coalesce(substr(p.birth_date, 6, 2), '') IN (" +
                                                  months.join(", ") + ')');
        }
        case Field::Birthday:
            return birthday(std::get<qint64>(one.value));
        case Field::Phone:
            return phone(one.is == Operator::Known);
        case Field::Source:
            return text("p.source", one);
        case Field::Campaign:
            return text("p.campaign", one);
        case Field::Referrer:
            return referrer(one, path);
        case Field::Tag:
            return tag(one, path);
        case Field::Stage:
            return stage(one);
        case Field::Visits: {
            const char *compared = one.is == Operator::AtLeast ? ">= " : one.is == Operator::AtMost ? "<= " : "= ";
            return "r.visits " + QByteArray(compared) + bind(std::get<qint64>(one.value));
        }
        case Field::LastVisit:
            return lastVisit(one);
        case Field::Registered:
            return registered(one);
        case Field::Deceased:
            return one.is == Operator::Yes ? "p.deceased = 1" : "p.deceased = 0";
        case Field::Practitioner:
            return practitioner(one, path);
        case Field::Allergy:
            return allergy(one);
        case Field::Medicine:
            return medicine(one);
        case Field::Pregnant:
            return pregnancy("t.pregnant", one.is == Operator::Yes);
        case Field::Lactating:
            return pregnancy("t.lactating", one.is == Operator::Yes);
        case Field::Constitution:
            return constitution(one);
        case Field::Diagnosis:
            return diagnosis(one);
        case Field::Herb:
            return herb(one);
        case Field::Formula:
            return formula(one);
        case Field::Address:
            return text("p.address", one);
        case Field::Insurance:
            return text("p.insurance", one);
        case Field::Occupation:
            return text("p.occupation", one);
        }
        Q_UNREACHABLE();
    }

    const store::Snapshot &m_view;
    QDate m_today;
    Thresholds m_thresholds;
};

} // namespace

QByteArray with()
{
    // As the door follows merges for one patient: whoever may see the record that stays sees its aliases too.
    const QByteArray seen = "(mp.restricted = 0 OR row_open(mp.id) OR row_open(";
    return "WITH RECURSIVE alias(id, kept) AS MATERIALIZED (SELECT mp.id, kp.id FROM patient mp JOIN patient kp"
           " ON kp.id = mp.merged_into_id WHERE mp.merged_into_id IS NOT NULL AND kp.merged_into_id IS NULL AND " +
           seen + "kp.id)) UNION SELECT mp.id, u.kept FROM alias u JOIN patient mp ON mp.merged_into_id = u.id WHERE " +
           seen + "u.kept))) /* segment */ ";
}

Result<Compiled> compile(const store::Snapshot &view, const Definition &definition, const Thresholds &thresholds)
{
    if (auto wrong = problem(definition))
        return *wrong;
    Compiler compiler(view, thresholds);
    const QByteArray condition = compiler.group(definition.group, {});
    if (compiler.refused)
        return *compiler.refused;
    return Compiled{condition, compiler.values};
}

} // namespace xinglin::segment
