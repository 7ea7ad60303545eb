#include "ui/settings/peoplemodel.h"

#include "ui/kit/rowdelegate.h"
#include "ui/settings/rolewords.h"

#include <algorithm>

namespace xinglin::ui {

void PeopleModel::setPeople(const QList<PersonRow> &people, QDate today, const QTimeZone &zone)
{
    beginResetModel();
    m_people = people;
    m_today = today;
    m_zone = zone;
    endResetModel();
}

const PersonRow *PeopleModel::personAt(int row) const
{
    return row >= 0 && row < m_people.size() ? &m_people[row] : nullptr;
}

int PeopleModel::rowOf(access::UserId id) const
{
    for (int row = 0; row < m_people.size(); ++row) {
        if (m_people[row].user.id == id)
            return row;
    }
    return -1;
}

int PeopleModel::activeCount() const
{
    return static_cast<int>(
        std::count_if(m_people.begin(), m_people.end(), [](const PersonRow &person) { return person.user.active; }));
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PeopleModel::text(const PersonRow &person, int column) const
{
    switch (column) {
    case Name:
        return person.user.name;
    case Login:
        return person.user.login;
    case Roles: {
        QStringList names{rolesText(person.user.roles)};
        names << person.ownRoles;
        names.removeAll(QString());
        return names.join(u'·');
    }
    case LastUse:
        return person.lastUse ? momentText(*person.lastUse, m_today, m_zone) : QStringLiteral("–");
    case State:
        return person.user.active ? tr("Active") : tr("Disabled");
    default:
        return {};
    }
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    const PersonRow *person = personAt(index.row());
    if (!person || !checkIndex(index))
        return {};
    const bool conflict = index.column() == Roles && !conflictOf(person->user.roles).isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return text(*person, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*person, index.column()));
    case Qt::ToolTipRole:
        return index.column() == Roles ? text(*person, Roles) : QString();
    case RowSongRole:
        return index.column() == Name;
    case RowDetailRole:
        return index.column() == Name ? person->user.title : QString();
    case RowToneRole:
        return index.column() == State ? int(person->user.active ? Tone::Malachite : Tone::Cinnabar) : QVariant();
    case RowIconRole:
        if (index.column() == State)
            return person->user.active ? QStringLiteral("checkmark") : QStringLiteral("dialog-cancel");
        return conflict ? QStringLiteral("dialog-warning") : QString();
    case RowDisabledRole:
        return !person->user.active && index.column() != State;
    case RowColorRole:
        return index.column() == Login ? int(Token::Text2) : QVariant();
    default:
        return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Login:
        return tr("Sign-in name");
    case Roles:
        return tr("Roles");
    case LastUse:
        return tr("Last use");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace xinglin::ui
