#include "clinic/schedule/hourstext.h"
#include "clinic/schedule/weekroster.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using freebusy::DayPart;

/// Hours as they are typed, and the week that a roster shows.
class TestWeekRoster : public QObject
{
    Q_OBJECT

private slots:
    void read_asPeopleWrite_isUnderstood_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("hours");
        const QString both = u"08:30–12:00 14:00–17:30"_s;
        QTest::newRow("short") << u"8:30-12 14-17:30"_s << both;
        QTest::newRow("digits") << u"0830-1200 1400-1730"_s << both;
        QTest::newRow("three digits") << u"830-12,14-1730"_s << both;
        QTest::newRow("as shown") << both << both;
        QTest::newRow("wide") << u"８：３０－１２：００，１４：００～１７：３０"_s << both;
        QTest::newRow("words") << u"8点半到12点、14点—17点30分"_s << both;
        QTest::newRow("spaces") << u"  8:30 – 12   14 - 17.30 "_s << both;
        QTest::newRow("to") << u"8.30 to 12; 14 to 17.30"_s << both;
        QTest::newRow("night") << u"22-26"_s << u"22:00–26:00"_s;
        QTest::newRow("nothing") << u"  "_s << QString();
        QTest::newRow("dash") << u"-"_s << QString();
        QTest::newRow("off") << u"Off"_s << QString();
        QTest::newRow("free") << u"休"_s << QString();
    }
    void read_asPeopleWrite_isUnderstood()
    {
        QFETCH(QString, typed);
        QFETCH(QString, hours);
        const auto parts = schedule::hoursFrom(typed);
        QVERIFY2(parts.ok(), parts ? "" : qPrintable(parts.error().message));
        QCOMPARE(schedule::hoursText(*parts), hours);
    }

    void read_wrong_isRefusedWithThePiece_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("one time") << u"8:30"_s << u"8:30"_s;
        QTest::newRow("letters") << u"8-12 noon"_s << u"noon"_s;
        QTest::newRow("minute") << u"8:75-12"_s << u"8:75-12"_s;
        QTest::newRow("backwards") << u"12-8"_s << u"12:00–08:00"_s;
        QTest::newRow("empty part") << u"8-8"_s << u"08:00–08:00"_s;
        QTest::newRow("overlap") << u"8-12 11-14"_s << u"11:00–14:00"_s;
        QTest::newRow("order") << u"14-17 8-12"_s << u"08:00–12:00"_s;
        QTest::newRow("afternoon by twelve") << u"8-12 2-5"_s << u"02:00–05:00"_s;
        QTest::newRow("begins tomorrow") << u"25-26"_s << u"25:00–26:00"_s;
    }
    void read_wrong_isRefusedWithThePiece()
    {
        QFETCH(QString, typed);
        QFETCH(QString, says);
        const auto parts = schedule::hoursFrom(typed);
        QVERIFY(!parts.ok());
        QCOMPARE(parts.error().code, Code::Invalid);
        QVERIFY2(parts.error().message.contains(says), qPrintable(parts.error().message));
    }

    void week_withLeaveAndHoliday_saysWhatIsWorkedAndWhy()
    {
        TestClinic clinic;
        const QDate monday(2026, 9, 28); // National Day is the Thursday
        const QList<DayPart> office{{510, 720}, {840, 1050}};
        const auto made = clinic.write(clinic.owner(), "resource.add", [&](store::Transaction &tx) -> Result<Resource> {
            ResourceDraft draft;
            draft.name = u"沈明堂"_s;
            auto resource = schedule::addResource(tx, draft);
            WorkingWeek week;
            week.fill(office);
            if (const auto set = schedule::setWeek(tx, resource->id, monday, week, schedule::Reach::FromNowOn); !set)
                return set.error();
            for (const auto &[whose, day, part] :
                 {std::tuple(std::optional(resource->id), 1, std::optional<DayPart>()),
                  std::tuple(std::optional<ResourceId>(), 2, std::optional(DayPart{840, 1440}))}) {
                const freebusy::Exception when{freebusy::Exception::Kind::Away, monday.addDays(day),
                                               monday.addDays(day), part};
                if (const auto added = schedule::addException(tx, {whose, when, u"培训"_s}); !added)
                    return added.error();
            }
            return resource;
        });
        QVERIFY(made.ok());
        const auto rows = clinic.read(clinic.receptionist(),
                                      [&](const store::Snapshot &view) { return schedule::weekRoster(view, monday); });
        QCOMPARE(rows->size(), 1);
        const RosterRow &row = rows->constFirst();
        QCOMPARE(row.resource.id, made->id);
        QCOMPARE(row.week().at(6), office);
        QCOMPARE(row.days.at(0).worked, office);
        QVERIFY(row.days.at(0).exceptions.isEmpty());
        QCOMPARE(row.days.at(1).worked, QList<DayPart>());
        QCOMPARE(row.days.at(1).exceptions.constFirst().content.reason, u"培训"_s);
        QCOMPARE(row.days.at(2).worked, (QList<DayPart>{{510, 720}}));
        QCOMPARE(row.days.at(3).regular, office);
        QCOMPARE(row.days.at(3).worked, QList<DayPart>());
        QCOMPARE(row.days.at(3).special->zh, u"国庆节"_s);
    }

    void week_noMonday_isRefused()
    {
        TestClinic clinic;
        const auto added = clinic.write(clinic.owner(), "resource.add", [](store::Transaction &tx) {
            ResourceDraft draft;
            draft.name = u"沈明堂"_s;
            return schedule::addResource(tx, draft);
        });
        QVERIFY(added.ok());
        const auto rows = clinic.read(
            clinic.owner(), [](const store::Snapshot &view) { return schedule::weekRoster(view, QDate(2026, 3, 10)); });
        QVERIFY(!rows.ok());
        QCOMPARE(rows.error().field, u"monday"_s);
    }
};

QTEST_GUILESS_MAIN(TestWeekRoster)
#include "tst_weekroster.moc"
