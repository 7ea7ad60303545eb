#include "safetycorpus.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::safety;

namespace {

CheckLine line(const QString &name, double grams = 0, const QString &preparation = {})
{
    return {name, {}, grams > 0 ? std::optional(Mass::grams(grams)) : std::nullopt, preparation};
}

CheckBeside beside(int number, const QList<CheckLine> &lines, Route route = Route::Decoction, int packets = 1)
{
    return {number, lines, packets, {}, route};
}

CheckInput with(const QList<CheckLine> &lines, const QList<CheckBeside> &others, Route route = Route::Decoction)
{
    CheckInput input;
    input.lines = lines;
    input.route = route;
    input.patient = {Sex::Male, 40, {}, {}, {}};
    input.beside = others;
    return input;
}

/// "rule severity own+own / other+other" of the findings that are about other prescriptions too.
QStringList between(const CheckResult &result)
{
    QStringList found;
    for (const Finding &finding : result.findings) {
        if (!finding.beside.isEmpty())
            found << finding.rule + u' ' + severityText(finding.severity) + u' ' + finding.herbs.join(u'+') +
                         QStringLiteral(" / ") + finding.beside.join(u'+');
    }
    return found;
}

QStringList between(const CheckInput &input)
{
    return between(check(tables(), input));
}

} // namespace

/// One prescription beside the visit's others: the same patient takes them all.
class TestBesideCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pair_overTwoDecoctions_isFoundFromEither();
    void pair_withAWash_isNone_data();
    void pair_withAWash_isNone();
    void pair_thatStandsInOne_isSaidOnce();
    void toxic_sumAboveTheLimit_isSevere_data();
    void toxic_sumAboveTheLimit_isSevere();
    void toxic_inAWash_addsNothing();
    void plain_sumAboveTheLimit_isNotSaid();
    void sentence_namesTheOther();
    void scope_countsWhatWasLookedAt();
    void corpus_besideAnything_keepsEveryFinding();
};

void TestBesideCheck::pair_overTwoDecoctions_isFoundFromEither()
{
    const QList<CheckLine> one = {line(u"黄芪"_qs, 15), line(u"附子"_qs, 6)};
    const QList<CheckLine> other = {line(u"茯苓"_qs, 10), line(u"法半夏"_qs, 6)};
    QCOMPARE(between(with(one, {beside(2, other)})), QStringList{u"pair-contraindicated severe 附子 / 法半夏"_qs});
    QCOMPARE(between(with(other, {beside(1, one)})), QStringList{u"pair-contraindicated severe 法半夏 / 附子"_qs});
    QCOMPARE(check(tables(), with(one, {beside(2, other)})).findings.first().lines, QList<int>{1});
    // Granules and pills are swallowed as well.
    for (const Route route : {Route::Granule, Route::Pill, Route::Powder})
        QCOMPARE(between(with(one, {beside(2, other, route)})).size(), 1);
    QCOMPARE(between(with(one, {beside(2, {line(u"茯苓"_qs, 10)}), beside(3, other)})).size(), 1);
}

void TestBesideCheck::pair_withAWash_isNone_data()
{
    QTest::addColumn<int>("own");
    QTest::addColumn<int>("other");
    QTest::newRow("the other is a wash") << int(Route::Decoction) << int(Route::External);
    QTest::newRow("this one is a wash") << int(Route::External) << int(Route::Decoction);
    QTest::newRow("two washes") << int(Route::External) << int(Route::External);
}

void TestBesideCheck::pair_withAWash_isNone()
{
    QFETCH(const int, own);
    QFETCH(const int, other);
    const CheckInput input =
        with({line(u"附子"_qs, 6)}, {beside(2, {line(u"法半夏"_qs, 6)}, Route(other))}, Route(own));
    QCOMPARE(between(input), QStringList());
    QCOMPARE(check(tables(), input).scope.beside, 0);
}

void TestBesideCheck::pair_thatStandsInOne_isSaidOnce()
{
    const CheckResult result =
        check(tables(), with({line(u"附子"_qs, 6), line(u"法半夏"_qs, 6)}, {beside(2, {line(u"法半夏"_qs, 6)})}));
    QCOMPARE(between(result), QStringList());
    QCOMPARE(result.findings.first().rule, u"pair-contraindicated"_qs);
    // From the other prescription, which holds only one of them, it is seen all the same.
    QCOMPARE(between(with({line(u"法半夏"_qs, 6)}, {beside(1, {line(u"附子"_qs, 6), line(u"法半夏"_qs, 6)})})),
             QStringList{u"pair-contraindicated severe 法半夏 / 附子"_qs});
}

