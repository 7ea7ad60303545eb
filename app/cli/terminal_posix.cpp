#include "app/cli/terminal.h"

#include "store/vault/secretbytes.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace xinglin::cli::terminal {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::cli::terminal)
};

/// Turns echo off for as long as it lives; Ctrl+C comes as a byte then, so that it cannot end the program with echo
/// off.
class Silence
{
public:
    explicit Silence(int terminal) : m_terminal(terminal), m_known(tcgetattr(terminal, &m_before) == 0)
    {
        if (!m_known)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        tcsetattr(m_terminal, TCSAFLUSH, &quiet);
    }
    ~Silence()
    {
        if (m_known)
            tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

private:
    int m_terminal;
    termios m_before{};
    bool m_known;
};

void put(int terminal, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t wrote = ::write(terminal, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (wrote <= 0 && errno != EINTR)
            return;
        done += std::max<ssize_t>(wrote, 0);
    }
}

} // namespace

bool isTerminal(std::FILE *file)
{
    return ::isatty(::fileno(file)) == 1;
}

Result<QString> askSecretly(const QString &question)
{
    const int terminal = ::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0)
        return Error{Code::Invalid, Tr::tr("There is no terminal to ask for the password on."), {}, {}};
    QByteArray typed;
    typed.reserve(1024);
    bool cancelled = false;
    {
        put(terminal, question.toUtf8());
        const Silence silence(terminal);
        char byte = 0;
        while (typed.size() < 1024) {
            const ssize_t got = ::read(terminal, &byte, 1);
            if (got < 0 && errno == EINTR)
                continue;
            cancelled = got <= 0 || byte == '\x03' || (byte == '\x04' && typed.isEmpty());
            if (cancelled || byte == '\n')
                break;
            typed.append(byte);
        }
    }
    put(terminal, "\n");
    ::close(terminal);
    const QString secret = QString::fromUtf8(typed);
    wipe(typed);
    if (cancelled)
        return Error{Code::Cancelled, Tr::tr("No password was typed."), {}, {}};
    return secret;
}

Result<QByteArray> readDescriptor(int descriptor, qint64 most)
{
    QByteArray all;
    std::array<char, 16384> buffer{};
    for (;;) {
        const ssize_t got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return Error{Code::Invalid, Tr::tr("File descriptor %1 cannot be read.").arg(descriptor), {}, {}};
        if (got == 0)
            return all;
        all.append(buffer.data(), got);
        if (all.size() > most)
            return Error{Code::Invalid, Tr::tr("The input is longer than %1 bytes.").arg(most), {}, {}};
    }
}

} // namespace xinglin::cli::terminal
