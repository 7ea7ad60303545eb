#include "engines/linkage/pairs.h"
#include "engines/linkagepeople.h"

#include <QHash>
#include <QTest>
#include <QTextStream>

using namespace xinglin;
using namespace xinglin::linkage;
using namespace xinglin::test;

namespace {

/// What was found at each level and above.
struct Counts
{
    int right = 0;
    int wrong = 0;

    double precision() const { return right + wrong == 0 ? 0 : static_cast<double>(right) / (right + wrong); }
};

QString described(const Person &person)
{
    return QStringLiteral("%1 %2 %3%4 %5 %6")
        .arg(person.name, person.documentNumber, person.birth ? person.birth->toText() : QString(),
             person.birthLunar ? QStringLiteral(" lunar") : QString(), person.phones.join(u' '), person.address);
}

} // namespace

class TestLinkageChinese : public QObject
{
    Q_OBJECT

private slots:
    void pairs_ofAGrownClinic_areFoundAndNeverCertainOfTwo_data();
    void pairs_ofAGrownClinic_areFoundAndNeverCertainOfTwo();
};

void TestLinkageChinese::pairs_ofAGrownClinic_areFoundAndNeverCertainOfTwo_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::newRow("one") << quint64(20240601);
    QTest::newRow("two") << quint64(2);
    QTest::newRow("three") << quint64(3);
}

void TestLinkageChinese::pairs_ofAGrownClinic_areFoundAndNeverCertainOfTwo()
{
    QFETCH(quint64, seed);
    SeededRandom random(seed);
    const QList<LinkageRecord> records = linkageRecords(random, 6000);
    QVERIFY(records.size() >= 2000);
    QList<Subject> subjects;
    QHash<int, int> entries;
    for (const LinkageRecord &record : records) {
        subjects << prepare(record.person);
        ++entries[record.truth];
    }
    int truePairs = 0;
    for (const int count : std::as_const(entries))
        truePairs += count * (count - 1) / 2;

    Counts likely;
    Counts certain;
    for (const Pair &pair : pairs(subjects, Level::Likely)) {
        const bool right = records[pair.one].truth == records[pair.other].truth;
        for (Counts *counts : {&likely, &certain}) {
            if (counts == &certain && pair.match.level != Level::Certain)
                continue;
            ++(right ? counts->right : counts->wrong);
        }
        if (!right && pair.match.level == Level::Certain)
            qWarning().noquote() << described(records[pair.one].person) << "\n"
                                 << described(records[pair.other].person);
    }
    QTextStream(stdout) << records.size() << " records, " << truePairs << " true pairs; likely: precision "
                        << likely.precision() << ", recall " << double(likely.right) / truePairs << "; certain: wrong "
                        << certain.wrong << ", recall " << double(certain.right) / truePairs << "\n";
    QCOMPARE(certain.wrong, 0);
    QVERIFY(likely.precision() >= 0.98);
    QVERIFY(likely.right >= 0.9 * truePairs);
    QVERIFY(certain.right >= 0.4 * truePairs);
}

QTEST_APPLESS_MAIN(TestLinkageChinese)
#include "tst_linkagechinese.moc"
