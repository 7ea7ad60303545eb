#include "engines/points/pointcatalog.h"
#include "engines/points/pointreading.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace xinglin::points {

namespace {

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue one : value.toArray())
        list << one.toString();
    return list;
}

std::optional<double> numberOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

bool holds(const QList<NamedType> &types, const QString &id)
{
    return std::any_of(types.begin(), types.end(), [&](const NamedType &type) { return type.id == id; });
}

/// What the files do not say in fields of their own: extra points on the midline or on one side only, and those that
/// are several points under one name. From their locations (WHO 2008, the national textbook).
struct Shape
{
    const char *id;
    std::optional<Side> onlySide;
    int needles;
};
constexpr Shape shapes[] = {
    {"ex_hn1", Side::Midline, 4}, // around GV20
    {"ex_hn3", Side::Midline, 1},
    {"ex_hn10", Side::Midline, 1},
    {"ex_hn11", Side::Midline, 1},
    {"ex_hn12", Side::Left, 1},
    {"ex_hn13", Side::Right, 1},
    {"ex_b5", Side::Midline, 1},
    {"ex_b8", Side::Midline, 1},
    {"ex_b9", Side::Midline, 1},
    {"ex_ue2", {}, 2},
    {"ex_ue7", {}, 2},
    {"ex_ue9", {}, 4},
    {"ex_ue10", {}, 4},
    {"ex_ue11", {}, 5},
    {"ex_le1", {}, 2},
    {"ex_le5", {}, 2},
    {"ex_le10", {}, 4},
    {"ex_le12", {}, 5},
};

} // namespace

class PointFilesReader
{
public:
    Result<PointCatalog> read(const PointFiles &files)
    {
        readMeridians(files.meridians);
        readPoints(files.points);
        readRules(files.rules);
        if (m_refused)
            return *m_refused;
        m_catalog.index();
        return std::move(m_catalog);
    }

private:
    void wrong(const QString &place)
    {
        if (!m_refused)
            m_refused = Error{Code::Damaged,
                              QCoreApplication::translate("Vocabulary", "The reference data cannot be read."),
                              {},
                              place};
    }

    QList<NamedType> types(const QJsonValue &value, const char *idKey, const QString &place)
    {
        QList<NamedType> list;
        for (const QJsonValue one : value.toArray()) {
            const QJsonObject from = one.toObject();
            list.append({from.value(QLatin1String(idKey)).toString(), from.value(u"zh").toString(),
                         from.value(u"en").toString()});
            if (list.last().id.isEmpty() || list.last().zh.isEmpty() || list.last().en.isEmpty())
                wrong(QStringLiteral("%1[%2]").arg(place).arg(list.size() - 1));
        }
        if (list.isEmpty())
            wrong(place);
        return list;
    }

    void readMeridians(const QByteArray &bytes)
    {
        const QJsonObject root = QJsonDocument::fromJson(bytes).object();
        QJsonArray all = root.value(u"meridians").toArray();
        for (const QJsonValue other : root.value(u"other").toArray()) {
            all.append(other);
            m_catalog.m_regions << types(other.toObject().value(u"regions"), "code",
                                         QStringLiteral("meridians.json: regions"));
        }
        for (const QJsonValue value : all) {
            const QJsonObject from = value.toObject();
            Meridian one;
            one.id = from.value(u"id").toString();
            one.code = from.value(u"code").toString();
            one.zh = from.value(u"zh").toString();
            one.zhShort = from.value(u"zh_short").toString();
            one.en = from.value(u"en").toString();
            one.enShort = from.value(u"en_short").toString();
            one.otherCodes = texts(from.value(u"alt_codes"));
            // 胃经 is the end of 足阳明胃经.
            const QStringList syllables = syllablesOf(from.value(u"pinyin").toString().remove(u' '));
            const QStringList ending = syllables.mid(std::max<qsizetype>(0, syllables.size() - one.zhShort.size()));
            one.pinyin = ending.join(QString());
            for (const QString &syllable : ending)
                one.initials += syllable.front();
            if (one.id.isEmpty() || one.code.isEmpty() || one.zhShort.isEmpty() || one.enShort.isEmpty() ||
                one.pinyin.isEmpty())
                wrong(QStringLiteral("meridians.json: meridians[%1]").arg(m_catalog.m_meridians.size()));
            m_catalog.m_meridians << one;
        }
        if (m_catalog.m_meridians.isEmpty())
            wrong(QStringLiteral("meridians.json: meridians"));
    }

    void readPoints(const QByteArray &bytes)
    {
        const QJsonObject root = QJsonDocument::fromJson(bytes).object();
        m_catalog.m_special =
            types(root.value(u"special_types"), "id", QStringLiteral("acupoints.json: special_types"));
        m_catalog.m_cautions =
            types(root.value(u"caution_types"), "id", QStringLiteral("acupoints.json: caution_types"));
        m_catalog.m_bases =
            types(root.value(u"pregnancy_bases"), "id", QStringLiteral("acupoints.json: pregnancy_bases"));
        m_catalog.m_angles = types(root.value(u"angle_types"), "id", QStringLiteral("acupoints.json: angle_types"));
        for (const QJsonValue value : root.value(u"points").toArray())
            readPoint(value.toObject());
        if (m_catalog.m_points.isEmpty())
            wrong(QStringLiteral("acupoints.json: points"));
        AcuPoint ashi;
        ashi.id = PointCatalog::Ashi;
        ashi.zh = QStringLiteral("阿是穴");
        ashi.en = QStringLiteral("Ashi point");
        ashi.pinyin = QStringLiteral("Āshìxué");
        ashi.syllables = syllablesOf(ashi.pinyin);
        ashi.initials = QStringLiteral("asx");
        ashi.meridian = QStringLiteral("ex");
        ashi.locationZh = QStringLiteral("压痛处");
        ashi.locationEn = QStringLiteral("Where pressing hurts");
        ashi.onlySide = Side::Midline; // one place, wherever it is
        ashi.located = false;
        m_catalog.m_points << ashi;
    }

