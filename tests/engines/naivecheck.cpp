#include "naivecheck.h"

#include <QJsonDocument>

#include <cmath>

namespace xinglin::naive {

using namespace xinglin::safety;

namespace {

/// Decisions on severity: contraindicated pair, pregnancy 禁用 and 忌用, external-only or banned by mouth, toxic above
/// its limit are severe; traditional pair, 慎用, non-toxic above twice its limit, a class of an allergy are warnings;
/// caution pair, above the limit, below the minimum are notes; a rule of a textbook is one step quieter. The others as
/// severities.json explains them.
const QMap<QString, QString> kSeverity = {{u"pair-contraindicated"_qs, u"pair severe"_qs},
                                          {u"pair-traditional"_qs, u"pair warning"_qs},
                                          {u"pair-caution"_qs, u"pair note"_qs},
                                          {u"pregnancy-forbidden"_qs, u"pregnancy severe"_qs},
                                          {u"pregnancy-avoid"_qs, u"pregnancy severe"_qs},
                                          {u"pregnancy-caution"_qs, u"pregnancy warning"_qs},
                                          {u"pregnancy-forbidden-textbook"_qs, u"pregnancy warning"_qs},
                                          {u"pregnancy-avoid-textbook"_qs, u"pregnancy warning"_qs},
                                          {u"pregnancy-caution-textbook"_qs, u"pregnancy note"_qs},
                                          {u"external-by-mouth"_qs, u"external severe"_qs},
                                          {u"banned-by-mouth"_qs, u"banned severe"_qs},
                                          {u"banned-external"_qs, u"banned warning"_qs},
                                          {u"toxic-above-limit"_qs, u"toxicity severe"_qs},
                                          {u"toxic-above-limit-other-route"_qs, u"toxicity severe"_qs},
                                          {u"toxic-severe-without-limit"_qs, u"toxicity severe"_qs},
                                          {u"toxic-without-limit"_qs, u"toxicity warning"_qs},
                                          {u"toxic-without-dose"_qs, u"toxicity warning"_qs},
                                          {u"dose-above-double"_qs, u"dose warning"_qs},
                                          {u"dose-above-limit"_qs, u"dose note"_qs},
                                          {u"dose-below-minimum"_qs, u"dose note"_qs},
                                          {u"route-not-decocted"_qs, u"route warning"_qs},
                                          {u"allergy-exact"_qs, u"allergy severe"_qs},
                                          {u"allergy-class"_qs, u"allergy warning"_qs},
                                          {u"cinnabar-coating"_qs, u"toxicity warning"_qs},
                                          {u"duplicate"_qs, u"duplicate note"_qs}};

const QString kBook = u"中国药典"_qs;
const QString kTextbook = u"教材"_qs;

/// All lines of one herb.
struct Pile
{
    QJsonObject row;
    QStringList given;
    QStringList ways; // one for each line; empty for a line that is boiled with the rest
    qint64 mg = 0;
    int dosed = 0;
};

QList<QJsonObject> objects(const QJsonArray &rows)
{
    QList<QJsonObject> found;
    for (const QJsonValue &row : rows)
        found << row.toObject();
    return found;
}

bool holds(const QJsonValue &list, const QString &text)
{
    return list.toArray().contains(QJsonValue(text));
}

qint64 milligrams(const QJsonValue &grams)
{
    return std::llround(grams.toDouble() * 1000);
}

/// "0.5" for 500 mg.
QString gramWords(qint64 mg)
{
    QString text = u"%1.%2"_qs.arg(mg / 1000).arg(mg % 1000, 3, 10, QChar(u'0'));
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

Want want(const QString &rule, const QStringList &herbs, const QStringList &message = {})
{
    return {rule + u' ' + kSeverity.value(rule) + u' ' + herbs.join(u'+'), message, {}, {}};
}

QString wayOf(const QString &preparation)
{
    static const QHash<QString, QString> same = {
        {u"冲"_qs, u"冲服"_qs},   {u"研末"_qs, u"研末服"_qs},   {u"研末冲服"_qs, u"冲服"_qs}, {u"冲服"_qs, u"冲服"_qs},
        {u"吞服"_qs, u"吞服"_qs}, {u"研末服"_qs, u"研末服"_qs}, {u"泡服"_qs, u"泡服"_qs},     {u"炖服"_qs, u"炖服"_qs}};
    return same.value(preparation);
}

/// 朱茯神, 辰灯心: another name of the same herb with cinnabar before it.
bool coated(const Rows &rows, const QString &name, const QString &herb)
{
    for (const char16_t *word : {u"朱砂拌", u"辰砂拌", u"朱拌", u"朱染", u"朱衣", u"朱", u"辰"}) {
        const QString start = QString::fromUtf16(word);
        if (name.startsWith(start) && rows.names.value(name.mid(start.size())) == herb)
            return true;
    }
    return false;
}

void pairs(const Rows &rows, const QList<Pile> &piles, const QStringList &order, Wanted &all)
{
    if (piles.size() < 2)
        return;
    for (const QJsonObject &group : rows.pairs) {
        for (const QJsonValue &a : group[u"a"_qs].toArray()) {
            for (const QJsonValue &b : group[u"b"_qs].toArray()) {
                QStringList herbs;
                int met = 0;
                for (const Pile &pile : piles) {
                    if (pile.row[u"id"_qs] == a || pile.row[u"id"_qs] == b) {
                        herbs << pile.given;
                        ++met;
                    }
                }
                if (met < 2)
                    continue;
                std::sort(herbs.begin(), herbs.end(), [&order](const QString &one, const QString &two) {
                    return order.indexOf(one) < order.indexOf(two);
                });
                Want one =
                    want(u"pair-"_qs + group[u"severity"_qs].toString(), herbs, {group[u"tradition"_qs].toString()});
                one.source << group[u"verse_zh"_qs].toString();
                (group[u"chp2020"_qs].toBool() ? one.source : one.notInSource) << kBook;
                all.findings << one;
            }
        }
    }
}

void pregnancy(const Pile &pile, Wanted &all)
{
    const QString word = pile.row[u"pregnancy"_qs].toString();
    if (word.isEmpty())
        return;
    QString rule = word == u"禁用"   ? u"pregnancy-forbidden"_qs
                   : word == u"忌用" ? u"pregnancy-avoid"_qs
                                     : u"pregnancy-caution"_qs;
    const bool textbook = pile.row[u"pregnancy_basis"_qs] == u"textbook"_qs;
    if (textbook)
        rule += u"-textbook"_qs;
    Want one = want(rule, pile.given, {word});
    one.source << (textbook ? kTextbook : kBook);
    all.findings << one;
}

/// Pills and powders are compared with limits of their own route only; a piece that is swallowed beside the decoction
/// with those of powders, or of its own way of steeping and stewing.
bool compared(const Pile &pile, Route route)
{
    const QString range = pile.row[u"dose_route"_qs].toString();
    const QStringList powders = {u"入丸散"_qs, u"研末服"_qs, u"冲服"_qs, u"吞服"_qs};
    if (route == Route::External)
        return false;
    if (route == Route::Pill)
        return range == u"入丸散";
    if (route == Route::Powder)
        return powders.contains(range);
    if (range == u"煎服")
        return true;
    for (const QString &way : pile.ways) {
        if (powders.contains(range) ? !powders.contains(way) : way != range)
            return false;
    }
    return true;
}

void amounts(const Pile &pile, const CheckInput &input, Wanted &all)
{
    const QJsonObject &row = pile.row;
    const QString range = row[u"dose_route"_qs].toString();
    const QString poison = row[u"toxicity"_qs].toString();
    const QStringList grade = poison.isEmpty() ? QStringList() : QStringList{u'（' + poison + u'）'};
    const QString basis = row[u"dose_basis"_qs] == u"textbook"_qs ? kTextbook : kBook;
    const bool boiled =
        (input.route == Route::Decoction || input.route == Route::Granule) && pile.ways.contains(QString());
    const QStringList notBoiled = {u"入丸散"_qs, u"浸酒"_qs, u"装胶囊"_qs};
    if (boiled && (range == u"入丸散" || range == u"浸酒" || notBoiled.contains(row[u"decoction"_qs].toString())))
        all.findings << want(u"route-not-decocted"_qs, pile.given);
    const bool limited = row[u"dose_max_g"_qs].isDouble();
    if (!poison.isEmpty() && !limited) {
        all.findings << want(poison == u"大毒" ? u"toxic-severe-without-limit"_qs : u"toxic-without-limit"_qs,
                             pile.given, grade);
        return;
    }
    if (!poison.isEmpty() && pile.dosed < pile.given.size())
        all.findings << want(u"toxic-without-dose"_qs, pile.given, grade);
    if (pile.dosed == 0 || !limited)
        return;
    const bool taking = row[u"per_dose"_qs].toBool();
    const qint64 given = pile.mg * input.packetsPerDay;
    const qint64 times = taking ? input.timesPerDay.value_or(1) : 1;
    const qint64 least = milligrams(row[u"dose_min_g"_qs]);
    const qint64 most = milligrams(row[u"dose_max_g"_qs]);
    QStringList words = {gramWords(least) + u'–' + gramWords(most), range, taking ? u"每次"_qs : u"每日"_qs};
    QString rule;
    if (compared(pile, input.route)) {
        const bool minimum =
            !taking && pile.dosed == pile.given.size() && (range != u"煎服" || pile.ways.contains(QString()));
        if (given > most * times)
            rule = !poison.isEmpty()          ? u"toxic-above-limit"_qs
                   : given > 2 * most * times ? u"dose-above-double"_qs
                                              : u"dose-above-limit"_qs;
        else if (minimum && given < least)
            rule = u"dose-below-minimum"_qs;
    } else if (!poison.isEmpty() && given > most * times) {
        rule = u"toxic-above-limit-other-route"_qs;
    }
    if (rule.isEmpty())
        return;
    if (rule != u"dose-below-minimum")
        words << grade;
    Want one = want(rule, pile.given, words);
    one.source << basis;
    all.findings << one;
}

/// Names that say so: 蜜麻黄, and 炙麻黄 because the row lists 蜜麻黄.
QStringList friedWith(const QString &process, const Pile &pile)
{
    const QJsonArray pieces = pile.row[u"processed_zh"_qs].toArray();
    const bool listed = std::any_of(pieces.begin(), pieces.end(), [&process](const QJsonValue &piece) {
        return piece.toString().startsWith(process);
    });
    QStringList found;
    for (const QString &name : pile.given) {
        if (!process.isEmpty() && (name.startsWith(process) || (listed && name.startsWith(u'炙'))))
            found << name;
    }
    return found;
}

void allergies(const Rows &rows, const QList<Pile> &piles, const CheckInput &input, Wanted &all)
{
    for (const QString &allergy : input.patient.allergies) {
        QSet<QString> exact;
        QSet<QString> related;
        QString shown = allergy;
        QString process;
        for (const QJsonObject &row : rows.allergens) {
            if (row[u"id"_qs] != allergy && row[u"zh"_qs] != allergy && row[u"en"_qs] != allergy &&
                !holds(row[u"aliases"_qs], allergy))
                continue;
            shown = row[u"zh"_qs].toString();
            process = row[u"process"_qs].toString();
            for (const QJsonValue &id : row[u"exact"_qs].toArray())
                exact << id.toString();
            for (const QJsonValue &id : row[u"class"_qs].toArray())
                related << id.toString();
        }
        if (rows.herbs.contains(allergy)) {
            exact << allergy;
            shown = rows.herbs[allergy][u"name_zh"_qs].toString();
        }
        for (const QString &id : QSet<QString>(exact))
            related.unite(rows.related.value(id));
        if (exact.isEmpty() && related.isEmpty())
            all.unmatchedAllergies << allergy;
        const QStringList words = {u"对%1过敏"_qs.arg(shown)};
        for (const Pile &pile : piles) {
            const QString id = pile.row[u"id"_qs].toString();
            if (exact.contains(id))
                all.findings << want(u"allergy-exact"_qs, pile.given, words);
            else if (related.contains(id))
                all.findings << want(u"allergy-class"_qs, pile.given, words);
            else if (const QStringList fried = friedWith(process, pile); !fried.isEmpty())
                all.findings << want(u"allergy-class"_qs, fried, words);
            for (const QString &name : pile.given) {
                if (exact.contains(u"zhu-sha"_qs) && coated(rows, name, id))
                    all.findings << want(u"allergy-exact"_qs, {name}, words);
            }
        }
    }
}

} // namespace

Rows Rows::read(const SafetyFiles &files)
{
    Rows rows;
    for (const QJsonObject &row : objects(QJsonDocument::fromJson(files.herbs).array())) {
        const QString id = row[u"id"_qs].toString();
        rows.herbs.insert(id, row);
        QStringList &names = rows.namesOf[id];
        names << row[u"name_zh"_qs].toString();
        for (const QString &list : {u"aliases_zh"_qs, u"processed_zh"_qs}) {
            for (const QJsonValue &name : row[list].toArray())
                names << name.toString();
        }
    }
    const QJsonObject further = QJsonDocument::fromJson(files.herbNames).object();
    for (const QJsonObject &row : objects(further[u"names"_qs].toArray()))
        rows.namesOf[row[u"herb"_qs].toString()] << row[u"name"_qs].toString();
    for (auto it = rows.namesOf.cbegin(); it != rows.namesOf.cend(); ++it) {
        for (const QString &name : it.value())
            rows.names.insert(name, it.key());
    }
    for (const QJsonValue &group : further[u"related"_qs].toArray()) {
        for (const QJsonValue &a : group.toArray()) {
            for (const QJsonValue &b : group.toArray()) {
                if (a != b)
                    rows.related[a.toString()] << b.toString();
            }
        }
    }
    rows.pairs = objects(QJsonDocument::fromJson(files.incompatibilities).array());
    rows.allergens = objects(QJsonDocument::fromJson(files.allergens).object()[u"allergens"_qs].toArray());
    return rows;
}

Wanted wanted(const Rows &rows, const CheckInput &input)
{
    Wanted all;
    QList<Pile> piles;
    QStringList order;
    for (const CheckLine &line : input.lines) {
        order << line.name;
        const QString herb = rows.names.value(line.name);
        if (herb.isEmpty()) {
            all.unknown << line.name;
            continue;
        }
        auto pile =
            std::find_if(piles.begin(), piles.end(), [&herb](const Pile &one) { return one.row[u"id"_qs] == herb; });
        if (pile == piles.end())
            pile = piles.insert(piles.end(), Pile{rows.herbs.value(herb), {}, {}, 0, 0});
        pile->given << line.name;
        pile->ways << wayOf(line.preparation);
        if (line.dose) {
            pile->mg += line.dose->milligrams();
            ++pile->dosed;
        }
        const bool dusted = coated(rows, line.name, herb);
        if (dusted && input.route != Route::External)
            all.findings << want(u"cinnabar-coating"_qs, {line.name});
        if (dusted && input.patient.pregnant == true)
            all.findings << want(u"pregnancy-forbidden"_qs, {line.name}, {u"朱砂"_qs});
    }
    pairs(rows, piles, order, all);
    for (const Pile &pile : piles) {
        const bool outside = input.route == Route::External;
        const bool external = pile.row[u"external_only"_qs].toBool();
        const bool banned = pile.row[u"banned"_qs].toBool();
        if (input.patient.pregnant == true)
            pregnancy(pile, all);
        if (pile.given.size() > 1)
            all.findings << want(u"duplicate"_qs, pile.given);
        if (banned)
            all.findings << want(outside ? u"banned-external"_qs : u"banned-by-mouth"_qs, pile.given);
        if (external && !outside)
            all.findings << want(u"external-by-mouth"_qs, pile.given);
        if (!external && !banned && !outside)
            amounts(pile, input, all);
    }
    allergies(rows, piles, input, all);
    return all;
}

QString difference(const Wanted &wanted, const CheckResult &result)
{
    QStringList expected;
    for (const Want &one : wanted.findings)
        expected << one.finding;
    QHash<QString, QList<const Finding *>> found;
    QStringList said;
    for (const Finding &finding : result.findings) {
        said << finding.rule + u' ' + finding.kind + u' ' + severityText(finding.severity) + u' ' +
                    finding.herbs.join(u'+');
        found[said.last()] << &finding;
    }
    expected.sort();
    said.sort();
    if (expected != said)
        return u"expected [%1], found [%2]"_qs.arg(expected.join(u", "_qs), said.join(u", "_qs));
    for (const Want &one : wanted.findings) {
        const QList<const Finding *> same = found.value(one.finding);
        const bool any = std::any_of(same.begin(), same.end(), [&one](const Finding *finding) {
            const auto inMessage = [finding](const QString &word) { return finding->messageZh.contains(word); };
            const auto inSource = [finding](const QString &word) { return finding->sourceZh.contains(word); };
            return std::all_of(one.message.begin(), one.message.end(), inMessage) &&
                   std::all_of(one.source.begin(), one.source.end(), inSource) &&
                   std::none_of(one.notInSource.begin(), one.notInSource.end(), inSource);
        });
        if (!any)
            return u"%1 without its words: %2"_qs.arg(one.finding, (one.message + one.source).join(u' '));
    }
    if (wanted.unknown != result.scope.unknown)
        return u"unknown: expected [%1], found [%2]"_qs.arg(wanted.unknown.join(u", "_qs),
                                                            result.scope.unknown.join(u", "_qs));
    if (wanted.unmatchedAllergies != result.scope.unmatchedAllergies)
        return u"unmatched allergies: expected [%1], found [%2]"_qs.arg(wanted.unmatchedAllergies.join(u", "_qs),
                                                                        result.scope.unmatchedAllergies.join(u", "_qs));
    return {};
}

} // namespace xinglin::naive
