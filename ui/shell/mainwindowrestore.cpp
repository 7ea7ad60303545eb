#include "ui/shell/mainwindow.h"

#include "access/backups.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/ondone.h"
#include "ui/shell/aside.h"
#include "ui/shell/door.h"
#include "ui/shell/restoreform.h"

namespace xinglin::ui {

void MainWindow::askRestore()
{
    const auto where = aside([around = m_around]() -> Result<QString> { return access::defaultBackupFolder(around); });
    onDone(where, this, [this, before = m_state](const Result<QString> &folder) {
        if (m_state == before && folder)
            askRestoreFrom(*folder);
    });
}

void MainWindow::askRestoreFrom(const QString &folder)
{
    auto *form = new RestoreForm(m_around, folder);
    Door *door = makeDoor(form);
    showState(State::Restore, door);
    m_door = door;
    connect(form, &RestoreForm::left, this, &MainWindow::start);
    connect(form, &RestoreForm::restored, this, [this](const QString &sentence) {
        auto *words = new EmptyState(QStringLiteral("checkmark"), tr("The backup was restored"), sentence);
        words->setObjectName(QStringLiteral("restored"));
        Button *go = words->addAction(tr("Sign in"), true);
        go->setObjectName(QStringLiteral("signInRestored"));
        connect(go, &Button::clicked, this, &MainWindow::start);
        Door *done = makeDoor(words);
        showState(State::Restore, done);
        m_door = done;
        go->setFocus();
    });
    form->focusFirst();
}

} // namespace xinglin::ui
