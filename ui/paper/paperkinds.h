#pragma once

#include <QString>
#include <QStringList>

/// Kinds of papers, by codes that stay: printers are chosen by them.
namespace xinglin::ui::paperkind {

inline const QString prescription = QStringLiteral("prescription");
inline const QString medicines = QStringLiteral("medicines"); ///< A prescription of what is ready-made.
inline const QString treatmentSheet = QStringLiteral("treatment-sheet");
inline const QString visitSummary = QStringLiteral("visit-summary");
inline const QString sickNote = QStringLiteral("sick-note");
inline const QString formulaTimeline = QStringLiteral("formula-timeline");
inline const QString constitutionReport = QStringLiteral("constitution-report");
inline const QString daySheet = QStringLiteral("day-sheet");
inline const QString callList = QStringLiteral("call-list");   ///< Who is to be called about an appointment.
inline const QString queueSlip = QStringLiteral("queue-slip"); ///< The number somebody waits under.

/// In the order of a consultation, then those of the desk.
const QStringList &all();
/// "Prescription", in the language of the screen; the code where it is none of all().
QString name(const QString &kind);

} // namespace xinglin::ui::paperkind
