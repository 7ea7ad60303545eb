#include "base/log.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSet>

#include <atomic>

namespace xinglin::log {

namespace {

Q_LOGGING_CATEGORY(ours, "xinglin")

/// More than a day of quiet work; then the oldest lines are lost first.
constexpr std::size_t mostWaiting = 4096;

std::atomic<LogFile *> current{nullptr};
std::atomic<int> users{0};
QtMessageHandler before = nullptr;

/// Holds the file while a line is handed to it, so that it is not destroyed meanwhile.
class Hold
{
public:
    Hold()
    {
        ++users;
        m_file = current.load();
    }
    ~Hold() { --users; }
    LogFile *file() const { return m_file; }

private:
    LogFile *m_file;
};

const char *nameOf(Level level)
{
    switch (level) {
    case Level::Info:
        return "info";
    case Level::Warning:
        return "warning";
    case Level::Error:
        return "error";
    }
    Q_UNREACHABLE();
}

const char *nameOf(Code code)
{
    static constexpr const char *names[] = {"invalid", "not-found", "no-permission", "wrong-password", "throttled",
                                            "stale",   "conflict",  "in-use",        "newer",          "foreign",
                                            "damaged", "cancelled", "broken"};
    return names[static_cast<std::size_t>(code)];
}

QByteArray valueOf(const std::variant<qint64, double, bool, Word> &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return QByteArray::number(*number);
    if (const auto *real = std::get_if<double>(&value))
        return QByteArray::number(*real, 'g', 6);
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? "true" : "false";
    return '"' + std::get<Word>(value).bytes() + '"';
}

/// Names of categories and source files are literals of programs; anything else in them is left out.
QByteArray plain(const char *text)
{
    QByteArray clean;
    for (const char *at = text ? text : ""; *at != 0 && clean.size() < 60; ++at) {
        const char c = *at;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_')
            clean += c;
    }
    return clean;
}

void take(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    {
        const Hold hold;
        const Level level = type == QtDebugMsg || type == QtInfoMsg ? Level::Info
                            : type == QtWarningMsg                  ? Level::Warning
                                                                    : Level::Error;
        if (hold.file() != nullptr && level != Level::Info) {
            const QByteArray file = context.file ? QByteArray(context.file) : QByteArray();
            hold.file()->queue(level, "message",
                               ",\"category\":\"" + plain(context.category) + "\",\"file\":\"" +
                                   plain(file.mid(file.lastIndexOf('/') + 1).constData()) +
                                   "\",\"line\":" + QByteArray::number(context.line));
            if (type == QtFatalMsg)
                hold.file()->flush();
        }
    }
    if (before != nullptr)
        before(type, context, text);
}

} // namespace

void write(Level level, Word code, std::initializer_list<Field> fields)
{
    const QtMsgType type = level == Level::Info ? QtInfoMsg : level == Level::Warning ? QtWarningMsg : QtCriticalMsg;
    if (!ours().isEnabled(type))
        return;
    QByteArray rest;
    for (const Field &field : fields)
        rest += ",\"" + field.name.bytes() + "\":" + valueOf(field.value);
    const Hold hold;
    if (hold.file() != nullptr)
        hold.file()->queue(level, code.bytes(), rest);
}

void failure(Word code, const Error &error)
{
    if (error.code == Code::Cancelled)
        return; // a newer question has taken its place
    QByteArray rest = QByteArray(",\"error\":\"") + nameOf(error.code) + '"';
    if (const QString detail = safeDetail(error.detail); !detail.isEmpty())
        rest += ",\"detail\":\"" + detail.toLatin1() + '"';
    const Hold hold;
    if (hold.file() != nullptr)
        hold.file()->queue(error.code == Code::Broken || error.code == Code::Damaged ? Level::Error : Level::Warning,
                           code.bytes(), rest);
}

QString safeDetail(const QString &detail)
{
    // Words of our own details and of SQLite's messages. Neither numbers nor names: both can be a person's.
    static const QSet<QString> known = [] {
        const QString words = QStringLiteral(
            "a after and attempt audit authentication backup be begin begins body busy cannot cell chain change changed"
            " checksum code column commit constraint corrupt database damaged deleted device disk does error exists "
            "fail"
            " failed fault file first follow follower for foreign format full gate group has hash header history home"
            " identity image in index interrupted into io is its journal key keyring known lacks locked logic magic"
            " malformed memory migration mismatch missing name names needs no not notadb null number of on open or out"
            " own page permission poisoned possible query read readonly record refused registry replaced row schema "
            "seal"
            " short snapshot space sqlite statement store stream synced synchronous table that the there too touch"
            " transaction truncated twice unable unique unknown unreadable user vault version wal was whole with wrong"
            " write wrote");
        const QStringList list = words.split(u' ');
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    QStringList kept;
    QString word;
    const auto end = [&] {
        if (word.isEmpty())
            return;
        const QString piece = known.contains(word) ? word : QStringLiteral("~");
        if (piece != u"~" || kept.isEmpty() || kept.last() != u"~")
            kept << piece;
        word.clear();
    };
    for (const QChar c : detail.left(400)) {
        if (c.isLetterOrNumber())
            word += c.toLower();
        else
            end();
    }
    end();
    return kept == QStringList{QStringLiteral("~")} ? QString() : kept.join(u' ');
}

LogFile::LogFile(Files &files, const Clock &clock, const QString &clinicFolder, qint64 maxBytes)
    : m_files(files), m_clock(clock), m_folder(clinicFolder), m_maxBytes(maxBytes)
{
    m_thread = std::thread([this] { run(); });
    current = this;
    before = qInstallMessageHandler(take);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(before);
    current = nullptr;
    while (users.load() > 0)
        std::this_thread::yield();
    {
        const std::scoped_lock lock(m_lock);
        m_ending = true;
    }
    m_work.notify_one();
    m_thread.join();
}

QString LogFile::pathIn(const QString &clinicFolder, int older)
{
    const QString newest = clinicFolder + QStringLiteral("/log/xinglin.log");
    return older == 0 ? newest : newest + u'.' + QString::number(older);
}

void LogFile::queue(Level level, const QByteArray &code, const QByteArray &fields)
{
    const QByteArray at =
        QDateTime::fromMSecsSinceEpoch(toMs(m_clock.now()), Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
    {
        const std::scoped_lock lock(m_lock);
        if (m_lines.size() == mostWaiting) {
            m_lines.pop_front();
            ++m_lost;
        }
        m_lines.push_back("{\"at\":\"" + at + "\",\"level\":\"" + nameOf(level) + "\",\"code\":\"" + code + '"' +
                          fields + "}\n");
    }
    m_work.notify_one();
}

void LogFile::flush()
{
    std::unique_lock lock(m_lock);
    m_idle.wait(lock, [this] { return !m_busy && m_lines.empty(); });
}

void LogFile::run()
{
    std::unique_lock lock(m_lock);
    for (;;) {
        m_work.wait(lock, [this] { return m_ending || !m_lines.empty(); });
        if (m_lines.empty())
            return;
        QByteArray lines;
        if (m_lost > 0)
            lines = "{\"level\":\"warning\",\"code\":\"log.lost\",\"lines\":" + QByteArray::number(m_lost) + "}\n";
        for (const QByteArray &line : m_lines)
            lines += line;
        m_lines.clear();
        m_lost = 0;
        m_busy = true;
        lock.unlock();
        put(lines);
        lock.lock();
        m_busy = false;
        m_idle.notify_all();
    }
}

void LogFile::put(const QByteArray &lines)
{
    // Before there is a clinic the folder must stay as it is.
    if (!m_files.exists(m_folder + QStringLiteral("/clinic.db")))
        return;
    const QString path = pathIn(m_folder);
    if (m_bytes < 0) {
        (void)m_files.makeFolder(m_folder + QStringLiteral("/log"));
        m_bytes = QFileInfo(path).size();
    }
    if (m_bytes > 0 && m_bytes + lines.size() > m_maxBytes)
        rotate();
    // A log that cannot be written must not stop anything; the next line tries again.
    if (m_files.append(path, lines))
        m_bytes += lines.size();
    else
        m_bytes = -1;
}

void LogFile::rotate()
{
    (void)m_files.remove(pathIn(m_folder, fileCount - 1));
    for (int older = fileCount - 2; older >= 0; --older) {
        if (m_files.exists(pathIn(m_folder, older)))
            (void)m_files.rename(pathIn(m_folder, older), pathIn(m_folder, older + 1));
    }
    m_bytes = QFileInfo(pathIn(m_folder)).size();
}

} // namespace xinglin::log
