#include "interop/xlsxtablewriter.h"

#include "interop/tabledigits.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <xlsxwriter.h>

#include <algorithm>
#include <array>

namespace xinglin::interop::xlsx {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Xlsx)
};

constexpr qsizetype longestText = 32'767;
constexpr qint64 mostRows = 1'048'576;
constexpr qsizetype longestName = 31;
constexpr int widest = 60;
constexpr int firstYear = 1900; // as Excel counts
constexpr int lastYear = 9999;
constexpr std::array<const char *, 5> decimals{nullptr, "0.0", "0.00", "0.000", "0.0000"};

/// What XML cannot hold, and what would be read as such, in the words of unescaped().
QString escaped(const QString &text)
{
    QString safe;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            safe += c;
            safe += text[++i];
        } else if (c.isNull() || c.isSurrogate()) {
            safe += QChar(QChar::ReplacementCharacter);
        } else if ((c.unicode() < 0x20 && c != u'\t' && c != u'\n') || c.unicode() >= 0xFFFE) {
            safe += QStringLiteral("_x%1_").arg(c.unicode(), 4, 16, QChar(u'0')).toUpper().replace(u'X', u'x');
        } else if (c == u'_' && i + 6 < text.size() && text[i + 1] == u'x' && text[i + 6] == u'_') {
            safe += u"_x005F_";
        } else {
            safe += c;
        }
    }
    return safe;
}

QByteArray sheetName(const QString &wanted)
{
    constexpr QStringView forbidden = u"[]:*?/\\'";
    QString name = wanted.simplified();
    for (QChar &c : name) {
        if (forbidden.contains(c) || c.unicode() < 0x20 || c.isSurrogate() || c.unicode() >= 0xFFFE)
            c = u'_';
    }
    name.truncate(longestName);
    return name.isEmpty() ? QByteArray("Sheet1") : name.toUtf8();
}

int widthOf(const QString &text)
{
    int width = 2;
    for (const QChar c : text)
        width += c.unicode() >= 0x1100 ? 2 : 1;
    return std::clamp(width, 8, widest);
}

std::optional<lxw_datetime> dateTimeOf(const Cell &cell)
{
    const bool hasDate = cell.kind != Cell::Kind::Time;
    const bool hasTime = cell.kind != Cell::Kind::Date;
    const QDate date = hasDate ? QDate::fromString(cell.text.left(10), Qt::ISODate) : QDate(firstYear, 1, 1);
    const QTime time = hasTime ? QTime::fromString(cell.text.right(8), QStringLiteral("HH:mm:ss")) : QTime(0, 0);
    const qsizetype size = (hasDate ? 10 : 0) + (hasTime ? 8 : 0) + (hasDate && hasTime ? 1 : 0);
    if (cell.text.size() != size || !date.isValid() || !time.isValid())
        return std::nullopt;
    if (hasDate && hasTime && cell.text[10] != u'T')
        return std::nullopt;
    if (hasDate && (date.year() < firstYear || date.year() > lastYear))
        return std::nullopt;
    // A time alone is one of the day 0.
    return lxw_datetime{
        hasDate ? date.year() : 0, hasDate ? date.month() : 0, hasDate ? date.day() : 0, time.hour(), time.minute(),
        double(time.second())};
}

} // namespace

bool fitsCell(const QString &text)
{
    constexpr qsizetype longestEscape = 7; // "_x000D_"
    return text.size() <= longestText / longestEscape ||
           (text.size() <= longestText && escaped(text).size() <= longestText);
}

struct Writer::Sheet
{
    lxw_workbook *book = nullptr;
    lxw_worksheet *sheet = nullptr;
    lxw_format *head = nullptr;
    lxw_format *date = nullptr;
    lxw_format *dateTime = nullptr;
    lxw_format *time = nullptr;
    std::array<lxw_format *, decimals.size()> decimal{};
    QByteArray temporary;
    ~Sheet()
    {
        if (book)
            lxw_workbook_free(book);
    }

    lxw_format *format(const char *code)
    {
        lxw_format *const made = workbook_add_format(book);
        format_set_num_format(made, code);
        return made;
    }

    lxw_error put(lxw_row_t row, lxw_col_t column, const Cell &cell, lxw_format *as)
    {
        switch (cell.kind) {
        case Cell::Kind::Empty:
            return LXW_NO_ERROR;
        case Cell::Kind::Number:
            if (isPlainNumber(cell.text)) {
                const qsizetype point = cell.text.indexOf(u'.');
                const qsizetype places = point < 0 ? 0 : cell.text.size() - point - 1;
                lxw_format *const shown = places < qsizetype(decimal.size()) ? decimal[std::size_t(places)] : nullptr;
                return worksheet_write_number(sheet, row, column, cell.text.toDouble(), shown);
            }
            break;
        case Cell::Kind::Date:
        case Cell::Kind::DateTime:
        case Cell::Kind::Time:
            if (auto value = dateTimeOf(cell)) {
                lxw_format *const shown = cell.kind == Cell::Kind::Date   ? date
                                          : cell.kind == Cell::Kind::Time ? time
                                                                          : dateTime;
                return worksheet_write_datetime(sheet, row, column, &*value, shown);
            }
            break;
        case Cell::Kind::Boolean:
            if (cell.text == u"TRUE" || cell.text == u"FALSE")
                return worksheet_write_boolean(sheet, row, column, cell.text == u"TRUE", nullptr);
            break;
        case Cell::Kind::Text:
        case Cell::Kind::Error:
            break;
        }
        return worksheet_write_string(sheet, row, column, escaped(cell.text).toUtf8().constData(), as);
    }
};

