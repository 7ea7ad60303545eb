#include "app/desktop/settings.h"

#include "ui/settings/clinicsection.h"
#include "ui/settings/peoplesection.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/workspace.h"

#include <QCoreApplication>

namespace xinglin {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::Desktop)
};

} // namespace

void furnishSettings(ui::Workspace &workspace, Clinic &clinic, const ui::Office &office)
{
    auto settings = std::make_unique<ui::SettingsPage>();
    // Sections stand here in the order of the list.
    if (workspace.who().may(access::Permission::EditClinic))
        settings->addSection(new ui::ClinicSection(clinic, workspace.who()), QStringLiteral("documentinfo"));
    if (workspace.who().may(access::Permission::ManagePeople))
        settings->addSection(new ui::PeopleSection(clinic, workspace.who(), office.around, office.keys),
                             QStringLiteral("system-users"));
    if (settings->isEmpty())
        return;
    workspace.addPlace(settings.release(), {Tr::tr("Settings"), QStringLiteral("configure"), 9});
}

} // namespace xinglin
