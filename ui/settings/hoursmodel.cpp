#include "ui/settings/hoursmodel.h"

#include "clinic/schedule/hourstext.h"
#include "ui/kit/rowdelegate.h"
#include "ui/settings/resourcedialog.h"
#include "ui/shell/patientwords.h"

#include <QLocale>
#include <QMap>

#include <algorithm>

namespace xinglin::ui {

QString dayName(const CalendarDay &day)
{
    return QLocale().language() == QLocale::Chinese ? day.zh : day.en;
}

HoursModel::HoursModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void HoursModel::setRows(QDate monday, const QList<RosterRow> &rows)
{
    const auto sameRow = [](const RosterRow &a, const RosterRow &b) { return a.resource.id == b.resource.id; };
    const bool same =
        monday == m_monday && std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(), sameRow);
    if (same) {
        // An editor that is open stays.
        m_rows = rows;
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    if (monday != m_monday)
        m_typed.clear();
    m_monday = monday;
    m_rows = rows;
    endResetModel();
}

const RosterRow *HoursModel::rowAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

bool HoursModel::isBlank() const
{
    return std::all_of(m_rows.cbegin(), m_rows.cend(),
                       [](const RosterRow &row) { return row.week() == WorkingWeek(); });
}

int HoursModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HoursModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

Qt::ItemFlags HoursModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() >= FirstDay ? plain | Qt::ItemIsEditable : plain;
}

std::optional<HoursModel::Cell> HoursModel::cellOf(const QModelIndex &index) const
{
    const RosterRow *row = rowAt(index.row());
    if (!row || index.column() < FirstDay)
        return {};
    return Cell{row->resource.id.uuid(), index.column() - FirstDay};
}

const RosterDay *HoursModel::dayAt(const QModelIndex &index) const
{
    const RosterRow *row = rowAt(index.row());
    return row && index.column() >= FirstDay ? &row->days.at(size_t(index.column() - FirstDay)) : nullptr;
}

QString HoursModel::reasonOf(const RosterDay &day) const
{
    QStringList reasons;
    if (day.special)
        reasons << dayName(*day.special);
    for (const RosterException &one : day.exceptions) {
        const bool away = one.content.when.kind == freebusy::Exception::Kind::Away;
        const QString word = one.content.resource ? (away ? tr("Leave") : tr("Hours besides"))
                                                  : (away ? tr("Closed") : tr("Open besides"));
        reasons << (one.content.reason.isEmpty() ? word : one.content.reason);
    }
    reasons.removeDuplicates();
    return reasons.join(tr(", ", "between reasons"));
}

QString HoursModel::spoken(const QModelIndex &index) const
{
    const RosterDay *day = dayAt(index);
    if (!day)
        return data(index, Qt::DisplayRole).toString();
    QStringList parts{rowAt(index.row())->resource.content.name, longDateText(day->day)};
    const QString hours = schedule::hoursText(day->regular);
    parts << (hours.isEmpty() ? tr("free") : hours);
    for (const int role : {int(ReasonRole), int(WorkedRole), int(ProblemRole)}) {
        if (const QString words = data(index, role).toString(); !words.isEmpty())
            parts << words;
    }
    return parts.join(tr(", ", "between reasons"));
}

QVariant HoursModel::data(const QModelIndex &index, int role) const
{
    const RosterRow *row = rowAt(index.row());
    if (!row || !checkIndex(index))
        return {};
    const RosterDay *day = dayAt(index);
    if (!day) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
            return row->resource.content.name;
        if (role == RowDetailRole && row->resource.content.kind != ResourceKind::Practitioner)
            return kindWords(row->resource.content.kind);
        return role == RowBoldRole ? QVariant(true) : QVariant();
    }
    const auto typed = m_typed.constFind(*cellOf(index));
    const bool wrong = typed != m_typed.constEnd();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return wrong ? typed->text : schedule::hoursText(day->regular);
    case LinesRole: {
        if (wrong)
            return QStringList{typed->text};
        QStringList lines;
        for (const freebusy::DayPart &part : day->regular)
            lines << schedule::hoursText(part);
        return lines;
    }
    case ReasonRole:
        return reasonOf(*day);
    case WorkedRole:
        return day->worked == day->regular ? QString() : schedule::hoursText(day->worked);
    case OffRole:
        return day->worked.isEmpty() && !reasonOf(*day).isEmpty();
    case ProblemRole:
        return wrong ? typed->problem : QString();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(index);
    default:
        return {};
    }
}

QVariant HoursModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        const RosterRow *row = rowAt(section);
        return row && role == Qt::DisplayRole ? QVariant(row->resource.content.name) : QVariant();
    }
    if (section < FirstDay || !m_monday.isValid())
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    const QDate day = m_monday.addDays(section - FirstDay);
    if (role == Qt::DisplayRole)
        return QLocale().toString(day, tr("ddd d", "a day at the head of a column"));
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return longDateText(day);
    return {};
}

bool HoursModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    return role == Qt::EditRole && put({index}, value.toString());
}

bool HoursModel::put(const QList<QModelIndex> &cells, const QString &typed)
{
    const QString text = typed.trimmed();
    const auto parts = schedule::hoursFrom(text);
    QMap<int, WorkingWeek> before; // of each row
    for (const QModelIndex &index : cells) {
        const auto cell = cellOf(index);
        if (!cell)
            return false;
        if (!parts) {
            m_typed.insert(*cell, {text, parts.error().message});
        } else {
            m_typed.remove(*cell);
            RosterRow &row = m_rows[index.row()];
            RosterDay &day = row.days.at(size_t(cell->second));
            if (!before.contains(index.row()))
                before.insert(index.row(), row.week());
            if (day.worked == day.regular)
                day.worked = *parts; // until it is reckoned
            day.regular = *parts;
        }
        emit dataChanged(index, index);
    }
    QList<WeekEdit> edits;
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        const RosterRow &row = m_rows.at(it.key());
        if (row.week() != it.value())
            edits << WeekEdit{row.resource.id, it.value(), row.week()};
    }
    if (!edits.isEmpty())
        emit weeksEdited(edits);
    return true;
}

} // namespace xinglin::ui
