#include "safetyfixture.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::safety;

class TestPairs : public QObject
{
    Q_OBJECT
private slots:
    void table_shipped_holds180Pairs();
    void check_pairByEveryName_isFoundOnce();
    void check_pairAmongTwelveOthers_isFound();
    void check_neighbours_areNoPair_data();
    void check_neighbours_areNoPair();
};

namespace {

QHash<QString, QStringList> namesByHerb()
{
    QHash<QString, QStringList> found;
    for (const HerbName &name : tables().herbs.names())
        found[tables().herbs.herbs().at(name.herb).id] << name.name;
    return found;
}

QList<Finding> pairsOf(const QStringList &names)
{
    CheckInput input;
    for (const QString &name : names)
        input.lines << CheckLine{name, {}, {}, {}};
    QList<Finding> found;
    for (const Finding &finding : check(tables(), input).findings) {
        if (finding.kind == u"pair")
            found << finding;
    }
    return found;
}

} // namespace

void TestPairs::table_shipped_holds180Pairs()
{
    QSet<QString> pairs;
    for (const Incompatibility &group : tables().pairs.groups()) {
        for (const QString &a : group.a) {
            for (const QString &b : group.b)
                pairs.insert(a < b ? a + b : b + a);
        }
    }
    QCOMPARE(pairs.size(), 180);
}

void TestPairs::check_pairByEveryName_isFoundOnce()
{
    const auto names = namesByHerb();
    int tried = 0;
    for (const Incompatibility &group : tables().pairs.groups()) {
        const Severity severity = group.rule == u"pair-contraindicated" ? Severity::Severe
                                  : group.rule == u"pair-traditional"   ? Severity::Warning
                                                                        : Severity::Note;
        for (const QString &a : group.a) {
            for (const QString &b : group.b) {
                // Every name of one side against the first of the other, then the other way round.
                QList<QStringList> tries;
                for (const QString &name : names.value(a))
                    tries << QStringList{name, names.value(b).first()};
                for (const QString &name : names.value(b))
                    tries << QStringList{name, names.value(a).first()};
                for (const QStringList &both : tries) {
                    const auto found = pairsOf(both);
                    QVERIFY2(found.size() == 1, qPrintable(both.join(u'+')));
                    QCOMPARE(found.first().severity, severity);
                    QCOMPARE(found.first().herbs, both);
                    QCOMPARE(found.first().lines, (QList<int>{0, 1}));
                    QVERIFY(found.first().messageZh.contains(both.first()));
                    QVERIFY(found.first().messageEn.contains(both.last()));
                    QVERIFY(!found.first().sourceZh.isEmpty());
                    QVERIFY(!found.first().sourceEn.isEmpty());
                    ++tried;
                }
            }
        }
    }
    QVERIFY(tried > 2000);
}

void TestPairs::check_pairAmongTwelveOthers_isFound()
{
    const auto found =
        pairsOf({u"党参"_qs, u"白术"_qs, u"茯苓"_qs, u"炙甘草"_qs, u"陈皮"_qs, u"醋甘遂"_qs, u"大枣"_qs});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().lines, (QList<int>{3, 5}));
    QCOMPARE(found.first().severity, Severity::Severe);
}

void TestPairs::check_neighbours_areNoPair_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("tu bei mu") << QStringList{u"制川乌"_qs, u"土贝母"_qs};
    QTest::newRow("bai fu zi") << QStringList{u"白附子"_qs, u"法半夏"_qs};
    QTest::newRow("same herb") << QStringList{u"甘草"_qs, u"甘草"_qs};
    QTest::newRow("unknown") << QStringList{u"制川乌"_qs, u"贝母"_qs};
    QTest::newRow("plain") << QStringList{u"麻黄"_qs, u"桂枝"_qs};
}

void TestPairs::check_neighbours_areNoPair()
{
    QFETCH(const QStringList, names);
    QVERIFY(pairsOf(names).isEmpty());
}

QTEST_GUILESS_MAIN(TestPairs)
#include "tst_pairs.moc"
