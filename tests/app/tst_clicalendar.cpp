#include "app/program.h"

#include <QJsonArray>
#include <QTest>

using xinglin::test::Program;
using xinglin::test::Ran;

namespace {

QByteArray calendar(const QByteArray &inside)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inside + "END:VCALENDAR\r\n";
}

QByteArray anEvent(const QByteArray &uid, const QByteArray &inside)
{
    return "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + inside + "END:VEVENT\r\n";
}

} // namespace

/// Calendars at the command line.
class TestCliCalendar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_program = std::make_unique<Program>();
        QCOMPARE(onClinic({"init", "--clinic", "杏林堂", "--user", "owner"}).exit, 0);
    }

    void import_calendar_hasThePromisedShape()
    {
        const QString file = m_program->write(
            "a.ics", calendar(anEvent("a", "SUMMARY:Closed\r\nDTSTART;VALUE=DATE:20991224\r\n") +
                              anEvent("b", "SUMMARY:Meeting\r\nDTSTART:20200106T090000\r\nDURATION:PT1H\r\n"
                                           "RRULE:FREQ=WEEKLY\r\n") +
                              "BEGIN:VTODO\r\nUID:c\r\nEND:VTODO\r\n"));
        const Ran dry = onClinic({"import", "calendar", file, "--closed", "--dry-run", "--json"});
        QCOMPARE(dry.exit, 0);
        QVERIFY(dry.json()["batch"].isNull());
        const Ran ran = onClinic({"import", "calendar", file, "--closed", "--json"});
        QCOMPARE(ran.exit, 0);
        const QJsonObject all = ran.json();
        QCOMPARE(all["events"], 3);
        const int occurrences = all["occurrences"].toInt();
        QVERIFY2(occurrences >= 104 && occurrences <= 105, qPrintable(QString::number(occurrences)));
        QCOMPARE(dry.json()["occurrences"], all["occurrences"]);
        QCOMPARE(all["duplicates"], 0);
        const QJsonArray rejected = all["rejected"].toArray();
        QCOMPARE(rejected.size(), 2);
        QCOMPARE(rejected[0].toObject()["line"], 3);
        QCOMPARE(rejected[0].toObject()["summary"], "Closed");
        QVERIFY(rejected[0].toObject()["why"].toString().contains("two years"));
        QVERIFY(rejected[1].toObject()["why"].toString().contains("task"));
        QCOMPARE(all["aside"].toArray().size(), 2); // what is over, and that it goes on
        QVERIFY(!all["batch"].toString().isEmpty());
        const Ran again = onClinic({"import", "calendar", file, "--closed", "--json"});
        QCOMPARE(again.json()["occurrences"], 0);
        QCOMPARE(again.json()["duplicates"], occurrences);

        const Ran listed = onClinic({"import", "list", "--json"});
        QCOMPARE(listed.json()["imports"].toArray().size(), 2);
        QCOMPARE(listed.json()["imports"].toArray()[0].toObject()["kind"], "calendar");
        QCOMPARE(onClinic({"import", "undo", all["batch"].toString()}).exit, 0);
        QCOMPARE(onClinic({"import", "calendar", file, "--closed", "--json"}).json()["occurrences"], occurrences);
    }

    void import_calendar_wrongUseOrNoCalendar_isRefused()
    {
        const QString file = m_program->write("a.ics", calendar(anEvent("a", "DTSTART;VALUE=DATE:20260316\r\n")));
        QCOMPARE(onClinic({"import", "calendar", file}).exit, 2);
        QCOMPARE(onClinic({"import", "calendar", file, "--closed", "--for", "x"}).exit, 2);
        QCOMPARE(onClinic({"import", "calendar", file, "--as", "appointments"}).exit, 2);
        QCOMPARE(onClinic({"import", "calendar", file, "--as", "other"}).exit, 2);
        QCOMPARE(onClinic({"import", "calendar", file, "--for", "nobody"}).exit, 1);
        QCOMPARE(onClinic({"import", "calendar", m_program->file("none.ics"), "--closed"}).exit, 1);
        const QString card = m_program->write("a.vcf", "BEGIN:VCARD\r\nFN:Chen\r\nEND:VCARD\r\n");
        const Ran contacts = onClinic({"import", "calendar", card, "--closed"});
        QCOMPARE(contacts.exit, 5);
        QVERIFY(contacts.err.contains("vCard"));
        QCOMPARE(onClinic({"import", "list", "--json"}).json()["imports"].toArray().size(), 0);
    }

    void export_calendar_isACalendarThatComesBackAsKnown()
    {
        const QString file =
            m_program->write("a.ics", calendar(anEvent("a", "SUMMARY:Audit\r\nDTSTART:20200106T090000\r\n"
                                                            "DURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\n")));
        QCOMPARE(onClinic({"import", "calendar", file, "--closed"}).exit, 0);
        const Ran plain = onClinic({"export", "calendar"});
        QCOMPARE(plain.exit, 0);
        QVERIFY(plain.out.startsWith("BEGIN:VCALENDAR\r\n") && plain.out.endsWith("END:VCALENDAR\r\n"));
        QVERIFY(!plain.out.contains("BEGIN:VEVENT"));
        const QString out = m_program->file("out.ics");
        const Ran ran = onClinic({"export", "calendar", out, "--leave", "--json"});
        QCOMPARE(ran.exit, 0);
        const int events = ran.json()["events"].toInt();
        QVERIFY(events >= 52);
        QCOMPARE(ran.json()["file"], out);
        QVERIFY(ran.json()["rejected"].toArray().isEmpty());
        const QJsonObject back = onClinic({"import", "calendar", out, "--closed", "--json"}).json();
        QCOMPARE(back["occurrences"], 0);
        QCOMPARE(back["rows"], events);
        QVERIFY(back["duplicates"].toInt() >= events - 1);       // today's may be over
        QCOMPARE(onClinic({"export", "calendar", out}).exit, 1); // is there already
        QCOMPARE(onClinic({"export", "calendar", "--from", "soon"}).exit, 2);
        // The folder of everything is another verb.
        QCOMPARE(onClinic({"export", m_program->file("everything"), "--json"}).exit, 0);
    }

private:
    Ran onClinic(const QStringList &arguments) const
    {
        return m_program->run(QStringList{"--store", m_program->file("clinic")} + arguments);
    }

    std::unique_ptr<Program> m_program;
};

QTEST_GUILESS_MAIN(TestCliCalendar)
#include "tst_clicalendar.moc"
