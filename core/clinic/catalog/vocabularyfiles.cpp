#include "clinic/catalog/vocabulary.h"

#include "base/text/pinyin.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace xinglin {

namespace {

Error damaged(const QString &detail)
{
    return {Code::Damaged, QCoreApplication::translate("Vocabulary", "The reference data cannot be read."), {}, detail};
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue one : value.toArray())
        list << one.toString();
    return list;
}

void addReading(Term &term, const QString &suffixes)
{
    QString name = term.zh;
    if (name.size() > 1 && !suffixes.isEmpty() && suffixes.contains(name.back()))
        name.chop(1);
    term.pinyin = termPinyin(name);
    for (const QString &syllable : term.pinyin.split(u' ', Qt::SkipEmptyParts))
        term.initials += syllable.front();
    term.pinyin.remove(u' ');
}

/// Text, names and reading that every vocabulary's entries share. @p suffixes: last characters that are not typed.
std::optional<Term> readTerm(const QJsonObject &from, const QString &suffixes)
{
    Term term;
    term.id = from.value(QStringLiteral("id")).toString();
    term.zh = from.value(QStringLiteral("zh")).toString();
    term.en = from.value(QStringLiteral("en")).toString();
    if (term.id.isEmpty() || term.zh.isEmpty() || term.en.isEmpty())
        return {};
    term.aliases = texts(from.value(QStringLiteral("aliases")));
    addReading(term, suffixes);
    return term;
}

} // namespace

Result<Vocabulary> tongueFromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    QList<TermGroup> groups;
    QStringList defaults;
    for (const QJsonValue value : root.value(QStringLiteral("groups")).toArray()) {
        const QJsonObject from = value.toObject();
        groups.append({from.value(QStringLiteral("id")).toString(), from.value(QStringLiteral("zh")).toString(),
                       from.value(QStringLiteral("en")).toString(), from.value(QStringLiteral("exclusive")).toBool()});
        defaults << from.value(QStringLiteral("default")).toString();
    }
    QHash<QString, QStringList> excludes;
    for (const QJsonValue value : root.value(QStringLiteral("excludes")).toArray()) {
        const QJsonObject from = value.toObject();
        excludes[from.value(QStringLiteral("a")).toString()] << texts(from.value(QStringLiteral("b")));
    }
    QList<Term> terms;
    for (const QJsonValue value : root.value(QStringLiteral("terms")).toArray()) {
        std::optional<Term> term = readTerm(value.toObject(), QStringLiteral("舌苔"));
        if (!term)
            return damaged(QStringLiteral("tongue.json: terms[%1]").arg(terms.size()));
        term->group = value.toObject().value(QStringLiteral("group")).toString();
        term->isDefault = defaults.contains(term->id);
        term->excludes = excludes.value(term->id);
        terms << *term;
    }
    if (groups.isEmpty() || terms.isEmpty())
        return damaged(QStringLiteral("tongue.json: no groups or terms"));
    return Vocabulary(groups, terms);
}

Result<Vocabulary> pulseFromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    QList<TermGroup> groups;
    for (const QJsonValue value : root.value(QStringLiteral("classes")).toArray()) {
        const QJsonObject from = value.toObject();
        groups.append({from.value(QStringLiteral("id")).toString(), from.value(QStringLiteral("zh")).toString(),
                       from.value(QStringLiteral("en")).toString(), false});
    }
    QList<Term> terms;
    QJsonArray entries = root.value(QStringLiteral("pulses")).toArray();
    for (const QJsonValue extra : root.value(QStringLiteral("extra")).toArray())
        entries.append(extra);
    for (const QJsonValue value : entries) {
        std::optional<Term> term = readTerm(value.toObject(), QStringLiteral("脉"));
        if (!term)
            return damaged(QStringLiteral("pulse.json: pulses[%1]").arg(terms.size()));
        term->group = value.toObject().value(QStringLiteral("class")).toString();
        term->excludes = texts(value.toObject().value(QStringLiteral("excludes")));
        term->isDefault = term->id == u"px_normal";
        terms << *term;
    }
    if (terms.isEmpty())
        return damaged(QStringLiteral("pulse.json: no pulses"));
    return Vocabulary(groups, terms);
}

