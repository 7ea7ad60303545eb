#pragma once

#include "clinic/record/conditions.h"
#include "clinic/record/constitution.h"
#include "clinic/record/familyhistory.h"
#include "demo/body.h"
#include "demo/cases.h"
#include "demo/people.h"

namespace xinglin::demo {

/// What a person brings along and is written down when they first come. Drawn from a stream of their own, so that one
/// person's facts do not hang on another's.
struct Background
{
    Body body;
    QString constitution;     ///< Id of the type they lean to, where no illness says otherwise.
    bool illnessLeads = true; ///< Their first illness says so.
    bool assessed = false;    ///< Fills in the questionnaire of the constitution.
    std::optional<FamilyHistoryDraft> family;
};

/// Of the person at place @p index of a clinic grown from @p seed.
Background backgroundOf(quint64 seed, qsizetype index, const Person &person, QDate today, const Catalog &catalog);

/// Gives some adults a number of the card index that the clinic had before.
void giveOldNumbers(quint64 seed, QList<Person> &people, QDate today);

/// The problem for which somebody takes @p medicine, since some years before @p day; nothing where it is not known.
std::optional<ConditionDraft> problemBehind(Random &random, const QString &medicine, QDate day, const Catalog &catalog);
/// Whether @p medicine is for high blood pressure.
bool lowersPressure(const QString &medicine);

/// A whole questionnaire of somebody who leans to @p type, "pinghe" to none.
ConstitutionDraft questionnaireOf(Random &random, const QString &type, Sex sex, int age);

} // namespace xinglin::demo
