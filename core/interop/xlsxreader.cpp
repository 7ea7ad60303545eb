#include "interop/xlsxreader.h"

#include "interop/xlsxstrings.h"
#include "interop/xlsxstyles.h"
#include "interop/xlsxxml.h"

#include <QCoreApplication>

namespace xinglin::interop::xlsx {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Xlsx)
};

constexpr qint64 lastRow = 1'048'576;
constexpr qint64 mostChars = qint64(1) << 31;
constexpr qsizetype pieceBytes = qsizetype(1) << 16;

/// "AB12" → 27, the first column being 0; -1 where there are no letters or too many.
qsizetype columnOf(QByteArrayView reference)
{
    qsizetype column = 0;
    qsizetype letters = 0;
    for (; letters < reference.size(); ++letters) {
        const char c = static_cast<char>(reference[letters] & ~0x20);
        if (c < 'A' || c > 'Z')
            break;
        column = column * 26 + (c - 'A' + 1);
        if (letters > 2)
            return -1;
    }
    return column - 1;
}

/// The cells of the sheet, a row at a time.
class SheetPart final : public Xml
{
public:
    SheetPart(const SharedStrings &strings, const QList<Shown> &styles, bool from1904)
        : m_strings(strings), m_styles(styles), m_from1904(from1904)
    {
    }

    /// The row before the pause.
    void take(Row &row)
    {
        row.line = m_row;
        row.cells.swap(m_cells);
        m_cells.clear();
    }

protected:
    void begin(QByteArrayView element, const Attributes &attributes) override
    {
        if (!m_inData) {
            m_inData = element == "sheetData";
        } else if (element == "c") {
            beginCell(attributes);
        } else if (element == "v" || element == "t") {
            m_inText = m_inCell && m_pronunciation == 0;
        } else if (element == "rPh") {
            ++m_pronunciation;
        } else if (element == "row") {
            beginRow(attributes);
        }
    }

    void end(QByteArrayView element) override
    {
        if (!m_inData)
            return;
        if (element == "v" || element == "t") {
            m_inText = false;
        } else if (element == "c") {
            endCell();
        } else if (element == "rPh") {
            --m_pronunciation;
        } else if (element == "row") {
            m_inRow = false;
            if (!m_cells.isEmpty())
                pause();
        } else if (element == "sheetData") {
            m_inData = false;
        }
    }

    void text(QByteArrayView utf8) override
    {
        if (!m_inText)
            return;
        if (m_value.size() + utf8.size() > TableLimits::cellBytes)
            return refuse(
                invalid(Tr::tr("A cell in row %1 of the sheet has more than %2 bytes of text; it is not read.")
                            .arg(m_row)
                            .arg(TableLimits::cellBytes),
                        "cell too long"));
        m_value += utf8;
    }

private:
    static Error invalid(const QString &message, const char *detail)
    {
        return Error{Code::Invalid, message, {}, QString::fromLatin1(detail)};
    }

    void beginRow(const Attributes &attributes)
    {
        if (m_inRow)
            return refuse(damagedPart(QStringLiteral("row in a row")));
        const auto number = attributes.value("r");
        const qint64 row = number.isNull() ? m_row + 1 : number.toByteArray().toLongLong();
        if (row <= m_row || row > lastRow)
            return refuse(damagedPart(QStringLiteral("row number")));
        m_row = row;
        m_inRow = true;
        m_column = -1;
        m_rowChars = 0;
        m_cells.clear();
    }

    void beginCell(const Attributes &attributes)
    {
        if (!m_inRow || m_inCell)
            return refuse(damagedPart(QStringLiteral("cell outside a row")));
        const auto reference = attributes.value("r");
        m_column = reference.isNull() ? m_column + 1 : columnOf(reference);
        if (m_column < 0)
            return refuse(damagedPart(QStringLiteral("cell reference")));
        m_type = attributes.value("t").toByteArray();
        const auto style = attributes.value("s");
        m_style = style.isNull() ? 0 : style.toByteArray().toLongLong();
        m_value.clear();
        m_inCell = true;
    }

    void endCell()
    {
        m_inCell = false;
        m_inText = false;
        Cell cell = valueOfCell();
        if (cell.kind == Cell::Kind::Empty)
            return;
        if (m_column >= TableLimits::columns)
            return refuse(invalid(Tr::tr("Row %1 of the sheet has something in column %2; tables of more than %3 "
                                         "columns are not read.")
                                      .arg(m_row)
                                      .arg(m_column + 1)
                                      .arg(TableLimits::columns),
                                  "too many columns"));
        m_rowChars += cell.text.size();
        m_allChars += cell.text.size();
        if (m_rowChars > TableLimits::rowChars)
            return refuse(invalid(Tr::tr("Row %1 of the sheet has more than %2 characters; it is not read.")
                                      .arg(m_row)
                                      .arg(TableLimits::rowChars),
                                  "row too long"));
        // Many cells may point at one long text.
        if (m_allChars > mostChars)
            return refuse(invalid(Tr::tr("The sheet has too much text to be read."), "sheet too long"));
        if (m_column >= m_cells.size())
            m_cells.resize(m_column + 1);
        m_cells[m_column] = std::move(cell);
    }

