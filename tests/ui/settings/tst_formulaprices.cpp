#include "support/testclinic.h"
#include "ui/kit/style.h"
#include "ui/settings/formulasection.h"
#include "ui/settings/pricesection.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

/// Settings › Formulas and Settings › Prices by keys, looked at in the store.
class TestFormulaPrices : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto loaded = Catalog::load();
        QVERIFY(loaded.ok());
        catalog = *loaded;
    }
    void formula_byKeys_isRenamedAndRetired();
    void price_byKeys_isSetChangedAndTakenAway();
    void price_pasted_saysWhatWasNotTaken();
    void terms_byKeys_areSettled();

private:
    static QWidget *hand() { return QApplication::focusWidget(); }
    static void show(Page &page)
    {
        page.resize(1000, 600);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.activate();
    }
    template <class F>
    static auto read(Clinic &clinic, F f)
    {
        auto future = clinic.read(f);
        while (!future.isFinished())
            QTest::qWait(5);
        return *future.result();
    }
    static prices::List listOf(Clinic &clinic)
    {
        return read(clinic, [](const store::Snapshot &view) { return prices::all(view); });
    }
    std::shared_ptr<const Catalog> catalog;
};

void TestFormulaPrices::formula_byKeys_isRenamedAndRetired()
{
    TestClinic base;
    const auto made = base.write(base.practitioner(), "formula.save", [](store::Transaction &tx) {
        ownformula::Draft draft;
        draft.name = QStringLiteral("健脾方");
        draft.lines << PrescriptionLine{{}, QStringLiteral("党参"), Mass::grams(9), {}};
        return ownformula::save(tx, draft);
    });
    QVERIFY(made.ok());
    const store::Actor actor = base.practitioner();
    Clinic clinic(base.takeStore(), actor);
    const auto all = [&] { return read(clinic, [](const store::Snapshot &view) { return ownformula::all(view); }); };
    FormulaSection page(clinic);
    show(page);
    auto *table = page.findChild<QTableView *>(QStringLiteral("formulaTable"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(hand());
    QTRY_COMPARE(hand()->objectName(), QStringLiteral("formulaName"));
    static_cast<QLineEdit *>(hand())->setText(QStringLiteral("运脾方"));
    QTest::keyClick(hand(), Qt::Key_Tab);
    QCOMPARE(hand()->objectName(), QStringLiteral("formulaCode"));
    QTest::keyClicks(hand(), QStringLiteral("yp"));
    QTest::keyClick(hand(), Qt::Key_Return);
    QTRY_VERIFY(!page.findChild<QWidget *>(QStringLiteral("formulaDialog")));
    QCOMPARE(all().first().content.name, QStringLiteral("运脾方"));
    QCOMPARE(all().first().content.lines, made->content.lines);
    page.activateWindow();
    table->setFocus();
    QTRY_VERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY(all().isEmpty());
}

void TestFormulaPrices::price_byKeys_isSetChangedAndTakenAway()
{
    TestClinic base;
    const store::Actor actor = base.owner();
    Clinic clinic(base.takeStore(), actor);
    PriceSection page(clinic, catalog);
    show(page);
    QTRY_VERIFY(hand());
    QTRY_COMPARE(hand()->objectName(), QStringLiteral("priceHerb"));
    const auto set = [&](const char *herb, const char *price) {
        QTest::keyClicks(hand(), QString::fromLatin1(herb));
        QTest::keyClick(hand(), Qt::Key_Return);
        QCOMPARE(hand()->objectName(), QStringLiteral("priceAmount"));
        QTest::keyClicks(hand(), QString::fromLatin1(price));
        QTest::keyClick(hand(), Qt::Key_Return);
    };
    set("huangqi", "1.2");
    QTRY_COMPARE(listOf(clinic).fenPer10g.value(QStringLiteral("黄芪")), std::int64_t(120));
    QCOMPARE(hand()->objectName(), QStringLiteral("priceHerb"));
    set("huangqi", "0.85");
    QTRY_COMPARE(listOf(clinic).fenPer10g.value(QStringLiteral("黄芪")), std::int64_t(85));
    set("huangqi", "much");
    QCOMPARE(hand()->objectName(), QStringLiteral("priceAmount")); // it waits for a price
    QCOMPARE(listOf(clinic).fenPer10g.value(QStringLiteral("黄芪")), std::int64_t(85));
    auto *table = page.findChild<QTableView *>(QStringLiteral("priceTable"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY(listOf(clinic).fenPer10g.isEmpty());
}

void TestFormulaPrices::price_pasted_saysWhatWasNotTaken()
{
    TestClinic base;
    const store::Actor actor = base.owner();
    Clinic clinic(base.takeStore(), actor);
    PriceSection page(clinic, catalog);
    show(page);
    QTRY_VERIFY(hand());
    QApplication::clipboard()->setText(QStringLiteral("黄芪\t1.20\n天外飞仙草\t9\n党参\t2\n"));
    QTest::keyClick(hand(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(listOf(clinic).fenPer10g.size(), qsizetype(2));
    const auto *report = page.findChild<QPlainTextEdit *>(QStringLiteral("priceReport"));
    QVERIFY(report->isVisible());
    QVERIFY(report->toPlainText().contains(QStringLiteral("天外飞仙草")));
    QCOMPARE(report->toPlainText().count(u'\n'), 0);
}

void TestFormulaPrices::terms_byKeys_areSettled()
{
    TestClinic base;
    const store::Actor actor = base.owner();
    Clinic clinic(base.takeStore(), actor);
    PriceSection page(clinic, catalog);
    show(page);
    auto *fee = page.findChild<QLineEdit *>(QStringLiteral("priceFee"));
    QTRY_COMPARE(fee->text(), QStringLiteral("0.00"));
    fee->setFocus();
    fee->selectAll();
    QTest::keyClicks(fee, QStringLiteral("2.5"));
    QTest::keyClick(fee, Qt::Key_Return);
    QTRY_COMPARE(listOf(clinic).fee, Money::fen(250));
    auto *printed = page.findChild<QCheckBox *>(QStringLiteral("pricePrinted"));
    printed->setFocus();
    QTest::keyClick(printed, Qt::Key_Space);
    QTRY_VERIFY(listOf(clinic).onPaper);
    QCOMPARE(listOf(clinic).fee, Money::fen(250));
}

QTEST_MAIN(TestFormulaPrices)
#include "tst_formulaprices.moc"
