#pragma once

#include "engines/safety/prescriptioncheck.h"
#include "ui/kit/pane.h"
#include "ui/prescription/prescriptionwords.h"

class QScrollArea;
class QVBoxLayout;

namespace xinglin::ui {

class ChipBar;
class FindingCard;
class Label;
class ReasonBox;
class SafetyRing;

/// The safety panel: ring, what was looked at and what was not, and a card for each finding with what can be done.
/// Alt+F puts the focus on the first remedy; there digits 1 to 9 press.
class CheckPanel : public Pane
{
    Q_OBJECT

public:
    explicit CheckPanel(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    /// 120-px ring beside a prescription, 64 px beside the note.
    void setLarge(bool large);
    /// @p result is that of @p draft for @p facts.
    void showResult(const PrescriptionDraft &draft, const consultation::PatientFacts &facts,
                    const safety::CheckResult &result);
    /// Another prescription of the visit comes: what is half-written about this one is kept for when it is back.
    void turn();
    /// What is open in the visit's other prescriptions, a line each, and whether pregnancy matters for them.
    void setElsewhere(const QStringList &lines, bool asks = false);
    /// Puts what others have to say below the findings about herbs; its finding cards are reached as theirs are.
    void addPart(QWidget *part);
    /// Ready-made medicines of the visit: named as not looked at.
    void setApart(const QStringList &names);
    /// Whether pregnancy has to be asked for something else than herbs.
    void setAsksToo(bool asks);
    /// Whether something stands here that must not be hidden: more than a note, or a question.
    bool mustBeSeen() const;
    /// Back to the first finding, from what stands below.
    void showFindings();
    /// Nothing to check yet.
    void clear();
    void setReadOnly(bool readOnly);
    /// The first finding's first remedy gets the focus; false where there is none.
    bool focusFirst();
    const safety::CheckResult &result() const { return m_result; }
    /// The reason that is being written and was not given yet; no rule: none is.
    FindingOverride reasonBegun() const;
    /// Goes on with it as soon as its finding is shown.
    void resumeReason(const FindingOverride &begun);
    /// Severe findings that no reason covers.
    int openStops() const;

signals:
    void remedyChosen(const xinglin::ui::Remedy &remedy, const xinglin::safety::Finding &finding);
    void reasonGiven(const xinglin::safety::Finding &finding, const QString &reason);
    /// reasonBegun() has changed.
    void reasonEdited();
    /// The woman was asked; nothing: she does not know.
    void pregnancyAnswered(std::optional<bool> pregnant);
    /// The person is done here: back to the sheet.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showRing();
    void showScope();
    void showQuestion();
    void rebuildCards();
    void askReason(const safety::Finding &finding, FindingCard *card);
    bool press(int digit);

    std::shared_ptr<const Catalog> m_catalog;
    PrescriptionDraft m_draft;
    consultation::PatientFacts m_facts;
    safety::CheckResult m_result;
    QStringList m_apart;
    bool m_readOnly = false;
    bool m_asked = false; ///< About pregnancy, in this visit.
    bool m_asksToo = false;
    bool m_asksElsewhere = false;
    QList<QWidget *> m_parts;

    SafetyRing *m_small;
    SafetyRing *m_ring;
    Label *m_headline;
    Label *m_counts;
    Label *m_elsewhere;
    Label *m_scope;
    QWidget *m_question;
    ChipBar *m_answers;
    QScrollArea *m_scroll;
    QVBoxLayout *m_cardBox;
    QList<FindingCard *> m_cards;
    QList<safety::Finding> m_shown;
    QList<FindingOverride> m_shownOverrides;
    ReasonBox *m_reason = nullptr;
    FindingOverride m_reasonFor; ///< What m_reason is asked for.
    QList<FindingOverride> m_resume;
};

} // namespace xinglin::ui
