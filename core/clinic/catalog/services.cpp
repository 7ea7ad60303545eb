#include "clinic/catalog/services.h"

#include "base/text/pinyin.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace xinglin {

namespace {

struct NamedKind
{
    TherapyKind kind;
    const char *name;
};
constexpr NamedKind kinds[] = {
    {TherapyKind::Acupuncture, "acupuncture"},
    {TherapyKind::Moxibustion, "moxibustion"},
    {TherapyKind::Cupping, "cupping"},
    {TherapyKind::Scraping, "scraping"},
    {TherapyKind::Tuina, "tuina"},
    {TherapyKind::Ear, "ear"},
    {TherapyKind::Application, "application"},
    {TherapyKind::Steam, "steam"},
    {TherapyKind::Physiotherapy, "physiotherapy"},
    {TherapyKind::Other, "other"},
};

/// Categories of services.json that are treatments.
struct CategoryKind
{
    const char *category;
    TherapyKind kind;
};
constexpr CategoryKind categories[] = {
    {"acupuncture", TherapyKind::Acupuncture},
    {"moxibustion", TherapyKind::Moxibustion},
    {"cupping", TherapyKind::Cupping},
    {"guasha", TherapyKind::Scraping},
    {"tuina", TherapyKind::Tuina},
    {"bonesetting", TherapyKind::Tuina},
    {"ear", TherapyKind::Ear},
    {"application", TherapyKind::Application},
    {"steam", TherapyKind::Steam},
    {"physio", TherapyKind::Physiotherapy},
    {"pediatric", TherapyKind::Other},
    {"anorectal", TherapyKind::Other},
    {"exercise", TherapyKind::Other},
};

TherapyParameter parameter(const char *code, const char *unit, const char *typed, const char *zh, const char *en,
                           const char *unitZh, const char *unitEn, double most)
{
    const auto text = [](const char *one) { return QString::fromUtf8(one); };
    return {text(code), text(unit), text(typed), text(zh), text(en), text(unitZh), text(unitEn), most};
}

struct Parameters
{
    TherapyParameter cones = parameter("cones", "{cone}", "zh", "壮数", "Cones", "壮", "cones", 500);
    TherapyParameter cups = parameter("cups", "{cup}", "g", "罐数", "Cups", "罐", "cups", 60);
    TherapyParameter seeds = parameter("seeds", "{seed}", "l", "粒数", "Seeds", "粒", "seeds", 60);
    TherapyParameter frequency = parameter("frequency", "Hz", "hz", "频率", "Frequency", "Hz", "Hz", 100000);
    TherapyParameter current = parameter("current", "mA", "ma", "电流", "Current", "mA", "mA", 200);
    TherapyParameter power = parameter("power", "W", "watt", "功率", "Power", "W", "W", 1000);
    TherapyParameter intensity = parameter("intensity", "W/cm2", "wcm", "强度", "Intensity", "W/cm²", "W/cm²", 5);
    TherapyParameter temperature = parameter("temperature", "Cel", "c", "温度", "Temperature", "℃", "°C", 70);
    TherapyParameter distance = parameter("distance", "cm", "cm", "距离", "Distance", "cm", "cm", 200);
    TherapyParameter weight = parameter("weight", "kg", "kg", "牵引重量", "Traction", "kg", "kg", 60);
    TherapyParameter hours = parameter("hours", "h", "h", "保留", "Left on", "小时", "h", 48);

    QList<TherapyParameter> of(TherapyKind kind) const
    {
        switch (kind) {
        case TherapyKind::Acupuncture:
            return {frequency, current};
        case TherapyKind::Moxibustion:
            return {cones, distance};
        case TherapyKind::Cupping:
            return {cups};
        case TherapyKind::Tuina:
            return {weight};
        case TherapyKind::Ear:
            return {seeds};
        case TherapyKind::Application:
            return {hours, temperature};
        case TherapyKind::Steam:
            return {temperature};
        case TherapyKind::Physiotherapy:
            return {frequency, current, power, intensity, temperature, distance};
        case TherapyKind::Scraping:
        case TherapyKind::Other:
            return {};
        }
        Q_UNREACHABLE();
    }
};

} // namespace

