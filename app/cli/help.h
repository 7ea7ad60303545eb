#pragma once

#include "app/cli/command.h"

namespace xinglin::cli {

/// Options of the program itself, beside Arguments::common().
QList<Option> programOptions();
/// Whether some command begins with @p word.
bool isNoun(const QList<Command> &commands, const QString &word);
/// All commands, or those of one noun.
void showHelp(Output &output, const QList<Command> &commands, const QString &noun);
void showHelp(Output &output, const Command &command);

} // namespace xinglin::cli
