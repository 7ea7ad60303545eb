#include "clinic/schedule/holidays.h"
#include "support/testclinic.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace Qt::StringLiterals;
using freebusy::SpecialDay;

namespace {

/// JSON with single quotes, to be read more easily.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

/// Public holidays and working days made up for them.
class TestHolidays : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_clinic = std::make_unique<TestClinic>(); }
    void cleanup() { m_clinic.reset(); }

    /// By the notices of the State Council: 2025 has 28 free days and 5 made up, 2026 has 33 and 6.
    void shipped_daysAreTheNotices()
    {
        QMap<int, QPair<int, int>> counted;
        for (const CalendarDay &one : schedule::shippedHolidays()) {
            QVERIFY(one.kind);
            auto &[holidays, workdays] = counted[one.day.year()];
            (*one.kind == SpecialDay::Holiday ? holidays : workdays) += 1;
            // A made-up day is a Saturday or Sunday, or it would be worked anyway.
            if (*one.kind == SpecialDay::Workday)
                QVERIFY2(one.day.dayOfWeek() >= 6, qPrintable(one.day.toString(Qt::ISODate)));
        }
        QCOMPARE(counted.value(2025), qMakePair(28, 5));
        QCOMPARE(counted.value(2026), qMakePair(33, 6));
        QCOMPARE(days(QDate(2026, 2, 14), QDate(2026, 2, 15)),
                 (QStringList{u"2026-02-14 workday 春节调休"_s, u"2026-02-15 holiday 春节"_s}));
    }

    void add_anotherYear_isKnownAtOnce()
    {
        const QByteArray file = json("{'version': 1, 'years': [{'year': 2027, 'source': '通知', 'days': ["
                                     "            {'first': '2027-01-01', 'last': '2027-01-03', 'kind': 'holiday', "
                                     "'zh': '元旦', 'en': 'New Year'}]}]}");
        const auto added = add(file);
        QVERIFY2(added.ok(), added ? "" : qPrintable(added.error().message));
        QCOMPARE(*added, 3);
        QCOMPARE(*add(file), 0);
        QCOMPARE(days(QDate(2027, 1, 2), QDate(2027, 1, 2)), QStringList{u"2027-01-02 holiday 元旦"_s});
        const auto last = m_clinic->read(m_clinic->receptionist(), schedule::lastHolidayYear);
        QVERIFY(last.ok());
        QCOMPARE(*last, 2027);
    }

    void set_overWhatShips_counts()
    {
        QVERIFY(set(QDate(2026, 10, 1), {}, {}).ok());
        QCOMPARE(days(QDate(2026, 10, 1), QDate(2026, 10, 1)), QStringList());
        QVERIFY(set(QDate(2026, 10, 1), SpecialDay::Holiday, u"国庆"_s).ok());
        QCOMPARE(days(QDate(2026, 10, 1), QDate(2026, 10, 1)), QStringList{u"2026-10-01 holiday 国庆"_s});
        QCOMPARE(set(QDate(2026, 10, 1), SpecialDay::Holiday, u" "_s).error().field, u"name"_s);
        QCOMPARE(set(QDate(), {}, {}).error().field, u"day"_s);
    }

    void fromJson_wrong_namesThePlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("field");
        const auto entry = [](const QByteArray &text) {
            return json("{'version': 1, 'years': [{'year': 2027, 'days': [" + text + "]}]}");
        };
        const QString first = u"years[0].days[0]"_s;
        QTest::newRow("no JSON") << QByteArray("Neujahr") << QString();
        QTest::newRow("another version") << json("{'version': 2}") << u"version"_s;
        QTest::newRow("empty") << entry({}) << u"years"_s;
        QTest::newRow("no year") << json("{'version': 1, 'years': [{'days': []}]}") << u"years[0].year"_s;
        QTest::newRow("other year")
            << entry("{'first': '2026-01-01', 'last': '2027-01-01', 'kind': 'holiday', 'zh': 'a', 'en': 'b'}")
            << first + u".first"_s;
        QTest::newRow("backwards")
            << entry("{'first': '2027-01-03', 'last': '2027-01-01', 'kind': 'holiday', 'zh': 'a', 'en': 'b'}")
            << first + u".last"_s;
        QTest::newRow("too long")
            << entry("{'first': '2027-01-03', 'last': '2027-03-01', 'kind': 'holiday', 'zh': 'a', 'en': 'b'}")
            << first + u".last"_s;
        QTest::newRow("kind")
            << entry("{'first': '2027-01-03', 'last': '2027-01-03', 'kind': 'free', 'zh': 'a', 'en': 'b'}")
            << first + u".kind"_s;
        QTest::newRow("name") << entry("{'first': '2027-01-03', 'last': '2027-01-03', 'kind': 'holiday', 'zh': 'a'}")
                              << first;
        QTest::newRow("twice")
            << entry("{'first': '2027-01-03', 'last': '2027-01-03', 'kind': 'holiday', 'zh': 'a', 'en': 'b'},"
                     "                        {'first': '2027-01-03', 'last': '2027-01-03', 'kind': 'workday', 'zh': "
                     "'a', 'en': 'b'}")
            << u"years[0].days[1].first"_s;
        QTest::newRow("large") << QByteArray(1'000'001, ' ') << QString();
    }
    void fromJson_wrong_namesThePlace()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, field);
        const auto added = add(file);
        QVERIFY(!added.ok());
        QCOMPARE(added.error().field, field);
        QVERIFY(!added.error().message.isEmpty());
    }

private:
    Result<int> add(const QByteArray &file)
    {
        return m_clinic->write(m_clinic->owner(), "holiday.add",
                               [&](store::Transaction &tx) { return schedule::addHolidays(tx, file); });
    }
    Result<Done> set(QDate day, std::optional<SpecialDay> kind, const QString &name)
    {
        return m_clinic->write(m_clinic->owner(), "holiday.set",
                               [&](store::Transaction &tx) { return schedule::setCalendarDay(tx, day, kind, name); });
    }
    QStringList days(QDate first, QDate last)
    {
        const auto found = m_clinic->read(m_clinic->receptionist(), [&](const store::Snapshot &view) {
            return schedule::calendarDays(view, first, last);
        });
        QStringList said;
        if (found) {
            for (const CalendarDay &one : *found)
                said << one.day.toString(Qt::ISODate) +
                            (*one.kind == SpecialDay::Holiday ? u" holiday "_s : u" workday "_s) + one.zh;
        }
        return said;
    }

    std::unique_ptr<TestClinic> m_clinic;
};

QTEST_GUILESS_MAIN(TestHolidays)
#include "tst_holidays.moc"
