#pragma once

#include "access/people.h"
#include "access/rights.h"
#include "clinic/clinic.h"

namespace xinglin::ui {

/// The person whose pages these are, and the clinic they work in. What a role may not do is not shown at all; the store
/// refuses it besides.
struct Who
{
    access::User user;
    access::ClinicProfile clinic;
    access::Rights rights; ///< As they were when the pages were made.
    bool operator==(const Who &) const = default;

    bool may(access::Permission permission) const { return rights.has(permission); }
    /// "Dr Shen Mingtang" as far as known: title or first role, then the name.
    QString label() const;
};

/// The actor of the view.
Result<Who> whoIs(const store::Snapshot &view);

/// The clinic's civil day, now. Asks the clock only, never the store.
QDate today(Clinic &clinic);

} // namespace xinglin::ui
