#include "ui/paper/paperframe.h"

namespace xinglin::ui {

namespace {

constexpr double paperWidth = 148; // A5
constexpr double paperHeight = 210;
constexpr double margin = 10;

double scaleOf(PaperWriting writing)
{
    switch (writing) {
    case PaperWriting::Normal:
        return 1;
    case PaperWriting::Small:
        return 0.9; // 10.5 pt become 9.5
    case PaperWriting::Large:
        return 1.15; // 10.5 pt become 12; fifteen herbs still stand on one page
    }
    Q_UNREACHABLE();
}

} // namespace

PaperFrame::PaperFrame(PaperWriting writing)
    : scale(scaleOf(writing))
    , width(paperWidth / scale)
    , height(paperHeight / scale)
    , left(margin / scale)
    , right(width - left)
    , inner(right - left)
    , middle(width / 2)
{
}

} // namespace xinglin::ui
