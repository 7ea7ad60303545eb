#pragma once

#include "clinic/schedule/weekroster.h"

#include <QAbstractTableModel>
#include <QHash>

namespace xinglin::ui {

/// Other hours for the week of one resource.
struct WeekEdit
{
    ResourceId resource;
    WorkingWeek before;
    WorkingWeek week;
};

/// The hours of a week: a row for each resource, a column for each day. What is typed is read here; what cannot be read
/// stays in its cell with the reason until it is mended.
class HoursModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, FirstDay, ColumnCount = FirstDay + 7 };
    enum Role {
        LinesRole = Qt::UserRole + 1, ///< QStringList: the parts of the day, one a line.
        ReasonRole,                   ///< QString: the holiday or leave, empty where all is as usual.
        WorkedRole,                   ///< QString: what is worked instead of the regular hours, where it is another.
        OffRole,                      ///< bool: nothing is worked although it is a working day.
        ProblemRole,                  ///< QString: why what was typed is not taken.
    };

    explicit HoursModel(QObject *parent = nullptr);

    /// Another week forgets what was typed and not taken; the same one keeps it.
    void setRows(QDate monday, const QList<RosterRow> &rows);
    const QList<RosterRow> &rows() const { return m_rows; }
    const RosterRow *rowAt(int row) const;
    QDate monday() const { return m_monday; }
    bool hasProblems() const { return !m_typed.isEmpty(); }
    /// Whether anybody regularly works in this week.
    bool isBlank() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// Puts the same hours into several cells, as one act. They are read as by setData().
    bool put(const QList<QModelIndex> &cells, const QString &typed);

signals:
    /// The person has settled other hours, in one act.
    void weeksEdited(const QList<xinglin::ui::WeekEdit> &edits);

private:
    struct Typed
    {
        QString text;
        QString problem;
    };
    using Cell = std::pair<Uuid, int>; ///< Resource and day.

    std::optional<Cell> cellOf(const QModelIndex &index) const;
    const RosterDay *dayAt(const QModelIndex &index) const;
    QString reasonOf(const RosterDay &day) const;
    QString spoken(const QModelIndex &index) const;

    QDate m_monday;
    QList<RosterRow> m_rows;
    QHash<Cell, Typed> m_typed; ///< What could not be read.
};

/// "National Day" in the language of the program.
QString dayName(const CalendarDay &day);

} // namespace xinglin::ui
