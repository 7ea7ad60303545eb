#pragma once

#include "support/faultclinic.h"

/// What a clinic does while its disk fails or goes dark.
namespace xinglin::test::acts {

Scenario openPatient();
Scenario editPatient();
Scenario registerPatient();
Scenario signVisit();
Scenario attachPicture();

Scenario signIn();
Scenario setUp();
Scenario changePassword();
Scenario addPerson();
Scenario confirmRecovery();
Scenario recover();

Scenario makeBackup();
/// In the place of a clinic that went on after the backup.
Scenario restore();
/// Where no clinic is, as on a new PC.
Scenario restoreAnew();

} // namespace xinglin::test::acts
