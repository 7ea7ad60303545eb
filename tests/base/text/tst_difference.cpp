#include "base/text/difference.h"

#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;
using Kind = TextPiece::Kind;

namespace {

QString without(const QList<TextPiece> &pieces, Kind kind)
{
    QString text;
    for (const TextPiece &piece : pieces)
        text += piece.kind == kind ? QString() : piece.text;
    return text;
}

/// Few letters, so that texts have much in common.
QString textOf(const std::vector<int> &letters)
{
    static const QStringList alphabet = {QStringLiteral("眠"), QStringLiteral("梦"), QStringLiteral("汗"),
                                         QStringLiteral("a"),  QStringLiteral(" "),  QStringLiteral("12"),
                                         QStringLiteral("𠮷")};
    QString text;
    for (const int letter : letters)
        text += alphabet.at(qAbs(letter) % alphabet.size());
    return text;
}

QString written(const QList<TextPiece> &pieces)
{
    QString text;
    for (const TextPiece &piece : pieces)
        text += piece.kind == Kind::Same ? piece.text
                                         : QLatin1String(piece.kind == Kind::Added ? "+[" : "-[") + piece.text + u']';
    return text;
}

} // namespace

class TestDifference : public QObject
{
    Q_OBJECT

private slots:
    void difference_anyTexts_givesBothBack();
    void difference_ofNotes_isAsAPersonSees_data();
    void difference_ofNotes_isAsAPersonSees();
    void difference_ofVeryLongTexts_endsSoon();
};

void TestDifference::difference_anyTexts_givesBothBack()
{
    const bool held = rc::check("both texts come back, and neighbours differ",
                                [](const std::vector<int> &one, const std::vector<int> &other) {
                                    const QString before = textOf(one);
                                    const QString after = textOf(other);
                                    const QList<TextPiece> pieces = difference(before, after);
                                    RC_ASSERT(without(pieces, Kind::Added) == before);
                                    RC_ASSERT(without(pieces, Kind::Removed) == after);
                                    for (qsizetype i = 1; i < pieces.size(); ++i)
                                        RC_ASSERT(pieces.at(i).kind != pieces.at(i - 1).kind);
                                    RC_ASSERT(difference(before, before).size() <= 1);
                                });
    QVERIFY(held);
}

void TestDifference::difference_ofNotes_isAsAPersonSees_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("the same") << QStringLiteral("多梦") << QStringLiteral("多梦") << QStringLiteral("多梦");
    QTest::newRow("new") << QString() << QStringLiteral("多梦") << QStringLiteral("+[多梦]");
    QTest::newRow("a number as a whole") << QStringLiteral("入睡约 40 分") << QStringLiteral("入睡约 25 分")
                                         << QStringLiteral("入睡约 -[40]+[25] 分");
    QTest::newRow("a decimal as a whole")
        << QStringLiteral("减为 0.5 mg") << QStringLiteral("减为 1.5 mg") << QStringLiteral("减为 -[0.5]+[1.5] mg");
    QTest::newRow("a word added") << QStringLiteral("自汗，乏力。") << QStringLiteral("自汗，心悸，乏力。")
                                  << QStringLiteral("自汗，+[心悸，]乏力。");
    QTest::newRow("a word gone") << QStringLiteral("dry mouth at night") << QStringLiteral("dry mouth")
                                 << QStringLiteral("dry mouth-[ at night]");
}

void TestDifference::difference_ofNotes_isAsAPersonSees()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    QCOMPARE(written(difference(before, after)), expected);
}

void TestDifference::difference_ofVeryLongTexts_endsSoon()
{
    const QString before = QStringLiteral("头") + QString(5000, u'眠') + QStringLiteral("尾");
    const QString after = QStringLiteral("头") + QString(5000, u'梦') + QStringLiteral("尾");
    const QList<TextPiece> pieces = difference(before, after);
    QCOMPARE(pieces.size(), 4);
    QCOMPARE(pieces.first().text, QStringLiteral("头"));
    QCOMPARE(pieces.at(1).kind, Kind::Removed);
    QCOMPARE(pieces.at(2).text.size(), 5000);
}

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_difference.moc"
