#include "interop/table.h"

#include "interop/csvreader.h"
#include "interop/csvtext.h"
#include "interop/xlsxbook.h"
#include "interop/xlsxreader.h"

#include <QCoreApplication>
#include <QFile>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Table)
};

Error invalid(const QString &message, const char *detail)
{
    return Error{Code::Invalid, message, {}, QString::fromLatin1(detail)};
}

/// Whether a name stands, in UTF-16, in the folder of an OLE container.
bool oleHolds(QIODevice &file, QStringView name)
{
    constexpr qint64 folderBytes = 8192;
    if (!file.seek(0))
        return false;
    const QByteArray head = file.read(512);
    if (head.size() < 512)
        return false;
    const auto number = [&head](qsizetype at) { return static_cast<quint32>(static_cast<uchar>(head[at])); };
    const qint64 sectorBytes = number(30) == 12 ? 4096 : 512;
    const qint64 first = number(48) | number(49) << 8 | number(50) << 16 | number(51) << 24;
    const QByteArray wanted(reinterpret_cast<const char *>(name.utf16()), name.size() * 2);
    return file.seek((first + 1) * sectorBytes) && file.read(folderBytes).contains(wanted);
}

/// CSV or workbook, by the first bytes; the others are refused.
Result<TableKind> kindOf(QIODevice &file)
{
    if (!file.isReadable() || file.isSequential() || !file.seek(0))
        return Error{Code::Broken, Tr::tr("The file cannot be read: %1").arg(file.errorString()), {}, {}};
    const QByteArray beginning = file.read(8);
    if (beginning.isEmpty())
        return invalid(Tr::tr("The file is empty."), "empty");
    if (beginning.startsWith("PK\x03\x04") || beginning.startsWith("PK\x05\x06"))
        return TableKind::Xlsx;
    if (beginning == QByteArrayView("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        if (oleHolds(file, u"EncryptedPackage"))
            return invalid(Tr::tr("The workbook is protected by a password. Open it in Excel or WPS, take the password "
                                  "off and save it again."),
                           "encrypted");
        return invalid(Tr::tr("This is a workbook of the older kind (.xls). Open it in Excel or WPS and save it as an "
                              "Excel workbook (.xlsx)."),
                       "ole");
    }
    if (beginning.startsWith("%PDF"))
        return invalid(Tr::tr("This is a PDF file and not a table."), "pdf");
    return TableKind::Csv;
}

Result<TableInfo> lookAtText(QIODevice &file, TableInfo info)
{
    auto text = csv::encodingOf(file);
    if (!text)
        return text.error();
    info.encoding = text->encoding;
    info.certainty = text->certainty;
    info.misfits = text->misfits;
    const QString beginning =
        csv::beginningOf(file, text->encoding ? *text->encoding : csv::furthest(text->misfits).tried);
    const csv::Layout layout = csv::layoutOf(beginning);
    info.delimiter = csv::declaredDelimiter(beginning).value_or(layout.delimiter);
    info.spaced = layout.spaced;
    return info;
}

Result<std::unique_ptr<TableSource>> openText(std::unique_ptr<QIODevice> file, const ReadOptions &options)
{
    csv::Dialect dialect;
    dialect.replaceMisfits = options.replaceMisfits;
    dialect.trim = options.trim;
    if (options.encoding) {
        dialect.encoding = *options.encoding;
    } else {
        auto text = csv::encodingOf(*file);
        if (!text)
            return text.error();
        if (!text->encoding)
            return csv::misfitError(csv::furthest(text->misfits));
        dialect.encoding = *text->encoding;
    }
    if (options.delimiter) {
        const QChar delimiter = *options.delimiter;
        if (delimiter.isNull() || delimiter == u'"' || delimiter == u'\r' || delimiter == u'\n' ||
            delimiter.isSurrogate())
            return Error{
                Code::Invalid, Tr::tr("This character cannot separate cells."), QStringLiteral("delimiter"), {}};
        dialect.delimiter = delimiter;
    } else {
        const QString beginning = csv::beginningOf(*file, dialect.encoding);
        dialect.delimiter = csv::declaredDelimiter(beginning).value_or(csv::layoutOf(beginning).delimiter);
    }
    return std::unique_ptr<TableSource>(std::make_unique<csv::Reader>(std::move(file), dialect));
}

Result<std::unique_ptr<TableSource>> openSheet(std::unique_ptr<QIODevice> file, const ReadOptions &options)
{
    auto book = xlsx::Book::open(std::move(file));
    if (!book)
        return book.error();
    if (options.sheet < 0 || options.sheet >= (*book)->sheets().size())
        return Error{Code::NotFound, Tr::tr("The workbook has no such sheet."), QStringLiteral("sheet"), {}};
    return xlsx::openSheet(std::move(*book), options.sheet);
}

Result<std::unique_ptr<QIODevice>> opened(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return Error{Code::NotFound, Tr::tr("The file cannot be read: %1").arg(file->errorString()), {}, {}};
    return std::unique_ptr<QIODevice>(std::move(file));
}

} // namespace

Cell textCell(const QString &text)
{
    return text.isEmpty() ? Cell{} : Cell{Cell::Kind::Text, text, false};
}

Result<TableInfo> look(QIODevice &file)
{
    auto kind = kindOf(file);
    if (!kind)
        return kind.error();
    TableInfo info;
    info.kind = *kind;
    info.bytes = file.size();
    if (*kind == TableKind::Csv)
        return lookAtText(file, info);
    auto sheets = xlsx::sheetsOf(file);
    if (!sheets)
        return sheets.error();
    info.sheets = *sheets;
    return info;
}

Result<TableInfo> look(const QString &path)
{
    auto file = opened(path);
    return file ? look(**file) : Result<TableInfo>(file.error());
}

Result<std::unique_ptr<TableSource>> openTable(std::unique_ptr<QIODevice> file, const ReadOptions &options)
{
    auto kind = kindOf(*file);
    if (!kind)
        return kind.error();
    return *kind == TableKind::Csv ? openText(std::move(file), options) : openSheet(std::move(file), options);
}

Result<std::unique_ptr<TableSource>> openTable(const QString &path, const ReadOptions &options)
{
    auto file = opened(path);
    if (!file)
        return file.error();
    return openTable(std::move(*file), options);
}

} // namespace xinglin::interop