Result<QList<Term>> pulsePositionsFromJson(const QByteArray &json)
{
    QList<Term> positions;
    const QJsonArray entries = QJsonDocument::fromJson(json).object().value(QStringLiteral("positions")).toArray();
    for (const QJsonValue value : entries) {
        std::optional<Term> term = readTerm(value.toObject(), {});
        if (!term)
            return damaged(QStringLiteral("pulse.json: positions[%1]").arg(positions.size()));
        term->group = value.toObject().value(QStringLiteral("organ_zh")).toString();
        term->aliases = {value.toObject().value(QStringLiteral("organ_en")).toString()};
        positions << *term;
    }
    if (positions.size() != 6)
        return damaged(QStringLiteral("pulse.json: not six positions"));
    return positions;
}

Result<Vocabulary> findingsFromJson(const QByteArray &json)
{
    // Where the Chinese finding says by itself what it is of: 自汗, not 便质 溏薄. The normal one never does.
    static const QSet<QString> whole = {
        QStringLiteral("q_cf_type"),     QStringLiteral("q_cf_heat"),    QStringLiteral("q_cf_cold"),
        QStringLiteral("q_sw_type"),     QStringLiteral("q_sw_site"),    QStringLiteral("q_hb_headache"),
        QStringLiteral("q_hb_dizzy"),    QStringLiteral("q_hb_body"),    QStringLiteral("q_hb_joint"),
        QStringLiteral("q_di_appetite"), QStringLiteral("q_di_taste"),   QStringLiteral("q_di_pref"),
        QStringLiteral("q_di_after"),    QStringLiteral("q_th_type"),    QStringLiteral("q_ch_chest"),
        QStringLiteral("q_ch_ribs"),     QStringLiteral("q_ch_abdomen"), QStringLiteral("q_ee_ear"),
        QStringLiteral("q_ee_eye"),      QStringLiteral("q_ee_nose"),    QStringLiteral("q_ee_throat"),
        QStringLiteral("q_ee_cough"),    QStringLiteral("q_sl_type"),    QStringLiteral("q_em_type"),
        QStringLiteral("i_sp_type"),     QStringLiteral("p_pa_abdomen")};
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    static const QRegularExpression vague(QStringLiteral("^q_(st|ur|me|cd)_"));
    QHash<QString, QString> methods;
    QHash<QString, QString> sectionNames;
    for (const QJsonValue value : root.value(QStringLiteral("sections")).toArray()) {
        const QString id = value.toObject().value(QStringLiteral("id")).toString();
        methods.insert(id, value.toObject().value(QStringLiteral("method")).toString());
        sectionNames.insert(id, value.toObject().value(QStringLiteral("en")).toString());
    }
    const auto unlessAny = [](const QJsonValue &value) {
        return value.toString() == u"any" ? QString() : value.toString();
    };
    QList<TermGroup> groups;
    QList<Term> terms;
    for (const QJsonValue value : root.value(QStringLiteral("items")).toArray()) {
        const QJsonObject from = value.toObject();
        TermGroup group{from.value(QStringLiteral("id")).toString(), from.value(QStringLiteral("zh")).toString(),
                        from.value(QStringLiteral("en")).toString(), !from.value(QStringLiteral("multi")).toBool()};
        group.method = methods.value(from.value(QStringLiteral("section")).toString());
        group.sex = unlessAny(from.value(QStringLiteral("sex")));
        group.age = unlessAny(from.value(QStringLiteral("age")));
        if (group.id.isEmpty() || group.method.isEmpty())
            return damaged(QStringLiteral("inquiry.json: items[%1]").arg(groups.size()));
        const QString normal = from.value(QStringLiteral("normal")).toString();
        const qsizetype first = terms.size();
        // "Amount" alone is of the urine or of the menses.
        QString groupName = group.en;
        if (vague.match(group.id).hasMatch())
            groupName = sectionNames.value(from.value(QStringLiteral("section")).toString()).section(u',', 0, 0) +
                        QStringLiteral(", ") + group.en.left(1).toLower() + group.en.mid(1);
        for (const QJsonValue option : from.value(QStringLiteral("options")).toArray()) {
            std::optional<Term> term = readTerm(option.toObject(), {});
            if (!term)
                return damaged(QStringLiteral("inquiry.json: %1.options").arg(group.id));
            term->group = group.id;
            term->isDefault = term->id == normal;
            term->label = term->zh;
            if (term->isDefault || !whole.contains(group.id)) {
                // Found by its own letters and by those of the whole.
                term->aliases << term->initials << term->pinyin;
                term->zh = group.zh + term->zh;
                term->initials.clear();
                addReading(*term, {});
            }
            term->en = groupName + QStringLiteral(": ") + term->en.left(1).toLower() + term->en.mid(1);
            terms << *term;
        }
        // Nothing stands beside "normal".
        for (qsizetype i = first; i < terms.size(); ++i) {
            if (!terms.at(i).isDefault && !normal.isEmpty())
                terms[i].excludes << normal;
        }
        groups << group;
    }
    if (terms.isEmpty())
        return damaged(QStringLiteral("inquiry.json: no items"));
    return Vocabulary(groups, terms);
}

