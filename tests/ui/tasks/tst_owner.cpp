#include "interop/tablewriter.h"
#include "ui/interchange/importdesk.h"
#include "ui/tasks/tally.h"

#include <QTextStream>

using namespace xinglin;
using namespace xinglin::test;

/// The owner's tasks in the real window by keyboard alone: keys, windows and seconds by the keystroke-level model
/// beside their targets, and what came of it in the store.
class TestOwner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { dressProgram(*qApp, QStringLiteral("en"), ui::ThemeName::Paper, 1.0); }
    void task_importThreeThousand();

private:
    /// 3000 lines as a clinic keeps them: most are people, some twice, some without a name, some with a wrong ID
    /// number.
    static void write(const QString &path);
};

namespace {

constexpr int lines = 3000;
constexpr int twice = 40;
constexpr int nameless = 20;

} // namespace

void TestOwner::write(const QString &path)
{
    const QString families = QStringLiteral("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗");
    const QString given = QStringLiteral("伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华文博宇晨");
    DiskFiles files;
    auto writer = interop::xlsxWriter(
        files, path,
        {{QStringLiteral("病历号"), QStringLiteral("姓名"), QStringLiteral("性别"), QStringLiteral("出生日期"),
          QStringLiteral("手机"), QStringLiteral("住址"), QStringLiteral("过敏史")},
         {},
         {}});
    QVERIFY(writer.ok());
    for (int i = 0; i < lines; ++i) {
        const int person = i < lines - twice ? i : i - (lines - twice); // the last ones again
        const QString name = i % (lines / nameless) == 7
                                 ? QString()
                                 : QString(families.at(person % families.size())) +
                                       given.at(person / 20 % given.size()) + given.at(person / 560 % given.size());
        const QStringList cells{QStringLiteral("K%1").arg(person),
                                name,
                                person % 2 ? QStringLiteral("男") : QStringLiteral("女"),
                                QDate(1940, 1, 1).addDays(person * 9).toString(QStringLiteral("yyyy/M/d")),
                                QStringLiteral("138%1").arg(10000000 + person * 7919),
                                QStringLiteral("中山路 %1 号").arg(person),
                                person % 9 ? QStringLiteral("无") : QStringLiteral("青霉素")};
        QList<interop::Cell> row;
        for (const QString &cell : cells)
            row << interop::textCell(cell);
        QVERIFY((*writer)->write(row).ok());
    }
    QVERIFY((*writer)->finish().ok());
}

void TestOwner::task_importThreeThousand()
{
    ImportDesk desk;
    const QString path = desk.path(QStringLiteral("old.xlsx"));
    write(path);
    desk.goToImport();
    Tally tally(desk.drive(), *desk.window);
    QElapsedTimer watch;
    tally.think();
    tally.key(Qt::Key_N);
    desk.drive().get("importPath").setFocus();
    tally.type(qPrintable(path));
    tally.key(Qt::Key_Return);
    watch.start();
    QTRY_VERIFY(desk.isReady());
    tally.wait(watch);
    tally.think(); // these are the rows
    tally.key(Qt::Key_Return, Qt::ControlModifier);
    tally.think(7); // each column is what it says
    QTRY_VERIFY(desk.isReady());
    watch.start();
    tally.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk.drive().find("dryRunSum"), importMs);
    const double dry = static_cast<double>(watch.elapsed()) / 1000;
    tally.wait(watch);
    const QString sum = desk.words("dryRunSum");
    tally.think(2); // the sum, and what stays out
    QTRY_VERIFY(desk.isReady());
    watch.start();
    tally.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(desk.words("importTitle").contains(u"came in"), importMs);
    const double written = static_cast<double>(watch.elapsed()) / 1000;
    tally.wait(watch);
    const Cost cost = tally.cost();

    const batch::Batch batch = desk.batches().constFirst();
    QCOMPARE(batch.totals.lines, lines);
    QCOMPARE(batch.totals.added + batch.totals.duplicates + batch.totals.rejected, lines);
    QCOMPARE(batch.totals.rejected, nameless);
    QVERIFY(batch.totals.duplicates >= twice - 1);
    QCOMPARE(desk.patients(), batch.totals.added);
    QVERIFY2(sum.contains(QString::number(batch.totals.added)), qPrintable(sum));

    tally.reset();
    watch.start();
    tally.key(Qt::Key_T);
    QTRY_VERIFY(desk.drive().find("askVerb"));
    desk.drive().click("askVerb");
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("Taken back"), importMs);
    const double back = static_cast<double>(watch.elapsed()) / 1000;
    QCOMPARE(desk.patients(), 0);

    QTextStream out(stdout);
    out << "14 import 3000 patients from a workbook: " << sum << '\n'
        << "   keys " << cost.keys << ", clicks " << cost.clicks << ", windows " << cost.windows << "/0, thoughts "
        << cost.thoughts << ", seconds " << QString::number(cost.seconds(), 'f', 1) << "/180\n"
        << "   dry run " << QString::number(dry, 'f', 1) << "/20 s, import " << QString::number(written, 'f', 1)
        << " s, taken back " << QString::number(back, 'f', 1) << " s with a key and a click\n";
    QCOMPARE(cost.windows, 0);
    QVERIFY(cost.seconds() <= 180);
    QVERIFY(dry <= 20);
}

QTEST_MAIN(TestOwner)
#include "tst_owner.moc"
