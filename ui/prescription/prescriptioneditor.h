#pragma once

#include "clinic/prescription/ownformulas.h"
#include "clinic/prescription/prices.h"
#include "engines/safety/prescriptioncheck.h"
#include "ui/kit/segment.h"
#include "ui/prescription/herbsheet.h"
#include "ui/prescription/prescriptionwords.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QScrollArea;
class QUndoStack;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Completion;
class Label;
class MedicineEditor;
class MessageStrip;
class Stepper;

/// Writes the prescriptions of a visit, one of them in front: formula, herbs, route, packets, days, instructions.
/// Everything can be undone while it is a draft, in each by itself. It neither checks nor saves.
class PrescriptionEditor : public QWidget
{
    Q_OBJECT

public:
    explicit PrescriptionEditor(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~PrescriptionEditor() override;

    /// Begins with @p draft; what could be undone before is gone. @p stored: its numbers were settled before.
    void setDraft(const PrescriptionDraft &draft, bool stored);
    /// Begins with several, in their order, the one at @p shown in front; an empty one where there are none.
    /// @p stored says of each whether its numbers were settled before.
    void setDrafts(const QList<PrescriptionDraft> &drafts, const QList<bool> &stored, int shown = 0);
    /// The one in front.
    const PrescriptionDraft &draft() const { return m_draft; }
    /// All in their order, also those without a herb yet.
    QList<PrescriptionDraft> drafts() const;
    int count() const { return int(m_sheets.size()); }
    /// Place of the one in front, from 0.
    int shown() const { return m_shown; }
    /// Brings another one to the front; false where something half-written holds this one, or there is no such place.
    bool showPlace(int place);
    /// An empty one beside the others, or the one that is empty already, in front.
    void add();
    /// Takes the one in front away; it can be brought back.
    void removeShown();
    /// Whether packets and times of the one in front were looked at.
    bool numbersPassed() const { return m_numbersPassed; }
    bool numbersPassed(int place) const;
    /// The first one with a herb that has no dose.
    std::optional<int> placeWithoutDose() const;
    /// What was prescribed at the patient's newest signed visit with a prescription: to take over and to compare with.
    void setLast(const QList<Prescription> &last);
    /// Formulas that were kept: found beside the classic ones, before them.
    void setOwnFormulas(const QList<ownformula::Formula> &own) { m_own = own; }
    const QList<ownformula::Formula> &ownFormulas() const { return m_own; }
    /// What the clinic asks for herbs, for the foot of the sheet.
    void setPrices(const prices::List &list);
    void setReadOnly(bool readOnly);
    /// Marks the cells by what was found. The result belongs to the current lines.
    void showResult(const safety::CheckResult &result);
    /// What was found in each of them, said beside their names.
    void showMarks(const QList<SegmentMark> &marks);
    /// Does what a finding's card offers.
    void apply(const Remedy &remedy, const safety::Finding &finding);
    void giveReason(const safety::Finding &finding, const QString &reason);
    /// The same for a finding of one that is not in front; an empty reason takes it back. No step to be undone.
    void giveReasonIn(int place, const safety::Finding &finding, const QString &reason);
    /// What is being typed becomes a line; false where it cannot.
    bool finishTyping();
    /// Whether packets and times were passed, so that their defaults count. Where not, asks for them once.
    bool settleNumbers();
    /// Puts the hand on the first line without a dose; false where all have one.
    bool goToMissingDose();

    /// How a formula is called, classic or own; empty where it is not known, or several.
    QString nameOfFormula(const QString &id) const;
    /// Puts the herbs of a formula onto the sheet, as a step that can be undone; false where it is not known.
    bool begin(const QString &formula);
    void pickFormula();
    void takeLast();
    /// Begins from a formula that was written before; can be undone.
    void take(PrescriptionDraft formula, const QString &what);
    void undo();
    void redo();
    HerbSheet *sheet() const { return m_sheet; }
    /// What stands beside the herbs, on a prescription of its own; no step of the sheet touches it.
    MedicineEditor *medicines() const { return m_medicines; }
    Stepper *packetsStepper() const { return m_packets; }

signals:
    /// The person changed the draft.
    void changed();
    /// Another one is in front.
    void shownChanged();
    /// The herbs on the sheet are to be kept as a formula.
    void keepWanted();

private:
    /// What is kept of a prescription while another one is in front.
    struct Sheet
    {
        PrescriptionDraft draft;
        bool numbersPassed = false;
        QUndoStack *undo = nullptr;
        int current = 0; ///< Cell under the hand.
    };
    // Several prescriptions: prescriptioneditorsheets.cpp
    void buildRow(QVBoxLayout *box);
    void showRow();
    Sheet sheetOf(const PrescriptionDraft &draft, bool numbersPassed);
    /// Puts what is in front back into its place.
    void keepShown();
    void putInFront(int place);
    void bringBack();
    /// What takeLast() brought along goes again; false where nothing did, or it was looked at since.
    bool takeBackAll();
    /// What was prescribed last time in the place of the one in front; null where nothing was.
    const Prescription *lastHere() const;
    /// Takes away the reasons in the others whose herbs stand nowhere any more.
    void dropIdleReasons();
    bool stands(const QString &herb, const PrescriptionDraft &but) const;

    void buildHead(QVBoxLayout *box);
    void buildNumbers(QVBoxLayout *box);
    /// @p settled: whether the numbers count as looked at from here on; taking the step back restores what was before.
    void change(PrescriptionDraft next, const QString &what, int mergeId = 0, std::optional<bool> settled = {});
    QString nameOf(const PrescriptionDraft &next) const;
    void install(const PrescriptionDraft &draft);
    void showDraft();
    void showCells();
    HerbCell cellOf(int index) const;
    void compare(HerbCell &cell, const PrescriptionLine &line) const;
    QString comparison() const;
    QString totals() const;
    void askFormulas(const QString &typed);
    void insertFormula(const QString &id);
    void takeAlone();
    void changeNumbers(int field, int value);
    void write(int index, const PrescriptionLine &line);
    void remove(int index);

    friend class DraftStep;

    std::shared_ptr<const Catalog> m_catalog;
    PrescriptionDraft m_draft;
    /// A formula as it is put onto the sheet.
    struct Source
    {
        QString id; ///< Of a classic one, or the reference of an own one.
        QString name;
        QList<PrescriptionLine> lines;
        bool daily = true;
    };
    std::optional<Source> sourceOf(const QString &id) const;
    /// Begins with it, or joins it to what stands there.
    void insert(const Source &source);

    std::vector<Sheet> m_sheets; ///< The one at m_shown is out of date: its parts are the members below.
    int m_shown = 0;
    struct Removed
    {
        Sheet sheet;
        int place = 0;
        bool newest = true; ///< Nothing was written since.
    };
    std::optional<Removed> m_removed;
    int m_broughtAlong = 0; ///< Prescriptions that came with the step that took over last time's.
    QList<Prescription> m_last;
    QList<ownformula::Formula> m_own;
    prices::List m_prices;
    std::optional<Source> m_joined; ///< The formula of the newest step, which may be taken alone instead.
    std::optional<safety::CheckResult> m_result;
    QUndoStack *m_undo = nullptr;
    bool m_numbersPassed = false;
    bool m_readOnly = false;

    QWidget *m_row = nullptr;
    Segment *m_places = nullptr;
    Button *m_another = nullptr;
    Button *m_remove = nullptr;
    Button *m_first = nullptr; ///< The same as m_another, while there is only one.
    Label *m_name = nullptr;
    Label *m_comparison = nullptr;
    Segment *m_route = nullptr;
    Button *m_formulaButton = nullptr;
    Button *m_lastButton = nullptr;
    QLineEdit *m_formula = nullptr;
    Completion *m_formulas = nullptr;
    MessageStrip *m_strip = nullptr;
    QScrollArea *m_scroll = nullptr;
    HerbSheet *m_sheet = nullptr;
    MedicineEditor *m_medicines = nullptr;
    Stepper *m_packets = nullptr;
    Stepper *m_packetsPerDay = nullptr;
    Stepper *m_timesPerDay = nullptr;
    Label *m_days = nullptr;
    QLineEdit *m_instructions = nullptr;
    Label *m_totals = nullptr;
    Button *m_keep = nullptr;
};

} // namespace xinglin::ui
