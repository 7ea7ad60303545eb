#include "engines/safety/checkmessages.h"

namespace xinglin::safety {

namespace {

QString range(const Herb &herb)
{
    if (*herb.doseMin == *herb.doseMax)
        return herb.doseMax->gramText() + u" g"_qs;
    return herb.doseMin->gramText() + u"–"_qs + herb.doseMax->gramText() + u" g"_qs;
}

QString poisonEn(Toxicity toxicity)
{
    switch (toxicity) {
    case Toxicity::Severe:
        return u"highly toxic"_qs;
    case Toxicity::Toxic:
        return u"toxic"_qs;
    case Toxicity::Slight:
        return u"slightly toxic"_qs;
    case Toxicity::None:
        break;
    }
    return {};
}

/// "每日18 g（9 g × 2剂）" says where the figure comes from.
Sentence amountText(const Amount &amount)
{
    const QString total = amount.total.gramText() + u" g"_qs;
    Sentence text{u"每日用量%1"_qs.arg(total), u"%1 a day"_qs.arg(total)};
    if (amount.packets > 1) {
        text.zh += u"（每日%1剂合计）"_qs.arg(amount.packets);
        text.en += u" (%1 packets together)"_qs.arg(amount.packets);
    }
    if (amount.perDose && amount.times) {
        text.zh += u"分%1次服"_qs.arg(*amount.times);
        text.en += u" in %1 takings"_qs.arg(*amount.times);
    } else if (amount.perDose) {
        text.zh += u"，未注明每日次数，按一次计"_qs;
        text.en += u" (times a day not given, so counted as one taking)"_qs;
    }
    return text;
}

Sentence limitText(const Herb &herb)
{
    const QString each = herb.perDose ? u"每次"_qs : u"每日"_qs;
    const QString eachEn = herb.perDose ? u"a taking"_qs : u"a day"_qs;
    return {u"%1%2%3"_qs.arg(routeZh(herb.doseRoute), each, range(herb)),
            u"%1 %2 %3"_qs.arg(range(herb), eachEn, routeEn(herb.doseRoute))};
}

QString poisonZh(const Herb &herb)
{
    return herb.toxicity == Toxicity::None ? QString() : u"（%1）"_qs.arg(toxicityZh(herb.toxicity));
}

QString poisonClause(const Herb &herb)
{
    return herb.toxicity == Toxicity::None ? QString() : u", %1,"_qs.arg(poisonEn(herb.toxicity));
}

} // namespace

Named named(const QStringList &given, const Herb &herb)
{
    QStringList names = given;
    names.removeDuplicates();
    return {names.join(u'、'), u"%1 (%2)"_qs.arg(names.join(QStringLiteral(", ")), herb.english)};
}

Named elsewhere(const Named &piece, int number)
{
    return {u"%1（处方%2）"_qs.arg(piece.zh).arg(number), u"%1 in prescription %2"_qs.arg(piece.en).arg(number)};
}

Sentence pairSentence(const Incompatibility &group, const Named &a, const Named &b)
{
    const QString en = group.tradition == u"十八反" ? u"eighteen incompatibilities"_qs : u"nineteen antagonisms"_qs;
    if (group.rule == u"pair-contraindicated")
        return {u"%1与%2同用：属%3，药典载不宜同用。"_qs.arg(a.zh, b.zh, group.tradition),
                u"%1 and %2 stand together: the pharmacopoeia says that they should not be used together (%3)."_qs.arg(
                    a.en, b.en, en)};
    if (group.rule == u"pair-traditional")
        return {u"%1与%2同用：属%3歌诀，药典未载。"_qs.arg(a.zh, b.zh, group.tradition),
                u"%1 and %2 stand together: the rhyme of the %3 names the pair, the pharmacopoeia does not."_qs.arg(
                    a.en, b.en, en)};
    return {u"%1与%2同用：由%3类推，应谨慎。"_qs.arg(a.zh, b.zh, group.tradition),
            u"%1 and %2 stand together: caution, by analogy with the %3."_qs.arg(a.en, b.en, en)};
}

Sentence pregnancySentence(const Named &piece, PregnancyRule rule, Basis basis)
{
    const bool book = basis == Basis::Textbook;
    const QString where = book ? u"教材（药典未载）"_qs : u"药典"_qs;
    const QString whereEn = book ? u"a textbook, not the pharmacopoeia,"_qs : u"the pharmacopoeia"_qs;
    const QString what = rule == PregnancyRule::Forbidden ? u"forbids it in pregnancy"_qs
                         : rule == PregnancyRule::Avoid   ? u"says to avoid it in pregnancy"_qs
                                                          : u"asks for caution in pregnancy"_qs;
    return {u"患者妊娠，%1：%2载妊娠%3。"_qs.arg(piece.zh, where, pregnancyZh(rule)),
            u"The patient is pregnant and %1 is prescribed: %2 %3."_qs.arg(piece.en, whereEn, what)};
}

Sentence coatedPregnancySentence(const Named &piece)
{
    return {
        u"患者妊娠，%1以朱砂拌制：药典载朱砂妊娠禁用。"_qs.arg(piece.zh),
        u"The patient is pregnant and %1 is dusted with cinnabar, which the pharmacopoeia forbids in pregnancy."_qs.arg(
            piece.en)};
}

Sentence aboveSentence(const Named &piece, const Herb &herb, const Amount &amount, bool twice)
{
    const Sentence given = amountText(amount);
    const Sentence limit = limitText(herb);
    return {u"%1%2%3，%4上限（%5）。"_qs.arg(piece.zh, poisonZh(herb), given.zh, twice ? u"超过两倍"_qs : u"超过"_qs,
                                             limit.zh),
            u"%1%2 is above %3: %4, limit %5."_qs.arg(
                piece.en, poisonClause(herb), twice ? u"twice its limit"_qs : u"its limit"_qs, given.en, limit.en)};
}

Sentence togetherSentence(const Named &piece, const Herb &herb, const Amount &sum, const QList<int> &numbers,
                          bool ownRoute)
{
    QStringList others;
    for (const int number : numbers)
        others << QString::number(number);
    const Sentence given = amountText(sum);
    const Sentence limit = limitText(herb);
    const QString with = u"（与处方%1合计）"_qs.arg(others.join(u'、'));
    const QString withEn =
        (others.size() > 1 ? u" together with prescriptions %1"_qs : u" together with prescription %1"_qs)
            .arg(others.join(QStringLiteral(", ")));
    if (ownRoute)
        return {u"%1%2%3%4，超过上限（%5）。"_qs.arg(piece.zh, poisonZh(herb), given.zh, with, limit.zh),
                u"%1%2 is above its limit%3: %4, limit %5."_qs.arg(piece.en, poisonClause(herb), withEn, given.en,
                                                                   limit.en)};
    return {u"%1%2%3%4，超过唯一的限量，而该限量属他种用法（%5）。"_qs.arg(piece.zh, poisonZh(herb), given.zh, with,
                                                                           limit.zh),
            u"%1%2%3 at %4 exceeds the only limit known, which is of another way of taking (%5)."_qs.arg(
                piece.en, poisonClause(herb), withEn, given.en, limit.en)};
}

Sentence otherRouteSentence(const Named &piece, const Herb &herb, const Amount &amount)
{
    const Sentence given = amountText(amount);
    const Sentence limit = limitText(herb);
    return {
        u"%1%2%3，仅有他种用法的限量（%4），本用法无限量可依。"_qs.arg(piece.zh, poisonZh(herb), given.zh, limit.zh),
        u"%1%2 at %3 has no limit for this way of taking and exceeds the only one known (%4)."_qs.arg(
            piece.en, poisonClause(herb), given.en, limit.en)};
}

Sentence belowSentence(const Named &piece, const Herb &herb, const Amount &amount)
{
    const Sentence given = amountText(amount);
    const Sentence limit = limitText(herb);
    return {u"%1%2，低于常用量（%3）。"_qs.arg(piece.zh, given.zh, limit.zh),
            u"%1 is below its usual range: %2, range %3."_qs.arg(piece.en, given.en, limit.en)};
}

Sentence noLimitSentence(const Named &piece, const Herb &herb)
{
    return {u"%1%2内服，资料中无内服限量。"_qs.arg(piece.zh, poisonZh(herb)),
            u"%1%2 is taken by mouth, and no oral limit is known for it."_qs.arg(piece.en, poisonClause(herb))};
}

Sentence noDoseSentence(const Named &piece, const Herb &herb)
{
    return {u"%1%2未写克数，用量未能核对。"_qs.arg(piece.zh, poisonZh(herb)),
            u"%1%2 has no amount in grams, so its dose could not be checked."_qs.arg(piece.en, poisonClause(herb))};
}

Sentence externalSentence(const Named &piece)
{
    return {u"%1仅供外用，不可内服。"_qs.arg(piece.zh),
            u"%1 is for external use only and must not be taken by mouth."_qs.arg(piece.en)};
}

Sentence bannedSentence(const Named &piece, bool byMouth)
{
    if (byMouth)
        return {u"%1已取消药用标准或禁止药用，不可内服。"_qs.arg(piece.zh),
                u"%1 is no longer a lawful or accepted drug and must not be taken."_qs.arg(piece.en)};
    return {u"%1已取消药用标准或禁止药用。"_qs.arg(piece.zh),
            u"%1 is no longer a lawful or accepted drug."_qs.arg(piece.en)};
}

Sentence notDecoctedSentence(const Named &piece, const Herb &herb, Route route)
{
    const QString way = herb.doseRoute == DoseRoute::Wine ? u"浸酒"_qs : u"入丸散"_qs;
    const QString wayEn = herb.doseRoute == DoseRoute::Wine ? u"steeped in wine"_qs : u"taken in pills or powders"_qs;
    const bool granule = route == Route::Granule;
    return {
        u"%1应%2，不宜%3；其限量不能与本方用量比较。"_qs.arg(piece.zh, way, granule ? u"作配方颗粒"_qs : u"入煎剂"_qs),
        u"%1 is to be %2 and does not belong in a %3; its limit cannot be compared with this amount."_qs.arg(
            piece.en, wayEn, granule ? u"granule prescription"_qs : u"decoction"_qs)};
}

Sentence allergySentence(const Named &piece, const Sentence &allergy, bool exact)
{
    if (exact)
        return {u"患者对%1过敏，处方中有%2。"_qs.arg(allergy.zh, piece.zh),
                u"The patient is allergic to %1, and %2 is prescribed."_qs.arg(allergy.en, piece.en)};
    return {u"患者对%1过敏，%2与之同类或同源。"_qs.arg(allergy.zh, piece.zh),
            u"The patient is allergic to %1; %2 is of the same class or origin."_qs.arg(allergy.en, piece.en)};
}

Sentence coatingSentence(const Named &piece)
{
    return {u"%1以朱砂拌制，所含朱砂量未能核对，朱砂有毒且不宜入煎。"_qs.arg(piece.zh),
            u"%1 is dusted with cinnabar, which is toxic and not to be boiled; its amount could not be checked."_qs.arg(
                piece.en)};
}

Sentence duplicateSentence(const Named &piece, int lines)
{
    return {u"%1在处方中出现%2次，用量已合计。"_qs.arg(piece.zh, QString::number(lines)),
            u"%1 stands on %2 lines; their amounts were added up."_qs.arg(piece.en, QString::number(lines))};
}

Sentence sourceText(Basis basis)
{
    switch (basis) {
    case Basis::Pharmacopoeia:
        return {u"《中国药典》2020年版一部"_qs, u"Chinese Pharmacopoeia 2020, volume 1"_qs};
    case Basis::Textbook:
        return {u"中药学教材"_qs, u"textbook of Chinese materia medica"_qs};
    case Basis::None:
        break;
    }
    return catalogueSource();
}

Sentence pairSource(const Incompatibility &group)
{
    const QString verse = group.verse.isEmpty() ? group.tradition : group.tradition + u"「"_qs + group.verse + u"」"_qs;
    if (!group.pharmacopoeia)
        return {verse, verse};
    const Sentence book = sourceText(Basis::Pharmacopoeia);
    return {verse + u"；"_qs + book.zh, verse + u"; "_qs + book.en};
}

Sentence catalogueSource()
{
    return {u"杏林药味目录"_qs, u"Xinglin herb catalogue"_qs};
}

} // namespace xinglin::safety
