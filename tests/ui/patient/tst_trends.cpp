#include "ui/trend/trends.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::ui;
using namespace Qt::StringLiterals;

namespace {

chart::Measurement measured(const char *day, const QString &item, double number)
{
    return {VisitId(Uuid(Uuid::Bytes{})), QDate::fromString(QLatin1String(day), Qt::ISODate), item, number};
}

} // namespace

class TestTrends : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void trends_measured_scoresFirstPressuresTogether();
    void trends_twiceOneDay_lastCounts();
    void leading_complaintOfTwoDays_thenTheMostTaken();
    void latest_days_countDaysOfAllLines();
    void reference_bounds_areWritten();

private:
    std::shared_ptr<const Catalog> m_catalog;
};

void TestTrends::initTestCase()
{
    QLocale::setDefault(QLocale(u"en"_s));
    m_catalog = *Catalog::load();
}

void TestTrends::trends_measured_scoresFirstPressuresTogether()
{
    const QList<Trend> trends = trendsOf(
        *m_catalog, {measured("2026-01-01", u"vital.weight"_s, 60), measured("2026-01-01", u"scale.psqi"_s, 12),
                     measured("2026-01-02", u"vital.diastolic"_s, 80), measured("2026-01-02", u"vital.systolic"_s, 120),
                     measured("2026-01-02", u"unknown"_s, 1)});
    QStringList titles;
    for (const Trend &trend : trends)
        titles << trend.title;
    QCOMPARE(titles, (QStringList{u"PSQI"_s, u"Systolic pressure·Diastolic pressure"_s, u"Weight"_s}));
    QCOMPARE(trends.at(1).lines.size(), 2);
    QCOMPARE(trends.at(1).unit, u"mmHg"_s);
    QVERIFY(trends.at(1).caption().contains(u"90–139 / 60–89"_s));
    QCOMPARE(trends.at(2).caption(), u"kg"_s);
    QVERIFY(trendsOf(*m_catalog, {}).isEmpty());
}

void TestTrends::trends_twiceOneDay_lastCounts()
{
    const QList<Trend> trends = trendsOf(
        *m_catalog, {measured("2026-01-01", u"vital.weight"_s, 60), measured("2026-01-01", u"vital.weight"_s, 61)});
    QCOMPARE(trends.first().lines.first().points, (QList<TrendPoint>{{QDate(2026, 1, 1), 61}}));
}

void TestTrends::leading_complaintOfTwoDays_thenTheMostTaken()
{
    QList<chart::Measurement> all{
        measured("2026-01-01", u"vital.weight"_s, 60), measured("2026-01-02", u"vital.weight"_s, 60),
        measured("2026-01-03", u"vital.weight"_s, 60), measured("2026-01-01", u"scale.psqi"_s, 12)};
    const auto leading = [&] {
        const QList<Trend> trends = trendsOf(*m_catalog, all);
        return trends.at(leadingTrend(trends)).lines.first().item;
    };
    QCOMPARE(leading(), u"scale.psqi"_s);
    all << measured("2026-01-01", u"scale.pain"_s, 4) << measured("2026-01-02", u"scale.pain"_s, 3);
    QCOMPARE(leading(), u"scale.pain"_s);
    all << measured("2026-01-01", u"scale.complaint"_s, 4);
    QCOMPARE(leading(), u"scale.pain"_s); // a single one is no curve
    all << measured("2026-01-02", u"scale.complaint"_s, 3);
    QCOMPARE(leading(), u"scale.complaint"_s);
    QCOMPARE(leadingTrend({}), -1);
}

void TestTrends::latest_days_countDaysOfAllLines()
{
    const QList<Trend> trends = trendsOf(*m_catalog, {measured("2026-01-01", u"vital.systolic"_s, 120),
                                                      measured("2026-01-02", u"vital.diastolic"_s, 80),
                                                      measured("2026-01-03", u"vital.systolic"_s, 125)});
    const Trend cut = trends.first().latest(2);
    QCOMPARE(cut.days(), 2);
    QCOMPARE(cut.lines.first().points.size(), 1);
    QCOMPARE(cut.lines.last().points.size(), 1);
    QCOMPARE(trends.first().latest(0), trends.first());
    QCOMPARE(trends.first().latest(9), trends.first());
}

void TestTrends::reference_bounds_areWritten()
{
    TrendLine line;
    QCOMPARE(line.reference(), QString());
    line.high = 7;
    QCOMPARE(line.reference(), u"≤\u00a07"_s);
    line.low = 3.9;
    QCOMPARE(line.reference(), u"3.9–7"_s);
    line.high.reset();
    QCOMPARE(line.reference(), u"≥\u00a03.9"_s);
}

QTEST_GUILESS_MAIN(TestTrends)
#include "tst_trends.moc"
