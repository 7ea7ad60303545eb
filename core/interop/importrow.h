#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/patient/batches.h"
#include "clinic/prescription/importvisit.h"
#include "interop/importvalues.h"

#include <QSet>

namespace xinglin::interop {

/// One line of a file as it was understood.
struct ImportRow
{
    qint64 line = 0;
    QStringList cells; ///< As they stand there.
    QString key;       ///< As the source calls the row; for telling of it.
    QString givenName; ///< Where the file has names in two parts.
    QString familyName;
    PatientDraft person; ///< Whom it is about; of a file of patients all there is to know of them.
    QList<AllergyDraft> allergies;
    ImportedVisit visit;     ///< Without its patient.
    QList<batch::Line> told; ///< Values that were set aside or read as something else.
    QString rejected;        ///< Why nothing can be made of the line: a code of importwords.h; empty where it can.
    QString rejectedColumn;
};

/// What was made of a column, for whoever looks at the import before it is done.
struct ColumnTold
{
    Target target = Target::Name;
    QString column;
    qint64 filled = 0;
    qint64 aside = 0;
    QList<QPair<QString, QString>> examples; ///< As it stands in the file, as it is read; a few that differ.
    bool operator==(const ColumnTold &) const = default;
};

/// Reads the lines of a file by a mapping. For one thread.
class RowReader
{
public:
    /// @p header: unique names of the columns; see uniqueHeader(). @p today: the clinic's day.
    RowReader(ImportKind kind, const Mapping &mapping, const QStringList &header, const Catalog &catalog, QDate today);

    ImportRow read(const Row &row);
    const QList<ColumnTold> &columns() const { return m_columns; }

private:
    struct Place
    {
        Target target;
        qsizetype column;
        qsizetype told; ///< In m_columns.
    };
    /// The cells of a target that are not empty.
    QList<Place> filled(Target target, const Row &row) const;
    QString text(Target target, const Row &row);
    void tell(ImportRow &into, const Place &place, const Cell &cell, batch::Line::Outcome outcome, const QString &why);
    void example(const Place &place, const QString &before, const QString &after);
    void readPerson(const Row &row, ImportRow &into);
    void readName(const Row &row, ImportRow &into);
    void readBirth(const Row &row, ImportRow &into);
    void readTelephones(const Row &row, ImportRow &into);
    QString onePhone(Target target, const Row &row, ImportRow &into);
    void readDocument(const Row &row, ImportRow &into);
    void readDetails(const Row &row, ImportRow &into);
    void readAllergies(const Row &row, ImportRow &into);
    void readVisit(const Row &row, ImportRow &into);
    void readPrescription(const Row &row, ImportRow &into);
    void setAsideWhatContradicts(const Row &row, ImportRow &into);
    std::optional<QDate> day(const Row &row, ImportRow &into);
    QString allergenFor(const QString &substance) const;

    ImportKind m_kind;
    Mapping m_mapping;
    QStringList m_header;
    const Catalog &m_catalog;
    QDate m_today;
    QMap<Target, QList<Place>> m_places;
    QList<ColumnTold> m_columns;
    QHash<std::pair<QString, QString>, const Term *> m_terms; ///< By kind of diagnosis and folded name.
};

/// Names that tell the columns apart: an empty header is named by its place, a second one of a name gets a number.
QStringList uniqueHeader(const QStringList &header);

} // namespace xinglin::interop
