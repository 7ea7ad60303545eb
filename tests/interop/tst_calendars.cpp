#include "access/auditlog.h"
#include "clinic/schedule/calendarsource.h"
#include "interop/calendarexport.h"
#include "interop/calendarimport.h"
#include "interop/icalreader.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using std::chrono::minutes;
using Outcome = batch::Line::Outcome;

/// Calendars of other programs in the schedule, and the schedule as a calendar. It is Thursday, 12 March 2026, 10:00.
class TestCalendars : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clinic = std::make_unique<TestClinic>();
        m_shen = add(ResourceKind::Practitioner, u"沈明堂"_s);
        m_gu = add(ResourceKind::Practitioner, u"顾青禾"_s);
        m_room = add(ResourceKind::Room, u"二诊室"_s);
        WorkingWeek week;
        week.fill({{540, 720}, {840, 1050}});
        for (const ResourceId id : {m_shen, m_gu, m_room})
            must(m_clinic->write(m_clinic->owner(), "roster.week", [&](store::Transaction &tx) {
                return schedule::setWeek(tx, id, QDate(2026, 3, 9), week, schedule::Reach::FromNowOn);
            }));
        HealthcareServiceDraft visit;
        visit.name = u"复诊"_s;
        visit.needs = {{{m_shen, m_gu}, 1}, {{m_room}, 1}};
        m_visit = must(m_clinic->write(m_clinic->owner(), "service.add", [&](store::Transaction &tx) {
                      return schedule::addService(tx, visit);
                  })).id;
        m_chen = m_clinic->patient(u"陈淑芬"_s);
        m_wang = m_clinic->patient(u"王建国"_s, u"13900139000"_s);
    }
    void cleanup() { m_clinic.reset(); }

    void importAway_allKindsOfEvents_blockTheirTime()
    {
        write(
            event("a", "SUMMARY:Training\r\nDTSTART:20260316T090000\r\nDTEND:20260316T103030\r\n") +
            event("b", "SUMMARY:Leave\r\nDTSTART;VALUE=DATE:20260317\r\nDTEND;VALUE=DATE:20260319\r\n") +
            event("c", "DTSTART:20260320T220000\r\nDTEND:20260323T013000\r\n") +
            event("d", "DTSTART:20260401T000000\r\nDTEND:20260402T000000\r\n") +
            event(
                "e",
                "SUMMARY:Weekly\r\nDTSTART:20260302T140000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;UNTIL=20260402\r\n"));
        const CalendarImported imported = must(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        QCOMPARE(imported.events, 5);
        QCOMPARE(imported.batch.kind, u"calendar"_s);
        QCOMPARE(imported.batch.totals, (batch::Totals{7, 7, 0, 0}));
        using freebusy::DayPart;
        QCOMPARE(exceptions(),
                 (QStringList{u"2026-03-16 540-631 Training"_s, u"2026-03-16 840-900 Weekly"_s,
                              u"2026-03-17/2026-03-18 Leave"_s, u"2026-03-20 1320-1440"_s, u"2026-03-21/2026-03-22"_s,
                              u"2026-03-23 0-90"_s, u"2026-03-23 840-900 Weekly"_s, u"2026-03-30 840-900 Weekly"_s,
                              u"2026-04-01/2026-04-01"_s}));
        // The first occurrences are over.
        const auto told = lines(imported.batch.id);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].outcome, Outcome::Aside);
        // Nothing is free then, and something is beside it.
        QVERIFY(!book(m_chen.id, QDate(2026, 3, 16), 600, {m_shen, m_room}).ok());
        QVERIFY(book(m_chen.id, QDate(2026, 3, 16), 640, {m_shen, m_room}).ok());
    }

    void importAway_again_isHereAlready()
    {
        write(event("a", "DTSTART:20260316T090000\r\nDTEND:20260316T100000\r\n") +
              event("b", "DTSTART:20260316T140000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"));
        must(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        const QStringList before = exceptions();
        QCOMPARE(before.size(), 4);
        const CalendarReport dry = must(dryRunCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        QCOMPARE(dry.totals, (batch::Totals{4, 0, 4, 0}));
        const auto again = must(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        QCOMPARE(again.batch.totals, (batch::Totals{4, 0, 4, 0}));
        QCOMPARE(exceptions(), before);
        // Another's time is another's.
        QCOMPARE(must(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_gu))).batch.totals,
                 (batch::Totals{4, 4, 0, 0}));
        // At another time: it is told.
        write(event("a", "DTSTART:20260316T100000\r\nDTEND:20260316T110000\r\n"));
        const auto moved = must(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        QCOMPARE(moved.batch.totals, (batch::Totals{1, 0, 0, 1}));
        QCOMPARE(lines(moved.batch.id)[0].value, u"2026-03-16 10:00"_s);
    }

    void importAway_closedClinic_isAwayForAll()
    {
        write(event("a", "DTSTART;VALUE=DATE:20260316\r\n"));
        must(importCalendar(m_clinic->store(), m_clinic->owner(), away({})));
        QVERIFY(!book(m_chen.id, QDate(2026, 3, 16), 600).ok());
    }

    void importAway_whatBlocksNothing_isRefusedInWords()
    {
        write(event("a", "DTSTART:20260316T090000\r\nDTEND:20260316T100000\r\nSTATUS:CANCELLED\r\n") +
              event("b", "DTSTART:20260316T090000\r\nDTEND:20260316T100000\r\nTRANSP:TRANSPARENT\r\n") +
              event("c", "DTSTART:20260301T090000\r\nDTEND:20260301T100000\r\n") +
              event("d", "DTSTART:20290301T090000\r\nDTEND:20290301T100000\r\n") +
              event("e", "DTSTART:20260316T090000\r\n") +
              event("f", "DTSTART;VALUE=DATE:20260316\r\nDTEND;VALUE=DATE:20280601\r\n") +
              event("g", "DTSTART:20260316T090000\r\nRRULE:FREQ=HOURLY\r\n") + "BEGIN:VTODO\r\nEND:VTODO\r\n");
        const CalendarReport dry = must(dryRunCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        const auto imported = must(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        QCOMPARE(imported.batch.totals, (batch::Totals{8, 0, 0, 8}));
        QCOMPARE(dry.totals, imported.batch.totals);
        const auto told = lines(imported.batch.id);
        QCOMPARE(told.size(), 8);
        QSet<QString> reasons;
        qint64 last = 0;
        for (const batch::Line &line : told) {
            QCOMPARE(line.outcome, Outcome::Rejected);
            QVERIFY(line.line > last); // in the order of the file
            last = line.line;
            QVERIFY(line.why.endsWith(u'.'));
            reasons.insert(line.why);
        }
        QCOMPARE(reasons.size(), 8);
        QVERIFY(exceptions().isEmpty());
    }

    void importAway_whereSomebodyIsBooked_saysWhomToMove()
    {
        must(book(m_chen.id, QDate(2026, 3, 16), 570, {m_shen, m_room}));
        must(book(m_wang.id, QDate(2026, 3, 16), 600, {m_shen, m_room}));
        must(book(m_wang.id, QDate(2026, 3, 16), 660, {m_gu, m_room}));    // another's
        must(book(m_chen.id, QDate(2026, 3, 16), 1000, {m_shen, m_room})); // later
        const auto gone = must(book(m_chen.id, QDate(2026, 3, 16), 690, {m_shen, m_room}));
        must(m_clinic->write(m_clinic->receptionist(), "appointment.cancel", [&](store::Transaction &tx) {
            return schedule::cancel(tx, gone.id, CancelledBy::Patient, u"不来"_s);
        }));
        write(event("a", "SUMMARY:Training\r\nDTSTART:20260316T090000\r\nDTEND:20260316T120000\r\n") +
              event("b", "SUMMARY:Leave\r\nDTSTART;VALUE=DATE:20260318\r\n"));
        const CalendarReport dry = must(dryRunCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        QCOMPARE(dry.totals, (batch::Totals{2, 2, 0, 0}));
        const auto imported = must(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        QCOMPARE(imported.batch.totals, dry.totals); // they do not keep the time from being blocked
        for (const QList<batch::Line> &told : {dry.lines, lines(imported.batch.id)}) {
            QCOMPARE(told.size(), 1);
            QCOMPARE(told[0].outcome, Outcome::Aside);
            QCOMPARE(told[0].name, u"Training"_s);
            QCOMPARE(told[0].value, u"2026-03-16 09:00"_s);
            QVERIFY2(told[0].why.contains(u"陈淑芬 03-16 09:30, 王建国 03-16 10:00."_s), qPrintable(told[0].why));
        }
        QCOMPARE(booked().size(), 4); // nobody is moved
        // What is here already is not told again.
        const auto again = must(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        for (const batch::Line &line : lines(again.batch.id))
            QCOMPARE(line.outcome, Outcome::Duplicate);
        // The whole clinic closed: all of that day.
        const CalendarReport closed = must(dryRunCalendar(m_clinic->store(), m_clinic->owner(), away({})));
        QVERIFY2(closed.lines[0].why.contains(u"王建国 03-16 11:00"_s), qPrintable(closed.lines[0].why));
    }

    void importAway_takenBack_isGone()
    {
        write(event("a", "DTSTART;VALUE=DATE:20260316\r\n"));
        const auto imported = must(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen)));
        must(undo(imported.batch.id));
        QVERIFY(exceptions().isEmpty());
        QVERIFY(book(m_chen.id, QDate(2026, 3, 16), 600, {m_shen, m_room}).ok());
        // And can come in again.
        QCOMPARE(must(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen))).batch.totals.added, 1);
    }

    void importAppointments_knownPatients_areBooked()
    {
        write(
            event("a", ("SUMMARY:复诊 " + m_chen.number + "\r\nDTSTART:20260316T090000\r\nDTEND:20260316T092000\r\n")
                           .toUtf8()) +
            event("b", "SUMMARY:王建国\r\nDTSTART:20260316T093000\r\nDTEND:20260316T095000\r\n") +
            event("c", "SUMMARY:复诊 - 王建国 139 0013 9000\r\nDTSTART:20260317T093000\r\nDTEND:20260317T095000\r\n") +
            event("d", "SUMMARY:Visit\r\nATTENDEE;CN=陈淑芬:mailto:a@b\r\nDTSTART:20260318T093000\r\nDTEND:"
                       "20260318T095000\r\n"));
        const CalendarReport dry = must(dryRunCalendar(m_clinic->store(), m_clinic->owner(), appointments(m_shen)));
        QCOMPARE(dry.totals, (batch::Totals{4, 4, 0, 0}));
        QVERIFY(booked().isEmpty()); // nothing of it stays
        QVERIFY(must(m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) {
                    return batch::list(view);
                })).isEmpty());
        const auto imported = must(importCalendar(m_clinic->store(), m_clinic->owner(), appointments(m_shen)));
        QCOMPARE(imported.batch.totals, (batch::Totals{4, 4, 0, 0}));
        const auto all = booked();
        QCOMPARE(all.size(), 4);
        QCOMPARE(all[0].patient, std::optional(m_chen.id));
        QCOMPARE(all[1].patient, std::optional(m_wang.id));
        QCOMPARE(all[2].patient, std::optional(m_wang.id));
        QCOMPARE(all[3].patient, std::optional(m_chen.id));
        for (const Appointment &one : all)
            QCOMPARE(one.resources, (QList<ResourceId>{m_shen, m_room}));
        QCOMPARE(must(importCalendar(m_clinic->store(), m_clinic->owner(), appointments(m_shen))).batch.totals,
                 (batch::Totals{4, 0, 4, 0}));
        QCOMPARE(booked().size(), 4);
    }

    void importAppointments_uncertainOrTaken_areRefusedInWords()
    {
        m_clinic->patient(u"李明"_s, u"13700137000"_s);
        m_clinic->patient(u"李明"_s, u"13700137001"_s);
        QVERIFY(book(m_wang.id, QDate(2026, 3, 16), 600, {m_shen, m_room}).ok());
        const auto at = [](const char *time) {
            return "\r\nDTSTART:20260316T" + QByteArray(time) + "00\r\nDURATION:PT20M\r\n";
        };
        write(event("a", "SUMMARY:李明" + at("0900")) + event("b", "SUMMARY:何人" + at("0900")) +
              event("c", "SUMMARY:王建国 13800138111" + at("0900")) + event("d", "SUMMARY:Z9999999" + at("0900")) +
              event("e", ("SUMMARY:" + m_chen.number + ' ' + m_wang.number).toUtf8() + at("0900")) +
              event("f", "SUMMARY:陈淑芬" + at("1010")) + event("g", "SUMMARY:陈淑芬" + at("1900")) +
              event("h", "SUMMARY:陈淑芬\r\nDTSTART:20260312T090000\r\nDURATION:PT20M\r\n") +
              event("i", "SUMMARY:陈淑芬\r\nDTSTART;VALUE=DATE:20260316\r\n") +
              event("j", "SUMMARY:李明 13700137001" + at("1100")));
        const auto dry = must(dryRunCalendar(m_clinic->store(), m_clinic->owner(), appointments(m_shen)));
        const auto imported = must(importCalendar(m_clinic->store(), m_clinic->owner(), appointments(m_shen)));
        QCOMPARE(imported.batch.totals, (batch::Totals{10, 1, 0, 9}));
        QCOMPARE(dry.totals, imported.batch.totals);
        const auto told = lines(imported.batch.id);
        QCOMPARE(told.size(), 9);
        QVERIFY2(told[5].why.contains(u"王建国"_s), qPrintable(told[5].why)); // who holds the time
        QCOMPARE(booked().size(), 2);
    }

    void importAppointments_onePatientTwiceAtOnce_isRefused()
    {
        HealthcareServiceDraft call;
        call.name = u"电话回访"_s;
        call.needs = {{{m_shen, m_gu}, 1}};
        CalendarSpec spec = appointments({});
        spec.service = must(m_clinic->write(m_clinic->owner(), "service.add", [&](store::Transaction &tx) {
                           return schedule::addService(tx, call);
                       })).id;
        write(event("a", "SUMMARY:陈淑芬\r\nDTSTART:20260316T090000\r\nDURATION:PT20M\r\n") +
              event("b", "SUMMARY:陈淑芬\r\nDTSTART:20260316T091000\r\nDURATION:PT20M\r\n") +
              event("c", "SUMMARY:王建国\r\nDTSTART:20260316T091000\r\nDURATION:PT20M\r\n"));
        const auto dry = must(dryRunCalendar(m_clinic->store(), m_clinic->owner(), spec));
        const auto imported = must(importCalendar(m_clinic->store(), m_clinic->owner(), spec));
        QCOMPARE(imported.batch.totals, (batch::Totals{3, 2, 0, 1}));
        QCOMPARE(dry.totals, imported.batch.totals);
        QCOMPARE(booked().size(), 2);
    }

    void importAppointments_takenBack_giveTheirTimeFree()
    {
        write(event("a", "SUMMARY:陈淑芬\r\nDTSTART:20260316T090000\r\nDURATION:PT20M\r\n") +
              event("b", "SUMMARY:王建国\r\nDTSTART:20260317T090000\r\nDURATION:PT20M\r\n"));
        const auto imported = must(importCalendar(m_clinic->store(), m_clinic->owner(), appointments(m_shen)));
        QVERIFY(!book(m_wang.id, QDate(2026, 3, 16), 540, {m_shen, m_room}).ok());
        // One that was moved since is the clinic's own.
        const AppointmentId second = booked()[1].id;
        must(m_clinic->write(m_clinic->receptionist(), "appointment.move", [&](store::Transaction &tx) {
            AppointmentDraft draft;
            draft.start = instant(QDate(2026, 3, 18), 540);
            return schedule::move(tx, second, draft);
        }));
        const auto back = must(undo(imported.batch.id));
        QCOMPARE(back.stays.size(), 1);
        QCOMPARE(back.stays[0].name, u"王建国"_s);
        QCOMPARE(booked().size(), 1);
        QCOMPARE(booked()[0].id, second);
        QVERIFY(book(m_wang.id, QDate(2026, 3, 16), 540, {m_shen, m_room}).ok());
        QVERIFY(!book(m_chen.id, QDate(2026, 3, 18), 540, {m_shen, m_room}).ok());
        QCOMPARE(m_clinic->store().verify().problems, QStringList());
    }

    void importCalendar_stopped_leavesNothing()
    {
        QByteArray inside;
        for (int i = 0; i < 500; ++i)
            inside += event(QByteArray::number(i), "DTSTART:20260316T090000\r\nDTEND:20260316T100000\r\n");
        write(inside);
        const auto stopped = importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen),
                                            [](const ImportProgress &now) { return now.totals.lines < 300; });
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().code, Code::Cancelled);
        QVERIFY(exceptions().isEmpty());
    }

    void resumeImport_afterACrash_goesOnOrIsTakenBack()
    {
        QByteArray inside;
        for (int i = 0; i < 500; ++i)
            inside += event(QByteArray::number(i), "SUMMARY:x\r\nDTSTART:20260316T090000\r\nDTEND:20260316T100000\r\n");
        write(inside);
        struct Crash
        {
        };
        const auto crash = [](const ImportProgress &now) -> bool {
            if (now.totals.lines > 100)
                throw Crash();
            return true;
        };
        for (const bool goOn : {false, true}) {
            try {
                static_cast<void>(importCalendar(m_clinic->store(), m_clinic->owner(), away(m_shen), crash));
                QFAIL("it did not crash");
            } catch (const Crash &) {
            }
            const auto open = must(
                m_clinic->read(m_clinic->owner(), [](const store::Snapshot &view) { return batch::list(view); }))[0];
            QCOMPARE(open.state, batch::State::Open);
            QVERIFY(exceptions().isEmpty()); // not seen before it is closed
            if (!goOn) {
                must(undo(open.id));
                continue;
            }
            m_clinic->clock.advance(std::chrono::hours(24 * 7)); // the window is that of the beginning
            const auto catalog = *Catalog::load();
            const auto resumed = resumeImport(m_clinic->store(), m_clinic->owner(), *catalog, open.id, path());
            QVERIFY2(resumed.ok(), resumed ? "" : qPrintable(resumed.error().message));
            QCOMPARE(resumed->batch.totals, (batch::Totals{500, 500, 0, 0}));
        }
        QCOMPARE(exceptions().size(), 500);
    }

    void importCalendar_asWhoMayNot_isRefused()
    {
        write(event("a", "DTSTART;VALUE=DATE:20260316\r\n"));
        for (const store::Actor &actor : {m_clinic->receptionist(), m_clinic->practitioner()}) {
            const auto refused = importCalendar(m_clinic->store(), actor, away(m_shen));
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().code, Code::NoPermission);
        }
        QVERIFY(exceptions().isEmpty());
    }

    void exportCalendar_readAgain_isTheSameAndHasNoNames()
    {
        const auto one = must(book(m_chen.id, QDate(2026, 3, 16), 540, {m_shen, m_room}));
        must(book(m_wang.id, QDate(2026, 3, 17), 600, {m_gu, m_room}));
        m_clinic->clock.advance(minutes(5));
        must(m_clinic->write(m_clinic->receptionist(), "appointment.move", [&](store::Transaction &tx) {
            AppointmentDraft draft;
            draft.start = instant(QDate(2026, 3, 16), 570);
            return schedule::move(tx, one.id, draft);
        }));
        must(m_clinic->write(m_clinic->owner(), "roster.leave", [&](store::Transaction &tx) {
            return schedule::addException(
                tx, {m_gu, {freebusy::Exception::Kind::Away, QDate(2026, 3, 19), QDate(2026, 3, 20), {}}, u"私事"_s});
        }));
        CalendarExportSpec spec;
        spec.period = {m_clinic->clock.now(), m_clinic->clock.now() + std::chrono::hours(24 * 30)};
        spec.leave = true;
        const auto exported = must(exportCalendar(m_clinic->store(), m_clinic->owner(), spec, m_clinic->files));
        QCOMPARE(exported.events, 3);
        QVERIFY(!exported.bytes.contains("陈淑芬") && !exported.bytes.contains("王建国"));
        QVERIFY(!exported.bytes.contains("私事"));
        const IcalFile file =
            must(readIcal(exported.bytes, {QTimeZone("Asia/Shanghai"), spec.period.from, spec.period.to}));
        QVERIFY(file.refused.isEmpty());
        QCOMPARE(file.events.size(), 3);
        const IcalEvent &moved = file.events[0];
        QCOMPARE(moved.uid, one.id.toString() + u"@xinglin"_s);
        QCOMPARE(moved.sequence, 1);
        QCOMPARE(moved.changed, std::optional(m_clinic->clock.now()));
        QCOMPARE(moved.summary, u"复诊"_s);
        QCOMPARE(moved.categories, QStringList{u"复诊"_s});
        QCOMPARE(moved.resources, QStringList{u"沈明堂"_s});
        QCOMPARE(moved.location, u"二诊室"_s);
        QCOMPARE(moved.status, u"CONFIRMED"_s);
        QCOMPARE(moved.times[0].period, (Period{instant(QDate(2026, 3, 16), 570), instant(QDate(2026, 3, 16), 590)}));
        QVERIFY(file.events[2].times[0].wholeDays);
        QCOMPARE(file.events[2].times[0].last, QDate(2026, 3, 20));

        spec.resource = m_gu;
        spec.names = true;
        const auto ofGu = must(exportCalendar(m_clinic->store(), m_clinic->owner(), spec, m_clinic->files));
        QCOMPARE(ofGu.events, 2);
        QVERIFY(ofGu.bytes.contains("王建国") && ofGu.bytes.contains(m_wang.number.toLatin1()));
        QVERIFY(!ofGu.bytes.contains("陈淑芬"));

        // What comes back is known.
        spec.resource.reset();
        spec.path = m_dir.filePath(QStringLiteral("all%1.ics").arg(m_count++));
        QCOMPARE(must(exportCalendar(m_clinic->store(), m_clinic->owner(), spec, m_clinic->files)).path, spec.path);
        CalendarSpec back = away(m_shen);
        back.path = spec.path;
        QCOMPARE(must(importCalendar(m_clinic->store(), m_clinic->owner(), back)).batch.totals,
                 (batch::Totals{3, 0, 3, 0}));
        const auto taken = exportCalendar(m_clinic->store(), m_clinic->owner(), spec, m_clinic->files);
        QVERIFY(!taken.ok());
        QCOMPARE(taken.error().code, Code::Conflict);
        QVERIFY(!QFile::exists(growingPath(spec.path)));
    }

    void exportCalendar_leavesItsMarkInTheAudit()
    {
        CalendarExportSpec spec;
        spec.period = {m_clinic->clock.now(), m_clinic->clock.now() + std::chrono::hours(24)};
        QVERIFY(!exportCalendar(m_clinic->store(), m_clinic->receptionist(), spec, m_clinic->files).ok());
        must(exportCalendar(m_clinic->store(), m_clinic->owner(), spec, m_clinic->files));
        const auto page = must(m_clinic->read(m_clinic->actor(access::Role::Auditor), [](const store::Snapshot &view) {
            return auditlog::read(view, {}, {}, 50);
        }));
        QStringList details;
        for (const auditlog::Line &line : page.lines) {
            if (line.action.startsWith("data."))
                details.prepend(QString::fromLatin1(line.action) + u' ' + line.detail);
        }
        QCOMPARE(details.size(), 2);
        QVERIFY(details[0].startsWith(u"data.export "_s) && details[0].contains(u"names no"_s));
        QVERIFY(details[1].startsWith(u"data.exported "_s));
    }

