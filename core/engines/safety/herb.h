#pragma once

#include "base/mass.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace xinglin::safety {

/// The way of taking that a dose range belongs to. Ranges of different routes are never compared with each other.
enum class DoseRoute {
    None,            ///< The source names no range.
    Decoction,       ///< 煎服
    PillOrPowder,    ///< 入丸散
    GroundSwallowed, ///< 研末服
    Dissolved,       ///< 冲服
    Infusion,        ///< 泡服
    Stewed,          ///< 炖服
    Wine,            ///< 浸酒
    Swallowed,       ///< 吞服
    External,        ///< 外用
};

/// Toxicity grade; for pharmacopoeia pieces exactly the grade printed there.
enum class Toxicity { None, Slight, Toxic, Severe };

/// Rule for pregnancy. None means "no statement found", never "safe".
enum class PregnancyRule { None, Caution, Avoid, Forbidden };

/// Where a dose range or pregnancy rule comes from.
enum class Basis { None, Pharmacopoeia, Textbook };

/// One herb, decoction piece or food adjunct of the catalogue. Source: resources/catalog/SOURCE.md.
struct Herb
{
    QString id;            ///< Stable pinyin slug, "ma-huang".
    QString nameZh;        ///< Pharmacopoeia name where there is one.
    QStringList aliases;   ///< Other names of the same piece.
    QStringList processed; ///< Names of processed pieces that share this record's limits.
    QString pinyin;        ///< "ma huang"
    QString initials;      ///< "mh"
    QString latin;         ///< Empty where none is sure.
    QString english;
    QString category; ///< Id of an efficacy class.
    QString categoryZh;
    QString nature;              ///< One of herbNatures().
    QStringList flavours;        ///< Of herbFlavours().
    QStringList meridians;       ///< The channels it enters, of herbMeridians(); may be empty.
    std::optional<Mass> doseMin; ///< Adult oral range a day, dried piece; both ends or none.
    std::optional<Mass> doseMax;
    DoseRoute doseRoute = DoseRoute::None;
    Basis doseBasis = Basis::None;
    bool perDose = false; ///< The range is for one taking, not for a day.
    Toxicity toxicity = Toxicity::None;
    PregnancyRule pregnancy = PregnancyRule::None;
    Basis pregnancyBasis = Basis::None;
    QString decoction;         ///< 先煎, 后下, 包煎 …; empty where nothing special is asked.
    bool externalOnly = false; ///< No oral dose may be accepted.
    bool banned = false;       ///< No longer a lawful or accepted drug.
    bool inPharmacopoeia = false;
    QString notes;
    int uses = 0; ///< How common it is: in how many classical formulas it stands, and above that its place among the
                  ///< commonest.
};

/// 大寒 寒 微寒 凉 平 微温 温 热 大热
const QStringList &herbNatures();
/// 辛 甘 酸 苦 咸 淡 涩, and the weak ones with 微.
const QStringList &herbFlavours();
/// The twelve channels by their organ: 肺, 大肠 …
const QStringList &herbMeridians();
/// 煎服, 入丸散 …; empty for None.
QString routeZh(DoseRoute route);
/// "decocted", "in pills or powders" …; empty for None.
QString routeEn(DoseRoute route);
/// 大毒, 有毒, 小毒; empty for None.
QString toxicityZh(Toxicity toxicity);
/// 禁用, 忌用, 慎用; empty for None.
QString pregnancyZh(PregnancyRule rule);

} // namespace xinglin::safety
