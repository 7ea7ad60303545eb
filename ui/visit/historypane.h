#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/record/conditions.h"
#include "clinic/record/familyhistory.h"
#include "ui/kit/pane.h"

class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Label;

/// The patient's earlier visits beside the note, newest first, and the key that carries the last one over.
class HistoryPane : public Pane
{
    Q_OBJECT

public:
    explicit HistoryPane(QWidget *parent = nullptr);

    /// What the patient has apart from any one visit, and what runs in the family; problems that are over stay out.
    void setKnown(const Catalog &catalog, const QList<Condition> &problems, const QList<FamilyHistory> &family);
    /// @param last what was written at the newest of them.
    void setVisits(const QList<VisitSummary> &visits, const std::optional<VisitNote> &last);
    void setCarryEnabled(bool enabled);

signals:
    void carryWanted();

private:
    QWidget *entry(const VisitSummary &visit, bool newest) const;

    Label *m_count;
    Pane *m_known;
    Label *m_problems;
    Label *m_family;
    QVBoxLayout *m_list;
    Pane *m_newest;       ///< Always first in the list.
    QVBoxLayout *m_words; ///< Of the newest visit.
    Button *m_carry;
    Label *m_lastHistory;
    bool m_mayCarry = true;
};

} // namespace xinglin::ui
