#include "clinic/followers.h"

#include "clinic/patient/linkkeys.h"
#include "clinic/patient/patientkeys.h"
#include "clinic/record/visitrank.h"

namespace xinglin {

void addFollowers(store::Store &store)
{
    store.addFollower(patient::followKeys);
    store.addFollower(duplicates::follow);
    store.addFollower(record::followRank);
    store.addCheck(patient::checkKeys);
    store.addCheck(duplicates::check);
    store.addCheck(record::checkRank);
}

} // namespace xinglin
