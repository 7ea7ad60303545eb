#pragma once

#include "ui/paper/paperdress.h"

class QPainter;

namespace xinglin::ui {

/// An A5 page, upright, as it is laid out. Larger writing is a page that is laid out smaller and painted larger, so
/// that everything keeps its proportions; the margins at the sides are 10 mm on paper all the same.
struct PaperFrame
{
    explicit PaperFrame(PaperWriting writing = PaperWriting::Normal);

    double scale = 1; ///< Paper to layout.
    double width = 0; ///< mm of the layout, as all that follows.
    double height = 0;
    double left = 0;
    double right = 0;
    double inner = 0;
    double middle = 0;
};

} // namespace xinglin::ui
