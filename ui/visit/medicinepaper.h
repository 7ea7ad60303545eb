#pragma once

#include "clinic/prescription/visitpaper.h"
#include "ui/paper/paperdress.h"
#include "ui/paper/sheetwords.h"

#include <QLocale>

namespace xinglin::ui {

/// 中成药, 配方颗粒; in the language of the paper.
QString medicineFormName(const SheetWords &words, MedicineForm form);
/// An order in the words of a paper: 归脾丸 8丸，每日 3 次，7 天，2盒
QString medicineText(const SheetWords &words, const MedicineOrder &order);

/// The prescription of a visit's ready-made medicines: each on lines of its own, with how much, how often, how long and
/// what is handed out. Source of what it names: 《处方管理办法》 (2007), articles 5 and 6.
Sheets medicineSheets(const consultation::SummaryPaper &paper, const QLocale &locale, const PaperDress &dress = {});

} // namespace xinglin::ui
