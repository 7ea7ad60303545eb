#include "ui/patient/visitmodel.h"

#include "ui/shell/patientwords.h"

#include <QLocale>

namespace xinglin::ui {

namespace {

bool isOpen(const VisitSummary &visit)
{
    return visit.status == RevisionStatus::Preliminary;
}

} // namespace

void VisitModel::setVisits(const QList<VisitSummary> &visits, QDate today)
{
    beginResetModel();
    m_visits = visits;
    m_today = today;
    endResetModel();
}

const VisitSummary *VisitModel::visitAt(int row) const
{
    return row >= 0 && row < m_visits.size() ? &m_visits[row] : nullptr;
}

int VisitModel::rowOf(VisitId id) const
{
    for (int row = 0; row < m_visits.size(); ++row) {
        if (m_visits[row].id == id)
            return row;
    }
    return -1;
}

int VisitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visits.size());
}

QVariant VisitModel::data(const QModelIndex &index, int role) const
{
    const VisitSummary *visit = visitAt(index.row());
    if (!visit || !checkIndex(index))
        return {};
    const QString title = visit->diagnosis && !visit->diagnosis->isEmpty()   ? *visit->diagnosis
                          : visit->complaint && !visit->complaint->isEmpty() ? *visit->complaint
                                                                             : tr("Visit");
    QStringList details{visit->prescription.value_or(QString()), visit->treatment.value_or(QString()),
                        visit->practitioner};
    details.removeAll(QString());
    switch (role) {
    case DayRole:
        return visit->day.year() == m_today.year() ? QLocale().toString(visit->day, tr("d MMM", "a day of this year"))
                                                   : dateText(visit->day);
    case TitleRole:
        return tr("%1 %2", "ordinal of the visit, diagnosis")
            .arg(tr("No. %1", "ordinal of a visit").arg(visit->ordinal), title);
    case DetailRole:
        return details.join(QStringLiteral("·"));
    case OpenRole:
        return isOpen(*visit);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QStringList{data(index, DayRole).toString(), data(index, TitleRole).toString(),
                           data(index, DetailRole).toString(), isOpen(*visit) ? tr("not signed") : QString()}
            .join(QStringLiteral(" "))
            .trimmed();
    case Qt::ToolTipRole:
        return relativeDay(visit->day, m_today);
    default:
        return {};
    }
}

} // namespace xinglin::ui