QString toText(TherapyKind kind)
{
    for (const NamedKind &named : kinds) {
        if (named.kind == kind)
            return QLatin1String(named.name);
    }
    Q_UNREACHABLE();
}

std::optional<TherapyKind> therapyKindFrom(const QString &text)
{
    for (const NamedKind &named : kinds) {
        if (text == QLatin1String(named.name))
            return named.kind;
    }
    return std::nullopt;
}

const QList<TherapyParameter> &therapyParameters(TherapyKind kind)
{
    static const QHash<int, QList<TherapyParameter>> all = [] {
        const Parameters parameters;
        QHash<int, QList<TherapyParameter>> lists;
        for (const NamedKind &named : kinds)
            lists.insert(static_cast<int>(named.kind), parameters.of(named.kind));
        return lists;
    }();
    return *all.constFind(static_cast<int>(kind));
}

const TherapyParameter *therapyParameter(const QString &code)
{
    for (const NamedKind &named : kinds) {
        for (const TherapyParameter &one : therapyParameters(named.kind)) {
            if (one.code == code)
                return &one;
        }
    }
    return nullptr;
}

Result<ServiceList> ServiceList::fromJson(const QByteArray &json)
{
    const auto damaged = [](const QString &detail) {
        return Error{Code::Damaged,
                     QCoreApplication::translate("Vocabulary", "The reference data cannot be read."),
                     {},
                     QStringLiteral("services.json: ") + detail};
    };
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    QList<TermGroup> groups;
    for (const QJsonValue value : root.value(u"categories").toArray())
        groups.append({value[u"id"].toString(), value[u"zh"].toString(), value[u"en"].toString(), false});
    ServiceList list;
    QList<Term> therapies;
    for (const QJsonValue value : root.value(u"services").toArray()) {
        Service one{value[u"id"].toString(), value[u"category"].toString(),     value[u"zh"].toString(),
                    value[u"en"].toString(), value[u"default_minutes"].toInt(), {}};
        const bool known = std::any_of(groups.cbegin(), groups.cend(),
                                       [&](const TermGroup &group) { return group.id == one.category; });
        if (one.id.isEmpty() || one.zh.isEmpty() || one.en.isEmpty() || one.minutes <= 0 || !known)
            return damaged(QStringLiteral("services[%1]").arg(list.m_services.size()));
        for (const CategoryKind &category : categories) {
            if (one.category == QLatin1String(category.category))
                one.therapy = category.kind;
        }
        if (one.therapy) {
            Term term;
            term.id = one.id;
            term.group = toText(*one.therapy);
            term.zh = one.zh;
            term.en = one.en;
            term.initials = termInitials(one.zh);
            term.pinyin = termPinyin(one.zh).remove(u' ');
            therapies << term;
        }
        list.m_byId.insert(one.id, list.m_services.size());
        list.m_services << one;
    }
    if (therapies.isEmpty())
        return damaged(QStringLiteral("no treatments"));
    list.m_therapies = Vocabulary({}, therapies);
    return list;
}

const Service *ServiceList::find(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_services.at(*found);
}

const Service *ServiceList::named(const QString &name) const
{
    const auto found = std::find_if(m_services.begin(), m_services.end(), [&](const Service &one) {
        return one.zh == name || one.en.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_services.end() ? nullptr : &*found;
}

QList<const Service *> ServiceList::completeTherapies(const QString &typed, int limit,
                                                      std::optional<TherapyKind> kind) const
{
    QList<const Service *> found;
    for (const Term &term : m_therapies.complete(typed, kind ? toText(*kind) : QString(), limit))
        found << find(term.id);
    return found;
}

} // namespace xinglin
