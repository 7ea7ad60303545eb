#include "engines/segments/fields.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::segments {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::segments)
};

using O = Operator;

constexpr std::pair<Operator, const char *> codes[] = {
    {O::Is, "is"},
    {O::IsNot, "is-not"},
    {O::Contains, "contains"},
    {O::StartsWith, "starts-with"},
    {O::AnyOf, "any-of"},
    {O::NoneOf, "none-of"},
    {O::AtLeast, "at-least"},
    {O::AtMost, "at-most"},
    {O::Since, "since"},
    {O::Until, "until"},
    {O::WithinDays, "within-days"},
    {O::LongerAgo, "longer-ago"},
    {O::NextDays, "next-days"},
    {O::Known, "known"},
    {O::Unknown, "unknown"},
    {O::Yes, "yes"},
    {O::No, "no"},
};

QStringList months()
{
    QStringList all;
    for (int month = 1; month <= 12; ++month)
        all << QString::number(month);
    return all;
}

} // namespace

const QList<FieldRow> &fields()
{
    static const QList<Operator> text{O::Contains, O::Is, O::IsNot, O::Known, O::Unknown};
    static const QList<Operator> codesOrNone{O::AnyOf, O::NoneOf, O::Known, O::Unknown};
    static const QList<Operator> yesNo{O::Yes, O::No};
    static const QList<FieldRow> all{
        {Field::Stage,
         "stage",
         Needs::Search,
         {O::AnyOf, O::NoneOf},
         {QStringLiteral("enquiry"), QStringLiteral("booked"), QStringLiteral("first-visit"), QStringLiteral("active"),
          QStringLiteral("dormant"), QStringLiteral("lost")}},
        {Field::LastVisit,
         "last-visit",
         Needs::Search,
         {O::WithinDays, O::LongerAgo, O::Since, O::Until, O::Known, O::Unknown},
         {}},
        {Field::Visits, "visits", Needs::Search, {O::AtLeast, O::AtMost, O::Is}, {}, 0, 100000},
        {Field::Tag, "tag", Needs::Search, codesOrNone, {}},
        {Field::Sex,
         "sex",
         Needs::Search,
         {O::AnyOf, O::NoneOf},
         {QStringLiteral("female"), QStringLiteral("male"), QStringLiteral("other"), QStringLiteral("unknown")}},
        {Field::Age, "age", Needs::Search, {O::AtLeast, O::AtMost, O::Known, O::Unknown}, {}, 0, 200},
        {Field::Birthday, "birthday", Needs::Search, {O::NextDays}, {}},
        {Field::BirthMonth, "birth-month", Needs::Search, {O::AnyOf, O::NoneOf}, months()},
        {Field::Source, "source", Needs::Search, text, {}},
        {Field::Campaign, "campaign", Needs::Search, text, {}},
        {Field::Referrer, "referrer", Needs::Search, {O::Known, O::Unknown, O::AnyOf}, {}},
        {Field::Registered, "registered", Needs::Search, {O::WithinDays, O::LongerAgo, O::Since, O::Until}, {}},
        {Field::Phone, "phone", Needs::Search, {O::Known, O::Unknown}, {}},
        {Field::Name, "name", Needs::Search, {O::StartsWith, O::Contains, O::Is}, {}},
        {Field::Pinyin, "pinyin", Needs::Search, {O::StartsWith}, {}},
        {Field::Number, "number", Needs::Search, {O::StartsWith, O::Is}, {}},
        {Field::Deceased, "deceased", Needs::Search, yesNo, {}},
        {Field::Practitioner, "practitioner", Needs::Visits, {O::AnyOf, O::NoneOf}, {}},
        {Field::Allergy, "allergy", Needs::Allergies, {O::AnyOf, O::NoneOf, O::Contains, O::Known, O::Unknown}, {}},
        {Field::Medicine, "medicine", Needs::Care, {O::Contains, O::Known, O::Unknown}, {}},
        {Field::Pregnant, "pregnant", Needs::Care, yesNo, {}},
        {Field::Lactating, "lactating", Needs::Care, yesNo, {}},
        {Field::Constitution, "constitution", Needs::Care, codesOrNone, {}},
        {Field::Diagnosis, "diagnosis", Needs::Narrative, {O::AnyOf, O::NoneOf, O::Contains}, {}},
        {Field::Herb, "herb", Needs::Prescriptions, {O::AnyOf, O::NoneOf}, {}},
        {Field::Formula, "formula", Needs::Prescriptions, {O::AnyOf, O::NoneOf}, {}},
        {Field::Address, "address", Needs::Identifiers, {O::Contains, O::Known, O::Unknown}, {}},
        {Field::Insurance, "insurance", Needs::Identifiers, {O::Contains, O::Known, O::Unknown}, {}},
        {Field::Occupation, "occupation", Needs::Identifiers, {O::Contains, O::Known, O::Unknown}, {}},
    };
    return all;
}

