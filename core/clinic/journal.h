#pragma once

#include "clinic/changes.h"

/// What was done in the last day, in words, and taking it back.
namespace xinglin::journal {

/// How long an act can be taken back.
inline constexpr std::chrono::hours Reach{24};

/// One act.
struct Entry
{
    changes::Told told;
    bool own = false; ///< Done by the reader.
    std::optional<PatientId> patient;
    QString patientName;
    bool possible = false;  ///< The reader can take it back now.
    bool takenBack = false; ///< Somebody has already.
    QString why;            ///< Why it cannot be taken back; one sentence.
    bool operator==(const Entry &) const = default;
};

/// The acts of the last day that the reader may see, newest first; those before @p before (Told::n) where one is
/// named. Leaves the audit row "journal.open".
Result<QList<Entry>> lastDay(const store::Snapshot &view, std::optional<qint64> before = {}, int limit = 100);
/// What the reader did last and has not taken back; nullopt where there is nothing in the last day.
Result<std::optional<Entry>> lastOwn(const store::Snapshot &view);

/// The code of taking back @p act: "patient.edit.undo"; of taking that back again "patient.edit.redo".
QByteArray actOfTakingBack(const QByteArray &act);
/// Restores what was visible before the record. The transaction's act is actOfTakingBack() of the record's. Asks for
/// the act's own permission besides. Refuses what is older than a day, what is corrected and never taken back (signed
/// visits, registrations), and where something later stands on it; the message says what.
Result<Done> takeBack(store::Transaction &tx, const store::Version &record);

} // namespace xinglin::journal
