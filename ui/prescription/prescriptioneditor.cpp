#include "ui/prescription/prescriptioneditor.h"

#include "clinic/prescription/merging.h"
#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/popuplist.h"
#include "ui/kit/safetyring.h"
#include "ui/kit/stepper.h"
#include "ui/kit/text.h"
#include "ui/prescription/medicineeditor.h"

#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace xinglin::ui {

namespace {

enum MergeId { NoMerge, PacketsMerge, PacketsPerDayMerge, TimesMerge, InstructionsMerge, RouteMerge };

} // namespace

/// One step of the draft: the whole before and after, both small.
class DraftStep : public QUndoCommand
{
public:
    DraftStep(PrescriptionEditor *editor, PrescriptionDraft before, PrescriptionDraft after, const QString &what,
              int mergeId, std::optional<bool> settled)
        : QUndoCommand(what)
        , m_editor(editor)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_mergeId(mergeId)
        , m_settled(settled)
        , m_settledBefore(editor->m_numbersPassed)
    {
    }

    int id() const override { return m_mergeId == NoMerge ? -1 : m_mergeId; }
    bool mergeWith(const QUndoCommand *other) override
    {
        m_after = static_cast<const DraftStep *>(other)->m_after;
        return true;
    }
    void undo() override
    {
        m_editor->install(m_before);
        if (m_settled)
            m_editor->m_numbersPassed = m_settledBefore;
        else if (m_before.lines.isEmpty())
            m_editor->m_numbersPassed = false; // what is written from here on has numbers of its own
    }
    void redo() override
    {
        m_editor->install(m_after);
        if (m_settled)
            m_editor->m_numbersPassed = *m_settled;
    }

private:
    PrescriptionEditor *m_editor;
    PrescriptionDraft m_before;
    PrescriptionDraft m_after;
    int m_mergeId;
    std::optional<bool> m_settled;
    bool m_settledBefore;
};

PrescriptionEditor::~PrescriptionEditor()
{
    // A field that has the focus tells of leaving it; that must reach an editor that is still whole.
    hide();
}

void PrescriptionEditor::setDraft(const PrescriptionDraft &draft, bool stored)
{
    setDrafts({draft}, {stored});
}

void PrescriptionEditor::setLast(const QList<Prescription> &last)
{
    m_last = last;
    showDraft();
}

void PrescriptionEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_sheet->setReadOnly(readOnly);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_route), static_cast<QWidget *>(m_packets), static_cast<QWidget *>(m_packetsPerDay),
          static_cast<QWidget *>(m_timesPerDay), static_cast<QWidget *>(m_formulaButton)})
        widget->setEnabled(!readOnly);
    m_instructions->setReadOnly(readOnly);
    m_medicines->setReadOnly(readOnly);
    showRow();
    showDraft();
}

void PrescriptionEditor::change(PrescriptionDraft next, const QString &what, int mergeId, std::optional<bool> settled)
{
    if (m_readOnly)
        return;
    if (std::exchange(m_joined, std::nullopt))
        m_strip->clear();
    next.name = nameOf(next);
    // A reason belongs to the herbs it was given for, here and in the prescriptions beside.
    next.overrides.removeIf([&](const FindingOverride &given) {
        const QStringList names = given.herbs.split(u'、');
        return !std::all_of(names.begin(), names.end(), [&](const QString &name) { return stands(name, next); });
    });
    if (next == m_draft)
        return;
    if (m_removed)
        m_removed->newest = false;
    m_broughtAlong = 0;
    m_undo->push(new DraftStep(this, m_draft, next, what, mergeId, settled));
}

void PrescriptionEditor::install(const PrescriptionDraft &draft)
{
    if (draft.lines != m_draft.lines)
        m_result.reset(); // its indexes are those of other lines
    m_draft = draft;
    dropIdleReasons();
    showDraft();
    showRow();
    emit changed();
}

void PrescriptionEditor::showDraft()
{
    m_name->setText(m_draft.name.isEmpty() ? tr("New prescription") : m_draft.name);
    m_route->setCurrent(int(m_draft.route));
    m_packets->setValue(m_draft.packets);
    m_packetsPerDay->setValue(m_draft.packetsPerDay);
    m_timesPerDay->setValue(m_draft.timesPerDay);
    m_days->setText(QString::number(m_draft.days()));
    if (m_instructions->text() != m_draft.instructions)
        m_instructions->setText(m_draft.instructions);
    const QString text = comparison();
    m_comparison->setText(text);
    m_totals->setText(totals());
    m_lastButton->setEnabled(lastHere() && !m_readOnly);
    m_lastButton->setToolTip(lastHere()         ? QString()
                             : m_last.isEmpty() ? tr("This patient has no signed prescription yet.")
                                                : tr("Last time there was no such prescription."));
    showCells();
}

