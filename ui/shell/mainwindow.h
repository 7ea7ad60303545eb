#pragma once

#include "access/locks.h"
#include "clinic/catalog/catalog.h"
#include "ui/shell/preferences.h"
#include "ui/shell/who.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QStackedWidget;
class QTimer;

namespace xinglin::ui {

class ChangeForm;
class Door;
class EmptyState;
class IdleWatch;
class RecoverForm;
class RecoveryForm;
class SetUpForm;
class SignInForm;
class TrainingBand;
class Workspace;
struct Visitor;

/// Reference data that pages are made with; read once, away from the GUI thread.
struct Reference
{
    std::shared_ptr<const Catalog> catalog;
    QHash<QString, QStringList> allergenWords; ///< Pinyin and initials of the catalogue's allergens, by id.
};

/// What pages may need beside the open clinic: the folder and its keys.
struct Office
{
    access::Surroundings around;
    std::shared_ptr<access::Keys> keys;
    bool frontDesk = false; ///< Something can be booked here: today's board is where work begins.
};

/// Puts pages into a person's workspace: places, commands, what leads from one page to another.
using Furnish = std::function<void(Workspace &, Clinic &, const Reference &, const Office &)>;

/// What is shown before the program ends and the store closes, such as a backup in the making; @p ready says that the
/// store may close.
using Part = std::function<QWidget *(Clinic &, const Office &, const std::function<void()> &ready)>;

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

    /// Without it the store closes at once.
    void setParting(Part part) { m_part = std::move(part); }
    /// For practice: an empty folder gets the demo clinic instead of being founded, and a real clinic is not opened.
    void setPractising(bool practising) { m_practising = practising; }
    /// Why what the person asked for at the door came to nothing.
    void tellAtDoor(const Error &error);
    /// Looks at the folder and asks what has to be asked: founding or signing in.
    void start();
    /// Covers the work and lets the person's secret go; the pages stay as they are. Idleness, the system's own lock and
    /// a change of person do it too.
    void lock();
    /// Keeps what is typed as drafts, closes the store, wipes its key and comes back to the door.
    void signOut();
    /// Instead of what the clinic has settled.
    void setIdleLimit(int ms);
    /// The workspace that is shown; nullptr before signing in and while locked.
    Workspace *workspace() const;
    Clinic *clinic() const { return m_clinic.get(); }

    static QKeySequence lockKeys() { return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L); }

signals:
    /// Somebody may begin to work.
    void entered();
    void locked();
    /// The store is closed, after signOut().
    void signedOut();
    /// The training clinic, in a window of its own.
    void practiceWanted();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    enum class State {
        Starting,
        Refused,
        SetUp,
        Recovery,
        SignIn,
        Recover,
        Restore,
        Practice,
        Change,
        Working,
        Locked,
        Closing
    };

    void looked(const Result<access::DoorPlate> &plate);
    /// Band and title; mainwindowtraining.cpp has all about practice.
    void showTraining(bool training);
    void offerPractice(Door *door);
    void askPractice(bool afresh);
    QList<Visitor> practiceVisitors(const QStringList &logins) const;
    void tellPasswords(SignInForm *form, const QStringList &logins);
    void refuse(const Error &error);
    void askSetUp();
    void askRecovery(const RecoverySheet &sheet, const QString &clinic);
    void askSignIn(const QStringList &logins);
    void found(const access::SetUp &wishes);
    void confirm(const std::shared_ptr<const RecoverySheet> &sheet, int line, const QString &typed);
    void signIn(const QString &login, const access::Password &password);
    /// The recovery sheet at the door.
    void askRecover();
    /// A backup at the door.
    void askRestore();
    void askRestoreFrom(const QString &folder);
    void recover(const QString &sheet, const QString &login, const access::Password &fresh);
    /// A password that has to be changed first; @p then goes on, @p back leaves.
    void askChange(const QString &login, const access::Password &old, std::function<void()> then,
                   std::function<void()> back);
    void showLocked();
    /// Shows nothing but this, as large as can be, until endShowing() or the next lock.
    void handOver(QWidget *screen);
    void endShowing();
    void takeScreenBack();
    QList<Visitor> visitors() const;
    void unlock(const QString &login, const access::Password &password);
    void unlocked(const access::Person &person);
    void readRules();
    void coverDialogs(bool covered);
    /// Keeps what is typed and lets the secrets go, before the store closes.
    void settle();
    /// Closes the store and then the window.
    void leave();
    void showClosing(QWidget *content);
    /// Dialogs, then pages; what was typed into them is kept.
    void deletePages();
    void closeClinic();
    void openClinic(access::Session &session);
    void enter();
    void takeOver(const access::Person &person);
    void work(const Who &who);
    /// Whether the person works with a front desk; see Office::frontDesk.
    static bool hasFrontDesk(const store::Snapshot &view);
    void addOwnCommands(Workspace &workspace);
    /// The clinic as somebody else would see it, for reading only.
    void preview(access::UserId person, const QString &name);
    void showPreview(const Who &who, const QString &name);
    void endPreview();
    void askForSheet();
    void answerWarning();
    void askPassword();
    void askPin();
    void askNewSheet();
    void askNewSheetPassword(const std::shared_ptr<const RecoverySheet> &sheet, int line, const QString &typed);
    void backToWork();
    std::optional<access::UserId> knownUser(const QString &login) const;
    void showState(State state, QWidget *screen);
    void setLook(ThemeName theme, double scale);
    Door *makeDoor(QWidget *content);
    void tellWarnings();

    access::Surroundings m_around;
    Preferences &m_preferences;
    Furnish m_furnish;
    Part m_part;
    bool m_leaving = false; ///< The window closes once the store has.
    State m_state = State::Starting;
    TrainingBand *m_training;
    bool m_isTraining = false; ///< As the folder says, before anything is unlocked, and then the clinic.
    bool m_practising = false;
    QStackedWidget *m_screens;
    IdleWatch *m_idle;
    Door *m_door = nullptr;
    SetUpForm *m_setUp = nullptr;
    RecoveryForm *m_recovery = nullptr;
    SignInForm *m_signIn = nullptr;
    RecoverForm *m_recover = nullptr;
    ChangeForm *m_change = nullptr;
    std::optional<Reference> m_reference;
    bool m_frontDesk = false;     ///< Of whom is about to work.
    QSet<Uuid> m_withFrontDesk;   ///< Whose workspace was made so.
    std::optional<Who> m_waiting; ///< Entered before the reference data were there.
    std::shared_ptr<const RecoverySheet> m_sheet;
    access::DoorPlate m_plate; ///< As last looked at.
    std::shared_ptr<access::Keys> m_keys;
    access::Pins m_pins;
    access::LockRules m_rules;
    bool m_ownLimit = false;
    int m_softFailures = 0;
    quint32 m_failures = 0;                          ///< Wrong passwords before this entry, to be told.
    QPointer<QWidget> m_handed;                      ///< In a patient's hands, or before their eyes.
    bool m_filled = false;                           ///< The window is full-screen because of it.
    QTimer *m_far;                                   ///< Covered for so long that the store closes.
    QHash<Uuid, QList<QPointer<QWidget>>> m_covered; ///< Each person's dialogs, hidden while they are away.
    std::unique_ptr<Clinic> m_clinic;
    QHash<Uuid, Workspace *> m_workspaces;
    Workspace *m_current = nullptr;
    Workspace *m_previewed = nullptr; ///< One's own, while a preview is shown.
};

} // namespace xinglin::ui
