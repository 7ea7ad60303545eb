#include "base/text/searchkeys.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>

using namespace xinglin;
using Class = SearchQuery::Class;

namespace {

SearchSubject chen()
{
    return {QStringLiteral("陈淑芬"),
            {QStringLiteral("138 1234 5678")},
            QStringLiteral("11010519491231002X"),
            QStringLiteral("A0012846"),
            QStringLiteral("2019-k77")};
}

bool inRange(const QString &key, const SearchRange &range)
{
    const QByteArray k = key.toUtf8();
    return k >= range.from.toUtf8() && k < range.to.toUtf8();
}

bool hits(const QStringList &keys, const QList<SearchRange> &ranges)
{
    return std::any_of(keys.begin(), keys.end(), [&](const QString &key) {
        return std::any_of(ranges.begin(), ranges.end(), [&](const SearchRange &r) { return inRange(key, r); });
    });
}

/// The first tier in which @p subject is found: 1 exact, 2 prefix, 3 inner, 0 nowhere.
int tier(const SearchSubject &subject, const QString &typed)
{
    const QStringList keys = searchKeys(subject);
    const SearchQuery query = classify(typed);
    if (hits(keys, query.exact))
        return 1;
    if (hits(keys, query.prefix))
        return 2;
    return hits(keys, query.inner) ? 3 : 0;
}

} // namespace

class TestSearchKeys : public QObject
{
    Q_OBJECT

private slots:
    void keys_ofAPatient_areTheSchemas()
    {
        const QStringList expected{
            QStringLiteral("N陈淑芬"),      QStringLiteral("n淑芬"),       QStringLiteral("n芬"),
            QStringLiteral("Icsf"),         QStringLiteral("Qchenshufen"), QStringLiteral("qshufen"),
            QStringLiteral("D13812345678"), QStringLiteral("D3812345678"), QStringLiteral("D812345678"),
            QStringLiteral("D12345678"),    QStringLiteral("D2345678"),    QStringLiteral("D345678"),
            QStringLiteral("D45678"),       QStringLiteral("D5678"),       QStringLiteral("D678"),
            QStringLiteral("T87654321"),    QStringLiteral("EX2001321"),   QStringLiteral("cA0012846"),
            QStringLiteral("c0012846"),     QStringLiteral("c12846"),      QStringLiteral("c2019K77"),
            QStringLiteral("c201977")};
        QStringList sorted = expected;
        sorted.sort();
        QCOMPARE(searchKeys(chen()), sorted);
    }

