#pragma once

#include "ui/shell/notewords.h"

#include <QHash>

namespace xinglin::ui {

/// Letters that choose each of these terms, all different: initials, and more of the last syllable where an earlier
/// term has taken them ("b" for 薄, "ba" for 白). Pure.
QHash<QString, QString> typingKeys(const QList<Term> &terms);

} // namespace xinglin::ui
