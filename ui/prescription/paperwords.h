#pragma once

#include "clinic/prescription/prescription.h"
#include "ui/paper/sheetwords.h"

namespace xinglin::ui {

/// What stands on a printed prescription besides what was written. Layout and parts: 处方管理办法 (2007), annex 1:
/// 前记, 正文, 后记.
class PaperWords : public SheetWords
{
public:
    using SheetWords::SheetWords;

    QString kindOfMedicine(Route route) const;
    QString herbCount(qsizetype count) const;
    QString scope(const Prescription &prescription) const;
};

} // namespace xinglin::ui
