#include "safetycorpus.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace xinglin;
using namespace xinglin::safety;

/// Prescriptions made by hand from the rows of the catalogue, each with all that must be found in it and nothing else.
class TestSafetyCorpus : public QObject
{
    Q_OBJECT
private slots:
    void check_corpus_saysWhatIsExpected_data();
    void check_corpus_saysWhatIsExpected();
    void corpus_holdsEnoughCases();
    void corpus_namesEveryRule();
    void corpus_namesEveryPair();
    void corpus_holdsEveryKindOfPrescription();
};

void TestSafetyCorpus::check_corpus_saysWhatIsExpected_data()
{
    QTest::addColumn<qsizetype>("at");
    for (qsizetype i = 0; i < corpus().size(); ++i)
        QTest::newRow(corpus().at(i).id.toUtf8().constData()) << i;
}

void TestSafetyCorpus::check_corpus_saysWhatIsExpected()
{
    QFETCH(const qsizetype, at);
    const CorpusCase &expected = corpus().at(at);
    const QStringList found = differences(tables(), expected);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u"\n   "_qs) + u"\n   because: "_qs + expected.why));
}

void TestSafetyCorpus::corpus_holdsEnoughCases()
{
    QSet<QString> ids;
    qsizetype quiet = 0;
    for (const CorpusCase &one : corpus()) {
        ids.insert(one.id);
        quiet += one.findings.isEmpty() ? 1 : 0;
    }
    QCOMPARE(ids.size(), corpus().size());
    QVERIFY(corpus().size() >= 600);
    QVERIFY2(quiet >= 200, "a check that always cries must be seen too");
}

void TestSafetyCorpus::corpus_namesEveryRule()
{
    QSet<QString> seen;
    for (const CorpusCase &one : corpus()) {
        for (const QString &finding : one.findings)
            seen.insert(finding.section(u' ', 0, 0));
    }
    const QJsonObject file = QJsonDocument::fromJson(catalogBytes(u"severities.json"_qs)).object();
    const QJsonArray rules = file[u"rules"_qs].toArray();
    QVERIFY(rules.size() >= 25);
    for (const QJsonValue &rule : rules) {
        const QString name = rule.toObject()[u"rule"_qs].toString();
        QVERIFY2(seen.contains(name), qPrintable(name));
    }
}

void TestSafetyCorpus::corpus_namesEveryPair()
{
    QHash<QString, QSet<QString>> seen; // rule, "herb+herb" by id
    for (const CorpusCase &one : corpus()) {
        for (const QString &finding : one.findings) {
            if (!finding.startsWith(u"pair-"_qs))
                continue;
            QSet<QString> ids;
            for (const QString &name : finding.section(u' ', 2).split(u'+'))
                ids.insert(resolve(tables().herbs, name).herb.value_or(QString()));
            QStringList both = ids.values();
            both.sort();
            seen[finding.section(u' ', 0, 0)].insert(both.join(u'+'));
        }
    }
    const QJsonArray groups = QJsonDocument::fromJson(catalogBytes(u"incompatibilities.json"_qs)).array();
    int pairs = 0;
    for (const QJsonValue &value : groups) {
        const QJsonObject group = value.toObject();
        const QSet<QString> found = seen.value(u"pair-"_qs + group[u"severity"_qs].toString());
        for (const QJsonValue &a : group[u"a"_qs].toArray()) {
            for (const QJsonValue &b : group[u"b"_qs].toArray()) {
                QStringList both = {a.toString(), b.toString()};
                both.sort();
                QVERIFY2(found.contains(both.join(u'+')), qPrintable(both.join(u'+')));
                ++pairs;
            }
        }
    }
    QCOMPARE(pairs, 180);
}

void TestSafetyCorpus::corpus_holdsEveryKindOfPrescription()
{
    QSet<QString> seen;
    for (const CorpusCase &one : corpus()) {
        const CheckPatient &patient = one.input.patient;
        seen << routeText(one.input.route);
        seen << (one.input.packetsPerDay > 1 ? u"packets"_qs : u"one packet"_qs);
        seen << (one.input.timesPerDay ? u"times"_qs : u"times unknown"_qs);
        seen << (patient.pregnant ? (*patient.pregnant ? u"pregnant"_qs : u"not pregnant"_qs) : u"not asked"_qs);
        seen << (one.scope.pregnancyUnknown ? u"to be asked"_qs : u"not to be asked"_qs);
        seen << (one.scope.adultLimits ? u"child"_qs : u"adult"_qs);
        seen << (one.scope.lactationNotChecked ? u"breast-feeding"_qs : u"not breast-feeding"_qs);
        seen << (one.scope.unknown.isEmpty() ? u"known"_qs : u"unknown name"_qs);
        seen << (one.scope.unmatchedAllergies.isEmpty() ? u"matched"_qs : u"unmatched allergy"_qs);
        seen << (one.scope.medicinesNotChecked.isEmpty() ? u"herbs only"_qs : u"medicines"_qs);
        if (one.input.lines.size() >= 10)
            seen << u"long"_qs;
    }
    for (const char *kind :
         {"decoction", "granule", "pill", "powder", "external", "packets", "times", "pregnant", "not pregnant",
          "to be asked", "child", "breast-feeding", "unknown name", "unmatched allergy", "medicines", "long"})
        QVERIFY2(seen.contains(QLatin1String(kind)), kind);
}

QTEST_GUILESS_MAIN(TestSafetyCorpus)
#include "tst_safetycorpus.moc"