private:
    template <class T>
    static T must(Result<T> result)
    {
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
        return *std::move(result);
    }
    ResourceId add(ResourceKind kind, const QString &name)
    {
        ResourceDraft draft;
        draft.kind = kind;
        draft.name = name;
        return must(m_clinic->write(m_clinic->owner(), "resource.add",
                                    [&](store::Transaction &tx) { return schedule::addResource(tx, draft); }))
            .id;
    }
    static QByteArray event(const QByteArray &uid, const QByteArray &inside)
    {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + inside + "END:VEVENT\r\n";
    }
    QString path() const { return m_dir.filePath(u"a.ics"_s); }
    void write(const QByteArray &inside) const
    {
        QFile file(path());
        const QByteArray bytes = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inside + "END:VCALENDAR\r\n";
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }
    CalendarSpec away(std::optional<ResourceId> whose) const
    {
        return {path(), CalendarSpec::As::Away, whose, {}, false};
    }
    CalendarSpec appointments(std::optional<ResourceId> with) const
    {
        return {path(), CalendarSpec::As::Appointments, with, m_visit, false};
    }
    static Instant instant(QDate day, int minute)
    {
        return freebusy::instantOf(day, minute, QTimeZone("Asia/Shanghai"));
    }
    Result<Appointment> book(PatientId whose, QDate day, int minute, const QList<ResourceId> &resources = {})
    {
        AppointmentDraft draft;
        draft.patient = whose;
        draft.service = m_visit;
        draft.start = instant(day, minute);
        draft.resources = resources;
        return m_clinic->write(m_clinic->receptionist(), "appointment.book",
                               [&](store::Transaction &tx) { return schedule::book(tx, draft); });
    }
    QList<Appointment> booked()
    {
        return must(m_clinic->read(m_clinic->receptionist(), [](const store::Snapshot &view) {
            return schedule::between(view, {instant(QDate(2026, 3, 1), 0), instant(QDate(2026, 5, 1), 0)});
        }));
    }
    QStringList exceptions()
    {
        const auto all = must(m_clinic->read(m_clinic->receptionist(), [this](const store::Snapshot &view) {
            return schedule::exceptions(view, QDate(2026, 3, 1), QDate(2029, 1, 1), m_shen);
        }));
        QStringList words;
        for (const RosterException &one : all) {
            const freebusy::Exception &when = one.content.when;
            QString text = when.first.toString(Qt::ISODate);
            text += when.part ? u" %1-%2"_s.arg(when.part->from).arg(when.part->to)
                              : u'/' + when.last.toString(Qt::ISODate);
            words << (text + u' ' + one.content.reason).trimmed();
        }
        words.sort();
        return words;
    }
    QList<batch::Line> lines(BatchId id)
    {
        return must(
            m_clinic->read(m_clinic->owner(), [&](const store::Snapshot &view) { return batch::lines(view, id); }));
    }
    Result<batch::RolledBack> undo(BatchId id)
    {
        return m_clinic->write(m_clinic->owner(), "import.undo",
                               [&](store::Transaction &tx) { return batch::rollBack(tx, id); });
    }

    std::unique_ptr<TestClinic> m_clinic;
    QTemporaryDir m_dir;
    int m_count = 0;
    ResourceId m_shen{Uuid(Uuid::Bytes{})};
    ResourceId m_gu{Uuid(Uuid::Bytes{})};
    ResourceId m_room{Uuid(Uuid::Bytes{})};
    HealthcareServiceId m_visit{Uuid(Uuid::Bytes{})};
    Patient m_chen;
    Patient m_wang;
};

QTEST_GUILESS_MAIN(TestCalendars)
#include "tst_calendars.moc"
