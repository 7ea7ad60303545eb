#pragma once

#include "store/capture.h"
#include "store/record.h"
#include "store/snapshot.h"

#include <QSet>

namespace xinglin::store {

/// What one commit changed. Passed on after it, never before.
struct ChangeSet
{
    Version version;
    QByteArray act;
    QHash<QByteArray, QSet<qint64>> rows; ///< Row numbers by table.
    QHash<QByteArray, QList<Uuid>> ids;   ///< The same rows by id.

    bool isEmpty() const { return rows.isEmpty(); }
    bool touches(QByteArrayView table) const
    {
        return rows.contains(QByteArray::fromRawData(table.data(), table.size()));
    }
};

/// The one way to change anything: knows who acts and why, and leaves one record in the change log. Destroyed without
/// commit() it rolls back. After any SQL error it can only roll back.
class Transaction : public Snapshot
{
public:
    ~Transaction() override;

    const QByteArray &act() const { return m_act; }
    Random &random() const;
    /// A fresh id: `tx.create<PatientId>()`.
    template <class I>
    I create() const
    {
        return I(newUuid());
    }
    Uuid newUuid() const;
    /// What the record follows from.
    void setCause(const Cause &cause) { m_cause = cause; }
    /// A row of this transaction names a file that AttachedFiles::keep() made: it stays where this commits, and goes
    /// where it is rolled back.
    void adopt(const QByteArray &fileName) { m_adopted << fileName; }
    /// A person's free text; stands in the redactable body.
    void setReason(const QString &reason) { m_reason = reason; }

    /// Applies a record made elsewhere (or before): its rows are set by id and it is kept as received, byte for byte.
    /// Throws Failure(Damaged) where it is not a whole record or does not follow on its stream.
    void apply(const StoredRecord &record);

    /// Writes the record and makes everything durable. Throws Failure; then nothing has changed.
    ChangeSet commit();

private:
    friend class Store;
    Transaction(Store &store, Connection &connection, const Actor &actor, const QByteArray &act);

    void rollBack() noexcept;
    void checkFollows(const RecordHeader &header) const;
    void applyChange(const Change &change);
    StoredRecord compose(const QList<RowChange> &rows, const RecordHeader &header);
    void makeLasting();
    void keep(const StoredRecord &record, const RecordHeader &header, const QList<RowChange> &rows);
    void writeAudit(const ChangeSet &changes, Hlc hlc);

    QByteArray m_act;
    std::optional<Cause> m_cause;
    QString m_reason;
    bool m_poisoned = false;
    bool m_over = false;
    bool m_inDoubt = false; ///< The commit may have reached the disk all the same.
    QByteArrayList m_adopted;
    std::optional<StoredRecord> m_received;
};

} // namespace xinglin::store
