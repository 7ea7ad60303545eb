#pragma once

#include "app/desktop/desktop.h"
#include "support/guidriver.h"
#include "support/testclinic.h"
#include "ui/shell/workspace.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QSignalSpy>

#include <future>

namespace xinglin::test {

/// The real window over a test clinic. While it is open, the store refuses the thread that draws.
class Desk
{
public:
    /// @param prepare fills the clinic before the window opens it.
    explicit Desk(const std::function<void(TestClinic &)> &prepare = {})
        : preferences(m_folder.filePath(QStringLiteral("window.ini")))
    {
        store::Store::forbidThread({});
        if (prepare)
            prepare(clinic);
        clinic.takeStore().reset();
        store::Store::forbidThread(std::this_thread::get_id());
        window = makeDesktop(clinic.around(), preferences);
        window->resize(1366, 768);
        driver.emplace(*window);
        window->start();
    }
    ~Desk()
    {
        driver.reset();
        window.reset();
        store::Store::forbidThread({});
    }

    GuiDriver &drive() { return *driver; }
    /// Signs in or unlocks as one of TestClinic's people.
    void enter(const char *login, const QString &password = TestClinic::password())
    {
        QSignalSpy entered(window.get(), &ui::MainWindow::entered);
        choose(login);
        drive().fill("password", password);
        drive().key(Qt::Key_Return);
        QVERIFY2(entered.wait(GuiDriver::patienceMs), login);
    }
    /// Walks to a name on the sign-in page.
    void choose(const char *login)
    {
        drive().get("password").setFocus();
        auto &people = static_cast<QAbstractItemView &>(drive().get("people"));
        for (int i = 0; i < people.model()->rowCount(); ++i)
            drive().key(Qt::Key_Up);
        for (int i = 0; i < people.model()->rowCount(); ++i) {
            if (people.currentIndex().data(Qt::UserRole + 1).toString() == QLatin1String(login))
                return;
            drive().key(Qt::Key_Down);
        }
        QFAIL(login);
    }
    /// Asks the open store, on a thread of its own.
    template <class F>
    auto ask(const store::Actor &actor, F f)
    {
        return std::async(std::launch::async,
                          [&] {
                              const auto view = window->clinic()->store().snapshot(actor);
                              return f(static_cast<const store::Snapshot &>(*view));
                          })
            .get();
    }
    QString title() { return static_cast<QLabel &>(drive().get("pageTitle")).text(); }

private:
    QTemporaryDir m_folder;

public:
    TestClinic clinic;
    ui::Preferences preferences;
    std::unique_ptr<ui::MainWindow> window;

private:
    std::optional<GuiDriver> driver;
};

} // namespace xinglin::test
