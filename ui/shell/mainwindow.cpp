#include "ui/shell/mainwindow.h"
#include "clinic/schedule/services.h"

#include "access/training.h"
#include "base/text/pinyin.h"
#include "ui/kit/button.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/ondone.h"
#include "ui/shell/aside.h"
#include "ui/shell/door.h"
#include "ui/shell/idlewatch.h"
#include "ui/shell/recoveryform.h"
#include "ui/shell/refusals.h"
#include "ui/shell/setupform.h"
#include "ui/shell/signinform.h"
#include "ui/shell/systemlock.h"
#include "ui/shell/trainingband.h"
#include "ui/shell/workspace.h"

#include <QCloseEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

constexpr QSize defaultSize(1440, 900);
constexpr QSize leastSize(1024, 640);
constexpr auto recoveryTold = std::chrono::hours(24 * 30);
constexpr auto recoveryProven = std::chrono::hours(24 * 365);

QList<Visitor> visitorsOf(const QStringList &logins)
{
    QList<Visitor> visitors;
    for (const QString &login : logins)
        visitors << Visitor{login, {}, {}};
    return visitors;
}

} // namespace

MainWindow::MainWindow(const access::Surroundings &around, Preferences &preferences, Furnish furnish, QWidget *parent)
    : QWidget(parent)
    , m_around(around)
    , m_preferences(preferences)
    , m_furnish(std::move(furnish))
    , m_training(new TrainingBand)
    , m_screens(new QStackedWidget)
    , m_idle(new IdleWatch(this))
    , m_pins(around)
    , m_far(new QTimer(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Xinglin"));
    setMinimumSize(leastSize);
    m_training->setObjectName(QStringLiteral("training"));
    m_training->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_training);
    column->addWidget(m_screens, 1);
    if (!restoreGeometry(m_preferences.geometry()))
        resize(defaultSize);
    m_far->setSingleShot(true);
    connect(m_idle, &IdleWatch::idle, this, &MainWindow::lock);
    m_idle->setKeys(lockKeys());
    connect(m_idle, &IdleWatch::pressed, this, &MainWindow::lock, Qt::QueuedConnection); // the dialog hears it out
    connect(m_far, &QTimer::timeout, this, &MainWindow::signOut);
    connect(new SystemLock(this), &SystemLock::locking, this, &MainWindow::lock);
}

MainWindow::~MainWindow()
{
    // Pages ask the clinic until they are gone, so they go first.
    deletePages();
    // What still runs aside uses the clock and the files it was given, which may go right after the window.
    QThreadPool::globalInstance()->waitForDone();
}

Workspace *MainWindow::workspace() const
{
    return m_state == State::Working ? m_current : nullptr;
}

void MainWindow::setIdleLimit(int ms)
{
    m_ownLimit = true;
    m_idle->setLimit(ms);
}

void MainWindow::start()
{
    struct Seen
    {
        Result<access::DoorPlate> plate;
        bool training = false;
    };
    const auto looking = aside([around = m_around]() -> Result<Seen> {
        return Seen{access::lookAt(around), access::isTrainingPlace(around)};
    });
    onDone(looking, this, [this](const Result<Seen> &seen) {
        if (!seen)
            return looked(seen.error());
        showTraining(seen->training || m_practising);
        if (m_practising && !seen->training && seen->plate && seen->plate->exists)
            return refuse({Code::Conflict, tr("The clinic in %1 is not for practice.").arg(m_around.folder), {}, {}});
        looked(seen->plate);
    });
    if (m_reference)
        return;
    const auto loaded = aside([]() -> Result<Reference> {
        const Result<std::shared_ptr<const Catalog>> catalog = Catalog::load();
        if (!catalog)
            return catalog.error();
        Reference reference{*catalog, {}};
        for (const safety::Allergen &allergen : (*catalog)->allergens())
            reference.allergenWords.insert(allergen.id,
                                           {termPinyin(allergen.nameZh).remove(u' '), termInitials(allergen.nameZh)});
        return reference;
    });
    onDone(loaded, this, [this](const Result<Reference> &reference) {
        if (!reference)
            return refuse(reference.error());
        m_reference = *reference;
        if (m_waiting)
            work(*std::exchange(m_waiting, std::nullopt));
    });
}

void MainWindow::looked(const Result<access::DoorPlate> &plate)
{
    if (!plate)
        return refuse(plate.error());
    m_plate = *plate;
    if (plate->exists)
        askSignIn(plate->logins);
    else if (m_practising)
        askPractice(false);
    else
        askSetUp();
}

