#include "interop/importmapping.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop)
};

struct NamedKind
{
    ImportKind kind;
    const char *name;
};
constexpr NamedKind kinds[] = {{ImportKind::Patients, "patients"},
                               {ImportKind::Allergies, "allergies"},
                               {ImportKind::Visits, "visits"},
                               {ImportKind::Prescriptions, "prescriptions"}};

struct NamedTarget
{
    Target target;
    const char *name;
};
constexpr NamedTarget targets[] = {
    {Target::Key, "key"},
    {Target::Number, "number"},
    {Target::Name, "name"},
    {Target::FamilyName, "family_name"},
    {Target::GivenName, "given_name"},
    {Target::Sex, "sex"},
    {Target::BirthDate, "birth_date"},
    {Target::Age, "age"},
    {Target::Phones, "phones"},
    {Target::IdNumber, "id_number"},
    {Target::Address, "address"},
    {Target::Insurance, "insurance"},
    {Target::Occupation, "occupation"},
    {Target::MaritalStatus, "marital_status"},
    {Target::GuardianName, "guardian_name"},
    {Target::GuardianRelation, "guardian_relation"},
    {Target::GuardianPhone, "guardian_phone"},
    {Target::EmergencyName, "emergency_name"},
    {Target::EmergencyPhone, "emergency_phone"},
    {Target::Source, "source"},
    {Target::Campaign, "campaign"},
    {Target::DeskAlert, "desk_alert"},
    {Target::Note, "note"},
    {Target::Allergies, "allergies"},
    {Target::Reaction, "reaction"},
    {Target::Day, "date"},
    {Target::Practitioner, "practitioner"},
    {Target::Complaint, "complaint"},
    {Target::History, "history"},
    {Target::Inspection, "inspection"},
    {Target::Listening, "listening"},
    {Target::Disease, "disease"},
    {Target::Pattern, "pattern"},
    {Target::Method, "method"},
    {Target::Western, "western"},
    {Target::Advice, "advice"},
    {Target::Formula, "formula"},
    {Target::Herbs, "herbs"},
    {Target::Packets, "packets"},
};

Error wrong(const QString &member, const QString &sentence)
{
    return {Code::Invalid, sentence, member, {}};
}

QString orderText(DateOrder order)
{
    switch (order) {
    case DateOrder::YearFirst:
        return QStringLiteral("yyyy-MM-dd");
    case DateOrder::MonthFirst:
        return QStringLiteral("MM/dd/yyyy");
    case DateOrder::DayFirst:
        return QStringLiteral("dd/MM/yyyy");
    }
    Q_UNREACHABLE();
}

/// By which of day, month and year a format names first.
std::optional<DateOrder> orderFrom(const QString &format)
{
    const qsizetype year = format.indexOf(u'y');
    const qsizetype month = format.indexOf(u'M');
    const qsizetype day = format.indexOf(u'd');
    if (year < 0 || month < 0 || day < 0)
        return std::nullopt;
    if (year < month && month < day)
        return DateOrder::YearFirst;
    if (month < day && day < year)
        return DateOrder::MonthFirst;
    if (day < month && month < year)
        return DateOrder::DayFirst;
    return std::nullopt;
}

bool isDate(Target target)
{
    return target == Target::BirthDate || target == Target::Day;
}

/// The columns a member names: a text, a list, or an object with "column" or "columns".
QStringList columnsIn(const QJsonValue &value)
{
    QStringList columns;
    if (value.isString())
        columns << value.toString();
    for (const auto &one : value.toArray())
        columns << one.toString();
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        columns << columnsIn(object.value(u"column")) << columnsIn(object.value(u"columns"));
    }
    columns.removeAll(QString());
    return columns;
}

class MapReader
{
public:
    MapReader(ImportKind kind, const QStringList &header) : m_kind(kind), m_header(header) {}

    Result<Mapping> read(const QJsonObject &object)
    {
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            if (it.key() == u"values") {
                if (auto error = readValues(it.value().toObject()))
                    return *error;
            } else if (it.key() == u"country_code") {
                m_mapping.countryCode = it.value().toString();
            } else if (auto error = readMember(it.key(), it.value())) {
                return *error;
            }
        }
        return m_mapping;
    }

