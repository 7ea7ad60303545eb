#pragma once

#include "support/faultclinic.h"

/// What a clinic does while its disk fails or goes dark.
namespace xinglin::test::acts {

Scenario openPatient();
Scenario editPatient();
Scenario registerPatient();
Scenario signVisit();

Scenario signIn();
Scenario setUp();
Scenario changePassword();
Scenario addPerson();
Scenario confirmRecovery();
Scenario recover();

Scenario makeBackup();

} // namespace xinglin::test::acts
