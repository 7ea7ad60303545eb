#pragma once

#include "clinic/record/constitution.h"

/// The constitution in the language of the program.
namespace xinglin::ui {

/// "Qi-deficiency", 气虚: on axes and in tables.
QString typeName(const QString &type);
/// "yes", "tendency" …
QString decisionName(constitution::Decision decision);
/// "Standard form, 60 questions"
QString formName(constitution::Form form);
/// The same of a stored one; its id where the form is newer than this program.
QString formName(const QString &id);
/// The score as shown: transformed with one decimal, or the sum.
QString scoreText(const constitution::Score &score);

/// The form by which an assessment was made; the standard one where it is not known.
constitution::Form formOf(const ConstitutionAssessment &assessment);
/// Where the scores lie, 0 … 1 by type in their order.
QList<double> positions(const ConstitutionAssessment &assessment);
/// "Qi-deficiency, tends to blood-stasis"
QString summaryOf(const ConstitutionAssessment &assessment);

} // namespace xinglin::ui
