#pragma once

#include "clinic/clinic.h"
#include "clinic/patient/duplicates.h"

#include <functional>

class QWidget;

/// What is said of two records that may be of one person; each asks for a remark first.
namespace xinglin::ui {

/// Two records by their ids, and what tells the reader which they are: "陈淑芬 (A0000001)".
struct TwoRecords
{
    PatientId one;
    PatientId other;
    QString oneName;
    QString otherName;
};

/// Asks whether they are two people, says so in the store and then calls @p then.
void askDifferent(Clinic &clinic, QWidget *parent, const TwoRecords &two,
                  std::function<void(const Result<Done> &)> then);
/// Asks the owner to merge them.
void askForMerge(Clinic &clinic, QWidget *parent, const TwoRecords &two,
                 std::function<void(const Result<Done> &)> then);

} // namespace xinglin::ui
