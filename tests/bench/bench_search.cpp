// How long a keystroke in the patient search takes, and what encryption costs of it. Fails only on wrong results.
#include "bench/measurements.h"
#include "store/failure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::bench;

namespace {

struct Tier
{
    const char *name;
    qint64 patients;
};
constexpr Tier tiers[] = {{"S", 20'000}, {"M", 200'000}, {"L", 1'000'000}};

void say(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

std::optional<SearchWishes> wishesFrom(const QCommandLineParser &parser)
{
    SearchWishes wishes;
    const QString name = parser.value(QStringLiteral("tier"));
    const auto tier = std::find_if(std::begin(tiers), std::end(tiers),
                                   [&](const Tier &one) { return name == QLatin1String(one.name); });
    if (tier == std::end(tiers))
        return std::nullopt;
    wishes.growth = {tier->patients, tier->patients, 1};
    bool good = true;
    const auto read = [&](const char *option, auto &value) {
        const QString text = parser.value(QLatin1String(option));
        if (text.isEmpty())
            return;
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        good = good && isNumber && number > 0;
        value = static_cast<std::remove_reference_t<decltype(value)>>(number);
    };
    read("patients", wishes.growth.patients);
    read("visits", wishes.growth.visits);
    read("seed", wishes.growth.seed);
    read("keystrokes", wishes.keystrokes);
    read("rounds", wishes.rounds);
    read("slowest", wishes.slowest);
    wishes.cache = parser.value(QStringLiteral("cache"));
    wishes.fresh = parser.isSet(QStringLiteral("fresh"));
    wishes.replayWords = QStringList{QStringLiteral("--replay")};
    return good ? std::optional(wishes) : std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Times the patient search of a grown clinic."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("tier"), QStringLiteral("S, M or L: 20 000, 200 000 or 1 000 000 patients."),
         QStringLiteral("tier"), QStringLiteral("S")},
        {QStringLiteral("patients"), QStringLiteral("Another number of patients."), QStringLiteral("n")},
        {QStringLiteral("visits"), QStringLiteral("Another number of visits; one a patient."), QStringLiteral("n")},
        {QStringLiteral("seed"), QStringLiteral("Other people."), QStringLiteral("n")},
        {QStringLiteral("keystrokes"), QStringLiteral("How many; 4000."), QStringLiteral("n")},
        {QStringLiteral("rounds"), QStringLiteral("Replays of each copy; 2."), QStringLiteral("n")},
        {QStringLiteral("slowest"), QStringLiteral("Say what the slowest keystrokes ran."), QStringLiteral("n")},
        {QStringLiteral("cache"), QStringLiteral("Where grown clinics are kept."), QStringLiteral("folder"),
         QStringLiteral(XINGLIN_BENCH_CACHE)},
        {QStringLiteral("fresh"), QStringLiteral("Grow the clinic anew.")},
        {QStringLiteral("json"), QStringLiteral("Print JSON.")},
        {QStringLiteral("replay"),
         QStringLiteral("Only replay a TAPE on a DATABASE; the key comes on standard input.")},
    });
    parser.process(program);
    if (parser.isSet(QStringLiteral("replay")) && parser.positionalArguments().size() == 2) {
        try {
            return replayHere(parser.positionalArguments().constFirst(), parser.positionalArguments().constLast());
        } catch (const store::Failure &failure) {
            say(failure.error().message + u' ' + failure.error().detail);
            return 1;
        }
    }
    const auto wishes = wishesFrom(parser);
    if (!wishes) {
        say(QStringLiteral("A tier is S, M or L; numbers are whole and above zero."));
        return 2;
    }
    const auto report = measureSearch(*wishes, say);
    if (!report) {
        say(report.error().message + u' ' + report.error().detail);
        return 1;
    }
    QTextStream(stdout) << (parser.isSet(QStringLiteral("json"))
                                ? QString::fromUtf8(QJsonDocument(report->toJson()).toJson())
                                : report->toText());
    return 0;
}
