#pragma once

#include "access/drafts.h"
#include "clinic/record/visit.h"

/// What a person has begun and not finished: drafts, and visits that are saved but not signed.
namespace xinglin::unfinished {

struct Item
{
    enum class What { NewVisit, Visit, Amendment, Registration, Patient, Care, Constitution, Form, Unreadable };

    What what = What::Visit;
    bool typed = false; ///< Lies in a draft, not in a saved visit.
    Instant at;
    drafts::Place place;              ///< Of the draft.
    std::optional<PatientId> patient; ///< None: a registration, a form about nobody, or not to be read.
    std::optional<VisitId> visit;
    QString name;  ///< Of the patient, as far as it is known or typed.
    QString words; ///< Complaint, or what else says which one it is.
    bool operator==(const Item &) const = default;
};

/// Everything of the actor's, newest first; a saved visit with a draft once. @p secret opens the drafts: without it
/// they are counted as Unreadable.
Result<QList<Item>> list(const store::Snapshot &view, const SecretBytes *secret);

} // namespace xinglin::unfinished