void MainWindow::showState(State state, QWidget *screen)
{
    m_state = state;
    if (m_screens->indexOf(screen) < 0)
        m_screens->addWidget(screen);
    m_screens->setCurrentWidget(screen);
    takeScreenBack();
    if (m_door && m_door != screen) {
        m_door->deleteLater();
        m_door = nullptr;
        m_setUp = nullptr;
        m_recovery = nullptr;
        m_signIn = nullptr;
        m_recover = nullptr;
        m_change = nullptr;
    }
    m_idle->setOn(state == State::Working || (state == State::Recovery && m_current));
}

Door *MainWindow::makeDoor(QWidget *content)
{
    auto *door = new Door(*m_around.clock, m_around.zone, content);
    if (m_current)
        door->setClinic(m_current->who().clinic.name, m_current->who().clinic.address);
    return door;
}

void MainWindow::refuse(const Error &error)
{
    auto *words =
        new EmptyState(QStringLiteral("dialog-warning"), tr("The clinic could not be opened"), sentenceFor(error));
    words->setObjectName(QStringLiteral("refused"));
    Button *again = words->addAction(tr("Try again"), true);
    again->setObjectName(QStringLiteral("tryAgain"));
    connect(again, &Button::clicked, this, &MainWindow::start);
    Button *restore = words->addAction(tr("Restore from a backup"), false);
    restore->setObjectName(QStringLiteral("restoreBackup"));
    restore->setKeys(QKeySequence(Qt::Key_F9));
    connect(restore, &Button::clicked, this, &MainWindow::askRestore);
    Door *door = makeDoor(words);
    showState(State::Refused, door);
    m_door = door;
    again->setFocus();
}

void MainWindow::askSetUp()
{
    auto *form = new SetUpForm;
    Door *door = makeDoor(form);
    showState(State::SetUp, door);
    m_door = door;
    m_setUp = form;
    offerPractice(door);
    connect(form, &SetUpForm::submitted, this, &MainWindow::found);
    form->focusFirst();
}

void MainWindow::found(const access::SetUp &wishes)
{
    m_setUp->setBusy(true);
    // A session cannot be copied, a future's result must be; so it travels behind a pointer.
    using Made = std::shared_ptr<access::Founded>;
    const auto made = aside([around = m_around, wishes]() -> Result<Made> {
        Result<access::Founded> founded = access::setUp(around, wishes);
        if (!founded)
            return founded.error();
        return std::make_shared<access::Founded>(*std::move(founded));
    });
    onDone(made, this, [this, clinic = wishes.clinic, login = wishes.owner.login](const Result<Made> &founded) {
        if (!founded)
            return m_setUp->showError(founded.error());
        m_plate = {true, {login}, false, {}, {}};
        m_sheet = (*founded)->sheet;
        openClinic((*founded)->session);
        askRecovery(*m_sheet, clinic);
    });
}

void MainWindow::askRecovery(const RecoverySheet &sheet, const QString &clinic)
{
    const RecoveryPaper paper{clinic, civilDay(m_around.clock->now(), m_around.zone), sheet.lines(), m_isTraining};
    const auto line = 1 + static_cast<int>(m_around.random->below(RecoverySheet::lineCount));
    auto *form = new RecoveryForm(m_around, paper, line);
    Door *door = makeDoor(form);
    showState(State::Recovery, door);
    m_door = door;
    m_recovery = form;
    door->setClinic(clinic, {});
    connect(form, &RecoveryForm::postponed, this, [this] {
        m_sheet.reset();
        enter();
    });
    connect(form, &RecoveryForm::typedBack, this,
            [this](int asked, const QString &typed) { confirm(m_sheet, asked, typed); });
}

void MainWindow::confirm(const std::shared_ptr<const RecoverySheet> &sheet, int line, const QString &typed)
{
    m_recovery->setBusy(true);
    const auto confirmed =
        aside([around = m_around, sheet, line, typed] { return access::confirmRecovery(around, *sheet, line, typed); });
    onDone(confirmed, this, [this](const Result<Done> &done) {
        if (!done)
            return m_recovery->showError(done.error());
        m_plate.recoveryConfirmed = true;
        m_plate.recoveryConfirmedAt = m_around.clock->now();
        m_sheet.reset();
        enter();
    });
}

void MainWindow::askSignIn(const QStringList &logins)
{
    auto *form = new SignInForm;
    form->setVisitors(m_isTraining ? practiceVisitors(logins) : visitorsOf(logins), {});
    Door *door = makeDoor(form);
    offerPractice(door);
    if (m_isTraining)
        tellPasswords(form, logins);
    showState(State::SignIn, door);
    m_door = door;
    m_signIn = form;
    connect(form, &SignInForm::submitted, this, &MainWindow::signIn);
    connect(form, &SignInForm::recoveryWanted, this, &MainWindow::askRecover);
    connect(form, &SignInForm::restoreWanted, this, &MainWindow::askRestore);
    form->setRecovery(true);
    form->reset();
}

