#include "ui/settings/rolegrid.h"

#include "ui/kit/rowdelegate.h"

#include <algorithm>

namespace xinglin::ui {

namespace {

using access::Permission;
using access::PermissionTable;
using access::Rights;

bool changes(const PermissionTable::Row &row)
{
    return access::isWriting(row.permission);
}

QByteArray keyOf(const PermissionTable::Row &row)
{
    const QByteArray group = !row.write.isEmpty() ? row.write.first() : row.read.value(0);
    if (!group.isEmpty() && group != "public" && group != "staff")
        return group;
    return access::codeOf(row.permission).section(u'.', 0, 0).toLatin1();
}

bool holdsAny(const Rights &rights, const QList<Permission> &some)
{
    return std::any_of(some.begin(), some.end(), [&](Permission one) { return rights.has(one); });
}

Rights rightsFrom(const QList<Permission> &some)
{
    Rights rights;
    for (const Permission one : some)
        rights |= Rights{one};
    return rights;
}

} // namespace

Reach RightsArea::reachOf(const Rights &rights) const
{
    if (holdsAny(rights, change))
        return Reach::Change;
    return holdsAny(rights, see) ? Reach::See : Reach::None;
}

Rights RightsArea::with(Rights rights, Reach wanted, const Rights &most) const
{
    rights -= rightsFrom(see) | rightsFrom(change);
    if (wanted != Reach::None)
        rights |= rightsFrom(see) & most;
    if (wanted == Reach::Change)
        rights |= rightsFrom(change) & most;
    return rights;
}

bool RightsArea::canReach(Reach wanted, const Rights &most) const
{
    return wanted == Reach::None || reachOf(with({}, wanted, most)) == wanted;
}

QList<RightsArea> rightsAreas(const PermissionTable &table)
{
    QList<RightsArea> areas;
    for (const PermissionTable::Row &row : table.rows()) {
        const QByteArray key = keyOf(row);
        auto area = std::find_if(areas.begin(), areas.end(), [&](const RightsArea &known) { return known.key == key; });
        if (area == areas.end())
            area = areas.insert(areas.end(), RightsArea{key, {}, {}});
        (changes(row) ? area->change : area->see) << row.permission;
    }
    return areas;
}

Rights mostOf(access::Role base)
{
    Rights most;
    for (const Permission one : access::allPermissions()) {
        if (access::mayHave(base, one))
            most |= Rights{one};
    }
    return most;
}

RoleGrid::RoleGrid(QObject *parent) : QAbstractTableModel(parent), m_areas(rightsAreas(PermissionTable::shipped()))
{
}

void RoleGrid::setRoles(const QList<RoleColumn> &roles)
{
    beginResetModel();
    m_roles = roles;
    endResetModel();
}

const RoleColumn *RoleGrid::roleAt(int column) const
{
    const int at = column - FirstRole;
    return at >= 0 && at < m_roles.size() ? &m_roles[at] : nullptr;
}

const RightsArea *RoleGrid::areaAt(int row) const
{
    return row >= 0 && row < m_areas.size() ? &m_areas[row] : nullptr;
}

int RoleGrid::columnOf(const QString &roleId) const
{
    for (int i = 0; i < m_roles.size(); ++i) {
        if (m_roles[i].id == roleId)
            return FirstRole + i;
    }
    return -1;
}

bool RoleGrid::setReach(int row, int column, Reach wanted)
{
    const RightsArea *area = areaAt(row);
    const RoleColumn *role = roleAt(column);
    if (!area || !role || !role->own)
        return false;
    const Rights most = mostOf(role->base);
    if (!area->canReach(wanted, most))
        return false;
    m_roles[column - FirstRole].rights = area->with(role->rights, wanted, most);
    emit dataChanged(index(row, column), index(row, column));
    return true;
}

int RoleGrid::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_areas.size());
}

int RoleGrid::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstRole + static_cast<int>(m_roles.size());
}

QVariant RoleGrid::data(const QModelIndex &index, int role) const
{
    const RightsArea *area = areaAt(index.row());
    if (!area || !checkIndex(index))
        return {};
    const RoleColumn *column = roleAt(index.column());
    if (!column) {
        const bool name = index.column() == Name;
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
            return name ? areaName(area->key) : areaDetail(area->key);
        if (role == RowBoldRole)
            return name;
        return role == RowColorRole && !name ? int(Token::Text2) : QVariant();
    }
    const Reach reach = area->reachOf(column->rights);
    switch (role) {
    case Qt::DisplayRole:
        return reachMark(reach);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%1, %2: %3", "role, kind of data, what they may")
            .arg(column->name, areaName(area->key), reachWords(reach));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case ReachRole:
        return int(reach);
    case OwnRole:
        return column->own;
    default:
        return {};
    }
}

QVariant RoleGrid::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        const RightsArea *area = areaAt(section);
        if (!area || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
            return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignLeft | Qt::AlignVCenter)) : QVariant();
        return role == Qt::DisplayRole ? areaName(area->key) : areaDetail(area->key);
    }
    const RoleColumn *column = roleAt(section);
    if (role == Qt::TextAlignmentRole)
        return int(column ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column)
        return column->name;
    if (role != Qt::DisplayRole)
        return {};
    return column ? column->name : section == Name ? tr("Data") : QString();
}

} // namespace xinglin::ui
