#include "tour/mainjob.h"
#include "ui/kit/messagestrip.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace xinglin::tour {

namespace {

constexpr int patienceMs = test::GuiDriver::patienceMs;
constexpr int workMs = 60'000;

const char *const table = "病历号,姓名,性别,出生日期,手机,身份证号,过敏史,来源\n"
                          "G0112,陈淑芬,女,1979/8/21,13812346207,,青霉素,朋友介绍\n"
                          "G0113,顾青禾,女,1988/3/9,13900139000/010-12345678,,无,路过\n"
                          "G0114,,男,1990/1/1,13700137000,,,\n"
                          "G0115,沈月明,男,1949/12/30,13600136000,11010519491231002X,海鲜,网上\n"
                          "G0116,温如故,男,0000-00-00,1.38001E+10,,,\n"
                          "G0113,顾青禾,女,1988/3/9,13900139000,,无,路过\n"
                          "G0117,柳依依,女,1995/6/7,13500135000.0,,花粉、芒果,朋友介绍\n";

} // namespace

void MainJob::bringTableIn()
{
    const QString path = m_folder.filePath(QStringLiteral("旧系统患者.csv"));
    QFile file(path);
    expect(file.open(QIODevice::WriteOnly) && file.write(table) > 0, "the table cannot be written");
    file.close();
    const auto ready = [this] {
        const auto *next = m_drive->find<QPushButton>("importNext");
        return next && next->isEnabled() && !next->property("busy").toBool();
    };
    const auto next = [&] {
        expect(QTest::qWaitFor(ready, patienceMs), "the assistant does not go on");
        settle();
        m_drive->key(Qt::Key_Return, Qt::ControlModifier);
    };
    stop("settings-import-none");
    m_drive->key(Qt::Key_N);
    m_drive->get("importPath");
    settle();
    stop("import-no-file");
    // A file that fits no encoding, then the right one.
    const QString broken = m_folder.filePath(QStringLiteral("坏了.csv"));
    QFile other(broken);
    expect(other.open(QIODevice::WriteOnly) &&
               other.write("\xd0\xd5\xc3\xfb\n\xd5\xc5\xce\xb0\n\xc0\xee\xff\xff\n") > 0,
           "the table cannot be written");
    other.close();
    m_drive->fill("importPath", broken);
    m_drive->key(Qt::Key_Return);
    m_drive->get("fileStrip");
    settle();
    stop("import-encoding");
    m_drive->fill("importPath", path);
    m_drive->key(Qt::Key_Return);
    m_drive->get("importRows");
    settle();
    stop("import-file");
    next();
    m_drive->get("column-1");
    settle();
    stop("import-columns");
    next();
    expect(QTest::qWaitFor([this] { return m_drive->find("dryRunSum") != nullptr; }, workMs), "no dry run");
    settle();
    stop("import-dry-run");
    m_drive->get("dryRunViews").setFocus();
    m_drive->key(Qt::Key_Right);
    settle();
    stop("import-dry-run-columns");
    next();
    expect(QTest::qWaitFor([this] { return m_drive->find("importToPatients") != nullptr; }, workMs), "no import");
    settle();
    stop("import-done");
    m_drive->key(Qt::Key_L);
    m_drive->get("importLines");
    settle();
    settle();
    stop("settings-import");
    m_drive->key(Qt::Key_T);
    m_drive->get("askVerb");
    settle();
    stop("import-take-back");
    m_drive->get("askVerb").setFocus();
    m_drive->key(Qt::Key_Space);
    comeOutOfDialog();
    expect(QTest::qWaitFor([this] { return m_drive->find("takeBackImport") == nullptr; }, patienceMs),
           "the import is not taken back");
    settle();
    stop("settings-import-taken-back");
}

void MainJob::takeEverythingOut()
{
    const auto &rows = *m_drive->get<QAbstractItemView>("exportContents").model();
    expect(QTest::qWaitFor([&] { return rows.rowCount() > 50; }, patienceMs), "nothing is said of the export");
    // Under a name that is the same in every picture.
    auto &path = *m_drive->find<QLineEdit>("exportPath");
    path.setText(QStringLiteral("/home/fang/诊所数据"));
    settle();
    stop("settings-export");
    path.setText(m_folder.filePath(QStringLiteral("诊所数据")));
    m_drive->get("exportContents").setFocus();
    m_drive->key(Qt::Key_E);
    const auto *strip = m_drive->find<ui::MessageStrip>("exportStrip");
    expect(QTest::qWaitFor([&] { return strip->kind() == ui::MessageStrip::Kind::Done; }, workMs), "no export");
    settle();
    stop("settings-export-done");
}

} // namespace xinglin::tour
