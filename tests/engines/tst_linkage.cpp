#include "base/text/idnumber.h"
#include "engines/linkage/likeness.h"
#include "engines/linkage/pairs.h"
#include "engines/linkagepeople.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>
#include <rapidcheck.h>

#include <algorithm>

using namespace xinglin;
using namespace xinglin::linkage;
using Kind = Reason::Kind;

Q_DECLARE_METATYPE(xinglin::linkage::Person)

namespace {

PartialDate day(const char *text)
{
    return *PartialDate::fromText(QString::fromLatin1(text));
}

/// With a right check digit.
QString card(const char *first17)
{
    const QString body = QString::fromLatin1(first17);
    return body + *residentCheckDigit(body);
}

Person named(const QString &name)
{
    Person person;
    person.name = name;
    return person;
}

Person inParts(const QString &given, const QString &family)
{
    Person person;
    person.givenName = given;
    person.familyName = family;
    return person;
}

/// A woman of whom everything is known.
Person shufen()
{
    Person person = named(u"陈淑芬"_qs);
    person.male = false;
    person.birth = day("1968-03-21");
    person.phones = QStringList{u"13858112233"_qs};
    person.documentNumber = card("33010619680321042");
    person.address = u"浙江省杭州市西湖区文三路123号3幢501室"_qs;
    return person;
}

Match matchOf(const Person &one, const Person &other)
{
    return compare(prepare(one), prepare(other));
}

/// The bits that @p kind has; nothing where it is not among the reasons.
std::optional<double> bitsOf(const Match &match, Kind kind)
{
    for (const Reason &reason : match.reasons) {
        if (reason.kind == kind)
            return reason.bits;
    }
    return std::nullopt;
}

/// What the names say, alone.
Kind nameReason(const QString &one, const QString &other)
{
    const Match match = matchOf(named(one), named(other));
    return match.reasons.size() == 1 ? match.reasons.first().kind : Kind::PerhapsTwins;
}

Kind birthReason(const char *one, bool oneLunar, const char *other, bool otherLunar)
{
    Person first;
    first.birth = day(one);
    first.birthLunar = oneLunar;
    Person second;
    second.birth = day(other);
    second.birthLunar = otherLunar;
    const Match match = matchOf(first, second);
    return match.reasons.size() == 1 ? match.reasons.first().kind : Kind::PerhapsTwins;
}

template <class T>
T oneOf(const QList<T> &values)
{
    return values[*rc::gen::inRange<qsizetype>(0, values.size())];
}

/// People who are often alike, each field known or not.
Person anyone()
{
    static const QList<QString> names{
        QString(),        u"陈淑芬"_qs, u"陳淑芬"_qs, u"陈舒芬"_qs,       u"陈淑兰"_qs,        u"王伟"_qs,
        u"单小明"_qs,     u"欧阳娜"_qs, u"伟王"_qs,   u"Chen Shufen"_qs,  u"Anna M. Smith"_qs, u"Smith, Anna"_qs,
        u"Anne Smyth"_qs, u"芬"_qs,     u"·"_qs,      u"阿不都·热合曼"_qs};
    static const QList<QString> phones{u"13858112233"_qs, u"13858112323"_qs, u"15990001234"_qs, u"13800000000"_qs};
    static const QList<QString> births{QString(),        u"1968"_qs,       u"1968-03"_qs,    u"1968-03-21"_qs,
                                       u"1968-02-23"_qs, u"1968-01-01"_qs, u"1986-03-21"_qs, u"1969-05-01"_qs};
    static const QList<QString> documents{
        QString(),      card("33010619680321042"), card("33010619680321044"), u"330106196803210420"_qs, u"E12345678"_qs,
        u"E12345679"_qs};
    static const QList<QString> addresses{QString(), u"杭州市西湖区文三路123号3幢501室"_qs, u"文三路123号3幢502室"_qs,
                                          u"12 Forbes Street Toowoomba 4350"_qs, u"12 forbes st toowoomba"_qs};
    Person person = named(oneOf(names));
    if (const int sex = *rc::gen::inRange(0, 3); sex < 2)
        person.male = sex == 1;
    person.birth = PartialDate::fromText(oneOf(births));
    person.birthLunar = *rc::gen::inRange(0, 4) == 0;
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        person.phones << oneOf(phones);
    person.documentNumber = oneOf(documents);
    person.address = oneOf(addresses);
    return person;
}

bool sameBothWays(const Subject &one, const Subject &other)
{
    return compare(one, other) == compare(other, one);
}

bool holds(const auto &property, const char *what)
{
    return rc::check(what, property);
}

} // namespace

class TestLinkage : public QObject
{
    Q_OBJECT

private slots:
    void likeness_ofKnownWords_isAsPublished();
    void edits_ofTexts_countSwapsAsOne();

    void name_pairs_haveTheirReason_data();
    void name_pairs_haveTheirReason();
    void name_rareOne_weighsMore();
    void name_inTwoParts_mayBeSwapped();
    void name_inLetters_isReadInAnyOrder();
    void birth_pairs_haveTheirReason_data();
    void birth_pairs_haveTheirReason();
    void birth_lunarAfterSolar_isAnother();
    void birth_onTheCard_answersForALunarDate();
    void document_pairs_haveTheirReason();
    void document_oldForm_isTheSame();
    void phone_pairs_haveTheirReason();
    void phone_ofNobody_isNotKnown();
    void address_pairs_haveTheirReason_data();
    void address_pairs_haveTheirReason();
    void sex_other_speaksAgainst();
    void household_phoneAndAddress_countOnce();

