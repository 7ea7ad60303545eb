#pragma once

#include "clinic/catalog/catalog.h"
#include "ui/patient/allergyeditor.h"

namespace xinglin::ui {

/// The catalogue's allergens as they are offered. Reads pinyin: not on the GUI thread.
QList<AllergenChoice> allergenChoices(const Catalog &catalog);

} // namespace xinglin::ui
