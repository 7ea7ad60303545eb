#include "access/settings.h"
#include "paperlook.h"
#include "support/testclinic.h"
#include "ui/kit/style.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"
#include "ui/paper/printshop.h"
#include "ui/settings/papersamples.h"
#include "ui/settings/paperssection.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace xinglin;
using namespace xinglin::test;
using namespace xinglin::ui;

namespace {

std::shared_ptr<const Catalog> catalog()
{
    static const std::shared_ptr<const Catalog> loaded = *Catalog::load();
    return loaded;
}

access::ClinicProfile profile()
{
    access::ClinicProfile one;
    one.name = QStringLiteral("杏林堂中医诊所");
    return one;
}

Sheets sample(const QString &kind)
{
    return sampleOf(kind, profile(), catalog(), QLocale(QLocale::Chinese));
}

} // namespace

/// What the clinic settles about its papers.
class TestPapersSection : public QObject
{
    Q_OBJECT

private slots:
    void dressed_nothingSettled_isThePageItself();
    void dressed_line_standsOnEveryPage_data();
    void dressed_line_standsOnEveryPage();
    void dressed_large_isTheSamePageOnA4();
    void section_saved_countsForTheNextPaper();
    void section_sample_isPaintedAsPapersAre();
    void settings_byAPractitioner_areRefused();
};

void TestPapersSection::dressed_nothingSettled_isThePageItself()
{
    const Sheets plain = sample(paperkind::sickNote);
    QCOMPARE(differenceOf(Printed(plain).picture(0), Printed(dressed(plain, {})).picture(0)), QString());
}

void TestPapersSection::dressed_line_standsOnEveryPage_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : resizableKinds())
        QTest::addRow("%s", qPrintable(kind)) << kind;
}

void TestPapersSection::dressed_line_standsOnEveryPage()
{
    QFETCH(QString, kind);
    PaperDress dress{QStringLiteral("周三休息　微信预约"), {}};
    for (const bool large : {false, true}) {
        dress.largeOfKind.insert(kind, large);
        const Sheets sheets = dressed(sample(kind), dress);
        QCOMPARE(sheets.size, large ? QPageSize::A4 : QPageSize::A5);
        const Printed printed(sheets);
        for (int page = 0; page < sheets.pages; ++page) {
            QVERIFY(printed.text(page).contains(QStringLiteral("周三休息")));
            QCOMPARE(characters(printed.text(page)), characters(paintedText(sheets, page)));
        }
        // It covers nothing: without it, the rest stands as it stood.
        PaperDress bare = dress;
        bare.line.clear();
        QImage with = printed.picture(0);
        QImage without = Printed(dressed(sample(kind), bare)).picture(0);
        const QRect rest(0, with.height() * 8 / 210, with.width(), with.height());
        QVERIFY(!differenceOf(without, with).isEmpty());
        QCOMPARE(differenceOf(without.copy(rest), with.copy(rest)), QString());
    }
}

void TestPapersSection::dressed_large_isTheSamePageOnA4()
{
    const Sheets plain = sample(paperkind::prescription);
    const Sheets large = dressed(plain, {{}, {{paperkind::prescription, true}}});
    QCOMPARE(characters(Printed(large).text(0)), characters(Printed(plain).text(0)));
    // Other kinds stay as they are.
    QCOMPARE(dressed(sample(paperkind::sickNote), {{}, {{paperkind::prescription, true}}}).size, QPageSize::A5);
    // Nothing is cut: no ink at the edges.
    const QImage page = Printed(large).picture(0);
    for (int y = 0; y < page.height(); ++y)
        QVERIFY(qGray(page.pixel(1, y)) > 240 && qGray(page.pixel(page.width() - 2, y)) > 240);
    for (int x = 0; x < page.width(); ++x)
        QVERIFY(qGray(page.pixel(x, 1)) > 240 && qGray(page.pixel(x, page.height() - 2)) > 240);
}

void TestPapersSection::section_saved_countsForTheNextPaper()
{
    QVERIFY(applyTheme(*qApp, ThemeName::Paper, 1.0).ok());
    TestClinic base;
    Clinic clinic(base.takeStore(), base.owner());
    Who who;
    who.clinic = profile();
    PapersSection section(clinic, who, catalog());
    section.resize(1000, 640);
    section.show();
    QVERIFY(QTest::qWaitForWindowActive(&section));
    QTest::qWait(200); // what is settled has been read
    auto *line = section.findChild<QLineEdit *>(QStringLiteral("paperLine"));
    line->setFocus();
    line->setText(QStringLiteral("周三休息"));
    auto *size = section.findChild<QWidget *>(QStringLiteral("size-sick-note"));
    size->setFocus();
    QTest::keyClick(size, Qt::Key_Right);
    QVERIFY(section.hasUnsaved());
    QTest::keyClick(&section, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!section.hasUnsaved());
    const QTemporaryDir folder;
    auto sending = PrintShop::of(clinic).send([] { return sample(paperkind::sickNote); }, {folder.path(), true});
    while (!sending.isFinished())
        QTest::qWait(2);
    const auto outcome = sending.result();
    QVERIFY(outcome.ok());
    const QString text = QString::fromUtf8(
        run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), outcome->path, QStringLiteral("-")}));
    QVERIFY(text.contains(QStringLiteral("周三休息")));
    QVERIFY(run(QStringLiteral("pdfinfo"), {outcome->path}).contains("(A4)"));
}

void TestPapersSection::section_sample_isPaintedAsPapersAre()
{
    QVERIFY(applyTheme(*qApp, ThemeName::Paper, 1.0).ok());
    TestClinic base;
    Clinic clinic(base.takeStore(), base.owner());
    Who who;
    who.clinic = profile();
    PapersSection section(clinic, who, catalog());
    section.resize(1000, 640);
    section.show();
    QVERIFY(QTest::qWaitForWindowActive(&section));
    auto *shown = section.findChild<QLabel *>(QStringLiteral("paperSample"));
    QTRY_VERIFY(!shown->pixmap(Qt::ReturnByValue).isNull());
    QTest::qWait(200);
    const QImage before = shown->pixmap(Qt::ReturnByValue).toImage();
    section.findChild<QLineEdit *>(QStringLiteral("paperLine"))->setText(QStringLiteral("周三休息"));
    const QImage after = shown->pixmap(Qt::ReturnByValue).toImage();
    QCOMPARE(after.size(), before.size());
    QVERIFY(after != before);
    const QRect top(0, 0, before.width(), before.height() * 8 / 210);
    QVERIFY(after.copy(top) != before.copy(top));
    const QRect rest(0, top.height(), before.width(), before.height() - top.height());
    QCOMPARE(after.copy(rest), before.copy(rest));
}

void TestPapersSection::settings_byAPractitioner_areRefused()
{
    TestClinic base;
    const auto done = base.write(base.practitioner(), "setting.change", [](store::Transaction &tx) {
        return settings::setValue(tx, settings::PaperLine, QStringLiteral("x"));
    });
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Code::NoPermission);
    // What nobody settled is as shipped, and every kind has its key.
    const auto dress = base.read(base.practitioner(), [](const store::Snapshot &view) { return paperDress(view); });
    QVERIFY(dress.ok());
    QVERIFY(dress->line.isEmpty());
    for (const bool large : dress->largeOfKind)
        QVERIFY(!large);
    QCOMPARE(dress->largeOfKind.size(), resizableKinds().size());
}

QTEST_MAIN(TestPapersSection)
#include "tst_paperssection.moc"
