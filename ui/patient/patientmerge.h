#pragma once

#include "clinic/patient/patient.h"

#include <QMap>

namespace xinglin::ui {

/// What becomes of a begun change when the record was changed meanwhile.
struct MergedPatient
{
    PatientDraft draft;
    QMap<QString, QString> both; ///< Fields that both have changed, and what is saved there now.
};

/// What was typed stands where it differs from @p before; everything else is as in @p now. Pure.
MergedPatient merge(const PatientDraft &before, const PatientDraft &typed, const PatientDraft &now);

} // namespace xinglin::ui
