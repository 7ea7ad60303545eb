#pragma once

#include "base/result.h"
#include "engines/segments/fields.h"

#include <QByteArray>
#include <QDate>

#include <variant>

namespace xinglin::segments {

/// What a condition compares with: nothing, a text, a number (years, visits, days), a day, or codes.
using Value = std::variant<std::monostate, QString, qint64, QDate, QStringList>;

/// One condition: a field, what is asked of it, and with what it is compared.
struct Condition
{
    Field field = Field::Name;
    Operator is = Operator::Known;
    Value value;
    bool operator==(const Condition &) const = default;
};

/// Conditions of which all or any must hold, with groups of their own among them.
struct Group
{
    enum class Join { All, Any };

    Join join = Join::All;
    QList<Condition> conditions;
    QList<Group> groups;
    bool operator==(const Group &) const = default;
};

/// What a segment asks. Kept as JSON: {"version": 1, "join": "all", "conditions": [{"field": "age", "is": "at-least",
/// "value": 60}], "groups": [...]}.
struct Definition
{
    Group group;
    bool operator==(const Definition &) const = default;

    /// Refuses (Invalid) with the path of the first error in `field`, such as "groups[0].conditions[2].value", and the
    /// reason in the message; Newer for a version that this program does not know.
    static Result<Definition> fromJson(const QByteArray &json);
    QByteArray toJson() const;
};

/// The first thing that cannot be asked: an operator that the field does not have, a value of another kind or out of
/// range, too many or no conditions. The path stands in `field`.
std::optional<Error> problem(const Definition &definition);
/// Every condition with its path, in the order they stand.
QList<std::pair<QString, Condition>> conditionsOf(const Definition &definition);

/// Limits of a definition.
constexpr int mostDepth = 4;
constexpr int mostConditions = 40;
constexpr int mostCodes = 60;
constexpr int mostText = 100;
constexpr int mostBytes = 20000;
constexpr int mostDays = 36500;

} // namespace xinglin::segments
