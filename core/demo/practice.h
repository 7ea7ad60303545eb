#pragma once

#include "demo/demo.h"

/// A clinic to practise in: the demo clinic in a folder of its own beside the real one, made by the program itself.
namespace xinglin::demo {

/// The owner of the clinics that makePractice() founds: yuanzhang 顾清源, password xinglin-demo. The password of
/// everybody in them is the same and stands at their door.
const Account &practiceOwner();
/// practiceOwner() and accounts() by their login; nullptr where it is nobody's.
const Account *practiceAccount(const QString &login);

/// Large enough to find one's way in, small enough to be there within a minute: 60 patients, one year, until yesterday.
Options practiceOptions(const access::Surroundings &around);

/// Founds a training clinic in the empty or missing folder of @p around and fills it. It is made beside the folder and
/// moved in place whole: on a refusal, after a cancel or a crash there is none. Blocks; for a worker thread.
/// Conflict where something is there already or the folder lies within another clinic's; else as fill().
Result<Report> makePractice(const access::Surroundings &around, const Catalog &catalog, const Options &options,
                            const Progress &progress = {});

/// Removes the clinic of @p around and its own backups in the default place, where it is certainly one for practice:
/// the folder has the mark, practiceOwner() opens it, and the store says so itself. Conflict else, and nothing is
/// touched; InUse while it is open.
Result<Done> removePractice(const access::Surroundings &around);

} // namespace xinglin::demo
