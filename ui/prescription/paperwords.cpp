#include "ui/prescription/paperwords.h"

namespace xinglin::ui {

QString PaperWords::kindOfMedicine(Route route) const
{
    switch (route) {
    case Route::Decoction:
        return pick("中药饮片", "Herbs to decoct");
    case Route::Granule:
        return pick("中药配方颗粒", "Herb granules");
    case Route::Pill:
        return pick("中药丸剂", "Pills");
    case Route::Powder:
        return pick("中药散剂", "Powder");
    case Route::External:
        return pick("中药外用", "External use");
    }
    return {};
}

QString PaperWords::herbCount(qsizetype count) const
{
    return count == 1 ? pick("共 1 味", "1 herb") : pick("共 %1 味", "%1 herbs").arg(count);
}

QString PaperWords::scope(const Prescription &prescription) const
{
    const qsizetype all = prescription.content.lines.size();
    QString text = pick("当日有效。%2 味已核 %1 味", "Valid on this day. %1 of %2 herbs checked")
                       .arg(prescription.checked)
                       .arg(all);
    if (prescription.checked < all)
        text += pick("，未核 %1 味", ", %1 not checked").arg(all - prescription.checked);
    text += pick("；停 %1，慎 %2，知 %3。", "; stop %1, caution %2, note %3.")
                .arg(prescription.severe)
                .arg(prescription.warnings)
                .arg(prescription.notes);
    if (!prescription.checkRules.isEmpty())
        text += pick("规则 %1。", " Rules %1.").arg(prescription.checkRules);
    return text;
}

} // namespace xinglin::ui
