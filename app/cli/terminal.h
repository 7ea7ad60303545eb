#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdio>

/// What only the operating system knows of the terminal. One file for each system.
namespace xinglin::cli::terminal {

bool isTerminal(std::FILE *file);
/// Asks on the terminal itself, whatever standard input is, without showing what is typed. Code::Invalid where there is
/// no terminal.
Result<QString> askSecretly(const QString &question);
/// The bytes of an open file descriptor up to its end, at most @p most.
Result<QByteArray> readDescriptor(int descriptor, qint64 most);

} // namespace xinglin::cli::terminal
