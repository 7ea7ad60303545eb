#include "app/program.h"

#include <QJsonArray>
#include <QTest>

using xinglin::test::Program;
using xinglin::test::Ran;

/// Duplicates whose truth is known, found at the command line without any ID number. Whatever was chosen was chosen on
/// set 1.
class TestCliFebrl : public QObject
{
    Q_OBJECT

private slots:
    void duplicates_febrl_arePreciseAndComplete_data();
    void duplicates_febrl_arePreciseAndComplete();

private:
    Program m_program;
};

void TestCliFebrl::duplicates_febrl_arePreciseAndComplete_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("truth");
    const QString folder = QStringLiteral(XINGLIN_SAMPLES "/linkage-febrl/");
    QTest::newRow("set 1") << folder + "dataset1.csv" << 500;
    QTest::newRow("set 2") << folder + "dataset2.csv" << 1934;
}

void TestCliFebrl::duplicates_febrl_arePreciseAndComplete()
{
    QFETCH(QString, file);
    QFETCH(int, truth);
    const QString map =
        m_program.write("map.json", R"({"key": "rec_id", "given_name": "given_name", "family_name": "surname",
        "address": ["street_number", "address_1", "address_2", "suburb", "postcode", "state"],
        "birth_date": {"column": "date_of_birth", "format": "yyyyMMdd"}})");
    const Ran ran = m_program.run({"patient", "duplicates", file, "--map", map, "--json"});
    QCOMPARE(ran.exit, 0);
    int right = 0;
    const QJsonArray pairs = ran.json()["pairs"].toArray();
    const auto person = [](const QJsonValue &key) { return key.toString().section(u'-', 1, 1); };
    for (const auto &pair : pairs)
        right += person(pair.toObject()["a"]) == person(pair.toObject()["b"]) ? 1 : 0;
    const double precision = double(right) / double(pairs.size());
    const double recall = double(right) / truth;
    qInfo("precision %.4f, recall %.4f", precision, recall);
    QVERIFY(precision >= 0.99);
    QVERIFY(recall >= 0.97);
}

QTEST_GUILESS_MAIN(TestCliFebrl)
#include "tst_clifebrl.moc"