    void certain_withItself_whereEnoughIsKnown();
    void certain_byNameBirthAndPhone_withoutContradiction();
    void certain_byDocument_needsTheName();
    void certain_firstOfJanuary_isNoDate();
    void twins_areNeverCertain();
    void twins_oneUnderTheNameOfTheOther_areDoubted();
    void fatherAndSon_arePossibleAtMost();
    void childWithTheParentsCard_isNotCertain();
    void sameNameAndYear_isNotLikely();
    void phoneAlone_isPossible();

    void anyTwo_areComparedAlikeInBothDirections();
    void anyText_isTakenAndComparedInTime();
    void anyTwo_haveReasonsOnlyOfWhatBothKnow();
    void anyOne_withThemselves_hasNothingAgainst();
    void anyTwo_areCertainOnlyWithinTheRules();
    void anyList_pairsAreThoseOfAllPairsWithACommonKey();

    void keys_ofARecord_stayTheSame();
    void keys_ofMistakes_meet_data();
    void keys_ofMistakes_meet();
    void keys_ofABareName_areNone();
    void keys_ofTheDesk_areFew();
    void pairs_progress_canStop();
    void pairs_keyOfEverybody_isPassedOver();
    void words_ofLevelsAndKinds_areApart();
};

void TestLinkage::likeness_ofKnownWords_isAsPublished()
{
    // Winkler's own examples.
    QVERIFY(qAbs(jaroWinkler(u"MARTHA", u"MARHTA") - 0.961) < 0.001);
    QVERIFY(qAbs(jaroWinkler(u"DIXON", u"DICKSONX") - 0.813) < 0.001);
    QVERIFY(qAbs(jaroWinkler(u"DWAYNE", u"DUANE") - 0.840) < 0.001);
    QCOMPARE(jaroWinkler(u"", u"A"), 0.0);
    QCOMPARE(jaroWinkler(u"ab", u"cd"), 0.0);
    QCOMPARE(dice({1, 2, 3}, {2, 3, 4}), 2.0 / 3);
    QCOMPARE(dice({}, {1}), 0.0);
}

void TestLinkage::edits_ofTexts_countSwapsAsOne()
{
    QCOMPARE(edits(u"13858112233", u"13858112233", 2), 0);
    QCOMPARE(edits(u"13858112233", u"13858121233", 2), 1);
    QCOMPARE(edits(u"kitten", u"sitting", 5), 3);
    QCOMPARE(edits(u"kitten", u"sitting", 1), 2);
    QCOMPARE(edits(u"", u"abc", 5), 3);
    QVERIFY(holds(
        [] {
            const auto one = QString::fromStdString(*rc::gen::container<std::string>(rc::gen::inRange('a', 'd')));
            const auto other = QString::fromStdString(*rc::gen::container<std::string>(rc::gen::inRange('a', 'd')));
            RC_ASSERT(edits(one, other, 100) == edits(other, one, 100));
            RC_ASSERT(edits(one, other, 2) == std::min(3, edits(one, other, 100)));
            RC_ASSERT(jaroWinkler(one, other) == jaroWinkler(other, one));
        },
        "distances are the same in both directions"));
}

void TestLinkage::name_pairs_haveTheirReason_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *what, const QString &one, const QString &other, Kind kind) {
        QTest::newRow(what) << one << other << static_cast<int>(kind);
    };
    row("equal", u"陈淑芬"_qs, u"陈 淑芬"_qs, Kind::SameName);
    row("traditional", u"陈淑兰"_qs, u"陳淑蘭"_qs, Kind::SameName);
    row("middle dots", u"阿不都·热合曼"_qs, u"阿不都•热合曼"_qs, Kind::SameName);
    row("middle dot left out", u"阿不都·热合曼"_qs, u"阿不都热合曼"_qs, Kind::SameName);
    row("surname in pinyin", u"陈淑芬"_qs, u"Chen"_qs, Kind::SimilarName);
    row("homophone", u"王亭"_qs, u"王婷"_qs, Kind::SoundAlikeName);
    row("homophone surname", u"张婷"_qs, u"章婷"_qs, Kind::SoundAlikeName);
    row("pinyin", u"陈淑芬"_qs, u"Chen Shufen"_qs, Kind::SoundAlikeName);
    row("pinyin, given first", u"陈淑芬"_qs, u"Shu Fen Chen"_qs, Kind::SoundAlikeName);
    row("pinyin in capitals", u"陈淑芬"_qs, u"CHEN SHU-FEN"_qs, Kind::SoundAlikeName);
    row("u for v", u"吕丽"_qs, u"Lu Li"_qs, Kind::SoundAlikeName);
    row("reading of 单", u"单小明"_qs, u"Shan Xiaoming"_qs, Kind::SoundAlikeName);
    row("other reading of 单", u"单小明"_qs, u"Dan Xiaoming"_qs, Kind::SoundAlikeName);
    row("reading of 覃", u"覃芳"_qs, u"Tan Fang"_qs, Kind::SoundAlikeName);
    row("reading of 朴", u"朴真"_qs, u"Piao Zhen"_qs, Kind::SoundAlikeName);
    row("accent", u"陈淑芬"_qs, u"陈素芬"_qs, Kind::SimilarName);
    row("left out", u"陈淑芬"_qs, u"陈芬"_qs, Kind::SimilarName);
    row("given turned", u"陈淑芬"_qs, u"陈芬淑"_qs, Kind::SimilarName);
    row("a character twice", u"陈陈陈"_qs, u"陈陈单"_qs, Kind::OtherName);
    row("surname last", u"王伟"_qs, u"伟王"_qs, Kind::SimilarName);
    row("other person", u"陈淑芬"_qs, u"李建国"_qs, Kind::OtherName);
    row("other given name", u"陈淑芬"_qs, u"陈大明"_qs, Kind::OtherName);
    row("English name", u"陈淑芬"_qs, u"Amy Chen"_qs, Kind::OtherName);
    row("letters", u"Anna Smith"_qs, u"anna smith"_qs, Kind::SameName);
    row("order", u"Anna Smith"_qs, u"Smith, Anna"_qs, Kind::SameName);
    row("order without comma", u"Anna Smith"_qs, u"Smith Anna"_qs, Kind::SimilarName);
    row("middle initial", u"Anna Smith"_qs, u"Anna M. Smith"_qs, Kind::SimilarName);
    row("accents", u"Zoë Müller"_qs, u"Zoe Muller"_qs, Kind::SameName);
    row("a letter wrong", u"Anna Smith"_qs, u"Anna Smyth"_qs, Kind::SimilarName);
    row("short form", u"Alexander Smith"_qs, u"Alexandra Smith"_qs, Kind::SimilarName);
    row("other in letters", u"Anna Smith"_qs, u"Robert Jones"_qs, Kind::OtherName);
}

