#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "interop/exportfile.h"
#include "interop/exportkinds.h"

#include <QTimeZone>

namespace xinglin::interop {

/// Something that is not in an export, and why.
struct LeftOut
{
    QString what;     ///< A kind, "kind: columns", a table, or "*" where it is about all of them.
    QString why;      ///< Code of a reason.
    qint64 count = 0; ///< How many, where that is known.
    bool operator==(const LeftOut &) const = default;
};

/// What manifest.json says of an export.
struct ExportManifest
{
    QString program; ///< Version.
    int schema = 0;
    Uuid clinic{Uuid::Bytes{}};
    QString clinicName;
    bool training = false; ///< Of a clinic for practice: nothing of it is real.
    Instant made;
    QTimeZone zone;
    std::optional<Uuid> person;
    QString personName;
    ExportFormat format = ExportFormat::Csv;
    QList<ExportedFile> files;
    QList<LeftOut> leftOut;

    QByteArray toJson() const;
};

/// Names of the papers that every export has.
inline const QString ManifestFile = QStringLiteral("manifest.json");
inline const QString DictionaryFile = QStringLiteral("dictionary.csv");
inline const QString ReadmeFile = QStringLiteral("README.txt");

/// A kind with the columns of it that are in the export.
struct DictionaryPart
{
    const ExportKind *kind = nullptr;
    QList<ExportColumn> columns;
};
/// Writes dictionary.csv and README.txt into @p folder; @p training: README.txt begins with saying so.
Result<QList<ExportedFile>> writePapers(Files &files, const QString &folder, const QList<DictionaryPart> &parts,
                                        bool training);

/// What does not hold in an export that was checked.
struct ExportProblem
{
    QString name; ///< Of the file.
    QString why;  ///< "missing", "changed", "not-listed".
    bool operator==(const ExportProblem &) const = default;
};
struct ExportCheck
{
    qint64 files = 0;
    qint64 rows = 0;
    QList<ExportProblem> problems;
};
/// Compares the files in @p folder with its manifest. NotFound where there is none, Damaged where it cannot be read,
/// Invalid for a ZIP file, which has to be unpacked first.
Result<ExportCheck> verifyExport(Files &files, const QString &folder);

} // namespace xinglin::interop
