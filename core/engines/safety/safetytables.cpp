#include "engines/safety/safetytables.h"

#include "engines/safety/jsonfields.h"

#include <QCoreApplication>

namespace xinglin::safety {

namespace {

QString noSuchHerb(const QString &id)
{
    return QCoreApplication::translate("xinglin::safety::SafetyTables", "There is no herb with the id %1.").arg(id);
}

QSet<QString> herbIds(JsonFields &fields, const QString &key, const HerbCatalog &herbs, bool mayBeEmpty)
{
    const QStringList ids = fields.texts(key);
    for (const QString &id : ids) {
        if (!herbs.find(id))
            fields.fault(key, noSuchHerb(id));
    }
    if (ids.isEmpty() && !mayBeEmpty)
        fields.wrong(key, JsonTrouble::listWanted());
    return QSet<QString>(ids.begin(), ids.end());
}

} // namespace

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Severe:
        return u"severe"_qs;
    case Severity::Warning:
        return u"warning"_qs;
    case Severity::Note:
        break;
    }
    return u"note"_qs;
}

const QStringList &SeverityTable::rules()
{
    static const QStringList list = {u"pair-contraindicated"_qs,
                                     u"pair-traditional"_qs,
                                     u"pair-caution"_qs,
                                     u"pregnancy-forbidden"_qs,
                                     u"pregnancy-avoid"_qs,
                                     u"pregnancy-caution"_qs,
                                     u"pregnancy-forbidden-textbook"_qs,
                                     u"pregnancy-avoid-textbook"_qs,
                                     u"pregnancy-caution-textbook"_qs,
                                     u"external-by-mouth"_qs,
                                     u"banned-by-mouth"_qs,
                                     u"banned-external"_qs,
                                     u"toxic-above-limit"_qs,
                                     u"toxic-above-limit-other-route"_qs,
                                     u"toxic-severe-without-limit"_qs,
                                     u"toxic-without-limit"_qs,
                                     u"toxic-without-dose"_qs,
                                     u"dose-above-double"_qs,
                                     u"dose-above-limit"_qs,
                                     u"dose-below-minimum"_qs,
                                     u"route-not-decocted"_qs,
                                     u"allergy-exact"_qs,
                                     u"allergy-class"_qs,
                                     u"cinnabar-coating"_qs,
                                     u"duplicate"_qs};
    return list;
}

Result<SeverityTable> SeverityTable::fromJson(const QByteArray &bytes)
{
    JsonTrouble trouble(u"severities.json"_qs);
    JsonFields file(trouble.parse(bytes), QString(), trouble);
    SeverityTable table;
    const QJsonArray rows = file.list(u"rules"_qs);
    for (qsizetype i = 0; i < rows.size() && !trouble.any(); ++i) {
        JsonFields row(rows.at(i), file.place(u"rules"_qs, i), trouble);
        SeverityRule rule{row.text(u"rule"_qs), row.text(u"kind"_qs), Severity::Note};
        const QString severity = row.text(u"severity"_qs);
        if (severity == u"severe")
            rule.severity = Severity::Severe;
        else if (severity == u"warning")
            rule.severity = Severity::Warning;
        else if (severity != u"note")
            row.wrong(u"severity"_qs, u"severe, warning, note"_qs);
        if (!rules().contains(rule.rule) || table.m_rules.contains(rule.rule))
            row.fault(u"rule"_qs, QCoreApplication::translate("xinglin::safety::SafetyTables",
                                                              "The rule %1 is unknown or stands here twice.")
                                      .arg(rule.rule));
        table.m_rules.insert(rule.rule, rule);
    }
    for (const QString &rule : rules()) {
        if (!trouble.any() && !table.m_rules.contains(rule))
            file.fault(
                u"rules"_qs,
                QCoreApplication::translate("xinglin::safety::SafetyTables", "The rule %1 is missing.").arg(rule));
    }
    if (trouble.any())
        return trouble.error();
    return table;
}

