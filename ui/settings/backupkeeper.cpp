#include "ui/settings/backupkeeper.h"

#include "ui/kit/ondone.h"
#include "ui/shell/aside.h"

#include <QCoreApplication>
#include <QPointer>

namespace xinglin::ui {

namespace {

constexpr std::chrono::minutes lookEvery{1};
constexpr std::chrono::hours triedAgain{1};
constexpr std::chrono::milliseconds leastBetweenProgress{100};

struct Known
{
    access::BackupStanding standing;
    access::BackupPlaces places;
    QList<access::BackupLine> lines;
};

/// As the program itself: whoever works here, the clinic's backups are made.
Result<Known> known(store::Store &store, const access::Surroundings &around, const store::Actor &person)
{
    auto knowledge = access::backupKnowledge(store);
    if (!knowledge)
        return knowledge.error();
    const auto own = store.snapshot(person);
    auto places = access::backupPlaces(*own, around);
    if (!places)
        return places.error();
    return Known{knowledge->standing, *places, knowledge->lines};
}

} // namespace

BackupKeeper *BackupKeeper::of(Clinic &clinic, const access::Surroundings &around,
                               const std::shared_ptr<access::Keys> &keys)
{
    if (auto *there = clinic.findChild<BackupKeeper *>(QString(), Qt::FindDirectChildrenOnly))
        return there;
    return new BackupKeeper(clinic, around, keys);
}

BackupKeeper::BackupKeeper(Clinic &clinic, const access::Surroundings &around,
                           const std::shared_ptr<access::Keys> &keys)
    : QObject(&clinic), m_clinic(clinic), m_around(around), m_keys(keys)
{
    m_places.first = access::defaultBackupFolder(around);
    connect(&m_timer, &QTimer::timeout, this, &BackupKeeper::look);
    m_timer.start(lookEvery);
    // What lies in the places is compared with the ledger once, then the first look follows.
    const auto reviewed = m_clinic.work([around, person = m_clinic.actor(), self = program()](store::Store &store) {
        const auto view = store.snapshot(person);
        const auto places = access::backupPlaces(*view, around);
        return places ? access::reviewBackups(store, self, around, *places) : Result<Done>(places.error());
    });
    onDone(reviewed, this, [this](const Result<Done> &) { refresh(); });
}

BackupKeeper::~BackupKeeper()
{
    cancel();
}

store::Actor BackupKeeper::program() const
{
    return {std::nullopt, m_clinic.actor().device};
}

void BackupKeeper::refresh()
{
    read(false);
}

void BackupKeeper::read(bool act)
{
    const auto read = m_clinic.work(
        [around = m_around, person = m_clinic.actor()](store::Store &store) { return known(store, around, person); });
    onDone(read, this, [this, act](const Result<Known> &now) {
        if (!now)
            return;
        m_standing = now->standing;
        m_places = now->places;
        m_newest.reset();
        m_unsound.clear();
        for (const access::BackupLine &line : now->lines) {
            if (line.isGood() && !m_newest)
                m_newest = line;
            if (!line.problem.isEmpty())
                m_unsound << line.id;
        }
        emit standingChanged();
        const Instant moment = m_around.clock->now();
        if (!act || isBusy() || (m_tried && *m_tried <= moment && moment - *m_tried < triedAgain))
            return;
        if (access::isBackupDue(m_standing->lastGood, moment, m_places.every)) {
            m_tried = moment;
            make(store::BackupCause::Scheduled, program());
        } else if (m_newest && access::isDrillDue(m_standing->lastDrill, moment)) {
            m_tried = moment;
            drillAs(*m_newest, program());
        }
    });
}

void BackupKeeper::look()
{
    if (!isBusy())
        read(true);
}

store::BackupWatch BackupKeeper::begin()
{
    m_stop = std::make_shared<std::atomic<bool>>(false);
    emit busyChanged();
    using Steady = std::chrono::steady_clock;
    // The screen hears of it ten times a second, however often the work tells.
    return [guard = QPointer<BackupKeeper>(this), stop = m_stop,
            last = std::make_shared<Steady::time_point>()](const store::BackupProgress &progress) {
        if (const auto now = Steady::now(); now - *last >= leastBetweenProgress) {
            *last = now;
            QMetaObject::invokeMethod(
                qApp,
                [guard, progress] {
                    if (guard)
                        emit guard->progressed(progress);
                },
                Qt::QueuedConnection);
        }
        return !stop->load();
    };
}

void BackupKeeper::end(bool tell, bool well, const QString &sentence)
{
    m_stop.reset();
    emit busyChanged();
    if (tell)
        emit told(well, sentence);
    if (m_closing == Closing::Not)
        refresh();
    else
        goOnClosing();
}

void BackupKeeper::closeDown()
{
    m_timer.stop();
    m_closing = Closing::Wanted;
    if (!isBusy())
        goOnClosing();
}

void BackupKeeper::goOnClosing()
{
    if (std::exchange(m_closing, Closing::Done) == Closing::Done) {
        emit readyToClose();
        return;
    }
    const auto known = m_clinic.work([](store::Store &store) { return access::backupKnowledge(store); });
    onDone(known, this, [this](const Result<access::BackupKnowledge> &now) {
        if (now && now->stale)
            make(store::BackupCause::Closing, program());
        else
            emit readyToClose();
    });
}

void BackupKeeper::cancel()
{
    if (m_stop)
        m_stop->store(true);
}

template <class F>
void BackupKeeper::note(F write, bool tell, bool well, const QString &sentence)
{
    onDone(m_clinic.work(write), this, [this, tell, well, sentence](const Result<Done> &done) {
        end(tell, well && done.ok(), done ? sentence : done.error().message);
    });
}

void BackupKeeper::backUp()
{
    if (!isBusy())
        make(store::BackupCause::Asked, m_clinic.actor());
}

void BackupKeeper::make(store::BackupCause cause, const store::Actor &actor)
{
    using Made = Result<access::MadeBackup>;
    const auto made = aside(
        [around = m_around, key = m_keys->databaseKey(), places = m_places, cause, watch = begin(),
         unsound = m_unsound]() -> Made { return access::makeBackup(around, *key, places, cause, watch, unsound); });
    const bool tell = actor.user.has_value();
    onDone(made, this, [this, actor, tell](const Made &backup) {
        if (!backup && backup.error().code == Code::Cancelled)
            return end(tell, true, tr("The backup was cancelled; nothing of it is left."));
        if (!backup)
            return note([actor, error = backup.error()](
                            store::Store &store) { return access::noteBackupFailure(store, actor, error); },
                        tell, false, backup.error().message);
        const QString sentence =
            backup->secondRefused
                ? tr("The backup was made and holds, but not its copy: %1").arg(backup->secondRefused->message)
                : tr("The backup was made, opened again from disk, and holds.");
        note([actor, kept = *backup](store::Store &store) { return access::noteBackup(store, actor, kept); }, tell,
             !backup->secondRefused, sentence);
    });
}

void BackupKeeper::check(const access::BackupLine &line)
{
    if (isBusy())
        return;
    using Checked = Result<store::BackupCheck>;
    const auto checked =
        aside([around = m_around, key = m_keys->databaseKey(), path = line.path, watch = begin()]() -> Checked {
            return access::checkBackup(around, *key, path, watch);
        });
    onDone(checked, this, [this, actor = m_clinic.actor(), id = line.id](const Checked &check) {
        if (!check)
            return end(true, check.error().code == Code::Cancelled, check.error().message);
        const bool well = check->problems.isEmpty();
        note([actor, id, found = *check](store::Store &store) { return access::noteCheck(store, actor, id, found); },
             true, well,
             well ? tr("Everything in this backup holds: %n file(s) checked.", nullptr, static_cast<int>(check->files))
                  : tr("This backup does not hold (%1). Make a new one.").arg(check->problem()));
    });
}

void BackupKeeper::drill(const access::BackupLine &line)
{
    if (!isBusy())
        drillAs(line, m_clinic.actor());
}

void BackupKeeper::drillAs(const access::BackupLine &line, const store::Actor &actor)
{
    using Drilled = Result<access::Drill>;
    const auto drilled =
        aside([around = m_around, key = m_keys->databaseKey(), path = line.path, watch = begin()]() -> Drilled {
            return access::drillBackup(around, *key, path, watch);
        });
    const bool tell = actor.user.has_value();
    onDone(drilled, this, [this, actor, tell, id = line.id](const Drilled &drill) {
        if (!drill && drill.error().code == Code::Cancelled)
            return end(tell, true, tr("The drill was cancelled; nothing of it is left."));
        access::Drill result{id, {}, 0};
        if (drill)
            result = *drill;
        else
            result.check.problems << store::Problem{"backup.unreadable", {}, drill.error().message};
        const bool well = result.check.problems.isEmpty();
        note([actor, result](store::Store &store) { return access::noteDrill(store, actor, result); }, tell, well,
             well ? tr("Restored to a scratch place in %1 s, checked there, and removed again. It holds.")
                        .arg(QString::number(static_cast<double>(result.ms) / 1000, 'f', 1))
                  : tr("The restore drill failed: %1").arg(result.problem()));
    });
}

} // namespace xinglin::ui
