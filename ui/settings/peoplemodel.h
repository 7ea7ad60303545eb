#pragma once

#include "access/people.h"
#include "base/clock.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QTimeZone>

namespace xinglin::ui {

/// A person as the table shows them.
struct PersonRow
{
    access::User user;
    QStringList ownRoles; ///< Names of the clinic's own roles they hold.
    std::optional<Instant> lastUse;
    bool operator==(const PersonRow &) const = default;
};

/// The people of the clinic as rows of a table.
class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Login, Roles, LastUse, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setPeople(const QList<PersonRow> &people, QDate today, const QTimeZone &zone);
    const PersonRow *personAt(int row) const;
    int rowOf(access::UserId id) const;
    int activeCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PersonRow &person, int column) const;

    QList<PersonRow> m_people;
    QDate m_today;
    QTimeZone m_zone;
};

} // namespace xinglin::ui
