#include "app/desktop/settings.h"

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
    Q_UNUSED(clinic)
    Q_UNUSED(office)
    auto settings = std::make_unique<ui::SettingsPage>();
    // Sections stand here in the order of the list.
    if (settings->isEmpty())
        return;
    workspace.addPlace(settings.release(), {Tr::tr("Settings"), QStringLiteral("configure"), 9});
}

} // namespace xinglin
