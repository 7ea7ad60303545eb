#pragma once

#include "base/result.h"
#include "store/registry.h"

#include <QHash>
#include <QList>
#include <QString>

namespace xinglin::interop {

/// What a column of an export holds, and with it how it is written.
enum class ExportType {
    Id,       ///< A UUID as text.
    Text,     ///< As it stands in the store.
    Any,      ///< Text, or a value that the store keeps sealed: "sealed:" and Base64.
    Integer,  ///< A whole number.
    Real,     ///< A decimal number.
    Flag,     ///< TRUE or FALSE.
    Instant,  ///< ISO 8601 to the millisecond, with the clinic's offset from UTC.
    Day,      ///< A civil day, ISO 8601.
    Grams,    ///< Kept in milligrams.
    Yuan,     ///< Kept in fen.
    Hex,      ///< Bytes as hexadecimal digits.
    Latest,   ///< Flag: no later revision of the same visit is there.
    Person,   ///< Who works here: two columns, id and name.
    Patient,  ///< Three columns: id, number, name.
    Herb,     ///< Herb to Term: two columns, the code and its Chinese name in the catalogue.
    Point,    //
    Formula,  //
    Allergen, //
    Service,  //
    Item,     //
    Term,     //
    File,     ///< Where the decrypted attachment stands in the export.
};

/// A column of a table, as it is exported.
struct ExportColumn
{
    QByteArray column; ///< Of the table.
    QString as;        ///< Its stable English name; where it makes several, what they begin with.
    ExportType type = ExportType::Text;
    bool hides = false; ///< Of a patient: the row goes where that one may not be seen; else only the reference goes.
    QString en;
    QString zh;
    QString codes; ///< Code system, or the codes there are; may be empty.

    /// Names of the columns that it makes.
    QStringList names() const;
    /// UCUM unit, "CNY" of money; empty for what has none.
    QString unit() const;
    /// "text", "date" …: what the dictionary calls it.
    QString typeName() const;
};

/// A kind of record: a file of an export.
struct ExportKind
{
    struct Step
    {
        QByteArray column; ///< Of the table before.
        QByteArray table;
    };
    struct LeftOut
    {
        QByteArray column;
        QString why; ///< Code of a reason.
    };

    QByteArray table;
    QString file; ///< Without its ending.
    QString en;
    QString zh;
    QList<Step> path; ///< To the table that names the patient, where this one does not itself.
    QList<ExportColumn> columns;
    QList<LeftOut> leftOut;

    /// Whether its rows tell which visit they belong to only by their path.
    bool addsVisit() const;
    /// Whether its rows name their patient only by their path.
    bool addsPatient() const { return !path.isEmpty(); }
};

/// Everything the clinic keeps, and what of it leaves in an export: `resources/export/kinds.json`, read and approved by
/// people. A test compares it with the registry, so that no table or column is forgotten.
class ExportKinds
{
public:
    struct LeftOut
    {
        QByteArray table;
        QString why; ///< Code of a reason.
    };
    struct Reason
    {
        QString whatEn; ///< What it concerns, in a few words.
        QString whatZh;
        QString en; ///< A sentence.
        QString zh;
    };

    /// Refuses with the place of the first error.
    static Result<ExportKinds> fromJson(const QByteArray &json);
    /// The ones that ship.
    static const ExportKinds &shipped();

    const QList<ExportKind> &kinds() const { return m_kinds; }
    const QList<LeftOut> &leftOut() const { return m_leftOut; }
    Reason reason(const QString &code) const { return m_reasons.value(code); }
    /// By the name of its file; nullptr: there is none.
    const ExportKind *find(const QString &file) const;
    /// Tables and columns of @p registry that stand nowhere here, twice, or only here: "patient.phone".
    QStringList misfits(const store::Registry &registry) const;

private:
    QList<ExportKind> m_kinds;
    QList<LeftOut> m_leftOut;
    QHash<QString, Reason> m_reasons;
};

} // namespace xinglin::interop
