#pragma once

#include "access/drafts.h"
#include "clinic/record/visit.h"

/// What a person has begun and not finished: drafts, and visits that are saved but not signed. What others have
/// finished and waits for this person: prescriptions to be checked.
namespace xinglin::unfinished {

struct Item
{
    enum class What { NewVisit, Visit, Amendment, Registration, Patient, Care, Constitution, Form, Check, Unreadable };

    What what = What::Visit;
    bool typed = false; ///< Lies in a draft, not in a saved visit.
    Instant at;
    drafts::Place place;              ///< Of the draft.
    std::optional<PatientId> patient; ///< None: a registration, a form about nobody, or not to be read.
    std::optional<VisitId> visit;
    QString name;  ///< Of the patient, as far as it is known or typed.
    QString words; ///< Complaint, or what else says which one it is; of a Check what is prescribed.
    bool operator==(const Item &) const = default;
};

/// Everything of the actor's, newest first; a saved visit with a draft once, and what waits for them to be checked. @p
/// secret opens the drafts: without it they are counted as Unreadable.
Result<QList<Item>> list(const store::Snapshot &view, const SecretBytes *secret);

} // namespace xinglin::unfinished
