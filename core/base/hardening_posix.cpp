#include "base/hardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace xinglin {

bool turnOffCoreFiles()
{
    constexpr rlimit none{0, 0};
    return ::setrlimit(RLIMIT_CORE, &none) == 0;
}

bool hardenProcess()
{
    const bool noCore = turnOffCoreFiles();
    const bool notDumpable = ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    return noCore && notDumpable;
}

} // namespace xinglin
