#include "engines/safety/herb.h"

namespace xinglin::safety {

const QStringList &herbNatures()
{
    static const QStringList list{u"大寒"_qs, u"寒"_qs, u"微寒"_qs, u"凉"_qs,  u"平"_qs,
                                  u"微温"_qs, u"温"_qs, u"热"_qs,   u"大热"_qs};
    return list;
}

const QStringList &herbFlavours()
{
    static const QStringList list{u"辛"_qs, u"甘"_qs,   u"酸"_qs,   u"苦"_qs,   u"咸"_qs,  u"淡"_qs,
                                  u"涩"_qs, u"微辛"_qs, u"微甘"_qs, u"微酸"_qs, u"微苦"_qs};
    return list;
}

const QStringList &herbMeridians()
{
    static const QStringList list{u"肺"_qs,   u"大肠"_qs, u"胃"_qs,   u"脾"_qs,   u"心"_qs, u"小肠"_qs,
                                  u"膀胱"_qs, u"肾"_qs,   u"心包"_qs, u"三焦"_qs, u"胆"_qs, u"肝"_qs};
    return list;
}

QString routeZh(DoseRoute route)
{
    switch (route) {
    case DoseRoute::Decoction:
        return u"煎服"_qs;
    case DoseRoute::PillOrPowder:
        return u"入丸散"_qs;
    case DoseRoute::GroundSwallowed:
        return u"研末服"_qs;
    case DoseRoute::Dissolved:
        return u"冲服"_qs;
    case DoseRoute::Infusion:
        return u"泡服"_qs;
    case DoseRoute::Stewed:
        return u"炖服"_qs;
    case DoseRoute::Wine:
        return u"浸酒"_qs;
    case DoseRoute::Swallowed:
        return u"吞服"_qs;
    case DoseRoute::External:
        return u"外用"_qs;
    case DoseRoute::None:
        break;
    }
    return {};
}

QString routeEn(DoseRoute route)
{
    switch (route) {
    case DoseRoute::Decoction:
        return u"decocted"_qs;
    case DoseRoute::PillOrPowder:
        return u"in pills or powders"_qs;
    case DoseRoute::GroundSwallowed:
        return u"ground and swallowed"_qs;
    case DoseRoute::Dissolved:
        return u"stirred into liquid"_qs;
    case DoseRoute::Infusion:
        return u"infused"_qs;
    case DoseRoute::Stewed:
        return u"stewed"_qs;
    case DoseRoute::Wine:
        return u"steeped in wine"_qs;
    case DoseRoute::Swallowed:
        return u"swallowed whole"_qs;
    case DoseRoute::External:
        return u"for external use"_qs;
    case DoseRoute::None:
        break;
    }
    return {};
}

QString toxicityZh(Toxicity toxicity)
{
    switch (toxicity) {
    case Toxicity::Severe:
        return u"大毒"_qs;
    case Toxicity::Toxic:
        return u"有毒"_qs;
    case Toxicity::Slight:
        return u"小毒"_qs;
    case Toxicity::None:
        break;
    }
    return {};
}

QString pregnancyZh(PregnancyRule rule)
{
    switch (rule) {
    case PregnancyRule::Forbidden:
        return u"禁用"_qs;
    case PregnancyRule::Avoid:
        return u"忌用"_qs;
    case PregnancyRule::Caution:
        return u"慎用"_qs;
    case PregnancyRule::None:
        break;
    }
    return {};
}

} // namespace xinglin::safety
