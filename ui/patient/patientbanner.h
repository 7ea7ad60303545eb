#pragma once

#include "clinic/patient/patient.h"

#include <QDate>

namespace xinglin::ui {

class Banner;

/// Fills the strip above a patient's pages: name, sex and age, number, last visit, constitution, then what must never
/// be overlooked (allergies, medicines, pregnancy) as chips.
void fillBanner(Banner &banner, const PatientStrip &strip, QDate today);

/// "shellfish, penicillin"; empty where nothing is known or may be seen.
QString allergyText(const PatientStrip &strip);
/// Pregnant or breast-feeding; empty for neither.
QString pregnancyText(const std::optional<PregnancyStatus> &status);
/// Words beside each other: "shellfish, penicillin".
QString listed(const QStringList &words);

} // namespace xinglin::ui
