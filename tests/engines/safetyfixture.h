#pragma once

#include "engines/safety/prescriptioncheck.h"

#include <QFile>

namespace xinglin::safety {

inline QByteArray catalogBytes(const QString &name)
{
    QFile file(QStringLiteral(XINGLIN_SOURCE_DIR "/resources/catalog/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline SafetyFiles catalogFiles()
{
    return {catalogBytes(u"herbs.json"_qs),     catalogBytes(u"herb_names.json"_qs),
            catalogBytes(u"formulas.json"_qs),  catalogBytes(u"incompatibilities.json"_qs),
            catalogBytes(u"allergens.json"_qs), catalogBytes(u"severities.json"_qs)};
}

/// The shipped catalogue, loaded once a program; aborts where it does not load.
inline const SafetyTables &tables()
{
    static const SafetyTables loaded = [] {
        auto result = SafetyTables::fromJson(catalogFiles());
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return *result;
    }();
    return loaded;
}

} // namespace xinglin::safety
