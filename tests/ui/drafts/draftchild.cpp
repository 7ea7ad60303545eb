#include "app/desktop/desktop.h"
#include "support/guidriver.h"
#include "ui/shell/workspace.h"
#include "ui/visit/visitpage.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextEdit>

#include <cstdio>

using namespace xinglin;
using namespace xinglin::test;

/// Types into a visit in the real window until somebody kills it. Arguments: folder, patient. Says of every letter
/// when it was typed.
int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const SystemClock clock;
    SystemRandom random;
    DiskFiles files;
    access::Surroundings around;
    around.folder = QCoreApplication::arguments().at(1);
    around.clock = &clock;
    around.random = &random;
    around.files = &files;
    around.quickKeys = true;
    QTemporaryDir folder;
    ui::Preferences preferences(folder.filePath(QStringLiteral("window.ini")));
    const auto window = makeDesktop(around, preferences);
    window->resize(1366, 768);
    const GuiDriver drive(*window);
    QSignalSpy entered(window.get(), &ui::MainWindow::entered);
    window->start();
    drive.fill("password", QStringLiteral("Apricot-Grove-7"));
    drive.key(Qt::Key_Return);
    if (!entered.wait(60000))
        return 3;
    auto *visit = static_cast<ui::VisitPage *>(window->workspace()->page(QStringLiteral("visit")));
    visit->startVisit(*PatientId::fromString(QCoreApplication::arguments().at(2)));
    window->workspace()->go(QStringLiteral("visit"));
    auto &complaint = static_cast<QTextEdit &>(drive.get("complaint"));
    if (!QTest::qWaitFor([&] { return visit->patient().has_value(); }, 60000))
        return 4;
    complaint.setFocus();
    complaint.moveCursor(QTextCursor::End);
    for (;;) {
        QTest::keyClick(&complaint, 'a');
        std::printf("typed %lld %lld\n", static_cast<long long>(complaint.toPlainText().size()),
                    static_cast<long long>(QDateTime::currentMSecsSinceEpoch()));
        std::fflush(stdout);
        QTest::qWait(40);
    }
}
