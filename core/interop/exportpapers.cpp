#include "interop/exportpapers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Export)
};

constexpr qint64 mostManifestBytes = qint64(1) << 28;
const QString formatName = QStringLiteral("xinglin-export");

QJsonObject toJson(const ExportedFile &file)
{
    QJsonObject object{{QStringLiteral("name"), file.name},
                       {QStringLiteral("bytes"), file.bytes},
                       {QStringLiteral("sha256"), QString::fromLatin1(file.sha256.toHex())}};
    if (!file.kind.isEmpty()) {
        object.insert(QStringLiteral("kind"), file.kind);
        object.insert(QStringLiteral("rows"), file.rows);
        object.insert(QStringLiteral("columns"), QJsonArray::fromStringList(file.columns));
    }
    return object;
}

QJsonObject toJson(const LeftOut &one)
{
    const ExportKinds::Reason reason = ExportKinds::shipped().reason(one.why);
    QJsonObject object{{QStringLiteral("what"), one.what},
                       {QStringLiteral("why"), one.why},
                       {QStringLiteral("en"), reason.en},
                       {QStringLiteral("zh"), reason.zh}};
    if (one.count > 0)
        object.insert(QStringLiteral("count"), one.count);
    return object;
}

Result<Done> writeDictionary(Files &files, const QString &folder, const QList<DictionaryPart> &parts)
{
    const QStringList heads{QStringLiteral("file"),
                            QStringLiteral("file_meaning_en"),
                            QStringLiteral("file_meaning_zh"),
                            QStringLiteral("column"),
                            QStringLiteral("type"),
                            QStringLiteral("unit"),
                            QStringLiteral("meaning_en"),
                            QStringLiteral("meaning_zh"),
                            QStringLiteral("codes"),
                            QStringLiteral("source")};
    auto writer = csvWriter(files, folder + u'/' + DictionaryFile, {heads, {}, {}});
    if (!writer)
        return writer.error();
    const auto row = [&](const ExportKind &kind, const QString &name, const QString &type, const QString &unit,
                         const QString &en, const QString &zh, const QString &codes, const QString &source) {
        QList<Cell> cells;
        for (const QString &text : {kind.file, kind.en, kind.zh, name, type, unit, en, zh, codes, source})
            cells << textCell(text);
        return (*writer)->write(cells);
    };
    for (const DictionaryPart &part : parts) {
        const ExportKind &kind = *part.kind;
        for (const ExportColumn &column : part.columns) {
            if (auto written =
                    row(kind, column.names().join(QStringLiteral(", ")), column.typeName(), column.unit(), column.en,
                        column.zh, column.codes, QString::fromLatin1(kind.table + '.' + column.column));
                !written)
                return written;
        }
        if (kind.addsPatient()) {
            if (auto written = row(kind, QStringLiteral("patient_id, patient_number, patient_name"),
                                   QStringLiteral("UUID, number, name"), {}, QStringLiteral("The patient"),
                                   QStringLiteral("患者"), {}, QString::fromLatin1(kind.path.constLast().table));
                !written)
                return written;
        }
        if (kind.addsVisit()) {
            if (auto written = row(kind, QStringLiteral("visit_id"), QStringLiteral("UUID"), {},
                                   QStringLiteral("The visit: visits.id"), QStringLiteral("就诊：visits.id"), {},
                                   QStringLiteral("visit"));
                !written)
                return written;
        }
    }
    return (*writer)->finish();
}

/// In both languages, as the rest of the file is.
constexpr const char *trainingLine =
    "TRAINING: these files come from a clinic for practice. Nobody in them is real; do not bring them into a clinic "
    "with patients.\n"
    "练习数据：这些文件来自练习诊所，其中的人和事都是虚构的，请勿导入真实诊所。\n\n";

Result<Done> writeReadme(Files &files, const QString &folder, bool training)
{
    QFile text(QStringLiteral(":/export/README.txt"));
    if (!text.open(QIODevice::ReadOnly))
        return Error{Code::Broken, {}, {}, text.errorString()};
    QByteArray bytes = (training ? QByteArray(trainingLine) : QByteArray()) + text.readAll();
    return files.write(folder + u'/' + ReadmeFile, "\xEF\xBB\xBF" + bytes.replace("\n", "\r\n"));
}

