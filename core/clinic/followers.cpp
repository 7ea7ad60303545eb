#include "clinic/followers.h"

#include "clinic/patient/patientkeys.h"
#include "clinic/record/visitrank.h"

namespace xinglin {

void addFollowers(store::Store &store)
{
    store.addFollower(patient::followKeys);
    store.addFollower(record::followRank);
}

} // namespace xinglin
