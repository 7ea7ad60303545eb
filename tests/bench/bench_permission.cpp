// What asking for a permission costs: bench_permission [--checks N]. The bar is 1 µs for each question of a view that
// has answered one before; the first question of a view asks the store.
#include "access/rights.h"
#include "clinic/patient/patients.h"
#include "support/testclinic.h"

#include <QElapsedTimer>
#include <QSysInfo>
#include <QTextStream>

#include <algorithm>

using namespace xinglin;
using namespace xinglin::test;

namespace {

constexpr double BarNs = 1000;

/// Median of @p rounds of the mean time of @p times calls, in nanoseconds.
template <class F>
double medianNs(int rounds, int times, F work)
{
    QList<double> means;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < times; ++i)
            work(i);
        means << static_cast<double>(timer.nsecsElapsed()) / times;
    }
    std::sort(means.begin(), means.end());
    return means[means.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    const QStringList arguments = [&] {
        QStringList list;
        for (int i = 1; i < argc; ++i)
            list << QString::fromLocal8Bit(argv[i]);
        return list;
    }();
    const int wanted = arguments.value(0) == u"--checks" ? arguments.value(1).toInt() : 100'000;
    const int checks = std::max(wanted, 1000);
    QTextStream out(stdout);
    TestClinic clinic;
    const Patient patient = clinic.patient(QStringLiteral("陈淑芬"));
    const store::Actor actor = clinic.practitioner();
    const QList<access::Permission> &all = access::allPermissions();

    int granted = 0;
    double again = 0;
    {
        const auto view = clinic.store().snapshot(actor);
        again = medianNs(9, checks, [&](int i) { granted += access::allows(*view, all[i % all.size()]) ? 1 : 0; });
    }
    const double first = medianNs(9, checks / 100, [&](int) {
        const auto view = clinic.store().snapshot(actor);
        granted += access::allows(*view, access::Permission::SearchPatients) ? 1 : 0;
    });
    const double bare = medianNs(9, checks / 100, [&](int) { clinic.store().snapshot(actor); });
    double found = 0;
    {
        const auto view = clinic.store().snapshot(actor);
        found = medianNs(9, checks / 100, [&](int) { granted += patient::find(*view, patient.id).ok() ? 1 : 0; });
    }
    out << "machine " << QSysInfo::prettyProductName() << ", " << QSysInfo::currentCpuArchitecture() << Qt::endl
        << "checks " << checks << " in each of 9 rounds; medians of the means" << Qt::endl
        << "a question of a view that was asked before: " << again << " ns (bar " << BarNs << " ns)" << Qt::endl
        << "a view and its first question: " << first / 1000 << " us; the view alone: " << bare / 1000 << " us"
        << Qt::endl
        << "baseline, one patient found with masks and rules: " << found / 1000 << " us; a question is "
        << 100 * again / found << " % of it" << Qt::endl;
    // Timing never fails a test run; a wrong answer does.
    return granted > 0 ? 0 : 1;
}
