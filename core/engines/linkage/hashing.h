#pragma once

#include <QStringView>

namespace xinglin::linkage {

/// Numbers that stay the same on every machine and in every run, for keys that are stored: FNV-1a over UTF-16 units,
/// and a last mixing (that of SplitMix64) where several are joined.
inline quint64 hashed(QStringView text, quint64 seed = 0xcbf29ce484222325U)
{
    quint64 hash = seed;
    for (const QChar c : text) {
        hash ^= c.unicode();
        hash *= 0x100000001b3U;
    }
    return hash;
}

inline quint64 mixed(quint64 one, quint64 other)
{
    quint64 z = one * 0x9e3779b97f4a7c15U + other;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

} // namespace xinglin::linkage
