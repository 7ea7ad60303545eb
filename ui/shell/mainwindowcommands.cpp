#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QCloseEvent>

namespace xinglin::ui {

void MainWindow::addOwnCommands(Workspace &workspace)
{
    GlobalBox &box = workspace.box();
    box.addCommand(
        {QStringLiteral("lock"), tr("Lock"), lockKeys().toString(QKeySequence::NativeText), [this] { lock(); }});
    box.addCommand(
        {QStringLiteral("paper"), tr("Light theme"), {}, [this] { setLook(ThemeName::Paper, m_preferences.scale()); }});
    box.addCommand(
        {QStringLiteral("ink"), tr("Dark theme"), {}, [this] { setLook(ThemeName::Ink, m_preferences.scale()); }});
    for (const double scale : {1.0, 1.15, 1.3})
        box.addCommand(
            {QStringLiteral("scale-%1").arg(scale), tr("Text size %1 %").arg(qRound(scale * 100)), {}, [this, scale] {
                 setLook(m_preferences.theme(), scale);
             }});
    const auto speak = [this, &workspace](const QString &language) {
        m_preferences.setLanguage(language);
        workspace.tell(tr("Xinglin speaks it from the next start on."));
    };
    // Each language is named in itself, so that it is found by those who need it.
    box.addCommand({QStringLiteral("zh"), QStringLiteral("中文"), {}, [speak] { speak(QStringLiteral("zh_CN")); }});
    box.addCommand({QStringLiteral("en"), QStringLiteral("English"), {}, [speak] { speak(QStringLiteral("en")); }});
    box.addCommand({QStringLiteral("password"), tr("Change password"), {}, [this] { askPassword(); }});
    box.addCommand({QStringLiteral("pin"), tr("Set a PIN for coming back"), {}, [this] {
                        if (m_rules.pin)
                            askPin();
                        else
                            m_current->tell(tr("PINs are not allowed in this clinic."));
                    }});
    box.addCommand({QStringLiteral("signOut"), tr("Sign out"), {}, [this] { signOut(); }});
    if (workspace.who().user.roles & access::Role::Owner) {
        box.addCommand({QStringLiteral("recovery"), tr("Confirm the recovery sheet"), {}, [this] { askForSheet(); }});
        box.addCommand({QStringLiteral("newSheet"), tr("Make a new recovery sheet"), {}, [this] { askNewSheet(); }});
    }
}

void MainWindow::setLook(ThemeName theme, double scale)
{
    if (!applyTheme(*qobject_cast<QApplication *>(QApplication::instance()), theme, scale))
        return;
    m_preferences.setTheme(theme);
    m_preferences.setScale(scale);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_filled) // as the person had it
        m_preferences.setGeometry(saveGeometry());
    if (!m_clinic)
        return event->accept();
    if (qGuiApp->isSavingSession()) { // the system does not wait: drafts are kept, the next start makes the backup
        if (m_state != State::Closing)
            settle();
        return event->accept();
    }
    event->ignore();
    bool lost = false;
    for (const Workspace *workspace : std::as_const(m_workspaces))
        lost = lost || workspace->wouldLose();
    if (!lost)
        return leave();
    if (findChild<AskDialog *>(QStringLiteral("closeDialog")))
        return;
    auto *dialog =
        new AskDialog(tr("Close without saving?"), tr("Somebody has typed something here that is not saved."), this);
    dialog->setObjectName(QStringLiteral("closeDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Close Xinglin"), true);
    dialog->setSafeAnswer(tr("Go back"));
    connect(dialog, &QDialog::accepted, this, &MainWindow::leave);
    dialog->open();
}

} // namespace xinglin::ui
