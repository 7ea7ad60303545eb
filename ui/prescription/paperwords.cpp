#include "ui/prescription/paperwords.h"

namespace xinglin::ui {

PaperWords::PaperWords(const QLocale &locale) : m_locale(locale), m_chinese(locale.language() == QLocale::Chinese)
{
}

QString PaperWords::pick(const char *zh, const char *en) const
{
    return QString::fromUtf8(m_chinese ? zh : en);
}

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

QString PaperWords::sex(Sex sex) const
{
    switch (sex) {
    case Sex::Male:
        return pick("男", "male");
    case Sex::Female:
        return pick("女", "female");
    case Sex::Other:
        return pick("其他", "other");
    case Sex::Unknown:
        return pick("性别未说明", "sex not stated");
    }
    return {};
}

QString PaperWords::age(const std::optional<Age> &age) const
{
    if (!age)
        return pick("年龄不详", "age not known");
    if (age->years < 2)
        return pick("%1 月", "%1 months").arg(age->months);
    return (age->exact ? pick("%1 岁", "%1 years") : pick("约 %1 岁", "about %1 years")).arg(age->years);
}

QString PaperWords::date(QDate day) const
{
    if (m_chinese)
        return QStringLiteral("%1 年 %2 月 %3 日").arg(day.year()).arg(day.month()).arg(day.day());
    return m_locale.toString(day, QStringLiteral("d MMMM yyyy"));
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

QString PaperWords::page(int number, int of) const
{
    return pick("第 %1 页，共 %2 页", "page %1 of %2").arg(number).arg(of);
}

QString PaperWords::comma() const
{
    return pick("、", ", ");
}

} // namespace xinglin::ui
