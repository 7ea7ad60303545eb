#include "ui/patient/segmentchoices.h"

#include "clinic/catalog/constitutions.h"
#include "ui/shell/notewords.h"
#include "ui/shell/patientwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace xinglin::ui {

using segment::Choice;
using segments::Field;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::SegmentChoices)
};

constexpr int mostOffered = 8;

CompletionRow rowOf(const QString &code, const QString &name, const QString &secondary = {},
                    const QString &trailing = {})
{
    CompletionRow row;
    row.primary = name;
    row.secondary = secondary;
    row.trailing = trailing;
    row.data = code;
    return row;
}

QString codeOf(const Term &term)
{
    return term.codeSystem + u'|' + term.code;
}

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

} // namespace

SegmentChoices::SegmentChoices(std::shared_ptr<const Catalog> catalog, QList<AllergenChoice> allergens,
                               segment::Offered offered)
    : m_catalog(std::move(catalog)), m_allergens(std::move(allergens)), m_offered(std::move(offered))
{
}

QList<Choice> SegmentChoices::all(Field field) const
{
    QList<Choice> choices;
    switch (field) {
    case Field::Tag:
        return m_offered.tags;
    case Field::Practitioner:
        return m_offered.practitioners;
    case Field::Sex:
        for (const QString &code : segments::rowOf(field).choices)
            choices << Choice{code, sexName(*sexFrom(code))};
        return choices;
    case Field::Stage:
        for (const QString &code : segments::rowOf(field).choices) {
            const auto stage = *segments::stageFrom(code);
            if (stage != segments::Stage::Booked) // there are no bookings yet
                choices << Choice{code, segments::nameOf(stage)};
        }
        return choices;
    case Field::BirthMonth:
        for (const QString &code : segments::rowOf(field).choices)
            choices << Choice{code, QLocale().standaloneMonthName(code.toInt(), QLocale::ShortFormat)};
        return choices;
    case Field::Constitution:
        for (const constitution::Type &type : constitution::shipped().types) {
            const auto name = type.shortName();
            choices << Choice{type.id, isChinese() ? name.zh : name.en};
        }
        return choices;
    default:
        return {};
    }
}

QList<CompletionRow> SegmentChoices::complete(Field field, const QString &typed) const
{
    const QString wanted = typed.trimmed();
    QList<CompletionRow> rows;
    const auto words = [&](const QStringList &known) {
        for (const QString &word : known) {
            if (rows.size() < mostOffered && word.contains(wanted, Qt::CaseInsensitive))
                rows << rowOf(word, word);
        }
    };
    switch (field) {
    case Field::Source:
        words(m_offered.sources);
        break;
    case Field::Campaign:
        words(m_offered.campaigns);
        break;
    case Field::Herb:
        for (const safety::Completion &one : m_catalog->herbs().complete(wanted, mostOffered))
            rows << rowOf(one.herb, nameOf(field, one.herb), one.pinyin, one.via);
        break;
    case Field::Formula:
        for (const safety::Formula *one : m_catalog->formulas.complete(wanted, mostOffered))
            rows << rowOf(one->id, one->nameZh, one->pinyin, one->source);
        break;
    case Field::Allergy:
        for (const AllergenChoice &one : m_allergens) {
            const bool found = std::any_of(one.words.cbegin(), one.words.cend(),
                                           [&](const QString &word) { return word.contains(wanted.toLower()); });
            if (rows.size() < mostOffered && !wanted.isEmpty() && found)
                rows << rowOf(one.id, one.name);
        }
        break;
    case Field::Diagnosis: {
        const auto offer = [&](const Vocabulary &vocabulary, const QString &group) {
            for (const Term &term : vocabulary.complete(wanted, group, mostOffered / 2)) {
                const QString name = fullName(term);
                rows << rowOf(codeOf(term), name, name == term.zh ? QString() : term.zh, term.code);
            }
        };
        offer(m_catalog->diagnosis, QStringLiteral("pattern"));
        offer(m_catalog->diagnosis, QStringLiteral("disease"));
        offer(m_catalog->western, {});
        break;
    }
    default:
        break;
    }
    return rows;
}

QString SegmentChoices::nameOf(Field field, const QString &code) const
{
    if (field == Field::Herb) {
        const safety::Herb *herb = m_catalog->herbs().find(code);
        return herb == nullptr ? code : isChinese() || herb->english.isEmpty() ? herb->nameZh : herb->english;
    }
    if (field == Field::Formula) {
        const safety::Formula *formula = m_catalog->formulas.find(code);
        return formula == nullptr ? code : formula->nameZh;
    }
    if (field == Field::Diagnosis) {
        const QString system = code.section(u'|', 0, 0);
        const Term *term = m_catalog->diagnosis.byCode(system, code.section(u'|', 1));
        if (term == nullptr)
            term = m_catalog->western.byCode(system, code.section(u'|', 1));
        return term == nullptr ? code.section(u'|', 1) : fullName(*term);
    }
    if (field == Field::Allergy) {
        for (const AllergenChoice &one : m_allergens) {
            if (one.id == code)
                return one.name;
        }
        return code;
    }
    if (field == Field::Stage) {
        const auto stage = segments::stageFrom(code);
        return stage ? segments::nameOf(*stage) : code;
    }
    for (const Choice &one : all(field) + m_offered.former) {
        if (one.code == code)
            return one.name;
    }
    return field == Field::Tag || field == Field::Practitioner ? Tr::tr("offered no more") : code;
}

} // namespace xinglin::ui
