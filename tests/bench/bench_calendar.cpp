// How soon a day stands on the screen: thirty columns from the store until they are painted, in a clinic with years of
// bookings; how long it takes to paint two thousand appointments once more, to find free times and to book one. Fails
// only on wrong results.
#include "access/rights.h"
#include "app/desktop/desktop.h"
#include "bench/expect.h"
#include "bench/report.h"
#include "clinic/schedule/dayplans.h"
#include "clinic/schedule/freetimes.h"
#include "clinic/schedule/rosters.h"
#include "engines/slots/roster.h"
#include "support/testclinic.h"
#include "ui/calendar/calendarpage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::bench;
using namespace Qt::StringLiterals;

namespace {

struct Tier
{
    const char *name;
    int days; ///< Worked, back from the last one.
    int patients;
    int opened;
};
constexpr Tier tiers[] = {{"S", 20, 200, 40}, {"M", 2500, 2000, 300}};
constexpr int Columns = 30;
constexpr int ADay = 7; ///< Of each column.
constexpr int Minutes = 20;
constexpr int Painted = 2000;
constexpr int PatienceMs = 20'000;
constexpr int DaysAtOnce = 20;
constexpr int Asked = 10;     ///< Practitioners of the service that free times are asked of.
constexpr int DaysAhead = 30; ///< And so many days.
const QDate lastDay(2026, 3, 12);

void tell(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

struct Filled
{
    QList<ResourceId> resources;
    QList<PatientId> patients;
    HealthcareServiceId service{Uuid(Uuid::Bytes{})};
    HealthcareServiceId ofTen = service; ///< The same, with the first ten.
    qint64 appointments = 0;
};

/// The rows that book() writes, and nothing asked.
void write(store::Transaction &tx, PatientId whose, HealthcareServiceId service, ResourceId resource, Instant start)
{
    const Instant end = start + std::chrono::minutes(Minutes);
    const Uuid appointment = tx.newUuid();
    const Uuid claim = tx.newUuid();
    tx.sql("INSERT INTO appointment(id, patient_id, service_id, start_ms, end_ms, recorded_ms)"
           " VALUES(?1, ?2, ?3, ?4, ?5, ?6)")
        .bind(appointment, whose, service, start, end, tx.now())
        .run();
    tx.sql("INSERT INTO claim(id, appointment_id, recorded_ms) VALUES(?1, ?2, ?3)")
        .bind(claim, appointment, tx.now())
        .run();
    tx.sql("INSERT INTO claim_resource(id, claim_id, resource_id, start_ms, end_ms) VALUES(?1, ?2, ?3, ?4, ?5)")
        .bind(tx.newUuid(), claim, resource, start, end)
        .run();
    tx.sql("INSERT INTO claim_grant(id, claim_id, decision, recorded_ms) VALUES(?1, ?2, 'ok', ?3)")
        .bind(tx.newUuid(), claim, tx.now())
        .run();
}

template <class F>
auto done(test::TestClinic &clinic, const char *act, F f)
{
    return expect(clinic.write(clinic.owner(), act, f));
}

/// Many appointments in each transaction, as book() writes them.
Filled fill(test::TestClinic &clinic, const Tier &tier)
{
    Filled filled;
    QList<PatientId> &patients = filled.patients;
    for (int i = 0; i < tier.patients; ++i)
        patients << clinic.patient(u"陈淑%1"_s.arg(QChar(0x4e00 + i)), u"138%1"_s.arg(10'000'000 + i)).id;
    WorkingWeek week;
    week.fill({{510, 720}, {810, 1050}});
    const QDate monday = lastDay.addDays(1 - lastDay.dayOfWeek() - 7 * (tier.days / 5 + 60));
    for (int i = 0; i < Columns; ++i) {
        ResourceDraft draft;
        draft.name = u"医师%1"_s.arg(i + 1);
        draft.position = i;
        const ResourceId id =
            done(clinic, "resource.add", [&](store::Transaction &tx) { return schedule::addResource(tx, draft); }).id;
        done(clinic, "roster.week", [&](store::Transaction &tx) {
            return schedule::setWeek(tx, id, monday, week, schedule::Reach::FromNowOn);
        });
        filled.resources << id;
    }
    HealthcareServiceDraft visit;
    visit.name = u"复诊"_s;
    visit.needs = {{filled.resources, 1}};
    filled.service =
        done(clinic, "service.add", [&](store::Transaction &tx) { return schedule::addService(tx, visit); }).id;
    visit.name = u"初诊"_s;
    visit.needs = {{filled.resources.mid(0, Asked), 1}};
    filled.ofTen =
        done(clinic, "service.add", [&](store::Transaction &tx) { return schedule::addService(tx, visit); }).id;
    const QTimeZone zone("Asia/Shanghai");
    QDate day = lastDay;
    for (int left = tier.days; left > 0;) {
        done(clinic, "appointment.book", [&](store::Transaction &tx) -> Result<Done> {
            if (auto refused = access::require(tx, access::Permission::Book))
                return *refused;
            for (int i = 0; i < DaysAtOnce && left > 0; ++i, --left) {
                while (day.dayOfWeek() > 5)
                    day = day.addDays(-1);
                for (const ResourceId resource : std::as_const(filled.resources)) {
                    for (int n = 0; n < ADay; ++n) {
                        const Instant start = freebusy::instantOf(day, 520 + n * 60 + (n > 2 ? 120 : 0), zone);
                        const PatientId whose = patients[filled.appointments++ % patients.size()];
                        write(tx, whose, filled.service, resource, start);
                    }
                }
                day = day.addDays(-1);
            }
            return Done{};
        });
        QTextStream(stderr) << left << " days left" << Qt::endl;
    }
    return filled;
}

struct Repaint
{
    QList<qint64> cursor; ///< The cursor over what was painted.
    QList<qint64> whole;
};

template <class Begin, class There>
qint64 until(QWidget &page, Begin begin, There there)
{
    QElapsedTimer watch;
    watch.start();
    begin();
    while (!there()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
        if (watch.elapsed() > PatienceMs)
            wrong(u"A day never comes."_s);
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
        f(i);
        all << watch.nsecsElapsed();
    }
    return all;
}

QString line(const QString &what, const QList<qint64> &times, const QString &target = {})
{
    const Spread spread = spreadOf(times);
    const auto ms = [](double value) { return QString::number(value, 'f', 2).rightJustified(8); };
    return u"  %1 %2 %3 %4  %5"_s.arg(what, -56).arg(ms(spread.p50), ms(spread.p99), ms(spread.max), target);
}

QDate someDay(int i, const Tier &tier)
{
    QDate day = lastDay.addDays(-(qint64(i) * 37) % (tier.days * 7 / 5 - 8));
    while (day.dayOfWeek() > 5)
        day = day.addDays(-1);
    return day;
}

/// Two thousand of them on thirty columns.
QList<ui::DayColumn> many(const QList<ui::DayColumn> &columns)
{
    QList<ui::DayColumn> full = columns;
    const Appointment like = columns.constFirst().blocks.constFirst().appointment;
    for (int i = 0; i < full.size(); ++i) {
        full[i].blocks.clear();
        for (int n = 0; n < (Painted + i) / full.size(); ++n) {
            ui::DayBlock block{like, {n % 48 * 30, n % 48 * 30 + 25}};
            block.appointment.status = AppointmentStatus(n % 3);
            block.appointment.hue = QStringLiteral("slate"); // a mark more to paint
            full[i].blocks << block;
        }
    }
    return full;
}

/// Free times of ten practitioners over thirty days that were worked; by the clock of then.
struct Finding
{
    QList<qint64> all;
    QList<qint64> best; ///< Three, by what the patient is used to.
};

Finding findTimes(test::TestClinic &clinic, const Filled &filled, const Tier &tier)
{
    const QTimeZone zone("Asia/Shanghai");
    const Instant now = clinic.clock.now();
    const auto ask = [&](int i, bool best) {
        const QDate day = someDay(i, tier).addDays(-DaysAhead);
        clinic.clock.set(freebusy::instantOf(day, 480, zone));
        FreeQuestion question;
        question.service = filled.ofTen;
        question.first = day;
        question.last = day.addDays(DaysAhead - 1);
        if (best)
            question.patient = filled.patients[i % filled.patients.size()];
        const auto view = clinic.store().snapshot(clinic.receptionist());
        const auto found = best ? schedule::proposals(*view, question) : schedule::freeTimes(*view, question);
        if (expect(found).isEmpty())
            wrong(u"Nothing is free in thirty days."_s);
    };
    Finding times;
    times.all = timed(tier.opened, [&](int i) { ask(i, false); });
    times.best = timed(tier.opened, [&](int i) { ask(i, true); });
    clinic.clock.set(now);
    return times;
}

/// Bookings, and the same rows written without asking anything, in turn.
struct Booking
{
    QList<qint64> asked;
    QList<qint64> bare;
};

Booking bookTimes(test::TestClinic &clinic, const Filled &filled, const Tier &tier)
{
    const QTimeZone zone("Asia/Shanghai");
    const auto start = [&](int i, int from) {
        return freebusy::instantOf(lastDay.addDays(1 + i / (Columns * Asked)), from + Minutes * (i / Columns % Asked),
                                   zone);
    };
    Booking times;
    for (int i = 0; i < tier.opened; ++i) {
        const PatientId whose = filled.patients[i % filled.patients.size()];
        const ResourceId resource = filled.resources[i % Columns];
        AppointmentDraft draft;
        draft.patient = whose;
        draft.service = filled.service;
        draft.start = start(i, 510);
        draft.resources = {resource};
        times.asked << timed(1, [&](int) {
            const auto tx = clinic.store().begin(clinic.receptionist(), "appointment.book");
            expect(schedule::book(*tx, draft));
            tx->commit();
        });
        times.bare << timed(1, [&](int) {
            const auto tx = clinic.store().begin(clinic.receptionist(), "appointment.book");
            if (auto refused = access::require(*tx, access::Permission::Book))
                wrong(refused->message);
            write(*tx, whose, filled.service, resource, start(i, 810));
            tx->commit();
        });
    }
    return times;
}

int measure(const Tier &tier)
{
    test::TestClinic clinic;
    const Filled filled = fill(clinic, tier);
    const store::Actor who = clinic.receptionist();
    const auto read = timed(tier.opened, [&](int i) {
        const auto view = clinic.store().snapshot(who);
        const QDate day = someDay(i, tier);
        const auto plans = expect(schedule::dayPlans(*view, day, day));
        if (plans.size() != Columns || plans.constLast().appointments.size() != ADay)
            wrong(u"A day is not what was booked."_s);
    });
    const auto week = timed(tier.opened / 4, [&](int i) {
        const auto view = clinic.store().snapshot(who);
        const QDate day = someDay(i, tier);
        expect(schedule::dayPlans(*view, day, day.addDays(6)));
    });
    const auto month = timed(tier.opened / 4, [&](int i) {
        const auto view = clinic.store().snapshot(who);
        const QDate day = someDay(i, tier);
        expect(schedule::dayLoads(*view, day.addDays(-41), day));
    });

    const Finding found = findTimes(clinic, filled, tier);
    const Booking booked = bookTimes(clinic, filled, tier);

    Clinic open(clinic.takeStore(), who);
    auto asking = open.read(ui::whoIs);
    asking.waitForFinished();
    ui::CalendarPage page(open, expect(asking.result()));
    page.resize(1366 - 72, 768 - 80);
    page.show();
    const auto isThere = [&](QDate day) {
        const QList<ui::DayColumn> &columns = page.view()->columns();
        return columns.size() == Columns && columns.constFirst().day == day;
    };
    until(
        page, [] {}, [&] { return isThere(page.day()); });
    const auto opened = [&] {
        QList<qint64> shown;
        for (int i = 0; i < tier.opened; ++i) {
            const QDate day = someDay(i + 1, tier) == page.day() ? someDay(i + 2, tier) : someDay(i + 1, tier);
            shown << until(
                page, [&] { page.showDay(day); }, [&] { return isThere(day); });
        }
        return shown;
    };
    const auto shown = opened();
    page.resize(3840 - 72, 2160 - 80); // where all thirty are seen
    QCoreApplication::processEvents();
    const auto shownLarge = opened();
    page.hide();

    const auto repainted = [&](QSize size, int zoom) {
        ui::DayView view(QTimeZone("Asia/Shanghai"));
        view.resize(size);
        view.setColumns(many(page.view()->columns()), instantFromMs(test::TestClinic::StartMs));
        view.setZoom(zoom);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            wrong(u"The view is not seen."_s);
        view.viewport()->repaint(); // texts are laid out
        Repaint times;
        times.cursor = timed(tier.opened, [&](int) { view.viewport()->repaint(); });
        times.whole = timed(tier.opened, [&](int) {
            view.setLoading(false); // everything is painted anew
            view.viewport()->repaint();
        });
        return times;
    };
    const auto laptop = repainted(QSize(1366, 768), ui::Zoom::usual());
    const auto large = repainted(QSize(3840, 2160), 1);

    tell(u"A day of the calendar, tier %1: %2 appointments with %3 columns\n"_s.arg(QLatin1String(tier.name))
             .arg(filled.appointments)
             .arg(Columns));
    for (const QString &said : describeMachine({}, {}))
        tell(said);
    tell(u"\n  %1 %2 %3 %4"_s.arg(u"milliseconds"_s, -56).arg(u"p50"_s, 8).arg(u"p99"_s, 8).arg(u"max"_s, 8));
    tell(line(u"plans of a day read, 30 columns"_s, read));
    tell(line(u"plans of a week read, 30 columns"_s, week, u"p99 ≤ 100"_s));
    tell(line(u"loads of six weeks read, 30 columns"_s, month));
    tell(line(u"free times, 30 days, 10 practitioners"_s, found.all, u"p99 ≤ 20"_s));
    tell(line(u"the best three of them for a patient"_s, found.best, u"p99 ≤ 20"_s));
    tell(line(u"booking one"_s, booked.asked, u"p99 ≤ 5"_s));
    tell(line(u"its bare transaction: the same rows, nothing asked"_s, booked.bare));
    tell(u"  %1 %2            ratio ≤ 3"_s.arg(u"booking to its bare transaction"_s, -56)
             .arg(spreadOf(booked.asked).p50 / spreadOf(booked.bare).p50, 8, 'f', 2));
    tell(line(u"a day shown, store to screen, 1366 x 768"_s, shown, u"p99 ≤ 50"_s));
    tell(line(u"a day shown, store to screen, all seen at 3840 x 2160"_s, shownLarge, u"p99 ≤ 50"_s));
    tell(line(u"repaint, 2,000 appointments, 1366 x 768"_s, laptop.cursor, u"p99 ≤ 8"_s));
    tell(line(u"repaint, 2,000 appointments, 3840 x 2160"_s, large.cursor, u"p99 ≤ 8"_s));
    tell(line(u"the same painted from nothing, 1366 x 768"_s, laptop.whole, u"p99 ≤ 8"_s));
    tell(line(u"the same painted from nothing, all seen at 3840 x 2160"_s, large.whole));
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
    parser.addHelpOption();
    parser.addOption({u"tier"_s, u"S or M."_s, u"tier"_s, u"S"_s});
    parser.process(app);
    for (const Tier &tier : tiers) {
        if (parser.value(u"tier"_s) != QLatin1String(tier.name))
            continue;
        try {
            return measure(tier);
        } catch (const store::Failure &failure) {
            QTextStream(stderr) << failure.error().message << ' ' << failure.error().detail << Qt::endl;
            return 1;
        }
    }
    parser.showHelp(2);
}
