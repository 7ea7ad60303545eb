#pragma once

#include "base/random.h"
#include "clinic/patient/patient.h"
#include "demo/names.h"

#include <QDate>

namespace xinglin::demo {

/// A person before they come: what they will say at the desk, and what is found out later.
struct Person
{
    PatientDraft draft;
    QDate birth;
    std::optional<AllergyDraft> allergy;
    QString medicine; ///< What they take anyway; may be empty.
};

/// @p count persons in households: families share a telephone and an address, children have a parent as guardian and
/// the father's name. @p today is the day from which ages are counted.
QList<Person> makePeople(Random &random, const Names &names, int count, QDate today);

/// Whole years of @p person on @p day.
int ageOf(const Person &person, QDate day);

} // namespace xinglin::demo
