#include "clinic/catalog/catalog.h"
#include "clinic/prescription/prices.h"
#include "support/testclinic.h"

#include <QTest>

#include <rapidcheck.h>

using namespace xinglin;
using namespace xinglin::test;

__extension__ typedef __int128 Wide; // sums that no 64 bits are asked to hold

/// The clinic's price list and what a prescription costs by it.
class TestPrices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto loaded = Catalog::load();
        QVERIFY(loaded.ok());
        catalog = *loaded;
    }

    void amount_typed_isExactFen_data();
    void amount_typed_isExactFen();
    void piece_otherName_hasThePriceOfItsPiece();
    void paste_anyLine_isAccountedFor();
    void total_lineWithoutPrice_isCountedAsNone();
    void total_halfAFen_isRoundedUpOnce();
    void total_anyLines_isTheExactSumRoundedOnce();
    void settle_readsBack_changesAndTakesAway();
    void settle_byOthersThanTheOwner_isRefused();

private:
    static PrescriptionDraft draftOf(const QList<std::pair<QString, double>> &herbs)
    {
        PrescriptionDraft draft;
        for (const auto &[name, grams] : herbs)
            draft.lines << PrescriptionLine{{}, name, Mass::grams(grams), {}};
        return draft;
    }
    std::shared_ptr<const Catalog> catalog;
};

void TestPrices::amount_typed_isExactFen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("fen");
    QTest::newRow("yuan") << u"12"_qs << 1200;
    QTest::newRow("one decimal") << u"1.2"_qs << 120;
    QTest::newRow("two decimals") << u" ¥0.85 "_qs << 85;
    QTest::newRow("full width") << u"１．２０元"_qs << 120;
    QTest::newRow("three decimals") << u"1.205"_qs << -1;
    QTest::newRow("negative") << u"-1"_qs << -1;
    QTest::newRow("words") << u"贵"_qs << -1;
    QTest::newRow("nothing") << u""_qs << -1;
}

void TestPrices::amount_typed_isExactFen()
{
    QFETCH(QString, text);
    QFETCH(int, fen);
    QCOMPARE(prices::fenFrom(text).value_or(-1), std::int64_t(fen));
    if (fen >= 0)
        QCOMPARE(prices::fenFrom(prices::yuanText(Money::fen(fen))).value_or(-1), std::int64_t(fen));
}

void TestPrices::piece_otherName_hasThePriceOfItsPiece()
{
    const safety::HerbCatalog &herbs = catalog->herbs();
    QCOMPARE(prices::pieceOf(herbs, u"黄芪"_qs), u"黄芪"_qs);
    QCOMPARE(prices::pieceOf(herbs, u"北芪"_qs), u"黄芪"_qs);
    QVERIFY(prices::pieceOf(herbs, u"炒白术"_qs) != u"白术"_qs); // a processed piece costs what it costs
    QCOMPARE(prices::pieceOf(herbs, u"天外飞仙草"_qs), QString());
}

void TestPrices::paste_anyLine_isAccountedFor()
{
    const QString text = u"黄芪\t1.20\n\n党参,2\n天外飞仙草\t9\n当归\t贵\n黄芪\t3\n白术\n甘草 0.5\r\n"_qs;
    const prices::Pasted pasted = prices::fromLines(catalog->herbs(), text);
    const QList<prices::Price> wanted{{u"黄芪"_qs, 120}, {u"党参"_qs, 200}, {u"甘草"_qs, 50}};
    QCOMPARE(pasted.prices, wanted);
    QCOMPARE(pasted.refused.size(), 4);
    QVERIFY(pasted.refused.at(0).contains(u"天外飞仙草"_qs));
    QVERIFY(pasted.refused.at(0).contains(u"4"_qs));
    QVERIFY(pasted.refused.at(1).contains(u"当归"_qs));
    QVERIFY(pasted.refused.at(2).contains(u"6"_qs)); // the second price of a herb is not guessed to be the right one
    QVERIFY(pasted.refused.at(3).contains(u"白术"_qs));
    QCOMPARE(pasted.empty, 1);
    QCOMPARE(pasted.prices.size() + pasted.refused.size() + pasted.empty, qsizetype(8));
}

void TestPrices::total_lineWithoutPrice_isCountedAsNone()
{
    prices::List list;
    list.fenPer10g = {{u"黄芪"_qs, 120}, {u"党参"_qs, 200}};
    list.fee = Money::fen(300);
    PrescriptionDraft draft = draftOf({{u"黄芪"_qs, 30}, {u"党参"_qs, 15}, {u"天外飞仙草"_qs, 9}, {u"当归"_qs, 9}});
    draft.packets = 7;
    const prices::Total total = prices::totalOf(list, catalog->herbs(), draft);
    QCOMPARE(total.lines, 4);
    QCOMPARE(total.priced, 2);
    QVERIFY(!total.isWhole());
    QCOMPARE(total.packet, Money::fen(360 + 300 + 300));
    QCOMPARE(total.all, Money::fen(960 * 7));
    draft.lines[0].dose = Mass(); // not written yet
    QCOMPARE(prices::totalOf(list, catalog->herbs(), draft).priced, 1);
}

