#pragma once

#include "clinic/patient/batches.h"
#include "engines/linkage/linkage.h"

/// Whom a line of an import is about, among all that are known.
namespace xinglin::batch {

struct Match
{
    PatientId patient{Uuid(Uuid::Bytes{})};
    linkage::Level level = linkage::Level::Likely;
    bool byNumber = false; ///< It has this number in the other program, or here.
    bool ofBatch = false;  ///< A line before of the same import.
    bool operator==(const Match &) const = default;
};

/// Whether two records are alike enough for a line to be left out: likely one person, and by their name as well. One
/// birth date in one town makes two people likely where their names are wholly different.
bool isSamePerson(const linkage::Match &match);

/// Somebody known who is likely the person of a line: who has the same number of the other program and the same name,
/// or the likeliest by everything else. Rows of @p batch, which is open, count as known. Nullopt for somebody new.
Result<std::optional<Match>> known(const store::Snapshot &view, const PatientDraft &person,
                                   const linkage::Subject &subject, std::optional<BatchId> batch);

/// Whose the line of an allergy or a visit is: by its number, here or in the other program, else by its ID number, else
/// the likeliest by name and the rest. Code::NotFound for nobody, Code::Conflict for several; `detail` is the code of
/// importwords.h.
Result<PatientId> whose(const store::Snapshot &view, const PatientDraft &person, const linkage::Subject &subject);

} // namespace xinglin::batch