private:
    std::optional<Error> readMember(const QString &member, const QJsonValue &value)
    {
        const auto target = targetFrom(member);
        if (!target || !targetsOf(m_kind).contains(*target))
            return wrong(member,
                         Tr::tr("The map file has \"%1\", which is nothing that is imported here.").arg(member));
        const QStringList columns = columnsIn(value);
        if (columns.isEmpty())
            return wrong(member, Tr::tr("The map file names no column for \"%1\".").arg(member));
        if (columns.size() > 1 && !takesMany(*target))
            return wrong(member, Tr::tr("The map file names several columns for \"%1\".").arg(member));
        for (const QString &column : columns) {
            if (auto error = take(*target, member, column))
                return error;
        }
        const QString format = value.toObject().value(u"format").toString();
        if (format.isEmpty())
            return std::nullopt;
        const auto order = orderFrom(format);
        if (!isDate(*target) || !order)
            return wrong(member, Tr::tr("The map file has the format \"%1\" for \"%2\", which is no order of year, "
                                        "month and day.")
                                     .arg(format, member));
        m_mapping.dateOrders.insert(*target, *order);
        return std::nullopt;
    }

    std::optional<Error> take(Target target, const QString &member, const QString &column)
    {
        // As it is written, or as it folds.
        QString found = m_header.contains(column) ? column : QString();
        for (const QString &header : m_header) {
            if (found.isEmpty() && foldedHeader(header) == foldedHeader(column))
                found = header;
        }
        if (found.isEmpty())
            return wrong(member, Tr::tr("The file has no column \"%1\".").arg(column));
        // A key may be told of by any column, and what a row is called in its source may be its number too.
        if (target != Target::Key && m_used.contains(found))
            return wrong(member, Tr::tr("The map file uses the column \"%1\" twice.").arg(found));
        if (target != Target::Key)
            m_used << found;
        m_mapping.columns[target] << found;
        return std::nullopt;
    }

    std::optional<Error> readValues(const QJsonObject &values)
    {
        for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
            const auto target = targetFrom(it.key());
            if (!target)
                return wrong(it.key(),
                             Tr::tr("The map file has \"%1\", which is nothing that is imported here.").arg(it.key()));
            const QJsonObject words = it.value().toObject();
            for (auto word = words.constBegin(); word != words.constEnd(); ++word)
                m_mapping.values[*target].insert(foldedHeader(word.key()), word.value().toString());
        }
        return std::nullopt;
    }

    ImportKind m_kind;
    const QStringList &m_header;
    Mapping m_mapping;
    QStringList m_used;
};

} // namespace

QString toText(ImportKind kind)
{
    for (const NamedKind &named : kinds) {
        if (named.kind == kind)
            return QLatin1String(named.name);
    }
    Q_UNREACHABLE();
}

std::optional<ImportKind> importKindFrom(const QString &text)
{
    for (const NamedKind &named : kinds) {
        if (text == QLatin1String(named.name))
            return named.kind;
    }
    return std::nullopt;
}

QString toText(Target target)
{
    for (const NamedTarget &named : targets) {
        if (named.target == target)
            return QLatin1String(named.name);
    }
    Q_UNREACHABLE();
}

std::optional<Target> targetFrom(const QString &text)
{
    for (const NamedTarget &named : targets) {
        if (text == QLatin1String(named.name))
            return named.target;
    }
    return std::nullopt;
}

const QList<Target> &targetsOf(ImportKind kind)
{
    using enum Target;
    static const QList<Target> person{Key, Number, Name, FamilyName, GivenName, Sex, BirthDate, Age, Phones, IdNumber};
    static const QList<Target> patients =
        person + QList<Target>{Address,          Insurance,     Occupation,    MaritalStatus,    GuardianName,
                               GuardianRelation, GuardianPhone, EmergencyName, EmergencyPhone,   Source,
                               Campaign,         DeskAlert,     Note,          Target::Allergies};
    static const QList<Target> allergies = person + QList<Target>{Target::Allergies, Reaction, Day};
    static const QList<Target> visits =
        person + QList<Target>{Day,     Practitioner, Complaint, History, Inspection, Listening, Disease,
                               Pattern, Method,       Western,   Advice,  Herbs,      Packets,   Formula};
    static const QList<Target> prescriptions =
        person + QList<Target>{Day, Practitioner, Formula, Herbs, Packets, Advice};
    switch (kind) {
    case ImportKind::Patients:
        return patients;
    case ImportKind::Allergies:
        return allergies;
    case ImportKind::Visits:
        return visits;
    case ImportKind::Prescriptions:
        return prescriptions;
    }
    Q_UNREACHABLE();
}

