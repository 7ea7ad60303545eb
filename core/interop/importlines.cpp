#include "interop/importlines.h"

#include "clinic/patient/duplicates.h"

#include <QCoreApplication>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace xinglin::interop {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::interop)
};

/// Portions of lines that may wait to be written, and how many lines make one.
constexpr std::size_t MostWaiting = 4;
constexpr qsizetype Portion = 1200;
/// Rows at the beginning by which columns are recognised.
constexpr qsizetype LookedRows = 200;

QStringList textsOf(const Row &row)
{
    QStringList texts;
    for (const Cell &cell : row.cells)
        texts << cell.text;
    return texts;
}

/// Header, first rows and mapping of a file whose first rows are given.
Looked understood(Looked looked, ImportKind kind, int headerRow, const QList<QStringList> &all,
                  const std::function<QByteArray(const QString &)> &remembered)
{
    looked.spec.kind = kind;
    looked.spec.headerRow = headerRow;
    looked.header = uniqueHeader(all.value(headerRow));
    looked.rows = all.mid(headerRow + 1);
    looked.remembered = false;
    looked.spec.mapping = guessedMapping(kind, looked.header, looked.rows);
    const QByteArray known = remembered ? remembered(headerKey(looked.header)) : QByteArray();
    if (!known.isEmpty()) {
        if (const auto mapping = mappingFromJson(known, kind, looked.header)) {
            looked.spec.mapping = *mapping;
            looked.remembered = true;
        }
    }
    return looked;
}

Result<QList<QStringList>> firstRows(const QString &path, const ReadOptions &reading)
{
    auto source = openTable(path, reading);
    if (!source)
        return source.error();
    QList<QStringList> all;
    Row row;
    while (all.size() < LookedRows) {
        const auto more = (*source)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        all << textsOf(row);
    }
    if (all.isEmpty())
        return Error{Code::Invalid, Tr::tr("Nothing stands in this file."), {}, {}};
    return all;
}

} // namespace

/// Reads on its own thread, a few portions ahead.
class LineFeed::Reader
{
public:
    Reader(const ImportSpec &spec, const Catalog &catalog, QDate today, qint64 after)
        : m_spec(spec), m_catalog(catalog), m_today(today), m_after(after), m_thread([this] { run(); })
    {
    }
    ~Reader()
    {
        {
            const std::scoped_lock lock(m_lock);
            m_ending = true;
        }
        m_room.notify_all();
        m_thread.join();
    }

    Result<QList<PreparedRow>> next()
    {
        std::unique_lock lock(m_lock);
        m_ready.wait(lock, [this] { return !m_waiting.empty() || m_over; });
        if (!m_waiting.empty()) {
            QList<PreparedRow> rows = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            m_room.notify_all();
            return rows;
        }
        if (m_failed)
            return *m_failed;
        return QList<PreparedRow>();
    }
    qint64 bytesDone() const
    {
        const std::scoped_lock lock(m_lock);
        return m_bytesDone;
    }
    qint64 bytesTotal() const
    {
        const std::scoped_lock lock(m_lock);
        return m_bytesTotal;
    }
    QList<ColumnTold> columns() const
    {
        const std::scoped_lock lock(m_lock);
        return m_columns;
    }

private:
    void run()
    {
        const auto failed = read();
        const std::scoped_lock lock(m_lock);
        m_failed = failed;
        m_over = true;
        m_ready.notify_all();
    }

    std::optional<Error> read()
    {
        auto source = openTable(m_spec.path, m_spec.reading);
        if (!source)
            return source.error();
        Row row;
        QStringList header;
        for (int passed = 0; passed <= m_spec.headerRow; ++passed) {
            const auto more = (*source)->next(row);
            if (!more)
                return more.error();
            if (!*more)
                return std::nullopt;
            header = textsOf(row);
        }
        RowReader reader(m_spec.kind, m_spec.mapping, uniqueHeader(header), m_catalog, m_today);
        QList<PreparedRow> portion;
        for (;;) {
            const auto more = (*source)->next(row);
            if (!more)
                return more.error();
            if (!*more)
                break;
            if (row.line <= m_after)
                continue;
            portion << prepared(reader.read(row));
            if (portion.size() == Portion && !hand(portion, **source, reader))
                return std::nullopt;
        }
        hand(portion, **source, reader);
        return std::nullopt;
    }