void TestLinkage::name_pairs_haveTheirReason()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(int, kind);
    QCOMPARE(toText(nameReason(one, other)), toText(static_cast<Kind>(kind)));
    QCOMPARE(toText(nameReason(other, one)), toText(static_cast<Kind>(kind)));
}

void TestLinkage::name_rareOne_weighsMore()
{
    const auto bits = [](const QString &name) { return matchOf(named(name), named(name)).score; };
    QVERIFY(bits(u"王伟"_qs) < bits(u"覃伟"_qs));
    QVERIFY(bits(u"王伟"_qs) < bits(u"王懿"_qs));
    QVERIFY(bits(u"王伟"_qs) < bits(u"王淑芬"_qs));
    // 张伟: some 290,000 of 1,400 million; 李秀英 about 200,000.
    QVERIFY(qAbs(bits(u"张伟"_qs) - 12) < 1.5);
    QVERIFY(qAbs(bits(u"李秀英"_qs) - 12.8) < 1.5);
}

void TestLinkage::name_inTwoParts_mayBeSwapped()
{
    const Match straight = matchOf(inParts(u"tiana"_qs, u"luchetti"_qs), inParts(u"tiana"_qs, u"luchetti"_qs));
    const Match swapped = matchOf(inParts(u"tiana"_qs, u"luchetti"_qs), inParts(u"luchetti"_qs, u"tiana"_qs));
    QVERIFY(straight.has(Kind::SameName));
    QVERIFY(swapped.has(Kind::SimilarName));
    QVERIFY(swapped.score > 12 && swapped.score < straight.score);
    const Match han = matchOf(inParts(u"淑芬"_qs, u"陈"_qs), inParts(u"陈"_qs, u"淑芬"_qs));
    QVERIFY(han.has(Kind::SimilarName));
    QVERIFY(han.score > 10);
    // A part that is not known says nothing.
    QVERIFY(matchOf(inParts(QString(), u"waller"_qs), inParts(u"jamilla"_qs, u"waller"_qs)).has(Kind::SameName));
    QVERIFY(matchOf(inParts(QString(), u"waller"_qs), inParts(u"jamilla"_qs, QString())).reasons.isEmpty());
}

void TestLinkage::name_inLetters_isReadInAnyOrder()
{
    QCOMPARE(matchOf(named(u"陈淑芬"_qs), inParts(u"Shufen"_qs, u"Chen"_qs)).score,
             matchOf(named(u"陈淑芬"_qs), inParts(u"Chen"_qs, u"Shufen"_qs)).score);
}

void TestLinkage::birth_pairs_haveTheirReason_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<bool>("oneLunar");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("otherLunar");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *what, const char *one, bool oneLunar, const char *other, bool otherLunar,
                        Kind kind) {
        QTest::newRow(what) << QByteArray(one) << oneLunar << QByteArray(other) << otherLunar << static_cast<int>(kind);
    };
    row("equal", "1968-03-21", false, "1968-03-21", false, Kind::SameBirth);
    row("both lunar", "1968-03-21", true, "1968-03-21", true, Kind::SameBirth);
    row("calendar forgotten", "1968-03-21", false, "1968-03-21", true, Kind::NearBirth);
    row("lunar and solar", "1968-02-23", true, "1968-03-21", false, Kind::NearBirth);
    row("lunar in the year before", "1968-12-10", true, "1969-01-27", false, Kind::NearBirth);
    row("day and month swapped", "1968-03-04", false, "1968-04-03", false, Kind::NearBirth);
    row("digit wrong", "1968-03-21", false, "1968-03-27", false, Kind::NearBirth);
    row("digits swapped", "1968-03-21", false, "1986-03-21", false, Kind::NearBirth);
    row("same year", "1968-03-21", false, "1968-10-05", false, Kind::NearBirth);
    row("only the year", "1968", false, "1968-10-05", false, Kind::SameBirth);
    row("only the month", "1968-10", false, "1968-10-05", false, Kind::SameBirth);
    row("other month", "1968-10", false, "1968-09-05", false, Kind::NearBirth);
    row("a year beside", "1969", false, "1968-10-05", false, Kind::NearBirth);
    row("other year", "1972", false, "1968-10-05", false, Kind::OtherBirth);
    row("other day", "1972-05-14", false, "1968-10-05", false, Kind::OtherBirth);
    row("first of January for a year", "1968-01-01", false, "1968-10-05", false, Kind::NearBirth);
}

void TestLinkage::birth_pairs_haveTheirReason()
{
    QFETCH(QByteArray, one);
    QFETCH(bool, oneLunar);
    QFETCH(QByteArray, other);
    QFETCH(bool, otherLunar);
    QFETCH(int, kind);
    QCOMPARE(toText(birthReason(one.constData(), oneLunar, other.constData(), otherLunar)),
             toText(static_cast<Kind>(kind)));
    QCOMPARE(toText(birthReason(other.constData(), otherLunar, one.constData(), oneLunar)),
             toText(static_cast<Kind>(kind)));
}

