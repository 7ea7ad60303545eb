#pragma once

#include "clinic/record/attachment.h"

#include <QDate>

/// How a patient is written on screens, in the language of the program.
namespace xinglin::ui {

/// "F", "M"; empty where it is not known.
QString sexLetter(Sex sex);
/// In words, as offered in forms.
QString sexName(Sex sex);
/// "46", "20 mo"; empty without a birth date. About a year that is not certain: "about 46".
QString ageText(const std::optional<PartialDate> &birth, QDate today);
/// "F 46"
QString sexAndAge(Sex sex, const std::optional<PartialDate> &birth, QDate today);
/// "today", "yesterday", "14 days ago"; a date from the future as a date.
QString relativeDay(QDate day, QDate today);
/// The parts that are known: "12 Mar 2026".
QString dateText(const PartialDate &date);
QString dateText(QDate day);
/// The time of day in the clinic's zone: "10:02"
QString timeText(Instant at, const QTimeZone &zone);
/// "Thursday 12 March 2026"
QString longDateText(QDate day);
QString documentName(DocumentKind kind);
/// What a picture or paper is about: "Tongue", "Report".
QString kindName(AttachmentKind kind);
/// "Qi-deficiency, tends to blood-stasis"; of more than @p most types the first ones and how many follow.
QString constitutionText(const ConstitutionResult &result, int most = 9);

/// The draft that would leave the patient as they are.
PatientDraft draftOf(const Patient &patient);

} // namespace xinglin::ui