    void readPoint(const QJsonObject &from)
    {
        const auto text = [&](const char *key) { return from.value(QLatin1String(key)).toString(); };
        const QString place = QStringLiteral("acupoints.json: points[%1]").arg(m_catalog.m_points.size());
        AcuPoint one;
        one.id = text("id");
        one.code = text("code");
        one.zh = text("zh");
        one.en = text("en");
        one.pinyin = text("pinyin");
        one.syllables = syllablesOf(one.pinyin);
        for (const QString &syllable : std::as_const(one.syllables))
            one.initials += syllable.front();
        one.meridian = text("meridian");
        one.seq = from.value(u"seq").toInt();
        one.locationZh = text("loc_zh");
        one.locationEn = text("loc_en");
        one.depthMinCun = numberOf(from.value(u"depth_min_cun"));
        one.depthMaxCun = numberOf(from.value(u"depth_max_cun"));
        one.angles = texts(from.value(u"angles"));
        one.pregnancyCaution = from.value(u"pregnancy_caution").toBool();
        one.pregnancyBasis = text("pregnancy_basis");
        one.cautions = texts(from.value(u"cautions"));
        one.special = texts(from.value(u"special"));
        one.otherCodes = texts(from.value(u"alt_codes"));
        one.aliases = texts(from.value(u"aliases"));
        one.noteZh = text("note_zh");
        one.noteEn = text("note_en");
        if (one.id.isEmpty() || one.zh.isEmpty() || one.en.isEmpty() || one.locationZh.isEmpty() ||
            one.locationEn.isEmpty() || one.syllables.size() != one.zh.size())
            wrong(place);
        if (!from.value(u"pregnancy_caution").isBool() || !from.value(u"cautions").isArray())
            wrong(place + QStringLiteral(": cautions"));
        if (one.pregnancyCaution != holds(m_catalog.m_bases, one.pregnancyBasis))
            wrong(place + QStringLiteral(".pregnancy_basis"));
        for (const QString &caution : std::as_const(one.cautions)) {
            if (!holds(m_catalog.m_cautions, caution))
                wrong(place + QStringLiteral(".cautions"));
        }
        for (const QString &special : std::as_const(one.special)) {
            if (!holds(m_catalog.m_special, special.section(u':', 0, 0)))
                wrong(place + QStringLiteral(".special"));
        }
        if (one.depthMinCun.has_value() != one.depthMaxCun.has_value())
            wrong(place + QStringLiteral(".depth_min_cun"));
        if (!m_catalog.meridian(one.meridian))
            wrong(place + QStringLiteral(".meridian"));
        addShape(one);
        m_catalog.m_points << one;
    }

    void addShape(AcuPoint &one) const
    {
        if (one.meridian == u"gv" || one.meridian == u"cv")
            one.onlySide = Side::Midline;
        for (const Shape &shape : shapes) {
            if (one.id == QLatin1String(shape.id)) {
                one.onlySide = shape.onlySide;
                one.needles = shape.needles;
            }
        }
        for (const NamedType &region : m_catalog.m_regions) {
            if (one.code.startsWith(region.id) && one.code.size() > region.id.size() &&
                one.code.at(region.id.size()).isDigit())
                one.region = region.id;
        }
    }

    void readRules(const QByteArray &bytes)
    {
        for (const QJsonValue value : QJsonDocument::fromJson(bytes).object().value(u"rules").toArray()) {
            const QJsonObject from = value.toObject();
            PointRule rule;
            rule.rule = from.value(u"rule").toString();
            rule.kind = from.value(u"kind").toString();
            rule.zh = from.value(u"zh").toString();
            rule.en = from.value(u"en").toString();
            const QString severity = from.value(u"severity").toString();
            bool known = false;
            for (const Severity one : {Severity::Severe, Severity::Warning, Severity::Note}) {
                if (severityText(one) == severity) {
                    rule.severity = one;
                    known = true;
                }
            }
            if (!known || rule.rule.isEmpty() || rule.zh.isEmpty() || rule.en.isEmpty())
                wrong(QStringLiteral("point_rules.json: rules[%1]").arg(m_catalog.m_rules.size()));
            m_catalog.m_rules << rule;
        }
        // Each caution and each basis of pregnancy has its rule, so that no point's warning can be lost.
        QStringList needed{QStringLiteral("depth-above-range"), QStringLiteral("depth-without-range"),
                           QStringLiteral("duplicate"), QStringLiteral("caution-infant_fontanelle-infant")};
        for (const NamedType &caution : std::as_const(m_catalog.m_cautions))
            needed << QStringLiteral("caution-") + caution.id;
        for (const NamedType &basis : std::as_const(m_catalog.m_bases))
            needed << QStringLiteral("pregnancy-") + basis.id;
        for (const QString &rule : std::as_const(needed)) {
            if (!m_catalog.rule(rule))
                wrong(QStringLiteral("point_rules.json: no rule ") + rule);
        }
    }

    PointCatalog m_catalog;
    std::optional<Error> m_refused;
};

Result<PointCatalog> PointCatalog::fromJson(const PointFiles &files)
{
    return PointFilesReader().read(files);
}

} // namespace xinglin::points
