#include "ui/paper/sheetwords.h"

namespace xinglin::ui {

SheetWords::SheetWords(const QLocale &locale) : m_locale(locale), m_chinese(locale.language() == QLocale::Chinese)
{
}

QString SheetWords::pick(const char *zh, const char *en) const
{
    return QString::fromUtf8(m_chinese ? zh : en);
}

QString SheetWords::sex(Sex sex) const
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

QString SheetWords::age(const std::optional<Age> &age) const
{
    if (!age)
        return pick("年龄不详", "age not known");
    if (age->years < 2)
        return pick("%1 月", "%1 months").arg(age->months);
    return (age->exact ? pick("%1 岁", "%1 years") : pick("约 %1 岁", "about %1 years")).arg(age->years);
}

QString SheetWords::date(QDate day) const
{
    if (m_chinese)
        return QStringLiteral("%1 年 %2 月 %3 日").arg(day.year()).arg(day.month()).arg(day.day());
    return m_locale.toString(day, QStringLiteral("d MMMM yyyy"));
}

QString SheetWords::page(int number, int of) const
{
    return pick("第 %1 页，共 %2 页", "page %1 of %2").arg(number).arg(of);
}

QString SheetWords::certificate(const QString &number) const
{
    return number.isEmpty() ? QString() : pick("执业证书 %1", "Certificate no. %1").arg(number);
}

QString SheetWords::comma() const
{
    return pick("、", ", ");
}

} // namespace xinglin::ui
