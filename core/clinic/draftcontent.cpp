#include "clinic/draftcontent.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamReader>
#include <QCoreApplication>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Drafts)
};

constexpr qint64 version = 1;
constexpr int deepest = 8;
constexpr qsizetype mostItems = 1000;

// A value's parts are written and read by one list each, so that they cannot come apart: Out puts a part away, In takes
// it up. Parts of their default value are left out.

class Out
{
public:
    template <class T, class U>
    void part(const char *name, const T &value, const U &ordinary)
    {
        if (!(value == ordinary))
            m_map.insert(QLatin1String(name), put(value));
    }
    const QCborMap &map() const { return m_map; }

private:
    static QCborValue put(const QString &value) { return value; }
    static QCborValue put(bool value) { return value; }
    static QCborValue put(int value) { return static_cast<qint64>(value); }
    static QCborValue put(double value) { return value; }
    static QCborValue put(Mass value) { return static_cast<qint64>(value.milligrams()); }
    static QCborValue put(QDate value) { return value.toJulianDay(); }
    template <class Tag>
    static QCborValue put(const Id<Tag> &value)
    {
        return value.toBytes();
    }
    template <class T>
    static QCborValue put(const std::optional<T> &value)
    {
        return put(*value);
    }
    template <class T>
    static QCborValue put(const QList<T> &list)
    {
        QCborArray items;
        for (const T &item : list)
            items << put(item);
        return items;
    }
    template <class T>
    static QCborValue put(const QMap<QString, T> &values)
    {
        QCborMap map;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            map.insert(it.key(), put(it.value()));
        return map;
    }
    template <class T>
    requires std::is_enum_v<T>
    static QCborValue put(T value) { return static_cast<qint64>(value); }
    template <class T>
    requires(std::is_class_v<T> &&requires(Out &out, T &value) { parts(out, value); }) static QCborValue
        put(const T &value)
    {
        Out out;
        parts(out, const_cast<T &>(value)); // NOLINT: the list of parts is the same for reading
        return out.m_map;
    }

    QCborMap m_map;
};

class In
{
public:
    explicit In(const QCborMap &map) : m_map(map) {}

    template <class T, class U>
    void part(const char *name, T &value, const U &)
    {
        const QCborValue found = m_map.value(QLatin1String(name));
        if (!found.isUndefined())
            m_ok = take(found, value) && m_ok;
    }
    bool ok() const { return m_ok; }

private:
    static bool take(const QCborValue &found, QString &value)
    {
        value = found.toString();
        return found.isString();
    }
    static bool take(const QCborValue &found, bool &value)
    {
        value = found.toBool();
        return found.isBool();
    }
    static bool take(const QCborValue &found, int &value)
    {
        value = static_cast<int>(found.toInteger());
        return found.isInteger() && found.toInteger() == value;
    }
    static bool take(const QCborValue &found, double &value)
    {
        value = found.toDouble();
        return found.isDouble() || found.isInteger();
    }
    static bool take(const QCborValue &found, Mass &value)
    {
        value = Mass::milligrams(found.toInteger());
        return found.isInteger();
    }
    static bool take(const QCborValue &found, QDate &value)
    {
        value = QDate::fromJulianDay(found.toInteger());
        return found.isInteger() && value.isValid();
    }
    template <class Tag>
    static bool take(const QCborValue &found, Id<Tag> &value)
    {
        const auto id = Id<Tag>::fromBytes(found.toByteArray());
        value = id.value_or(value);
        return id.has_value();
    }
    template <class T>
    static bool take(const QCborValue &found, std::optional<T> &value)
    {
        if constexpr (std::is_constructible_v<T>)
            value.emplace();
        else
            value.emplace(T(Uuid(Uuid::Bytes{})));
        return take(found, *value);
    }
    template <class T>
    static bool take(const QCborValue &found, QList<T> &list)
    {
        const QCborArray items = found.toArray();
        if (!found.isArray() || items.size() > mostItems)
            return false;
        bool ok = true;
        for (const QCborValue &item : items) {
            T value;
            ok = take(item, value) && ok;
            list << value;
        }
        return ok;
    }
    template <class T>
    static bool take(const QCborValue &found, QMap<QString, T> &values)
    {
        const QCborMap map = found.toMap();
        bool ok = found.isMap() && map.size() <= mostItems;
        for (const auto &[key, item] : map) {
            T value{};
            ok = take(item, value) && ok && key.isString();
            values.insert(key.toString(), value);
        }
        return ok;
    }
    template <class T>
    requires std::is_enum_v<T>
    static bool take(const QCborValue &found, T &value)
    {
        value = static_cast<T>(found.toInteger());
        return found.isInteger() && found.toInteger() >= 0 && found.toInteger() <= static_cast<qint64>(last(value));
    }
    template <class T>
    requires(std::is_class_v<T> &&requires(Out &out, T &value) {
        parts(out, value);
    }) static bool take(const QCborValue &found, T &value)
    {
        const QCborMap map = found.toMap();
        In in(map);
        parts(in, value);
        return found.isMap() && in.ok();
    }
    static Route last(Route) { return Route::External; }
    static MedicineForm last(MedicineForm) { return MedicineForm::Granule; }
    static DiagnosisKind last(DiagnosisKind) { return DiagnosisKind::Western; }
    static Sex last(Sex) { return Sex::Unknown; }
    static DocumentKind last(DocumentKind) { return DocumentKind::Other; }
    static constitution::Form last(constitution::Form) { return constitution::Form::Elderly; }
    static constitution::Sex last(constitution::Sex) { return constitution::Sex::Male; }
    static AnsweredBy last(AnsweredBy) { return AnsweredBy::Patient; }
    static TherapyKind last(TherapyKind) { return TherapyKind::Other; }
    static Technique last(Technique) { return Technique::Moxa; }
    static points::Side last(points::Side) { return points::Side::Midline; }

