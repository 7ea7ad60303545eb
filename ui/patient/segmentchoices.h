#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/patient/segments.h"
#include "ui/kit/popuplist.h"
#include "ui/patient/allergyeditor.h"

namespace xinglin::ui {

/// What can stand in a condition, in the language of the program: names of codes, and what is proposed while somebody
/// types.
class SegmentChoices
{
public:
    SegmentChoices(std::shared_ptr<const Catalog> catalog, QList<AllergenChoice> allergens, segment::Offered offered);

    /// All codes of a field that has few of them, in the order they are offered; empty for the others.
    QList<segment::Choice> all(segments::Field field) const;
    /// Of a field with many codes, or with words in use: what agrees with @p typed; `data` holds the code.
    QList<CompletionRow> complete(segments::Field field, const QString &typed) const;
    /// The name of a code; the code where it is not known.
    QString nameOf(segments::Field field, const QString &code) const;

private:
    std::shared_ptr<const Catalog> m_catalog;
    QList<AllergenChoice> m_allergens;
    segment::Offered m_offered;
};

} // namespace xinglin::ui
