// Opens a clinic, works in it, locks hard, and looks for its own secrets in its own memory. Prints what it found.
#include "access/locks.h"
#include "clinic/clinic.h"
#include "clinic/patient/patients.h"
#include "store/vault/keyring.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cstdio>
#include <string>
#include <sys/uio.h>
#include <unistd.h>

using namespace xinglin;

namespace {

/// A secret to look for, hidden from the search itself: kept with every bit turned.
struct Needle
{
    std::string name;
    std::vector<std::uint8_t> turned;
};

constexpr std::uint8_t turn = 0xA5;

void addNeedle(std::vector<Needle> &needles, const char *name, std::span<const std::uint8_t> bytes)
{
    Needle needle{name, {}};
    for (const std::uint8_t byte : bytes)
        needle.turned.push_back(byte ^ turn);
    needles.push_back(std::move(needle));
}

/// The secret as it is, and as hex digits, none of which are ever whole in memory.
void addSecret(std::vector<Needle> &needles, const char *name, const SecretBytes &secret)
{
    addNeedle(needles, name, secret.bytes());
    for (const char *digits : {"0123456789abcdef", "0123456789ABCDEF"}) {
        for (const bool wide : {false, true}) {
            Needle needle{std::string(name) + (wide ? " as wide hex" : " as hex"), {}};
            for (const std::uint8_t byte : secret.bytes()) {
                for (const int digit : {byte >> 4, byte & 15}) {
                    needle.turned.push_back(static_cast<std::uint8_t>(digits[digit]) ^ turn);
                    if (wide)
                        needle.turned.push_back(turn);
                }
            }
            needles.push_back(std::move(needle));
        }
    }
}

void addText(std::vector<Needle> &needles, const char *name, std::span<const std::uint8_t> ascii)
{
    addNeedle(needles, name, ascii);
    Needle wide{std::string(name) + " in UTF-16", {}};
    for (const std::uint8_t byte : ascii) {
        wide.turned.push_back(byte ^ turn);
        wide.turned.push_back(turn);
    }
    needles.push_back(std::move(wide));
}

bool fits(const std::uint8_t *at, const Needle &needle)
{
    for (std::size_t i = 0; i < needle.turned.size(); ++i) {
        if ((at[i] ^ turn) != needle.turned[i])
            return false;
    }
    return true;
}

/// Looks through every readable page of this process. What is read is turned at once, so that the buffer of the search
/// is never found itself.
int search(const std::vector<Needle> &needles)
{
    constexpr std::size_t window = 1 << 20;
    constexpr std::size_t overlap = 256;
    std::vector<std::uint8_t> buffer(window + overlap);
    int found = 0;
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    quint64 bytes = 0;
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 5 || !words[1].startsWith('r') || words.last() == "[vvar]" || words.last() == "[vsyscall]")
            continue;
        const quint64 from = words[0].split('-')[0].toULongLong(nullptr, 16);
        const quint64 to = words[0].split('-')[1].toULongLong(nullptr, 16);
        const auto own = reinterpret_cast<quint64>(buffer.data());
        for (quint64 at = from; at < to; at += window) {
            const auto size = static_cast<std::size_t>(std::min<quint64>(window + overlap, to - at));
            if (at < own + buffer.size() && own < at + size && own >= from && own < to) {
                // The buffer's own pages: what it holds came from elsewhere.
                if (at >= own && at < own + buffer.size())
                    continue;
            }
            iovec local{buffer.data(), size};
            iovec remote{reinterpret_cast<void *>(at), size};
            const ssize_t got = ::process_vm_readv(::getpid(), &local, 1, &remote, 1, 0);
            if (got <= 0)
                continue;
            bytes += static_cast<quint64>(got);
            for (const Needle &needle : needles) {
                const std::uint8_t first = needle.turned[0] ^ turn;
                const auto last = static_cast<std::size_t>(got);
                if (last < needle.turned.size())
                    continue;
                for (std::size_t i = 0; i + needle.turned.size() <= last; ++i) {
                    if (buffer[i] != first || !fits(buffer.data() + i, needle))
                        continue;
                    const quint64 place = at + i;
                    if (place >= own && place < own + buffer.size())
                        continue;
                    std::printf("found %s at %llx in %s\n", needle.name.c_str(), static_cast<unsigned long long>(place),
                                words.last().constData());
                    ++found;
                }
            }
        }
    }
    std::fill(buffer.begin(), buffer.end(), std::uint8_t(0));
    std::printf("searched %llu bytes: %d\n", static_cast<unsigned long long>(bytes), found);
    return found;
}

/// The password comes in by standard input, so that neither the program nor its arguments hold it.
access::Password readPassword(std::vector<Needle> &needles)
{
    SecretBytes typed(64);
    std::size_t size = 0;
    while (size < typed.size() && ::read(STDIN_FILENO, typed.bytes().data() + size, 1) == 1 &&
           typed.bytes()[size] != '\n')
        ++size;
    const auto text = typed.bytes().first(size);
    addText(needles, "the password", text);
    return access::Password(SecretBytes::copyOf(text));
}

int work(const QString &folder, const QString &mode)
{
    std::vector<Needle> needles;
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = folder;
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    {
        access::Password password = readPassword(needles);
        auto session = access::signIn(around, QStringLiteral("owner"), password);
        if (!session) {
            std::printf("fail %s\n", qUtf8Printable(session.error().message));
            return 3;
        }
        addSecret(needles, "the database key", *session->databaseKey);
        addSecret(needles, "the user's secret", *session->userSecret);
        {
            const auto content = keyring::decode(*files.read(folder + QStringLiteral("/keyring"), keyring::mostBytes),
                                                 QStringLiteral("keyring"));
            const keyring::User &user = content->users.constFirst();
            const auto kek = crypto::argon2id(password.secret(), user.salt, user.cost);
            addSecret(needles, "the password's key", *kek);
        }
        auto keys = std::make_shared<access::Keys>(session->databaseKey, session->user, session->userSecret);
        access::Pins pins(around);
        static_cast<void>(pins.set(session->user, *session->userSecret, QStringLiteral("271828")));
        auto clinic = std::make_unique<Clinic>(std::move(session->store), session->actor);
        *session = {};
        for (int i = 0; i < 20; ++i) {
            auto made = clinic->write("patient.register", [i](store::Transaction &tx) {
                PatientDraft draft;
                draft.name = QStringLiteral("陈%1").arg(i);
                draft.phone = QStringLiteral("13800138000");
                return patient::register_(tx, draft);
            });
            made.waitForFinished();
            if (!made.result()) {
                std::printf("fail %s\n", qUtf8Printable(made.result().error().message));
                return 3;
            }
        }
        // A lock and a return by password, and a wrong one.
        keys->lock();
        auto back = clinic->work([around, password](store::Store &store) {
            static_cast<void>(access::identify(around, store, QStringLiteral("owner"), QStringLiteral("no")));
            return access::identify(around, store, QStringLiteral("owner"), password);
        });
        back.waitForFinished();
        keys->setPerson(back.result()->user, back.result()->secret);
        back = {};
        if (mode == u"open") {
            // The search finds what is there: while the clinic is open it must find the keys.
            const int found = search(needles);
            clinic.reset();
            return found > 0 ? 0 : 4;
        }
        keys->close();
        pins.clear();
        clinic.reset();
    }
    const int found = search(needles);
    for (Needle &needle : needles)
        std::fill(needle.turned.begin(), needle.turned.end(), std::uint8_t(0));
    return found == 0 ? 0 : 4;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int code = arguments.size() == 3 ? work(arguments[1], arguments[2]) : 2;
    std::fflush(stdout);
    return code;
}
