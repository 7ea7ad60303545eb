/* Read before sqlite3.c: how much memory SQLCipher locks, and that it stays locked.
 *
 * With memory security on, SQLCipher locks each piece of memory it takes, and wipes and unlocks it when it gives it
 * back. Locks are of whole pages, and the kernel keeps a map entry for nearly each page that was locked by itself: with
 * caches of 250 MiB the 65,530 entries that a process may have are used up and the next allocation anywhere in it
 * fails. Unlocking a piece also unlocks its neighbours on the page, which may hold a key. So pieces are locked until so
 * much has been, which is what SQLCipher takes first: its own heap with the keys. It stays locked until it goes back to
 * the system, and as much again of the usual limit of 8 MiB is left to our own secrets. Everything is wiped as before.
 */
#ifndef XINGLIN_KEEPLOCKED_H
#define XINGLIN_KEEPLOCKED_H

#ifndef _WIN32
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <stdatomic.h>
#include <sys/mman.h>

static int xinglin_lock(const void *address, size_t length)
{
    static atomic_size_t locked;
    static const size_t most = (size_t)4 << 20;
    if (atomic_load_explicit(&locked, memory_order_relaxed) > most)
        return 0;
    atomic_fetch_add_explicit(&locked, length, memory_order_relaxed);
    return mlock(address, length);
}

#define mlock(address, length) xinglin_lock(address, length)
#define munlock(address, length) 0
#endif

#endif
