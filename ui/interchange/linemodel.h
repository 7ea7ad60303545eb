#pragma once

#include "clinic/patient/batches.h"
#include "clinic/patient/patienttrail.h"
#include "ui/interchange/workwatch.h"

#include <QAbstractTableModel>

class QTableView;

namespace xinglin::ui {

/// What there is to tell of the lines of an import, in the order of the file; all of them, or those of one outcome.
class LineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Outcome, Whom, Header, Value, Why, ColumnCount };
    enum class Shown { All, Added, Duplicates, Rejected };

    using QAbstractTableModel::QAbstractTableModel;

    /// Of what the lines are told; clears.
    void setCounted(Counted counted);
    void clear();
    void add(const QList<batch::Line> &lines, const QHash<Uuid, patient::Label> &labels);
    void show(Shown shown);
    Shown shown() const { return m_shown; }
    const batch::Line *lineAt(int row) const;
    const QList<batch::Line> &lines() const { return m_lines; }
    /// Whether the column of what was left out says anything: of times it mostly does not.
    bool saysHeaders() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isShown(const batch::Line &line) const;
    QString text(const batch::Line &line, int column) const;

    Counted m_counted = Counted::Lines;
    QList<batch::Line> m_lines;
    QHash<Uuid, patient::Label> m_labels;
    QList<qsizetype> m_rows; ///< Of m_lines, those that are shown.
    Shown m_shown = Shown::All;
};

/// Sets up a table for such a model.
void dressLines(QTableView *table, LineModel *model);

} // namespace xinglin::ui
