#include "clinic/catalog/catalog.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace xinglin {

namespace {

/// Takes the value or remembers the first refusal.
template <class T>
void take(Result<T> &&result, T &into, std::optional<Error> &refused)
{
    if (result)
        into = std::move(*result);
    else if (!refused)
        refused = result.error();
}

/// English names by id.
Result<QHash<QString, QString>> herbClassesFromJson(const QByteArray &json)
{
    QHash<QString, QString> names;
    for (const QJsonValue value : QJsonDocument::fromJson(json).array())
        names.insert(value[u"id"].toString(), value[u"name_en"].toString());
    if (names.isEmpty() || names.values().contains(QString()))
        return Error{Code::Damaged,
                     QCoreApplication::translate("Vocabulary", "The reference data cannot be read."),
                     {},
                     QStringLiteral("herb_categories.json")};
    return names;
}

QString versionOf(const QByteArrayList &files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &bytes : files)
        hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex().left(8));
}

} // namespace

bool Catalog::knows(const QString &vocabulary, const QString &code) const
{
    if (vocabulary == u"tongue")
        return tongue.find(code);
    if (vocabulary == u"pulse")
        return pulse.find(code);
    if (vocabulary == u"findings")
        return findings.find(code);
    return vocabulary == u"diagnosis" && diagnosis.find(code);
}

Result<std::shared_ptr<const Catalog>> Catalog::load()
{
    return load([](const QString &name) {
        QFile file(QStringLiteral(":/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    });
}

Result<std::shared_ptr<const Catalog>> Catalog::load(const std::function<QByteArray(const QString &)> &read)
{
    safety::SafetyFiles files;
    files.herbs = read(QStringLiteral("catalog/herbs.json"));
    files.herbNames = read(QStringLiteral("catalog/herb_names.json"));
    files.formulas = read(QStringLiteral("catalog/formulas.json"));
    files.incompatibilities = read(QStringLiteral("catalog/incompatibilities.json"));
    files.allergens = read(QStringLiteral("catalog/allergens.json"));
    files.severities = read(QStringLiteral("catalog/severities.json"));
    const QByteArray pulse = read(QStringLiteral("catalog/pulse.json"));

    auto catalog = std::make_shared<Catalog>();
    std::optional<Error> refused;
    take(safety::SafetyTables::fromJson(files), catalog->safety, refused);
    take(herbClassesFromJson(read(QStringLiteral("catalog/herb_categories.json"))), catalog->herbClasses, refused);
    take(safety::FormulaCatalog::fromJson(files.formulas), catalog->formulas, refused);
    take(tongueFromJson(read(QStringLiteral("catalog/tongue.json"))), catalog->tongue, refused);
    take(pulseFromJson(pulse), catalog->pulse, refused);
    take(pulsePositionsFromJson(pulse), catalog->pulsePositions, refused);
    take(findingsFromJson(read(QStringLiteral("catalog/inquiry.json"))), catalog->findings, refused);
    take(diagnosisFromJson(read(QStringLiteral("catalog/diagnosis.json"))), catalog->diagnosis, refused);
    take(westernFromJson(read(QStringLiteral("catalog/icd10_common.json"))), catalog->western, refused);
    take(forms::formFromJson(read(QStringLiteral("forms/visit.json"))), catalog->visitForm, refused);
    const points::PointFiles pointFiles{read(QStringLiteral("catalog/acupoints.json")),
                                        read(QStringLiteral("catalog/meridians.json")),
                                        read(QStringLiteral("catalog/point_rules.json"))};
    take(points::PointCatalog::fromJson(pointFiles), catalog->points, refused);
    take(ServiceList::fromJson(read(QStringLiteral("catalog/services.json"))), catalog->services, refused);
    if (refused)
        return *refused;
    catalog->rulesVersion =
        versionOf({files.herbs, files.herbNames, files.incompatibilities, files.allergens, files.severities});
    catalog->pointsVersion = versionOf({pointFiles.points, pointFiles.rules});
    return std::shared_ptr<const Catalog>(catalog);
}

} // namespace xinglin