const FieldRow &rowOf(Field field)
{
    const auto &all = fields();
    return *std::find_if(all.cbegin(), all.cend(), [field](const FieldRow &row) { return row.field == field; });
}

const FieldRow *fieldFrom(const QString &code)
{
    for (const FieldRow &row : fields()) {
        if (code == QLatin1String(row.code))
            return &row;
    }
    return nullptr;
}

QString toText(Operator is)
{
    for (const auto &[known, code] : codes) {
        if (known == is)
            return QLatin1String(code);
    }
    Q_UNREACHABLE();
}

std::optional<Operator> operatorFrom(const QString &code)
{
    for (const auto &[known, text] : codes) {
        if (code == QLatin1String(text))
            return known;
    }
    return std::nullopt;
}

Takes takes(Field field, Operator is)
{
    switch (is) {
    case O::Is:
        return rowOf(field).most > 0 ? Takes::Number : Takes::Text;
    case O::IsNot:
    case O::Contains:
    case O::StartsWith:
        return Takes::Text;
    case O::AnyOf:
    case O::NoneOf:
        return Takes::Codes;
    case O::AtLeast:
    case O::AtMost:
        return Takes::Number;
    case O::Since:
    case O::Until:
        return Takes::Date;
    case O::WithinDays:
    case O::LongerAgo:
    case O::NextDays:
        return Takes::Days;
    case O::Known:
    case O::Unknown:
    case O::Yes:
    case O::No:
        return Takes::Nothing;
    }
    Q_UNREACHABLE();
}

QString nameOf(Field field)
{
    switch (field) {
    case Field::Name:
        return Tr::tr("Name");
    case Field::Pinyin:
        return Tr::tr("Pinyin or initials");
    case Field::Number:
        return Tr::tr("Number");
    case Field::Sex:
        return Tr::tr("Sex");
    case Field::Age:
        return Tr::tr("Age");
    case Field::BirthMonth:
        return Tr::tr("Month of birth");
    case Field::Birthday:
        return Tr::tr("Birthday");
    case Field::Phone:
        return Tr::tr("Telephone");
    case Field::Source:
        return Tr::tr("How they came");
    case Field::Campaign:
        return Tr::tr("Campaign");
    case Field::Referrer:
        return Tr::tr("Referred by a patient");
    case Field::Tag:
        return Tr::tr("Tag");
    case Field::Stage:
        return Tr::tr("Stage");
    case Field::Visits:
        return Tr::tr("Number of visits");
    case Field::LastVisit:
        return Tr::tr("Last visit");
    case Field::Registered:
        return Tr::tr("Registered");
    case Field::Deceased:
        return Tr::tr("Deceased");
    case Field::Practitioner:
        return Tr::tr("Seen by");
    case Field::Allergy:
        return Tr::tr("Allergy");
    case Field::Medicine:
        return Tr::tr("Takes a medicine");
    case Field::Pregnant:
        return Tr::tr("Pregnant");
    case Field::Lactating:
        return Tr::tr("Breastfeeding");
    case Field::Constitution:
        return Tr::tr("Constitution");
    case Field::Diagnosis:
        return Tr::tr("Diagnosis or pattern");
    case Field::Herb:
        return Tr::tr("Herb prescribed");
    case Field::Formula:
        return Tr::tr("Formula prescribed");
    case Field::Address:
        return Tr::tr("Address");
    case Field::Insurance:
        return Tr::tr("Insurance");
    case Field::Occupation:
        return Tr::tr("Occupation");
    }
    Q_UNREACHABLE();
}

QString nameOf(Operator is, Field field)
{
    switch (is) {
    case O::Is:
        return Tr::tr("is", "condition");
    case O::IsNot:
        return Tr::tr("is not", "condition");
    case O::Contains:
        return Tr::tr("contains", "condition");
    case O::StartsWith:
        return Tr::tr("begins with", "condition");
    case O::AnyOf:
        return Tr::tr("is one of", "condition");
    case O::NoneOf:
        return Tr::tr("is none of", "condition");
    case O::AtLeast:
        return Tr::tr("at least", "condition");
    case O::AtMost:
        return Tr::tr("at most", "condition");
    case O::Since:
        return Tr::tr("on or after", "condition");
    case O::Until:
        return Tr::tr("on or before", "condition");
    case O::WithinDays:
        return Tr::tr("in the last days", "condition");
    case O::LongerAgo:
        return Tr::tr("longer ago than days", "condition");
    case O::NextDays:
        return Tr::tr("in the next days", "condition");
    case O::Known:
        return field == Field::LastVisit ? Tr::tr("ever", "condition") : Tr::tr("there is one", "condition");
    case O::Unknown:
        return field == Field::LastVisit ? Tr::tr("never", "condition") : Tr::tr("there is none", "condition");
    case O::Yes:
        return Tr::tr("yes", "condition");
    case O::No:
        return Tr::tr("no", "condition");
    }
    Q_UNREACHABLE();
}

} // namespace xinglin::segments