void TestLinkage::birth_lunarAfterSolar_isAnother()
{
    // The Chinese year begins later, so that its dates come before the solar ones and never after.
    QCOMPARE(birthReason("1971-06-21", true, "1971-08-02", false), Kind::NearBirth);
    Person lunar;
    lunar.birth = day("1971-06-21");
    lunar.birthLunar = true;
    Person solar;
    solar.birth = day("1971-05-12");
    QVERIFY(matchOf(lunar, solar).score < 0);
}

void TestLinkage::birth_onTheCard_answersForALunarDate()
{
    Person lunar = shufen();
    lunar.birth = day("1968-02-23");
    lunar.birthLunar = true;
    Person solar = shufen();
    solar.documentNumber.clear();
    QVERIFY(matchOf(lunar, solar).has(Kind::SameBirth));
    // Without a birth date the card has one.
    lunar.birth.reset();
    lunar.birthLunar = false;
    QVERIFY(matchOf(lunar, solar).has(Kind::SameBirth));
}

void TestLinkage::document_pairs_haveTheirReason()
{
    const auto reason = [](const QString &one, const QString &other) -> std::optional<Kind> {
        Person first;
        first.documentNumber = one;
        first.birth = day("1968");
        first.male = true;
        Person second = first;
        second.documentNumber = other;
        for (const Reason &found : matchOf(first, second).reasons) {
            if (found.kind <= Kind::OtherDocument)
                return found.kind;
        }
        return std::nullopt;
    };
    const QString valid = card("33010619680321042");
    QCOMPARE(reason(valid, valid.toLower()), Kind::SameDocument);
    QString wrong = valid;
    std::swap(wrong[12], wrong[13]);
    QCOMPARE(reason(valid, wrong), Kind::SimilarDocument);
    QCOMPARE(reason(wrong, valid), Kind::SimilarDocument);
    QCOMPARE(reason(valid, card("33010619680321044")), Kind::OtherDocument);
    QCOMPARE(reason(u"E12345678"_qs, u"E12345678"_qs), Kind::SameDocument);
    QCOMPARE(reason(u"E12345678"_qs, u"E99945671"_qs), Kind::OtherDocument);
    // A passport and a resident card; a number that is none.
    QCOMPARE(reason(valid, u"E12345678"_qs), std::nullopt);
    QCOMPARE(reason(u"00000000"_qs, u"00000000"_qs), std::nullopt);
    QCOMPARE(reason(u"无"_qs, u"无"_qs), std::nullopt);
}

void TestLinkage::document_oldForm_isTheSame()
{
    Person first = shufen();
    Person second = shufen();
    second.documentNumber = first.documentNumber.left(6) + first.documentNumber.mid(8, 9);
    QVERIFY(matchOf(first, second).has(Kind::SameDocument));
}

void TestLinkage::phone_pairs_haveTheirReason()
{
    const auto reason = [](const QStringList &one, const QStringList &other) {
        Person first;
        first.phones = one;
        Person second;
        second.phones = other;
        return matchOf(first, second).reasons.value(0).kind;
    };
    QCOMPARE(reason({u"13858112233"_qs, u"057112345678"_qs}, {u"057112345678"_qs}), Kind::SamePhone);
    QCOMPARE(reason({u"13858112233"_qs}, {u"13858112323"_qs}), Kind::SimilarPhone);
    QCOMPARE(reason({u"13858112233"_qs}, {u"15990001234"_qs}), Kind::OtherPhone);
}

void TestLinkage::phone_ofNobody_isNotKnown()
{
    Person person;
    person.phones = {u"13800000000"_qs, u"1111111"_qs, u"12"_qs, u"13888888888"_qs};
    QVERIFY(matchOf(person, person).reasons.isEmpty());
    QVERIFY(blockingKeys(prepare(person)).isEmpty());
}

void TestLinkage::address_pairs_haveTheirReason_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<int>("kind"); ///< -1: none
    const auto row = [](const char *what, const QString &one, const QString &other, int kind) {
        QTest::newRow(what) << one << other << kind;
    };
    const QString home = u"浙江省杭州市西湖区文三路123号3幢501室"_qs;
    row("without the town", home, u"文三路123号3幢501室"_qs, static_cast<int>(Kind::SameAddress));
    row("traditional and full width", home, u"浙江省杭州市西湖區文三路１２３號３幢５０１室"_qs,
        static_cast<int>(Kind::SameAddress));
    row("neighbour", home, u"杭州市西湖区文三路123号3幢502室"_qs, static_cast<int>(Kind::SimilarAddress));
    row("only the town in common", home, u"浙江省杭州市西湖区古墩路45弄"_qs, static_cast<int>(Kind::OtherAddress));
    row("the town alone", home, u"浙江省杭州市"_qs, -1);
    row("letters", u"12 Forbes Street Toowoomba QLD 4350"_qs, u"12 forbs street toowoomba 4350"_qs,
        static_cast<int>(Kind::SameAddress));
    row("other letters", u"12 Forbes Street Toowoomba QLD 4350"_qs, u"7 Walker Crescent Erindale 2810"_qs,
        static_cast<int>(Kind::OtherAddress));
    row("two scripts", home, u"123 Wensan Road, Hangzhou"_qs, -1);
}

void TestLinkage::address_pairs_haveTheirReason()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(int, kind);
    Person first;
    first.address = one;
    Person second;
    second.address = other;
    for (const Match &match : {matchOf(first, second), matchOf(second, first)}) {
        QCOMPARE(match.reasons.size(), kind < 0 ? 0 : 1);
        if (kind >= 0)
            QCOMPARE(toText(match.reasons.first().kind), toText(static_cast<Kind>(kind)));
    }
}

