#pragma once

#include "clinic/catalog/catalog.h"
#include "interop/exportkinds.h"
#include "interop/table.h"
#include "store/snapshot.h"

#include <QSet>

#include <functional>

namespace xinglin::interop {

/// What of a kind somebody may read.
struct OpenKind
{
    const ExportKind *kind = nullptr;
    QList<ExportColumn> columns;
    QStringList closed;     ///< Names of those that are not open.
    bool narrative = false; ///< Those that are not open are narrative.
    bool isOpen() const { return !columns.isEmpty(); }

    QStringList names() const; ///< Of all columns of the file.
};
/// As the field groups that @p view has opened by now let it.
OpenKind openKind(const store::Snapshot &view, const ExportKind &kind);

/// An attachment as its row tells of it.
struct ExportedAttachment
{
    Uuid id;
    QString mediaType;
    QByteArray file;
    QByteArray key;
    QByteArray sha256;
};
/// Takes an attachment out; gives where it stands in the export, empty where it cannot be read.
using TakeAttachment = std::function<Result<QString>(const ExportedAttachment &)>;

/// The rows of one kind in the order in which they were written, as cells: those of one view, without what is hidden
/// from its actor and what open imports and those taken back brought. Throws store::Failure.
class ExportRows
{
public:
    /// All three outlive the rows. @p ownOnly: narrative of own patients only (see patient::sharesWith()).
    ExportRows(const store::Snapshot &view, const Catalog &catalog, const OpenKind &open, bool ownOnly,
               TakeAttachment attachment);

    /// False at the end.
    Result<bool> next(QList<Cell> &cells);
    /// The row's place in its table, for progress.
    qint64 place() const { return m_place; }

    /// The statement that gives them.
    static QByteArray statement(const OpenKind &open, const store::Registry &registry);

private:
    void put(const ExportColumn &column, int &at, QList<Cell> &cells);
    Cell nameOf(ExportType type, const QString &code) const;
    Cell instant(qint64 ms);
    bool isShared(const Uuid &patient);

    const store::Snapshot &m_view;
    const Catalog &m_catalog;
    const OpenKind &m_open;
    bool m_ownOnly;
    TakeAttachment m_attachment;
    QByteArray m_sql;
    store::Query m_rows;
    QSet<QByteArray> m_narrative; ///< Columns that are.
    bool m_allNarrative = false;
    qint64 m_place = 0;
    std::optional<Error> m_failed;
    QHash<Uuid, bool> m_shared;
    qint64 m_offsetFrom = 0; ///< For how long m_offset holds, in ms.
    qint64 m_offsetUntil = 0;
    int m_offset = 0; ///< Seconds to UTC.
};

/// A whole number of thousandths or hundredths as a decimal: 9500 → "9.5".
QString decimalText(qint64 value, int places);

} // namespace xinglin::interop
