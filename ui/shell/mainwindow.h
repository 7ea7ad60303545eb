#pragma once

#include "access/session.h"
#include "clinic/catalog/catalog.h"
#include "ui/shell/preferences.h"
#include "ui/shell/who.h"

#include <QWidget>

#include <functional>

class QStackedWidget;

namespace xinglin::ui {

class Door;
class EmptyState;
class IdleWatch;
class MessageStrip;
class RecoveryForm;
class SetUpForm;
class SignInForm;
class Workspace;

/// Reference data that pages are made with; read once, away from the GUI thread.
struct Reference
{
    std::shared_ptr<const Catalog> catalog;
    QHash<QString, QStringList> allergenWords; ///< Pinyin and initials of the catalogue's allergens, by id.
};

/// Puts pages into a person's workspace: places, commands, what leads from one page to another.
using Furnish = std::function<void(Workspace &, Clinic &, const Reference &)>;

/// The one window: first run, sign-in, work, lock. Everybody who works here has a workspace of their own, which stays
/// as it is while somebody else is signed in.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    /// What @p around points to, and @p preferences, outlive the window.
    MainWindow(const access::Surroundings &around, Preferences &preferences, Furnish furnish,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Looks at the folder and asks what has to be asked: founding or signing in.
    void start();
    /// Covers the work; the pages stay as they are.
    void lock();
    void setIdleLimit(int ms);
    /// The workspace that is shown; nullptr before signing in and while locked.
    Workspace *workspace() const;
    Clinic *clinic() const { return m_clinic.get(); }

    static QKeySequence lockKeys() { return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L); }

signals:
    /// Somebody may begin to work.
    void entered();
    void locked();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    enum class State { Starting, Refused, SetUp, Recovery, SignIn, Working, Locked };

    void looked(const Result<access::DoorPlate> &plate);
    void refuse(const Error &error);
    void askSetUp();
    void askRecovery(const RecoverySheet &sheet, const QString &clinic);
    void askSignIn(const QStringList &logins);
    void found(const access::SetUp &wishes);
    void confirm(const std::shared_ptr<const RecoverySheet> &sheet, int line, const QString &typed);
    void signIn(const QString &login, const QString &password);
    void unlock(const QString &login, const QString &password);
    void openClinic(access::Session &session);
    void enter();
    void takeOver(const access::Person &person);
    void work(const Who &who);
    void addOwnCommands(Workspace &workspace);
    void askForSheet();
    void showState(State state, QWidget *screen);
    void setLook(ThemeName theme, double scale);
    Door *makeDoor(QWidget *content);
    void tellWarnings();

    access::Surroundings m_around;
    Preferences &m_preferences;
    Furnish m_furnish;
    State m_state = State::Starting;
    MessageStrip *m_training;
    QStackedWidget *m_screens;
    IdleWatch *m_idle;
    Door *m_door = nullptr;
    SetUpForm *m_setUp = nullptr;
    RecoveryForm *m_recovery = nullptr;
    SignInForm *m_signIn = nullptr;
    std::optional<Reference> m_reference;
    std::optional<Who> m_waiting; ///< Entered before the reference data were there.
    std::shared_ptr<const RecoverySheet> m_sheet;
    bool m_recoveryConfirmed = true;
    QStringList m_logins;
    access::Session m_session; ///< Its store has moved to the clinic.
    std::unique_ptr<Clinic> m_clinic;
    QHash<Uuid, Workspace *> m_workspaces;
    Workspace *m_current = nullptr;
};

} // namespace xinglin::ui