QString PrescriptionEditor::totals() const
{
    if (m_draft.lines.isEmpty())
        return {};
    const QLocale locale;
    const Mass packet = m_draft.packetMass();
    QString said = tr("%n herb(s), %1 g a packet, %2 g in all, for %3 days", nullptr, int(m_draft.lines.size()))
                       .arg(packet.gramText(), locale.toString((packet * m_draft.packets).grams(), 'g', 10))
                       .arg(m_draft.days());
    if (m_prices.fenPer10g.isEmpty())
        return said;
    const prices::Total total = prices::totalOf(m_prices, m_catalog->herbs(), m_draft);
    if (total.isWhole())
        return said + tr("; ¥%1 a packet, ¥%2 in all").arg(prices::yuanText(total.packet), prices::yuanText(total.all));
    if (total.priced == 0)
        return said + tr("; no herb is priced");
    return said + tr("; %1 of %2 priced: these ¥%3 a packet, ¥%4 in all")
                      .arg(total.priced)
                      .arg(total.lines)
                      .arg(prices::yuanText(total.packet), prices::yuanText(total.all));
}

void PrescriptionEditor::setPrices(const prices::List &list)
{
    m_prices = list;
    m_totals->setText(totals());
}

void PrescriptionEditor::showResult(const safety::CheckResult &result)
{
    m_result = result;
    showCells();
}

void PrescriptionEditor::showCells()
{
    QList<HerbCell> cells;
    for (int i = 0; i < m_draft.lines.size(); ++i)
        cells << cellOf(i);
    m_sheet->setCells(cells);
}

HerbCell PrescriptionEditor::cellOf(int index) const
{
    const PrescriptionLine &line = m_draft.lines.at(index);
    HerbCell cell;
    cell.herb = line.herb;
    cell.name = line.name;
    cell.dose = line.dose.milligrams() > 0 ? line.dose.gramText() : QString();
    cell.preparation = line.preparation;
    for (const QString &id : consultation::startedFrom(m_draft)) {
        const safety::Formula *formula = m_catalog->formulas.find(id);
        if (!formula)
            continue;
        const auto same = std::find_if(formula->lines.begin(), formula->lines.end(),
                                       [&](const safety::FormulaLine &of) { return of.herb == line.herb; });
        if (same != formula->lines.end() && cell.detail.isEmpty())
            cell.detail = same->role;
    }
    if (!chineseScreen()) {
        if (const safety::Herb *herb = m_catalog->herbs().find(line.herb))
            cell.detail = herb->pinyin;
    }
    compare(cell, line);
    const bool resolved = m_result && index < m_result->resolved.size();
    cell.unknown = resolved ? !m_result->resolved.at(index).herb : line.herb.isEmpty();
    if (cell.unknown) {
        cell.tone = Tone::Neutral;
        cell.state = tr("not known, not checked");
    }
    if (!m_result)
        return cell;
    for (auto finding = m_result->findings.rbegin(); finding != m_result->findings.rend(); ++finding) {
        if (!finding->lines.contains(index))
            continue; // the gravest come first, so that the last one set here wins
        const Severity severity = finding->severity == safety::Severity::Severe    ? Severity::Stop
                                  : finding->severity == safety::Severity::Warning ? Severity::Caution
                                                                                   : Severity::Note;
        cell.tone = toneOf(severity);
        cell.icon = iconOf(severity);
        cell.state = wordOf(severity);
    }
    return cell;
}

void PrescriptionEditor::compare(HerbCell &cell, const PrescriptionLine &line) const
{
    const Prescription *last = lastHere();
    if (!last || m_readOnly)
        return;
    const QList<PrescriptionLine> &before = last->content.lines;
    const auto same =
        std::find_if(before.begin(), before.end(), [&](const PrescriptionLine &old) { return old.name == line.name; });
    if (same == before.end()) {
        cell.change = tr("+ new");
        cell.changeTone = Tone::Malachite;
    } else if (same->dose != line.dose && line.dose.milligrams() > 0) {
        cell.change = same->dose.gramText() + QStringLiteral(" → ") + line.dose.gramText();
        cell.changeTone = Tone::Azurite;
    }
}

