#include "ui/kit/clipboard.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/ondone.h"
#include "ui/shell/aside.h"
#include "ui/shell/changeform.h"
#include "ui/shell/door.h"
#include "ui/shell/idlewatch.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/recoverform.h"
#include "ui/shell/signinform.h"
#include "ui/shell/workspace.h"

#include <QApplication>
#include <QDialog>
#include <QStackedWidget>
#include <QTimer>

namespace xinglin::ui {

namespace {
constexpr int mostSoftFailures = 3;
} // namespace

void MainWindow::lock()
{
    if (m_state != State::Working && !(m_state == State::Recovery && m_current))
        return;
    endPreview();
    m_sheet.reset();
    m_current->rest(true); // what is typed goes to the drafts, in this person's name
    m_clinic->read([](const store::Snapshot &view) {
        view.audit({"session.lock", "user", view.actor().user, {}, "ok", {}});
        return Done{};
    });
    m_keys->lock();
    m_softFailures = 0;
    forgetCopied();
    coverDialogs(true);
    showLocked();
    const auto left = m_rules.close - m_rules.cover;
    m_far->start(qMax(left, std::chrono::milliseconds(0)));
    emit locked();
}

void MainWindow::coverDialogs(bool covered)
{
    const Uuid person = m_current->who().user.id.uuid();
    if (!covered) {
        const auto dialogs = m_covered.take(person);
        for (const QPointer<QWidget> &dialog : dialogs) {
            if (dialog)
                dialog->show();
        }
        return;
    }
    for (QDialog *dialog : findChildren<QDialog *>()) {
        if (dialog->isVisible()) {
            dialog->hide();
            m_covered[person] << dialog;
        }
    }
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
}

QList<Visitor> MainWindow::visitors() const
{
    QList<Visitor> all;
    for (const QString &login : m_plate.logins) {
        Visitor visitor{login, {}, {}, false};
        for (const Workspace *known : m_workspaces) {
            if (known->who().user.login == login)
                visitor = {login, known->who().user.name,
                           known->hasUnsaved() ? tr("has something unsaved") : tr("at work"),
                           m_rules.pin && m_pins.has(known->who().user.id)};
        }
        all << visitor;
    }
    return all;
}

void MainWindow::showLocked()
{
    auto *form = new SignInForm;
    form->setWords(tr("Locked. Who continues?"), tr("Unlock"));
    form->setVisitors(visitors(), m_current->who().user.login);
    Door *door = makeDoor(form);
    showState(State::Locked, door);
    m_door = door;
    m_signIn = form;
    connect(form, &SignInForm::submitted, this, &MainWindow::unlock);
    form->reset();
    // People may have been added or disabled since.
    const auto looked = aside([around = m_around] { return access::lookAt(around); });
    onDone(looked, form, [this, form](const Result<access::DoorPlate> &plate) {
        if (!plate || plate->logins == m_plate.logins)
            return;
        m_plate = *plate;
        form->setVisitors(visitors(), m_current->who().user.login);
    });
}

void MainWindow::handOver(QWidget *screen)
{
    if (m_state != State::Working)
        return;
    takeScreenBack();
    m_handed = screen;
    m_screens->addWidget(screen);
    m_screens->setCurrentWidget(screen);
    m_filled = !isFullScreen();
    if (m_filled)
        setWindowState(windowState() | Qt::WindowFullScreen);
    screen->setFocus();
}

void MainWindow::endShowing()
{
    if (m_state != State::Working || !m_handed)
        return;
    showState(State::Working, m_current);
    if (m_current->current())
        m_current->current()->activate();
}

void MainWindow::takeScreenBack()
{
    if (!m_handed)
        return;
    if (std::exchange(m_filled, false))
        setWindowState(windowState() & ~Qt::WindowFullScreen);
    m_screens->removeWidget(m_handed);
    m_handed->hide();
    m_handed->deleteLater();
    m_handed.clear();
}

std::optional<access::UserId> MainWindow::knownUser(const QString &login) const
{
    for (const Workspace *known : m_workspaces) {
        if (known->who().user.login == login)
            return known->who().user.id;
    }
    return std::nullopt;
}

void MainWindow::unlock(const QString &login, const access::Password &password)
{
    m_signIn->setBusy(true);
    const std::optional<access::UserId> known = knownUser(login);
    const bool byPin = known && m_rules.pin && m_pins.has(*known) && access::isPin(password);
    const auto identified =
        m_clinic->work([around = m_around, login, password, known, byPin, pins = &m_pins](store::Store &store) {
            return byPin ? access::identifyByPin(around, store, *pins, *known, password)
                         : access::identify(around, store, login, password);
        });
    onDone(identified, this, [this, login, password](const Result<access::Person> &person) {
        if (m_state != State::Locked)
            return;
        if (!person) {
            const bool wrong = person.error().code == Code::WrongPassword;
            if (wrong && ++m_softFailures >= mostSoftFailures)
                return signOut();
            return m_signIn->showError(person.error());
        }
        if (person->mustChange) {
            m_clinic->setActor({person->user.uuid(), m_clinic->actor().device});
            return askChange(
                login, password, [this, person = *person] { unlocked(person); }, [this] { showLocked(); });
        }
        unlocked(*person);
    });
}

void MainWindow::unlocked(const access::Person &person)
{
    m_failures = person.failures;
    const store::Actor before{m_current->who().user.id.uuid(), m_clinic->actor().device};
    m_clinic->setActor({person.user.uuid(), before.device});
    const auto asked = m_clinic->read([id = person.user](const store::Snapshot &view) -> Result<std::pair<Who, bool>> {
        view.audit({"session.open", "user", id.uuid(), {}, "ok", {}});
        const auto who = whoIs(view);
        if (!who)
            return who.error();
        return std::pair(*who, hasFrontDesk(view));
    });
    onDone(asked, this, [this, before, person](const Result<std::pair<Who, bool>> &known) {
        if (!known) {
            m_clinic->setActor(before);
            if (!m_signIn)
                showLocked();
            return m_signIn->showError(known.error());
        }
        m_far->stop();
        m_keys->setPerson(person.user, person.secret);
        m_frontDesk = known->second;
        work(known->first);
    });
}

void MainWindow::readRules()
{
    onDone(m_clinic->read(access::lockRules), this, [this](const Result<access::LockRules> &rules) {
        if (!rules)
            return;
        m_rules = *rules;
        if (!m_ownLimit)
            m_idle->setLimit(static_cast<int>(m_rules.cover.count()));
    });
}

void MainWindow::askChange(const QString &login, const access::Password &old, std::function<void()> then,
                           std::function<void()> back)
{
    auto *form = new ChangeForm(login);
    Door *door = makeDoor(form);
    showState(State::Change, door);
    m_door = door;
    m_change = form;
    connect(form, &ChangeForm::left, this, back);
    connect(form, &ChangeForm::submitted, this, [this, old, then](const access::Password &fresh) {
        m_change->setBusy(true);
        const auto changed =
            m_clinic->work([around = m_around, actor = m_clinic->actor(), old, fresh](store::Store &store) {
                return access::changePassword(around, store, actor, old, fresh);
            });
        onDone(changed, m_change, [this, then](const Result<Done> &done) {
            if (!done)
                return m_change->showError(done.error());
            then();
        });
    });
    form->focusFirst();
}

void MainWindow::signOut()
{
    if (!m_clinic || m_state == State::Closing)
        return;
    settle();
    showClosing(new EmptyState(QStringLiteral("lock"), tr("Closing the records"), tr("One moment, please.")));
    // This may have been asked from within a page that goes now.
    QMetaObject::invokeMethod(this, &MainWindow::closeClinic, Qt::QueuedConnection);
}

void MainWindow::settle()
{
    endPreview();
    if (m_current) {
        coverDialogs(true);
        if (!m_current->isResting())
            m_current->rest(true);
    }
    m_clinic->read([](const store::Snapshot &view) {
        view.audit({"session.close", "user", view.actor().user, {}, "ok", {}});
        return Done{};
    });
    m_far->stop();
    m_keys->lock();
    m_pins.clear();
    m_sheet.reset();
    forgetCopied();
}

void MainWindow::leave()
{
    if (!m_clinic || m_state == State::Closing)
        return;
    m_leaving = true;
    settle();
    const auto close = [this] { QMetaObject::invokeMethod(this, &MainWindow::closeClinic, Qt::QueuedConnection); };
    if (m_part)
        return showClosing(m_part(*m_clinic, {m_around, m_keys, m_frontDesk}, close));
    showClosing(new EmptyState(QStringLiteral("lock"), tr("Closing the records"), tr("One moment, please.")));
    close();
}

void MainWindow::showClosing(QWidget *content)
{
    content->setObjectName(QStringLiteral("closing"));
    Door *door = makeDoor(content);
    showState(State::Closing, door);
    m_door = door;
}

void MainWindow::deletePages()
{
    // Dialogs ask the clinic too, and keep what was typed into them; those that hang on a page may be covered.
    qDeleteAll(findChildren<QDialog *>(QString(), Qt::FindDirectChildrenOnly));
    for (const auto &dialogs : std::as_const(m_covered)) {
        for (const QPointer<QWidget> &dialog : dialogs)
            delete dialog.data();
    }
    m_covered.clear();
    qDeleteAll(m_workspaces);
    m_workspaces.clear();
    m_current = nullptr;
}

void MainWindow::closeClinic()
{
    deletePages();
    showTraining(m_isTraining);
    // It waits for what is still running, so it ends on a thread that may wait; what hangs on it belongs to this one.
    qDeleteAll(m_clinic->findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly));
    m_keys->close();
    m_keys.reset();
    m_clinic->disconnect();
    m_clinic->moveToThread(nullptr);
    const auto closed = aside([clinic = std::shared_ptr<Clinic>(m_clinic.release())]() mutable -> Result<Done> {
        clinic.reset();
        return Done{};
    });
    onDone(closed, this, [this](const Result<Done> &) {
        emit signedOut();
        if (m_leaving)
            close();
        else
            start();
    });
}

} // namespace xinglin::ui