    static PreparedRow prepared(ImportRow row)
    {
        PreparedRow line{std::move(row), {}, {}};
        if (line.row.rejected.isEmpty()) {
            line.subject = linkage::prepare(personOf(line.row));
            line.keys = linkage::blockingKeys(line.subject);
        }
        return line;
    }

    /// False where nobody wants any more.
    bool hand(QList<PreparedRow> &portion, const TableSource &source, const RowReader &reader)
    {
        std::unique_lock lock(m_lock);
        m_room.wait(lock, [this] { return m_waiting.size() < MostWaiting || m_ending; });
        m_bytesDone = source.bytesDone();
        m_bytesTotal = source.bytesTotal();
        m_columns = reader.columns();
        if (m_ending)
            return false;
        if (!portion.isEmpty())
            m_waiting.push_back(std::exchange(portion, {}));
        lock.unlock();
        m_ready.notify_all();
        return true;
    }

    const ImportSpec m_spec;
    const Catalog &m_catalog;
    const QDate m_today;
    const qint64 m_after;
    mutable std::mutex m_lock;
    std::condition_variable m_ready;
    std::condition_variable m_room;
    std::deque<QList<PreparedRow>> m_waiting;
    std::optional<Error> m_failed;
    QList<ColumnTold> m_columns;
    qint64 m_bytesDone = 0;
    qint64 m_bytesTotal = 0;
    bool m_over = false;
    bool m_ending = false;
    std::thread m_thread; ///< Last: it uses the others.
};

LineFeed::LineFeed(const ImportSpec &spec, const Catalog &catalog, QDate today, qint64 after)
    : m_reader(std::make_unique<Reader>(spec, catalog, today, after))
{
}

LineFeed::~LineFeed() = default;

Result<QList<PreparedRow>> LineFeed::next()
{
    return m_reader->next();
}

qint64 LineFeed::bytesDone() const
{
    return m_reader->bytesDone();
}

qint64 LineFeed::bytesTotal() const
{
    return m_reader->bytesTotal();
}

QList<ColumnTold> LineFeed::columns() const
{
    return m_reader->columns();
}

linkage::Person personOf(const ImportRow &row)
{
    linkage::Person person = duplicates::personOf(row.person);
    // Chinese names are one whole however they are kept; of the others the parts say more.
    if (row.givenName + row.familyName != person.name) {
        person.givenName = row.givenName;
        person.familyName = row.familyName;
    }
    return person;
}

QString noteFor(const QString &practitioner, const QString &source)
{
    const QString from = Tr::tr("Imported from %1.").arg(source);
    return practitioner.isEmpty() ? from : from + u' ' + Tr::tr("Practitioner there: %1.").arg(practitioner);
}

QString headerKey(const QStringList &header)
{
    QStringList folded;
    for (const QString &name : header)
        folded << foldedHeader(name);
    return folded.join(u'|');
}

Result<Looked> lookAt(const QString &path, ImportKind kind, const ReadOptions &reading,
                      const std::function<QByteArray(const QString &)> &remembered)
{
    Looked looked;
    const auto info = look(path);
    if (!info)
        return info.error();
    looked.info = *info;
    looked.spec.path = path;
    looked.spec.reading = reading;
    looked.spec.reading.trim = reading.trim || info->spaced;
    const auto all = firstRows(path, looked.spec.reading);
    if (!all)
        return all.error();
    return understood(looked, kind, headerRowOf(kind, *all), *all, remembered);
}

Result<Looked> lookAgain(const Looked &looked, ImportKind kind, int headerRow,
                         const std::function<QByteArray(const QString &)> &remembered)
{
    const auto all = firstRows(looked.spec.path, looked.spec.reading);
    if (!all)
        return all.error();
    return understood(looked, kind, headerRow, *all, remembered);
}

} // namespace xinglin::interop
