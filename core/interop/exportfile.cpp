#include "interop/exportfile.h"

#include "interop/xlsxtablewriter.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Export)
};

constexpr qsizetype pieceBytes = qsizetype(1) << 18;

QByteArray quoted(const QString &text)
{
    QString safe;
    safe.reserve(text.size() + 2);
    safe += u'"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' || c == u'\\') {
            safe += u'\\';
            safe += c;
        } else if (c.unicode() < 0x20) {
            safe += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar(u'0'));
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            safe += c;
            safe += text[++i];
        } else if (c.isSurrogate()) {
            safe += QChar(QChar::ReplacementCharacter); // half of a pair has no UTF-8
        } else {
            safe += c;
        }
    }
    safe += u'"';
    return safe.toUtf8();
}

QByteArray jsonOf(const Cell &cell)
{
    switch (cell.kind) {
    case Cell::Kind::Empty:
        return "null";
    case Cell::Kind::Number:
        return cell.text.toLatin1();
    case Cell::Kind::Boolean:
        return cell.text == u"TRUE" ? "true" : "false";
    default:
        return quoted(cell.text);
    }
}

QString endingOf(ExportFormat format)
{
    return format == ExportFormat::Json ? QStringLiteral("jsonl") : toText(format);
}

} // namespace

QString toText(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Xlsx:
        return QStringLiteral("xlsx");
    case ExportFormat::Json:
        return QStringLiteral("json");
    }
    Q_UNREACHABLE();
}

std::optional<ExportFormat> exportFormatFrom(const QString &text)
{
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Xlsx, ExportFormat::Json}) {
        if (text == toText(format))
            return format;
    }
    return std::nullopt;
}

ExportFile::ExportFile(Files &files, const QString &folder, const QString &kind, const QString &title,
                       const QStringList &columns, ExportFormat format, qint64 sheetRows)
    : m_files(files)
    , m_folder(folder)
    , m_kind(kind)
    , m_title(title)
    , m_columns(columns)
    , m_format(format)
    , m_sheetRows(sheetRows)
{
    for (const QString &column : columns)
        m_keys << quoted(column) + ':';
}

ExportFile::~ExportFile() = default;

Result<Done> ExportFile::open()
{
    const QString part = m_done.isEmpty() ? QString() : u'-' + QString::number(m_done.size() + 1);
    ExportedFile file{m_kind + part + u'.' + endingOf(m_format), m_kind, 0, 0, {}, m_columns};
    const QString path = m_folder + u'/' + file.name;
    m_done << file;
    if (m_format == ExportFormat::Json)
        return m_files.write(path, {});
    const TableHead head{m_columns, m_title, {}};
    auto writer = m_format == ExportFormat::Csv ? csvWriter(m_files, path, head) : xlsxWriter(m_files, path, head);
    if (!writer)
        return writer.error();
    m_writer = *std::move(writer);
    return Done{};
}

Result<Done> ExportFile::write(QList<Cell> &row)
{
    if (m_format == ExportFormat::Xlsx) {
        if (auto aside = putAside(row); !aside)
            return aside;
        if (!m_done.isEmpty() && m_done.constLast().rows >= m_sheetRows) {
            if (auto finished = m_writer->finish(); !finished)
                return finished;
            m_writer.reset();
        }
    }
    const bool begun = m_format == ExportFormat::Json ? !m_done.isEmpty() : m_writer != nullptr;
    if (!begun) {
        if (auto opened = open(); !opened)
            return opened;
    }
    ++m_done.last().rows;
    return m_format == ExportFormat::Json ? writeJson(row) : m_writer->write(row);
}

Result<Done> ExportFile::writeJson(const QList<Cell> &row)
{
    m_bytes += '{';
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (i > 0)
            m_bytes += ',';
        m_bytes += m_keys[i] + jsonOf(row[i]);
    }
    m_bytes += "}\n";
    return m_bytes.size() < pieceBytes ? Result<Done>(Done{}) : flush();
}

Result<Done> ExportFile::flush()
{
    const QByteArray bytes = std::exchange(m_bytes, {});
    return m_files.append(m_folder + u'/' + m_done.constLast().name, bytes);
}

Result<Done> ExportFile::putAside(QList<Cell> &row)
{
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (xlsx::fitsCell(row[i].text))
            continue;
        if (auto made = m_files.makeFolder(m_folder + QStringLiteral("/texts")); !made)
            return made;
        const QString name = QStringLiteral("texts/%1-%2-%3.txt").arg(m_kind, row[0].text, m_columns[i]);
        if (auto written = m_files.write(m_folder + u'/' + name, row[i].text.toUtf8()); !written)
            return written;
        m_texts.append({name, {}, 0, 0, {}});
        row[i] = textCell(name);
    }
    return Done{};
}

Result<QList<ExportedFile>> ExportFile::finish()
{
    if (m_done.isEmpty()) {
        if (auto opened = open(); !opened)
            return opened.error();
    }
    if (m_format == ExportFormat::Json) {
        if (auto written = flush(); !written)
            return written.error();
        if (auto synced = m_files.sync(m_folder + u'/' + m_done.constLast().name); !synced)
            return synced.error();
    } else if (auto finished = m_writer->finish(); !finished) {
        return finished.error();
    }
    return m_done + m_texts;
}

Result<Done> measure(const QString &folder, ExportedFile &file)
{
    QFile opened(folder + u'/' + file.name);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!opened.open(QIODevice::ReadOnly) || !hash.addData(&opened))
        return Error{Code::NotFound, Tr::tr("The file %1 cannot be read.").arg(file.name), {}, opened.errorString()};
    file.bytes = opened.size();
    file.sha256 = hash.result();
    return Done{};
}

} // namespace xinglin::interop
