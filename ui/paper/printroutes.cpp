#include "ui/paper/printroutes.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace xinglin::ui {

namespace {
constexpr qint64 mostBytes = 1 << 16;
}

QString printRoutesPath(const QString &clinicFolder)
{
    return clinicFolder + QStringLiteral("/printers.json");
}

PrintRoutes readPrintRoutes(Files &files, const QString &path)
{
    if (!files.exists(path))
        return {};
    const Result<QByteArray> bytes = files.read(path, mostBytes);
    if (!bytes)
        return {};
    PrintRoutes routes;
    const QJsonObject all = QJsonDocument::fromJson(*bytes).object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject one = it.value().toObject();
        routes.insert(it.key(),
                      {one.value(QLatin1String("printer")).toString(), one.value(QLatin1String("tray")).toString(),
                       std::clamp(one.value(QLatin1String("copies")).toInt(1), 1, mostCopies),
                       one.value(QLatin1String("folder")).toString()});
    }
    return routes;
}

Result<Done> writePrintRoutes(Files &files, const QString &path, const PrintRoutes &routes)
{
    QJsonObject all;
    for (auto it = routes.begin(); it != routes.end(); ++it)
        all.insert(it.key(), QJsonObject{{QStringLiteral("printer"), it->printer},
                                         {QStringLiteral("tray"), it->tray},
                                         {QStringLiteral("copies"), it->copies},
                                         {QStringLiteral("folder"), it->folder}});
    return replaceFile(files, path, QJsonDocument(all).toJson());
}

} // namespace xinglin::ui
