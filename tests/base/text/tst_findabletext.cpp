#include "base/text/findabletext.h"

#include "base/text/hanlatin.h"

#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;
using namespace Qt::StringLiterals;

class TestFindableText : public QObject
{
    Q_OBJECT

private slots:
    void find_typed_standsThere_data();
    void find_typed_standsThere();
    void find_typed_standsNowhere_data();
    void find_typed_standsNowhere();
    void find_anyPartOfAnyText_isFoundWhereItStands();
    void find_wholePinyinOfAnyPair_isFound();
};

void TestFindableText::find_typed_standsThere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");

    const QString note = u"失眠 3 月，感冒三天；恶寒发热。PSQI 9，服 Clonazepam。"_s;
    const auto row = [](const char *name, const QString &text, const QString &typed, const QString &found) {
        QTest::newRow(name) << text << typed << found;
    };
    row("as written", note, u"感冒"_s, u"感冒"_s);
    row("within a phrase", note, u"发热"_s, u"发热"_s);
    row("initials of a phrase", note, u"gm"_s, u"感冒"_s);
    row("more initials", note, u"gmst"_s, u"感冒三天"_s);
    row("capitals", note, u"GM"_s, u"感冒"_s);
    row("pinyin", note, u"ganmao"_s, u"感冒"_s);
    row("pinyin in syllables", note, u"gan mao"_s, u"感冒"_s);
    row("pinyin within a phrase", note, u"fare"_s, u"发热"_s);
    row("syllable begun", note, u"ganm"_s, u"感冒"_s);
    row("one syllable that begins", note, u"shi"_s, u"失"_s);
    row("a Latin word", note, u"psqi"_s, u"PSQI"_s);
    row("a Latin word begun", note, u"clona"_s, u"Clona"_s);
    row("a word and its number", note, u"psqi 9"_s, u"PSQI 9"_s);
    row("two words apart", note, u"gm psqi"_s, u"感冒"_s);
    row("Chinese words apart", note, u"发热 失眠"_s, u"发热"_s);
    row("outside the basic plane", u"患者𠀋氏"_s, u"𠀋"_s, u"𠀋"_s);
}

void TestFindableText::find_typed_standsThere()
{
    QFETCH(QString, text);
    QFETCH(QString, typed);
    QFETCH(QString, found);
    const TextPlace place = FindableText(text).find(typed);
    QCOMPARE(text.mid(place.at, place.length), found);
}

void TestFindableText::find_typed_standsNowhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing typed") << u"感冒"_s << u" "_s;
    QTest::newRow("nothing to look in") << QString() << u"gm"_s;
    QTest::newRow("initials within a phrase") << u"近日感冒"_s << u"gm"_s;
    QTest::newRow("initials over a stop") << u"感，冒"_s << u"gm"_s;
    QTest::newRow("pinyin over a stop") << u"感，冒"_s << u"ganmao"_s;
    QTest::newRow("one letter of a phrase") << u"近日感冒"_s << u"g"_s;
    QTest::newRow("a syllable within") << u"近日感冒"_s << u"gan"_s;
    QTest::newRow("another pinyin") << u"感冒"_s << u"ganmian"_s;
    QTest::newRow("more than there is") << u"感冒"_s << u"gms"_s;
    QTest::newRow("one of two words") << u"感冒"_s << u"感冒 失眠"_s;
    QTest::newRow("half a pair of surrogates") << QString(QChar(0xD840)) << u"gm"_s;
}

void TestFindableText::find_typed_standsNowhere()
{
    QFETCH(QString, text);
    QFETCH(QString, typed);
    QVERIFY(!FindableText(text).find(typed));
}

void TestFindableText::find_anyPartOfAnyText_isFoundWhereItStands()
{
    QVERIFY(rc::check([] {
        static const QString letters = u"感冒失眠多梦心悸ab9 ，。；"_s;
        QString text;
        const auto drawn =
            *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, int(letters.size()))));
        for (const int one : drawn)
            text += letters.at(one);
        const auto at = *rc::gen::inRange<qsizetype>(0, text.size());
        const QString part = text.sliced(at, *rc::gen::inRange<qsizetype>(1, text.size() - at + 1));
        RC_PRE(part == part.simplified() && !part.isEmpty());
        const TextPlace place = FindableText(text).find(part);
        RC_ASSERT(place.at == text.indexOf(part));
        RC_ASSERT(place.length == part.size());
    }));
}

void TestFindableText::find_wholePinyinOfAnyPair_isFound()
{
    QVERIFY(rc::check([] {
        static const QString han = u"感冒失眠多梦心悸腰痛眩晕咳嗽"_s;
        const auto drawn = *rc::gen::container<std::vector<int>>(6, rc::gen::inRange(0, int(han.size())));
        QString text;
        for (const int one : drawn)
            text += han.at(one);
        const int at = *rc::gen::inRange(0, 5);
        const QString typed = hanReading(text.at(at).unicode()) + hanReading(text.at(at + 1).unicode());
        const TextPlace place = FindableText(text).find(typed);
        RC_ASSERT(bool(place));
        QString read;
        for (const QChar one : text.sliced(place.at, place.length))
            read += hanReading(one.unicode());
        RC_ASSERT(read.startsWith(typed));
    }));
}

QTEST_GUILESS_MAIN(TestFindableText)
#include "tst_findabletext.moc"
