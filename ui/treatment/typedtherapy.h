#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/treatment/treatment.h"

namespace xinglin::ui {

/// What a line such as "艾条灸 zsl 10 3 30m 5zh" says: the service, points, sessions, sessions a week, minutes, numbers
/// with their units, and words as instructions. The service may be typed by letters, too.
struct TherapyReading
{
    TreatmentDraft draft; ///< No name: the line names no service.
    QStringList unread;   ///< Words that say nothing.
    bool operator==(const TherapyReading &) const = default;

    bool isWhole() const { return !draft.name.isEmpty() && unread.isEmpty(); }
};
/// @param kept the order that is being written anew: what no word says stays as it was there.
TherapyReading readTherapy(const Catalog &catalog, const QString &line, const TreatmentDraft &kept = {});
/// The line that is read as this order again.
QString typedTherapy(const Catalog &catalog, const TreatmentDraft &draft);

/// A service's name as one word of such a line.
QString serviceWord(const Service &service);

} // namespace xinglin::ui
