#include "interop/xlsxbook.h"

#include "interop/xlsxxml.h"

#include <QCoreApplication>
#include <QMap>

namespace xinglin::interop::xlsx {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Xlsx)
};

constexpr qsizetype mostSheets = 1000;
constexpr qsizetype mostRelations = 20'000;

/// A part that another one names.
struct Relation
{
    QByteArray type; ///< The last word of its address: worksheet, styles, sharedStrings …
    QByteArray target;
};

class Relations final : public Xml
{
public:
    QMap<QByteArray, Relation> byId;

protected:
    void begin(QByteArrayView element, const Attributes &attributes) override
    {
        if (element != "Relationship" || attributes.value("TargetMode") == "External")
            return;
        if (byId.size() >= mostRelations)
            return refuse(damagedPart(QStringLiteral("relations")));
        const QByteArray type = attributes.value("Type").toByteArray();
        byId.insert(attributes.value("Id").toByteArray(),
                    {type.mid(type.lastIndexOf('/') + 1), attributes.value("Target").toByteArray()});
    }
    void end(QByteArrayView) override {}
    void text(QByteArrayView) override {}
};

class WorkbookPart final : public Xml
{
public:
    QList<SheetInfo> sheets;
    QList<QByteArray> relations;
    bool from1904 = false;

protected:
    void begin(QByteArrayView element, const Attributes &attributes) override
    {
        if (element == "workbookPr") {
            const auto value = attributes.value("date1904");
            from1904 = value == "1" || value == "true";
        } else if (element == "sheet") {
            if (sheets.size() >= mostSheets)
                return refuse(damagedPart(QStringLiteral("sheets")));
            const auto state = attributes.value("state");
            sheets.append({QString::fromUtf8(attributes.value("name")), state == "hidden" || state == "veryHidden"});
            relations.append(attributes.prefixed("id").toByteArray());
        }
    }
    void end(QByteArrayView) override {}
    void text(QByteArrayView) override {}
};

QByteArray folderOf(const QByteArray &part)
{
    return part.left(part.lastIndexOf('/') + 1);
}

QByteArray relationsOf(const QByteArray &part)
{
    const QByteArray folder = folderOf(part);
    return folder + "_rels/" + part.mid(folder.size()) + ".rels";
}

/// A zip file may be many things.
Error noWorkbook(const Package &package)
{
    if (package.has("xl/workbook.bin") || package.has("content.xml"))
        return Error{Code::Invalid,
                     Tr::tr("This is a workbook of another kind (.xlsb or .ods). Open it in its program and save it as "
                            "an Excel workbook (.xlsx)."),
                     {},
                     QStringLiteral("other workbook")};
    return Error{Code::Invalid,
                 Tr::tr("This is a compressed file, but no Excel workbook (.xlsx)."),
                 {},
                 QStringLiteral("no workbook")};
}

Result<QByteArray> workbookPart(const Package &package)
{
    if (package.has("_rels/.rels")) {
        Relations relations;
        if (auto failed = relations.readAll(package, "_rels/.rels"))
            return *failed;
        for (const Relation &relation : std::as_const(relations.byId)) {
            if (relation.type != "officeDocument")
                continue;
            const QByteArray part = resolvedName({}, relation.target);
            if (package.has(part) && !part.toLower().endsWith(".bin"))
                return part;
        }
    }
    if (package.has("xl/workbook.xml"))
        return QByteArray("xl/workbook.xml");
    return noWorkbook(package);
}

} // namespace

Result<std::unique_ptr<Book>> Book::open(std::unique_ptr<QIODevice> device)
{
    std::unique_ptr<Book> book(new Book);
    book->m_device = std::move(device);
    if (auto failed = book->read(*book->m_device))
        return *failed;
    return book;
}

std::optional<Error> Book::read(QIODevice &device)
{
    auto package = Package::open(device);
    if (!package)
        return package.error();
    m_package = std::move(*package);
    const auto part = workbookPart(*m_package);
    if (!part)
        return part.error();
    WorkbookPart workbook;
    if (auto failed = workbook.readAll(*m_package, *part))
        return failed;
    Relations relations;
    if (auto failed = relations.readAll(*m_package, relationsOf(*part)))
        return failed;
    const QByteArray folder = folderOf(*part);
    for (const Relation &relation : std::as_const(relations.byId)) {
        if (relation.type == "sharedStrings")
            m_strings = resolvedName(folder, relation.target);
        else if (relation.type == "styles")
            m_styles = resolvedName(folder, relation.target);
    }
    m_from1904 = workbook.from1904;
    for (qsizetype i = 0; i < workbook.sheets.size(); ++i) {
        // Sheets of charts and macros hold no table.
        const Relation relation = relations.byId.value(workbook.relations[i]);
        if (relation.type != "worksheet")
            continue;
        m_sheets.append(workbook.sheets[i]);
        m_sheetParts.append(resolvedName(folder, relation.target));
    }
    if (m_sheets.isEmpty())
        return noWorkbook(*m_package);
    return std::nullopt;
}

Result<QList<SheetInfo>> sheetsOf(QIODevice &device)
{
    Book book;
    if (auto failed = book.read(device))
        return *failed;
    return book.sheets();
}

} // namespace xinglin::interop::xlsx
