#include "clinic/prescription/ownformulas.h"

#include "access/permission.h"
#include "clinic/patient/patientrows.h"
#include "clinic/record/typedname.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::ownformula {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ownformula)
};

using access::Permission;
using patient::orNull;

constexpr qsizetype mostHerbs = 60;
constexpr qsizetype mostWords = 200;

QList<PrescriptionLine> linesOf(const store::Snapshot &view, FormulaTemplateId id, int edition)
{
    store::Query rows = view.sql("SELECT herb, name, dose_mg, preparation FROM formula_template_item"
                                 " WHERE formula_template_id = ?1 AND edition = ?2 ORDER BY rank");
    rows.bind(id, edition);
    QList<PrescriptionLine> found;
    while (rows.next()) {
        PrescriptionLine line;
        line.herb = rows.get<QString>(0);
        line.name = rows.get<QString>(1);
        line.dose = Mass::milligrams(rows.get<std::optional<qint64>>(2).value_or(0));
        line.preparation = rows.get<QString>(3);
        found << line;
    }
    return found;
}

/// As they are kept: names and preparations trimmed, and no signature of the prescription they come from.
QList<PrescriptionLine> plain(const QList<PrescriptionLine> &lines)
{
    QList<PrescriptionLine> kept;
    for (const PrescriptionLine &line : lines)
        kept << PrescriptionLine{line.herb.trimmed(), line.name.trimmed(), line.dose, line.preparation.trimmed()};
    return kept;
}

/// The formulas in use of everybody and of the actor; permission was asked.
QList<Formula> inUse(const store::Snapshot &view)
{
    store::Query rows = view.sql("SELECT id, owner_id, name, code, indication, edition FROM formula_template"
                                 " WHERE active = 1 AND (owner_id IS NULL OR owner_id = ?1)");
    rows.bind(view.actor().user);
    QList<Formula> found;
    while (rows.next()) {
        Formula formula;
        formula.id = rows.get<FormulaTemplateId>(0);
        formula.content.formula = formula.id;
        formula.content.shared = rows.isNull(1);
        formula.content.name = rows.get<QString>(2);
        formula.content.code = rows.get<QString>(3);
        formula.content.indication = rows.get<QString>(4);
        formula.content.lines = linesOf(view, formula.id, rows.get<int>(5));
        found << formula;
    }
    std::sort(found.begin(), found.end(),
              [](const Formula &a, const Formula &b) { return a.content.name < b.content.name; });
    return found;
}

std::optional<Error> problem(const store::Snapshot &view, const Draft &draft)
{
    const auto refuse = [](const char *field, const QString &message, Code code = Code::Invalid) {
        return Error{code, message, QLatin1String(field), {}};
    };
    if (draft.name.trimmed().isEmpty())
        return refuse("name", Tr::tr("The formula needs a name."));
    if (draft.name.size() > mostWords || draft.name.contains(u'+'))
        return refuse("name", Tr::tr("This name is too long or holds a plus sign."));
    const QString code = typedname::plainCode(draft.code, draft.name);
    if (!typedname::isCode(code))
        return refuse(
            "code",
            Tr::tr("A code has 2 to %1 letters or digits and begins with a letter.").arg(typedname::mostLetters));
    if (draft.indication.size() > mostWords)
        return refuse("indication", Tr::tr("The indication is too long."));
    if (draft.lines.isEmpty())
        return refuse("lines", Tr::tr("The formula has no herbs."));
    if (draft.lines.size() > mostHerbs)
        return refuse("lines", Tr::tr("So many herbs cannot be meant."));
    for (const PrescriptionLine &line : draft.lines) {
        if (line.name.trimmed().isEmpty() || line.dose < Mass())
            return refuse("lines", Tr::tr("A herb has no name."));
    }
    for (const Formula &other : inUse(view)) {
        if (other.id == draft.formula)
            continue;
        if (other.content.name == draft.name.trimmed())
            return refuse("name", Tr::tr("There is a formula of this name already."), Code::Conflict);
        if (other.content.code == code)
            return refuse("code", Tr::tr("%1 is typed by the same code.").arg(other.content.name), Code::Conflict);
    }
    return std::nullopt;
}

Error missing(FormulaTemplateId id)
{
    return {Code::NotFound, Tr::tr("There is no such formula."), {}, id.toString()};
}