    Cell valueOfCell()
    {
        if (m_value.isEmpty())
            return {};
        if (m_type == "s") {
            bool isNumber = false;
            const qlonglong index = m_value.trimmed().toLongLong(&isNumber);
            if (!isNumber || index < 0 || index >= m_strings.size()) {
                refuse(damagedPart(QStringLiteral("string number")));
                return {};
            }
            return textCell(m_strings.at(index));
        }
        const QString value = textOf(m_value);
        if (m_type.isEmpty() || m_type == "n") {
            const Shown shown = m_style >= 0 && m_style < m_styles.size() ? m_styles[m_style] : Shown{};
            return value.trimmed().isEmpty() ? Cell{} : numberCell(value, shown, m_from1904);
        }
        if (m_type == "b") {
            const bool isTrue = value.trimmed() == u'1' || value.trimmed() == u"true";
            return {Cell::Kind::Boolean, isTrue ? QStringLiteral("TRUE") : QStringLiteral("FALSE"), false};
        }
        if (m_type == "e")
            return {Cell::Kind::Error, value, false};
        if (m_type == "d")
            return isoDateCell(value);
        return textCell(unescaped(value));
    }

    const SharedStrings &m_strings;
    const QList<Shown> &m_styles;
    bool m_from1904;

    QList<Cell> m_cells;
    qint64 m_row = 0;
    qsizetype m_column = -1;
    qsizetype m_rowChars = 0;
    qint64 m_allChars = 0;
    QByteArray m_type;
    qint64 m_style = 0;
    QByteArray m_value;
    int m_pronunciation = 0;
    bool m_inData = false;
    bool m_inRow = false;
    bool m_inCell = false;
    bool m_inText = false;
};

class SheetReader final : public TableSource
{
public:
    explicit SheetReader(std::unique_ptr<Book> book) : m_book(std::move(book)) {}

    std::optional<Error> begin(int sheet)
    {
        if (const QByteArray &part = m_book->stringsPart(); !part.isEmpty() && m_book->package().has(part)) {
            if (auto failed = m_strings.read(m_book->package(), part))
                return failed;
        }
        if (const QByteArray &part = m_book->stylesPart(); !part.isEmpty() && m_book->package().has(part)) {
            auto styles = shownByStyle(m_book->package(), part);
            if (!styles)
                return styles.error();
            m_styles = *styles;
        }
        auto part = m_book->package().part(m_book->sheetPart(sheet));
        if (!part)
            return part.error();
        m_part = std::move(*part);
        m_xml = std::make_unique<SheetPart>(m_strings, m_styles, m_book->from1904());
        return std::nullopt;
    }

    Result<bool> next(Row &row) override
    {
        row.cells.clear();
        while (!m_over) {
            auto paused = proceed();
            if (!paused) {
                m_over = true;
                return paused.error();
            }
            m_paused = *paused;
            if (m_paused) {
                m_xml->take(row);
                return true;
            }
        }
        return false;
    }
    qint64 bytesDone() const override { return m_part->bytesDone(); }
    qint64 bytesTotal() const override { return m_part->bytesTotal(); }

private:
    /// True where a row is there.
    Result<bool> proceed()
    {
        if (m_paused) {
            auto paused = m_xml->resume();
            if (paused.ok() && !*paused && m_last)
                m_over = true;
            return paused;
        }
        auto piece = m_part->read(pieceBytes);
        if (!piece)
            return piece.error();
        m_last = piece->isEmpty();
        auto paused = m_xml->feed(*piece, m_last);
        if (paused.ok() && !*paused && m_last)
            m_over = true;
        return paused;
    }

    std::unique_ptr<Book> m_book;
    SharedStrings m_strings;
    QList<Shown> m_styles;
    std::unique_ptr<Part> m_part;
    std::unique_ptr<SheetPart> m_xml;
    bool m_paused = false;
    bool m_last = false;
    bool m_over = false;
};

} // namespace

Result<std::unique_ptr<TableSource>> openSheet(std::unique_ptr<Book> book, int sheet)
{
    auto reader = std::make_unique<SheetReader>(std::move(book));
    if (auto failed = reader->begin(sheet))
        return *failed;
    return std::unique_ptr<TableSource>(std::move(reader));
}

} // namespace xinglin::interop::xlsx
