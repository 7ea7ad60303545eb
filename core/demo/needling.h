#pragma once

#include "clinic/treatment/sessions.h"
#include "demo/cases.h"

namespace xinglin::demo {

/// The acupuncture that goes with @p illness, which has some: twice a week, both sides, even technique.
TreatmentDraft needlingFor(Random &random, const Case &illness, const Catalog &catalog);

/// An order of which sessions are still to be given.
struct OpenOrder
{
    TreatmentId treatment{Uuid(Uuid::Bytes{})};
    int needles = 0;
    int minutes = 30;
    int left = 0; ///< Sessions.
    QDate due;    ///< Of the next one.
    int practitioner = 0;
};

/// Day of the session after one on @p day: three or four days later, twice a week, when the clinic is open.
QDate nextSession(Random &random, QDate day);

} // namespace xinglin::demo
