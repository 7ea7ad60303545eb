#include "access/training.h"
#include "demo/practice.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/shell/door.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/setupform.h"
#include "ui/shell/signinform.h"
#include "ui/shell/trainingband.h"
#include "ui/shell/trainingform.h"
#include "ui/shell/workspace.h"

#include <QTimer>

namespace xinglin::ui {

namespace {

constexpr int practiceOpensMs = 8000; ///< How long the other program takes to show, with room to spare.

} // namespace

void MainWindow::showTraining(bool training)
{
    m_isTraining = training;
    m_training->setVisible(training);
    const QString clinic = m_current ? m_current->who().clinic.name : QString();
    if (clinic.isEmpty())
        setWindowTitle(training ? tr("Training: Xinglin", "window title") : tr("Xinglin"));
    else
        setWindowTitle(training ? tr("Training·%1: Xinglin", "window title with the clinic's name").arg(clinic)
                                : tr("%1: Xinglin", "window title with the clinic's name").arg(clinic));
}

void MainWindow::offerPractice(Door *door)
{
    if (m_isTraining)
        return;
    Button *practise = door->addAction(tr("Practise with a demo clinic"));
    practise->setObjectName(QStringLiteral("practise"));
    practise->setKeys(QKeySequence(Qt::Key_F6));
    connect(practise, &Button::clicked, this, [this, practise] {
        // The other program takes a while to show; pressed once more, a second one would be started.
        practise->setEnabled(false);
        practise->setText(tr("The demo clinic is being opened …"));
        QTimer::singleShot(practiceOpensMs, practise, [practise] {
            practise->setText(tr("Practise with a demo clinic"));
            practise->setEnabled(true);
        });
        emit practiceWanted();
    });
}

void MainWindow::tellAtDoor(const Error &error)
{
    if (m_signIn)
        m_signIn->showError(error);
    else if (m_setUp)
        m_setUp->showError(error);
}

void MainWindow::askPractice(bool afresh)
{
    auto *form = new TrainingForm(m_around);
    Door *door = makeDoor(form);
    showState(State::Practice, door);
    m_door = door;
    connect(form, &TrainingForm::made, this, &MainWindow::start);
    connect(form, &TrainingForm::left, this, &MainWindow::close);
    form->begin(afresh);
}

QList<Visitor> MainWindow::practiceVisitors(const QStringList &logins) const
{
    QList<Visitor> visitors;
    for (const QString &login : logins) {
        const demo::Account *account = demo::practiceAccount(login);
        QStringList roles;
        for (const access::Role role : access::allRoles()) {
            if (account && account->roles & role)
                roles << access::nameOf(role);
        }
        visitors << Visitor{login, account ? account->name : QString(), roles.join(QStringLiteral(", "))};
    }
    return visitors;
}

void MainWindow::tellPasswords(SignInForm *form, const QStringList &logins)
{
    if (!logins.contains(demo::practiceOwner().login))
        return; // founded by somebody who chose the passwords
    form->setPractice(tr("The password of everybody here: %1").arg(demo::practiceOwner().password));
    connect(form, &SignInForm::afreshWanted, this, [this] {
        auto *dialog = new AskDialog(tr("Start the training clinic afresh?"),
                                     tr("Everything that was tried in it goes, with its backups, and a new demo clinic "
                                        "is made. No real clinic is touched."),
                                     this);
        dialog->setObjectName(QStringLiteral("afreshDialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setVerb(tr("Start afresh"), true);
        connect(dialog, &QDialog::accepted, this, [this] { askPractice(true); });
        dialog->open();
    });
}

} // namespace xinglin::ui
