#include "demo/cases.h"

#include "demo/draw.h"

namespace xinglin::demo {

namespace {

/// Shares of the adult's dose that textbooks give children by age, in per cent.
int shareOfAdultDose(int age)
{
    if (age < 3)
        return 33;
    if (age < 7)
        return 50;
    return age < 12 ? 67 : 100;
}

/// In half grams, and never nothing.
Mass reduced(Mass dose, int percent)
{
    if (percent == 100)
        return dose;
    const qint64 half = dose.milligrams() * percent / 100 / 500;
    return Mass::milligrams(std::max<qint64>(half, 1) * 500);
}

DiagnosisEntry entry(DiagnosisKind kind, const QString &id, const Catalog &catalog)
{
    const Term *term = catalog.diagnosis.find(id);
    return DiagnosisEntry{kind, term->codeSystem, term->code, term->zh};
}

QList<Answer> tongueAnswers(const Case &illness, const Catalog &catalog)
{
    QList<Answer> answers;
    QHash<QString, int> ranks;
    for (const QString &id : illness.tongue) {
        Answer answer;
        answer.item = QStringLiteral("tongue.") + catalog.tongue.find(id)->group;
        answer.rank = ranks[answer.item]++;
        answer.code = id;
        answers << answer;
    }
    return answers;
}

QList<Answer> pulseAnswers(const Case &illness, int ordinal, Random &random)
{
    QList<Answer> answers;
    int rank = 0;
    for (const QString &id : illness.pulse) {
        Answer answer;
        answer.item = QStringLiteral("pulse.overall");
        answer.rank = rank++;
        answer.code = id;
        answers << answer;
    }
    const bool quick = illness.pulse.contains(QStringLiteral("p_rapid"));
    const bool slow = illness.pulse.contains(QStringLiteral("p_slow"));
    Answer rate;
    rate.item = QStringLiteral("pulse.rate");
    rate.unit = QStringLiteral("/min");
    rate.number = (quick ? 92 : slow ? 56 : 72) + draw(random, -3, 6) - std::min(ordinal, 2) * (quick ? 5 : 0);
    answers << rate;
    return answers;
}

QString instructionsFor(const Case &illness)
{
    return illness.child ? QStringLiteral("水煎浓缩，分次温服") : QStringLiteral("水煎服，早晚温服");
}

} // namespace

VisitNote noteFor(const Case &illness, int ordinal, const Catalog &catalog, Random &random)
{
    VisitNote note;
    if (ordinal == 0) {
        note.complaint = pick(random, illness.complaints);
        note.complaint.replace(QStringLiteral("{n}"), QString::number(draw(random, 2, 6)));
        note.history = illness.history;
        note.inspection = illness.inspection;
    } else {
        note.complaint =
            QStringLiteral("复诊：") + illness.course[std::min<qsizetype>(ordinal, illness.course.size()) - 1];
        note.history = QStringLiteral("服药无不适，余症同前。");
        note.inspection = QStringLiteral("精神较前好转。");
    }
    note.listening = illness.listening;
    note.advice = illness.advice;
    note.answers = tongueAnswers(illness, catalog) + pulseAnswers(illness, ordinal, random);
    note.diagnoses = {entry(DiagnosisKind::Disease, illness.disease, catalog),
                      entry(DiagnosisKind::Pattern, illness.pattern, catalog),
                      entry(DiagnosisKind::Method, illness.method, catalog)};
    return note;
}

PrescriptionDraft prescriptionFor(const Case &illness, int ordinal, int age, const Catalog &catalog, Random &random)
{
    const safety::Formula &formula = *catalog.formulas.find(illness.formula);
    const int percent = shareOfAdultDose(age);
    PrescriptionDraft draft;
    draft.formula = formula.id;
    draft.packets = demo::draw(random, illness.fewestPackets, illness.mostPackets);
    draft.instructions = instructionsFor(illness);
    const auto add = [&](const QString &herbId, Mass dose) {
        const safety::Herb &herb = *catalog.herbs().find(herbId);
        draft.lines.append({herb.id, herb.nameZh, reduced(dose, illness.child ? 100 : percent), herb.decoction, false});
    };
    for (const safety::FormulaLine &line : formula.lines)
        if (!illness.omitted.contains(line.herb))
            add(line.herb, illness.doses.value(line.herb, line.dose.value_or(Mass())));
    QList<Case::Addition> left = illness.additions;
    const int wanted = demo::draw(random, illness.fewestAdditions, illness.mostAdditions);
    for (int count = 0; count < wanted && !left.isEmpty(); ++count) {
        const auto index = static_cast<qsizetype>(random.below(static_cast<quint64>(left.size())));
        const Case::Addition addition = left.takeAt(index);
        add(addition.herb, addition.dose);
    }
    draft.name = ordinal == 0 && wanted == 0 ? formula.nameZh : formula.nameZh + QStringLiteral("加减");
    return draft;
}

} // namespace xinglin::demo
