// How soon a long chart stands on the screen: a patient with 500 visits and 200 pictures in a grown clinic, from the
// wish until the page is painted; beside the bare reading, a short chart, the search for words, trends, and the
// formulas of twelve visits side by side. Fails only on wrong results.
#include "app/desktop/desktop.h"
#include "bench/charts.h"
#include "bench/expect.h"
#include "bench/grownclinic.h"
#include "bench/report.h"
#include "clinic/chart/chart.h"
#include "clinic/clinic.h"
#include "clinic/followers.h"
#include "clinic/patient/patients.h"
#include "clinic/record/attachments.h"
#include "store/failure.h"
#include "ui/patient/chartpage.h"
#include "ui/patient/eventlist.h"
#include "ui/prescription/formulagrid.h"
#include "ui/shell/who.h"
#include "ui/trend/trends.h"
#include "ui/visit/timelinepage.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QLabel>
#include <QScopeGuard>
#include <QTextStream>
#include <QThread>

using namespace xinglin;
using namespace xinglin::bench;
using namespace Qt::StringLiterals;

namespace {

struct Tier
{
    const char *name;
    qint64 patients;
    qint64 visits;
    int opened; ///< How often each page is opened.
};
constexpr Tier tiers[] = {{"S", 20'000, 20'000, 40}, {"M", 200'000, 1'000'000, 300}, {"L", 1'000'000, 5'000'000, 300}};
constexpr int Visits = 500;
constexpr int Pictures = 200;
constexpr int ThumbnailBytes = 6000;
constexpr int PictureBytes = 20'000; // only its row is read here
constexpr int FirstRows = 24;
constexpr int PatienceMs = 20'000;

void say(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

void tell(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

[[noreturn]] void wrong(const QString &what)
{
    throw store::Failure(Code::Broken, what, {});
}

/// A copy of the grown clinic with one long and one short chart more.
class Rooms
{
public:
    Rooms(const GrownClinic &grown, const Catalog &catalog) : m_clock(GrownClinic::grownAt() + std::chrono::hours(22))
    {
        const QDir from(grown.folder() + u"/clinic"_s);
        m_folder = grown.folder() + u"/chart"_s;
        QDir(m_folder).removeRecursively();
        expect(m_files.makeFolder(m_folder));
        for (const QString &name : from.entryList(QDir::Files)) {
            if (name != u"store.lock")
                expect(m_files.copy(from.filePath(name), m_folder + u'/' + name));
        }
        access::Surroundings around;
        around.folder = m_folder;
        around.clock = &m_clock;
        around.random = &m_random;
        around.files = &m_files;
        around.quickKeys = true;
        m_session = expect(access::signIn(around, GrownClinic::login(), GrownClinic::password()));
        addFollowers(*m_session.store);
        const Charts charts(catalog, 2);
        longOne = chartOf(u"长卷"_s, catalog, charts, Visits, Pictures);
        shortOne = chartOf(u"短卷"_s, catalog, charts, 3, 0);
    }
    ~Rooms() { QDir(m_folder).removeRecursively(); }

    qint64 bytes() const { return QFileInfo(store::Store::databasePath(m_folder)).size(); }
    std::unique_ptr<Clinic> open() { return std::make_unique<Clinic>(std::move(m_session.store), m_session.actor); }

    PatientId longOne{Uuid(Uuid::Bytes{})};
    PatientId shortOne{Uuid(Uuid::Bytes{})};

private:
    PatientId chartOf(const QString &name, const Catalog &catalog, const Charts &charts, int visits, int pictures)
    {
        const auto write = [&](const char *act, auto f) {
            const auto tx = m_session.store->begin(m_session.actor, act);
            auto done = expect(f(*tx));
            tx->commit();
            return done;
        };
        PatientDraft draft;
        draft.name = name;
        draft.phone = u"13800138000"_s;
        const PatientId id =
            write("patient.register", [&](store::Transaction &tx) { return patient::register_(tx, draft); }).id;
        for (int i = 0, written = 0; written < visits; ++i) {
            consultation::Draft visit = charts.one(quint64(i));
            visit.visit.patient = id;
            const auto facts = [&] {
                const auto view = m_session.store->snapshot(m_session.actor);
                return expect(consultation::factsFor(*view, id));
            }();
            const PrescriptionDraft &formula = visit.prescriptions.constFirst();
            if (!consultation::open(consultation::check(catalog, formula, facts), formula).isEmpty())
                continue;
            write("consultation.sign", [&](store::Transaction &tx) {
                visit.visit.day = tx.today().addDays(7 * (written - visits));
                return consultation::sign(tx, catalog, visit);
            });
            ++written;
            m_clock.advance(std::chrono::minutes(7));
        }
        for (int i = 0; i < pictures; ++i) {
            AttachmentDraft picture;
            picture.patient = id;
            picture.kind = AttachmentKind::Tongue;
            picture.mediaType = u"image/jpeg"_s;
            picture.width = 4000;
            picture.height = 3000;
            picture.thumbnail = QByteArray(ThumbnailBytes, char(i));
            expect(attachments::attach(*m_session.store, m_session.actor, picture, QByteArray(PictureBytes, char(i))));
            m_clock.advance(std::chrono::minutes(1));
        }
        return id;
    }

    QString m_folder;
    FakeClock m_clock;
    SystemRandom m_random;
    DiskFiles m_files;
    access::Session m_session;
};

/// Lets the window work until @p there, and paints it; nanoseconds.
template <class Begin, class There>
qint64 until(QWidget &page, Begin begin, There there)
{
    QElapsedTimer watch;
    watch.start();
    begin();
    while (!there()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
        if (watch.elapsed() > PatienceMs)
            wrong(u"A page never comes."_s);
    }
    page.repaint();
    return watch.nsecsElapsed();
}

template <class F>
QList<qint64> timed(int times, F f)
{
    QList<qint64> all;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer watch;
        watch.start();
        f();
        all << watch.nsecsElapsed();
    }
    return all;
}

template <class F>
auto asked(Clinic &clinic, F f)
{
    auto future = clinic.read(f);
    future.waitForFinished();
    return expect(future.result());
}

QString line(const QString &what, const QList<qint64> &times, const QString &target = {})
{
    const Spread spread = spreadOf(times);
    const auto ms = [](double value) { return QString::number(value, 'f', 2).rightJustified(8); };
    return u"  %1 %2 %3 %4 %5  %6"_s.arg(what, -52).arg(ms(spread.p50), ms(spread.p95), ms(spread.p99), ms(spread.max),
                                                        target);
}

int measure(const Tier &tier, const QString &cache)
{
    GrownClinic grown(cache, {tier.patients, tier.visits, 1, true});
    grown.open(say);
    say(u"copying, and writing a long chart"_s);
    const auto catalog = expect(Catalog::load());
    Rooms rooms(grown, *catalog);
    const qint64 bytes = rooms.bytes();
    const std::unique_ptr<Clinic> clinic = rooms.open();
    const ui::Who who = asked(*clinic, [](const store::Snapshot &view) { return ui::whoIs(view); });

    // What stands in the chart is what was written.
    const auto events = asked(*clinic, [&](const store::Snapshot &view) { return chart::events(view, rooms.longOne); });
    if (events.size() != Visits + Pictures)
        wrong(u"The chart does not hold what was written."_s);

    // The bare reading of the first screen.
    const auto first = [&](PatientId id) {
        asked(*clinic, [id](const store::Snapshot &view) -> Result<int> {
            const auto strip = patient::open(view, id);
            const auto all = chart::events(view, id);
            if (!strip || !all)
                return strip ? all.error() : strip.error();
            QList<VisitSummary> visits;
            for (const chart::Event &event : *all) {
                if (const auto *visit = std::get_if<VisitSummary>(&event.what); visit && visits.size() < FirstRows)
                    visits << *visit;
            }
            const auto contents = consultation::withContents(view, id, visits);
            const auto newest = consultation::current(view, visits.first().id);
            return contents && newest ? Result<int>(1) : Result<int>(Error{Code::Broken, {}, {}, {}});
        });
    };
    const auto readLong = timed(tier.opened, [&] { first(rooms.longOne); });
    const auto readShort = timed(tier.opened, [&] { first(rooms.shortOne); });

    // The page as it comes.
    ui::ChartPage page(*clinic, who, catalog, {});
    page.resize(1366, 680);
    page.show();
    auto *list = page.findChild<ui::EventList *>();
    const auto isThere = [&](const QString &name) {
        const auto *title = page.findChild<QLabel *>(u"bannerTitle"_s);
        const auto *details = page.findChild<QWidget *>(u"visitDetails"_s);
        return title && title->text() == name && list->current() && details &&
               !details->findChildren<QLabel *>(u"section"_s).isEmpty();
    };
    QList<qint64> shownLong;
    QList<qint64> shownShort;
    for (int i = 0; i < tier.opened; ++i) {
        shownLong << until(
            page, [&] { page.openPatient(rooms.longOne); }, [&] { return isThere(u"长卷"_s); });
        shownShort << until(
            page, [&] { page.openPatient(rooms.shortOne); }, [&] { return isThere(u"短卷"_s); });
    }

    // Words in five hundred notes.
    const auto texts = timed(qMax(10, tier.opened / 10), [&] {
        asked(*clinic, [&](const store::Snapshot &view) -> Result<int> {
            const auto notes = chart::notes(view, rooms.longOne);
            if (!notes)
                return notes.error();
            for (const consultation::Stored &visit : *notes)
                ui::eventText(*catalog, visit);
            return 1;
        });
    });
    QList<ui::EventText> all;
    for (const consultation::Stored &visit :
         asked(*clinic, [&](const store::Snapshot &view) { return chart::notes(view, rooms.longOne); }))
        all << ui::eventText(*catalog, visit);
    const auto keystroke = timed(tier.opened, [&] {
        qsizetype found = 0;
        for (const ui::EventText &text : std::as_const(all))
            found += ui::snippetOf(text, u"gmx"_s) ? 1 : 0;
        if (found > all.size())
            wrong({});
    });
    const auto trends = timed(tier.opened, [&] {
        ui::trendsOf(*catalog, asked(*clinic, [&](const store::Snapshot &view) {
            return chart::measurements(view, rooms.longOne);
        }));
    });

    // Twelve formulas side by side.
    ui::TimelinePage formulas(*clinic, who, catalog);
    formulas.resize(1366, 680);
    formulas.show();
    page.hide();
    QList<qint64> side;
    for (int i = 0; i < tier.opened; ++i) {
        formulas.openPatient(rooms.shortOne);
        until(
            formulas, [] {}, [&] { return formulas.context().startsWith(u'3'); });
        side << until(
            formulas, [&] { formulas.openPatient(rooms.longOne); },
            [&] { return formulas.context().startsWith(u"12"_s); });
    }

    tell(u"A long chart, tier %1\n"_s.arg(QLatin1String(tier.name)));
    const auto version = [&](const char *sql) {
        return asked(*clinic, [sql](const store::Snapshot &view) -> Result<QString> {
            store::Query query = view.connection().internal(sql);
            return query.next() ? query.get<QString>(0) : QString();
        });
    };
    for (const QString &said : describeMachine(version("PRAGMA cipher_version"), version("SELECT sqlite_version()")))
        tell(said);
    tell(u"\nThe clinic: %1 patients, %2 visits; %3 MB. The long chart: %4 visits with notes and twelve herbs each, %5"
         " pictures; the short one, the baseline: 3 visits."_s.arg(tier.patients)
             .arg(tier.visits)
             .arg(bytes / 1'000'000)
             .arg(Visits)
             .arg(Pictures));
    tell(u"Reading: strip, everything in the order of time, contents of %1 rows, the newest note, until its audit rows"
         " stand. Shown: from the wish until the page is painted, the note in it. Warm.\n"_s.arg(FirstRows));
    tell(u"  %1 %2 %3 %4 %5"_s.arg(u"milliseconds"_s, -52)
             .arg(u"p50"_s, 8)
             .arg(u"p95"_s, 8)
             .arg(u"p99"_s, 8)
             .arg(u"max"_s, 8));
    tell(line(u"first screen read, 500 visits"_s, readLong));
    tell(line(u"first screen read, 3 visits"_s, readShort));
    tell(line(u"first screen shown, 500 visits"_s, shownLong, u"p99 ≤ 50"_s));
    tell(line(u"first screen shown, 3 visits"_s, shownShort));
    tell(line(u"all words of 500 notes read, once a search begins"_s, texts));
    tell(line(u"a letter of the search"_s, keystroke));
    tell(line(u"all measurements of 500 visits"_s, trends));
    tell(line(u"formulas of 12 visits shown side by side"_s, side, u"≤ 300"_s));
    const double ratio = spreadOf(shownLong).p99 / spreadOf(shownShort).p99;
    tell(u"\n  ratio of the p99: 500 visits to 3 visits %1"_s.arg(ratio, 0, 'f', 2));
    tell(u"  p99 %1 ms (target 50 ms): %2"_s.arg(spreadOf(shownLong).p99, 0, 'f', 1)
             .arg(spreadOf(shownLong).p99 <= 50 ? u"held"_s : u"missed"_s));
    tell(u"  formulas max %1 ms (target 300 ms): %2"_s.arg(spreadOf(side).max, 0, 'f', 1)
             .arg(spreadOf(side).max <= 300 ? u"held"_s : u"missed"_s));
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
    parser.setApplicationDescription(u"Times the opening of a long chart in a grown clinic."_s);
    parser.addHelpOption();
    const QCommandLineOption tierOption(u"tier"_s, u"S, M or L."_s, u"tier"_s, u"M"_s);
    const QCommandLineOption cache(u"cache"_s, u"Folder of grown clinics."_s, u"folder"_s,
                                   QStringLiteral(XINGLIN_BENCH_CACHE));
    parser.addOptions({tierOption, cache});
    parser.process(app);
    for (const Tier &tier : tiers) {
        if (parser.value(tierOption) != QLatin1String(tier.name))
            continue;
        try {
            return measure(tier, parser.value(cache));
        } catch (const store::Failure &failure) {
            say(failure.error().message + u' ' + failure.error().detail);
            return 1;
        }
    }
    parser.showHelp(2);
}
