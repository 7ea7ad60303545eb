#include "interop/csvwriter.h"

#include "interop/csvguard.h"

#include <QCoreApplication>

#include <algorithm>

namespace xinglin::interop::csv {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop::Csv)
};

constexpr qsizetype pieceBytes = qsizetype(1) << 18;

/// Whatever a reader might cut at, trim or take for a word of its own is quoted: also the other delimiters, so that
/// nobody who looks for the delimiter finds a wrong one.
bool needsQuotes(const QString &text)
{
    if (text.isEmpty())
        return false;
    constexpr QStringView special = u"\",;\t|\r\n";
    return text.front().isSpace() || text.back().isSpace() || text.front() == u'<' ||
           text.startsWith(u"sep=", Qt::CaseInsensitive) ||
           std::any_of(text.begin(), text.end(), [&](QChar c) { return special.contains(c); });
}

QString cellText(const Cell &cell)
{
    QString text = guarded(cell.text);
    text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    if (!needsQuotes(text))
        return text;
    return u'"' + text.replace(u'"', u"\"\""_qs) + u'"';
}

} // namespace

Writer::Writer(Files &files, const QString &path) : m_files(files), m_path(path), m_part(path + QStringLiteral(".part"))
{
}

Writer::~Writer()
{
    if (!m_finished)
        static_cast<void>(m_files.remove(m_part));
}

Result<Done> Writer::begin(const TableHead &head)
{
    m_bytes = "\xEF\xBB\xBF";
    if (auto written = m_files.write(m_part, {}); !written) {
        m_failed = true;
        return written;
    }
    if (head.names.isEmpty())
        return Done{};
    QList<Cell> row;
    for (const QString &name : head.names)
        row.append(textCell(name));
    return write(row);
}

Result<Done> Writer::write(const QList<Cell> &row)
{
    if (row.size() > TableLimits::columns) {
        m_failed = true;
        return Error{Code::Invalid,
                     Tr::tr("A table of more than %1 columns cannot be written.").arg(TableLimits::columns),
                     {},
                     QStringLiteral("too many columns")};
    }
    QString line;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (i > 0)
            line += u',';
        line += cellText(row[i]);
    }
    // An empty line would be no row.
    if (line.isEmpty())
        line = QStringLiteral("\"\"");
    line += u"\r\n";
    // Half of a pair of surrogates has no UTF-8.
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i].isHighSurrogate() && i + 1 < line.size() && line[i + 1].isLowSurrogate())
            ++i;
        else if (line[i].isSurrogate())
            line[i] = QChar(QChar::ReplacementCharacter);
    }
    m_bytes += line.toUtf8();
    return flush(pieceBytes);
}

Result<Done> Writer::flush(qsizetype below)
{
    if (m_failed)
        return Error{Code::Broken, Tr::tr("The table could not be written."), {}, {}};
    if (m_bytes.size() < below)
        return Done{};
    auto written = m_files.append(m_part, m_bytes);
    m_failed = !written;
    m_bytes.clear();
    return written;
}

Result<Done> Writer::finish()
{
    if (auto written = flush(0); !written)
        return written;
    m_failed = true;
    if (auto synced = m_files.sync(m_part); !synced)
        return synced;
    auto placed = m_files.rename(m_part, m_path);
    m_finished = placed.ok();
    return placed;
}

} // namespace xinglin::interop::csv
