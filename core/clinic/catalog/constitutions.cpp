#include "clinic/catalog/constitutions.h"

#include <QFile>

namespace xinglin::constitution {

const Definition &shipped()
{
    static const Definition definition = [] {
        QFile file(QStringLiteral(":/catalog/constitution.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        auto read = Definition::fromJson(opened ? file.readAll() : QByteArray());
        if (!read)
            qFatal("constitution.json: %s", qUtf8Printable(read.error().detail));
        return *std::move(read);
    }();
    return definition;
}

} // namespace xinglin::constitution
