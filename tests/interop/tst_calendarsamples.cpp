#include "interop/calendarimport.h"
#include "support/testclinic.h"

#include <QDirIterator>
#include <QTest>

using namespace xinglin;
using namespace xinglin::interop;
using namespace xinglin::test;
using namespace Qt::StringLiterals;

/// Calendars that nobody here wrote, brought into a clinic of early 2005, when most of their events are still to come:
/// every time of every event is accounted for, and the second time it is known.
class TestCalendarSamples : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_clinic = std::make_unique<TestClinic>();
        const QDateTime early(QDate(2005, 1, 1), QTime(1, 0), Qt::UTC);
        m_clinic->clock.advance(std::chrono::milliseconds(early.toMSecsSinceEpoch() - TestClinic::StartMs));
    }
    void importAway_everySample_isAccountedFor_data()
    {
        QTest::addColumn<QString>("path");
        QDirIterator files(u"" XINGLIN_SAMPLES "/ical-vcard"_s, {u"*.ics"_s, u"*.vcf"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(QFileInfo(path).dir().dirName() + u'/' + QFileInfo(path).fileName())) << path;
        }
    }
    void importAway_everySample_isAccountedFor()
    {
        QFETCH(QString, path);
        const store::Actor owner = m_clinic->owner();
        const CalendarSpec spec{path, CalendarSpec::As::Away, {}, {}, false};
        const auto dry = dryRunCalendar(m_clinic->store(), owner, spec);
        const auto imported = importCalendar(m_clinic->store(), owner, spec);
        QCOMPARE(imported.ok(), dry.ok());
        if (!dry) {
            QCOMPARE(imported.error(), dry.error());
            QCOMPARE(dry.error().code, Code::Invalid);
            QVERIFY(!dry.error().message.isEmpty());
            return;
        }
        const batch::Totals &totals = imported->batch.totals;
        QCOMPARE(totals, dry->totals);
        QCOMPARE(totals.lines, totals.added + totals.duplicates + totals.rejected);
        QVERIFY(totals.lines >= imported->events);
        QCOMPARE(qint64(std::count_if(dry->lines.cbegin(), dry->lines.cend(),
                                      [](const batch::Line &line) {
                                          return line.outcome == batch::Line::Outcome::Rejected && !line.why.isEmpty();
                                      })),
                 totals.rejected);
        const auto again = dryRunCalendar(m_clinic->store(), owner, spec);
        QVERIFY(again.ok());
        QCOMPARE(again->totals.added, 0);
        m_added += totals.added;
        m_events += imported->events;
    }
    void cleanupTestCase()
    {
        qInfo("%lld events: %lld times were brought in", m_events, m_added);
        QVERIFY(m_events == 0 || m_added > 0);
        QCOMPARE(m_clinic->store().verify().problems, QStringList());
        m_clinic.reset();
    }

private:
    std::unique_ptr<TestClinic> m_clinic;
    qint64 m_events = 0;
    qint64 m_added = 0;
};

QTEST_GUILESS_MAIN(TestCalendarSamples)
#include "tst_calendarsamples.moc"
