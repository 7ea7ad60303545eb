// What the client holds in memory over a grown clinic: the real window, from its start to an opened chart. The baseline
// is the same window over a clinic of a hundred patients. Fails only where the window does not show what it should.
#include "app/desktop/desktop.h"
#include "base/hardening.h"
#include "bench/grownclinic.h"
#include "bench/report.h"
#include "store/failure.h"
#include "support/guidriver.h"
#include "ui/shell/workspace.h"

#include <QAbstractItemView>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::bench;
using namespace Qt::StringLiterals;

namespace {

struct Tier
{
    const char *name;
    qint64 patients;
};
constexpr Tier tiers[] = {{"S", 20'000}, {"M", 200'000}, {"L", 1'000'000}};
constexpr qint64 FewPatients = 100;
constexpr int PatienceMs = 60'000;

void say(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

[[noreturn]] void wrong(const QString &what)
{
    throw store::Failure(Code::Broken, what, {});
}

/// Memory of this process in KiB by its name in /proc/self/status.
qint64 memory(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        wrong(status.errorString());
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').first().toLongLong();
    }
    wrong(u"The system does not tell what is resident."_s);
}

QString megabytes(qint64 kibibytes)
{
    return QString::number(double(kibibytes) / 1024, 'f', 1).rightJustified(7);
}

class Told
{
public:
    void operator()(const QString &what, qint64 ms)
    {
        lines << u"  %1 %2 MB  %3 ms"_s.arg(what, -40).arg(megabytes(memory("VmRSS"))).arg(ms, 6);
    }
    QStringList lines;
};

template <class There>
void until(const QString &what, There there)
{
    if (!QTest::qWaitFor(there, PatienceMs))
        wrong(what);
}

/// The window over the clinic in @p folder: sign in, search, open a chart.
int work(const QString &folder)
{
    hardenProcess();
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = folder;
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    const QTemporaryDir own;
    ui::Preferences preferences(own.filePath(u"window.ini"_s));
    Told told;
    QElapsedTimer watch;
    const auto window = makeDesktop(around, preferences);
    window->resize(1366, 768);
    test::GuiDriver drive(*window);
    window->start();
    drive.get("password");
    told(u"signing in is asked for"_s, 0);

    watch.start();
    QSignalSpy entered(window.get(), &ui::MainWindow::entered);
    drive.fill("password", GrownClinic::password());
    drive.key(Qt::Key_Return);
    if (!entered.wait(PatienceMs))
        wrong(u"The password does not open the clinic."_s);
    told(u"unlocked"_s, watch.elapsed());
    // Much later than the clinic was last worked in, the program asks whether today is right.
    if (QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; }, 2000))
        drive.key(Qt::Key_Return);
    watch.restart();
    until(u"A dialog stays."_s, [] { return QApplication::activeModalWidget() == nullptr; });
    drive.key(Qt::Key_1, Qt::AltModifier);
    drive.get("patientSearch").setFocus();
    auto &list = drive.get<QAbstractItemView>("patientTable");
    until(u"No patients are shown."_s, [&] { return list.model()->rowCount() > 0; });
    told(u"patients shown"_s, watch.elapsed());

    watch.start();
    const auto shown = [&list] {
        QStringList names;
        for (int row = 0; row < list.model()->rowCount(); ++row)
            names << list.model()->index(row, 0).data().toString();
        return names;
    };
    const QStringList before = shown();
    drive.type("wang");
    until(u"The search does not end."_s, [&] { return list.model()->rowCount() > 0 && shown() != before; });
    told(u"searched"_s, watch.elapsed());

    watch.start();
    drive.key(Qt::Key_Return);
    until(u"The chart does not open."_s, [&] {
        const auto *title = drive.find<QLabel>("bannerTitle");
        return title && !title->text().isEmpty();
    });
    QTest::qWait(500);
    told(u"chart open"_s, watch.elapsed() - 500);
    // What idle work of the first minute takes besides.
    QTest::qWait(20'000);
    told(u"twenty seconds later"_s, 20'000);
    QTextStream out(stdout);
    for (const QString &line : std::as_const(told.lines))
        out << line << '\n';
    out << u"  %1 %2 MB\n"_s.arg(u"most at any time"_s, -40).arg(megabytes(memory("VmHWM")));
    return 0;
}

/// In a process of its own, which has grown nothing.
QString workIn(const QString &folder)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--work"_s, folder});
    if (!child.waitForFinished(-1) || child.exitCode() != 0)
        wrong(u"The window over %1 failed."_s.arg(folder));
    return QString::fromUtf8(child.readAllStandardOutput());
}

QString measured(const Tier &tier, const QString &cache)
{
    GrownClinic grown(cache, {tier.patients, tier.patients, 1, false});
    grown.open(say) = {};
    return workIn(grown.folder() + u"/clinic"_s);
}

int measure(const Tier &tier, const QString &cache)
{
    const QString few = measured({"few", FewPatients}, cache);
    const QString many = measured(tier, cache);
    QTextStream out(stdout);
    out << u"What the client holds in memory (resident), tier %1\n\n"_s.arg(QLatin1String(tier.name));
    for (const QString &said : describeMachine({}, {}))
        out << said << '\n';
    out << u"\n%1 patients (target: 250 MB or less):\n%2"_s.arg(tier.patients).arg(many);
    out << u"\nThe baseline, %1 patients:\n%2"_s.arg(FewPatients).arg(few);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    dressProgram(app, u"zh_CN"_s, ui::ThemeName::Paper, 1.0);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Tells what the client holds in memory over a grown clinic."_s);
    parser.addHelpOption();
    const QCommandLineOption tierOption(u"tier"_s, u"S, M or L."_s, u"tier"_s, u"M"_s);
    const QCommandLineOption cache(u"cache"_s, u"Folder of grown clinics."_s, u"folder"_s,
                                   QStringLiteral(XINGLIN_BENCH_CACHE));
    const QCommandLineOption workOption(u"work"_s, u"Only work in this clinic."_s, u"folder"_s);
    parser.addOptions({tierOption, cache, workOption});
    parser.process(app);
    try {
        if (parser.isSet(workOption))
            return work(parser.value(workOption));
        for (const Tier &tier : tiers) {
            if (parser.value(tierOption) == QLatin1String(tier.name))
                return measure(tier, parser.value(cache));
        }
    } catch (const store::Failure &failure) {
        say(failure.error().message + u' ' + failure.error().detail);
        return 1;
    }
    parser.showHelp(2);
}
