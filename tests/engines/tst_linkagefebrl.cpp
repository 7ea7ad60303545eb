#include "engines/linkage/pairs.h"

#include <QFile>
#include <QHash>
#include <QTest>
#include <QTextStream>

#include <algorithm>

using namespace xinglin;
using namespace xinglin::linkage;

namespace {

struct Row
{
    QString id;    ///< As in the file.
    QString truth; ///< The number of the person.
    Subject subject;
};

/// A date as far as it is one: dates in the files are at times impossible.
std::optional<PartialDate> birthOf(const QString &digits)
{
    const int year = digits.left(4).toInt();
    const int month = digits.mid(4, 2).toInt();
    if (auto whole = PartialDate::of(year, month, digits.mid(6, 2).toInt()); whole && digits.size() == 8)
        return whole;
    return PartialDate::of(year);
}

QList<Row> rowsOf(const char *name)
{
    QFile file(QStringLiteral(XINGLIN_SAMPLES "/linkage-febrl/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Row> rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.sliced(1)) {
        QStringList cells = line.split(u',');
        for (QString &cell : cells)
            cell = cell.trimmed();
        Person person;
        person.givenName = cells[1];
        person.familyName = cells[2];
        person.address = cells.sliced(3, 6).join(u' ');
        if (!cells[9].isEmpty())
            person.birth = birthOf(cells[9]);
        rows.append({cells[0], cells[0].section(u'-', 1, 1), prepare(person)});
    }
    return rows;
}

struct Quality
{
    int truePairs = 0;
    int found = 0;
    int right = 0;
    int unblocked = 0; ///< True pairs without a common key.

    double precision() const { return found == 0 ? 0 : static_cast<double>(right) / found; }
    double recall() const { return truePairs == 0 ? 0 : static_cast<double>(right) / truePairs; }
};

Quality measured(const QList<Row> &rows, Level least)
{
    Quality quality;
    QList<Subject> subjects;
    QHash<QString, QList<qsizetype>> people;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        subjects.append(rows[i].subject);
        people[rows[i].truth].append(i);
    }
    for (const Pair &pair : pairs(subjects, least)) {
        ++quality.found;
        quality.right += rows[pair.one].truth == rows[pair.other].truth ? 1 : 0;
    }
    for (const QList<qsizetype> &same : std::as_const(people)) {
        for (qsizetype i = 0; i < same.size(); ++i) {
            for (qsizetype j = i + 1; j < same.size(); ++j) {
                ++quality.truePairs;
                const QList<qint64> mine = blockingKeys(subjects[same[i]]);
                const QList<qint64> theirs = blockingKeys(subjects[same[j]]);
                const bool meet =
                    std::any_of(mine.begin(), mine.end(), [&](qint64 key) { return theirs.contains(key); });
                quality.unblocked += meet ? 0 : 1;
            }
        }
    }
    return quality;
}

} // namespace

class TestLinkageFebrl : public QObject
{
    Q_OBJECT

private slots:
    void pairs_ofEachSet_areFound_data();
    void pairs_ofEachSet_areFound();
};

void TestLinkageFebrl::pairs_ofEachSet_areFound_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("records");
    QTest::addColumn<int>("truePairs");
    QTest::newRow("set 1, on which weights were counted") << QByteArray("dataset1.csv") << 1000 << 500;
    QTest::newRow("set 2, looked at before the last revision of the boundary")
        << QByteArray("dataset2.csv") << 5000 << 1934;
}

void TestLinkageFebrl::pairs_ofEachSet_areFound()
{
    QFETCH(QByteArray, file);
    QFETCH(int, records);
    QFETCH(int, truePairs);
    const QList<Row> rows = rowsOf(file.constData());
    QCOMPARE(rows.size(), records);
    const Quality quality = measured(rows, Level::Likely);
    QTextStream(stdout) << file << ": precision " << quality.precision() << ", recall " << quality.recall() << " ("
                        << quality.right << " of " << quality.truePairs << " pairs found, "
                        << quality.found - quality.right << " wrong, " << quality.unblocked
                        << " without a common key)\n";
    QCOMPARE(quality.truePairs, truePairs);
    QVERIFY(quality.precision() >= 0.99);
    QVERIFY(quality.recall() >= 0.97);
}

QTEST_APPLESS_MAIN(TestLinkageFebrl)
#include "tst_linkagefebrl.moc"
