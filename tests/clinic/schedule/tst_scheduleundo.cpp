#include "clinic/changes.h"
#include "clinic/journal.h"
#include "clinic/schedule/deskfixture.h"
#include "clinic/schedule/series.h"
#include "clinic/schedule/waitlist.h"

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// Acts of the schedule are taken back within a day, and told in words.
class TestScheduleUndo : public QObject, protected DeskFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void book_takenBack_timeIsFree_andAgain()
    {
        QVERIFY(book(m_chen, m_visit, 600, {m_shen}).ok());
        QVERIFY(undo().ok());
        QVERIFY(day().isEmpty());
        QVERIFY(undo("appointment.book.undo", "appointment.book.redo").ok()); // the taking back, taken back
        QCOMPARE(day().size(), 1);
        QCOMPARE(day()[0].resources, QList<ResourceId>{m_shen});
        QVERIFY(!book(m_wang, m_visit, 600, {m_shen}).ok());
    }

    void move_takenBack_isWhereItWas()
    {
        const auto one = book(m_chen, m_visit, 600, {m_shen});
        for (const int minute : {900, 560}) { // later and earlier
            AppointmentDraft elsewhere = wish(m_chen, m_visit, minute, {m_gu});
            const auto moved = write("appointment.move",
                                     [&](store::Transaction &tx) { return schedule::move(tx, one->id, elsewhere); });
            QVERIFY(moved.ok());
            QVERIFY(undo().ok());
            QCOMPARE(day(), (QList<Appointment>{*one}));
        }
        QVERIFY(!book(m_wang, m_visit, 600, {m_shen}).ok());
        QVERIFY(book(m_wang, m_visit, 900, {m_gu}).ok());
    }

    void cancel_takenBack_unlessSomebodyHasTheTime()
    {
        const auto one = book(m_chen, m_visit, 600, {m_shen});
        const auto cancel = [&] {
            return write("appointment.cancel", [&](store::Transaction &tx) {
                return schedule::cancel(tx, one->id, CancelledBy::Patient, u"有事"_s);
            });
        };
        QVERIFY(cancel().ok());
        QVERIFY(undo().ok());
        QCOMPARE(day(), (QList<Appointment>{*one}));
        QVERIFY(cancel().ok());
        const auto version = last()->told.version;
        QVERIFY(book(m_wang, m_visit, 610, {m_shen}).ok());
        const auto refused = takeBack(version, "appointment.cancel.undo");
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Code::Conflict);
        QVERIFY2(refused.error().message.contains(u"王建国"_s), qPrintable(refused.error().message));
        QCOMPARE(day().size(), 1);
    }

    void cancelTwoBeds_oneTakenSince_bothCannotComeBack()
    {
        const auto one = book(m_chen, m_moxa, 600);
        const auto two = book(m_wang, m_moxa, 600);
        const auto gone = write("appointment.rearrange", [&](store::Transaction &tx) {
            return schedule::rearrange(tx, {{one->id, {}}, {two->id, {}}}, CancelledBy::Clinic, u"停电"_s);
        });
        QVERIFY(gone.ok());
        const auto version = last()->told.version;
        QVERIFY(book(m_li, m_moxa, 600).ok());
        QVERIFY(!takeBack(version, "appointment.rearrange.undo").ok());
    }

    void series_takenBack_asOne()
    {
        SeriesDraft draft;
        draft.patient = m_chen;
        draft.service = m_moxa;
        draft.first = monday;
        draft.count = 6;
        draft.weekdays = {1, 4};
        const auto days = read([&](const store::Snapshot &view) { return schedule::proposeSeries(view, draft); });
        QList<FreeTime> times;
        for (const SeriesDay &one : *days)
            times << *one.time;
        QVERIFY(write("appointment.series", [&](store::Transaction &tx) {
                    return schedule::bookSeries(tx, draft, times);
                }).ok());
        QVERIFY(undo().ok());
        const auto left = read([&](const store::Snapshot &view) {
            return schedule::between(view, {at(0), at(0, 40)});
        });
        QVERIFY(left->isEmpty());
    }

    void absence_takenBack_asOne_andIsTold()
    {
        const auto one = book(m_chen, m_visit, 600, {m_shen});
        const auto two = book(m_wang, m_visit, 620, {m_shen});
        const QList<Appointment> before = day();
        const AbsenceDraft absence{m_shen, monday, monday, {}, u"发热"_s};
        QVERIFY(write("schedule.absence", [&](store::Transaction &tx) {
                    return schedule::enterAbsence(tx, absence,
                                                  {{one->id, wish(m_chen, m_visit, 600, {m_gu})}, {two->id, {}}});
                }).ok());
        const auto told = last();
        QVERIFY(!told->patient.has_value()); // about two
        const QString all = told->told.sentences.join(u' ');
        QVERIFY2(all.contains(u"陈淑芬"_s) && all.contains(u"王建国"_s), qPrintable(all));
        QVERIFY(undo().ok());
        QCOMPARE(day(), before);
        QVERIFY(book(m_li, m_visit, 700, {m_shen}).ok()); // works again
    }

    void waitlist_takenBack()
    {
        WaitlistDraft draft;
        draft.patient = m_chen;
        draft.service = m_visit;
        draft.first = monday;
        draft.last = monday;
        const auto entry =
            write("waitlist.add", [&](store::Transaction &tx) { return schedule::addToWaitlist(tx, draft); });
        QVERIFY(entry.ok());
        const auto found = read([&](const store::Snapshot &view) {
            return schedule::matches(view, m_shen, {at(600), at(620)});
        });
        QVERIFY(write("waitlist.book", [&](store::Transaction &tx) {
                    return schedule::bookFromWaitlist(tx, entry->id, found->constFirst().time);
                }).ok());
        QVERIFY(undo().ok());
        QVERIFY(day().isEmpty());
        const auto waits = [&] {
            return read([](const store::Snapshot &view) { return schedule::waitlist(view); })->size();
        };
        QCOMPARE(waits(), 1);
        QVERIFY(write("waitlist.withdraw", [&](store::Transaction &tx) {
                    return schedule::withdrawFromWaitlist(tx, entry->id);
                }).ok());
        QCOMPARE(waits(), 0);
        QVERIFY(undo().ok());
        QCOMPARE(waits(), 1);
    }

    void movedAgain_isInTheWay()
    {
        const auto one = book(m_chen, m_visit, 600, {m_shen});
        const auto move = [&](int minute) {
            return write("appointment.move", [&](store::Transaction &tx) {
                return schedule::move(tx, one->id, wish(m_chen, m_visit, minute));
            });
        };
        QVERIFY(move(660).ok());
        const auto first = last()->told.version;
        QVERIFY(move(640).ok());
        const auto refused = takeBack(first, "appointment.move.undo");
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, Code::Conflict);
    }

    void history_tellsEachStep()
    {
        const auto one = book(m_chen, m_visit, 600, {m_shen});
        QVERIFY(write("appointment.move", [&](store::Transaction &tx) {
                    return schedule::move(tx, one->id, wish(m_chen, m_visit, 900, {m_gu}));
                }).ok());
        QVERIFY(write("appointment.cancel", [&](store::Transaction &tx) {
                    return schedule::cancel(tx, one->id, CancelledBy::Patient, u"有事"_s);
                }).ok());
        const auto told = read([&](const store::Snapshot &view) { return changes::ofPatient(view, m_chen); });
        QVERIFY(told.ok());
        QStringList lines;
        for (const auto &record : *told)
            lines << record.sentences;
        const QString all = lines.join(u'\n');
        for (const char *said :
             {"Appointment booked", "Appointment moved", "cancelled by the patient", "有事", "沈明堂"})
            QVERIFY2(all.contains(QString::fromUtf8(said)), qPrintable(all));
    }

private:
    std::optional<journal::Entry> last()
    {
        const auto found = read([](const store::Snapshot &view) { return journal::lastOwn(view); });
        return found ? *found : std::nullopt;
    }
    Result<Done> takeBack(const store::Version &version, const QByteArray &act)
    {
        return write(act, [&](store::Transaction &tx) { return journal::takeBack(tx, version); });
    }
    Result<Done> undo()
    {
        const auto own = last();
        if (!own)
            return Error{Code::NotFound, u"nothing"_s, {}, {}};
        return takeBack(own->told.version, journal::actOfTakingBack(own->told.act));
    }
    /// What was done as @p act last.
    Result<Done> undo(const QByteArray &act, const QByteArray &as)
    {
        const auto all = read([](const store::Snapshot &view) { return journal::lastDay(view); });
        for (const journal::Entry &one : *all) {
            if (one.told.act == act)
                return takeBack(one.told.version, as);
        }
        return Error{Code::NotFound, u"nothing"_s, {}, {}};
    }
};

QTEST_GUILESS_MAIN(TestScheduleUndo)
#include "tst_scheduleundo.moc"
