#pragma once

#include "clinic/schedule/today.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimeZone>

namespace xinglin::ui {

/// What the board shows of a day.
struct TodayFilter
{
    std::optional<TodayGroup> group;
    bool treatment = false; ///< Only those whose treatment runs.
    std::optional<ResourceId> with;
    bool operator==(const TodayFilter &) const = default;
};

/// The board of a day: a line for each group that has somebody, and below it its patients. Those who are done and those
/// who did not come are folded until they are asked for.
class TodayModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Time, Name, With, Wait, Visit, Treatment, Note, ColumnCount };
    enum Role {
        GroupRole = Qt::UserRole + 1, ///< int(TodayGroup): the line is the head of a group.
        SummaryRole,                  ///< QString: beside a group's name.
        CountRole,                    ///< int
        FlashRole,                    ///< bool: somebody else has just changed it.
    };

    explicit TodayModel(const QTimeZone &zone, QObject *parent = nullptr);

    /// @p flash: keys of rows that somebody else has changed.
    void setBoard(const TodayBoard &board, const QHash<ResourceId, QString> &names, const QSet<Uuid> &flash);
    void endFlash();
    /// Minutes are counted up to here.
    void setNow(Instant now);
    void setFilter(const TodayFilter &filter);
    const TodayFilter &filter() const { return m_filter; }
    void fold(TodayGroup group, bool folded);
    bool isFolded(TodayGroup group) const { return m_folded.contains(group); }

    const TodayBoard &board() const { return m_board; }
    QString nameOf(const std::optional<ResourceId> &resource) const;
    /// Nothing on the head of a group.
    const TodayRow *rowAt(int line) const;
    std::optional<TodayGroup> groupAt(int line) const;
    /// -1: not shown.
    int lineOf(const Uuid &key) const;
    /// How many the practitioner of the filter has.
    int count(TodayGroup group) const;
    int inTreatment() const;
    static QString nameOf(TodayGroup group);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        TodayGroup group = TodayGroup::Booked;
        qsizetype row = -1; ///< Of the board; -1: the head of the group.
    };
    bool isShown(const TodayRow &row) const;
    void layOut();
    QVariant groupData(TodayGroup group, int role) const;
    QString text(const TodayRow &row, int column) const;
    QString waitText(const TodayRow &row) const;
    QString tickText(const TodayTick &tick, const std::optional<Instant> &since) const;
    QString noteText(const TodayRow &row) const;
    std::optional<int> tone(const TodayRow &row, int column) const;
    QString summary(TodayGroup group) const;
    int minutesSince(Instant at) const;
    QString clockText(Instant at) const;

    QTimeZone m_zone;
    TodayBoard m_board;
    QHash<ResourceId, QString> m_names;
    TodayFilter m_filter;
    QSet<TodayGroup> m_folded{TodayGroup::Done, TodayGroup::NoShow};
    QSet<Uuid> m_flash;
    Instant m_now;
    QList<Line> m_lines;
};

} // namespace xinglin::ui
