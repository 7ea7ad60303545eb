#include "interop/icalreader.h"
#include "interop/icalwriter.h"

#include <QElapsedTimer>
#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;
using namespace xinglin::interop;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone clinicZone("Asia/Shanghai");

Instant at(const QString &iso)
{
    return instantFromMs(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch());
}

/// 2026 and 2027, as the clinic's days go.
IcalWindow window()
{
    return {clinicZone, at(u"2026-01-01T00:00:00+08:00"_s), at(u"2028-01-01T00:00:00+08:00"_s)};
}

QByteArray calendar(const QByteArray &inside)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inside + "END:VCALENDAR\r\n";
}

QByteArray oneEvent(const QByteArray &inside)
{
    return "BEGIN:VEVENT\r\nUID:one\r\n" + inside + "END:VEVENT\r\n";
}

IcalFile read(const QByteArray &bytes)
{
    auto file = readIcal(bytes, window());
    if (!file)
        qFatal("%s", qPrintable(file.error().message));
    return *std::move(file);
}

IcalEvent onlyEvent(const QByteArray &inside)
{
    const IcalFile file = read(calendar(oneEvent(inside)));
    if (file.events.size() != 1)
        qFatal("%s", file.refused.isEmpty() ? "nothing" : qPrintable(file.refused.constFirst().why));
    return file.events.constFirst();
}

QStringList beginnings(const IcalEvent &event)
{
    QStringList all;
    for (const IcalTime &time : event.times)
        all << (time.wholeDays ? time.first.toString(u"yyyyMMdd"_s)
                               : QDateTime::fromMSecsSinceEpoch(toMs(time.period.from), clinicZone)
                                     .toString(u"yyyyMMdd'T'HHmm"_s));
    return all;
}

} // namespace

/// Calendars of other programs, as values.
class TestIcal : public QObject
{
    Q_OBJECT

private slots:
    void read_plainEvent_isWhatItSays()
    {
        const IcalEvent one =
            onlyEvent("SUMMARY:Leave\\, at last\\nby train\r\nDESCRIPTION:a\\\\b\r\nLOCATION:Room 2\r\n"
                      "CATEGORIES:A,B\\,C\r\nRESOURCES:Shen\r\nSTATUS:tentative\r\nSEQUENCE:3\r\n"
                      "LAST-MODIFIED:20260301T010203Z\r\nTRANSP:TRANSPARENT\r\n"
                      "ATTENDEE;CN=\"Chen: Shufen\";ROLE=CHAIR:mailto:a@example.org\r\n"
                      "DTSTART:20260305T010000Z\r\nDTEND:20260305T023000Z\r\n");
        QCOMPARE(one.line, 3);
        QCOMPARE(one.uid, u"one"_s);
        QCOMPARE(one.summary, u"Leave, at last\nby train"_s);
        QCOMPARE(one.description, u"a\\b"_s);
        QCOMPARE(one.location, u"Room 2"_s);
        QCOMPARE(one.categories, (QStringList{u"A"_s, u"B,C"_s}));
        QCOMPARE(one.resources, QStringList{u"Shen"_s});
        QCOMPARE(one.people, QStringList{u"Chen: Shufen"_s});
        QCOMPARE(one.status, u"TENTATIVE"_s);
        QCOMPARE(one.sequence, 3);
        QCOMPARE(one.changed, std::optional(at(u"2026-03-01T01:02:03Z"_s)));
        QVERIFY(!one.busy);
        QVERIFY(!one.returns);
        QCOMPARE(one.times.size(), 1);
        QCOMPARE(one.times[0].key, QString());
        QCOMPARE(one.times[0].period, (Period{at(u"2026-03-05T01:00:00Z"_s), at(u"2026-03-05T02:30:00Z"_s)}));
    }

