#pragma once

#include "clinic/catalog/catalog.h"
#include "ui/patient/allergyeditor.h"

namespace xinglin::ui {

/// The catalogue's allergens as they are offered. @p words: pinyin and initials by id; reading them takes its time.
QList<AllergenChoice> allergenChoices(const Catalog &catalog, const QHash<QString, QStringList> &words);

} // namespace xinglin::ui
