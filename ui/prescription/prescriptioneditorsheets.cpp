#include "ui/kit/button.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/text.h"
#include "ui/prescription/prescriptioneditor.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QUndoStack>

#include <algorithm>
#include <utility>

// Several prescriptions at one visit: a decoction, a wash. One is in front, the others are kept as they were left.

namespace xinglin::ui {

void PrescriptionEditor::buildRow(QVBoxLayout *box)
{
    m_row = new QWidget;
    m_row->setObjectName(QStringLiteral("prescriptionRow"));
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gapControls);
    m_places = new Segment(tr("Prescriptions of this visit"));
    m_places->setObjectName(QStringLiteral("prescriptionPlaces"));
    m_places->setFocusPolicy(Qt::TabFocus); // a click leaves the hand where it writes
    connect(m_places, &Segment::chosen, this, [this](int place) {
        if (!showPlace(place))
            showRow();
    });
    row->addWidget(m_places);
    m_another = new Button(QStringLiteral("+"));
    m_another->setObjectName(QStringLiteral("addPrescription"));
    m_another->setControlSize(ButtonSize::Small);
    m_another->setKeyCap(QStringLiteral("Ctrl N"));
    m_another->setAccessibleName(tr("Another prescription"));
    m_another->setToolTip(tr("Another prescription beside this one, such as a wash"));
    connect(m_another, &Button::clicked, this, &PrescriptionEditor::add);
    row->addWidget(m_another);
    auto *turn = new Button(tr("Next one", "prescription"), ButtonKind::Ghost);
    turn->setObjectName(QStringLiteral("nextPrescription"));
    turn->setControlSize(ButtonSize::Small);
    turn->setKeyCap(QStringLiteral("F6"));
    turn->setAccessibleName(tr("The next prescription"));
    connect(turn, &Button::clicked, this, [this] { showPlace((m_shown + 1) % count()); });
    row->addWidget(turn);
    row->addStretch(1);
    m_remove = new Button(tr("Remove this one", "prescription"), ButtonKind::Ghost);
    m_remove->setObjectName(QStringLiteral("removePrescription"));
    m_remove->setControlSize(ButtonSize::Small);
    m_remove->setAccessibleName(tr("Remove this prescription"));
    m_remove->setKeys(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace));
    m_remove->setKeyCap(QStringLiteral("Ctrl Shift ⌫"));
    connect(m_remove, &Button::clicked, this, &PrescriptionEditor::removeShown);
    row->addWidget(m_remove);
    box->addWidget(m_row);
}

void PrescriptionEditor::showRow()
{
    if (!m_first)
        return; // still being built
    QStringList cells;
    const QList<PrescriptionDraft> all = drafts();
    for (qsizetype i = 0; i < all.size(); ++i)
        cells << PrescriptionWords::placeName(int(i), all.at(i));
    m_places->setCells(cells);
    m_places->setCurrent(m_shown);
    const bool several = count() > 1;
    m_row->setVisible(several);
    m_another->setVisible(!m_readOnly);
    m_remove->setVisible(!m_readOnly);
    m_first->setVisible(!several && !m_readOnly);
}

void PrescriptionEditor::showMarks(const QList<SegmentMark> &marks)
{
    m_places->setMarks(marks);
}

PrescriptionEditor::Sheet PrescriptionEditor::sheetOf(const PrescriptionDraft &draft, bool numbersPassed)
{
    return {draft, numbersPassed, new QUndoStack(this), int(draft.lines.size())};
}

void PrescriptionEditor::setDrafts(const QList<PrescriptionDraft> &drafts, const QList<bool> &stored, int shown)
{
    for (const Sheet &sheet : m_sheets)
        delete sheet.undo;
    m_sheets.clear();
    if (m_removed)
        delete m_removed->sheet.undo;
    m_removed.reset();
    for (qsizetype i = 0; i < std::max<qsizetype>(1, drafts.size()); ++i)
        m_sheets.push_back(sheetOf(drafts.value(i), stored.value(i)));
    putInFront(std::clamp(shown, 0, count() - 1));
}

QList<PrescriptionDraft> PrescriptionEditor::drafts() const
{
    QList<PrescriptionDraft> all;
    for (int i = 0; i < count(); ++i)
        all << (i == m_shown ? m_draft : m_sheets[size_t(i)].draft);
    return all;
}

bool PrescriptionEditor::numbersPassed(int place) const
{
    return place == m_shown ? m_numbersPassed : m_sheets.at(size_t(place)).numbersPassed;
}

std::optional<int> PrescriptionEditor::placeWithoutDose() const
{
    const QList<PrescriptionDraft> all = drafts();
    for (int i = 0; i < all.size(); ++i) {
        const QList<PrescriptionLine> &lines = all.at(i).lines;
        if (std::any_of(lines.begin(), lines.end(),
                        [](const PrescriptionLine &line) { return line.dose.milligrams() <= 0; }))
            return i;
    }
    return std::nullopt;
}

void PrescriptionEditor::keepShown()
{
    Sheet &sheet = m_sheets[size_t(m_shown)];
    sheet.draft = m_draft;
    sheet.numbersPassed = m_numbersPassed;
    sheet.current = m_sheet->current();
}

void PrescriptionEditor::putInFront(int place)
{
    m_shown = place;
    const Sheet &sheet = m_sheets[size_t(place)];
    m_draft = sheet.draft;
    m_numbersPassed = sheet.numbersPassed;
    m_undo = sheet.undo;
    m_result.reset();
    m_joined.reset();
    m_broughtAlong = 0;
    m_formula->clear();
    m_formula->hide();
    m_strip->clear();
    showDraft();
    showRow();
    m_sheet->setCurrent(std::min(sheet.current, int(m_draft.lines.size())));
}

