#include "interop/tablewriter.h"
#include "ui/interchange/importdesk.h"
#include "ui/kit/segment.h"

#include <QDragEnterEvent>
#include <QMimeData>

using namespace xinglin;
using namespace xinglin::test;

/// Files of every kind on the first page of the assistant: what is found of them, and what a person says.
class TestImportFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        dressProgram(*qobject_cast<QApplication *>(QApplication::instance()), QStringLiteral("en"),
                     ui::ThemeName::Paper, 1.0);
    }
    void gbk_brokenBytes_encodingIsChosen();
    void gbk_whole_isFound();
    void workbook_secondSheet_comesIn();
    void file_missing_saysSo();
    void header_below_isChosen();
    void allergies_ofKnown_comeIn();
    void file_dropped_isShown();
};

namespace {

/// "姓名,电话 / 张伟,138… / 王芳,139…" as GBK.
QByteArray gbk()
{
    return QByteArray(
        "\xd0\xd5\xc3\xfb,\xb5\xe7\xbb\xb0\n\xd5\xc5\xce\xb0,13800138000\n\xcd\xf5\xb7\xbc,13900139000\n");
}

} // namespace

void TestImportFiles::gbk_brokenBytes_encodingIsChosen()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.file(gbk() + QByteArray("\xc0\xee\xff\xff,13700137000\n")));
    QTRY_VERIFY(desk.strip("fileStrip").contains(u"No encoding fits"));
    QVERIFY2(desk.words("fileFound").contains(u"line 4"), qPrintable(desk.words("fileFound")));
    QVERIFY(!desk.isReady());
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.drive().get("importReplace").setFocus();
    desk.drive().key(Qt::Key_Space);
    QTRY_VERIFY(desk.drive().find("importEncoding"));
    auto &box = static_cast<QComboBox &>(desk.drive().get("importEncoding"));
    desk.choose("importEncoding", box.itemText(box.findData(static_cast<int>(TextEncoding::Gb18030))));
    QTRY_VERIFY(desk.drive().find("importRows"));
    QTRY_COMPARE(desk.rows("importRows").rowCount(), 3);
    QCOMPARE(desk.cell("importRows", 0, 0), QStringLiteral("张伟"));
    QVERIFY(desk.cell("importRows", 2, 0).contains(QChar(0xfffd)));
    QTRY_COMPARE(desk.strip("fileStrip"), QString());
    desk.next();
    desk.next();
    QTRY_VERIFY(desk.drive().find("dryRunSum"));
    desk.next();
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("3 came in"), importMs);
    QCOMPARE(desk.patients(), 3);
}

void TestImportFiles::gbk_whole_isFound()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.file(gbk()));
    QTRY_VERIFY(desk.drive().find("importRows"));
    QTRY_COMPARE(desk.cell("importRows", 1, 0), QStringLiteral("王芳"));
    QVERIFY(static_cast<QComboBox &>(desk.drive().get("importEncoding")).currentText().contains(u"18030"));
}

void TestImportFiles::workbook_secondSheet_comesIn()
{
    ImportDesk desk;
    const QString path = desk.path(QStringLiteral("patients.xlsx"));
    DiskFiles files;
    auto writer = interop::xlsxWriter(
        files, path,
        {{QStringLiteral("姓名"), QStringLiteral("手机"), QStringLiteral("身份证号")}, QStringLiteral("名单"), {}});
    QVERIFY(writer.ok());
    QVERIFY((*writer)
                ->write({interop::textCell(QStringLiteral("张伟")), interop::textCell(QStringLiteral("13800138000")),
                         interop::textCell(QStringLiteral("11010519491231002X"))})
                .ok());
    QVERIFY((*writer)->finish().ok());
    desk.goToImport();
    desk.openFile(path);
    QTRY_VERIFY(desk.drive().find("importRows"));
    QTRY_COMPARE(desk.rows("importRows").rowCount(), 1);
    QCOMPARE(static_cast<QComboBox &>(desk.drive().get("importSheet")).currentText(), QStringLiteral("名单"));
    QVERIFY(!desk.drive().find("importEncoding"));
    QTRY_COMPARE(tour::flaws(desk.window.get()), QString());
    desk.next();
    QCOMPARE(static_cast<QComboBox &>(desk.drive().get("column-3")).currentText(), QStringLiteral("ID number"));
    desk.next();
    QTRY_COMPARE(desk.words("dryRunSum"), QStringLiteral("1 line = 1 new + 0 known already + 0 rejected"));
    desk.next();
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("1 came in"), importMs);
    QCOMPARE(desk.patients(), 1);
}

