#pragma once

#include "access/session.h"

/// Practice must never be mistaken for the real thing, nor the other way round: a training clinic has a folder of its
/// own with a mark in it, everything that leaves it is marked, and nothing of it comes into a clinic with patients.
///
/// | what leaves                                | from a training clinic                                          |
/// |--------------------------------------------|-----------------------------------------------------------------|
/// | papers, printed, saved, looked at          | TRAINING across each page and in the file's name: dressed()     |
/// | recovery sheet, state of the audit log     | the same: paintTrainingMark()                                   |
/// | audit log as a table, with its manifest    | the file's name: leavingPath()                                  |
/// | pictures and papers saved outside          | the file's name: leavingPath()                                  |
/// | the export of everything                   | the name of its folder or file: leavingPath(); its manifest and |
/// |                                            | README; an import into a clinic with patients refuses it        |
/// | backups                                    | a folder called backups-TRAINING, or TRAINING in a chosen one;  |
/// |                                            | restored over a training clinic alone: restore()                |
/// | clipboard, QR codes on the screen          | as always: all people are invented, and it empties after 30 s   |
/// | lines that stay out of an import           | as always: they come from the person's own file                 |
/// | printouts of xinglin-cli                   | as always: read by who typed the command                        |
/// | messages to people, other PCs              | never: mayLeave() refuses                                       |
namespace xinglin::access {

/// How something leaves a clinic.
enum class Leaving {
    Paper,
    File,
    Backup,
    Message, ///< To a patient or anybody outside.
    Peer,    ///< To another PC.
};

/// The word that stands on and in everything that leaves a training clinic.
QString trainingWord();

/// Whether the folder says, before anything is unlocked, that its clinic is for practice: by a file of its own with our
/// words, not by a name that is there by chance. Asks the disk.
bool isTrainingPlace(const Surroundings &around);
/// Lays the mark into a folder that becomes a training clinic.
Result<Done> markTrainingPlace(const Surroundings &around);

/// Whether the clinic is for practice. Anybody may know.
bool isTraining(const store::Snapshot &view);
/// Asked by whatever sends something out of the clinic, before it does. Conflict where it may not leave.
Result<Done> mayLeave(const store::Snapshot &view, Leaving how);
/// @p path as it is written outside: in a training clinic the file's name begins with the word.
QString leavingPath(const store::Snapshot &view, const QString &path);

} // namespace xinglin::access
