#pragma once

#include "access/roles.h"

#include <QAbstractTableModel>

namespace xinglin::ui {

/// What a role may do with one kind of data.
enum class Reach { None, See, Change };

/// Permissions that belong together: those that write, or else read, the same field group first. Where that says little
/// (public, staff) or nothing is opened at all, the noun of the code counts.
struct RightsArea
{
    QByteArray key;
    QList<access::Permission> see;    ///< Those that change nothing.
    QList<access::Permission> change; ///< Those that do.

    Reach reachOf(const access::Rights &rights) const;
    /// What @p rights become when this area is set to @p wanted; @p most limits what can be given.
    access::Rights with(access::Rights rights, Reach wanted, const access::Rights &most) const;
    /// Whether setting @p wanted would say something else than now within @p most.
    bool canReach(Reach wanted, const access::Rights &most) const;
};

/// In the order of the permissions. Derived from the table alone.
QList<RightsArea> rightsAreas(const access::PermissionTable &table);
/// All that a copy of a shipped role could be given.
access::Rights mostOf(access::Role base);

/// "Patients", and what stands behind it: "name, sex, birth date, phone".
QString areaName(const QByteArray &key);
QString areaDetail(const QByteArray &key);
/// What a permission lets one do: "register patients".
QString wordsFor(access::Permission permission);
/// "see and change"
QString reachWords(Reach reach);
/// One letter: C, S, –.
QString reachMark(Reach reach);

/// A column of the grid.
struct RoleColumn
{
    QString id; ///< A role's letter, or the id of the clinic's own role.
    QString name;
    access::Role base = access::Role::Receptionist;
    bool own = false; ///< Made by the clinic; can be changed.
    access::Rights rights;
    QStringList people; ///< Names of those who hold it.
    bool operator==(const RoleColumn &) const = default;
};

/// Kinds of data × roles. A cell's text is its mark; its accessible text says the whole.
class RoleGrid : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Fixed { Name, Detail, FirstRole };
    enum Role {
        ReachRole = Qt::UserRole + 1, ///< int(Reach)
        OwnRole,                      ///< bool: the cell can be changed.
    };

    explicit RoleGrid(QObject *parent = nullptr);

    void setRoles(const QList<RoleColumn> &roles);
    const QList<RoleColumn> &roles() const { return m_roles; }
    const RoleColumn *roleAt(int column) const;
    const RightsArea *areaAt(int row) const;
    int columnOf(const QString &roleId) const;
    /// Sets a cell of the clinic's own role; false where it cannot be set so.
    bool setReach(int row, int column, Reach wanted);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<RightsArea> m_areas;
    QList<RoleColumn> m_roles;
};

} // namespace xinglin::ui
