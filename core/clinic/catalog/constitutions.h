#pragma once

#include "engines/constitution/questionnaire.h"

namespace xinglin::constitution {

/// The nine types and both questionnaires as they ship (catalog/constitution.json). Read at the first call; safe on any
/// thread.
const Definition &shipped();

} // namespace xinglin::constitution