Result<Incompatibilities> Incompatibilities::fromJson(const QByteArray &bytes, const HerbCatalog &herbs)
{
    JsonTrouble trouble(u"incompatibilities.json"_qs);
    const QJsonValue root = trouble.parse(bytes);
    if (!trouble.any() && (!root.isArray() || root.toArray().isEmpty()))
        trouble.wrong(QString(), JsonTrouble::listWanted());
    Incompatibilities found;
    const QJsonArray rows = root.toArray();
    for (qsizetype i = 0; i < rows.size() && !trouble.any(); ++i) {
        JsonFields row(rows.at(i), QStringLiteral("incompatibilities[%1]").arg(i), trouble);
        Incompatibility group;
        group.id = row.text(u"id"_qs);
        group.tradition = row.text(u"tradition"_qs);
        group.verse = row.textOrNull(u"verse_zh"_qs);
        group.pharmacopoeia = row.flag(u"chp2020"_qs);
        group.note = row.textOrNull(u"note"_qs);
        group.rule = u"pair-"_qs + row.text(u"severity"_qs);
        if (!SeverityTable::rules().contains(group.rule))
            row.wrong(u"severity"_qs, u"contraindicated, traditional, caution"_qs);
        group.a = herbIds(row, u"a"_qs, herbs, false);
        group.b = herbIds(row, u"b"_qs, herbs, false);
        found.m_groups << group;
        for (const QString &herb : group.a | group.b)
            found.m_groupsOf[herb] << i;
    }
    if (trouble.any())
        return trouble.error();
    return found;
}

Result<Allergens> Allergens::fromJson(const QByteArray &bytes, const HerbCatalog &herbs)
{
    JsonTrouble trouble(u"allergens.json"_qs);
    JsonFields file(trouble.parse(bytes), QString(), trouble);
    Allergens found;
    const QJsonArray rows = file.list(u"allergens"_qs);
    for (qsizetype i = 0; i < rows.size() && !trouble.any(); ++i) {
        JsonFields row(rows.at(i), file.place(u"allergens"_qs, i), trouble);
        Allergen allergen;
        allergen.id = row.text(u"id"_qs);
        allergen.nameZh = row.text(u"zh"_qs);
        allergen.nameEn = row.text(u"en"_qs);
        allergen.aliases = row.textsOrNone(u"aliases"_qs);
        allergen.exact = herbIds(row, u"exact"_qs, herbs, true);
        allergen.related = herbIds(row, u"class"_qs, herbs, true);
        allergen.process = row.textOrNull(u"process"_qs);
        allergen.source = row.text(u"source"_qs);
        QStringList names = allergen.aliases;
        names << allergen.id << allergen.nameZh << allergen.nameEn;
        for (const QString &name : names) {
            if (found.find(name))
                row.fault(u"id"_qs, QCoreApplication::translate("xinglin::safety::SafetyTables",
                                                                "The name %1 already belongs to another allergen.")
                                        .arg(name));
        }
        found.m_list << allergen;
    }
    if (trouble.any())
        return trouble.error();
    return found;
}

const Allergen *Allergens::find(const QString &idOrName) const
{
    QString wanted = idOrName.normalized(QString::NormalizationForm_KC).simplified();
    for (const QString &tail : {u"过敏史"_qs, u"过敏"_qs, u" allergy"_qs}) {
        if (wanted.endsWith(tail, Qt::CaseInsensitive))
            wanted.chop(tail.size());
    }
    const auto same = [&wanted](const QString &name) { return name.compare(wanted, Qt::CaseInsensitive) == 0; };
    for (const Allergen &allergen : m_list) {
        bool found = same(allergen.id) || same(allergen.nameZh) || same(allergen.nameEn);
        for (const QString &name : allergen.aliases)
            found = found || same(name);
        if (found)
            return &allergen;
    }
    return nullptr;
}

Result<SafetyTables> SafetyTables::fromJson(const SafetyFiles &files)
{
    auto herbs = HerbCatalog::fromJson(files.herbs, files.herbNames, files.formulas);
    if (!herbs)
        return herbs.error();
    auto pairs = Incompatibilities::fromJson(files.incompatibilities, *herbs);
    if (!pairs)
        return pairs.error();
    auto allergens = Allergens::fromJson(files.allergens, *herbs);
    if (!allergens)
        return allergens.error();
    auto severities = SeverityTable::fromJson(files.severities);
    if (!severities)
        return severities.error();
    return SafetyTables{*herbs, *pairs, *allergens, *severities};
}

} // namespace xinglin::safety
