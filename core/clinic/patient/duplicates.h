#pragma once

#include "clinic/patient/patient.h"
#include "engines/linkage/linkage.h"
#include "store/snapshot.h"
#include "store/transaction.h"

/// Records that may be of one person: shown while one is typed, listed for review. Merging them is merge.h's.
namespace xinglin::duplicates {

/// What the engine compares of a draft as typed so far; what cannot be read yet is left out.
linkage::Person personOf(const PatientDraft &draft);

/// Somebody who may be the one that is meant.
struct Candidate
{
    PatientHit hit;
    linkage::Match match;
    bool operator==(const Candidate &) const = default;
};
/// Whom the draft may be, the likeliest first, Possible at least; without @p but and those who were said to be somebody
/// else than them. For the desk: names in full.
Result<QList<Candidate>> alike(const store::Snapshot &view, const PatientDraft &draft,
                               std::optional<PatientId> but = {}, int limit = 8);

enum class Opinion {
    Same,      ///< One person: asks for the merge.
    Different, ///< Two people: the pair is listed no more.
};

/// Two records to look at.
struct Pair
{
    PatientHit one;
    PatientHit other;
    double score = 0; ///< Bits; see linkage::Match.
    linkage::Level level = linkage::Level::Likely;
    QList<linkage::Reason::Kind> reasons; ///< The heaviest first.
    std::optional<Instant> asked;         ///< Somebody asks for the merge since then.
    QString asker;
    bool operator==(const Pair &) const = default;
};
struct Page
{
    QList<Pair> pairs;
    bool more = false; ///< There are further ones beyond @p limit.
    bool operator==(const Page &) const = default;
};
/// Those that somebody asks to be merged first, then the likeliest; without what was said to be different and what the
/// reader may not see. Leaves the audit row "duplicates.open".
Result<Page> review(const store::Snapshot &view, int limit = 100);
/// How many pairs there are to look at, at most @p most.
Result<int> count(const store::Snapshot &view, int most = 1000);

/// Says of two records whether they are of one person; what was said before of the two holds no more. Code::Conflict
/// for one record with itself or two that are merged.
Result<Done> say(store::Transaction &tx, PatientId one, PatientId other, Opinion opinion, const QString &reason);

} // namespace xinglin::duplicates