bool isInUse(const store::Snapshot &view, FormulaTemplateId id)
{
    const QList<Formula> known = inUse(view);
    return std::any_of(known.begin(), known.end(), [&](const Formula &formula) { return formula.id == id; });
}

} // namespace

QString codeFor(const QString &name)
{
    return typedname::lettersOf(name);
}

QString reference(FormulaTemplateId id)
{
    return QStringLiteral("own:") + id.toString();
}

QList<Formula> matching(const QList<Formula> &known, const QString &typed, int limit)
{
    const QString text = typed.trimmed().toLower();
    if (text.isEmpty())
        return {};
    QList<Formula> found;
    const auto add = [&](auto agrees) {
        for (const Formula &formula : known) {
            if (found.size() < limit && agrees(formula.content) && !found.contains(formula))
                found << formula;
        }
    };
    add([&](const Draft &one) { return one.code == text || one.name.toLower() == text; });
    add([&](const Draft &one) {
        return one.code.startsWith(text) || one.name.toLower().startsWith(text) || codeFor(one.name).startsWith(text);
    });
    add([&](const Draft &one) { return one.name.toLower().contains(text) || one.indication.toLower().contains(text); });
    return found;
}

Result<QList<Formula>> all(const store::Snapshot &view)
{
    if (auto refused = access::require(view, Permission::ReadPrescriptions))
        return *refused;
    return inUse(view);
}

Result<Formula> save(store::Transaction &tx, const Draft &draft)
{
    if (auto refused = access::require(tx, Permission::WritePrescriptions))
        return *refused;
    if (draft.formula && !isInUse(tx, *draft.formula))
        return missing(*draft.formula);
    if (auto wrong = problem(tx, draft))
        return *wrong;
    const FormulaTemplateId id = draft.formula ? *draft.formula : tx.create<FormulaTemplateId>();
    const std::optional<Uuid> owner = draft.shared ? std::nullopt : tx.actor().user;
    Formula made{id, draft};
    made.content.formula = id;
    made.content.name = draft.name.trimmed();
    made.content.code = typedname::plainCode(draft.code, draft.name);
    made.content.indication = draft.indication.trimmed();
    made.content.lines = plain(draft.lines);
    int edition = 1;
    if (draft.formula) {
        store::Query row = tx.sql("SELECT edition FROM formula_template WHERE id = ?1");
        row.bind(id).next();
        edition = row.get<int>(0);
        // Herbs are written once: other ones are another edition.
        edition += linesOf(tx, id, edition) != made.content.lines;
        tx.sql("UPDATE formula_template SET owner_id = ?2, name = ?3, code = ?4, indication = ?5, edition = ?6"
               " WHERE id = ?1")
            .bind(id, owner, made.content.name, made.content.code, orNull(draft.indication), edition)
            .run();
    } else {
        tx.sql("INSERT INTO formula_template(id, owner_id, name, code, indication) VALUES(?1, ?2, ?3, ?4, ?5)")
            .bind(id, owner, made.content.name, made.content.code, orNull(draft.indication))
            .run();
    }
    if (linesOf(tx, id, edition).isEmpty()) {
        int rank = 0;
        for (const PrescriptionLine &line : made.content.lines)
            tx.sql("INSERT INTO formula_template_item(id, formula_template_id, edition, rank, herb, name, dose_mg,"
                   " preparation) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .bind(tx.newUuid(), id, edition, ++rank, orNull(line.herb), line.name,
                      line.dose > Mass() ? std::optional<qint64>(line.dose.milligrams()) : std::nullopt,
                      orNull(line.preparation))
                .run();
    }
    tx.audit({tx.act(), "formula_template", id.uuid(), {}, "ok", {}});
    return made;
}

Result<Done> retire(store::Transaction &tx, FormulaTemplateId id)
{
    if (auto refused = access::require(tx, Permission::WritePrescriptions))
        return *refused;
    if (!isInUse(tx, id))
        return missing(id);
    tx.sql("UPDATE formula_template SET active = 0 WHERE id = ?1").bind(id).run();
    tx.audit({tx.act(), "formula_template", id.uuid(), {}, "ok", {}});
    return Done{};
}

} // namespace xinglin::ownformula
