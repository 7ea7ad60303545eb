#include "clinic/prescription/merging.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/popuplist.h"
#include "ui/prescription/prescriptioneditor.h"

#include <QLineEdit>
#include <QSet>
#include <QUndoStack>

#include <algorithm>
#include <utility>

// Formulas that are put onto the sheet: classic and own ones, one after another.

namespace xinglin::ui {

namespace {
constexpr int offered = 8;

/// The pieces of a draft, whatever their doses.
QSet<QString> piecesOf(const PrescriptionDraft &draft)
{
    QSet<QString> pieces;
    for (const PrescriptionLine &line : draft.lines)
        pieces << line.name;
    return pieces;
}
} // namespace

void PrescriptionEditor::pickFormula()
{
    if (m_readOnly)
        return;
    m_formula->setPlaceholderText(m_draft.lines.isEmpty()
                                      ? tr("Formula by name, pinyin or initials, such as gpt")
                                      : tr("Formula to join to these herbs; of a herb in both the larger dose counts"));
    m_formula->show();
    m_formula->clear();
    m_formula->setFocus(Qt::ShortcutFocusReason);
}

void PrescriptionEditor::askFormulas(const QString &typed)
{
    QList<CompletionRow> rows;
    for (const ownformula::Formula &formula : ownformula::matching(m_own, typed, offered)) {
        CompletionRow row;
        row.primary = formula.content.name;
        row.secondary = formula.content.code;
        row.trailing = formula.content.shared ? tr("own, the clinic's") : tr("own, mine");
        row.data = ownformula::reference(formula.id);
        row.trailingColor = Token::Text2;
        rows << row;
    }
    for (const safety::Formula *formula : m_catalog->formulas.complete(typed, offered)) {
        if (rows.size() >= offered)
            break;
        CompletionRow row;
        row.primary = formula->nameZh;
        row.secondary = formula->pinyin;
        row.trailing = formula->daily ? formula->source
                                      : tr("%1, amounts are a ratio", "source of a formula").arg(formula->source);
        row.data = formula->id;
        rows << row;
    }
    m_formulas->setRows(rows);
}

std::optional<PrescriptionEditor::Source> PrescriptionEditor::sourceOf(const QString &id) const
{
    if (const safety::Formula *formula = m_catalog->formulas.find(id))
        return Source{id, formula->nameZh, linesOf(*formula, *m_catalog), formula->daily};
    for (const ownformula::Formula &formula : m_own) {
        if (ownformula::reference(formula.id) == id)
            return Source{id, formula.content.name, formula.content.lines, true};
    }
    return std::nullopt;
}

QString PrescriptionEditor::nameOf(const PrescriptionDraft &next) const
{
    static const QString changedName = QStringLiteral("加减");
    const QString name = PrescriptionWords::nameOf(*m_catalog, next, m_own);
    // Of a formula that is not kept any more only the name is known; with other herbs it is a changed one.
    const bool kept = !name.isEmpty() && name == next.name && !next.formula.isEmpty();
    if (kept && next.formula == m_draft.formula && next.name == m_draft.name && piecesOf(next) != piecesOf(m_draft) &&
        !name.endsWith(changedName)) {
        const QStringList from = consultation::startedFrom(next);
        if (!std::all_of(from.begin(), from.end(), [&](const QString &id) { return sourceOf(id).has_value(); }))
            return name + changedName;
    }
    return name;
}

QString PrescriptionEditor::nameOfFormula(const QString &id) const
{
    const std::optional<Source> source = sourceOf(id);
    return source ? source->name : QString();
}

bool PrescriptionEditor::begin(const QString &formula)
{
    const std::optional<Source> source = sourceOf(formula);
    if (!source || m_readOnly)
        return false;
    insert(*source);
    return true;
}

void PrescriptionEditor::insertFormula(const QString &id)
{
    const std::optional<Source> source = sourceOf(id);
    m_formula->clear();
    m_formula->hide();
    if (!source)
        return;
    insert(*source);
    m_sheet->setFocus(Qt::ShortcutFocusReason);
    if (!goToMissingDose())
        m_sheet->setCurrent(int(m_draft.lines.size()));
}

void PrescriptionEditor::insert(const Source &source)
{
    const bool joins = !m_draft.lines.isEmpty();
    const consultation::Merged merged = consultation::mergedWith(m_draft, source.lines, source.id);
    m_strip->clear();
    const int steps = m_undo->index();
    change(merged.draft, joins ? tr("Join %1").arg(source.name) : tr("Insert %1").arg(source.name), 0, m_numbersPassed);
    const bool missing = std::any_of(m_draft.lines.begin(), m_draft.lines.end(),
                                     [](const PrescriptionLine &line) { return line.dose.milligrams() <= 0; });
    const QString ratio = tr("%1 gives amounts for a whole batch, a ratio only: set each dose.").arg(source.name);
    if (joins && m_undo->index() == steps) {
        m_strip->say(MessageStrip::Kind::Note, tr("All of %1 stands there already.").arg(source.name));
    } else if (joins) {
        QStringList said{tr("%1 is joined: %n herb(s) of both stand once with the larger dose,", nullptr, merged.both)
                             .arg(source.name),
                         tr("%n new. Ctrl+Z takes it back.", "herbs", merged.added)};
        if (!source.daily)
            said << ratio;
        m_strip->say(source.daily ? MessageStrip::Kind::Note : MessageStrip::Kind::Caution,
                     said.join(chineseScreen() ? QString() : QStringLiteral(" ")), tr("Take it alone"),
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
        m_joined = source;
    } else if (!source.daily) {
        m_strip->say(MessageStrip::Kind::Caution, ratio);
    } else if (missing) {
        m_strip->say(MessageStrip::Kind::Note, tr("Some doses of %1 are not in grams: set them.").arg(source.name));
    }
}

void PrescriptionEditor::takeAlone()
{
    const std::optional<Source> source = std::exchange(m_joined, std::nullopt);
    m_strip->clear();
    if (!source || m_readOnly)
        return;
    m_undo->undo(); // the joining, so that one step more leads back to the sheet as it stood
    PrescriptionDraft next = m_draft;
    next.lines.clear();
    next.formula.clear();
    next.overrides.clear();
    change(consultation::mergedWith(next, source->lines, source->id).draft, tr("Take %1").arg(source->name), 0,
           m_numbersPassed);
    m_sheet->setFocus(Qt::ShortcutFocusReason);
    if (!goToMissingDose())
        m_sheet->setCurrent(int(m_draft.lines.size()));
}

} // namespace xinglin::ui
