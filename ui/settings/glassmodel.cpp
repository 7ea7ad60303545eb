#include "ui/settings/oversightsection.h"

#include "ui/kit/rowdelegate.h"
#include "ui/settings/rolewords.h"

namespace xinglin::ui {

void GlassModel::setGlasses(const QList<Glass> &glasses, QDate today, const QTimeZone &zone)
{
    beginResetModel();
    m_glasses = glasses;
    m_today = today;
    m_zone = zone;
    endResetModel();
}

const Glass *GlassModel::glassAt(int row) const
{
    return row >= 0 && row < m_glasses.size() ? &m_glasses[row] : nullptr;
}

int GlassModel::rowOf(GlassId id) const
{
    for (int row = 0; row < m_glasses.size(); ++row) {
        if (m_glasses[row].id == id)
            return row;
    }
    return -1;
}

int GlassModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_glasses.size());
}

int GlassModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString GlassModel::text(const Glass &glass, int column) const
{
    switch (column) {
    case Who:
        return glass.userName;
    case Whom:
        return glass.patientName;
    case Reason:
        return patient::glassReasonText(glass.reasonCode);
    case When:
        return momentText(glass.opened, m_today, m_zone);
    case State:
        if (!glass.verdict)
            return glass.overdue ? tr("Overdue") : tr("To review");
        return *glass.verdict == GlassVerdict::Justified ? tr("Justified") : tr("Not justified");
    default:
        return {};
    }
}

QVariant GlassModel::data(const QModelIndex &index, int role) const
{
    const Glass *glass = glassAt(index.row());
    if (!glass || !checkIndex(index))
        return {};
    const bool justified = glass->verdict == GlassVerdict::Justified;
    switch (role) {
    case Qt::DisplayRole:
        return text(*glass, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(*glass, index.column()));
    case RowSongRole:
        return index.column() == Who || index.column() == Whom;
    case RowToneRole:
        if (index.column() != State)
            return {};
        return int(glass->verdict   ? justified ? Tone::Malachite : Tone::Neutral
                   : glass->overdue ? Tone::Cinnabar
                                    : Tone::Gamboge);
    case RowIconRole:
        if (index.column() != State)
            return {};
        return glass->verdict ? justified ? QStringLiteral("checkmark") : QStringLiteral("dialog-cancel")
                              : QStringLiteral("dialog-warning");
    default:
        return {};
    }
}

QVariant GlassModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Who:
        return tr("Who");
    case Whom:
        return tr("Whose record");
    case Reason:
        return tr("Reason");
    case When:
        return tr("When");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace xinglin::ui
