#pragma once

#include "base/result.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace xinglin::interop {

/// What the lines of a file are about.
enum class ImportKind { Patients, Allergies, Visits, Prescriptions };
QString toText(ImportKind kind); ///< "patients" … as stored and in map files.
std::optional<ImportKind> importKindFrom(const QString &text);

/// What a column can be.
enum class Target {
    Key, ///< Of the row in its source; for telling of it alone.
    Number,
    Name,
    FamilyName,
    GivenName,
    Sex,
    BirthDate,
    Age,
    Phones,
    IdNumber,
    Address,
    Insurance,
    Occupation,
    MaritalStatus,
    GuardianName,
    GuardianRelation,
    GuardianPhone,
    EmergencyName,
    EmergencyPhone,
    Source,
    Campaign,
    DeskAlert,
    Note,
    Allergies,
    Reaction,
    Day, ///< Of a visit, of a prescription, since when there is an allergy.
    Practitioner,
    Complaint,
    History,
    Inspection,
    Listening,
    Disease,
    Pattern,
    Method,
    Western,
    Advice,
    Formula,
    Herbs,
    Packets
};
/// "name", "birth_date" … as in map files.
QString toText(Target target);
std::optional<Target> targetFrom(const QString &text);
/// What the columns of such a file can be, in the order they are offered.
const QList<Target> &targetsOf(ImportKind kind);
/// Whether several columns may be the same thing; they are joined, or each is one of a list.
bool takesMany(Target target);

/// In which order a date stands; a cell that is a date in its workbook needs none.
enum class DateOrder { YearFirst, MonthFirst, DayFirst };

/// How the columns of a file are understood.
struct Mapping
{
    QMap<Target, QStringList> columns; ///< By their headers.
    QMap<Target, DateOrder> dateOrders;
    QMap<Target, QHash<QString, QString>> values; ///< What stands for what: "M" for "male". Keys are folded.
    QString countryCode = QStringLiteral("86");   ///< Of telephones without one.
    bool operator==(const Mapping &) const = default;

    bool has(Target target) const { return !columns.value(target).isEmpty(); }
};

/// For comparing headers and words: NFKC, lower case, letters, digits and Han characters alone; what stands in brackets
/// goes.
QString foldedHeader(const QString &header);

/// Reads a map file: `{"name": "姓名", "phones": ["电话", "手机"], "birth_date": {"column": "dob", "format":
/// "yyyyMMdd"}, "values": {"sex": {"M": "male"}}, "country_code": "1"}`. Code::Invalid names the member that is wrong:
/// one that is unknown or not for such a file, a column that @p header does not have, one that two members want.
Result<Mapping> mappingFromJson(const QByteArray &json, ImportKind kind, const QStringList &header);
QByteArray toJson(const Mapping &mapping);

/// What the columns are, by their headers in either language and, where these say nothing, by what stands in the first
/// @p rows. Whoever imports looks at it before anything is written.
Mapping guessedMapping(ImportKind kind, const QStringList &header, const QList<QStringList> &rows);
/// Of the first rows of a file the one that holds the headers; 0 where none is better than the first.
int headerRowOf(ImportKind kind, const QList<QStringList> &rows);
/// In which order the dates of a column stand, by all that are told; nothing where they contradict each other or say
/// nothing (05/06/1989).
std::optional<DateOrder> dateOrderOf(const QStringList &values);
/// Whether dates stand there that are another day in another order, and nothing among them tells which: 05/06/1989.
bool isDateOrderOpen(const QStringList &values);

/// What must be mapped before anything can be read: one sentence each; empty where it is enough.
QStringList missingIn(const Mapping &mapping, ImportKind kind);

} // namespace xinglin::interop