    void read_lineEndsFoldsAndEncodings_areTheSameEvent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray plain = calendar(oneEvent("SUMMARY:陈淑芬请假\r\nDTSTART;VALUE=DATE:20260305\r\n"));
        QTest::newRow("CRLF") << plain;
        QTest::newRow("LF") << QByteArray(plain).replace("\r\n", "\n");
        QTest::newRow("CR") << QByteArray(plain).replace("\r\n", "\r");
        QTest::newRow("with a mark") << "\xEF\xBB\xBF" + plain;
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE") + [&] {
            const QString text = QString::fromUtf8(plain);
            return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        }();
        QByteArray folded = plain;
        folded.replace("淑", QByteArray("淑").insert(1, "\r\n ")); // within a character
        QTest::newRow("folded within a character") << folded;
        QTest::newRow("small letters") << QByteArray(plain).replace("BEGIN:VEVENT", "begin:vevent");
        QTest::newRow("blanks") << QByteArray(plain).replace("SUMMARY:", "SUMMARY :");
    }
    void read_lineEndsFoldsAndEncodings_areTheSameEvent()
    {
        QFETCH(QByteArray, bytes);
        const IcalFile file = read(bytes);
        QCOMPARE(file.events.size(), 1);
        QCOMPARE(file.events[0].summary, u"陈淑芬请假"_s);
        QCOMPARE(beginnings(file.events[0]), QStringList{u"20260305"_s});
        QVERIFY(file.events[0].remarks.isEmpty());
    }

    void read_gb18030_isReadAndSaid()
    {
        const IcalFile file =
            read(calendar(oneEvent("SUMMARY:\xB3\xC2\xCA\xE7\xB7\xD2\r\nDTSTART;VALUE=DATE:20260305\r\n")));
        QCOMPARE(file.events[0].summary, u"陈淑芬"_s);
        QCOMPARE(file.events[0].remarks.size(), 1);
        QCOMPARE(file.events[0].remarks[0].property, u"SUMMARY"_s);
    }

    void read_wholeDays_areDaysOfTheCalendar()
    {
        const IcalEvent one = onlyEvent("DTSTART;VALUE=DATE:20260305\r\nDTEND;VALUE=DATE:20260308\r\n");
        QVERIFY(one.times[0].wholeDays);
        QCOMPARE(one.times[0].first, QDate(2026, 3, 5));
        QCOMPARE(one.times[0].last, QDate(2026, 3, 7));
        QCOMPARE(onlyEvent("DTSTART:20260305\r\nDURATION:P1W\r\n").times[0].last, QDate(2026, 3, 11));
        QCOMPARE(onlyEvent("DTSTART:20260305\r\n").times[0].last, QDate(2026, 3, 5));
    }

    void read_zones_areUnderstood_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QString>("instant");
        QTest::newRow("floating") << QByteArray("DTSTART:20260705T090000") << u"2026-07-05T01:00:00Z"_s;
        QTest::newRow("UTC") << QByteArray("DTSTART:20260705T090000Z") << u"2026-07-05T09:00:00Z"_s;
        QTest::newRow("place") << QByteArray("DTSTART;TZID=Europe/Berlin:20260705T090000") << u"2026-07-05T07:00:00Z"_s;
        QTest::newRow("older name") << QByteArray("DTSTART;TZID=US/Eastern:20260705T090000")
                                    << u"2026-07-05T13:00:00Z"_s;
        QTest::newRow("Windows") << QByteArray("DTSTART;TZID=\"China Standard Time\":20260705T090000")
                                 << u"2026-07-05T01:00:00Z"_s;
        QTest::newRow("with a path") << QByteArray("DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260705T090000")
                                     << u"2026-07-05T07:00:00Z"_s;
        QTest::newRow("of its own") << QByteArray("DTSTART;TZID=Own:20260705T090000") << u"2026-07-05T06:30:00Z"_s;
        QTest::newRow("of its own in winter")
            << QByteArray("DTSTART;TZID=Own:20260105T090000") << u"2026-01-05T07:30:00Z"_s;
        QTest::newRow("twice in autumn") << QByteArray("DTSTART;TZID=Europe/Berlin:20261025T023000")
                                         << u"2026-10-25T00:30:00Z"_s;
        QTest::newRow("skipped in spring")
            << QByteArray("DTSTART;TZID=Europe/Berlin:20260329T023000") << u"2026-03-29T01:30:00Z"_s;
    }
    void read_zones_areUnderstood()
    {
        QFETCH(QByteArray, start);
        QFETCH(QString, instant);
        const QByteArray zone =
            "BEGIN:VTIMEZONE\r\nTZID:Own\r\n"
            "BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0230\r\nTZOFFSETTO:+0130\r\n"
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
            "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0130\r\nTZOFFSETTO:+0230\r\n"
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
        const IcalFile file = read(calendar(oneEvent(start + "\r\nDURATION:PT1H\r\n") + zone));
        QCOMPARE(file.events.size(), 1);
        QCOMPARE(file.events[0].times.size(), 1);
        QCOMPARE(file.events[0].times[0].period.from, at(instant));
    }

    void read_series_areRealOccurrences_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("weekly") << QByteArray("DTSTART:20260302T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n")
                                << QStringList{u"20260302T0900"_s, u"20260309T0900"_s, u"20260316T0900"_s};
        QTest::newRow("until in UTC") << QByteArray("DTSTART;TZID=Asia/Shanghai:20260302T090000\r\n"
                                                    "RRULE:FREQ=WEEKLY;UNTIL=20260309T010000Z\r\n")
                                      << QStringList{u"20260302T0900"_s, u"20260309T0900"_s};
        QTest::newRow("until a day") << QByteArray("DTSTART:20260302T090000\r\nRRULE:FREQ=WEEKLY;UNTIL=20260309\r\n")
                                     << QStringList{u"20260302T0900"_s, u"20260309T0900"_s};
        QTest::newRow("left out") << QByteArray("DTSTART:20260302T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"
                                                "EXDATE:20260309T090000\r\n")
                                  << QStringList{u"20260302T0900"_s, u"20260316T0900"_s};
        QTest::newRow("left out by the day")
            << QByteArray("DTSTART:20260302T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;VALUE=DATE:20260309\r\n")
            << QStringList{u"20260302T0900"_s, u"20260316T0900"_s};
        QTest::newRow("left out by a rule") << QByteArray("DTSTART:20260302T090000\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n"
                                                          "EXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2\r\n")
                                            << QStringList{u"20260309T0900"_s, u"20260323T0900"_s};
        QTest::newRow("besides") << QByteArray("DTSTART;VALUE=DATE:20260302\r\nRDATE;VALUE=DATE:20260401,20260405\r\n")
                                 << QStringList{u"20260302"_s, u"20260401"_s, u"20260405"_s};
        QTest::newRow("besides, nothing")
            << QByteArray("DTSTART;VALUE=DATE:20260302\r\nRDATE:\r\n") << QStringList{u"20260302"_s};
        QTest::newRow("begins beside its rule")
            << QByteArray("DTSTART:20260301T090000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2\r\n")
            << QStringList{u"20260301T0900"_s, u"20260302T0900"_s};
        QTest::newRow("began long ago")
            << QByteArray("DTSTART;VALUE=DATE:19800229\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1\r\n")
            << QStringList{u"20260301"_s, u"20270301"_s};
        QTest::newRow("across a change of the clock")
            << QByteArray("DTSTART;TZID=Europe/Berlin:20260327T090000\r\nRRULE:FREQ=DAILY;COUNT=3\r\n")
            << QStringList{u"20260327T1600"_s, u"20260328T1600"_s, u"20260329T1500"_s};
    }
    void read_series_areRealOccurrences()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QStringList, expected);
        const IcalEvent one = onlyEvent(lines);
        QCOMPARE(beginnings(one), expected);
        QVERIFY(one.returns);
    }

    void read_changedOccurrence_standsInItsPlace()
    {
        const IcalFile file = read(calendar(
            oneEvent("DTSTART:20260302T090000\r\nDTEND:20260302T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n") +
            oneEvent("RECURRENCE-ID:20260309T090000\r\nDTSTART:20260310T140000\r\nDTEND:20260310T150000\r\n")));
        QCOMPARE(file.events.size(), 2);
        QCOMPARE(beginnings(file.events[0]), (QStringList{u"20260302T0900"_s, u"20260316T0900"_s}));
        QCOMPARE(beginnings(file.events[1]), QStringList{u"20260310T1400"_s});
        QCOMPARE(file.events[1].times[0].key, u"20260309T010000Z"_s); // as the rule gave it
    }

    void read_changeOfAllThatFollow_isRefusedAndCutsTheSeries()
    {
        const IcalFile file = read(
            calendar(oneEvent("DTSTART:20260302T090000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n") +
                     oneEvent("RECURRENCE-ID;RANGE=THISANDFUTURE:20260309T090000\r\nDTSTART:20260310T140000\r\n")));
        QCOMPARE(file.events.size(), 1);
        QCOMPARE(beginnings(file.events[0]), QStringList{u"20260302T0900"_s});
        QCOMPARE(file.refused.size(), 1);
        QCOMPARE(file.refused[0].property, u"RECURRENCE-ID"_s);
    }

    void read_window_saysWhatLiesBeyond()
    {
        const IcalEvent endless = onlyEvent("DTSTART:20250101T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\r\n");
        QCOMPARE(endless.times.size(), 730);
        QVERIFY(endless.before);
        QVERIFY(endless.after);
        const IcalEvent over = onlyEvent("DTSTART:20250101T090000\r\nDURATION:PT1H\r\n");
        QVERIFY(over.times.isEmpty() && over.before && !over.after);
        const IcalEvent ahead = onlyEvent("DTSTART:20280101T090000\r\nDURATION:PT1H\r\n");
        QVERIFY(ahead.times.isEmpty() && !ahead.before && ahead.after);
        QCOMPARE(onlyEvent("DTSTART:20251231T230000\r\nDURATION:PT2H\r\n").times.size(), 1); // reaches into it
    }

    void read_whatIsNotRead_isRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("component");
        QTest::addColumn<QString>("property");
        const auto add = [](const char *name, const QByteArray &component, const char *property) {
            QTest::newRow(name) << component << QString::fromLatin1(property);
        };
        add("task", "BEGIN:VTODO\r\nUID:one\r\nEND:VTODO\r\n", "");
        add("journal", "BEGIN:VJOURNAL\r\nUID:one\r\nEND:VJOURNAL\r\n", "");
        add("free and busy", "BEGIN:VFREEBUSY\r\nUID:one\r\nEND:VFREEBUSY\r\n", "");
        add("unknown", "BEGIN:X-THING\r\nUID:one\r\nEND:X-THING\r\n", "");
        add("no beginning", oneEvent(""), "");
        add("no time", oneEvent("DTSTART:yesterday\r\n"), "DTSTART");
        add("no such day", oneEvent("DTSTART:20260230T090000\r\n"), "DTSTART");
        add("zone", oneEvent("DTSTART;TZID=Nowhere:20260305T090000\r\n"), "DTSTART");
        add("zone as a path", oneEvent("DTSTART;TZID=../../etc/localtime:20260305T090000\r\n"), "DTSTART");
        add("zone the wrong way round", oneEvent("DTSTART;TZID=GMT+8:20260305T090000\r\n"), "DTSTART");
        add("ends before", oneEvent("DTSTART:20260305T090000\r\nDTEND:20260305T080000\r\n"), "DTEND");
        add("day and time", oneEvent("DTSTART:20260305T090000\r\nDTEND;VALUE=DATE:20260306\r\n"), "DTEND");
        add("length", oneEvent("DTSTART:20260305T090000\r\nDURATION:long\r\n"), "DURATION");
        add("negative", oneEvent("DTSTART:20260305T090000\r\nDURATION:-PT1H\r\n"), "DURATION");
        add("years", oneEvent("DTSTART;VALUE=DATE:20260305\r\nDTEND;VALUE=DATE:20360305\r\n"), "DTEND");
        add("rule", oneEvent("DTSTART:20260305T090000\r\nRRULE:FREQ=SOMETIMES\r\n"), "RRULE");
        add("rule that is not read", oneEvent("DTSTART:20260305T090000\r\nRRULE:FREQ=HOURLY\r\n"), "RRULE");
        add("rule of too many", oneEvent("DTSTART:20260305T090000\r\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10\r\n"),
            "RRULE");
        add("counts from antiquity", oneEvent("DTSTART:08000305T090000\r\nRRULE:FREQ=DAILY;COUNT=900000\r\n"), "RRULE");
        add("date left out", oneEvent("DTSTART:20260305T090000\r\nRRULE:FREQ=DAILY;COUNT=2\r\nEXDATE:x\r\n"), "EXDATE");
        add("twice", oneEvent("DTSTART:20260305T090000\r\nDTSTART:20260306T090000\r\n"), "DTSTART");
        add("a zone within", oneEvent("BEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"), "");
        add("cut off", "BEGIN:VEVENT\r\nUID:one\r\nDTSTART:20260305T090000\r\n", "");
    }
    void read_whatIsNotRead_isRefusedInWords()
    {
        QFETCH(QByteArray, component);
        QFETCH(QString, property);
        const IcalFile file = read(calendar(component));
        QCOMPARE(file.events.size(), 0);
        QCOMPARE(file.refused.size(), 1);
        QCOMPARE(file.refused[0].property, property);
        QCOMPARE(file.refused[0].uid, u"one"_s);
        QVERIFY(file.refused[0].line >= 3);
        QVERIFY(file.refused[0].why.endsWith(u'.'));
    }

    void read_noCalendar_isRefusedWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("zeros") << QByteArray(100, '\0');
        QTest::newRow("table") << QByteArray("name,phone\nChen,1\n");
        QTest::newRow("contacts") << QByteArray("BEGIN:VCARD\nFN:Chen\nEND:VCARD\n");
        QTest::newRow("large") << QByteArray((qint64(1) << 24) + 1, ' ');
        QTest::newRow("deep") << calendar(QByteArray("BEGIN:X\r\n").repeated(100));
        QTest::newRow("many") << calendar(QByteArray("BEGIN:X\nEND:X\n").repeated(60'000));
        QTest::newRow("lines") << calendar("BEGIN:VEVENT\n" + QByteArray("EXDATE:\n").repeated(600'000) +
                                           "END:VEVENT\n");
    }
    void read_noCalendar_isRefusedWhole()
    {
        QFETCH(QByteArray, bytes);
        const auto file = readIcal(bytes, window());
        QVERIFY(!file.ok());
        QCOMPARE(file.error().code, Code::Invalid);
        QVERIFY(!file.error().message.isEmpty());
    }

    void read_manyRulesThatAreNeverTrue_endsSoon()
    {
        QByteArray inside;
        for (int i = 0; i < 200; ++i)
            inside += oneEvent("DTSTART:19300101T090000\r\nRRULE:FREQ=DAILY;COUNT=900000;BYMONTH=2;BYMONTHDAY=30\r\n");
        QElapsedTimer timer;
        timer.start();
        const IcalFile file = read(calendar(inside));
        QCOMPARE(file.events.size() + file.refused.size(), 200);
        qInfo("%lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 60'000);
    }

    void read_stopped_isCancelled()
    {
        const QByteArray bytes = calendar(oneEvent("DTSTART:20260305T090000\r\n").repeated(200));
        const auto file = readIcal(bytes, window(), [] { return true; });
        QVERIFY(!file.ok());
        QCOMPARE(file.error().code, Code::Cancelled);
    }

    void write_longText_isFoldedBetweenCharacters()
    {
        IcalEvent one;
        one.uid = u"one"_s;
        one.summary = QString(100, u'杏') + u"𠮷; a\\b, c\nd\x01"_s;
        one.times = {{{}, true, QDate(2026, 3, 5), QDate(2026, 3, 5), {}}};
        const QByteArray bytes = icalLines(one, at(u"2026-03-01T00:00:00Z"_s));
        for (const QByteArray &line : bytes.split('\n')) {
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
            QVERIFY(line.size() <= 76); // with its return
            QVERIFY(QByteArrayView(line).isValidUtf8());
        }
        one.summary.chop(1); // the control character is left out
        QCOMPARE(read(calendar(bytes)).events[0].summary, one.summary);
    }

    void writtenEvents_readAgain_areTheSame()
    {
        const bool held = rc::check("what is written is read again", [] {
            const auto text = [] {
                static const QString letters = u"abc 杏林𠮷é,;:\\\n\"='^"_s;
                QString made;
                const int length = *rc::gen::inRange(0, 60);
                for (int i = 0; i < length; ++i)
                    made += letters.at(*rc::gen::inRange<qsizetype>(0, letters.size()));
                // Half of a pair is no character; blanks at the ends go.
                return QString::fromUtf8(made.toUtf8()).remove(QChar(QChar::ReplacementCharacter)).trimmed();
            };
            QByteArray bytes = icalHead(u"杏林堂"_s);
            QList<IcalEvent> written;
            const int count = *rc::gen::inRange(0, 6);
            for (int i = 0; i < count; ++i) {
                IcalEvent one;
                one.uid = QString::number(i) + text();
                one.summary = text();
                one.description = text();
                one.location = text();
                for (int each = *rc::gen::inRange(0, 4); each > 0; --each) {
                    if (const QString name = text(); !name.isEmpty())
                        one.categories << name;
                }
                one.sequence = *rc::gen::inRange(0, 1000);
                one.status = *rc::gen::element(QString(), u"CONFIRMED"_s, u"TENTATIVE"_s, u"CANCELLED"_s);
                one.busy = *rc::gen::arbitrary<bool>();
                if (*rc::gen::arbitrary<bool>())
                    one.changed = at(u"2026-01-01T00:00:00Z"_s) + std::chrono::seconds(*rc::gen::inRange(0, 1'000'000));
                IcalTime time;
                time.wholeDays = *rc::gen::arbitrary<bool>();
                if (time.wholeDays) {
                    time.first = QDate(2026, 1, 1).addDays(*rc::gen::inRange(0, 700));
                    time.last = time.first.addDays(*rc::gen::inRange(0, 30));
                } else {
                    time.period.from =
                        at(u"2026-01-01T00:00:00Z"_s) + std::chrono::seconds(*rc::gen::inRange(0, 60'000'000));
                    time.period.to = time.period.from + std::chrono::seconds(*rc::gen::inRange(0, 100'000));
                }
                one.times = {time};
                bytes += icalLines(one, at(u"2026-01-01T00:00:00Z"_s));
                written << one;
            }
            IcalFile file = read(bytes + icalFoot());
            for (IcalEvent &one : file.events)
                one.line = 0;
            RC_ASSERT(file.refused.isEmpty());
            RC_ASSERT(file.events == written);
        });
        QVERIFY(held);
    }
};

QTEST_GUILESS_MAIN(TestIcal)
#include "tst_ical.moc"
