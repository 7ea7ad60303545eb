#include "safetyfixture.h"

#include "engines/safety/herbname.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace xinglin;
using namespace xinglin::safety;

class TestHerbSamples : public QObject
{
    Q_OBJECT
private slots:
    void resolve_wardCases_reachesTheRate();
    void resolve_outpatientPrescriptions_reachesTheRate();
    void resolve_classicalFormulas_reachesTheRate();
};

namespace {

QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(XINGLIN_SAMPLES "/tcm/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Share of @p cells with a herb, in per mille; prints the others.
double rate(const QString &title, const QStringList &cells)
{
    QMap<QString, int> open;
    int found = 0;
    for (const QString &cell : cells) {
        if (resolve(tables().herbs, cell).herb)
            ++found;
        else
            ++open[cell];
    }
    QStringList list;
    for (auto it = open.constBegin(); it != open.constEnd(); ++it)
        list << u"%1 (%2)"_qs.arg(it.key(), QString::number(it.value()));
    const double share = cells.isEmpty() ? 0 : 1000.0 * found / double(cells.size());
    qInfo().noquote() << title << cells.size() << "uses," << share / 10 << "%; open:" << list.join(u' ');
    return share;
}

QByteArray zipped(const QString &inner)
{
    QProcess unzip;
    unzip.start(u"unzip"_qs,
                {u"-p"_qs, QStringLiteral(XINGLIN_SAMPLES "/tcm/classical-formulas-with-doses.xlsx"), inner});
    unzip.waitForFinished();
    return unzip.readAllStandardOutput();
}

QStringList sharedStrings()
{
    QStringList found;
    QXmlStreamReader xml(zipped(u"xl/sharedStrings.xml"_qs));
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"si")
            found << QString();
        else if (xml.isStartElement() && xml.name() == u"t" && !found.isEmpty())
            found.last() += xml.readElementText();
    }
    return found;
}

/// Cells of a composition: split at separators outside brackets and behind a bracket that ends with an amount.
QStringList ingredients(const QString &text)
{
    QStringList found = {QString()};
    int depth = 0;
    for (const QChar c : text) {
        if (u"（(["_qs.contains(c))
            ++depth;
        if (u"）)]"_qs.contains(c))
            depth = qMax(0, depth - 1);
        if (depth == 0 && u"，,、。；;"_qs.contains(c)) {
            found << QString();
            continue;
        }
        found.last() += c;
        if (depth == 0 && c == u'）')
            found << QString();
    }
    QStringList cells;
    for (const QString &part : found) {
        const QString cell = part.trimmed();
        if (cell.startsWith(u'（') && !cells.isEmpty())
            cells.last() += cell; // a second bracket of the same herb
        else if (!cell.isEmpty() && !cells.isEmpty() && cells.last() == u"火单")
            cells.last() += cell; // the two halves of 燀
        else if (!cell.isEmpty())
            cells << cell;
    }
    return cells;
}

} // namespace

void TestHerbSamples::resolve_wardCases_reachesTheRate()
{
    QStringList cells;
    for (const QJsonValue &row : QJsonDocument::fromJson(sample(u"cases-267.json"_qs)).array()) {
        QString list = row.toObject().value(u"处方").toString();
        list.remove(u'[').remove(u']');
        for (const QString &cell : list.split(u',', Qt::SkipEmptyParts))
            cells << cell.trimmed().remove(u'\'');
    }
    QVERIFY(cells.size() > 4000);
    QVERIFY(rate(u"cases"_qs, cells) >= 995);
}

void TestHerbSamples::resolve_outpatientPrescriptions_reachesTheRate()
{
    QStringList cells;
    int dosed = 0;
    for (const QString &line :
         QString::fromUtf8(sample(u"insomnia-prescriptions-001-200.csv"_qs)).split(u'\n').mid(1)) {
        for (const QString &cell : line.trimmed().split(u',').mid(1)) {
            if (cell.isEmpty())
                continue;
            cells << cell;
            dosed += splitDose(cell).dose ? 1 : 0;
        }
    }
    QVERIFY(cells.size() > 1500);
    QVERIFY(rate(u"prescriptions"_qs, cells) >= 995);
    QVERIFY(dosed * 1000 >= cells.size() * 995);
}

void TestHerbSamples::resolve_classicalFormulas_reachesTheRate()
{
    static const QRegularExpression composition(u"（[\\d.]+g|^[\\p{Han}（）]+(?:[，、][\\p{Han}（）]+){2,}$"_qs);
    QStringList cells;
    for (const QString &text : sharedStrings()) {
        if (text.contains(u"g）") && composition.match(text).hasMatch())
            cells << ingredients(text);
    }
    QVERIFY(cells.size() > 500);
    QVERIFY(rate(u"formulas"_qs, cells) >= 985); // 贝母, 制半夏 and 生决明 stay open on purpose
}

QTEST_GUILESS_MAIN(TestHerbSamples)
#include "tst_herbsamples.moc"