Result<Vocabulary> diagnosisFromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QList<TermGroup> groups = {
        {QStringLiteral("disease"), QStringLiteral("病"), QStringLiteral("Disease"), false},
        {QStringLiteral("pattern"), QStringLiteral("证"), QStringLiteral("Pattern"), false},
        {QStringLiteral("method"), QStringLiteral("治法"), QStringLiteral("Treatment method"), false}};
    QList<Term> terms;
    for (const QJsonValue value : root.value(QStringLiteral("entries")).toArray()) {
        const QJsonObject from = value.toObject();
        if (from.value(QStringLiteral("code_system")).toString() == u"ICD-11")
            continue;
        std::optional<Term> term = readTerm(from, {});
        if (!term)
            return damaged(QStringLiteral("diagnosis.json: entry after %1").arg(terms.size()));
        const QString kind = from.value(QStringLiteral("kind")).toString();
        term->group = kind == u"syndrome" ? QStringLiteral("pattern") : kind;
        term->code = from.value(QStringLiteral("code")).toString();
        term->codeSystem = term->code.isEmpty() ? QString() : from.value(QStringLiteral("code_system")).toString();
        terms << *term;
    }
    if (terms.isEmpty())
        return damaged(QStringLiteral("diagnosis.json: no entries"));
    return Vocabulary(groups, terms);
}

Result<Vocabulary> westernFromJson(const QByteArray &json)
{
    const QString group = QStringLiteral("western");
    QList<Term> terms;
    for (const QJsonValue value : QJsonDocument::fromJson(json).object().value(QStringLiteral("codes")).toArray()) {
        std::optional<Term> term = readTerm(value.toObject(), {});
        if (!term)
            return damaged(QStringLiteral("icd10_common.json: code after %1").arg(terms.size()));
        term->group = group;
        term->code = value.toObject().value(QStringLiteral("code")).toString();
        term->codeSystem = QStringLiteral("ICD-10");
        terms << *term;
    }
    if (terms.isEmpty())
        return damaged(QStringLiteral("icd10_common.json: no codes"));
    return Vocabulary({{group, QStringLiteral("西医诊断"), QStringLiteral("Western diagnosis"), false}}, terms);
}

} // namespace xinglin
