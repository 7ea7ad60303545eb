#pragma once

#include "base/result.h"
#include "clinic/patient/patient.h"
#include "store/snapshot.h"

/// How people came to the clinic: the channel, the campaign, and who sent them.
namespace xinglin::channels {

/// The channels that ship, in the language of the program, in the order they are offered. Ours.
const QStringList &shipped();
/// Channels to choose from: those that ship, then others the clinic has used of people the reader may see.
Result<QStringList> sources(const store::Snapshot &view);
/// Campaigns the clinic has used of people the reader may see, by name.
Result<QStringList> campaigns(const store::Snapshot &view);

/// Somebody a patient has sent.
struct Referred
{
    PatientHit patient;
    Instant registered;
    qint64 n = 0; ///< For the next page.
    bool operator==(const Referred &) const = default;
};
/// A page of them, the latest first, and how many there are in all.
struct Referrals
{
    QList<Referred> people;
    qint64 count = 0;
    bool operator==(const Referrals &) const = default;
};

/// Who sent the patient; nothing where nobody is recorded, the reader may not see them, or a merge has made them one
/// and the same person.
Result<std::optional<PatientHit>> referrer(const store::Snapshot &view, PatientId patient);
/// Whom the patient has sent, also under records that were merged into theirs; those before @p before where one is
/// named. Of merged records what stands in the one that stays counts.
Result<Referrals> referrals(const store::Snapshot &view, PatientId patient, std::optional<qint64> before = {},
                            int limit = 20);

} // namespace xinglin::channels
