#pragma once

#include "clinic/contact/enquiry.h"

#include <QByteArray>

/// Rows of enquiries; for enquiries.cpp and communications.cpp.
namespace xinglin::enquiry {

/// The table under the alias e, as the door to patients' rows takes it: no import brings enquiries in.
inline constexpr char Rows[] = "(SELECT q.*, NULL AS batch_id FROM enquiry q) e";

/// Condition on the alias e: those that became a patient whom the reader may not see are not there.
QByteArray isSeen();
Error missing(EnquiryId id);

} // namespace xinglin::enquiry
