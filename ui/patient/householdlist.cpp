#include "ui/patient/householdlist.h"

#include "ui/kit/rowdelegate.h"
#include "ui/patient/patientmodel.h"

#include <QHeaderView>

namespace xinglin::ui {

HouseholdList::HouseholdList(QWidget *parent) : QTreeView(parent), m_people(new PatientModel(this))
{
    setObjectName(QStringLiteral("household"));
    setAccessibleName(tr("People with the same phone"));
    setModel(m_people);
    setHeaderHidden(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    dressRows(this, Size::Row)->setPadding(8, 4);
    for (const int column :
         {PatientModel::Pinyin, PatientModel::Phone, PatientModel::Number, PatientModel::Visits, PatientModel::Stage})
        setColumnHidden(column, true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(PatientModel::Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(PatientModel::SexAge, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(PatientModel::LastVisit, QHeaderView::ResizeToContents);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const PatientHit *hit = m_people->hitAt(index.row()))
            emit chosen(hit->id);
    });
}

void HouseholdList::setHits(const QList<PatientHit> &hits, QDate today)
{
    m_people->setHits(hits, {}, today);
    setVisible(!hits.isEmpty());
}

} // namespace xinglin::ui
