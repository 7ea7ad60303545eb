#pragma once

#include "clinic/patient/patient.h"

/// What one person is to another, in the codes of HL7 v3 RoleCode (PersonalRelationshipRoleType) and in words.
namespace xinglin::kinship {

/// Every code that is known, in the order they are offered: the nearest first.
const QStringList &codes();
bool isKnown(const QString &code);
/// In the language of the program: "maternal grandmother". Of a code that is not known, the code.
QString nameOf(const QString &code);
/// The sex that the word says: FTH is male; nothing of PRN.
std::optional<Sex> sexOf(const QString &code);
/// What the patient is to a relative: of one whose father (FTH) the relative is, SON or DAU, or CHILD where the
/// patient's sex is neither. @p sex is the patient's.
QString inverse(const QString &code, Sex sex);

} // namespace xinglin::kinship
