#include "ui/visit/referencewords.h"

#include "ui/prescription/prescriptionwords.h"
#include "ui/shell/patientwords.h"

#include <algorithm>

namespace xinglin::ui {

namespace {

constexpr qsizetype firstFormulas = 4;
constexpr qsizetype mostCounts = 4;

/// @p text with the spans in bold.
QString marked(const QString &text, const QList<safety::TextSpan> &spans)
{
    QString html;
    qsizetype at = 0;
    for (const safety::TextSpan &span : spans) {
        html += text.mid(at, span.at - at).toHtmlEscaped() + QStringLiteral("<b>") +
                text.mid(span.at, span.length).toHtmlEscaped() + QStringLiteral("</b>");
        at = span.at + span.length;
    }
    return html + text.mid(at).toHtmlEscaped();
}

} // namespace

ReferenceGroup ReferenceWords::templates(const QList<notetemplate::Template> &naming)
{
    ReferenceGroup group;
    if (naming.isEmpty())
        return group;
    group.heading = tr("Kept templates");
    for (const notetemplate::Template &one : naming) {
        const QString code = u';' + one.content.code;
        group.rows << ReferenceRow{{ReferenceAction::Kind::Template, one.id.toString()},
                                   one.content.name,
                                   true,
                                   {code.toHtmlEscaped()},
                                   tr("Template %1").arg(one.content.name)};
    }
    return group;
}

ReferenceGroup ReferenceWords::formulas(const QList<safety::NamedFormula> &found, bool all)
{
    ReferenceGroup group;
    if (found.isEmpty())
        return group;
    group.heading = tr("Classic formulas, by their words");
    for (const safety::NamedFormula &one : found.mid(0, all ? found.size() : firstFormulas)) {
        const safety::Formula &formula = *one.formula;
        const QString source = formula.source.toHtmlEscaped();
        QStringList html;
        QStringList spoken{formula.nameZh};
        if (one.indication) {
            html << tr("%1 indications: %2", "source of a formula, what it is for")
                        .arg(source, marked(formula.indications, one.indication->spans));
            spoken << tr("its indications name it: %1").arg(formula.indications);
        }
        if (one.function) {
            html << tr("%1 functions: %2", "source of a formula or nothing, what it does")
                        .arg(one.indication ? QString() : source, marked(formula.functions, one.function->spans))
                        .trimmed();
            spoken << tr("its functions name the method: %1").arg(formula.functions);
        }
        group.rows << ReferenceRow{{ReferenceAction::Kind::Formula, formula.id},
                                   formula.nameZh,
                                   true,
                                   html,
                                   spoken.join(tr(", ", "between words of a list"))};
    }
    if (group.rows.size() < found.size()) {
        const QString more = tr("All %n", "formulas", int(found.size()));
        group.rows << ReferenceRow{{ReferenceAction::Kind::AllFormulas, {}}, more, false, {}, more};
    }
    return group;
}

ReferenceGroup ReferenceWords::past(const consultation::Similar &past, const QString &subject,
                                    const std::function<QString(const QString &)> &nameOf)
{
    ReferenceGroup group;
    if (past.visits == 0)
        return group;
    group.heading = tr("Here before: %1, %n visit(s)", nullptr, past.visits).arg(subject);
    QStringList counts;
    for (const consultation::FormulaCount &one : past.formulas) {
        const QString name = nameOf(one.formula);
        if (!name.isEmpty() && counts.size() < mostCounts)
            counts << tr("%1 ×%2", "formula, how often").arg(name).arg(one.times);
    }
    group.text = counts.join(tr(", ", "between words of a list"));
    for (const consultation::SimilarCase &one : past.cases) {
        QStringList said{dateText(one.day)};
        const QString sex = sexLetter(one.sex);
        if (one.age)
            said << tr("%1 %2 y", "sex and years of age").arg(sex).arg(*one.age).trimmed();
        else if (!sex.isEmpty())
            said << sex;
        const QString name = one.formula.isEmpty() ? tr("Own formula") : one.formula;
        const QString plain = said.join(u'·');
        const QString own = tr("This patient");
        group.rows << ReferenceRow{
            {ReferenceAction::Kind::Case, one.visit.toString()},
            name,
            true,
            {(one.own ? QStringLiteral("<b>%1</b>·").arg(own.toHtmlEscaped()) : QString()) + plain.toHtmlEscaped()},
            (one.own ? own + QStringLiteral(", ") : QString()) + plain + QStringLiteral(", ") + name};
    }
    return group;
}

QString ReferenceWords::natureEn(const QString &nature)
{
    const QStringList &known = safety::herbNatures();
    const QStringList words{
        tr("very cold"),     tr("cold"), tr("slightly cold"), tr("cool"),    tr("neutral", "a nature"),
        tr("slightly warm"), tr("warm"), tr("hot"),           tr("very hot")};
    return words.value(known.indexOf(nature));
}

QString ReferenceWords::flavourEn(const QString &flavour)
{
    const QStringList &known = safety::herbFlavours();
    const QStringList words{tr("acrid"),          tr("sweet"),         tr("sour"),           tr("bitter"),
                            tr("salty"),          tr("bland"),         tr("astringent"),     tr("slightly acrid"),
                            tr("slightly sweet"), tr("slightly sour"), tr("slightly bitter")};
    return words.value(known.indexOf(flavour));
}

QString ReferenceWords::meridianEn(const QString &meridian)
{
    const QStringList &known = safety::herbMeridians();
    const QStringList words{tr("lung"),        tr("large intestine"), tr("stomach"),     tr("spleen"),
                            tr("heart"),       tr("small intestine"), tr("bladder"),     tr("kidney"),
                            tr("pericardium"), tr("triple burner"),   tr("gallbladder"), tr("liver")};
    return words.value(known.indexOf(meridian));
}

QString ReferenceWords::joined(const QStringList &words)
{
    return words.join(tr(", ", "between words of a list"));
}

QString ReferenceWords::basis(safety::Basis basis)
{
    switch (basis) {
    case safety::Basis::Pharmacopoeia:
        return tr("Chinese Pharmacopoeia 2020");
    case safety::Basis::Textbook:
        return tr("textbook, not the pharmacopoeia");
    case safety::Basis::None:
        break;
    }
    return {};
}

QString ReferenceWords::dose(const safety::Herb &herb)
{
    const QString range = PrescriptionWords::doseRange(herb);
    if (range.isEmpty())
        return tr("no range in the books");
    if (herb.banned || herb.externalOnly)
        return range;
    const QString said =
        herb.perDose ? tr("%1 at a time", "dose range").arg(range) : tr("%1 a day", "dose range").arg(range);
    const QString book = basis(herb.doseBasis);
    return book.isEmpty() ? said : tr("%1 (%2)", "what a book says, the book").arg(said, book);
}

QString ReferenceWords::toxicity(safety::Toxicity toxicity)
{
    switch (toxicity) {
    case safety::Toxicity::Severe:
        return tr("very toxic");
    case safety::Toxicity::Toxic:
        return tr("toxic");
    case safety::Toxicity::Slight:
        return tr("slightly toxic");
    case safety::Toxicity::None:
        break;
    }
    return {};
}

QString ReferenceWords::pregnancy(const safety::Herb &herb)
{
    QString rule;
    switch (herb.pregnancy) {
    case safety::PregnancyRule::Forbidden:
        rule = tr("forbidden");
        break;
    case safety::PregnancyRule::Avoid:
        rule = tr("to be avoided");
        break;
    case safety::PregnancyRule::Caution:
        rule = tr("with caution");
        break;
    case safety::PregnancyRule::None:
        return tr("no statement found, which does not mean safe");
    }
    const QString book = basis(herb.pregnancyBasis);
    return book.isEmpty() ? rule : tr("%1 (%2)", "what a book says, the book").arg(rule, book);
}

QString ReferenceWords::preparationEn(const QString &preparation)
{
    static const QStringList known{QStringLiteral("捣碎"),  QStringLiteral("入丸散"), QStringLiteral("先煎"),
                                   QStringLiteral("包煎"),  QStringLiteral("后下"),   QStringLiteral("研末服"),
                                   QStringLiteral("冲服"),  QStringLiteral("另煎"),   QStringLiteral("烊化"),
                                   QStringLiteral("炖服"),  QStringLiteral("浸酒"),   QStringLiteral("泡服"),
                                   QStringLiteral("装胶囊")};
    const QStringList words{tr("crushed"),
                            tr("in pills or powders"),
                            tr("decocted first"),
                            tr("decocted in a bag"),
                            tr("added at the end"),
                            tr("ground and swallowed"),
                            tr("stirred into liquid"),
                            tr("decocted separately"),
                            tr("melted in"),
                            tr("stewed"),
                            tr("steeped in wine"),
                            tr("infused"),
                            tr("in capsules")};
    return words.value(known.indexOf(preparation), preparation);
}

QString ReferenceWords::nameOf(const safety::Herb &herb)
{
    return chineseScreen() ? herb.nameZh : herb.english;
}

QString ReferenceWords::kindOf(const safety::Incompatibility &group)
{
    const bool eighteen = group.tradition == u"十八反";
    if (group.rule == u"pair-contraindicated")
        return eighteen ? tr("Not with (eighteen incompatibilities, pharmacopoeia)")
                        : tr("Not with (nineteen antagonisms, pharmacopoeia)");
    if (group.rule == u"pair-traditional")
        return eighteen ? tr("Not with (eighteen incompatibilities, verse only)")
                        : tr("Not with (nineteen antagonisms, verse only)");
    return eighteen ? tr("Caution with (by analogy to the eighteen incompatibilities)")
                    : tr("Caution with (by analogy to the nineteen antagonisms)");
}

void ReferenceWords::addPairs(const Catalog &catalog, const safety::Herb &herb, QList<HerbFact> &facts)
{
    QList<std::pair<QString, QSet<QString>>> kinds; // what they are, and the herbs of the other side
    for (const qsizetype at : catalog.safety.pairs.groupsOf(herb.id)) {
        const safety::Incompatibility &group = catalog.safety.pairs.groups().at(at);
        const QString kind = kindOf(group);
        auto known = std::find_if(kinds.begin(), kinds.end(), [&](const auto &one) { return one.first == kind; });
        if (known == kinds.end())
            known = kinds.insert(kinds.end(), {kind, {}});
        if (group.a.contains(herb.id))
            known->second |= group.b;
        if (group.b.contains(herb.id))
            known->second |= group.a;
    }
    for (const auto &[kind, ids] : std::as_const(kinds)) {
        QStringList names;
        for (const safety::Herb &other : catalog.herbs().herbs()) {
            if (ids.contains(other.id))
                names << nameOf(other);
        }
        facts << HerbFact{kind, joined(names), true};
    }
}

Reference ReferenceWords::herb(const Catalog &catalog, const QString &id)
{
    Reference reference;
    const safety::Herb *herb = catalog.herbs().find(id);
    if (!herb)
        return reference;
    const bool chinese = chineseScreen();
    reference.subject = herb->nameZh;
    QStringList beside;
    if (!chinese)
        beside << herb->english;
    if (!herb->latin.isEmpty())
        beside << herb->latin;
    reference.beside = beside.join(u'·');
    const auto add = [&](const QString &label, const QString &text) {
        if (!text.isEmpty())
            reference.facts << HerbFact{label, text, false};
    };
    QStringList flavours = herb->flavours;
    QStringList meridians = herb->meridians;
    if (!chinese) {
        std::transform(flavours.begin(), flavours.end(), flavours.begin(), flavourEn);
        std::transform(meridians.begin(), meridians.end(), meridians.begin(), meridianEn);
    }
    add(tr("Class", "of a herb"), chinese ? herb->categoryZh : catalog.herbClasses.value(herb->category));
    add(tr("Nature and flavour"),
        tr("%1; %2", "nature; flavours").arg(chinese ? herb->nature : natureEn(herb->nature), joined(flavours)));
    add(tr("Channels"), joined(meridians));
    add(tr("Dose"), dose(*herb));
    add(tr("Toxicity"), toxicity(herb->toxicity));
    add(tr("Pregnancy"), pregnancy(*herb));
    if (!herb->decoction.isEmpty())
        add(tr("Preparation"), chinese ? herb->decoction : preparationEn(herb->decoction));
    addPairs(catalog, *herb, reference.facts);
    return reference;
}

} // namespace xinglin::ui