bool PrescriptionEditor::showPlace(int place)
{
    if (place == m_shown)
        return true;
    if (place < 0 || place >= count())
        return false;
    if (!m_readOnly && !finishTyping()) {
        m_strip->say(MessageStrip::Kind::Stop, tr("A herb is still being written."));
        return false;
    }
    keepShown();
    putInFront(place);
    emit shownChanged();
    return true;
}

void PrescriptionEditor::add()
{
    if (m_readOnly)
        return;
    if (!finishTyping())
        return m_strip->say(MessageStrip::Kind::Stop, tr("A herb is still being written."));
    const QList<PrescriptionDraft> all = drafts();
    const auto empty =
        std::find_if(all.begin(), all.end(), [](const PrescriptionDraft &one) { return one.lines.isEmpty(); });
    if (empty != all.end()) {
        showPlace(int(empty - all.begin()));
    } else {
        keepShown();
        m_sheets.push_back(sheetOf({}, false));
        putInFront(count() - 1);
        emit shownChanged();
    }
    m_sheet->setFocus(Qt::ShortcutFocusReason);
}

void PrescriptionEditor::removeShown()
{
    if (m_readOnly || count() < 2)
        return;
    keepShown();
    if (m_removed)
        delete m_removed->sheet.undo;
    m_removed = Removed{m_sheets[size_t(m_shown)], m_shown, true};
    m_sheets.erase(m_sheets.begin() + m_shown);
    const int gone = m_removed->place;
    putInFront(std::min(gone, count() - 1));
    dropIdleReasons();
    m_strip->say(MessageStrip::Kind::Note, tr("Prescription %1 is removed.").arg(gone + 1), tr("Bring it back"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    emit shownChanged();
    emit changed();
    m_sheet->setFocus(Qt::OtherFocusReason);
}

void PrescriptionEditor::bringBack()
{
    if (m_readOnly || !m_removed)
        return;
    if (!finishTyping())
        return;
    keepShown();
    const Removed back = *std::exchange(m_removed, std::nullopt);
    const int place = std::min(back.place, count());
    m_sheets.insert(m_sheets.begin() + place, back.sheet);
    putInFront(place);
    emit shownChanged();
    emit changed();
    m_sheet->setFocus(Qt::OtherFocusReason);
}

const Prescription *PrescriptionEditor::lastHere() const
{
    if (m_shown >= m_last.size())
        return nullptr;
    const Prescription *here = &m_last.at(m_shown);
    const auto outside = [](const PrescriptionDraft &one) { return one.route == Route::External; };
    if (m_draft.lines.isEmpty() || count() == 1 || outside(here->content) == outside(m_draft))
        return here;
    return nullptr; // a wash is no later form of what was taken
}

void PrescriptionEditor::takeLast()
{
    const Prescription *last = lastHere();
    if (!last || m_readOnly)
        return;
    const bool all = count() == 1 && m_last.size() > 1;
    take(last->content, tr("Take the last prescription"));
    if (!all)
        return;
    for (qsizetype i = 1; i < m_last.size(); ++i) {
        PrescriptionDraft further = m_last.at(i).content;
        further.overrides.clear();
        for (PrescriptionLine &line : further.lines)
            line.signedAgain = false;
        m_sheets.push_back(sheetOf(further, true)); // its numbers were entered with it
    }
    m_broughtAlong = count() - 1;
    showRow();
    m_strip->say(MessageStrip::Kind::Note,
                 tr("All %n prescription(s) of last time stand here; F6 turns to the next.", nullptr, count()));
    emit changed();
}

bool PrescriptionEditor::takeBackAll()
{
    const int along = std::exchange(m_broughtAlong, 0);
    if (along == 0 || m_shown != 0 || count() != along + 1)
        return false;
    while (count() > 1) {
        delete m_sheets.back().undo;
        m_sheets.pop_back();
    }
    m_strip->clear();
    showRow();
    return true;
}

bool PrescriptionEditor::stands(const QString &herb, const PrescriptionDraft &but) const
{
    const auto has = [&](const PrescriptionDraft &one) {
        return std::any_of(one.lines.begin(), one.lines.end(),
                           [&](const PrescriptionLine &line) { return line.name == herb; });
    };
    bool found = has(but);
    for (int i = 0; i < count() && !found; ++i)
        found = i != m_shown && has(m_sheets[size_t(i)].draft);
    return found;
}

void PrescriptionEditor::dropIdleReasons()
{
    for (int i = 0; i < count(); ++i) {
        if (i == m_shown)
            continue;
        m_sheets[size_t(i)].draft.overrides.removeIf([&](const FindingOverride &given) {
            const QStringList names = given.herbs.split(u'、');
            return !std::all_of(names.begin(), names.end(), [&](const QString &name) { return stands(name, m_draft); });
        });
    }
}

void PrescriptionEditor::giveReasonIn(int place, const safety::Finding &finding, const QString &reason)
{
    if (m_readOnly || place == m_shown || place < 0 || place >= count())
        return;
    QList<FindingOverride> &overrides = m_sheets[size_t(place)].draft.overrides;
    const QString herbs = PrescriptionWords::herbsKey(finding);
    overrides.removeIf(
        [&](const FindingOverride &given) { return given.rule == finding.rule && given.herbs == herbs; });
    if (!reason.trimmed().isEmpty())
        overrides.append({finding.rule, herbs, reason.trimmed()});
}

} // namespace xinglin::ui
