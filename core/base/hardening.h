#pragma once

namespace xinglin {

/// Keeps this process's memory out of core files and away from other programs of the same user. Call it first thing in
/// main(). False where the system refuses.
bool hardenProcess();

} // namespace xinglin
