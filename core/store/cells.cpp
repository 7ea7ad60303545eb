#include "store/cells.h"

namespace xinglin::store {

QByteArray packVersions(const QMap<int, Version> &versions)
{
    QByteArray bytes;
    bytes.reserve(versions.size() * 18);
    const auto put = [&](quint64 value, int size) {
        for (int i = size - 1; i >= 0; --i)
            bytes.append(static_cast<char>(value >> (8 * i)));
    };
    for (auto it = versions.cbegin(); it != versions.cend(); ++it) {
        put(static_cast<quint64>(it.key()), 2);
        put(it.value().stream, 8);
        put(it.value().seq, 8);
    }
    return bytes;
}

QMap<int, Version> unpackVersions(const QByteArray &bytes)
{
    QMap<int, Version> versions;
    const auto take = [&](qsizetype at, int size) {
        quint64 value = 0;
        for (int i = 0; i < size; ++i)
            value = value << 8 | static_cast<quint8>(bytes[at + i]);
        return value;
    };
    for (qsizetype at = 0; at + 18 <= bytes.size(); at += 18)
        versions.insert(static_cast<int>(take(at, 2)), Version{take(at + 2, 8), take(at + 10, 8)});
    return versions;
}

} // namespace xinglin::store
