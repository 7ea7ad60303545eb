#include "engines/constitution/scoring.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::constitution {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::constitution::Scoring)
};

/// From which value on a biased type is there, or is a tendency, and the balanced one is there. For the balanced one no
/// other may reach a tendency (yes) or be there (basically yes).
struct Limits
{
    double yes;
    double tendency;
    double balanced;
};

/// ZYYXH/T 157-2009, table of judgement; for elderly people the sums of the service record's form.
constexpr Limits limitsOf(Form form)
{
    return form == Form::Standard ? Limits{40, 30, 60} : Limits{11, 9, 17};
}

double transform(int raw, int items)
{
    return static_cast<double>(raw - items) / (4.0 * items) * 100.0;
}

Error refusal(const QString &place, const QString &sentence)
{
    return {Code::Invalid, sentence, place, {}};
}

QString placeOf(const QString &item)
{
    return QStringLiteral("answers.") + item;
}

/// The first thing wrong as a refusal; what is missing all at once.
std::optional<Error> refusal(const Questionnaire &questionnaire, std::optional<Sex> sex, const Answers &answers)
{
    QStringList missing;
    for (const Problem &problem : problems(questionnaire, sex, answers)) {
        switch (problem.kind) {
        case Problem::Kind::Unknown:
            return refusal(placeOf(problem.item), Tr::tr("The form does not ask this."));
        case Problem::Kind::OtherSex:
            return sex ? refusal(placeOf(problem.item), Tr::tr("This is asked of the other sex only."))
                       : refusal(QStringLiteral("sex"), Tr::tr("The form needs to know the sex: female or male."));
        case Problem::Kind::OutOfRange:
            return refusal(placeOf(problem.item), Tr::tr("An answer is a whole number from 1 to 5."));
        case Problem::Kind::Missing:
            missing << problem.item;
        }
    }
    if (questionnaire.asksBySex() && !sex)
        return refusal(QStringLiteral("sex"), Tr::tr("The form needs to know the sex: female or male."));
    if (!missing.isEmpty())
        return refusal(QStringLiteral("answers"), Tr::tr("Not answered: %1.").arg(missing.join(QStringLiteral(", "))));
    return std::nullopt;
}

double valueOf(Form form, const Score &score)
{
    return form == Form::Standard ? score.transformed.value_or(0) : score.raw;
}

QString startingLarge(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString toText(Decision decision)
{
    switch (decision) {
    case Decision::No:
        return QStringLiteral("no");
    case Decision::Tendency:
        return QStringLiteral("tendency");
    case Decision::BasicallyYes:
        return QStringLiteral("basically_yes");
    case Decision::Yes:
        return QStringLiteral("yes");
    }
    Q_UNREACHABLE();
}

std::optional<Decision> decisionFrom(const QString &text)
{
    for (const Decision decision : {Decision::No, Decision::Tendency, Decision::BasicallyYes, Decision::Yes}) {
        if (toText(decision) == text)
            return decision;
    }
    return std::nullopt;
}

QList<Problem> problems(const Questionnaire &questionnaire, std::optional<Sex> sex, const Answers &answers)
{
    using Kind = Problem::Kind;
    QList<Problem> found;
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        const Item *item = questionnaire.item(it.key());
        if (!item)
            found << Problem{Kind::Unknown, it.key()};
        else if (item->sex && item->sex != sex)
            found << Problem{Kind::OtherSex, it.key()};
        else if (it.value() < leastAnswer || it.value() > mostAnswer)
            found << Problem{Kind::OutOfRange, it.key()};
    }
    for (const Item &item : questionnaire.itemsFor(sex)) {
        if (!answers.contains(item.id))
            found << Problem{Kind::Missing, item.id};
    }
    return found;
}

