#pragma once

#include "interop/tablewriter.h"

namespace xinglin::interop {

enum class ExportFormat { Csv, Xlsx, Json };
/// "csv", "xlsx", "json".
QString toText(ExportFormat format);
std::optional<ExportFormat> exportFormatFrom(const QString &text);

/// A file that was written, as the manifest lists it.
struct ExportedFile
{
    QString name; ///< From the export's folder on.
    QString kind; ///< Of record; empty for what is no table: papers, attachments.
    qint64 rows = 0;
    qint64 bytes = 0;
    QByteArray sha256;
    QStringList columns{};
    bool operator==(const ExportedFile &) const = default;
};

/// The most rows below the heads of one sheet.
inline constexpr qint64 SheetRows = 1'048'575;

/// The rows of one kind on their way into files. CSV is one file as csvWriter() writes it; JSON is one file of JSON
/// lines (.jsonl), an object a row with its members in the order of the columns, null where a cell is empty; of
/// workbooks there is one for each @p sheetRows rows ("answers.xlsx", "answers-2.xlsx" …), and a text that no cell of a
/// workbook holds becomes a file in the folder "texts", which the cell names. Memory of fixed size. What is not
/// finished is for the caller to remove, with the folder.
class ExportFile
{
public:
    /// @p files outlives it. The row's first cell is its id. @p title names a workbook's sheet.
    ExportFile(Files &files, const QString &folder, const QString &kind, const QString &title,
               const QStringList &columns, ExportFormat format, qint64 sheetRows = SheetRows);
    ~ExportFile();

    Result<Done> write(QList<Cell> &row);
    /// The files, all on disk; at least one, without hashes and sizes.
    Result<QList<ExportedFile>> finish();

private:
    Result<Done> open();
    Result<Done> writeJson(const QList<Cell> &row);
    Result<Done> flush();
    Result<Done> putAside(QList<Cell> &row);

    Files &m_files;
    QString m_folder;
    QString m_kind;
    QString m_title;
    QStringList m_columns;
    QByteArrayList m_keys; ///< `"name":` as JSON has it.
    ExportFormat m_format;
    qint64 m_sheetRows;
    std::unique_ptr<TableWriter> m_writer;
    QByteArray m_bytes;
    QList<ExportedFile> m_done;
    QList<ExportedFile> m_texts;
};

/// Size and SHA-256 of a file, read piece by piece.
Result<Done> measure(const QString &folder, ExportedFile &file);

} // namespace xinglin::interop
