#include "clinic/catalog/vocabulary.h"

#include "base/text/pinyin.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

} // namespace xinglin