void TestBesideCheck::toxic_sumAboveTheLimit_isSevere_data()
{
    QTest::addColumn<double>("own");
    QTest::addColumn<double>("other");
    QTest::addColumn<int>("packets");
    QTest::addColumn<int>("route");
    QTest::addColumn<QString>("rule");
    const int decoction = int(Route::Decoction);
    QTest::newRow("at the limit") << 9.0 << 6.0 << 1 << decoction << QString();
    QTest::newRow("above") << 9.0 << 6.001 << 1 << decoction << u"toxic-above-limit"_qs;
    QTest::newRow("by the packets of the other") << 9.0 << 4.0 << 2 << decoction << u"toxic-above-limit"_qs;
    QTest::newRow("granules are swallowed too") << 9.0 << 9.0 << 1 << int(Route::Granule) << u"toxic-above-limit"_qs;
    QTest::newRow("a powder has no limit of its own")
        << 9.0 << 9.0 << 1 << int(Route::Powder) << u"toxic-above-limit-other-route"_qs;
}

void TestBesideCheck::toxic_sumAboveTheLimit_isSevere()
{
    QFETCH(const double, own);
    QFETCH(const double, other);
    QFETCH(const int, packets);
    QFETCH(const int, route);
    QFETCH(const QString, rule);
    const CheckInput input =
        with({line(u"附子"_qs, own)}, {beside(2, {line(u"制附子"_qs, other)}, Route(route), packets)});
    QCOMPARE(between(input), rule.isEmpty() ? QStringList() : QStringList{rule + u" severe 附子 / 制附子"_qs});
}

void TestBesideCheck::toxic_inAWash_addsNothing()
{
    QCOMPARE(between(with({line(u"附子"_qs, 12)}, {beside(2, {line(u"附子"_qs, 30)}, Route::External)})),
             QStringList());
    QCOMPARE(between(with({line(u"附子"_qs, 30)}, {beside(1, {line(u"附子"_qs, 12)})}, Route::External)),
             QStringList());
}

void TestBesideCheck::plain_sumAboveTheLimit_isNotSaid()
{
    QCOMPARE(between(with({line(u"麻黄"_qs, 9)}, {beside(2, {line(u"麻黄"_qs, 9)})})), QStringList());
}

void TestBesideCheck::sentence_namesTheOther()
{
    const auto sentence = [](const CheckInput &input) {
        const CheckResult result = check(tables(), input);
        return result.findings.isEmpty() ? Finding() : result.findings.first();
    };
    const Finding pair = sentence(with({line(u"附子"_qs, 6)}, {beside(3, {line(u"法半夏"_qs, 6)})}));
    QVERIFY2(pair.messageZh.contains(u"处方3") || pair.messageZh.contains(u"处方 3"), qPrintable(pair.messageZh));
    QVERIFY2(pair.messageEn.contains(u"in prescription 3"), qPrintable(pair.messageEn));
    const Finding sum = sentence(with({line(u"附子"_qs, 9)}, {beside(2, {line(u"附子"_qs, 9)})}));
    QVERIFY2(sum.messageZh.contains(u"18") && sum.messageZh.contains(u"合计"), qPrintable(sum.messageZh));
    QVERIFY2(sum.messageEn.contains(u"18 g a day") && sum.messageEn.contains(u"together with prescription 2"),
             qPrintable(sum.messageEn));
    for (const Finding &one : {pair, sum})
        QVERIFY(!one.messageZh.contains(u'%') && !one.messageEn.contains(u'%') && !one.sourceZh.isEmpty());
}

void TestBesideCheck::scope_countsWhatWasLookedAt()
{
    const CheckResult result =
        check(tables(), with({line(u"黄芪"_qs, 15)}, {beside(2, {line(u"茯苓"_qs, 10), line(u"不知名草"_qs, 10)}),
                                                      beside(3, {line(u"苦参"_qs, 30)}, Route::External)}));
    QCOMPARE(result.scope.beside, 1);
    QCOMPARE(result.scope.checked, 1);
    QVERIFY(result.scope.unknown.isEmpty()); // said where it stands
}

void TestBesideCheck::corpus_besideAnything_keepsEveryFinding()
{
    // Each case beside the one before it: what was said of it alone is said all the same, in the same words.
    int more = 0;
    for (qsizetype i = 1; i < corpus().size(); ++i) {
        CheckInput input = corpus().at(i).input;
        const CheckResult alone = check(tables(), input);
        const CheckInput &other = corpus().at(i - 1).input;
        input.beside = {{1, other.lines, other.packetsPerDay, other.timesPerDay, other.route}};
        CheckResult together = check(tables(), input);
        more += int(together.findings.size() - alone.findings.size());
        together.findings.removeIf([](const Finding &finding) { return !finding.beside.isEmpty(); });
        together.scope.beside = 0;
        QVERIFY2(together == alone, qPrintable(corpus().at(i).id));
    }
    QVERIFY2(more > 20, qPrintable(QString::number(more)));
}

QTEST_GUILESS_MAIN(TestBesideCheck)
#include "tst_besidecheck.moc"
