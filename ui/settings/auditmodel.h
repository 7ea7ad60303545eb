#pragma once

#include "clinic/patient/patienttrail.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace xinglin::ui {

/// Rows of the audit log as far as they were read, the newest first. Asks for more while somebody scrolls.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Person, What, Patient, Outcome, Detail, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Begins anew; @p zone is the clinic's.
    void start(const QTimeZone &zone);
    void add(const auditlog::Page &page, const QHash<Uuid, patient::Label> &labels);
    const auditlog::Line *lineAt(int row) const;
    /// Where the next page begins; empty at the end, and while it is being asked for.
    std::optional<qint64> takeNext();
    bool isComplete() const { return !m_next && !m_waiting; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// The next page is wanted; see takeNext().
    void moreWanted();

private:
    QString text(const auditlog::Line &line, int column) const;

    QList<auditlog::Line> m_lines;
    QHash<Uuid, patient::Label> m_labels;
    std::optional<qint64> m_next;
    bool m_waiting = false;
    QTimeZone m_zone;
};

} // namespace xinglin::ui
