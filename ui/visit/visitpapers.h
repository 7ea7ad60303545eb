#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/prescription/visitpaper.h"
#include "clinic/record/certificates.h"
#include "ui/paper/paperdress.h"

#include <QLocale>

namespace xinglin::ui {

/// The summary of a visit for the patient: the note in words, diagnoses, prescriptions, treatments, advice, and a line
/// for the next visit, to be written by hand. The note's remarks are the practice's own and stay off the paper.
Sheets summarySheets(const consultation::SummaryPaper &paper, const Catalog &catalog, const QLocale &locale,
                     const PaperDress &dress = {});

/// The sick note: whose, from when to when and how many days, the diagnosis where it is to be named, recommendation.
Sheets sickNoteSheets(const certificate::Paper &paper, const QLocale &locale, const PaperDress &dress = {});

} // namespace xinglin::ui
