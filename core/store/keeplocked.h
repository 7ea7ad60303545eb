/* Read before sqlite3.c: memory that SQLCipher has locked stays locked until it goes back to the system.
 *
 * With memory security on, SQLCipher locks each piece of memory it takes, and wipes and unlocks it when it gives it
 * back. The lock is one of whole pages, so that unlocking a piece also unlocks its neighbours that are still in use,
 * and the kernel splits and joins its map of the process each time: three quarters of the time of opening a store. What
 * is given back has been wiped, so nothing is lost where its page stays out of the swap space. */
#ifndef XINGLIN_KEEPLOCKED_H
#define XINGLIN_KEEPLOCKED_H

#ifndef _WIN32
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <sys/mman.h>
#define munlock(address, length) 0
#endif

#endif
