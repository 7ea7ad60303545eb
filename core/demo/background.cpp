#include "demo/background.h"

#include "clinic/catalog/constitutions.h"
#include "demo/draw.h"

namespace xinglin::demo {

namespace {

constexpr int AdultFrom = 18;

/// A stream apart from those of the people and the visits.
SeededRandom streamFor(quint64 seed, quint64 what)
{
    SeededRandom mixer(seed ^ (what << 24));
    return SeededRandom(mixer.next());
}

struct Treated
{
    QString medicine;
    QString problem; ///< Id among the diagnoses of the ICD-10.
};
const QList<Treated> &treated()
{
    static const QList<Treated> all = {{u"氨氯地平"_qs, u"icd10_i10"_qs},
                                       {u"缬沙坦"_qs, u"icd10_i10"_qs},
                                       {u"二甲双胍"_qs, u"icd10_e11_9"_qs},
                                       {u"阿司匹林"_qs, u"icd10_i25_9"_qs},
                                       {u"阿托伐他汀"_qs, u"icd10_e78_5"_qs}};
    return all;
}

/// Shares of the types in a hundred thousand people. Source: the survey of nine provinces of 2005 to 2007 (8448 drawn
/// from 21,948): balanced 32.14 %, Qi-deficiency 13.42 %, damp-heat 9.08 %, Yang-deficiency 9.04 %; the rest is shared
/// evenly by the other five, which it does not give.
QString drawConstitution(Random &random)
{
    const QList<QPair<QString, int>> shares = {{u"pinghe"_qs, 32140}, {u"qixu"_qs, 13420}, {u"shire"_qs, 9080},
                                               {u"yangxu"_qs, 9040},  {u"yinxu"_qs, 7264}, {u"tanshi"_qs, 7264},
                                               {u"xueyu"_qs, 7264},   {u"qiyu"_qs, 7264},  {u"tebing"_qs, 7264}};
    int left = draw(random, 0, 99'999);
    for (const auto &[type, share] : shares) {
        left -= share;
        if (left < 0)
            return type;
    }
    return shares.constFirst().first;
}

FamilyHistoryDraft drawFamily(Random &random, const Catalog &catalog)
{
    const QList<QString> illnesses = {u"icd10_i10"_qs, u"icd10_i10"_qs, u"icd10_e11_9"_qs, u"icd10_i63_9"_qs,
                                      u"icd10_i25_9"_qs};
    const QList<Kinship> kin = {Kinship::Father, Kinship::Mother, Kinship::Mother, Kinship::Brother, Kinship::Sister};
    const Term *illness = catalog.western.find(pick(random, illnesses));
    FamilyHistoryDraft family;
    family.relationship = pick(random, kin);
    family.codeSystem = illness->codeSystem;
    family.code = illness->code;
    family.display = illness->zh;
    if (chance(random, 0.7))
        family.onsetAge = draw(random, 42, 74);
    return family;
}

} // namespace

Background backgroundOf(quint64 seed, qsizetype index, const Person &person, QDate today, const Catalog &catalog)
{
    SeededRandom random = streamFor(seed, static_cast<quint64>(index) + 2);
    Background background;
    background.body = drawBody(random);
    background.constitution = drawConstitution(random);
    background.illnessLeads = chance(random, 0.5);
    const bool adult = ageOf(person, today) >= AdultFrom;
    background.assessed = adult && chance(random, 0.2);
    if (adult && chance(random, 0.15))
        background.family = drawFamily(random, catalog);
    return background;
}

void giveOldNumbers(quint64 seed, QList<Person> &people, QDate today)
{
    SeededRandom random = streamFor(seed, 1);
    int number = 1000;
    for (Person &person : people) {
        number += draw(random, 1, 9);
        if (ageOf(person, today) >= 30 && chance(random, 0.15))
            person.draft.oldNumber = QStringLiteral("K%1").arg(number, 6, 10, QLatin1Char('0'));
    }
}

std::optional<ConditionDraft> problemBehind(Random &random, const QString &medicine, QDate day, const Catalog &catalog)
{
    for (const Treated &one : treated()) {
        if (one.medicine != medicine)
            continue;
        const Term *term = catalog.western.find(one.problem);
        ConditionDraft problem;
        problem.codeSystem = term->codeSystem;
        problem.code = term->code;
        problem.display = term->zh;
        problem.onset = PartialDate::fromText(QString::number(day.year() - draw(random, 1, 12)));
        return problem;
    }
    return std::nullopt;
}

bool lowersPressure(const QString &medicine)
{
    return medicine == QStringLiteral("氨氯地平") || medicine == QStringLiteral("缬沙坦");
}

ConstitutionDraft questionnaireOf(Random &random, const QString &type, Sex sex, int age)
{
    const constitution::Definition &definition = constitution::shipped();
    ConstitutionDraft draft;
    draft.form = age >= definition.elderlyFrom ? constitution::Form::Elderly : constitution::Form::Standard;
    draft.by = chance(random, 0.5) ? AnsweredBy::Staff : AnsweredBy::Patient;
    const constitution::Questionnaire &form = definition.of(draft.form);
    const auto asked = form.asksBySex()
                           ? std::optional(sex == Sex::Male ? constitution::Sex::Male : constitution::Sex::Female)
                           : std::nullopt;
    // What nobody suffers from is answered low; what speaks for balance is high in those who have it.
    for (const constitution::Item &item : form.itemsFor(asked))
        draft.answers.insert(item.id, chance(random, 0.7) ? 1 : 2);
    const bool balanced = type == QStringLiteral("pinghe");
    for (const constitution::Subscale::Part &part : form.subscale(QStringLiteral("pinghe"))->parts)
        if (!part.reverse)
            draft.answers.insert(part.item, balanced ? draw(random, 4, 5) : draw(random, 2, 4));
    if (balanced)
        return draft;
    for (const constitution::Subscale::Part &part : form.subscale(type)->parts)
        if (draft.answers.contains(part.item))
            draft.answers.insert(part.item, draw(random, 3, 5));
    return draft;
}

} // namespace xinglin::demo