void TestLinkage::sex_other_speaksAgainst()
{
    Person man;
    man.male = true;
    Person woman;
    woman.male = false;
    QVERIFY(bitsOf(matchOf(man, woman), Kind::OtherSex).value_or(1) < 0);
    QVERIFY(bitsOf(matchOf(man, man), Kind::SameSex).value_or(-1) > 0);
    // The card knows it where nobody said it.
    Person byCard;
    byCard.documentNumber = card("33010619680321042");
    QVERIFY(matchOf(byCard, man).has(Kind::OtherSex));
}

void TestLinkage::household_phoneAndAddress_countOnce()
{
    Person home;
    home.phones = QStringList{u"13858112233"_qs};
    const double phone = matchOf(home, home).score;
    home.address = u"文三路123号3幢501室"_qs;
    const double both = matchOf(home, home).score;
    home.phones.clear();
    const double address = matchOf(home, home).score;
    QVERIFY(both > phone);
    QVERIFY(both < phone + address);
}

void TestLinkage::certain_withItself_whereEnoughIsKnown()
{
    const Person whole = shufen();
    const auto level = [](const Person &person) { return matchOf(person, person).level; };
    QCOMPARE(level(whole), Level::Certain);
    Person less = whole;
    less.documentNumber.clear();
    less.address.clear();
    less.male.reset();
    QCOMPARE(level(less), Level::Certain);
    less.phones.clear();
    QCOMPARE(level(less), Level::Likely);
    less.birth.reset();
    QCOMPARE(level(less), Level::Possible);
    less.documentNumber = whole.documentNumber;
    QCOMPARE(level(less), Level::Certain);
    less.name.clear();
    QCOMPARE(level(less), Level::Likely);
    QCOMPARE(level(Person()), Level::None);
}

void TestLinkage::certain_byNameBirthAndPhone_withoutContradiction()
{
    Person one = shufen();
    one.documentNumber.clear();
    QCOMPARE(matchOf(one, shufen()).level, Level::Certain);
    Person man = one;
    man.male = true;
    QVERIFY(matchOf(one, man).level < Level::Certain);
    Person other = one;
    other.documentNumber = card("33010619680321044");
    QVERIFY(matchOf(shufen(), other).level < Level::Likely);
    Person lunar = one;
    lunar.birthLunar = true;
    QVERIFY(matchOf(one, lunar).level < Level::Certain);
    Person month = one;
    month.birth = day("1968-03");
    QVERIFY(matchOf(month, month).level < Level::Certain);
    Person homophone = one;
    homophone.name = u"陈舒芬"_qs;
    QCOMPARE(matchOf(one, homophone).level, Level::Likely);
    Person surname = one;
    surname.name = u"陈"_qs;
    QVERIFY(matchOf(one, surname).level < Level::Certain);
    Person half = inParts(QString(), u"Smith"_qs);
    half.birth = one.birth;
    half.phones = one.phones;
    QVERIFY(matchOf(half, half).level < Level::Certain);
    half.givenName = u"Anna"_qs;
    QCOMPARE(matchOf(half, half).level, Level::Certain);
}

void TestLinkage::certain_byDocument_needsTheName()
{
    Person one;
    one.name = u"陈淑芬"_qs;
    one.documentNumber = card("33010619680321042");
    Person other = one;
    other.name = u"陳淑芬"_qs;
    QCOMPARE(matchOf(one, other).level, Level::Certain);
    other.name = u"Chen Shufen"_qs;
    QCOMPARE(matchOf(one, other).level, Level::Certain);
    other.name = u"陈淑兰"_qs;
    QVERIFY(matchOf(one, other).level < Level::Certain);
    other.name.clear();
    QVERIFY(matchOf(one, other).level < Level::Certain);
    // A passport has no check digit: the birth date must agree as well.
    Person traveller = named(u"Anna Smith"_qs);
    traveller.documentNumber = u"E12345678"_qs;
    QVERIFY(matchOf(traveller, traveller).level < Level::Certain);
    traveller.birth = day("1968-03-21");
    QCOMPARE(matchOf(traveller, traveller).level, Level::Certain);
}

void TestLinkage::certain_firstOfJanuary_isNoDate()
{
    Person one = shufen();
    one.documentNumber.clear();
    one.birth = day("1968-01-01");
    QCOMPARE(matchOf(one, one).level, Level::Likely);
}

void TestLinkage::twins_areNeverCertain()
{
    Person elder = shufen();
    elder.documentNumber.clear();
    for (const QString &name : {u"陈淑兰"_qs, u"陈美玉"_qs, u"陈舒芬"_qs, u"陈芬"_qs, u"陈淑"_qs}) {
        Person younger = elder;
        younger.name = name;
        QVERIFY2(matchOf(elder, younger).level < Level::Certain, qPrintable(name));
        Person withCards = younger;
        withCards.documentNumber = card("33010619680321044");
        QVERIFY2(matchOf(shufen(), withCards).level < Level::Likely, qPrintable(name));
    }
    Person younger = elder;
    younger.name = u"陈淑兰"_qs;
    QVERIFY(matchOf(elder, younger).has(Kind::PerhapsTwins));
    QVERIFY(matchOf(elder, younger).level < Level::Likely);
    Person anna = inParts(u"Anna"_qs, u"Smith"_qs);
    anna.birth = elder.birth;
    anna.phones = elder.phones;
    anna.address = u"12 Forbes Street Toowoomba"_qs;
    Person emma = anna;
    emma.givenName = u"Emma"_qs;
    QVERIFY(matchOf(anna, emma).level < Level::Certain);
}

