// What finding duplicates costs: bench_linkage [--people N]. The bars are 60 µs to make a record ready and 5 µs to
// compare two; pairs() over all records has none, and says how many a lookup by keys would bring.
#include "engines/linkage/pairs.h"
#include "engines/linkagepeople.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <algorithm>

using namespace xinglin;
using namespace xinglin::linkage;
using namespace xinglin::test;

namespace {

constexpr double PrepareBarUs = 60;
constexpr double CompareBarUs = 5;

qint64 residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096 / 1'000'000;
}

/// Median of the mean times of rounds of @p work, in microseconds for each of @p times.
template <class F>
double medianUs(int times, F work)
{
    QList<double> means;
    for (int round = 0; round < 5; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < times; ++i)
            work(i);
        means << static_cast<double>(timer.nsecsElapsed()) / 1000 / times;
    }
    std::sort(means.begin(), means.end());
    return means[means.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = QCoreApplication::arguments();
    const qsizetype at = arguments.indexOf(QStringLiteral("--people"));
    const int people = at > 0 ? std::max(100, arguments.value(at + 1).toInt()) : 10'000;

    SeededRandom random(1);
    QList<LinkageRecord> records = linkageRecords(random, people);
    const auto count = static_cast<int>(records.size());
    QList<Subject> subjects;
    subjects.reserve(count);
    const qint64 before = residentMegabytes();
    for (const LinkageRecord &record : std::as_const(records))
        subjects << prepare(record.person);
    out << count << " records; ready for comparing they take " << residentMegabytes() - before << " MB\n";

    const int some = std::min(count, 5000);
    const double preparing = medianUs(some, [&](int i) { (void)prepare(records[i].person); });
    out << "prepare: " << preparing << " µs, " << preparing / PrepareBarUs << " of the bar\n";
    double sum = 0;
    const double strangers =
        medianUs(200'000, [&](int i) { sum += compare(subjects[i % count], subjects[(i * 7 + 1) % count]).score; });
    out << "compare strangers: " << strangers << " µs, " << strangers / CompareBarUs << " of the bar\n";
    const double same =
        medianUs(200'000, [&](int i) { sum += compare(subjects[i % count], subjects[i % count]).score; });
    out << "compare a record with itself: " << same << " µs, " << same / CompareBarUs << " of the bar\n";
    qsizetype keys = 0;
    const double keying = medianUs(some, [&](int i) { keys += blockingKeys(subjects[i]).size(); });
    out << "keys: " << keying << " µs, " << static_cast<double>(keys) / (5.0 * some) << " to a record\n";
    out.flush();

    QHash<qint64, int> blocks;
    for (const Subject &subject : std::as_const(subjects)) {
        for (const qint64 key : blockingKeys(subject))
            ++blocks[key];
    }
    double candidates = 0;
    int widest = 0;
    for (const int size : std::as_const(blocks)) {
        candidates += static_cast<double>(size) * (size - 1);
        widest = std::max(widest, size);
    }
    out << "a lookup by keys brings " << candidates / count << " records; the widest key has " << widest << "\n";
    blocks.clear();
    out.flush();

    QElapsedTimer timer;
    timer.start();
    const QList<Pair> found = pairs(subjects, Level::Likely);
    qsizetype wrong = 0;
    qsizetype wrongCertain = 0;
    for (const Pair &pair : found) {
        const bool other = records[pair.one].truth != records[pair.other].truth;
        wrong += other ? 1 : 0;
        wrongCertain += other && pair.match.level == Level::Certain ? 1 : 0;
    }
    out << "pairs: " << static_cast<double>(timer.elapsed()) / 1000 << " s, " << found.size() << " likely, " << wrong
        << " of them wrong, " << wrongCertain << " certain and wrong (sum " << sum << ")\n";
    return 0;
}
