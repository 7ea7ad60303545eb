#include "engines/segments/definition.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace xinglin::segments {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::segments)
};

constexpr int Version = 1;

Error wrong(const QString &path, const QString &reason)
{
    return {Code::Invalid, reason, path, QStringLiteral("segment %1").arg(path)};
}

QString within(const QString &path, const QString &part)
{
    return path.isEmpty() ? part : path + u'.' + part;
}

QString at(const QString &path, const char *list, qsizetype index)
{
    return within(path, QStringLiteral("%1[%2]").arg(QLatin1String(list)).arg(index));
}

std::optional<Error> unknownKey(const QJsonObject &object, const QStringList &known, const QString &path)
{
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (!known.contains(it.key()))
            return wrong(within(path, it.key()), Tr::tr("Nothing of this name is known here."));
    }
    return std::nullopt;
}

std::optional<Value> valueFrom(const QJsonValue &json, Takes kind)
{
    switch (kind) {
    case Takes::Nothing:
        return json.isUndefined() ? std::optional<Value>(std::monostate()) : std::nullopt;
    case Takes::Text:
        return json.isString() ? std::optional<Value>(json.toString()) : std::nullopt;
    case Takes::Number:
    case Takes::Days: {
        const double number = json.toDouble(-1);
        if (!json.isDouble() || number < 0 || number > mostDays * 100.0 || number != qint64(number))
            return std::nullopt;
        return Value(qint64(number));
    }
    case Takes::Date: {
        const QDate day = QDate::fromString(json.toString(), Qt::ISODate);
        return day.isValid() ? std::optional<Value>(day) : std::nullopt;
    }
    case Takes::Codes: {
        if (!json.isArray())
            return std::nullopt;
        QStringList codes;
        for (const QJsonValue &one : json.toArray()) {
            if (!one.isString())
                return std::nullopt;
            codes << one.toString();
        }
        return Value(codes);
    }
    }
    Q_UNREACHABLE();
}

QJsonValue jsonOf(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *day = std::get_if<QDate>(&value))
        return day->toString(Qt::ISODate);
    if (const auto *codes = std::get_if<QStringList>(&value))
        return QJsonArray::fromStringList(*codes);
    return {};
}

Result<Condition> conditionFrom(const QJsonValue &json, const QString &path)
{
    if (!json.isObject())
        return wrong(path, Tr::tr("Here must stand a condition."));
    const QJsonObject object = json.toObject();
    if (auto unknown =
            unknownKey(object, {QStringLiteral("field"), QStringLiteral("is"), QStringLiteral("value")}, path))
        return *unknown;
    const FieldRow *row = fieldFrom(object.value(u"field").toString());
    if (row == nullptr)
        return wrong(within(path, QStringLiteral("field")), Tr::tr("This field is not known."));
    const auto is = operatorFrom(object.value(u"is").toString());
    if (!is)
        return wrong(within(path, QStringLiteral("is")), Tr::tr("This cannot be asked of a field."));
    const auto value = valueFrom(object.value(u"value"), takes(row->field, *is));
    if (!value)
        return wrong(within(path, QStringLiteral("value")), Tr::tr("This value is not of the kind that is asked for."));
    return Condition{row->field, *is, *value};
}

/// @p extra: keys that the outermost group has besides.
Result<Group> groupFrom(const QJsonValue &json, const QString &path, int depth, const QStringList &extra)
{
    if (!json.isObject())
        return wrong(path, Tr::tr("Here must stand a group of conditions."));
    if (depth > mostDepth)
        return wrong(path, Tr::tr("Groups stand too deep in one another."));
    const QJsonObject object = json.toObject();
    const QStringList known{QStringLiteral("join"), QStringLiteral("conditions"), QStringLiteral("groups")};
    if (auto unknown = unknownKey(object, known + extra, path))
        return *unknown;
    Group group;
    const QString join = object.value(u"join").toString();
    if (join != u"all" && join != u"any")
        return wrong(within(path, QStringLiteral("join")), Tr::tr("A group asks for all or for any."));
    group.join = join == u"all" ? Group::Join::All : Group::Join::Any;
    for (const char *list : {"conditions", "groups"}) {
        const QJsonValue value = object.value(QLatin1String(list));
        if (!value.isUndefined() && !value.isArray())
            return wrong(within(path, QLatin1String(list)), Tr::tr("Here must stand a list."));
    }
    const QJsonArray conditions = object.value(u"conditions").toArray();
    for (qsizetype i = 0; i < conditions.size(); ++i) {
        auto condition = conditionFrom(conditions[i], at(path, "conditions", i));
        if (!condition)
            return condition.error();
        group.conditions << *std::move(condition);
    }
    const QJsonArray groups = object.value(u"groups").toArray();
    for (qsizetype i = 0; i < groups.size(); ++i) {
        auto inner = groupFrom(groups[i], at(path, "groups", i), depth + 1, {});
        if (!inner)
            return inner.error();
        group.groups << *std::move(inner);
    }
    return group;
}

QJsonObject jsonOf(const Group &group)
{
    QJsonObject object{
        {QStringLiteral("join"), group.join == Group::Join::All ? QStringLiteral("all") : QStringLiteral("any")},
    };
    QJsonArray conditions;
    for (const Condition &one : group.conditions) {
        QJsonObject condition{{QStringLiteral("field"), QLatin1String(rowOf(one.field).code)},
                              {QStringLiteral("is"), toText(one.is)}};
        if (!std::holds_alternative<std::monostate>(one.value))
            condition.insert(QStringLiteral("value"), jsonOf(one.value));
        conditions << condition;
    }
    if (!conditions.isEmpty())
        object.insert(QStringLiteral("conditions"), conditions);
    QJsonArray groups;
    for (const Group &inner : group.groups)
        groups << jsonOf(inner);
    if (!groups.isEmpty())
        object.insert(QStringLiteral("groups"), groups);
    return object;
}

