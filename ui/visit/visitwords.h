#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/record/visit.h"

#include <QHash>

namespace xinglin::ui {

/// The name of a term as it stands on a chip: 淡红 for 淡红舌, "pale red" for "Pale red tongue".
QString shortName(const Term &term);
/// The full name in the language of the screen.
QString fullName(const Term &term);
/// Letters that choose each of these terms, all different: initials, and more of the last syllable where an earlier
/// term has taken them ("b" for 薄, "ba" for 白). Pure.
QHash<QString, QString> typingKeys(const QList<Term> &terms);
/// Codes that stand in @p answers for an item and site, in their order.
QStringList codesOf(const QList<Answer> &answers, const QString &item, const QString &site = {});
/// 细弱, "thready, weak"
QString joinedNames(const Vocabulary &vocabulary, const QStringList &codes);

} // namespace xinglin::ui
