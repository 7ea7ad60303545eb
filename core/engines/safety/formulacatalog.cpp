#include "engines/safety/formulacatalog.h"

#include "base/text/pinyin.h"
#include "engines/safety/jsonfields.h"

#include <algorithm>

namespace xinglin::safety {

namespace {

FormulaLine readLine(JsonFields &fields)
{
    FormulaLine line;
    line.herb = fields.text(u"herb"_qs);
    if (const auto grams = fields.numberOrNull(u"dose_g"_qs)) {
        line.dose = Mass::grams(*grams);
        if (*grams <= 0)
            fields.wrong(u"dose_g"_qs, JsonTrouble::numberWanted());
    }
    line.doseText = fields.textOrNull(u"dose_text"_qs);
    line.role = fields.textOrNull(u"role"_qs);
    line.preparation = fields.textOrNull(u"preparation"_qs);
    line.asWritten = fields.textOrNull(u"as_written"_qs);
    return line;
}

} // namespace

Result<FormulaCatalog> FormulaCatalog::fromJson(const QByteArray &formulas)
{
    JsonTrouble trouble(u"formulas.json"_qs);
    const QJsonValue root = trouble.parse(formulas);
    if (!trouble.any() && !root.isArray())
        trouble.wrong(QString(), JsonTrouble::listWanted());
    FormulaCatalog catalog;
    const QJsonArray rows = root.toArray();
    for (qsizetype i = 0; i < rows.size() && !trouble.any(); ++i) {
        JsonFields fields(rows.at(i), QStringLiteral("formulas[%1]").arg(i), trouble);
        Formula formula;
        formula.id = fields.text(u"id"_qs);
        formula.nameZh = fields.text(u"name_zh"_qs);
        formula.aliases = fields.texts(u"aliases_zh"_qs);
        formula.pinyin = fields.text(u"pinyin"_qs);
        formula.initials = fields.text(u"initials"_qs);
        formula.source = fields.textOrNull(u"source_zh"_qs);
        formula.category = fields.text(u"category_zh"_qs);
        formula.subcategory = fields.textOrNull(u"subcategory_zh"_qs);
        formula.form = fields.text(u"form"_qs);
        const QString basis = fields.text(u"amount_basis"_qs);
        formula.daily = basis == u"daily";
        if (!formula.daily && basis != u"batch")
            fields.wrong(u"amount_basis"_qs, u"daily, batch"_qs);
        const QJsonArray items = fields.list(u"composition"_qs);
        for (qsizetype k = 0; k < items.size(); ++k) {
            JsonFields item(items.at(k), fields.place(u"composition"_qs, k), trouble);
            formula.lines << readLine(item);
        }
        formula.functions = fields.textOrNull(u"functions_zh"_qs);
        formula.indications = fields.textOrNull(u"indications_zh"_qs);
        formula.notes = fields.textOrNull(u"notes"_qs);
        catalog.m_byId.insert(formula.id, catalog.m_formulas.size());
        catalog.m_formulas << formula;
    }
    if (trouble.any())
        return trouble.error();
    return catalog;
}

const Formula *FormulaCatalog::find(QStringView id) const
{
    const auto found = m_byId.constFind(id.toString());
    return found == m_byId.constEnd() ? nullptr : &m_formulas.at(*found);
}

QList<const Formula *> FormulaCatalog::complete(const QString &typed, int limit) const
{
    QString text = typed.normalized(QString::NormalizationForm_KC).toLower();
    text.remove(u' ').remove(u'\'');
    if (text.isEmpty() || limit <= 0)
        return {};
    QList<std::pair<int, qsizetype>> found;
    for (qsizetype i = 0; i < m_formulas.size(); ++i) {
        const Formula &formula = m_formulas.at(i);
        int best = 99;
        const auto consider = [&](const QString &name, const QString &initials, const QString &pinyin, int later) {
            QString joined = pinyin;
            joined.remove(u' ');
            const int rank = name == text || initials == text ? 0
                             : joined == text                 ? 1
                             : name.startsWith(text)          ? 2
                             : initials.startsWith(text)      ? 3
                             : joined.startsWith(text)        ? 4
                             : name.contains(text)            ? 5
                                                              : 99;
            best = std::min(best, rank == 99 ? 99 : rank * 2 + later);
        };
        consider(formula.nameZh, formula.initials, formula.pinyin, 0);
        for (const QString &alias : formula.aliases)
            consider(alias, termInitials(alias), termPinyin(alias), 1);
        if (best < 99)
            found << std::pair(best, i);
    }
    std::sort(found.begin(), found.end());
    QList<const Formula *> list;
    for (const auto &entry : found) {
        if (list.size() == limit)
            break;
        list << &m_formulas.at(entry.second);
    }
    return list;
}

} // namespace xinglin::safety
