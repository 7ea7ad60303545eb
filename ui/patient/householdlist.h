#pragma once

#include "clinic/patient/patient.h"

#include <QTreeView>

namespace xinglin::ui {

class PatientModel;

/// The people of the clinic with one telephone: name, sex and age, last visit.
class HouseholdList : public QTreeView
{
    Q_OBJECT

public:
    explicit HouseholdList(QWidget *parent = nullptr);

    void setHits(const QList<PatientHit> &hits, QDate today);

signals:
    void chosen(xinglin::PatientId id);

private:
    PatientModel *m_people;
};

} // namespace xinglin::ui