bool takesMany(Target target)
{
    switch (target) {
    case Target::Phones:
    case Target::Address:
    case Target::Note:
    case Target::Allergies:
    case Target::History:
    case Target::Inspection:
    case Target::Western:
    case Target::Herbs:
        return true;
    default:
        return false;
    }
}

QString foldedHeader(const QString &header)
{
    const QString plain = header.normalized(QString::NormalizationForm_KC).toLower();
    QString folded;
    int depth = 0;
    for (const QChar c : plain) {
        if (c == u'(' || c == u'[' || c == u'【')
            ++depth;
        else if ((c == u')' || c == u']' || c == u'】') && depth > 0)
            --depth;
        else if (depth == 0 && (c.isLetterOrNumber() || c.isSurrogate()))
            folded += c;
    }
    return folded;
}

Result<Mapping> mappingFromJson(const QByteArray &json, ImportKind kind, const QStringList &header)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return Error{
            Code::Invalid,
            Tr::tr("The map file is no JSON object (at byte %1: %2).").arg(error.offset).arg(error.errorString()),
            {},
            {}};
    return MapReader(kind, header).read(document.object());
}

QByteArray toJson(const Mapping &mapping)
{
    QJsonObject object;
    for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it) {
        if (it.value().isEmpty())
            continue;
        QJsonValue columns = it.value().size() == 1 ? QJsonValue(it.value().constFirst())
                                                    : QJsonValue(QJsonArray::fromStringList(it.value()));
        if (const auto order = mapping.dateOrders.constFind(it.key()); order != mapping.dateOrders.cend())
            columns = QJsonObject{{QStringLiteral("column"), columns}, {QStringLiteral("format"), orderText(*order)}};
        object.insert(toText(it.key()), columns);
    }
    QJsonObject values;
    for (auto it = mapping.values.cbegin(); it != mapping.values.cend(); ++it) {
        QJsonObject words;
        for (auto word = it.value().cbegin(); word != it.value().cend(); ++word)
            words.insert(word.key(), word.value());
        if (!words.isEmpty())
            values.insert(toText(it.key()), words);
    }
    if (!values.isEmpty())
        object.insert(QStringLiteral("values"), values);
    if (mapping.countryCode != Mapping().countryCode)
        object.insert(QStringLiteral("country_code"), mapping.countryCode);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QStringList missingIn(const Mapping &mapping, ImportKind kind)
{
    QStringList sentences;
    const bool named = mapping.has(Target::Name) || mapping.has(Target::FamilyName) || mapping.has(Target::GivenName);
    if (kind == ImportKind::Patients) {
        if (!named)
            sentences << Tr::tr("No column holds the name of the patient.");
        return sentences;
    }
    if (!named && !mapping.has(Target::Number) && !mapping.has(Target::IdNumber))
        sentences << Tr::tr("No column says whose the line is: a number, a name or an ID number.");
    if (kind == ImportKind::Allergies && !mapping.has(Target::Allergies))
        sentences << Tr::tr("No column holds what the person is allergic to.");
    if (kind == ImportKind::Visits && !mapping.has(Target::Day))
        sentences << Tr::tr("No column holds the day of the visit.");
    if (kind == ImportKind::Prescriptions && !mapping.has(Target::Herbs))
        sentences << Tr::tr("No column holds herbs.");
    if (kind == ImportKind::Prescriptions && !mapping.has(Target::Day))
        sentences << Tr::tr("No column holds the day of the prescription.");
    return sentences;
}

} // namespace xinglin::interop
