#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "base/result.h"

#include <functional>

namespace xinglin::cli {

/// How the program ends; a promise to scripts.
enum class Exit {
    Done = 0,
    Refused = 1,  ///< Refused, or findings of the kind asked for with --fail-on.
    WrongUse = 2, ///< The command line itself is wrong.
    Denied = 3,   ///< Wrong password, or no permission.
    Store = 4,    ///< The store is damaged, locked, in use or not there.
    Rejected = 5, ///< Input was rejected; nothing was written.
};

/// The exit that belongs to a refusal.
Exit exitFor(Code code);

/// One call of a verb: what was typed, and where to write.
struct Call
{
    const Arguments &arguments;
    Output &output;

    /// Says why on standard error.
    Exit refuse(const Error &error) const;
    Exit refuse(Exit exit, const QString &sentence) const;
    /// Whether data that are in both languages are shown in Chinese.
    bool speaksChinese() const;
};

/// A verb. The texts are in the language of the program, so verbs are made after it is known.
struct Command
{
    QStringList words; ///< "patient", "search"
    QString purpose;   ///< One line.
    QList<Operand> operands;
    QList<Option> options;
    QString details; ///< More for --help; may be empty.
    std::function<Exit(const Call &)> run;
    bool inner = false; ///< Run by the program itself; no list names it.
};

/// Every verb, in the order of the help.
QList<Command> allCommands();

Command initCommand();
Command benchCommand();
Command benchReplayCommand();
Command demoCommand();
Command patientAddCommand();
Command patientSearchCommand();
Command patientShowCommand();
Command patientHistoryCommand();
Command patientDuplicatesCommand();
QList<Command> importCommands();
Command importCalendarCommand();
Command exportCalendarCommand();
Command exportCommand();
/// "queue" and its steps; the bare word after them.
QList<Command> queueCommands();
Command herbResolveCommand();
Command prescriptionCheckCommand();
Command constitutionScoreCommand();
Command appointmentFreeCommand();
Command appointmentBookCommand();
Command appointmentMoveCommand();
Command appointmentCancelCommand();
Command appointmentListCommand();
Command verifyCommand();
Command backupCommand();
Command restoreCommand();
Command logCommand();
Command doctorCommand();
Command auditListCommand();
Command auditExportCommand();

} // namespace xinglin::cli
