#include "engines/slots/recurrence.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace xinglin;
using namespace Qt::StringLiterals;

namespace {

QDateTime timeFrom(const QString &text)
{
    QString plain = text;
    plain.remove(u'Z');
    QDateTime time = QDateTime::fromString(plain, QStringLiteral("yyyyMMdd'T'HHmmss"));
    if (!time.isValid())
        time = QDateTime(QDate::fromString(plain, QStringLiteral("yyyyMMdd")), QTime(0, 0));
    time.setTimeSpec(Qt::UTC);
    return time;
}

QStringList texts(const QList<QDateTime> &times)
{
    QStringList words;
    for (const QDateTime &time : times)
        words << time.toString(QStringLiteral("yyyyMMdd'T'HHmmss"));
    return words;
}

const QDateTime farAway(QDate(2200, 1, 1), QTime(0, 0), Qt::UTC);

} // namespace

/// Rules of repetition.
class TestRecurrence : public QObject
{
    Q_OBJECT

private slots:
    void fromText_noRule_isRefused_data()
    {
        QTest::addColumn<QString>("rule");
        for (const char *rule : {"", "WEEKLY", "FREQ=SOMETIMES", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;COUNT=x",
                                 "BYDAY=MO", "FREQ=WEEKLY;INTERVAL=-1"})
            QTest::newRow(rule) << QString::fromLatin1(rule);
        QTest::newRow("long") << QStringLiteral("FREQ=DAILY;BYHOUR=") + QString(2000, u'1');
    }
    void fromText_noRule_isRefused()
    {
        QFETCH(QString, rule);
        const auto made = Recurrence::fromText(rule);
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, Code::Invalid);
    }

    void weekly_anyDay()
    {
        const auto days = Recurrence::weekly(7).days(QDate(2026, 3, 1), QDate(2026, 3, 5), QDate(2026, 3, 22));
        QCOMPARE(days, (QList<QDate>{QDate(2026, 3, 8), QDate(2026, 3, 15), QDate(2026, 3, 22)}));
    }

    void between_count_isCountedFromTheStart()
    {
        const auto rule = Recurrence::fromText(QStringLiteral("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"));
        QVERIFY(rule.ok());
        QVERIFY(rule->ends());
        const QDateTime start(QDate(2026, 3, 3), QTime(9, 0), Qt::UTC);
        QCOMPARE(texts(rule->between(start, start.addDays(5), farAway, 100)),
                 (QStringList{QStringLiteral("20260310T090000"), QStringLiteral("20260312T090000")}));
    }

    void between_longAgo_isTheSameAsWalkedThrough()
    {
        for (const char *text : {"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR", "FREQ=MONTHLY;BYDAY=-1WE",
                                 "FREQ=DAILY;INTERVAL=3", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1"}) {
            const auto rule = Recurrence::fromText(QString::fromLatin1(text));
            QVERIFY(rule.ok());
            const QDateTime start(QDate(1998, 2, 2), QTime(8, 30), Qt::UTC);
            const QDateTime from(QDate(2026, 3, 3), QTime(8, 30), Qt::UTC);
            const QDateTime until = from.addYears(2);
            QList<QDateTime> walked = rule->between(start, start, until, 100'000);
            walked.removeIf([&](const QDateTime &time) { return time < from; });
            QVERIFY(!walked.isEmpty());
            QCOMPARE(texts(rule->between(start, from, until, 100'000)), texts(walked));
        }
    }

    void between_neverTrue_ends()
    {
        const auto rule = Recurrence::fromText(QStringLiteral("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"));
        QVERIFY(rule.ok());
        const QDateTime start(QDate(2026, 1, 1), QTime(9, 0), Qt::UTC);
        QVERIFY(rule->between(start, start, farAway, 10).isEmpty());
    }

#ifdef XINGLIN_SAMPLES
    void between_libicalsOwnCases_agree_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("instances");
        QFile file(QStringLiteral(XINGLIN_SAMPLES "/ical-vcard/libical/icalrecur_cases_dev.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString rule;
        QString start;
        QString from;
        int cases = 0;
        const auto after = [](const QString &line) { return line.mid(line.indexOf(u':') + 1); };
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.startsWith(u"RRULE:")) {
                rule = after(line);
                from.clear();
            } else if (line.startsWith(u"DTSTART")) {
                start = after(line);
            } else if (line.startsWith(u"START-AT")) {
                from = after(line);
            } else if (line.startsWith(u"INSTANCES")) {
                QStringList instances = after(line).remove(u'Z').split(u',', Qt::SkipEmptyParts);
                QTest::addRow("%d %s", ++cases, qPrintable(rule)) << rule << start << from << instances;
            }
        }
        QVERIFY(cases > 40);
    }
    void between_libicalsOwnCases_agree()
    {
        QFETCH(QString, rule);
        QFETCH(QString, start);
        QFETCH(QString, from);
        QFETCH(QStringList, instances);
        const auto made = Recurrence::fromText(rule);
        const bool unread =
            rule.contains(u"BYWEEKNO") || rule.contains(QRegularExpression("FREQ=(SECOND|MINUTE|HOUR)LY"_L1)) ||
            (rule.contains(u"BYSETPOS") && rule.contains(QRegularExpression("DAILY|WEEKLY|BYMINUTE"_L1)));
        QCOMPARE(made.ok(), !unread);
        if (unread) {
            QCOMPARE(made.error().code, Code::Newer);
            QVERIFY(!made.error().message.isEmpty());
            return;
        }
        const QDateTime begin = timeFrom(start);
        const QDateTime since = from.isEmpty() ? begin : timeFrom(from);
        instances.removeIf([&](const QString &one) { return timeFrom(one) < since; });
        if (start.contains(u'T')) {
            QCOMPARE(texts(made->between(begin, since, farAway, instances.size() + 1)), instances);
            return;
        }
        QStringList days;
        for (const QDate &day : made->days(begin.date(), since.date(), farAway.date())) {
            if (days.size() <= instances.size())
                days << day.toString(QStringLiteral("yyyyMMdd"));
        }
        QCOMPARE(days, instances);
    }
#endif
};

QTEST_GUILESS_MAIN(TestRecurrence)
#include "tst_recurrence.moc"
