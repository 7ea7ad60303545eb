#pragma once

#include "access/session.h"
#include "clinic/catalog/catalog.h"

#include <functional>

/// A believable clinic for trying, teaching, tests and benchmarks. It is written day by day through the same functions
/// as a real one, each act by the person whose work it is.
namespace xinglin::demo {

/// How large the clinic is and when its last working day was. The same options give the same clinic.
struct Options
{
    int patients = 300;
    int years = 2; ///< Length of its past.
    quint64 seed = 1;
    QDate until; ///< Last day with visits; must be valid.
};

struct Report
{
    int patients = 0;
    int visits = 0;
    int prescriptions = 0;
    bool operator==(const Report &) const = default;
};

/// A person of the demo clinic. Name, login and password are the same in every demo clinic and stand in the open: they
/// must never be used where real patients are.
struct Account
{
    QString login;
    QString name;
    QString title;
    access::Roles roles;
    QString password;
};

/// The people fill() adds beside the owner: one receptionist, two practitioners, one dispenser, one administrator, one
/// auditor.
///
/// | login      | name   | role           | password     |
/// |------------|--------|----------------|--------------|
/// | qiantai    | 周敏   | receptionist   | xinglin-demo |
/// | yisheng    | 沈致远 | practitioner   | xinglin-demo |
/// | yisheng2   | 陆清和 | practitioner   | xinglin-demo |
/// | yaofang    | 何素芬 | dispenser      | xinglin-demo |
/// | guanli     | 秦立   | administrator  | xinglin-demo |
/// | shenji     | 韩静   | auditor        | xinglin-demo |
const QList<Account> &accounts();

/// Told how many days of how many are written; false stops the work after the day.
using Progress = std::function<bool(int done, int total)>;

/// Fills an initialised, empty training clinic. @p session is of its owner; its store must have been opened with
/// @p clock and been given the clinic's followers (addFollowers()). The clock stands at the end of the last day on
/// return. Blocks for some seconds; for a worker thread.
/// Refuses with Conflict a clinic that is not for training or has patients, with Invalid options that make no clinic,
/// with Cancelled when @p progress said so: the days before stay.
Result<Report> fill(const access::Surroundings &around, const access::Session &session, FakeClock &clock,
                    const Catalog &catalog, const Options &options, const Progress &progress = {});

} // namespace xinglin::demo
