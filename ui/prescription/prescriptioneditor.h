#pragma once

#include "clinic/prescription/ownformulas.h"
#include "clinic/prescription/prices.h"
#include "engines/safety/prescriptioncheck.h"
#include "ui/prescription/herbsheet.h"
#include "ui/prescription/prescriptionwords.h"

#include <QWidget>

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
class Segment;
class Stepper;

/// Writes one prescription: formula, herbs, route, packets, days, instructions. Everything can be undone while it is a
/// draft. It neither checks nor saves.
class PrescriptionEditor : public QWidget
{
    Q_OBJECT

public:
    explicit PrescriptionEditor(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~PrescriptionEditor() override;

    /// Begins with @p draft; what could be undone before is gone. @p stored: its numbers were settled before.
    void setDraft(const PrescriptionDraft &draft, bool stored);
    const PrescriptionDraft &draft() const { return m_draft; }
    /// Whether packets and times were looked at.
    bool numbersPassed() const { return m_numbersPassed; }
    /// The patient's newest signed prescription: to take over and to compare with.
    void setLast(const std::optional<Prescription> &last);
    /// Formulas that were kept: found beside the classic ones, before them.
    void setOwnFormulas(const QList<ownformula::Formula> &own) { m_own = own; }
    const QList<ownformula::Formula> &ownFormulas() const { return m_own; }
    /// What the clinic asks for herbs, for the foot of the sheet.
    void setPrices(const prices::List &list);
    void setReadOnly(bool readOnly);
    /// Marks the cells by what was found. The result belongs to the current lines.
    void showResult(const safety::CheckResult &result);
    /// Does what a finding's card offers.
    void apply(const Remedy &remedy, const safety::Finding &finding);
    void giveReason(const safety::Finding &finding, const QString &reason);
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
    /// The herbs on the sheet are to be kept as a formula.
    void keepWanted();

private:
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

    std::optional<Prescription> m_last;
    QList<ownformula::Formula> m_own;
    prices::List m_prices;
    std::optional<Source> m_joined; ///< The formula of the newest step, which may be taken alone instead.
    std::optional<safety::CheckResult> m_result;
    QUndoStack *m_undo;
    bool m_numbersPassed = false;
    bool m_readOnly = false;

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
