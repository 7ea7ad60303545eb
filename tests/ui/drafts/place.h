#pragma once

#include "access/drafts.h"
#include "app/desktop/desktop.h"
#include "support/guidriver.h"
#include "support/testclinic.h"
#include "ui/kit/messagestrip.h"
#include "ui/shell/workspace.h"
#include "ui/visit/visitpage.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include <future>

namespace xinglin::test {

/// A clinic whose window is opened and closed again, as if the program had ended.
class Place
{
public:
    Place() : preferences(m_folder.filePath(QStringLiteral("window.ini")))
    {
        store::Store::forbidThread({});
        woman = clinic.patient(QStringLiteral("陈淑芬"));
        if (auto loaded = Catalog::load())
            catalog = *loaded;
    }
    ~Place() { close(); }

    void open(const char *login)
    {
        clinic.takeStore().reset();
        store::Store::forbidThread(std::this_thread::get_id());
        window = makeDesktop(clinic.around(), preferences);
        window->resize(1366, 768);
        drive.emplace(*window);
        window->start();
        enter(login);
    }
    /// The program ends; what it had is asked of the store alone.
    void close()
    {
        const bool open = window != nullptr;
        drive.reset();
        window.reset();
        store::Store::forbidThread({});
        if (open)
            clinic.reopen();
    }
    void again(const char *login)
    {
        close();
        open(login);
    }
    void enter(const char *login)
    {
        QSignalSpy entered(window.get(), &ui::MainWindow::entered);
        drive->get("password").setFocus();
        auto &people = static_cast<QAbstractItemView &>(drive->get("people"));
        for (int i = 0; i < people.model()->rowCount(); ++i)
            drive->key(Qt::Key_Up);
        while (people.currentIndex().data(Qt::UserRole + 1).toString() != QLatin1String(login))
            drive->key(Qt::Key_Down);
        drive->fill("password", TestClinic::password());
        drive->key(Qt::Key_Return);
        QVERIFY2(entered.wait(GuiDriver::patienceMs), login);
    }
    void lock()
    {
        drive->key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        drive->get("password");
    }
    /// From the place where one is to a new visit of the woman's.
    void startVisit()
    {
        visit().startVisit(woman.id);
        window->workspace()->go(QStringLiteral("visit"));
        QTRY_VERIFY(visit().patient());
        if (auto *complaint = drive->find("complaint")) // a restored one may show its prescription
            complaint->setFocus();
    }
    ui::VisitPage &visit() { return *static_cast<ui::VisitPage *>(window->workspace()->page(QStringLiteral("visit"))); }
    QString text(const char *name)
    {
        QWidget &field = drive->get(name);
        const auto *line = qobject_cast<QLineEdit *>(&field);
        return line ? line->text() : static_cast<QTextEdit &>(field).toPlainText();
    }
    template <class T = ui::MessageStrip>
    QString strip(const char *name)
    {
        const auto *one = drive->find<T>(name);
        return one ? one->text() : QString();
    }
    template <class F>
    auto ask(F f)
    {
        return std::async(std::launch::async,
                          [&] {
                              const auto view = window->clinic()->store().snapshot(window->clinic()->actor());
                              return f(static_cast<const store::Snapshot &>(*view));
                          })
            .get();
    }
    /// Drafts of whoever works now.
    int drafts()
    {
        return int(ask([](const store::Snapshot &view) { return xinglin::drafts::mine(view)->size(); }));
    }
    int visits()
    {
        return int(ask([this](const store::Snapshot &view) {
            store::Query row = view.connection().internal("SELECT count(*) FROM visit WHERE patient_id = ?1");
            row.bind(woman.id).next();
            return row.get<int>(0);
        }));
    }

    TestClinic clinic;
    std::shared_ptr<const Catalog> catalog;
    Patient woman;

private:
    QTemporaryDir m_folder;

public:
    ui::Preferences preferences;
    std::unique_ptr<ui::MainWindow> window;
    std::optional<GuiDriver> drive;
};

} // namespace xinglin::test
