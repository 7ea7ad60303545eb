#pragma once

#include "access/permission.h"
#include "store/transaction.h"

/// Papers that wait in the queue of this PC. The first printing is noted where the paper's content is read
/// ("prescription.print" …); what becomes of a paper after that is noted here.
namespace xinglin::printed {

/// What stands on a paper.
struct About
{
    QString kind;   ///< Code of the paper: "prescription".
    QString entity; ///< Table of the thing; empty where there is none, as for a test page.
    std::optional<Uuid> subject;
    std::optional<Uuid> patient;
    bool operator==(const About &) const = default;
};

/// Leaves the audit row "paper.again": a paper of the queue is sent to the printer once more.
Result<Done> again(const store::Snapshot &view, const About &about);
/// Leaves the audit row "paper.discard": a paper of the queue is thrown away unprinted.
Result<Done> discarded(const store::Snapshot &view, const About &about);

} // namespace xinglin::printed
