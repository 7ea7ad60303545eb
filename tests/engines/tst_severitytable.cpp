#include "safetyfixture.h"

#include <QTest>

using namespace xinglin;
using namespace xinglin::safety;

class TestSeverityTable : public QObject
{
    Q_OBJECT
private slots:
    void shipped_table_weighsAsDecided_data();
    void shipped_table_weighsAsDecided();
    void fromJson_ruleMissingUnknownOrTwice_isRefused();
    void check_otherTable_isObeyed();
    void allergens_shipped_areSound();
};

void TestSeverityTable::shipped_table_weighsAsDecided_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("severity");
    const QList<std::pair<QString, QString>> decided = {{u"pair-contraindicated"_qs, u"severe"_qs},
                                                        {u"pregnancy-forbidden"_qs, u"severe"_qs},
                                                        {u"pregnancy-avoid"_qs, u"severe"_qs},
                                                        {u"external-by-mouth"_qs, u"severe"_qs},
                                                        {u"banned-by-mouth"_qs, u"severe"_qs},
                                                        {u"toxic-above-limit"_qs, u"severe"_qs},
                                                        {u"allergy-exact"_qs, u"severe"_qs},
                                                        {u"pair-traditional"_qs, u"warning"_qs},
                                                        {u"pregnancy-caution"_qs, u"warning"_qs},
                                                        {u"pregnancy-avoid-textbook"_qs, u"warning"_qs},
                                                        {u"pregnancy-forbidden-textbook"_qs, u"warning"_qs},
                                                        {u"dose-above-double"_qs, u"warning"_qs},
                                                        {u"allergy-class"_qs, u"warning"_qs},
                                                        {u"route-not-decocted"_qs, u"warning"_qs},
                                                        {u"pair-caution"_qs, u"note"_qs},
                                                        {u"pregnancy-caution-textbook"_qs, u"note"_qs},
                                                        {u"dose-above-limit"_qs, u"note"_qs},
                                                        {u"dose-below-minimum"_qs, u"note"_qs}};
    for (const auto &[rule, severity] : decided)
        QTest::newRow(rule.toUtf8().constData()) << rule << severity;
}

void TestSeverityTable::shipped_table_weighsAsDecided()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, severity);
    QCOMPARE(severityText(tables().severities.of(rule).severity), severity);
    QVERIFY(!tables().severities.of(rule).kind.isEmpty());
}

void TestSeverityTable::fromJson_ruleMissingUnknownOrTwice_isRefused()
{
    const QByteArray good = catalogBytes(u"severities.json"_qs);
    QVERIFY(SeverityTable::fromJson(good).ok());
    const auto mutant = [&good](const QByteArray &from, const QByteArray &to) {
        QByteArray bytes = good;
        bytes.replace(bytes.indexOf(from), from.size(), to);
        return SeverityTable::fromJson(bytes);
    };
    QVERIFY(!mutant("\"rule\": \"duplicate\"", "\"rule\": \"dublicate\""));
    QVERIFY(!mutant("\"rule\": \"duplicate\"", "\"rule\": \"pair-caution\""));
    const auto word = mutant("\"severity\": \"severe\"", "\"severity\": \"sever\"");
    QVERIFY(!word);
    QCOMPARE(word.error().field, u"rules[0].severity"_qs);
    QVERIFY(!SeverityTable::fromJson("{\"rules\": []}"));
    QVERIFY(!SeverityTable::fromJson(QByteArray()));
}

void TestSeverityTable::check_otherTable_isObeyed()
{
    SafetyFiles files = catalogFiles();
    QByteArray from = "\"rule\": \"pair-contraindicated\", \"kind\": \"pair\", \"severity\": \"severe\"";
    QVERIFY(files.severities.contains(from));
    files.severities.replace(from, QByteArray(from).replace("severe", "note"));
    const auto changed = SafetyTables::fromJson(files);
    QVERIFY(changed.ok());
    CheckInput input;
    input.lines = {CheckLine{u"甘草"_qs, {}, {}, {}}, CheckLine{u"甘遂"_qs, {}, {}, {}}};
    for (const Finding &finding : check(*changed, input).findings) {
        if (finding.rule == u"pair-contraindicated")
            QCOMPARE(finding.severity, Severity::Note);
    }
    QCOMPARE(check(tables(), input).findings.first().severity, Severity::Severe);
}

void TestSeverityTable::allergens_shipped_areSound()
{
    QVERIFY(tables().allergens.list().size() >= 40);
    QVERIFY(tables().allergens.find(u"SHELLFISH"_qs));
    QVERIFY(tables().allergens.find(u"海鲜"_qs));
    QVERIFY(!tables().allergens.find(QString()));
    const Allergen *penicillin = tables().allergens.find(u"青霉素"_qs);
    QVERIFY(penicillin && penicillin->exact.isEmpty() && penicillin->related.isEmpty());
    const QByteArray bad =
        R"({"allergens":[{"id":"x","zh":"甲","en":"x1","exact":["nothing"],"class":[],"source":"s"}]})";
    QVERIFY(!Allergens::fromJson(bad, tables().herbs));
}

QTEST_GUILESS_MAIN(TestSeverityTable)
#include "tst_severitytable.moc"