void TestLinkage::twins_oneUnderTheNameOfTheOther_areDoubted()
{
    Person elder = named(u"刘钧"_qs);
    elder.birth = day("1986-07-20");
    elder.phones = QStringList{u"15776113587"_qs};
    Person younger = elder;
    younger.name = u"刘军"_qs;
    Person father = elder;
    father.name = u"刘大明"_qs;
    father.birth = day("1960-02-03");
    const Subject record = prepare(elder);
    // Two alone cannot be told apart; nor does a father cast doubt.
    QCOMPARE(compare(record, record).level, Level::Certain);
    QCOMPARE(compareAmong(record, {record, prepare(father)}).first().level, Level::Certain);
    QCOMPARE(pairs({record, record, prepare(father)}, Level::Certain).size(), 1);
    QCOMPARE(compareAmong(record, {record, prepare(younger)}).first().level, Level::Likely);
    QVERIFY(pairs({record, record, prepare(younger)}, Level::Certain).isEmpty());
    QCOMPARE(pairs({record, record, prepare(younger)}, Level::Likely).size(), 3);
    // One document is one person, twin or not; and a twin may be named quite differently.
    Person withCard = elder;
    withCard.documentNumber = card("33010619860720041");
    const Subject known = prepare(withCard);
    QCOMPARE(compareAmong(known, {known, prepare(younger)}).first().level, Level::Certain);
    younger.name = u"刘美玉"_qs;
    QVERIFY(maybeTwins(compare(record, prepare(younger))));
    QVERIFY(!maybeTwins(compare(record, prepare(father))));
    QVERIFY(!maybeTwins(compare(record, record)));
}

void TestLinkage::fatherAndSon_arePossibleAtMost()
{
    Person father = named(u"覃志强"_qs);
    father.male = true;
    father.birth = day("1960-05-14");
    father.phones = QStringList{u"13858112233"_qs};
    father.address = u"文三路123号3幢501室"_qs;
    for (const QString &name : {u"覃小明"_qs, u"覃志刚"_qs, u"覃强"_qs}) {
        Person son = father;
        son.name = name;
        son.birth = day("1988-11-02");
        QVERIFY2(matchOf(father, son).level < Level::Likely, qPrintable(name));
        son.birth.reset();
        QVERIFY2(matchOf(father, son).level < Level::Likely, qPrintable(name));
    }
}

void TestLinkage::childWithTheParentsCard_isNotCertain()
{
    Person child = named(u"陈小宝"_qs);
    child.male = true;
    child.birth = day("2019-06-01");
    child.phones = shufen().phones;
    child.documentNumber = shufen().documentNumber;
    QVERIFY(matchOf(child, shufen()).level < Level::Likely);
    Person brother = shufen();
    brother.name = u"陈淑英"_qs;
    QVERIFY(matchOf(brother, shufen()).level < Level::Certain);
}

void TestLinkage::sameNameAndYear_isNotLikely()
{
    Person one = named(u"覃懿德"_qs);
    one.birth = day("1968");
    one.male = true;
    QCOMPARE(matchOf(one, one).level, Level::Possible);
    one.birth = day("1968-03-21");
    QCOMPARE(matchOf(one, one).level, Level::Likely);
}

void TestLinkage::phoneAlone_isPossible()
{
    Person typed;
    typed.phones = QStringList{u"13858112233"_qs};
    QCOMPARE(matchOf(typed, shufen()).level, Level::Possible);
    QVERIFY(blockingKeys(prepare(shufen())).contains(blockingKeys(prepare(typed)).value(0)));
}

void TestLinkage::anyTwo_areComparedAlikeInBothDirections()
{
    QVERIFY(holds(
        [] {
            const Subject one = prepare(anyone());
            const Subject other = prepare(anyone());
            for (int i = 0; i < 30; ++i)
                RC_ASSERT(sameBothWays(prepare(anyone()), prepare(anyone())));
            const Match match = compare(one, other);
            RC_ASSERT(match == compare(other, one));
            double sum = 0;
            for (const Reason &reason : match.reasons)
                sum += reason.bits;
            RC_ASSERT(qAbs(sum - match.score) < 1e-9);
            RC_ASSERT(std::is_sorted(match.reasons.begin(), match.reasons.end(),
                                     [](const auto &a, const auto &b) { return qAbs(a.bits) > qAbs(b.bits); }));
        },
        "compare(a, b) is compare(b, a)"));
}

