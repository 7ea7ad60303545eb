#pragma once

#include "base/text/difference.h"
#include "clinic/catalog/catalog.h"
#include "clinic/prescription/consultation.h"

/// Two states of a record beside each other, part by part.
namespace xinglin::ui {

struct ComparedPart
{
    QString mark; ///< As at the margin of a note.
    QString before;
    QString after;
    bool operator==(const ComparedPart &) const = default;

    bool differs() const { return before != after; }
};

/// Every part of either note, in the order of a consultation; then formulas, treatments and who wrote it. Pure.
QList<ComparedPart> comparedParts(const Catalog &catalog, const consultation::Stored &before,
                                  const consultation::Stored &after);

/// One side of a part as rich text: what only it has stands on a soft ground, and is struck out where @p gone.
QString markedText(const ComparedPart &part, bool gone, const QString &ground, const QString &ink);

} // namespace xinglin::ui
