#pragma once

#include "clinic/record/constitution.h"
#include "ui/kit/radar.h"

namespace xinglin::ui {

/// Draws an assessment, and the one it is compared with, and says in the keys of which days they are.
void showOn(Radar &radar, RadarKey &nowKey, RadarKey &beforeKey, const ConstitutionAssessment &now,
            const std::optional<ConstitutionAssessment> &before);

} // namespace xinglin::ui
