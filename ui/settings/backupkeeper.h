#pragma once

#include "access/backups.h"
#include "clinic/clinic.h"

#include <QTimer>

#include <atomic>

namespace xinglin::ui {

/// Makes the clinic's backups by itself while it is open: every few hours, and the monthly restore drill; and what a
/// person asks for. One for a clinic, on the GUI thread; the work runs on a pool thread beside the store, one at a
/// time.
class BackupKeeper : public QObject
{
    Q_OBJECT

public:
    /// The keeper of @p clinic, made at the first call and gone with it.
    static BackupKeeper *of(Clinic &clinic, const access::Surroundings &around,
                            const std::shared_ptr<access::Keys> &keys);
    ~BackupKeeper() override;

    /// What is known; empty until it was read.
    const std::optional<access::BackupStanding> &standing() const { return m_standing; }
    const access::BackupPlaces &places() const { return m_places; }
    bool isBusy() const { return m_stop != nullptr; }

    /// As the person who works here now; a keeper that is busy does nothing.
    void backUp();
    void check(const access::BackupLine &line);
    void drill(const access::BackupLine &line);
    void cancel();
    /// The last backup before the store closes, where something was written since the newest one; cancel() skips it.
    /// readyToClose() follows, whatever comes of it.
    void closeDown();
    /// Reads standing and places anew.
    void refresh();

signals:
    void standingChanged();
    void busyChanged();
    void progressed(const xinglin::store::BackupProgress &progress);
    /// What was asked for is done: a sentence, and whether it went well.
    void told(bool well, const QString &sentence);
    /// After closeDown(): nothing is under way any more.
    void readyToClose();

private:
    BackupKeeper(Clinic &clinic, const access::Surroundings &around, const std::shared_ptr<access::Keys> &keys);

    void look();
    void read(bool act);
    void make(store::BackupCause cause, const store::Actor &actor);
    void goOnClosing();
    void drillAs(const access::BackupLine &line, const store::Actor &actor);
    store::BackupWatch begin();
    void end(bool tell, bool well, const QString &sentence);
    store::Actor program() const;
    template <class F>
    void note(F write, bool tell, bool well, const QString &sentence);

    Clinic &m_clinic;
    access::Surroundings m_around;
    std::shared_ptr<access::Keys> m_keys;
    QTimer m_timer;
    std::optional<access::BackupStanding> m_standing;
    access::BackupPlaces m_places;
    std::optional<access::BackupLine> m_newest;
    std::optional<Instant> m_tried; ///< Unattended; a refusal is tried again in an hour.
    QList<access::BackupId> m_unsound;
    enum class Closing { Not, Wanted, Done } m_closing = Closing::Not;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< While busy.
};

} // namespace xinglin::ui

Q_DECLARE_METATYPE(xinglin::store::BackupProgress)
