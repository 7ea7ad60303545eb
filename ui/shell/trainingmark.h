#pragma once

#include <QSizeF>
#include <QString>

class QPainter;

namespace xinglin::ui {

/// What stands on everything that is printed in a training clinic; in both languages wherever it is read.
QString trainingMarkWords();

/// Paints it across a page of @p millimetres, twice in grey that lets the text through and once in black along the
/// lower edge, which a copier keeps. @p painter is scaled to millimetres, its origin the page's upper left corner.
void paintTrainingMark(QPainter &painter, const QSizeF &millimetres);

} // namespace xinglin::ui