Error damaged()
{
    return {Code::Damaged, Tr::tr("The manifest of this export cannot be read."), {}, {}};
}

} // namespace

QByteArray ExportManifest::toJson() const
{
    QJsonArray listed;
    for (const ExportedFile &file : files)
        listed << interop::toJson(file);
    QJsonArray absent;
    for (const LeftOut &one : leftOut)
        absent << interop::toJson(one);
    QJsonObject object{
        {QStringLiteral("format"), formatName},
        {QStringLiteral("format_version"), 1},
        {QStringLiteral("program"), QStringLiteral("Xinglin")},
        {QStringLiteral("program_version"), program},
        {QStringLiteral("schema_version"), schema},
        {QStringLiteral("clinic"),
         QJsonObject{{QStringLiteral("id"), clinic.toString()}, {QStringLiteral("name"), clinicName}}},
        {QStringLiteral("made_at"), QDateTime::fromMSecsSinceEpoch(toMs(made), zone)
                                        .toOffsetFromUtc(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(toMs(made))))
                                        .toString(Qt::ISODate)},
        {QStringLiteral("time_zone"), QString::fromLatin1(zone.id())},
        {QStringLiteral("made_by"),
         QJsonObject{{QStringLiteral("id"), person ? QJsonValue(person->toString()) : QJsonValue()},
                     {QStringLiteral("name"), personName}}},
        {QStringLiteral("files_format"), toText(format)},
        {QStringLiteral("files"), listed},
        {QStringLiteral("left_out"), absent}};
    if (training)
        object.insert(QStringLiteral("training"), true);
    return QJsonDocument(object).toJson();
}

Result<QList<ExportedFile>> writePapers(Files &files, const QString &folder, const QList<DictionaryPart> &parts,
                                        bool training)
{
    if (auto written = writeDictionary(files, folder, parts); !written)
        return written.error();
    if (auto written = writeReadme(files, folder, training); !written)
        return written.error();
    return QList<ExportedFile>{{DictionaryFile, {}, 0, 0, {}}, {ReadmeFile, {}, 0, 0, {}}};
}

Result<ExportCheck> verifyExport(Files &files, const QString &folder)
{
    if (QFileInfo(folder).isFile())
        return Error{Code::Invalid, Tr::tr("Unpack the export first; then its folder can be checked."), {}, {}};
    const QString place = folder + u'/' + ManifestFile;
    if (!files.exists(place))
        return Error{Code::NotFound, Tr::tr("There is no export in %1.").arg(folder), {}, {}};
    const auto bytes = files.read(place, mostManifestBytes);
    if (!bytes)
        return bytes.error();
    const QJsonObject manifest = QJsonDocument::fromJson(*bytes).object();
    if (manifest[u"format"].toString() != formatName || !manifest[u"files"].isArray())
        return damaged();
    ExportCheck check;
    QSet<QString> listed{ManifestFile};
    for (const auto &value : manifest[u"files"].toArray()) {
        const QJsonObject object = value.toObject();
        ExportedFile file;
        file.name = object[u"name"].toString();
        // A manifest from elsewhere must not lead out of its folder.
        if (file.name.isEmpty() || QDir::isAbsolutePath(file.name) || QDir::cleanPath(file.name).startsWith(u"..") ||
            listed.contains(file.name))
            return damaged();
        listed << file.name;
        ++check.files;
        check.rows += object[u"rows"].toInteger();
        if (!files.exists(folder + u'/' + file.name)) {
            check.problems.append({file.name, QStringLiteral("missing")});
            continue;
        }
        if (auto measured = measure(folder, file); !measured)
            return measured.error();
        if (file.bytes != object[u"bytes"].toInteger() ||
            QString::fromLatin1(file.sha256.toHex()) != object[u"sha256"].toString())
            check.problems.append({file.name, QStringLiteral("changed")});
    }
    QDirIterator there(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (there.hasNext()) {
        const QString name = QDir(folder).relativeFilePath(there.next());
        if (!listed.contains(name))
            check.problems.append({name, QStringLiteral("not-listed")});
    }
    return check;
}

} // namespace xinglin::interop
