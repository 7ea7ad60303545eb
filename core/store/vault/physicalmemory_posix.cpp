#include "store/vault/physicalmemory.h"

#include <unistd.h>

namespace xinglin::crypto {

quint64 physicalMemory()
{
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long size = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<quint64>(pages) * static_cast<quint64>(size) : 0;
}

} // namespace xinglin::crypto
