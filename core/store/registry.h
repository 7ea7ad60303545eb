#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace xinglin::store {

/// A set of field groups; bit i is group i of the registry.
using GroupMask = quint64;

/// Field groups that a call may read and write.
struct OpenGroups
{
    GroupMask read = 0;
    GroupMask write = 0;
    bool operator==(const OpenGroups &) const = default;
    OpenGroups &operator|=(const OpenGroups &other)
    {
        read |= other.read;
        write |= other.write;
        return *this;
    }
};

/// How concurrent changes of a table are merged (revisions, columns, claims, ledger, governed, blobs) or that it stays
/// on this PC (local).
enum class MergeClass : char {
    Revision = 'A',
    Columns = 'B',
    Claim = 'C',
    Ledger = 'D',
    Governed = 'E',
    Blob = 'F',
    Local = 'G'
};

struct ColumnInfo
{
    int wire = 0; ///< Number in records; never reused within a table.
    QByteArray name;
    GroupMask group = 0; ///< 0: free (the id and references).
    QByteArray mask;     ///< How it is shown to those who see it masked: "phone", "id", "name"; empty: not at all.
    bool file = false;   ///< It names an encrypted file beside the store; see AttachedFiles.
};

struct TableInfo
{
    int wire = 0; ///< Number in records; never reused.
    QByteArray name;
    MergeClass mergeClass = MergeClass::Local;
    /// Its rows come in the record of what they are a part of and never change: touches tell of the whole alone, and
    /// their numbers are those of the order in the log.
    bool part = false;
    GroupMask group = 0; ///< Of columns that name none themselves; also needed to insert.
    QList<ColumnInfo> columns;

    bool isSynced() const { return mergeClass != MergeClass::Local; }
    const ColumnInfo *column(QByteArrayView name) const;
    const ColumnInfo *columnByWire(int wire) const;
};

/// What the store knows of its tables (`resources/schema/registry.json`). Capture, gate, history and masks read it.
/// Immutable after loading; safe on any thread.
class Registry
{
public:
    /// Refuses with the place of the first error: unknown group or class, a number used twice, more than 64 groups.
    static Result<Registry> fromJson(const QByteArray &json);

    const TableInfo *table(QByteArrayView name) const;
    const TableInfo *tableByWire(int wire) const;
    const QList<TableInfo> &tables() const { return m_tables; }
    const QList<QByteArray> &groups() const { return m_groups; }
    /// The bit of a group; 0 where there is no such group.
    GroupMask group(QByteArrayView name) const;
    /// Names of the groups in @p mask, for messages.
    QByteArray names(GroupMask mask) const;

private:
    QList<QByteArray> m_groups;
    QList<TableInfo> m_tables;
    QHash<QByteArray, qsizetype> m_byName;
    QHash<int, qsizetype> m_byWire;
};

} // namespace xinglin::store
