// How long unlocking takes beyond Argon2id: keyring, store, what a crash may have left, the first question. Fails only
// on wrong results.
#include "bench/expect.h"
#include "bench/grownclinic.h"
#include "clinic/clinic.h"
#include "store/failure.h"
#include "store/vault/keyring.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSysInfo>
#include <QTextStream>
#include <QThread>

#include <algorithm>

using namespace xinglin;
using namespace xinglin::bench;

namespace {

struct Tier
{
    const char *name;
    qint64 patients;
};
constexpr Tier tiers[] = {{"S", 20'000}, {"M", 200'000}, {"L", 1'000'000}};
constexpr double targetMs = 500;

void say(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

void tell(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

double argonMs(crypto::Argon2 cost)
{
    QElapsedTimer watch;
    watch.start();
    expect(crypto::argon2id(SecretBytes(12), QByteArray(crypto::saltBytes, 's'), cost));
    return double(watch.nsecsElapsed()) / 1e6;
}

int measure(const Tier &tier, const QString &cache, int rounds)
{
    GrownClinic grown(cache, {tier.patients, tier.patients, 1});
    grown.open(say);
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = grown.folder() + QStringLiteral("/clinic");
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true; // the keyring was made so; Argon2id is measured beside
    const access::Password password(QStringLiteral("Apricot-Grove-7"));
    QList<double> opening;
    QList<double> asking;
    QList<double> returning;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer watch;
        watch.start();
        auto session = expect(access::signIn(around, QStringLiteral("owner"), password));
        opening << double(watch.nsecsElapsed()) / 1e6;
        watch.restart();
        Clinic clinic(std::move(session.store), session.actor);
        auto profile = clinic.read([](const store::Snapshot &view) { return access::clinicProfile(view); });
        profile.waitForFinished();
        asking << double(watch.nsecsElapsed()) / 1e6;
        if (!profile.result())
            throw store::Failure(Code::Broken, profile.result().error().message, {});
        watch.restart();
        auto back = clinic.work(
            [&](store::Store &store) { return access::identify(around, store, QStringLiteral("owner"), password); });
        back.waitForFinished();
        returning << double(watch.nsecsElapsed()) / 1e6;
        if (!back.result())
            throw store::Failure(Code::Broken, back.result().error().message, {});
    }
    const double small = argonMs({1, 8192});
    const double beyond = median(opening) + median(asking) - small;
    tell(QStringLiteral("unlock, tier %1: %2 patients, store %3 MB, %4 rounds, %5, %6 cores")
             .arg(QLatin1String(tier.name))
             .arg(tier.patients)
             .arg(QFileInfo(store::Store::databasePath(around.folder)).size() / 1'000'000)
             .arg(rounds)
             .arg(QSysInfo::prettyProductName())
             .arg(QThread::idealThreadCount()));
    tell(QStringLiteral("  sign in beyond Argon2id   median %1 ms, first %2 ms, worst %3 ms (target %4 ms): %5")
             .arg(beyond, 0, 'f', 1)
             .arg(opening.constFirst() + asking.constFirst() - small, 0, 'f', 1)
             .arg(*std::max_element(opening.cbegin(), opening.cend()), 0, 'f', 1)
             .arg(targetMs, 0, 'f', 0)
             .arg(beyond <= targetMs ? QStringLiteral("held") : QStringLiteral("missed")));
    tell(QStringLiteral("  soft unlock beyond it     median %1 ms").arg(median(returning) - small, 0, 'f', 1));
    tell(QStringLiteral("  Argon2id, 256 MiB × 3     %1 ms; 64 MiB × 3 (PIN, small PCs) %2 ms")
             .arg(argonMs({}), 0, 'f', 0)
             .arg(argonMs({3, quint64(64) << 20}), 0, 'f', 0));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption tierOption(QStringLiteral("tier"), QStringLiteral("S, M or L."), QStringLiteral("tier"),
                                        QStringLiteral("M"));
    const QCommandLineOption cache(QStringLiteral("cache"), QStringLiteral("Folder of grown clinics."),
                                   QStringLiteral("folder"), QStringLiteral(XINGLIN_BENCH_CACHE));
    const QCommandLineOption rounds(QStringLiteral("rounds"), QStringLiteral("How often."), QStringLiteral("n"),
                                    QStringLiteral("7"));
    parser.addOptions({tierOption, cache, rounds});
    parser.process(app);
    for (const Tier &tier : tiers) {
        if (parser.value(tierOption) != QLatin1String(tier.name))
            continue;
        try {
            return measure(tier, parser.value(cache), qMax(1, parser.value(rounds).toInt()));
        } catch (const store::Failure &failure) {
            say(failure.error().message + u' ' + failure.error().detail);
            return 1;
        }
    }
    parser.showHelp(2);
}
