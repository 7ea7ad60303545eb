#include "engines/forms/typednumbers.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace xinglin::forms {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::forms::Form)
};

QList<const Item *> itemsOf(const Section &section, const QString &key)
{
    QList<const Item *> found;
    for (const Item &item : section.items) {
        if (item.kind == ItemKind::Number && !item.key.isEmpty() && item.key == key)
            found << &item;
    }
    return found;
}

/// Digits after the point; trailing zeros say nothing more.
int decimalsIn(const QString &number)
{
    const qsizetype point = number.indexOf(u'.');
    if (point < 0)
        return 0;
    qsizetype end = number.size();
    while (end > point + 1 && number.at(end - 1) == u'0')
        --end;
    return int(end - point - 1);
}

std::optional<Error> problem(const Item &item, double number, int decimals, const QString &piece)
{
    if ((item.minimum && number < *item.minimum) || (item.maximum && number > *item.maximum))
        return Error{Code::Invalid, Words::tr("The number is outside what is possible."), item.code, piece};
    if (decimals > item.decimals)
        return Error{Code::Invalid, Words::tr("So many decimals are not measured."), item.code, piece};
    return {};
}

} // namespace

TypedNumbers typedNumbers(const Section &section, const QString &typed)
{
    static const QRegularExpression piece(
        QStringLiteral("([a-z]+)\\s*[:=]?\\s*(\\d+(?:[.,]\\d+)?(?:\\s*/"
                       "\\s*\\d+(?:[.,]\\d+)?)*)(?=\\s|[;,]|$|[a-z])|([a-z]+)-|(\\S+)"),
        QRegularExpression::CaseInsensitiveOption);
    TypedNumbers result;
    auto pieces = piece.globalMatch(typed);
    while (pieces.hasNext()) {
        const QRegularExpressionMatch match = pieces.next();
        const QString whole = match.captured().trimmed();
        if (const QList<const Item *> cleared = itemsOf(section, match.captured(3).toLower()); !cleared.isEmpty()) {
            for (const Item *item : cleared) {
                result.answers.removeIf([&](const GivenAnswer &earlier) { return earlier.item == item->code; });
                result.cleared << item->code;
            }
            continue;
        }
        const QList<const Item *> items = itemsOf(section, match.captured(1).toLower());
        const QStringList numbers = match.captured(2).split(u'/', Qt::SkipEmptyParts);
        if (items.isEmpty() || numbers.size() != items.size()) {
            if (whole != u"," && whole != u";")
                result.unknown << whole;
            continue;
        }
        QList<GivenAnswer> answers;
        std::optional<Error> refused;
        for (qsizetype i = 0; i < items.size() && !refused; ++i) {
            const QString digits = QString(numbers.at(i)).replace(u',', u'.').trimmed();
            const double number = digits.toDouble();
            refused = problem(*items.at(i), number, decimalsIn(digits), whole);
            answers << GivenAnswer{items.at(i)->code, {}, number, {}, {}};
        }
        if (refused) {
            result.refused << *refused;
            continue;
        }
        for (const GivenAnswer &answer : answers) {
            result.answers.removeIf([&](const GivenAnswer &earlier) { return earlier.item == answer.item; });
            result.cleared.removeAll(answer.item);
            result.answers << answer;
        }
    }
    return result;
}

} // namespace xinglin::forms
