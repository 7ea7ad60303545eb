#include "base/mass.h"

#include <cmath>

namespace xinglin {

Mass Mass::grams(double g)
{
    return Mass(static_cast<std::int64_t>(std::llround(g * 1000.0)));
}

std::optional<Mass> Mass::fromGramText(const QString &text)
{
    QString digits = text.normalized(QString::NormalizationForm_KC).trimmed();
    if (digits.endsWith(u'g', Qt::CaseInsensitive) || digits.endsWith(u'克'))
        digits = digits.chopped(1).trimmed();
    std::int64_t mg = 0;
    int decimals = -1; // -1: no point seen
    int seen = 0;
    for (const QChar c : digits) {
        if (c == u'.') {
            if (decimals >= 0)
                return std::nullopt;
            decimals = 0;
            continue;
        }
        if (c < u'0' || c > u'9')
            return std::nullopt;
        ++seen;
        if (decimals >= 3) {
            if (c != u'0')
                return std::nullopt; // finer than a milligram is a typing error
            continue;
        }
        if (decimals >= 0)
            ++decimals;
        mg = mg * 10 + (c.unicode() - u'0');
        if (mg > 100'000'000)
            return std::nullopt;
    }
    if (seen == 0)
        return std::nullopt;
    for (int i = decimals < 0 ? 0 : decimals; i < 3; ++i)
        mg *= 10;
    if (mg > 100'000'000)
        return std::nullopt;
    return Mass(mg);
}

QString Mass::gramText() const
{
    const std::int64_t whole = m_mg / 1000;
    std::int64_t part = std::llabs(m_mg % 1000);
    QString text = (m_mg < 0 && whole == 0 ? QStringLiteral("-") : QString()) + QString::number(whole);
    if (part == 0)
        return text;
    QString digits = QString::number(part).rightJustified(3, u'0');
    while (digits.endsWith(u'0'))
        digits.chop(1);
    return text + u'.' + digits;
}

} // namespace xinglin
