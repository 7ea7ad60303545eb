#include "demo/practice.h"
#include "tour/mainjob.h"

#include <QCoreApplication>
#include <QSignalSpy>

namespace xinglin::tour {

namespace {

constexpr int makingMs = 60'000;

} // namespace

void MainJob::train()
{
    close();
    access::Surroundings around = m_clinic.around();
    around.folder = m_folder.filePath(QStringLiteral("training"));
    store::Store::forbidThread(std::this_thread::get_id());
    m_window = makeDesktop(around, m_preferences);
    m_window->setPractising(true);
    m_window->resize(m_size);
    m_drive.emplace(*m_window);
    m_window->start();
    m_drive->get("trainingProgress");
    stop("training-made");
    expect(QTest::qWaitFor([this] { return m_drive->find("practicePasswords") != nullptr; }, makingMs),
           "there is no clinic to practise in");
    stop("training-door");
    m_drive->key(Qt::Key_F6);
    m_drive->get("askSafe");
    stop("training-afresh");
    m_drive->click("askSafe");
    comeOutOfDialog();
    m_drive->fill("password", demo::practiceOwner().password);
    QSignalSpy entered(m_window.get(), &ui::MainWindow::entered);
    m_drive->key(Qt::Key_Return);
    expect(entered.count() > 0 || entered.wait(test::GuiDriver::patienceMs), "nobody was let in to practise");
    leaveToday();
    m_drive->get("patientSearch");
    settle();
    stop("training");
    close();
}

} // namespace xinglin::tour
