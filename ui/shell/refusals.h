#pragma once

#include "base/result.h"

namespace xinglin::ui {

/// The refusal and what to do about it: for files in use, newer, foreign or damaged, and for what broke.
QString sentenceFor(const Error &error);

} // namespace xinglin::ui
