#pragma once

#include "base/clock.h"
#include "base/files.h"
#include "base/result.h"

#include <QByteArray>

#include <concepts>
#include <condition_variable>
#include <deque>
#include <initializer_list>
#include <mutex>
#include <thread>
#include <variant>

/// What the program says of itself to whoever mends it: codes and numbers, never a word that a person has typed. The
/// types see to it: a code is a literal of the source.
namespace xinglin::log {

enum class Level { Info, Warning, Error };

/// A word of the source: "store.open". No text that comes from elsewhere can become one.
class Word
{
public:
    template <std::size_t N>
    consteval Word(const char (&text)[N]) // NOLINT: a literal is a word
        : m_text(text), m_size(N - 1)
    {
    }
    QByteArray bytes() const { return QByteArray(m_text, static_cast<qsizetype>(m_size)); }

private:
    const char *m_text;
    std::size_t m_size;
};

/// A name and a number, a flag or another word.
struct Field
{
    template <std::integral T>
    Field(Word called, T number) : name(called)
    {
        if constexpr (std::same_as<T, bool>)
            value = number;
        else
            value = static_cast<qint64>(number);
    }
    Field(Word called, double number) : name(called), value(number) {}
    Field(Word called, Word word) : name(called), value(word) {}

    Word name;
    std::variant<qint64, double, bool, Word> value;
};

/// Queues one line; never waits. Without a LogFile nothing happens. Any thread. Levels below "warning" can be turned
/// off by the logging category "xinglin".
void write(Level level, Word code, std::initializer_list<Field> fields = {});
/// The same of a failure: its code, and its detail as far as that consists of words of ours.
void failure(Word code, const Error &error);
/// What is left of an error's detail: words of a fixed list; everything else becomes "~".
QString safeDetail(const QString &detail);

/// Lines of JSON in `<folder>/log`, at most five files; the newest is xinglin.log, older ones end in 1 to 4. One at a
/// time; takes Qt's messages too, of which it keeps the category and the place, never the text. Its own thread writes.
/// Nothing is written while there is no clinic in the folder yet.
class LogFile
{
public:
    static constexpr int fileCount = 5;
    static constexpr qint64 defaultBytes = 1024 * 1024;

    /// @p files and @p clock outlive it.
    LogFile(Files &files, const Clock &clock, const QString &clinicFolder, qint64 maxBytes = defaultBytes);
    /// Writes what is queued.
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    static QString pathIn(const QString &clinicFolder, int older = 0);
    /// Waits until everything that was queued before is written or lost.
    void flush();

    /// For write() and the message handler.
    void queue(Level level, const QByteArray &code, const QByteArray &fields);

private:
    void run();
    void put(const QByteArray &lines);
    void rotate();

    Files &m_files;
    const Clock &m_clock;
    QString m_folder;
    qint64 m_maxBytes;
    qint64 m_bytes = -1; ///< Of the newest file; -1: not looked at yet.
    std::mutex m_lock;
    std::condition_variable m_work;
    std::condition_variable m_idle;
    std::deque<QByteArray> m_lines;
    qint64 m_lost = 0;
    bool m_busy = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace xinglin::log
