#pragma once

namespace xinglin {

/// Keeps this process's memory out of core files and away from other programs of the same user. Call it first thing in
/// main(). False where the system refuses.
bool hardenProcess();
/// The first of these only: for programs that others look into, as a shell does where it hands on a file.
bool turnOffCoreFiles();

} // namespace xinglin
