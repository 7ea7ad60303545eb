#pragma once

#include "clinic/patient/batches.h"
#include "store/store.h"

/// What every import does, whatever it brings in.
namespace xinglin::interop {

/// SHA-256 of the file; NotFound where it cannot be read.
Result<QByteArray> digestOf(const QString &path);

/// Practice never comes into a clinic with patients: Conflict ("path") where the file is of an export of a training
/// clinic (by its name, a folder it stands in, or the manifest beside it) and this clinic is none.
std::optional<Error> refusedPractice(store::Store &store, const store::Actor &actor, const QString &path);

/// Takes what was begun back, and says why it could not be finished.
Error undone(store::Store &store, const store::Actor &actor, BatchId id, const Error &why);

template <class F>
auto inTransaction(store::Store &store, const store::Actor &actor, const char *act, F f)
{
    const auto tx = store.begin(actor, act);
    auto result = f(*tx);
    if (result)
        tx->commit();
    return result;
}

} // namespace xinglin::interop