void TestPrices::total_halfAFen_isRoundedUpOnce()
{
    prices::List list;
    list.fenPer10g = {{u"黄芪"_qs, 5}};
    PrescriptionDraft draft = draftOf({{u"黄芪"_qs, 1}}); // half a fen
    draft.packets = 7;
    const prices::Total total = prices::totalOf(list, catalog->herbs(), draft);
    QCOMPARE(total.packet, Money::fen(1));
    QCOMPARE(total.all, Money::fen(4)); // of 3.5, not of 7 × 1
    QVERIFY(total.isWhole());
}

void TestPrices::total_anyLines_isTheExactSumRoundedOnce()
{
    const QStringList names{u"黄芪"_qs, u"党参"_qs, u"当归"_qs, u"白术"_qs, u"茯苓"_qs};
    const bool held = rc::check("within half a fen of the exact sum, whatever the order", [&] {
        prices::List list;
        for (const QString &name : names)
            list.fenPer10g.insert(name, *rc::gen::inRange<std::int64_t>(1, 10000000));
        list.fee = Money::fen(*rc::gen::inRange(0, 100001));
        PrescriptionDraft draft;
        draft.packets = *rc::gen::inRange(1, 1000);
        Wide exact = 0;
        const int size = *rc::gen::inRange(0, 61);
        for (int i = 0; i < size; ++i) {
            const QString &name = names.at(*rc::gen::inRange(0, 5));
            const auto mg = *rc::gen::inRange<std::int64_t>(1, 5000001);
            draft.lines << PrescriptionLine{{}, name, Mass::milligrams(mg), {}};
            exact += Wide(mg) * list.fenPer10g.value(name);
        }
        exact += Wide(list.fee.fen()) * 10000;
        const prices::Total total = prices::totalOf(list, catalog->herbs(), draft);
        const auto near = [](Wide product, Money shown) {
            const Wide rest = Wide(shown.fen()) * 10000 - product;
            return rest > -5000 && rest <= 5000;
        };
        RC_ASSERT(near(exact, total.packet));
        RC_ASSERT(near(exact * draft.packets, total.all));
        std::reverse(draft.lines.begin(), draft.lines.end());
        RC_ASSERT(prices::totalOf(list, catalog->herbs(), draft) == total);
    });
    QVERIFY(held);
}

void TestPrices::settle_readsBack_changesAndTakesAway()
{
    TestClinic clinic;
    const auto settle = [&](const QList<prices::Price> &some) {
        return clinic.write(clinic.owner(), "price.settle",
                            [&](store::Transaction &tx) { return prices::settle(tx, some); });
    };
    const auto all = [&] {
        return *clinic.read(clinic.practitioner(), [](const store::Snapshot &view) { return prices::all(view); });
    };
    QCOMPARE(all(), prices::List());
    QVERIFY(settle({{u"黄芪"_qs, 120}, {u"党参"_qs, 200}}).ok());
    QVERIFY(settle({{u"黄芪"_qs, 130}}).ok());
    QCOMPARE(all().fenPer10g, (QHash<QString, std::int64_t>{{u"黄芪"_qs, 130}, {u"党参"_qs, 200}}));
    QVERIFY(settle({{u"党参"_qs, 0}}).ok());
    QCOMPARE(all().fenPer10g, (QHash<QString, std::int64_t>{{u"黄芪"_qs, 130}}));
    QVERIFY(settle({{u"党参"_qs, 210}}).ok());
    QCOMPARE(all().fenPer10g.value(u"党参"_qs), std::int64_t(210));
    QCOMPARE(settle({{u"黄芪"_qs, 10000000}}).error().field, u"price"_qs);
    const auto terms = clinic.write(clinic.owner(), "setting.change", [](store::Transaction &tx) {
        return prices::settleTerms(tx, Money::fen(250), true);
    });
    QVERIFY(terms.ok());
    QCOMPARE(all().fee, Money::fen(250));
    QVERIFY(all().onPaper);
    QCOMPARE(clinic.store().verify().problems, QStringList());
}

void TestPrices::settle_byOthersThanTheOwner_isRefused()
{
    TestClinic clinic;
    for (const access::Role role : {access::Role::Practitioner, access::Role::Dispenser, access::Role::Receptionist}) {
        const auto refused = clinic.write(clinic.actor(role), "price.settle", [](store::Transaction &tx) {
            return prices::settle(tx, {{u"黄芪"_qs, 120}});
        });
        QCOMPARE(refused.error().code, Code::NoPermission);
    }
    const auto hidden =
        clinic.read(clinic.receptionist(), [](const store::Snapshot &view) { return prices::all(view); });
    QCOMPARE(hidden.error().code, Code::NoPermission);
}

QTEST_GUILESS_MAIN(TestPrices)
#include "tst_prices.moc"