    const QCborMap &m_map;
    bool m_ok = true;
};

} // namespace

// Found by the arguments' namespace.

template <class A>
void parts(A &a, Hand &hand)
{
    a.part("field", hand.field, QString());
    a.part("cursor", hand.cursor, 0);
    a.part("anchor", hand.anchor, 0);
    a.part("lines", hand.lines, QMap<QString, QString>());
}

template <class A>
void parts(A &a, Answer &answer)
{
    a.part("item", answer.item, QString());
    a.part("site", answer.site, QString());
    a.part("rank", answer.rank, 0);
    a.part("number", answer.number, std::optional<double>());
    a.part("code", answer.code, QString());
    a.part("text", answer.text, QString());
    a.part("unit", answer.unit, QString());
}

template <class A>
void parts(A &a, DiagnosisEntry &entry)
{
    a.part("kind", entry.kind, DiagnosisKind::Disease);
    a.part("system", entry.codeSystem, QString());
    a.part("code", entry.code, QString());
    a.part("display", entry.display, QString());
}

template <class A>
void parts(A &a, VisitNote &note)
{
    a.part("form", note.form, VisitNote().form);
    a.part("complaint", note.complaint, QString());
    a.part("history", note.history, QString());
    a.part("inspection", note.inspection, QString());
    a.part("listening", note.listening, QString());
    a.part("advice", note.advice, QString());
    a.part("note", note.note, QString());
    a.part("sensitive", note.sensitive, false);
    a.part("answers", note.answers, QList<Answer>());
    a.part("diagnoses", note.diagnoses, QList<DiagnosisEntry>());
}

template <class A>
void parts(A &a, VisitDraft &draft)
{
    a.part("patient", draft.patient, VisitDraft().patient);
    a.part("visit", draft.visit, std::optional<VisitId>());
    a.part("basedOn", draft.basedOn, std::optional<RevisionId>());
    a.part("day", draft.day, std::optional<QDate>());
    a.part("note", draft.note, VisitNote());
    a.part("reason", draft.reason, QString());
}

template <class A>
void parts(A &a, PrescriptionLine &line)
{
    a.part("herb", line.herb, QString());
    a.part("name", line.name, QString());
    a.part("dose", line.dose, Mass());
    a.part("preparation", line.preparation, QString());
    a.part("signedAgain", line.signedAgain, false);
}

template <class A>
void parts(A &a, FindingOverride &given)
{
    a.part("rule", given.rule, QString());
    a.part("herbs", given.herbs, QString());
    a.part("reason", given.reason, QString());
}

template <class A>
void parts(A &a, PrescriptionDraft &draft)
{
    const PrescriptionDraft ordinary;
    a.part("name", draft.name, QString());
    a.part("formula", draft.formula, QString());
    a.part("route", draft.route, ordinary.route);
    a.part("packets", draft.packets, ordinary.packets);
    a.part("packetsPerDay", draft.packetsPerDay, ordinary.packetsPerDay);
    a.part("timesPerDay", draft.timesPerDay, ordinary.timesPerDay);
    a.part("instructions", draft.instructions, QString());
    a.part("lines", draft.lines, QList<PrescriptionLine>());
    a.part("overrides", draft.overrides, QList<FindingOverride>());
}

