#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/chart/chart.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <memory>

class QTimer;

namespace xinglin::ui {

/// Kinds of things in a record, as one filters them.
enum class EventKind { All, Visits, Treatments, Constitution, Care, Files };
EventKind kindOf(const chart::Event &event);

/// A person's record in the order of time, newest first; painted by EventDelegate. What is written in the visits may
/// come later: it is asked for by contentsWanted() when somebody looks at their rows.
class EventModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// What the delegate needs besides the words of Display. Found: where what is looked for stands in Detail.
    enum Role { DayRole = Qt::UserRole + 1, TitleRole, DetailRole, OpenRole, IconRole, FoundRole };

    /// A line in place of an event's own details: the words around what was looked for.
    struct Snippet
    {
        QString text;
        qsizetype at = 0;
        qsizetype length = 0;
        bool operator==(const Snippet &) const = default;
    };

    explicit EventModel(std::shared_ptr<const Catalog> catalog, QObject *parent = nullptr);

    void setEvents(const QList<chart::Event> &events, QDate today);
    /// Visits alone, with their contents.
    void setVisits(const QList<VisitSummary> &visits, QDate today);
    /// Contents of visits that stand here.
    void addContents(const QList<VisitSummary> &visits);
    /// Shows one kind, and of it only those of which @p found says something, where it is given.
    void setShown(EventKind kind, const std::optional<QHash<Uuid, Snippet>> &found);

    /// How many there are, shown or not.
    int count(EventKind kind) const;
    const QList<chart::Event> &events() const { return m_events; }
    /// Of a row; nullptr where there is none.
    const chart::Event *eventAt(int row) const;
    const VisitSummary *visitAt(int row) const;
    int rowOf(const Uuid &id) const;
    /// Of the newest visit that is shown, or the first row.
    int leadingRow() const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    /// Rows that somebody looks at have no contents yet.
    void contentsWanted(const QList<xinglin::VisitSummary> &visits);

private:
    void fill();
    void want(const VisitSummary &visit) const;
    QString dayText(const chart::Event &event) const;

    std::shared_ptr<const Catalog> m_catalog;
    QList<chart::Event> m_events;
    QList<qsizetype> m_rows; ///< Places in m_events.
    QSet<Uuid> m_bare;       ///< Visits without their contents.
    mutable QSet<Uuid> m_asked;
    QTimer *m_ask;
    EventKind m_kind = EventKind::All;
    std::optional<QHash<Uuid, Snippet>> m_found;
    QDate m_today;
};

/// An event in words, apart from its day: "No. 7 不寐·心脾两虚", and what more there is to say.
QString titleOf(const Catalog &catalog, const chart::Event &event);
QString detailOf(const chart::Event &event);

} // namespace xinglin::ui
