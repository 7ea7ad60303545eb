#include "engines/safety/herbname.h"

#include <QRegularExpression>

namespace xinglin::safety {

namespace {

const QString kUnits =
    u"枚个片条只粒茎根对具把撮握寸尺两钱分斤升合匙斗杯盏块颗朵节株支滴瓶包袋丸贴帖张头尾瓣团页茎叶"_qs;

/// Grams, or a bare number, or a range of them; "各" may stand before it.
const QRegularExpression &amount()
{
    static const QRegularExpression expression(
        u"各?(\\d+(?:\\.\\d+)?)(kg|mg|ml|g|公克|千克|毫克|毫升|克)?"
        u"(?:[-~〜至到](\\d+(?:\\.\\d+)?))?(kg|mg|ml|g|公克|千克|毫克|毫升|克)?,?$"_qs,
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

/// Counted and old measures: 3枚, 1两5钱, 二钱五分, 两半, 等分.
const QRegularExpression &counted()
{
    static const QString number =
        u"(?:\\d+(?:\\.\\d+)?(?:[-~〜至到]\\d+(?:\\.\\d+)?)?|半|三五|两三|"
        u"(?<![一二三四五六七八九十百])(?:[一二三四五六七八九]?[十百][一二三四五六七八九]?十?|[一二三四五六七八九]))"_qs;
    static const QRegularExpression expression(u"各?(?:(?:"_qs + number + u"["_qs + kUnits + u"]半?)+|[两斤]半|(?:"_qs +
                                               number + u"["_qs + kUnits + u"])+半[两钱分斤升]|等分|适量|少许),?$"_qs);
    return expression;
}

struct Amount
{
    qsizetype at = -1;
    std::optional<Mass> dose;
    QString text;
};

/// The amount at the end of @p text, or, with @p whole, the amount that it is.
Amount findAmount(const QString &text, bool whole)
{
    const QRegularExpressionMatch match = amount().match(text);
    if (match.hasMatch() && (!whole || match.capturedStart() == 0)) {
        Amount found{match.capturedStart(), std::nullopt, match.captured()};
        const QString unit = (match.captured(2) + match.captured(4)).toLower();
        const bool single = match.captured(3).isEmpty() && !found.text.contains(u'-') && !found.text.contains(u'~');
        const bool grams = unit.isEmpty() || unit == u"g" || unit == u"克" || unit == u"公克";
        if (grams && single)
            found.dose = Mass::fromGramText(match.captured(1));
        if (found.dose && found.dose->milligrams() <= 0)
            found.dose.reset();
        return found;
    }
    const QRegularExpressionMatch count = counted().match(text);
    if (count.hasMatch() && (!whole || count.capturedStart() == 0))
        return {count.capturedStart(), std::nullopt, count.captured()};
    return {};
}

QString tidy(QString text)
{
    while (!text.isEmpty() && (text.back() == u',' || text.back() == u'各'))
        text.chop(1);
    return text;
}

} // namespace

NameAndDose splitDose(QStringView cell)
{
    NameAndDose found;
    QString text = HerbCatalog::halfWidth(cell);
    text.replace(u'～', u'~').replace(u'–', u'-').replace(u'—', u'-');
    const auto take = [&found](const Amount &amount) {
        if (!found.dose && amount.dose)
            found.dose = amount.dose;
        else if (!amount.dose && found.count.isEmpty())
            found.count = amount.text;
    };
    // Amounts in brackets, alone or after a note: (9g), (去节,9g).
    QString outside;
    QString notes;
    qsizetype i = 0;
    while (i < text.size()) {
        const qsizetype close = text.at(i) == u'(' ? text.indexOf(u')', i) : -1;
        if (close < 0) {
            if (text.at(i) != u')') // one that was never opened says nothing
                outside += text.at(i);
            ++i;
            continue;
        }
        QStringList kept;
        for (const QString &part : text.mid(i + 1, close - i - 1).split(u',', Qt::SkipEmptyParts)) {
            if (const Amount amount = findAmount(part, true); amount.at == 0)
                take(amount);
            else
                kept << part;
        }
        if (!kept.isEmpty())
            notes += u'(' + kept.join(u',') + u')';
        i = close + 1;
    }
    outside = tidy(outside);
    const Amount trailing = findAmount(outside, false);
    const bool chinese = trailing.at >= 0 && !trailing.text.contains(QRegularExpression(QStringLiteral("\\d")));
    if (trailing.at > (chinese ? 1 : 0)) {
        take(trailing);
        outside = tidy(outside.left(trailing.at));
    }
    found.name = outside + notes;
    return found;
}

} // namespace xinglin::safety