void MainWindow::signIn(const QString &login, const access::Password &password)
{
    m_signIn->setBusy(true);
    using Opened = std::shared_ptr<access::Session>;
    const auto opened = aside([around = m_around, login, password]() -> Result<Opened> {
        Result<access::Session> session = access::signIn(around, login, password);
        if (!session)
            return session.error();
        return std::make_shared<access::Session>(*std::move(session));
    });
    onDone(opened, this, [this, login, password](const Result<Opened> &session) {
        if (!session)
            return m_signIn->showError(session.error());
        m_failures = (*session)->failures;
        openClinic(**session);
        if ((*session)->mustChange)
            askChange(
                login, password, [this] { enter(); }, [this] { signOut(); });
        else
            enter();
    });
}

void MainWindow::openClinic(access::Session &session)
{
    m_keys = std::make_shared<access::Keys>(session.databaseKey, session.user, session.userSecret);
    m_clinic = std::make_unique<Clinic>(std::move(session.store), session.actor);
}

void MainWindow::enter()
{
    const auto asked = m_clinic->read([](const store::Snapshot &view) -> Result<std::pair<Who, bool>> {
        const auto who = whoIs(view);
        if (!who)
            return who.error();
        return std::pair(*who, hasFrontDesk(view));
    });
    onDone(asked, this, [this](const Result<std::pair<Who, bool>> &known) {
        if (!known)
            return refuse(known.error());
        m_frontDesk = known->second;
        work(known->first);
    });
}

bool MainWindow::hasFrontDesk(const store::Snapshot &view)
{
    const auto offered = schedule::services(view);
    return offered && !offered->isEmpty();
}

void MainWindow::work(const Who &who)
{
    if (!m_reference) {
        m_waiting = who;
        return;
    }
    Workspace *workspace = m_workspaces.value(who.user.id.uuid());
    if (workspace && (workspace->who() != who || m_withFrontDesk.contains(who.user.id.uuid()) != m_frontDesk)) {
        // their rights have changed meanwhile, or the clinic has a front desk now
        workspace->deleteLater();
        workspace = nullptr;
    }
    if (!workspace) {
        workspace = new Workspace(*m_clinic, who, lockKeys());
        connect(workspace, &Workspace::lockWanted, this, &MainWindow::lock);
        connect(workspace, &Workspace::handOverWanted, this, &MainWindow::handOver);
        connect(workspace, &Workspace::showingWanted, this, &MainWindow::handOver);
        connect(workspace, &Workspace::showingEnded, this, &MainWindow::endShowing);
        connect(workspace, &Workspace::warningPressed, this, &MainWindow::answerWarning);
        connect(workspace, &Workspace::previewWanted, this, &MainWindow::preview);
        m_workspaces.insert(who.user.id.uuid(), workspace);
        m_screens->addWidget(workspace);
        m_furnish(*workspace, *m_clinic, *m_reference, {m_around, m_keys, m_frontDesk});
        if (m_frontDesk)
            m_withFrontDesk.insert(who.user.id.uuid());
        else
            m_withFrontDesk.remove(who.user.id.uuid());
        addOwnCommands(*workspace);
    }
    m_current = workspace;
    if (workspace->isResting())
        workspace->rest(false);
    showState(State::Working, workspace);
    showTraining(who.clinic.isTraining);
    tellWarnings();
    readRules();
    if (workspace->current())
        workspace->current()->activate();
    coverDialogs(false);
    if (const auto failures = static_cast<int>(std::exchange(m_failures, 0)); failures > 0)
        workspace->tell(tr("%n wrong password(s) were tried in your name before.", nullptr, failures));
    emit entered();
}

void MainWindow::tellWarnings()
{
    if (!m_current)
        return;
    QString warning;
    const Instant now = m_around.clock->now();
    if (!(m_current->who().user.roles & access::Role::Owner) || m_isTraining)
        warning.clear();
    else if (m_plate.recoveryUsedAt && now - *m_plate.recoveryUsedAt < recoveryTold)
        warning = tr("The recovery sheet was used");
    else if (!m_plate.recoveryConfirmed)
        warning = tr("Recovery sheet not confirmed");
    else if (m_plate.recoveryConfirmedAt && now - *m_plate.recoveryConfirmedAt > recoveryProven)
        warning = tr("Recovery sheet not confirmed for a year");
    m_current->setWarning(warning);
}

} // namespace xinglin::ui