void TestImportFiles::file_missing_saysSo()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.path(QStringLiteral("nowhere.csv")));
    QTRY_VERIFY(desk.strip("fileStrip").contains(u"cannot be read"));
    QVERIFY(!desk.isReady());
    desk.openFile(desk.file("%PDF-1.4\n"));
    QTRY_VERIFY(desk.strip("fileStrip").contains(u"PDF"));
}

void TestImportFiles::header_below_isChosen()
{
    ImportDesk desk;
    desk.goToImport();
    desk.openFile(desk.file("a,b\nc,d\ne,f\n"));
    QTRY_VERIFY(desk.drive().find("importRows"));
    QTRY_COMPARE(desk.rows("importRows").rowCount(), 2);
    desk.choose("importHeader", QStringLiteral("2"));
    QTRY_COMPARE(desk.rows("importRows").rowCount(), 1);
    QCOMPARE(desk.rows("importRows").headerData(0, Qt::Horizontal).toString(), QStringLiteral("c"));
    desk.next();
    QTRY_VERIFY(desk.strip("columnStrip").contains(u"No column holds the name"));
    QVERIFY(!desk.isReady());
    desk.choose("column-1", QStringLiteral("Name"));
    QTRY_VERIFY(desk.isReady());
    // What may be one column only cannot be two, and neither is taken away.
    desk.choose("column-2", QStringLiteral("Name"));
    QTRY_VERIFY(desk.strip("columnStrip").contains(u"Only one column can be \"Name\": \"c\" or \"d\""));
    QVERIFY(!desk.isReady());
    desk.choose("column-1", QStringLiteral("Note"));
    QTRY_VERIFY(desk.isReady());
}

void TestImportFiles::allergies_ofKnown_comeIn()
{
    ImportDesk desk([](TestClinic &clinic) { clinic.patient(QStringLiteral("陈淑芬")); });
    desk.goToImport();
    desk.openFile(desk.file("姓名,电话,过敏药物\n陈淑芬,13800138000,青霉素\n无此人,13000130000,青霉素\n"));
    QTRY_VERIFY(desk.drive().find("importRows"));
    desk.drive().get("importKind").setFocus();
    desk.drive().key(Qt::Key_Right);
    QCOMPARE(static_cast<ui::Segment &>(desk.drive().get("importKind")).current(), 1);
    desk.next();
    desk.next();
    QTRY_COMPARE(desk.words("dryRunSum"), QStringLiteral("2 lines = 1 new + 0 known already + 1 rejected"));
    QCOMPARE(desk.cell("dryRunLines", 0, 5), QStringLiteral("Nobody like this is known here."));
    desk.next();
    QTRY_COMPARE_WITH_TIMEOUT(desk.words("importTitle"), QStringLiteral("1 came in"), importMs);
    const auto hits = desk.ask(desk.clinic.owner(), [](const store::Snapshot &view) {
        return patient::search(view, QStringLiteral("陈淑芬"));
    });
    const auto allergies = desk.ask(desk.clinic.owner(), [&](const store::Snapshot &view) {
        return patient::allergies(view, hits->constFirst().id);
    });
    QCOMPARE(allergies->size(), 1);
}

void TestImportFiles::file_dropped_isShown()
{
    ImportDesk desk;
    desk.goToImport();
    desk.drive().key(Qt::Key_N);
    QWidget *step = desk.drive().get("importPath").parentWidget()->parentWidget();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(desk.file("姓名\n张伟\n"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(step, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(step, &drop);
    QTRY_VERIFY(desk.drive().find("importRows"));
    QTRY_COMPARE(desk.cell("importRows", 0, 0), QStringLiteral("张伟"));
}

QTEST_MAIN(TestImportFiles)
#include "tst_importfiles.moc"
