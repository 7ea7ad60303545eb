#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace xinglin::segments {

/// What a condition asks about.
enum class Field {
    Name,
    Pinyin, ///< Readings of the name, without spaces, or its initials.
    Number,
    Sex,
    Age,        ///< Whole years today; of a partial birth date the most it may be.
    BirthMonth, ///< By the calendar that was written down; lunar dates are in no month.
    Birthday,   ///< In the coming days, today with them.
    Phone,
    Source,
    Campaign,
    Referrer, ///< The patient who sent them.
    Tag,
    Stage,
    Visits,
    LastVisit,
    Registered,
    Deceased,
    Practitioner, ///< Who has seen them.
    Allergy,      ///< An allergen of the catalogue, or a free name.
    Medicine,     ///< One they say they take now.
    Pregnant,     ///< As last recorded.
    Lactating,
    Constitution, ///< A type of the newest assessment, outright or in substance.
    Diagnosis,    ///< Of a signed visit.
    Herb,         ///< Prescribed at a signed visit.
    Formula,
    Address,
    Insurance,
    Occupation
};

enum class Operator {
    Is,
    IsNot,
    Contains,
    StartsWith,
    AnyOf,
    NoneOf,
    AtLeast,
    AtMost,
    Since,      ///< On that day or later.
    Until,      ///< On that day or earlier.
    WithinDays, ///< In the last days, today with them.
    LongerAgo,  ///< Longer ago than so many days.
    NextDays,   ///< In the coming days, today with them.
    Known,      ///< There is one.
    Unknown,
    Yes,
    No
};

/// What stands beside an operator.
enum class Takes { Nothing, Text, Number, Days, Date, Codes };

/// What somebody must be allowed to read to ask about a field.
enum class Needs { Search, Allergies, Care, Visits, Narrative, Prescriptions, Identifiers };

/// A field as it may be asked about.
struct FieldRow
{
    Field field;
    const char *code; ///< "last-visit", as stored.
    Needs needs;
    QList<Operator> operators; ///< In the order they are offered.
    QStringList choices;       ///< The only codes there are; empty: others say which (tags, people, herbs).
    int least = 0;             ///< Of numbers.
    int most = 0;
};

/// Every field, in the order they are offered.
const QList<FieldRow> &fields();
const FieldRow &rowOf(Field field);
const FieldRow *fieldFrom(const QString &code);

QString toText(Operator is); ///< "at-least", as stored.
std::optional<Operator> operatorFrom(const QString &code);
/// "Is" of a number takes a number, of anything else a text.
Takes takes(Field field, Operator is);

/// Words for people, in the language of the program.
QString nameOf(Field field);
/// @p field decides between "known" and "ever".
QString nameOf(Operator is, Field field);

} // namespace xinglin::segments
