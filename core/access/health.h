#pragma once

#include "access/session.h"

/// How the store and this PC are doing, for who looks after them. Facts and numbers, never a patient.
namespace xinglin::access {

enum class HealthState {
    Good,
    Watch,   ///< Nothing is lost, but something is to be done soon.
    Bad,     ///< Something is to be done today.
    Unknown, ///< Cannot be told here.
};

/// One thing that was looked at.
struct HealthLine
{
    QByteArray code; ///< Stable: "store.size", "backup.last".
    HealthState state = HealthState::Good;
    QString name;   ///< "Last backup"
    QString fact;   ///< One sentence.
    QString advice; ///< What to do; empty where there is nothing.
    bool operator==(const HealthLine &) const = default;
};

struct Health
{
    QList<HealthLine> lines;
    QStringList limits; ///< What one PC alone cannot notice: whole sentences.
    /// The worst of the lines; Unknown counts as Good.
    HealthState state() const;
};

/// Asks the store, the keyring and the disk; takes milliseconds. Permission::ReadHealth.
Result<Health> health(const store::Snapshot &view, const Surroundings &around);
/// What is to be said to everybody before clinical work when the clock lies more than a day behind the last commit or
/// more than 30 days ahead of it; empty where it may be right.
Result<QString> clockWarning(const store::Snapshot &view);

} // namespace xinglin::access