template <class A>
void parts(A &a, TreatmentPoint &point)
{
    a.part("point", point.point, QString());
    a.part("name", point.name, QString());
    a.part("side", point.side, points::Side::Both);
    a.part("technique", point.technique, Technique::Unsaid);
    a.part("depth", point.depthCun, std::optional<double>());
    a.part("needles", point.needles, 0);
}

template <class A>
void parts(A &a, TreatmentParameter &parameter)
{
    a.part("code", parameter.code, QString());
    a.part("number", parameter.number, 0.0);
    a.part("unit", parameter.unit, QString());
}

template <class A>
void parts(A &a, TreatmentDraft &draft)
{
    a.part("course", draft.course, std::optional<CourseId>());
    a.part("kind", draft.kind, TherapyKind::Acupuncture);
    a.part("service", draft.service, QString());
    a.part("name", draft.name, QString());
    a.part("technique", draft.technique, Technique::Unsaid);
    a.part("minutes", draft.minutes, std::optional<int>());
    a.part("sessions", draft.sessions, 1);
    a.part("perWeek", draft.perWeek, std::optional<int>());
    a.part("needles", draft.needles, std::optional<int>());
    a.part("instructions", draft.instructions, QString());
    a.part("points", draft.points, QList<TreatmentPoint>());
    a.part("parameters", draft.parameters, QList<TreatmentParameter>());
}

template <class A>
void parts(A &a, MedicineOrder &order)
{
    const MedicineOrder ordinary;
    a.part("form", order.form, ordinary.form);
    a.part("name", order.name, QString());
    a.part("dose", order.dose, QString());
    a.part("times", order.timesPerDay, ordinary.timesPerDay);
    a.part("days", order.days, ordinary.days);
    a.part("quantity", order.quantity, QString());
    a.part("instructions", order.instructions, QString());
}

namespace consultation {
template <class A>
void parts(A &a, Draft &draft)
{
    a.part("visit", draft.visit, VisitDraft());
    a.part("prescriptions", draft.prescriptions, QList<PrescriptionDraft>());
    a.part("treatments", draft.treatments, QList<TreatmentDraft>());
    a.part("medicines", draft.medicines, QList<MedicineOrder>());
}
} // namespace consultation

template <class A>
void parts(A &a, VisitContent &content)
{
    a.part("draft", content.draft, consultation::Draft());
    a.part("amending", content.amending, false);
    a.part("numbersPassed", content.numbersPassed, false);
    a.part("furtherPassed", content.furtherPassed, QList<bool>());
    a.part("shown", content.shown, 0);
    a.part("prescription", content.prescription, false);
    a.part("herb", content.herb, 0);
    a.part("reason", content.reason, FindingOverride());
    a.part("hand", content.hand, Hand());
}

template <class A>
void parts(A &a, AllergyDraft &allergy)
{
    a.part("allergen", allergy.allergen, QString());
    a.part("substance", allergy.substance, QString());
    a.part("reaction", allergy.reaction, QString());
}

template <class A>
void parts(A &a, CareContent &content)
{
    a.part("added", content.added, QList<AllergyDraft>());
    a.part("retracted", content.retracted, QMap<QString, QString>());
    a.part("hand", content.hand, Hand());
}

template <class A>
void parts(A &a, PatientPhone &phone)
{
    a.part("phone", phone.phone, QString());
    a.part("whose", phone.whose, QString());
}

template <class A>
void parts(A &a, Guardian &guardian)
{
    a.part("name", guardian.name, QString());
    a.part("relation", guardian.relation, QString());
    a.part("phone", guardian.phone, QString());
}

template <class A>
void parts(A &a, PatientDraft &draft)
{
    a.part("name", draft.name, QString());
    a.part("sex", draft.sex, Sex::Unknown);
    a.part("birthDate", draft.birthDate, QString());
    a.part("birthLunar", draft.birthLunar, false);
    a.part("phone", draft.phone, QString());
    a.part("withoutPhone", draft.withoutPhone, false);
    a.part("otherPhones", draft.otherPhones, QList<PatientPhone>());
    a.part("documentKind", draft.documentKind, std::optional<DocumentKind>());
    a.part("documentNumber", draft.documentNumber, QString());
    a.part("address", draft.address, QString());
    a.part("insurance", draft.insurance, QString());
    a.part("occupation", draft.occupation, QString());
    a.part("maritalStatus", draft.maritalStatus, QString());
    a.part("guardian", draft.guardian, Guardian());
    a.part("emergencyName", draft.emergencyName, QString());
    a.part("emergencyPhone", draft.emergencyPhone, QString());
    a.part("source", draft.source, QString());
    a.part("campaign", draft.campaign, QString());
    a.part("referredBy", draft.referredBy, std::optional<PatientId>());
    a.part("deskAlert", draft.deskAlert, QString());
    a.part("note", draft.note, QString());
    a.part("oldNumber", draft.oldNumber, QString());
}