QString PrescriptionEditor::comparison() const
{
    const Prescription *last = lastHere();
    if (!last || m_draft.lines.isEmpty() || m_readOnly)
        return {};
    int added = 0;
    int changedDoses = 0;
    QStringList gone;
    const auto named = [](const QList<PrescriptionLine> &lines, const QString &name) {
        return std::find_if(lines.begin(), lines.end(), [&](const PrescriptionLine &one) { return one.name == name; });
    };
    for (const PrescriptionLine &line : m_draft.lines) {
        const auto old = named(last->content.lines, line.name);
        if (old == last->content.lines.end())
            ++added;
        else if (old->dose != line.dose)
            ++changedDoses;
    }
    for (const PrescriptionLine &line : last->content.lines) {
        if (named(m_draft.lines, line.name) == m_draft.lines.end())
            gone << line.name;
    }
    if (added == 0 && changedDoses == 0 && gone.isEmpty())
        return tr("As last time.");
    QStringList said{tr("Against last time: %1 new, %2 changed").arg(added).arg(changedDoses)};
    if (!gone.isEmpty())
        said << tr("without %1").arg(gone.join(tr(", ", "between herbs")));
    return said.join(tr("; ", "between changes"));
}

void PrescriptionEditor::write(int index, const PrescriptionLine &line)
{
    PrescriptionDraft next = m_draft;
    if (index < next.lines.size()) {
        next.lines[index] = line;
        change(next, tr("Change herb"));
    } else {
        next.lines << line;
        change(next, tr("Add herb"));
    }
}

void PrescriptionEditor::remove(int index)
{
    PrescriptionDraft next = m_draft;
    if (index < 0 || index >= next.lines.size())
        return;
    next.lines.removeAt(index);
    if (next.lines.isEmpty())
        next.formula.clear();
    change(next, tr("Remove herb"));
    m_sheet->setCurrent(index);
}

void PrescriptionEditor::changeNumbers(int field, int value)
{
    PrescriptionDraft next = m_draft;
    (field == PacketsMerge         ? next.packets
     : field == PacketsPerDayMerge ? next.packetsPerDay
                                   : next.timesPerDay) = value;
    change(next, tr("Change packets"), field);
}

void PrescriptionEditor::apply(const Remedy &remedy, const safety::Finding &finding)
{
    PrescriptionDraft next = m_draft;
    switch (remedy.kind) {
    case Remedy::Kind::Remove:
        remove(remedy.line);
        break;
    case Remedy::Kind::SetDose:
        if (remedy.line < next.lines.size()) {
            next.lines[remedy.line].dose = remedy.dose;
            change(next, tr("Change dose"));
        }
        break;
    case Remedy::Kind::Withdraw:
        next.overrides.removeIf([&](const FindingOverride &given) {
            return given.rule == finding.rule && given.herbs == PrescriptionWords::herbsKey(finding);
        });
        change(next, tr("Withdraw reason"));
        break;
    case Remedy::Kind::GiveReason:
        break; // the card asks for the words, see giveReason()
    }
}

void PrescriptionEditor::giveReason(const safety::Finding &finding, const QString &reason)
{
    PrescriptionDraft next = m_draft;
    const QString herbs = PrescriptionWords::herbsKey(finding);
    next.overrides.removeIf(
        [&](const FindingOverride &given) { return given.rule == finding.rule && given.herbs == herbs; });
    next.overrides.append({finding.rule, herbs, reason.trimmed()});
    change(next, tr("Give reason"));
}

bool PrescriptionEditor::finishTyping()
{
    return m_sheet->finishTyping();
}

bool PrescriptionEditor::settleNumbers()
{
    if (m_numbersPassed || m_draft.lines.isEmpty())
        return true;
    m_numbersPassed = true;
    m_strip->say(MessageStrip::Kind::Note,
                 tr("Please check packets and times: %1 packets, %2 a day, in %3 doses. Sign again if they are right.")
                     .arg(m_draft.packets)
                     .arg(m_draft.packetsPerDay)
                     .arg(m_draft.timesPerDay));
    m_packets->setFocus(Qt::ShortcutFocusReason);
    return false;
}

bool PrescriptionEditor::goToMissingDose()
{
    for (int i = 0; i < m_draft.lines.size(); ++i) {
        if (m_draft.lines.at(i).dose.milligrams() <= 0) {
            m_sheet->setCurrent(i);
            m_sheet->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return false;
}

void PrescriptionEditor::take(PrescriptionDraft formula, const QString &what)
{
    if (m_readOnly)
        return;
    formula.overrides.clear();
    for (PrescriptionLine &line : formula.lines)
        line.signedAgain = false;
    if (formula == m_draft)
        m_numbersPassed = true;
    change(formula, what, NoMerge, true); // its numbers were entered with it
    m_sheet->setCurrent(int(m_draft.lines.size()));
    m_sheet->setFocus(Qt::ShortcutFocusReason);
}

void PrescriptionEditor::undo()
{
    if (m_readOnly)
        return;
    if (m_removed && m_removed->newest)
        return bringBack();
    if (std::exchange(m_joined, std::nullopt))
        m_strip->clear();
    const bool all = takeBackAll();
    m_undo->undo();
    if (all)
        emit changed();
}

void PrescriptionEditor::redo()
{
    if (m_readOnly)
        return;
    m_undo->redo();
}

} // namespace xinglin::ui
