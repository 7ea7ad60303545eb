#pragma once

#include "clinic/patient/segments.h"

#include <QAbstractTableModel>
#include <QDate>

namespace xinglin::ui {

/// People found, as rows of a table; the letters that were searched for are marked.
class PatientModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Pinyin, SexAge, Phone, Number, LastVisit, Visits, Stage, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param typed what they were found by, for the marks.
    void setHits(const QList<PatientHit> &hits, const QString &typed, QDate today);
    /// More of them below, found by the same.
    void append(const QList<PatientHit> &hits);
    /// Where those that were asked for stand in their life with the clinic; who is missing has no stage any more. The
    /// others keep theirs.
    void addStages(const QList<PatientId> &asked, const segment::Stages &stages);
    const QList<PatientHit> &hits() const { return m_hits; }
    const PatientHit *hitAt(int row) const;
    int rowOf(PatientId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PatientHit &hit, int column) const;

    QList<PatientHit> m_hits;
    segment::Stages m_stages;
    QString m_typed;
    QDate m_today;
};

/// Positions of the letters of @p pinyin ("shan su fen | chan su fen") that @p typed found: initials or a run of
/// letters, in the first reading that has them. Empty where nothing matches. Pure.
QList<int> pinyinMarks(const QString &pinyin, const QString &typed);
/// Positions of @p typed within @p text, whatever the case.
QList<int> textMarks(const QString &text, const QString &typed);

} // namespace xinglin::ui
