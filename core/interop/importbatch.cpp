#include "interop/importbatch.h"

#include "access/training.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop)
};

constexpr qint64 mostManifestBytes = qint64(1) << 28;

/// Whether the file is of an export of a training clinic: by its name, a folder it stands in, or the manifest beside
/// it.
bool isOfTraining(const QString &path)
{
    const QFileInfo file(path);
    for (const QString &place : {file.absoluteFilePath(), file.canonicalFilePath()}) {
        for (const QString &name : place.split(u'/', Qt::SkipEmptyParts)) {
            if (name.startsWith(access::trainingWord()))
                return true;
        }
    }
    QFile manifest(QFileInfo(file.canonicalFilePath()).path() + QStringLiteral("/manifest.json"));
    return manifest.size() <= mostManifestBytes && manifest.open(QIODevice::ReadOnly) &&
           QJsonDocument::fromJson(manifest.readAll()).object().value(u"training").toBool();
}

} // namespace

std::optional<Error> refusedPractice(store::Store &store, const store::Actor &actor, const QString &path)
{
    if (!isOfTraining(path) || access::isTraining(*store.snapshot(actor)))
        return std::nullopt;
    return Error{Code::Conflict,
                 Tr::tr("%1 comes from a training clinic: nobody in it is real. It is not brought into a clinic with "
                        "patients.")
                     .arg(QFileInfo(path).fileName()),
                 QStringLiteral("path"),
                 {}};
}

Result<QByteArray> digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error{Code::NotFound, Tr::tr("The file %1 cannot be read.").arg(path), {}, file.errorString()};
    return hash.result();
}

Error undone(store::Store &store, const store::Actor &actor, BatchId id, const Error &why)
{
    const auto back =
        inTransaction(store, actor, "import.undo", [&](store::Transaction &tx) { return batch::rollBack(tx, id); });
    return back ? why : back.error();
}

} // namespace xinglin::interop
