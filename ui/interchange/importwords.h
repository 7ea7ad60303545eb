#pragma once

#include "clinic/patient/batches.h"
#include "interop/importmapping.h"
#include "interop/table.h"
#include "ui/interchange/workwatch.h"
#include "ui/kit/theme.h"

/// What an import says, in the language of the program.
namespace xinglin::ui {

/// Why a line or a value did not come in as it stands; the code itself where it is younger than this program.
QString whyWords(const QString &code);
QString kindWords(interop::ImportKind kind);
/// The same for a kind as it is stored with a batch.
QString kindWords(const QString &stored);
Counted countedIn(const QString &storedKind);
QString targetWords(interop::Target target);
QString outcomeWords(batch::Line::Outcome outcome, Counted counted = Counted::Lines);
Tone outcomeTone(batch::Line::Outcome outcome);
QString outcomeIcon(batch::Line::Outcome outcome, Counted counted = Counted::Lines);
QString orderWords(interop::DateOrder order);
QString delimiterWords(QChar delimiter);
QString stateWords(batch::State state);
/// "3000 lines = 2900 new + 60 known already + 40 rejected"
QString totalsWords(const batch::Totals &totals, Counted counted = Counted::Lines);
/// A line of the file as one reads it: its cells without the empty ones; of a calendar the time or what stands there.
QString lineWords(const batch::Line &line, Counted counted = Counted::Lines);
/// Where a file fits none of the encodings that were tried, an item for each.
QString misfitWords(const QList<interop::Misfit> &misfits);

} // namespace xinglin::ui