Writer::Writer(Files &files, const QString &path) : m_files(files), m_path(path), m_part(path + QStringLiteral(".part"))
{
}

Writer::~Writer()
{
    m_sheet.reset();
    if (!m_finished)
        static_cast<void>(m_files.remove(m_part));
}

Error Writer::failed(int number) const
{
    return Error{Code::Broken,
                 Tr::tr("The workbook %1 could not be written; perhaps the disk is full.").arg(m_path),
                 {},
                 QStringLiteral("xlsx %1").arg(number)};
}

Result<Done> Writer::begin(const TableHead &head)
{
    // Made here, so that it is its owner's alone.
    if (auto written = m_files.write(m_part, {}); !written)
        return written;
    m_sheet = std::make_unique<Sheet>();
    Sheet &sheet = *m_sheet;
    // Rows wait in a nameless file until the end, beside the workbook and nowhere else.
    sheet.temporary = QFile::encodeName(QFileInfo(m_path).absolutePath());
    lxw_workbook_options options{1, sheet.temporary.data(), 0};
    sheet.book = workbook_new_opt(QFile::encodeName(m_part).constData(), &options);
    if (sheet.book)
        sheet.sheet = workbook_add_worksheet(sheet.book, sheetName(head.sheet).constData());
    if (!sheet.sheet) {
        m_sheet.reset();
        return failed(0);
    }
    sheet.head = workbook_add_format(sheet.book);
    format_set_bold(sheet.head);
    sheet.date = sheet.format("yyyy-mm-dd");
    sheet.dateTime = sheet.format("yyyy-mm-dd hh:mm:ss");
    sheet.time = sheet.format("hh:mm:ss");
    for (std::size_t i = 1; i < decimals.size(); ++i)
        sheet.decimal[i] = sheet.format(decimals[i]);
    for (qsizetype i = 0; i < qMin(qMax(head.names.size(), head.widths.size()), TableLimits::columns); ++i) {
        const int wanted = head.widths.value(i);
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet.sheet, column, column, wanted > 0 ? wanted : widthOf(head.names.value(i)), nullptr);
    }
    if (head.names.isEmpty())
        return Done{};
    worksheet_freeze_panes(sheet.sheet, 1, 0);
    QList<Cell> row;
    for (const QString &name : head.names)
        row.append(textCell(name));
    if (auto refused = writeRow(row, true))
        return *refused;
    return Done{};
}

Result<Done> Writer::write(const QList<Cell> &row)
{
    if (auto refused = writeRow(row, false))
        return *refused;
    return Done{};
}

std::optional<Error> Writer::writeRow(const QList<Cell> &row, bool head)
{
    const auto refused = [this](const QString &message, const char *detail) {
        m_sheet.reset();
        return Error{Code::Invalid, message, {}, QString::fromLatin1(detail)};
    };
    if (!m_sheet)
        return failed(0);
    if (m_rows == mostRows)
        return refused(Tr::tr("A sheet holds %1 rows and no more. Export fewer, or as CSV.").arg(mostRows), "rows");
    if (row.size() > TableLimits::columns)
        return refused(Tr::tr("A table of more than %1 columns cannot be written.").arg(TableLimits::columns),
                       "too many columns");
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (!fitsCell(row[i].text))
            return refused(Tr::tr("Row %1 has a text of %2 characters, and a cell of a workbook holds %3. Export as "
                                  "CSV instead.")
                               .arg(m_rows + 1)
                               .arg(escaped(row[i].text).size())
                               .arg(longestText),
                           "text too long");
        const lxw_error number = m_sheet->put(static_cast<lxw_row_t>(m_rows), static_cast<lxw_col_t>(i), row[i],
                                              head ? m_sheet->head : nullptr);
        if (number != LXW_NO_ERROR) {
            m_sheet.reset();
            return failed(number);
        }
        m_filledCells += row[i].kind == Cell::Kind::Empty ? 0 : 1;
    }
    ++m_rows;
    return std::nullopt;
}

std::optional<Error> Writer::readThrough() const
{
    auto table = openTable(m_part, {});
    if (!table)
        return table.error();
    Row row;
    qint64 filled = 0;
    for (;;) {
        auto more = (*table)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        filled += std::count_if(row.cells.cbegin(), row.cells.cend(),
                                [](const Cell &cell) { return cell.kind != Cell::Kind::Empty; });
    }
    if (filled != m_filledCells)
        return failed(-1);
    return std::nullopt;
}

Result<Done> Writer::finish()
{
    if (!m_sheet)
        return failed(0);
    // Closing frees the book, whatever it returns.
    const lxw_error number = workbook_close(std::exchange(m_sheet->book, nullptr));
    m_sheet.reset();
    if (number != LXW_NO_ERROR)
        return failed(number);
    // The library does not notice when a disk fills up under its rows.
    if (auto wrong = readThrough())
        return failed(-1);
    if (auto synced = m_files.sync(m_part); !synced)
        return synced;
    auto placed = m_files.rename(m_part, m_path);
    m_finished = placed.ok();
    return placed;
}

} // namespace xinglin::interop::xlsx