template <class A>
void parts(A &a, PatientContent &content)
{
    a.part("editing", content.editing, std::optional<PatientId>());
    a.part("enquiry", content.enquiry, std::optional<EnquiryId>());
    a.part("before", content.before, PatientDraft());
    a.part("draft", content.draft, PatientDraft());
    a.part("care", content.care, CareContent());
    a.part("relations", content.relations, QMap<QString, QString>());
    a.part("hand", content.hand, Hand());
}

template <class A>
void parts(A &a, ConstitutionDraft &draft)
{
    a.part("patient", draft.patient, ConstitutionDraft().patient);
    a.part("form", draft.form, constitution::Form::Standard);
    a.part("sex", draft.sex, std::optional<constitution::Sex>());
    a.part("by", draft.by, AnsweredBy::Staff);
    a.part("day", draft.day, std::optional<QDate>());
    a.part("answers", draft.answers, constitution::Answers());
}

template <class A>
void parts(A &a, ConstitutionContent &content)
{
    a.part("draft", content.draft, ConstitutionDraft());
    a.part("item", content.item, QString());
}

template <class A>
void parts(A &a, FormContent &content)
{
    a.part("fields", content.fields, QMap<QString, QString>());
    a.part("hand", content.hand, Hand());
}

namespace {

template <class T>
QByteArray bytesOf(const QString &form, const T &content)
{
    Out out;
    parts(out, const_cast<T &>(content)); // NOLINT: see Out
    return QCborValue(QCborArray{version, form, out.map()}).toCbor();
}

/// Whether it is one well-formed item, no deeper than ours are.
bool isShallow(QCborStreamReader &in, int depth)
{
    if (!in.isContainer()) {
        return in.next(0);
    }
    if (depth == 0 || !in.enterContainer())
        return false;
    while (in.hasNext()) {
        if (!isShallow(in, depth - 1))
            return false;
    }
    return in.lastError() == QCborError::NoError && in.leaveContainer();
}

template <class T>
Result<T> contentOf(const QString &form, const QByteArray &bytes)
{
    const Error damaged{
        Code::Damaged, Tr::tr("What you had typed here cannot be read any more. It is kept as it is."), {}, {}};
    QCborStreamReader in(bytes);
    if (!isShallow(in, deepest) || in.currentOffset() != bytes.size())
        return damaged;
    const QCborArray whole = QCborValue::fromCbor(bytes).toArray();
    if (whole.at(0).toInteger() > version)
        return Error{
            Code::Newer, Tr::tr("What you had typed here was kept by a newer Xinglin, which has to open it."), {}, {}};
    const QCborMap map = whole.at(2).toMap();
    T content;
    In taken(map);
    if (whole.size() != 3 || whole.at(0).toInteger() != version || whole.at(1).toString() != form ||
        !whole.at(2).isMap())
        return damaged;
    parts(taken, content);
    if (!taken.ok())
        return damaged;
    return content;
}

} // namespace

QByteArray toBytes(const VisitContent &content)
{
    return bytesOf(draftkind::visit, content);
}

QByteArray toBytes(const CareContent &content)
{
    return bytesOf(draftkind::care, content);
}

QByteArray toBytes(const PatientContent &content)
{
    return bytesOf(draftkind::patient, content);
}

QByteArray toBytes(const ConstitutionContent &content)
{
    return bytesOf(draftkind::constitution, content);
}

QByteArray toBytes(const FormContent &content)
{
    return bytesOf(QStringLiteral("form"), content);
}

Result<VisitContent> visitContent(const QByteArray &bytes)
{
    return contentOf<VisitContent>(draftkind::visit, bytes);
}

Result<CareContent> careContent(const QByteArray &bytes)
{
    return contentOf<CareContent>(draftkind::care, bytes);
}

Result<PatientContent> patientContent(const QByteArray &bytes)
{
    return contentOf<PatientContent>(draftkind::patient, bytes);
}

Result<ConstitutionContent> constitutionContent(const QByteArray &bytes)
{
    return contentOf<ConstitutionContent>(draftkind::constitution, bytes);
}

Result<FormContent> formContent(const QByteArray &bytes)
{
    return contentOf<FormContent>(QStringLiteral("form"), bytes);
}

} // namespace xinglin