    void find_anyPartAPersonTypes_hitsTheRightTier_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *typed, int expected) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << expected;
        };
        row("陈淑芬", 1);
        row("陈 淑芬", 1);
        row("陈", 2);
        row("淑芬", 3);
        row("芬", 3);
        row("csf", 1);
        row("CS", 2);
        row("chenshufen", 1);
        row("Chen Shu", 2);
        row("chen'shu", 2);
        row("chén", 2);
        row("shufen", 3);
        row("13812345678", 1);
        row("+86 138-1234-5678", 1);
        row("+86 138-12", 3);
        row("5678", 1);
        row("1234", 3);
        row("78", 2);
        row("１３８", 3);
        row("002X", 1);
        row("31002x", 1);
        row("11010519491231002X", 1);
        row("A0012846", 1);
        row("a0012", 2);
        row("12846", 1);
        row("128", 2);
        row("2019-K77", 1);
        row("2019k", 2);
        row("李", 0);
        row("9999", 0);
        row("zhang", 0);
        row("B0012846", 0);
    }
    void find_anyPartAPersonTypes_hitsTheRightTier()
    {
        QFETCH(QString, typed);
        QFETCH(int, expected);
        QCOMPARE(tier(chen(), typed), expected);
    }

    void find_surnameWithTwoReadings_isFoundByBoth()
    {
        const SearchSubject patient{QStringLiteral("单梅"), {}, {}, {}, {}};
        QCOMPARE(tier(patient, QStringLiteral("shanmei")), 1);
        QCOMPARE(tier(patient, QStringLiteral("danmei")), 1);
        QCOMPARE(tier(patient, QStringLiteral("sm")), 1);
        QCOMPARE(tier(patient, QStringLiteral("dm")), 1);
    }

    void find_umlaut_isFoundAsVAsUAndAsItself()
    {
        const SearchSubject patient{QStringLiteral("吕芳"), {}, {}, {}, {}};
        QCOMPARE(tier(patient, QStringLiteral("lvfang")), 1);
        QCOMPARE(tier(patient, QStringLiteral("lufang")), 1);
        QCOMPARE(tier(patient, QStringLiteral("lüfang")), 1);
    }

    void find_foreignNames_byEachWord()
    {
        const SearchSubject john{QStringLiteral("John Müller"), {QStringLiteral("+1 415 555 0100")}, {}, {}, {}};
        QCOMPARE(tier(john, QStringLiteral("john")), 2);
        QCOMPARE(tier(john, QStringLiteral("johnmuller")), 1);
        QCOMPARE(tier(john, QStringLiteral("John Müller")), 1);
        QCOMPARE(tier(john, QStringLiteral("muller")), 3);
        QCOMPARE(tier(john, QStringLiteral("jm")), 1);
        QCOMPARE(tier(john, QStringLiteral("5550100")), 1);
        const SearchSubject uyghur{QStringLiteral("买买提·艾力"), {}, {}, {}, {}};
        QCOMPARE(tier(uyghur, QStringLiteral("买买提艾力")), 1);
        QCOMPARE(tier(uyghur, QStringLiteral("艾力")), 3);
        QCOMPARE(tier(uyghur, QStringLiteral("aili")), 3);
        const SearchSubject ivan{QStringLiteral("Иван"), {}, {}, {}, {}};
        QCOMPARE(tier(ivan, QStringLiteral("иван")), 1);
        QCOMPARE(tier(ivan, QStringLiteral("ivan")), 1);
    }

    void find_passport_wholeOrByItsTail()
    {
        const SearchSubject patient{QStringLiteral("John"), {}, QStringLiteral("E 12345678"), {}, {}};
        QCOMPARE(tier(patient, QStringLiteral("e12345678")), 3);
        QCOMPARE(tier(patient, QStringLiteral("345678")), 1);
        QCOMPARE(tier(patient, QStringLiteral("E12345679")), 0);
    }

    void find_rareCharacter_byTheName()
    {
        const SearchSubject patient{QStringLiteral("王𠮷"), {}, {}, {}, {}};
        QCOMPARE(tier(patient, QStringLiteral("𠮷")), 3);
        QCOMPARE(tier(patient, QStringLiteral("王𠮷")), 1);
    }

    void classify_typed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *typed, Class kind, const char *text) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << static_cast<int>(kind) << QString::fromUtf8(text);
        };
        row("", Class::Empty, "");
        row(" - ", Class::Empty, "");
        row("陈", Class::Name, "陈");
        row("CSF", Class::Letters, "csf");
        row("138-1234", Class::Digits, "1381234");
        row("002x", Class::Digits, "002X");
        row("a12", Class::Number, "A12");
    }
    void classify_typed()
    {
        QFETCH(QString, typed);
        QFETCH(int, kind);
        QFETCH(QString, text);
        const SearchQuery query = classify(typed);
        QCOMPARE(static_cast<int>(query.kind), kind);
        QCOMPARE(query.text, text);
    }

    void classify_oneCharacter_hasNoExactTier()
    {
        for (const char *typed : {"陈", "c", "7"})
            QVERIFY2(classify(QString::fromUtf8(typed)).exact.isEmpty(), typed);
    }

    void next_prefix_isTheFirstTextThatDoesNotBeginWithIt()
    {
        QCOMPARE(next(QStringLiteral("ab")), QStringLiteral("ac"));
        QCOMPARE(next(QStringLiteral("N陈")), QStringLiteral("N陉"));
        QCOMPARE(next(QString(QChar(0xD7FF))), QString(QChar(0xE000)));
        QCOMPARE(next(QString::fromUcs4(U"a\U0010FFFF")), QStringLiteral("b"));
        QCOMPARE(next({}), QString());
    }

    void next_anyTexts_partsPrefixedOnesFromTheRest()
    {
        QVERIFY(rc::check("a key is in [x, next(x)) exactly when it begins with x", [] {
            const auto letters = rc::gen::container<std::u32string>(
                rc::gen::element<char32_t>(U'a', U'b', U'7', U'陈', U'陉', U'𠮷', U'\U00020BB8', U'\xFFFD'));
            const auto x = *letters;
            const auto k = *letters;
            RC_PRE(!x.empty());
            const QString prefix = QString::fromUcs4(x.data(), static_cast<qsizetype>(x.size()));
            const QString key = QString::fromUcs4(k.data(), static_cast<qsizetype>(k.size()));
            RC_ASSERT(inRange(key, {prefix, next(prefix)}) == key.startsWith(prefix));
            RC_ASSERT(inRange(prefix + key, {prefix, next(prefix)}));
        }));
    }

    void keys_anyBytes_areBoundedAndNeverCrash()
    {
        QVERIFY(rc::check("keys of any text", [] {
            const auto units = *rc::gen::container<std::vector<char16_t>>(rc::gen::arbitrary<char16_t>());
            const QString text(reinterpret_cast<const QChar *>(units.data()), static_cast<qsizetype>(units.size()));
            const auto keys = searchKeys({text, {text}, text, text, text});
            for (const QString &key : keys)
                RC_ASSERT(key.size() > 1 && key.size() <= 61);
            const SearchQuery query = classify(text);
            RC_ASSERT((query.kind == Class::Empty) == query.text.isEmpty());
        }));
    }
};

QTEST_GUILESS_MAIN(TestSearchKeys)
#include "tst_searchkeys.moc"