Result<QList<Score>> score(const Definition &definition, Form form, std::optional<Sex> sex, const Answers &answers)
{
    const Questionnaire &questionnaire = definition.of(form);
    if (const auto refused = refusal(questionnaire, sex, answers))
        return *refused;
    QList<Score> scores;
    QMap<QString, double> values;
    for (const Subscale &subscale : questionnaire.subscales) {
        Score one;
        one.type = subscale.type;
        for (const Subscale::Part &part : subscale.parts) {
            if (part.sex && part.sex != sex)
                continue;
            const int answer = answers.value(part.item);
            one.raw += part.reverse ? leastAnswer + mostAnswer - answer : answer;
        }
        if (form == Form::Standard)
            one.transformed = transform(one.raw, subscale.asked(sex));
        values.insert(one.type, valueOf(form, one));
        scores << one;
    }
    const QMap<QString, Decision> decisions = decide(definition, form, values);
    for (Score &one : scores)
        one.decision = decisions.value(one.type);
    return scores;
}

QMap<QString, Decision> decide(const Definition &definition, Form form, const QMap<QString, double> &values)
{
    const Limits limits = limitsOf(form);
    QMap<QString, Decision> decisions;
    QString balanced;
    double highest = 0;
    for (const Type &type : definition.types) {
        if (!values.contains(type.id))
            continue;
        if (!type.biased) {
            balanced = type.id;
            continue;
        }
        const double value = values.value(type.id);
        highest = std::max(highest, value);
        decisions.insert(type.id, value >= limits.yes        ? Decision::Yes
                                  : value >= limits.tendency ? Decision::Tendency
                                                             : Decision::No);
    }
    if (!balanced.isEmpty()) {
        const bool enough = values.value(balanced) >= limits.balanced;
        decisions.insert(balanced, enough && highest < limits.tendency ? Decision::Yes
                                   : enough && highest < limits.yes    ? Decision::BasicallyYes
                                                                       : Decision::No);
    }
    return decisions;
}

double position(const Definition &definition, Form form, const Score &score)
{
    if (score.transformed)
        return *score.transformed;
    const Subscale *subscale = definition.of(form).subscale(score.type);
    // Nobody is asked the other sex's items, so either says how many there are.
    return subscale ? transform(score.raw, subscale->asked(Sex::Female)) : 0;
}

QStringList found(const Definition &definition, Form form, const QList<Score> &scores)
{
    QList<Score> there;
    for (const Score &one : scores) {
        if (one.decision != Decision::No)
            there << one;
    }
    const auto balanced = [&](const Score &one) {
        const Type *type = definition.type(one.type);
        return type && !type->biased;
    };
    std::stable_sort(there.begin(), there.end(), [&](const Score &a, const Score &b) {
        const auto rank = [&](const Score &one) {
            return std::tuple(!balanced(one), one.decision == Decision::Tendency, -valueOf(form, one));
        };
        return rank(a) < rank(b);
    });
    QStringList types;
    for (const Score &one : there)
        types << one.type;
    return types;
}

Words summary(const Definition &definition, Form form, const QList<Score> &scores)
{
    QMap<QString, Decision> decisions;
    for (const Score &one : scores)
        decisions.insert(one.type, one.decision);
    QStringList zh;
    QStringList en;
    QStringList zhTendencies;
    QStringList enTendencies;
    for (const QString &id : found(definition, form, scores)) {
        const Type *type = definition.type(id);
        if (!type)
            continue;
        const QString english = type->shortName().en.toLower();
        switch (decisions.value(id)) {
        case Decision::Yes:
            zh << type->name.zh;
            en << english;
            break;
        case Decision::BasicallyYes:
            zh << QStringLiteral("基本") + type->name.zh;
            en << QStringLiteral("basically ") + english;
            break;
        case Decision::Tendency:
            zhTendencies << type->name.zh;
            enTendencies << english;
            break;
        case Decision::No:
            break;
        }
    }
    if (!zhTendencies.isEmpty()) {
        const QString there = zh.join(QStringLiteral("、"));
        zh = QStringList{QStringLiteral("倾向") + zhTendencies.join(QStringLiteral("、"))};
        if (!there.isEmpty())
            zh.prepend(there);
        en << QStringLiteral("tends to ") + enTendencies.join(QStringLiteral(" and "));
        return {zh.join(QStringLiteral("，")), startingLarge(en.join(QStringLiteral(", ")))};
    }
    if (zh.isEmpty())
        return {QStringLiteral("未见明显偏颇"), QStringLiteral("No type stands out")};
    return {zh.join(QStringLiteral("、")), startingLarge(en.join(QStringLiteral(", ")))};
}

} // namespace xinglin::constitution
