#include "store/vault/keptfile.h"

#include <QCoreApplication>

namespace xinglin::keptfile {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::keptfile)
};

Result<Done> copyOver(Files &files, const QString &from, const QString &to, qint64 mostBytes)
{
    if (!files.exists(from))
        return Done{};
    const auto bytes = files.read(from, mostBytes);
    if (!bytes)
        return bytes.error();
    return replaceFile(files, to, *bytes);
}

Result<Done> makeCopies(Files &files, const QString &path, const QByteArray &bytes, qint64 mostBytes, Copies copies)
{
    const QStringList older = copiesOf(path);
    if (copies == Copies::Rotate) {
        if (auto done = copyOver(files, older[0], older[1], mostBytes); !done)
            return done;
        return copyOver(files, path, older[0], mostBytes);
    }
    if (copies == Copies::Replace) {
        for (const QString &copy : older) {
            if (auto done = replaceFile(files, copy, bytes); !done)
                return done;
        }
    }
    return Done{};
}

Result<Done> saveFrom(Files &files, const QString &fresh, const QString &path, const QByteArray &bytes,
                      qint64 mostBytes, Copies copies, const std::function<bool(const QByteArray &)> &opens)
{
    if (auto written = files.write(fresh, bytes); !written)
        return written;
    const auto reread = files.read(fresh, mostBytes);
    if (!reread)
        return reread.error();
    if (*reread != bytes || !opens(*reread))
        return Error{Code::Broken, Tr::tr("%1 could not be read back as it was written.").arg(fresh), {}, {}};
    if (auto copied = makeCopies(files, path, bytes, mostBytes, copies); !copied)
        return copied;
    auto placed = files.rename(fresh, path);
    if (placed)
        return placed;
    // It may be in its place all the same, and only its name not yet on disk.
    const auto now = files.read(path, mostBytes);
    if (now && *now != bytes)
        return placed;
    return Error{Code::Broken,
                 Tr::tr("The disk failed at the last moment. Look whether this was saved before you do it again."),
                 {},
                 QStringLiteral("in doubt: ") + placed.error().message};
}

} // namespace

QStringList copiesOf(const QString &path)
{
    return {path + QStringLiteral(".1"), path + QStringLiteral(".2")};
}

Result<Done> save(Files &files, const QString &path, const QByteArray &bytes, qint64 mostBytes, Copies copies,
                  const std::function<bool(const QByteArray &)> &opens)
{
    const QString fresh = path + QStringLiteral(".new");
    auto saved = saveFrom(files, fresh, path, bytes, mostBytes, copies, opens);
    if (!saved && files.exists(fresh))
        (void)files.remove(fresh); // left behind, it would only be overwritten
    return saved;
}

} // namespace xinglin::keptfile