std::optional<QString> valueProblem(const FieldRow &row, const Condition &condition)
{
    const Value &value = condition.value;
    switch (takes(condition.field, condition.is)) {
    case Takes::Nothing:
        if (!std::holds_alternative<std::monostate>(value))
            return Tr::tr("Nothing is compared here.");
        return std::nullopt;
    case Takes::Text: {
        const auto *text = std::get_if<QString>(&value);
        if (text == nullptr || text->trimmed().isEmpty())
            return Tr::tr("Say with what it is compared.");
        if (text->size() > mostText)
            return Tr::tr("The text is too long.");
        return std::nullopt;
    }
    case Takes::Number: {
        const auto *number = std::get_if<qint64>(&value);
        if (number == nullptr || *number < row.least || *number > row.most)
            return Tr::tr("A number from %1 to %2 is needed.").arg(row.least).arg(row.most);
        return std::nullopt;
    }
    case Takes::Days: {
        const int most = condition.is == Operator::NextDays ? 366 : mostDays;
        const auto *number = std::get_if<qint64>(&value);
        if (number == nullptr || *number < 0 || *number > most)
            return Tr::tr("A number from %1 to %2 is needed.").arg(0).arg(most);
        return std::nullopt;
    }
    case Takes::Date: {
        const auto *day = std::get_if<QDate>(&value);
        if (day == nullptr || !day->isValid() || day->year() < 1900 || day->year() > 2200)
            return Tr::tr("A day is needed.");
        return std::nullopt;
    }
    case Takes::Codes: {
        const auto *codes = std::get_if<QStringList>(&value);
        if (codes == nullptr || codes->isEmpty())
            return Tr::tr("Choose at least one.");
        if (codes->size() > mostCodes)
            return Tr::tr("Not more than %1 can be chosen.").arg(mostCodes);
        for (const QString &code : *codes) {
            if (code.isEmpty() || code.size() > mostText || (!row.choices.isEmpty() && !row.choices.contains(code)))
                return Tr::tr("\"%1\" is not one of the choices.").arg(code.left(mostText));
        }
        return std::nullopt;
    }
    }
    Q_UNREACHABLE();
}

struct Walk
{
    int conditions = 0;
    std::optional<Error> found;

    void look(const Group &group, const QString &path, int depth)
    {
        if (!found && depth > mostDepth)
            found = wrong(path, Tr::tr("Groups stand too deep in one another."));
        if (!found && group.conditions.isEmpty() && group.groups.isEmpty())
            found = wrong(path, Tr::tr("There is no condition here."));
        for (qsizetype i = 0; i < group.conditions.size() && !found; ++i) {
            const Condition &one = group.conditions[i];
            const QString place = at(path, "conditions", i);
            const FieldRow &row = rowOf(one.field);
            if (++conditions > mostConditions)
                found = wrong(place, Tr::tr("Not more than %1 conditions are possible.").arg(mostConditions));
            else if (!row.operators.contains(one.is))
                found = wrong(within(place, QStringLiteral("is")),
                              Tr::tr("This cannot be asked of \"%1\".").arg(nameOf(one.field)));
            else if (const auto reason = valueProblem(row, one))
                found = wrong(within(place, QStringLiteral("value")),
                              Tr::tr("%1: %2", "field, problem").arg(nameOf(one.field), *reason));
        }
        for (qsizetype i = 0; i < group.groups.size() && !found; ++i)
            look(group.groups[i], at(path, "groups", i), depth + 1);
    }
};

void collect(const Group &group, const QString &path, QList<std::pair<QString, Condition>> &found)
{
    for (qsizetype i = 0; i < group.conditions.size(); ++i)
        found.append({at(path, "conditions", i), group.conditions[i]});
    for (qsizetype i = 0; i < group.groups.size(); ++i)
        collect(group.groups[i], at(path, "groups", i), found);
}

} // namespace

Result<Definition> Definition::fromJson(const QByteArray &json)
{
    if (json.size() > mostBytes)
        return wrong({}, Tr::tr("The definition is too long."));
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError || !document.isObject())
        return wrong({}, Tr::tr("This is no definition of a segment."));
    const QJsonValue version = document.object().value(u"version");
    if (!version.isDouble() || version.toDouble() < 1)
        return wrong(QStringLiteral("version"), Tr::tr("The version is missing."));
    if (version.toDouble() > Version)
        return Error{Code::Newer, Tr::tr("A newer Xinglin wrote this segment."), QStringLiteral("version"), {}};
    auto group = groupFrom(document.object(), {}, 1, {QStringLiteral("version")});
    if (!group)
        return group.error();
    Definition definition{*std::move(group)};
    if (auto refused = problem(definition))
        return *refused;
    return definition;
}

QByteArray Definition::toJson() const
{
    QJsonObject object = jsonOf(group);
    object.insert(QStringLiteral("version"), Version);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Error> problem(const Definition &definition)
{
    Walk walk;
    walk.look(definition.group, {}, 1);
    return walk.found;
}

QList<std::pair<QString, Condition>> conditionsOf(const Definition &definition)
{
    QList<std::pair<QString, Condition>> found;
    collect(definition.group, {}, found);
    return found;
}

} // namespace xinglin::segments