void TestLinkage::anyText_isTakenAndComparedInTime()
{
    QVERIFY(holds(
        [] {
            // Han, letters, marks, dots, digits, halves of characters beyond the basic plane.
            static const QString alphabet(u"陈單阿々⺀·•.,-'（） aZé\u0301ßЯتไ１0９5X\xD842\xDFB7😀\n"_qs);
            const auto text = [](qsizetype longest) {
                QString made;
                for (qsizetype left = *rc::gen::inRange<qsizetype>(0, longest); left > 0; --left)
                    made += alphabet[*rc::gen::inRange<qsizetype>(0, alphabet.size())];
                return made;
            };
            const auto made = [&] {
                Person person;
                person.name = text(12);
                person.givenName = *rc::gen::inRange(0, 3) == 0 ? text(6) : QString();
                person.familyName = *rc::gen::inRange(0, 3) == 0 ? text(6) : QString();
                person.phones << text(15);
                person.documentNumber = text(20);
                person.address = text(30);
                return prepare(person);
            };
            const Subject one = made();
            const Subject other = made();
            RC_ASSERT(compare(one, other) == compare(other, one));
            for (const Reason &reason : compare(one, one).reasons)
                RC_ASSERT(reason.bits > 0);
            RC_ASSERT(blockingKeys(one).size() <= 13);
        },
        "whatever is typed can be compared"));
    Person odd; // a name of which nothing is known for its weight
    odd.name = u"陈"_qs.repeated(9);
    odd.givenName = u"⺀"_qs + QChar(0xDFB7);
    for (const Reason &reason : matchOf(odd, odd).reasons)
        QVERIFY2(reason.bits > 0, qPrintable(QString::number(int(reason.kind))));
    Person endless;
    endless.name = u"陈a "_qs.repeated(50'000);
    endless.address = u"街1 "_qs.repeated(50'000);
    endless.documentNumber = u"A1B2C3"_qs.repeated(50'000);
    endless.phones = QStringList{u"1385811223"_qs.repeated(50'000)};
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 100; ++i)
        QVERIFY(matchOf(endless, endless).score > 0);
    QVERIFY(timer.elapsed() < 20'000);
}

void TestLinkage::anyTwo_haveReasonsOnlyOfWhatBothKnow()
{
    QVERIFY(holds(
        [] {
            const Person whole = anyone();
            const Subject other = prepare(anyone());
            const auto lacks = [&](const Person &less, std::initializer_list<Kind> kinds) {
                const Match match = compare(prepare(less), other);
                for (const Kind kind : kinds)
                    RC_ASSERT(!match.has(kind));
            };
            Person less = whole;
            less.name.clear();
            lacks(less, {Kind::SameName, Kind::SoundAlikeName, Kind::SimilarName, Kind::OtherName});
            less = whole;
            less.phones.clear();
            lacks(less, {Kind::SamePhone, Kind::SimilarPhone, Kind::OtherPhone});
            less = whole;
            less.address.clear();
            lacks(less, {Kind::SameAddress, Kind::SimilarAddress, Kind::OtherAddress});
            less = whole;
            less.documentNumber.clear();
            lacks(less, {Kind::SameDocument, Kind::SimilarDocument, Kind::OtherDocument});
            less.birth.reset();
            lacks(less, {Kind::SameBirth, Kind::NearBirth, Kind::OtherBirth, Kind::PerhapsTwins});
            less.male.reset();
            lacks(less, {Kind::SameSex, Kind::OtherSex});
            RC_ASSERT(compare(prepare(Person()), other) == Match());
        },
        "what is not known says nothing"));
}

void TestLinkage::anyOne_withThemselves_hasNothingAgainst()
{
    QVERIFY(holds(
        [] {
            const Subject one = prepare(anyone());
            for (const Reason &reason : compare(one, one).reasons)
                RC_ASSERT(reason.bits > 0);
        },
        "nothing speaks against a record and itself"));
}

void TestLinkage::anyTwo_areCertainOnlyWithinTheRules()
{
    QVERIFY(holds(
        [] {
            const Subject one = prepare(anyone());
            const Subject other = *rc::gen::inRange(0, 3) == 0 ? one : prepare(anyone());
            const Match match = compare(one, other);
            if (match.level != Level::Certain)
                return;
            RC_ASSERT(match.score >= likelyFrom);
            RC_ASSERT(!match.has(Kind::OtherSex));
            RC_ASSERT(!match.has(Kind::OtherDocument));
            RC_ASSERT(!match.has(Kind::OtherBirth));
            RC_ASSERT(!match.has(Kind::PerhapsTwins));
            const bool named = match.has(Kind::SameName) || match.has(Kind::SoundAlikeName);
            RC_ASSERT(named);
            if (!match.has(Kind::SameDocument)) {
                RC_ASSERT(match.has(Kind::SameName));
                RC_ASSERT(match.has(Kind::SamePhone));
                RC_ASSERT(one.birth->isFull());
                RC_ASSERT(one.birth == other.birth);
            }
        },
        "certain is never by weight alone"));
}

void TestLinkage::anyList_pairsAreThoseOfAllPairsWithACommonKey()
{
    QVERIFY(holds(
        [] {
            QList<Subject> subjects;
            for (int i = *rc::gen::inRange(0, 25); i > 0; --i)
                subjects << prepare(anyone());
            QList<Pair> all;
            QSet<qsizetype> twins;
            for (qsizetype i = 0; i < subjects.size(); ++i) {
                const QList<qint64> mine = blockingKeys(subjects[i]);
                for (qsizetype j = i + 1; j < subjects.size(); ++j) {
                    const QList<qint64> theirs = blockingKeys(subjects[j]);
                    const bool meet =
                        std::any_of(mine.begin(), mine.end(), [&](qint64 key) { return theirs.contains(key); });
                    const Match match = compare(subjects[i], subjects[j]);
                    if (meet && maybeTwins(match))
                        twins << i << j;
                    if (meet && match.level >= Level::Possible)
                        all << Pair{i, j, match};
                }
            }
            for (Pair &pair : all) {
                const bool doubted = twins.contains(pair.one) || twins.contains(pair.other);
                if (doubted && pair.match.level == Level::Certain && !pair.match.has(Kind::SameDocument))
                    pair.match.level = Level::Likely;
            }
            RC_ASSERT(pairs(subjects, Level::Possible) == all);
        },
        "pairs() finds what looking at all pairs finds"));
}

void TestLinkage::keys_ofARecord_stayTheSame()
{
    // They are stored: what another version would call them finds nothing any more.
    const QList<qint64> golden{-8577765173343123067, -5178177574320858636, -4836361267815561287, -461242879057921943,
                               -339116495814796066,  6340853504394553868,  9205355829278065601};
    QCOMPARE(blockingKeys(prepare(shufen())), golden);
    Person abroad = inParts(u"Anna"_qs, u"Smith"_qs);
    abroad.birth = day("1968");
    abroad.address = u"12 Forbes Street Toowoomba 4350"_qs;
    const QList<qint64> goldenAbroad{-7701626666299908197, -7283174525521556077, -761108911776724159,
                                     916099081666248641,   5367411759907454539,  5737097342525491756,
                                     9210789337975835332};
    QCOMPARE(blockingKeys(prepare(abroad)), goldenAbroad);
}

void TestLinkage::keys_ofMistakes_meet_data()
{
    QTest::addColumn<Person>("other");
    Person bare = shufen();
    bare.documentNumber.clear();
    bare.address.clear();
    const auto row = [&](const char *what, auto change) {
        Person person = bare;
        change(person);
        QTest::newRow(what) << person;
    };
    row("other phone", [](Person &p) { p.phones = {u"15990001234"_qs}; });
    row("no phone, homophone", [](Person &p) {
        p.phones.clear();
        p.name = u"陈舒芬"_qs;
    });
    row("no phone, accent, only the year", [](Person &p) {
        p.phones.clear();
        p.name = u"陈素芬"_qs;
        p.birth = day("1968");
    });
    row("no phone, no birth", [](Person &p) {
        p.phones.clear();
        p.birth.reset();
    });
    row("no phone, birth swapped", [](Person &p) {
        p.phones.clear();
        p.birth = day("1968-03-12");
    });
    row("no phone, pinyin", [](Person &p) {
        p.phones.clear();
        p.name = u"Shufen Chen"_qs;
    });
    row("no phone, short name, year wrong", [](Person &p) {
        p.phones.clear();
        p.birth = day("1986-03-21");
    });
    row("other name, card", [](Person &p) {
        p = named(u"陈某"_qs);
        p.documentNumber = shufen().documentNumber;
    });
    row("other surname, door", [](Person &p) {
        p = named(u"程淑芬"_qs);
        p.address = u"西湖区文三路123号3幢501室"_qs;
    });
}

void TestLinkage::keys_ofMistakes_meet()
{
    QFETCH(Person, other);
    const QList<qint64> mine = blockingKeys(prepare(shufen()));
    const QList<qint64> theirs = blockingKeys(prepare(other));
    QVERIFY(std::any_of(mine.begin(), mine.end(), [&](qint64 key) { return theirs.contains(key); }));
}

void TestLinkage::keys_ofABareName_areNone()
{
    QVERIFY(blockingKeys(prepare(named(u"王伟"_qs))).isEmpty());
    QVERIFY(blockingKeys(prepare(Person())).isEmpty());
}

void TestLinkage::keys_ofTheDesk_areFew()
{
    SeededRandom random(7);
    qsizetype keys = 0;
    const QList<test::LinkageRecord> records = test::linkageRecords(random, 500);
    for (const test::LinkageRecord &record : records) {
        const QList<qint64> own = blockingKeys(prepare(record.person));
        QVERIFY(own.size() <= 13);
        QVERIFY(std::is_sorted(own.begin(), own.end()));
        QCOMPARE(QSet<qint64>(own.begin(), own.end()).size(), own.size());
        keys += own.size();
    }
    QVERIFY(keys <= 7 * records.size());
}

void TestLinkage::pairs_progress_canStop()
{
    const QList<Subject> same(600, prepare(shufen()));
    qsizetype told = 0;
    qsizetype whole = 0;
    const QList<Pair> all = pairs(same, Level::Certain, [&](qsizetype done, qsizetype total) {
        told = done;
        whole = total;
        return true;
    });
    QCOMPARE(all.size(), 600 * 599 / 2);
    QVERIFY(whole > 0);
    QCOMPARE(told, whole);
    QList<Subject> different;
    for (int i = 0; i < 3000; ++i) {
        Person person = shufen();
        person.documentNumber = u"D%1"_qs.arg(1234567 + i / 2);
        person.phones.clear();
        person.birth.reset();
        person.name.clear();
        person.address.clear();
        different << prepare(person);
    }
    int asked = 0;
    const QList<Pair> some = pairs(different, Level::None, [&](qsizetype, qsizetype) { return ++asked < 0; });
    QCOMPARE(asked, 1);
    // What was not seen may hold a twin.
    Person bare = shufen();
    bare.documentNumber.clear();
    const QList<Subject> many(200, prepare(bare));
    QVERIFY(pairs(many, Level::Certain, [](qsizetype, qsizetype) { return false; }).isEmpty());
    QVERIFY(some.size() <= 1500);
}

void TestLinkage::pairs_keyOfEverybody_isPassedOver()
{
    QList<Subject> subjects;
    for (int i = 0; i <= widestBlock; ++i) {
        Person person = named(u"王伟"_qs);
        person.phones = QStringList{u"13858112233"_qs};
        if (i < 2)
            person.birth = day("1968-03-21");
        subjects << prepare(person);
    }
    const QList<Pair> found = pairs(subjects, Level::Possible);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().one, 0);
    QCOMPARE(found.first().other, 1);
}

void TestLinkage::words_ofLevelsAndKinds_areApart()
{
    QSet<QString> words;
    for (int kind = 0; kind <= static_cast<int>(Kind::PerhapsTwins); ++kind)
        words << toText(static_cast<Kind>(kind));
    QCOMPARE(words.size(), static_cast<int>(Kind::PerhapsTwins) + 1);
    QVERIFY(!words.contains(QString()));
    QCOMPARE(toText(Level::None), u"none"_qs);
    QCOMPARE(toText(Level::Possible), u"possible"_qs);
    QCOMPARE(toText(Level::Likely), u"likely"_qs);
    QCOMPARE(toText(Level::Certain), u"certain"_qs);
}

QTEST_APPLESS_MAIN(TestLinkage)
#include "tst_linkage.moc"
